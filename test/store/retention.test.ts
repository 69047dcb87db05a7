import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Store } from '../../src/store/contract.ts'
import { DAY, deleteDue, LEFT_DAYS, type RetentionOptions, startRetention } from '../../src/store/retention.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { article } from '../fakes/articles.ts'
import { articleRecord, record, roomy } from './samples.ts'

const START = 1_790_000_000_000

let store: Store
let log: string[]
let followed: number
beforeEach(async () => {
  store = await openSqlite('memory')
  log = []
  followed = 0
})
afterEach(() => store.close())

const options = (fields: Partial<RetentionOptions> = {}): RetentionOptions => ({
  days: 30,
  now: Date.now,
  log: { info: (event) => void log.push(event), error: (event) => void log.push(event) },
  deleted: async () => {
    followed += 1
  },
  ...fields,
})

const there = async (...ids: readonly string[]) => {
  const found = await Promise.all(ids.map((id) => store.answer(id)))
  return found.flatMap((each) => each?.id ?? [])
}

describe('what is due', () => {
  const signal = new AbortController().signal
  const due = (fields: Partial<RetentionOptions> = {}) =>
    deleteDue(store, options({ now: () => START, ...fields }), signal)

  test('answers older than so many days, and no other', async () => {
    for (const days of [0, 6.9, 7.1, 29, 31]) await store.saveAnswer(record({ id: `${days}`, at: START - days * DAY }))
    await due()
    expect(await there('0', '6.9', '7.1', '29', '31')).toEqual(['0', '6.9', '7.1', '29'])
    await due({ days: 7 })
    expect(await there('0', '6.9', '7.1', '29')).toEqual(['0', '6.9'])
  })

  test('in batches, all of them, and others get their turn between', async () => {
    for (let index = 0; index < 1_200; index += 1) await store.saveAnswer(record({ id: `${index}`, at: index }))
    const sizes: number[] = []
    let turns = 0
    const counting = setInterval(() => {
      turns += 1
    }, 0)
    const counted: Store = {
      ...store,
      deleteBefore: async (time, limit) => {
        const count = await store.deleteBefore(time, limit)
        sizes.push(count)
        return count
      },
    }
    await deleteDue(counted, options({ now: () => START }), signal)
    clearInterval(counting)
    expect(sizes).toEqual([500, 500, 200])
    expect(turns).toBeGreaterThan(0)
    expect(await store.kept('asker')).toEqual({ answers: 0, feedback: 0 })
  })

  test('a server that was left so long ago, with its articles; one that left later stays', async () => {
    for (const server of ['1', '2']) await store.addArticle(articleRecord(`${server}/a`, [server]), roomy)
    await store.serverLeft('1', START - (LEFT_DAYS + 0.1) * DAY)
    await store.serverLeft('2', START - (LEFT_DAYS - 0.1) * DAY)
    await due()
    expect((await store.catalogue()).map(({ id }) => id)).toEqual(['2/a'])
    expect(followed).toBe(1)
    expect(log).toEqual(['server deleted that was left'])
  })

  test('versions that nothing cites any more', async () => {
    const first = articleRecord('a', ['un'])
    await store.addArticle(first, roomy)
    await store.replaceArticle(article('a', ['deux']), 1, roomy)
    await due()
    expect(await store.articleVersion('a', first.article.head.hash)).toBeUndefined()
  })
})

describe('day after day', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: START, toFake: ['setInterval', 'clearInterval', 'Date'] })
  })
  afterEach(() => void vi.useRealTimers())

  test('at the start, and every day, until it is stopped', async () => {
    await store.saveAnswer(record({ id: 'old', at: START - 31 * DAY }))
    await store.saveAnswer(record({ id: 'soon', at: START - 29.5 * DAY }))
    await store.saveAnswer(record({ id: 'later', at: START }))
    const stop = new AbortController()
    startRetention(store, options(), stop.signal)
    await vi.waitUntil(() => followed === 1)
    expect(await there('old', 'soon', 'later')).toEqual(['soon', 'later'])
    vi.advanceTimersByTime(DAY)
    await vi.waitUntil(() => followed === 2)
    expect(await there('soon', 'later')).toEqual(['later'])
    stop.abort()
    vi.advanceTimersByTime(60 * DAY)
    expect(await there('later')).toEqual(['later'])
    expect(followed).toBe(2)
  })

  test('a day on which it fails is made up for on the next', async () => {
    await store.saveAnswer(record({ id: 'old', at: START - 31 * DAY }))
    let fails = true
    const failing: Store = {
      ...store,
      deleteBefore: (time, limit) => (fails ? Promise.reject(new Error('busy')) : store.deleteBefore(time, limit)),
    }
    const stop = new AbortController()
    startRetention(failing, options(), stop.signal)
    await vi.waitUntil(() => log.length === 1)
    expect(log).toEqual(['old records not deleted'])
    expect(await there('old')).toEqual(['old'])
    fails = false
    vi.advanceTimersByTime(DAY)
    await vi.waitUntil(() => followed === 1)
    expect(await there('old')).toEqual([])
    stop.abort()
  })
})
