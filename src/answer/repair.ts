/**
 * What a model is told about a reply that does not hold: its claims, what is wrong with each, and what the passage
 * really says near it. Pure. Bounded, since it is paid for again: `REPAIR_TOKENS` more than the first request's prompt.
 */
import type { Message } from './model-request.ts'
import { nearbyWording } from './nearby.ts'
import { explain, type Problem } from './problem.ts'
import { type Prompts, shorten } from './prompt.ts'
import { approximateTokens, withinTokens } from './tokens.ts'
import type { Evidence } from './verify.ts'

/** All that a retry adds to the first request's prompt, as `approximateTokens` counts. */
export const REPAIR_TOKENS = 600
/** UTF-16 code units of a claim, and of a quotation within a problem. */
const EXCERPT = 120
/** What one claim may take, and what is said of the reply as a whole, so that there is room for one at least. */
const LINE_TOKENS = 260
const WHOLE_TOKENS = 80
/** Kept claims are named by their beginning. */
const KEPT_EXCERPT = 60

/** What a reply to a retry may take: that much for each claim it is to write, and for what is around them. */
const CLAIM_TOKENS = 160
const ENVELOPE_TOKENS = 60
/** After a cut there is no telling how many claims are wanted; a model is asked for few. */
const FEW = 3

export type FailedClaim = { readonly text: string; readonly problems: readonly Problem[] }

export type Fault = {
  readonly reply: string
  readonly failed: readonly FailedClaim[]
  /** Of the reply as a whole. */
  readonly problems: readonly Problem[]
  /** Claims that stand, and are not to be written again. */
  readonly kept: readonly string[]
  readonly evidence: Evidence
}

/** `told`: how many of the failed claims the messages name, the first ones; there is room for one at least. */
export type Repair = { readonly messages: readonly Message[]; readonly told: number }

const misquoted: ReadonlySet<Problem['code']> = new Set(['quote_not_found', 'quote_cuts_word', 'quote_too_short'])

const explained = (problem: Problem, evidence: Evidence): string => {
  if (!('quote' in problem)) return explain(problem)
  const said = explain({ ...problem, quote: shorten(problem.quote, EXCERPT) })
  const elsewhere = 'elsewhere' in problem && problem.elsewhere !== undefined
  const cited = evidence.get(problem.paragraph)
  const nearby = cited && !elsewhere && misquoted.has(problem.code) ? nearbyWording(problem.quote, cited) : undefined
  return nearby === undefined ? said : `${said} ${problem.paragraph} reads: ${JSON.stringify(nearby)}.`
}

const lineOf = ({ text, problems }: FailedClaim, evidence: Evidence): string => {
  const said = [...new Set(problems.map((each) => explained(each, evidence)))].join(' ')
  return withinTokens(`- ${JSON.stringify(shorten(text, EXCERPT))}: ${said}`, LINE_TOKENS)
}

/** Follows the messages that led to the reply. */
export const repairOf = ({ reply, failed, problems, kept, evidence }: Fault, prompts: Prompts): Repair => {
  const said = (lines: readonly string[]): readonly Message[] => prompts.repair({ problems: lines.join('\n') })
  const cost = (messages: readonly Message[]): number =>
    messages.reduce((sum, { text }) => sum + approximateTokens(text), 0)

  const whole = problems.slice(0, 1).map((each) => withinTokens(`- ${explain(each)}`, WHOLE_TOKENS))
  const lines = failed.map((each) => lineOf(each, evidence))
  let told = 0
  while (told < lines.length && cost(said([...whole, ...lines.slice(0, told + 1)])) <= REPAIR_TOKENS) told++
  const messages = said([...whole, ...lines.slice(0, told)])
  // Its own words help a model to mend them, where they are not too long; else it is told what of them is kept.
  const own: readonly Message[] = [{ role: 'assistant', text: reply }]
  if (reply !== '' && cost([...own, ...messages]) <= REPAIR_TOKENS) return { messages: [...own, ...messages], told }
  if (kept.length === 0) return { messages, told }
  const names = kept.map((text) => JSON.stringify(shorten(text, KEPT_EXCERPT))).join(', ')
  const withKept = said([...whole, `- Kept: ${names}`, ...lines.slice(0, told)])
  return { messages: cost(withKept) <= REPAIR_TOKENS ? withKept : messages, told }
}

/** The output that a retry for so many claims may take, never more than the first call might. */
export const retryTokens = (claims: number | undefined, maxOutputTokens: number): number =>
  Math.min(maxOutputTokens, ENVELOPE_TOKENS + CLAIM_TOKENS * Math.max(claims ?? FEW, FEW))
