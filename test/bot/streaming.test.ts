/** An answer on its way: what is shown when, what never is, and how a long one is divided. */
import { describe, expect, test } from 'vitest'
import { article } from '../fakes/articles.ts'
import type { SeenMessage } from '../fakes/discord/seen.ts'
import type { FakeDiscord } from '../fakes/discord/server.ts'
import { startModel } from './bot.ts'
import {
  answered,
  asked,
  claim,
  cost,
  height,
  invented,
  keeper,
  notInArticle,
  replies,
  replyTo,
  startScene,
  written,
} from './scene.ts'

const question = 'Quelle est la hauteur du phare, combien coûtent les travaux et qui était le gardien ?'
const residents = claim('Les habitants n’ont pas été consultés.', ['P5', 'Les habitants n’ont pas été consultés'])

const hostile = article('cri', ['Le gardien crie @everyone et @here chaque nuit, dit-on à <@1> et <@&2>.'])

/** Slow enough for a claim to be seen before the next is written: some 150 characters each, a third of a second. */
const slow = { chunkSize: 50, latency: 110 }

const textsOf = ({ revisions }: SeenMessage): readonly string[] => revisions.map(({ text }) => text)
const bodies = ({ requests }: FakeDiscord): string => JSON.stringify(requests.map(({ body }) => body))

/** Each revision shows, in their order, the first of the claims or more of them than the one before. */
const expectGrowing = (message: SeenMessage, claims: readonly { readonly text: string }[]): void => {
  const shown = textsOf(message).map((text) => claims.filter((each) => text.includes(each.text)))
  shown.forEach((list, index) => {
    expect(list).toEqual(expect.arrayContaining([...(shown[index - 1] ?? [])]))
  })
  for (const text of textsOf(message)) {
    const places = claims.map((each) => text.indexOf(each.text)).filter((place) => place >= 0)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  }
  expect(shown.at(-1)).toEqual(claims)
}

describe('claims', () => {
  test('appear as they stand, in order, at most one change a second; none is withdrawn, none unverified', async () => {
    const mock = await startModel()
    replies(mock, [answered(height, invented, cost, keeper, residents), notInArticle], slow)
    const { discord, channel, ada, me } = await startScene({ mock })
    const reply = await replyTo(discord, ada.says(channel, `${me} ${question}`))
    const revisions = textsOf(reply)
    expect(revisions.length).toBeGreaterThanOrEqual(3)
    expect(revisions[0]).toContain(height.text)
    expect(revisions[0]).toContain('il mesure 28 mètres')
    expect(revisions[0]).not.toContain(residents.text)
    expectGrowing(reply, [height, cost, keeper, residents])
    expect(bodies(discord)).not.toMatch(/milliardaire/)
    for (const text of revisions.slice(0, -1)) expect(text).toContain('⏳')
    const times = reply.revisions.map(({ at }) => at)
    // Timers may be a few milliseconds early.
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(990)
    expect(written(discord, channel)).toHaveLength(1)
  })

  test('that fail are mended between those that were shown', async () => {
    const mock = await startModel()
    const wrong = claim('La rénovation coûtera 34 millions d’euros.', [
      'P3',
      'Les travaux coûteront 3,4 millions d’euros',
    ])
    replies(mock, [answered(height, wrong, keeper), answered(cost)], { chunkSize: 50, latency: 60 })
    const { discord, channel, ada, me } = await startScene({ mock })
    const reply = await replyTo(discord, ada.says(channel, `${me} ${question}`))
    expectGrowing(reply, [height, cost, keeper])
    expect(bodies(discord)).not.toContain('34 millions')
    expect(asked(mock)).toHaveLength(2)
  })

  test('that come all at once are one message, sent once', async () => {
    const mock = await startModel()
    replies(mock, [answered(height, cost, keeper)])
    const { discord, channel, ada, me } = await startScene({ mock })
    const reply = await replyTo(discord, ada.says(channel, `${me} ${question}`))
    expect(reply.revisions).toHaveLength(1)
    expectGrowing(reply, [height, cost, keeper])
  })

  test('of a command appear on its deferred response in the same way', async () => {
    const mock = await startModel()
    replies(mock, [answered(height, invented, cost), notInArticle], slow)
    const { discord, channel, ada } = await startScene({ mock })
    const invocation = ada.slash(channel, 'ask', { question })
    const { id } = await invocation.response()
    const response = await discord.waitFor(() => {
      const message = discord.message(id)
      return !message.text.includes('⏳') && message
    })
    expect(invocation.answerType).toBe(5)
    expect(response.revisions.length).toBeGreaterThanOrEqual(2)
    expectGrowing(response, [height, cost])
    expect(bodies(discord)).not.toContain('milliardaire')
  })

  test.each([
    ['in the middle of the draft', [], 8],
    ['in the middle of the mended ones', [answered(height, invented)], 7],
  ] as const)('stay when the model breaks off %s', async (_, before, chunks) => {
    const mock = await startModel()
    for (const content of before) mock.on({ userMessage: /./, sequenceIndex: 0 }, { content })
    const content = before.length === 0 ? answered(height, cost) : answered(keeper, cost)
    mock.on({ userMessage: /./ }, { content }, { ...slow, truncateAfterChunks: chunks })
    const { discord, channel, ada, me } = await startScene({ mock })
    const reply = await replyTo(discord, ada.says(channel, `${me} ${question}`))
    const shown = before.length === 0 ? [height] : [height, keeper]
    expectGrowing(reply, shown)
  })
})

