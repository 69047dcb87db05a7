import { describe, expect, test } from 'vitest'
import { findKey, lowerBound, similarStems, startingWith } from '../../src/search/dictionary.ts'
import { isExpandable } from '../../src/text/similar.ts'
import fc from '../generated.ts'

const similarWords = (asked: readonly string[], vocabulary: readonly string[]): readonly string[] =>
  similarStems(asked, [vocabulary.map((word) => `xx ${word}`).toSorted()], 'xx ').map(({ stem }) => stem)

const isSimilar = (asked: string, word: string): boolean => similarWords([asked], [word]).length > 0

describe('similar', () => {
  test.each([
    ['a beginning', 'petrol', 'petroliers'],
    ['a beginning of four letters', 'bomb', 'bombarder'],
    ['a long word with another ending', 'russian', 'russie'],
    ['a letter wrong', 'syria', 'syrie'],
    ['a letter missing', 'astrlabe', 'astrolabe'],
    ['a letter too much', 'astrrolabe', 'astrolabe'],
    ['two letters changed places', 'asrtolabe', 'astrolabe'],
    ['a last letter missing', 'astrolab', 'astrolabe'],
  ])('%s', (_, asked, word) => expect(isSimilar(asked, word)).toBe(true))
})

describe('not similar', () => {
  test.each([
    ['a beginning of three letters', 'pat', 'patience'],
    ['a shorter word that starts the same', 'portugal', 'port'],
    ['a short word with another ending', 'recet', 'recente'],
    ['two letters wrong', 'astralape', 'astrolabe'],
    ['short words with a letter wrong', 'mort', 'mord'],
    ['nothing in common', 'phare', 'tour'],
  ])('%s', (_, asked, word) => expect(isSimilar(asked, word)).toBe(false))
})

test('the nearest come first, by any of the forms, equals in alphabetical order', () => {
  expect(similarWords(['bombing', 'bomb'], ['bombardement', 'bombe', 'tour', 'bomba'])).toEqual([
    'bomba',
    'bombe',
    'bombardement',
  ])
})

test.each([
  ['mort', true],
  ['été', false],
  ['1874', false],
  ['Шойгу', true],
])('%s is expanded: %s', (word, expected) => expect(isExpandable(word)).toBe(expected))

const sorted = (keys: readonly string[]): readonly string[] => [...new Set(keys)].sort()
const anyKeys = fc.array(fc.string({ unit: fc.constantFrom(...'abcéя谁', '\u{10348}', '\uffee') }), { maxLength: 60 })

describe('keys', () => {
  test('are found where they are, and only they', () => {
    fc.assert(
      fc.property(anyKeys, fc.string({ unit: fc.constantFrom(...'abcéя谁') }), (given, other) => {
        const keys = sorted(given)
        for (const [at, key] of keys.entries()) expect(findKey(keys, key)).toBe(at)
        expect(findKey(keys, other)).toBe(keys.indexOf(other))
        expect(lowerBound(keys, other)).toBe(keys.filter((key) => key < other).length)
      }),
    )
  })

  test('that start alike stand together', () => {
    const keys = ['a', 'ab', 'abc', 'abd', 'b']
    expect(startingWith(keys, 'ab', { from: 0, to: 5 })).toEqual({ from: 1, to: 4 })
    expect(startingWith(keys, 'z', { from: 0, to: 5 })).toEqual({ from: 5, to: 5 })
  })
})

test('every key is found that one typing error makes, behind its first letter, wherever it stands among many', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 5, maxLength: 9 })
  fc.assert(
    fc.property(fc.array(word, { minLength: 40, maxLength: 200 }), word, fc.nat(8), (given, asked, place) => {
      const at = 1 + (place % (asked.length - 1))
      const errors = [
        `${asked.slice(0, at)}${asked.slice(at + 1)}`,
        `${asked.slice(0, at)}x${asked.slice(at)}`,
        `${asked.slice(0, at)}x${asked.slice(at + 1)}`,
        `${asked.slice(0, at)}${asked.charAt(at + 1)}${asked.charAt(at)}${asked.slice(at + 2)}`,
      ]
      const found = similarStems([asked], [sorted([...given, ...errors].map((each) => `a ${each}`))], 'a ')
      for (const error of errors) expect(found.map(({ stem }) => stem)).toContain(error)
    }),
  )
})

test('a word in two dictionaries is one, with its places in both', () => {
  expect(similarStems(['astrolabe'], [['a astrolab'], ['a aaa', 'a astrolab'], []], 'a ')).toEqual([
    { stem: 'astrolab', places: [0, 1, -1] },
  ])
})
