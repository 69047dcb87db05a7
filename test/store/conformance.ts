/** What every engine of the store must do, as tests. An engine is a way to make an empty place and to open it. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultSettings, newAnswerId, type ServerSettings, type Store } from '../../src/store/contract.ts'
import { ask, type Call, createModel } from './model.ts'
import { answered, check, notFound, record, summary } from './samples.ts'

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

    describe('settings', () => {
      const settings: ServerSettings = {
        channels: ['1', '2'],
        roles: ['3'],
        questionChannels: [],
        defaultArticles: { '1': 'le-phare', '18446744073709551615': 'été' },
        locale: 'fr',
        privateByDefault: true,
        hourlyLimit: 20,
      }

      test('are the default ones, which nobody can change, until they are changed', async () => {
        const present = await store.settings('server')
        expect(present).toEqual(defaultSettings)
        expect(() => Object.assign(present, { hourlyLimit: 1 })).toThrow()
        expect(() => Object.assign(present.channels, ['1'])).toThrow()
        expect(() => Object.assign(present.defaultArticles, { '1': 'le-phare' })).toThrow()
      })

      test('are kept by server', async () => {
        expect(await store.changeSettings('server', () => settings)).toEqual(settings)
        await store.changeSettings('other', (present) => ({ ...present, hourlyLimit: 5 }))
        expect(await store.settings('server')).toStrictEqual(settings)
        expect(await store.settings('other')).toStrictEqual({ ...defaultSettings, hourlyLimit: 5 })
        expect(await store.settings('third')).toEqual(defaultSettings)
      })

      test('a setting that was taken away is gone', async () => {
        await store.changeSettings('server', () => settings)
        await store.changeSettings('server', ({ locale: _, ...rest }) => rest)
        expect(await store.settings('server')).not.toHaveProperty('locale')
      })

      test('changes at once are all made', async () => {
        const add = (channel: string) =>
          store.changeSettings('server', (present) => ({ ...present, channels: [...present.channels, channel] }))
        const channels = Array.from({ length: 100 }, (_, index) => `${index}`)
        await Promise.all(channels.map(add))
        expect(new Set((await store.settings('server')).channels)).toEqual(new Set(channels))
      })

      test('a change that fails changes nothing, and says why', async () => {
        await store.changeSettings('server', () => settings)
        const problem = new Error('no such channel')
        const failing = store.changeSettings('server', () => {
          throw problem
        })
        await expect(failing).rejects.toBe(problem)
        await expect(store.changeSettings('server', (present) => ({ ...present, hourlyLimit: -1 }))).rejects.toThrow()
        expect(await store.settings('server')).toEqual(settings)
        await store.changeSettings('server', (present) => ({ ...present, hourlyLimit: 1 }))
        expect((await store.settings('server')).hourlyLimit).toBe(1)
      })
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

    test('command hashes are kept by scope', async () => {
      expect(await store.commandHash('global')).toBeUndefined()
      await store.saveCommandHash('global', 'abc')
      await store.saveCommandHash('1', 'def')
      await store.saveCommandHash('global', 'ghi')
      expect(await store.commandHash('global')).toBe('ghi')
      expect(await store.commandHash('1')).toBe('def')
    })

    describe('the quota', () => {
      const ask = (at: number, member = 'member', server: string | undefined = 'server') =>
        store.admit({ member, server, at }, { limit: 2, windowMs: HOUR })
      const admitted = { admitted: true }

      test('admits so many within a window, and says when the next may be asked', async () => {
        expect(await ask(1_000)).toEqual(admitted)
        expect(await ask(2_000)).toEqual(admitted)
        expect(await ask(3_000)).toEqual({ admitted: false, againAt: HOUR + 1_000 })
        expect(await ask(HOUR + 999)).toEqual({ admitted: false, againAt: HOUR + 1_000 })
        expect(await ask(HOUR + 1_000)).toEqual(admitted)
        expect(await ask(HOUR + 1_500)).toEqual({ admitted: false, againAt: HOUR + 2_000 })
      })

      test('is each member’s in each server', async () => {
        await ask(1_000)
        await ask(2_000)
        expect(await ask(3_000, 'other')).toEqual(admitted)
        expect(await ask(3_000, 'member', 'elsewhere')).toEqual(admitted)
        const direct = () =>
          store.admit({ member: 'member', server: undefined, at: 3_000 }, { limit: 1, windowMs: HOUR })
        expect(await direct()).toEqual(admitted)
        expect(await direct()).toMatchObject({ admitted: false })
      })

      test('a clock that was set back locks nobody out', async () => {
        await ask(50 * HOUR)
        await ask(50 * HOUR)
        expect(await ask(HOUR)).toEqual(admitted)
      })

      test('a limit that was lowered counts what was asked before', async () => {
        for (const at of [1, 2, 3, 4])
          await store.admit({ member: 'member', server: 'server', at }, { limit: 9, windowMs: HOUR })
        expect(await ask(5)).toEqual({ admitted: false, againAt: HOUR + 3 })
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
        await store.saveAnswer(
          record({ id: 'mine too', asker: 'me', after: 'theirs', server: undefined, private: true }),
        )
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

    test('any sequence of calls gives what the plainest store gives', { timeout: 60_000 }, async () => {
      // Few names, so that calls meet each other's records.
      const id = fc.constantFrom('a', 'b', 'c', 'd')
      const member = fc.constantFrom('me', 'you')
      const at = fc.integer({ min: 1, max: 12 })
      const server = fc.constantFrom('server', undefined)
      const fields = fc.record({
        id,
        asker: member,
        server,
        channel: id,
        private: fc.boolean(),
        after: fc.option(id, { nil: undefined }),
        answer: fc.constantFrom(answered, summary, check, notFound),
        at,
      })
      const call: fc.Arbitrary<Call> = fc.oneof(
        { weight: 6, arbitrary: fc.record({ call: fc.constant('saveAnswer'), record: fields.map(record) }) },
        {
          weight: 4,
          arbitrary: fc.record({
            call: fc.constant('linkMessage'),
            link: fc.record({ answer: id, channel: id, message: id }),
          }),
        },
        {
          weight: 4,
          arbitrary: fc.record({
            call: fc.constant('saveFeedback'),
            answer: id,
            member,
            verdict: fc.constantFrom('up', 'down'),
          }),
        },
        { weight: 3, arbitrary: fc.record({ call: fc.constant('admit'), member, server, at }) },
        fc.record({ call: fc.constantFrom('forget', 'kept'), member }),
        fc.record({ call: fc.constant('deleteBefore'), time: at }),
        {
          weight: 10,
          arbitrary: fc.record({
            call: fc.constantFrom('answer', 'answerByMessage', 'latestInChannel', 'feedback', 'turns'),
            id,
          }),
        },
      )
      await fc.assert(
        fc.asyncProperty(fc.array(call, { minLength: 20, maxLength: 60 }), async (calls) => {
          const model = createModel()
          for (const each of calls) expect(await ask(store, each)).toEqual(model(each))
          // Empty again for the next sequence.
          await store.deleteBefore(Number.MAX_SAFE_INTEGER)
        }),
        { numRuns: 100, seed: 20_261_124 },
      )
    })

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
