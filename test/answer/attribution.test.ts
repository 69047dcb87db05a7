import { describe, expect, test } from 'vitest'
import { attributions } from '../../src/answer/attribution.ts'

const left = (language: string, text: string): string =>
  attributions({ text, language })
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
    .replace(/^[\s,]+/u, '')

describe('words that say where a claim is from', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['en', 'According to the article, it closed.', 'it closed.'],
    ['en', 'Based on the given passages, it closed.', 'it closed.'],
    ['en', 'Based on the information provided in the text, it closed.', 'it closed.'],
    ['en', 'It closed, according to passage 2.', 'It closed, .'],
    ['en', 'Passage 3 mentions that it closed.', 'it closed.'],
    ['en', 'It closed (Passage 2).', 'It closed .'],
    ['en', 'However, it closed.', 'it closed.'],
    ['fr', 'D’après le texte, il a fermé.', 'il a fermé.'],
    ['fr', "Selon l'article, il a fermé.", 'il a fermé.'],
    ['fr', 'L’article précise que c’est fermé.', 'c’est fermé.'],
    ['fr', 'Par ailleurs, il a fermé.', 'il a fermé.'],
    ['es', 'Según los pasajes proporcionados, cerró.', 'cerró.'],
    ['es', 'El artículo señala que cerró.', 'cerró.'],
    ['de', 'Laut dem Artikel schloss es.', 'schloss es.'],
    ['de', 'Dem Text zufolge schloss es.', 'schloss es.'],
  ]
  for (const [language, text, rest] of rows) test(text, () => expect(left(language, text)).toBe(rest))
})

describe('words that do not', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['en', 'The house is based on rock.'],
    ['en', 'According to the minister, it closed.'],
    ['en', 'The author was born in Paris.'],
    ['fr', 'Selon le ministre, il a fermé.'],
    ['fr', 'Enfinement fermé.'],
    ['es', 'Según el ministro, cerró.'],
    ['de', 'Nach dem Krieg schloss es.'],
    ['pt', 'Segundo o artigo, fechou.'],
  ]
  for (const [language, text] of rows) test(text, () => expect(attributions({ text, language })).toEqual([]))
})

test('a long row of the same words takes no time to speak of', () => {
  const text = 'based on the the given information in '.repeat(20_000)
  expect(attributions({ text, language: 'en' })).toEqual([])
})
