/** Reads the dates of a text: days, months and weekdays, in digits and in words. */
import { type CalendarPart, type Named, named } from '../text/calendar.ts'
import { ratio } from '../text/decimals.ts'
import { primarySubtag } from '../text/language.ts'
import { glued, nextWord } from '../text/lexemes.ts'
import { type Quantity, quantityAt } from '../text/quantities.ts'
import { type CalendarDate, date, doubtfully, either, isDate, type Meaning, numbers, plainly } from './figure-facts.ts'
import { digits, type Found, isYear, mark, type Reader, skipDot, word } from './figure-reader.ts'
import { measured } from './figure-units.ts'

const linking = new Set(['of', 'de', 'del', 'di', 'do'])
/** Where a month stands before its day: November 26. Elsewhere `en novembre 26 avions` are two figures. */
const monthFirst = new Set(['en'])
/** Before these an English month that may be a name is a month: in May, last March. */
const beforeMonth = new Set(
  'in of since until till by last next this early late mid during from to through every between that'.split(' '),
)

/** Before these an abbreviated month or weekday stands alone: in Sept., en janv., on Fri. */
const beforeShort = new Set(
  'in since until till by last next this early late mid on en depuis fin debut desde hasta im seit ende anfang le du el'.split(
    ' ',
  ),
)
/** Abbreviations that are names or other words as often. */
const otherShort = new Set('mar jan sat sun wed sept dom'.split(' '))

const nameAt = (reader: Reader, part: CalendarPart, at: number): Named | undefined => {
  const lexeme = reader.lexemes[at]
  return lexeme?.kind === 'word' ? named(part, lexeme, reader.language) : undefined
}

const dayOf = (quantity: Quantity | undefined): number | undefined => {
  const [value = '', other] = quantity?.values ?? []
  return other === undefined && quantity?.exponent === 0 && /^(?:[1-9]|[12][0-9]|3[01])$/u.test(value)
    ? Number(value)
    : undefined
}

/** A year behind a month or a day, with what may lead to it: `, 2015`, `de 2015`. */
const yearAt = (reader: Reader, at: number): { readonly year?: number; readonly next: number } => {
  const lead = mark(reader, at) === ',' || linking.has(word(reader, at)) ? at + 1 : at
  return isYear(digits(reader, lead)) ? { year: Number(digits(reader, lead)), next: lead + 1 } : { next: at }
}

const found = (from: number, next: number, { day, month, year }: CalendarDate): Found => {
  const share = (value: string): Meaning | undefined => {
    const other = { day: Number(value), month, year }
    return isDate(other) ? date(other) : undefined
  }
  return { ...date({ day, month, year }), from, next, ...(day === undefined ? {} : { share }) }
}

/** 26 novembre 2015, le 13-Novembre, vingt-six novembre, the 26th of November; `quantity` stands before the month. */
const dayFirst = (reader: Reader, quantity: Quantity): Found | undefined => {
  const day = dayOf(quantity)
  if (day === undefined) return undefined
  const behind = nextWord(reader.lexemes, skipDot(reader, quantity.next))
  const at = linking.has(word(reader, behind)) ? behind + 1 : behind
  const month = nameAt(reader, 'month', at)
  if (!month || (month.short && quantity.written === 'words')) return undefined
  const { year, next } = yearAt(reader, month.short ? skipDot(reader, at + 1) : at + 1)
  return found(quantity.from, next, { day, month: month.index, year })
}

/** One that no number makes clear: what a source gives with a full stop, and a claim says where a preposition leads to it. */
const shortAlone = (reader: Reader, from: number, next: number, alone: Found): Found | undefined => {
  const dotted = next > from + 1
  const [here, behind] = [reader.lexemes[from], reader.lexemes[next]]
  const capital = /^\p{Lu}/u.test(here?.raw ?? '')
  const clear = capital && !otherShort.has(here?.text ?? '') && !/^\p{Lu}/u.test(behind?.raw ?? '')
  if (!dotted && !clear) return undefined
  const led = beforeShort.has(word(reader, from - 1))
  // Seven, in French.
  if (dotted && led && here?.text === 'sept') return { ...alone, ...either([alone, plainly(numbers(['7']))]) }
  return led ? alone : dotted ? { ...alone, ...doubtfully(alone.facts) } : undefined
}

