import PQueue from 'p-queue'
import { describe, expect, test } from 'vitest'
import { createFairQueue, type FairQueue } from '../../src/answer/fair-queue.ts'

const { signal: never } = new AbortController()

/** Work that ends when it is told, in the order in which it began. */
const workshop = (queue: FairQueue) => {
  const begun: string[] = []
  const ends: (() => void)[] = []
  return {
    begun,
    run: (account: string, onWait?: (ahead: number) => void, signal: AbortSignal = never) =>
      queue.run(
        account,
        () => {
          begun.push(account)
          return new Promise<void>((resolve) => ends.push(resolve))
        },
        signal,
        onWait,
      ),
    /** Ends what began first, and lets what follows begin. */
    async next() {
      ends.shift()?.()
      await new Promise(setImmediate)
    },
  }
}

const fair = (concurrency: number, limits?: { account: number; all: number }) =>
  createFairQueue(new PQueue({ concurrency }), limits)

describe('servers that wait', () => {
  test('are served in turn: one question does not wait for another server’s 200', async () => {
    const shop = workshop(fair(4))
    for (let index = 0; index < 200; index += 1) void shop.run('crowd')
    void shop.run('single')
    expect(shop.begun).toEqual(['crowd', 'crowd', 'crowd', 'crowd'])
    await shop.next()
    expect(shop.begun.at(-1)).toBe('single')
  })

  test('get the same share, whoever came first and with however many', async () => {
    const shop = workshop(fair(1))
    for (const [account, count] of [
      ['a', 50],
      ['b', 20],
      ['c', 5],
    ] as const)
      for (let index = 0; index < count; index += 1) void shop.run(account)
    for (let index = 0; index < 15; index += 1) await shop.next()
    const share = (account: string) => shop.begun.filter((each) => each === account).length
    expect([share('a'), share('b'), share('c')]).toEqual([6, 5, 5])
    for (let index = 0; index < 59; index += 1) await shop.next()
    expect([share('a'), share('b'), share('c')]).toEqual([50, 20, 5])
  })

  test('that were idle get no more for it', async () => {
    const shop = workshop(fair(1))
    for (let index = 0; index < 40; index += 1) void shop.run('busy')
    for (let index = 0; index < 19; index += 1) await shop.next()
    for (let index = 0; index < 20; index += 1) void shop.run('late')
    for (let index = 0; index < 10; index += 1) await shop.next()
    const since = shop.begun.slice(20)
    expect(since.filter((each) => each === 'late')).toHaveLength(5)
  })

  test('each keep the order in which they asked', async () => {
    const queue = fair(1)
    const order: number[] = []
    await Promise.all([0, 1, 2, 3, 4].map((number) => queue.run('a', async () => void order.push(number), never)))
    expect(order).toEqual([0, 1, 2, 3, 4])
  })
})

describe('who waits', () => {
  test('is told how many go first, and when it is their turn', async () => {
    const shop = workshop(fair(1))
    const told: Record<string, number[]> = { first: [], second: [], third: [], other: [] }
    const run = (account: string, name: string) => void shop.run(account, (ahead) => told[name]?.push(ahead))
    run('a', 'first')
    run('a', 'second')
    run('a', 'third')
    run('b', 'other')
    expect(told).toEqual({ first: [0], second: [1], third: [2], other: [1] })
    await shop.next()
    await shop.next()
    expect(told.other).toEqual([1, 0])
  })

  test('may give up, and takes nobody’s place', async () => {
    const shop = workshop(fair(1))
    const leaving = new AbortController()
    void shop.run('a')
    const given = shop.run('a', undefined, leaving.signal)
    void shop.run('b')
    leaving.abort()
    await expect(given).rejects.toMatchObject({ code: 'aborted' })
    await shop.next()
    expect(shop.begun).toEqual(['a', 'b'])
  })

  test('is turned away where too many wait already, of one server or of all', async () => {
    const shop = workshop(fair(1, { account: 2, all: 3 }))
    const crowded = { code: 'model_unavailable', facts: { reason: 'crowded' } }
    for (const account of ['a', 'a', 'a']) void shop.run(account)
    await expect(shop.run('a')).rejects.toMatchObject(crowded)
    void shop.run('b')
    await expect(shop.run('c')).rejects.toMatchObject(crowded)
    await shop.next()
    void shop.run('c')
    for (let index = 0; index < 4; index += 1) await shop.next()
    expect(shop.begun.toSorted()).toEqual(['a', 'a', 'a', 'b', 'c'])
  })
})

test('work that fails fails for who asked for it alone', async () => {
  const queue = fair(1)
  const failing = queue.run('a', () => Promise.reject(new Error('broken')), never)
  const fine = queue.run('a', () => Promise.resolve('fine'), never)
  await expect(failing).rejects.toThrow('broken')
  expect(await fine).toBe('fine')
})

test('whoever gives up, before its turn or in it, is told in our words', async () => {
  // The queue itself rejects with the signal's own reason, which a reader was told as something that nobody expected.
  const shop = workshop(fair(1))
  const given = new AbortController()
  const all = [shop.run('a', undefined, given.signal), shop.run('a', undefined, given.signal)]
  given.abort()
  for (const each of all) await expect(each).rejects.toThrow(expect.objectContaining({ code: 'aborted' }))
})
