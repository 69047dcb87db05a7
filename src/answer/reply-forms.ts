/**
 * The forms of what a model writes. Each is said twice: loosely to the server, strictly when the reply is read, and
 * there claim by claim, so that one broken claim is one problem and not the end of the draft.
 */
import { z } from 'zod'
import { type CheckVerdict, QUESTION_LIMIT } from '../types.ts'
import {
  type DraftClaim,
  type FormName,
  MAX_CITATIONS,
  MAX_CLAIM_LENGTH,
  MAX_CLAIMS,
  MAX_QUOTE_LENGTH,
  type Verdict,
} from './draft.ts'
import type { Problem } from './problem.ts'

export const MAX_KEYWORDS = 12
const MAX_KEYWORD_LENGTH = 60
const MAX_LABEL_LENGTH = 64

/** How much a problem may say of what it found: the words are the model's own, and go back into a prompt. */
const MAX_DETAIL_LENGTH = 200
const MAX_DETAILS = 3

const verdict = z.enum(['answered', 'not_in_article'])

/*
 * What servers are told. Lists are bounded, which stops a small model that repeats itself; strings are not, because
 * llama.cpp and what builds on it turn each length into a repetition rule and refuse the grammar when it gets big,
 * and because a decoder that reaches such a bound cuts a quotation in the middle of a word.
 * Citations come first, so that a model looks for the evidence before it words the claim.
 */
const claimShape = {
  citations: z
    .array(z.strictObject({ paragraph: z.string(), quote: z.string() }))
    .min(1)
    .max(MAX_CITATIONS),
  text: z.string(),
}
const claims = z.array(z.strictObject(claimShape)).max(MAX_CLAIMS)
const stance = z.enum(['supports', 'contradicts'])
const parts = z.array(z.strictObject({ stance, ...claimShape })).max(MAX_CLAIMS)

export const draftSchema = z.strictObject({ verdict, claims })
const checkVerdict = z.enum(['supported', 'contradicted', 'partly', 'not_covered'])
export const checkSchema = z.strictObject({ verdict: checkVerdict, claims: parts })
export const summarySchema = z.strictObject({ claims })
export const rewriteSchema = z.strictObject({ question: z.string(), words: z.array(z.string()).max(MAX_KEYWORDS) })

const readShape = ({ citations, text, quote, label }: Bounds) => ({
  text: z.string().max(text),
  // Counted before they are read: a list of any length costs the same.
  citations: z
    .array(z.unknown())
    .max(citations)
    .pipe(z.array(z.strictObject({ paragraph: z.string().max(label), quote: z.string().max(quote) }))),
})

/** How much of a draft is read; strings in UTF-16 code units. */
export type Bounds = {
  readonly claims: number
  readonly citations: number
  readonly text: number
  readonly quote: number
  readonly label: number
}

const modelBounds: Bounds = {
  claims: MAX_CLAIMS,
  citations: MAX_CITATIONS,
  text: MAX_CLAIM_LENGTH,
  quote: MAX_QUOTE_LENGTH,
  label: MAX_LABEL_LENGTH,
}

/** How the claims of a draft are read. */
export type ClaimForm = { readonly schema: z.ZodType<DraftClaim>; readonly most: number }

export const claimForm = (bounds: Bounds): ClaimForm => ({
  schema: z.strictObject(readShape(bounds)),
  most: bounds.claims,
})
const modelForm = claimForm(modelBounds)
const partForm: ClaimForm = { schema: z.strictObject({ stance, ...readShape(modelBounds) }), most: MAX_CLAIMS }

const draftEnvelope = z.strictObject({ verdict, claims: z.array(z.unknown()) })
const checkEnvelope = z.strictObject({ verdict: checkVerdict, claims: z.array(z.unknown()) })
const summaryEnvelope = z.strictObject({ claims: z.array(z.unknown()) })
const rewriteEnvelope = z.strictObject({ question: z.unknown(), words: z.array(z.unknown()) })

/** `index` counts from 0, in the order of the draft. */
export type ParsedClaim =
  | { readonly ok: true; readonly index: number; readonly claim: DraftClaim }
  | { readonly ok: false; readonly index: number; readonly problem: Problem }

export type ParsedDraft =
  /** `problems` are of the draft as a whole and leave its claims usable. */
  | {
      readonly ok: true
      readonly verdict: Verdict | CheckVerdict
      readonly claims: readonly ParsedClaim[]
      readonly problems: readonly Problem[]
    }
  | { readonly ok: false; readonly problem: Problem }