describe('typing', () => {
  test('is shown at once, once a channel, and not again when the answer is there', async () => {
    const mock = await startModel()
    const held = Promise.withResolvers<void>()
    mock.on({ userMessage: /./ }, async () => {
      await held.promise
      return { content: answered(height) }
    })
    const { discord, channel, ada, ben, me } = await startScene({ mock })
    const questions = [ada, ben].map((member) => member.says(channel, `${me} Quelle est la hauteur du phare ?`))
    await discord.waitFor(() => discord.requestsTo('POST /channels/:channel/typing').length > 0)
    expect(written(discord, channel)).toEqual([])
    held.resolve()
    for (const each of questions) await replyTo(discord, each)
    expect(discord.requestsTo('POST /channels/:channel/typing')).toHaveLength(1)
    await replyTo(discord, ada.says(channel, `${me} Quelle est la hauteur du phare ?`))
    expect(discord.requestsTo('POST /channels/:channel/typing')).toHaveLength(2)
  })

  test('that Discord is slow to take, or refuses, delays no answer', async () => {
    const mock = await startModel()
    replies(mock, [answered(height)])
    const { discord, channel, ada, me, log } = await startScene({ mock })
    discord.fail({ route: 'POST /channels/:channel/typing', delay: 4_000 })
    await replyTo(discord, ada.says(channel, `${me} Quelle est la hauteur du phare ?`))
    expect(discord.requestsTo('POST /channels/:channel/typing')).toEqual([])
    discord.fail({ route: 'POST /channels/:channel/typing', status: 403, code: 50_013 })
    await replyTo(discord, ada.dm('Quelle est la hauteur du phare ?'))
    expect(log.filter(({ level }) => level !== 'info')).toEqual([])
  })
})

describe('what it writes', () => {
  test('pings nobody, whatever is in the article, the claim or the question', async () => {
    const mock = await startModel()
    const scene = await startScene({ mock, articles: [hostile] })
    const { discord, guild, channel, ada, ben, me } = scene
    const role = guild.role({ name: 'Keepers', isMentionable: true })
    const everybody = `@everyone @here ${ben.mention} ${role.mention}`
    replies(mock, [
      answered(
        claim('Le gardien crie @everyone et @here.', ['P1', 'Le gardien crie @everyone et @here chaque nuit']),
        claim(`Le gardien appelle ${ben.mention} et ${role.mention}.`, ['P1', 'Le gardien crie @everyone']),
      ),
    ])
    const question = `Que crie le gardien ? ${everybody}`
    const reply = await replyTo(discord, ada.says(channel, `${me} ${question}`))
    expect(reply.text).toContain('everyone')
    const response = await ada.slash(channel, 'ask', { question }).response()
    expect(response.text).toContain('Que crie le gardien ?')
    const pages = reply.buttons.filter(({ label }) => label === '¶1')
    expect(pages).toHaveLength(1)
    await ada.press(reply, pages[0]?.customId ?? '').response()
    // `startScene` looks at all that was sent.
    expect(discord.requests.length).toBeGreaterThan(4)
  })
})

describe('a long answer', () => {
  const nextOf = ({ buttons }: SeenMessage): string | undefined =>
    buttons.find(({ label, isDisabled }) => label === 'Next ▶' && !isDisabled)?.customId
  const word = (index: number): string => `bourgade${String.fromCharCode(97 + (index % 26))}${'xyz'[index % 3]}`
  const sentence = (from: number, words: number): string =>
    // No two say the same: each has words of its own.
    Array.from({ length: words }, (_, index) => word(from * 31 + index * 7) + 'bcdfghjklmnp'[from % 12]).join(' ')
  const paragraphs = Array.from(
    { length: 12 },
    (_, index) => `Le village numéro ${index + 1} : ${sentence(index, 55)}.`,
  )
  const quotes = paragraphs.map((text) => text.slice(0, text.lastIndexOf(' ', 580)))
  const claims = quotes.map((quote, index) =>
    claim(`On y lit que ${sentence(index + 100, 33)}.`.slice(0, 395), [`P${index + 1}`, quote]),
  )

  test('of 10,000 characters loses no claim and no source: what does not fit is behind a button', async () => {
    const mock = await startModel()
    replies(mock, [answered(...claims)])
    const articles = [article('villages', paragraphs, { title: 'Les villages' })]
    const { discord, channel, ada, me } = await startScene({ mock, articles })
    ada.says(channel, `${me} Que dit-on des villages ?`)
    const more = await discord.waitFor(() => {
      const last = written(discord, channel).at(-1)
      const button = last?.buttons.find(({ label }) => label?.startsWith('Autres citations'))
      return last && button && { last, button }
    })
    const messages = written(discord, channel)
    let page = await ada.press(more.last, more.button.customId ?? '').response()
    const pages = [page.text]
    for (let next = nextOf(page); next && pages.length < 10; next = nextOf(page)) {
      page = await ada.press(page, next).response()
      pages.push(page.text)
    }
    const text = [...messages.map((message) => message.text), ...pages].join('\n').replaceAll('\\', '')
    expect([...claims.map((each) => each.text), ...quotes].join('').length).toBeGreaterThan(10_000)
    claims.forEach((each, index) => {
      expect(text).toContain(`${each.text}\u00a0**[${index + 1}]**`)
      expect(text).toContain(`**[${index + 1}]** ¶${index + 1}`)
      expect(text).toContain(quotes[index])
    })
    expect(messages.length).toBeGreaterThan(1)
    // The first replies to the question, and the others to the first.
    expect(new Set(messages.slice(1).map(({ repliesTo }) => repliesTo))).toEqual(new Set([messages[0]?.id]))
    expect(discord.refused).toEqual([])
  })
})
