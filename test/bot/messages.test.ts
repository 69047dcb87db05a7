/** Which messages are answered, where, with what scope, in which language and after which earlier turns. */
import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../../src/store/contract.ts'
import { bakery, lighthouse } from '../fakes/articles.ts'
import { startModel } from './bot.ts'
import {
  answered,
  answerTo,
  asked,
  height,
  invented,
  notInArticle,
  replies,
  replyTo,
  silence,
  startScene,
  written,
} from './scene.ts'

const who = 'Qui était le dernier gardien du phare ?'
const loaves = 'How many loaves does the Hollis bakery sell a day?'

describe('what speaks to the bot', () => {
  test('a reply to an answer, where the content of messages is not to be read, if it pings', async () => {
    const scene = await startScene()
    const { discord, channel, ada, ben, me } = scene
    const first = await answerTo(scene, ada.says(channel, `${me} ${who}`))
    ben.says(channel, 'Et quand a-t-il quitté la tour ?', { replyTo: first, pings: false })
    const second = await replyTo(discord, ben.says(channel, 'Et quand a-t-il quitté la tour ?', { replyTo: first }))
    expect(second.text).toContain('14 juillet 1973')
    await silence(scene)
    expect(written(discord, channel)).toHaveLength(2)
  })

  test('with the content of messages, a reply that does not ping too', async () => {
    const scene = await startScene({ messageContent: true })
    const { discord, channel, ada, ben, me } = scene
    const first = await answerTo(scene, ada.says(channel, `${me} ${who}`))
    const asked = ben.says(channel, 'Et quand a-t-il quitté la tour ?', { replyTo: first, pings: false })
    expect((await replyTo(discord, asked)).text).toContain('14 juillet 1973')
  })

  test('a direct message, with no thread to go on in', async () => {
    const { discord, ada } = await startScene()
    const reply = await replyTo(discord, ada.dm(loaves))
    expect(reply.text).toContain('900 loaves')
    expect(reply.buttons.map(({ label }) => label)).not.toContain('Continue in a thread')
    expect(discord.refused).toEqual([])
  })

  test('a mention anywhere in the message, of a nickname too; it is no part of the question', async () => {
    const mock = await startModel()
    replies(mock, [answered(height)])
    const { discord, channel, ada, me } = await startScene({ mock })
    await replyTo(discord, ada.says(channel, `Dis, ${me.replace('@', '@!')} quelle est la hauteur du phare ?`))
    expect(asked(mock)[0]).toContain('<question>\\nDis,   quelle est la hauteur du phare ?\\n</question>')
  })

  test('nothing else: bots, webhooks, the bot itself, system messages, @everyone, roles, replies to others', async () => {
    const scene = await startScene({ messageContent: true })
    const { discord, guild, channel, ada, ben, me } = scene
    const robot = guild.member({ name: 'Robot', isBot: true })
    const role = guild.role({ name: 'Readers', isMentionable: true })
    robot.says(channel, `${me} ${who}`)
    channel.webhook('Feed').says(`${me} ${who}`)
    ada.says(channel, `@everyone ${who}`)
    ada.says(channel, `${role.mention} ${who}`)
    ada.says(channel, who)
    ben.says(channel, who, { replyTo: ada.says(channel, 'Le phare ?') })
    const mention = ada.says(channel, `${me} ${who}`)
    const [event] = discord.events('MESSAGE_CREATE').slice(-1)
    const reply = await replyTo(discord, mention)
    // A pin, as Discord tells it, and the bot's own words once more, as if they mentioned it.
    const data = event?.data as Record<string, unknown>
    discord.dispatch('MESSAGE_CREATE', { ...data, id: '1', type: 6 })
    discord.dispatch('MESSAGE_CREATE', { ...data, id: '2', author: { id: discord.bot.id, username: 'bot', bot: true } })
    await silence(scene)
    expect(written(discord, channel).map(({ id }) => id)).toEqual([reply.id])
  })

  test('a message that comes twice, at once or later, is answered once; an edited one is not answered again', async () => {
    const scene = await startScene()
    const { discord, channel, ada, me } = scene
    const mention = ada.says(channel, `${me} ${who}`)
    const [event] = discord.events('MESSAGE_CREATE').slice(-1)
    discord.dispatch('MESSAGE_CREATE', event?.data)
    await replyTo(discord, mention)
    discord.dispatch('MESSAGE_CREATE', event?.data)
    ada.edits(mention, `${me} ${loaves}`)
    const late = ada.says(channel, who)
    ada.edits(late, `${me} ${who}`)
    await silence(scene)
    const sent = discord.requestsTo('POST /channels/:channel/messages')
    expect(sent.filter(({ params }) => params.channel === channel.id)).toHaveLength(1)
  })
})

