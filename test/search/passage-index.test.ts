import { describe, expect, test } from 'vitest'
import { createPassageIndex, type PassageIndex, type Query, type Ranking } from '../../src/search/passage-index.ts'
import { detectLanguage } from '../../src/text/language.ts'
import type { Article } from '../../src/types.ts'
import fc from '../generated.ts'
import { article, clock, lighthouse } from './articles.ts'

const indexOf = (...articles: readonly Article[]): PassageIndex => {
  const index = createPassageIndex()
  for (const each of articles) index.add(each)
  return index
}

const library = indexOf(lighthouse, clock)

const ask = (text: string, query: Partial<Query> = {}, index = library): Ranking =>
  index.search({ text, language: detectLanguage(text), scope: 'all', limit: 5, ...query })

const places = ({ passages }: Ranking): readonly string[] =>
  passages.map(({ paragraph }) => `${paragraph.article.id} ${paragraph.number}`)

/** A library of one-paragraph or few-paragraph articles, named a, b, c … */
const small = (language: string, ...texts: readonly (string | readonly string[])[]): PassageIndex =>
  indexOf(
    ...texts.map((text, index) =>
      article({ id: String.fromCharCode(97 + index), title: '', language, texts: [text].flat() }),
    ),
  )

describe('the right paragraph comes first', () => {
  test.each([
    ['Qui a rallumé le phare ?', 'phare 1'],
    ['qui est solene abgrall', 'phare 1'],
    ['En quelle année le phare a-t-il été construit ?', 'phare 2'],
    ["Comment s'appelait l'ingénieur ?", 'phare 2'],
    ['Combien de marches ?', 'phare 2'],
    ['le dernier gardien est parti quand', 'phare 3'],
    ["Pourquoi la lumière s'est-elle éteinte ?", 'phare 4'],
    ['qui refusait la demolition', 'phare 5'],
    ['Combien ont donné les donateurs ?', 'phare 6'],
    ['640 000 euros', 'phare 6'],
    ['d’ou viennent les pierres', 'phare 7'],
    ['Combien d’électricité la lampe consomme-t-elle ?', 'phare 8'],
    ['80%', 'phare 8'],
    ['ouvrier blesse', 'phare 9'],
    ["Combien de marins sont morts dans le naufrage de l'Astrolabe ?", 'phare 10'],
    ['que craignent les ornithologues', 'phare 11'],
    ['Quand peut-on visiter ?', 'phare 13'],
    ['How much will the repairs cost?', 'clock 3'],
    ['Who built the clock?', 'clock 2'],
    ['how many bats live there', 'clock 4'],
    ["the brewery's money", 'clock 3'],
    ['when did the council vote', 'clock 1'],
  ])('%s', (question, place) => expect(places(ask(question))[0]).toBe(place))
})

