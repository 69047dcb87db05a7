/**
 * Guarantees that a claim has no number, scale, percentage, date, weekday or month that its cited paragraphs do not
 * hold. Both are read by the same rules into canonical facts, so that languages and forms do not matter.
 *
 * Where a form may mean two things, a paragraph gives both and a claim may have either; words that may be no figure
 * at all (neuf, May, the article un) are given by a paragraph and never held against a claim.
 */
import { isCalendar } from '../text/calendar.ts'
import { glued, type Lexeme, lexemes } from '../text/lexemes.ts'
import { numeralsOf } from '../text/numeral-words.ts'
import { splitCompounds } from '../text/numerals.ts'
import { mayStart, type Quantity, quantityAt } from '../text/quantities.ts'
import type { Language } from '../types.ts'
import { combined } from './figure-conversions.ts'
import { dateAt } from './figure-dates.ts'
import { ABSENT, either, type Fact, type Reading } from './figure-facts.ts'
import { everyAt, fractionAt, multipliedAt, opensFraction, ratioAt } from './figure-fractions.ts'
import { halfPercentAt, numberAt, percentAt, sizeAt } from './figure-numbers.ts'
import { eraAt, romanCenturyAt } from './figure-periods.ts'
import { type Found, joinEnd, type Reader } from './figure-reader.ts'
import { halfHourAt, hoursAt, noonAt, opensTime, periodAt, quarterHourAt } from './figure-times.ts'
import { halfAt, measured, opensUnit, spanAt } from './figure-units.ts'
import type { Written } from './written.ts'

export type Figure = {
  /** UTF-16 code units in the text it came from, `end` exclusive. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Sources hold it if they give every fact of one of these; `[]` is always held. */
  readonly readings: readonly Reading[]
  /** What it gives, as part of a source. */
  readonly facts: readonly Fact[]
}

/** Words that open no figure, and those that may; of a language so many are kept. */
const KEPT = 20_000
const opening = new Map<Language, Map<string, boolean>>()

/** Whether a figure may begin with a lexeme: most are words that none does, which is seen at once. */
const mayOpen = (reader: Reader, lexeme: Lexeme): boolean => {
  if (lexeme.kind !== 'word') return mayStart(lexeme, reader.numerals)
  const known = opening.getOrInsertComputed(reader.language, () => new Map())
  const old = known.get(lexeme.text)
  if (old !== undefined) return old
  const { text } = lexeme
  const opens =
    mayStart(lexeme, reader.numerals) ||
    isCalendar(text) ||
    reader.numerals.sizes.has(text) ||
    opensTime(text) ||
    opensUnit(text, reader.language) ||
    opensFraction(text, reader.language)
  if (known.size >= KEPT) known.clear()
  known.set(text, opens)
  return opens
}

/** A number that measures and counts nothing may be an hour: at 7. */
const perhapsHour = (reader: Reader, quantity: Quantity, read: Found): Found => {
  if (read.facts.some((fact) => fact.startsWith('measure '))) return read
  const hours = hoursAt(reader, quantity)
  return { ...read, readings: [...read.readings, ...hours.map((fact) => [fact])], facts: [...read.facts, ...hours] }
}

const foundAt = (reader: Reader, at: number): Found | undefined => {
  const quantity = quantityAt(reader.lexemes, at, reader.numerals)
  const dated =
    multipliedAt(reader, at) ??
    quarterHourAt(reader, at) ??
    dateAt(reader, at, quantity) ??
    halfPercentAt(reader, at) ??
    fractionAt(reader, at, quantity) ??
    halfAt(reader, at) ??
    halfHourAt(reader, at) ??
    noonAt(reader, at)
  if (dated) return dated
  if (!quantity) return romanCenturyAt(reader, at) ?? sizeAt(reader, at) ?? spanAt(reader, at)
  return (
    percentAt(reader, quantity) ??
    periodAt(reader, quantity) ??
    ratioAt(reader, quantity) ??
    everyAt(reader, quantity) ??
    perhapsHour(reader, quantity, measured(reader, quantity, numberAt(reader, quantity)))
  )
}

