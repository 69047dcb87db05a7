/** The JSON that scripts read, in the order of keys the README gives; offsets are UTF-16, end exclusive. Pure. */
import { type Answer, type Article, type ArticleHead, type Claim, type Paragraph, quotation } from '../types.ts'

const placeJson = ({ article, number, page }: Paragraph) => ({ article: article.id, paragraph: number, page })

const claimJson = (claim: Claim) => ({
  text: claim.text,
  ...(claim.stance !== undefined && { stance: claim.stance }),
  citations: claim.citations.map((citation) => ({
    ...placeJson(citation.paragraph),
    start: citation.start,
    end: citation.end,
    quote: quotation(citation),
  })),
})

export const answerJson = (answer: Answer) => ({
  kind: answer.kind,
  ...(answer.kind === 'summary' && { article: answer.article.id, length: answer.length }),
  ...(answer.kind === 'check' && { verdict: answer.verdict }),
  by: answer.by,
  partial: answer.partial,
  language: answer.language,
  locale: answer.locale,
  claims: answer.claims.map(claimJson),
  ...('nearest' in answer && { nearest: answer.nearest.map(placeJson) }),
  passages: answer.passages.map(({ paragraph, score }) => ({ ...placeJson(paragraph), score })),
  usage: {
    inputTokens: answer.usage.inputTokens,
    outputTokens: answer.usage.outputTokens,
    cachedTokens: answer.usage.cachedTokens,
    calls: answer.usage.calls,
  },
})

/** An absent field stays absent: `JSON.stringify` leaves undefined out. */
const headJson = (head: ArticleHead) => ({
  id: head.id,
  title: head.title,
  language: head.language,
  source: head.source,
  url: head.url,
  author: head.author,
  published: head.published,
  credit: head.credit,
  hash: head.hash,
})

export const articlesJson = (articles: readonly Article[]) =>
  articles.map(({ head, paragraphs }) => ({ ...headJson(head), paragraphCount: paragraphs.length }))

export const articleJson = ({ head, paragraphs }: Article) => ({
  ...headJson(head),
  paragraphs: paragraphs.map(({ number, page, heading, text }) => ({ number, page, heading, text })),
})

export const errorJson = (code: string, message: string) => ({ kind: 'error', code, message })

/** What JSON may hold raw, and a terminal must not be sent: DEL, C1, line separators, direction overrides. */
const unsafe = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/gu

/** One line of JSON that is safe to print on a terminal and parses back to the very same value. */
export const printed = (value: unknown): string =>
  JSON.stringify(value).replace(unsafe, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
