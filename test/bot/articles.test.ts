/** A server's articles, as its people change them from Discord. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { customId } from '../../src/discord/custom-id.ts'
import { bakery, lighthouse } from '../fakes/articles.ts'
import type { Invocation } from '../fakes/discord/invocation.ts'
import type { SeenMessage } from '../fakes/discord/seen.ts'
import type { FakeDiscord } from '../fakes/discord/server.ts'
import { answerTo, buttonOf, forge } from './answer-to.ts'
import { type Setting, startBot } from './bot.ts'
import { startScene as start } from './scene.ts'
import { unreadable } from './unreadable.ts'

const MANAGE = { permissions: ['ManageGuild'] } as const
const bridge = `---
title: Le pont de l’Aulne
source: Le Courrier de Kerlann
author: Ana Ruiz
published: 2026-03-01
language: fr
---

Le pont de l’Aulne sera fermé du 4 au 18 mai, a annoncé la préfecture.

Construit en 1951, il porte 9.000 voitures par jour.

La déviation passera par Port-Launay.
`
const markdown = (data: string, filename = 'pont.md') => ({ filename, type: 'text/markdown', data })
const closed = 'Quand le pont de l’Aulne sera-t-il fermé ?'

const startScene = async (setting: Setting = {}) => {
  const scene = await start({ articles: [lighthouse], ...setting })
  onTestFinished(() => expect(scene.discord.refused).toEqual([]))
  const admin = scene.guild.member({ name: 'Admin', ...MANAGE })
  const add = (values: Parameters<typeof admin.slash>[2], place = scene.channel) =>
    answerTo(scene.discord, admin.slash(place, 'articles add', values))
  return { ...scene, admin, add }
}

/** A page on loopback, which the tests' reader may fetch; what it says can change, and it can keep one waiting. */
const startPage = async (text: string) => {
  const page = { text, delay: 0, asked: 0 }
  const server = createServer((_, response) => {
    page.asked += 1
    setTimeout(() => {
      response.setHeader('content-type', 'text/markdown; charset=utf-8')
      response.end(page.text)
    }, page.delay)
  })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  return Object.assign(page, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/pont.md` })
}

const titlesIn = async (discord: FakeDiscord, listed: Invocation): Promise<string> =>
  (await answerTo(discord, listed)).text

/** Every text that a response has had. */
const shownBy = ({ revisions }: SeenMessage): readonly string[] => revisions.map(({ text }) => text)

describe('/articles add', () => {
  test('a file: what it was read as, to the adder alone; then it is searched, in this server alone', async () => {
    const { discord, channel, ada, add } = await startScene()
    const added = await add({ file: markdown(bridge) })
    expect(added.isEphemeral).toBe(true)
    for (const words of [
      'Article added',
      '**Le pont de l’Aulne**',
      'Le Courrier de Kerlann · Ana Ruiz · 2026-03-01',
      'French · 3 paragraphs',
      'Beginning · ¶1\n> Le pont de l’Aulne sera fermé',
      'End · ¶3\n> La déviation passera',
    ])
      expect(added.text).toContain(words)
    expect(added.buttons.map(({ label }) => label)).toEqual(['Undo', 'Use in this channel', '¶1'])
    const answer = await answerTo(discord, ada.slash(channel, 'ask', { question: closed }))
    expect(answer.text).toContain('du 4 au 18 mai')
    const elsewhere = discord.guild()
    const eve = elsewhere.member()
    const there = elsewhere.channel()
    const strange = await answerTo(discord, eve.slash(there, 'ask', { question: closed }))
    expect(strange.text).not.toContain('du 4 au 18 mai')
    expect(await titlesIn(discord, eve.slash(there, 'articles list'))).not.toContain('Aulne')
    const typing = eve.autocomplete(there, 'ask', { option: 'article', typed: 'aulne' })
    expect(await typing.choices()).toEqual([])
    expect((await answerTo(discord, ada.slash(ada.dmChannel(), 'ask', { question: closed }))).text).not.toContain(
      'du 4 au 18 mai',
    )
  })

  test('an address, also in angle brackets, with what is going on meanwhile, in French', async () => {
    const { discord, guild, channel } = await startScene()
    const page = await startPage(bridge)
    page.delay = 600
    const chef = guild.member({ locale: 'fr', ...MANAGE })
    const used = chef.slash(channel, 'articles add', { url: `<${page.url}>` })
    const added = await answerTo(discord, used)
    expect(used.acknowledgedWithin).toBeLessThan(3_000)
    expect(shownBy(added)[0]).toContain('⏳ Téléchargement…')
    expect(added.text).toContain('Article ajouté')
    expect(added.text).toContain('français · 3 paragraphes')
    expect(page.asked).toBe(1)
  })

  test('a text that is pasted into the form', async () => {
    const { discord, channel, admin, ada } = await startScene()
    const opened = admin.slash(channel, 'articles add')
    expect((await opened.modal()).title).toBe('Paste an article')
    const text = bridge.slice(bridge.indexOf('Le pont de l’Aulne sera'))
    const added = await answerTo(discord, admin.submitModal(opened, { text, title: 'Le pont' }))
    expect(added).toMatchObject({ isEphemeral: true, text: expect.stringContaining('**Le pont**') })
    const answer = await answerTo(discord, ada.slash(channel, 'ask', { question: closed }))
    expect(answer.text).toContain('du 4 au 18 mai')
  })

  test('a pasted text without a title is called by its first words; 4,000 characters are taken', async () => {
    const { discord, channel, admin } = await startScene()
    const opened = admin.slash(channel, 'articles add')
    await opened.modal()
    const text = 'Le port de Kerlann compte douze quais. '.repeat(110).slice(0, 4_000)
    const added = await answerTo(discord, admin.submitModal(opened, { text }))
    expect(added.text).toContain('**Le port de Kerlann compte douze quais**')
  })

  test('the same again: told, and not there twice; of two at once one adds', async () => {
    const { discord, channel, admin, add } = await startScene()
    const both = await Promise.all([add({ file: markdown(bridge) }), add({ file: markdown(bridge, 'autre.md') })])
    expect(both.map(({ text }) => text.includes('known already')).toSorted()).toEqual([false, true])
    const again = await add({ file: markdown(bridge) })
    expect(again.text).toContain('This article is known already, so nothing was added.')
    expect(again.text).toContain('Le pont de l’Aulne')
    expect(again.buttons.map(({ label }) => label)).not.toContain('Undo')
    const list = await titlesIn(discord, admin.slash(channel, 'articles list'))
    expect(list.match(/Aulne/g)).toHaveLength(1)
  })

  test('undo takes it back, also after a restart; not once it has changed', async () => {
    const scene = await startScene()
    const { discord, channel, admin, add, store, bot } = scene
    const first = await add({ file: markdown(bridge) })
    const undone = await admin.press(first, buttonOf(first, 'Undo')).response()
    expect(undone).toMatchObject({
      id: first.id,
      text: 'Undone: “Le pont de l’Aulne” is no longer there.',
      buttons: [],
    })
    expect(await titlesIn(discord, admin.slash(channel, 'articles list'))).not.toContain('Aulne')
    const second = await add({ file: markdown(bridge) })
    await bot.stop()
    await startBot({ discord, store, articles: [lighthouse] })
    const typing = admin.autocomplete(channel, 'articles refresh', { option: 'article', typed: 'pont' })
    const [choice] = await typing.choices()
    const changed = bridge.replace('9.000', '9.500')
    await answerTo(
      discord,
      admin.slash(channel, 'articles refresh', { article: String(choice?.value), file: markdown(changed) }),
    )
    const late = await admin.press(second, buttonOf(second, 'Undo')).response()
    expect(late).toMatchObject({ isEphemeral: true, text: expect.stringContaining('nothing was undone') })
    expect(await titlesIn(discord, admin.slash(channel, 'articles list'))).toContain('Aulne')
  })

  test('a bad address, file or choice: why, in words, and nothing is added', async () => {
    const { discord, channel, admin, guild, log, add } = await startScene()
    const french = guild.member({ locale: 'fr', ...MANAGE })
    const wrong = [
      [{ url: 'http://169.254.169.254/latest/meta-data' }, /not on the public internet/],
      [{ url: 'ftp://example.org/a' }, /only addresses that begin with http/i],
      [{ url: 'kerlann' }, /no address of a page|not the address of a page/i],
      [{ file: markdown('', 'vide.md') }, /empty/i],
      [{ file: { filename: 'a.exe', type: 'application/x-msdownload', data: new Uint8Array(64) } }, /kind|read/i],
      [{ url: 'https://example.org/', file: markdown(bridge) }, /not both/],
    ] as const
    for (const [values, words] of wrong) {
      const told = await add(values)
      expect(told).toMatchObject({ isEphemeral: true, text: expect.stringMatching(words) })
      expect(told.buttons).toEqual([])
    }
    const inFrench = await answerTo(discord, french.slash(channel, 'articles add', { url: 'http://10.0.0.1/' }))
    expect(inFrench.text).toContain('n’est pas sur l’internet public')
    expect(await titlesIn(discord, admin.slash(channel, 'articles list'))).toContain('1 article')
    expect(log.filter(({ level }) => level === 'error')).toEqual([])
  })

  test.each(unreadable)('what cannot be read: %s; why and what to do, in both languages', async (_, file, en, fr) => {
    const { discord, guild, channel, admin, log, add } = await startScene()
    const told = await add({ file })
    expect(told).toMatchObject({ isEphemeral: true, buttons: [], text: expect.stringMatching(en) })
    const chef = guild.member({ locale: 'fr', ...MANAGE })
    expect((await answerTo(discord, chef.slash(channel, 'articles add', { file }))).text).toMatch(fr)
    expect(await titlesIn(discord, admin.slash(channel, 'articles list'))).toContain('1 article')
    expect(log.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('a file that is named like a path, and a title of markup: shown as they are', async () => {
    const { add } = await startScene()
    const text = '---\ntitle: "**@everyone** [x](https://evil.example) <@1>"\n---\n\nLe port compte douze quais.\n'
    const added = await add({ file: markdown(text, '../../etc/passwd.md') })
    expect(added.text).toContain('\\*\\*\\@everyone\\*\\* \\[x]')
    expect(added.pings).toEqual({ everyone: false, users: [], roles: [] })
  })

  test('more than three at once: the others are told to wait, and what is done frees its place', async () => {
    const { discord, channel, admin } = await startScene()
    const pages = await Promise.all(Array.from({ length: 4 }, (_, n) => startPage(`Le quai ${n} compte trois grues.`)))
    for (const page of pages) page.delay = 500
    const used = pages.map(({ url }) => admin.slash(channel, 'articles add', { url }))
    const seen = await Promise.all(used.map((each) => answerTo(discord, each)))
    expect(seen.filter(({ text }) => text.includes('3 articles are being read'))).toHaveLength(1)
    const [late] = pages.filter((_, n) => seen[n]?.text.includes('being read'))
    const again = await answerTo(discord, admin.slash(channel, 'articles add', { url: late?.url ?? '' }))
    expect(again.text).toContain('Article added')
  })
})

describe('/articles refresh', () => {
  test('from its address: a new version; what was cited stays, marked as older, with its own neighbours', async () => {
    const { discord, channel, admin, ada, add } = await startScene()
    const page = await startPage(bridge)
    await add({ url: page.url })
    const before = await answerTo(discord, ada.slash(channel, 'ask', { question: closed }))
    const article = 'pont de l’Aulne'
    const refresh = () => answerTo(discord, admin.slash(channel, 'articles refresh', { article }))
    expect((await refresh()).text).toContain('Nothing has changed')
    page.text = bridge.replace('du 4 au 18 mai', 'du 11 au 25 mai').replace('9.000', '9.500')
    const refreshed = await refresh()
    expect(refreshed.text).toContain('The new version is in place')
    expect(refreshed.text).toContain('du 11 au 25 mai')
    const after = await answerTo(discord, ada.slash(channel, 'ask', { question: closed }))
    expect(after.text).toContain('du 11 au 25 mai')
    const opened = await ada.press(before, buttonOf(before, '¶1')).response()
    expect(opened.text).toContain('du 4 au 18 mai')
    expect(opened.text).toContain('From an older version of the article')
    const next = await ada.press(opened, buttonOf(opened, '¶2')).response()
    expect(next).toMatchObject({ id: opened.id, text: expect.stringContaining('9.000 voitures') })
    expect(next.text).toContain('From an older version')
    const context = await ada.press(before, buttonOf(before, 'More context')).response()
    expect(context.text).toContain('9.000 voitures')
    expect(context.text).toContain('From an older version')
    const fresh = await ada.press(after, buttonOf(after, '¶1')).response()
    expect(fresh.text).not.toContain('older version')
    expect((await ada.press(fresh, buttonOf(fresh, '¶2')).response()).text).toContain('9.500 voitures')
  })

  test('what was attached needs its file again, and what is everybody’s is not a server’s to change', async () => {
    const { discord, channel, admin, add, store } = await startScene()
    await add({ file: markdown(bridge) })
    const refresh = (values: Parameters<typeof admin.slash>[2]) =>
      answerTo(discord, admin.slash(channel, 'articles refresh', values))
    expect((await refresh({ article: 'Aulne' })).text).toContain('was not added from an address or a file')
    const again = await refresh({ article: 'Aulne', file: markdown(bridge.replace('9.000', '9.500')) })
    expect(again.text).toContain('The new version is in place')
    const shared = await store.catalogue()
    expect(shared.every(({ id }) => id.includes('/'))).toBe(true)
  })
})

describe('/articles remove, rename and use', () => {
  test('remove asks first; then the article is gone, and what cites it says so', async () => {
    const { discord, channel, admin, ada, add } = await startScene()
    await add({ file: markdown(bridge) })
    const answer = await answerTo(discord, ada.slash(channel, 'ask', { question: closed }))
    const ask = () => admin.slash(channel, 'articles remove', { article: 'Aulne' }).response()
    const first = await ask()
    expect(first).toMatchObject({ isEphemeral: true, text: expect.stringContaining('Remove “Le pont de l’Aulne”?') })
    expect((await admin.press(first, buttonOf(first, 'Keep')).response()).text).toBe('Nothing was removed.')
    const second = await ask()
    const removed = await admin.press(second, buttonOf(second, 'Remove')).response()
    expect(removed).toMatchObject({ id: second.id, text: 'Removed: “Le pont de l’Aulne”.', buttons: [] })
    expect(await titlesIn(discord, admin.slash(channel, 'articles list'))).not.toContain('Aulne')
    expect((await ada.press(answer, buttonOf(answer, '¶1')).response()).text).toContain('no longer works')
    expect((await admin.slash(channel, 'articles remove', { article: 'Aulne' }).response()).text).toContain(
      'No article is called',
    )
  })

  test('two who remove it at once: one removes it, and the other is told that it was gone', async () => {
    const { guild, channel, admin, add, log } = await startScene()
    const other = guild.member(MANAGE)
    await add({ file: markdown(bridge) })
    const asked = await Promise.all(
      [admin, other].map(async (member) => ({
        member,
        message: await member.slash(channel, 'articles remove', { article: 'Aulne' }).response(),
      })),
    )
    const told = await Promise.all(
      asked.map(({ member, message }) => member.press(message, buttonOf(message, 'Remove')).response()),
    )
    expect(told.map(({ text }) => text).toSorted()).toEqual([
      'Removed: “Le pont de l’Aulne”.',
      'This article was gone already.',
    ])
    for (const { buttons } of told) expect(buttons).toEqual([])
    expect((await admin.slash(channel, 'articles list').response()).text).not.toContain('Aulne')
    expect(log.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('rename: answers and lists have the new title', async () => {
    const { discord, channel, admin, ada, add } = await startScene()
    await add({ file: markdown(bridge) })
    const renamed = await admin
      .slash(channel, 'articles rename', { article: 'Aulne', title: 'Fermeture du *pont*' })
      .response()
    expect(renamed).toMatchObject({ isEphemeral: true, text: 'The article is now called “Fermeture du \\*pont\\*”.' })
    expect(await titlesIn(discord, ada.slash(channel, 'articles list'))).toContain('Fermeture du')
    const answer = await answerTo(discord, ada.slash(channel, 'ask', { question: closed }))
    expect(answer.text).toContain('Fermeture du \\*pont\\*')
  })

  test('use: the channel searches that article, by the command or by the button, and all of them again', async () => {
    const { discord, guild, channel, admin, ada, add, store } = await startScene({ articles: [lighthouse, bakery] })
    const added = await add({ file: markdown(bridge) })
    const used = await admin.slash(channel, 'articles use', { article: 'bakery' }).response()
    expect(used.text).toBe('This channel now searches “A second Hollis bakery”.')
    expect((await answerTo(discord, ada.slash(channel, 'summary'))).text).toContain('A second Hollis bakery')
    const pressed = await admin.press(added, buttonOf(added, 'Use in this channel')).response()
    expect(pressed.text).toBe('This channel now searches “Le pont de l’Aulne”.')
    expect((await answerTo(discord, ada.slash(channel, 'summary'))).text).toContain('Le pont de l’Aulne')
    const all = await admin.slash(channel, 'articles use').response()
    expect(all.text).toBe('This channel now searches all articles.')
    expect((await store.settings(guild.id)).defaultArticles).toEqual({})
  })

  test('what is everybody’s is neither offered for a change nor changed, but can be used', async () => {
    const { channel, admin, add } = await startScene()
    await add({ file: markdown(bridge) })
    const offered = async (command: string) => {
      const typing = admin.autocomplete(channel, command, { option: 'article', typed: '' })
      return (await typing.choices()).map(({ name }) => name)
    }
    for (const command of ['articles remove', 'articles refresh', 'articles rename'])
      expect(await offered(command)).toEqual(['Le pont de l’Aulne'])
    expect(await offered('articles use')).toEqual(['Le pont de l’Aulne', 'Un phare remis à neuf'])
    const refused = await admin.slash(channel, 'articles rename', { article: 'phare', title: 'x' }).response()
    expect(refused).toMatchObject({ isEphemeral: true, text: expect.stringMatching(/phare/) })
    expect(refused.text).not.toContain('now called')
  })
})

describe('who may', () => {
  const changes = [
    ['add', {}],
    ['add', { url: 'https://example.org/' }],
    ['remove', { article: 'Aulne' }],
    ['refresh', { article: 'Aulne' }],
    ['rename', { article: 'Aulne', title: 'x' }],
    ['use', { article: 'Aulne' }],
  ] as const

  test('only who may manage the server, or has a role of the settings; the list is everybody’s', async () => {
    const { discord, guild, channel, ada, ben, admin, add } = await startScene()
    await add({ file: markdown(bridge) })
    for (const [command, values] of changes)
      expect(await ada.slash(channel, `articles ${command}`, values).response()).toMatchObject({
        isEphemeral: true,
        text: expect.stringContaining('Only members who may manage the server'),
      })
    const typing = ada.autocomplete(channel, 'articles remove', { option: 'article', typed: '' })
    expect(await typing.choices()).toEqual([])
    expect(await titlesIn(discord, ada.slash(channel, 'articles list'))).toContain('Aulne')

    const role = guild.role({ name: 'Librarians' })
    guild.setRoles(ben, [role])
    const panel = await admin.slash(channel, 'settings').response()
    await admin.select(panel, 'settings.curators', [role.id]).response()
    expect((await ben.slash(channel, 'articles use', { article: 'Aulne' }).response()).text).toContain('now searches')
    expect((await ada.slash(channel, 'articles use', { article: 'Aulne' }).response()).text).toContain('Only members')
  })

  test('is looked at when a button is pressed and when the form is sent', async () => {
    const { discord, guild, channel, admin, ada, add } = await startScene()
    const added = await add({ file: markdown(bridge) })
    const opened = admin.slash(channel, 'articles add')
    await opened.modal()
    guild.setRoles(admin, [])
    const refused = [
      admin.press(added, buttonOf(added, 'Undo')),
      admin.press(added, buttonOf(added, 'Use in this channel')),
      admin.submitModal(opened, { text: 'Le port compte douze quais.' }),
    ]
    for (const used of refused) expect((await used.response()).text).toContain('Only members who may manage')
    for (const label of ['Undo', 'Use in this channel']) {
      const id = buttonOf(added, label)
      expect((await ada.press(await forge(discord, channel, id), id).response()).text).toContain('Only members')
    }
    expect(await titlesIn(discord, ada.slash(channel, 'articles list'))).toContain('Aulne')
  })

  test('another server’s admin has no part in it, and in direct messages nothing is changed', async () => {
    const { discord, channel, admin, ada, add } = await startScene()
    const added = await add({ file: markdown(bridge) })
    const elsewhere = discord.guild()
    const place = elsewhere.channel()
    const stranger = elsewhere.member(MANAGE)
    for (const label of ['Undo', 'Use in this channel', '¶1']) {
      const id = buttonOf(added, label)
      const told = await stranger.press(await forge(discord, place, id), id).response()
      expect(told.text).not.toMatch(/Undone|now searches|préfecture/)
    }
    const remove = customId({ kind: 'remove', article: buttonOf(added, 'Use').split('.')[1] ?? '' })
    expect((await stranger.press(await forge(discord, place, remove), remove).response()).text).toBe(
      'This article was gone already.',
    )
    expect(await titlesIn(discord, admin.slash(channel, 'articles list'))).toContain('Aulne')
    expect((await ada.slash(ada.dmChannel(), 'articles add').response()).text).toBe('This works in a server only.')
  })

  test('a curator may in any channel, where others are not even answered', async () => {
    const { guild, channel, admin, ada, store, add } = await startScene()
    await store.changeSettings(guild.id, (present) => ({ ...present, channels: [guild.channel().id] }))
    expect((await add({ file: markdown(bridge) })).text).toContain('Article added')
    expect((await ada.slash(channel, 'articles list').response()).text).toContain('I do not answer in this channel')
    expect((await admin.slash(channel, 'articles use', { article: 'Aulne' }).response()).text).toContain('now searches')
  })
})
