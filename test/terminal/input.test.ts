import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { lines, wholeInput } from '../../src/terminal/input.ts'

const from = (...chunks: readonly (string | Buffer)[]) => Readable.from(chunks)
const all = async (input: Readable, limit = 100) => Array.fromAsync(lines(input, limit))

describe('lines', () => {
  test('are found across chunks, the last one without an end too', async () => {
    expect(await all(from('on', 'e\ntwo\n\nth', 'ree'))).toEqual(
      ['one', 'two', '', 'three'].map((text) => ({ text, length: text.length })),
    )
  })

  test('of nothing are none, and a final line end adds none', async () => {
    expect(await all(from())).toEqual([])
    expect(await all(from('one\n'))).toEqual([{ text: 'one', length: 3 }])
  })

  test('survive a character that two chunks share, and bytes that are no UTF-8', async () => {
    const bytes = Buffer.from('é😀\n')
    expect(await all(from(bytes.subarray(0, 1), bytes.subarray(1, 4), bytes.subarray(4)))).toEqual([
      { text: 'é😀', length: 3 },
    ])
    expect(await all(from(Buffer.from([0x61, 0xe9, 0x0a])))).toEqual([{ text: 'a\ufffd', length: 2 }])
  })

  test('keep no more than the limit of a line of 10 MB, and count all of it', async () => {
    const chunk = 'x'.repeat(100_000)
    const huge = function* () {
      for (let index = 0; index < 100; index += 1) yield chunk
      yield '\nnext\n'
    }
    const read = await all(Readable.from(huge()), 2_000)
    expect(read.map(({ length }) => length)).toEqual([10_000_000, 4])
    expect(read[0]?.text.length).toBe(2_000)
  })
})

describe('the whole input', () => {
  test('is one line', async () => {
    expect(await wholeInput(from('How many\nsteps?\n'), 100)).toEqual({ text: 'How many steps?', length: 15 })
  })

  test('of exactly the limit and a line end fits', async () => {
    expect((await wholeInput(from(`${'x'.repeat(100)}\n`), 100)).length).toBe(100)
    expect((await wholeInput(from(`${'x'.repeat(101)}\n`), 100)).length).toBe(101)
  })

  test('of many lines is counted whole and kept in part', async () => {
    const { text, length } = await wholeInput(from('word\n'.repeat(100_000)), 100)
    expect(length).toBe(499_999)
    expect(text.length).toBeLessThan(220)
  })

  test('may be empty', async () => {
    expect(await wholeInput(from(), 100)).toEqual({ text: '', length: 0 })
  })
})
