import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { assertWithinLimits, limits, type MessageBody, overruns, sizeOf } from '../../src/discord/budget.ts'
import { button, buttons, forClient, linkButton, message, shortened, text } from '../../src/discord/render/parts.ts'

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const bare = (...components: APIMessageTopLevelComponent[]): MessageBody => ({
  ...message('quiet', text('x')),
  components,
})
const pressed = (count: number) =>
  times(count, (index) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Primary as const,
    label: 'x',
    custom_id: `${index}`,
  }))
const row = (count: number) => ({ type: ComponentType.ActionRow as const, components: pressed(count) })
const words = (content: string) => ({ type: ComponentType.TextDisplay as const, content })
const options = (count: number) =>
  ({
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: 'a',
        options: times(count, (index) => ({ label: 'x', value: `${index}` })),
      },
    ],
  }) as const

describe('what Discord takes', () => {
  test.each<[string, MessageBody]>([
    ['a text', message('quiet', text('x'))],
    ['forty components', bare(...times(40, () => words('x')))],
    ['texts of the limit together', bare(words('x'.repeat(limits.text / 2)), words('x'.repeat(limits.text / 2)))],
    ['five buttons in a row', bare(row(5))],
    ['25 options', bare(options(25) as unknown as APIMessageTopLevelComponent)],
  ])('is let through: %s', (_, body) => {
    expect(overruns(body)).toEqual([])
    expect(() => assertWithinLimits(body)).not.toThrow()
  })

  test.each<[string, MessageBody, RegExp]>([
    ['no component', bare(), /components: 0/u],
    ['41 components', bare(...times(41, () => words('x'))), /components: 41/u],
    ['a text too long', bare(words('x'.repeat(limits.text)), words('x')), /text: 3301/u],
    ['a text that is empty', bare(words(' \n')), /empty text display/u],
    ['six buttons in a row', bare(row(6)), /components of a row: 6/u],
    ['an empty row', bare(row(0)), /components of a row: 0/u],
    ['an empty container', message('quiet'), /components of a container: 0/u],
    [
      'a container in a container',
      bare({ type: ComponentType.Container, components: [bare().components] as never }),
      /inside a container/u,
    ],
    ['one custom id twice', bare(row(1), row(1)), /two components of one custom_id/u],
    [
      'a long custom id',
      bare({ type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'x'.repeat(101) }] }),
      /custom_id: 101/u,
    ],
    [
      'an empty custom id',
      bare({ type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: '' }] }),
      /custom_id: 0/u,
    ],
    [
      'a long label',
      bare({ type: 1, components: [{ type: 2, style: 1, label: 'x'.repeat(81), custom_id: 'x' }] }),
      /label: 81/u,
    ],
    ['a button without words', bare({ type: 1, components: [{ type: 2, style: 1, custom_id: 'x' }] }), /label: 0/u],
    [
      'a long address',
      bare({ type: 1, components: [{ type: 2, style: 5, label: 'x', url: `https://x.example/${'x'.repeat(500)}` }] }),
      /url: 518/u,
    ],
    ['26 options', bare(options(26) as unknown as APIMessageTopLevelComponent), /options: 26/u],
    [
      'a select beside a button',
      bare({ type: 1, components: [...pressed(1), ...options(1).components] as never }),
      /components of a row: 2/u,
    ],
    ['content', { ...message('quiet', text('x')), content: 'x' } as MessageBody, /content or embeds/u],
    ['another kind of message', { ...message('quiet', text('x')), flags: 4 }, /not in Components V2/u],
    [
      'mentions that ping',
      { ...message('quiet', text('x')), allowed_mentions: { parse: ['users'] as never, replied_user: false } },
      /ping/u,
    ],
  ])('is not: %s', (_, body, why) => {
    expect(overruns(body).join('\n')).toMatch(why)
    expect(() => assertWithinLimits(body)).toThrow(why)
  })

  test('counts nested components and all that is read', () => {
    const body = message(
      'quiet',
      text('four'),
      ...buttons([button('label', { kind: 'articles', page: 1 })]),
      ...buttons(linkButton('page', 'https://x.example')),
    )
    expect(sizeOf(body.components)).toEqual({ components: 6, text: 13 })
  })
})

describe('the parts of a message', () => {
  test('are given to discord.js in its own form, which pings nobody either', () => {
    const body = message('quiet', text('x'))
    expect(forClient(body)).toEqual({
      flags: [1 << 15, 1 << 2],
      components: body.components,
      allowedMentions: { parse: [], repliedUser: false },
    })
  })

  test.each([
    ['short', 10, 'short'],
    ['some words, and more', 14, 'some words…'],
    ['averylongwordindeed', 10, 'averylong…'],
    ['two\n lines', 20, 'two lines'],
    ['ab👩‍👩‍👧‍👦', 4, 'ab…'],
    ['', 5, ''],
  ])('%j is shortened to %i units as %j', (given, limit, expected) => {
    expect(shortened(given, limit)).toBe(expected)
    expect(shortened(given, limit).length).toBeLessThanOrEqual(limit)
  })

  test('have no row without buttons, and no button without an address', () => {
    expect(buttons([])).toEqual([])
    expect(linkButton('page', undefined)).toEqual([])
  })
})
