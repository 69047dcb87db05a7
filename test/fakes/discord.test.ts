import {
  ChannelType,
  type Client,
  Events,
  GatewayIntentBits,
  type Message,
  MessageFlags,
  type TextChannel,
} from 'discord.js'
import { describe, expect, test } from 'vitest'
import { errorsOf, logIn, request, STANDARD_INTENTS, startFake } from './discord-client.ts'

const start = async (options: { readonly intents?: readonly GatewayIntentBits[] } = {}) => {
  const discord = await startFake()
  const guild = discord.guild({ name: 'Readers', locale: 'fr' })
  const channel = guild.channel({ name: 'questions' })
  const ada = guild.member({ name: 'Ada' })
  const client = await logIn(discord, { intents: [...(options.intents ?? STANDARD_INTENTS)] })
  const heard: Message[] = []
  client.on(Events.MessageCreate, (message) => heard.push(message))
  return { discord, guild, channel, ada, client, heard }
}

const textChannel = (client: Client, { id }: { readonly id: string }): TextChannel =>
  client.channels.cache.get(id) as TextChannel

test('the client logs in and sees its server', async () => {
  const { discord, guild, channel, client } = await start()
  expect(client.user?.id).toBe(discord.bot.id)
  expect(client.guilds.cache.get(guild.id)).toMatchObject({ name: 'Readers', preferredLocale: 'fr', available: true })
  expect(textChannel(client, channel).name).toBe('questions')
  const me = await client.guilds.cache.get(guild.id)?.members.fetchMe({ force: true })
  expect(me && textChannel(client, channel).permissionsFor(me).has('SendMessages')).toBe(true)
  await client.application?.fetch()
  expect(client.application?.flags.toArray()).toContain('GatewayMessageContentLimited')
  expect(discord.unknown).toEqual([])
})

describe('message content', () => {
  const say = async (intents: readonly GatewayIntentBits[]) => {
    const { discord, guild, channel, ada, heard } = await start({ intents })
    const bob = guild.member({ name: 'Bob' })
    const plain = ada.says(channel, 'plain', { files: [{ filename: 'a.txt', data: 'a' }] })
    ada.says(channel, `${discord.bot.mention} mentioned`)
    bob.says(channel, 'a reply', { replyTo: plain })
    ada.dm('direct')
    await discord.waitFor(() => heard.length === 4)
    const [first] = heard
    return {
      contents: heard.map(({ content }) => content),
      files: first?.attachments.size,
      told: discord.events('MESSAGE_CREATE'),
    }
  }

  test('is empty without the intent, but for mentions and direct messages', async () => {
    const { contents, files, told } = await say(STANDARD_INTENTS)
    expect(contents).toEqual(['', expect.stringContaining('mentioned'), '', 'direct'])
    expect(files).toBe(0)
    expect(told[2]?.data).toMatchObject({ content: '', referenced_message: { content: '', attachments: [] } })
  })

  test('is there with the intent', async () => {
    const { contents, files, told } = await say([...STANDARD_INTENTS, GatewayIntentBits.MessageContent])
    expect(contents).toEqual(['plain', expect.stringContaining('mentioned'), 'a reply', 'direct'])
    expect(files).toBe(1)
    expect(told[2]?.data).toMatchObject({ referenced_message: { content: 'plain' } })
  })

  test('a reply that pings the bot, and the bot’s own words, can always be read', async () => {
    const { channel, ada, client, heard, discord } = await start()
    const own = await textChannel(client, channel).send('my answer')
    ada.says(channel, 'and why?', { replyTo: own })
    ada.says(channel, 'silently', { replyTo: own, pings: false })
    await discord.waitFor(() => heard.length === 3)
    expect(heard.map(({ content }) => content)).toEqual(['my answer', 'and why?', ''])
    ada.edits(heard[1]?.id ?? '', 'and why not?')
    expect(discord.events('MESSAGE_UPDATE')[0]?.data).toMatchObject({ content: 'and why not?' })
    expect(discord.events('MESSAGE_CREATE')[2]?.data).toMatchObject({ referenced_message: { content: 'my answer' } })
  })

  test('needs the intents for messages at all, and the sight of the channel', async () => {
    const { discord, channel, ada } = await start({ intents: [GatewayIntentBits.Guilds] })
    ada.says(channel, 'a')
    expect(discord.events('MESSAGE_CREATE')).toEqual([])
    const other = await start()
    const hidden = other.guild.channel({ deny: ['ViewChannel'] })
    other.ada.says(hidden, 'a')
    expect(other.discord.events('MESSAGE_CREATE')).toEqual([])
  })
})

