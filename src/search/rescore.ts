/**
 * Reads the few passages that the index found, and scores them by all that pays: each feature's weight is what it
 * brought on questions to French, English, German, Spanish and Russian articles (`npm run eval:search`, and
 * docs/benchmarks.md for the figures). A score is the sum of its parts, so that it explains itself.
 */
import { analyse } from '../text/analyse.ts'
import { primarySubtag } from '../text/language.ts'
import type { Paragraph, ScorePart } from '../types.ts'
import { relativeLength, saturation } from './bm25.ts'
import { HEADING_FREQUENCY } from './corpus.ts'
import { TITLE_WEIGHT, type Wanted } from './wanted.ts'

/** The word exactly as asked, beside its stem. */
const EXACT_WEIGHT = 0.5
/** A word's share of letters in a row that the passage has too: Regierung in Bundesregierung, mathematical, matemático. */
const LETTERS_WEIGHT = 0.6
const LETTERS = 4
/** Two words that follow each other in the question, this near in the passage, in words that are no stop words. */
const CLOSENESS_WEIGHT = 0.3
const FARTHEST = 5

/** The share of a word's information that a paragraph holds when it has only similar words, or its title has the word. */
const SIMILAR_SHARE = 0.5
const HEADING_SHARE = 0.5

export type Rescored = {
  /** Of the question's information. */
  readonly covered: number
  /** Whether it has a word of the question, or stands under a title or heading that does. */
  readonly holds: boolean
  readonly parts: readonly ScorePart[]
}

/** Runs of letters of a word, its beginning told by a space. */
const runsOf = (word: string): readonly string[] => {
  if (word.length < LETTERS) return [` ${word} `]
  const marked = ` ${word}`
  return Array.from({ length: marked.length - LETTERS + 1 }, (_, at) => marked.slice(at, at + LETTERS))
}

/** Between the two nearest of two ascending lists that are not the same place. */
const distance = (a: readonly number[], b: readonly number[]): number => {
  let nearest = Number.POSITIVE_INFINITY
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    const gap = (b[j] ?? 0) - (a[i] ?? 0)
    if (gap !== 0) nearest = Math.min(nearest, Math.abs(gap))
    if (gap > 0) i++
    else j++
  }
  return nearest
}

const isWritten = (word: string): boolean => /^\p{L}/u.test(word)

/** Of one question; gives a function for each of its passages. */
export const createRescore = (all: readonly Wanted[]): ((paragraph: Paragraph) => Rescored) => {
  const runs = all.map(({ word }) => (isWritten(word) ? runsOf(word) : [` ${word} `]))
  /** By language and stem: which words of the question it stands for. */
  const languages = new Map<string, ReadonlyMap<string, readonly { at: number; similar: boolean }[]>>()
  const meaningsIn = (language: string) => {
    const known = languages.get(language)
    if (known) return known
    const meanings = new Map<string, { at: number; similar: boolean }[]>()
    const add = (stem: string, at: number, similar: boolean): void => {
      meanings.set(stem, [...(meanings.get(stem) ?? []), { at, similar }])
    }
    for (const [at, { stems, similar }] of all.entries()) {
      const stem = stems.get(language)
      if (stem !== undefined) add(stem, at, false)
      for (const each of similar.get(language) ?? []) add(each, at, true)
    }
    languages.set(language, meanings)
    return meanings
  }

  return ({ article, text, heading }) => {
    const language = primarySubtag(article.language)
    const meanings = meaningsIn(language)
    const terms = analyse(text, language).filter(({ stop }) => !stop)
    const counts = all.map(() => ({ stem: 0, exact: 0, similar: 0, places: [] as number[] }))
    for (const [place, { stem, word }] of terms.entries()) {
      for (const { at, similar } of meanings.get(stem) ?? []) {
        const count = counts[at]
        if (!count) continue
        if (similar) count.similar++
        else count.stem++
        if (word === all[at]?.word) count.exact++
        count.places.push(place)
      }
    }
    const stemsOf = (above: string): ReadonlySet<string> =>
      new Set(above === '' ? [] : analyse(above, language).map(({ stem }) => stem))
    const [title, headed] = [stemsOf(article.title), stemsOf(heading ?? '')]
    const letters = ` ${terms.map(({ word }) => word).join(' ')} `
    const length = relativeLength(terms.length)

    const parts: ScorePart[] = []
    let [covered, holds] = [0, false]
    const give = (word: string, by: ScorePart['by'], amount: number): void => {
      if (amount > 0) parts.push({ word, by, amount })
    }
    for (const [at, { word, stems, weight, similarWeight, value }] of all.entries()) {
      const { stem, exact, similar } = counts[at] ?? { stem: 0, exact: 0, similar: 0 }
      const own = stems.get(language)
      const inTitle = own !== undefined && title.has(own)
      const inHeading = own !== undefined && headed.has(own)
      const pieces = runs[at] ?? []
      const shared = exact > 0 ? 1 : pieces.filter((run) => letters.includes(run)).length / (pieces.length || 1)
      give(word, 'word', weight * saturation(stem + (inHeading ? HEADING_FREQUENCY : 0), length))
      give(word, 'exact', EXACT_WEIGHT * weight * saturation(exact, length))
      give(word, 'similar', similarWeight * saturation(similar, length))
      give(word, 'title', inTitle ? TITLE_WEIGHT * weight : 0)
      give(word, 'letters', LETTERS_WEIGHT * weight * shared)
      const above = inTitle || inHeading
      covered += value * Math.max(stem > 0 ? 1 : 0, above ? HEADING_SHARE : 0, similar > 0 ? SIMILAR_SHARE : 0)
      holds ||= stem > 0 || similar > 0 || above
    }
    for (let at = 0; at + 1 < all.length; at++) {
      const [first, second] = [counts[at]?.places ?? [], counts[at + 1]?.places ?? []]
      const apart = distance(first, second)
      if (apart > FARTHEST) continue
      const [left, right] = [all[at], all[at + 1]]
      if (left && right)
        give(
          `${left.word} ${right.word}`,
          'closeness',
          (CLOSENESS_WEIGHT * Math.min(left.weight, right.weight)) / apart,
        )
    }
    return { covered, holds, parts }
  }
}
