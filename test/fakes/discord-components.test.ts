import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChannelHandle } from './discord/place.ts'
import { type FakeDiscord, startFakeDiscord } from './discord/server.ts'
import { errorsOf, request } from './discord-client.ts'

let discord: FakeDiscord
let channel: ChannelHandle

beforeAll(async () => {
  discord = await startFakeDiscord()
  channel = discord.guild().channel()
})
afterAll(() => discord.close())

const V2 = 1 << 15
const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i))
const post = (body: unknown) => request(discord, 'POST', `/channels/${channel.id}/messages`, body)

const text = (content = 'words') => ({ type: 10, content })
const button = (extra: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...extra })
const link = (extra: object = {}) => ({ type: 2, style: 5, label: 'Go', url: 'https://example.org', ...extra })
const row = (...components: readonly object[]) => ({ type: 1, components })
const container = (...components: readonly object[]) => ({ type: 17, components })
const section = (accessory: object | undefined, ...components: readonly object[]) => ({
  type: 9,
  components,
  accessory,
})
const media = (url = 'https://example.org/a.png') => ({ media: { url } })
const option = (value: string, extra: object = {}) => ({ label: value, value, ...extra })
const select = (options: readonly object[], extra: object = {}) => ({ type: 3, custom_id: 'pick', options, ...extra })

type Case = readonly [name: string, components: readonly object[], errors: readonly string[]]

const WIDTH = 'COMPONENT_LAYOUT_WIDTH_EXCEEDED'
const TYPE = 'UNION_TYPE_CHOICES'
const REQUIRED = 'BASE_TYPE_REQUIRED'
const LENGTH = 'BASE_TYPE_BAD_LENGTH'
const MAX = 'BASE_TYPE_MAX_LENGTH'

