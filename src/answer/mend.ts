/** What a first attempt and its retry come to together: what stood, what was mended, and what of the rest remains. Pure. */
import type { Claim, Language } from '../types.ts'
import { type Attempt, type Failed, type Judged, remainsOf, standingOf } from './attempt.ts'
import { readPartial } from './partial-draft.ts'
import { distinct } from './repeat.ts'

export const failedOf = ({ judged }: Attempt): readonly Failed[] => judged.filter((each) => each.kind === 'fails')

export type Mended = {
  readonly claims: readonly Claim[]
  /** Something of the draft was dropped, cut off or replaced by its quotations. */
  readonly partial: boolean
  readonly verdict: Attempt['verdict']
}

/**
 * `told`: how many of the failed claims the retry was told of. `second` is undefined where there was no usable reply.
 * Giving no claims takes those back that it was told of; giving no usable reply leaves what they quoted rightly.
 */
export const mend = (
  first: Attempt,
  second: Attempt | undefined,
  { told, language, most }: { readonly told: number; readonly language: Language; readonly most?: number | undefined },
): Mended => {
  const failed = failedOf(first)
  const standing = distinct(first.judged.flatMap(standingOf), language)
  const mended: readonly Judged[] = second?.judged ?? []
  const withdrawn = second !== undefined && mended.length === 0 && (second.whole || readPartial(second.text).complete)
  const replaced = mended.length > 0 || withdrawn ? [...mended, ...failed.slice(told)] : failed
  const remains = replaced.flatMap((judged) => remainsOf(judged, language))
  const room = most === undefined ? undefined : Math.max(0, most - standing.length)
  const replacements = distinct(remains, language, standing).slice(0, room)
  // In the place of the first that failed.
  const at = first.judged.findIndex((judged) => judged.kind === 'fails')
  const before = distinct(first.judged.slice(0, at === -1 ? undefined : at).flatMap(standingOf), language).length
  const claims = [...standing.slice(0, before), ...replacements, ...standing.slice(before)]
  const allMended = mended.length >= failed.length && mended.every((judged) => judged.kind === 'stands')
  const whole = first.whole || second?.whole === true
  return { claims, partial: !(allMended && whole), verdict: second?.verdict ?? first.verdict }
}
