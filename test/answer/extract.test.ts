/** Extraction over invented texts: each kind of question in both languages, silence, and quotations that verify. */

import { describe, expect, test } from 'vitest'
import { extract, ranked } from '../../src/answer/extract.ts'
import { choosePassages, label, labelled } from '../../src/answer/passages.ts'
import { judge } from '../../src/answer/verify.ts'
import { createPassageIndex } from '../../src/search/passage-index.ts'
import type { Article, Language } from '../../src/types.ts'
import { article, bakery, lighthouse } from '../fakes/articles.ts'
import fc from '../generated.ts'

/** What search gives extraction of these articles, labelled. */
const evidenceOf = (articles: readonly Article[], text: string, language: Language) => {
  const index = createPassageIndex()
  for (const each of articles) index.add(each)
  const { passages } = index.search({ text, language, scope: 'all', limit: 20 })
  const chosen = choosePassages(passages, articles)
  const evidence = label(chosen, articles)
  return { evidence, material: labelled(chosen, evidence) }
}

const quotes = (articles: readonly Article[], text: string, language: Language): readonly string[] =>
  extract({ text, language }, evidenceOf(articles, text, language).material).claims.map((claim) => claim.text)

const mill = article(
  'moulin',
  [
    'Dimanche 8 juin 2014, le moulin de Trévarec a tourné de nouveau. Près de 600 curieux ont assisté au premier tour de ses ailes depuis soixante ans.',
    'Bâti en 1782 par le meunier Yves Kergoat, il se dresse à Plouvern, sur une butte qui domine l’estuaire. Sa tour mesure 11 mètres.',
    'Une tempête avait arraché deux ailes en 1954. Elles n’ont pas été réparées, faute d’argent : la minoterie de la vallée avait déjà pris tous les clients.',
    'La restauration a duré trois ans et a coûté 240 000 euros, dont 35 % ont été donnés par des habitants. Armelle Kergoat, descendante du bâtisseur, a dirigé le chantier.',
    'Le blé noir est écrasé entre deux meules de granit, puis la farine passe dans la bluterie. La bluterie est un tamis rotatif qui sépare la farine du son.',
    'Le moulin produit 40 kilos de farine par heure lorsque le vent souffle à plus de 25 km/h. Il est ouvert de 14 h à 18 h, le samedi.',
    'Pour empêcher le bois de pourrir, les ailes sont enduites chaque automne d’huile de lin.',
  ],
  { title: 'À Plouvern, un moulin retrouve ses ailes' },
)

const swing = article(
  'carousel',
  [
    'The Ashwick carousel opened again on 4 May 2019, after a restoration that took two years and cost 310,000 dollars.',
    'It was carved in 1908 by Leon Marchetti, who had come from Naples as a boy. The largest of its 42 horses weighs 140 pounds.',
    'The carousel stands in Kettle Park, beside the lake. A flood had ruined the motor in 2003, because nobody had thought of raising the floor.',
    'The band organ is a machine that plays drums and pipes from a roll of punched paper. Only 12 per cent of its pipes had to be replaced.',
    'Volunteers stripped the paint with hot air, so that the old colours could be copied. The work was led by June Abbott, a retired teacher.',
    'A ride lasts four minutes and costs two dollars. The park closes at 9 p.m. in summer.',
    'To keep mice away from the leather, cedar chips are put under the saddles every October.',
  ],
  { title: 'Ashwick has its horses back', language: 'en' },
)

