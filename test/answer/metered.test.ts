/** A model that is paid for: what is set aside and counted for every way a call can end. */
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { promptTokens } from '../../src/answer/estimate.ts'
import { type Meter, meteredModel, withoutModel } from '../../src/answer/metered.ts'
import { type Model, type ModelRequest, replyRoom } from '../../src/answer/model-request.ts'
import type { ModelReply } from '../../src/answer/model-response.ts'
import { approximateTokens } from '../../src/answer/tokens.ts'
import { AppError } from '../../src/failures.ts'
import { type Caps, noCaps } from '../../src/limits.ts'
import type { Store } from '../../src/store/contract.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { noUsage, type Payer } from '../../src/types.ts'

const NOW = Date.UTC(2026, 10, 10, 12)
const payer: Payer = { kind: 'server', id: 'server' }
const request: ModelRequest = {
  name: 'draft',
  messages: [
    { role: 'system', text: 'Answer from the passages alone.' },
    { role: 'user', text: 'Quelle est la hauteur du phare ?' },
  ],
  schema: z.object({}),
  maxOutputTokens: 1_000,
}
const prompt = promptTokens(request)
const most = prompt + replyRoom(request)
const { signal } = new AbortController()
const usage = { inputTokens: 900, outputTokens: 50, cachedTokens: 800, calls: 1 }
const json: ModelReply = { kind: 'json', value: {}, text: '{}', usage }
/** Two micros a token, whichever. */
const price = { input: 2_000_000, cached: 2_000_000, output: 2_000_000 }

let store: Store
let uncounted: unknown[]
beforeEach(async () => {
  store = await openSqlite('memory')
  uncounted = []
  onTestFinished(() => store.close())
})

const metered = (complete: Model['complete'], own: Caps = noCaps, meter: Partial<Meter> = {}) =>
  meteredModel({ name: 'small', complete }, payer, {
    budget: store,
    priceOf: () => price,
    capsOf: async () => ({ own, total: noCaps }),
    longest: 60_000,
    now: () => NOW,
    onUncounted: (error) => uncounted.push(error),
    ...meter,
  })
const spent = async () => (await store.spent(payer, NOW)).day
const daily = (tokens: number): Caps => ({ day: { tokens }, month: {} })
/** Whether anything is set aside still. */
const held = async () =>
  (await store.reserve(
    {
      id: 'probe',
      payer,
      model: 'm',
      at: NOW,
      until: NOW + 1,
      most: { tokens: 1, micros: 0 },
      sent: { tokens: 0, micros: 0 },
    },
    { own: daily((await spent()).tokens + 1), total: noCaps },
  )) !== undefined

describe('a call', () => {
  test('has the most it may cost set aside while it is made, and then costs what it did', async () => {
    let free: boolean | undefined
    const model = metered(async () => {
      free = !(await held())
      return json
    })
    expect(await model.complete(request, signal)).toBe(json)
    expect(free).toBe(false)
    expect(await spent()).toEqual({ tokens: 950, micros: 1_900 })
    expect(await held()).toBe(false)
    expect(model.name).toBe('small')
  })

  test('streams as its model does, and is no stream where nobody listens', async () => {
    const listened: boolean[] = []
    const model = metered(async (_, __, onText) => {
      listened.push(onText !== undefined)
      onText?.('{"a"')
      onText?.(':1}')
      return json
    })
    const said: string[] = []
    await model.complete(request, signal, (delta) => said.push(delta))
    await model.complete(request, signal)
    expect(said).toEqual(['{"a"', ':1}'])
    expect(listened).toEqual([true, false])
  })

  test('that no cap has room for is not made, and says whose and for how long', async () => {
    let calls = 0
    const count = async () => {
      calls += 1
      return json
    }
    const refused = metered(count, { day: {}, month: { tokens: most - 1 } }).complete(request, signal)
    await expect(refused).rejects.toMatchObject({
      code: 'model_unavailable',
      facts: { reason: 'budget', whose: 'server', period: 'month' },
    })
    expect(calls).toBe(0)
    await metered(count, daily(most)).complete(request, signal)
    expect(calls).toBe(1)
    const dear = metered(count, { day: { micros: 2 * most + 1_899 }, month: {} })
    await expect(dear.complete(request, signal)).rejects.toMatchObject({ facts: { period: 'day' } })
    expect(calls).toBe(1)
  })

  test('whose server counts nothing is counted by its text', async () => {
    const silent = { kind: 'truncated', text: 'x'.repeat(300), usage: { ...noUsage, calls: 1 } } as const
    await metered(async () => silent).complete(request, signal)
    expect((await spent()).tokens).toBe(prompt + approximateTokens(silent.text))
  })

  test('of a model without a known price costs tokens alone', async () => {
    await metered(async () => json, { day: { micros: 1 }, month: {} }, { priceOf: () => undefined }).complete(
      request,
      signal,
    )
    expect(await spent()).toEqual({ tokens: 950, micros: 0 })
    const { days } = await store.statistics('all', 0, 99_999)
    expect(days[0]?.usage).toMatchObject({ calls: 1, unpriced: 1 })
  })

  test('that the name of the model was learnt by is priced by it', async () => {
    const late = {
      name: 'unknown',
      complete: async () => {
        late.name = 'small'
        return json
      },
    }
    const model = meteredModel(late, payer, {
      budget: store,
      priceOf: (name) => (name === 'small' ? price : undefined),
      capsOf: async () => ({ own: noCaps, total: noCaps }),
      longest: 60_000,
      now: () => NOW,
      onUncounted: (error) => uncounted.push(error),
    })
    await model.complete(request, signal)
    expect(await spent()).toEqual({ tokens: 950, micros: 1_900 })
  })
})