describe('writing', () => {
  test('a reply notifies only whom it may', async () => {
    const { discord, guild, channel, ada } = await start()
    const role = guild.role({ isMentionable: true })
    const asked = ada.says(channel, `${discord.bot.mention} who?`)
    const send = async (body: object): Promise<unknown> => {
      const reply = { message_reference: { message_id: asked.id } }
      const { body: sent } = await request(discord, 'POST', `/channels/${channel.id}/messages`, { ...reply, ...body })
      return discord.message(String(sent.id)).pings
    }
    const content = `@everyone ${role.mention} ${discord.bot.mention} see`
    expect(await send({ content, allowed_mentions: { parse: [] } })).toEqual({ everyone: false, users: [], roles: [] })
    expect(await send({ content: 'a' })).toEqual({ everyone: false, users: [ada.id], roles: [] })
    expect(
      await send({ content, allowed_mentions: { parse: ['everyone'], roles: [role.id], replied_user: true } }),
    ).toEqual({
      everyone: true,
      users: [ada.id],
      roles: [role.id],
    })
    expect(await send({ flags: MessageFlags.IsComponentsV2, components: [{ type: 10, content }] })).toMatchObject({
      everyone: true,
    })
  })

  test('edits, deletions and typing are told and kept', async () => {
    const { discord, channel, client } = await start()
    const place = textChannel(client, channel)
    await place.sendTyping()
    const message = await place.send({ content: 'one', flags: MessageFlags.SuppressEmbeds })
    await message.edit('two')
    expect(discord.message(message)).toMatchObject({ text: 'two', suppressesEmbeds: true })
    expect(discord.message(message).revisions.map(({ text }) => text)).toEqual(['one', 'two'])
    await message.react('👍')
    expect(discord.message(message).reactions).toEqual(['👍'])
    expect((await place.messages.fetch({ limit: 5, cache: false })).map(({ content }) => content)).toEqual(['two'])
    await message.delete()
    expect(discord.messages(channel)).toEqual([])
    await expect(message.edit('three')).rejects.toMatchObject({ code: 10008 })
    expect(
      discord
        .events()
        .map(({ type }) => type)
        .slice(-3),
    ).toEqual(['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE'])
    expect(discord.requestsTo('POST /channels/:channel/typing')).toHaveLength(1)
  })

  test('the same nonce twice is one message, and a reply to a deleted one can still be sent', async () => {
    const { discord, channel, ada, client } = await start()
    const asked = ada.says(channel, 'a')
    discord.deleteMessage(asked)
    const place = textChannel(client, channel)
    const reply = { messageReference: asked.id, failIfNotExists: false }
    const first = await place.send({ content: 'b', reply, nonce: '7', enforceNonce: true })
    const second = await place.send({ content: 'b', nonce: '7', enforceNonce: true })
    expect(second.id).toBe(first.id)
    expect(discord.messages(channel)).toMatchObject([{ text: 'b', repliesTo: undefined }])
    await expect(place.send({ content: 'c', reply: { ...reply, failIfNotExists: true } })).rejects.toMatchObject({
      code: 50035,
    })
  })

  test.each([
    [['ViewChannel'], 50001],
    [['SendMessages'], 50013],
    [['ReadMessageHistory'], 160002],
    [['AttachFiles'], 50013],
    [['EmbedLinks'], 50013],
  ] as const)('without %s', async (deny, code) => {
    const { discord, guild, ada } = await start()
    const channel = guild.channel({ deny })
    const asked = ada.says(channel, 'a')
    const body = { content: 'b', embeds: [{ title: 'c' }], message_reference: { message_id: asked.id } }
    const form = new FormData()
    form.set('payload_json', JSON.stringify(body))
    form.set('files[0]', new Blob(['a']), 'a.txt')
    const path = `${discord.api}/v10/channels/${channel.id}/messages`
    const answered = await fetch(path, {
      method: 'POST',
      body: form,
      headers: { Authorization: `Bot ${discord.token}` },
    })
    expect([answered.status, await answered.json()]).toMatchObject([403, { code }])
  })

  test('of others is not edited, and deleted only by moderators', async () => {
    const { discord, guild, channel, ada } = await start()
    const path = `/channels/${channel.id}/messages/${ada.says(channel, 'a').id}`
    expect(await request(discord, 'PATCH', path, { content: 'b' })).toMatchObject({
      status: 403,
      body: { code: 50005 },
    })
    expect(await request(discord, 'DELETE', path)).toMatchObject({ status: 403, body: { code: 50013 } })
    guild.invite(['ManageMessages'])
    expect(await request(discord, 'DELETE', path)).toMatchObject({ status: 204 })
    expect(await request(discord, 'GET', '/channels/1')).toMatchObject({ status: 404, body: { code: 10003 } })
    expect(errorsOf(await request(discord, 'GET', '/channels/abc'))).toEqual(['channel_id: NUMBER_TYPE_COERCE'])
  })
})

