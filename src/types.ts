/** The domain's words as types: what an article is, what an answer may be. Imports nothing of ours. */

/** The languages Pilcrow itself speaks to a reader. */
export type Locale = 'fr' | 'en'

/** A BCP 47 tag of an article's text or of claims, e.g. `fr`. */
export type Language = string

/** What is known of an article beside its paragraphs. */
export type ArticleHead = {
  /** Unique: `le-drian-moscou` where it is everybody’s, `<server>/le-drian-moscou` where it is one server’s. */
  readonly id: string
  readonly title: string
  readonly language: Language
  /** The publication's name. */
  readonly source?: string
  readonly url?: string
  readonly author?: string
  /** As the article says it, preferably ISO 8601. */
  readonly published?: string
  /** The photograph's or agency's credit line. */
  readonly credit?: string
  /** SHA-256, hex, of the paragraphs’ text: what offsets point into. Another text is another version of the article. */
  readonly hash: string
}

export type Paragraph = {
  readonly article: ArticleHead
  /** From 1, as people count: ¶1. */
  readonly number: number
  /** Exactly as published; every offset points into it, in UTF-16 code units. */
  readonly text: string
  /** The nearest heading above it. */
  readonly heading?: string
  /** Where it begins in a source that has pages, from 1. */
  readonly page?: number
}

export type Article = { readonly head: ArticleHead; readonly paragraphs: readonly Paragraph[] }

/** A paragraph that a search chose, with its retrieval score (higher is better, no unit). */
export type Passage = { readonly paragraph: Paragraph; readonly score: number }

/** What a word of the question, or two that stand close, gave a passage's score, and by what. */
export type ScorePart = {
  readonly word: string
  /**
   * A form of the word, the very word, a similar one, the title, the same letters in a row, the best sentence; of no
   * word, a figure where one is asked for, or a neighbour's words.
   */
  readonly by: 'word' | 'exact' | 'similar' | 'title' | 'letters' | 'sentence' | 'closeness' | 'figure' | 'neighbours'
  readonly amount: number
}

/** A passage whose score is the sum of its parts. */
export type ExplainedPassage = Passage & { readonly parts: readonly ScorePart[] }

/** The server whose article this is; undefined where it is everybody’s. */
export const serverOf = (id: string): string | undefined => {
  const slash = id.indexOf('/')
  return slash === -1 ? undefined : id.slice(0, slash)
}

/**
 * Which articles may be used. The articles themselves, since a face only holds those that its reader may see: with an
 * id, or a word for all, a question could name another server’s.
 */
export type Scope = readonly Article[]

/** An earlier exchange: helps to understand a follow-up, is never evidence. */
export type Turn = { readonly question: string; readonly answer: string }

export type Question = {
  readonly text: string
  readonly locale: Locale
  readonly scope: Scope
  readonly history: readonly Turn[]
}

/** The longest question that is taken, in UTF-16 code units: Discord's longest message. */
export const QUESTION_LIMIT = 2_000

export type SummaryLength = 'short' | 'medium' | 'long'

export type SummaryRequest = {
  readonly article: Article
  readonly length: SummaryLength
  readonly locale: Locale
}

export type CheckRequest = {
  readonly statement: string
  readonly locale: Locale
  readonly scope: Scope
}

/** What a model reads of a statement in the articles; its reading, not ours. */
export type CheckVerdict = 'supported' | 'contradicted' | 'partly' | 'not_covered'

declare const verified: unique symbol

/** Marks what only `answer/verify` can make, so that nothing unverified can be given to a face. */
type Verified = { readonly [verified]: true }

/** A place in a paragraph: `start` inclusive, `end` exclusive, UTF-16 code units. Holds no words of its own. */
export type Citation = Verified & { readonly paragraph: Paragraph; readonly start: number; readonly end: number }

/** The words a citation points at, cut from our own text. */
export const quotation = (citation: Citation): string => citation.paragraph.text.slice(citation.start, citation.end)

/** What an article's words are to a statement that is checked; the model's reading of them. */
export type Stance = 'supports' | 'contradicts'

/** A statement with at least one citation. */
export type Claim = Verified & {
  readonly text: string
  readonly citations: readonly [Citation, ...Citation[]]
  /** Of a part of a statement that is checked. */
  readonly stance?: Stance
}

