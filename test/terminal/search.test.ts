import { describe, expect, test } from 'vitest'
import { runAsk } from '../../src/terminal/commands.ts'
import { runSearch } from '../../src/terminal/search.ts'
import type { ExplainedPassage } from '../../src/types.ts'
import { ioOf, lighthouse, scriptedEngine, sessionOf } from './samples.ts'

const [first, second] = lighthouse.paragraphs
if (!first || !second) throw new Error('the lighthouse has two paragraphs')
const hits: readonly ExplainedPassage[] = [
  {
    paragraph: second,
    score: 3.5,
    parts: [
      { word: 'steps', by: 'word', amount: 2 },
      { word: 'steps', by: 'exact', amount: 1 },
      { word: '', by: 'neighbours', amount: 0.5 },
    ],
  },
  { paragraph: first, score: 0, parts: [] },
]
const asked: unknown[] = []
const session = sessionOf(scriptedEngine(), {
  find: (request) => {
    asked.push(request)
    return hits.slice(0, request.limit)
  },
})
const options = { command: 'search', words: 'the steps', k: 2, json: false, explain: false } as const

describe('search', () => {
  test('prints each paragraph with its place and score, in full', async () => {
    const io = ioOf()
    expect(await runSearch(options, session, io)).toBe(0)
    expect(asked.at(-1)).toEqual({ text: 'the steps', limit: 2 })
    expect(io.said()).toContain(`1. ¶${second.number} · ${lighthouse.head.title}`)
    expect(io.said()).toContain(second.text)
    expect(io.said()).not.toContain('exactly this word')
  })

  test('--explain tells by word what gave the score', async () => {
    const io = ioOf()
    await runSearch({ ...options, explain: true }, session, io)
    expect(io.said()).toContain('steps: the word, in any form 2.00, exactly this word 1.00')
    expect(io.said()).toContain('in the paragraphs beside it 0.50')
  })

  test('--json is one value; one article is asked for alone', async () => {
    const io = ioOf()
    await runSearch({ ...options, json: true, explain: true, k: 1, article: lighthouse.head.id }, session, io)
    expect(asked.at(-1)).toEqual({ text: 'the steps', articles: [lighthouse], limit: 1 })
    expect(JSON.parse(io.said())).toEqual({
      question: 'the steps',
      hits: [
        {
          article: lighthouse.head.id,
          paragraph: second.number,
          score: 3.5,
          text: second.text,
          parts: hits[0]?.parts,
        },
      ],
    })
  })

  test('nothing to search in has words, an unknown article exit code 2', async () => {
    const io = ioOf()
    await runSearch(options, sessionOf(scriptedEngine()), io)
    expect(io.said()).toContain('nothing to search in')
    expect(await runSearch({ ...options, article: 'nowhere' }, session, ioOf())).toBe(2)
  })
})

describe('ask --explain', () => {
  const ask = { command: 'ask', question: 'How many steps?', explain: true } as const
  test('prints the scores below the answer, of passages that have any', async () => {
    const io = ioOf()
    await runAsk({ ...ask, json: false }, session, io)
    expect(io.said()).toContain('What gave the passages their scores')
    expect(io.said()).toContain('steps: the word')
    expect(io.said()).not.toContain('2. ¶')
  })

  test('and stays one JSON value with --json', async () => {
    const io = ioOf()
    await runAsk({ ...ask, json: true }, session, io)
    expect(JSON.parse(io.said())).toMatchObject({
      kind: 'answered',
      explanation: [{ paragraph: second.number, score: 3.5 }],
    })
  })
})
