/**
 * Finds names, figures and units that a claim which else repeats a sentence gives another place than they have there: two
 * in each other's, or one for another.
 */

import { isCalendar } from '../text/calendar.ts'
import type { Numerals } from '../text/numeral-table.ts'
import type { Language } from '../types.ts'
import { type Difference, difference, inCommon, type Sentence, type Token } from './alignment.ts'
import type { PolarityWords } from './polarity-words.ts'
import type { Warning } from './problem.ts'
import { areComparable, unitIn } from './unit-forms.ts'

/** The stretch around a place of which all tokens are such, `to` exclusive. */
const around = (
  tokens: readonly Token[],
  at: number,
  isSuch: (token: Token) => boolean,
): readonly [from: number, to: number] => {
  const isSo = (place: number): boolean => tokens[place] !== undefined && isSuch(tokens[place])
  let [from, to] = [at, at + 1]
  while (isSo(from - 1)) from--
  while (isSo(to)) to++
  return [from, to]
}
const nameAround = (tokens: readonly Token[], at: number): readonly [from: number, to: number] =>
  around(tokens, at, ({ name }) => name)

/** A name, a figure or a word with an opposite, whose tokens are `[from, to)`. */
type Place = { readonly kind: 'name' | 'figure' | 'opposite'; readonly from: number; readonly to: number }

/** The claim with two stretches in each other's place. */
const swapped = (claim: readonly Token[], first: Place, second: Place): readonly Token[] =>
  [
    claim.slice(0, first.from),
    claim.slice(second.from, second.to),
    claim.slice(first.to, second.from),
    claim.slice(first.from, first.to),
    claim.slice(second.to),
  ].flat()

/** The digits of a figure, however they are grouped. */
const digitsOf = ({ text }: Token): string => (/^\p{N}/u.test(text) ? text.replace(/\P{N}/gu, '') : '')

/** Of its words a claim must repeat as many, in order, once two of its places have been exchanged. */
const EXCHANGED_WORDS = 0.8
/** Places of a claim that are exchanged for a trial. */
const MAXIMUM_PLACES = 12
/** Tokens from the first part of a date to the last, with its month between: 3 mai 2015, no 3 à 5. */
const DATE = 2

/** The places of a claim: of names the single words of `fewestWords` or more, and the whole. */
const placesOf = (
  claim: readonly Token[],
  fewestWords: number,
  { opposites }: PolarityWords,
  { small, multipliers }: Numerals,
): readonly Place[] => {
  const isNumber = ({ text }: Token): boolean => (small.get(text) ?? 0) > 1 || multipliers.has(text)
  return claim.flatMap((token, at): readonly Place[] => {
    const single = { from: at, to: at + 1 }
    if (digitsOf(token) !== '') return [{ kind: 'figure', ...single }]
    if (isNumber(token)) {
      const [from, to] = around(claim, at, isNumber)
      return from === at ? [{ kind: 'figure', from, to }] : []
    }
    const against = opposites.get(token.stem)
    if (against && claim.some((other) => against.has(other.stem))) return [{ kind: 'opposite', ...single }]
    const [from, to] = nameAround(claim, at)
    if (!token.name || isCalendar(token.text) || to - from < fewestWords) return []
    const whole: readonly Place[] = to - from > 1 && from === at ? [{ kind: 'name', from, to }] : []
    return [{ kind: 'name', ...single }, ...whole]
  })
}

/** Between two names these make one say where the other is: the Games in London are the London Games. */
const placing = new Set('s from in'.split(' '))

const agents = new Set('by par por von durch'.split(' '))
/** Who chairs the board: the board is chaired by. */
const isPassive = (tokens: readonly Token[]): boolean =>
  tokens.some(({ text }, at) => agents.has(text) && tokens.slice(at + 1, at + 1 + AGENT).some(({ name }) => name))
/** Tokens from the word to the name: by Dame Olive. */
const AGENT = 3

/**
 * Two names of `fewestWords` or more, two figures, or two opposites, that stand in each other's place: exchanged once
 * more, the claim repeats a sentence, and more of it than the words that it does as it stands.
 */
