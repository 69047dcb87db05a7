/** Summarises an article by cited bullets: a model's, or the article's most central sentences. */
import type { Engine } from '../ports.ts'
import { AppError, type Article, type Passage } from '../types.ts'
import { standing } from './ask.ts'
import type { Form } from './author.ts'
import { centralSentences } from './central.ts'
import { type Draft, parseSummary, summarySchema } from './draft.ts'
import { choosePassages, fits, label } from './passages.ts'
import { notFound, summary } from './verify.ts'
import type { Writing } from './writing.ts'

/** Bullets of a summary. */
const bullets = { short: 3, medium: 6, long: 10 } as const

/** Of a long article as many of its best sentences' paragraphs are considered for a model to summarise. */
const CENTRAL_SENTENCES = 40

/** Room for a reply: ten bullets with their quotations. */
const SUMMARY_TOKENS = 2_500

const form: Form = { name: 'summary', schema: summarySchema, parse: parseSummary, maxOutputTokens: SUMMARY_TOKENS }

/** The article whole, or as many paragraphs as fit: those of its most central sentences. */
const passagesOf = (article: Article): readonly Passage[] => {
  if (fits([article])) return article.paragraphs.map((paragraph) => ({ paragraph, score: 0 }))
  const central = centralSentences(article, CENTRAL_SENTENCES).map(({ paragraph, score }) => ({ paragraph, score }))
  return choosePassages(
    central.toSorted((a, b) => b.score - a.score),
    [article],
  )
}

export const createSummarise =
  (writing: Writing): Engine['summarise'] =>
  async ({ article, length, locale }, signal, onClaim) => {
    if (signal.aborted) throw new AppError('aborted', {})
    const count = bullets[length]
    const passages = passagesOf(article)
    const evidence = label(passages, [article])
    const written = await writing.write((prompts) => ({
      form,
      messages: prompts.summary({ passages: evidence, count, language: locale }),
      evidence,
      language: locale,
      most: count,
      signal,
      onClaim,
    }))
    const of = { article: article.head, length }
    const common = { locale, usage: written.usage }
    if (written.kind === 'written') {
      const { claims, partial } = written
      const rest = { ...common, by: 'model', language: locale, partial, passages } as const
      return summary(claims, { ...rest, ...of }) ?? notFound({ ...rest, nearest: [] })
    }
    const central = centralSentences(article, count)
    const quoted = label(
      [...new Set(central.map(({ paragraph }) => paragraph))].map((paragraph) => ({ paragraph, score: 0 })),
      [article],
    )
    const labels = new Map([...quoted].map(([name, paragraph]) => [paragraph, name]))
    const draft: Draft = {
      verdict: 'answered',
      claims: central.map(({ paragraph, span }) => {
        const quote = paragraph.text.slice(span.start, span.end)
        return { text: quote, citations: [{ paragraph: labels.get(paragraph) ?? '', quote }] }
      }),
    }
    const { language } = article.head
    const considered = central.map(({ paragraph, score }) => ({ paragraph, score }))
    const rest = { ...common, by: 'extract', language, partial: false, passages: considered } as const
    return summary(standing(draft, language, quoted), { ...rest, ...of }) ?? notFound({ ...rest, nearest: [] })
  }
