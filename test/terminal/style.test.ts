import { describe, expect, test } from 'vitest'
import { columns, opening, paint, type Screen, styleOf, visible, wantsColour, wrap } from '../../src/terminal/style.ts'
import fc from '../generated.ts'
import { hostileText } from './samples.ts'

const style = (width: number, colour = false) => ({ width, colour, spaced: true })
const screen = (fields: Partial<Screen>) => fields as Screen

describe('visible', () => {
  test.each([
    ['an escape sequence', 'a\u001b[31mred', 'a\\u{1b}[31mred'],
    ['a title that is set (OSC)', '\u001b]0;x\u0007', '\\u{1b}]0;x\\u{7}'],
    ['a one-byte CSI and OSC', '\u009b31m\u009d0', '\\u{9b}31m\\u{9d}0'],
    ['backspaces that would hide a word', 'no\b\byes', 'no\\u{8}\\u{8}yes'],
    ['DEL and NUL', '\u007f\u0000', '\\u{7f}\\u{0}'],
    [
      'direction overrides and isolates',
      '\u202etxt.exe\u202c\u2066x\u2069',
      '\\u{202e}txt.exe\\u{202c}\\u{2066}x\\u{2069}',
    ],
    ['a line that would be written over', 'good\rbad', 'good bad'],
    ['line ends and tabs, as spaces', ' a\n\tb\u2028c\r\n', 'a b c'],
    ['no-break spaces, kept', '«\u00a0oui\u202f!\u00a0»', '«\u00a0oui\u202f!\u00a0»'],
    ['accents, emoji and Arabic, kept', 'é 👩‍🚀 سلام', 'é 👩‍🚀 سلام'],
  ])('%s', (_, hostile, shown) => {
    expect(visible(hostile)).toBe(shown)
  })

  test('never lets a control through', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(visible(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u)
      }),
    )
  })
})

describe('wrap', () => {
  test('breaks at spaces and hangs what follows under the first line', () => {
    expect(wrap('one two three four', style(12), '[1] ')).toEqual(['[1] one two', '    three', '    four'])
  })

  test('never breaks at a no-break space', () => {
    expect(wrap('le mot «\u00a0oui\u00a0» dit', style(10))).toEqual(['le mot', '«\u00a0oui\u00a0»', 'dit'])
  })

  test('lets a word too long for a line stand on its own', () => {
    expect(wrap('a incomprehensibilities b', style(10), '- ')).toEqual(['- a', '  incomprehensibilities', '  b'])
  })

  test('breaks nothing where lines have no width', () => {
    const text = 'word '.repeat(500).trim()
    expect(wrap(text, style(Number.POSITIVE_INFINITY))).toEqual([text])
  })

  test('counts colours as nothing', () => {
    const red = paint('one two three', 'bold', style(7, true))
    expect(wrap(red, style(7, true)).map(columns)).toEqual([7, 5])
  })

  test('keeps to the width, keeps every word, and splits no surrogate pair', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'é', '𝄞', '😀'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 4, max: 40 }), (words, width) => {
        const lines = wrap(words.join(' '), style(width), '> ')
        expect(lines.map((line) => line.slice(2)).join(' ')).toBe(words.join(' '))
        for (const line of lines) {
          expect(line.isWellFormed()).toBe(true)
          expect(columns(line) <= width || !line.slice(2).includes(' ')).toBe(true)
        }
      }),
    )
  })
})

describe('opening', () => {
  test.each([
    ['short enough', 20, 'short enough'],
    ['the mules were sold, and the path closed', 22, 'the mules were sold…'],
    ['😀😀😀😀', 2, '😀😀…'],
    ['incomprehensibilities', 6, 'incomp…'],
  ])('of %j in %i columns', (text, limit, shown) => {
    expect(opening(text, limit)).toBe(shown)
  })
})

test('colours word by word, only where colour is wanted', () => {
  expect(paint('a b', 'bold', style(80))).toBe('a b')
  expect(paint('a b', 'bold', style(80, true))).toBe('\u001b[1ma\u001b[22m \u001b[1mb\u001b[22m')
})

test('the style is that of the screen: its width within bounds, and nothing at all on a pipe', () => {
  const terminal = (columns: number | undefined) =>
    styleOf(screen({ isTTY: true, ...(columns !== undefined && { columns }) }), true)
  expect(terminal(60)).toEqual({ colour: true, width: 60, spaced: true })
  expect(terminal(400).width).toBe(100)
  expect(terminal(3).width).toBe(20)
  expect(terminal(0).width).toBe(80)
  expect(terminal(undefined).width).toBe(80)
  expect(styleOf(screen({}), true)).toEqual({ colour: false, width: Number.POSITIVE_INFINITY, spaced: false })
})

test('NO_COLOR and a dumb terminal are respected', () => {
  expect(wantsColour({ TERM: 'xterm' })).toBe(true)
  expect(wantsColour({ NO_COLOR: '' })).toBe(true)
  expect(wantsColour({ NO_COLOR: '1' })).toBe(false)
  expect(wantsColour({ TERM: 'dumb' })).toBe(false)
})
