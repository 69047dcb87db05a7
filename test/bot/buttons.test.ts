/** The buttons under answers: what opens, for whom, and what is said when they no longer lead anywhere. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { customId } from '../../src/discord/custom-id.ts'
import { article, bakery, lighthouse } from '../fakes/articles.ts'
import type { SeenMessage } from '../fakes/discord/seen.ts'
import { answerTo, buttonOf, forge } from './answer-to.ts'
import { type Running, type Setting, startBot, startModel } from './bot.ts'
import { answered, claim, cost, height, keeper, replies, replyTo, startScene as start, written } from './scene.ts'

const who = 'Qui était le dernier gardien du phare ?'
const GONE = 'This button no longer works'

const startScene = async (setting: Setting = {}) => {
  const scene = await start(setting)
  onTestFinished(() => expect(scene.discord.refused).toEqual([]))
  return scene
}

/** An answer by a model that says these claims about the lighthouse. */
const answeredWith = async (claims: readonly object[], setting: Setting = {}, question = who) => {
  const mock = await startModel()
  replies(mock, [answered(...claims)])
  const scene = await startScene({ mock, articles: [lighthouse], ...setting })
  const { discord, channel, ada } = scene
  const answer = await answerTo(discord, ada.slash(channel, 'ask', { question }))
  return { ...scene, answer }
}

const restart = async ({ discord, store, bot }: Running, setting: Setting = {}): Promise<Running> => {
  await bot.stop()
  return startBot({ discord, store, ...setting })
}

/** The id of the stored answer, as its buttons have it. */
const idOf = (answer: SeenMessage): string =>
  answer.buttons.find((each) => each.customId?.startsWith('feedback.'))?.customId?.split('.')[1] ?? ''

const vote = (verdict: 'up' | 'down', answer: SeenMessage): string =>
  customId({ kind: 'feedback', answer: idOf(answer), verdict })

describe('evidence', () => {
  test('a cited paragraph opens in full for whoever presses, with every quotation of the answer marked', async () => {
    const { discord, guild, channel, answer } = await answeredWith([
      keeper,
      claim('Il est parti en 1973.', ['P4', 'le 14 juillet 1973']),
    ])
    const reader = guild.member({ locale: 'fr' })
    const opened = await reader.press(answer, buttonOf(answer, '¶4')).response()
    expect(opened.isEphemeral).toBe(true)
    expect(opened.text).toContain(
      '**Le dernier gardien, Yann Le Goff**, a quitté la tour **le 14 juillet 1973**, après',
    )
    expect(opened.text).toContain('La citation est en gras.')
    const next = await reader.press(opened, buttonOf(opened, '¶5')).response()
    expect(next).toMatchObject({ id: opened.id, text: expect.stringContaining('Les habitants') })
    expect(discord.messages(channel)).toHaveLength(1)
  })

  test('of an article from a page: a link to it, at the quotation, which a browser highlights', async () => {
    const url = 'https://courrier.example/phare'
    const texts = lighthouse.paragraphs.map(({ text }) => text)
    const { ada, answer } = await answeredWith([keeper], { articles: [article('phare', texts, { url })] })
    const link = `${url}#:~:text=Le%20dernier%20gardien%2C%20Yann%20Le%20Goff`
    expect(answer.text).toContain(`[original page](<${link}>)`)
    const opened = await ada.press(answer, buttonOf(answer, '¶4')).response()
    expect(opened.buttons.map((each) => each.url)).toContain(link)
  })

  test('More context: each cited paragraph with its neighbours, turned in place', async () => {
    const { ben, answer } = await answeredWith([height, cost])
    const first = await ben.press(answer, buttonOf(answer, 'More context')).response()
    expect(first).toMatchObject({ isEphemeral: true })
    expect(first.text).toMatch(/¶1\nLe phare des[\s\S]*\*\*il mesure 28 mètres\*\*[\s\S]*¶3\nLes travaux/)
    const second = await ben.press(first, buttonOf(first, 'Next')).response()
    expect(second.id).toBe(first.id)
    expect(second.text).toMatch(/¶2\n[\s\S]*\*\*Les travaux coûteront 3,4 millions d’euros\*\*[\s\S]*¶4\n/)
  })

  test('long evidence: the other pages open beside the answer and turn there, losing no quotation', async () => {
    const texts = Array.from(
      { length: 8 },
      (_, index) => `Le témoin ${index + 1} dit ${'qu’il pleuvait sur la mer '.repeat(18)}ce jour-là.`,
    )
    const long = article('temoins', texts, { title: 'Huit témoins' })
    const claims = texts.map((text, index) =>
      claim(`Le témoin ${index + 1} parle.`, [`P${index + 1}`, text.slice(0, 500).replace(/ \S*$/, '')]),
    )
    const { ben, answer } = await answeredWith(claims, { articles: [long] }, 'Que disent les témoins ?')
    const pages = [await ben.press(answer, buttonOf(answer, 'More quotations (2 of')).response()]
    for (let page = pages[0]; page?.buttons.some(({ label }) => label === 'Next ▶'); page = pages.at(-1))
      pages.push(await ben.press(page, buttonOf(page, 'Next')).response())
    expect(new Set(pages.map(({ id }) => id)).size).toBe(1)
    expect(pages[0]?.id).not.toBe(answer.id)
    const quoted = [answer, ...pages].flatMap(({ text }) =>
      [...text.matchAll(/> “Le témoin (\d)/g)].map((match) => match[1]),
    )
    expect(quoted).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    const last = pages.at(-1)
    if (!last) throw new Error('no page')
    const opened = await ben.press(last, buttonOf(last, '¶8')).response()
    expect(opened.id).not.toBe(last.id)
    expect(opened.text).toContain('**Le témoin 8 dit')
  })

  test('the nearest passages of an answer that found none', async () => {
    const { discord, channel, ada, ben } = await startScene()
    const used = ada.slash(channel, 'ask', { question: 'Combien de visiteurs le phare a-t-il par mois ?' })
    const answer = await answerTo(discord, used)
    const near = await ben.press(answer, buttonOf(answer, '¶')).response()
    expect(near).toMatchObject({ isEphemeral: true, text: expect.stringContaining('Un phare remis à neuf') })
    expect(near.text).not.toContain('The quotation is in bold')
  })

  test('also in direct messages', async () => {
    const { discord, ada } = await startScene()
    const answer = await replyTo(discord, ada.dm(who))
    const opened = await ada.press(answer, buttonOf(answer, '¶4')).response()
    expect(opened.text).toContain('**')
  })
})

