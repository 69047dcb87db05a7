import { describe, expect, test } from 'vitest'
import { analyse, stemOf } from '../../src/text/analyse.ts'
import { isGeneric } from '../../src/text/generic.ts'
import { synonyms } from '../../src/text/synonyms.ts'
import { lexicon } from '../../src/text/tables.ts'

const informative = (text: string, language: string): readonly string[] =>
  analyse(text, language).flatMap((term) => (term.stop || isGeneric(term, language) ? [] : [term.word]))

describe('nothing but the article as a whole is asked about', () => {
  test.each([
    ['fr', "De quoi parle l'article ?"],
    ['fr', 'Que disent les textes ? Raconte.'],
    ['fr', "Résume l'histoire"],
    ['fr', "Que s'est-il passé, en quelle année, dans quel pays ?"],
    ['en', 'What is this article about? What does the text say?'],
    ['en', 'What happened to whom, in which year and country?'],
    ['en', 'Tell me the things that people mention'],
  ])('%s: %s', (language, text) => {
    expect(informative(text, language)).toEqual([])
  })
})

test('a generic word is one in its own language only', () => {
  const [term] = analyse('chose', 'en')
  expect(term && isGeneric(term, 'en')).toBe(false)
  expect(term && isGeneric(term, 'fr')).toBe(true)
  expect(term && isGeneric(term, undefined)).toBe(false)
})

test('synonyms are found by any form of the word, and leave the word itself out', () => {
  const of = (word: string, language: string): readonly string[] =>
    analyse(word, language).flatMap((term) => synonyms(term, language))
  const stem = (word: string, language: string): string | undefined => analyse(word, language)[0]?.stem
  expect(of('morts', 'fr')).toContain(stem('tuées', 'fr'))
  expect(of('high', 'en')).toContain(stem('height', 'en'))
  expect(of('morts', 'fr')).not.toContain(stem('morts', 'fr'))
  expect(of('phare', 'fr')).toEqual([])
  expect(of('morts', 'en')).toEqual([])
})

test.each([
  'fr',
  'en',
  'de',
  'es',
  'it',
  'nl',
  'pt',
])('%s: every word of the tables is found by its stem', (language) => {
  const { generic, synonyms: rows, irregular, ...entry } = lexicon(language)
  for (const word of generic) expect(entry.isGenericStem(stemOf(word, language)), word).toBe(true)
  const expected = new Map<string, Set<string>>()
  for (const stems of rows.map((row) => row.map((word) => stemOf(word, language))))
    for (const stem of stems) expected.set(stem, new Set([...(expected.get(stem) ?? []), ...stems]))
  for (const [stem, stems] of expected) expect(entry.synonymStems(stem), stem).toEqual(stems)
  for (const form of irregular.keys()) expect(entry.irregularForms(stemOf(form, language))).toContain(form)
  expect(entry.isGenericStem('zzz')).toBe(false)
  expect(entry.synonymStems('zzz')).toEqual(new Set())
})
