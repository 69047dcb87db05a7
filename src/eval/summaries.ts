/** How much of an article a summary says, and in how little. Pure. */
import { analyse } from '../text/analyse.ts'
import { isGeneric } from '../text/generic.ts'
import type { Answer, Article, Language } from '../types.ts'

/** The words that an article repeats most say what it is about. */
const KEY_WORDS = 20

export type SummaryFigures = {
  /** The weight of the article's key words that the summary has, 0 to 1; a word weighs as often as it is written. */
  readonly coverage: number
  /** Characters of the article for one of the summary (Grusky et al. 2018 count words). */
  readonly compression: number
  /** The share of the article's headed parts that a bullet cites; undefined where it has none. */
  readonly sections: number | undefined
  readonly bullets: number
}

const stemsOf = (text: string, language: Language): readonly string[] =>
  analyse(text, language).flatMap((term) => (term.stop || isGeneric(term, language) ? [] : [term.stem]))

const keyWords = ({ head, paragraphs }: Article): readonly (readonly [stem: string, count: number])[] => {
  const counts = new Map<string, number>()
  for (const { text } of paragraphs)
    for (const stem of stemsOf(text, head.language)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, KEY_WORDS)
}

export const summaryFigures = (article: Article, { claims, language }: Answer): SummaryFigures => {
  const said = claims.map(({ text }) => text).join('\n')
  const stems = new Set(stemsOf(said, language))
  const wanted = keyWords(article)
  const sum = (list: readonly (readonly [string, number])[]): number => list.reduce((all, [, count]) => all + count, 0)
  const headings = new Set(article.paragraphs.map(({ heading }) => heading))
  const cited = new Set(claims.flatMap(({ citations }) => citations.map(({ paragraph }) => paragraph.heading)))
  const length = article.paragraphs.reduce((all, { text }) => all + text.length, 0)
  return {
    coverage: sum(wanted) === 0 ? 0 : sum(wanted.filter(([stem]) => stems.has(stem))) / sum(wanted),
    compression: said.length === 0 ? 0 : length / said.length,
    sections: headings.size > 1 ? cited.size / headings.size : undefined,
    bullets: claims.length,
  }
}