/** November 26, 2015; novembre 2015; novembre. */
const monthAt = (reader: Reader, from: number): Found | undefined => {
  const month = nameAt(reader, 'month', from)
  if (!month) return undefined
  const behind = month.short ? skipDot(reader, from + 1) : from + 1
  const at = word(reader, behind) === 'the' ? behind + 1 : behind
  const quantity = monthFirst.has(primarySubtag(reader.language))
    ? quantityAt(reader.lexemes, at, reader.numerals)
    : undefined
  const isDay = quantity?.written === 'digits' || quantity?.ordinal
  // No day: November 26:30, 26/27, 26 %; but October 14: You have.
  const isOther = quantity && /^[%:/]$/u.test(mark(reader, quantity.next)) && digits(reader, quantity.next + 1) !== ''
  const isShare = quantity && mark(reader, quantity.next) === '%'
  const day = isDay && !isOther && !isShare ? dayOf(quantity) : undefined
  const { year, next } = yearAt(reader, quantity && day !== undefined ? quantity.next : at)
  if (day !== undefined || year !== undefined) {
    const dated = found(from, next, { day, month: month.index, year })
    return dated.share ? { ...dated, extend: dated.share } : dated
  }
  const alone = found(from, behind, { day, month: month.index, year })
  if (month.short) return shortAlone(reader, from, behind, alone)
  return month.sure || beforeMonth.has(word(reader, from - 1)) ? alone : { ...alone, ...doubtfully(alone.facts) }
}

/** An abbreviated weekday counts only with a capital or a full stop, and before a number or a month: lun. 26, Sun, Nov 8. */
const weekdayAt = (reader: Reader, from: number): Found | undefined => {
  const weekday = nameAt(reader, 'weekday', from)
  if (!weekday) return undefined
  if (weekday.short) {
    const dotted = skipDot(reader, from + 1)
    const at = mark(reader, dotted) === ',' ? dotted + 1 : dotted
    const marked = dotted > from + 1 || /^\p{Lu}/u.test(reader.lexemes[from]?.raw ?? '')
    const led = dotted > from + 1 && beforeShort.has(word(reader, from - 1))
    if (!marked || (!led && digits(reader, at) === '' && !nameAt(reader, 'month', at))) return undefined
  }
  return { ...plainly([`weekday ${weekday.index}`]), from, next: from + 1 }
}

/** Every date that three numbers may be: 26/11/2015, 11/26/15, 2015-11-26. */
const datesOf = ([a = '', b = '', c = '']: readonly string[]): readonly CalendarDate[] => {
  const [first, second, third] = [Number(a), Number(b), Number(c)]
  if (isYear(a)) return [{ year: first, month: second, day: third }].filter(isDate)
  const years = isYear(c) ? [third] : c.length === 2 ? [1900 + third, 2000 + third] : []
  const dates = years.flatMap((year) => [
    { day: first, month: second, year },
    { day: second, month: first, year },
  ])
  return a.length < 3 && b.length < 3 ? dates.filter(isDate) : []
}

/** Where a day and its month are 3.2. */
const dotted = new Set(['de'])

const fraction = { written: 'digits', ordinal: false, exponent: 0, doubtful: false } as const

/** 26/11/2015, 26.11.2015, 2015-11-26; 26/11 and ½ written 1/2. */
const numericDate = (reader: Reader, from: number): Found | undefined => {
  if (digits(reader, from) === '') return undefined
  const parts = digits(reader, from).split('.')
  const separator = mark(reader, from + 1)
  const whole = (next: number, meanings: readonly Meaning[]): Found | undefined =>
    meanings.length > 0 ? { ...either(meanings), from, next } : undefined
  if (parts.length === 3) return whole(from + 1, datesOf(parts).map(date))
  if (parts.length === 2 && dotted.has(primarySubtag(reader.language)) && skipDot(reader, from + 1) > from + 1) {
    const [day, month] = [Number(parts[0]), Number(parts[1])]
    if (day > 0 && isDate({ day, month }))
      return whole(from + 2, [date({ day, month }), plainly(numbers([parts.join('.')]))])
  }
  if (!/^[-–/\u2044]$/u.test(separator) || !glued(reader.lexemes, from + 1) || !glued(reader.lexemes, from + 2))
    return undefined
  const [a, b] = [digits(reader, from), digits(reader, from + 2)]
  if (nameAt(reader, 'month', from + 3)) return undefined
  if (mark(reader, from + 3) === separator && glued(reader.lexemes, from + 3) && glued(reader.lexemes, from + 4))
    return whole(from + 5, datesOf([a, b, digits(reader, from + 4)]).map(date))
  if (!/^[/\u2044]$/u.test(separator) || !/^[0-9]{1,2}$/u.test(a) || !/^[0-9]{1,2}$/u.test(b) || Number(b) === 0)
    return undefined
  const days = [
    { day: Number(a), month: Number(b) },
    { day: Number(b), month: Number(a) },
  ].filter(isDate)
  const values = [ratio(Number(a), Number(b))]
  const part: Quantity = { ...fraction, values, from, next: from + 3 }
  return whole(from + 3, [measured(reader, part, plainly(numbers(values))), ...days.map((each) => date(each))])
}

/** The date that starts at lexeme `from`; `quantity` is the number there. */
export const dateAt = (reader: Reader, from: number, quantity: Quantity | undefined): Found | undefined =>
  numericDate(reader, from) ??
  (quantity && dayFirst(reader, quantity)) ??
  monthAt(reader, from) ??
  weekdayAt(reader, from)
