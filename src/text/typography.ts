/** What differs between two ways of writing the same letters: tables that search and quotation share. */

/** Soft hyphens, zero-width and directional characters, variation selectors: seen by nobody, typed by nobody. */
export const invisible =
  /\u034f|[\ufe00-\ufe0f]|[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u

/** Letters joined in one character, which canonical decomposition leaves alone; values keep the first letter's case. */
export const ligatures: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'Oe',
  æ: 'ae',
  Æ: 'Ae',
  ĳ: 'ij',
  Ĳ: 'Ij',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
}

/** Only these scripts use marks as optional accents: й is no и with an accent, が no か. */
export const accentedScript = /[\p{Script=Latin}\p{Script=Greek}]/u
