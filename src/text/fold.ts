/**
 * Folds a text for search: what readers type differently but mean the same becomes the same. For search only, since
 * offsets do not survive; quotations are compared by `answer/quotation.ts`, which keeps them.
 */

import { accentedScript, invisible, ligatures } from './typography.ts'

/** Control characters, too, but white space. */
const unseen = new RegExp(`${invisible.source}|[\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f]`, 'gu')
const apostrophe = /[’‘‛ʼ′´＇]/g
const accented = new RegExp(`(${accentedScript.source})\\p{M}+`, 'gu')

/** Letters that readers type as others, beside those that are two in one. */
const letters: Readonly<Record<string, string>> = {
  ...ligatures,
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}
const joined = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')

/** Printed characters and white space alone. */
const isAscii = (text: string): boolean => !/[^\t-\r\x20-\x7e]/.test(text)

/** Lower case, accents off Latin and Greek letters, ligatures undone, straight apostrophes, nothing invisible. */
export const fold = (text: string): string => {
  const lower = text.toLowerCase()
  if (isAscii(lower)) return lower
  return lower
    .replace(unseen, '')
    .replace(apostrophe, "'")
    .normalize('NFD')
    .replace(accented, '$1')
    .normalize('NFC')
    .replace(joined, (letter) => letters[letter] ?? letter)
}
