/** `/settings`: the panel of a server's admins, what each control changes, and who may. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { customId } from '../../src/discord/custom-id.ts'
import { defaultSettings } from '../../src/store/contract.ts'
import { article, bakery, lighthouse } from '../fakes/articles.ts'
import type { SeenMessage } from '../fakes/discord/seen.ts'
import { answerTo, buttonOf, forge } from './answer-to.ts'
import { type Setting, startBot } from './bot.ts'
import { replyTo, startScene as start, written } from './scene.ts'

const who = 'Qui était le dernier gardien du phare ?'
const MANAGE = { permissions: ['ManageGuild'] } as const

const startPanel = async (setting: Setting = {}, locale = 'en-US') => {
  const scene = await start(setting)
  const { discord, guild, channel, store } = scene
  onTestFinished(() => expect(discord.refused).toEqual([]))
  const admin = guild.member({ name: 'Admin', locale, ...MANAGE })
  const panel = await admin.slash(channel, 'settings').response()
  return {
    ...scene,
    admin,
    panel,
    settings: () => store.settings(guild.id),
    choose: (control: string, ...values: string[]) => admin.select(panel, `settings.${control}`, values).response(),
    push: async (label: string) => admin.press(panel, buttonOf(discord.message(panel), label)).response(),
  }
}

/** What a menu has chosen, by its custom id. */
const chosen = (panel: SeenMessage, id: string): readonly unknown[] => {
  type Part = {
    readonly custom_id?: string
    readonly default_values?: readonly { readonly id: string }[]
    readonly options?: readonly { readonly value: string; readonly default?: boolean }[]
    readonly components?: readonly Part[]
  }
  const all = (parts: readonly Part[]): readonly Part[] =>
    parts.flatMap((part) => [part, ...all(part.components ?? [])])
  const menu = all(panel.components as readonly Part[]).find((part) => part.custom_id === id)
  return (
    menu?.options?.flatMap((option) => (option.default ? [option.value] : [])) ??
    menu?.default_values?.map((each) => each.id) ??
    []
  )
}

