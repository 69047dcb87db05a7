import { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { AppError } from '../src/failures.ts'
import { createLog, type Level, type LogOptions, levels } from '../src/log.ts'

const now = () => new Date('2026-11-24T12:34:56.789Z')

const logOf = (options: Partial<LogOptions> = {}, isTTY = false) => {
  let text = ''
  const stream = Object.assign(
    new Writable({
      write: (chunk, _encoding, done) => {
        text += chunk
        done()
      },
    }),
    { isTTY },
  )
  const log = createLog({ level: 'debug', secrets: [], now, stream, ...options })
  return {
    log,
    text: () => text,
    entries: () =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
  }
}

test('is one JSON object a line', () => {
  const { log, text } = logOf()
  log.info('article read', { id: 'tea', paragraphs: 13 })
  log.warn('slow')
  expect(text()).toBe(
    '{"time":"2026-11-24T12:34:56.789Z","level":"info","event":"article read","id":"tea","paragraphs":13}\n' +
      '{"time":"2026-11-24T12:34:56.789Z","level":"warn","event":"slow"}\n',
  )
})

test.each(levels)('at level %s leaves out what is below', (level) => {
  const { log, entries } = logOf({ level })
  for (const each of levels) log[each]('event')
  expect(entries().map((entry: { level: Level }) => entry.level)).toEqual(levels.slice(levels.indexOf(level)))
})

test('no fact can pose as the time, the level or the event', () => {
  const { log, entries } = logOf()
  log.warn('real', { event: 'forged', level: 'debug', time: 'never' })
  expect(entries()).toEqual([{ time: '2026-11-24T12:34:56.789Z', level: 'warn', event: 'real' }])
})

describe('errors', () => {
  test('have their code and the chain of their causes', () => {
    const { log, entries } = logOf()
    const root = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    const cause = new TypeError('fetch failed', { cause: root })
    log.error('ask failed', { error: new AppError('model_unavailable', { reason: 'network' }, { cause }) })
    const [{ error }] = entries()
    expect(error).toMatchObject({
      name: 'AppError',
      code: 'model_unavailable',
      message: 'model_unavailable {"reason":"network"}',
      cause: { name: 'TypeError', message: 'fetch failed', cause: { message: 'connect', code: 'ECONNREFUSED' } },
    })
    expect(error.stack).toBeUndefined()
    expect(error.cause.stack).toContain('log.test.ts')
  })

  test('that cause themselves end somewhere', () => {
    const { log, text } = logOf()
    const error = new Error('round')
    error.cause = error
    log.error('loop', { error })
    expect(text().split('round').length).toBeLessThan(10)
  })
})

describe('bounds', () => {
  test('long texts, lists and deep objects are cut', () => {
    const { log, text } = logOf()
    const deep = (depth: number): unknown => (depth === 0 ? 'bottom' : { in: deep(depth - 1) })
    log.info('big', { long: 'x'.repeat(1_000_000), list: Array(1_000).fill(1), deep: deep(50) })
    expect(text().length).toBeLessThan(3_000)
    expect(text()).not.toContain('bottom')
  })

  test('what JSON does not know is still told, and nothing makes it throw', () => {
    const { log, entries } = logOf()
    log.info('odd', { big: 10n, fn: Symbol('s'), none: undefined, when: now(), never: new Date(Number.NaN) })
    log.info('worse', {
      get trap() {
        throw new Error('trap')
      },
    })
    const [odd, worse] = entries()
    expect(odd).toMatchObject({ big: '10', fn: 'Symbol(s)', when: '2026-11-24T12:34:56.789Z', never: 'invalid date' })
    expect(worse).toEqual({ level: 'info', event: 'worse', unlogged: true })
  })

  test('a stream that fails is nobody’s end', async () => {
    const stream = new Writable({ write: (_chunk, _encoding, done) => done(new Error('EPIPE')) })
    const { log } = logOf({ stream })
    log.info('one')
    await new Promise(setImmediate)
    expect(() => log.info('two')).not.toThrow()
  })
})

describe('secrets', () => {
  const secret = 'a"b\\c d/é-0123'

  test.each([
    ['in a fact', { fact: `key ${secret}!` }],
    ['in the name of a fact', { [secret]: 1 }],
    ['deep in a list', { list: [{ in: [secret] }] }],
    ['in an error and its cause', { error: new Error(`no ${secret}`, { cause: new Error(secret) }) }],
    ['within JSON within a fact', { body: JSON.stringify({ key: secret }) }],
    ['within an address', { url: `http://x/?key=${encodeURIComponent(secret)}` }],
    ['where a long text is cut', { fact: 'x'.repeat(1_990) + secret }],
  ])('never appear: %s', (_, facts) => {
    for (const isTTY of [false, true]) {
      const { log, text } = logOf({ secrets: [secret] }, isTTY)
      log.error('event', facts)
      for (const part of [
        secret,
        JSON.stringify(secret).slice(1, -1),
        encodeURIComponent(secret),
        '0123',
        'a"b',
        'a\\"b',
      ])
        expect(text().replaceAll('2026-11-24', '')).not.toContain(part)
      expect(text()).toContain('[redacted]')
    }
  })

  test('never appear in the event', () => {
    const { log, text } = logOf({ secrets: ['hunter2'] })
    log.info('with hunter2')
    expect(text()).toContain('"event":"with [redacted]"')
  })

  test('that begin with another are covered whole', () => {
    const { log, entries } = logOf({ secrets: ['abcd', 'abcd-efgh'] })
    log.info('x', { fact: 'abcd-efgh abcd' })
    expect(entries()[0].fact).toBe('[redacted] [redacted]')
  })

  test('that are empty or tiny do not eat the log', () => {
    const { log, entries } = logOf({ secrets: ['', 'a'] })
    log.info('banana')
    expect(entries()[0].event).toBe('banana')
  })

  test.each([
    ['a provider’s key', 'key sk-proj-Ab_3456789-xyz.'],
    ['a bearer header', 'authorization: Bearer abc.def-ghi~jkl+mno/pqr=='],
    ['a basic header', 'Authorization: Basic dXNlcjpwYXNzd29yZA=='],
    ['a Discord token', `token ${'M'.repeat(26)}.${'a'.repeat(6)}.${'b'.repeat(38)}`],
    ['a password in an address', 'at http://someone:password@example.org/v1'],
  ])('nobody told of are known by their form: %s', (_, text) => {
    const { log, entries } = logOf()
    log.info('x', { text })
    expect(entries()[0].text).toContain('[redacted]')
    expect(entries()[0].text).not.toMatch(/Ab_34|jkl|dXNlc|aaaaaa|password/u)
  })

  test.each([
    'task-management-of-things',
    'the bearer of bad news',
    '2026-11-24T12:34:56.789Z',
    'http://localhost:8080/a@b',
  ])('are not seen where there are none: %s', (text) => {
    const { log, entries } = logOf()
    log.info('x', { text })
    expect(entries()[0].text).toBe(text)
  })

  test('of a megabyte of nearly secrets are looked for in linear time', () => {
    const { log, text } = logOf()
    for (const part of ['sk-', 'a'.repeat(28), '://a:', 'bearer ', `${'a'.repeat(25)}.`, `${'a'.repeat(25)}.aaaaaa.`])
      log.info('x', { text: part.repeat(Math.ceil(200_000 / part.length)) })
    expect(text().split('\n')).toHaveLength(7)
  })
})

describe('on a terminal', () => {
  test('is short, and shows an error as its chain', () => {
    const { log, text } = logOf({}, true)
    const error = new AppError('no_articles', {}, { cause: new Error('no such folder') })
    log.warn('reading failed', { file: 'a.txt', words: 'two words', n: 3, error })
    expect(text()).toBe(
      '12:34:56 warn  reading failed file=a.txt words="two words" n=3 error=no_articles {} (no such folder)\n',
    )
  })

  test('obeys no control character', () => {
    for (const isTTY of [true, false]) {
      const { log, text } = logOf({}, isTTY)
      log.info('e\u001b[2J\u009b', { 'k\u202e\n': '\u001b]0;x\u0007\u202e', error: new Error('\u001b[31m\u009b') })
      expect(text()).not.toMatch(/[\p{Cc}\u202a-\u202e](?<!\n)/u)
      expect(text().trimEnd()).not.toContain('\n')
    }
  })
})
