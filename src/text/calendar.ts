/** Which month or weekday a word names, in the languages whose names we have; its value is the same in all. */
import type { Language } from '../types.ts'
import { type CalendarPart, calendarLanguages, calendarNames } from './calendar-names.ts'
import { primarySubtag } from './language.ts'
import type { Lexeme } from './lexemes.ts'

export type { CalendarPart } from './calendar-names.ts'

export type Named = {
  /** January is 1, Sunday is 0. */
  readonly index: number
  /** Whether the word alone says so: May may be a verb or a name. */
  readonly sure: boolean
  /** An abbreviation, which counts only beside a number: 26 nov. */
  readonly short: boolean
}

type Names = ReadonlyMap<string, number>

/** These write the names with a capital; the others do not. */
const capitalising: ReadonlySet<Language> = new Set(['en', 'de'])
/** Names that are other words without their capital, and often a person or a planet with it. */
const otherWords: ReadonlyMap<Language, ReadonlySet<string>> = new Map([
  ['en', new Set(['may', 'march', 'april', 'june', 'august', 'mar', 'jan', 'wed', 'sat', 'sun'])],
  ['fr', new Set(['mars'])],
  ['es', new Set(['julio', 'domingo'])],
])
/** Abbreviations of months that Intl does not give. */
const otherShort: ReadonlyMap<Language, Names> = new Map([
  [
    'fr',
    new Map([
      ['fev', 2],
      ['juill', 7],
      ['sep', 9],
    ]),
  ],
  ['en', new Map([['sept', 9]])],
])
/** A name of this many letters is a month or a weekday whatever the language of the text, but for these. */
const TELLING_LENGTH = 6
const notTelling = new Set(['august', 'augustus', 'domingo'])

const namesOf = (language: (typeof calendarLanguages)[number], part: CalendarPart, style: 'long' | 'short'): Names => {
  const first = part === 'month' ? 1 : 0
  const names = calendarNames[part][language][style].split(',')
  // Weekdays have a plural: Mondays.
  const plural = part === 'weekday' && style === 'long'
  return new Map(
    names.flatMap((name, index) =>
      [name, ...(plural ? [`${name}s`] : [])].map((each) => [each, index + first] as const),
    ),
  )
}

type Calendar = {
  readonly of: ReadonlyMap<Language, { readonly long: Names; readonly short: Names }>
  /** All of them, the long ones first in doubt. */
  readonly all: Names
}

const calendarOf = (part: CalendarPart): Calendar => {
  const of = new Map<Language, { readonly long: Names; readonly short: Names }>(
    calendarLanguages.map((language) => {
      const added = part === 'month' ? (otherShort.get(language) ?? []) : []
      const short = new Map([...namesOf(language, part, 'short'), ...added])
      return [language, { long: namesOf(language, part, 'long'), short }]
    }),
  )
  const names = [...of.values()]
  return { of, all: new Map([...names.flatMap(({ short }) => [...short]), ...names.flatMap(({ long }) => [...long])]) }
}

const calendars: { [P in CalendarPart]?: Calendar } = {}

/** Which month or weekday a word names in a text of `language`; Portuguese weekdays of two words are not known. */
/** Whether a folded word names a month or a weekday in any of the languages. */
export const isCalendar = (text: string): boolean =>
  (['month', 'weekday'] as const).some((part) => {
    calendars[part] ??= calendarOf(part)
    return calendars[part].all.has(text)
  })

export const named = (part: CalendarPart, { raw, text }: Lexeme, language: Language): Named | undefined => {
  calendars[part] ??= calendarOf(part)
  const calendar = calendars[part]
  if (!calendar.all.has(text)) return undefined
  const own = primarySubtag(language)
  const names = calendar.of.get(own)
  const capital = /^\p{Lu}/u.test(raw)
  const other = otherWords.get(own)?.has(text) === true
  if (other && capitalising.has(own) && !capital) return undefined
  const full = names?.long.get(text)
  if (full !== undefined) return { index: full, sure: !(other && capital), short: false }
  const short = names?.short.get(text)
  if (short !== undefined) return { index: short, sure: false, short: true }
  const foreign = text.length < TELLING_LENGTH || notTelling.has(text) ? undefined : calendar.all.get(text)
  return foreign === undefined ? undefined : { index: foreign, sure: true, short: false }
}
