/** Whether a claim says again what another one has said. Pure. */
import { analyse } from '../text/analyse.ts'
import type { Citation, Claim, Language } from '../types.ts'
import { denials } from './denials.ts'

/** The share of the words of both that two tellings of one thing have in common; less where they quote the same. */
const ALIKE = 0.9
const ALIKE_IN_ONE_PLACE = 0.5

const within = (inner: Citation, outer: Citation): boolean =>
  inner.paragraph === outer.paragraph && outer.start <= inner.start && inner.end <= outer.end

const quotesWithin = (inner: Claim, outer: Claim): boolean =>
  inner.citations.every((each) => outer.citations.some((other) => within(each, other)))

const figuresAndNames = (text: string): ReadonlySet<string> =>
  new Set(text.match(/\p{N}+|(?<=\s)\p{Lu}[\p{L}\p{M}]*/gu) ?? [])

/**
 * Whether `claim` adds nothing to `earlier`, or hardly anything: "A is 26 m high" and "B is 28 m high" are alike in
 * most words and say two things, and so do a statement and its denial.
 */
export const repeats = (claim: Claim, earlier: Claim, language: Language): boolean => {
  if (claim.text === earlier.text) return true
  if (!figuresAndNames(claim.text).isSubsetOf(figuresAndNames(earlier.text))) return false
  if (denials(claim.text) !== denials(earlier.text)) return false
  const [own, other] = [claim, earlier].map(
    ({ text }) => new Set(analyse(text, language).flatMap((term) => (term.stop ? [] : [term.stem]))),
  ) as [Set<string>, Set<string>]
  if (own.size > 0 && own.isSubsetOf(other)) return true
  const alike = own.intersection(other).size / Math.max(1, own.union(other).size)
  return alike >= (quotesWithin(claim, earlier) ? ALIKE_IN_ONE_PLACE : ALIKE)
}

/** Without those that say again what one before them said, or one of `beside`. */
export const distinct = (
  claims: readonly Claim[],
  language: Language,
  beside: readonly Claim[] = [],
): readonly Claim[] => {
  const kept: Claim[] = []
  for (const claim of claims)
    if (![...beside, ...kept].some((other) => repeats(claim, other, language))) kept.push(claim)
  return kept
}
