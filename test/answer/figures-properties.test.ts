import { describe, expect, test } from 'vitest'
import { figures, unsupportedFigures } from '../../src/answer/figures.ts'
import fc from '../generated.ts'
import { spellEnglish, spellFrench, spellGerman, spellSpanish } from './spellers.ts'

type Text = { readonly text: string; readonly language: string }

const grouped = (n: number, separator: string): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, separator)

/** Every way to write a number. */
const ways: readonly ((n: number) => Text)[] = [
  ...['', '.', ',', ' ', '\u00a0', '\u2009', '\u202f', "'", '’'].flatMap((separator) => [
    (n: number): Text => ({ text: `Il y a ${grouped(n, separator)} personnes.`, language: 'fr' }),
    (n: number): Text => ({ text: `There are ${grouped(n, separator)} people.`, language: 'en' }),
  ]),
  (n) => ({ text: `Il y a ${spellFrench(n)} personnes.`, language: 'fr' }),
  (n) => ({ text: `Il y a ${spellFrench(n).replaceAll(' ', '-')} personnes.`, language: 'fr-CA' }),
  (n) => ({ text: `Il y a ${spellFrench(n).replaceAll('-', '\u00a0')} personnes.`, language: 'fr' }),
  (n) => ({ text: `There are ${spellEnglish(n)} people.`, language: 'en' }),
  (n) => ({ text: `There are ${spellEnglish(n, ' ')} people.`, language: 'en-US' }),
  (n) => ({ text: `Es gibt ${spellGerman(n)} Menschen.`, language: 'de' }),
  (n) => ({ text: `Hay ${spellSpanish(n)} personas.`, language: 'es' }),
]

/** Small ones, round ones and any. */
const number = fc.oneof(
  fc.integer({ min: 0, max: 999 }),
  fc.integer({ min: 0, max: 99_999 }),
  fc.integer({ min: 0, max: 999_999_999 }),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(10, 100, 1_000, 100_000, 1_000_000))
    .map(([a, b]) => a * b),
)
const way = fc.constantFrom(...ways)

describe('a number', () => {
  test('is the same however it is written', () => {
    fc.assert(
      fc.property(number, way, way, (n, claim, source) => {
        expect(unsupportedFigures(claim(n), [source(n)])).toEqual([])
      }),
      { numRuns: 3_000 },
    )
  })

  test('is another with one digit changed', () => {
    fc.assert(
      fc.property(number, fc.nat(8), fc.integer({ min: 1, max: 9 }), way, way, (n, place, change, claim, source) => {
        const digits = String(n)
        const at = place % digits.length
        const other = digits.slice(0, at) + ((Number(digits[at]) + change) % 10) + digits.slice(at + 1)
        // One alone is an article in words.
        fc.pre(Number(other) !== 1)
        expect(unsupportedFigures(claim(Number(other)), [source(n)])).toHaveLength(1)
      }),
      { numRuns: 3_000 },
    )
  })

  test('is no percentage', () => {
    fc.assert(
      fc.property(number, way, (n, source) => {
        expect(unsupportedFigures({ text: `${n} %`, language: 'fr' }, [source(n)])).toHaveLength(1)
      }),
    )
  })
})

