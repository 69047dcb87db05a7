import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { RESPONSE_LIMIT, TOKEN_LIFE } from './discord/interaction.ts'
import { button, callback, command, errorsOf, request, row, startApp as start, webhook } from './discord-client.ts'

const V2 = MessageFlags.IsComponentsV2

describe('slash commands', () => {
  test('deferred, edited, followed up', async () => {
    const { discord, channel, ada } = await start(
      command(async (interaction) => {
        await interaction.deferReply()
        await interaction.editReply({ content: `${interaction.options.getString('question')}?` })
        await interaction.followUp({ content: 'more' })
      }),
    )
    const asked = ada.slash(channel, 'ask', { question: 'Where' })
    expect(await asked.acknowledged()).toBe(5)
    expect(await asked.response()).toMatchObject({ text: 'Where?', isLoading: false, editedAt: null })
    await discord.waitFor(() => asked.messages().length === 2)
    expect(asked.messages()[1]).toMatchObject({ text: 'more', repliesTo: asked.messages()[0]?.id })
    expect(discord.messages(channel).map(({ type }) => type)).toEqual([20, 19])
    expect(asked.acknowledgedWithin).toBeLessThan(RESPONSE_LIMIT)
    expect(discord.events('MESSAGE_CREATE').map(({ data }) => data)).toMatchObject([
      { flags: 128, content: '', guild_id: expect.any(String), interaction_metadata: { id: asked.id } },
      { content: 'more', interaction_metadata: { original_response_message_id: asked.messages()[0]?.id } },
    ])
  })

  test('the interaction says who, where and in which language', async () => {
    let seen: ChatInputCommandInteraction | undefined
    const { guild, channel, ada, discord } = await start(
      command((interaction) => {
        seen = interaction
        return interaction.reply({ content: 'ok', withResponse: true })
      }),
    )
    const about = guild.member({ name: 'Bob' })
    const asked = ada.slash(channel, 'ask', { question: 'Who', about }, { locale: 'de' })
    await asked.response()
    expect(seen).toMatchObject({
      locale: 'de',
      guildLocale: 'fr',
      guildId: guild.id,
      channelId: channel.id,
      context: 0,
    })
    expect(seen?.authorizingIntegrationOwners).toMatchObject({ 0: guild.id })
    expect(seen?.memberPermissions?.has('SendMessages')).toBe(true)
    expect(seen?.appPermissions.has('SendMessages')).toBe(true)
    expect(seen?.options.getUser('about')?.id).toBe(about.id)
    expect(discord.requestsTo('POST /interactions/:interaction/:token/callback')[0]?.query).toEqual({
      with_response: 'true',
    })
  })

  test('a first follow-up after deferring fills the placeholder, which stays ephemeral or not', async () => {
    const { discord, channel, ada } = await start()
    const asked = ada.slash(channel, 'ask', { question: 'a' })
    await callback(discord, asked, { type: 5, data: { flags: 64 } })
    await webhook(discord, asked.token, 'POST', '', { content: 'first' })
    await webhook(discord, asked.token, 'POST', '', { content: 'second' })
    expect(asked.messages()).toMatchObject([
      { text: 'first', isEphemeral: true },
      { text: 'second', isEphemeral: false },
    ])
    expect(discord.messages(channel).map(({ text }) => text)).toEqual(['second'])
  })

  test('ephemeral answers are in no channel, and told as if they were direct messages', async () => {
    const { discord, channel, ada, guild } = await start(
      command((interaction) =>
        interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral, components: [row(button('go'))] }),
      ),
    )
    const asked = ada.slash(channel, 'ask', { question: 'a' })
    const answer = await asked.response()
    expect(answer.isEphemeral).toBe(true)
    expect(discord.messages(channel)).toEqual([])
    const path = `/channels/${channel.id}/messages/${answer.id}`
    expect(await request(discord, 'GET', path)).toMatchObject({ status: 404, body: { code: 10008 } })
    expect(await request(discord, 'PATCH', path, { content: 'a' })).toMatchObject({ status: 404 })
    const [told] = discord.events('MESSAGE_CREATE')
    expect(told?.data).toMatchObject({ flags: 64 })
    expect(told?.data).not.toHaveProperty('guild_id')
    expect(() => guild.member().press(answer, 'go')).toThrow('does not see an ephemeral message')
    ada.press(answer, 'go')
    expect(discord.events('INTERACTION_CREATE').at(-1)?.data).toMatchObject({ message: { id: answer.id, flags: 64 } })
  })

  test('a client lets only happen what is registered and allowed', async () => {
    const { channel, ada, guild, discord } = await start()
    const ask = (values: Record<string, never>) => () => ada.slash(channel, 'ask', values)
    expect(() => ada.slash(channel, 'nothing')).toThrow('no command nothing is registered')
    expect(ask({})).toThrow('question is required')
    expect(ask({ question: 1 } as never)).toThrow('question takes a string')
    expect(ask({ question: 'a'.repeat(21) } as never)).toThrow('question has 21 characters')
    expect(ask({ question: 'a', length: 'long' } as never)).toThrow('long is no choice of length')
    expect(ask({ question: 'a', other: 'b' } as never)).toThrow('ask has no option other')
    expect(() => ada.slash(channel, 'articles')).toThrow('subcommands')
    expect(ada.slash(channel, 'articles list').answerType).toBeUndefined()
    expect(() => ada.slash(channel, 'settings')).toThrow('lacks the permissions')
    expect(guild.member({ permissions: ['ManageGuild'] }).slash(channel, 'settings').hasFailed).toBe(false)
    expect(() => ada.slash(ada.dmChannel(), 'settings')).toThrow('not offered here')
    expect(ada.slash(ada.dmChannel(), 'ask', { question: 'a' }).hasFailed).toBe(false)
    expect(discord.events('INTERACTION_CREATE').at(-1)?.data).toMatchObject({
      context: 1,
      user: { id: ada.id },
      authorizing_integration_owners: { 0: '0' },
    })
    const hidden = guild.channel({ denyEveryone: ['ViewChannel'] })
    expect(() => ada.slash(hidden, 'ask', { question: 'a' })).toThrow('does not see')
  })
})

