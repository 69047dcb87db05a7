/** Reads the numbers of a text as what they say: per cent, a time, a decade, a size, a name, or just a number. */
import { times } from '../text/decimals.ts'
import { behind, glued, linking, type Quantity } from '../text/quantities.ts'
import { decades, doubtfully, type Fact, numbers, plainly, sizes, time, years } from './figure-facts.ts'
import { digits, type Found, isYear, mark, type Reader, word } from './figure-reader.ts'

/** In every text, whatever its language, because a claim may quote another one. */
const percentWords = ['percent', 'per cent', 'pour cent', 'pourcent', 'pct', 'prozent', 'por ciento', 'por cien']
  .concat(['procent', 'per cento', 'por cento'])
  .map((phrase) => phrase.split(' '))
const decadeWords = new Set('annees anos jahre jahren'.split(' '))
/** Before a number up to 31 these say a day of a month: le 13, am 13. */
const beforeDay = new Set('le du au el del al am vom zum'.split(' '))
const MAXIMUM_SIZE_WORDS = 4

/** A share of a hundred and a bare number are never the same: 80 % is no 80. */
const percentAt = (reader: Reader, { values, from, next }: Quantity): Found | undefined => {
  const sign = mark(reader, next)
  const perMille = sign === '‰'
  const end = perMille || /^[%٪％﹪]$/u.test(sign) ? next + 1 : behind(reader.lexemes, next, percentWords)
  if (end < 0) return undefined
  const fact = (value: string): Fact => `${perMille ? 'per mille' : 'percent'} ${value}`
  return { ...plainly(values.map(fact)), from, next: end, share: (value) => plainly([fact(value)]) }
}

const MINUTES = /^[0-5][0-9]$/u

/** am, pm, a.m., p. m. at `at`, and where it ends. */
const meridiemAt = (reader: Reader, at: number): { readonly half: 'am' | 'pm'; readonly next: number } | undefined => {
  const dotted = mark(reader, at + 1) === '.' && word(reader, at + 2) === 'm'
  const text = dotted ? `${word(reader, at)}m` : word(reader, at)
  if ((text !== 'am' && text !== 'pm') || !reader.numerals.meridiem.has(text)) return undefined
  const last = dotted ? at + 2 : at
  return { half: text, next: dotted && mark(reader, last + 1) === '.' ? last + 2 : last + 1 }
}

/** 14h30, 14:30, 14.30 Uhr, 2.30 pm, 2 o'clock, deux heures; without minutes it may be a number of hours as well. */
const timeAt = (reader: Reader, { values, written, exponent, doubtful, from, next }: Quantity): Found | undefined => {
  const text = written === 'digits' ? digits(reader, from) : (values[0] ?? '')
  const [, hours = '', dotted] = /^([0-9]{1,2})(?:\.([0-5][0-9]))?$/u.exec(text) ?? []
  if (hours === '' || Number(hours) > 24 || exponent > 0) return undefined
  const { lexemes, numerals } = reader
  const minutesAt = (at: number): string | undefined =>
    MINUTES.test(digits(reader, at)) ? digits(reader, at) : undefined
  const colon = mark(reader, next) === ':' && glued(lexemes, next) && glued(lexemes, next + 1)
  const spoken = numerals.hours.has(word(reader, next))
  const minutes = dotted ?? (colon || spoken ? minutesAt(next + 1) : undefined)
  if (colon && minutes === undefined) return undefined
  const behindHours = colon || spoken ? next + 1 : next
  const end = minutes !== undefined && dotted === undefined ? behindHours + 1 : behindHours
  const meridiem = Number(hours) <= 12 ? meridiemAt(reader, end) : undefined
  const oclock = word(reader, end) === 'o' && word(reader, end + 2) === 'clock'
  if (!colon && !spoken && !meridiem && !oclock) return undefined
  const facts = time(Number(hours), Number(minutes ?? 0), meridiem?.half)
  const duration = minutes === undefined && !meridiem ? numbers(values) : []
  const found = { from, next: meridiem?.next ?? (oclock ? end + 3 : end) }
  return doubtful
    ? { ...doubtfully([...facts, ...duration]), ...found }
    : { ...plainly([...facts, ...duration]), ...found }
}

