/** Engines on somebody's account: no call of any of their models goes uncounted. */
import { join } from 'node:path'
import PQueue from 'p-queue'
import { expect, onTestFinished, test } from 'vitest'
import { createEngineFor, createMeter } from '../../src/answer/engine-for.ts'
import { createFairQueue } from '../../src/answer/fair-queue.ts'
import type { Model } from '../../src/answer/model-request.ts'
import { loadPrompts } from '../../src/answer/prompt.ts'
import { createLibrary } from '../../src/knowledge/library.ts'
import { noCeilings } from '../../src/limits.ts'
import { createPassageIndex } from '../../src/search/passage-index.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { lighthouse } from '../fakes/articles.ts'

const prompts = await loadPrompts(join(import.meta.dirname, '..', '..', 'prompts'))
const { signal } = new AbortController()

const draft = JSON.stringify({
  verdict: 'answered',
  claims: [
    { text: 'Le phare mesure 28 mètres.', citations: [{ paragraph: 'P2', quote: 'il mesure 28 mètres' }] },
    { text: 'Il sera vendu.', citations: [{ paragraph: 'P1', quote: 'sera vendu à un milliardaire américain' }] },
  ],
})

/** Says the same to whatever it is asked, and counts what it was asked for. */
const scripted = (name: string, text: string) => {
  const asked: string[] = []
  const model: Model = {
    name,
    complete: async (request) => {
      asked.push(request.name)
      const usage = { inputTokens: 100, outputTokens: 10, cachedTokens: 0, calls: 1 }
      return { kind: 'json', value: JSON.parse(text), text, usage }
    },
  }
  return { model, asked }
}

test('questions, their follow-ups and retries, summaries, checks and the judge all count, for whoever asked', async () => {
  const store = await openSqlite('memory')
  onTestFinished(() => store.close())
  const library = createLibrary(createPassageIndex())
  library.add(lighthouse)
  const writer = scripted('writer', draft)
  const judge = scripted('judge', '{}')
  const now = () => Date.UTC(2026, 10, 25, 12)
  const engineFor = createEngineFor({
    library,
    author: {
      ...{ model: writer.model, judge: judge.model, prompts },
      queue: createFairQueue(new PQueue({ concurrency: 4 })),
      meter: createMeter(store, noCeilings, {
        timeoutMs: 1_000,
        now,
        onUncounted: (error) => expect.fail(String(error)),
      }),
    },
    onModelFailure: () => {},
  })
  const scope = library.for(undefined).articles()
  const payer = { kind: 'server', id: 'server' } as const
  const engine = engineFor({ payer })
  const question = { text: 'Quelle est la hauteur du phare de Kerlann ?', locale: 'fr', scope, history: [] } as const
  await engine.ask(question, signal)
  const history = [{ question: question.text, answer: 'Il mesure 28 mètres.' }]
  await engine.ask({ ...question, text: 'Et depuis quand ?', history }, signal)
  await engine.summarise({ article: lighthouse, length: 'short', locale: 'fr' }, signal)
  await engine.check({ statement: 'Le phare mesure 82 mètres.', locale: 'fr', scope }, signal)

  const calls = writer.asked.length + judge.asked.length
  expect(new Set(writer.asked)).toContain('draft')
  expect(writer.asked.length).toBeGreaterThan(4)
  expect(judge.asked.length).toBeGreaterThan(0)
  expect((await store.spent(payer, now())).day.tokens).toBe(110 * calls)
  const { days } = await store.statistics({ server: 'server' }, 0, 99_999)
  expect(days[0]?.usage.calls).toBe(calls)
  const other = { kind: 'member', id: 'me' } as const
  await engineFor({ payer: other }).ask(question, signal)
  expect((await store.spent(other, now())).day.tokens).toBeGreaterThan(0)
  expect((await store.spent(payer, now())).day.tokens).toBe(110 * calls)
})