describe('👍 👎', () => {
  test('one of each member, who may change their mind', async () => {
    const { ada, ben, store, answer } = await answeredWith([height])
    expect(await ada.press(answer, vote('up', answer)).response()).toMatchObject({
      isEphemeral: true,
      text: 'Thank you.',
    })
    await ada.press(answer, vote('up', answer)).response()
    await ben.press(answer, vote('up', answer)).response()
    expect(await store.feedback(idOf(answer))).toEqual({ up: 2, down: 0 })
    expect((await ada.press(answer, vote('down', answer)).response()).text).toContain('did not help')
    expect(await store.feedback(idOf(answer))).toEqual({ up: 1, down: 1 })
  })

  test('also of an answer that found nothing', async () => {
    const { discord, channel, ada, store } = await startScene()
    const used = ada.slash(channel, 'ask', { question: 'Who won the chess tournament of Reykjavik in 1972?' })
    const answer = await answerTo(discord, used)
    await ada.press(answer, vote('down', answer)).response()
    expect(await store.feedback(idOf(answer))).toEqual({ up: 0, down: 1 })
  })
})

describe('Continue in a thread', () => {
  const CONTINUE = 'Continue in a thread'

  test('opens one, named as the question, where a follow-up is understood', async () => {
    const mock = await startModel()
    replies(mock, [answered(height), answered(cost)])
    const { discord, channel, ada, ben, me } = await startScene({ mock, articles: [lighthouse] })
    const answer = await answerTo(discord, ada.slash(channel, 'ask', { question: 'Quelle est sa hauteur ?' }))
    const told = await ben.press(answer, buttonOf(answer, CONTINUE)).response()
    expect(told).toMatchObject({ isEphemeral: true, text: expect.stringContaining('mention the bot') })
    const thread = discord.channel(answer.id)
    expect(thread.name).toBe('Quelle est sa hauteur ?')
    expect(told.buttons).toMatchObject([{ label: 'Open the thread', url: expect.stringMatching(`${thread.id}$`) }])
    expect(written(discord, thread).at(-1)?.text).toContain('Go on here')
    const followUp = await replyTo(discord, ben.says(thread, `${me} Et que coûteront les travaux ?`))
    expect(followUp.text).toContain('3,4 millions d’euros')
    expect(followUp.buttons.map(({ label }) => label)).not.toContain(CONTINUE)
    expect(JSON.stringify(mock.getRequests().at(-1)?.body)).toContain('Quelle est sa hauteur ?')
  })

  test('says that no mention is needed where messages can be read', async () => {
    const { ada, answer } = await answeredWith([height], { messageContent: true })
    expect((await ada.press(answer, buttonOf(answer, CONTINUE)).response()).text).toContain('just write')
  })

  test('a second press leads to the same thread, also after a restart and once the thread is archived', async () => {
    const scene = await answeredWith([height])
    const { discord, ada, ben, answer } = scene
    const id = buttonOf(answer, CONTINUE)
    const [first] = (await ada.press(answer, id).response()).buttons
    const second = await ben.press(answer, id).response()
    expect(second.buttons).toEqual([first])
    discord.channel(answer.id).archive()
    await restart(scene, { articles: [lighthouse] })
    const third = await ben.press(answer, id).response()
    expect(third.buttons).toEqual([first])
    expect(discord.requestsTo('POST /channels/:channel/messages/:message/threads')).toHaveLength(1)
  })

  test('two at once open one thread', async () => {
    const mock = await startModel()
    replies(mock, [answered(height)])
    const { discord, channel, ada, ben } = await start({ mock })
    const answer = await answerTo(discord, ada.slash(channel, 'ask', { question: who }))
    const id = buttonOf(answer, CONTINUE)
    const both = [ada.press(answer, id), ben.press(answer, id)]
    const told = await Promise.all(both.map((each) => each.response()))
    expect(told[0]?.buttons).toMatchObject([{ label: 'Open the thread' }])
    expect(told[1]?.buttons).toEqual(told[0]?.buttons)
    expect(written(discord, answer.id).filter(({ text }) => text.includes('Go on here'))).toHaveLength(1)
    // The second request may reach Discord before the first is answered.
    expect(discord.refused.every(({ code }) => code === 160_004)).toBe(true)
  })

  test.each([
    ['CreatePublicThreads'],
    ['SendMessagesInThreads'],
  ] as const)('without %s: in words', async (permission) => {
    const mock = await startModel()
    replies(mock, [answered(height)])
    const { discord, channel, ada, log } = await start({ mock, articles: [lighthouse] })
    channel.deny([permission])
    const answer = await answerTo(discord, ada.slash(channel, 'ask', { question: who }))
    const told = await ada.press(answer, buttonOf(answer, CONTINUE)).response()
    expect(told).toMatchObject({ isEphemeral: true, text: expect.stringContaining('I may not write') })
    expect(log.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('under an answer that was deleted meanwhile: in words', async () => {
    const mock = await startModel()
    replies(mock, [answered(height)])
    const { discord, channel, ada, log } = await start({ mock, articles: [lighthouse] })
    const answer = await answerTo(discord, ada.slash(channel, 'ask', { question: who }))
    discord.fail({ route: 'POST /channels/:channel/messages/:message/threads', status: 404, code: 10_008 })
    expect((await ada.press(answer, buttonOf(answer, CONTINUE)).response()).text).toContain(GONE)
    expect(log.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('is not offered in threads, direct messages and private answers', async () => {
    const { discord, channel, ada } = await startScene()
    const thread = ada.startsThread(channel, 'The lighthouse')
    const answers = [
      await answerTo(discord, ada.slash(thread, 'ask', { question: who })),
      await answerTo(discord, ada.slash(ada.dmChannel(), 'ask', { question: who })),
      await answerTo(discord, ada.slash(channel, 'ask', { question: who, private: true })),
    ]
    for (const { buttons } of answers) expect(buttons.map(({ label }) => label)).not.toContain(CONTINUE)
  })
})

describe('who may press', () => {
  test('a private answer opens for its asker alone, and privately; not as a thread for all', async () => {
    const { discord, channel, ada, ben } = await startScene()
    const answer = await answerTo(discord, ada.slash(channel, 'ask', { question: who, private: true }))
    const opened = await ada.press(answer, buttonOf(answer, '¶4')).response()
    expect(opened.isEphemeral).toBe(true)
    const forged = await forge(discord, channel, buttonOf(answer, '¶4'))
    expect((await ben.press(forged, buttonOf(answer, '¶4')).response()).text).toContain(GONE)
    const thread = customId({ kind: 'thread', answer: idOf(answer) })
    expect((await ada.press(await forge(discord, channel, thread), thread).response()).text).toContain(GONE)
    expect(discord.requestsTo('POST /channels/:channel/messages/:message/threads')).toEqual([])
  })

  test('an answer of another server, or of a conversation, opens nowhere else', async () => {
    const { discord, channel, ada } = await startScene()
    const answer = await answerTo(discord, ada.slash(channel, 'ask', { question: who }))
    const elsewhere = discord.guild().channel()
    const spoken = await replyTo(discord, ada.dm(who))
    const stranger = discord.guild()
    const place = stranger.channel()
    const eve = stranger.member({ name: 'Eve' })
    for (const id of [buttonOf(answer, '¶4'), buttonOf(spoken, '¶4'), vote('down', answer)]) {
      const forged = await forge(discord, place, id)
      expect((await eve.press(forged, id).response()).text).toContain(GONE)
    }
    expect(discord.messages(elsewhere)).toEqual([])
  })

  test('the channels and roles of the settings count when a button is pressed', async () => {
    const { discord, guild, channel, ada, ben, store } = await startScene()
    const role = guild.role()
    guild.setRoles(ben, [role])
    const answer = await answerTo(discord, ada.slash(channel, 'ask', { question: who }))
    await store.changeSettings(guild.id, (present) => ({ ...present, roles: [role.id] }))
    for (const { customId: id = '' } of answer.buttons)
      expect((await ada.press(answer, id).response()).text).toContain('certain roles')
    expect((await ben.press(answer, buttonOf(answer, '¶4')).response()).text).toContain('Yann Le Goff')
    await store.changeSettings(guild.id, (present) => ({ ...present, channels: [guild.channel().id] }))
    expect((await ben.press(answer, buttonOf(answer, '¶4')).response()).text).toContain(
      'I do not answer in this channel',
    )
  })

  test('what was never drawn, or by an older version, is answered politely', async () => {
    const { discord, channel, ada } = await startScene()
    const nobody = 'AAAAAAAAAAAAAAAA'
    const ids = [
      '',
      'vote up',
      `cited.${nobody}.0.0.4.0`,
      `nearest.${nobody}.0.4.0`,
      `read.${nobody}.1.1`,
      `evidence.${nobody}.x`,
    ]
    for (const id of ids.filter((each) => each !== '')) {
      const forged = await forge(discord, channel, id)
      expect(await ada.press(forged, id).response()).toMatchObject({
        isEphemeral: true,
        text: expect.stringContaining(GONE),
      })
    }
    const answer = await answerTo(discord, ada.slash(channel, 'ask', { question: who }))
    const wrong = [
      customId({ kind: 'cited', answer: idOf(answer), claim: 0, citation: 0, paragraph: 3, part: 0 }),
      customId({ kind: 'cited', answer: idOf(answer), claim: 7, citation: 0, paragraph: 4, part: 0 }),
      customId({ kind: 'nearest', answer: idOf(answer), place: 0, paragraph: 4, part: 0 }),
    ]
    for (const id of wrong)
      expect((await ada.press(await forge(discord, channel, id), id).response()).text).toContain(GONE)
  })
})

describe('later', () => {
  test('after a restart everything under an answer still works', async () => {
    const scene = await answeredWith([height, cost])
    const { discord, ada, answer } = scene
    const { store } = await restart(scene, { articles: [lighthouse] })
    expect((await ada.press(answer, buttonOf(answer, '¶2')).response()).text).toContain('**il mesure 28 mètres**')
    expect((await ada.press(answer, buttonOf(answer, 'More context')).response()).text).toContain('Before and after')
    await ada.press(answer, vote('up', answer)).response()
    expect(await store.feedback(idOf(answer))).toEqual({ up: 1, down: 0 })
    expect((await ada.press(answer, buttonOf(answer, 'Continue')).response()).text).toContain('Go on here')
    expect(discord.unknown).toEqual([])
  })

  test.each([
    ['changed', [article('phare', ['Le phare mesure 28 mètres, dit-on.'], { title: 'Un phare' }), bakery]],
    ['gone', [bakery]],
  ])('once the article is %s, an answer from it opens no more, and says so', async (_, articles) => {
    const scene = await answeredWith([height])
    const { ada, answer } = scene
    const read = await ada.slash(scene.channel, 'paragraph', { number: 2 }).response()
    await restart(scene, { articles })
    for (const label of ['¶2', 'More context', 'Continue'])
      expect((await ada.press(answer, buttonOf(answer, label)).response()).text).toContain(GONE)
    expect((await ada.press(read, buttonOf(read, '¶3')).response()).text).toContain(GONE)
  })
})
