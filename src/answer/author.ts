/**
 * Writes an answer with a model: draft, judgement, one informed retry for what failed, and then only what stands.
 * That retry is the only way back in the whole flow.
 */
import type { z } from 'zod'
import { AppError, type CheckVerdict, type Claim, type Language, noUsage, type Usage } from '../types.ts'
import { MAX_CLAIMS, type ParsedDraft, parseDraft, type Verdict } from './draft.ts'
import type { Message, Model } from './model-request.ts'
import type { ModelReply } from './model-response.ts'
import { readPartial } from './partial-draft.ts'
import type { Problem } from './problem.ts'
import type { Prompts } from './prompt.ts'
import { type Evidence, type Judgement, judge, salvage } from './verify.ts'

/** How one kind of text is asked for and read. */
export type Form = {
  readonly name: string
  readonly schema: z.ZodType
  readonly parse: (value: unknown) => ParsedDraft
  readonly maxOutputTokens: number
}

export type Assignment = {
  readonly form: Form
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
  /** The model gave no draft: refused, filtered, empty or twice malformed. */
  | { readonly kind: 'nothing'; readonly why: string; readonly usage: Usage }

export const addUsage = (a: Usage, b: Usage): Usage => ({
  inputTokens: a.inputTokens + b.inputTokens,
  outputTokens: a.outputTokens + b.outputTokens,
  cachedTokens: a.cachedTokens + b.cachedTokens,
  calls: a.calls + b.calls,
})

type Attempt = {
  readonly judgements: readonly Judgement[]
  /** Of the draft as a whole. */
  readonly problems: readonly Problem[]
  /** Whether the draft has the required form, so that "no claims" means what it says. */
  readonly whole: boolean
  readonly verdict?: Verdict | CheckVerdict
  readonly text: string
}

const judgeAll = (parsed: ParsedDraft, { evidence, language, most }: Assignment): readonly Judgement[] =>
  parsed.ok
    ? parsed.claims
        .slice(0, most)
        .map((each) =>
          each.ok
            ? judge(each.claim, language, evidence)
            : { kind: 'fails', draft: { text: '', citations: [] }, problems: [each.problem], citations: [] },
        )
    : []

/** What a draft without the required form still holds: its complete claims, where it says that it answers. */
const salvageable = (text: string, form: Form): ParsedDraft => {
  const { verdict, claims } = readPartial(text)
  const answers = form.name !== 'draft' || verdict === 'answered'
  return parseDraft({ verdict: 'answered', claims: answers ? claims : [] })
}

const attemptOf = (reply: ModelReply & { readonly text: string }, assignment: Assignment): Attempt => {
  const { text, kind } = reply
  const parsed = kind === 'json' ? assignment.form.parse(reply.value) : undefined
  if (parsed?.ok) {
    const { problems, verdict } = parsed
    return { judgements: judgeAll(parsed, assignment), problems, whole: true, verdict, text }
  }
  const malformed: Problem = { code: 'invalid_draft', detail: 'it is not valid JSON' }
  const problem = parsed?.problem ?? (kind === 'truncated' ? { code: 'truncated' } : malformed)
  const judgements = judgeAll(salvageable(text, assignment.form), assignment)
  return { judgements, problems: [problem], whole: false, text }
}

const stands = (judgement: Judgement): readonly Claim[] => (judgement.kind === 'stands' ? [judgement.claim] : [])

/** Gives each claim of a draft that is being written to `onClaim` once it is complete and stands. */
const watcher = (assignment: Assignment, onClaim: (claim: Claim) => void) => {
  let text = ''
  let seen = 0
  let given = 0
  return {
    onText(delta: string): void {
      text += delta
      if (!delta.includes('}') || seen >= MAX_CLAIMS) return
      const judgements = judgeAll(salvageable(text, assignment.form), assignment)
      const claims = judgements.slice(seen).flatMap(stands)
      seen = judgements.length
      given += claims.length
      claims.forEach(onClaim)
    },
    /** What was written when the model broke off, as far as it gave any claim: that one must stay. */
    brokenOff: (): ModelReply | undefined =>
      given === 0 ? undefined : { kind: 'truncated', text, usage: { ...noUsage, calls: 1 } },
  }
}

/** Whether a claim says again what another one says, in its words or by its quotations. */
const repeats = (a: Claim, b: Claim): boolean =>
  a.text === b.text ||
  (a.citations.length === b.citations.length &&
    a.citations.every((citation, index) => {
      const other = b.citations[index]
      return citation.paragraph === other?.paragraph && citation.start === other.start && citation.end === other.end
    }))

const unavailable = (error: unknown): undefined => {
  // A retry that cannot be had leaves what already stands; anything else is the caller's to know.
  if (error instanceof AppError && error.code === 'model_unavailable') return undefined
  throw error
}

/** Rejects only with `AppError`: model_unauthorized, model_unavailable (of the first call), aborted. */
export const createAuthor = (model: Model, prompts: Prompts) => {
  const ask = (assignment: Assignment, messages: readonly Message[]): Promise<ModelReply> => {
    const { form, signal, onClaim } = assignment
    const { name, schema, maxOutputTokens } = form
    const watching = onClaim && watcher(assignment, onClaim)
    const reply = model.complete({ name, messages, schema, maxOutputTokens }, signal, watching?.onText)
    return reply.catch((error: unknown) => {
      const begun = error instanceof AppError && error.code === 'model_unavailable' ? watching?.brokenOff() : undefined
      if (begun) return begun
      throw error
    })
  }

  return async (assignment: Assignment): Promise<Written> => {
    const { messages, language } = assignment
    const shown: Claim[] = []
    const show = assignment.onClaim
    const watched: Assignment = {
      ...assignment,
      onClaim:
        show &&
        ((claim) => {
          if (shown.some((other) => repeats(claim, other))) return
          shown.push(claim)
          show(claim)
        }),
    }

    const reply = await ask(watched, messages)
    if (!('text' in reply)) return { kind: 'nothing', why: reply.kind, usage: reply.usage }
    const first = attemptOf(reply, assignment)
    const failed = first.judgements.filter((judgement) => judgement.kind === 'fails')
    const standing = first.judgements.flatMap(stands)
    // A draft with a surplus of claims needs no second one: what was read of it stands or is asked for again.
    if (failed.length === 0 && (first.whole || standing.length > 0)) {
      const { verdict, problems } = first
      return { kind: 'written', claims: standing, verdict, partial: problems.length > 0, usage: reply.usage }
    }

    const repair = prompts.repair({
      claims: failed.map(({ draft, problems }) => ({ text: draft.text, problems })),
      draft: first.problems,
    })
    const rest = assignment.most === undefined ? {} : { most: Math.max(0, assignment.most - standing.length) }
    const again = await ask({ ...watched, ...rest }, [
      ...messages,
      { role: 'assistant', text: first.text },
      ...repair,
    ]).catch(unavailable)
    const usage = addUsage(reply.usage, again?.usage ?? noUsage)
    const second = again && 'text' in again ? attemptOf(again, { ...assignment, ...rest }) : undefined
    const mended = second?.judgements ?? []
    // Giving no claims takes the failed ones back; giving no usable reply leaves what they quoted rightly.
    const withdrawn = second !== undefined && mended.length === 0 && (second.whole || readPartial(second.text).complete)
    const remains = (list: readonly Judgement[]): readonly Claim[] =>
      list.flatMap((judgement) => (judgement.kind === 'stands' ? [judgement.claim] : salvage(judgement, language)))
    const replacements = remains(mended.length > 0 || withdrawn ? mended : failed).filter(
      (claim) => !standing.some((other) => repeats(claim, other)),
    )
    const at = first.judgements.findIndex((judgement) => judgement.kind === 'fails')
    const before = at === -1 ? standing : first.judgements.slice(0, at).flatMap(stands)
    const claims = [...before, ...replacements, ...standing.slice(before.length)]
    if (claims.length === 0 && !first.whole && second?.whole !== true)
      return { kind: 'nothing', why: 'malformed', usage }
    const allMended = mended.length >= failed.length && mended.every((judgement) => judgement.kind === 'stands')
    const partial = failed.length > 0 ? !allMended : second?.whole !== true || !allMended
    return { kind: 'written', claims, verdict: second?.verdict ?? first.verdict, partial, usage }
  }
}
