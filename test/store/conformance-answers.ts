/** What every engine must do with answers: keep them, find them by message and channel, follow them back. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/contract.ts'
import { answered, check, notFound, record, summary } from './samples.ts'

export const answers = (current: () => Store): void => {
  let store: Store
  beforeEach(() => {
    store = current()
  })

  describe('answers', () => {
    test.each([
      ['an answer', record({ id: 'a', answer: answered })],
      ['a summary', record({ id: 'b', answer: summary, private: true })],
      ['a check', record({ id: 'd', answer: check })],
      ['nothing found', record({ id: 'c', answer: notFound, server: undefined, after: 'b' })],
    ])('%s comes back as it was', async (_, saved) => {
      await store.saveAnswer(saved)
      expect(await store.answer(saved.id)).toStrictEqual(saved)
    })

    test('what is not there is undefined', async () => {
      await store.saveAnswer(record({ id: 'id', channel: 'channel' }))
      for (const id of ['', 'ID', 'id ', 'i%', 'i_', '*', "' OR ''='", 'constructor', 'x'.repeat(100_000)]) {
        expect(await store.answer(id)).toBeUndefined()
        expect(await store.answerByMessage(id)).toBeUndefined()
        expect(await store.latestInChannel(id)).toBeUndefined()
        expect(await store.turns(id, 10)).toEqual([])
      }
    })

    test('an id that is taken is refused, and the first answer stays', async () => {
      await store.saveAnswer(record({ id: 'id', question: 'first' }))
      await expect(store.saveAnswer(record({ id: 'id', question: 'second' }))).rejects.toThrow()
      expect((await store.answer('id'))?.question).toBe('first')
    })

    test('what could not be read back is refused', async () => {
      const broken = { ...notFound, passages: [{ article: 'a', hash: 'b', paragraph: 1, score: Number.NaN }] }
      await expect(store.saveAnswer(record({ id: 'id', answer: broken }))).rejects.toThrow()
      expect(await store.answer('id')).toBeUndefined()
    })

    test('nothing is kept but what an answer has', async () => {
      const more = { ...notFound, text: 'a whole article' }
      await store.saveAnswer(record({ id: 'id', answer: more }))
      expect((await store.answer('id'))?.answer).toStrictEqual(notFound)
    })

    test.each([
      '',
      "l’été à Zürich ; it's “quoted”",
      'e\u0301 and \u00e9 are not one',
      '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
      'مرحبا\u202eabc',
      '日本語',
      "'; DROP TABLE answers; --",
      '\\u0041 \\n "',
      'tab\t\r\nend',
      'long '.repeat(20_000),
    ])('the question %j comes back unit for unit', async (question) => {
      const answer = { ...answered, kind: 'answered', claims: [{ text: question, citations: [] }] } as const
      await store.saveAnswer(record({ id: 'id', question, answer }))
      const found = await store.answer('id')
      expect(found?.question).toBe(question)
      expect(found?.answer).toHaveProperty('claims.0.text', question)
    })

    test('what no engine need hold becomes U+FFFD', async () => {
      await store.saveAnswer(record({ id: 'id', question: 'a\0b\ud83dc\udc4dd 👍' }))
      expect((await store.answer('id'))?.question).toBe('a\ufffdb\ufffdc\ufffdd 👍')
    })

    test('ids of 64 bits are not numbers', async () => {
      const ids = [
        '9007199254740992',
        '9007199254740993',
        '18446744073709551615',
        '018446744073709551615',
        '1e3',
        '1000',
      ]
      for (const id of ids) {
        await store.saveAnswer(record({ id, asker: id, channel: id, server: id }))
        await store.linkMessage({ answer: id, channel: id, message: id })
      }
      for (const id of ids) {
        const expected = record({ id, asker: id, channel: id, server: id })
        expect(await store.answer(id)).toStrictEqual(expected)
        expect(await store.answerByMessage(id)).toStrictEqual(expected)
        expect(await store.latestInChannel(id)).toStrictEqual(expected)
        expect(await store.kept(id)).toEqual({ answers: 1, feedback: 0 })
      }
    })
  })

  describe('messages', () => {
    test('several show one answer', async () => {
      await store.saveAnswer(record({ id: 'a' }))
      await store.saveAnswer(record({ id: 'b' }))
      for (const message of ['1', '2', '3'])
        expect(await store.linkMessage({ answer: 'a', channel: 'channel', message })).toBe(true)
      for (const message of ['1', '2', '3']) expect((await store.answerByMessage(message))?.id).toBe('a')
    })

    test('the last link of a message counts', async () => {
      await store.saveAnswer(record({ id: 'a' }))
      await store.saveAnswer(record({ id: 'b' }))
      await store.linkMessage({ answer: 'a', channel: 'old', message: '1' })
      await store.linkMessage({ answer: 'b', channel: 'new', message: '1' })
      expect((await store.answerByMessage('1'))?.id).toBe('b')
      expect(await store.latestInChannel('old')).toBeUndefined()
      expect((await store.latestInChannel('new'))?.id).toBe('b')
    })

    test('an answer that is gone cannot be linked', async () => {
      expect(await store.linkMessage({ answer: 'gone', channel: 'channel', message: '1' })).toBe(false)
      expect(await store.answerByMessage('1')).toBeUndefined()
    })
  })

  describe('the latest in a channel', () => {
    test('is the one saved last, whatever the clock said', async () => {
      await store.saveAnswer(record({ id: 'a', at: 2_000 }))
      await store.saveAnswer(record({ id: 'b', at: 1_000 }))
      await store.saveAnswer(record({ id: 'c', channel: 'other', at: 3_000 }))
      expect((await store.latestInChannel('channel'))?.id).toBe('b')
    })

    test('may have been asked elsewhere and shown there', async () => {
      await store.saveAnswer(record({ id: 'a' }))
      await store.saveAnswer(record({ id: 'b' }))
      await store.linkMessage({ answer: 'b', channel: 'thread', message: '2' })
      await store.linkMessage({ answer: 'a', channel: 'thread', message: '1' })
      expect((await store.latestInChannel('thread'))?.id).toBe('b')
      await store.saveAnswer(record({ id: 'c', channel: 'thread' }))
      expect((await store.latestInChannel('thread'))?.id).toBe('c')
      expect((await store.latestInChannel('channel'))?.id).toBe('b')
    })

    test('is never a private one', async () => {
      await store.saveAnswer(record({ id: 'a' }))
      await store.linkMessage({ answer: 'a', channel: 'thread', message: '1' })
      await store.saveAnswer(record({ id: 'b', private: true }))
      await store.linkMessage({ answer: 'b', channel: 'thread', message: '2' })
      expect((await store.latestInChannel('channel'))?.id).toBe('a')
      expect((await store.latestInChannel('thread'))?.id).toBe('a')
      expect((await store.answerByMessage('2'))?.id).toBe('b')
    })
  })

  describe('turns', () => {
    const ids = async (id: string, limit: number) => (await store.turns(id, limit)).map((each) => each.id)

    test('are the answer and those before it, oldest first, the nearest ones', async () => {
      await store.saveAnswer(record({ id: 'a' }))
      await store.saveAnswer(record({ id: 'b', after: 'a' }))
      await store.saveAnswer(record({ id: 'aside', after: 'a' }))
      await store.saveAnswer(record({ id: 'c', after: 'b', channel: 'other', asker: 'somebody' }))
      expect(await ids('c', 10)).toEqual(['a', 'b', 'c'])
      expect(await ids('c', 2)).toEqual(['b', 'c'])
      expect(await ids('c', 0)).toEqual([])
      expect(await ids('a', 10)).toEqual(['a'])
      expect(await store.turns('a', 1)).toStrictEqual([record({ id: 'a' })])
    })

    test('end where an answer is gone', async () => {
      await store.saveAnswer(record({ id: 'b', after: 'gone' }))
      await store.saveAnswer(record({ id: 'c', after: 'b' }))
      expect(await ids('c', 10)).toEqual(['b', 'c'])
    })

    test('end where they come round', async () => {
      await store.saveAnswer(record({ id: 'self', after: 'self' }))
      await store.saveAnswer(record({ id: 'a', after: 'c' }))
      await store.saveAnswer(record({ id: 'b', after: 'a' }))
      await store.saveAnswer(record({ id: 'c', after: 'b' }))
      await store.saveAnswer(record({ id: 'd', after: 'c' }))
      expect(await ids('self', 10)).toEqual(['self'])
      expect(await ids('c', 1_000)).toEqual(['a', 'b', 'c'])
      expect(await ids('d', 10)).toEqual(['a', 'b', 'c', 'd'])
    })
  })
}
