import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { type Item, renderItem, tellChecklist } from '../../src/terminal/checklist.ts'
import type { Style } from '../../src/terminal/style.ts'
import { ioOf } from './samples.ts'

const narrow: Style = { colour: false, width: 30, spaced: true }
const item = (mark: Item['mark'], text = 'Something', details: readonly string[] = []): Item => ({
  mark,
  text,
  details,
})

describe('an item', () => {
  test('has its sign, and below it what to do', () => {
    expect(renderItem(item('bad', 'It does not work.', ['Do this.', 'Then that.']), narrow)).toEqual([
      '✖ It does not work.',
      '  Do this.',
      '  Then that.',
    ])
    expect((['good', 'note', 'next'] as const).map((mark) => renderItem(item(mark), narrow)[0])).toEqual([
      '✔ Something',
      '! Something',
      '→ Something',
    ])
  })

  test('is broken under its own words; an address is not broken at all', () => {
    const address = `https://example.org/${'x'.repeat(60)}`
    expect(renderItem(item('next', 'More words than there is room for', [address]), narrow)).toEqual([
      '→ More words than there is',
      '  room for',
      `  ${address}`,
    ])
  })

  test('shows what a server’s name would do to the terminal', () => {
    expect(renderItem(item('good', 'a\u001b[2Jb\nc'), narrow)).toEqual(['✔ a\\u{1b}[2Jb c'])
  })
})

describe('the list', () => {
  async function* these(...items: readonly Item[]) {
    yield* items
  }

  test.each([
    [[item('good'), item('note'), item('next')], 0],
    [[item('good'), item('bad'), item('good')], 2],
    [[], 0],
  ] as const)('ends with 2 where something is wrong', async (items, code) => {
    const io = ioOf('')
    expect(await tellChecklist(these(...items), 'Looking…', io)).toBe(code)
    expect(io.said()).toBe(items.map(({ mark }) => `${renderItem(item(mark), narrow)[0]}\n`).join(''))
  })

  test('what a check throws is the caller’s', async () => {
    const failing = (async function* () {
      yield item('good')
      throw new Error('no')
    })()
    const output = new PassThrough()
    output.resume()
    await expect(tellChecklist(failing, 'Looking…', { ...ioOf(''), output })).rejects.toThrow('no')
  })
})
