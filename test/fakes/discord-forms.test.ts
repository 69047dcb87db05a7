import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChannelHandle, GuildHandle } from './discord/place.ts'
import { type FakeDiscord, startFakeDiscord } from './discord/server.ts'
import { errorsOf, request } from './discord-client.ts'

let discord: FakeDiscord
let guild: GuildHandle
let channel: ChannelHandle

beforeAll(async () => {
  discord = await startFakeDiscord()
  guild = discord.guild()
  channel = guild.channel()
})
afterAll(() => discord.close())

const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i))
const post = (body: unknown) => request(discord, 'POST', `/channels/${channel.id}/messages`, body)

const REQUIRED = 'BASE_TYPE_REQUIRED'
const LENGTH = 'BASE_TYPE_BAD_LENGTH'
const MAX = 'BASE_TYPE_MAX_LENGTH'
const row = (index: number) => ({
  type: 1,
  components: [{ type: 2, style: 1, label: 'Go', custom_id: `${index}` }],
})

describe('classic messages', () => {
  test.each([
    ['content of 2,000', { content: 'a'.repeat(2000) }, []],
    ['content of 2,001', { content: 'a'.repeat(2001) }, [`content: ${MAX}`]],
    ['content that is no text', { content: 7 }, ['content: STRING_TYPE_CONVERT']],
    ['six rows', { content: 'a', components: times(6, row) }, [`components: ${MAX}`]],
    ['eleven embeds', { embeds: times(11, () => ({ title: 'a' })) }, [`embeds: ${MAX}`]],
    ['an embed of nothing', { embeds: [{}] }, [`embeds.0: ${REQUIRED}`]],
    ['a title of 257', { embeds: [{ title: 'a'.repeat(257) }] }, [`embeds.0.title: ${MAX}`]],
    ['a description of 4,097', { embeds: [{ description: 'a'.repeat(4097) }] }, [`embeds.0.description: ${MAX}`]],
    ['26 fields', { embeds: [{ fields: times(26, () => ({ name: 'a', value: 'b' })) }] }, [`embeds.0.fields: ${MAX}`]],
    ['a field without value', { embeds: [{ fields: [{ name: 'a' }] }] }, [`embeds.0.fields.0.value: ${REQUIRED}`]],
    [
      '6,001 characters of embeds',
      { embeds: [{ description: 'a'.repeat(4000) }, { description: 'a'.repeat(2001) }] },
      ['embeds: MAX_EMBED_SIZE_EXCEEDED'],
    ],
    [
      'mentions twice allowed',
      { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
      ['allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
    ],
    [
      'mentions of a strange kind',
      { content: 'a', allowed_mentions: { parse: ['all'] } },
      ['allowed_mentions.parse.0: BASE_TYPE_CHOICES'],
    ],
    ['a nonce of 26', { content: 'a', nonce: 'a'.repeat(26) }, ['nonce: NONCE_TYPE_TOO_LONG']],
    ['a file that was not sent', { content: 'a', attachments: [{ id: '0' }] }, ['attachments.0: ATTACHMENT_NOT_FOUND']],
    [
      'a reply to nothing',
      { content: 'a', message_reference: { message_id: '1' } },
      ['message_reference: REPLIES_UNKNOWN_MESSAGE'],
    ],
  ] as const)('%s', async (_, body, errors) => {
    const answered = await post(body)
    expect(errorsOf(answered)).toEqual(errors)
    expect(answered.status).toBe(errors.length > 0 ? 400 : 200)
  })

  test('an empty message, bad JSON, and a body of another kind', async () => {
    expect(await post({ content: ' ' })).toMatchObject({ status: 400, body: { code: 50006 } })
    const path = `${discord.api}/v10/channels/${channel.id}/messages`
    const send = (type: string) =>
      fetch(path, {
        method: 'POST',
        headers: { Authorization: `Bot ${discord.token}`, 'Content-Type': type },
        body: '{',
      })
    expect(await (await send('application/json')).json()).toMatchObject({ code: 50109 })
    expect(await (await send('text/plain')).json()).toMatchObject({ code: 50035 })
  })
})

type CommandCase = readonly [name: string, command: object, errors: readonly string[]]

const ask = { name: 'ask', description: 'Asks' }
const question = { type: 3, name: 'question', description: 'What' }
const with_ = (...options: readonly object[]) => ({ ...ask, options })

const commands: readonly CommandCase[] = [
  ['the least', ask, []],
  ['a name with a capital', { ...ask, name: 'Ask' }, ['0.name: APPLICATION_COMMAND_INVALID_NAME']],
  ['a name with a blank', { ...ask, name: 'ask me' }, ['0.name: APPLICATION_COMMAND_INVALID_NAME']],
  ['a name of 33', { ...ask, name: 'a'.repeat(33) }, [`0.name: ${LENGTH}`, '0.name: APPLICATION_COMMAND_INVALID_NAME']],
  ['a name of another script', { ...ask, name: 'démander' }, []],
  ['no description', { name: 'ask' }, [`0.description: ${REQUIRED}`]],
  ['a description of 101', { ...ask, description: 'a'.repeat(101) }, [`0.description: ${LENGTH}`]],
  [
    'translations',
    { ...ask, name_localizations: { fr: 'demander' }, description_localizations: { fr: 'Demande' } },
    [],
  ],
  [
    'a translation for no locale',
    { ...ask, name_localizations: { 'fr-FR': 'demander' } },
    ['0.name_localizations.fr-FR: DICT_TYPE_KEYS'],
  ],
  [
    'a translated name with a blank',
    { ...ask, name_localizations: { fr: 'je demande' } },
    ['0.name_localizations.fr: APPLICATION_COMMAND_INVALID_NAME'],
  ],
  [
    'a long translated description',
    { ...ask, description_localizations: { fr: 'a'.repeat(101) } },
    [`0.description_localizations.fr: ${LENGTH}`],
  ],
  [
    'required after optional',
    with_(question, { ...question, name: 'other', required: true }),
    ['0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  ],
  ['an option twice', with_(question, question), ['0.options.1: APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS']],
  ['26 options', with_(...times(26, (i) => ({ ...question, name: `o${i}` }))), [`0.options: ${MAX}`]],
  ['an option of no type', with_({ ...question, type: undefined }), [`0.options.0.type: ${REQUIRED}`]],
  ['an option of type 12', with_({ ...question, type: 12 }), ['0.options.0.type: BASE_TYPE_CHOICES']],
  ['25 choices', with_({ ...question, choices: times(25, (i) => ({ name: `${i}`, value: `${i}` })) }), []],
  [
    '26 choices',
    with_({ ...question, choices: times(26, (i) => ({ name: `${i}`, value: `${i}` })) }),
    [`0.options.0.choices: ${MAX}`],
  ],
  [
    'a choice of 101',
    with_({ ...question, choices: [{ name: 'a'.repeat(101), value: 'a' }] }),
    [`0.options.0.choices.0.name: ${LENGTH}`],
  ],
  [
    'a number for a text choice',
    with_({ ...question, choices: [{ name: 'a', value: 1 }] }),
    ['0.options.0.choices.0.value: STRING_TYPE_CONVERT'],
  ],
  [
    'choices and autocomplete',
    with_({ ...question, autocomplete: true, choices: [{ name: 'a', value: 'a' }] }),
    ['0.options.0: APPLICATION_COMMAND_AUTOCOMPLETE'],
  ],
  [
    'autocomplete of a boolean',
    with_({ ...question, type: 5, autocomplete: true }),
    ['0.options.0.autocomplete: APPLICATION_COMMAND_AUTOCOMPLETE'],
  ],
  ['lengths past 6,000', with_({ ...question, max_length: 6001 }), ['0.options.0.max_length: NUMBER_TYPE_MAX']],
  [
    'a subcommand beside an option',
    with_({ ...question, type: 1 }, { ...question, name: 'other' }),
    ['0.options: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID'],
  ],
  [
    'a group of subcommands',
    with_({ ...question, type: 2, options: [{ ...question, type: 1, options: [question] }] }),
    [],
  ],
  [
    'a subcommand in a subcommand',
    with_({ ...question, type: 1, options: [{ ...question, type: 1 }] }),
    ['0.options.0.options.0.type: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID'],
  ],
  [
    'a menu with a description',
    { type: 3, name: 'Check this', description: 'Checks' },
    ['0.description: APPLICATION_COMMAND_DESCRIPTION'],
  ],
  ['a menu', { type: 3, name: 'Check this' }, []],
  ['a context of 3', { ...ask, contexts: [0, 3] }, ['0.contexts.1: BASE_TYPE_CHOICES']],
  ['a context twice', { ...ask, contexts: [0, 0] }, ['0.contexts: SET_TYPE_ALREADY_CONTAINS_VALUE']],
  ['no contexts', { ...ask, contexts: [] }, [`0.contexts: ${LENGTH}`]],
  ['an integration of 2', { ...ask, integration_types: [2] }, ['0.integration_types.0: BASE_TYPE_CHOICES']],
  [
    'permissions that are none',
    { ...ask, default_member_permissions: 'ManageGuild' },
    ['0.default_member_permissions: NUMBER_TYPE_COERCE'],
  ],
  [
    'more than 8,000 characters',
    with_(
      ...times(3, (i) => ({
        ...question,
        name: `o${i}`,
        choices: times(25, (n) => ({ name: `${n}`.padEnd(60, 'a'), value: `${n}`.padEnd(60, 'a') })),
      })),
    ),
    ['0: APPLICATION_COMMAND_TOO_LARGE'],
  ],
]

describe('commands', () => {
  const path = () => `/applications/${discord.applicationId}/commands`
  const put = (body: unknown) => request(discord, 'PUT', path(), body)

  test.each(commands)('%s', async (_, command, errors) => {
    const answered = await put([command])
    expect(errorsOf(answered)).toEqual(errors)
    expect(answered.status).toBe(errors.length > 0 ? 400 : 200)
  })

  test('names are unique in their kind', async () => {
    const menu = { type: 3, name: 'ask' }
    expect(await put([ask, menu])).toMatchObject({ status: 200 })
    expect(errorsOf(await put([ask, menu, ask]))).toEqual(['2: APPLICATION_COMMANDS_DUPLICATE_NAME'])
    expect(discord.commands()).toHaveLength(2)
  })

  test('a command keeps its id while its name stays, and translations are listed on demand', async () => {
    await put([{ ...ask, name_localizations: { fr: 'demander' } }])
    const [before] = discord.commands()
    await put([{ ...ask, description: 'Asks more', name_localizations: { fr: 'demander' } }])
    expect(discord.commands()).toMatchObject([{ id: before?.id, description: 'Asks more' }])
    expect(await request(discord, 'GET', path())).not.toHaveProperty('body.0.name_localizations')
    const full = await request(discord, 'GET', `${path()}?with_localizations=true`)
    expect(full.body).toMatchObject([{ name_localizations: { fr: 'demander' } }])
  })

  test('of one server, and one by one', async () => {
    const guildPath = `/applications/${discord.applicationId}/guilds/${guild.id}/commands`
    const { body } = await request(discord, 'POST', guildPath, ask)
    expect(body).toMatchObject({ guild_id: guild.id, name: 'ask' })
    await request(discord, 'PATCH', `${guildPath}/${body.id}`, { description: 'Other' })
    expect(discord.commands(guild)).toMatchObject([{ id: body.id, description: 'Other' }])
    await request(discord, 'DELETE', `${guildPath}/${body.id}`)
    expect(await request(discord, 'GET', `${guildPath}/${body.id}`)).toMatchObject({
      status: 404,
      body: { code: 10063 },
    })
    expect(await request(discord, 'PUT', '/applications/1/commands', [])).toMatchObject({ body: { code: 10002 } })
  })
})