describe('what a word of the question finds', () => {
  test('other forms of it, typed without accents too', () => {
    expect(places(ask('abimee'))).toContain('phare 7')
    expect(places(ask('Les pecheurs refusent'))[0]).toBe('phare 5')
  })

  test('the very form it has before its other forms', () => {
    const index = small('fr', 'il annonce une vente', 'il annonça une vente')
    expect(places(ask('annonça', {}, index))).toEqual(['b 1', 'a 1'])
  })

  test('a rare word counts more than a common one', () => {
    const index = small('en', 'bridge', 'bridge', 'bridge', 'tower')
    expect(places(ask('the bridge and the tower', {}, index))[0]).toBe('d 1')
  })

  test('in a short paragraph more than in a long one, and twice more than once', () => {
    const filler = 'rain wind snow cloud storm'
    const index = small('en', `tower ${filler}`, 'tower', `tower tower ${filler}`)
    expect(places(ask('the tower', {}, index))).toEqual(['c 1', 'b 1', 'a 1'])
  })

  test('the title and heading above a paragraph, for less', () => {
    const index = indexOf(
      article({
        id: 'a',
        title: 'Harbour news',
        language: 'en',
        texts: ['The crane fell.', '# Storm', 'A roof fell.'],
      }),
      article({ id: 'b', title: 'Other news', language: 'en', texts: ['The harbour is closed after a storm.'] }),
    )
    expect(places(ask('the harbour', {}, index))).toEqual(['b 1', 'a 1', 'a 2'])
    expect(places(ask('what fell in the harbour storm', { scope: ['a'] }, index))).toEqual(['a 2', 'a 1'])
  })

  test('words that say little count for little', () => {
    const index = small('fr', 'Une personne.', 'Une cheminée.')
    expect(places(ask('Combien de personnes près de la cheminée ?', {}, index))).toEqual(['b 1', 'a 1'])
  })

  test('a figure where one is asked for gains on its equal', () => {
    const steps = small('en', 'The tower has steps.', 'The tower has steps, all 271.')
    expect(places(ask('How many steps does the tower have?', {}, steps))).toEqual(['b 1', 'a 1'])
    expect(places(ask('Where are the steps of the tower?', {}, steps))).toEqual(['a 1', 'b 1'])
  })

  test('together in one sentence it finds more than apart', () => {
    const apart = 'Nobody saw the bakers of the town that day. Rain fell on the red roofs and on the wharf.'
    const together = 'Nobody saw the rain of the town that day. Bakers fell on the red roofs and on the wharf.'
    const index = small('en', apart, together)
    expect(places(ask('red wharf bakers', {}, index))).toEqual(['b 1', 'a 1'])
  })

  test('a name in another script makes no paragraph longer', () => {
    const named = 'The tower of Genghis Khan (成吉思汗) fell.'
    const [foreign, latin] = [named, named.replace(/\p{Script=Han}/gu, 'x')].map(
      (text) => ask('the tower fell', {}, small('en', text)).passages[0]?.score,
    )
    expect(foreign).toBeCloseTo(latin ?? 0, 5)
  })

  test('the paragraph beside words of the question gains on its equal', () => {
    const index = small('en', ['the tower', 'rain'], ['the tower', 'the clock'])
    expect(places(ask('which tower has a clock', { limit: 2 }, index))).toEqual(['b 2', 'b 1'])
    const [alone] = ask('tower', {}, small('en', ['the tower', 'rain', 'snow', 'wind'])).passages
    const [beside] = ask('tower', {}, small('en', ['the tower', 'the tower', 'snow', 'wind'])).passages
    expect(beside?.score).not.toBe(alone?.score)
  })
})

describe('a word that stands nowhere', () => {
  test('finds the words that start with it', () => {
    const index = small('fr', 'produits pétroliers', 'produits laitiers')
    expect(places(ask('le pétrole', {}, index))).toEqual(['a 1'])
  })

  test('finds the word it misspells', () => {
    expect(places(ask('le nafrage'))[0]).toBe('phare 10')
    expect(places(ask('le nuafrage'))[0]).toBe('phare 10')
    expect(places(ask('Astrolape ?'))[0]).toBe('phare 10')
  })

  test('finds its synonyms', () => {
    const index = small('fr', 'Le séisme a tué sept mineurs.', 'Le séisme a duré sept heures.')
    expect(places(ask('Combien de morts ?', {}, index))).toEqual(['a 1'])
  })

  test('finds less than the word itself would', () => {
    const index = small('fr', 'Le phare brille.', 'Le fare brille.')
    const [exact] = ask('phare', { scope: ['a'] }, index).passages
    const [similar] = ask('pharre', { scope: ['a'], language: 'fr' }, index).passages
    expect(similar?.score).toBeLessThan(exact?.score ?? 0)
  })

  test('is not looked for elsewhere when it stands somewhere', () => {
    const index = small('en', 'a tower', 'a towerman')
    expect(places(ask('the tower', {}, index))).toEqual(['a 1'])
  })

  test('is no other number', () => {
    expect(ask('1784').passages).toEqual([])
    expect(ask('2', { language: 'fr' }, small('fr', '20 et 271')).passages).toEqual([])
  })
})

describe('a question in another language than the article', () => {
  test('finds names and numbers', () => {
    expect(places(ask('What did Solène Abgrall do?'))[0]).toBe('phare 1')
    expect(places(ask('What does 1874 mean?'))[0]).toBe('phare 2')
    expect(places(ask('Qui est Josiah Pell ?'))[0]).toBe('clock 2')
  })

  test('finds what names are called there', () => {
    const index = small('es', 'El faro es de Francia.', 'La torre es de Inglaterra.', 'La casa es de Grecia.')
    expect(places(ask('Who came from England?', {}, index))).toEqual(['b 1'])
  })

  test('finds words that the languages share', () => {
    expect(places(ask('Did the ornithologists fear?', { scope: ['phare'] }))[0]).toBe('phare 11')
    expect(places(ask('les réfugiés', { scope: ['clock'] }))[0]).toBe('clock 5')
  })

  test('does not take its small words for the article’s', () => {
    const index = small('fr', 'Il a eu son or et on but.', 'La tour.')
    expect(ask('on or but a son', { language: 'en' }, index).passages).toEqual([])
  })

  test('the articles’ small words in a name are no information', () => {
    const index = small('fr', 'Le Charles de Gaulle est au port.', 'La tour est au port.')
    const { coverage, informative } = ask('Where is the Charles de Gaulle?', {}, index)
    expect({ coverage, informative }).toEqual({ coverage: 1, informative: 2 })
  })

  test('an unknown language has no small words of its own, and still finds names', () => {
    expect(places(ask('Кто такой Solène Abgrall?'))[0]).toBe('phare 1')
    expect(places(ask('¿Quién es Josiah Pell?'))[0]).toBe('clock 2')
  })

  test('regions are the same language', () => {
    expect(ask('Combien de marches ?', { language: 'fr-BE' })).toEqual(ask('Combien de marches ?', { language: 'fr' }))
  })
})

