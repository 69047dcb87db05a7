/** Reads fractions in words: the half, a third, les deux tiers, tres cuartos; and the percentages that they are. */
import { isStopWord } from '../text/analyse.ts'
import { named } from '../text/calendar.ts'
import { ratio } from '../text/decimals.ts'
import { primarySubtag } from '../text/language.ts'
import { behind } from '../text/lexemes.ts'
import { type Quantity, quantityAt } from '../text/quantities.ts'
import { linking } from '../text/scales.ts'
import type { Language } from '../types.ts'
import { doubtfully, type Fact, numbers, percents } from './figure-facts.ts'
import { placedAt, quarterWords } from './figure-numbers.ts'
import { type Found, mark, type Reader, word } from './figure-reader.ts'
import { unitIn } from './unit-forms.ts'

type Parts = {
  readonly denominators: ReadonlyMap<string, number>
  /** Before the word for parts: dos terceras partes. */
  readonly partsOf?: ReadonlyMap<string, number>
  readonly half: ReadonlySet<string>
  /** A half only before these: half of them, half the price. */
  readonly halfBefore?: ReadonlySet<string>
  readonly one: ReadonlySet<string>
}

const parts = (list: string): ReadonlyMap<string, number> =>
  new Map(
    list.split(' ').map((entry) => {
      const [form = '', value = ''] = entry.split('=')
      return [form, Number(value)]
    }),
  )
const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const languages: Readonly<Record<string, Parts>> = {
  en: {
    denominators: parts(
      'third=3 thirds=3 quarter=4 quarters=4 fifth=5 fifths=5 sixth=6 sixths=6 eighth=8 eighths=8 tenth=10 tenths=10',
    ),
    half: set('half'),
    halfBefore: set('of the its their his her as that'),
    one: set('a one the'),
  },
  fr: {
    denominators: parts(
      'tiers=3 quart=4 quarts=4 cinquieme=5 cinquiemes=5 sixieme=6 sixiemes=6 huitieme=8 huitiemes=8 dixieme=10 dixiemes=10',
    ),
    half: set('moitie'),
    one: set('un le'),
  },
  es: {
    denominators: parts(
      'tercio=3 tercios=3 cuarto=4 cuartos=4 quinto=5 quintos=5 sexto=6 sextos=6 octavo=8 octavos=8 decimo=10 decimos=10',
    ),
    partsOf: parts('tercera=3 terceras=3 cuarta=4 cuartas=4 quinta=5 quintas=5 decima=10 decimas=10'),
    half: set('mitad'),
    one: set('un la una'),
  },
  de: {
    denominators: parts('drittel=3 viertel=4 funftel=5 sechstel=6 achtel=8 zehntel=10'),
    half: set('halfte'),
    one: set('ein das'),
  },
}

const partWords = set('parte partes')

const factsOf = (numerator: number, denominator: number): readonly Fact[] => {
  const share = (100 * numerator) / denominator
  return [
    ...numbers([ratio(numerator, denominator)]),
    ...(Number.isInteger(share) && share <= 100 ? percents([String(share)]) : []),
  ]
}

const found = (facts: readonly Fact[], from: number, next: number): Found => ({
  readings: facts.map((fact) => [fact]),
  facts,
  from,
  next,
})

const halvedWords = new Set('halved halves halving halbiert halbierte halbieren'.split(' '))
/** By how much these multiply: doubled, triplé, se duplicó, verfünffacht. French is told by its accent. */
const multiplied: readonly (readonly [pattern: RegExp, times: number])[] = [
  [/^(?:doubled|doubling|twofold|doublée?s?|doublent|verdoppel\w*|duplic(?:ó|aron|ad[oa]s?))$/iu, 2],
  [
    /^(?:tripled|tripling|trebled|trebling|threefold|triplée?s?|triplent|verdreifach\w*|triplic(?:ó|aron|ad[oa]s?))$/iu,
    3,
  ],
  [/^(?:quadrupled|fourfold|quadruplée?s?|vervierfach\w*|cuadruplic(?:ó|aron|ad[oa]s?))$/iu, 4],
  [/^(?:quintupled|fivefold|quintuplée?s?|verfünffach\w*|quintuplic(?:ó|aron|ad[oa]s?))$/iu, 5],
  [/^(?:tenfold|décuplée?s?|verzehnfach\w*|decuplic(?:ó|aron|ad[oa]s?))$/iu, 10],
]

