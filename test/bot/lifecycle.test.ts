/** Connections that break, starts that fail, an orderly end, and what outlives it. */
import { describe, expect, test } from 'vitest'
import { startFakeDiscord } from '../fakes/discord/server.ts'
import { startBot, startModel } from './bot.ts'
import { answered, answerTo, asked, cost, height, replies, replyTo, silence, startScene, written } from './scene.ts'

const tall = 'Combien de mètres mesure le phare ?'

describe('a connection that breaks', () => {
  test('is resumed: no question is lost, and none answered twice', async () => {
    const scene = await startScene()
    const { discord, channel, ada, ben, me } = scene
    const before = ada.says(channel, `${me} ${tall}`)
    discord.dropSockets()
    const meanwhile = Array.from({ length: 5 }, () => ben.says(channel, `${me} ${tall}`))
    await discord.waitFor(() => discord.sessions.resumed() === 1)
    const after = ada.says(channel, `${me} ${tall}`)
    for (const question of [before, ...meanwhile, after]) await replyTo(discord, question)
    discord.dropSockets()
    await discord.waitFor(() => discord.sessions.resumed() === 2)
    await silence(scene)
    expect(discord.sessions.identified()).toBe(1)
    const answeredTo = written(discord, channel).map(({ repliesTo }) => repliesTo)
    expect(answeredTo.toSorted()).toEqual([before, ...meanwhile, after].map(({ id }) => id).toSorted())
  })

  test('does not disturb an answer in the making', async () => {
    const mock = await startModel()
    replies(mock, [answered(height, cost)], { chunkSize: 50, latency: 110 })
    const { discord, channel, ada, me } = await startScene({ mock })
    const question = ada.says(channel, `${me} ${tall}`)
    await discord.waitFor(() => written(discord, channel).length === 1)
    discord.dropSockets()
    expect((await replyTo(discord, question)).text).toContain(cost.text)
    await discord.waitFor(() => discord.sessions.resumed() === 1)
    expect(asked(mock)).toHaveLength(1)
  })

  test('at Discord’s wish is resumed', async () => {
    const scene = await startScene()
    const { discord, channel, ada, me } = scene
    discord.reconnectAll()
    const question = ada.says(channel, `${me} ${tall}`)
    await discord.waitFor(() => discord.sessions.resumed() === 1)
    await replyTo(discord, question)
    await silence(scene)
    expect(written(discord, channel)).toHaveLength(1)
  })
})

describe('a start that fails', () => {
  test.each([
    ['a token that Discord refuses', { token: 'refused' }, 'discord_unauthorized'],
    ['no connection', { api: 'http://127.0.0.1:9/api' }, 'discord_unavailable'],
  ] as const)('for %s', async (_, other, code) => {
    const discord = await startFakeDiscord()
    await expect(startBot({ discord: { ...discord, ...other } })).rejects.toMatchObject({ name: 'AppError', code })
    await discord.close()
  })

  test('for Discord being down', async () => {
    const discord = await startFakeDiscord()
    discord.fail({ route: 'GET /gateway/bot', status: 503, times: 20 })
    await expect(startBot({ discord })).rejects.toMatchObject({ code: 'discord_unavailable' })
    await discord.close()
  })

  test('for an intent that is not granted', async () => {
    const failing = startBot({ fake: { privileged: 0 }, messageContent: true })
    await expect(failing).rejects.toMatchObject({ name: 'AppError', code: 'discord_intents' })
  })

  test('without that intent it starts, and answers mentions', async () => {
    const { discord, channel, ada, me } = await startScene({ fake: { privileged: 0 } })
    await replyTo(discord, ada.says(channel, `${me} ${tall}`))
  })

  test('not for commands that cannot be registered: messages are answered, and they are registered once they can be', async () => {
    const discord = await startFakeDiscord()
    const guild = discord.guild({ bot: false })
    const { log } = await startBot({ discord, guildOnly: guild.id })
    expect(log).toContainEqual(expect.objectContaining({ level: 'error', event: 'commands not registered' }))
    const ada = discord.guild().member()
    await replyTo(discord, ada.dm(tall))
    guild.invite()
    await discord.waitFor(() => discord.commands(guild).length > 5)
  })
})

describe('many at once', () => {
  // Discord allows 50 requests a second.
  test('200 questions are all answered, each once, and more after the session became invalid', async () => {
    const mock = await startModel()
    replies(mock, [answered(height, cost)])
    // On a busy machine the mocked model is slow under so many; its time is not what is tested.
    const scene = await startScene({ mock, modelTimeoutMs: 60_000, fake: { globalLimit: 50 } })
    const { discord, guild, me, bot } = scene
    const places = Array.from({ length: 10 }, () => guild.channel())
    const members = Array.from({ length: 20 }, () => guild.member())
    const questions = places.flatMap((place) => members.map((member) => member.says(place, `${me} ${tall}`)))
    for (const question of questions) await replyTo(discord, question)
    // Within Discord's five seconds between two sessions, of which most are over.
    discord.invalidateSessions(false)
    await discord.waitFor(() => discord.sessions.identified() === 2, { within: 15_000 })
    await replyTo(discord, scene.ada.says(scene.channel, `${me} ${tall}`))
    await bot.stop()
    const all = places.flatMap((place) => written(discord, place))
    expect(all.map(({ repliesTo }) => repliesTo).toSorted()).toEqual(questions.map(({ id }) => id).toSorted())
    expect(discord.refused).toEqual([])
    expect(scene.log.filter(({ level }) => level !== 'info')).toEqual([])
  })
})

describe('the end', () => {
  test('waits for an answer in the making', async () => {
    const mock = await startModel()
    const held = Promise.withResolvers<void>()
    mock.on({ userMessage: /./ }, async () => {
      await held.promise
      return { content: answered(height) }
    })
    const { discord, channel, ada, me, bot } = await startScene({ mock })
    const question = ada.says(channel, `${me} ${tall}`)
    await discord.waitFor(() => discord.requestsTo('POST /channels/:channel/typing').length === 1)
    const stopped = bot.stop()
    held.resolve()
    await stopped
    expect((await replyTo(discord, question)).text).toContain(height.text)
    expect(discord.sessions.online()).toEqual([])
  })

  test('is no end of what was answered: buttons and follow-ups work after a restart', async () => {
    const mock = await startModel()
    replies(mock, [answered(height)])
    const scene = await startScene({ mock })
    const { discord, channel, ada, ben, me, bot, store } = scene
    const answer = await answerTo(scene, ada.says(channel, `${me} ${tall}`))
    await bot.stop()
    await startBot({ mock, discord, store })
    const button = answer.buttons.find(({ label }) => label === '¶2')
    const opened = await ben.press(answer, button?.customId ?? '').response()
    expect(opened).toMatchObject({ isEphemeral: true, text: expect.stringContaining('1.200 bateaux') })
    await replyTo(discord, ben.says(channel, 'Et son coût ?', { replyTo: answer }))
    expect(asked(mock)[1]).toMatch(/<earlier>.*Combien de mètres mesure le phare \?/)
    // The commands are the same, and are not registered again.
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1)
  })
})
