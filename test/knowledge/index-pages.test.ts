import { expect, test } from 'vitest'
import { checksums, openPages, PAGE } from '../../src/knowledge/index-pages.ts'
import { sourceOf } from './source.ts'

const HEAD = 100
const PAGES = 80
/** The last page is a short one. */
const content = Uint8Array.from({ length: PAGES * PAGE - 17 }, (_, at) => (at * 31 + (at >> 12)) & 0xff)
const whole = Buffer.concat([new Uint8Array(HEAD), content])
const sums = checksums(content)
const isSame = (bytes: Uint8Array, from: number, to: number): boolean =>
  Buffer.from(bytes).subarray(from, to).equals(content.subarray(from, to))

test('a large file is read where it is asked for, each page once, and closed with the last', () => {
  const source = sourceOf(whole)
  const read = openPages(source, HEAD, sums)
  expect(source.reads).toEqual([])
  expect(isSame(read(3 * PAGE - 2, 3 * PAGE + 2), 2 * PAGE, 4 * PAGE)).toBe(true)
  read(2 * PAGE, 4 * PAGE)
  read(PAGE, PAGE)
  expect(source.reads).toEqual([
    [HEAD + 2 * PAGE, PAGE],
    [HEAD + 3 * PAGE, PAGE],
  ])
  expect(isSame(read(0, content.length), 0, content.length)).toBe(true)
  expect(source.reads).toHaveLength(PAGES)
  expect(source.isOpen).toBe(false)
  expect(isSame(read(0, content.length), 0, content.length)).toBe(true)
})

test('a small one is read at once', () => {
  const short = content.subarray(0, 2 * PAGE + 5)
  const source = sourceOf(short)
  const read = openPages(source, 0, checksums(short))
  expect(source.isOpen).toBe(false)
  expect(isSame(read(0, short.length), 0, short.length)).toBe(true)
  const none = sourceOf(new Uint8Array())
  expect(openPages(none, 0, new Uint32Array())(0, 0)).toEqual(new Uint8Array())
  expect(none.isOpen).toBe(false)
})

test('a page that is altered, cut off or cannot be read is told where it is asked for, and nothing else is', () => {
  const altered = Uint8Array.from(whole)
  altered[HEAD + 70 * PAGE] = 255 - (altered[HEAD + 70 * PAGE] ?? 0)
  const cut = { ...sourceOf(whole.subarray(0, whole.length - 1)), size: whole.length }
  const failing = {
    ...sourceOf(whole),
    read: () => {
      throw new Error('EIO')
    },
  }
  for (const source of [sourceOf(altered), cut, failing]) {
    const read = openPages(source, HEAD, sums)
    expect(() => read(0, content.length)).toThrow(expect.objectContaining({ code: 'damaged_file' }))
    expect(source.isOpen).toBe(false)
  }
  expect(isSame(openPages(sourceOf(altered), HEAD, sums)(0, 70 * PAGE), 0, 70 * PAGE)).toBe(true)
  const short = altered.subarray(HEAD + 60 * PAGE)
  expect(() => openPages(sourceOf(short), 0, sums.subarray(60))).toThrow(
    expect.objectContaining({ code: 'damaged_file' }),
  )
})
