/**
 * Summarises without a model: the sentences nearest to what the whole article is about, none saying what another
 * has said. Centroid similarity after Radev et al. (2004), redundancy after Carbonell and Goldstein's maximal marginal
 * relevance (1998).
 */
import { analyse } from '../text/analyse.ts'
import type { Article, Paragraph } from '../types.ts'
import type { Span } from './quotation.ts'
import { standalone } from './standalone.ts'

/** What being said before costs, against being central. */
const REDUNDANCY = 0.7
/** News says first what matters: the first paragraph counts this much more than the last. */
const LEAD = 0.35
/** A sentence that leans on another one makes a poor bullet, a very short or very long one too. */
const LEANING = 0.7
const COMFORTABLE = { least: 50, most: 320 } as const
const UNCOMFORTABLE = 0.6
/** The first sentence opens a summary, unless another of its paragraph is so many times nearer to the whole. */
const PLAINER = 1.5
/** Bounds the work on a book: what comes later is not considered. */
const MAXIMUM_SENTENCES = 5_000

export type CentralSentence = { readonly paragraph: Paragraph; readonly span: Span; readonly score: number }

type Vector = ReadonlyMap<string, number>

const similarity = (a: Vector, b: Vector): number => {
  let dot = 0
  for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0)
  return dot
}

const unit = (weights: ReadonlyMap<string, number>): Vector => {
  const norm = Math.hypot(...weights.values()) || 1
  return new Map([...weights].map(([term, weight]) => [term, weight / norm]))
}

/**
 * The `count` sentences that say most of the article: what it opens with, unless that is a teaser, then the most central
 * first; fewer where it has fewer.
 */
export const centralSentences = (article: Article, count: number): readonly CentralSentence[] => {
  const { language } = article.head
  const candidates = article.paragraphs
    .flatMap((paragraph) => standalone(paragraph).map((each) => ({ paragraph, ...each })))
    .slice(0, MAXIMUM_SENTENCES)
  const stems = candidates.map(({ paragraph, sentence }) =>
    analyse(paragraph.text.slice(sentence.start, sentence.end), language).flatMap((term) =>
      term.stop ? [] : [term.stem],
    ),
  )
  const frequency = new Map<string, number>()
  for (const list of stems) for (const stem of new Set(list)) frequency.set(stem, (frequency.get(stem) ?? 0) + 1)
  const vectors = stems.map((list) => {
    const weights = new Map<string, number>()
    for (const stem of list) {
      const rarity = Math.log(1 + stems.length / (frequency.get(stem) ?? 1))
      weights.set(stem, (weights.get(stem) ?? 0) + rarity)
    }
    return unit(weights)
  })
  const sum = new Map<string, number>()
  for (const vector of vectors) for (const [stem, weight] of vector) sum.set(stem, (sum.get(stem) ?? 0) + weight)
  // A word of one sentence alone says nothing of the whole.
  const centroid = unit(new Map([...sum].filter(([stem]) => (frequency.get(stem) ?? 0) > 1)))

  const scored = candidates.map(({ paragraph, span, leans }, index) => {
    const length = span.end - span.start
    const comfortable = length >= COMFORTABLE.least && length <= COMFORTABLE.most
    const place = 1 - (paragraph.number - 1) / Math.max(1, article.paragraphs.length)
    const vector = vectors[index] ?? new Map()
    const nearness = similarity(vector, centroid)
    const score = (nearness + LEAD * place) * (leans ? LEANING : 1) * (comfortable ? 1 : UNCOMFORTABLE)
    return { paragraph, span, leans, comfortable, score, nearness, vector }
  })

  const title = new Set(analyse(article.head.title, language).flatMap((term) => (term.stop ? [] : [term.stem])))
  const usual = scored.map(({ nearness }) => nearness).sort((a, b) => a - b)[Math.floor(scored.length / 2)] ?? 0
  type Scored = (typeof scored)[number]
  const isTitled = ({ vector }: Scored): boolean => vector.keys().some((stem) => title.has(stem))
  // A question, words left hanging, or a scene that says nothing of what the article is about.
  const isTeaser = (each: Scored): boolean =>
    /[?…:]["'”’»)\s]*$/u.test(each.paragraph.text.slice(each.span.start, each.span.end)) ||
    (each.nearness < usual && !isTitled(each))
  const leads = scored.filter((each) => each.paragraph === article.paragraphs[0] && !each.leans && !isTeaser(each))
  const isPlainer = (other: Scored, each: Scored): boolean =>
    other.comfortable && other.nearness > PLAINER * each.nearness && (isTitled(other) || !isTitled(each))
  const lead = leads.find((each) => !leads.some((other) => isPlainer(other, each)))

  // News says first what matters most.
  const chosen = lead && count > 0 ? [lead] : []
  const worth = (each: Scored): number =>
    each.score -
    REDUNDANCY * Math.max(0, ...chosen.map((other) => similarity(each.vector, other.vector))) -
    (chosen.some((other) => other.paragraph === each.paragraph) ? 1 : 0)
  const overlaps = (a: CentralSentence, b: CentralSentence): boolean =>
    a.paragraph === b.paragraph && a.span.start < b.span.end && b.span.start < a.span.end
  while (chosen.length < count) {
    const left = scored.filter((each) => !chosen.some((other) => overlaps(each, other)))
    const [best] = left.map((each) => ({ each, value: worth(each) })).sort((a, b) => b.value - a.value)
    if (!best) break
    chosen.push(best.each)
  }
  return chosen.map(({ paragraph, span, score }) => ({ paragraph, span, score }))
}
