/**
 * Folds a text for search: what readers type differently but mean the same becomes the same. For search only, since
 * offsets do not survive; quotations are compared by `answer/quotation.ts`, which keeps them.
 */

/** Soft hyphens, zero-width and directional characters, variation selectors: seen by nobody, typed by nobody. */
const invisible = /\u034f|[\ufe00-\ufe0f]|[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
const apostrophe = /[’‘‛ʼ′´＇]/g
/** Only these scripts use marks as optional accents: й is no и with an accent, が no か. */
const accented = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu

/** Letters that Unicode does not decompose although readers type them as others. */
const letters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ĳ: 'ij',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
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
    .replace(invisible, '')
    .replace(apostrophe, "'")
    .normalize('NFD')
    .replace(accented, '$1')
    .normalize('NFC')
    .replace(joined, (letter) => letters[letter] ?? letter)
}