/**
 * Lists and ranges: what the last says of all, 10 to 12 %, 13 and 14 November, 2 to 3 million, goes back from member
 * to member; what the first says, 1914-18, the years 1960 and 1970, on to the next.
 */
const shared = (reader: Reader, all: readonly Found[]): readonly Found[] => {
  // A weekday stands before a day, and parts none from the next.
  const isWeekday = ({ facts }: Found): boolean => facts.every((fact) => fact.startsWith('weekday '))
  const list = all.filter((one) => !isWeekday(one))
  const areJoined = (one: Found | undefined, other: Found | undefined): boolean =>
    one !== undefined && other !== undefined && joinEnd(reader, one.next) === other.from
  const result: Found[] = []
  for (const one of list.toReversed()) {
    const after = result.at(-1)
    const share = areJoined(one, after) ? after?.share : undefined
    const meaning = one.plain === undefined ? undefined : share?.(one.plain)
    const facts = meaning && [...one.facts, ...meaning.facts]
    result.push(meaning && share && facts ? { ...one, readings: meaning.readings, facts, share } : one)
  }
  const extended = result.reverse().map((one, index) => {
    const before = list[index - 1]
    const more = one.plain !== undefined && areJoined(before, one) ? before?.extend?.(one.plain) : undefined
    return more ? { ...one, ...either([one, more]) } : one
  })
  return [...extended, ...all.filter(isWeekday)].sort((one, other) => one.from - other.from)
}

/** Lexemes between the two of a score or a vote: 52 votes to 48. */
const MAXIMUM_BETWEEN = 3

/**
 * A score, a vote, a ratio: 4-1 is held by 4-1, 4 to 1 and 4 buts à 1, not by a 4 and a 1 that stand apart. One that
 * rises may be a range instead, which its ends hold wherever they stand: children of 10, 11 and 12 are 10-12.
 */
const paired = (reader: Reader, list: readonly Found[]): readonly Found[] =>
  list.map((one, index) => {
    const before = list[index - 1]
    if (before?.plain === undefined || one.plain === undefined || one.from > before.next + MAXIMUM_BETWEEN) return one
    const pair = `pair ${before.plain} ${one.plain}`
    const isShort = [before.plain, one.plain].every((value) => /^[0-9]{1,2}$/u.test(value))
    const isScore =
      isShort &&
      Number(before.plain) >= Number(one.plain) &&
      joinEnd(reader, before.next) === one.from &&
      glued(reader.lexemes, one.from)
    const readings = isScore ? one.readings.map((reading) => [...reading, pair]) : one.readings
    return { ...one, readings, facts: [...one.facts, pair] }
  })

/** Every figure, the doubtful ones too. */
const read = ({ text, language }: Written): readonly Figure[] => {
  const numerals = numeralsOf(language)
  const reader: Reader = { lexemes: splitCompounds(lexemes(text), numerals), numerals, language }
  const list: Found[] = []
  for (let at = 0; at < reader.lexemes.length; at = list.at(-1)?.from === at ? (list.at(-1)?.next ?? at) : at + 1) {
    const lexeme = reader.lexemes[at]
    const found = lexeme && mayOpen(reader, lexeme) ? foundAt(reader, at) : undefined
    if (found) list.push(withEra(reader, found))
  }
  return paired(reader, combined(reader, shared(reader, list))).map(({ from, next, readings, facts }) => {
    const start = reader.lexemes[from]?.start ?? 0
    const end = reader.lexemes[next - 1]?.end ?? text.length
    return { start, end, text: text.slice(start, end), readings, facts }
  })
}

/** The figures of a text, in its order. Never throws; linear in its length. */
export const figures = (text: string, language: Language): readonly Figure[] => figuresOf({ text, language })

const claimed = new WeakMap<Written, readonly Figure[]>()

