/**
 * Writes an answer with a model: draft, judgement, one informed retry for what failed, a second model's objections
 * where one is set, and then only what stands. That retry is the only way back in the whole flow.
 */
import { AppError } from '../failures.ts'
import { addUsage, type CheckVerdict, type Claim, type Language, noUsage, type Usage } from '../types.ts'
import { type Attempt, attemptOf, type Standard, standingOf } from './attempt.ts'
import type { FormName, Verdict } from './draft.ts'
import type { SecondReading } from './judge.ts'
import { failedOf, mend } from './mend.ts'
import type { Message, Model } from './model-request.ts'
import type { ModelReply } from './model-response.ts'
import type { Prompts } from './prompt.ts'
import { repairOf, retryTokens } from './repair.ts'
import { distinct, repeats } from './repeat.ts'
import { forms } from './reply-forms.ts'
import { type Evidence, quotationsOf } from './verify.ts'
import { watcher } from './watch.ts'

export type Assignment = {
  readonly form: FormName
  /** Absent: what the form has room for. */
  readonly maxOutputTokens?: number
  readonly messages: readonly Message[]
  readonly evidence: Evidence
  /** Of the claims. */
  readonly language: Language
  /** Claims past this many are not read. */
  readonly most?: number
  readonly signal: AbortSignal
  /** Gets each claim as soon as it stands; a claim that was given is never taken back. */
  readonly onClaim?: ((claim: Claim) => void) | undefined
}

export type Written =
  /** No claims: the model says that the passages do not answer, or nothing of its draft stood (then partial). */
  | {
      readonly kind: 'written'
      readonly claims: readonly Claim[]
      /** Of the last draft that had the required form. */
      readonly verdict?: Verdict | CheckVerdict | undefined
      readonly partial: boolean
      readonly usage: Usage
    }
  /** The model gave no draft: refused, filtered, twice empty or twice malformed. */
  | { readonly kind: 'nothing'; readonly why: string; readonly usage: Usage }

export type AuthorOptions = {
  readonly model: Model
  readonly prompts: Prompts
  /** Claims are shown as their quotations alone. */
  readonly quotationsOnly?: boolean
  /** What it objects to is shown as its quotations. Nothing is shown before it has read. */
  readonly secondReading?: SecondReading
  /** Told why the second reading came to nothing. */
  readonly onNoOpinion?: (why: string) => void
}

/** `broken`: the model stopped in the middle, and is not there to be asked again. */
type Heard = { readonly reply: ModelReply; readonly broken: boolean }

/** A retry that cannot be had, for whatever reason, leaves what already stands; that the caller gave up is theirs to know. */
const unavailable = (error: unknown): undefined => {
  if (error instanceof AppError && error.code !== 'aborted') return undefined
  throw error
}

const nothingSaid: Attempt = { judged: [], problems: [], whole: false, text: '' }

const hasText = (reply: ModelReply): reply is ModelReply & { readonly text: string } => 'text' in reply

/** Rejects only with `AppError`: model_unauthorized, model_unavailable (of the first call), aborted. */
export const createAuthor = (options: AuthorOptions) => {
  const { model, prompts, quotationsOnly = false, secondReading, onNoOpinion = () => {} } = options

  const ask = async (
    request: { readonly messages: readonly Message[]; readonly tokens: number },
    standard: Standard,
    { signal }: Assignment,
    onClaim: ((claim: Claim) => void) | undefined,
  ): Promise<Heard> => {
    const { name, schema } = standard.form
    const { messages, tokens: maxOutputTokens } = request
    const watching = onClaim && watcher(standard, onClaim)
    try {
      const reply = await model.complete({ name, messages, schema, maxOutputTokens }, signal, watching?.onText)
      // A filter may fall in the middle of a reply, of which claims were shown.
      const begun = reply.kind === 'filtered' || reply.kind === 'refusal' ? watching?.brokenOff() : undefined
      return begun ? { reply: { ...begun, usage: reply.usage }, broken: true } : { reply, broken: false }
    } catch (error) {
      const begun = error instanceof AppError && error.code === 'model_unavailable' ? watching?.brokenOff() : undefined
      if (!begun) throw error
      return { reply: begun, broken: true }
    }
  }

  /** With the second reading, where there is one. */
  const read = async (
    written: Written & { readonly kind: 'written' },
    { signal, language }: Assignment,
  ): Promise<Written> => {
    if (!secondReading) return written
    const { rejected, usage, why } = await secondReading(written.claims, signal)
    if (why !== undefined) onNoOpinion(why)
    const claims = written.claims.flatMap((claim) =>
      rejected.has(claim) ? quotationsOf(claim.citations, claim.stance) : [claim],
    )
    return {
      ...written,
      claims: distinct(claims, language),
      partial: written.partial || rejected.size > 0,
      usage: addUsage(written.usage, usage),
    }
  }

  return async (assignment: Assignment): Promise<Written> => {
    const { messages, language, evidence, most } = assignment
    const form = forms[assignment.form]
    const { maxOutputTokens = form.maxOutputTokens } = assignment
    const { isOurs } = prompts
    const standard: Standard = { form, evidence, language, isOurs, quotationsOnly, ...(most !== undefined && { most }) }
    const shown: Claim[] = []
    const show = secondReading ? undefined : assignment.onClaim
    const showOnce =
      show &&
      ((claim: Claim): void => {
        if (shown.some((other) => repeats(claim, other, language))) return
        shown.push(claim)
        show(claim)
      })

    const { reply, broken } = await ask({ messages, tokens: maxOutputTokens }, standard, assignment, showOnce)
    // Whoever declines would decline again; nothing at all may be chance.
    if (reply.kind === 'refusal' || reply.kind === 'filtered')
      return { kind: 'nothing', why: reply.kind, usage: reply.usage }
    const first: Attempt = hasText(reply) ? attemptOf(reply, standard) : nothingSaid
    const failed = failedOf(first)
    const standing = distinct(first.judged.flatMap(standingOf), language)
    // A draft with a surplus of claims needs no second one, nor one that is no JSON after claims that stand.
    const settled = first.whole || (standing.length > 0 && (broken || reply.kind !== 'truncated'))
    if (settled && failed.length === 0) {
      const { verdict, problems } = first
      const partial = problems.length > 0
      return read({ kind: 'written', claims: standing, verdict, partial, usage: reply.usage }, assignment)
    }

    const fault = {
      // Cut off, it is long, and no example.
      reply: reply.kind === 'truncated' ? '' : first.text,
      failed: failed.map(({ draft, problems }) => ({ text: draft.text, problems })),
      problems: first.problems,
      kept: standing.map((claim) => claim.text),
      evidence,
    }
    const left = most === undefined ? undefined : Math.max(0, most - standing.length)
    const rest = left === undefined ? standard : { ...standard, most: left }
    const { messages: repair, told } = hasText(reply) ? repairOf(fault, prompts) : { messages: [], told: 0 }
    const tokens = hasText(reply) ? retryTokens(told > 0 ? told : left, maxOutputTokens) : maxOutputTokens
    const again = broken
      ? undefined
      : await ask({ messages: [...messages, ...repair], tokens }, rest, assignment, showOnce).catch(unavailable)
    const usage = addUsage(reply.usage, again?.reply.usage ?? noUsage)
    const second = again && hasText(again.reply) ? attemptOf(again.reply, rest) : undefined
    const mended = mend(first, second, { told, language, most })
    if (mended.claims.length === 0 && !first.whole && second?.whole !== true)
      return { kind: 'nothing', why: (again?.reply ?? reply).kind, usage }
    return read({ kind: 'written', ...mended, usage }, assignment)
  }
}
