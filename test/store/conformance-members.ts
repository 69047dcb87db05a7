/** What every engine must do for members: take their verdicts, count their questions, forget them. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/contract.ts'
import { record } from './samples.ts'

const HOUR = 3_600_000

export const members = (current: () => Store): void => {
  let store: Store
  beforeEach(() => {
    store = current()
  })

  describe('feedback', () => {
    const give = (answer: string, member: string, verdict: 'up' | 'down') =>
      store.saveFeedback({ answer, member, verdict, at: 1 })

    test('is one a member and answer, the last', async () => {
      await store.saveAnswer(record({ id: 'a' }))
      await store.saveAnswer(record({ id: 'b' }))
      expect(await store.feedback('a')).toEqual({ up: 0, down: 0 })
      expect(await give('a', 'one', 'up')).toBe(true)
      await give('a', 'two', 'up')
      await give('a', 'three', 'down')
      await give('b', 'one', 'down')
      expect(await store.feedback('a')).toEqual({ up: 2, down: 1 })
      expect(await give('a', 'one', 'down')).toBe(true)
      await give('a', 'one', 'down')
      expect(await store.feedback('a')).toEqual({ up: 1, down: 2 })
      expect(await store.feedback('b')).toEqual({ up: 0, down: 1 })
    })

    test('on an answer that is gone is not taken', async () => {
      expect(await give('gone', 'one', 'up')).toBe(false)
      expect(await store.feedback('gone')).toEqual({ up: 0, down: 0 })
      expect(await store.kept('one')).toEqual({ answers: 0, feedback: 0 })
    })
  })

  describe('the quota', () => {
    const ask = (at: number, member = 'member', server: string | undefined = 'server') =>
      store.admit({ member, server, at }, { limit: 2, windowMs: HOUR })
    const admitted = { admitted: true }

    test('admits so many within a window, and says when the next may be asked', async () => {
      expect(await ask(1_000)).toEqual(admitted)
      expect(await ask(2_000)).toEqual(admitted)
      expect(await ask(3_000)).toEqual({ admitted: false, whose: 'member', againAt: HOUR + 1_000 })
      expect(await ask(HOUR + 999)).toEqual({ admitted: false, whose: 'member', againAt: HOUR + 1_000 })
      expect(await ask(HOUR + 1_000)).toEqual(admitted)
      expect(await ask(HOUR + 1_500)).toEqual({ admitted: false, whose: 'member', againAt: HOUR + 2_000 })
    })

    test('is each member’s in each server', async () => {
      await ask(1_000)
      await ask(2_000)
      expect(await ask(3_000, 'other')).toEqual(admitted)
      expect(await ask(3_000, 'member', 'elsewhere')).toEqual(admitted)
      const direct = () => store.admit({ member: 'member', server: undefined, at: 3_000 }, { limit: 1, windowMs: HOUR })
      expect(await direct()).toEqual(admitted)
      expect(await direct()).toMatchObject({ admitted: false })
    })

    test('a clock that was set back frees nobody within the window, and locks nobody out beyond', async () => {
      await ask(50 * HOUR)
      await ask(50 * HOUR)
      expect(await ask(50 * HOUR - 60_000)).toMatchObject({ admitted: false })
      expect(await ask(49 * HOUR + 1)).toMatchObject({ admitted: false, againAt: 51 * HOUR })
      expect(await ask(49 * HOUR)).toEqual(admitted)
      expect(await ask(HOUR)).toEqual(admitted)
    })

    test('is also all members’ together, where a server has one', async () => {
      const ours = (member: string, at: number, limit?: number) =>
        store.admit(
          { member, server: 'server', at },
          { serverLimit: 3, windowMs: HOUR, ...(limit !== undefined && { limit }) },
        )
      expect(await ours('one', 1_000)).toEqual(admitted)
      expect(await ours('two', 2_000)).toEqual(admitted)
      expect(await ours('one', 3_000, 1)).toMatchObject({ admitted: false, whose: 'member' })
      expect(await ours('three', 3_000)).toEqual(admitted)
      expect(await ours('four', 4_000)).toEqual({ admitted: false, whose: 'server', againAt: HOUR + 1_000 })
      expect(await ask(4_000, 'four', 'elsewhere')).toEqual(admitted)
      // Who forgets what they asked does not give the others more.
      await store.forget('one')
      expect(await ours('four', 5_000)).toMatchObject({ admitted: false, whose: 'server' })
      expect(await ours('four', HOUR + 1_000)).toEqual(admitted)
    })

    test('without a limit, everybody is admitted', async () => {
      for (const at of [1, 2, 3, 4, 5])
        expect(await store.admit({ member: 'm', server: 's', at }, { windowMs: HOUR })).toEqual(admitted)
    })

    test('a limit that was lowered counts what was asked before', async () => {
      for (const at of [1, 2, 3, 4])
        await store.admit({ member: 'member', server: 'server', at }, { limit: 9, windowMs: HOUR })
      expect(await ask(5)).toEqual({ admitted: false, whose: 'member', againAt: HOUR + 3 })
    })

    test('lets no more through when all ask at once', async () => {
      const all = await Promise.all(Array.from({ length: 50 }, () => ask(1_000)))
      expect(all.filter((each) => each.admitted).length).toBe(2)
    })
  })

  describe('privacy', () => {
    const fill = async () => {
      await store.saveAnswer(record({ id: 'mine', asker: 'me', channel: 'ours' }))
      await store.saveAnswer(record({ id: 'theirs', asker: 'them', after: 'mine', server: 'other' }))
      await store.saveAnswer(record({ id: 'mine too', asker: 'me', after: 'theirs', server: undefined, private: true }))
      await store.linkMessage({ answer: 'mine', channel: 'thread', message: '1' })
      await store.linkMessage({ answer: 'theirs', channel: 'thread', message: '2' })
      await store.saveFeedback({ answer: 'mine', member: 'them', verdict: 'up', at: 1 })
      await store.saveFeedback({ answer: 'theirs', member: 'me', verdict: 'down', at: 1 })
      await store.saveFeedback({ answer: 'theirs', member: 'them', verdict: 'up', at: 1 })
      await store.admit({ member: 'me', server: 'server', at: 5 }, { limit: 1, windowMs: HOUR })
      await store.admit({ member: 'them', server: 'server', at: 5 }, { limit: 1, windowMs: HOUR })
    }

    test('what is kept of a member can be told', async () => {
      await fill()
      expect(await store.kept('me')).toEqual({ answers: 2, feedback: 1 })
      expect(await store.kept('them')).toEqual({ answers: 1, feedback: 2 })
      expect(await store.kept('nobody')).toEqual({ answers: 0, feedback: 0 })
    })

    test('a member who is forgotten leaves nothing, and the others all', async () => {
      await fill()
      expect(await store.forget('me')).toEqual({ answers: 2, feedback: 1 })
      expect(await store.kept('me')).toEqual({ answers: 0, feedback: 0 })
      expect(await store.answer('mine')).toBeUndefined()
      expect(await store.answer('mine too')).toBeUndefined()
      expect(await store.answerByMessage('1')).toBeUndefined()
      expect(await store.latestInChannel('ours')).toBeUndefined()
      expect(await store.feedback('mine')).toEqual({ up: 0, down: 0 })
      expect(await store.feedback('theirs')).toEqual({ up: 1, down: 0 })
      expect((await store.turns('theirs', 10)).map(({ id }) => id)).toEqual(['theirs'])
      expect((await store.latestInChannel('thread'))?.id).toBe('theirs')
      expect((await store.answerByMessage('2'))?.id).toBe('theirs')
      expect(await store.kept('them')).toEqual({ answers: 1, feedback: 1 })
      const again = (member: string) => store.admit({ member, server: 'server', at: 6 }, { limit: 1, windowMs: HOUR })
      expect(await again('them')).toMatchObject({ admitted: false })
      expect(await again('me')).toEqual({ admitted: true })
    })

    test('forgetting again, or somebody unknown, is no error', async () => {
      await fill()
      await store.forget('me')
      expect(await store.forget('me')).toEqual({ answers: 0, feedback: 0 })
      expect(await store.forget('nobody')).toEqual({ answers: 0, feedback: 0 })
      expect(await store.kept('them')).toEqual({ answers: 1, feedback: 1 })
    })

    test('a verdict and a link that come after the answer was forgotten are not taken', async () => {
      await fill()
      await store.forget('me')
      expect(await store.saveFeedback({ answer: 'mine', member: 'them', verdict: 'up', at: 2 })).toBe(false)
      expect(await store.linkMessage({ answer: 'mine', channel: 'thread', message: '9' })).toBe(false)
    })

    test('what is older than a time goes, with all that hangs on it', async () => {
      for (const at of [999, 1_000, 1_001]) {
        await store.saveAnswer(record({ id: `${at}`, at }))
        await store.linkMessage({ answer: `${at}`, channel: 'thread', message: `${at}` })
        await store.saveFeedback({ answer: `${at}`, member: 'them', verdict: 'up', at: 5_000 })
        await store.admit({ member: `${at}`, server: 'server', at }, { limit: 1, windowMs: HOUR })
      }
      expect(await store.deleteBefore(1_000)).toBe(1)
      expect(await store.answer('999')).toBeUndefined()
      expect(await store.answerByMessage('999')).toBeUndefined()
      expect(await store.kept('them')).toEqual({ answers: 0, feedback: 2 })
      expect((await store.answer('1000'))?.id).toBe('1000')
      expect((await store.answerByMessage('1001'))?.id).toBe('1001')
      const again = (member: string) =>
        store.admit({ member, server: 'server', at: 1_002 }, { limit: 1, windowMs: HOUR })
      expect(await again('999')).toEqual({ admitted: true })
      expect(await again('1000')).toMatchObject({ admitted: false })
      expect(await store.deleteBefore(1_000)).toBe(0)
    })
  })
}
