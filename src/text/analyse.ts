/**
 * Cuts a text into terms as a search engine wants them, each with its place in the text as written.
 *
 * A stem depends on the folded word alone. Stemming the accented form would keep a question typed without accents
 * (`refugies`) from the stem of the article's word (`réfugiés`); folding first, and giving back the few endings that
 * the stemmer knows by their accents only (see `french.ts`), makes the two the same by construction.
 */
import type { Language } from '../types.ts'
import { fold } from './fold.ts'
import { type Beginnings, beginningAt } from './letters.ts'
import { type Lexicon, lexicon } from './tables.ts'

export type Term = {
  /** UTF-16 code units into the text as given; `end` exclusive. */
  readonly start: number
  readonly end: number
  /** Folded, without its elision or possessive; a number in one form for all its spellings, see `numberWord`. */
  readonly word: string
  readonly stem: string
  /** Says nothing of what a text is about. */
  readonly stop: boolean
}

/** Scripts that put no space between words; and Hangul, whose particles grow on to them. */
const unspaced =
  '\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const unspacedLetter = new RegExp(`[${unspaced}]`, 'v')
const letter = `[[\\p{L}\\p{M}\\p{N}]--[\\d${unspaced}]]`
/** Apostrophes do not end a word, nor does what nobody sees: joiners, controls, overrides of direction. */
const joiner =
  "(?:['’ʼ]|[\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff]+)"
const digits = "[1-9]\\d{0,2}([.,'’ \\u00a0\\u2009\\u202f])\\d{3}(?:\\2\\d{3})*(?!\\d)(?:(?!\\2)[.,]\\d+)?"

/**
 * A number (1), with what parts its groups (2); a run of a script without spaces (3); or a word. Letters and digits part (10km, F16, 26e), hyphens part too.
 * What may follow a repetition differs from what it repeats, so the time is linear.
 */
const token = new RegExp(`(${digits}|\\d+(?:[.,]\\d+)?)|([${unspaced}]+)|${letter}+(?:${joiner}${letter}+)*`, 'gv')

/**
 * One word for a number however it is written: 250.000, 250,000, 250 000 are `250000`; 2,5 and 2.50 are `2.5`.
 * A separator before exactly three digits groups them, unless the number starts with 0: 2.500 is two thousand five
 * hundred, in any language, as we cannot know better. A unit or % beside it is no part of it.
 */
const numberWord = (written: string, group: string | undefined): string => {
  const plain = group === undefined ? written : written.replaceAll(group, '')
  const [whole = '', decimals = ''] = plain.split(/[.,]/)
  const significant = decimals.replace(/0+$/, '')
  return significant === '' ? whole : `${whole}.${significant}`
}

type Reading = {
  /** How much of what was read the word is, without its possessive. In UTF-16 code units. */
  readonly length: number
  readonly word: string
  readonly stem: string
  readonly stop: boolean
}

/** Longer than any word of the languages that have a stemmer; what is longer is its own stem. In letters. */
const LONGEST_STEMMED = 40
/** Stemming costs ten times a look-up, and texts repeat themselves: two million words of news have some 60,000 forms. */
const CACHED_WORDS = 64_000
const readings = new Map<Lexicon, Map<string, Reading>>()

/** Frees what was kept of the words that were read, some 10 MB for a large library; they are read anew where they occur. */
export const forgetWords = (): void => readings.clear()

const stemWith = (word: string, entry: Lexicon): string =>
  word.length > LONGEST_STEMMED ? word : entry.stem(entry.irregular.get(word) ?? word)

/** né is not the stop word ne, but where somebody types no accents nobody can tell. */
const isStop = (spelled: string, word: string, entry: Lexicon): boolean =>
  spelled === word ? entry.folded.has(word) : entry.spelled.has(spelled)

const spelling = (written: string): string => written.toLowerCase().normalize('NFC').replace(/[’ʼ]/g, "'")

