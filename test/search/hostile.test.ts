/** What nobody means to ask, and libraries that nobody means to have. */

import { describe, expect, test } from 'vitest'
import { createPassageIndex } from '../../src/search/passage-index.ts'
import { detectLanguage } from '../../src/text/language.ts'
import fc from '../generated.ts'
import { article, clock, lighthouse } from './articles.ts'

const index = createPassageIndex()
for (const each of [lighthouse, clock]) index.add(each)
const ask = (text: string, fill = false) =>
  index.search({ text, language: detectLanguage(text), scope: 'all', limit: 5, fill })

describe('a question', () => {
  test('of 100,000 characters is read as its beginning', () => {
    const beginning = 'Who repaired the clock of the tower? '
    const { passages } = ask(beginning.repeat(3_000).slice(0, 100_000))
    expect(passages[0]?.paragraph.article.id).toBe('clock')
    expect(ask('phare'.repeat(20_000)).passages).toEqual([])
    expect(ask('\u0301'.repeat(100_000)).passages).toEqual([])
  })

  test.each([
    ['of stop words only', 'le la les de qui que quoi'],
    ['of emoji', '😀🏳️‍🌈👩‍👩‍👧'],
    ['of one letter', 'x'],
    ['in a script nobody indexed', 'Кто построил маяк? 灯塔是谁建的'],
    ['of nothing', ''],
    ['of half a character', '\ud83d'],
  ])('%s finds nothing, and fills up where it is told to', (_, text) => {
    expect(ask(text)).toMatchObject({ passages: [], coverage: 0 })
    const filled = ask(text, true).passages
    expect(filled.map(({ paragraph }) => `${paragraph.article.id} ${paragraph.number}`)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `phare ${number}`),
    )
  })

  test.each([
    '"phare" AND NOT (tour OR *)',
    'phare^2 ~3 [a TO z] {x}',
    '(?:phare)+.*$\\b',
    'phare*:\'";--DROP TABLE',
    '+phare -tour title:x',
  ])('in query syntax is words: %s', (text) => {
    expect(ask(text).passages[0]?.paragraph.article.id).toBe('phare')
  })

  test('whatever it is, fills exactly what there is, each paragraph once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(30), (text, limit) => {
        const { passages } = index.search({ text, language: undefined, scope: 'all', limit, fill: true })
        expect(passages).toHaveLength(Math.min(limit, lighthouse.paragraphs.length + clock.paragraphs.length))
        expect(new Set(passages.map(({ paragraph }) => paragraph)).size).toBe(passages.length)
      }),
      { numRuns: 40 },
    )
  })
})

test('10,000 articles with the same words: the first of them, and any one that is asked for', () => {
  const many = createPassageIndex()
  for (let each = 0; each < 10_000; each++)
    many.add(
      article({ id: `a${`${each}`.padStart(5, '0')}`, title: 'Same', language: 'en', texts: ['The same old tower.'] }),
    )
  const query = { text: 'the same old tower', language: 'en', limit: 3 } as const
  const { passages, coverage } = many.search({ ...query, scope: 'all' })
  expect(passages.map(({ paragraph }) => paragraph.article.id)).toEqual(['a00000', 'a00001', 'a00002'])
  expect(coverage).toBe(1)
  const [one] = many.search({ ...query, scope: ['a07777'] }).passages
  expect(one?.paragraph.article.id).toBe('a07777')
  many.remove('a00000')
  expect(many.search({ ...query, scope: 'all' }).passages[0]?.paragraph.article.id).toBe('a00001')
})

test('a paragraph of one word a hundred thousand times', () => {
  const heavy = createPassageIndex()
  heavy.add(article({ id: 'a', title: '', language: 'en', texts: ['tower clock '.repeat(50_000), 'the clock tower'] }))
  const { passages } = heavy.search({ text: 'the tower clock', language: 'en', scope: 'all', limit: 5 })
  expect(passages).toHaveLength(2)
})

test('articles come and go in any order: what is found is what is there', () => {
  const words = ['tower', 'clock', 'bridge', 'river', 'storm', 'keeper', 'phare', 'towers']
  const anyArticle = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    texts: fc.array(
      fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((all) => all.join(' ')),
      { maxLength: 4 },
    ),
    title: fc.constantFrom('', 'bridge', 'storm clock'),
    kept: fc.boolean(),
    searched: fc.boolean(),
  })
  const texts = ['the tower', 'bridge storm', 'towr', 'keepers of rivers', 'clock']
  fc.assert(
    fc.property(fc.array(anyArticle, { maxLength: 14 }), (steps) => {
      const [changing, fresh] = [createPassageIndex(), createPassageIndex()]
      const there = new Map<string, ReturnType<typeof article>>()
      const search = (of: typeof changing, text: string, scope: 'all' | readonly string[]) =>
        of.search({ text, language: 'en', scope, limit: 40 })
      for (const { id, texts: own, title, kept, searched } of steps) {
        const each = article({ id, title, language: 'en', texts: own })
        if (kept) changing.add(each)
        else changing.remove(id)
        if (kept) there.set(id, each)
        else there.delete(id)
        if (searched) search(changing, 'tower', 'all')
      }
      for (const each of there.values()) fresh.add(each)
      for (const text of texts)
        for (const scope of ['all', ['a', 'c'], ['e']] as const)
          expect(search(changing, text, scope)).toEqual(search(fresh, text, scope))
    }),
    { numRuns: 60 },
  )
})
