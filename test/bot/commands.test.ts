/** Slash commands, as members use them. */
import { expect, onTestFinished, test } from 'vitest'
import type { Article } from '../../src/types.ts'
import { article, bakery, lighthouse } from '../fakes/articles.ts'
import type { FakeDiscord } from '../fakes/discord/server.ts'
import { answerTo, buttonOf } from './answer-to.ts'
import { type Setting, startModel } from './bot.ts'
import { answered, asked, claim, cost, height, notInArticle, replies, startScene as start } from './scene.ts'

const who = 'Qui était le dernier gardien du phare ?'
const loaves = 'How many loaves does the Hollis bakery sell a day?'

const startScene = async (setting: Setting = {}) => {
  const scene = await start(setting)
  onTestFinished(() => expect(scene.discord.refused).toEqual([]))
  const colette = scene.guild.member({ name: 'Colette', locale: 'fr' })
  return { ...scene, colette }
}

/** Autocompletion's first choice for what was typed. */
const keyOf = async (discord: FakeDiscord, { typed }: { readonly typed: string }, command = 'ask') => {
  const stranger = discord.guild()
  const typing = stranger.member().autocomplete(stranger.channel(), command, { option: 'article', typed })
  const [choice] = await typing.choices()
  return String(choice?.value)
}

const manyArticles = (count: number): readonly Article[] =>
  Array.from({ length: count }, (_, index) =>
    article(`a${index + 1}`, [`Le bateau ${index + 1} est entré au port.`, 'Il y reste.'], {
      title: `Bateau ${String(index + 1).padStart(2, '0')}`,
      source: 'Le Courrier',
    }),
  )

/** A model that answers when it is let. */
const startHeldModel = async (content: string) => {
  const mock = await startModel()
  const held = Promise.withResolvers<void>()
  mock.on({ userMessage: /./ }, async () => {
    await held.promise
    return { content }
  })
  return { mock, release: held.resolve }
}

test('/ask is acknowledged before the model answers; what was asked stands above the answer', async () => {
  const { mock, release } = await startHeldModel(answered(height))
  const { discord, channel, ada } = await startScene({ mock, articles: [lighthouse] })
  const used = ada.slash(channel, 'ask', { question: 'Quelle est la hauteur du phare ?' })
  expect(await used.acknowledged()).toBe(5)
  expect(used.messages()).toMatchObject([{ isLoading: true, isEphemeral: false }])
  release()
  const answer = await answerTo(discord, used)
  expect(answer.text).toContain('Question · Quelle est la hauteur du phare ?')
  expect(answer.text).toContain('Le phare mesure 28 mètres.')
  expect(answer.pings).toEqual({ everyone: false, users: [], roles: [] })
})

test('/ask over the article that autocompletion gave, or whose title was typed', async () => {
  const mock = await startModel()
  replies(mock, [notInArticle])
  const { discord, channel, ada } = await startScene({ mock, articles: [lighthouse, bakery] })
  const key = await keyOf(discord, { typed: 'Hollis' })
  for (const named of [key, 'a second hollis bakery', 'Hollis', 'bakery'])
    await answerTo(discord, ada.slash(channel, 'ask', { question: loaves, article: named }))
  const requests = asked(mock)
  expect(requests).toHaveLength(4)
  for (const request of requests) {
    expect(request).toContain('Ruth Hollis')
    expect(request).not.toContain('Yann Le Goff')
  }
})

