/** `/stats` and the limits in `/settings`, as admins use them. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { noCeilings } from '../../src/limits.ts'
import { defaultSettings } from '../../src/store/contract.ts'
import { answerTo, buttonOf, forge } from './answer-to.ts'
import { type Setting, startBot, startModel } from './bot.ts'
import { answered, height, notInArticle, startScene } from './scene.ts'

const who = 'Qui était le dernier gardien du phare ?'
const nowhere = 'Quel est le salaire du ministre de la pêche ?'
const MANAGE = { permissions: ['ManageGuild'] } as const

const start = async (setting: Setting = {}, locale = 'en-US') => {
  const scene = await startScene(setting)
  onTestFinished(() => expect(scene.discord.refused).toEqual([]))
  const admin = scene.guild.member({ name: 'Admin', locale, ...MANAGE })
  const ask = (question: string) => answerTo(scene.discord, scene.ada.slash(scene.channel, 'ask', { question }))
  return { ...scene, admin, ask }
}

const onLimits = async (setting: Setting = {}, locale = 'en-US') => {
  const scene = await start(setting, locale)
  const { discord, admin, channel, guild, store } = scene
  const panel = await admin.slash(channel, 'settings').response()
  const press = (label: string) => admin.press(panel, buttonOf(discord.message(panel), label))
  await press(locale === 'fr' ? 'Limites et coûts' : 'Limits and costs').response()
  return {
    ...scene,
    panel,
    press,
    shown: () => discord.message(panel).text,
    settings: () => store.settings(guild.id),
    /** Opens the form and sends it off with these values. */
    fill: async (values: Readonly<Record<string, string>>) => {
      const opened = press(locale === 'fr' ? 'Changer les plafonds' : 'Change the caps')
      await opened.modal()
      return admin.submitModal(opened, values).response()
    },
  }
}

