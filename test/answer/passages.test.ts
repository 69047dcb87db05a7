import { describe, expect, test } from 'vitest'
import { choosePassages, fits, label, labelled } from '../../src/answer/passages.ts'
import type { Article, Passage } from '../../src/types.ts'
import { article } from '../fakes/articles.ts'

const texts = (count: number, length: number) =>
  Array.from({ length: count }, (_, index) => `${index + 1}`.padEnd(length, '.'))
const long = article('long', texts(40, 100))
const other = article(
  'other',
  texts(10, 99).map((text) => `o${text}`),
)

const hit = (of: Article, number: number, score = 1): Passage => {
  const paragraph = of.paragraphs[number - 1]
  if (!paragraph) throw new Error(`no ¶${number}`)
  return { paragraph, score }
}
const places = (passages: readonly Passage[]) =>
  passages.map(({ paragraph }) => `${paragraph.article.id}${paragraph.number}`)

describe('fits', () => {
  test('up to the budget, to the character', () => {
    expect(fits([other], 1_000)).toBe(true)
    expect(fits([other], 999)).toBe(false)
    expect(fits([], 0)).toBe(true)
  })
})

describe('choosePassages', () => {
  test('everything where it fits, the hits first', () => {
    const chosen = choosePassages([hit(other, 7)], [other], 1_000)
    expect(places(chosen).slice(0, 4)).toEqual(['other7', 'other8', 'other6', 'other1'])
    expect(chosen).toHaveLength(10)
    expect(chosen.map(({ score }) => score)).toEqual([1, ...Array(9).fill(0)])
  })

  test('hits, their neighbours and the beginnings, within the budget', () => {
    const chosen = choosePassages([hit(long, 20, 2), hit(other, 5)], [long, other], 1_000)
    expect(places(chosen)).toEqual([
      ...['long20', 'other5', 'long21', 'long19', 'other6', 'other4'],
      ...['long1', 'other1'],
    ])
  })

  test('hits down to a third of the best score, wherever that stands; all where everything fits', () => {
    const hits = [hit(long, 30, 3), hit(long, 10, 10), hit(long, 20, 4)]
    expect(places(choosePassages(hits, [long], 1_000))).toEqual([
      ...['long10', 'long20', 'long11', 'long9', 'long21', 'long19', 'long1'],
    ])
    expect(choosePassages(hits, [long], 4_000).slice(0, 3)).toEqual(hits)
  })

  test('a hit that points back goes with the paragraph before it, ahead of the next hit', () => {
    const back = article('back', ['Le phare.', 'Lampes.', 'Il tomba.', 'Pluie.', 'Vent.', 'Donc, le phare.'])
    expect(places(choosePassages([hit(back, 3), hit(back, 6)], [back], 40))).toEqual([
      'back3',
      'back2',
      'back6',
      'back5',
    ])
  })

  test('the rest of the best article where it is short, and of no other', () => {
    const short = article(
      'short',
      texts(6, 99).map((text) => `s${text}`),
    )
    expect(places(choosePassages([hit(short, 6)], [long, short], 4_000))).toEqual([
      'short6',
      'short5',
      'short1',
      'short2',
      'short3',
      'short4',
    ])
    expect(places(choosePassages([hit(long, 6), hit(short, 6)], [long, short], 4_000))).not.toContain('short3')
  })

  test('nothing that was not hit where not everything fits and nothing was', () => {
    expect(choosePassages([], [long, other], 1_000)).toEqual([])
    expect(choosePassages([], [], 1_000)).toEqual([])
  })

  test('what two articles print alike is sent once, from the better place; what one repeats keeps its numbers', () => {
    const dispatch = ['The tower fell.', 'Nobody was hurt.', 'The tower fell.']
    const [first, second] = [article('first', dispatch), article('second', [...dispatch, 'It was old.'])]
    expect(places(choosePassages([hit(second, 2)], [first, second]))).toEqual([
      'second2',
      'second3',
      'second1',
      'second4',
    ])
  })

  test('each paragraph once, at its first place', () => {
    const chosen = choosePassages([hit(other, 1), hit(other, 2), hit(other, 1)], [other])
    expect(places(chosen).filter((place) => place === 'other1')).toHaveLength(1)
  })

  test('a paragraph longer than the budget is still sent where it is the best, and a shorter one passes a longer', () => {
    const uneven = article('uneven', ['a'.repeat(50), 'b'.repeat(500), 'c'.repeat(40)])
    expect(places(choosePassages([hit(uneven, 2), hit(uneven, 1)], [uneven], 100))).toEqual(['uneven2'])
    expect(places(choosePassages([hit(uneven, 1), hit(uneven, 2), hit(uneven, 3)], [uneven], 100))).toEqual([
      'uneven1',
      'uneven3',
    ])
  })
})

describe('label', () => {
  test('in the order of the articles and of reading, whatever the order of the passages', () => {
    const passages = [hit(other, 3), hit(long, 9), hit(long, 2)]
    const evidence = label(passages, [long, other])
    expect([...evidence].map(([name, { article, number }]) => [name, article.id, number])).toEqual([
      ['P1', 'long', 2],
      ['P2', 'long', 9],
      ['P3', 'other', 3],
    ])
    expect(labelled(passages, evidence).map(([name]) => name)).toEqual(['P3', 'P2', 'P1'])
    expect([...label(passages.toReversed(), [long, other])]).toEqual([...evidence])
  })

  test('the labels of an article sent whole are its paragraph numbers', () => {
    const evidence = label(choosePassages([hit(other, 7)], [other]), [other])
    for (const [name, { number }] of evidence) expect(name).toBe(`P${number}`)
  })
})
