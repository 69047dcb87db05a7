/** Every kind of place that members write in, and every kind of message that they write there. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { buttonOf, answerTo as responseTo } from './answer-to.ts'
import { type Setting, startModel } from './bot.ts'
import {
  answered,
  answerTo,
  asked,
  cost,
  height,
  keeper,
  replies,
  replyTo,
  silence,
  startScene as start,
  written,
} from './scene.ts'

const who = 'Qui était le dernier gardien du phare ?'
const CONTINUE = 'Continuer dans un fil'
const file = { filename: 'phare.png', type: 'image/png', data: new Uint8Array(8) }

const startScene = async (setting: Setting = {}) => {
  const scene = await start(setting)
  onTestFinished(() => expect(scene.discord.refused).toEqual([]))
  return scene
}

describe('where members write', () => {
  test('the chat of a voice channel: answered, with no thread to go on in, as there are none', async () => {
    const { discord, guild, ada, me } = await startScene()
    const voice = guild.channel({ type: 'voice' })
    const reply = await replyTo(discord, ada.says(voice, `${me} ${who}`))
    expect(reply.text).toContain('Yann Le Goff')
    const response = await responseTo(discord, ada.slash(voice, 'ask', { question: who }))
    for (const { buttons } of [reply, response]) expect(buttons.map(({ label }) => label)).not.toContain(CONTINUE)
    expect((await ada.press(reply, buttonOf(reply, '¶4')).response()).text).toContain('Yann Le Goff')
  })

  test('an announcement channel: answered, and a thread opens', async () => {
    const { discord, guild, ada, me } = await startScene()
    const news = guild.channel({ type: 'announcement' })
    const reply = await replyTo(discord, ada.says(news, `${me} ${who}`))
    await ada.press(reply, buttonOf(reply, CONTINUE)).response()
    const thread = discord.message(reply).threadId ?? ''
    expect((await replyTo(discord, ada.says(thread, `${me} ${who}`))).text).toContain('Yann Le Goff')
  })

  test('a post of a forum: as in a thread, with the settings of the forum', async () => {
    const scene = await startScene()
    const { discord, guild, channel, ada, ben, me, store } = scene
    const forum = guild.channel({ type: 'forum' })
    const post = ada.startsThread(forum, 'Le phare')
    const settings = { channels: [forum.id], defaultArticles: { [forum.id]: 'bakery' } }
    await store.changeSettings(guild.id, (present) => ({ ...present, ...settings }))
    const first = await answerTo(scene, ada.says(post, `${me} How many loaves does the Hollis bakery sell a day?`))
    expect(first.text).toContain('900 loaves')
    expect(first.buttons.map(({ label }) => label)).not.toContain('Continue in a thread')
    expect((await responseTo(discord, ben.slash(post, 'summary'))).text).toContain('A second Hollis bakery')
    const elsewhere = await replyTo(discord, ada.says(channel, `${me} ${who}`))
    expect(elsewhere.text).toContain('Je ne réponds pas dans ce salon')
  })

  test('a post of a forum that is a question channel: its questions are answered without a mention', async () => {
    const scene = await startScene({ messageContent: true })
    const { discord, guild, ada, store } = scene
    const forum = guild.channel({ type: 'forum' })
    await store.changeSettings(guild.id, (present) => ({ ...present, questionChannels: [forum.id] }))
    const post = ada.startsThread(forum, 'Le phare')
    ada.says(post, 'Bonjour à tous.')
    const reply = await replyTo(discord, ada.says(post, who))
    expect(reply.text).toContain('Yann Le Goff')
    await silence(scene)
    expect(written(discord, post)).toHaveLength(1)
  })

  test('a thread that was locked: what is read there privately still opens', async () => {
    const scene = await startScene()
    const { discord, channel, ada, me } = scene
    const thread = ada.startsThread(channel, 'Le phare')
    const reply = await answerTo(scene, ada.says(thread, `${me} ${who}`))
    discord.channel(thread.id).lock()
    expect((await ada.press(reply, buttonOf(reply, '¶4')).response()).text).toContain('Yann Le Goff')
  })

  test('a server with as many open threads as there may be: in words', async () => {
    const { discord, channel, ada, me, log } = await start()
    const reply = await replyTo(discord, ada.says(channel, `${me} ${who}`))
    discord.fail({ route: 'POST /channels/:channel/messages/:message/threads', status: 400, code: 160_006 })
    const told = await ada.press(reply, buttonOf(reply, CONTINUE)).response()
    expect(told).toMatchObject({ isEphemeral: true, text: expect.stringContaining('Too many threads are open') })
    expect(log.filter(({ level }) => level === 'error')).toEqual([])
  })
})

describe('what they write', () => {
  test.each([
    { messageContent: false },
    { messageContent: true },
  ])('a file alone, with a mention or in a direct message: help (%o)', async ({ messageContent }) => {
    const { discord, channel, ada, me } = await startScene({ messageContent })
    for (const said of [ada.says(channel, me, { files: [file] }), ada.dm('', { files: [file] })])
      expect((await replyTo(discord, said)).text).toContain('How to ask')
  })

  test('a question beside a file: answered', async () => {
    const { discord, channel, ada, me } = await startScene()
    expect((await replyTo(discord, ada.says(channel, `${me} ${who}`, { files: [file] }))).text).toContain(
      'Yann Le Goff',
    )
  })

  test('a file alone in a thread of ours, where messages can be read: nothing', async () => {
    const scene = await startScene({ messageContent: true })
    const { discord, channel, ada, me } = scene
    const reply = await answerTo(scene, ada.says(channel, `${me} ${who}`))
    const thread = ada.startsThread(channel, 'La suite', reply)
    ada.says(thread, '', { files: [file] })
    await silence(scene)
    expect(written(discord, thread)).toEqual([])
  })

  test('the bot’s role in place of the bot, as it has its name: answered where the text can be read', async () => {
    const mock = await startModel()
    replies(mock, [answered(height)])
    const scene = await startScene({ mock, messageContent: true })
    const { discord, guild, channel, ada } = scene
    const role = guild.botRole().mention
    const reply = await replyTo(discord, ada.says(channel, `${role} Quelle est la hauteur du phare ?`))
    expect(reply.text).toContain('28 mètres')
    expect(asked(mock)[0]).toContain('<question>\\nQuelle est la hauteur du phare ?\\n</question>')
    expect((await replyTo(discord, ada.says(channel, role))).text).toContain('How to ask')
  })

  test('the bot’s role, where the text cannot be read: how to do it, in words', async () => {
    const { discord, guild, ada, channel } = await startScene()
    const reply = await replyTo(discord, ada.says(channel, `${guild.botRole().mention} ${who}`))
    expect(reply.text).toContain('You mentioned my role')
    expect(reply.pings).toEqual({ everyone: false, users: [], roles: [] })
  })

  test.each([
    '🤔',
    '???',
    '¶',
    '```',
    '/ask',
    '@everyone',
    '<@1>',
    '||',
    '\u202eabc',
    '—'.repeat(1_900),
  ])('a mention and %s: no error, and nothing that pings', async (words) => {
    const { discord, channel, ada, me, log } = await startScene()
    const reply = await replyTo(discord, ada.says(channel, `${me} ${words}`))
    expect(reply.text).not.toBe('')
    expect(log.filter(({ level }) => level !== 'info')).toEqual([])
  })
})

test('a response that a moderator deletes while it is written: the rest is given up, and nothing of it is kept', async () => {
  const mock = await startModel()
  replies(mock, [answered(height, cost, keeper, height, cost, keeper)], { chunkSize: 50, latency: 110 })
  const { discord, channel, ada, bot, store, log } = await start({ mock })
  const used = ada.slash(channel, 'ask', { question: 'Quelle est la hauteur du phare ?' })
  const shown = await discord.waitFor(() => used.messages().find(({ text }) => text.includes('28 mètres')))
  discord.deleteMessage(shown)
  await discord.waitFor(() => discord.refused.length > 0)
  await bot.stop()
  expect(discord.refused.map(({ code }) => code)).toEqual([10_008])
  expect(written(discord, channel)).toEqual([])
  expect(await store.kept(ada.id)).toMatchObject({ answers: 0 })
  expect(log.filter(({ level }) => level !== 'info')).toEqual([])
})
