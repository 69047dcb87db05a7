import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/failures.ts'
import { createIsolation } from '../../src/knowledge/isolation.ts'
import { mediaTypes } from '../../src/knowledge/media-type.ts'
import type { Source } from '../../src/ports.ts'

const never = new AbortController().signal
const limits = { milliseconds: 20_000, heapMegabytes: 400, growthMegabytes: 800 }
const prose = '<p>Le pont de Namur sera fermé pendant deux semaines, a annoncé lundi le bourgmestre de la ville.</p>'
const page = (html: string, name = 'a.html'): Source => ({
  bytes: new TextEncoder().encode(html),
  name,
  mediaType: mediaTypes.html,
})
const article = page(`<article>${prose.repeat(3)}</article>`)
/** Takes a second, and a hundred megabytes. */
const heavy = page(`<article>${'<p>'.repeat(40_000)}${prose.repeat(3)}</article>`, 'heavy.html')
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'read',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  )

describe('a source that takes too much', () => {
  test('time', async () => {
    const { read } = createIsolation({ ...limits, milliseconds: 1 })
    expect(await codeOf(read(heavy, never))).toBe('too_complex')
  })
  test('heap', async () => {
    const { read } = createIsolation({ ...limits, heapMegabytes: 24 })
    expect(await codeOf(read(heavy, never))).toBe('too_complex')
  })
  test('memory of the process', async () => {
    const { read } = createIsolation({ ...limits, growthMegabytes: 1 })
    expect(await codeOf(read(heavy, never))).toBe('too_complex')
  })
})

test('the next source is read whatever the one before did; each waits for its turn', async () => {
  const { read } = createIsolation(limits)
  const controller = new AbortController()
  const results = [
    read(heavy, controller.signal),
    read(article, never),
    read(page('<p>'), never),
    read(article, never),
  ].map(codeOf)
  setTimeout(() => controller.abort(), 20)
  expect(await Promise.all(results)).toEqual(['aborted', 'read', 'no_article', 'read'])
})

test('what is given up before its turn is not read', async () => {
  const { read } = createIsolation(limits)
  expect(await codeOf(read(article, AbortSignal.abort()))).toBe('aborted')
})

test('the event loop goes on meanwhile', async () => {
  const { read } = createIsolation(limits)
  let ticks = 0
  const ticking = setInterval(() => {
    ticks += 1
  }, 5)
  await codeOf(read(heavy, never))
  clearInterval(ticking)
  expect(ticks).toBeGreaterThan(5)
})
