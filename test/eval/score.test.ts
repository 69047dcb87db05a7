import { describe, expect, test } from 'vitest'
import { answered, judge, notFound } from '../../src/answer/verify.ts'
import { type Case, parseCases } from '../../src/eval/cases.ts'
import { figures, score } from '../../src/eval/score.ts'
import { noUsage } from '../../src/types.ts'
import { lighthouse } from '../fakes/articles.ts'

const passages = lighthouse.paragraphs.map((paragraph) => ({ paragraph, score: 1 }))
const rest = { by: 'extract', partial: false, language: 'fr', locale: 'fr', passages, usage: noUsage } as const
const evidence = new Map(lighthouse.paragraphs.map((paragraph) => [`P${paragraph.number}`, paragraph]))
const quoting = (paragraph: string, quote: string) => {
  const judgement = judge({ text: quote, citations: [{ paragraph, quote }] }, 'fr', evidence)
  const answer = judgement.kind === 'stands' && answered([judgement.claim], rest)
  if (!answer) throw new Error('does not stand')
  return answer
}
const silent = notFound({ ...rest, nearest: [] })
const asks = (answer: Case['answer'], more: Partial<Case> = {}): Case => ({
  id: 'x',
  article: 'phare',
  question: '?',
  language: 'fr',
  answer,
  ...more,
})
const gold = { paragraphs: [2], words: ['28'] }

describe('score', () => {
  test('the right paragraph, quoted with the answer’s words', () => {
    expect(score(asks(gold), quoting('P2', 'il mesure 28 mètres'))).toMatchObject({
      answered: true,
      recalled: true,
      citedFirst: true,
      wordsQuoted: true,
    })
  })
  test('the right paragraph without them', () => {
    expect(score(asks(gold), quoting('P2', 'guide encore 1.200 bateaux'))).toMatchObject({
      citedFirst: true,
      wordsQuoted: false,
    })
  })
  test('whole words only', () => {
    const part = asks({ paragraphs: [2], words: ['mesur'] })
    expect(score(part, quoting('P2', 'il mesure 28 mètres')).wordsQuoted).toBe(false)
  })
  test('another paragraph', () => {
    expect(score(asks(gold), quoting('P3', 'l’État en paiera 60 %')).citedFirst).toBe(false)
  })
  test('silence', () => {
    expect(score(asks(gold), silent)).toMatchObject({
      answered: false,
      recalled: true,
      citedFirst: false,
      wordsQuoted: false,
    })
    expect(score(asks(gold), notFound({ ...rest, passages: [], nearest: [] })).recalled).toBe(false)
  })
})

test('the table counts each kind over its own cases', () => {
  const scores = [
    score(asks(gold), quoting('P2', 'il mesure 28 mètres')),
    score(asks(gold, { cross: true }), silent),
    score(asks(null), silent),
    score(asks(null), quoting('P3', 'l’État en paiera 60 %')),
  ]
  expect(figures(scores).map(({ right, of, failing }) => [right, of, failing.length])).toEqual([
    [1, 1, 0],
    [1, 1, 0],
    [1, 2, 1],
    [1, 2, 1],
    [1, 2, 1],
  ])
})

test('our cases are well formed, enough, and of both kinds', async () => {
  const { readFile } = await import('node:fs/promises')
  const cases = parseCases(await readFile(new URL('./cases.json', import.meta.url), 'utf8'))
  expect(cases.length).toBeGreaterThanOrEqual(40)
  expect(cases.filter(({ answer }) => answer === null).length).toBeGreaterThanOrEqual(10)
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
  expect(() => parseCases('[{"id":1}]')).toThrow()
})
