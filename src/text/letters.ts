/**
 * Letters as numbers of five bits: the place in its alphabet, whatever its case and accents, 0 for what is no letter.
 * Letters of different alphabets share a number, so that it tells what cannot be equal, quickly, and no more.
 */
import { fold } from './fold.ts'

export const LETTER_BITS = 5
const ONE = (1 << LETTER_BITS) - 1

/** The Latin and Greek part of Unicode: accented letters there do not follow each other as the alphabet does. */
const TABLE_END = 0x400
const isLetter = /^[\p{L}\p{M}]$/u
const table = Uint8Array.from({ length: TABLE_END }, (_, code) => {
  const character = String.fromCharCode(code)
  return isLetter.test(character) ? fold(character).charCodeAt(0) & ONE : 0
})
/** Quotation marks, dashes and spaces beyond. */
const isPunctuation = (code: number): boolean => code >= 0x2000 && code < 0x2070

export const letterAt = (text: string, at: number): number => {
  if (at >= text.length) return 0
  const code = text.charCodeAt(at)
  return code < TABLE_END ? (table[code] ?? 0) : isPunctuation(code) ? 0 : code & ONE
}

/** Which words may be one of a few, by their first three letters. */
export type Beginnings = Uint8Array

const BEGINNING = 3
export const beginningAt = (text: string, at: number): number =>
  (letterAt(text, at) << (2 * LETTER_BITS)) | (letterAt(text, at + 1) << LETTER_BITS) | letterAt(text, at + 2)

/** Of the words that have one of these stems, each form that is told by no rule among them. */
export const beginningsOf = (stems: Iterable<string>): Beginnings => {
  const beginnings = new Uint8Array(1 << (BEGINNING * LETTER_BITS))
  for (const stem of stems) {
    // Stemmers change ends alone, though the last letter of a stem may be such an end.
    const sure = stem.slice(0, Math.max(1, Math.min(BEGINNING, stem.length - 1)))
    const from = beginningAt(sure, 0)
    beginnings.fill(1, from, from + (1 << ((BEGINNING - sure.length) * LETTER_BITS)))
  }
  return beginnings
}
