/**
 * Reads the few passages that the index found, and scores them by all that pays: each feature's weight is what it
 * brought on questions to French, English, German, Spanish and Russian articles (`npm run eval:search`, and
 * docs/benchmarks.md for the figures). A score is the sum of its parts, so that it explains itself.
 */
import { analyse, irregularForms, isUnspaced } from '../text/analyse.ts'
import { fold } from '../text/fold.ts'
import { primarySubtag } from '../text/language.ts'
import type { Paragraph, ScorePart } from '../types.ts'
import { relativeLength, saturation } from './bm25.ts'
import { HEADING_FREQUENCY } from './corpus.ts'
import { TITLE_WEIGHT, type Wanted } from './wanted.ts'

/** The word exactly as asked, beside its stem. */
const EXACT_WEIGHT = 0.5
/** A word's share of letters in a row that the passage has too: Regierung in Bundesregierung, mathematical, matemático. */
const LETTERS_WEIGHT = 0.8
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

/** Folded, with one space for each character that is in no word or number; one before and behind. */
const spacedOut = (text: string): string => ` ${fold(text).replace(/[^\p{L}\p{M}\p{N}.,]|[.,](?!\d)/gu, ' ')} `

const isWritten = (word: string): boolean => /^\p{L}/u.test(word)
/** Units of text for a term that is no stop word, where spaces part the words: French, English and German agree. */
const UNITS_A_TERM = 11

type Meaning = { readonly at: number; readonly similar: boolean }

/** What of a question may stand in texts of a language, and where to look. */
type Sought = {
  readonly meanings: ReadonlyMap<string, readonly Meaning[]>
  /** How the words begin that may have one of the stems; others may begin so too. */
  readonly beginnings: ReadonlySet<string>
  /** Stems of each such word met so far. */
  readonly stems: Map<string, readonly string[]>
}

/** Stemmers change ends alone, though of a word of three letters the last may be its end. */
const beginningOf = (stem: string): string => stem.slice(0, stem.length > 2 ? 2 : 1)

const soughtIn = (language: string, all: readonly Wanted[]): Sought => {
  const meanings = new Map<string, readonly Meaning[]>()
  const beginnings = new Set<string>()
  const add = (stem: string, meaning: Meaning): void => {
    meanings.set(stem, [...(meanings.get(stem) ?? []), meaning])
    for (const form of [stem, ...irregularForms(stem, language)]) beginnings.add(beginningOf(form))
  }
  for (const [at, { stems, similar }] of all.entries()) {
    const own = stems.get(language)
    if (own !== undefined) add(own, { at, similar: false })
    for (const each of similar.get(language) ?? []) add(each, { at, similar: true })
  }
  return { meanings, beginnings, stems: new Map() }
}

type Count = { stem: number; exact: number; similar: number; readonly places: number[] }

/** A word, or a number whose groups of three digits spaces part. */
const wordOrNumber = /\d{1,3}(?: \d{3})+(?![^ ])|[^ ]+/uy

/** How often each word of the question stands in a text that is spaced out. */
const countIn = (text: string, language: string, all: readonly Wanted[], sought: Sought): readonly Count[] => {
  const counts = all.map((): Count => ({ stem: 0, exact: 0, similar: 0, places: [] }))
  const add = (stem: string, written: string, place: number): void => {
    for (const { at, similar } of sought.meanings.get(stem) ?? []) {
      const count = counts[at]
      if (!count) continue
      if (similar) count.similar++
      else count.stem++
      if (written === all[at]?.word) count.exact++
      count.places.push(place / UNITS_A_TERM)
    }
  }
  for (let space = 0, next = 0; space < text.length - 1; space = next) {
    next = text.indexOf(' ', space + 1)
    const at = space + 1
    const begins = (length: number): boolean => sought.beginnings.has(text.slice(at, at + length))
    if (next === at || !(begins(2) || begins(1))) continue
    wordOrNumber.lastIndex = at
    const [word = ''] = wordOrNumber.exec(text) ?? []
    next = Math.max(next, at + word.length)
    const stems = sought.stems.get(word) ?? analyse(word, language).map(({ stem }) => stem)
    sought.stems.set(word, stems)
    for (const stem of stems) add(stem, word, at)
  }
  for (const { word } of all)
    if (isUnspaced(word))
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) add(word, word, at * UNITS_A_TERM)
  return counts
}

/** Of one question; gives a function for each of its passages. */
export const createRescore = (all: readonly Wanted[]): ((paragraph: Paragraph) => Rescored) => {
  const runs = all.map(({ word }) => (isWritten(word) ? runsOf(word) : [` ${word} `]))
  const languages = new Map<string, Sought>()
  const titles = new Map<string, ReadonlySet<string>>()
  const stemsOf = (above: string, language: string): ReadonlySet<string> => {
    const stems = titles.get(above) ?? new Set(above === '' ? [] : analyse(above, language).map(({ stem }) => stem))
    titles.set(above, stems)
    return stems
  }

  return ({ article, text, heading }) => {
    const language = primarySubtag(article.language)
    const sought = languages.get(language) ?? soughtIn(language, all)
    languages.set(language, sought)
    const spaced = spacedOut(text)
    const counts = countIn(spaced, language, all, sought)
    const [title, headed] = [stemsOf(article.title, language), stemsOf(heading ?? '', language)]
    const length = relativeLength(spaced.length / (isUnspaced(spaced) ? 1 : UNITS_A_TERM))

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
      const shared = exact > 0 ? 1 : pieces.filter((run) => spaced.includes(run)).length / (pieces.length || 1)
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
          (CLOSENESS_WEIGHT * Math.min(left.weight, right.weight)) / Math.max(1, apart),
        )
    }
    return { covered, holds, parts }
  }
}