describe('each control shows and changes one setting, which takes effect', () => {
  test('at first everything is open', async () => {
    const { panel, settings } = await startPanel()
    expect(panel.isEphemeral).toBe(true)
    for (const words of ['Settings of this server', 'Everybody sees them', 'None: all articles are searched'])
      expect(panel.text).toContain(words)
    expect(panel.buttons.map(({ label }) => label)).toEqual([
      'Answer privately',
      'Article of a channel',
      'Limits and costs',
      'Delete everything…',
    ])
    expect(chosen(panel, 'settings.language')).toEqual(['reader'])
    expect(chosen(panel, 'settings.limit')).toEqual(['0'])
    expect(await settings()).toEqual(defaultSettings)
  })

  test('the channels', async () => {
    const { discord, guild, channel, ada, panel, choose, settings } = await startPanel()
    const open = guild.channel({ name: 'open' })
    const shown = await choose('channels', open.id)
    expect(shown).toMatchObject({ id: panel.id, text: expect.stringContaining('Saved.') })
    expect(chosen(shown, 'settings.channels')).toEqual([open.id])
    expect(await settings()).toEqual({ ...defaultSettings, channels: [open.id] })
    expect((await ada.slash(channel, 'ask', { question: who }).response()).text).toContain(
      'I do not answer in this channel',
    )
    expect((await answerTo(discord, ada.slash(open, 'ask', { question: who }))).text).toContain('Yann Le Goff')
    expect(await choose('channels').then((none) => chosen(none, 'settings.channels'))).toEqual([])
    expect((await answerTo(discord, ada.slash(channel, 'ask', { question: who }))).text).toContain('Yann Le Goff')
  })

  test('the roles', async () => {
    const { discord, guild, channel, ada, ben, choose, settings } = await startPanel()
    const role = guild.role({ name: 'Readers' })
    guild.setRoles(ben, [role])
    expect(chosen(await choose('roles', role.id), 'settings.roles')).toEqual([role.id])
    expect((await settings()).roles).toEqual([role.id])
    expect((await ada.slash(channel, 'ask', { question: who }).response()).text).toContain('certain roles')
    expect((await answerTo(discord, ben.slash(channel, 'ask', { question: who }))).text).toContain('Yann Le Goff')
  })

  test('the question channels, which need the intent to read messages', async () => {
    const without = await startPanel()
    expect(without.panel.text).toContain('needs the message content intent')
    const { discord, channel, ada, panel, choose } = await startPanel({ messageContent: true })
    expect(panel.text).not.toContain('message content intent')
    expect(chosen(await choose('questions', channel.id), 'settings.questions')).toEqual([channel.id])
    expect((await replyTo(discord, ada.says(channel, who))).text).toContain('Yann Le Goff')
  })

  test('the language, of the panel too, and back to each reader’s own', async () => {
    const { discord, channel, ada, choose, settings } = await startPanel()
    const french = await choose('language', 'fr')
    expect(french.text).toContain('Réglages de ce serveur')
    expect((await settings()).locale).toBe('fr')
    expect((await answerTo(discord, ada.slash(channel, 'ask', { question: who }))).text).toContain('Où c’est écrit')
    const back = await choose('language', 'reader')
    expect(back.text).toContain('Settings of this server')
    expect(await settings()).toEqual(defaultSettings)
    expect((await answerTo(discord, ada.slash(channel, 'ask', { question: who }))).text).toContain('Where it says so')
  })

  test('the limit of a member, with the present one always among those offered', async () => {
    const { discord, guild, channel, ada, admin, choose, store } = await startPanel()
    expect(chosen(await choose('limit', '5'), 'settings.limit')).toEqual(['5'])
    await store.changeSettings(guild.id, (present) => ({ ...present, hourlyLimit: 1 }))
    expect(chosen(await admin.slash(channel, 'settings').response(), 'settings.limit')).toEqual(['1'])
    await answerTo(discord, ada.slash(channel, 'ask', { question: who }))
    expect((await ada.slash(channel, 'ask', { question: who }).response()).text).toContain('1 question within an hour')
  })

  test('private or public', async () => {
    const { discord, channel, ada, me, push, settings } = await startPanel()
    const hidden = await push('Answer privately')
    expect(hidden.text).toContain('Only the asker sees them')
    // A mention is public: Discord has no private replies.
    expect((await replyTo(discord, ada.says(channel, `${me} ${who}`))).isEphemeral).toBe(false)
    expect((await answerTo(discord, ada.slash(channel, 'ask', { question: who }))).isEphemeral).toBe(true)
    const open = await push('Answer publicly')
    expect(open.text).toContain('Everybody sees them')
    expect(await settings()).toEqual(defaultSettings)
  })

  test('the article of a channel, chosen from any number, changed and removed', async () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      article(`a${index}`, ['Rien.'], { title: `Article ${String(index).padStart(2, '0')}` }),
    )
    const { discord, channel, ada, admin, panel, push, settings } = await startPanel({
      articles: [...many, lighthouse, bakery],
    })
    const page = await push('Article of a channel')
    expect(page.selects.map((select) => select.customId)).toEqual(['settings.channel'])
    const first = await admin.select(panel, 'settings.channel', [channel.id]).response()
    expect(first.text).toContain('None: all articles are searched')
    const second = await admin.press(panel, buttonOf(first, 'Next')).response()
    const menu = customId({ kind: 'default_article', channel: channel.id })
    const option = second.selects
      .find((select) => select.customId === menu)
      ?.options.find(({ label }) => label.startsWith('Un phare'))
    const home = await admin.select(panel, menu, [option?.value ?? '']).response()
    expect(home.text).toContain(`<#${channel.id}> · Un phare remis à neuf`)
    expect((await settings()).defaultArticles).toEqual({ [channel.id]: 'phare' })
    expect((await answerTo(discord, ada.slash(channel, 'summary'))).text).toContain('Un phare remis à neuf')

    await push('Article of a channel')
    const again = await admin.select(panel, 'settings.channel', [channel.id]).response()
    expect(again.text).toContain('Un phare remis à neuf')
    await admin.press(panel, buttonOf(again, 'No article')).response()
    expect(await settings()).toEqual(defaultSettings)
    await push('Article of a channel')
    expect((await push('Back')).text).toContain('None: all articles are searched')
  })
})

