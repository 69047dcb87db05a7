import { describe, expect, test } from 'vitest'
import { literal, oneLine, unmarked, visible } from '../../src/discord/escape.ts'
import fc from '../generated.ts'
import { hostileText, markup } from './hostile.ts'
import { read } from './markdown.ts'

describe('the reader of these tests', () => {
  test.each([
    ['**a**', 'bold'],
    ['*a*', 'italics'],
    ['_a_', 'italics'],
    ['__a__', 'underline'],
    ['~~a~~', 'strike'],
    ['||a||', 'spoiler'],
    ['`a`', 'code'],
    ['```\na\n```', 'code'],
    ['[a](https://x.example)', 'link'],
    ['[1] a](https://x.example)', 'link'],
    ['https://x.example', 'address'],
    ['discord.gg/x', 'address'],
    ['<@1>', 'angle'],
    ['<t:1:R>', 'angle'],
    ['</ask:1>', 'angle'],
    ['<:a:1>', 'angle'],
    ['@everyone', 'everyone'],
    [':smile:', 'emoji'],
    ['# a', 'heading'],
    ['a\n  ## a', 'heading'],
    ['-# a', 'subtext'],
    ['- a', 'list'],
    ['12. a', 'list'],
    ['> a', 'quote'],
    ['>>> a\nb', 'quote'],
  ])('sees %j as %s', (given, kind) => {
    expect(read(given).marks.map((mark) => mark.kind)).toContain(kind)
  })
})

describe('what is literal', () => {
  test.each(markup)('%j is shown as it is', (given) => {
    for (const text of [given, `${given}a`, `a ${given} b`, `${given}a${given}`, `a\n${given} b ${given}`]) {
      expect(read(literal(text)), literal(text)).toEqual({ text: visible(text), marks: [] })
    }
  })

  test('any text reads as itself, alone and wherever we put it', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (one, other) => {
        const [a, b] = [literal(one), literal(other)]
        expect(read(a)).toEqual({ text: visible(one), marks: [] })
        expect(read(`${a} ${b}`).marks).toEqual([])
        expect(read(`${a}\n${b}`)).toEqual({ text: `${visible(one)}\n${visible(other)}`, marks: [] })
        expect(read(`x**${a}**${b}`)).toEqual({
          text: `x${visible(one)}${visible(other)}`,
          marks: [{ kind: 'bold', text: visible(one) }],
        })
      }),
      { numRuns: 2_000 },
    )
  })

  test('is at most twice as long', () => {
    fc.assert(fc.property(hostileText(), (text) => literal(text).length <= 2 * text.length))
  })

  test.each([
    'Le porte-avions, « fleuron » de la flotte, embarque 24 Rafale (et 3 hélicoptères).',
    'It costs 5% more: $12 – or <10 € a day, if x < y = z; see § 3/4 & "that"!',
    'Il a dit : non. À 12 h 30, 250 000 personnes – dont 3,5 % d’élus.',
    'a ~ b | c > d ; #1 - e + f',
  ])('ordinary words stay as they are: %s', (text) => {
    expect(literal(text)).toBe(text)
  })

  test('takes time in proportion to the text', () => {
    for (const unit of [...markup, ' ', '1', '[1', ':a', '-', '#', '.aa', 'a.b/'])
      expect(literal(unit.repeat(400_000 / unit.length)).length).toBeGreaterThan(0)
  })
})

describe('what is visible', () => {
  test('has a unit for each unit, so that offsets hold', () => {
    fc.assert(fc.property(hostileText(), (text) => visible(text).length === text.length))
  })

  test('shows control characters and direction overrides, and keeps well-formed text', () => {
    expect(visible('a\u0000b\u001bc\u007fd\u009fe\u202ef\u2066g\ud800h')).toBe('a␀b␛c␡d\ufffde\ufffdf\ufffdg\ufffdh')
    expect(visible('a\r\nb\rc\u2028d\te\u0085f')).toBe('a \nb\nc\nd e\nf')
    expect(visible('👩‍👩‍👧‍👦 e\u0301 \u200b\u00a0\u202f')).toBe('👩‍👩‍👧‍👦 e\u0301 \u200b\u00a0\u202f')
  })

  test('on one line keeps no-break spaces', () => {
    expect(oneLine(' a\n\n b\u00a0: c \t d ')).toBe('a b\u00a0: c d')
  })
})

describe('a model’s words', () => {
  test.each([
    ['It has 36 [1] aircraft [12].', 'It has 36 (1) aircraft (12).'],
    ['So 【3】 and ［４］ and [ 5, 6 ] and [7–9]', 'So (3) and (４) and (5, 6 ) and (7–9)'],
    ['a [sic] and [1', 'a [sic] and [1'],
  ])('lose what looks like a marker: %s', (given, expected) => {
    expect(unmarked(given)).toBe(expected)
  })
})