test('an article that is not known, or not one alone, is said to the asker alone, and is no question asked', async () => {
  const mock = await startModel()
  replies(mock, [notInArticle])
  const { discord, guild, channel, ada, store } = await startScene({ mock, articles: manyArticles(12) })
  await store.changeSettings(guild.id, (present) => ({ ...present, hourlyLimit: 1 }))
  const unknown = ada.slash(channel, 'ask', { question: who, article: 'Le *Titanic*' })
  expect(await unknown.response()).toMatchObject({
    isEphemeral: true,
    text: expect.stringContaining('No article is called “Le \\*Titanic\\*”'),
  })
  const ambiguous = ada.slash(channel, 'summary', { article: 'bateau 1' })
  const { text, isEphemeral } = await ambiguous.response()
  expect(isEphemeral).toBe(true)
  expect(text).toMatch(/Which article\?.*Bateau 10.*Bateau 11.*Bateau 12/)
  expect(text).not.toContain('Bateau 09')
  expect(asked(mock)).toEqual([])
  await answerTo(discord, ada.slash(channel, 'ask', { question: who }))
  expect((await ada.slash(channel, 'ask', { question: who }).response()).text).toContain('1 question within an hour')
})

test('private as the asker says, else as the server has it', async () => {
  const { discord, guild, channel, ada, store } = await startScene()
  const ask = async (hidden?: boolean) => {
    const values = { question: who, ...(hidden !== undefined && { private: hidden }) }
    return (await answerTo(discord, ada.slash(channel, 'ask', values))).isEphemeral
  }
  expect([await ask(), await ask(true), await ask(false)]).toEqual([false, true, false])
  await store.changeSettings(guild.id, (present) => ({ ...present, privateByDefault: true }))
  expect([await ask(), await ask(true), await ask(false)]).toEqual([true, true, false])
  expect((await answerTo(discord, ada.slash(channel, 'summary', { article: 'bakery' }))).isEphemeral).toBe(true)
  expect((await answerTo(discord, ada.slash(channel, 'check', { statement: who }))).isEphemeral).toBe(true)
})

test('the question’s language is the answer’s; the words around it are the reader’s, or the server’s', async () => {
  const mock = await startModel()
  replies(mock, [answered(height)])
  const { discord, guild, channel, ada, colette, store } = await startScene({ mock, articles: [lighthouse] })
  const french = await answerTo(discord, colette.slash(channel, 'ask', { question: 'How tall is the lighthouse?' }))
  expect(french.text).toContain('Où c’est écrit')
  expect(buttonOf(french, 'Voir autour')).toBeTruthy()
  const english = await answerTo(discord, ada.slash(channel, 'ask', { question: 'Quelle est la hauteur du phare ?' }))
  expect(english.text).toContain('Where it says so')
  await store.changeSettings(guild.id, (present) => ({ ...present, locale: 'fr' }))
  const settled = await answerTo(discord, ada.slash(channel, 'ask', { question: 'How tall is the lighthouse?' }))
  expect(settled.text).toContain('Où c’est écrit')
  const [one = '', two = '', three = ''] = asked(mock)
  for (const request of [one, three]) expect(request).toContain('Write the claims in English')
  expect(two).toContain('Write the claims in French')
})

test.each([
  ['fr', 'Les articles ne le disent pas.'],
  ['en-GB', 'The articles do not say.'],
  ['de', 'The articles do not say.'],
])('not found, to a reader of %s', async (locale, words) => {
  const { discord, guild, channel } = await startScene()
  const reader = guild.member({ locale })
  const used = reader.slash(channel, 'ask', { question: 'Who won the chess tournament of Reykjavik in 1972?' })
  expect((await answerTo(discord, used)).text).toContain(words)
})

test('/summary: as many points as its length has, in the language that was chosen', async () => {
  const mock = await startModel()
  const english = [
    claim('The lighthouse is 28 metres tall.', ['P2', 'il mesure 28 mètres']),
    claim('The renovation will cost 3.4 million euros.', ['P3', 'Les travaux coûteront 3,4 millions d’euros']),
  ]
  const inFrench = JSON.stringify({ claims: [height, cost] })
  replies(mock, [...Array.from({ length: 5 }, () => JSON.stringify({ claims: english })), inFrench])
  const { discord, channel, ada, colette } = await startScene({ mock, articles: [lighthouse] })
  const lengths = [undefined, 'short', 'medium', 'long'] as const
  for (const length of lengths) {
    const summary = await answerTo(discord, ada.slash(channel, 'summary', { ...(length && { length }) }))
    expect(summary.text).toContain('Un phare remis à neuf')
    expect(summary.text).toContain('3,4 millions d’euros')
  }
  const chosen = await answerTo(discord, colette.slash(channel, 'summary', { language: 'en', length: 'short' }))
  expect(chosen.text).toContain('Résumé court')
  expect(asked(mock).map((request) => /Write (\d+) claims.*?, in (\w+)/.exec(request)?.slice(1))).toEqual([
    ['6', 'English'],
    ['3', 'English'],
    ['6', 'English'],
    ['10', 'English'],
    ['3', 'English'],
  ])
  expect((await answerTo(discord, colette.slash(channel, 'summary'))).text).toContain('Où c’est écrit')
  expect(asked(mock).at(-1)).toContain('in French')
})

