/** Reads spelled-out numbers: `deux cent cinquante mille`, `two hundred and six`, `vierundzwanzigtausend`. */
import { type Lexeme, nextWord, wordAt } from './lexemes.ts'
import type { Numerals } from './numeral-table.ts'

export type Spelled = {
  readonly value: bigint
  /** The power of ten of its last word, for what follows: three million and a half. */
  readonly exponent: number
  /** Whether its last word is an ordinal: vingt-sixième. */
  readonly ordinal: boolean
  /** The index of the first lexeme after it. */
  readonly next: number
}

type Small = { readonly value: number; readonly ordinal: boolean; readonly next: number }

/** The longest word or two words at `at` that add to a number, and then the shorter. */
const smalls = (lexemes: readonly Lexeme[], at: number, numerals: Numerals): readonly Small[] => {
  const first = wordAt(lexemes, at)
  if (first === '') return []
  const second = nextWord(lexemes, at + 1)
  return [
    { prefix: `${first} `, last: wordAt(lexemes, second), next: second + 1 },
    { prefix: '', last: first, next: at + 1 },
  ].flatMap(({ prefix, last, next }): readonly Small[] => {
    if (last === '') return []
    const cardinal = numerals.small.get(prefix + last)
    if (cardinal !== undefined) return [{ value: cardinal, ordinal: false, next }]
    const ordinal = numerals.cardinal(last).map((word) => numerals.small.get(prefix + word))
    return ordinal.flatMap((value) => (value === undefined ? [] : [{ value, ordinal: true, next }])).slice(0, 1)
  })
}

/** A part of a number, closed by its power of ten: 250 thousand. */
type Part = { readonly exponent: number; readonly value: bigint }

const sum = (parts: readonly Part[]): bigint => parts.reduce((total, part) => total + part.value, 0n)

/** `parts` and `group` times `10 ** exponent`, or nothing where grammar has no such number: cent cent. */
const multiply = (
  parts: readonly Part[],
  group: number,
  word: string,
  exponent: number,
  numerals: Numerals,
): readonly Part[] | undefined => {
  const higher = parts.filter((part) => part.exponent > exponent)
  const lower = parts.filter((part) => part.exponent < exponent)
  if (higher.length + lower.length < parts.length) return undefined
  if (exponent === 2 && (group > numerals.hundreds || lower.length > 0)) return undefined
  const before = sum(lower) + BigInt(group)
  if (before === 0n && !numerals.bare.has(word)) return undefined
  return [...higher, { exponent, value: (before || 1n) * 10n ** BigInt(exponent) }]
}

/**
 * The number that starts at lexeme `at`, as long as grammar lets it be. `one hundred and two hundred` is 100 and 200,
 * `a thousand and a million` 1000 and 1000000: where a power of ten cannot take what stands before it, that belongs to
 * the next number. Powers only fall from part to part, so a number has a bounded number of words.
 */
export const spelled = (lexemes: readonly Lexeme[], at: number, numerals: Numerals): Spelled | undefined => {
  const powerAt = (index: number): number | undefined => {
    const word = wordAt(lexemes, index)
    return numerals.multipliers.get(word) ?? numerals.sizes.get(word)
  }
  let parts: readonly Part[] = []
  let group = 0
  let room = 999
  /** Whether `and` stands behind the last power of ten: then that part is closed to a higher power. */
  let closed = false
  let read: Spelled | undefined
  let atLastPower: Spelled | undefined
  let index = at
  if (numerals.articles.has(wordAt(lexemes, at))) {
    index = nextWord(lexemes, at + 1)
    group = 1
    if (powerAt(index) === undefined) return undefined
  }
  for (;;) {
    const power = powerAt(index)
    if (power !== undefined) {
      const word = wordAt(lexemes, index)
      const last = parts.at(-1)?.exponent ?? 0
      const multiplied = closed && last >= 3 && last < power ? undefined : multiply(parts, group, word, power, numerals)
      if (!multiplied) return group > 0 && atLastPower ? atLastPower : read
      parts = multiplied
      group = 0
      closed = false
      room = power === 1 ? 9 : power === 2 ? 99 : 999
      read = { value: sum(parts), exponent: power, ordinal: false, next: index + 1 }
      atLastPower = read
    } else {
      const found = smalls(lexemes, index, numerals)
      const fitting = found.find(({ value }) => value <= room && (value > 0 || !read))
      const small = fitting ?? found[0]
      if (!small) return read
      const yearEnd =
        !fitting && numerals.pairedYears && parts.length === 0 && group >= 13 && group <= 20 && small.value >= 10
      if (!fitting && !yearEnd) return read
      group = yearEnd ? group * 100 + small.value : group + small.value
      room = Math.min(room, numerals.room(small.value))
      read = { value: sum(parts) + BigInt(group), exponent: 0, ordinal: small.ordinal, next: small.next }
      if (small.ordinal) return read
    }
    index = nextWord(lexemes, read.next)
    if (numerals.joiner !== '' && wordAt(lexemes, index) === numerals.joiner) {
      const joined = nextWord(lexemes, index + 1)
      const small = smalls(lexemes, joined, numerals).find(({ value }) => value > 0 && value <= room)
      if (!small || !numerals.joins(room, small.value)) return read
      closed = room >= 99
      index = joined
    }
  }
}

/** Longer words are no numbers: `neunhundertneunundneunzigtausendneunhundertneunundneunzig` has 55 letters. */
const LONGEST_COMPOUND = 80

/** The third largest in one word, folded. */
const placedSuperlative = /^(zweit|dritt|viert|funft|sechst|siebt|acht|neunt|zehnt)([a-z]{3,}ste[nrsm]?)$/u

/** Cuts numbers that are one long word into the words of `numerals`, all at the place of the whole. */
export const splitCompounds = (lexemes: readonly Lexeme[], numerals: Numerals): readonly Lexeme[] => {
  if (numerals.pieces.length === 0) return lexemes
  return lexemes.flatMap((lexeme) => {
    if (lexeme.kind !== 'word' || lexeme.text.length > LONGEST_COMPOUND || numerals.small.has(lexeme.text))
      return lexeme
    const [, place, superlative] = placedSuperlative.exec(lexeme.text) ?? []
    if (place !== undefined && superlative !== undefined)
      return [`${place}e`, superlative].map((text) => ({ ...lexeme, text }))
    const cut: string[] = []
    for (let rest = lexeme.text; rest !== ''; rest = rest.slice(cut.at(-1)?.length)) {
      const piece = numerals.pieces.find((candidate) => rest.startsWith(candidate))
      if (piece === undefined) return lexeme
      cut.push(piece)
    }
    return cut.length === 1 ? lexeme : cut.map((text) => ({ ...lexeme, text }))
  })
}