describe('a call that fails', () => {
  const failing =
    (error: unknown, text = ''): Model['complete'] =>
    async (_, __, onText) => {
      if (text !== '') onText?.(text)
      throw error
    }
  const unavailable = (reason: 'timeout' | 'rate_limit' | 'server' | 'network' | 'response') =>
    new AppError('model_unavailable', { reason })
  const text = '{"verdict":"answered"'

  test.each([
    ['refused for its key', new AppError('model_unauthorized', {}), ''],
    ['refused for a limit', unavailable('rate_limit'), ''],
    ['failed by the server', unavailable('server'), ''],
    ['never reached', unavailable('network'), ''],
    ['answered by a proxy', unavailable('response'), ''],
  ])('costs nothing where it was %s', async (_, error, streamed) => {
    const call = metered(failing(error, streamed)).complete(request, signal, () => {})
    await expect(call).rejects.toBe(error)
    expect(await spent()).toEqual({ tokens: 0, micros: 0 })
    expect(await held()).toBe(false)
  })

  test.each([
    ['timed out', unavailable('timeout'), ''],
    ['was given up', new AppError('aborted', {}), ''],
    ['broke off', unavailable('network'), text],
    ['became unreadable', unavailable('response'), text],
    ['failed as nobody expected', new Error('unexpected'), ''],
  ])('costs its prompt and what was seen of it where it %s', async (_, error, streamed) => {
    const call = metered(failing(error, streamed)).complete(request, signal, () => {})
    await expect(call).rejects.toBe(error)
    const tokens = prompt + approximateTokens(streamed)
    expect(await spent()).toEqual({ tokens, micros: 2 * tokens })
    expect(await held()).toBe(false)
  })

  test('before it was made costs nothing', async () => {
    const gone = AbortSignal.abort()
    await expect(metered(async () => json).complete(request, gone)).rejects.toMatchObject({ code: 'aborted' })
    expect((await spent()).tokens).toBe(0)
  })
})

describe('a store that fails', () => {
  test('before a call leaves it unmade: what cannot be counted is not spent', async () => {
    let calls = 0
    const model = metered(async () => {
      calls += 1
      return json
    })
    await store.close()
    await expect(model.complete(request, signal)).rejects.toMatchObject({ code: 'model_unavailable' })
    expect(calls).toBe(0)
  })

  test('after a call does not take its reply away', async () => {
    const model = metered(async () => {
      await store.close()
      return json
    })
    expect(await model.complete(request, signal)).toBe(json)
    expect(uncounted).toHaveLength(1)
  })
})

test.each([
  ['malformed', 'down'],
  [new AppError('model_unauthorized', {}), 'down'],
  [new AppError('model_unavailable', { reason: 'timeout' }), 'down'],
  [new AppError('model_unavailable', { reason: 'crowded' }), 'crowded'],
  [
    new AppError('model_unavailable', { reason: 'budget', whose: 'total', period: 'day' }),
    { whose: 'total', period: 'day' },
  ],
] as const)('why extraction answers: %s', (failure, why) => {
  expect(withoutModel(failure)).toEqual(why)
})
