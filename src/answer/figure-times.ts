/** Reads the times of day of a text. */
import { primarySubtag } from '../text/language.ts'
import { behind as behindPhrase, glued } from '../text/lexemes.ts'
import { type Quantity, quantityAt } from '../text/quantities.ts'
import { doubtfully, type Fact, type Meaning, numbers, plainly, time } from './figure-facts.ts'
import { centuryAt, decadeAt } from './figure-periods.ts'
import { digits, type Found, mark, type Reader, skipDot, word } from './figure-reader.ts'

const minuteWords = new Set('min mn minute minutes minuto minutos minuten'.split(' '))

/** Where these write an hour with its word, it is of the clock of 24 hours, unless the part of the day is told. */
const by24 = new Set(['fr', 'es', 'de'])
/** Right behind an hour, its lexemes joined by spaces: du soir, de l’après-midi, de la tarde, abends. */
const evening =
  /^(?:du soir|de l ['’] apres - midi|(?:de|por|en) la (?:tarde|noche)|abends|nachmittags|nachts|am (?:abend|nachmittag)|in der nacht|in the (?:afternoon|evening)|at night)(?= |$)/u
const afternoon =
  /^(?:du soir|de l ['’] apres - midi|(?:de|por|en) la tarde|abends|nachmittags|am (?:abend|nachmittag)|in the (?:afternoon|evening))(?= |$)/u
const morning =
  /^(?:du matin|(?:de|por|en) la manana|morgens|vormittags|am (?:morgen|vormittag)|in the morning)(?= |$)/u
const PART_OF_DAY = 6
/** Before a number that may be an hour without any word for it: at 19.00, a las siete, um 7. */
const beforeHour = new Set('at until till las um'.split(' '))

type Stretch<T> = { readonly value: T; readonly next: number }

/** am, pm, a.m., p. m. at `at`. */
const meridiemAt = (reader: Reader, at: number): Stretch<'am' | 'pm'> | undefined => {
  const dotted = mark(reader, at + 1) === '.' && word(reader, at + 2) === 'm'
  const value = dotted ? `${word(reader, at)}m` : word(reader, at)
  if ((value !== 'am' && value !== 'pm') || !reader.numerals.meridiem.has(value)) return undefined
  return { value, next: dotted ? skipDot(reader, at + 3) : at + 1 }
}

/** Two digits, or a number in words behind a word for hours: 14h30, six heures trente. */
const minutesAt = (reader: Reader, at: number, inWords: boolean): Stretch<number> | undefined => {
  if ((inWords ? /^[0-5]?[0-9]$/u : /^[0-5][0-9]$/u).test(digits(reader, at)))
    return { value: Number(digits(reader, at)), next: at + 1 }
  const spelled = inWords ? quantityAt(reader.lexemes, at, reader.numerals) : undefined
  const counts = spelled?.written === 'words' && !spelled.doubtful && /^[1-5]?[0-9]$/u.test(spelled.values[0] ?? '')
  return counts ? { value: Number(spelled.values[0]), next: spelled.next } : undefined
}

const quarters: readonly (readonly [phrase: string, minutes: number])[] = [
  ['et quart', 15],
  ['y cuarto', 15],
  ['moins le quart', -15],
  ['moins quart', -15],
  ['menos cuarto', -15],
]
/** Deux heures et quart, las tres menos cuarto. */
const quarterAt = (reader: Reader, at: number): Stretch<number> | undefined => {
  for (const [phrase, value] of quarters) {
    const next = behindPhrase(reader.lexemes, at, [phrase.split(' ')])
    if (next >= 0) return { value, next }
  }
  return undefined
}

/** 14h30, 14:30, 14.30 Uhr, 2.30 pm, half past two, 2 o'clock, deux heures; without minutes it may be a number of hours as well. */
const timeAt = (reader: Reader, quantity: Quantity): Found | undefined => {
  const { lexemes, numerals } = reader
  const { values, from, next } = quantity
  const [value = ''] = values
  const afterHalf = word(reader, from - 1) === 'past' && word(reader, from - 2) === 'half'
  // The number has taken `trois heures et demie` for three and a half hours, which it may be.
  const halfPast =
    value.endsWith('.5') && (numerals.hours.has(word(reader, next - 3)) || word(reader, from - 1) === 'las')
  const text = quantity.written === 'digits' && !halfPast ? digits(reader, from) : value.replace(/\.5$/u, '')
  const [, hours = '', dotted] = /^([0-9]{1,2})(?:\.([0-5][0-9]))?$/u.exec(text) ?? []
  if (hours === '' || Number(hours) > 24 || quantity.exponent > 0) return undefined
  const colon = mark(reader, next) === ':' && glued(lexemes, next) && glued(lexemes, next + 1)
  const spoken = numerals.hours.has(word(reader, next))
  const quartered = dotted === undefined ? quarterAt(reader, spoken ? next + 1 : next) : undefined
  const minutes =
    quartered ?? (dotted === undefined && (colon || spoken) ? minutesAt(reader, next + 1, spoken) : undefined)
  if (colon && !minutes) return undefined
  const end = minutes?.next ?? (spoken ? next + 1 : next)
  const meridiem = Number(hours) <= 12 ? meridiemAt(reader, end) : undefined
  const oclock = word(reader, end) === 'o' && word(reader, end + 2) === 'clock'
  // Hasta las 19.00.
  const clocked = dotted !== undefined && word(reader, from - 1) === 'las'
  const behind = lexemes.slice(end, end + PART_OF_DAY).map(({ text: each }) => each)
  const isLate = evening.test(behind.join(' '))
  const isEarly = morning.test(behind.join(' '))
  const isHour = colon || spoken || meridiem || oclock || halfPast || afterHalf || clocked || isLate || isEarly
  if (!isHour && !(quartered && word(reader, from - 1) === 'las')) return undefined
  // 21 h 36 min is no time of day.
  if (spoken && minutes && minuteWords.has(word(reader, minutes.next))) {
    const lasting = [`measure ${hours} hour`, `measure ${minutes.value} minute`]
    return { readings: [lasting], facts: lasting, from, next: minutes.next + 1 }
  }
  const isQuarter = quartered !== undefined
  const past = minutes?.value ?? (halfPast || afterHalf ? 30 : Number(dotted ?? 0))
  const sure = by24.has(primarySubtag(reader.language)) && (spoken || clocked || colon) && !meridiem && !isLate
  const mayLast = !minutes && !meridiem && !afterHalf && dotted === undefined && !isEarly && !isLate
  // At night may be before noon or after.
  const part = isEarly ? 'am' : afternoon.test(behind.join(' ')) ? 'pm' : undefined
  const early = Number(hours) < NOON ? part : undefined
  const clock = past < 0 ? Number(hours) - 1 : Number(hours)
  const facts = time(clock, past < 0 ? past + 60 : past, sure && !isQuarter ? 'none' : (meridiem?.value ?? early))
  // 18 h is held by the hour, by so many hours, or by a number that measures nothing, never by 18 years.
  // 2 h 15 is a time of day, or lasts 135 minutes.
  const both = spoken && minutes && !isEarly && !isLate && !meridiem && past >= 0
  const lasting = mayLast
    ? values.map((each) => `measure ${each} hour`)
    : both
      ? [
          `measure ${Number(hours) * 60 + past} minute`,
          `measure ${Number((Number(hours) + past / 60).toFixed(3))} hour`,
        ]
      : []
  const bare = mayLast ? values.map((each) => `bare ${each}`) : []
  // Also told with its unit: 2 h 15 min.
  const told = both ? [`measure ${hours} hour`, `measure ${past} minute`] : []
  const given = [...facts, ...lasting, ...told, ...(mayLast ? numbers(values) : [])]
  const meaning = quantity.doubtful
    ? doubtfully(given)
    : { readings: [...facts, ...lasting, ...bare].map((fact) => [fact]), facts: given }
  // De 16.30 a 19 h: the number before it is an hour as well.
  const share = (before: string): Meaning | undefined => {
    const [, hour, tenths = '0'] = /^([0-9]{1,2})(?:\.([0-5][0-9]?))?$/u.exec(before) ?? []
    return hour === undefined || Number(hour) > 24
      ? undefined
      : plainly(time(Number(hour), Number(tenths.padEnd(2, '0')), undefined))
  }
  return { ...meaning, from, next: meridiem?.next ?? (oclock ? end + 3 : end), share }
}

const NOON = 12

/** The hours that a number may be behind one of these words, though it may be something else: at 2.50 is a price too. */
export const hoursAt = (reader: Reader, { values, from, exponent, ordinal }: Quantity): readonly Fact[] => {
  if (exponent > 0 || ordinal || !beforeHour.has(word(reader, from - 1))) return []
  const text = digits(reader, from) === '' ? (values[0] ?? '') : digits(reader, from)
  const [, hour, minute = '0'] = /^([01]?[0-9]|2[0-4])(?:\.([0-5][0-9]))?$/u.exec(text) ?? []
  return hour === undefined ? [] : time(Number(hour), Number(minute), undefined)
}

/** Halb acht: half past seven. */
export const halfHourAt = (reader: Reader, from: number): Found | undefined => {
  if (word(reader, from) !== 'halb') return undefined
  const quantity = quantityAt(reader.lexemes, from + 1, reader.numerals)
  const hour = Number(quantity?.values[0])
  if (!quantity || !Number.isInteger(hour) || hour < 1 || hour > NOON) return undefined
  return { ...plainly(time((hour + NOON - 1) % NOON || NOON, 30, undefined)), from, next: quantity.next }
}

const quarterWords = new Set('quarter viertel'.split(' '))
const quarterSides: ReadonlyMap<string, number> = new Map([
  ['past', 15],
  ['to', -15],
  ['nach', 15],
  ['vor', -15],
])
/** A quarter past seven, Viertel vor drei. */
export const quarterHourAt = (reader: Reader, from: number): Found | undefined => {
  const start = word(reader, from) === 'a' ? from + 1 : from
  const side = quarterWords.has(word(reader, start)) ? quarterSides.get(word(reader, start + 1)) : undefined
  const quantity = side === undefined ? undefined : quantityAt(reader.lexemes, start + 2, reader.numerals)
  const hour = Number(quantity?.values[0])
  if (side === undefined || !quantity || !Number.isInteger(hour) || hour < 1 || hour > NOON) return undefined
  const clock = side < 0 ? (hour + NOON - 1) % NOON || NOON : hour
  const meridiem = meridiemAt(reader, quantity.next)
  return {
    ...plainly(time(clock, side < 0 ? 60 + side : side, meridiem?.value)),
    from,
    next: meridiem?.next ?? quantity.next,
  }
}

const noon = new Set('midi noon midday mediodia'.split(' '))
const midnight = new Set('minuit midnight medianoche mitternacht'.split(' '))

/** Midi, midnight. */
export const noonAt = (reader: Reader, from: number): Found | undefined => {
  const hour = noon.has(word(reader, from)) ? 12 : midnight.has(word(reader, from)) ? 0 : undefined
  // Le Midi is a part of France; l'après-midi is later.
  const isAfter = word(reader, from - 2) === 'apres' && glued(reader.lexemes, from)
  if (hour === undefined || isAfter || reader.lexemes[from]?.raw === 'Midi') return undefined
  return { ...plainly(time(hour, 0, hour === 12 ? 'pm' : 'am')), from, next: from + 1 }
}

/** Whether a time or a century may begin with a folded word that is no number. */
export const opensTime = (text: string): boolean =>
  text === 'halb' || noon.has(text) || midnight.has(text) || quarterWords.has(text) || /^[ivx]/u.test(text)

/** The time, decade or century that the number `quantity` says where it stands. */
export const periodAt = (reader: Reader, quantity: Quantity): Found | undefined =>
  timeAt(reader, quantity) ?? decadeAt(reader, quantity) ?? centuryAt(reader, quantity)