describe('/stats', () => {
  test('shows what was asked, answered and not found, the ratings and the cost', async () => {
    const mock = await startModel()
    const usage = { prompt_tokens: 1_000, completion_tokens: 100 }
    mock.on({ userMessage: /hauteur/ }, { content: answered(height), usage })
    mock.on({ userMessage: /./ }, { content: notInArticle, usage })
    const { discord, channel, guild, admin, ada, ask, store } = await start({ mock, priced: true })
    const answer = await ask('Quelle est la hauteur du phare ?')
    await ask('Qui sont les gardiens du phare de Kerlann en 2027 ?')
    await ada
      .press(answer, answer.buttons.find(({ customId }) => customId?.includes('feedback'))?.customId ?? '')
      .response()
    const other = discord.guild()
    await answerTo(discord, other.member().slash(other.channel(), 'ask', { question: 'Quelle hauteur ?' }))

    const shown = await admin.slash(channel, 'stats').response()
    expect(shown.isEphemeral).toBe(true)
    expect(shown.text).toContain('Statistics of this server')
    expect(shown.text).toContain('2 requests')
    expect(shown.text).toContain('Questions answered: 1, of which 1 by the model and 0 by quotations alone')
    expect(shown.text).toContain('Not in the articles: 1')
    expect(shown.text).toContain('👍 1 · 👎 0')
    const { days } = await store.statistics({ server: guild.id }, 0, 99_999)
    const calls = days[0]?.usage.calls ?? 0
    expect(calls).toBeGreaterThan(1)
    // 1,000 at 0.25 and 100 at 1.20 dollars a million.
    expect(shown.text).toContain(`for ${calls} model calls`)
    expect(days[0]?.usage.micros).toBe(calls * 370)
  })

  test('turns to its days and to unanswered questions, and back', async () => {
    const { guild, channel, admin, ask, store, discord } = await start()
    await store.changeSettings(guild.id, (present) => ({ ...present, keepUnanswered: true }))
    await ask(nowhere)
    await ask(who)
    const shown = await admin.slash(channel, 'stats').response()
    const press = (label: string) => admin.press(shown, buttonOf(discord.message(shown), label)).response()
    const days = await press('Day by day')
    expect(days).toMatchObject({ id: shown.id })
    expect(days.text).toContain(`${new Date().toISOString().slice(0, 10)}: 2 requests, of which 1 found nothing`)
    const unanswered = await press('1 unanswered question')
    expect(unanswered.text).toContain(nowhere)
    expect(unanswered.text).not.toContain('Ada')
    await store.deleteUnanswered(guild.id)
    expect((await press('Overview')).text).toContain('Statistics of this server')
    expect((await press('0 unanswered questions')).text).toContain('No unanswered question is kept.')
  })

  test('pages through many unanswered questions, also where some are gone meanwhile', async () => {
    const { guild, channel, admin, store, discord } = await start()
    for (let index = 0; index < 25; index += 1)
      await store.keepUnanswered({ server: guild.id, member: 'm', question: `Pourquoi ${index} ?`, at: Date.now() })
    const shown = await admin.slash(channel, 'stats').response()
    const press = (label: string) => admin.press(shown, buttonOf(discord.message(shown), label)).response()
    expect((await press('25 unanswered')).text).toContain('Pourquoi 24 ?')
    expect((await press('Next')).text).toContain('Pourquoi 14 ?')
    await store.forget('m')
    await store.keepUnanswered({ server: guild.id, member: 'm', question: 'La dernière ?', at: Date.now() })
    expect((await press('Next')).text).toContain('La dernière ?')
  })

  test('is in French for a French admin', async () => {
    const { channel, admin } = await start({}, 'fr')
    expect((await admin.slash(channel, 'stats').response()).text).toContain('Statistiques de ce serveur')
  })

  test('is for those who may manage the server or have a role chosen for it, at every press', async () => {
    const { discord, guild, channel, ada, ben, admin, store } = await start()
    const role = guild.role({ name: 'Editors' })
    const panel = await admin.slash(channel, 'settings').response()
    await admin.select(panel, 'settings.admins', [role.id]).response()
    expect((await store.settings(guild.id)).adminRoles).toEqual([role.id])
    const refused = { isEphemeral: true, text: expect.stringContaining('or have a role that its admins chose') }
    expect(await ada.slash(channel, 'stats').response()).toMatchObject(refused)
    guild.setRoles(ben, [role])
    const shown = await ben.slash(channel, 'stats').response()
    expect(shown.text).toContain('Statistics of this server')
    expect((await ben.press(shown, buttonOf(shown, 'Day by day')).response()).text).toContain('Day by day')
    guild.setRoles(ben, [])
    expect(await ben.press(shown, buttonOf(discord.message(shown), 'Overview')).response()).toMatchObject(refused)
    const forged = await forge(discord, channel, 'stats.unanswered.1')
    expect(await ada.press(forged, 'stats.unanswered.1').response()).toMatchObject(refused)
    // Statistics are all that the role is for.
    expect(() => ben.slash(channel, 'settings')).toThrow('lacks the permissions')
  })
})