describe('what is said instead of an answer', () => {
  test('a mention alone gets help, in the language of the server or of the settings', async () => {
    const { discord, channel, ada, me, guild, store } = await startScene()
    expect((await replyTo(discord, ada.says(channel, me))).text).toContain('How to ask')
    await store.changeSettings(guild.id, (present) => ({ ...present, locale: 'fr' }))
    expect((await replyTo(discord, ada.says(channel, me))).text).toContain('Comment demander')
    const paris = discord.guild({ locale: 'fr' })
    const here = paris.channel()
    expect((await replyTo(discord, paris.member().says(here, me))).text).toContain('Comment demander')
  })

  test('more than 2,000 characters are refused in words, with the limit', async () => {
    const mock = await startModel()
    const { discord, channel, ada, me } = await startScene({ mock })
    const reply = await replyTo(discord, ada.says(channel, `${me} How tall is it? ${'very '.repeat(450)}tall?`))
    expect(reply.text).toMatch(/too long.*2,\d{3} characters.*2,000/)
    expect(asked(mock)).toEqual([])
  })

  test('a question that the articles do not answer: said plainly, the nearest passages as buttons, no evidence', async () => {
    const { discord, channel, ada, me } = await startScene()
    const reply = await replyTo(discord, ada.says(channel, `${me} Combien de visiteurs le phare a-t-il par mois ?`))
    expect(reply.text).not.toContain('Où c’est écrit')
    expect(reply.buttons.some(({ label }) => label?.startsWith('¶'))).toBe(true)
  })
})

describe('where the admins let it', () => {
  test('only in the channels they chose, and the threads of these', async () => {
    const { discord, channel, guild, ada, me, store } = await startScene()
    const open = guild.channel({ name: 'open' })
    await store.changeSettings(guild.id, () => ({ ...defaultSettings, channels: [open.id] }))
    expect((await replyTo(discord, ada.says(channel, `${me} ${who}`))).text).toContain(
      'Je ne réponds pas dans ce salon',
    )
    expect((await replyTo(discord, ada.says(open, `${me} ${who}`))).text).toContain('Yann Le Goff')
    const thread = ada.startsThread(open, 'Le phare')
    expect((await replyTo(discord, ada.says(thread, `${me} ${who}`))).text).toContain('Yann Le Goff')
  })

  test('only to the roles they chose', async () => {
    const { discord, channel, guild, ada, ben, me, store } = await startScene()
    const role = guild.role({ name: 'Readers' })
    guild.setRoles(ben, [role])
    await store.changeSettings(guild.id, () => ({ ...defaultSettings, roles: [role.id] }))
    expect((await replyTo(discord, ada.says(channel, `${me} ${loaves}`))).text).toContain('certain roles')
    expect((await replyTo(discord, ben.says(channel, `${me} ${loaves}`))).text).toContain('900 loaves')
    // Its own conversation with a member is no server's.
    expect((await replyTo(discord, ada.dm(loaves))).text).toContain('900 loaves')
  })

  test('only so many times an hour a member; the refusal says when again, help is not counted', async () => {
    const { discord, channel, guild, ada, ben, me, store } = await startScene()
    await store.changeSettings(guild.id, () => ({ ...defaultSettings, hourlyLimit: 2 }))
    for (const text of [`${me} ${who}`, me, `${me} ${who}`]) await replyTo(discord, ada.says(channel, text))
    const full = await replyTo(discord, ada.says(channel, `${me} ${loaves}`))
    expect(full.text).toMatch(/2 questions within an hour.* in 60 minutes/)
    expect((await replyTo(discord, ben.says(channel, `${me} ${loaves}`))).text).toContain('900 loaves')
    expect((await replyTo(discord, ada.dm(loaves))).text).toContain('900 loaves')
  })

  test('over the article of the channel, or of the channel that a thread is in', async () => {
    const mock = await startModel()
    replies(mock, [notInArticle])
    const { discord, channel, guild, ada, me, store } = await startScene({ mock, articles: [lighthouse, bakery] })
    await store.changeSettings(guild.id, () => ({ ...defaultSettings, defaultArticles: { [channel.id]: 'bakery' } }))
    const thread = ada.startsThread(channel, 'Bread')
    const other = guild.channel()
    for (const place of [channel, thread, other]) await replyTo(discord, ada.says(place, `${me} ${loaves}`))
    const [here = '', inThread = '', elsewhere = ''] = asked(mock)
    for (const request of [here, inThread]) {
      expect(request).toContain('Ruth Hollis')
      expect(request).not.toContain('Yann Le Goff')
    }
    expect(elsewhere).toContain('Yann Le Goff')
  })
})

