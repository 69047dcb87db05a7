/** Servers come and go: what is kept of one that removed the bot, and what an admin can have deleted at once. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite.ts'
import { lighthouse } from '../fakes/articles.ts'
import { startFakeDiscord } from '../fakes/discord/server.ts'
import { answerTo, buttonOf, forge } from './answer-to.ts'
import { startBot } from './bot.ts'
import { startScene } from './scene.ts'

const who = 'Qui était le dernier gardien du phare ?'
const MANAGE = { permissions: ['ManageGuild'] } as const
const file = { filename: 'pont.md', type: 'text/markdown', data: '# Le pont\n\nLe pont sera fermé du 4 au 18 mai.\n' }
const FOREVER = Number.MAX_SAFE_INTEGER

const start = async () => {
  const discord = await startFakeDiscord()
  const store = await openSqlite('memory')
  onTestFinished(async () => {
    await discord.close()
    await store.close()
  })
  const guild = discord.guild()
  const left = () => store.serversLeftBefore(FOREVER)
  const run = () => startBot({ discord, store, articles: [lighthouse] })
  return { discord, store, guild, left, run }
}

describe('a server that removes the bot', () => {
  test('is told to the store at once, and that it is back when it invites the bot again', async () => {
    const { guild, left, run } = await start()
    await run()
    expect(await left()).toEqual([])
    guild.kick()
    await expect.poll(left, { timeout: 5_000 }).toEqual([guild.id])
    guild.invite()
    await expect.poll(left, { timeout: 5_000 }).toEqual([])
  })

  test('while the bot was offline: is noticed at the next start', async () => {
    const { discord, guild, left, run } = await start()
    const other = discord.guild()
    const first = await run()
    await first.bot.stop()
    guild.kick()
    expect(await left()).toEqual([])
    await run()
    await expect.poll(left, { timeout: 5_000 }).toEqual([guild.id])
    other.kick()
    await expect.poll(left, { timeout: 5_000 }).toHaveLength(2)
  })

  test('an outage is no removal, neither while the bot runs nor at a start', async () => {
    const { discord, guild, left, run } = await start()
    const first = await run()
    guild.setAvailable(false)
    const elsewhere = discord.guild()
    // Told after the outage: what came before it has been seen.
    elsewhere.kick()
    await expect.poll(left, { timeout: 5_000 }).toEqual([elsewhere.id])
    await first.bot.stop()
    await run()
    guild.setAvailable(true)
    expect(await left()).toEqual([elsewhere.id])
  }, 40_000)
})

describe('Delete everything', () => {
  const startErasing = async () => {
    const scene = await startScene({ articles: [lighthouse] })
    const { discord, guild, channel, ada } = scene
    const admin = guild.member({ name: 'Admin', ...MANAGE })
    await answerTo(discord, admin.slash(channel, 'articles add', { file }))
    const answer = await answerTo(discord, ada.slash(channel, 'ask', { question: who }))
    const panel = await admin.slash(channel, 'settings').response()
    await admin.select(panel, 'settings.limit', ['5']).response()
    return { ...scene, admin, answer, panel }
  }

  test('asks first; then articles, answers and settings of this server are gone, and those of others stay', async () => {
    const { discord, guild, channel, ada, admin, answer, panel, store } = await startErasing()
    const elsewhere = discord.guild()
    const eve = elsewhere.member(MANAGE)
    const there = elsewhere.channel()
    await answerTo(discord, eve.slash(there, 'articles add', { file }))
    const asked = await admin.press(panel, buttonOf(panel, 'Delete everything')).response()
    expect(asked).toMatchObject({ id: panel.id, text: expect.stringContaining('This cannot be undone') })
    const back = await admin.press(asked, buttonOf(asked, 'Back')).response()
    expect(back.text).toContain('Settings of this server')
    expect((await store.settings(guild.id)).hourlyLimit).toBe(5)
    const again = await admin.press(panel, buttonOf(back, 'Delete everything')).response()
    const done = await admin.press(again, buttonOf(again, 'Delete everything')).response()
    expect(done).toMatchObject({ text: expect.stringContaining('Deleted: 1 article, 1 answer'), buttons: [] })
    expect((await store.settings(guild.id)).hourlyLimit).toBe(0)
    expect((await ada.slash(channel, 'articles list').response()).text).not.toContain('Le pont')
    expect((await ada.press(answer, buttonOf(answer, '¶4')).response()).text).toContain('no longer works')
    expect((await eve.slash(there, 'articles list').response()).text).toContain('Le pont')
    // The bot is still there, and answers from what is everybody's.
    expect((await answerTo(discord, ada.slash(channel, 'ask', { question: who }))).text).toContain('Yann Le Goff')
  })

  test('is for those who may manage the server, whatever roles the settings name', async () => {
    const { discord, guild, channel, ben, store } = await startErasing()
    const role = guild.role()
    guild.setRoles(ben, [role])
    await store.changeSettings(guild.id, (present) => ({ ...present, curators: [role.id] }))
    const forged = await forge(discord, channel, 'erase.yes')
    expect((await ben.press(forged, 'erase.yes').response()).text).toContain('may manage the server')
    expect((await store.settings(guild.id)).hourlyLimit).toBe(5)
  })
})

test('/about says how long answers are kept, and what becomes of a server’s data', async () => {
  const { guild, channel, ada } = await startScene()
  const about = await ada.slash(channel, 'about').response()
  expect(about.text).toContain('Answers are deleted after 30 days.')
  expect(about.text).toMatch(/removes the bot.*articles included.*deleted after 30 days/)
  const french = await guild.member({ locale: 'fr' }).slash(channel, 'about').response()
  expect(french.text).toContain('effacées au bout de 30 jours')
  expect(french.text).toMatch(/retire le bot.*articles compris.*au bout de 30 jours/)
})