/** Where and what, in few words: `citations.0.quote: Invalid input: expected string, received undefined`. */
const detail = (error: z.ZodError): string =>
  error.issues
    .slice(0, MAX_DETAILS)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join('; ')
    .slice(0, MAX_DETAIL_LENGTH)

const parseClaim = (schema: z.ZodType<DraftClaim>, value: unknown, index: number): ParsedClaim => {
  const parsed = schema.safeParse(value)
  return parsed.success
    ? { ok: true, index, claim: parsed.data }
    : { ok: false, index, problem: { code: 'invalid_claim', detail: detail(parsed.error) } }
}

/** The verdicts that go with no claim at all. */
const silent: ReadonlySet<Verdict | CheckVerdict> = new Set(['not_in_article', 'not_covered'] as const)

/** Reads claims one by one, as many as the form allows. Never throws. */
export const readClaims = (values: readonly unknown[], { schema, most }: ClaimForm): readonly ParsedClaim[] =>
  values.slice(0, most).map((value, index) => parseClaim(schema, value, index))

const parseClaims = (
  verdict: Verdict | CheckVerdict,
  values: readonly unknown[],
  form: ClaimForm = modelForm,
): ParsedDraft => {
  if (silent.has(verdict) !== (values.length === 0))
    return { ok: false, problem: { code: 'verdict_contradicts', verdict } }
  const tooMany = `it has ${values.length} claims, and only the first ${form.most} were read`
  return {
    ok: true,
    verdict,
    claims: readClaims(values, form),
    problems: values.length > form.most ? [{ code: 'invalid_draft', detail: tooMany }] : [],
  }
}

const invalid = (error: z.ZodError): ParsedDraft => ({
  ok: false,
  problem: { code: 'invalid_draft', detail: detail(error) },
})

/** Reads a draft. Never throws. */
export const parseDraft = (value: unknown, form: ClaimForm = modelForm): ParsedDraft => {
  const { success, data, error } = draftEnvelope.safeParse(value)
  return success ? parseClaims(data.verdict, data.claims, form) : invalid(error)
}

/** Reads a draft that compares a statement with the passages. Never throws. */
export const parseCheck = (value: unknown): ParsedDraft => {
  const { success, data, error } = checkEnvelope.safeParse(value)
  return success ? parseClaims(data.verdict, data.claims, partForm) : invalid(error)
}

/** Reads a summary, whose bullets are claims. Never throws. */
export const parseSummary = (value: unknown): ParsedDraft => {
  const { success, data, error } = summaryEnvelope.safeParse(value)
  return success ? parseClaims('answered', data.claims) : invalid(error)
}

/** Room for a reply, in tokens: twelve claims with their quotations in French stay within the first. */
const ANSWER_TOKENS = 1_500
/** Ten bullets with their quotations. */
const SUMMARY_TOKENS = 2_500

/** How one kind of text is asked for and read. */
export type Form = {
  readonly name: FormName
  readonly schema: z.ZodType
  readonly parse: (value: unknown) => ParsedDraft
  /** Some claims of a draft as a draft of which the rest is not known. */
  readonly envelope: (claims: readonly unknown[]) => unknown
  readonly maxOutputTokens: number
}

export const forms: { readonly [N in FormName]: Form } = {
  draft: {
    name: 'draft',
    schema: draftSchema,
    parse: parseDraft,
    envelope: (claims) => ({ verdict: 'answered', claims }),
    maxOutputTokens: ANSWER_TOKENS,
  },
  check: {
    name: 'check',
    schema: checkSchema,
    parse: parseCheck,
    envelope: (claims) => ({ verdict: 'partly', claims }),
    maxOutputTokens: ANSWER_TOKENS,
  },
  summary: {
    name: 'summary',
    schema: summarySchema,
    parse: parseSummary,
    envelope: (claims) => ({ claims }),
    maxOutputTokens: SUMMARY_TOKENS,
  },
}

/** What to search for; `question` is undefined where none that can be searched for was given. */
export type Rewriting = { readonly question: string | undefined; readonly words: readonly string[] }

/** What of a reply can be used, without what cannot. Never throws. */
export const parseRewriting = (value: unknown): Rewriting => {
  const { success, data } = rewriteEnvelope.safeParse(value)
  if (!success) return { question: undefined, words: [] }
  const question = typeof data.question === 'string' ? data.question.trim().slice(0, QUESTION_LIMIT) : ''
  const words = data.words.slice(0, MAX_KEYWORDS).filter((word) => typeof word === 'string')
  return {
    question: question === '' ? undefined : question,
    words: words.map((word) => word.trim()).filter((word) => word !== '' && word.length <= MAX_KEYWORD_LENGTH),
  }
}