/** Most words are seen not to at once. */
const multiplying =
  /^(?:doubl|dupli|tripl|trebl|quadrup|cuadrup|quintup|decup|verdop|verdrei|vervier|verfunf|verzehn|.{3,4}fold)/u

/** What was halved fell by half, what tripled is three times as much or rose by 200 %. */
export const multipliedAt = (reader: Reader, from: number): Found | undefined => {
  if (halvedWords.has(word(reader, from))) {
    const facts = [...factsOf(1, 2), 'times 0.5']
    return found(facts, from, from + 1)
  }
  if (!multiplying.test(word(reader, from))) return undefined
  const raw = reader.lexemes[from]?.raw ?? ''
  const times = multiplied.find(([pattern]) => pattern.test(raw))?.[1]
  if (times === undefined) return undefined
  return found(
    [`times ${times}`, ...numbers([String(times)]), ...percents([String(100 * (times - 1))])],
    from,
    from + 1,
  )
}

/** Two numbers that say a share: one in five, un sur cinq, dos de cada tres, drei von zehn. */
const shareLinks = ['in', 'out of', 'sur', 'de cada', 'von'].map((phrase) => phrase.split(' '))
/** These say so behind a noun as well. */
const nounLinks = ['out of', 'sur', 'de cada', 'in every'].map((phrase) => phrase.split(' '))
const MOST_PARTS = 100

/** Words of what the share is of: une station de mesure sur quatre. */
const MAXIMUM_BETWEEN = 3
/** Behind the link of a share at `next`, or behind a few words of what it is of; -1 where there is none. */
const linkEnd = (reader: Reader, next: number, isOne: boolean): number => {
  const direct = behind(reader.lexemes, next, shareLinks)
  for (let at = next; direct < 0 && at < next + MAXIMUM_BETWEEN && word(reader, at) !== ''; at++) {
    const end = behind(reader.lexemes, at + 1, isOne ? shareLinks : nounLinks)
    if (end >= 0) return end
  }
  return direct
}

/** One in five is a fifth and 20 %; a claim of it is held by these, or where its numbers stand side by side. */
export const ratioAt = (reader: Reader, { values, from, next, ordinal, exponent }: Quantity): Found | undefined => {
  if (ordinal || exponent > 0) return undefined
  const at = linkEnd(reader, next, values[0] === '1')
  const other = at < 0 ? undefined : quantityAt(reader.lexemes, at, reader.numerals)
  if (!other || other.ordinal || other.exponent > 0) return undefined
  // One man in two days.
  if (
    behind(reader.lexemes, next, shareLinks) !== at &&
    unitIn(word(reader, other.next), reader.language) !== undefined
  )
    return undefined
  const [value = '', whole = ''] = [values[0], other.values[0]]
  const [part, parts] = [Number(value), Number(whole)]
  if (!Number.isInteger(part) || !Number.isInteger(parts) || part < 1 || part >= parts || parts > MOST_PARTS)
    return undefined
  const facts = factsOf(part, parts)
  const pair = `pair ${value} ${whole}`
  return {
    readings: [...facts, pair].map((fact) => [fact]),
    facts: [...facts, ...numbers([value, whole]), pair],
    from,
    next: other.next,
  }
}

