/**
 * Tells texts that have a figure of the kind that a question asks for: a year where it asks when, another number where
 * it asks how many. A glance, since a search asks it of every passage; `answer/figures.ts` reads them.
 */
import type { Language } from '../types.ts'
import { fold } from './fold.ts'
import { primarySubtag } from './language.ts'
import { numeralsOf } from './numeral-words.ts'
import { askedBy, isFigure } from './question-kind.ts'

const numbers = /\d+(?:[.,]\d+)*/g
const year = /^(?:1\d|20)\d{2}$/

const spelled = new Map<string, RegExp>()

/** Number words from two on, folded; those of one word, and not those that are as often something else. */
const spelledIn = (language: Language): RegExp => {
  const tag = primarySubtag(language)
  const known = spelled.get(tag)
  if (known) return known
  const { small, doubtful } = numeralsOf(tag)
  const words = [...small].flatMap(([word, value]) => (value > 1 && !doubtful.has(word) ? [word] : []))
  const pattern = words.length === 0 ? /(?!)/ : new RegExp(`\\b(?:${words.join('|')})\\b`)
  spelled.set(tag, pattern)
  return pattern
}

/** `undefined` where a question asks for no figure. */
export type FigureAsked =
  | {
      /** The words that ask, in UTF-16 code units of the question, `end` exclusive. */
      readonly start: number
      readonly end: number
      /** Whether a text has such a figure that the question does not name itself. */
      readonly isIn: (text: string, language: Language) => boolean
    }
  | undefined

export const figureAsked = (question: string, language: Language | undefined): FigureAsked => {
  if (language === undefined) return undefined
  const { kind, start, end } = askedBy(question, language)
  if (!isFigure(kind)) return undefined
  const isYear = kind === 'date' || kind === 'year'
  const named = new Set(question.match(numbers))
  const isIn = (text: string, spoken: Language): boolean =>
    (text.match(numbers) ?? []).some((number) => year.test(number) === isYear && !named.has(number)) ||
    (!isYear && spelledIn(spoken).test(fold(text)))
  return { start, end, isIn }
}
