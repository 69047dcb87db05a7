/**
 * Reads one number, in digits or in words, with all that belongs to its value: sign, decimals, halves and scale
 * (2,5 millions, two and a half million, une vingtaine, 250k).
 */
import { decimal, plusHalf, ratio, runValues, times } from './decimals.ts'
import { behind, glued, type Lexeme, nextWord, wordAt } from './lexemes.ts'
import type { Numerals } from './numeral-table.ts'
import { spelled } from './numerals.ts'
import { linking, scaleAt } from './scales.ts'

export type Quantity = {
  /** Every number it may be, canonical as `decimals` says. */
  readonly values: readonly string[]
  /** Lexemes `[from, next)`. */
  readonly from: number
  readonly next: number
  readonly written: 'digits' | 'words'
  readonly ordinal: boolean
  /** The power of ten that it was multiplied by, 0 for none. */
  readonly exponent: number
  /** Whether its words may say no number at all: un, neuf, Trois-Rivières. */
  readonly doubtful: boolean
}

/** Nothing says its size so in prose: what is longer ends there. */
const MAXIMUM_SCALES = 4
const MAXIMUM_DECIMAL_WORDS = 6

const ordinalEnding = /^(?:er|ere|re|e|eme|nd|nde|st|rd|th|º|ª)$/u
/** 4.º, 4.a */
const dottedOrdinalEnding = /^[ºªoa]$/u
const vulgarFraction = /^([0-9]{1,3})\u2044([0-9]{1,3})$/u

const fractionAt = (lexemes: readonly Lexeme[], at: number): string | undefined => {
  const lexeme = lexemes[at]
  const match = lexeme?.kind === 'mark' ? vulgarFraction.exec(lexeme.raw.normalize('NFKC')) : null
  return match && Number(match[2]) > 0 ? ratio(Number(match[1]), Number(match[2])) : undefined
}

/** What recipes and measures are written with: 6 1/2, 3 5/16. */
const denominators = new Set('2 3 4 5 6 8 10 16 32 64'.split(' '))

/** The fraction in three lexemes at `at`, behind a whole number: 1/2. */
const brokenAt = (lexemes: readonly Lexeme[], at: number): string | undefined => {
  const [over, bar, under] = lexemes.slice(at, at + 3)
  if (over?.kind !== 'digits' || under?.kind !== 'digits' || !/^[/\u2044]$/u.test(bar?.text ?? '')) return undefined
  if (!glued(lexemes, at + 1) || !glued(lexemes, at + 2) || /^[/\u2044]$/u.test(lexemes[at + 3]?.text ?? ''))
    return undefined
  const [part, whole] = [Number(over.text), Number(under.text)]
  return denominators.has(under.text) && part > 0 && part < whole ? ratio(part, whole) : undefined
}

/** Whether what is counted from `at` on looks like a plural: neuf soldats, une quinzaine de jours. */
const isPlural = (lexemes: readonly Lexeme[], at: number, numerals: Numerals): boolean => {
  const noun = wordAt(lexemes, linking.has(wordAt(lexemes, at)) ? at + 1 : at)
  return noun.length > 2 && /[sx]$/u.test(noun) && !numerals.notPlural.has(noun)
}

