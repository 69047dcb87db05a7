/**
 * Reads the few passages that the index found, and scores them by all that pays: each feature's weight is what it
 * brought on questions to French, English, German, Spanish and Russian articles (`npm run eval:search`, and
 * docs/search.md for what each is worth). A score is the sum of its parts, so that it explains itself.
 */
import { isUnspaced, stemsOf } from '../text/analyse.ts'
import type { FigureAsked } from '../text/figure-asked.ts'
import { primarySubtag } from '../text/language.ts'
import { createCounter, distance } from '../text/occurrences.ts'
import { createSentenceReader } from '../text/sentence-shares.ts'
import type { Paragraph, ScorePart } from '../types.ts'
import { relativeLength, saturation } from './bm25.ts'
import { TITLE_WEIGHT, type Wanted } from './rough.ts'

/** The word exactly as asked, beside its stem. */
const EXACT_WEIGHT = 0.4
/** A word's share of letters in a row that the passage has too: Regierung in Bundesregierung, mathematical, matemático. */
const LETTERS_WEIGHT = 0.7
/** An occurrence in the heading above a paragraph, against one in the paragraph itself. */
const HEADING_FREQUENCY = 0.3
/** Two words that follow each other in the question, this near in the passage, in words that are no stop words. */
const CLOSENESS_WEIGHT = 0.4
const FARTHEST = 5

/** Of the sentence that holds most of the question, see `text/sentence-shares.ts`. */
const SENTENCE_WEIGHT = 0.5
/** Terms of an average sentence that are no stop words. */
const SENTENCE_TERMS = 12
/** A figure where the question asks for one, against the question's average word. */
const FIGURE_WEIGHT = 1

/** The share of a word's information that a paragraph holds when it has only similar words, or its title has the word. */
const HALF_HELD = 0.5

/** Units of text for a term that is no stop word, where spaces part the words: French, English and German agree. */
const UNITS_A_TERM = 11
/** Units at the beginning that tell: further on a foreign name may be given in its own script. */
const BEGINNING = 10

export type Rescored = {
  readonly score: number
  /** Of the question's information. */
  readonly covered: number
  /** Whether it has a word of the question, or stands under a title or heading that does. */
  readonly holds: boolean
  /** Of the score. */
  readonly parts: readonly ScorePart[]
}

/** Of one question; gives a function for each of its passages, which tells the parts of scores where it is asked to. */
export const createRescore = (
  all: readonly Wanted[],
  figure: FigureAsked,
  explain: boolean,
): ((paragraph: Paragraph) => Rescored) => {
  const average = all.reduce((sum, { weight }) => sum + weight, 0) / Math.max(1, all.length)
  const readSentences = createSentenceReader(all)
  const count = createCounter(all)
  const above = new Map<string, ReadonlySet<string>>()
  const stemsAbove = (text: string, language: string): ReadonlySet<string> =>
    above.getOrInsertComputed(text, () => new Set(stemsOf(text, language)))

  return ({ article, text, heading = '' }) => {
    const language = primarySubtag(article.language)
    const unitsATerm = isUnspaced(text.slice(0, BEGINNING)) ? 1 : UNITS_A_TERM
    const counts = count(text, language)
    const length = relativeLength(text.length / unitsATerm)
    const places = counts.map((each) => each.places)
    const ofSentence = (share: number, units: number): number =>
      saturation(share, units / (unitsATerm * SENTENCE_TERMS))
    const { letters, sentence } = readSentences(text, places, ofSentence)
    const [title, headed] = [stemsAbove(article.title, language), stemsAbove(heading, language)]

    const parts: ScorePart[] = []
    let [score, covered, holds] = [0, 0, false]
    const give = (word: string, by: ScorePart['by'], amount: number): void => {
      score += amount
      if (explain && amount > 0) parts.push({ word, by, amount })
    }
    for (const [at, { word, stems, weight, similarWeight, value }] of all.entries()) {
      const { stem, exact, similar } = counts[at] ?? { stem: 0, exact: 0, similar: 0 }
      const own = stems.get(language) ?? ''
      const [inTitle, inHeading] = [title.has(own), headed.has(own)]
      give(word, 'word', weight * saturation(stem + (inHeading ? HEADING_FREQUENCY : 0), length))
      give(word, 'exact', EXACT_WEIGHT * weight * saturation(exact, length))
      give(word, 'similar', similarWeight * saturation(similar, length))
      give(word, 'title', inTitle ? TITLE_WEIGHT * weight : 0)
      give(word, 'letters', LETTERS_WEIGHT * weight * (exact > 0 ? 1 : (letters[at] ?? 0)))
      give(word, 'sentence', SENTENCE_WEIGHT * weight * (sentence[at] ?? 0))
      const above = inTitle || inHeading
      covered += value * (stem > 0 ? 1 : above || similar > 0 ? HALF_HELD : 0)
      holds ||= stem > 0 || similar > 0 || above
      const next = all[at + 1]
      const apart = Math.max(1, distance(places[at] ?? [], places[at + 1] ?? []) / unitsATerm)
      const near = apart > FARTHEST || !next ? 0 : (CLOSENESS_WEIGHT * Math.min(weight, next.weight)) / apart
      if (near > 0) give(`${word} ${next?.word}`, 'closeness', near)
    }
    if (figure?.isIn(text, language)) give('', 'figure', FIGURE_WEIGHT * average)
    return { score, covered, holds, parts }
  }
}
