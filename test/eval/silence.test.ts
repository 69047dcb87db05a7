import { describe, expect, test } from 'vitest'
import { thresholds } from '../../src/answer/extract.ts'
import { committed } from '../../src/eval/committed.ts'
import { type Outcome, outcomes, parseMaterial, pointAt, printCurve } from '../../src/eval/silence.ts'
import { lighthouse } from '../fakes/articles.ts'

const lines = [
  {
    id: 'phare',
    title: 'Un phare remis à neuf',
    language: 'fr',
    paragraphs: lighthouse.paragraphs.map(({ text }) => text),
  },
  { article: 'phare', question: 'Combien de mètres mesure le phare ?', language: 'fr', answers: ['28 MÈTRES', '28 m'] },
  { article: 'phare', question: 'Qui a gagné le tournoi ?', language: 'fr', answers: [], kind: 'off-topic' },
  { article: 'nowhere', question: 'Quand ?', language: 'fr', answers: ['hier'] },
]
const jsonl = lines.map((line) => JSON.stringify(line)).join('\n')

const outcome = (answers: readonly string[], probability: number, right: boolean, kind?: string): Outcome => ({
  put: { article: 'a', question: 'q', language: 'fr', answers: [...answers], ...(kind && { kind }) },
  group: kind === 'off-topic' ? 'name' : 'text',
  probability,
  right,
})

test('a question is asked of its own article; any of its answers will do, whatever their case', () => {
  const all = outcomes(parseMaterial(`${jsonl}\n\n`))
  expect(all.map(({ put }) => put.question)).toEqual(lines.slice(1, 3).map(({ question }) => question))
  expect(all[0]).toMatchObject({ right: true })
  expect(all[1]).toMatchObject({ right: false })
  expect(all[0]?.probability).toBeGreaterThan(all[1]?.probability ?? 1)
})

test('a line that is neither article nor question is refused', () => {
  expect(() => parseMaterial('{"question":"Qui ?"}')).toThrow()
  expect(() => parseMaterial('nothing')).toThrow()
})

describe('a point of the curve', () => {
  const all = [
    outcome(['x'], 0.9, true),
    outcome(['x'], 0.5, false),
    outcome(['x'], 0.1, true),
    outcome([], 0.6, false),
    outcome([], 0.2, false, 'off-topic'),
  ]
  test('right and wrong of what is answered, the rest silent', () => {
    expect(pointAt(0.5, all)).toEqual({
      right: 1,
      wrong: 1,
      of: 3,
      unanswerable: new Map([
        ['unanswerable', { answered: 1, of: 1 }],
        ['off-topic', { answered: 0, of: 1 }],
      ]),
    })
    expect(pointAt(0, all)).toMatchObject({ right: 2, wrong: 1 })
    expect(pointAt(1, all)).toMatchObject({ right: 0, wrong: 0 })
  })
  test('or at each group’s own threshold', () => {
    const own = { ...thresholds, text: 0.6, name: 0.1 }
    expect(pointAt(own, all)).toMatchObject({ right: 1, wrong: 0 })
    expect(pointAt(own, all).unanswerable.get('off-topic')).toEqual({ answered: 1, of: 1 })
  })
})

test('the chosen point is marked, once', () => {
  const printed: string[] = []
  printCurve('set', parseMaterial(jsonl), (line) => printed.push(line))
  expect(printed[0]).toContain('2 questions to 1 articles')
  expect(printed.filter((line) => line.startsWith('→'))).toHaveLength(1)
  expect(printed.join('\n')).toContain('off-topic')
})

test('committed cases: those of the articles at hand, with their words as answers', () => {
  const library = { articles: () => [lighthouse] } as unknown as Parameters<typeof committed>[1][number]
  const base = { id: 'x', language: 'fr', question: 'Qui ?' } as const
  const { articles, questions } = committed(
    [
      { ...base, article: 'phare', answer: { paragraphs: [4], words: ['Yann'] } },
      { ...base, article: 'phare', answer: null },
      { ...base, article: 'gone', answer: null },
    ],
    [library],
  )
  expect(articles).toEqual([lighthouse])
  expect(questions.map(({ answers }) => answers)).toEqual([['Yann'], []])
})
