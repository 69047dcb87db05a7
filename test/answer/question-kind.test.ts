import { describe, expect, test } from 'vitest'
import { askedBy, isQuestion, questionKind } from '../../src/answer/question-kind.ts'

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

  test.each(['Quand ?', 'qd le pont a ouvert', 'depuis qd ?'])('a date: %s', (text) =>
    expect(questionKind(text, 'fr')).toBe('date'))

  test.each(['Le pont est-il en bois ou en pierre ?', 'Rouge ou bleu ?'])('no place: %s', (text) =>
    expect(questionKind(text, 'fr')).not.toBe('place'))

  test('the words that ask are told by their place in the question', () => {
    const text = 'Et où se trouve le pont ?'
    const { start, end } = askedBy(text, 'fr')
    expect(text.slice(start, end)).toBe('où')
  })
})

test.each([
  ['place', 'Où est-elle née ?'],
  ['place', 'd’où vient-il ?'],
  ['place', 'il habite ou'],
  ['place', 'dans quel pays ça se passe'],
  ['other', 'il a choisi le train ou la voiture'],
  ['date', 'c’est quand le concert'],
  ['date', 'Depuis quand dure la grève ?'],
  ['year', 'en quelle année'],
  ['clock', 'à quelle heure ça commence'],
  ['person', 'qui a gagné'],
  ['person', 'Par quel architecte fut-il dessiné ?'],
  ['name', 'comment s’appelle le chien'],
  ['amount', 'combien d’arbres'],
  ['money', 'ça coûte combien'],
  ['money', 'Quel est le prix du billet ?'],
  ['age', 'quel age a la maire'],
  ['duration', 'combien de temps ça dure'],
  ['length', 'quelle est la hauteur du pont'],
  ['weight', 'combien pèse la statue'],
  ['percent', 'Quelle part des voix a-t-elle obtenue ?'],
  ['reason', 'pk le pont est fermé'],
  ['reason', 'comment ça se fait qu’il soit parti'],
  ['definition', 'c’est quoi un alevin'],
  ['manner', 'comment font-ils'],
  ['other', 'Quelle plante a été retrouvée ?'],
])('French, %s: %s', (kind, question) => {
  expect(questionKind(question, 'fr')).toBe(kind)
})

test.each([
  ['place', 'where was he born'],
  ['date', 'when did it open'],
  ['year', 'What year was it built?'],
  ['clock', 'what time does it close'],
  ['person', 'who won'],
  ['amount', 'how many seats'],
  ['money', 'how much does it cost'],
  ['age', 'how old is she'],
  ['duration', 'how long did it last'],
  ['length', 'how tall is the tower'],
  ['weight', 'how heavy is it'],
  ['speed', 'how fast can it go'],
  ['percent', 'what percentage voted no'],
  ['reason', 'how come it was late'],
  ['definition', 'What is a caisson?'],
  ['manner', 'how do they catch fish'],
  ['other', 'which bird was seen'],
])('English, %s: %s', (kind, question) => {
  expect(questionKind(question, 'en')).toBe(kind)
})

test('a language without a table asks nothing in particular, but a mark still asks', () => {
  expect(askedBy('Wer war das?', 'de')).toEqual({ kind: 'other', start: 0, end: 0 })
  expect(isQuestion('Wer war das?', 'de')).toBe(true)
  expect(isQuestion('pourquoi il est parti', 'fr')).toBe(true)
  expect(isQuestion('bonne soirée à tous', 'fr')).toBe(false)
})