const opening = /^[([{«“‘"'¿¡]$/u

/** Whether a minus sign stands at `at`: digits touch it, and before it is a space that parts it from no digits. */
const isSign = (lexemes: readonly Lexeme[], at: number): boolean => {
  if (!/^[-−–]$/u.test(lexemes[at]?.text ?? '')) return false
  if (lexemes[at + 1]?.kind !== 'digits' || !glued(lexemes, at + 1)) return false
  const before = lexemes[at - 1]
  if (!before) return true
  if (glued(lexemes, at)) return opening.test(before.text)
  // Nobody sets a range so: 2012 −12,5.
  return before.kind !== 'digits' || lexemes[at]?.text === '−'
}

type Draft = Omit<Quantity, 'doubtful'>

/**
 * Which of its values digits have before a scale: 1.740 million is less than two in English and more than a thousand
 * elsewhere, 1,740 million the other way round. `values` are the grouped number and then that with decimals.
 */
const beforeScale = (values: readonly string[], lexeme: Lexeme | undefined, { point }: Numerals): readonly string[] => {
  if (values.length !== 2 || lexeme?.kind !== 'digits' || point === '') return values
  const decimals = lexeme.text.includes('.') === (point === 'point')
  return decimals ? values.slice(1) : values.slice(0, 1)
}

/** Most words and marks start no number: this sees it at once. */
export const mayStart = ({ kind, text }: Lexeme, numerals: Numerals): boolean =>
  kind === 'digits' ||
  (kind === 'mark' && /^[-−–\p{No}]$/u.test(text)) ||
  numerals.small.has(text) ||
  numerals.bare.has(text) ||
  numerals.articles.has(text) ||
  numerals.half.has(text) ||
  numerals.groups.has(text) ||
  numerals.implied.has(text) ||
  text === numerals.minus ||
  numerals.cardinal(text).length > 0

/** The number that starts at lexeme `from`, sign included. Looks a bounded number of lexemes ahead. */
export const quantityAt = (lexemes: readonly Lexeme[], from: number, numerals: Numerals): Quantity | undefined => {
  const here = lexemes[from]
  if (!here || !mayStart(here, numerals)) return undefined
  const word = (at: number): string => wordAt(lexemes, at)
  const plain = { from, ordinal: false, exponent: 0 }

  /** The number itself, without what follows it. */
  const start = (at: number): Draft | undefined => {
    const lexeme = lexemes[at]
    if (lexeme?.kind === 'digits') {
      const read = runValues(lexeme.text)
      // What is no number, a version or an address, stands for itself.
      const values = read.length > 0 ? read : [lexeme.text]
      const fraction = fractionAt(lexemes, at + 1)
      if (fraction?.startsWith('0.') && /^[0-9]+$/u.test(values[0] ?? ''))
        return { ...plain, values: [values[0] + fraction.slice(1)], next: at + 2, written: 'digits' }
      const broken = /^[0-9]{1,3}$/u.test(lexeme.text) ? brokenAt(lexemes, at + 1) : undefined
      if (broken?.startsWith('0.'))
        return { ...plain, values: [lexeme.text + broken.slice(1)], next: at + 4, written: 'digits' }
      const dot = lexemes[at + 1]?.text === '.' && glued(lexemes, at + 1)
      const ending = dot ? at + 2 : at + 1
      const ordinal = glued(lexemes, ending) && (dot ? dottedOrdinalEnding : ordinalEnding).test(word(ending))
      return { ...plain, values, next: ordinal ? ending + 1 : at + 1, written: 'digits', ordinal }
    }
    const fraction = fractionAt(lexemes, at)
    if (fraction !== undefined) return { ...plain, values: [fraction], next: at + 1, written: 'digits' }
    if (numerals.half.has(word(at))) {
      const article = nextWord(lexemes, at + 1)
      const next = numerals.articles.has(word(article)) ? nextWord(lexemes, article + 1) : article
      const half: Draft = { ...plain, values: ['0.5'], next, written: 'words' }
      return scaleAt(lexemes, half, numerals) && half
    }
    const group = numerals.groups.get(word(at)) ?? numerals.implied.get(word(at))
    if (group !== undefined) return { ...plain, values: [String(group)], next: at + 1, written: 'words' }
    const number = spelled(lexemes, at, numerals)
    if (number) return { ...plain, ...number, values: [String(number.value)], written: 'words' }
    if (!numerals.articles.has(word(at))) return undefined
    const one: Draft = { ...plain, values: ['1'], next: at + 1, written: 'words' }
    const counts = numerals.groups.has(word(nextWord(lexemes, at + 1))) || halfAfterNoun(one) >= 0
    return counts ? one : undefined
  }

  const halfAfterNoun = (draft: Draft): number =>
    word(draft.next) === '' ? -1 : behind(lexemes, draft.next + 1, numerals.andHalf)

  const withDecimals = (draft: Draft): Draft => {
    if (numerals.point === '' || word(draft.next) !== numerals.point || draft.exponent > 0) return draft
    const unscaled = { ...numerals, multipliers: new Map(), sizes: new Map() }
    let { next } = draft
    let fraction = ''
    for (let count = 0; count < MAXIMUM_DECIMAL_WORDS; count++) {
      const digits = spelled(lexemes, count === 0 ? next + 1 : next, unscaled)
      if (!digits) break
      fraction += digits.value
      next = digits.next
    }
    return fraction === '' ? draft : { ...draft, values: draft.values.map((value) => decimal(value, fraction)), next }
  }

  /** Two and a half; behind a scale also quatre ans et demi, which would take two million and a half for 2.5. */
  const withHalf = (draft: Draft, scaled: boolean): Draft => {
    const direct = behind(lexemes, draft.next, numerals.andHalf)
    const next = direct >= 0 || !scaled || draft.ordinal ? direct : halfAfterNoun(draft)
    return next < 0 ? draft : { ...draft, values: draft.values.map((value) => plusHalf(value, draft.exponent)), next }
  }

  const withScale = (draft: Draft): Draft => {
    let scaled = draft
    for (let count = 0; count < MAXIMUM_SCALES; count++) {
      const scale = scaleAt(lexemes, scaled, numerals)
      if (!scale) break
      const read =
        count === 0 && scale.exponent > 0
          ? beforeScale(scaled.values, lexemes[scaled.next - 1], numerals)
          : scaled.values
      const values = read.map((value) => times(value, scale.factor))
      scaled = {
        ...scaled,
        values: scale.bare ? [...read, ...values] : values,
        exponent: scaled.exponent + scale.exponent,
        next: scale.next,
      }
    }
    return scaled
  }

  const minusWord =
    numerals.minus !== '' && word(from) === numerals.minus && !numerals.notMinusAfter.has(word(from - 1))
  const negative = minusWord || isSign(lexemes, from)
  const first = start(negative ? from + 1 : from)
  if (!first) return undefined
  const { values, ...rest } = withHalf(withScale(withHalf(withDecimals(first), false)), true)
  const last = lexemes[rest.next - 1]
  const lone = rest.next === from + 1 || numerals.groups.has(last?.text ?? '')
  const noun = numerals.groups.has(here.text) || numerals.implied.has(here.text)
  const named = lexemes[rest.next]?.text === '-' && /^\p{Lu}/u.test(lexemes[rest.next + 1]?.raw ?? '')
  const other = numerals.doubtful.has(last?.raw ?? '') && !isPlural(lexemes, rest.next, numerals)
  return {
    ...rest,
    values: negative ? values.map((value) => `-${value}`) : values,
    doubtful: rest.written === 'words' && (rest.ordinal || noun || (lone && (values[0] === '1' || named || other))),
  }
}
