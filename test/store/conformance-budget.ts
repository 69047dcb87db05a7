/** What every engine must do with the cost of model calls: set aside, count, and hold under caps, whatever the clock does. */
import { beforeEach, describe, expect, test } from 'vitest'
import { type Caps, noCaps } from '../../src/limits.ts'
import type { Call, Cost } from '../../src/store/budget.ts'
import type { Store } from '../../src/store/contract.ts'
import type { Payer } from '../../src/types.ts'

const DAY = 86_400_000
/** 10 November 2026, 12:00 UTC. */
const NOON = Date.UTC(2026, 10, 10, 12)
const LIFE = 60_000

const server: Payer = { kind: 'server', id: 'server' }
const member: Payer = { kind: 'member', id: 'me' }

const daily = (tokens: number): Caps => ({ day: { tokens }, month: {} })
const monthly = (tokens: number): Caps => ({ day: {}, month: { tokens } })

const cost = (tokens: number, micros?: number): Cost => ({
  calls: 1,
  inputTokens: tokens - 1,
  cachedTokens: 0,
  outputTokens: 1,
  ...(micros !== undefined && { micros }),
})

export const budget = (current: () => Store): void => {
  let store: Store
  let number = 0
  beforeEach(() => {
    store = current()
  })

  const callOf = (given: Partial<Call> = {}): Call => {
    const { at = NOON } = given
    number += 1
    return {
      id: `call ${number}`,
      payer: server,
      model: 'small',
      at,
      until: at + LIFE,
      most: { tokens: 100, micros: 10 },
      sent: { tokens: 30, micros: 3 },
      ...given,
    }
  }
  const reserve = (own: Caps, given: Partial<Call> = {}, total: Caps = noCaps) =>
    store.reserve(callOf(given), { own, total })
  /** A call from its beginning to its end. */
  const spend = async (tokens: number, given: Partial<Call> = {}, micros = 0): Promise<void> => {
    const call = callOf(given)
    expect(await store.reserve(call, { own: noCaps, total: noCaps })).toBeUndefined()
    await store.settle(call, cost(tokens, micros))
  }

  describe('the budget', () => {
    test('counts what calls came to, for whoever pays and in all', async () => {
      await spend(70, {}, 7)
      await spend(30, { payer: member }, 3)
      await spend(5, { payer: { kind: 'server', id: 'other' } }, 1)
      expect(await store.spent(server, NOON)).toEqual({
        day: { tokens: 70, micros: 7 },
        month: { tokens: 70, micros: 7 },
      })
      expect((await store.spent(member, NOON)).day).toEqual({ tokens: 30, micros: 3 })
      expect((await store.spent('total', NOON)).day).toEqual({ tokens: 105, micros: 11 })
      // An id is one of its kind.
      expect((await store.spent({ kind: 'member', id: 'server' }, NOON)).day).toEqual({ tokens: 0, micros: 0 })
    })

    test('sets aside the most that a call may come to, until it is settled', async () => {
      const call = callOf()
      expect(await store.reserve(call, { own: daily(250), total: noCaps })).toBeUndefined()
      expect(await reserve(daily(250))).toBeUndefined()
      expect(await reserve(daily(250))).toEqual({ whose: 'server', period: 'day' })
      // What is set aside is not spent.
      expect((await store.spent(server, NOON)).day.tokens).toBe(0)
      await store.settle(call, cost(40))
      expect(await reserve(daily(250))).toBeUndefined()
      expect(await reserve(daily(250))).toEqual({ whose: 'server', period: 'day' })
    })

    test('a cap may be reached and not passed, in tokens and in money', async () => {
      await spend(60, {}, 6)
      const most = { tokens: 40, micros: 4 }
      expect(await reserve(daily(99), { most })).toEqual({ whose: 'server', period: 'day' })
      expect(await reserve({ day: { micros: 9 }, month: {} }, { most })).toEqual({ whose: 'server', period: 'day' })
      expect(await reserve({ day: { micros: 10, tokens: 100 }, month: {} }, { most })).toBeUndefined()
    })

    test('says which cap has no room: the payer’s before the total, the day’s before the month’s', async () => {
      await spend(60)
      expect(await reserve(daily(100), {}, daily(100))).toEqual({ whose: 'server', period: 'day' })
      expect(await reserve(noCaps, {}, daily(100))).toEqual({ whose: 'total', period: 'day' })
      expect(await reserve(monthly(100), {}, daily(100))).toEqual({ whose: 'server', period: 'month' })
      expect(await reserve({ day: { tokens: 1 }, month: { tokens: 1 } })).toEqual({ whose: 'server', period: 'day' })
      expect(await reserve(daily(1), { payer: member })).toEqual({ whose: 'member', period: 'day' })
      expect(await reserve(daily(150), { payer: member })).toBeUndefined()
      expect(await reserve(noCaps, {}, daily(250))).toEqual({ whose: 'total', period: 'day' })
    })

    test('a hundred at once pass no cap', async () => {
      const results = await Promise.all(Array.from({ length: 100 }, () => reserve(daily(1_050))))
      expect(results.filter((each) => each === undefined)).toHaveLength(10)
    })

    test('what dead processes had set aside lapses, and their prompts count', async () => {
      expect(await reserve(daily(200))).toBeUndefined()
      expect(await reserve(daily(200))).toBeUndefined()
      expect(await reserve(daily(200), { at: NOON + LIFE - 1 })).toEqual({ whose: 'server', period: 'day' })
      expect(await reserve(daily(200), { at: NOON + LIFE })).toBeUndefined()
      expect((await store.spent(server, NOON)).day).toEqual({ tokens: 60, micros: 6 })
      expect((await store.spent('total', NOON)).day).toEqual({ tokens: 60, micros: 6 })
    })

    test('a call that ends after its time counts, all the same', async () => {
      const late = callOf()
      await store.reserve(late, { own: noCaps, total: noCaps })
      expect(await reserve(noCaps, { at: NOON + LIFE })).toBeUndefined()
      await store.settle(late, cost(70, 7))
      expect((await store.spent(server, NOON)).day).toEqual({ tokens: 100, micros: 10 })
    })

    test('a price that is not known costs no money, and is told', async () => {
      const call = callOf()
      await store.reserve(call, { own: noCaps, total: noCaps })
      await store.settle(call, cost(70))
      expect((await store.spent(server, NOON)).day).toEqual({ tokens: 70, micros: 0 })
      const { days } = await store.statistics({ server: 'server' }, 0, 99_999)
      expect(days[0]?.usage).toMatchObject({ calls: 1, micros: 0, unpriced: 1 })
    })
  })

  describe('days and months of the budget', () => {
    test('begin at midnight UTC, and a call counts where it began', async () => {
      const midnight = Date.UTC(2026, 10, 11)
      await spend(10, { at: midnight - 1 })
      await spend(20, { at: midnight })
      expect((await store.spent(server, midnight - DAY)).month.tokens).toBe(30)
      expect((await store.spent(server, midnight)).day.tokens).toBe(20)
      expect((await store.spent(server, midnight + DAY)).day.tokens).toBe(0)
    })

    test('a month ends with its last day', async () => {
      const december = Date.UTC(2026, 11, 1)
      await spend(10, { at: Date.UTC(2026, 10, 1) })
      await spend(20, { at: december - 1 })
      expect((await store.spent(server, december - 1)).month.tokens).toBe(30)
      expect((await store.spent(server, december)).month.tokens).toBe(0)
    })
  })

  describe('a clock that jumps', () => {
    test('back by up to a day gains nothing', async () => {
      await spend(80)
      for (const back of [1_000, 3_600_000, 11 * 3_600_000, DAY])
        expect(await reserve(daily(100), { at: NOON - back })).toEqual({ whose: 'server', period: 'day' })
    })

    test('back over the beginning of a month gains nothing', async () => {
      const december = Date.UTC(2026, 11, 1)
      await spend(80, { at: december + 1_000 })
      expect(await reserve(monthly(100), { at: december - 1_000 })).toEqual({ whose: 'server', period: 'month' })
    })

    test('ahead is time that passes: a day’s cap more, and no month’s', async () => {
      await spend(80)
      expect(await reserve(daily(100), { at: NOON + DAY })).toBeUndefined()
      expect(await reserve(monthly(100), { at: NOON + DAY })).toEqual({ whose: 'server', period: 'month' })
    })

    test('far, and is set right, locks nobody out and loses nothing', async () => {
      await spend(80)
      // The battery was empty: 1970. Nothing of today is touched.
      await spend(80, { at: 5_000 })
      // The year was mistyped: 2062.
      await spend(80, { at: Date.UTC(2062, 0, 1) })
      expect((await store.spent(server, NOON)).day.tokens).toBe(80)
      expect(await reserve(daily(180), { at: NOON + 1 })).toBeUndefined()
      expect((await store.spent('total', 5_000)).day.tokens).toBe(80)
      expect((await store.spent('total', Date.UTC(2062, 0, 1))).day.tokens).toBe(80)
    })

    test('leaves nothing set aside for longer than a call may take', async () => {
      // Set aside by a clock that was wrong by a year; then it is set right, and nobody settles it.
      expect(await reserve(daily(150), { at: NOON + 365 * DAY })).toBeUndefined()
      expect(await reserve(daily(150))).toBeUndefined()
      expect(await reserve(daily(150))).toEqual({ whose: 'server', period: 'day' })
    })

    test('keeps what is set aside while it is set back a little', async () => {
      expect(await reserve(daily(150))).toBeUndefined()
      expect(await reserve(daily(150), { at: NOON - LIFE + 1 })).toEqual({ whose: 'server', period: 'day' })
    })
  })

  describe('who is forgotten', () => {
    test('takes what they spent along, and the total stays', async () => {
      await spend(80, { payer: member }, 8)
      await spend(10, { payer: { kind: 'member', id: 'other' } }, 1)
      await store.forget('me')
      expect((await store.spent(member, NOON)).day).toEqual({ tokens: 0, micros: 0 })
      expect((await store.spent({ kind: 'member', id: 'other' }, NOON)).day.tokens).toBe(10)
      expect((await store.spent('total', NOON)).day).toEqual({ tokens: 90, micros: 9 })
    })

    test('while a call is under way, pays for it as nobody', async () => {
      const [one, two] = [callOf({ payer: member }), callOf({ payer: member })]
      for (const call of [one, two]) await store.reserve(call, { own: noCaps, total: noCaps })
      await store.forget('me')
      expect(await reserve(daily(100), { payer: member })).toBeUndefined()
      await store.settle(one, cost(70))
      expect((await store.spent(member, NOON)).day.tokens).toBe(0)
      expect((await store.spent('total', NOON)).day.tokens).toBe(70)
      // The other one's process dies.
      await reserve(noCaps, { at: NOON + LIFE })
      expect((await store.spent(member, NOON)).day.tokens).toBe(30)
      expect((await store.spent('total', NOON)).day.tokens).toBe(130)
    })

    test('of old: what members spent goes with its month, what servers did a year later', async () => {
      const july = Date.UTC(2026, 6, 31)
      for (const payer of [member, server]) await spend(10, { at: july, payer })
      await store.deleteBefore(july + 30_000)
      expect((await store.spent(member, july)).month.tokens).toBe(10)
      await store.deleteBefore(Date.UTC(2026, 7, 1))
      expect((await store.spent(member, july)).month.tokens).toBe(0)
      expect((await store.spent(server, july)).month.tokens).toBe(10)
      expect((await store.spent('total', july)).month.tokens).toBe(20)
      await store.deleteBefore(july + 368 * DAY)
      expect((await store.spent('total', july)).month.tokens).toBe(0)
    })
  })
}