describe('each kind of question is answered by the sentence that says so', () => {
  test.each([
    ['amount', 'Combien de curieux ont vu le premier tour ?', '600 curieux'],
    ['date', 'Quand le moulin a-t-il tourné de nouveau ?', '8 juin 2014'],
    ['year', 'en quelle annee le moulin a été construit', '1782'],
    ['person', 'Qui a construit le moulin ?', 'Yves Kergoat'],
    ['person, by role', 'qui dirigeait le chantier', 'Armelle Kergoat'],
    ['place', 'Où se dresse le moulin ?', 'Plouvern'],
    ['length', 'quelle est la hauteur de la tour', '11 mètres'],
    ['duration', 'Combien de temps a duré la restauration ?', 'trois ans'],
    ['money', 'ca a couté combien la restauration', '240 000 euros'],
    ['percent', 'Quel pourcentage du coût les habitants ont-ils donné ?', '35 %'],
    ['reason', "Pourquoi les ailes n'ont pas été réparées ?", 'faute d’argent'],
    ['purpose', "à quoi sert l'huile de lin", 'empêcher le bois de pourrir'],
    ['definition', "C'est quoi une bluterie ?", 'tamis rotatif'],
    ['weight', 'combien de kilos de farine par heure', '40 kilos'],
    ['clock', 'à quelle heure ouvre le moulin', '14 h'],
    ['speed', 'à quelle vitesse doit souffler le vent', '25 km/h'],
  ])('French, %s: %s', (_, question, words) => {
    expect(quotes([mill], question, 'fr').join('\n')).toContain(words)
  })

  test.each([
    ['amount', 'How many horses are there?', '42 horses'],
    ['date', 'When did the carousel open again?', '4 May 2019'],
    ['year', 'what year was it carved', '1908'],
    ['person', 'Who carved the horses?', 'Leon Marchetti'],
    ['person, by role', 'who led the work', 'June Abbott'],
    ['place', 'Where is the carousel?', 'Kettle Park'],
    ['weight', 'how heavy is the biggest horse', '140 pounds'],
    ['duration', 'How long did the restoration take?', 'two years'],
    ['money', 'how much did the restoration cost', '310,000 dollars'],
    ['percent', 'What percentage of the pipes was replaced?', '12 per cent'],
    ['reason', 'how come the flood ruined the motor', 'because nobody'],
    ['purpose', 'Why do they put cedar chips under the saddles?', 'keep mice away'],
    ['definition', 'What is a band organ?', 'a machine that plays'],
    ['clock', 'what time does the park close', '9 p.m.'],
    ['manner', 'How was the paint stripped?', 'hot air'],
  ])('English, %s: %s', (_, question, words) => {
    expect(quotes([swing], question, 'en').join('\n')).toContain(words)
  })
})

describe('plain questions over a handful of paragraphs', () => {
  test.each([
    ['Combien de mètres mesure le phare ?', '28 mètres'],
    ['quand le phare a été construit', '1879'],
    ['Qui était le dernier gardien ?', 'Yann Le Goff'],
    ['combien coûtent les travaux', '3,4 millions'],
  ])('%s', (question, words) => {
    expect(quotes([lighthouse], question, 'fr').join('\n')).toContain(words)
  })

  test.each([
    ['How many loaves does the bakery sell?', '900 loaves'],
    ['who owns the bakery', 'Ruth Hollis'],
    ['why were prices not raised', 'flour had become cheaper'],
  ])('%s', (question, words) => {
    expect(quotes([bakery], question, 'en').join('\n')).toContain(words)
  })

  test('over one paragraph', () => {
    const one = article('note', ['Le marché de Lorsac aura lieu jeudi au lieu de mercredi, à cause du défilé.'])
    expect(quotes([one], 'Quand aura lieu le marché de Lorsac ?', 'fr')).toHaveLength(1)
    expect(quotes([one], 'Combien de stands compte le marché ?', 'fr')).toEqual([])
  })
})