/** Where the word begins behind what it swallowed the vowel of: 2 in l'eau. */
const elisionEnd = (written: string, entry: Lexicon): number => {
  const apostrophe = written.search(/['’ʼ]/)
  return apostrophe > 0 && entry.elisions.has(fold(written.slice(0, apostrophe))) ? apostrophe + 1 : 0
}

const read = (written: string, entry: Lexicon): Reading => {
  const whole = fold(written)
  if (isStop(spelling(written), whole, entry))
    return { length: written.length, word: whole, stem: stemWith(whole, entry), stop: true }
  const length = written.length - (/['’ʼ]s$/i.test(written) ? 2 : 0)
  const kept = written.slice(0, length)
  const word = fold(kept)
  return { length, word, stem: stemWith(word, entry), stop: isStop(spelling(kept), word, entry) }
}

/** Words of which the engine makes a copy by itself when they are cut out of a text. In letters. */
const COPIED = 12
/** The same word by itself: a longer one that was cut out of a text keeps all of that text in memory. */
const detached = (written: string): string =>
  written.length <= COPIED ? written : Buffer.from(written, 'utf16le').toString('utf16le')

const cacheOf = (entry: Lexicon): Map<string, Reading> => {
  const cache = readings.get(entry) ?? new Map<string, Reading>()
  readings.set(entry, cache)
  return cache
}

const cachedRead = (written: string, entry: Lexicon, cache: Map<string, Reading>): Reading => {
  const known = cache.get(written)
  if (known) return known
  if (written.length > LONGEST_STEMMED) return read(written, entry)
  const own = detached(written)
  const reading = read(own, entry)
  if (cache.size >= CACHED_WORDS) cache.clear()
  cache.set(own, reading)
  return reading
}

const numberReading = (written: string, group: string | undefined): Reading => {
  const word = numberWord(written, group)
  return { length: written.length, word, stem: word, stop: false }
}

/** Overlapping pairs of characters, as search engines do where no space parts the words; one stands alone. */
const pairs = (run: string, visit: (start: number, reading: Reading) => void): void => {
  const characters = [...run]
  let at = 0
  for (const [index, character] of characters.slice(0, Math.max(1, characters.length - 1)).entries()) {
    const written = character + (characters[index + 1] ?? '')
    const word = fold(written)
    visit(at, { length: written.length, word, stem: word, stop: false })
    at += character.length
  }
}

const [PART, GAP] = [1, 2]
/** By UTF-16 code unit: a letter, what is in no word, and what only the pattern can tell. */
const kinds = Uint8Array.from({ length: 0x180 }, (_, code) => {
  const character = String.fromCharCode(code)
  // œ and the like begin a word with another letter than the first that is seen, see `Beginnings`.
  if (/\p{L}/u.test(character)) return fold(character).length === 1 ? PART : 0
  return /[\p{N}\p{Cc}\p{Cf}']/u.test(character) && !/\s/.test(character) ? 0 : GAP
})

/**
 * Gives each term of a text in its order: where it was found, how it reads, and whether it is a stop word here. Words of
 * Latin letters alone, nearly all there are, are found without the pattern, in a third of the time.
 */
const scan = (
  text: string,
  language: Language | undefined,
  visit: (start: number, reading: Reading, stop: boolean) => void,
  beginnings?: Beginnings,
): void => {
  const entry = lexicon(language)
  const cache = cacheOf(entry)
  // In a text all in capitals US and MAY are what they would be in small letters.
  const shouted = !/\p{Ll}/u.test(text)
  const found = (start: number, reading: Reading): void => visit(start, reading, false)
  const word = (start: number, written: string): void => {
    const reading = cachedRead(written, entry, cache)
    const { length, stop } = reading
    const isName = stop && !shouted && entry.names.has(written.slice(0, length))
    if (reading.word !== '') visit(start, reading, stop && !isName)
  }
  for (let at = 0; at < text.length; ) {
    if (kinds[text.charCodeAt(at)] === GAP) {
      at++
      continue
    }
    let end = at
    while (end < text.length && kinds[text.charCodeAt(end)] === PART) end++
    if (end > at && (end === text.length || kinds[text.charCodeAt(end)] === GAP)) {
      if (!beginnings || beginnings[beginningAt(text, at)] === 1) word(at, text.slice(at, end))
      at = end
      continue
    }
    token.lastIndex = at
    const match = token.exec(text)
    if (!match) return
    const [written, number, group, run] = match
    const start = match.index
    if (number !== undefined) found(start, numberReading(written, group))
    else if (run !== undefined) pairs(run, (from, reading) => found(start + from, reading))
    else {
      const from = elisionEnd(written, entry)
      word(start + from, written.slice(from))
    }
    at = start + written.length
  }
}

/**
 * The terms of a text in their order; with `beginnings`, only those that may be what these are of, and others by chance,
 * which is several times faster. In a language without a table there are no stop words, and no stems.
 */
export const analyse = (text: string, language: Language | undefined, beginnings?: Beginnings): readonly Term[] => {
  const terms: Term[] = []
  const add = (start: number, { length, word, stem }: Reading, stop: boolean): void => {
    terms.push({ start, end: start + length, word, stem, stop })
  }
  scan(text, language, add, beginnings)
  return terms
}

/** What is read of a question: in UTF-16 code units, and in different words. */
const LONGEST_QUESTION = 4_000
const MOST_TELLING = 64

/** The first terms of a question that are no stop words, each stem once: of a whole book of it the beginning will do. */
export const tellingTerms = (question: string, language: Language | undefined): readonly Term[] => {
  const terms = new Map<string, Term>()
  for (const term of analyse(question.slice(0, LONGEST_QUESTION), language))
    if (!term.stop && terms.size < MOST_TELLING && !terms.has(term.stem)) terms.set(term.stem, term)
  return [...terms.values()]
}

/** The stems of the terms that are no stop words, in their order: what an index is made of. */
export const stemsOf = (text: string, language: Language | undefined): readonly string[] => {
  const stems: string[] = []
  scan(text, language, (_, { stem }, stop) => {
    if (!stop) stems.push(stem)
  })
  return stems
}

/** The stem that `analyse` gives a folded word. */
export const stemOf = (word: string, language: Language | undefined): string => stemWith(word, lexicon(language))

/** Folded words that no rule takes to this stem: dead, died and dying of die. */
export const irregularForms = (stem: string, language: Language | undefined): readonly string[] =>
  lexicon(language).irregularForms(stem)

/** Of a script that puts no space between words: such a word stands anywhere. */
export const isUnspaced = (word: string): boolean => unspacedLetter.test(word)

/** Whether a folded word is a stop word, as typed without accents. */
export const isStopWord = (word: string, language: Language | undefined): boolean => lexicon(language).folded.has(word)

/** What loses its vowel before an apostrophe, folded, without the apostrophe: after `l'` a word starts. */
export const elisions = (language: Language | undefined): ReadonlySet<string> => lexicon(language).elisions