/** Whether a claim says nothing but its one quotation: such a claim is shown once, not twice. */
export const isQuotation = (claim: Claim): boolean =>
  claim.citations.length === 1 && claim.text === quotation(claim.citations[0])

/** The name of a model whose server has not been reached yet. */
export const UNKNOWN_MODEL = 'unknown'

/** Tokens the model counted, and how many calls were made. */
export type Usage = {
  readonly inputTokens: number
  readonly outputTokens: number
  readonly cachedTokens: number
  readonly calls: number
}

export const noUsage: Usage = { inputTokens: 0, outputTokens: 0, cachedTokens: 0, calls: 0 }

/** Both together. */
export const addUsage = (a: Usage, b: Usage): Usage => ({
  inputTokens: a.inputTokens + b.inputTokens,
  outputTokens: a.outputTokens + b.outputTokens,
  cachedTokens: a.cachedTokens + b.cachedTokens,
  calls: a.calls + b.calls,
})

type AnswerCommon = Verified & {
  /** Who wrote the draft: a model, or our own extraction. */
  readonly by: 'model' | 'extract'
  /** True when something of the draft did not stand and was dropped or replaced by its quotations. */
  readonly partial: boolean
  /** Of the claims. */
  readonly language: Language
  /** Of the words around them. */
  readonly locale: Locale
  /** What was considered, best first. */
  readonly passages: readonly Passage[]
  readonly usage: Usage
}

export type Claims = readonly [Claim, ...Claim[]]

export type Answered = AnswerCommon & { readonly kind: 'answered'; readonly claims: Claims }
export type Summary = AnswerCommon & {
  readonly kind: 'summary'
  readonly article: ArticleHead
  readonly length: SummaryLength
  readonly claims: Claims
}
/** What the articles say of one part of a statement. */
type Part<S extends Stance = Stance> = Claim & { readonly stance: S }

/** A verdict with what bears it out: a statement cannot be contradicted without the words that contradict it. */
export type Reading =
  | { readonly verdict: 'supported' | 'partly'; readonly claims: readonly [Part<'supports'>, ...Part<'supports'>[]] }
  | { readonly verdict: 'contradicted'; readonly claims: readonly [Part<'contradicts'>, ...Part[]] }
  | { readonly verdict: 'not_covered'; readonly claims: readonly [] }

export type Check = AnswerCommon & {
  readonly kind: 'check'
  /** Places worth reading, not evidence. */
  readonly nearest: readonly Paragraph[]
} & Reading
export type NotFound = AnswerCommon & {
  readonly kind: 'not_found'
  readonly claims: readonly []
  /** Places worth reading, not evidence. */
  readonly nearest: readonly Paragraph[]
}

export type Answer = Answered | Summary | Check | NotFound

/** Where a stored answer points: an article, the version of it that was cited, and the paragraph's number. */
export type StoredPlace = { readonly article: string; readonly hash: string; readonly paragraph: number }
export type StoredCitation = StoredPlace & { readonly start: number; readonly end: number }
export type StoredClaim = {
  readonly text: string
  readonly citations: readonly StoredCitation[]
  readonly stance?: Stance
}
export type StoredPassage = StoredPlace & { readonly score: number }

type StoredCommon = Omit<AnswerCommon, keyof Verified | 'passages'> & { readonly passages: readonly StoredPassage[] }

/** An answer without the texts it cites, as plain JSON: only `restore` makes an Answer of it again. */
export type StoredAnswer = StoredCommon &
  (
    | { readonly kind: 'answered'; readonly claims: readonly StoredClaim[] }
    | {
        readonly kind: 'summary'
        readonly claims: readonly StoredClaim[]
        readonly article: ArticleHead
        readonly length: SummaryLength
      }
    | {
        readonly kind: 'check'
        readonly verdict: CheckVerdict
        readonly claims: readonly StoredClaim[]
        readonly nearest: readonly StoredPlace[]
      }
    | { readonly kind: 'not_found'; readonly nearest: readonly StoredPlace[] }
  )

/** Who a model call is counted against: a server, or a member who asks outside of one. */
export type Payer = { readonly kind: 'server' | 'member'; readonly id: string }

/** What caps are for: calendar days and months, in UTC. */
export type Period = 'day' | 'month'

/** Whose cap left no room for a model call, until the day or the month is over. */
export type Exhausted = { readonly whose: Payer['kind'] | 'total'; readonly period: Period }
