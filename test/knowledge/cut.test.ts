import { expect, test } from 'vitest'
import { cut } from '../../src/knowledge/cut.ts'
import fc from '../generated.ts'

test('a text that is short enough is left alone', () => {
  expect(cut('Un. Deux.', 20)).toEqual(['Un. Deux.'])
})
test('cuts behind a sentence, else behind a word, else anywhere but in a character', () => {
  expect(cut('Une phrase. Une autre. Et la fin', 25)).toEqual(['Une phrase. Une autre.', 'Et la fin'])
  expect(cut('un deux trois quatre', 10)).toEqual(['un deux', 'trois', 'quatre'])
  expect(cut('aaaa😀bbb', 5)).toEqual(['aaaa', '😀bbb'])
})
test('pieces are stretches of the text, in order, none too long, and only white space is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '.', '😀'), maxLength: 200 }), (text) => {
      const pieces = cut(text, 7)
      expect(pieces.every((piece) => piece.length <= 7 && piece !== '')).toBe(true)
      expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      expect(pieces.every((piece) => text.includes(piece))).toBe(true)
    }),
  )
})
