/** Summarises an article by cited bullets: a model's, or the article's most central sentences. */

import { AppError } from '../failures.ts'
import type { Engine, Summaries } from '../ports.ts'
import {
  type Answer,
  type Article,
  addUsage,
  type Claim,
  type Language,
  noUsage,
  type Paragraph,
  type Passage,
  type StoredPlace,
  type SummaryLength,
  type SummaryRequest,
  type Usage,
} from '../types.ts'
import { standing } from './ask.ts'
import type { Written } from './author.ts'
import { centralSentences } from './central.ts'
import { type Draft, MAX_CLAIMS } from './draft.ts'
import { inReadingOrder, interleaved, partsOf } from './parts.ts'
import { label, passagesOf, within } from './passages.ts'
import { distinct } from './repeat.ts'
import { notFound, restore, store, summary } from './verify.ts'
import type { Writing } from './writing.ts'

/** Bullets of a summary. */
export const bullets: Readonly<Record<SummaryLength, number>> = { short: 3, medium: 6, long: 10 }

/** A part is asked for more bullets than its share, since the best of all parts are kept; at least for so many. */
const SURPLUS = 1.5
const LEAST_A_PART = 2

type Bullets = { readonly claims: readonly Claim[]; readonly partial: boolean; readonly passages: readonly Passage[] }

/** The article's most central sentences as quotations. */
const extracted = (article: Article, count: number): Bullets => {
  const central = centralSentences(article, count)
  const passages = [...new Map(central.map(({ paragraph, score }) => [paragraph, { paragraph, score }])).values()]
  const evidence = label(passages, [article])
  const labels = new Map([...evidence].map(([name, paragraph]) => [paragraph, name]))
  const draft: Draft = {
    verdict: 'answered',
    claims: central.map(({ paragraph, span }) => {
      const quote = paragraph.text.slice(span.start, span.end)
      return { text: quote, citations: [{ paragraph: labels.get(paragraph) ?? '', quote }] }
    }),
  }
  return { claims: standing(draft, article.head.language, evidence), partial: false, passages }
}

export const createSummarise = (writing: Writing, kept?: Summaries): Engine['summarise'] => {
  type Work = {
    readonly article: Article
    readonly language: Language
    readonly signal: AbortSignal
    readonly onClaim?: ((claim: Claim) => void) | undefined
  }

  const write = (passages: readonly Passage[], count: number, { article, language, signal, onClaim }: Work) =>
    writing.write((prompts) => {
      const evidence = label(passages, [article])
      const messages = prompts.summary({ passages: evidence, count, language })
      return { form: 'summary', messages, evidence, language, most: count, signal, onClaim }
    })

  /** Each part by itself, and then a summary of the paragraphs that those cite; `undefined` where no model writes. */
  const written = async (count: number, work: Work): Promise<{ readonly bullets?: Bullets; readonly usage: Usage }> => {
    const { article, language, onClaim, ...rest } = work
    const parts = partsOf(article)
    const whole = (one: Written, passages: readonly Passage[]): Bullets | undefined =>
      one.kind === 'written' ? { claims: one.claims, partial: one.partial, passages } : undefined
    const [only] = parts
    if (parts.length === 1 && only) {
      const passages = passagesOf(only)
      const one = await write(passages, count, work)
      const bullets = whole(one, passages)
      return { ...(bullets && { bullets }), usage: one.usage }
    }
    const share = Math.min(MAX_CLAIMS, Math.max(LEAST_A_PART, Math.ceil((SURPLUS * count) / parts.length)))
    const each = await Promise.all(parts.map((part) => write(passagesOf(part), share, { article, language, ...rest })))
    const usage = each.reduce((sum, one) => addUsage(sum, one.usage), noUsage)
    const claims = distinct(interleaved(each.map((one) => (one.kind === 'written' ? one.claims : []))), language)
    if (claims.length === 0) return { usage }
    const cited = new Set(claims.flatMap(({ citations }) => citations.map(({ paragraph }) => paragraph)))
    const passages = within(passagesOf([...cited]))
    const joined = await write(passages, count, work)
    const all = addUsage(usage, joined.usage)
    if (joined.kind === 'written' && joined.claims.length > 0)
      return { bullets: whole(joined, passages) as Bullets, usage: all }
    // What was written of the parts stands as well, though nobody weighed it against the rest.
    return { bullets: { claims: claims.slice(0, count), partial: true, passages }, usage: all }
  }

  const summarised = async ({ article, length, locale }: SummaryRequest, work: Work): Promise<Answer> => {
    const { bullets: own, usage } = await written(bullets[length], work)
    const by = own ? 'model' : 'extract'
    const { claims, partial, passages } = own ?? extracted(article, bullets[length])
    const language = own ? locale : article.head.language
    const rest = { by, locale, language, partial, passages, usage } as const
    return (
      summary(inReadingOrder(claims), { ...rest, article: article.head, length }) ?? notFound({ ...rest, nearest: [] })
    )
  }

  return async (request, signal, onClaim) => {
    if (signal.aborted) throw new AppError('aborted', {})
    const { article, length, locale } = request
    const work = { article, language: locale, signal, onClaim }
    const signature = writing.signature()
    if (!kept || signature === undefined) return summarised(request, work)
    const key = { article: article.head.id, hash: article.head.hash, signature: `${signature} ${length} ${locale}` }
    const find = ({ article: id, hash, paragraph }: StoredPlace): Paragraph | undefined =>
      id === key.article && hash === key.hash ? article.paragraphs[paragraph - 1] : undefined
    const stored = await kept.summary(key)
    // Nothing is spent on what was paid for before.
    const again = stored && restore({ ...stored, usage: noUsage }, find)
    if (again?.kind === 'summary' && !again.partial) return again
    const made = await summarised(request, work)
    // What did not all stand, or no model wrote, may come out better the next time.
    if (made.kind === 'summary' && made.by === 'model' && !made.partial) await kept.saveSummary(key, store(made))
    return made
  }
}