describe('undo', () => {
  test('takes back the last change, and nothing that others changed since', async () => {
    const { discord, guild, channel, panel, choose, push, settings, store } = await startPanel()
    await choose('limit', '5')
    const other = guild.member({ ...MANAGE })
    const theirs = await other.slash(channel, 'settings').response()
    await other.select(theirs, 'settings.language', ['fr']).response()
    const undone = await push('Undo')
    expect(undone).toMatchObject({ id: panel.id, text: expect.not.stringContaining('Saved') })
    expect(await settings()).toEqual({ ...defaultSettings, locale: 'fr' })
    await other.press(theirs, buttonOf(discord.message(theirs), 'Annuler')).response()
    expect(await settings()).toEqual(defaultSettings)
    await store.changeSettings(guild.id, (present) => ({ ...present, locale: 'en' }))
    await choose('language', 'reader')
    await push('Undo')
    expect((await settings()).locale).toBe('en')
  })

  test('after a restart there is nothing to take back: the panel shows what holds', async () => {
    const { discord, store, bot, choose, push, settings } = await startPanel()
    await choose('limit', '5')
    await bot.stop()
    await startBot({ discord, store })
    const shown = await push('Undo')
    expect(chosen(shown, 'settings.limit')).toEqual(['5'])
    expect(shown.buttons.map(({ label }) => label)).not.toContain('Undo')
    expect((await settings()).hourlyLimit).toBe(5)
  })
})

describe('only who may manage the server', () => {
  test('is offered the command, in servers', async () => {
    const { discord, channel, ada } = await start()
    expect(() => ada.slash(channel, 'settings')).toThrow('lacks the permissions')
    const admin = discord.guild().member(MANAGE)
    expect(() => admin.slash(admin.dmChannel(), 'settings')).toThrow('not offered')
  })

  test('may run it, whomever the server’s admins gave the command to', async () => {
    const { discord, channel, ada } = await start()
    const given = discord.commands().map(({ name, type }) => ({ name, type, description: type === 1 ? name : '' }))
    await fetch(`${discord.api}/v10/applications/${discord.applicationId}/commands`, {
      method: 'PUT',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(given),
    })
    expect(await ada.slash(channel, 'settings').response()).toMatchObject({
      isEphemeral: true,
      text: 'Only members who may manage the server can do this.',
    })
    expect((await ada.slash(ada.dmChannel(), 'settings').response()).text).toBe('This works in a server only.')
  })

  test('may press, also when the panel was drawn before', async () => {
    const { discord, guild, admin, panel, settings } = await startPanel()
    guild.setRoles(admin, [])
    const refused = [
      admin.select(panel, 'settings.limit', ['5']),
      admin.select(panel, 'settings.roles', [guild.role().id]),
      admin.press(panel, buttonOf(panel, 'Answer privately')),
    ]
    for (const used of refused)
      expect(await used.response()).toMatchObject({
        isEphemeral: true,
        text: expect.stringContaining('may manage the server'),
      })
    expect(await settings()).toEqual(defaultSettings)
    expect(discord.message(panel).text).toBe(panel.text)
  })

  test('may press what was never drawn', async () => {
    const { discord, channel, ada, admin, choose, settings } = await startPanel()
    const kept = buttonOf(await choose('limit', '5'), 'Undo')
    for (const id of ['settings.private', kept, customId({ kind: 'default_none', channel: channel.id })])
      expect((await ada.press(await forge(discord, channel, id), id).response()).text).toContain(
        'may manage the server',
      )
    const conversation = ada.dmChannel()
    const spoken = await forge(discord, conversation, 'settings.private')
    expect((await ada.press(spoken, 'settings.private').response()).text).toBe('This works in a server only.')
    // An admin of another server has no part in this one.
    const elsewhere = discord.guild()
    const place = elsewhere.channel()
    const stranger = elsewhere.member(MANAGE)
    await stranger.press(await forge(discord, place, kept), kept).response()
    expect((await settings()).hourlyLimit).toBe(5)
    expect((await admin.press(await forge(discord, channel, kept), kept).response()).text).toContain('Settings')
    expect(await settings()).toEqual(defaultSettings)
    expect(written(discord, conversation)).toHaveLength(1)
  })
})

test('in French for a French admin', async () => {
  const { panel, push } = await startPanel({}, 'fr')
  expect(panel.text).toContain('Réglages de ce serveur')
  expect((await push('Répondre en privé')).text).toContain('Enregistré.')
})
