/**
 * Judges a draft that comes as one line of JSON, passages and all: the verifier for anybody's pipeline
 * (`npm run --silent verify`). Nothing of it is trusted, and nothing of a library is needed.
 */
import { z } from 'zod'
import { detectLanguage } from '../text/language.ts'
import type { ArticleHead, Language, Paragraph } from '../types.ts'
import { explain, type Problem, severityOf } from './problem.ts'
import { claimForm, type ParsedClaim, parseDraft, readClaims } from './reply-forms.ts'
import { type Evidence, examine } from './verify.ts'

/** Others' drafts may be longer than what we ask a model for. */
const form = claimForm({ claims: 1_000, citations: 100, text: 20_000, quote: 20_000, label: 1_000 })

const label = z.union([z.string(), z.number().transform(String)])

/** What is not named here is left alone; the draft has a strict form of its own. */
const inputSchema = z.object({
  id: z.unknown().optional(),
  passages: z.array(z.object({ id: label, text: z.string() })),
  language: z.string().nullish(),
  draft: z.unknown().optional(),
})

type ToldProblem = { readonly code: string; readonly severity: 'reject' | 'warn'; readonly message: string }
type ToldClaim = {
  readonly ok: boolean
  readonly citations: readonly {
    readonly paragraph: string
    readonly start: number | null
    readonly end: number | null
  }[]
  readonly problems: readonly ToldProblem[]
}
type Told = {
  readonly id: unknown
  readonly ok: boolean
  /** Only where the line itself cannot be read. */
  readonly line?: number
  readonly error?: string
  readonly problems: readonly ToldProblem[]
  readonly claims: readonly ToldClaim[]
}

const told = (problem: Problem): ToldProblem => ({
  code: problem.code,
  severity: severityOf(problem),
  message: explain(problem),
})

const unreadable = (line: number, error: string, message: string, id: unknown = null): Told => ({
  id,
  ok: false,
  line,
  error,
  problems: [{ code: error, severity: 'reject', message }],
  claims: [],
})

/** Paragraphs of the lines before: pipelines judge many drafts of the same passages, and what is read of one is kept with it. */
const KEPT = 512
const kept = new Map<string, Paragraph>()
const heads = new Map<Language, ArticleHead>()

const paragraphOf = (language: Language, number: number, text: string): Paragraph => {
  const key = `${language} ${number} ${text}`
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= KEPT) kept.clear()
  if (heads.size >= KEPT) heads.clear()
  const article = heads.get(language) ?? { id: 'passages', title: '', language, hash: '' }
  heads.set(language, article)
  const paragraph = { article, number, text }
  kept.set(key, paragraph)
  return paragraph
}

const languages = new Map<string, Language | undefined>()
const TELLING_WORDS = 20
/** With fewer words that have no capital a text is names, and says nothing of its language. */
const FEWEST_SMALL = 4
/** A passage's; where it is short and its words tell several, the one that was asked in. */
const languageOf = (text: string, asked: Language): Language | undefined => {
  const key = `${asked}\n${text}`
  if (languages.has(key)) return languages.get(key)
  if (languages.size >= KEPT) languages.clear()
  const small = text.match(/(?<![\p{L}\p{M}])\p{Ll}/gu)?.length ?? 0
  if (asked !== 'und' && small < FEWEST_SMALL && /\p{Script=Latin}/u.test(text)) return asked
  // Enough words tell their language by themselves: Spanish is near French, and what is asked in must not decide.
  const language =
    text.split(/\s+/u, TELLING_WORDS).length < TELLING_WORDS ? detectLanguage(text, asked) : detectLanguage(text)
  languages.set(key, language)
  return language
}

/** The passages as paragraphs of one article, of which nothing else is known. */
const evidenceOf = (passages: readonly { readonly id: string; readonly text: string }[], given: Language): Evidence => {
  const whole = languageOf(passages.map(({ text }) => text).join('\n'), given)
  const evidence = new Map<string, Paragraph>()
  passages.forEach(({ id, text }, index) => {
    if (!evidence.has(id)) evidence.set(id, paragraphOf(languageOf(text, given) ?? whole ?? given, index + 1, text))
  })
  return evidence
}

const judgeClaim = (
  parsed: ParsedClaim,
  languageOfClaim: (text: string) => Language,
  evidence: Evidence,
): ToldClaim => {
  if (!parsed.ok) return { ok: false, citations: [], problems: [told(parsed.problem)] }
  const { citations, problems } = examine(parsed.claim, languageOfClaim(parsed.claim.text), evidence)
  return {
    ok: problems.length === 0,
    citations: parsed.claim.citations.map(({ paragraph }, index) => {
      const found = citations[index]
      return { paragraph, start: found?.start ?? null, end: found?.end ?? null }
    }),
    problems: problems.map(told),
  }
}

/** The claims of a draft whose envelope is broken are judged all the same, where they are a list. */
const claimsOf = (draft: unknown): readonly ParsedClaim[] => {
  const claims = typeof draft === 'object' && draft !== null && 'claims' in draft ? draft.claims : undefined
  return Array.isArray(claims) ? readClaims(claims, form) : []
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const judgeValue = (value: unknown, number: number): Told => {
  const { success, data, error } = inputSchema.safeParse(value)
  if (!success) {
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
    const where = error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.')}: ${message}`)
    return unreadable(number, 'invalid_line', `The line does not have the required form. ${where.join('; ')}`, id)
  }
  const { id = null, passages, language, draft } = data
  const labels = passages.map((passage) => passage.id)
  const twice = labels.find((each, index) => labels.indexOf(each) !== index)
  const parsed = parseDraft(draft, form)
  const evidence = evidenceOf(passages, language ?? 'und')
  const first = evidence.values().next().value?.article.language
  // Where it is not said, a claim speaks the first passage's language unless its words tell another.
  const spoken = (text: string): Language => language || detectLanguage(text, first) || first || 'und'
  const claims = (parsed.ok ? parsed.claims : claimsOf(draft)).map((each) => judgeClaim(each, spoken, evidence))
  const problems = [
    ...(twice === undefined
      ? []
      : [
          {
            code: 'invalid_line',
            severity: 'reject',
            message: `Two passages are called ${JSON.stringify(twice)}.`,
          } as const,
        ]),
    ...(parsed.ok ? parsed.problems : [parsed.problem]).map(told),
  ]
  return { id, ok: problems.length === 0 && claims.every(({ ok }) => ok), problems, claims }
}

/** One line of JSON for one line of input. Never throws; line ends are the caller's. */
export const judgeLine = ({ number, text }: { readonly number: number; readonly text: string | undefined }): string => {
  if (text === undefined) return JSON.stringify(unreadable(number, 'line_too_long', 'The line is too long.'))
  const value = json(text.replace(/^\ufeff/u, ''))
  if (value === undefined) return JSON.stringify(unreadable(number, 'not_json', 'The line is not JSON.'))
  return JSON.stringify(judgeValue(value, number))
}
