import { describe, expect, test } from 'vitest'
import { isExpandable, similarStems } from '../../src/search/expansion.ts'
import { createKeys } from '../../src/search/keys.ts'

const similarWords = (asked: readonly string[], vocabulary: readonly string[]): readonly string[] =>
  similarStems(asked, [createKeys(vocabulary.toSorted())])

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
