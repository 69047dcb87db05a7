import { describe, expect, test } from 'vitest'
import { lexemes } from '../../src/text/lexemes.ts'
import { numeralsOf } from '../../src/text/numeral-words.ts'
import { splitCompounds } from '../../src/text/numerals.ts'
import { quantityAt } from '../../src/text/quantities.ts'

/** The readings of the number that a text starts with, whether it is doubtful, and what is left of the text. */
const read = (language: string, text: string): string => {
  const numerals = numeralsOf(language)
  const list = splitCompounds(lexemes(text), numerals)
  const quantity = quantityAt(list, 0, numerals)
  if (!quantity) return 'none'
  const rest = text.slice(list[quantity.next - 1]?.end).trim()
  return [quantity.values.join('|'), quantity.doubtful ? '?' : '', rest === '' ? '' : ` ${rest}`].join('')
}

describe('quantityAt', () => {
  test.each([
    ['fr', '2,5 millions', '2500000'],
    ['fr', '2 millions et demi', '2500000'],
    ['fr', 'deux millions et demi', '2500000'],
    ['fr', 'quatre ans et demi', '4.5'],
    ['fr', 'quatre ans', '4 ans'],
    ['fr', 'un an et demi', '1.5'],
    ['fr', 'un an', '1? an'],
    ['fr', 'demi-million', '500000'],
    ['fr', 'demi', 'none'],
    ['fr', 'deux virgule cinq millions', '2500000'],
    ['fr', 'deux virgule zéro cinq', '2.05'],
    ['fr', 'une vingtaine de milliers', '20000'],
    ['fr', 'une quarantaine de millions', '40000000'],
    ['fr', 'une centaine de milliers', '100000'],
    ['fr', 'deux douzaines', '24'],
    ['fr', 'la vingtaine', 'none'],
    ['fr', 'vingtaine', '20?'],
    ['fr', '50 cents', '50 cents'],
    ['fr', '5 mille milliards', '5000000000000'],
    ['fr', 'moins cinq', '-5'],
    ['fr', 'neuf', '9?'],
    ['fr', 'neuf soldats', '9 soldats'],
    ['fr', 'neuf depuis', '9? depuis'],
    ['fr', 'dix-neuf', '19'],
    ['fr', 'une quinzaine', '15?'],
    ['fr', 'une quinzaine de jours', '15 de jours'],
    ['fr', 'Trois-Rivières', '3? -Rivières'],
    ['fr', 'troisième', '3?'],
    ['en', '250k', '250000'],
    ['en', '4K', '4|4000'],
    ['en', '2.5m', '2.5|2500000'],
    ['en', '2.5m€', '2500000 €'],
    ['en', '26 M. Dupont', '26 M. Dupont'],
    ['en', '25 M€', '25000000 €'],
    ['en', '3bn', '3000000000'],
    ['en', '1.500', '1500|1.5'],
    ['en', '−5', '-5'],
    ['en', '½', '0.5'],
    ['en', '2½', '2.5'],
    ['en', '⅔', '2/3'],
    ['en', '1.1.1.1', '1.1.1.1'],
    ['en', '13th', '13'],
    ['en', 'a half dozen', 'none'],
    ['en', 'half a dozen', '6'],
    ['en', 'a dozen', '12'],
    ['en', 'a million and a half', '1500000'],
    ['en', 'a year and a half', '1.5'],
    ['en', 'two and a half million', '2500000'],
    ['en', 'minus two point two five', '-2.25'],
    ['en', 'both', '2?'],
    ['de', 'zweieinhalb Millionen', '2500000'],
    ['de', '2,5 Mio. Euro', '2500000 . Euro'],
    ['es', 'dos millones y medio', '2500000'],
    ['es', 'mil doscientos', '1200'],
  ])('%s: %s', (language, text, expected) => expect(read(language, text)).toBe(expected))
})
