import { describe, expect, test } from 'vitest'
import { detectLanguage, primarySubtag, sameLanguage } from '../../src/text/language.ts'
import fc from '../generated.ts'

const questions: Readonly<Record<string, readonly string[]>> = {
  fr: [
    'Qui est Choïgou ?',
    'Pourquoi',
    'Combien de morts ?',
    'et en Jordanie ?',
    'combien de refugies ?',
    'nb de morts en syrie ?',
    'QUI A GAGNÉ ?',
    'C’est quoi ?',
    "l'EI ?",
    "Résume l'article",
    'Où se trouve le phare ?',
    'Date des travaux ?',
    'hauteur des tours',
    'Le Drian va où ?',
  ],
  en: [
    'How many jets?',
    'Why?',
    'Who is Choïgou?',
    'What does Le Drian want?',
    "Roebling's wife?",
    'total cost of the bridge',
    'WHO PAID?',
    'when opened',
    'And in Jordan?',
    'tell me more',
  ],
  es: ['¿Qué tradujo Marlee Matlin?', '¿Cuántos muertos en Siria?', 'Quién es el ministro', 'donde estan los aviones'],
  it: ['Chi è il ministro?', 'Quanti morti?', 'di cosa parla l’articolo'],
  pt: ['Quem é o ministro?', 'onde estão os aviões', 'qual a altura das torres'],
  de: [
    'Wozu neigen ungleiche Gesellschaften?',
    'In welchem Jahr starb Tesla?',
    'Wer ist Choïgou?',
    'Wie viele Flugzeuge?',
    'worum geht es in dem Text',
  ],
  nl: ['Wie is de minister?', 'Hoeveel doden?', 'waar zijn de vliegtuigen'],
  ru: ['Кто такой Шойгу?'],
  uk: ['Хто такий міністр?'],
  zh: ['谁是部长？'],
  ja: ['大臣は誰ですか'],
  ko: ['장관은 누구입니까?'],
  ar: ['من هو الوزير؟'],
  el: ['Ποιος είναι ο υπουργός;'],
  he: ['מי השר?'],
}

describe.each(Object.entries(questions))('%s', (language, texts) => {
  test.each(texts)('%s', (text) => expect(detectLanguage(text)).toBe(language))
})

test.each([
  '',
  ' ',
  '???',
  '26',
  '80%',
  'Sergei Lavrov?',
  'Hollande',
  'Choïgou',
  '😀',
  'EI',
  'constructor',
  '.*([',
])('no evidence in %o', (text) => expect(detectLanguage(text)).toBeUndefined())

test('a paragraph in the language of its words, whatever its names', () => {
  expect(
    detectLanguage(
      'Le gardien monte chaque soir les trois cents marches de la tour, allume la lampe et note dans son carnet le nom des navires qui passent au large, Die Hoffnung ou The Good Intent.',
    ),
  ).toBe('fr')
  expect(
    detectLanguage(
      'Every evening the keeper climbs the stairs of the tower, lights the lamp and writes down the names of the ships that pass: La Belle Poule, Los Reyes, Der Adler.',
    ),
  ).toBe('en')
})

test('what follows the first 2,000 characters is not looked at', () => {
  const text = 'The keeper climbs the stairs. '.repeat(70)
  expect(detectLanguage(text + 'Où est le gardien ? '.repeat(5_000))).toBe('en')
})

test('the primary subtag decides whether two tags are one language', () => {
  expect(primarySubtag('FR-be')).toBe('fr')
  expect(sameLanguage('fr', 'fr-CA')).toBe(true)
  expect(sameLanguage('zh-Hant', 'ZH')).toBe(true)
  expect(sameLanguage('fr', 'frr')).toBe(false)
  expect(sameLanguage('fr', 'en')).toBe(false)
})

test('never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(detectLanguage(text) ?? 'und').toMatch(/^[a-z]{2,3}$/)
    }),
  )
})
