import { describe, expect, test } from 'vitest'
import { type CalendarPart, named } from '../../src/text/calendar.ts'
import { calendarLanguages, calendarNames } from '../../src/text/calendar-names.ts'
import { fold } from '../../src/text/fold.ts'
import { lexemes } from '../../src/text/lexemes.ts'

const read = (part: CalendarPart, word: string, language: string): string => {
  const [lexeme] = lexemes(word)
  const found = lexeme && named(part, lexeme, language)
  return found ? `${found.index}${found.short ? ' short' : found.sure ? '' : ' doubtful'}` : 'none'
}

describe('months', () => {
  test.each([
    ['novembre', 'fr', '11'],
    ['Novembre', 'fr', '11'],
    ['fevrier', 'fr', '2'],
    ['août', 'fr-BE', '8'],
    ['mars', 'fr', '3'],
    ['Mars', 'fr', '3 doubtful'],
    ['sept', 'fr', '9 short'],
    ['janv', 'fr', '1 short'],
    ['fév', 'fr', '2 short'],
    ['November', 'en', '11'],
    ['november', 'en', '11'],
    ['May', 'en', '5 doubtful'],
    ['may', 'en', 'none'],
    ['march', 'en', 'none'],
    ['MARCH', 'en', '3 doubtful'],
    ['Sept', 'en', '9 short'],
    ['mar', 'en', 'none'],
    ['März', 'de', '3'],
    ['mayo', 'es', '5'],
    ['maart', 'nl', '3'],
    ['março', 'pt', '3'],
    ['luglio', 'it', '7'],
    // Of another language than the text: only names that can be nothing else.
    ['novembre', 'en', '11'],
    ['October', 'fr', '10'],
    ['mai', 'en', 'none'],
    ['mayo', 'en', 'none'],
    ['august', 'fr', 'none'],
    ['constructor', 'fr', 'none'],
    ['novembre', '__proto__', '11'],
  ])('%s in %s', (word, language, expected) => expect(read('month', word, language)).toBe(expected))
})

describe('weekdays', () => {
  test.each([
    ['dimanche', 'fr', '0'],
    ['lundis', 'fr', '1'],
    ['Mondays', 'en', '1'],
    ['Wed', 'en', '3 short'],
    ['wed', 'en', 'none'],
    ['martes', 'es', '2'],
    ['miércoles', 'es', '3'],
    ['Samstag', 'de', '6'],
    ['vendredi', 'en', '5'],
    ['Saturday', 'fr', '6'],
    ['domingo', 'fr', 'none'],
  ])('%s in %s', (word, language, expected) => expect(read('weekday', word, language)).toBe(expected))
})

describe('the names are those that Intl gives', () => {
  const days = {
    month: Array.from({ length: 12 }, (_, index) => Date.UTC(2023, index, 1)),
    // The first week of 2023 began on a Sunday.
    weekday: Array.from({ length: 7 }, (_, index) => Date.UTC(2023, 0, index + 1)),
  }
  test.each(calendarLanguages)('%s', (language) => {
    for (const part of ['month', 'weekday'] as const)
      for (const style of ['long', 'short'] as const) {
        const { format } = new Intl.DateTimeFormat(language, { [part]: style, timeZone: 'UTC' })
        const given = days[part].map((day) => fold(format(day)).replace(/\.$/u, ''))
        expect(calendarNames[part][language][style].split(',')).toEqual(given)
      }
  })
})