describe('silence', () => {
  test('which year, where no sentence that has the words has one', () =>
    expect(quotes([mill], 'en quelle année armelle a dirigé le chantier', 'fr')).toEqual([]))

  test('a name that nobody has speaks for silence, typed small too', () => {
    const likeliest = (text: string): number =>
      ranked({ text, language: 'en' }, evidenceOf([swing], text, 'en').material)[0]?.probability ?? 0
    expect(likeliest('how heavy is the titanic?')).toBeLessThan(likeliest('how heavy is the copper?'))
  })

  test.each([
    ['fr', mill, 'Combien gagne Armelle Kergoat ?'],
    ['fr', mill, 'Quel âge a Armelle Kergoat ?'],
    ['fr', mill, 'Qui a dessiné les plans de la minoterie ?'],
    ['fr', mill, 'Qui a gagné la coupe du monde de football ?'],
    ['fr', mill, 'Quelle est la capitale de la Mongolie ?'],
    ['fr', mill, ''],
    ['en', swing, 'How old is June Abbott?'],
    ['en', swing, 'How many tickets were sold last year?'],
    ['en', swing, 'Who won the chess championship?'],
    ['en', swing, 'What is the boiling point of nitrogen?'],
    ['en', swing, '???'],
  ] as const)('%s: %s.id: %s', (language, about, question) => {
    expect(quotes([about], question, language)).toEqual([])
  })

  test('days are none of the people that a question counts', () => {
    const pier = article(
      'pier',
      [
        'The engineer sent his doctors away, trusting to cold water, and died of tetanus twenty-four days later.',
        'Thousands of people worked across the water, and the ferry was their only way over.',
      ],
      { title: 'How the pier was built', language: 'en' },
    )
    expect(quotes([pier], 'How many people died?', 'en').join(' ')).not.toContain('twenty-four days')
  })

  test('a question of how many is never answered without a number', () => {
    const song = article('chanson', ['Les chanteurs de Bréhal répètent leurs chansons au presbytère, et ils y dînent.'])
    expect(quotes([song], 'Combien de chansons répètent les chanteurs de Bréhal ?', 'fr')).toEqual([])
  })

  test('no passages at all', () => {
    expect(extract({ text: 'Qui ?', language: 'fr' }, [])).toEqual({ verdict: 'not_in_article', claims: [] })
  })
})

test('a question about the article as a whole is answered with its beginning', () => {
  expect(quotes([mill], "De quoi parle l'article ?", 'fr')).toEqual([mill.paragraphs[0]?.text])
})

test('a sentence that leans on the one before is quoted with it', () => {
  const pair = article('paire', [
    'La criée de Saint-Gwen ferme ses portes. Elle employait 57 personnes.',
    'La mairie n’a pas réagi.',
  ])
  expect(quotes([pair], 'Combien de personnes employait la criée ?', 'fr')).toEqual([pair.paragraphs[0]?.text])
})

test('of a long sentence the clause is quoted that answers', () => {
  const main =
    'Le viaduc de Sarlange, ouvert en 1931 par l’ingénieur Albin Rocher, mesure 155 mètres et enjambe la Vère'
  const rest =
    ', qui descend ici des montagnes entre deux gorges étroites où nichent depuis longtemps des faucons et des hérons.'
  const about = article('viaduc', [`${main}${rest}`, 'Les trains y passent chaque heure.', 'Il fait beau à Vernaison.'])
  expect(quotes([about], 'Qui a ouvert le viaduc de Sarlange ?', 'fr')).toEqual([main])
  expect(quotes([about], 'Où nichent les faucons et les hérons ?', 'fr')).toEqual([`${main}${rest}`])
})

test('a language without tables is answered by its shared words, or not at all', () => {
  const swedish = article(
    'kvarn',
    ['Kvarnen i Brunnby byggdes 1791.', 'I dag är den kommunens museum.', 'Vinden blåser.'],
    { language: 'sv' },
  )
  expect(quotes([swedish], 'När byggdes kvarnen i Brunnby?', 'sv')[0]).toContain('1791')
  expect(quotes([swedish], 'Vem vann finalen i går?', 'sv')).toEqual([])
})

