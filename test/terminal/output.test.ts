import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '../../src/failures.ts'
import { exitOfAnswer, exitOfFailure } from '../../src/terminal/exit.ts'
import { abortable, failureText, showProgress, tellFailure, write } from '../../src/terminal/output.ts'
import { answered, ioOf, lighthouse, notFound, quoted, summary } from './samples.ts'

const failing = (code: string) =>
  new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) })

describe('write', () => {
  test('says that it was written', async () => {
    const { output, said } = ioOf()
    expect(await write(output, 'text')).toBe(true)
    expect(said()).toBe('text')
  })

  test('is quiet when nobody reads any more, however often', async () => {
    const closed = failing('EPIPE')
    expect(await write(closed, 'text')).toBe(false)
    expect(await write(closed, 'text')).toBe(false)
  })

  test('rejects on any other error, such as a full disk', async () => {
    await expect(write(failing('ENOSPC'), 'text')).rejects.toThrow('ENOSPC')
  })

  test('leaves no listener behind', async () => {
    const { output } = ioOf()
    for (let index = 0; index < 20; index += 1) await write(output, 'x')
    expect(output.listenerCount('error')).toBe(0)
  })
})

describe('progress', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const screen = (columns: number) => {
    const written: string[] = []
    const stream = new Writable({
      decodeStrings: false,
      write: (chunk, _encoding, done) => {
        written.push(chunk)
        done()
      },
    })
    return Object.assign(stream, { isTTY: true, columns, written })
  }

  test('of quick work is never seen', () => {
    const stream = screen(80)
    const done = showProgress(stream, 'Searching…')
    vi.advanceTimersByTime(149)
    done()
    vi.advanceTimersByTime(10_000)
    expect(stream.written).toEqual([])
  })

  test('moves, tells the seconds of long work, and leaves no trace', () => {
    const stream = screen(80)
    const done = showProgress(stream, 'Searching…')
    vi.advanceTimersByTime(150)
    expect(stream.written.join('')).toBe('⠋ Searching…')
    vi.advanceTimersByTime(4_000)
    expect(stream.written.at(-1)).toMatch(/Searching… 4 s$/u)
    done()
    expect(stream.written.at(-1)).toBe(`\r${' '.repeat('⠋ Searching… 4 s'.length)}\r`)
    const before = stream.written.length
    vi.advanceTimersByTime(10_000)
    expect(stream.written.length).toBe(before)
  })

  test('never fills the line, which would scroll', () => {
    const stream = screen(10)
    const done = showProgress(stream, 'Searching the articles…')
    vi.advanceTimersByTime(150)
    done()
    expect(stream.written[0]).toBe('⠋ Searchi')
  })

  test('is nothing where there is no terminal', () => {
    const { output, said } = ioOf()
    const done = showProgress(output, 'Searching…')
    vi.advanceTimersByTime(10_000)
    done()
    expect(said()).toBe('')
  })
})

describe('abortable', () => {
  const never = new Promise<never>(() => {})

  test('ends at once, whatever the work does', async () => {
    const controller = new AbortController()
    const waiting = abortable(never, controller.signal)
    controller.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' })
    await expect(abortable(never, controller.signal)).rejects.toMatchObject({ code: 'aborted' })
  })

  test('gives the result or the failure of the work', async () => {
    const { signal } = new AbortController()
    expect(await abortable(Promise.resolve(1), signal)).toBe(1)
    await expect(abortable(Promise.reject(new AppError('no_articles', {})), signal)).rejects.toThrow('no_articles')
  })
})

describe('a failure', () => {
  const failure = new AppError('empty_file', { file: 'a\u001b[2J.txt' })

  test('is told in words on standard error, with the usage line if there is one', async () => {
    const io = ioOf()
    expect(await tellFailure(failure, { json: false, locale: 'fr', usage: 'Usage' }, io)).toBe(2)
    expect(io.complained()).toBe('a\\u{1b}[2J.txt est vide. Collez-y l’article, ou supprimez-le.\nUsage\n')
    expect(io.said()).toBe('')
  })

  test('is one JSON value on standard output when that was asked for', async () => {
    const io = ioOf()
    expect(await tellFailure(failure, { json: true, locale: 'en', usage: 'Usage' }, io)).toBe(2)
    expect(JSON.parse(io.said())).toEqual({
      kind: 'error',
      code: 'empty_file',
      message: 'a\\u{1b}[2J.txt is empty. Paste the article into it, or remove it.\nUsage',
    })
    expect(io.complained()).toBe('')
  })

  test('that nobody expected never shows its own message', async () => {
    const io = ioOf()
    expect(await tellFailure(new Error('secret detail'), { json: true, locale: 'fr' }, io)).toBe(1)
    expect(JSON.parse(io.said()).code).toBe('unexpected')
    expect(io.said()).not.toContain('secret detail')
    expect(failureText('thrown string', 'en')).toMatch(/^Something went wrong/u)
  })
})

test('exit codes', () => {
  const quote = quoted(lighthouse, 1, 'mardi soir')
  expect(exitOfAnswer(answered([quote]))).toBe(0)
  expect(exitOfAnswer(summary(lighthouse, [quote]))).toBe(0)
  expect(exitOfAnswer(notFound([]))).toBe(3)
  expect(exitOfFailure(new AppError('wrong_usage', { detail: 'missing_question', given: '' }))).toBe(2)
  expect(exitOfFailure(new AppError('bad_config', { variable: 'X', expected: 'y' }))).toBe(2)
  expect(exitOfFailure(new AppError('model_unavailable', { reason: 'timeout' }))).toBe(1)
  expect(exitOfFailure(new AppError('aborted', {}))).toBe(130)
  expect(exitOfFailure(new TypeError('bug'))).toBe(1)
})
