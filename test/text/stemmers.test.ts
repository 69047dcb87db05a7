import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { analyse, irregularForms, stemOf } from '../../src/text/analyse.ts'
import { fold } from '../../src/text/fold.ts'
import { detectLanguage } from '../../src/text/language.ts'
import vocabulary from './snowball.json' with { type: 'json' }

const load = createRequire(import.meta.url)

/**
 * `snowball.json` has words and stems at equal distances from the vocabulary lists of snowballstem/snowball-data (BSD
 * licence, Martin Porter and Richard Boulton).
 *
 * The share of a sample of the Snowball project's vocabulary that the package stems as the project does. English is
 * Porter's first algorithm, which the project has since replaced; Dutch is the project's former one, which it keeps as
 * dutch_porter; Romanian leaves ţ where the project writes ț, which folding makes the same.
 */
const agreement = {
  ...{ french: 0.94, english: 0.9, german: 0.94, spanish: 0.99, italian: 0.99, portuguese: 0.99 },
  ...{ russian: 0.99, swedish: 0.95, romanian: 0.78, dutch_porter: 0.99 },
}

describe('stems are the Snowball project’s', () => {
  test.each(Object.entries(agreement))('%s: at least %f', (name, least) => {
    const { stemmer } = load(`@orama/stemmers/${name.replace('_porter', '')}`)
    const pairs = Object.entries(vocabulary).find(([language]) => language === name)?.[1] ?? []
    expect(pairs.length).toBe(200)
    const right = pairs.filter(([word, stem]) => stemmer(word) === stem).length
    expect(right / pairs.length).toBeGreaterThanOrEqual(least)
  })
})

/**
 * Of the same lists, the share of words whose stem is the project's where accents are typed nowhere, as we stem them;
 * without those that no rule takes to their base, of which we have a table and the project has not.
 */
const folded: Readonly<Record<string, readonly [list: keyof typeof vocabulary, least: number]>> = {
  ...{ fr: ['french', 0.9], en: ['english', 0.92], de: ['german', 0.95], es: ['spanish', 0.94], it: ['italian', 0.98] },
  ...{ pt: ['portuguese', 0.99], ru: ['russian', 1], sv: ['swedish', 0.97], ro: ['romanian', 0.99] },
  nl: ['dutch_porter', 1],
}

test.each(Object.entries(folded))('%s: folded words are stemmed alike: %o', (language, [name, least]) => {
  const isRegular = (word: string): boolean => !irregularForms(stemOf(word, language), language).includes(word)
  const pairs = vocabulary[name].filter(([word = '']) => isRegular(fold(word)))
  const right = pairs.filter(([word = '', stem = '']) => stemOf(fold(word), language) === fold(stem)).length
  expect(right / pairs.length).toBeGreaterThanOrEqual(least)
})

describe('forms of a word find each other, typed without accents too', () => {
  test.each([
    ['de', 'Haus Hauses Häuser hauser'],
    ['de', 'zerstört zerstörte zerstörten zerstort'],
    ['de', 'geben gab gegeben gibt gaben'],
    ['de', 'befinden befand befindet befanden'],
    ['de', 'springen sprang gesprungen'],
    ['es', 'nación naciones nacion'],
    ['es', 'avión aviones avion'],
    ['it', 'città citta'],
    ['it', 'ministro ministri'],
    ['pt', 'informação informações informacao informacoes'],
    ['nl', 'stad stads'],
    ['ru', 'город города городов городах'],
    ['sv', 'stad staden stads'],
    ['ro', 'oraș oraş oras'],
  ])('%s: %s', (language, forms) => {
    expect(new Set(analyse(forms, language).map(({ stem }) => stem)).size).toBe(1)
  })
})

describe('questions are left with what they are about', () => {
  test.each([
    ['de', 'Wie viele Flugzeuge wurden in der Schlacht zerstört?', ['flugzeuge', 'schlacht', 'zerstort']],
    ['es', '¿Cuántos aviones tiene el Estado, y por qué?', ['aviones', 'estado']],
    ['it', 'Quanti sono gli abitanti dell’isola e dove vivono?', ['abitanti', 'isola', 'vivono']],
    ['pt', 'Quantos habitantes tem a cidade e onde fica?', ['habitantes', 'cidade', 'fica']],
    ['nl', 'Hoeveel inwoners heeft de stad en waarom?', ['inwoners', 'stad']],
    ['ru', 'Сколько самолётов было у государства и почему?', ['самолетов', 'государства']],
    ['sv', 'Hur många invånare har staden och varför?', ['invanare', 'staden']],
    ['ro', 'Câți locuitori are orașul și de ce?', ['locuitori', 'orasul']],
  ])('%s: %s', (language, text, kept) => {
    const words = analyse(text, language).flatMap(({ word, stop }) => (stop ? [] : [word]))
    expect(words.filter((word) => !kept.includes(word.replace('ё', 'е')))).toEqual([])
    expect(words).toHaveLength(kept.length)
    expect(detectLanguage(text)).toBe(language)
  })
})

test('scripts without spaces, and Korean, are cut into pairs of characters', () => {
  const words = (text: string, language: string) => analyse(text, language).map(({ word }) => word)
  expect(words('สวัสดี', 'th').length).toBeGreaterThan(2)
  expect(words('東京タワー', 'ja')).toEqual(['東京', '京タ', 'タワ', 'ワー'])
  expect(words('장관은', 'ko')).toEqual(['장관', '관은'])
})
