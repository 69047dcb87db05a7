/** Reads the numbers of a text as what they count: per cent, a place in an order, a name, a size, or just a number. */
import { isStopWord } from '../text/analyse.ts'
import { times } from '../text/decimals.ts'
import { primarySubtag } from '../text/language.ts'
import { behind, glued } from '../text/lexemes.ts'
import type { Quantity } from '../text/quantities.ts'
import { linking } from '../text/scales.ts'
import { ABSENT, doubtfully, either, type Fact, type Meaning, numbers, plainly, sizes, years } from './figure-facts.ts'
import { digits, type Found, isYear, mark, type Reader, skipDot, word } from './figure-reader.ts'
import { halvesBefore } from './figure-units.ts'

/** In every text, whatever its language, because a claim may quote another one. */
const percentWords = ['percent', 'per cent', 'pour cent', 'pourcent', 'pct', 'prozent', 'por ciento', 'por cien']
  .concat(['procent', 'per cento', 'por cento', 'percentage chance'])
  .map((phrase) => phrase.split(' '))
/** Before a number up to 31 these say a day of a month: le 13, am 13. */
const beforeDay = new Set('le du au el del al am vom zum'.split(' '))
/** In these a full stop makes an ordinal: 18. Jahrhundert. */
const dottedOrdinals = new Set(['de'])
/** With a 2 or a 3 these are square and cubic, as km² is, which is not read. */
const lengths = new Set('mm cm dm m dam hm km ft mi'.split(' '))
const MAXIMUM_SIZE_WORDS = 4

/** Also p. cent, p. 100, v. H. */
const percentWordEnd = (reader: Reader, at: number): number => {
  const abbreviated = mark(reader, at + 1) === '.' ? word(reader, at) : ''
  if (abbreviated === 'p' && (word(reader, at + 2) === 'cent' || digits(reader, at + 2) === '100')) return at + 3
  if (abbreviated === 'v' && word(reader, at + 2) === 'h') return skipDot(reader, at + 3)
  return behind(reader.lexemes, at, percentWords)
}

/** A share of a hundred and a bare number are never the same: 80 % is no 80. */
export const percentAt = (reader: Reader, { values, from, next }: Quantity): Found | undefined => {
  const sign = mark(reader, next)
  const perMille = sign === '‰'
  const end = perMille || /^[%٪％﹪]$/u.test(sign) ? next + 1 : percentWordEnd(reader, next)
  if (end < 0) return undefined
  const fact = (value: string): Fact => `${perMille ? 'per mille' : 'percent'} ${value}`
  // In 2015 and 12 %, the year is none.
  const share = (value: string): Meaning | undefined => (isYear(value) ? undefined : plainly([fact(value)]))
  return { ...plainly(values.map(fact)), from, next: end, share }
}

const betweenHalf = new Set(['a', 'of'])

/** Half a per cent, un demi pour cent, medio por ciento. */
export const halfPercentAt = (reader: Reader, from: number): Found | undefined => {
  if (!halvesBefore.has(word(reader, from))) return undefined
  let at = from + 1
  while (betweenHalf.has(word(reader, at)) && at < from + 3) at++
  const next = percentWordEnd(reader, at)
  return next < 0 ? undefined : { ...plainly(['percent 0.5']), from, next }
}

/**
 * What a number in a name is called: F-16, A380, COVID-19, Apollo 11. Where the name is glued or all capitals, a
 * source that holds it holds no plain number: F-16 is no 16. A claim of it is held by either.
 */
const labelsOf = (reader: Reader, { values, from }: Quantity): Meaning & { readonly strict: boolean } => {
  const { lexemes } = reader
  const hyphen = /^[-‐‑]$/u.test(mark(reader, from - 1)) && glued(lexemes, from) && glued(lexemes, from - 1)
  const before = lexemes[hyphen ? from - 2 : from - 1]
  const joined = !hyphen && glued(lexemes, from)
  const isName = before?.kind === 'word' && (joined ? /^\p{Script=Latin}/u : /^\p{Lu}/u).test(before.raw)
  if (!isName) return { ...either([]), strict: false }
  const capitals = hyphen && before.raw === before.raw.toUpperCase()
  const quarter = joined && quarterLetters.has(before.raw) ? quarters(values) : []
  const facts = [...values.map((value) => `label ${before.text}${value}`), ...quarter]
  const unit = joined && lengths.has(before.text) && /^[23]$/u.test(values[0] ?? '')
  return { ...(unit ? doubtfully(facts) : plainly(facts)), strict: joined || capitals }
}

/** The third quarter is Q3. */
export const quarterWords: ReadonlySet<string> = new Set(
  'quarter quarters trimestre trimestres quartal quartals'.split(' '),
)
const quarterLetters = new Set('QT')
const quarters = (values: readonly string[]): readonly Fact[] => values.map((value) => `quarter ${value}`)

