import { describe, expect, test } from 'vitest'
import { questionLanguage } from '../../src/text/vocabulary.ts'

describe('the language of a question', () => {
  test.each([
    // By its small words.
    ['who drowned in the storm?', 'en'],
    ['qui a construit la piscine', 'fr'],
    // By its vocabulary, where a phone left them out.
    ['prix adulte piscine', 'fr'],
    ['abonnement annuel cb', 'fr'],
    ['tarif étudiant piscine', 'fr'],
    ['tower height water', 'en'],
    ['precio entrada museo', 'es'],
    // Names, one word, and what two languages share tell nothing.
    ['Brooklyn Bridge', undefined],
    ['Roebling?', undefined],
    ['1883', undefined],
    ['🙂', undefined],
    ['', undefined],
  ])('%s', (question, language) => expect(questionLanguage(question)).toBe(language))

  test('a question of 100,000 words is read for its first ones', () =>
    expect(questionLanguage('prix adulte piscine '.repeat(100_000))).toBe('fr'))
})
