/** What every engine must count for admins, and keep of the questions that were not answered. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/contract.ts'
import { UNANSWERED_LIMIT } from '../../src/store/statistics.ts'
import { record } from './samples.ts'

const DAY = 86_400_000
const AT = 20_000 * DAY + 1_000

export const statistics = (current: () => Store): void => {
  let store: Store
  beforeEach(() => {
    store = current()
  })

  describe('statistics', () => {
    const count = (server: string | undefined, day: number, kind: 'answered' | 'not_found', by: 'model' | 'extract') =>
      store.countOutcome({ server, kind, by, at: AT + (day - 20_000) * DAY })

    test('count outcomes and cost by day, of a server and of all', async () => {
      await count('server', 20_000, 'answered', 'model')
      await count('server', 20_000, 'answered', 'model')
      await count('server', 20_000, 'not_found', 'extract')
      await count('server', 20_001, 'answered', 'extract')
      await count('other', 20_000, 'answered', 'model')
      await count(undefined, 20_000, 'answered', 'model')
      const call = { id: 'a', payer: { kind: 'server', id: 'server' }, model: 'small', at: AT } as const
      const cost = { calls: 2, inputTokens: 900, cachedTokens: 100, outputTokens: 50, micros: 7 }
      await store.settle(call, cost)
      await store.settle({ ...call, model: 'large' }, cost)
      expect((await store.statistics({ server: 'server' }, 20_000, 20_001)).days).toEqual([
        {
          day: 20_001,
          outcomes: [{ kind: 'answered', by: 'extract', count: 1 }],
          usage: { calls: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0, micros: 0, unpriced: 0 },
        },
        {
          day: 20_000,
          outcomes: [
            { kind: 'answered', by: 'model', count: 2 },
            { kind: 'not_found', by: 'extract', count: 1 },
          ],
          usage: { calls: 4, inputTokens: 1_800, cachedTokens: 200, outputTokens: 100, micros: 14, unpriced: 0 },
        },
      ])
      expect((await store.statistics({ server: 'server' }, 20_001, 20_001)).days).toHaveLength(1)
      const all = await store.statistics('all', 20_000, 20_000)
      expect(all.days[0]?.outcomes[0]).toEqual({ kind: 'answered', by: 'model', count: 4 })
      expect(all.days[0]?.usage.calls).toBe(4)
      expect((await store.statistics({ server: 'third' }, 0, 99_999)).days).toEqual([])
    })

    test('count verdicts on answers of these days', async () => {
      await store.saveAnswer(record({ id: 'a', at: AT }))
      await store.saveAnswer(record({ id: 'b', at: AT + DAY }))
      await store.saveAnswer(record({ id: 'c', at: AT, server: 'other' }))
      for (const [answer, member, verdict] of [
        ['a', 'one', 'up'],
        ['a', 'two', 'down'],
        ['b', 'one', 'up'],
        ['c', 'one', 'up'],
      ] as const)
        await store.saveFeedback({ answer, member, verdict, at: AT + 5 * DAY })
      const of = async (server: string, from: number, to: number) =>
        (await store.statistics({ server }, from, to)).feedback
      expect(await of('server', 20_000, 20_000)).toEqual({ up: 1, down: 1 })
      expect(await of('server', 20_000, 20_001)).toEqual({ up: 2, down: 1 })
      expect((await store.statistics('all', 20_000, 20_001)).feedback).toEqual({ up: 3, down: 1 })
      await store.forget('one')
      expect(await of('server', 20_000, 20_001)).toEqual({ up: 0, down: 1 })
    })

    test('are kept a year longer than answers', async () => {
      await count('server', 20_000, 'answered', 'model')
      await store.deleteBefore(AT + 366 * DAY)
      expect((await store.statistics({ server: 'server' }, 20_000, 20_000)).days).toHaveLength(1)
      await store.deleteBefore(AT + 367 * DAY)
      expect((await store.statistics({ server: 'server' }, 20_000, 20_000)).days).toEqual([])
    })
  })

  describe('unanswered questions', () => {
    const keep = (question: string, given: { server?: string; member?: string; at?: number } = {}) =>
      store.keepUnanswered({ server: 'server', member: 'me', at: AT, ...given, question })
    const list = async (server = 'server') =>
      (await store.unanswered(server, { limit: 10, offset: 0 })).questions.map(({ question }) => question)

    test('are listed by server, latest first, in pages, without who asked', async () => {
      for (const question of ['one', 'two', 'three']) await keep(question)
      await keep('theirs', { server: 'other' })
      expect(await store.unanswered('server', { limit: 2, offset: 0 })).toEqual({
        total: 3,
        questions: [
          { question: 'three', at: AT },
          { question: 'two', at: AT },
        ],
      })
      expect((await store.unanswered('server', { limit: 2, offset: 2 })).questions).toEqual([
        { question: 'one', at: AT },
      ])
      expect(await store.unanswered('third', { limit: 2, offset: 0 })).toEqual({ total: 0, questions: [] })
    })

    test('go with who asked, with the server’s wish, and with time', async () => {
      await keep('mine')
      await keep('mine, elsewhere', { server: 'other' })
      await keep('another’s', { member: 'them' })
      await keep('old', { member: 'them', at: AT - DAY })
      await store.forget('me')
      expect(await list()).toEqual(['old', 'another’s'])
      expect(await list('other')).toEqual([])
      await store.deleteBefore(AT)
      expect(await list()).toEqual(['another’s'])
      await keep('theirs', { server: 'other', member: 'them' })
      await store.deleteUnanswered('server')
      expect(await list()).toEqual([])
      expect(await list('other')).toEqual(['theirs'])
    })

    test('are bounded, of each server: the oldest give way', async () => {
      await keep('theirs', { server: 'other' })
      for (let index = 0; index < UNANSWERED_LIMIT + 20; index += 1) await keep(`${index}`)
      const { total, questions } = await store.unanswered('server', { limit: 1, offset: UNANSWERED_LIMIT - 1 })
      expect(total).toBe(UNANSWERED_LIMIT)
      expect(questions[0]?.question).toBe('20')
      expect(await list('other')).toEqual(['theirs'])
    })

    test('may hold any text', async () => {
      const text = 'a\0b\ud800 « É » \u{1f600}'
      await keep(text)
      expect(await list()).toEqual(['a\ufffdb\ufffd « É » \u{1f600}'])
    })
  })
}