test('/summary of the channel’s article; of several, it asks which', async () => {
  const { discord, guild, channel, ada, store } = await startScene()
  const several = ada.slash(channel, 'summary')
  expect(await several.response()).toMatchObject({
    isEphemeral: true,
    text: expect.stringMatching(/Which article\?.*A second Hollis bakery.*Un phare remis à neuf/),
  })
  await store.changeSettings(guild.id, (present) => ({ ...present, defaultArticles: { [channel.id]: 'bakery' } }))
  const thread = ada.startsThread(channel, 'Bread')
  for (const place of [channel, thread]) {
    const summary = await answerTo(discord, ada.slash(place, 'summary'))
    expect(summary.text).toContain('A second Hollis bakery')
    expect(summary.text).toContain('Quotations only')
  }
  const other = await answerTo(discord, ada.slash(channel, 'summary', { article: 'phare' }))
  expect(other.text).toContain('Un phare remis à neuf')
})

test('without any article: said plainly, by every command', async () => {
  const { discord, channel, ada } = await startScene({ articles: [] })
  const words = 'No article is known yet'
  expect((await ada.slash(channel, 'articles list').response()).text).toContain(words)
  expect((await ada.slash(channel, 'summary').response()).text).toContain(words)
  expect((await ada.slash(channel, 'paragraph', { number: 1 }).response()).text).toContain(words)
  expect((await answerTo(discord, ada.slash(channel, 'ask', { question: who }))).text).toContain(words)
})

test('/articles list: all of 25, ten a page, with source and paragraphs, turned in place', async () => {
  const { channel, ada } = await startScene({ articles: manyArticles(25) })
  const listed = ada.slash(channel, 'articles list')
  const first = await listed.response()
  expect(first).toMatchObject({ isEphemeral: true, text: expect.stringContaining('25 articles') })
  expect(first.text).toContain('**Bateau 01**\n-# Le Courrier · 2 paragraphs')
  expect(first.text).toContain('Page 1 of 3')
  const second = await ada.press(first, buttonOf(first, 'Next')).response()
  expect(second.id).toBe(first.id)
  const third = await ada.press(second, buttonOf(second, 'Next')).response()
  const titles = [first, second, third].flatMap(({ text }) => text.match(/Bateau \d\d/g) ?? [])
  expect(titles).toEqual(manyArticles(25).map(({ head }) => head.title))
  expect(third.buttons.map(({ label }) => label)).toEqual(['◀ Previous'])
})

test('autocompletion: parts of titles, whatever the accents, those that begin so first, at most 25', async () => {
  const { guild, channel, ada, store } = await startScene({ articles: [...manyArticles(30), lighthouse, bakery] })
  const offered = async (typed: string, command = 'ask') => {
    const typing = ada.autocomplete(channel, command, { option: 'article', typed })
    return (await typing.choices()).map(({ name }) => name)
  }
  expect(await offered('REMIS A')).toEqual(['Un phare remis à neuf'])
  expect(await offered('kerlann', 'summary')).toEqual(['Un phare remis à neuf'])
  expect(await offered('', 'check')).toHaveLength(25)
  expect(await offered('ba', 'paragraph')).toHaveLength(25)
  expect((await offered('a second')).at(0)).toBe('A second Hollis bakery')
  expect(await offered('Titanic')).toEqual([])
  const role = guild.role({ name: 'Readers' })
  await store.changeSettings(guild.id, (present) => ({ ...present, roles: [role.id] }))
  expect(await offered('phare')).toEqual([])
})

