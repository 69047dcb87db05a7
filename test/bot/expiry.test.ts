/** What Discord no longer waits for: three seconds to acknowledge a command, fifteen minutes to answer it. */
import { describe, expect, test } from 'vitest'
import { lighthouse } from '../fakes/articles.ts'
import { buttonOf } from './answer-to.ts'
import { startModel } from './bot.ts'
import { answered, height, startScene, written } from './scene.ts'

const question = 'Quelle est la hauteur du phare ?'
const TOKEN_LIFE = 15 * 60_000

/** A bot whose model answers when it is let. */
const startSlow = async () => {
  const mock = await startModel()
  const held = Promise.withResolvers<void>()
  mock.on({ userMessage: /./ }, async () => {
    await held.promise
    return { content: answered(height) }
  })
  return { ...(await startScene({ mock, articles: [lighthouse] })), release: held.resolve }
}

const errors = (log: readonly { readonly level: string }[]) => log.filter(({ level }) => level === 'error')

describe('an answer that took longer than fifteen minutes', () => {
  test('comes as a message in the channel, kept with its buttons', async () => {
    const { discord, channel, ada, release, log } = await startSlow()
    const used = ada.slash(channel, 'ask', { question })
    await used.acknowledged()
    discord.advance(TOKEN_LIFE + 1)
    release()
    const answer = await discord.waitFor(() => written(discord, channel).find(({ text }) => text.includes('28 mètres')))
    expect(answer.text).toContain(`Question · ${question}`)
    expect(answer.pings).toEqual({ everyone: false, users: [], roles: [] })
    expect((await ada.press(answer, buttonOf(answer, '¶2')).response()).text).toContain('**il mesure 28 mètres**')
    expect(errors(log)).toEqual([])
  })

  test('comes nowhere when it was for the asker alone', async () => {
    const { discord, bot, channel, ada, release, log } = await startSlow()
    const used = ada.slash(channel, 'ask', { question, private: true })
    await used.acknowledged()
    discord.advance(TOKEN_LIFE + 1)
    release()
    await bot.stop()
    expect(discord.messages(channel)).toEqual([])
    expect(errors(log)).toEqual([])
    expect(log.some(({ event }) => event.startsWith('could not'))).toBe(true)
  })
})

describe('a command that was not acknowledged within three seconds', () => {
  test('is answered by words in the channel', async () => {
    const { discord, channel, ada, log } = await startSlow()
    const used = ada.slash(channel, 'ask', { question })
    discord.advance(3_001)
    const [said] = await discord.waitFor(() => written(discord, channel).length > 0 && written(discord, channel))
    expect(said?.text).toBe('This took longer than Discord waits. Ask again.')
    expect(used.hasFailed).toBe(true)
    expect(errors(log)).toEqual([])
  })

  test.each([
    ['a private question', 'ask', { question, private: true }],
    ['a page for the caller alone', 'help', {}],
  ] as const)('%s leaves nothing in the channel', async (_, name, values) => {
    const { discord, bot, channel, ada, log } = await startSlow()
    const used = ada.slash(channel, name, values)
    discord.advance(3_001)
    await discord.waitFor(() => log.some(({ level }) => level === 'warn'))
    await bot.stop()
    expect(used.hasFailed).toBe(true)
    expect(discord.messages(channel)).toEqual([])
    expect(errors(log)).toEqual([])
  })

  test('a button or a choice in a menu likewise', async () => {
    const { discord, bot, channel, guild, ada, log } = await startSlow()
    const paragraph = await ada.slash(channel, 'paragraph', { number: 1 }).response()
    const admin = guild.member({ permissions: ['ManageGuild'] })
    const panel = await admin.slash(channel, 'settings').response()
    ada.press(paragraph, buttonOf(paragraph, '¶2'))
    admin.select(panel, 'settings.limit', ['5'])
    discord.advance(3_001)
    await discord.waitFor(() => log.filter(({ level }) => level === 'warn').length === 2)
    await bot.stop()
    expect(discord.messages(channel)).toEqual([])
    expect(errors(log)).toEqual([])
  })

  test('what is typed meanwhile is no matter', async () => {
    const { discord, channel, ada, log } = await startSlow()
    ada.autocomplete(channel, 'ask', { option: 'article', typed: 'ph' })
    discord.advance(3_001)
    await discord.waitFor(() => log.some(({ level }) => level === 'warn'))
    expect((await ada.slash(channel, 'help').response()).text).toContain('How to ask')
    expect(errors(log)).toEqual([])
  })
})
