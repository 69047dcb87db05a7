/** Chooses what a question's passages are: the hits, what stands around them, and all of it where that is short. Pure. */
import { pointsBack } from '../text/anaphora.ts'
import type { Article, ArticleHead, Paragraph, Passage } from '../types.ts'
import type { Evidence } from './verify.ts'

/**
 * Characters of passages that are sent, some 3,000 tokens at four characters a token (OpenAI's rule of thumb for
 * English; French has rather fewer). Two articles of a newspaper's usual length fit.
 */
export const PASSAGE_BUDGET = 12_000

/** Every paragraph of these, in reading order. */
const all = (articles: readonly Article[]): readonly Paragraph[] => articles.flatMap((article) => article.paragraphs)

const size = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0)

/** Whether the articles can be sent whole. */
export const fits = (articles: readonly Article[], budget = PASSAGE_BUDGET): boolean => {
  let left = budget
  for (const article of articles) {
    left -= size(article.paragraphs)
    if (left < 0) return false
  }
  return true
}

/** Hits with a smaller share of the best score are not sent. Chosen from the curve in docs/search.md. */
const DROP = 0.35
/** Characters of an article that is sent whole where it is the best: a quarter of the budget. */
const SHORT_ARTICLE = 3_000

/** The paragraphs after and before one. */
export const beside = ({ number }: Paragraph, { paragraphs }: Article): readonly Paragraph[] =>
  [paragraphs[number], paragraphs[number - 2]].filter((each) => each !== undefined)

/** Paragraphs that nothing was searched for. */
export const passagesOf = (paragraphs: readonly Paragraph[]): readonly Passage[] =>
  paragraphs.map((paragraph) => ({ paragraph, score: 0 }))

/**
 * These, each once and as long as there is room; a shorter one passes a longer. One that is longer than the budget is
 * still sent where it comes first: it is the answer's best place. What two articles print alike, as a dispatch that both
 * took over, is sent once.
 */
export const within = (order: readonly Passage[], budget = PASSAGE_BUDGET): readonly Passage[] => {
  const chosen = new Map<Paragraph, Passage>()
  const firstIn = new Map<string, ArticleHead>()
  let left = budget
  for (const passage of order) {
    const { article, text } = passage.paragraph
    const { length } = text
    if (chosen.has(passage.paragraph) || (length > left && chosen.size > 0)) continue
    const first = firstIn.get(text) ?? article
    if (first !== article) continue
    firstIn.set(text, first)
    chosen.set(passage.paragraph, passage)
    left -= length
  }
  return [...chosen.values()]
}

/**
 * The passages for a question, best first, within `budget` characters: the hits down to a drop in score, each with the
 * paragraph before it where its first word points back; what else stands beside them; the beginning of each article
 * that was hit; the rest of the best one where it is short; and everything in scope where all of it fits.
 */
export const choosePassages = (
  hits: readonly Passage[],
  articles: readonly Article[],
  budget = PASSAGE_BUDGET,
): readonly Passage[] => {
  const byHead = new Map(articles.map((article) => [article.head, article]))
  const least = DROP * Math.max(0, ...hits.map(({ score }) => score))
  const whole = fits(articles, budget)
  const kept = whole ? hits : hits.filter(({ score }) => score >= least)
  const around = kept.map(({ paragraph }) => {
    const article = byHead.get(paragraph.article)
    return article ? beside(paragraph, article) : []
  })
  const led = kept.flatMap((hit) => {
    const { article, number, text } = hit.paragraph
    const before = byHead.get(article)?.paragraphs[number - 2]
    return before && pointsBack(text, article.language) ? [hit, ...passagesOf([before])] : [hit]
  })
  const hit = [...new Set(kept.map(({ paragraph }) => paragraph.article))].flatMap((head) => byHead.get(head) ?? [])
  const [best] = hit
  return within(
    [
      ...led,
      ...passagesOf([
        ...around.flat(),
        ...hit.flatMap((article) => article.paragraphs.slice(0, 1)),
        ...(best && fits([best], SHORT_ARTICLE) ? best.paragraphs : []),
        ...(whole ? all(articles) : []),
      ]),
    ],
    budget,
  )
}

/**
 * The labels the passages are sent under, P1, P2 …, in the order of `articles` and of reading: the same passages
 * always make the same prompt, whatever the question, so that a provider's cache can serve it.
 */
export const label = (passages: readonly Passage[], articles: readonly Article[]): Evidence => {
  const place = new Map(articles.map((article, index) => [article.head, index]))
  const sorted = passages
    .map(({ paragraph }) => paragraph)
    .sort((a, b) => (place.get(a.article) ?? 0) - (place.get(b.article) ?? 0) || a.number - b.number)
  return new Map(sorted.map((paragraph, index) => [`P${index + 1}`, paragraph]))
}

/** The passages, in their order, with the labels of `label`. */
export const labelled = (
  passages: readonly Passage[],
  evidence: Evidence,
): readonly (readonly [label: string, passage: Passage])[] => {
  const labels = new Map([...evidence].map(([name, paragraph]) => [paragraph, name]))
  return passages.flatMap((passage) => {
    const name = labels.get(passage.paragraph)
    return name === undefined ? [] : [[name, passage] as const]
  })
}
