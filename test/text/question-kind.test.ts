import { describe, expect, test } from 'vitest'
import { askedBy, isQuestion, questionKind } from '../../src/text/question-kind.ts'

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

describe('as it is typed on a telephone', () => {
  test.each([
    ['person', 'c ki le maire'],
    ['amount', 'cb de morts'],
    ['amount', 'combient de blessés'],
    ['date', 'kan est ce que ca ouvre'],
    ['reason', 'pkoi il est parti'],
    ['age', 'kel age a le roi'],
    ['definition', 'c koi un alevin'],
  ])('%s: %s', (kind, question) => expect(questionKind(question, 'fr')).toBe(kind))
})

describe('how somebody died is a reason, and only the words that ask are taken for them', () => {
  test.each([
    ['fr', 'De quoi est mort le roi ?', 'de quoi'],
    ['fr', 'il est mort comment', 'comment'],
    ['fr', 'Qu’est-ce qui a tué les poissons ?', 'qu’est-ce qui'],
    ['en', 'How did the king die?', 'how'],
    ['en', 'what killed the fish', 'what'],
    ['en', 'what did she die of', 'what'],
  ] as const)('%s: %s', (language, question, words) => {
    const { kind, start, end } = askedBy(question, language)
    expect(kind).toBe('reason')
    expect(question.slice(start, end).toLowerCase()).toBe(words)
  })
  test.each([
    ['manner', 'fr', 'Comment font-ils ?'],
    ['amount', 'en', 'how many died'],
    ['date', 'en', 'when did the king die'],
  ] as const)('%s, %s: %s', (kind, language, question) => expect(questionKind(question, language)).toBe(kind))
})

describe('other languages', () => {
  test.each([
    ['de', 'amount', 'Wie viele Bäume wurden gefällt?'],
    ['de', 'duration', 'wie lange dauert die Fahrt'],
    ['de', 'length', 'Wie hoch ist der Turm?'],
    ['de', 'money', 'was kostet ein Ticket'],
    ['de', 'age', 'Wie alt ist der Bürgermeister?'],
    ['de', 'person', 'Wer war das?'],
    ['de', 'date', 'Seit wann ist die Brücke gesperrt?'],
    ['de', 'place', 'wo liegt das Dorf'],
    ['de', 'reason', 'Warum wurde sie geschlossen?'],
    ['de', 'name', 'wie heißt der Hund'],
    ['de', 'year', 'In welchem Jahr wurde sie gebaut?'],
    ['es', 'amount', '¿Cuántos árboles talaron?'],
    ['es', 'clock', 'a que hora abre'],
    ['es', 'money', '¿Cuánto cuesta la entrada?'],
    ['es', 'age', '¿Qué edad tiene el alcalde?'],
    ['es', 'person', 'quien gano la carrera'],
    ['es', 'place', '¿Dónde nació?'],
    ['es', 'reason', '¿Qué causó el apagón?'],
    ['es', 'name', 'como se llama el perro'],
    ['es', 'manner', '¿Cómo lo hicieron?'],
    ['it', 'amount', 'Quanti alberi hanno tagliato?'],
    ['it', 'date', 'quando riapre il museo'],
    ['it', 'person', 'Chi ha vinto?'],
    ['it', 'place', "dov'è il museo"],
    ['it', 'reason', 'Perché è chiuso?'],
    ['it', 'money', 'quanto costa il biglietto'],
    ['nl', 'amount', 'Hoeveel bomen zijn er gekapt?'],
    ['nl', 'clock', 'hoe laat gaat het museum open'],
    ['nl', 'person', 'wie won de wedstrijd'],
    ['nl', 'reason', 'waarom is de brug dicht'],
    ['nl', 'age', 'Hoe oud is de burgemeester?'],
    ['pt', 'amount', 'Quantas árvores cortaram?'],
    ['pt', 'place', 'onde fica o museu'],
    ['pt', 'person', 'Quem ganhou?'],
    ['pt', 'money', 'quanto custa o bilhete'],
    ['pt', 'date', 'quando reabre'],
  ])('%s, %s: %s', (language, kind, question) => expect(questionKind(question, language)).toBe(kind))
})

test('a language without a table asks nothing in particular, but a mark still asks', () => {
  expect(askedBy('Vem var det?', 'sv')).toEqual({ kind: 'other', start: 0, end: 0 })
  expect(askedBy('Vem var det?', 'constructor')).toEqual({ kind: 'other', start: 0, end: 0 })
  expect(isQuestion('Vem var det?', 'sv')).toBe(true)
  expect(isQuestion('pourquoi il est parti', 'fr')).toBe(true)
  expect(isQuestion('bonne soirée à tous', 'fr')).toBe(false)
})
