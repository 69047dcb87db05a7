import { describe, expect, test } from 'vitest'
import { clauseOf } from '../../src/answer/clause.ts'
import fc from '../generated.ts'

const cut = (text: string, needed: readonly string[], language: string): string => {
  const spans = needed.map((words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length }))
  const { start, end } = clauseOf(text, { start: 0, end: text.length }, spans, language)
  return text.slice(start, end)
}

const french =
  'Le pont de Lorsac, ouvert en 1931 par l’ingénieur Albin Rocher, mesure 155 mètres et relie les deux rives de la Vère'
const english =
  'The Lorsac bridge, opened in 1931 by the engineer Albin Rocher, is 155 metres long and joins both banks of the Vere'

describe('a long sentence is cut before what adds to it', () => {
  test.each([
    [
      'fr',
      french,
      ', qui descend ici des montagnes de Sarlange entre deux gorges étroites où nichent des faucons depuis longtemps.',
    ],
    [
      'fr',
      french,
      ' ; les trains y roulent depuis la guerre, et les promeneurs y viennent le dimanche regarder passer les péniches.',
    ],
    [
      'fr',
      french,
      ', et les habitants de Vernaison l’empruntent chaque matin pour aller travailler dans les usines de la vallée.',
    ],
    [
      'en',
      english,
      ', which comes down here from the mountains of Sarlange between two narrow gorges where falcons have long nested.',
    ],
    [
      'en',
      english,
      ', while the trains that used to run across it now go through a tunnel which was dug below the river after the war.',
    ],
  ])('%s: %s%s', (language, main, rest) => {
    expect(cut(main + rest, ['1931'], language)).toBe(main)
  })
})

describe('and stays whole', () => {
  const addition =
    ', qui descend ici des montagnes de Sarlange entre deux gorges étroites où nichent depuis longtemps des faucons'
  test('where it is short', () => {
    const short = 'Le pont mesure 155 mètres, qui séparent les deux rives.'
    expect(cut(short, ['155'], 'fr')).toBe(short)
  })
  test('where what is asked for, or the words of the question, stand behind', () => {
    const text = `${french}${addition}.`
    expect(cut(text, ['155', 'faucons'], 'fr')).toBe(text)
    expect(cut(text, [], 'fr')).toBe(text)
  })
  test.each([
    ' selon la préfecture.',
    ' mais ce chiffre est contesté.',
    ' et n’y ont jamais été mesurées.',
    ', affirme le maire.',
  ])('where a doubt, a denial or who says so would be lost: %s', (rest) => {
    const text = `${french}${addition}${rest}`
    expect(cut(text, ['1931'], 'fr')).toBe(text)
  })
  test('where words between quotation marks or brackets would be broken', () => {
    const text = `« ${french}${addition} », explique la guide.`
    expect(cut(text, ['1931'], 'fr')).toBe(text)
    const bracketed = `${french.replace('mesure', '(mesure')}${addition}).`
    expect(cut(bracketed, ['1931'], 'fr')).toBe(bracketed)
  })
  test('where a comma only lists', () => {
    const list = `${french}, les trois vallées du nord, les hauts plateaux de Sarlange, les villages de Vernaison et de Mareil.`
    expect(cut(list, ['1931'], 'fr')).toBe(list)
  })
  test('in a language without words for it, but at a semicolon', () => {
    const main =
      'Bron i Lorsac, som öppnades 1931 av ingenjören Albin Rocher, är 155 meter lång och förbinder båda stränderna'
    const text = `${main}; tågen går numera genom en tunnel som grävdes under floden efter kriget, och bron är till för gående.`
    expect(cut(text, ['1931'], 'sv')).toBe(main)
  })
})

test('it is always a beginning of the sentence that holds all that is needed', () => {
  const pieces = fc.constantFrom(
    'Le pont ',
    'qui ',
    ', qui ',
    ' ; ',
    '« oui »',
    '(',
    ')',
    'mesure 12 mètres',
    ', et le ',
    'pas ',
    'long',
  )
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 20, maxLength: 60 }), fc.nat(), (parts, place) => {
      const text = parts.join('')
      const at = place % text.length
      const { start, end } = clauseOf(text, { start: 0, end: text.length }, [{ start: at, end: at + 1 }], 'fr')
      expect(start).toBe(0)
      expect(end).toBeGreaterThan(at)
      expect(end).toBeLessThanOrEqual(text.length)
    }),
  )
})
