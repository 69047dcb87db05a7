/** The names of months and weekdays in the languages that Intl is asked for; their values are the same in all. */
import type { Language } from '../types.ts'
import { fold } from './fold.ts'
import { primarySubtag } from './language.ts'
import type { Lexeme } from './lexemes.ts'

export type CalendarPart = 'month' | 'weekday'

export type Named = {
  /** January is 1, Sunday is 0. */
  readonly index: number
  /** Whether the word alone says so: May may be a verb or a name. */
  readonly sure: boolean
  /** An abbreviation, which counts only beside a number: 26 nov. */
  readonly short: boolean
}

type Names = ReadonlyMap<string, number>

const languages: readonly Language[] = ['fr', 'en', 'de', 'es', 'it', 'pt', 'nl']
/** These write the names with a capital; the others do not. */
const capitalising: ReadonlySet<Language> = new Set(['en', 'de'])
/** Names that are other words without their capital, and often a person or a planet with it. */
const otherWords: ReadonlyMap<Language, ReadonlySet<string>> = new Map([
  ['en', new Set(['may', 'march', 'april', 'june', 'august', 'mar', 'jan', 'wed', 'sat', 'sun'])],
  ['fr', new Set(['mars'])],
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

const namesOf = (language: Language, part: CalendarPart, style: 'long' | 'short'): Names => {
  const { format } = new Intl.DateTimeFormat(language, { [part]: style, timeZone: 'UTC' })
  const name = (day: number): string => fold(format(day)).replace(/\.$/u, '')
  // The first of each month of 2023, and its first week, which began on a Sunday. Weekdays have a plural: Mondays.
  return part === 'month'
    ? new Map(Array.from({ length: 12 }, (_, index) => [name(Date.UTC(2023, index, 1)), index + 1]))
    : new Map(
        Array.from({ length: 7 }, (_, index) => {
          const weekday = name(Date.UTC(2023, 0, index + 1))
          return [weekday, ...(style === 'long' ? [`${weekday}s`] : [])].map((each) => [each, index] as const)
        }).flat(),
      )
}

type Calendar = {
  readonly of: ReadonlyMap<Language, { readonly long: Names; readonly short: Names }>
  /** All of them, the long ones first in doubt. */
  readonly all: Names
}

const calendarOf = (part: CalendarPart): Calendar => {
  const of = new Map(
    languages.map((language) => {
      const added = part === 'month' ? (otherShort.get(language) ?? []) : []
      const short = new Map([...namesOf(language, part, 'short'), ...added])
      return [language, { long: namesOf(language, part, 'long'), short }]
    }),
  )
  const names = [...of.values()]
  return { of, all: new Map([...names.flatMap(({ short }) => [...short]), ...names.flatMap(({ long }) => [...long])]) }
}

/** Made when first asked for: Intl's first formatter takes some 15 ms. */
const calendars: { [P in CalendarPart]?: Calendar } = {}

/** Which month or weekday a word names in a text of `language`; Portuguese weekdays of two words are not known. */
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