describe('direct messages', () => {
  test('go both ways', async () => {
    const { discord, ada, client, heard } = await start()
    ada.dm('hello')
    await discord.waitFor(() => heard.length === 1)
    await heard[0]?.reply('hello you')
    expect(discord.messages(ada.dmChannel()).map(({ text }) => text)).toEqual(['hello', 'hello you'])
    const sent = await client.users.send(ada.id, 'again')
    expect(sent.channelId).toBe(ada.dmChannel().id)
  })

  test('may be closed, or impossible', async () => {
    const { discord, guild, client } = await start()
    const closed = guild.member({ takesDms: false })
    await expect(client.users.send(closed.id, 'a')).rejects.toMatchObject({ code: 50007 })
    await expect(client.users.send(discord.user().id, 'a')).rejects.toMatchObject({ code: 50278 })
    expect(() => discord.user().dm('a')).toThrow('shares no server')
    expect(discord.user({ installs: true }).dm('a').text).toBe('a')
  })
})

describe('threads', () => {
  test('start from a message, hold messages, wake and lock', async () => {
    const { discord, channel, ada, client, heard } = await start()
    const answer = await textChannel(client, channel).send('an answer')
    const thread = await answer.startThread({ name: 'More', autoArchiveDuration: 60 })
    expect(thread).toMatchObject({ id: answer.id, type: ChannelType.PublicThread, ownerId: discord.bot.id })
    expect(discord.message(answer).threadId).toBe(thread.id)
    await expect(answer.startThread({ name: 'Again' })).rejects.toThrow()
    ada.says(thread, `${discord.bot.mention} and?`)
    const inThread = await thread.send('that')
    const place = discord.channel(thread.id)
    expect(place.memberIds()).toEqual([discord.bot.id, ada.id])
    expect(place.messages().map(({ type }) => type)).toEqual([21, 0, 0])
    await discord.waitFor(() => heard.length === 4)
    const starter = { messageReference: place.messages()[0]?.id ?? '' }
    await expect(thread.send({ content: 'a', reply: starter })).rejects.toThrow('Cannot reply to a system message')
    place.archive()
    await expect(inThread.edit('b')).rejects.toMatchObject({ code: 50083 })
    await thread.send('wakes it')
    expect(place.isArchived()).toBe(false)
    place.lock()
    await expect(thread.send('c')).rejects.toMatchObject({ code: 160005 })
    place.archive()
    await expect(thread.send('c')).rejects.toMatchObject({ code: 50083 })
    expect(() => ada.says(place, 'a')).toThrow('the thread is locked')
    place.delete()
    await expect(thread.send('c')).rejects.toMatchObject({ code: 10003 })
  })

  test('need permissions of their own', async () => {
    const { guild, client, ada, discord } = await start()
    const channel = guild.channel({ deny: ['CreatePublicThreads', 'SendMessagesInThreads'] })
    await expect.poll(() => client.channels.cache.has(channel.id)).toBe(true)
    const message = await textChannel(client, channel).send('a')
    await expect(message.startThread({ name: 'b' })).rejects.toMatchObject({ code: 50013 })
    const { id } = ada.startsThread(channel, 'b', message)
    expect(await request(discord, 'POST', `/channels/${id}/messages`, { content: 'c' })).toMatchObject({
      status: 403,
      body: { code: 50013 },
    })
  })

  test('without a message, private, joined and left', async () => {
    const { discord, guild, channel, client } = await start()
    const thread = await textChannel(client, channel).threads.create({ name: 'Aside', type: ChannelType.PrivateThread })
    const bob = guild.member()
    expect(() => bob.says(thread, 'a')).toThrow('does not see')
    await thread.members.add(bob.id)
    bob.says(thread, 'a')
    expect(
      errorsOf(
        await request(discord, 'POST', `/channels/${channel.id}/threads`, { name: '', auto_archive_duration: 5 }),
      ),
    ).toEqual(['name: BASE_TYPE_REQUIRED', 'auto_archive_duration: BASE_TYPE_CHOICES'])
    await thread.setArchived(true)
    expect(discord.channel(thread.id).isArchived()).toBe(true)
    await thread.setArchived(false)
    await thread.leave()
    expect(await request(discord, 'POST', `/channels/${thread.id}/messages`, { content: 'a' })).toMatchObject({
      body: { code: 50001 },
    })
  })
})

test('webhooks and bots write too', async () => {
  const { discord, guild, channel, heard } = await start()
  channel.webhook('News').says(`${discord.bot.mention} news`)
  guild.member({ isBot: true }).says(channel, `${discord.bot.mention} beep`)
  await discord.waitFor(() => heard.length === 2)
  expect(heard.map(({ webhookId, author }) => [webhookId !== null, author.bot])).toEqual([
    [true, true],
    [false, true],
  ])
})
