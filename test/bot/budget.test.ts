/** What happens where the model may not be used: budgets, hourly limits and queues, as members meet them. */
import { describe, expect, test } from 'vitest'
import { noCeilings } from '../../src/limits.ts'
import { bakery, lighthouse } from '../fakes/articles.ts'
import { answerTo } from './answer-to.ts'
import { startBot, startModel } from './bot.ts'
import { answered, asked, height, invented, replies, replyTo, startScene, written } from './scene.ts'

const tall = 'Quelle est la hauteur du phare de Kervoal ?'
const who = 'Qui était le dernier gardien du phare ?'

describe('a budget that is used up', () => {
  const spentServer = async (own = { dailyTokens: 100 }) => {
    const mock = await startModel()
    replies(mock, [answered(height)])
    const scene = await startScene({ mock })
    await scene.store.changeSettings(scene.guild.id, (present) => ({ ...present, ...own }))
    return { ...scene, mock }
  }

  test('has extraction answer, which says so in the reader’s language, and asks no model', async () => {
    const { discord, channel, ada, me, mock, log } = await spentServer()
    const french = await replyTo(discord, ada.says(channel, `${me} ${who}`))
    expect(french.text).toContain('Yann Le Goff')
    expect(french.text).toContain('Le budget du jour de ce serveur ne suffit plus pour le modèle')
    expect(french.text).toContain('Citations seules')
    const english = await answerTo(discord, ada.slash(channel, 'ask', { question: who }))
    expect(english.text).toContain('This server’s budget for today no longer covers the model.')
    expect(english.text).toContain('after midnight UTC')
    expect(asked(mock)).toEqual([])
    expect(log.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('has extraction summarise, and a check show the nearest passages', async () => {
    const { discord, channel, ada, mock } = await spentServer()
    const summary = await answerTo(discord, ada.slash(channel, 'summary', {}))
    expect(summary.text).toContain('Summary · Un phare remis à neuf')
    expect(summary.text).toContain('Yann Le Goff')
    expect(summary.text).toContain('no longer covers the model')
    const check = await answerTo(discord, ada.slash(channel, 'check', { statement: 'Le phare mesure 82 mètres.' }))
    expect(check.text).toContain('Checking a statement needs a model.')
    expect(check.text).toContain('no longer covers the model')
    expect(check.buttons.some(({ label }) => label?.startsWith('¶'))).toBe(true)
    expect(asked(mock)).toEqual([])
  })

  test('of one server is no other’s, and no member’s in direct messages', async () => {
    const { discord, ada, me, mock } = await spentServer()
    const other = discord.guild()
    const place = other.channel()
    expect((await replyTo(discord, other.member().says(place, `${me} ${tall}`))).text).toContain('28 mètres')
    expect((await replyTo(discord, ada.dm(tall))).text).not.toContain('budget')
    expect(asked(mock)).toHaveLength(2)
  })

  test('in direct messages is the member’s own, under the operator’s ceiling', async () => {
    const mock = await startModel()
    replies(mock, [answered(height)])
    const member = { day: {}, month: { tokens: 100 } }
    const { discord, ada, channel, me } = await startScene({ mock, ceilings: { ...noCeilings, member } })
    expect((await replyTo(discord, ada.dm(who))).text).toContain('Votre budget du mois')
    expect((await replyTo(discord, ada.says(channel, `${me} ${tall}`))).text).not.toContain('budget')
  })

  test('of the operator goes before any server’s, in money where the model’s price is known', async () => {
    const mock = await startModel()
    replies(mock, [answered(height)])
    const total = { day: { micros: 1 }, month: {} }
    const priced = await startScene({ mock, priced: true, ceilings: { ...noCeilings, total } })
    const reply = await replyTo(priced.discord, priced.ada.says(priced.channel, `${priced.me} ${who}`))
    expect(reply.text).toContain('Le budget du jour du bot')
    expect(asked(mock)).toEqual([])
    const unpriced = await startScene({ mock, ceilings: { ...noCeilings, total } })
    const free = await replyTo(unpriced.discord, unpriced.ada.says(unpriced.channel, `${unpriced.me} ${tall}`))
    expect(free.text).not.toContain('budget')
  })

  test('in the middle of an answer leaves what stands: the retry counts as a call', async () => {
    const mock = await startModel()
    const usage = { prompt_tokens: 5_000, completion_tokens: 500 }
    mock.on({ userMessage: /./ }, { content: answered(height, invented), usage })
    const { discord, guild, channel, ada, me, store } = await startScene({ mock })
    // Room for one call, and for no other like it.
    await store.changeSettings(guild.id, (present) => ({ ...present, dailyTokens: 8_000 }))
    const reply = await replyTo(discord, ada.says(channel, `${me} ${tall}`))
    expect(reply.text).toContain('Le phare mesure 28 mètres.')
    expect(asked(mock)).toHaveLength(1)
  })
})

test('every call is counted: a draft and its retry, for the server that asked', async () => {
  const mock = await startModel()
  const usage = { prompt_tokens: 1_000, completion_tokens: 100 }
  mock.on({ userMessage: /./, sequenceIndex: 0 }, { content: answered(height, invented), usage })
  mock.on({ userMessage: /./ }, { content: answered(), usage })
  const { discord, guild, channel, ada, me, store } = await startScene({ mock, priced: true })
  await replyTo(discord, ada.says(channel, `${me} ${tall}`))
  const calls = asked(mock).length
  expect(calls).toBe(2)
  const payer = { kind: 'server', id: guild.id } as const
  await expect
    .poll(() => store.spent(payer, Date.now()))
    .toMatchObject({
      // 1,000 at 0.25 and 100 at 1.20 dollars a million, twice.
      day: { tokens: 2 * 1_100, micros: 2 * (250 + 120) },
    })
  expect((await store.spent('total', Date.now())).day.tokens).toBe(2_200)
})

describe('questions an hour', () => {
  test('of all members of a server together', async () => {
    const { discord, guild, channel, ada, ben, me, store } = await startScene()
    await store.changeSettings(guild.id, (present) => ({ ...present, serverHourlyLimit: 2 }))
    await replyTo(discord, ada.says(channel, `${me} ${who}`))
    await replyTo(discord, ben.says(channel, `${me} ${who}`))
    const full = await replyTo(discord, ada.says(channel, `${me} ${who}`))
    expect(full.text).toMatch(/Ce serveur a posé 2 questions en une heure.* dans 60 minutes/u)
    const shown = await ben.slash(channel, 'ask', { question: who }).response()
    expect(shown).toMatchObject({
      isEphemeral: true,
      text: expect.stringContaining('This server has asked 2 questions'),
    })
    expect((await replyTo(discord, ada.dm(who))).text).toContain('Yann Le Goff')
  })

  test('are never more than the operator allows, also in direct messages', async () => {
    const hourly = { member: 1, server: 3 }
    const { discord, guild, channel, ada, ben, me, store } = await startScene({ ceilings: { ...noCeilings, hourly } })
    await store.changeSettings(guild.id, (present) => ({ ...present, hourlyLimit: 50, serverHourlyLimit: 50 }))
    await replyTo(discord, ada.says(channel, `${me} ${who}`))
    expect((await replyTo(discord, ada.says(channel, `${me} ${who}`))).text).toContain('1 question en une heure')
    expect((await replyTo(discord, ben.says(channel, `${me} ${who}`))).text).toContain('Yann Le Goff')
    await replyTo(discord, ada.dm(who))
    expect((await replyTo(discord, ada.dm(who))).text).toContain('1 question en une heure')
  })

  test('survive a restart', async () => {
    const first = await startScene()
    const { discord, guild, channel, ada, me, store, bot } = first
    await store.changeSettings(guild.id, (present) => ({ ...present, hourlyLimit: 1 }))
    await replyTo(discord, ada.says(channel, `${me} ${who}`))
    await bot.stop()
    await startBot({ discord, store })
    expect((await replyTo(discord, ada.says(channel, `${me} ${who}`))).text).toContain('1 question en une heure')
  })
})

describe('many servers at once', () => {
  test(
    'a server’s crowd does not keep another’s one waiting; who waits long is told',
    { timeout: 60_000 },
    async () => {
      const mock = await startModel()
      const gates: (() => void)[] = []
      mock.on({ userMessage: /./ }, async () => {
        await new Promise<void>((resolve) => gates.push(resolve))
        return { content: answered(height) }
      })
      const { discord, channel, guild, me } = await startScene({ mock, concurrency: 2 })
      const crowd = Array.from({ length: 30 }, () => guild.member().says(channel, `${me} ${tall}`))
      await expect.poll(() => gates.length).toBe(2)
      const other = discord.guild()
      const place = other.channel()
      const single = other.member().says(place, `${me} ${tall}`)
      // Longer than a wait that is not worth a word.
      await discord.waitFor(() => written(discord, place).some(({ text }) => text.includes('En attente du modèle')), {
        within: 15_000,
      })
      gates.shift()?.()
      await expect.poll(() => gates.length).toBe(2)
      while (!written(discord, place).some(({ text }) => text.includes('28 mètres'))) {
        expect(written(discord, channel).filter(({ text }) => text.includes('28 mètres')).length).toBeLessThan(4)
        gates.shift()?.()
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      const ending = setInterval(() => {
        for (const end of gates.splice(0)) end()
      }, 10)
      for (const question of [...crowd, single]) await replyTo(discord, question)
      clearInterval(ending)
    },
  )
})

test('where too many wait for the model already, quotations answer at once, and say so', async () => {
  const mock = await startModel()
  const gate = Promise.withResolvers<void>()
  mock.on({ userMessage: /./ }, async () => {
    await gate.promise
    return { content: answered(height) }
  })
  const waiting = { account: 1, all: 9 }
  const { discord, channel, ada, me } = await startScene({ mock, concurrency: 1, waiting })
  // One is at work, one waits, and there is no room for the third, whichever that is.
  const questions = [who, who, who].map((question) => ada.says(channel, `${me} ${question}`))
  const crowded = await discord.waitFor(
    () => written(discord, channel).find(({ text }) => text.includes('Trop de questions attendent le modèle')),
    { what: 'an answer', within: 15_000 },
  )
  expect(crowded.text).toContain('Yann Le Goff')
  gate.resolve()
  const all = await Promise.all(questions.map((question) => replyTo(discord, question)))
  expect(all.filter(({ text }) => text.includes('Trop de questions'))).toHaveLength(1)
})

describe('the cap of a day', () => {
  test('is another’s on the next, by the clock in UTC', async () => {
    let now = Date.UTC(2026, 10, 10, 23, 59)
    const mock = await startModel()
    mock.on({ userMessage: /./ }, { content: answered(height), usage: { prompt_tokens: 900, completion_tokens: 100 } })
    const { discord, guild, channel, ada, me, store } = await startScene({ mock, now: () => now })
    await store.changeSettings(guild.id, (present) => ({ ...present, dailyTokens: 8_000 }))
    await store.settle(
      { id: 'earlier', payer: { kind: 'server', id: guild.id }, model: 'small', at: now },
      { calls: 1, inputTokens: 7_000, cachedTokens: 0, outputTokens: 0 },
    )
    expect((await replyTo(discord, ada.says(channel, `${me} ${who}`))).text).toContain('budget du jour')
    now += 60_000
    expect((await replyTo(discord, ada.says(channel, `${me} ${tall}`))).text).not.toContain('budget')
    // Set back over midnight: what was spent since counts, and so does the day before.
    now -= 120_000
    expect((await replyTo(discord, ada.says(channel, `${me} ${who}`))).text).toContain('budget du jour')
  })
})

test('the questions of a private answer, and of nobody, are counted and not kept for admins', async () => {
  const { discord, guild, channel, ada, store } = await startScene({ articles: [lighthouse, bakery] })
  const ask = (question: string, hidden: boolean) =>
    answerTo(discord, ada.slash(channel, 'ask', { question, private: hidden }))
  const nowhere = 'Quel est le salaire du ministre de la pêche ?'
  await ask(nowhere, false)
  expect((await store.unanswered(guild.id, { limit: 9, offset: 0 })).total).toBe(0)
  await store.changeSettings(guild.id, (present) => ({ ...present, keepUnanswered: true }))
  await ask(nowhere, true)
  await ask(who, false)
  expect((await store.unanswered(guild.id, { limit: 9, offset: 0 })).total).toBe(0)
  await ask(nowhere, false)
  expect((await store.unanswered(guild.id, { limit: 9, offset: 0 })).questions).toMatchObject([{ question: nowhere }])
  const { days } = await store.statistics({ server: guild.id }, 0, 99_999)
  expect(days[0]?.outcomes).toEqual([
    { kind: 'answered', by: 'extract', count: 1 },
    { kind: 'not_found', by: 'extract', count: 3 },
  ])
})
