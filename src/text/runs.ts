/** Which of a word's runs of four letters a text has too: Regierung in Bundesregierung, mathematical, matemático. */
import { LETTER_BITS, letterAt } from './letters.ts'
import { isExpandable } from './similar.ts'

const LETTERS = 4
const LAST_LETTERS = (1 << (LETTERS * LETTER_BITS)) - 1
/**
 * So large a table that hardly two runs share a place: in one a quarter of this, those that did cost half a point of
 * recall across languages.
 */
const PLACE_BITS = 17
/** Multiplicative hashing (Knuth, "The Art of Computer Programming", 6.4). */
const placeOf = (run: number): number => Math.imul(run, 0x9e3779b1) >>> (32 - PLACE_BITS)

/** Offers the place of each run in a text; the first of a word begins with what is no letter. */
const forEachRun = (text: string, offer: (place: number) => void): void => {
  let [run, length] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const letter = letterAt(text, at)
    run = ((run << LETTER_BITS) | letter) & LAST_LETTERS
    length = letter === 0 ? 0 : length + 1
    if (length >= LETTERS - 1) offer(placeOf(run))
  }
}

/** Places of a word's runs; none of a number or a short word. */
export type Runs = readonly number[]

export const runsOf = (word: string): Runs => {
  const runs: number[] = []
  if (isExpandable(word)) forEachRun(word, (place) => runs.push(place))
  return runs
}

/** By place the number of the last text that had a run there, from 1 on. */
const lastSeen = new Uint8Array(1 << PLACE_BITS)
const MOST_TEXTS = 255
let texts = 0

/** Reads a text; gives the share of a word's runs that it has, 0 to 1. Of one text at a time, as the table is one for all. */
export const readRuns = (text: string): ((runs: Runs) => number) => {
  if (texts === MOST_TEXTS) lastSeen.fill(0)
  texts = (texts % MOST_TEXTS) + 1
  forEachRun(text, (place) => {
    lastSeen[place] = texts
  })
  return (runs) => (runs.length === 0 ? 0 : runs.filter((place) => lastSeen[place] === texts).length / runs.length)
}
