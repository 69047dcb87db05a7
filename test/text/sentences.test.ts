import { describe, expect, test } from 'vitest'
import { sentences } from '../../src/text/sentences.ts'
import fc from '../generated.ts'

const cut = (text: string, language: string): readonly string[] =>
  sentences(text, language).map(({ start, end }) => text.slice(start, end))

/** Sentences are parted by | in what is expected. */
describe.each([
  [
    'fr',
    [
      'Il part.|Elle reste.|Qui ?|Moi !|Quoi ?!|Rien…|Puis tout.',
      'M. Roche et Mme. Blanc ont vu le Dr. Noir.|Ils partent.',
      'J.-Y. Le Goff, P. T. Morel et A. Petit sont là.',
      'Le taux est de 2,5 % et de 3.5 ailleurs.|En 1.234 jours.',
      '« On va voir. »|Il part.|« Vraiment ? » dit-elle.|« Oui ! »|Il partit.',
      'Il a dit : « Non… pas lui. »|« Ah ? »|« Oui. »',
      'Voir p. 12 et art. 5.|C’est tout.',
      'Des vis, des clous, etc.|Le reste suit.',
      'Des vis, etc. dans la boîte.',
      'En 300 av. J.-C. Rome était petite.',
      'Le siège de l’O.N.U. est loin.|Le siège de l’O.N.U.|Le voici.',
      'Il cite (…) Paris et [...] Lyon.|Fin.',
      '26 avions.|12 autres.|En 2015.|130 morts.',
      'Voir exemple.org/a.b et v1.2.|Merci.',
    ],
  ],
  [
    'en',
    [
      'He came from the U.S. Army.|It was in the U.S.|The war ended.',
      '"Go."|She left at 5 p.m. on Monday.|"Why?" he asked.',
      'Mr. T. S. Brown, Jr. wrote no. 5.|He said no.|It cost $2.5 million.',
      'It is long.[1]|It is old.[2][3]|End',
      'Really?!|Yes... well, no.',
      'St. Mary’s and Mt. Etna.|Prof. Green left.',
    ],
  ],
  ['de', ['Er kam.|»Wirklich?« fragte er.|»So« ist es.']],
  ['zh', ['谁是部长？|他说：“好。”|再见。']],
] as const)('%s', (language, texts) => {
  test.each(texts)('%s', (text) => {
    const expected = text.split('|')
    expect(cut(expected.join(language === 'zh' ? '' : ' '), language)).toEqual(expected)
  })
})

test('spaces before French marks may be narrow or none', () => {
  expect(cut('Qui\u202f? Moi\u00a0! «\u00a0Oui.\u00a0» Bon', 'fr')).toEqual([
    'Qui\u202f?',
    'Moi\u00a0!',
    '«\u00a0Oui.\u00a0»',
    'Bon',
  ])
})

test('a wrapped line is no end; a blank line and a list’s item are', () => {
  expect(cut('Le phare\nde la côte\n\nLe port\n- une jetée\n- un quai\n2. Un bac', 'fr')).toEqual([
    'Le phare\nde la côte',
    'Le port',
    '- une jetée',
    '- un quai',
    '2. Un bac',
  ])
})

test('nothing in, nothing out', () => {
  expect(sentences('', 'fr')).toEqual([])
  expect(sentences(' \n\u00a0 ', 'fr')).toEqual([])
  expect(cut('...', 'fr')).toEqual(['...'])
})

test('the sentences are in order, trimmed, and hold all that is not white space', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'aA1.!?…«»"’) \n\u00a0[]-M。') }),
  )
  fc.assert(
    fc.property(text, fc.constantFrom('fr', 'en', 'xx'), (given, language) => {
      let last = 0
      for (const { start, end } of sentences(given, language)) {
        expect(given.slice(last, start).trim()).toBe('')
        expect(end).toBeGreaterThan(start)
        expect(given.slice(start, end).trim()).toBe(given.slice(start, end))
        last = end
      }
      expect(given.slice(last).trim()).toBe('')
    }),
    { numRuns: 1_000 },
  )
})

test.each([
  '!',
  '! ',
  '. »',
  '.)',
  '\n',
  '\n \t',
  '[1]',
  'a. ',
  'A.b',
])('100,000 characters of %o are cut in linear time', (unit) => {
  const text = `x${unit.repeat(100_000 / unit.length)}x`
  expect(sentences(text, 'fr').at(-1)?.end).toBe(text.length)
})
