/**
 * Folds a text for search: what readers type differently but mean the same becomes the same. For search only, since
 * offsets do not survive; quotations are compared by `answer/quotation.ts`, which keeps them.
 */

import { accentedScript, invisible, ligatures } from './typography.ts'

const unseen = new RegExp(invisible, 'gu')
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

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text)

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
