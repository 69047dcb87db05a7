import { describe, expect, test } from 'vitest'
import { literal } from '../../src/discord/escape.ts'
import { split } from '../../src/discord/split.ts'
import fc from '../generated.ts'
import { hostileText } from './hostile.ts'

const words = (count: number): string => Array.from({ length: count }, (_, index) => `mot${index}`).join(' ')

describe('the pieces of a text', () => {
  test('are the text again when joined, and fit, whatever the text', () => {
    fc.assert(
      fc.property(hostileText(60), fc.integer({ min: 4, max: 80 }), (text, limit) => {
        const pieces = split(text, limit)
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(limit)
        expect(pieces.every((piece) => piece !== '')).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('fit as they are shown', () => {
    fc.assert(
      fc.property(hostileText(60), fc.integer({ min: 8, max: 80 }), (text, limit) => {
        const pieces = split(text, limit, literal)
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces) expect(literal(piece).length).toBeLessThanOrEqual(limit)
      }),
      { numRuns: 1_000 },
    )
  })

  test('leave surrogate pairs whole even where nothing else fits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('👩‍👩‍👧‍👦', '🇫🇷', '𝒜', 'e\u0301\u0301\u0301')),
        fc.integer({ min: 2, max: 7 }),
        (some, limit) => {
          const text = some.join('')
          for (const piece of split(text, limit)) expect(piece.isWellFormed()).toBe(true)
        },
      ),
    )
  })

  test('leave graphemes, markers and escapes whole where they fit', () => {
    const atoms = ['👩‍👩‍👧‍👦', '🇫🇷', 'e\u0301', '[12]', '[3]', '\\*', '\\[', '`', 'ab', 'c. ', 'd ', '\n']
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...atoms), { maxLength: 60 }),
        fc.integer({ min: 12, max: 40 }),
        (some, limit) => {
          const pieces = split(some.join(''), limit)
          const joined = pieces.join('')
          const cuts = new Set(pieces.map((_, index) => pieces.slice(0, index + 1).join('').length))
          for (const found of joined.matchAll(/\\[*[]|\[\d+\]|👩‍👩‍👧‍👦|🇫🇷|e\u0301/gu))
            for (let inside = found.index + 1; inside < found.index + found[0].length; inside++)
              expect(cuts.has(inside), `${joined} at ${inside}`).toBe(false)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('leave a block of code whole where it fits', () => {
    const code = `\`\`\`ts\n${words(10)}\n\`\`\``
    for (let before = 0; before < 30; before++) {
      const pieces = split(`${words(before)}\n${code}\nend of it`, code.length + 20)
      expect(pieces.filter((piece) => piece.includes(code))).toHaveLength(1)
    }
  })

  test('end at a paragraph, else a line, else a sentence, else a word, else anywhere', () => {
    const long = 'Un premier mot. Et un second'
    expect(split(`${long}\n\n${long}. Fin\nici`, 60)[0]).toBe(`${long}\n\n`)
    expect(split(`${long}.\n${long}. Et la fin vient`, 60)[0]).toBe(`${long}.\n`)
    expect(split(`${long} ! ${long}`, 40)[0]).toBe(`${long} ! `)
    expect(split(words(30), 50)[0]).toMatch(/ $/u)
    expect(split('x'.repeat(100), 30)).toEqual(['x'.repeat(30), 'x'.repeat(30), 'x'.repeat(30), 'x'.repeat(10)])
  })

  test('never end at a no-break space', () => {
    for (const piece of split(`${'12\u00a0000 '.repeat(50)}`, 31)) expect(piece).toMatch(/^(?:12\u00a0000 )+$/u)
  })

  test('are none of an empty text, and one of a short one', () => {
    expect(split('', 10)).toEqual([])
    expect(split('short', 10)).toEqual(['short'])
  })

  test('cannot be made where nothing fits', () => {
    expect(() => split('**', 1, literal)).toThrow(RangeError)
  })

  test('of 10,000 characters lose nothing, and 100,000 hostile ones are soon done', () => {
    const text = `${words(400)}. [12] `.repeat(4).slice(0, 10_000)
    const pieces = split(text, 2_000)
    expect(pieces.length).toBeLessThan(8)
    expect(pieces.join('')).toBe(text)
    for (const unit of [
      '`',
      '```',
      '\n',
      ' ',
      '\\',
      '[',
      '[1',
      '. ',
      'e\u0301',
      '👩‍👩‍👧‍👦',
      '\u0301',
      ' \u0301',
      'a',
    ]) {
      const hostile = unit.repeat(100_000 / unit.length)
      expect(split(hostile, 3_000, literal).join('')).toBe(hostile)
    }
  })
})
