import { describe, expect, test } from 'vitest'
import { lexemes } from '../../src/text/lexemes.ts'
import { numeralsOf } from '../../src/text/numeral-words.ts'
import { spelled, splitCompounds } from '../../src/text/numerals.ts'

/** The value of the number that a text starts with, and what is left of it. */
const read = (language: string, text: string): string => {
  const numerals = numeralsOf(language)
  const list = splitCompounds(lexemes(text), numerals)
  const number = spelled(list, 0, numerals)
  if (!number) return 'none'
  const rest = text.slice(list[number.next - 1]?.end).trim()
  return `${number.value}${number.ordinal ? 'th' : ''}${rest === '' ? '' : ` ${rest}`}`
}

describe('French', () => {
  test.each([
    ['zéro', '0'],
    ['un', '1'],
    ['dix-sept', '17'],
    ['vingt et un', '21'],
    ['vingt-et-une', '21'],
    ['vingt et onze', '20 et onze'],
    ['vingt onze', '20 onze'],
    ['soixante-dix', '70'],
    ['soixante et onze', '71'],
    ['soixante-dix-neuf', '79'],
    ['quatre-vingts', '80'],
    ['quatre-vingt-un', '81'],
    ['quatre vingt dix neuf', '99'],
    ['vingt-quatre vingt', '24 vingt'],
    ['septante et un', '71'],
    ['cent', '100'],
    ['cent un', '101'],
    ['cent cent', '100 cent'],
    ['cents', 'none'],
    ['deux cents', '200'],
    ['vingt cents', '20 cents'],
    ['dix-neuf cent quatorze', '1914'],
    ['cent deux cents', '100 deux cents'],
    ['mille', '1000'],
    ['deux mille trois mille', '2000 trois mille'],
    ['mille neuf cent quatre-vingt-dix-neuf', '1999'],
    ['deux cent cinquante mille', '250000'],
    ['mille milliards', '1000000000000'],
    ['deux mille deux cent cinquante milliards', '2250000000000'],
    ['un million deux cent mille trois', '1200003'],
    ['million', 'none'],
    ['vingt-sixième', '26th'],
    ['dix-septième', '17th'],
    ['premier', '1th'],
    ['neuvième', '9th'],
    ['cinquième', '5th'],
    ['quatre-vingt-onzième', '91th'],
    ['zéro un', '0 un'],
    ['avion', 'none'],
  ])('%s', (text, value) => expect(read('fr', text)).toBe(value))
})

describe('English', () => {
  test.each([
    ['twenty-six', '26'],
    ['twenty thirty', '2030'],
    ['twelve thirty', '12 thirty'],
    ['a hundred', '100'],
    ['a', 'none'],
    ['a plane', 'none'],
    ['hundred', 'none'],
    ['two hundred and six', '206'],
    ['two hundred six thousand', '206000'],
    ['one hundred and two hundred', '100 and two hundred'],
    ['ten thousand and one million', '10000 and one million'],
    ['a million and two hundred thousand', '1200000'],
    ['nineteen fourteen', '1914'],
    ['nineteen hundred and five', '1905'],
    ['five and six', '5 and six'],
    ['twenty and six', '20 and six'],
    ['thirty-first', '31th'],
    ['twentieth', '20th'],
    ['twelfth', '12th'],
    ['constructor', 'none'],
    ['__proto__', 'none'],
  ])('%s', (text, value) => expect(read('en-GB', text)).toBe(value))
})

describe('German', () => {
  test.each([
    ['einundzwanzig', '21'],
    ['zweihundertfünfzigtausend', '250000'],
    ['neunzehnhundertvierzehn', '1914'],
    ['hundertundeins', '101'],
    ['eintausenddreihundertzwölf', '1312'],
    ['drei Millionen zweihunderttausend', '3200000'],
    ['eine Milliarde', '1000000000'],
    ['dreißig', '30'],
    ['neunzehnten', '19th'],
    ['zwanzigste', '20th'],
    ['dritter', '3th'],
    ['zweifel', 'none'],
    ['achtung', 'none'],
    ['heute', 'none'],
  ])('%s', (text, value) => expect(read('de', text)).toBe(value))
})

describe('Spanish', () => {
  test.each([
    ['treinta y uno', '31'],
    ['veintiséis', '26'],
    ['cinco y seis', '5 y seis'],
    ['ciento uno', '101'],
    ['doscientos cincuenta mil', '250000'],
    ['quinientas', '500'],
    ['mil millones', '1000000000'],
    ['un millón doscientos mil', '1200000'],
    ['primero', '1th'],
    ['primera', '1th'],
    ['tercer', '3th'],
  ])('%s', (text, value) => expect(read('es', text)).toBe(value))
})

test('a language without a table has no spelled numbers', () => {
  expect(read('ro', 'trei')).toBe('none')
  expect(read('', 'three')).toBe('none')
})