describe('German and Spanish', () => {
  const german = article(
    'muehle',
    [
      'Die Windmühle von Altenkirch wurde 1791 von dem Müller Josef Brandner gebaut. Ihr Turm ist 14 Meter hoch.',
      'Im Jahr 1954 riss ein Sturm zwei Flügel ab. Weil das Geld fehlte, stand sie sechzig Jahre lang still.',
      'Heute dient sie als Museum der Gemeinde. Der Eintritt kostet vier Euro, und 3.200 Besucher kamen im letzten Jahr.',
    ],
    { title: 'Die Windmühle von Altenkirch', language: 'de' },
  )
  const spanish = article(
    'molino',
    [
      'El molino de Altera fue construido en 1791 por el molinero José Brandón. Su torre mide 14 metros de altura.',
      'En 1954 una tormenta arrancó dos aspas. No se repararon porque faltaba dinero, y estuvo parado sesenta años.',
      'Hoy es el museo del pueblo. La entrada cuesta cuatro euros, y el año pasado lo visitaron 3.200 personas.',
    ],
    { title: 'El molino de Altera', language: 'es' },
  )
  test.each([
    ['de', german, 'Wer hat die Windmühle gebaut?', 'Josef Brandner'],
    ['de', german, 'wie hoch ist der turm', '14 Meter'],
    ['de', german, 'was kostet der Eintritt', 'vier Euro'],
    ['de', german, 'Wie viele Besucher kamen?', '3.200 Besucher'],
    ['es', spanish, '¿Quién construyó el molino?', 'José Brandón'],
    ['es', spanish, 'cuanto mide la torre', '14 metros'],
    ['es', spanish, '¿Cuánto cuesta la entrada?', 'cuatro euros'],
  ] as const)('%s: %s.id: %s', (language, about, question, words) => {
    expect(quotes([about], question, language).join('\n')).toContain(words)
  })
  test.each([
    ['de', german, 'Wie alt ist der Müller?'],
    ['de', german, 'Wie schwer sind die Flügel?'],
    ['es', spanish, '¿Cuántos hijos tenía José Brandón?'],
    ['es', spanish, '¿Cuánto pesa el molino?'],
  ] as const)('silence, %s: %s.id: %s', (language, about, question) => {
    expect(quotes([about], question, language)).toEqual([])
  })
})

test('an article in another language does not answer what names somebody of the question’s own language', () => {
  const russians = article('visite', [
    'Vladimir Poutine a reçu le ministre à Moscou.',
    'Le ministre est reparti lundi.',
  ])
  expect(quotes([russians, swing], 'quel age a poutine', 'fr')).toEqual([])
  expect(quotes([swing], 'quel age a poutine', 'fr')).toEqual([])
})

describe('what is written always stands', () => {
  const words = [...new Set([...mill.paragraphs, ...swing.paragraphs].flatMap(({ text }) => text.split(/\s+/)))]
  const asked = fc
    .tuple(
      fc.constantFrom('Combien', 'Qui', 'Quand', 'Pourquoi', 'Où', 'How many', 'Who', 'When', 'Why', 'What is', ''),
      fc.array(fc.constantFrom(...words), { maxLength: 6 }),
    )
    .map(([first, rest]) => [first, ...rest].join(' '))

  test('at most two quotations, no words twice, each found in its paragraph by the verifier', () => {
    let answered = 0
    fc.assert(
      fc.property(asked, fc.constantFrom('fr', 'en', 'de'), (text, language) => {
        const { evidence, material } = evidenceOf([mill, swing, lighthouse], text, language)
        const draft = extract({ text, language }, material)
        expect(draft.claims.length).toBeLessThanOrEqual(2)
        expect(new Set(draft.claims.map((claim) => claim.text)).size).toBe(draft.claims.length)
        for (const claim of draft.claims) {
          answered++
          expect(judge(claim, language, evidence)).toMatchObject({ kind: 'stands' })
        }
      }),
      { numRuns: 300 },
    )
    expect(answered).toBeGreaterThan(50)
  })

  test('the probabilities of all sentences and silence add up to one', () => {
    fc.assert(
      fc.property(asked, (text) => {
        const { material } = evidenceOf([mill, swing], text, 'fr')
        const sum = ranked({ text, language: 'fr' }, material).reduce((total, each) => total + each.probability, 0)
        expect(sum).toBeGreaterThanOrEqual(0)
        expect(sum).toBeLessThan(1)
      }),
      { numRuns: 100 },
    )
  })
})
