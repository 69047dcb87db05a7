/** What kind of answer a question asks for, by its own words: one table per language, pure. */

import type { Language } from '../types.ts'
import type { Asking } from './asking.ts'
import { english } from './asking-en.ts'
import { french, WHERE } from './asking-fr.ts'
import { germanic } from './asking-germanic.ts'
import { romance } from './asking-romance.ts'
import { fold } from './fold.ts'
import { primarySubtag } from './language.ts'

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

export type Asked = {
  readonly kind: QuestionKind
  /** The words that ask, in UTF-16 code units of the question, `end` exclusive; both 0 where none ask. */
  readonly start: number
  readonly end: number
}

const askings: Readonly<Record<string, () => readonly Asking[]>> = {
  fr: () => french,
  en: () => english,
  ...germanic,
  ...romance,
}

type Row = { readonly kind: QuestionKind; readonly words?: readonly string[]; readonly pattern: () => RegExp }
const tables = new Map<string, readonly Row[]>()

/** The text is folded, so that a letter before a pattern is one of these: `\p{L}` and the flag u compile slowly. */
const rowsOf = (language: string): readonly Row[] => {
  const known = tables.get(language)
  if (known) return known
  const asking = Object.hasOwn(askings, language) ? (askings[language]?.() ?? []) : []
  const rows = asking.map(([kind, pattern, words]): Row => {
    let compiled: RegExp | undefined
    return {
      kind,
      ...(words && { words }),
      pattern: () => {
        compiled ??= new RegExp(`(?<![a-z\\d])(?:${pattern})`)
        return compiled
      },
    }
  })
  tables.set(language, rows)
  return rows
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
  for (const { kind, words, pattern } of rowsOf(subtag)) {
    // No later row can stand before it.
    if (first?.start === 0) break
    if (words && !words.some((word) => text.includes(word))) continue
    const match = pattern().exec(text)
    if (match && (!first || match.index < first.start)) {
      first = { kind, start: match.index, end: match.index + match[0].length }
    }
  }
  return first ?? { kind: 'other', start: 0, end: 0 }
}

/** The kind alone. */
export const questionKind = (question: string, language: Language): QuestionKind => askedBy(question, language).kind

const noFigures: ReadonlySet<QuestionKind> = new Set([
  ...(['person', 'name', 'place'] as const),
  ...(['reason', 'manner', 'definition', 'other'] as const),
])
/** Whether a number or a date answers it. */
export const isFigure = (kind: QuestionKind): boolean => !noFigures.has(kind)

/** Whether a message asks something, as against talking: it says so by a mark or by its words. */
export const isQuestion = (text: string, language: Language | undefined): boolean =>
  /[?？؟]\s*$/u.test(text.trim()) || (language !== undefined && questionKind(text, language) !== 'other')