describe('time', () => {
  test('an answer after three seconds comes too late', async () => {
    const { discord, channel, ada } = await start()
    const asked = ada.slash(channel, 'ask', { question: 'a' })
    discord.advance(RESPONSE_LIMIT + 1)
    expect(asked.hasFailed).toBe(true)
    expect(await callback(discord, asked, { type: 4, data: { content: 'a' } })).toMatchObject({
      status: 404,
      body: { code: 10062 },
    })
    expect(await webhook(discord, asked.token, 'POST', '', { content: 'a' })).toMatchObject({
      status: 404,
      body: { code: 10015 },
    })
  })

  test('a token lives for fifteen minutes', async () => {
    const { discord, channel, ada } = await start()
    const asked = ada.slash(channel, 'ask', { question: 'a' })
    await callback(discord, asked, { type: 5 })
    discord.advance(TOKEN_LIFE - 5_000)
    const edit = () => webhook(discord, asked.token, 'PATCH', '/messages/@original', { content: 'late' })
    expect(await edit()).toMatchObject({ status: 200 })
    discord.advance(5_001)
    expect(await edit()).toMatchObject({ status: 401, body: { code: 50027 } })
    expect(await webhook(discord, 'wrong', 'POST', '', { content: 'a' })).toMatchObject({
      status: 401,
      body: { code: 50027 },
    })
  })

  test('one answer only, but a refused one can be tried again', async () => {
    const { discord, channel, ada } = await start()
    const asked = ada.slash(channel, 'ask', { question: 'a' })
    const answer = (body: unknown) => callback(discord, asked, body)
    expect(errorsOf(await answer({ type: 4, data: { content: 'a'.repeat(2001) } }))).toEqual([
      'data.content: BASE_TYPE_MAX_LENGTH',
    ])
    expect(errorsOf(await answer({ type: 5, data: { flags: V2 } }))).toEqual(['data.flags: FAKE_DEFER_FLAGS'])
    expect(await answer({ type: 4, data: {} })).toMatchObject({ body: { code: 50006 } })
    expect(await answer({ type: 4, data: { content: 'a' } })).toMatchObject({ status: 204 })
    expect(await answer({ type: 4, data: { content: 'b' } })).toMatchObject({ status: 400, body: { code: 40060 } })
    expect(await callback(discord, { ...asked, id: '1' }, { type: 4 })).toMatchObject({ body: { code: 10062 } })
  })

  test.each([
    ['a command', 'slash', 'Value must be one of {4, 5, 9}.', 7],
    ['typing', 'autocomplete', 'Value must be one of {8}.', 4],
  ] as const)('%s takes its own kinds of answers', async (_, kind, message, type) => {
    const { discord, channel, ada } = await start()
    const done =
      kind === 'slash'
        ? ada.slash(channel, 'ask', { question: 'a' })
        : ada.autocomplete(channel, 'ask', { option: 'article', typed: '' })
    const answered = await callback(discord, done, { type, data: { content: 'a' } })
    expect(JSON.stringify(answered.body)).toContain(message)
  })
})

describe('an app that only the person installed', () => {
  test('is used where the bot is not, with five follow-ups', async () => {
    const { discord } = await start()
    const guild = discord.guild({ bot: false })
    const channel = guild.channel()
    const ada = guild.member({ installs: true })
    expect(() => guild.member().slash(channel, 'ask', { question: 'a' })).toThrow('not offered here')
    const asked = ada.slash(channel, 'ask', { question: 'a' })
    expect(discord.events('INTERACTION_CREATE').at(-1)?.data).toMatchObject({
      authorizing_integration_owners: { 1: ada.id },
      context: 0,
    })
    await callback(discord, asked, { type: 4, data: { content: 'a' } })
    const followUp = () => webhook(discord, asked.token, 'POST', '', { content: 'more' })
    for (let count = 0; count < 5; count += 1) expect(await followUp()).toMatchObject({ status: 200 })
    expect(await followUp()).toMatchObject({ status: 400, body: { code: 40094 } })
    expect(await request(discord, 'GET', `/channels/${channel.id}`)).toMatchObject({
      status: 403,
      body: { code: 50001 },
    })
    expect(discord.events('MESSAGE_CREATE')).toEqual([])
  })

  test('between two people, and hidden where the server wants it so', async () => {
    const { discord } = await start()
    const [ada, bob] = [discord.user({ installs: true }), discord.user()]
    const talk = discord.privateChannel([ada, bob])
    const asked = ada.slash(talk, 'ask', { question: 'a' })
    expect(discord.events('INTERACTION_CREATE').at(-1)?.data).toMatchObject({
      context: 2,
      authorizing_integration_owners: { 1: ada.id },
    })
    await callback(discord, asked, { type: 4, data: { content: 'a' } })
    expect(talk.messages()).toMatchObject([{ text: 'a' }])
    const guild = discord.guild({ bot: false, everyone: ['ViewChannel', 'SendMessages', 'UseApplicationCommands'] })
    const strict = guild.member(ada).slash(guild.channel(), 'ask', { question: 'a' })
    await callback(discord, strict, { type: 4, data: { content: 'a' } })
    expect(strict.isEphemeral).toBe(true)
  })
})