const halfPlaces = new Set(
  'first second premiere seconde deuxieme primera segunda erste ersten zweite zweiten'.split(' '),
)
const articles = new Set('a an l la'.split(' '))
/** A quarter of an hour, un quart d’heure, un cuarto de hora: also so many minutes. */
const minutesOf = (reader: Reader, at: number, share: number): readonly Fact[] => {
  if (!linking.has(word(reader, at)) && word(reader, at) !== 'd') return []
  const behindLink = /^['’]$/u.test(mark(reader, at + 1)) ? at + 2 : at + 1
  const noun = articles.has(word(reader, behindLink)) ? behindLink + 1 : behindLink
  return unitIn(word(reader, noun), reader.language) === 'hour' ? [`measure ${MINUTES * share} minute`] : []
}
const MINUTES = 60

const every = new Set('jede jeder jedes jedem jeden every'.split(' '))
/** Jeder dritte Haushalt: a third of them. */
export const everyAt = (reader: Reader, { values, from, next, ordinal }: Quantity): Found | undefined => {
  const parts = Number(values[0])
  if (!ordinal || !every.has(word(reader, from - 1)) || !Number.isInteger(parts) || parts < 2) return undefined
  return found([...factsOf(1, parts), `ordinal ${parts}`], from, next)
}

/** Whether a fraction or a multiple may begin with a folded word that is no number. */
export const opensFraction = (text: string, language: Language): boolean => {
  const known = languages[primarySubtag(language)]
  return (
    known?.half.has(text) === true || known?.one.has(text) === true || halvedWords.has(text) || multiplying.test(text)
  )
}

/** The fraction that starts at lexeme `from`; `quantity` is the number there. */
export const fractionAt = (reader: Reader, from: number, quantity: Quantity | undefined): Found | undefined => {
  const known = languages[primarySubtag(reader.language)]
  if (!known) return undefined
  const here = word(reader, from)
  // The first half of a year, of a match, is no half of anything.
  if (known.half.has(here) && halfPlaces.has(word(reader, from - 1)))
    return { ...doubtfully(factsOf(1, 2)), from, next: from + 1 }
  if (known.half.has(here) && word(reader, from - 1) === 'by') return found(factsOf(1, 2), from, from + 1)
  if (known.half.has(here) && (!known.halfBefore || known.halfBefore.has(word(reader, from + 1))))
    return found(factsOf(1, 2), from, from + 1)
  const counted = quantity && !quantity.ordinal && quantity.exponent === 0 ? Number(quantity.values[0]) : undefined
  const at =
    counted === undefined
      ? from + 1
      : mark(reader, quantity?.next ?? from) === '-'
        ? (quantity?.next ?? from) + 1
        : (quantity?.next ?? from)
  const inParts = partWords.has(word(reader, at + 1)) ? known.partsOf?.get(word(reader, at)) : undefined
  const denominator = inParts ?? known.denominators.get(word(reader, at))
  if (denominator === undefined) return undefined
  // The third of October.
  const month = reader.lexemes[at + 2]
  if (linking.has(word(reader, at + 1)) && month?.kind === 'word' && named('month', month, reader.language))
    return undefined
  // The third quarter of a year is no third.
  if (counted === undefined && quarterWords.has(word(reader, at + 1))) return undefined
  // The third floor, revenue in the quarter: a share is the third of something.
  if (here === 'the' && !linking.has(word(reader, at + 1))) return undefined
  const numerator = counted ?? (known.one.has(here) ? 1 : undefined)
  if (numerator === undefined || !Number.isInteger(numerator) || numerator < 1 || numerator >= denominator)
    return undefined
  // A third man is no third of anything; what follows a share is of, de.
  const share = linking.has(word(reader, at + 1)) || numerator > 1 || primarySubtag(reader.language) !== 'en'
  const next = inParts === undefined ? at + 1 : at + 2
  const facts = [...factsOf(numerator, denominator), ...minutesOf(reader, next, numerator / denominator)]
  if (share) return found(facts, from, next)
  // A quarter is no fourth, and what rose by a third is in no third place: only of a noun is it one, a third man.
  const noun = word(reader, at + 1)
  const isPlace = noun !== '' && !isStopWord(noun, reader.language) && !quarterWords.has(word(reader, at))
  if (!isPlace) return found(facts, from, next)
  const place = found([...facts, `ordinal ${denominator}`], from, next)
  // What place a thing has is given by a source; a claim of the third is not held by a fourth.
  return { ...place, facts: [...place.facts, ...placedAt(reader, at + 1)] }
}
