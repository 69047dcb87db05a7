/**
 * Cuts a text into terms as a search engine wants them, each with its place in the text as written.
 *
 * A stem depends on the folded word alone. Stemming the accented form would keep a question typed without accents
 * (`refugies`) from the stem of the article's word (`réfugiés`); folding first, and giving back the few endings that
 * the stemmer knows by their accents only (see `french.ts`), makes the two the same by construction.
 */
import type { Language } from '../types.ts'
import { fold } from './fold.ts'
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
  /** Where the word starts and ends within what was read. */
  readonly from: number
  readonly to: number
  readonly word: string
  readonly stem: string
  readonly stop: boolean
}

/** Longer than any word of the languages that have a stemmer; what is longer is its own stem. In letters. */
const LONGEST_STEMMED = 40
/** Stemming costs ten times a look-up, and texts repeat themselves. Words in each of a language's two generations. */
const CACHED_WORDS = 32_000
type Cache = { young: Map<string, Reading>; old: Map<string, Reading> }
const readings = new WeakMap<Lexicon, Cache>()

const stemWith = (word: string, entry: Lexicon): string =>
  word.length > LONGEST_STEMMED ? word : entry.stem(entry.irregular.get(word) ?? word)

/** né is not the stop word ne, but where somebody types no accents nobody can tell. */
const isStop = (spelled: string, word: string, entry: Lexicon): boolean =>
  spelled === word ? entry.folded.has(word) : entry.spelled.has(spelled)

const spelling = (written: string): string => written.toLowerCase().normalize('NFC').replace(/[’ʼ]/g, "'")

const read = (written: string, entry: Lexicon): Reading => {
  const apostrophe = written.search(/['’ʼ]/)
  const from = apostrophe > 0 && entry.elisions.has(fold(written.slice(0, apostrophe))) ? apostrophe + 1 : 0
  const rest = written.slice(from)
  const whole = fold(rest)
  if (isStop(spelling(rest), whole, entry)) {
    return { from, to: written.length, word: whole, stem: stemWith(whole, entry), stop: true }
  }
  const possessive = /['’ʼ]s$/i.test(rest) ? 2 : 0
  const kept = rest.slice(0, rest.length - possessive)
  const word = fold(kept)
  return {
    from,
    to: written.length - possessive,
    word,
    stem: stemWith(word, entry),
    stop: isStop(spelling(kept), word, entry),
  }
}

/** What was not used for a whole generation is forgotten. */
const cachedRead = (written: string, entry: Lexicon): Reading => {
  if (written.length > LONGEST_STEMMED) return read(written, entry)
  let cache = readings.get(entry)
  if (!cache) {
    cache = { young: new Map(), old: new Map() }
    readings.set(entry, cache)
  }
  const known = cache.young.get(written)
  if (known) return known
  const reading = cache.old.get(written) ?? read(written, entry)
  if (cache.young.size >= CACHED_WORDS) {
    cache.old = cache.young
    cache.young = new Map()
  }
  cache.young.set(written, reading)
  return reading
}

/** Overlapping pairs of characters, as search engines do where no space parts the words; one stands alone. */
const pairs = (run: string, start: number): readonly Term[] => {
  const characters = [...run]
  let at = start
  return characters.slice(0, Math.max(1, characters.length - 1)).map((character, index) => {
    const written = character + (characters[index + 1] ?? '')
    const word = fold(written)
    const term = { start: at, end: at + written.length, word, stem: word, stop: false }
    at += character.length
    return term
  })
}

/** The terms of a text in their order. In a language without a table there are no stop words, and no stems. */
export const analyse = (text: string, language: Language | undefined): readonly Term[] => {
  const entry = lexicon(language)
  // In a text all in capitals US and MAY are what they would be in small letters.
  const shouted = !/\p{Ll}/u.test(text)
  const terms: Term[] = []
  token.lastIndex = 0
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [written, number, group, run] = match
    const start = match.index
    if (number !== undefined) {
      const word = numberWord(written, group)
      terms.push({ start, end: start + written.length, word, stem: word, stop: false })
    } else if (run !== undefined) {
      for (const term of pairs(run, start)) terms.push(term)
    } else {
      const { from, to, word, stem, stop } = cachedRead(written, entry)
      const isName = stop && !shouted && entry.names.has(written.slice(from, to))
      if (word !== '') terms.push({ start: start + from, end: start + to, word, stem, stop: stop && !isName })
    }
  }
  return terms
}

/** The stem that `analyse` gives a folded word. */
export const stemOf = (word: string, language: Language | undefined): string => stemWith(word, lexicon(language))

const inverse = new WeakMap<Lexicon, ReadonlyMap<string, readonly string[]>>()

/** Folded words that no rule takes to this stem: dead, died and dying of die. */
export const irregularForms = (stem: string, language: Language | undefined): readonly string[] => {
  const entry = lexicon(language)
  const known = inverse.get(entry) ?? Map.groupBy(entry.irregular.keys(), (form) => stemWith(form, entry))
  inverse.set(entry, known)
  return known.get(stem) ?? []
}

/** Of a script that puts no space between words: such a word stands anywhere. */
export const isUnspaced = (word: string): boolean => unspacedLetter.test(word)

/** Whether a folded word is a stop word, as typed without accents. */
export const isStopWord = (word: string, language: Language | undefined): boolean => lexicon(language).folded.has(word)

/** What loses its vowel before an apostrophe, folded, without the apostrophe: after `l'` a word starts. */
export const elisions = (language: Language | undefined): ReadonlySet<string> => lexicon(language).elisions
