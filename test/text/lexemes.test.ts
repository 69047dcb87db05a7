import { describe, expect, test } from 'vitest'
import { lexemes } from '../../src/text/lexemes.ts'

const texts = (text: string): readonly string[] => lexemes(text).map((lexeme) => `${lexeme.kind} ${lexeme.text}`)

describe('lexemes', () => {
  test.each([
    ['L’Été 2015', ['word l', 'mark ’', 'word ete', 'digits 2015']],
    ['1 234\u202f567,8 km', ['digits 1 234 567,8', 'word km']],
    ['2015 130', ['digits 2015', 'digits 130']],
    ['12 3456', ['digits 12', 'digits 3456']],
    ['250’000.', ["digits 250'000", 'mark .']],
    ['14h30', ['digits 14', 'word h', 'digits 30']],
    ['٢٫٥ and १२', ['digits 2,5', 'word and', 'digits 12']],
    ['２５０', ['digits 250']],
    ['𝟐𝟓', ['digits 25']],
    ['⑫ ²⁶', ['digits 12', 'digits 26']],
    ['km² 10⁹', ['word km', 'mark ²', 'digits 10', 'mark ⁹']],
    ['Straße', ['word strasse']],
  ])('%s', (text, expected) => expect(texts(text)).toEqual(expected))

  test('knows every script’s digits', () => {
    for (const zero of ['०', '০', '๐', '０', '𑁦', '᪀', '᪐', '෦', '𞥐'])
      expect(texts(String.fromCodePoint((zero.codePointAt(0) ?? 0) + 7))).toEqual(['digits 7'])
  })

  test('passes over what is never seen, and gives the offsets of the text as given', () => {
    const text = 'a\u200b2\u00ad5\u200b0 mil\u00adlion\u{e0041}s'
    const found = lexemes(text)
    expect(found.map((lexeme) => lexeme.raw)).toEqual(['a', '250', 'millions'])
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      'a',
      '2\u00ad5\u200b0',
      'mil\u00adlion\u{e0041}s',
    ])
  })
})