/** What a claim is held to; one that is asked about again, the same object, is read once. */
const claimedBy = (written: Written): readonly Figure[] => {
  const known = claimed.get(written)
  if (known) return known
  const found = read(written).filter(({ readings }) => readings.every((reading) => reading.length > 0))
  claimed.set(written, found)
  return found
}

const yearly = /^(?:number|century) /u
/** A year before our era is none of it; one that tells no era may be of either. */
const withEra = (reader: Reader, found: Found): Found => {
  const era = found.facts.some((fact) => yearly.test(fact)) ? eraAt(reader, found.from, found.next) : undefined
  if (era === undefined) return found
  const mark = (fact: Fact): Fact => `bc ${fact}`
  const readings = found.readings.map((reading) => [
    ...reading,
    ...reading
      .filter((fact) => yearly.test(fact))
      .map((fact) => (era === 'bc' ? mark(fact) : `${ABSENT}${mark(fact)}`)),
  ])
  return { ...found, readings, facts: [...found.facts, ...(era === 'bc' ? found.facts.map(mark) : [])] }
}

const isPlace = ({ readings }: Figure): boolean =>
  readings.some((reading) => reading.some((fact) => fact.startsWith(`${ABSENT}placed`)))

/** The same without first and second, which are words like others. */
export const figuresOf = (written: Written): readonly Figure[] =>
  claimedBy(written).filter((figure) => !isPlace(figure))

const numbered = /^number (.+)$/u
const bare = /^bare (.+)$/u

/** What tripled makes three times as much, and no three of anything. */
const multiplying = /^(?:doubl|tripl|quadrupl|threefold|dobl|cuadrupl|doppelt|verdoppel|dreifach|verdreifach)/iu

/** A number that measures nothing may count: it holds the claim of three dead, as three kilometres do not. */
const withCounts = ({ text, facts }: Figure): readonly Fact[] => {
  if (multiplying.test(text)) return facts
  const measures = facts.some((fact) => fact.startsWith('measure '))
  return facts.flatMap((fact) => {
    // In a list a number may measure what the last does, from 410 to 365 million, and may not.
    const value = (measures ? bare : numbered).exec(fact)?.[1]
    return value === undefined ? [fact] : [fact, `count ${value}`]
  })
}

/** What each source gives: one that is asked about again, the same object, is read once. */
const given = new WeakMap<Written, ReadonlySet<Fact>>()
const factsOf = (source: Written): ReadonlySet<Fact> => {
  const known = given.get(source)
  if (known) return known
  const facts = new Set(read(source).flatMap(withCounts))
  given.set(source, facts)
  return facts
}

/** What numbers a claim in a list, 1. or 2), is no figure of it. */
const listNumber = /^\s*\(?\d{1,2}[.)]\s+(?=\p{Lu})/u

/** A passage is named by its number, which is none of what it says: according to passage 2, (Passage 1). */
const passageNumber =
  /(?<!\p{L})(?:passages?|pasajes?|passagen?)\s\d{1,2}(?:(?:,|\s(?:and|et|y|und|&))\s\d{1,2}){0,4}(?![\p{L}\p{N}])/giu

/** The figures of a claim that none of the sources, read together, holds. Never throws. */
export const unsupportedFigures = (claim: Written, sources: readonly Written[]): readonly Figure[] => {
  const isGiven = (fact: Fact): boolean =>
    fact.startsWith(ABSENT)
      ? !sources.some((source) => factsOf(source).has(fact.slice(ABSENT.length)))
      : sources.some((source) => factsOf(source).has(fact))
  const from = listNumber.exec(claim.text)?.[0].length ?? 0
  const missing = claimedBy(claim).filter(
    ({ start, readings }) => start >= from && !readings.some((reading) => reading.every(isGiven)),
  )
  if (missing.length === 0) return missing
  const labels = Array.from(claim.text.matchAll(passageNumber), ({ 0: text, index }) => [index, index + text.length])
  return missing.filter(({ start, end }) => !labels.some(([from = 0, to = 0]) => from <= start && end <= to))
}
