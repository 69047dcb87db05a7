import { describe, expect, test } from 'vitest'
import { askedBy, questionKind } from '../../src/answer/question-kind.ts'

describe('what a question asks for', () => {
  // The mark that tells où from ou has to outlive folding, which takes characters out that nobody sees.
  test.each([
    'Où se trouve le pont ?',
    'Et où ?',
    'D’où vient-elle ?',
    'ou est le pont',
    'ils habitent ou ?',
    'Mais où habite-t-elle ?',
    'O\u00f9 est le pont ?',
  ])('a place: %s', (text) => expect(questionKind(text, 'fr')).toBe('place'))

  test.each(['Le pont est-il en bois ou en pierre ?', 'Rouge ou bleu ?'])('no place: %s', (text) =>
    expect(questionKind(text, 'fr')).not.toBe('place'))

  test('the words that ask are told by their place in the question', () => {
    const text = 'Et où se trouve le pont ?'
    const { start, end } = askedBy(text, 'fr')
    expect(text.slice(start, end)).toBe('où')
  })
})