describe('limits in /settings', () => {
  test('show what is spent, and take caps by a form', async () => {
    const { shown, fill, settings, panel } = await onLimits()
    expect(shown()).toContain('Limits and costs of this server')
    const saved = await fill({ dailyTokens: '100 000', monthlyMicros: '2.50' })
    expect(saved).toMatchObject({ id: panel.id, text: expect.stringContaining('Saved.') })
    expect(await settings()).toEqual({ ...defaultSettings, dailyTokens: 100_000, monthlyMicros: 2_500_000 })
    // What the form holds stays; what is emptied goes.
    await fill({ monthlyMicros: '' })
    expect(await settings()).toEqual({ ...defaultSettings, dailyTokens: 100_000 })
  })

  test('can be taken back', async () => {
    const { fill, press, settings, shown } = await onLimits()
    await fill({ dailyTokens: '5000' })
    await press('Undo').response()
    expect(shown()).toContain('Limits and costs of this server')
    expect(await settings()).toEqual(defaultSettings)
  })

  test('refuse in words what is no amount, and what the operator does not allow', async () => {
    const server = { day: { tokens: 50_000 }, month: { micros: 5_000_000 } }
    const { fill, settings, shown } = await onLimits({ ceilings: { ...noCeilings, server } })
    expect(shown()).toContain('The bot allows at most 50,000 tokens a day, and $5.00 a month.')
    for (const [values, words] of [
      [{ dailyTokens: '1', monthlyTokens: 'many' }, '“many” is neither a number like 100,000'],
      [{ dailyTokens: '50 001' }, 'the bot allows at most 50,000 tokens a day'],
      [{ dailyTokens: '50 000', monthlyMicros: '5.01' }, 'the bot allows at most $5.00 a month'],
    ] as const)
      expect(await fill(values)).toMatchObject({ isEphemeral: true, text: expect.stringContaining(words) })
    expect(await settings()).toEqual(defaultSettings)
    await fill({ dailyTokens: '50 000', monthlyMicros: '5' })
    expect(await settings()).toEqual({ ...defaultSettings, dailyTokens: 50_000, monthlyMicros: 5_000_000 })
  })

  test('take the questions an hour of all members, up to the operator’s ceiling', async () => {
    const { admin, panel, settings } = await onLimits({
      ceilings: { ...noCeilings, hourly: { server: 60, member: 10 } },
    })
    await admin.select(panel, 'settings.server_limit', ['30']).response()
    expect((await settings()).serverHourlyLimit).toBe(30)
  })

  test('refuse a limit of a panel that was drawn before the ceiling', async () => {
    const first = await start()
    const panel = await first.admin.slash(first.channel, 'settings').response()
    await first.bot.stop()
    await startBot({ discord: first.discord, store: first.store, ceilings: { ...noCeilings, hourly: { member: 10 } } })
    const refused = await first.admin.select(panel, 'settings.limit', ['20']).response()
    expect(refused.text).toContain('the bot allows at most 10 questions an hour')
    expect(await first.store.settings(first.guild.id)).toEqual(defaultSettings)
  })

  test('keep unanswered questions where the server wants it, and drop them at once where it does not', async () => {
    const { press, ask, store, guild, settings, shown } = await onLimits()
    await press('Keep these questions').response()
    expect(shown()).toContain('Their text is kept here for admins')
    expect((await settings()).keepUnanswered).toBe(true)
    await ask(nowhere)
    expect((await store.unanswered(guild.id, { limit: 9, offset: 0 })).total).toBe(1)
    await press('Stop keeping them').response()
    expect((await store.unanswered(guild.id, { limit: 9, offset: 0 })).total).toBe(0)
    expect(await settings()).toEqual(defaultSettings)
    await press('Keep these questions').response()
    await ask(nowhere)
    await press('Undo').response()
    expect(await settings()).toEqual(defaultSettings)
    expect((await store.unanswered(guild.id, { limit: 9, offset: 0 })).total).toBe(0)
  })

  test('are in French for a French admin', async () => {
    const { shown, fill } = await onLimits({}, 'fr')
    expect(shown()).toContain('Limites et coûts de ce serveur')
    expect((await fill({ dailyMicros: 'cinq' })).text).toContain('«\u00a0cinq\u00a0» n’est ni un nombre')
  })

  test('are for those who may manage the server, also when the form is sent', async () => {
    const { discord, guild, channel, ada, admin, press, settings } = await onLimits()
    const opened = press('Change the caps')
    await opened.modal()
    guild.setRoles(admin, [])
    const sent = await admin.submitModal(opened, { dailyTokens: '5' }).response()
    expect(sent.text).toContain('may manage the server')
    const forged = await forge(discord, channel, 'settings.caps')
    expect((await ada.press(forged, 'settings.caps').response()).text).toContain('may manage the server')
    expect(await settings()).toEqual(defaultSettings)
  })
})