describe('a date', () => {
  const months = (language: string): readonly string[] =>
    Array.from({ length: 12 }, (_, month) =>
      new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2023, month, 1)),
    )
  const [french, english, german, spanish] = ['fr', 'en', 'de', 'es'].map(months)
  type Dated = (day: number, month: number, year: number) => Text
  const forms: readonly Dated[] = [
    (day, month, year) => ({ text: `le ${day} ${french?.[month]} ${year}`, language: 'fr' }),
    (day, month, year) => ({ text: `le ${spellFrench(day)} ${french?.[month]} ${year}`, language: 'fr' }),
    (day, month, year) => ({ text: `on ${english?.[month]} ${day}, ${year}`, language: 'en' }),
    (day, month, year) => ({ text: `on the ${day}th of ${english?.[month]} ${year}`, language: 'en' }),
    (day, month, year) => ({ text: `on ${day} ${english?.[month]?.slice(0, 3)} ${year}`, language: 'en' }),
    (day, month, year) => ({ text: `am ${day}. ${german?.[month]} ${year}`, language: 'de' }),
    (day, month, year) => ({ text: `el ${day} de ${spanish?.[month]} de ${year}`, language: 'es' }),
    (day, month, year) => ({ text: `${year}-${String(month + 1).padStart(2, '0')}-${day}`, language: 'en' }),
    (day, month, year) => ({ text: `${day}/${month + 1}/${year}`, language: 'fr' }),
    (day, month, year) => ({ text: `${day}.${month + 1}.${year}`, language: 'de' }),
  ]
  // A day past the twelfth is no month: of two readings only one is left.
  const day = fc.integer({ min: 13, max: 31 })
  const month = fc.integer({ min: 0, max: 11 })
  const year = fc.integer({ min: 1700, max: 2099 })
  const form = fc.constantFrom(...forms)

  test('is the same however it is written', () => {
    fc.assert(
      fc.property(day, month, year, form, form, (d, m, y, claim, source) => {
        expect(unsupportedFigures(claim(d, m, y), [source(d, m, y)])).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  test('is another with its day, month or year changed', () => {
    fc.assert(
      fc.property(day, month, year, day, month, year, form, form, (d, m, y, d2, m2, y2, claim, source) => {
        for (const other of [claim(d2, m, y), claim(d, m2, y), claim(d, m, y2)]) {
          const same = other.text === claim(d, m, y).text
          expect(unsupportedFigures(other, [source(d, m, y)])).toHaveLength(same ? 0 : 1)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

/** Pieces that mean something to the reader, in any order. */
const pieces = (
  "1 2 3 9 10 12 13 26 31 80 90 130 250 1914 1918 1990 2015 2/3 1/2 26/11 26/11/2015 2015-11-26 250.000 1,5 1.1.1.1 0 - – — / % ‰ , . : ' ’ ( ) ½ ² ① $ € " +
  'k m M bn Md h er e th s a an un une one two twenty and et y und of de d le du au the to à first premier neuf vingt quatre cent cents mille million millions milliard ' +
  'hundred thousand dozen douzaine vingtaine half demi demie moins minus point virgule pour per percent heures am pm o clock années century siècle XX XXe ' +
  'novembre November mai May mars lundi Mon sept nov einundzwanzig hundert tausend Million einhalb treinta uno mil medio doscientos F G A Trois'
).split(' ')
const figureLike = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', ' ', ' ', '\u00a0', '-')), { maxLength: 24 })
  .map((list) => list.map(([piece, gap]) => piece + gap).join(''))
const language = fc.oneof(fc.constantFrom('fr', 'en', 'de', 'es', 'it', 'fr-BE', 'ro', ''), fc.string())
const anyText = fc.oneof(
  figureLike,
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)

describe('any text', () => {
  test('holds its own figures', () => {
    fc.assert(
      fc.property(anyText, language, (text, tag) => {
        expect(unsupportedFigures({ text, language: tag }, [{ text, language: tag }])).toEqual([])
      }),
      { numRuns: 5_000 },
    )
  })

  test('holds them beside other texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const sources = [other, text].map((source) => ({ text: source, language: 'fr' }))
        expect(unsupportedFigures({ text, language: 'fr' }, sources)).toEqual([])
      }),
    )
  })

  test('has figures whose offsets cut it, in order and apart', () => {
    fc.assert(
      fc.property(anyText, language, (text, tag) => {
        let last = 0
        for (const figure of figures(text, tag)) {
          expect(text.slice(figure.start, figure.end)).toBe(figure.text)
          expect(figure.start).toBeGreaterThanOrEqual(last)
          expect(figure.end).toBeGreaterThan(figure.start)
          last = figure.end
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

/** 100,000 characters of what costs a careless reader quadratic time, each in the language that it means most in. */
describe('hostile text', () => {
  const repeated: Readonly<Record<string, readonly string[]>> = {
    fr: [
      'cent ',
      'vingt et ',
      'deux cent ',
      'mille milliards ',
      'millions de ',
      'deux virgule ',
      'un an et ',
      'du 1 au ',
    ].concat(['mai ', '13 et 14 novembre ', 'XX et ', '1 et ', '1 pour ', 'lundi', '1', '0', '9 ', '1 111', '½']),
    en: [
      'one hundred and ',
      'half a ',
      '2 p.',
      '1914-',
      '-5 ',
      '1.',
      '1,',
      "1'",
      '1-',
      '1/',
      '1:',
      '1\u200b',
      '²',
      'x²',
      '٢',
    ],
    de: ['einundzwanzig', 'zweihundert', 'und ', '1. ', '\ud800', '\u0301', '('],
    es: ['treinta y ', 'mil ', 'a', '%'],
  }
  for (const [language, pieces] of Object.entries(repeated)) {
    test.each(pieces)(`${language}: %j over and over`, { timeout: 60_000 }, (piece) => {
      const written = { text: piece.repeat(Math.ceil(100_000 / piece.length)), language }
      expect(unsupportedFigures(written, [written])).toEqual([])
    })
  }
  test('noughts before and after', () => {
    const noughts = '0'.repeat(100_000)
    expect(figures(`${noughts}1`, 'en').map(({ readings }) => readings)).toEqual([[['number 1']]])
    expect(unsupportedFigures({ text: `0.${noughts}1`, language: 'en' }, [{ text: '0', language: 'en' }])).toHaveLength(
      1,
    )
  })
})