const v2: readonly Case[] = [
  ['a text', [text()], []],
  ['4,000 characters in one text', [text('a'.repeat(4000))], []],
  [
    '4,001 characters in one text',
    [text('a'.repeat(4001))],
    ['components.0.content: BASE_TYPE_BAD_LENGTH', 'components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
  ],
  ['4,000 characters that are each two units', [text('𝒂'.repeat(2000)), text('𝒂'.repeat(400))], []],
  [
    'two texts of 2,001',
    [text('a'.repeat(2000)), container(text('b'.repeat(2001)))],
    ['components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
  ],
  ['an empty text', [text('')], [`components.0.content: ${REQUIRED}`]],
  ['a text of blanks', [text(' \n ')], [`components.0.content: ${REQUIRED}`]],
  ['40 components', [container(...times(39, () => text()))], []],
  ['41 components', [container(...times(40, () => text()))], ['components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED']],
  [
    '41 components, accessories counted',
    times(14, (i) => section(button({ custom_id: `${i}` }), text())).slice(0, 14),
    ['components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
  ],
  [
    '41 at the top',
    times(41, () => text()),
    [`components: ${MAX}`, 'components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
  ],
  ['a button at the top', [button()], [`components.0: ${TYPE}`]],
  ['a text input', [{ type: 4, custom_id: 'a', style: 1 }], [`components.0: ${TYPE}`]],
  ['a thumbnail at the top', [{ type: 11, ...media() }], [`components.0: ${TYPE}`]],
  ['no type', [{ content: 'a' }], [`components.0.type: ${REQUIRED}`]],
  ['no component', [7 as unknown as object], ['components.0: MODEL_TYPE_CONVERT']],
  ['a container in a container', [container(container(text()))], [`components.0.components.0: ${TYPE}`]],
  ['an empty container', [container()], [`components.0.components: ${LENGTH}`]],
  [
    'a container of every kind',
    [
      {
        ...container(
          text(),
          section(link(), text()),
          { type: 14, spacing: 2, divider: false },
          { type: 12, items: [media()] },
          row(button()),
        ),
        accent_color: 0xffffff,
      },
    ],
    [],
  ],
  [
    'a colour past white',
    [{ ...container(text()), accent_color: 0x1000000 }],
    ['components.0.accent_color: NUMBER_TYPE_MAX'],
  ],
  ['a section without accessory', [section(undefined, text())], [`components.0.accessory: ${REQUIRED}`]],
  ['a section with a text for accessory', [section(text(), text())], [`components.0.accessory: ${TYPE}`]],
  ['a section without text', [section(button())], [`components.0.components: ${LENGTH}`]],
  ['a section of four texts', [section(button(), ...times(4, () => text()))], [`components.0.components: ${LENGTH}`]],
  [
    'a section of three texts and a picture',
    [section({ type: 11, ...media(), description: 'a' }, text(), text(), text())],
    [],
  ],
  ['a separator of size 3', [text(), { type: 14, spacing: 3 }], ['components.1.spacing: BASE_TYPE_CHOICES']],
  ['a gallery of eleven', [{ type: 12, items: times(11, () => media()) }], [`components.0.items: ${LENGTH}`]],
  ['an empty gallery', [{ type: 12, items: [] }], [`components.0.items: ${LENGTH}`]],
  [
    'a picture by ftp',
    [{ type: 12, items: [media('ftp://example.org/a.png')] }],
    ['components.0.items.0.media.url: URL_TYPE_INVALID_SCHEME'],
  ],
  [
    'a picture that was not sent',
    [{ type: 12, items: [media('attachment://a.png')] }],
    ['components.0.items.0.media.url: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'],
  ],
  [
    'a file from elsewhere',
    [{ type: 13, file: { url: 'https://example.org/a.txt' } }],
    ['components.0.file.url: URL_TYPE_INVALID_SCHEME'],
  ],
  ['five buttons', [row(...times(5, (i) => button({ custom_id: `${i}` })))], []],
  [
    'six buttons',
    [row(...times(6, (i) => button({ custom_id: `${i}` })))],
    [`components.0.components: ${LENGTH}`, `components.0.components.5: ${WIDTH}`],
  ],
  ['an empty row', [row()], [`components.0.components: ${LENGTH}`]],
  ['a button beside a select', [row(button(), select([option('a')]))], [`components.0.components.1: ${WIDTH}`]],
  [
    'two selects',
    [row(select([option('a')]), select([option('a')], { custom_id: 'other' }))],
    [`components.0.components.1: ${WIDTH}`],
  ],
  ['a label of 80', [row(button({ label: 'a'.repeat(80) }))], []],
  ['a label of 81', [row(button({ label: 'a'.repeat(81) }))], [`components.0.components.0.label: ${MAX}`]],
  ['neither label nor emoji', [row(button({ label: '' }))], [`components.0.components.0.label: ${REQUIRED}`]],
  ['an emoji alone', [row(button({ label: undefined, emoji: { name: '👍' } }))], []],
  [
    'an emoji that is none',
    [row(button({ emoji: { name: 'thumb' } }))],
    ['components.0.components.0.emoji.name: BUTTON_COMPONENT_INVALID_EMOJI'],
  ],
  [
    'no custom id',
    [row(button({ custom_id: undefined }))],
    ['components.0.components.0.custom_id: BUTTON_COMPONENT_CUSTOM_ID_REQUIRED'],
  ],
  ['a custom id of 100', [row(button({ custom_id: 'a'.repeat(100) }))], []],
  [
    'a custom id of 101',
    [row(button({ custom_id: 'a'.repeat(101) }))],
    [`components.0.components.0.custom_id: ${LENGTH}`],
  ],
  ['an empty custom id', [row(button({ custom_id: '' }))], [`components.0.components.0.custom_id: ${LENGTH}`]],
  [
    'a custom id twice',
    [section(button(), text()), row(button({ disabled: true }))],
    ['components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  ['no style', [row(button({ style: undefined }))], [`components.0.components.0.style: ${REQUIRED}`]],
  ['a style of 9', [row(button({ style: 9 }))], ['components.0.components.0.style: BASE_TYPE_CHOICES']],
  ['a link', [row(link())], []],
  [
    'a link with a custom id',
    [row(link({ custom_id: 'go' }))],
    ['components.0.components.0: BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE'],
  ],
  ['a link without address', [row(link({ url: undefined }))], [`components.0.components.0.url: ${REQUIRED}`]],
  ['an address of 512', [row(link({ url: `https://example.org/${'a'.repeat(492)}` }))], []],
  [
    'an address of 513',
    [row(link({ url: `https://example.org/${'a'.repeat(493)}` }))],
    [`components.0.components.0.url: ${MAX}`],
  ],
  [
    'an address by javascript',
    [row(link({ url: 'javascript://alert(1)' }))],
    ['components.0.components.0.url: URL_TYPE_INVALID_SCHEME'],
  ],
  ['an address that is none', [row(link({ url: 'example' }))], ['components.0.components.0.url: URL_TYPE_INVALID_URL']],
  ['25 options', [row(select(times(25, (i) => option(`${i}`))))], []],
  ['26 options', [row(select(times(26, (i) => option(`${i}`))))], [`components.0.components.0.options: ${LENGTH}`]],
  ['no options', [row(select([]))], [`components.0.components.0.options: ${LENGTH}`]],
  [
    'an option twice',
    [row(select([option('a'), option('a')]))],
    ['components.0.components.0.options.1: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED'],
  ],
  [
    'an option of 101',
    [row(select([option('a', { label: 'a'.repeat(101) })]))],
    [`components.0.components.0.options.0.label: ${LENGTH}`],
  ],
  [
    'a placeholder of 151',
    [row(select([option('a')], { placeholder: 'a'.repeat(151) }))],
    [`components.0.components.0.placeholder: ${MAX}`],
  ],
  [
    'two defaults for one choice',
    [row(select([option('a', { default: true }), option('b', { default: true })]))],
    ['components.0.components.0.options: SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES'],
  ],
]

describe('Components V2', () => {
  test.each(v2)('%s', async (_, components, errors) => {
    const answered = await post({ flags: V2, components })
    expect(errorsOf(answered).toSorted()).toEqual(errors.toSorted())
    expect(answered).toMatchObject(errors.length > 0 ? { status: 400, body: { code: 50035 } } : { status: 200 })
  })

  test.each([
    ['content', { content: 'a' }, 'content'],
    ['embeds', { embeds: [{ title: 'a' }] }, 'embeds'],
    ['stickers', { sticker_ids: ['1'] }, 'sticker_ids'],
    ['a poll', { poll: { question: { text: 'a' } } }, 'poll'],
  ])('not beside %s', async (_, beside, key) => {
    const answered = await post({ flags: V2, components: [text()], ...beside })
    expect(errorsOf(answered)).toEqual([`${key}: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2`])
  })

  test.each([9, 10, 12, 13, 14, 17])('type %d only with the flag', async (type) => {
    const answered = await post({ content: 'a', components: [{ type }] })
    expect(errorsOf(answered)).toEqual([`components.0: ${TYPE}`])
    expect(JSON.stringify(answered.body)).toContain('must be one of (1,).')
  })

  test('an id twice', async () => {
    const components = [{ ...text(), id: 7 }, container({ ...text(), id: 7 })]
    expect(errorsOf(await post({ flags: V2, components }))).toEqual(['components: COMPONENT_ID_DUPLICATED'])
  })

  test('nothing at all is an empty message', async () => {
    expect(await post({ flags: V2, components: [] })).toMatchObject({ status: 400, body: { code: 50006 } })
  })

  test('too many bytes make the API fail', async () => {
    expect(await post({ flags: V2, components: [text('語'.repeat(3386))] })).toMatchObject({ status: 200 })
    expect(await post({ flags: V2, components: [text('語'.repeat(3387))] })).toMatchObject({ status: 500 })
  })

  test('components get ids that nobody has', async () => {
    const components = [{ ...container(text(), { ...text(), id: 1 }) }, section(button(), text())]
    const { body } = await post({ flags: V2, components })
    expect(body.components).toMatchObject([
      { id: 2, components: [{ id: 3 }, { id: 1 }] },
      { id: 4, components: [{ id: 5 }], accessory: { id: 6 } },
    ])
  })
})

describe('the flag IS_COMPONENTS_V2', () => {
  const patch = (id: unknown, body: unknown) =>
    request(discord, 'PATCH', `/channels/${channel.id}/messages/${id}`, body)

  test('cannot be taken back, and forbids content later too', async () => {
    const { body } = await post({ flags: V2, components: [text()] })
    expect(errorsOf(await patch(body.id, { flags: 0, components: [] }))).toEqual([
      'flags: MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
    ])
    expect(errorsOf(await patch(body.id, { content: 'a' }))).toEqual([
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ])
    expect(await patch(body.id, { components: [text('new')] })).toMatchObject({ status: 200, body: { flags: V2 } })
    expect(await patch(body.id, { components: [] })).toMatchObject({ body: { code: 50006 } })
    expect(discord.message(String(body.id)).text).toBe('new')
  })

  test('can be set later, when nothing of the old kind is left', async () => {
    const { body } = await post({ content: 'old' })
    expect(errorsOf(await patch(body.id, { flags: V2, components: [text()] }))).toEqual([
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ])
    const changed = await patch(body.id, { flags: V2, content: null, components: [text('new')] })
    expect(changed).toMatchObject({ status: 200, body: { content: '', flags: V2 } })
  })
})
