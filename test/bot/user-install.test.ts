/** The bot where somebody installed it for themselves: in servers that it is not in, and in conversations. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { article, lighthouse } from '../fakes/articles.ts'
import { answerTo, buttonOf } from './answer-to.ts'
import { type Setting, startBot, startModel } from './bot.ts'
import { answered, asked, claim, height, replies } from './scene.ts'

const who = 'Qui était le dernier gardien du phare ?'

/** Ada installed the bot for herself; the server she is in did not. */
const startAbroad = async (setting: Setting = {}, everyone?: readonly 'ViewChannel'[]) => {
  const running = await startBot(setting)
  const { discord } = running
  onTestFinished(() => {
    expect(discord.unknown).toEqual([])
    expect(discord.refused).toEqual([])
  })
  const guild = discord.guild({ bot: false, ...(everyone && { everyone }) })
  const channel = guild.channel()
  const ada = guild.member({ name: 'Ada', installs: true })
  return { ...running, guild, channel, ada }
}

describe('in a server that it is not in', () => {
  test('asks, summarises, checks and lists over what is known, with buttons that work, and no thread', async () => {
    const { discord, channel, ada } = await startAbroad({ articles: [lighthouse] })
    const answer = await answerTo(discord, ada.slash(channel, 'ask', { question: who }))
    expect(answer).toMatchObject({ isEphemeral: false, text: expect.stringContaining('Yann Le Goff') })
    expect(answer.buttons.map(({ label }) => label)).not.toContain('Continue in a thread')
    const opened = await ada.press(answer, buttonOf(answer, '¶4')).response()
    expect(opened).toMatchObject({ isEphemeral: true, text: expect.stringContaining('**') })
    expect((await answerTo(discord, ada.slash(channel, 'summary'))).text).toContain('Un phare remis à neuf')
    expect((await ada.slash(channel, 'articles list').response()).text).toContain('Un phare remis à neuf')
    expect((await ada.slash(channel, 'paragraph', { number: 4 }).response()).text).toContain('Yann Le Goff')
    const said = ada.says(channel, who)
    const checked = await answerTo(discord, ada.messageMenu(channel, 'Answer from the articles', said))
    expect(checked.text).toContain('Yann Le Goff')
    const typing = ada.autocomplete(channel, 'ask', { option: 'article', typed: 'phare' })
    expect(await typing.choices()).toHaveLength(1)
  })

  test('changes no article there, whatever the asker may do in that server', async () => {
    const { discord, guild, channel } = await startAbroad({ articles: [lighthouse] })
    const eve = guild.member({ installs: true, permissions: ['ManageGuild'] })
    const told = await eve.slash(channel, 'articles rename', { article: 'phare', title: 'x' }).response()
    expect(told).toMatchObject({ isEphemeral: true, text: 'This works in a server only.' })
    const typing = eve.autocomplete(channel, 'articles use', { option: 'article', typed: '' })
    expect(await typing.choices()).toEqual([])
    expect(discord.messages(channel)).toEqual([])
  })

  test('is offered no settings, and nobody else is offered anything', async () => {
    const { guild, channel, ada } = await startAbroad()
    expect(() => ada.slash(channel, 'settings')).toThrow('not offered')
    expect(() => guild.member().slash(channel, 'ask', { question: who })).toThrow('not offered')
  })

  test('has no settings, whatever a server of the same bot set', async () => {
    const { discord, store, guild, channel, ada } = await startAbroad()
    await store.changeSettings(guild.id, (present) => ({ ...present, channels: ['1'], hourlyLimit: 1, locale: 'fr' }))
    for (const question of [who, who])
      expect((await answerTo(discord, ada.slash(channel, 'ask', { question }))).text).toContain('Where it says so')
    expect(await store.kept(ada.id)).toEqual({ answers: 2, feedback: 0 })
  })

  test('answers privately where the server lets outside apps speak privately alone', async () => {
    const { discord, channel, ada } = await startAbroad({}, ['ViewChannel'])
    // Discord asks for this right besides.
    expect(() => ada.slash(channel, 'ask', { question: who })).toThrow('lacks the permissions')
    const other = discord.guild({ bot: false, everyone: ['ViewChannel', 'UseApplicationCommands'] })
    const there = other.channel()
    const eve = other.member({ installs: true })
    expect((await answerTo(discord, eve.slash(there, 'ask', { question: who }))).isEphemeral).toBe(true)
    expect(discord.messages(there)).toEqual([])
  })

  test('a very long answer stays within the five follow-ups that Discord allows, and loses nothing', async () => {
    const texts = Array.from(
      { length: 12 },
      (_, index) => `Le témoin ${index + 1} ${'_voit_ *la* `mer` [et] '.repeat(26)}chaque jour.`,
    )
    const long = article('temoins', texts, { title: 'Douze témoins', url: `https://example.org/${'long/'.repeat(60)}` })
    const mock = await startModel()
    const claims = texts.map((text, index) =>
      claim(`${index + 1} : ${'_voit_ *la* `mer` [et] '.repeat(16)}`.slice(0, 395), [
        `P${index + 1}`,
        text.slice(0, 560).replace(/ \S*$/, ''),
      ]),
    )
    replies(mock, [answered(...claims)])
    const { discord, channel, ada } = await startAbroad({ mock, articles: [long] })
    const used = ada.slash(channel, 'ask', { question: 'Que voient les témoins ?' })
    await discord.waitFor(() =>
      used.messages().some(({ buttons }) => buttons.some(({ label }) => label === 'More context')),
    )
    const texted = used
      .messages()
      .map(({ text }) => text)
      .join('\n')
    for (let index = 1; index <= 12; index++) expect(texted).toContain(`${index} : \\_voit`)
    expect(used.messages().length).toBeGreaterThan(1)
    expect(used.messages().length).toBeLessThanOrEqual(6)
  })
})

describe('in conversations', () => {
  test('with the bot, and with friends', async () => {
    const mock = await startModel()
    replies(mock, [answered(height)])
    const { discord, ada } = await startAbroad({ mock, articles: [lighthouse] })
    const group = discord.privateChannel([ada, discord.user()])
    for (const place of [ada.dmChannel(), group]) {
      const answer = await answerTo(discord, ada.slash(place, 'ask', { question: 'Quelle est la hauteur du phare ?' }))
      expect(answer.text).toContain('Le phare mesure 28 mètres.')
      expect(answer.buttons.map(({ label }) => label)).not.toContain('Continue in a thread')
      expect((await ada.press(answer, buttonOf(answer, '¶2')).response()).text).toContain('**il mesure 28 mètres**')
    }
    expect(asked(mock)).toHaveLength(2)
  })
})
