/** What the readers of figures share: a text cut into lexemes, and what they find in it. */
import { named } from '../text/calendar.ts'
import { glued, type Lexeme } from '../text/lexemes.ts'
import type { Numerals } from '../text/numeral-table.ts'
import type { Language } from '../types.ts'
import type { Meaning } from './figure-facts.ts'

export type Reader = { readonly lexemes: readonly Lexeme[]; readonly numerals: Numerals; readonly language: Language }

/** A meaning, found at lexemes `[from, next)`. */
export type Found = Meaning & {
  readonly from: number
  readonly next: number
  /** Its number, where it is plain and may get more meaning from another in its list: the 2 of `2 to 3 million`. */
  readonly plain?: string
  /** What it makes of such a number before it: 13 and 14 November, 10 to 12 %, 2 to 3 million. */
  readonly share?: (value: string) => Meaning | undefined
  /** What such a number behind it may say as well: 1914-18, the years 1960 and 1970, November 13 and 14. */
  readonly extend?: (value: string) => Meaning | undefined
}

const textOf = ({ lexemes }: Reader, at: number, kind: Lexeme['kind']): string => {
  const lexeme = lexemes[at]
  return lexeme?.kind === kind ? lexeme.text : ''
}

/** The text of the lexeme at `at` if it is of that kind, else nothing. */
export const word = (reader: Reader, at: number): string => textOf(reader, at, 'word')
export const mark = (reader: Reader, at: number): string => textOf(reader, at, 'mark')
export const digits = (reader: Reader, at: number): string => textOf(reader, at, 'digits')

/** Whether digits look like a year of our time. */
export const isYear = (text: string): boolean => /^(?:1[0-9]|20)[0-9]{2}$/u.test(text)

const joining = new Set('a al and au auf bis et hasta o oder or ou to u und y'.split(' '))
const articles = new Set('the le la les el los der den dem die on zum'.split(' '))

/** Past the full stop glued to what ends at `at`: of an abbreviation, of a German ordinal. */
export const skipDot = (reader: Reader, at: number): number =>
  mark(reader, at) === '.' && glued(reader.lexemes, at) ? at + 1 : at

/** Past a weekday in full at `at` and the comma behind it: au [mercredi] 4 mai, bis [Sonntag,] den 8. */
const skipWeekday = (reader: Reader, at: number): number => {
  const lexeme = reader.lexemes[at]
  if (lexeme?.kind !== 'word' || named('weekday', lexeme, reader.language)?.short !== false) return at
  return mark(reader, at + 1) === ',' ? at + 2 : at + 1
}
const skipArticle = (reader: Reader, at: number): number => (articles.has(word(reader, at)) ? at + 1 : at)
const skipSign = (reader: Reader, at: number): number => (/^\p{Sc}$/u.test(mark(reader, at)) ? at + 1 : at)

/**
 * The end of what joins two members of a list or a range at `at`, or -1: 10–12, du 13 au 26, le 13 et le 26, du mardi 3 au
 * mercredi 4, Dienstag, dem 3., bis Sonntag, den 8, $6 to $8.
 */
export const joinEnd = (reader: Reader, at: number): number => {
  const dotted = skipDot(reader, at)
  const start = mark(reader, dotted) === ',' && joining.has(word(reader, dotted + 1)) ? dotted + 1 : dotted
  if (joining.has(word(reader, start)))
    return skipSign(reader, skipArticle(reader, skipWeekday(reader, skipArticle(reader, start + 1))))
  if (!/^[-‐‑–—/]$/u.test(mark(reader, start))) return -1
  return skipSign(reader, skipArticle(reader, start + 1))
}