describe('coverage and informative', () => {
  test('all of the question in one paragraph is 1', () => {
    expect(ask('Qui est l’ingénieur Aristide Le Bris ?')).toMatchObject({ coverage: 1, informative: 3 })
  })

  test('nothing of it anywhere is 0', () => {
    expect(ask('Comment cuire des crêpes bretonnes ?')).toMatchObject({ coverage: 0, informative: 3, passages: [] })
  })

  test('what stands nowhere weighs most', () => {
    const index = small('en', 'bridge tower', 'bridge', 'bridge')
    const { coverage } = ask('the bridge over the volcano', {}, index)
    expect(coverage).toBeGreaterThan(0)
    expect(coverage).toBeLessThan(0.2)
  })

  test('one paragraph must have it: two halves are no whole', () => {
    const index = small('en', 'the tower', 'the clock')
    expect(ask('tower clock', {}, index).coverage).toBeCloseTo(0.5)
  })

  test('a similar word covers half', () => {
    const index = small('fr', 'produits pétroliers', 'produits laitiers')
    expect(ask('le pétrole', {}, index).coverage).toBeCloseTo(0.5)
  })

  test('a title covers half', () => {
    const index = indexOf(article({ id: 'a', title: 'The harbour', language: 'en', texts: ['A crane fell.'] }))
    expect(ask('the harbour', {}, index).coverage).toBeCloseTo(0.5)
  })

  test('stop words and generic words carry none, and words repeated count once', () => {
    expect(ask('De quoi parle cet article ?')).toMatchObject({ coverage: 0, informative: 0 })
    expect(ask('phare, phares, PHARE ?', { language: 'fr' }).informative).toBe(1)
  })

  test('is told of an empty library too', () => {
    const empty = createPassageIndex()
    expect(ask('Qui garde le phare ?', {}, empty)).toEqual({ passages: [], coverage: 0, informative: 2 })
  })
})

describe('scope', () => {
  test('only its articles are found, as if there were no others', () => {
    const alone = indexOf(clock)
    for (const question of ['the tower of the clock', 'phare', 'refugees', 'reparing', 'Who is Josiah Pell?']) {
      expect(ask(question, { scope: ['clock'] })).toEqual(ask(question, {}, alone))
    }
  })

  test('unknown and repeated ids change nothing', () => {
    expect(ask('tower', { scope: ['clock', 'none', 'clock'] })).toEqual(ask('tower', { scope: ['clock'] }))
    expect(ask('tower', { scope: ['none'] })).toMatchObject({ passages: [], coverage: 0 })
    expect(ask('tower', { scope: [] }).passages).toEqual([])
  })

  test('at most limit passages', () => {
    expect(ask('le phare de Kervoal', { limit: 3 }).passages).toHaveLength(3)
    expect(ask('le phare de Kervoal', { limit: 0 }).passages).toEqual([])
    expect(ask('le phare de Kervoal', { limit: -1 }).passages).toEqual([])
  })
})

describe('adding and removing', () => {
  test('what is removed is gone, to the last word', () => {
    const index = indexOf(lighthouse, clock)
    index.remove('phare')
    index.remove('phare')
    index.remove('never there')
    for (const question of ['Qui a rallumé le phare ?', 'nafrage', 'Solène Abgrall', 'the tower of the clock']) {
      expect(ask(question, {}, index)).toEqual(ask(question, {}, indexOf(clock)))
    }
  })

  test('an article of the same id is replaced', () => {
    const index = indexOf(lighthouse)
    index.add({ head: clock.head, paragraphs: [] })
    index.add(clock)
    index.add({ ...clock, head: { ...clock.head, id: 'phare' } })
    expect(ask('Qui a rallumé le phare ?', {}, index).passages).toEqual([])
    expect(ask('the bats', {}, index).passages).toHaveLength(2)
  })

  test('an article without paragraphs, and paragraphs without words', () => {
    const index = indexOf(
      article({ id: 'a', title: 'Nothing', language: 'en', texts: [] }),
      article({ id: 'b', title: '', language: 'en', texts: ['', '…', '😀', 'the of'] }),
    )
    expect(ask('nothing', {}, index)).toEqual({ passages: [], coverage: 0, informative: 1 })
  })
})