describe('a question channel', () => {
  const inQuestionChannel = async (setting: Parameters<typeof startScene>[0] = {}) => {
    const scene = await startScene({ messageContent: true, ...setting })
    const { store, guild, channel } = scene
    await store.changeSettings(guild.id, () => ({ ...defaultSettings, questionChannels: [channel.id] }))
    return scene
  }

  test('answers questions that the articles answer, and says nothing to all else', async () => {
    const scene = await inQuestionChannel()
    const { discord, channel, ada, ben } = scene
    ada.says(channel, 'Bonjour à tous, belle journée.')
    ada.says(channel, 'Quelqu’un a vu mes clés ?')
    ada.says(channel, `Le phare ? ${'Vraiment ? '.repeat(250)}`)
    const question = ada.says(channel, who)
    ben.says(channel, `${ada.mention} ${who}`)
    ben.says(channel, who, { replyTo: question })
    const reply = await replyTo(discord, question)
    expect(reply.text).toContain('Yann Le Goff')
    const thread = ada.startsThread(channel, 'Le phare')
    await replyTo(discord, ada.says(thread, who))
    await silence(scene)
    expect(written(discord, channel)).toHaveLength(1)
    expect(discord.requestsTo('POST /channels/:channel/typing')).toEqual([])
  })

  test('says nothing of refusals, limits and failures', async () => {
    const mock = await startModel()
    replies(mock, [answered(invented)])
    const scene = await inQuestionChannel({ mock })
    const { discord, channel, guild, ada, ben, store } = scene
    ada.says(channel, who)
    await discord.waitFor(() => asked(mock).length === 2)
    await store.changeSettings(guild.id, (present) => ({ ...present, roles: [guild.role().id] }))
    ben.says(channel, who)
    await silence(scene)
    expect(written(discord, channel)).toEqual([])
  })

  test('without the content of messages it answers mentions alone', async () => {
    const scene = await inQuestionChannel({ messageContent: false })
    const { discord, channel, ada, me } = scene
    ada.says(channel, who)
    await replyTo(discord, ada.says(channel, `${me} ${who}`))
    await silence(scene)
    expect(written(discord, channel)).toHaveLength(1)
  })
})

describe('language', () => {
  test.each([
    [who, 'Où c’est écrit'],
    [loaves, 'Where it says so'],
  ])('the words around an answer are in the language of the question: %s', async (question, words) => {
    const { discord, channel, ada, me } = await startScene()
    expect((await replyTo(discord, ada.says(channel, `${me} ${question}`))).text).toContain(words)
  })

  test('a question in no language of ours gets the language of the server', async () => {
    const { discord, me } = await startScene()
    for (const [locale, words] of [
      ['fr', 'Où c’est écrit'],
      ['de', 'Where it says so'],
    ] as const) {
      const guild = discord.guild({ locale })
      const asked = guild.member().says(guild.channel(), `${me} Yann Le Goff?`)
      expect((await replyTo(discord, asked)).text).toContain(words)
    }
  })
})
