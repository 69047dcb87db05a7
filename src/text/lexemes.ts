/** Cuts a text into words, digit runs and marks with their offsets: what numbers and dates are read from. */
import { fold } from './fold.ts'

export type Lexeme = {
  readonly kind: 'word' | 'digits' | 'mark'
  /** UTF-16 code units in the text as given, `end` exclusive. */
  readonly start: number
  readonly end: number
  /** As written, without invisible characters. */
  readonly raw: string
  /** A word in lower case without accents; a digit run in ASCII, its separators one of space . , '; a mark as it is. */
  readonly text: string
}

/** What is never seen: soft hyphens, zero-width and direction characters, variation selectors. */
const invisible = /\p{Default_Ignorable_Code_Point}/u
/** What groups digits as a space does: plain, no-break, figure, thin, narrow no-break. */
const groupingSpace = '[ \\u00a0\\u2007\\u2009\\u202f]'
/**
 * Spaces group digits only where every group after the first has three and the first one to three: `2015 130` is two
 * numbers. Raised and lowered digits are a footnote or an exponent after a letter or a digit, and a number elsewhere.
 */
const pattern = new RegExp(
  `(\\p{Nd}{1,3}(?:${groupingSpace}\\p{Nd}{3})+(?!\\p{Nd})(?:[.,\\u066b]\\p{Nd}+)?` +
    `|\\p{Nd}+(?:[.,'’\\u066b\\u066c]\\p{Nd}+)*` +
    `|(?<![\\p{L}\\p{M}\\p{N})\\]])[⁰¹²³⁴-⁹₀-₉]+` +
    `|[①-⒛⓪-⓿❶-➓㉈-㉟㊱-㊿])` +
    `|(\\p{L}[\\p{L}\\p{M}]*)|\\S`,
  'gu',
)

/**
 * The value of a decimal digit of any script. Unicode sets the ten digits of a script side by side, from a code point
 * that ends in 0 or 6; the mathematical ones, which do not keep to it, decompose to ASCII.
 */
const asciiDigit = (digit: string): string => {
  const plain = digit.normalize('NFKC')
  if (/^[0-9]$/u.test(plain)) return plain
  const code = plain.codePointAt(0) ?? 0
  const row = code - (code % 16)
  return String(/\p{Nd}/u.test(String.fromCodePoint(row)) ? code - row : code - row - 6)
}

const separators: Readonly<Record<string, string>> = { ',': ',', '.': '.', "'": "'", '’': "'", '٫': ',', '٬': "'" }

const asciiRun = (run: string): string => {
  if (/^[0-9.,' ]*$/u.test(run)) return run
  if (/^\p{No}/u.test(run)) return run.normalize('NFKC').replace(/[^0-9]/gu, '')
  return Array.from(run, (unit) => (/\p{Nd}/u.test(unit) ? asciiDigit(unit) : (separators[unit] ?? ' '))).join('')
}

/** The text without its invisible characters, and where each unit stood. */
const visible = (text: string): { readonly text: string; readonly origin: (place: number) => number } => {
  if (!invisible.test(text)) return { text, origin: (place) => place }
  const origins: number[] = []
  let kept = ''
  let at = 0
  for (const character of text) {
    if (!invisible.test(character)) {
      kept += character
      for (let unit = 0; unit < character.length; unit++) origins.push(at + unit)
    }
    at += character.length
  }
  return { text: kept, origin: (place) => origins[place] ?? text.length }
}

/** A claim is read for its figures, names and words one after the other: so many texts are kept cut, if they are short. */
const KEPT = 64
const LONGEST_KEPT = 1_000
const kept = new Map<string, readonly Lexeme[]>()

/** In the order of the text; white space is what lies between. Linear in its length. */
export const lexemes = (text: string): readonly Lexeme[] => {
  const known = kept.get(text)
  if (known) return known
  const found = cut(text)
  if (text.length > LONGEST_KEPT) return found
  if (kept.size >= KEPT) kept.clear()
  kept.set(text, found)
  return found
}

const cut = (text: string): readonly Lexeme[] => {
  const seen = visible(text)
  return Array.from(seen.text.matchAll(pattern), (match): Lexeme => {
    const [raw, digits, word] = match
    const start = seen.origin(match.index)
    const end = seen.origin(match.index + raw.length - 1) + 1
    if (digits !== undefined) return { kind: 'digits', start, end, raw, text: asciiRun(raw) }
    if (word !== undefined) return { kind: 'word', start, end, raw, text: fold(raw) }
    return { kind: 'mark', start, end, raw, text: raw }
  })
}

/** The word at `at`, folded; nothing where there is no word. */
export const wordAt = (lexemes: readonly Lexeme[], at: number): string => {
  const lexeme = lexemes[at]
  return lexeme?.kind === 'word' ? lexeme.text : ''
}

/** Whether a lexeme follows the one before it with nothing between. */
export const glued = (lexemes: readonly Lexeme[], at: number): boolean =>
  at > 0 && lexemes[at - 1]?.end === lexemes[at]?.start

/** Where the next word of an expression stands when `at` comes after a word: there, or behind a hyphen without spaces. */
export const nextWord = (lexemes: readonly Lexeme[], at: number): number =>
  /^[-‐‑]$/u.test(lexemes[at]?.text ?? '') && glued(lexemes, at) && glued(lexemes, at + 1) ? at + 1 : at

/** The index behind the first of `phrases` that stands at `at`; -1 where none does. */
export const behind = (lexemes: readonly Lexeme[], at: number, phrases: readonly (readonly string[])[]): number => {
  for (const phrase of phrases) {
    let next = at
    const stands = phrase.every((word) => {
      const index = nextWord(lexemes, next)
      next = index + 1
      return wordAt(lexemes, index) === word
    })
    if (stands) return next
  }
  return -1
}