test('/paragraph in full, with the way to its neighbours; of a number that is not there, how many there are', async () => {
  const { guild, channel, ada, store } = await startScene()
  const used = ada.slash(channel, 'paragraph', { number: 4, article: 'phare' })
  const fourth = await used.response()
  expect(fourth).toMatchObject({ isEphemeral: true, text: expect.stringContaining('Yann Le Goff') })
  const third = await ada.press(fourth, buttonOf(fourth, '◀ ¶3')).response()
  expect(third).toMatchObject({ id: fourth.id, text: expect.stringContaining('Les travaux coûteront') })
  expect((await ada.slash(channel, 'paragraph', { number: 6, article: 'phare' }).response()).text).toContain(
    'There is no ¶6 in “Un phare remis à neuf”, which has 5 paragraphs.',
  )
  expect((await ada.slash(channel, 'paragraph', { number: 1 }).response()).text).toContain('Which article?')
  await store.changeSettings(guild.id, (present) => ({ ...present, defaultArticles: { [channel.id]: 'bakery' } }))
  const own = ada.slash(ada.startsThread(channel, 'Bread'), 'paragraph', { number: 2 })
  expect((await own.response()).text).toContain('900 loaves')
})

test('where the bot does not answer, it shows nothing of the articles, but helps', async () => {
  const { guild, channel, ada, store } = await startScene()
  const other = guild.channel({ name: 'elsewhere' })
  await store.changeSettings(guild.id, (present) => ({ ...present, channels: [other.id] }))
  const refused = [
    ada.slash(channel, 'ask', { question: who }),
    ada.slash(channel, 'summary', { article: 'no such article' }),
    ada.slash(channel, 'check', { statement: who }),
    ada.slash(channel, 'articles list'),
    ada.slash(channel, 'paragraph', { number: 1, article: 'phare' }),
  ]
  for (const used of refused)
    expect(await used.response()).toMatchObject({
      isEphemeral: true,
      text: expect.stringContaining('I do not answer in this channel'),
    })
  expect((await ada.slash(channel, 'help').response()).text).toContain('How to ask')
  expect((await ada.slash(channel, 'about').response()).text).toContain('Version 0.0.0-test')
  expect((await ada.slash(channel, 'forget-me').response()).text).toContain('Nothing is kept')
})

test('/help, in French: every command as one that can be pressed, what the answers promise', async () => {
  const { discord, channel, colette } = await startScene()
  const { text, isEphemeral } = await colette.slash(channel, 'help').response()
  expect(isEphemeral).toBe(true)
  for (const { id, name, type } of discord.commands())
    if (type === 1) expect(text).toContain(name === 'articles' ? `</articles list:${id}>` : `</${name}:${id}>`)
  expect(text).toContain('Confronter aux articles')
  expect(text).toContain('pas que l’article a raison')
})

test('/about says what is kept about the member who asks, and /forget-me deletes it once they are sure', async () => {
  const mock = await startModel()
  replies(mock, [answered(height)])
  const { discord, channel, ada, ben, store } = await startScene({ mock, articles: [lighthouse] })
  const answer = await answerTo(discord, ada.slash(channel, 'ask', { question: 'Quelle est la hauteur du phare ?' }))
  const up = answer.buttons.find(({ customId }) => customId?.endsWith('.up'))?.customId ?? ''
  await ada.press(answer, up).response()
  await ben.press(answer, up).response()
  const about = (await ada.slash(channel, 'about').response()).text
  for (const words of ['Version 0.0.0-test', 'Model: small', '1 article known', '1 answer and 1 rating', '<t:'])
    expect(about).toContain(words)
  expect((await ben.slash(channel, 'about').response()).text).toContain('0 answers and 1 rating')

  const question = await ada.slash(channel, 'forget-me').response()
  expect(question).toMatchObject({ isEphemeral: true, text: expect.stringContaining('1 answer and 1 rating') })
  const kept = await ada.press(question, buttonOf(question, 'Keep')).response()
  expect(kept).toMatchObject({ id: question.id, text: 'Nothing was deleted.', buttons: [] })
  const again = await ada.slash(channel, 'forget-me').response()
  const done = await ada.press(again, buttonOf(again, 'Delete')).response()
  expect(done.text).toContain('Deleted: 1 answer and 1 rating')
  expect(await store.kept(ada.id)).toEqual({ answers: 0, feedback: 0 })
  expect((await ada.slash(channel, 'forget-me').response()).text).toContain('Nothing is kept about you')
  const late = await ben.press(answer, buttonOf(answer, '¶2')).response()
  expect(late).toMatchObject({ isEphemeral: true, text: expect.stringContaining('no longer works') })
})

