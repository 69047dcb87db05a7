/**
 * How much of each of a few words the sentences of a text hold: all of one that stands there, and of any other the share
 * of its runs of four letters, as of Regierung in Bundesregierung, of mathematical in matemático.
 */
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

/** By place the number of the last sentence that had a run there; one table for all, of bytes, to stay near the processor. */
const lastSeen = new Uint8Array(1 << PLACE_BITS)
const MOST_SENTENCES = 255
let sentence = 0

/** What is shorter is an initial or an abbreviation, and no sentence. In UTF-16 code units. */
const SHORTEST = 40

const ends = new Set(Array.from('.!?…\n', (mark) => mark.charCodeAt(0)))
const SPACE = 0x20
/** A glance, where `sentences` looks at all that stands around a mark. A text without spaces is one sentence. */
const isEnd = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code !== SPACE && ends.has(code) && !(text.charCodeAt(at + 1) > SPACE)
}

/** Notes the runs of the sentence that begins at `from`; gives its end. */
const readSentence = (text: string, from: number): number => {
  if (sentence === MOST_SENTENCES) lastSeen.fill(0)
  sentence = (sentence % MOST_SENTENCES) + 1
  let run = 0
  let length = 0
  for (let at = from; at < text.length; at++) {
    const letter = letterAt(text, at)
    run = ((run << LETTER_BITS) | letter) & LAST_LETTERS
    if (letter !== 0) {
      length++
      if (length >= LETTERS - 1) lastSeen[placeOf(run)] = sentence
    } else {
      length = 0
      if (at - from >= SHORTEST && isEnd(text, at)) return at + 1
    }
  }
  return text.length
}

/** Places of a word's runs; none of a number or a short word. The first run of a word begins with what is no letter. */
const runsOf = (word: string): Uint32Array => {
  const runs: number[] = []
  let run = 0
  if (isExpandable(word))
    for (let at = 0; at < word.length; at++) {
      run = ((run << LETTER_BITS) | letterAt(word, at)) & LAST_LETTERS
      if (at >= LETTERS - 2) runs.push(placeOf(run))
    }
  return Uint32Array.from(runs)
}

const none = new Uint32Array(0)

const shareOf = (runs: Uint32Array): number => {
  let seen = 0
  for (const place of runs) if (lastSeen[place] === sentence) seen++
  return runs.length === 0 ? 0 : seen / runs.length
}

export type Sought = { readonly word: string; readonly weight: number }

export type Held = {
  /** By word, the largest share of its runs that a sentence has, 0 to 1; 0 for a number or a short word. */
  readonly letters: readonly number[]
  /** By word, how much of it the best sentence holds. */
  readonly sentence: readonly number[]
}

/** A word of which a sentence has but letters, against one that stands there. */
const LETTERS_SHARE = 0.7

const isWithin = (places: readonly number[], from: number, to: number): boolean => {
  for (const place of places) if (place >= from && place < to) return true
  return false
}

/**
 * Reads a text, of which is known where each word stands. How much a sentence holds of a word is what `held` makes of the
 * word's share and the sentence's length in UTF-16 code units; the best holds most of all, by their weights.
 */
export const createSentenceReader = (all: readonly Sought[]) => {
  const runs = all.map(({ word }) => runsOf(word))
  return (
    text: string,
    places: readonly (readonly number[])[],
    held: (share: number, length: number) => number,
  ): Held => {
    const letters = all.map(() => 0)
    let [most, best]: [number, readonly number[]] = [0, letters]
    const close = (from: number, to: number): void => {
      let total = 0
      const amounts = all.map(({ weight }, at) => {
        const share = shareOf(runs[at] ?? none)
        if (share > (letters[at] ?? 0)) letters[at] = share
        const amount = held(isWithin(places[at] ?? [], from, to) ? 1 : LETTERS_SHARE * share, to - from)
        total += weight * amount
        return amount
      })
      if (total > most) [most, best] = [total, amounts]
    }
    for (let from = 0; from < text.length; ) {
      const end = readSentence(text, from)
      close(from, end)
      from = end
    }
    return { letters, sentence: best }
  }
}
