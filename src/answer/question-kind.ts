/** What kind of answer a question asks for, by its own words: one table per language, pure. */
import { fold } from '../text/fold.ts'
import { primarySubtag } from '../text/language.ts'
import type { Language } from '../types.ts'
import { english } from './asking-en.ts'
import { french, WHERE } from './asking-fr.ts'
import { others } from './asking-others.ts'

/** Answered by a number, most of them with a unit; `amount` is a number of whatever the question counts. */
export type FigureKind =
  | 'amount'
  | 'percent'
  | 'money'
  | 'duration'
  | 'age'
  | 'length'
  /** How long, which may be either of the two. */
  | 'extent'
  | 'weight'
  | 'speed'
  | 'area'
  | 'temperature'
export type DateKind = 'date' | 'year' | 'clock'
export type NameKind = 'person' | 'name' | 'place'
export type QuestionKind = FigureKind | DateKind | NameKind | 'reason' | 'manner' | 'definition' | 'other'

/** A pattern, linear in time, and the kind that its words ask for. */
export type Asking = readonly [kind: QuestionKind, pattern: string]

export type Asked = {
  readonly kind: QuestionKind
  /** The words that ask, in UTF-16 code units of the question, `end` exclusive; both 0 where none ask. */
  readonly start: number
  readonly end: number
}

const rows: Readonly<Record<string, () => readonly Asking[]>> = { fr: () => french, en: () => english, ...others }

type Patterns = readonly (readonly [QuestionKind, RegExp])[]
const compiled = new Map<string, Patterns>()

/**
 * Compiled once a language is asked in. The text is folded, so that a letter before a pattern is one of these: `\p{L}`
 * in each would be slow to compile, and so would the flag u.
 */
const patternsOf = (language: string): Patterns => {
  const patterns =
    compiled.get(language) ??
    (Object.hasOwn(rows, language) ? (rows[language]?.() ?? []) : []).map(
      ([kind, pattern]) => [kind, new RegExp(`(?<![a-z\\d])(?:${pattern})`)] as const,
    )
  compiled.set(language, patterns)
  return patterns
}

/** Longer questions are judged by their beginning; it is there that they ask. */
const MAXIMUM_LENGTH = 500

/** Typed without its accent, où is told from ou by what stands beside it. */
const where =
  /(?<!\p{L})où(?!\p{L})|^(?:d'|d )?ou\b|\bou(?= ?\??$)|\bou(?= (?:est|sont|a|ont|se|s'|c'est|c|il|ils|elle|ca|vit|vivent|habit\w+|va|vont|vient|viennent|peut|peuvent|trouv\w+|etait|etaient|fut|doit)\b)|(?<=\b(?:c'est|est|va|vont|sont|etait|etaient|vit|habite|passe|trouve|vient|venait|situe|bosse|travaille|part|allait|tombe|nee?|c|deroule) (?:d')?)ou\b/gu

/**
 * The kind whose words stand first in the question; of those that begin at one place, the first row's. `other` where
 * nothing says more, or the language has no table.
 */
export const askedBy = (question: string, language: Language): Asked => {
  const subtag = primarySubtag(language)
  const lower = question.slice(0, MAXIMUM_LENGTH).toLowerCase().replace(/\s/g, ' ')
  const text = subtag === 'fr' ? fold(lower.replace(where, (found) => found.replace(/o[uù]$/, WHERE))) : fold(lower)
  let first: Asked | undefined
  for (const [kind, pattern] of patternsOf(subtag)) {
    // No later row can stand before it.
    if (first?.start === 0) break
    const match = pattern.exec(text)
    if (match && (!first || match.index < first.start)) {
      first = { kind, start: match.index, end: match.index + match[0].length }
    }
  }
  return first ?? { kind: 'other', start: 0, end: 0 }
}

/** The kind alone. */
export const questionKind = (question: string, language: Language): QuestionKind => askedBy(question, language).kind

/** Whether a message asks something, as against talking: it says so by a mark or by its words. */
export const isQuestion = (text: string, language: Language | undefined): boolean =>
  /[?？؟]\s*$/u.test(text.trim()) || (language !== undefined && questionKind(text, language) !== 'other')
