import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Model, ModelRequest } from '../../src/answer/model-request.ts'
import type { ModelReply } from '../../src/answer/model-response.ts'
import { probe } from '../../src/answer/probe.ts'
import { loadPrompts } from '../../src/answer/prompt.ts'
import { AppError } from '../../src/failures.ts'

const prompts = await loadPrompts(join(import.meta.dirname, '..', '..', 'prompts'))
const usage = { inputTokens: 400, outputTokens: 30, cachedTokens: 0, calls: 1 }
const { signal } = new AbortController()

const draft = (quote: string, text = 'It opened in 1921.') => ({
  verdict: 'answered',
  claims: [{ citations: [{ paragraph: 'P1', quote }], text }],
})
const json = (value: unknown): ModelReply => ({ kind: 'json', value, text: JSON.stringify(value), usage })

/** Replies in turn, the last again and again; what it was asked is kept. */
const scripted = (...list: readonly ModelReply[]) => {
  const requests: ModelRequest[] = []
  const model: Model = {
    name: 'scripted',
    complete: async (request) => {
      requests.push(request)
      const reply = list[Math.min(requests.length, list.length) - 1]
      if (!reply) throw new Error('no reply')
      return reply
    },
  }
  return { model, requests }
}

const stands = json(draft('The public library of Marlow opened in 1921'))

describe('a model is able', () => {
  test('where its claim stands; it is asked once, briefly, by the prompt that answers questions', async () => {
    const { model, requests } = scripted(stands)
    expect(await probe(model, prompts, signal)).toEqual({ able: true, usage })
    expect(requests).toHaveLength(1)
    expect(JSON.stringify(requests).length).toBeLessThan(6_000)
    expect(requests[0]?.messages.at(-1)?.text).toContain('When did the library open?')
  })

  test('where it mends its draft when told', async () => {
    const { model } = scripted(json(draft('It opened in the year 1921')), stands)
    expect(await probe(model, prompts, signal)).toMatchObject({ able: true, usage: { calls: 2 } })
  })
})

describe('a model is not able', () => {
  test.each<[string, ModelReply]>([
    ['where its quotation is not there', json(draft('The library opened its doors in 1921'))],
    ['where its figure is not there', json(draft('The public library of Marlow opened in 1921', 'It opened in 1912.'))],
    ['where it has another form', json({ answer: '1921' })],
    ['where it writes prose', { kind: 'malformed', text: 'In 1921.', usage }],
    ['where it says that nothing is said', json({ verdict: 'not_in_article', claims: [] })],
    ['where it refuses', { kind: 'refusal', usage }],
    ['where it says nothing', { kind: 'empty', usage }],
  ])('%s', async (_, reply) => {
    expect(await probe(scripted(reply).model, prompts, signal)).toMatchObject({ able: false })
  })
})

test('a failure is the caller’s to tell', async () => {
  const failure = new AppError('model_unavailable', { reason: 'network' })
  const model: Model = { name: 'gone', complete: () => Promise.reject(failure) }
  await expect(probe(model, prompts, signal)).rejects.toBe(failure)
})