const semesterWords = new Set('semestre semestres semester halbjahr'.split(' '))
/** The third quarter, le premier semestre: the noun stands at `at`. */
const partOfYear = (reader: Reader, at: number, values: readonly string[]): readonly Fact[] => {
  if (quarterWords.has(word(reader, at))) return quarters(values)
  return semesterWords.has(word(reader, at)) ? values.map((value) => `semester ${value}`) : []
}

/** 13th, 1er, vingt-sixième: a day of a month, too. */
const places = (values: readonly string[]): readonly Fact[] =>
  values.flatMap((value) => [`ordinal ${value}`, `day ${value}`])

/** That a source tells the place of such a thing: third floor, deuxième étage. */
export const placedAt = (reader: Reader, at: number): readonly Fact[] => {
  const noun = reader.lexemes[at]
  return noun?.kind === 'word' && noun.text.length > 3 && !isStopWord(noun.text, reader.language)
    ? [`placed ${noun.text}`]
    : []
}

const ordinalAt = (reader: Reader, { values, written, from, next }: Quantity): Meaning => {
  const facts = places(values)
  const part = partOfYear(reader, next, values)
  if (part.length > 0) return plainly(part, facts)
  // In words first and second are no figures; the third may be what the source counts to three.
  if (written === 'words') {
    const placed = placedAt(reader, next)
    // The third fire makes three fires; who is fourth has no four of anything.
    const given = placed.length > 0 ? numbers(values) : []
    if (values.some((value) => Number(value) > 2))
      return { readings: [...facts, ...numbers(values)].map((fact) => [fact]), facts: [...facts, ...given, ...placed] }
    const apart = placed.map((fact) => [`${ABSENT}${fact}`])
    return {
      readings: apart.length > 0 ? [...facts.map((fact) => [fact]), ...apart] : [[]],
      facts: [...facts, ...placed],
    }
  }
  // What is no day may be told as a plain number: the 139th place, place 139; in the 12th minute, in the 38th.
  const isNoDay =
    placedAt(reader, next).length > 0 || (word(reader, from - 1) === 'the' && word(reader, from - 2) === 'in')
  const apart = isNoDay ? values : values.filter((value) => Number(value) > 31)
  return { readings: [...numbers(values), ...facts].map((fact) => [fact]), facts: [...facts, ...numbers(apart)] }
}

const plainAt = (reader: Reader, quantity: Quantity): Meaning => {
  const { values, written, from, next } = quantity
  const year = written === 'digits' && next === from + 1 && isYear(digits(reader, from))
  const count = plainly(numbers(values), year ? years(Number(values[0])) : values.flatMap(sizes))
  if (quantity.doubtful) return doubtfully(count.facts)
  const dotted =
    written === 'digits' && dottedOrdinals.has(primarySubtag(reader.language)) && skipDot(reader, next) > next
  const labels = written === 'digits' ? labelsOf(reader, quantity) : { ...either([]), strict: false }
  const days = beforeDay.has(word(reader, from - 1)) ? values.map((value) => [`day ${value}`]) : []
  const meaning = either([count, labels, ...(dotted ? [plainly(places(values))] : [])])
  return { readings: [...meaning.readings, ...days], facts: labels.strict ? labels.facts : meaning.facts }
}

/** The number `quantity` where it says nothing else. */
export const numberAt = (reader: Reader, quantity: Quantity): Found => {
  const { values, exponent, ordinal, from, next } = quantity
  const [value, other] = values
  const plain = exponent === 0 && value !== undefined && other === undefined ? { plain: value } : {}
  // From 900,000 to 2 million: only a number of up to three digits waits for the scale of the next.
  const scale = (before: string): Meaning | undefined =>
    /^[0-9]{1,3}(?:\.|$)/u.test(before) ? plainly(numbers([before, times(before, 10n ** BigInt(exponent))])) : undefined
  // 1914-18.
  const century = (behind: string): Meaning | undefined =>
    /^[0-9]{2}$/u.test(behind) ? plainly(numbers([`${value?.slice(0, 2)}${behind}`])) : undefined
  return {
    ...(ordinal ? ordinalAt(reader, quantity) : plainAt(reader, quantity)),
    from,
    next,
    ...plain,
    ...(exponent > 0 ? { share: scale } : {}),
    ...(isYear(digits(reader, from)) && /^[-–/]$/u.test(mark(reader, next)) ? { extend: century } : {}),
  }
}

/** Thousands, des centaines de milliers: no number but its size, held by the same words or by a number of that size. */
export const sizeAt = (reader: Reader, from: number): Found | undefined => {
  const powerAt = (at: number): number | undefined => reader.numerals.sizes.get(word(reader, at))
  let power = powerAt(from)
  if (power === undefined) return undefined
  let next = from + 1
  for (let count = 1; count < MAXIMUM_SIZE_WORDS; count++) {
    const at = linking.has(word(reader, next)) ? next + 1 : next
    const more = powerAt(at)
    if (more === undefined) break
    power += more
    next = at + 1
  }
  const [size = '', ...greater] = sizes('1'.padEnd(power + 1, '0'))
  return { ...plainly([size], greater), from, next }
}
