import { describe, expect, test } from 'vitest'
import { alike, createDictionary, findKey, lowerBound, startingWith } from '../../src/search/dictionary.ts'
import { isExpandable, mostSimilar } from '../../src/text/similar.ts'
import fc from '../generated.ts'

const MOST = 32
const similarWords = (asked: readonly string[], vocabulary: readonly string[]): readonly string[] => {
  const keys = createDictionary(vocabulary.map((word) => `xx ${word}`).toSorted())
  return mostSimilar(asked, (form) => alike(keys, 'xx ', form), MOST)
}

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
        const dictionary = createDictionary(keys)
        for (const [at, key] of keys.entries()) expect(findKey(dictionary, key)).toBe(at)
        expect(findKey(dictionary, other)).toBe(keys.indexOf(other))
        expect(lowerBound(dictionary, other)).toBe(keys.filter((key) => key < other).length)
      }),
    )
  })

  test('that start alike stand together', () => {
    const keys = createDictionary(['a', 'ab', 'abc', 'abd', 'b'])
    expect(startingWith(keys, 'ab')).toEqual({ from: 1, to: 4 })
    expect(startingWith(keys, 'z')).toEqual({ from: 5, to: 5 })
  })

  test('that many share the beginning of are those that share more of it', () => {
    const many = Array.from({ length: 900 }, (_, at) => `xx ast${String.fromCharCode(0x4e00 + at)}`)
    const keys = createDictionary(sorted([...many, 'xx astrolabe', 'xx astrology', 'xx asylum']))
    expect([...alike(keys, 'xx ', 'astro')]).toEqual(['astrolabe', 'astrology'])
    expect([...alike(keys, 'xx ', 'asylu')]).toEqual(['asylum'])
    expect([...alike(keys, 'yy ', 'astro')]).toEqual([])
  })
})

test('every word is found that one typing error makes, behind its first letter, wherever it stands among others', () => {
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
      const keys = createDictionary(sorted([...given, ...errors].map((each) => `a ${each}`)))
      const found = mostSimilar([asked], (form) => alike(keys, 'a ', form), given.length)
      for (const error of errors) expect(found).toContain(error)
    }),
  )
})

test('what is found twice is given once, and no more than asked for', () => {
  const words = ['astrolab', 'astrolabs', 'astrolab']
  expect(mostSimilar(['astrolabe', 'astrolabe'], () => words, MOST)).toEqual(['astrolab', 'astrolabs'])
  expect(mostSimilar(['astrolabe'], () => words, 1)).toEqual(['astrolab'])
})
