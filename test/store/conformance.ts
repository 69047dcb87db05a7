/** What every engine of the store must do, as tests. An engine is a way to make an empty place and to open it. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noCaps } from '../../src/limits.ts'
import { newAnswerId, type Store } from '../../src/store/contract.ts'
import { answers } from './conformance-answers.ts'
import { articles } from './conformance-articles.ts'
import { budget } from './conformance-budget.ts'
import { members } from './conformance-members.ts'
import { comparison } from './conformance-model.ts'
import { servers } from './conformance-servers.ts'
import { settings } from './conformance-settings.ts'
import { statistics } from './conformance-statistics.ts'
import { summaries } from './conformance-summaries.ts'
import { record } from './samples.ts'

export type Engine = {
  /** A store on this engine's place; where `shared`, another one on the same. */
  open(): Promise<Store>
  dispose(): Promise<void>
}

const HOUR = 3_600_000

export const conformance = (
  name: string,
  create: () => Promise<Engine>,
  { shared }: { readonly shared: boolean },
): void => {
  describe(`the contract of the store, by ${name}`, () => {
    let engine: Engine
    let store: Store
    beforeEach(async () => {
      engine = await create()
      store = await engine.open()
    })
    afterEach(async () => {
      await store.close()
      await engine.dispose()
    })

    answers(() => store)
    settings(() => store)
    members(() => store)
    summaries(() => store)
    budget(() => store)
    statistics(() => store)
    articles(() => store)
    servers(() => store)

    test('command hashes are kept by scope', async () => {
      expect(await store.commandHash('global')).toBeUndefined()
      await store.saveCommandHash('global', 'abc')
      await store.saveCommandHash('1', 'def')
      await store.saveCommandHash('global', 'ghi')
      expect(await store.commandHash('global')).toBe('ghi')
      expect(await store.commandHash('1')).toBe('def')
    })

    comparison(() => store)

    test('10,000 answers are told apart', async () => {
      const answers = Array.from({ length: 10_000 }, (_, index) =>
        record({
          id: newAnswerId(),
          question: `question ${index}`,
          asker: `member ${index % 100}`,
          channel: `channel ${index % 300}`,
          at: index,
        }),
      )
      for (const each of answers) await store.saveAnswer(each)
      for (const [index, each] of answers.entries())
        await store.linkMessage({ answer: each.id, channel: each.channel, message: `${index}` })
      for (const index of [0, 1, 4_999, 9_998, 9_999])
        expect(await store.answerByMessage(`${index}`)).toStrictEqual(answers[index])
      expect((await store.latestInChannel('channel 99'))?.question).toBe('question 9999')
      expect((await store.latestInChannel('channel 100'))?.question).toBe('question 9700')
      expect(await store.forget('member 42')).toEqual({ answers: 100, feedback: 0 })
      expect(await store.deleteBefore(5_000)).toBe(4_950)
      expect((await store.latestInChannel('channel 99'))?.question).toBe('question 9999')
      expect(await store.answer(answers[9_942]?.id ?? '')).toBeUndefined()
    }, 60_000)

    test('after closing, every method rejects; closing again does not', async () => {
      await store.close()
      await store.close()
      await expect(store.answer('id')).rejects.toThrow()
      await expect(store.saveAnswer(record({ id: 'id' }))).rejects.toThrow()
      await expect(store.changeSettings('server', (present) => present)).rejects.toThrow()
    })

    if (!shared) return
    describe('on one place', () => {
      test('what was written is there when it is opened again', async () => {
        await store.saveAnswer(record({ id: 'a' }))
        await store.linkMessage({ answer: 'a', channel: 'channel', message: '1' })
        await store.saveFeedback({ answer: 'a', member: 'me', verdict: 'up', at: 1 })
        await store.changeSettings('server', (present) => ({ ...present, roles: ['1'] }))
        await store.saveCommandHash('global', 'abc')
        await store.admit({ member: 'me', server: 'server', at: 5 }, { limit: 1, windowMs: HOUR })
        await store.close()
        store = await engine.open()
        expect(await store.answerByMessage('1')).toStrictEqual(record({ id: 'a' }))
        expect(await store.feedback('a')).toEqual({ up: 1, down: 0 })
        expect((await store.settings('server')).roles).toEqual(['1'])
        expect(await store.commandHash('global')).toBe('abc')
        const again = store.admit({ member: 'me', server: 'server', at: 6 }, { limit: 1, windowMs: HOUR })
        expect(await again).toMatchObject({ admitted: false })
      })

      test('what was spent and set aside is there when it is opened again', async () => {
        const caps = { own: { day: { tokens: 100 }, month: {} }, total: noCaps }
        const payer = { kind: 'server', id: 'server' } as const
        const call = (id: string) => ({
          ...{ id, payer, model: 'small', at: 1_000, until: 2_000 },
          most: { tokens: 40, micros: 4 },
          sent: { tokens: 10, micros: 1 },
        })
        const cost = { calls: 1, inputTokens: 10, cachedTokens: 0, outputTokens: 20, micros: 3 }
        expect(await store.reserve(call('a'), caps)).toBeUndefined()
        await store.settle(call('a'), cost)
        expect(await store.reserve(call('b'), caps)).toBeUndefined()
        await store.close()
        store = await engine.open()
        expect((await store.spent(payer, 1_000)).day).toEqual({ tokens: 30, micros: 3 })
        // 30 spent, 40 set aside by the process that is gone: no room for 40 more until that one's time is over.
        expect(await store.reserve(call('c'), caps)).toEqual({ whose: 'server', period: 'day' })
        expect(await store.reserve({ ...call('c'), at: 2_000, until: 3_000 }, caps)).toBeUndefined()
        expect((await store.spent(payer, 2_000)).day).toEqual({ tokens: 40, micros: 4 })
      })

      test('two stores never set aside more than there is', async () => {
        const other = await engine.open()
        try {
          const caps = { own: { day: { tokens: 1_000 }, month: {} }, total: noCaps }
          const results = await Promise.all(
            Array.from({ length: 100 }, (_, index) =>
              (index % 2 === 0 ? store : other).reserve(
                {
                  ...{ id: `${index}`, payer: { kind: 'server', id: 's' }, model: 'm', at: 1_000, until: 9_000 },
                  most: { tokens: 70, micros: 0 },
                  sent: { tokens: 1, micros: 0 },
                },
                caps,
              ),
            ),
          )
          expect(results.filter((each) => each === undefined)).toHaveLength(14)
        } finally {
          await other.close()
        }
      })

      test('two stores see each other’s writes, and lose none', async () => {
        const other = await engine.open()
        try {
          const member = randomUUID()
          const both = [store, other]
          const rounds = Array.from({ length: 40 }, (_, index) => both.map((each) => [each, index] as const)).flat()
          await Promise.all(
            rounds.map(([each]) =>
              each.changeSettings('server', (present) => ({ ...present, hourlyLimit: present.hourlyLimit + 1 })),
            ),
          )
          const admissions = await Promise.all(
            rounds.map(([each, at]) =>
              each.admit({ member, server: 'server', at: 1_000 + at }, { limit: 30, windowMs: HOUR }),
            ),
          )
          await Promise.all(
            rounds.map(([each, index]) => each.saveAnswer(record({ id: `${both.indexOf(each)}-${index}` }))),
          )
          expect((await store.settings('server')).hourlyLimit).toBe(80)
          expect((await other.settings('server')).hourlyLimit).toBe(80)
          expect(admissions.filter(({ admitted }) => admitted).length).toBe(30)
          expect((await store.answer('1-39'))?.id).toBe('1-39')
          expect((await other.answer('0-39'))?.id).toBe('0-39')
        } finally {
          await other.close()
        }
      })
    })
  })

  test('ids of answers have 96 bits and fit a custom_id', () => {
    const ids = Array.from({ length: 1_000 }, newAnswerId)
    for (const id of ids) expect(id).toMatch(/^[\w-]{16}$/)
    expect(new Set(ids).size).toBe(1_000)
  })
}