/** 1990s, les années 90, die 1990er Jahre. Two digits behind the word may also count: en 20 años 30 personas. */
const decadeAt = (reader: Reader, { values, ordinal, from, next }: Quantity): Found | undefined => {
  const value = Number(values[0])
  const possessive = mark(reader, next) === "'" || mark(reader, next) === '’' ? next + 1 : next
  const plural = word(reader, possessive) === 's' && glued(reader.lexemes, next) && glued(reader.lexemes, possessive)
  const german = ordinal && decadeWords.has(word(reader, next))
  const named = decadeWords.has(word(reader, from - 1))
  if (!plural && !german && !named) return undefined
  const facts = decades(value)
  if (facts.length === 0) return undefined
  const end = plural ? possessive + 1 : german ? next + 1 : next
  return { ...plainly([...facts, ...(named && value < 100 ? numbers(values) : [])]), from, next: end }
}

/**
 * What a number in a name is called: F-16, A380, COVID-19, Apollo 11. Where the name is glued or all capitals, a
 * source that holds it holds no plain number: F-16 is no 16. A claim of it is held by either.
 */
const labelsOf = (
  reader: Reader,
  { values, from }: Quantity,
): { readonly facts: readonly Fact[]; readonly strict: boolean } => {
  const { lexemes } = reader
  const hyphen = /^[-‐‑]$/u.test(mark(reader, from - 1)) && glued(lexemes, from) && glued(lexemes, from - 1)
  const at = hyphen ? from - 2 : from - 1
  const before = lexemes[at]
  if (before?.kind !== 'word' || !/^\p{Script=Latin}/u.test(before.raw)) return { facts: [], strict: false }
  const isGlued = !hyphen && glued(lexemes, from)
  if (!isGlued && !/^\p{Lu}/u.test(before.raw)) return { facts: [], strict: false }
  const capitals = hyphen && before.raw === before.raw.toUpperCase()
  return { facts: values.map((value) => `label ${before.text}${value}`), strict: isGlued || capitals }
}

const numberAt = (reader: Reader, quantity: Quantity): Found => {
  const { values, from, next, exponent } = quantity
  const place = { from, next }
  const ofDay = (name: 'day' | 'ordinal'): readonly Fact[] => values.map((value) => `${name} ${value}`)
  if (quantity.ordinal) {
    const facts = [...ofDay('ordinal'), ...ofDay('day')]
    if (quantity.written === 'words') return { ...doubtfully(facts), ...place }
    return { readings: [...numbers(values), ...facts].map((fact) => [fact]), facts, ...place }
  }
  const year = quantity.written === 'digits' && next === from + 1 && isYear(digits(reader, from))
  const plain = exponent === 0 && !year && values.length === 1 && values[0] !== undefined ? { plain: values[0] } : {}
  const share = (value: string) =>
    // From 900,000 to 2 million: only a number of up to three digits waits for its scale.
    /^[0-9]{1,3}(?:\.|$)/u.test(value) ? plainly(numbers([value, times(value, 10n ** BigInt(exponent))])) : undefined
  const found = { ...place, ...plain, ...(exponent > 0 ? { share } : {}) }
  const lesser = year ? years(Number(values[0])) : values.flatMap(sizes)
  if (quantity.doubtful) return { ...doubtfully([...numbers(values), ...lesser]), ...found }
  const labels = quantity.written === 'digits' ? labelsOf(reader, quantity) : { facts: [], strict: false }
  const days = beforeDay.has(word(reader, from - 1)) ? ofDay('day') : []
  return {
    readings: [...numbers(values), ...labels.facts, ...days].map((fact) => [fact]),
    facts: [...labels.facts, ...(labels.strict ? [] : [...numbers(values), ...lesser])],
    ...found,
  }
}

/** What the number `quantity` says where it stands. */
export const countAt = (reader: Reader, quantity: Quantity): Found =>
  percentAt(reader, quantity) ?? timeAt(reader, quantity) ?? decadeAt(reader, quantity) ?? numberAt(reader, quantity)

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