test('equals are in the order of id and number, whatever the order of adding', () => {
  const articles = ['b', 'a', 'c'].map((id) =>
    article({ id, title: '', language: 'en', texts: ['a tower', 'rain', 'a tower'] }),
  )
  const expected = ['a 1', 'a 3', 'b 1', 'b 3', 'c 1', 'c 3']
  expect(places(ask('tower', { limit: 10 }, indexOf(...articles)))).toEqual(expected)
  expect(places(ask('tower', { limit: 10 }, indexOf(...articles.toReversed())))).toEqual(expected)
})

test('fewer are the first of more', () => {
  const words = ['tower', 'clock', 'bridge', 'rain', 'tower tower', 'the storm']
  const one = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((all) => all.join(' '))
  fc.assert(
    fc.property(fc.array(one, { minLength: 40, maxLength: 80 }), fc.integer({ min: 21, max: 40 }), (texts, limit) => {
      const index = small('en', ...texts.map((text) => [text, 'snow']))
      const rough = (most: number) => new Set(places(ask('the tower of the bridge', { limit: most }, index)))
      expect(rough(limit).isSubsetOf(rough(1_000))).toBe(true)
      const [best] = ask('tower', { limit: 1_000 }, index).passages
      expect(ask('tower', { limit }, index).passages[0]).toEqual(best)
    }),
    { numRuns: 20 },
  )
})

describe('questions that are none', () => {
  test.each([
    '',
    ' ',
    '\n',
    '?',
    '😀',
    '❤️',
    '.*',
    '[a-z]+(',
    '\\',
    '\ud800',
    '\0',
    'a',
    'Z',
    'le la les',
    'the',
    '"',
    "l'",
    '-1',
  ])('%o finds nothing', (text) => {
    const found = ask(text)
    expect(found.passages).toEqual([])
    expect(found.coverage).toBe(0)
  })

  test('words that objects have of their own', () => {
    expect(ask('constructor __proto__ toString hasOwnProperty').passages).toEqual([])
    expect(ask('the constructor', {}, small('en', 'a constructor')).coverage).toBe(1)
  })

  test('an article in a script without spaces', () => {
    const index = small('zh', '灯塔建于一八七四年。', '今天下雨。')
    expect(places(ask('灯塔是谁建的？', {}, index))).toEqual(['a 1'])
  })

  test('of a question without end only the beginning is read', () => {
    const beginning = 'Who built the clock? '.repeat(300)
    expect(ask(`${beginning}${'bats '.repeat(20_000)}`)).toEqual(ask(beginning))
    const words = Array.from({ length: 5_000 }, (_, index) => `xx${index.toString(36)}y`).join(' ')
    expect(ask(words, { language: 'en' }).informative).toBeLessThanOrEqual(64)
  })
})

test('whatever is asked, scores are positive and falling, and coverage is a share', () => {
  const vocabulary = [...lighthouse.paragraphs, ...clock.paragraphs].flatMap(({ text }) => text.split(/\s+/))
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom(...vocabulary, 'xyzzy', '?', '1874', 'pharre'), { maxLength: 80 })
      .map((all) => all.join(' ')),
  )
  const query = fc.record({
    text,
    language: fc.constantFrom('fr', 'en', 'es', 'ru', undefined),
    scope: fc.constantFrom<Query['scope']>('all', ['phare'], ['clock', 'phare'], []),
    limit: fc.integer({ min: 0, max: 30 }),
  })
  fc.assert(
    fc.property(query, (asked) => {
      const { passages, coverage, informative } = library.search(asked)
      expect(passages.length).toBeLessThanOrEqual(asked.limit)
      expect(passages.every(({ score }) => Number.isFinite(score) && score > 0)).toBe(true)
      expect(passages.every(({ score }, index) => score <= (passages[index - 1]?.score ?? Infinity))).toBe(true)
      expect(coverage).toBeGreaterThanOrEqual(0)
      expect(coverage).toBeLessThanOrEqual(1)
      expect(Number.isInteger(informative)).toBe(true)
      expect(library.search(asked)).toEqual({ passages, coverage, informative })
    }),
  )
})