test('what is kept can be deleted also where the bot no longer answers', async () => {
  const { discord, guild, channel, ada, store } = await startScene()
  await answerTo(discord, ada.slash(channel, 'ask', { question: who }))
  await store.changeSettings(guild.id, (present) => ({ ...present, channels: [guild.channel().id] }))
  const question = await ada.slash(channel, 'forget-me').response()
  await ada.press(question, buttonOf(question, 'Delete')).response()
  expect(await store.kept(ada.id)).toEqual({ answers: 0, feedback: 0 })
})

test('a private answer is not lost to the pages that open from it', async () => {
  const long = claim('Le phare mesure 28 mètres.', ['P2', 'il mesure 28 mètres'])
  const mock = await startModel()
  replies(mock, [answered(long, cost)])
  const { discord, channel, ada } = await startScene({ mock, articles: [lighthouse] })
  const used = ada.slash(channel, 'ask', { question: 'Combien mesure le phare, et que coûte-t-il ?', private: true })
  const answer = await answerTo(discord, used)
  const opened = await ada.press(answer, buttonOf(answer, 'More context')).response()
  expect(opened).toMatchObject({ isEphemeral: true, text: expect.stringContaining('Before and after') })
  expect(opened.id).not.toBe(answer.id)
  const turned = await ada.press(opened, buttonOf(opened, 'Next')).response()
  expect(turned.id).toBe(opened.id)
  expect(discord.message(answer).text).toBe(answer.text)
})

test('20 questions at once are all acknowledged in time, and each is answered once', async () => {
  const { discord, guild } = await startScene()
  const channels = Array.from({ length: 10 }, () => guild.channel())
  const used = Array.from({ length: 20 }, (_, index) => {
    const place = channels[index % channels.length]?.id ?? ''
    return guild.member({ name: `member ${index}` }).slash(place, 'ask', { question: index % 2 === 0 ? who : loaves })
  })
  const seen = await Promise.all(used.map((each) => answerTo(discord, each)))
  expect(used.filter(({ hasFailed }) => hasFailed)).toEqual([])
  expect(used.every((each) => each.messages().length === 1)).toBe(true)
  for (const [index, { text }] of seen.entries())
    expect(text).toContain(index % 2 === 0 ? 'Yann Le Goff' : '900 loaves')
})

test('options and commands of an older version get help', async () => {
  const { discord, channel, ada } = await startScene()
  const registered = discord.commands().map(({ name, type }) => ({ name, type, description: type === 1 ? name : '' }))
  const older = [
    ...registered.filter(({ name }) => name !== 'ask' && name !== 'articles'),
    { name: 'ask', description: 'ask', type: 1, options: [{ type: 3, name: 'q', description: 'q', required: true }] },
    { name: 'digest', description: 'digest', type: 1 },
  ]
  await fetch(`${discord.api}/v10/applications/${discord.applicationId}/commands`, {
    method: 'PUT',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(older),
  })
  expect((await ada.slash(channel, 'ask', { q: who }).response()).text).toContain('How to ask')
  expect((await ada.slash(channel, 'digest').response()).text).toContain('How to ask')
})
