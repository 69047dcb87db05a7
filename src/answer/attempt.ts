/**
 * A model's reply, judged: by the verifier claim by claim, and by what was asked of this reply beside: its language,
 * no word of our own instructions, and quotations alone where a reader wants no other words.
 */
import { detectLanguage, sameLanguage } from '../text/language.ts'
import { type CheckVerdict, type Claim, type Language, quotation } from '../types.ts'
import type { DraftClaim, Verdict } from './draft.ts'
import type { ModelReply } from './model-response.ts'
import { readPartial } from './partial-draft.ts'
import type { Problem } from './problem.ts'
import { languageName } from './prompt.ts'
import type { Form, ParsedClaim } from './reply-forms.ts'
import { type Evidence, type Judgement, judge, quotationsOf, salvage } from './verify.ts'

/** What replies to one request are judged by. */
export type Standard = {
  readonly form: Form
  readonly evidence: Evidence
  /** Of the claims. */
  readonly language: Language
  /** Claims past this many are not read. */
  readonly most?: number
  /** Whether a text says what stands in our prompts. */
  readonly isOurs: (text: string) => boolean
  /** Claims are shown as their quotations, whatever they say. */
  readonly quotationsOnly: boolean
}

/** `unspeakable`: whatever its figures, this wording is not shown. */
export type Judged = Judgement & { readonly unspeakable?: true }
export type Failed = Judged & { readonly kind: 'fails' }

export type Attempt = {
  readonly judged: readonly Judged[]
  /** Of the draft as a whole. */
  readonly problems: readonly Problem[]
  /** Whether the draft has the required form, so that "no claims" means what it says. */
  readonly whole: boolean
  readonly verdict?: Verdict | CheckVerdict
  readonly text: string
}

/** Fewer words, beside names and figures, are no evidence of a language. */
const LEAST_WORDS = 3

/**
 * The language of a claim where it is not the one asked for. Names are left out, since they have a language of their
 * own; and only what models fall into is believed, the language of the passages and that of the instructions. Of 3,769
 * sentences of encyclopedias in French, English, Spanish and German, 13 are so taken for French or English.
 */
const strayLanguage = (text: string, { language, evidence }: Standard): Language | undefined => {
  const common = text.match(/(?<![\p{L}\p{M}\p{N}])\p{Ll}[\p{L}\p{M}'’-]*/gu) ?? []
  if (common.length < LEAST_WORDS) return undefined
  const spoken = detectLanguage(common.join(' '))
  if (spoken === undefined || sameLanguage(spoken, language)) return undefined
  const likely = ['en', ...[...evidence.values()].map(({ article }) => article.language)]
  return likely.some((each) => sameLanguage(each, spoken)) ? spoken : undefined
}

const ownProblem = (claim: Claim, standard: Standard): Problem | undefined => {
  if (claim.citations.some((each) => quotation(each) === claim.text)) return undefined
  if (standard.isOurs(claim.text)) return { code: 'repeats_instructions' }
  const stray = strayLanguage(claim.text, standard)
  return stray === undefined
    ? undefined
    : { code: 'wrong_language', asked: languageName(standard.language), written: languageName(stray) }
}

/** The claim as its quotations, where all of them stand; its own wording is not looked at. */
const asQuotations = (draft: DraftClaim, { language, evidence }: Standard): readonly Judged[] => {
  const given = judge(draft, language, evidence)
  const [first] = given.kind === 'stands' ? given.claim.citations : given.citations
  const bare = first ? judge({ ...draft, text: quotation(first) }, language, evidence) : given
  return bare.kind === 'stands'
    ? quotationsOf(bare.claim.citations, draft.stance).map((claim) => ({ kind: 'stands', claim }))
    : [{ ...bare, draft, unspeakable: true }]
}

const judgeOne = (draft: DraftClaim, standard: Standard): readonly Judged[] => {
  if (standard.quotationsOnly) return asQuotations(draft, standard)
  const judged = judge(draft, standard.language, standard.evidence)
  const problem = judged.kind === 'stands' ? ownProblem(judged.claim, standard) : undefined
  if (judged.kind === 'fails' || !problem) return [judged]
  return [{ kind: 'fails', draft, problems: [problem], citations: judged.claim.citations, unspeakable: true }]
}

export const judgeClaims = (claims: readonly ParsedClaim[], standard: Standard): readonly Judged[] =>
  claims.flatMap((each): readonly Judged[] =>
    each.ok
      ? judgeOne(each.claim, standard)
      : [{ kind: 'fails', draft: { text: '', citations: [] }, problems: [each.problem], citations: [] }],
  )

const judgeAll = (claims: readonly ParsedClaim[], standard: Standard): readonly Judged[] =>
  judgeClaims(claims.slice(0, standard.most), standard).slice(0, standard.most)

/** What a draft without the required form still holds: its complete claims, where it says that it answers. */
export const partialClaims = (text: string, { form }: Standard): readonly ParsedClaim[] => {
  const { verdict, claims } = readPartial(text)
  const answers = form.name !== 'draft' || verdict === 'answered'
  const parsed = form.parse(form.envelope(answers ? claims : []))
  return parsed.ok ? parsed.claims : []
}

export const attemptOf = (reply: ModelReply & { readonly text: string }, standard: Standard): Attempt => {
  const { text, kind } = reply
  const parsed = kind === 'json' ? standard.form.parse(reply.value) : undefined
  if (parsed?.ok) {
    const { problems, verdict } = parsed
    return { judged: judgeAll(parsed.claims, standard), problems, whole: true, verdict, text }
  }
  const malformed: Problem = { code: 'invalid_draft', detail: 'it is not valid JSON' }
  const problem = parsed?.problem ?? (kind === 'truncated' ? { code: 'truncated' } : malformed)
  return { judged: judgeAll(partialClaims(text, standard), standard), problems: [problem], whole: false, text }
}

export const standingOf = (judged: Judged): readonly Claim[] => (judged.kind === 'stands' ? [judged.claim] : [])

/** What may be shown of a claim once there is no more asking. */
export const remainsOf = (judged: Judged, language: Language): readonly Claim[] => {
  if (judged.kind === 'stands') return [judged.claim]
  return judged.unspeakable === true ? quotationsOf(judged.citations, judged.draft.stance) : salvage(judged, language)
}
