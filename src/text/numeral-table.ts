/** What a table of a language's number words holds, and the few ways to write one down. */

/** All words folded: lower case, no accents. */
export type Numerals = {
  /** What a word, or two words in a row (`quatre vingt`), adds to a number: 0 to 999. */
  readonly small: ReadonlyMap<string, number>
  /** What may still be added after such a value, at most: after twenty 9, after soixante 19. */
  readonly room: (value: number) => number
  /** One before a multiplier, a group or a half, and no number otherwise: a, an. */
  readonly articles: ReadonlySet<string>
  /** Powers of ten that multiply what stands before them and say nothing vague alone: cent, mille. */
  readonly multipliers: ReadonlyMap<string, number>
  /** Those of them that may stand with nothing before: cent, mille; not cents. */
  readonly bare: ReadonlySet<string>
  /** The most that may stand before a hundred: dix-neuf cent, ninety-nine hundred; `vingt cents` are coins. */
  readonly hundreds: number
  /** Powers of ten that multiply, and alone say a size: des milliers, millions of. */
  readonly sizes: ReadonlyMap<string, number>
  /** Other multipliers, nouns: dozen, vingtaine. */
  readonly groups: ReadonlyMap<string, number>
  /** Words that say a number without being one, which a source gives and no claim is held to: both, twice. */
  readonly implied: ReadonlyMap<string, number>
  /** The word that joins two parts, and when: vingt et un, two hundred and six. */
  readonly joiner: string
  readonly joins: (room: number, value: number) => boolean
  /** Whether 1914 may be `nineteen fourteen`. */
  readonly pairedYears: boolean
  /** Where a number may be one long word, zweihundertfünfzig, what it is made of, longest first; else nothing. */
  readonly pieces: readonly string[]
  /** The cardinal that an ordinal is made from, when it is one. */
  readonly cardinal: (ordinal: string) => readonly string[]
  /** Words that are as often something else: neuf is also new. As a lone word they count only before a plural. */
  readonly doubtful: ReadonlySet<string>
  readonly notPlural: ReadonlySet<string>
  /** The decimal sign as a word. */
  readonly point: string
  /** What follows a number to add a half. */
  readonly andHalf: readonly (readonly string[])[]
  /** A half before a multiplier: half a million, un demi-million. */
  readonly half: ReadonlySet<string>
  /** The minus sign as a word, and the words after which it is none: au moins cinq. */
  readonly minus: string
  readonly notMinusAfter: ReadonlySet<string>
  /** What makes a time of the number before it. */
  readonly hours: ReadonlySet<string>
  readonly meridiem: ReadonlySet<string>
}

export const words = (list: string): readonly string[] => (list === '' ? [] : list.split(' '))
export const set = (list: string): ReadonlySet<string> => new Set(words(list))
export const phrases = (...list: readonly string[]): readonly (readonly string[])[] => list.map(words)
/** `ein=1 eine=1` */
export const table = (list: string): ReadonlyMap<string, number> =>
  new Map(
    words(list).map((entry) => {
      const [word = '', value = ''] = entry.split('=')
      return [word.replaceAll('_', ' '), Number(value)]
    }),
  )
/** From zero on. */
export const count = (list: string): ReadonlyMap<string, number> =>
  new Map(words(list).map((word, value) => [word, value]))

/** After round hundreds tens and units, after round tens units, after units nothing. */
export const usualRoom = (value: number): number => {
  if (value === 0) return -1
  if (value % 100 === 0) return 99
  return value >= 20 && value % 10 === 0 ? 9 : 0
}

/** A language that has no table yet: its digits, dates and per cent signs are read, its spelled numbers are not. */
export const unknownNumerals: Numerals = {
  small: new Map(),
  room: usualRoom,
  articles: new Set(),
  multipliers: new Map(),
  bare: new Set(),
  hundreds: 0,
  sizes: new Map(),
  groups: new Map(),
  implied: new Map(),
  joiner: '',
  joins: () => false,
  pairedYears: false,
  pieces: [],
  cardinal: () => [],
  doubtful: new Set(),
  notPlural: new Set(),
  point: '',
  andHalf: [],
  half: new Set(),
  minus: '',
  notMinusAfter: new Set(),
  hours: set('h'),
  meridiem: new Set(),
}