export const namesExchanged = (
  claim: readonly Token[],
  sentences: readonly Sentence[],
  asItStands: number,
  fewestWords: number,
  words: PolarityWords,
  numerals: Numerals,
): Warning | undefined => {
  if (asItStands === claim.length) return undefined
  // What changes places leaves the claim the same words.
  const near = sentences.filter(({ tokens, stems }) => {
    if (claim.filter(({ stem }) => stems.has(stem)).length < EXCHANGED_WORDS * claim.length) return false
    return inCommon(claim, tokens) > asItStands
  })
  if (near.length === 0) return undefined
  const areAlike = (one: Place, other: Place): boolean => {
    if (one.kind !== other.kind || one.to > other.from) return false
    if (one.kind === 'name' && isPassive(claim) !== near.some(({ tokens }) => isPassive(tokens))) return false
    if (one.kind === 'name' && claim.slice(one.to, other.from).every(({ text }) => placing.has(text))) return false
    const against = words.opposites.get(claim[one.from]?.stem ?? '')
    return one.kind !== 'opposite' || against?.has(claim[other.from]?.stem ?? '') === true
  }
  // The parts of a date have another order elsewhere.
  const isDate = (one: Place, other: Place): boolean => {
    if (one.kind !== 'figure' || other.from - one.from > DATE) return false
    return other.from - one.from < DATE || claim[one.to]?.content === true
  }
  /** 62 women and 45 men, of 45 men and 62 women: each with what it says something of. */
  const staysWith = (one: Place, other: Place): boolean => {
    if (one.kind === 'name') return false
    const besides = [
      { mine: one.to, its: other.to, from: one.from, to: one.to + 1 },
      { mine: one.from - 1, its: other.from - 1, from: one.from - 1, to: one.to },
    ]
    return besides.some(({ mine, its, from, to }) => {
      if (!claim[mine]?.content || claim[mine].stem === claim[its]?.stem) return false
      const stretch = claim.slice(from, to)
      return near.some(({ tokens }) =>
        tokens.some((_, at) => stretch.every(({ stem }, index) => tokens[at + index]?.stem === stem)),
      )
    })
  }
  const repeated = (tokens: readonly Token[]): number =>
    Math.max(0, ...near.map((sentence) => difference(tokens, sentence)?.pairs.length ?? 0))
  const places = placesOf(claim, fewestWords, words, numerals).slice(0, MAXIMUM_PLACES)
  for (const [index, one] of places.entries())
    for (const other of places.slice(index + 1)) {
      if (!areAlike(one, other) || isDate(one, other) || staysWith(one, other)) continue
      const back = repeated(swapped(claim, one, other))
      if (back > asItStands && back >= EXCHANGED_WORDS * claim.length)
        return { code: 'names_exchanged', names: [claim[one.from]?.text ?? '', claim[other.from]?.text ?? ''] }
    }
  return undefined
}

const from = new Set('from de von'.split(' '))
const to = new Set('to a auf hasta bis'.split(' '))

/** The figures that something goes from, and to. */
const directionsOf = (tokens: readonly Token[]): readonly (readonly [from: string, to: string])[] => {
  const behind = (words: ReadonlySet<string>): readonly string[] =>
    tokens.flatMap((token, at) => (words.has(tokens[at - 1]?.text ?? '') && digitsOf(token) !== '' ? [token.text] : []))
  const [starts, ends] = [behind(from), behind(to)]
  return starts.flatMap((start) => ends.filter((end) => end !== start).map((end) => [start, end] as const))
}

/** What goes from one figure to another goes the other way in a sentence: from 7 to 2, of to 7 from 2. */
export const directionsExchanged = (claim: readonly Token[], sentences: readonly Sentence[]): Warning | undefined => {
  const said = directionsOf(claim)
  if (said.length === 0) return undefined
  for (const { tokens } of sentences) {
    const told = directionsOf(tokens)
    const turned = said.find(
      ([start, end]) =>
        told.some((each) => each[0] === end && each[1] === start) &&
        !told.some((each) => each[0] === start && each[1] === end),
    )
    if (turned) return { code: 'names_exchanged', names: turned }
  }
  return undefined
}

/** A name or a figure that stands elsewhere in the paragraphs, or another unit, in the place of the sentence's own. */
export const nameReplaced = (
  { claim, pairs, added }: Difference,
  { tokens: sentence }: Sentence,
  all: readonly Sentence[],
  named: boolean,
  language: Language,
): Warning | undefined => {
  const isName = (token: Token): boolean =>
    named &&
    token.name &&
    !isCalendar(token.text) &&
    all.some(({ tokens }) => tokens.some(({ name, text }) => name && text === token.text))
  const isFigure = (digits: string): boolean =>
    digits !== '' && all.some(({ tokens }) => tokens.some((token) => digitsOf(token) === digits))
  const isSmall = (token: Token | undefined): boolean => token !== undefined && !token.content && added.includes(token)
  for (const strange of added) {
    const [figure, unit] = [isFigure(digitsOf(strange)), unitIn(strange.text, language)]
    if (!figure && unit === undefined && !isName(strange)) continue
    const at = claim.indexOf(strange)
    const [start, to] = figure || unit !== undefined ? [at, at + 1] : nameAround(claim, at)
    // A day, an hour.
    const from = unit !== undefined && isSmall(claim[start - 1]) ? start - 1 : start
    // Just between the same neighbours the sentence has one of its own and nothing else: else phrases have only moved.
    const before = pairs.findLast(([place]) => place < from)
    const after = pairs.find(([place]) => place >= to)
    if ((before?.[0] ?? -1) !== from - 1 || (after?.[0] ?? claim.length) !== to) continue
    const place = (before?.[1] ?? -1) + 1
    // At the end of a claim that says but the beginning, as many words of the sentence.
    const between = sentence.slice(place, after?.[1] ?? place + to - from)
    const isLike = (token: Token): boolean =>
      figure
        ? digitsOf(token) !== ''
        : unit === undefined
          ? isName(token)
          : unitIn(token.text, language) !== unit && areComparable(unit, unitIn(token.text, language))
    const own = between.every((token) => isLike(token) || (unit !== undefined && !token.content))
      ? between.find(isLike)
      : undefined
    const isSaid =
      own && claim.some((token) => token.stem === own.stem || (figure && digitsOf(token) === digitsOf(own)))
    if (own && !isSaid) return { code: 'names_exchanged', names: [strange.text, own.text] }
  }
  return undefined
}
