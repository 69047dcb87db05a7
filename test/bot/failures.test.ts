/** What can go wrong on the way of an answer: each has words or an orderly silence, and none is the next one's affair. */
import type { LLMock } from '@copilotkit/aimock'
import { describe, expect, onTestFinished, test } from 'vitest'
import { AppError } from '../../src/failures.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { article } from '../fakes/articles.ts'
import { claim, type Running, startModel } from './bot.ts'
import { answered, answerTo, cost, height, keeper, replies, replyTo, startScene, written } from './scene.ts'

const tall = 'Combien de mètres mesure le phare ?'
const slow = { chunkSize: 50, latency: 110 }
const SEND = 'POST /channels/:channel/messages'

/** A model that has been asked and says nothing until it may. */
const holdModel = (mock: LLMock, content: string = answered(height)) => {
  const asked = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  mock.on({ userMessage: /./ }, async () => {
    asked.resolve()
    await held.promise
    return { content }
  })
  return { asked: asked.promise, answer: held.resolve }
}

/** Nothing that an operator has to look at. */
const problems = ({ log }: Pick<Running, 'log'>) => log.filter(({ level }) => level !== 'info')

const startHeld = async () => {
  const mock = await startModel()
  const scene = await startScene({ mock })
  const thread = scene.ada.startsThread(scene.channel, 'Le phare')
  return { ...scene, mock, thread, model: holdModel(mock) }
}

describe('where the bot can no longer write', () => {
  test('it may not write: the asker is told in a direct message, the next question is answered', async () => {
    const scene = await startScene()
    const { discord, guild, ada, me, channel } = scene
    const closed = guild.channel({ deny: ['SendMessages'] })
    ada.says(closed, `${me} ${tall}`)
    const [told] = await discord.waitFor(
      () => written(discord, ada.dmChannel()).length > 0 && written(discord, ada.dmChannel()),
    )
    expect(told?.text).toContain('Je ne peux pas écrire dans ce salon')
    await replyTo(discord, ada.says(channel, `${me} ${tall}`))
    expect(problems(scene)).toEqual([])
  })

  test('it may not write, and the asker takes no direct messages: only the log knows', async () => {
    const scene = await startScene()
    const { discord, guild, me, channel, log } = scene
    const eve = guild.member({ takesDms: false })
    eve.says(guild.channel({ deny: ['SendMessages'] }), `${me} ${tall}`)
    await discord.waitFor(() => log.some(({ event }) => event === 'could not say so either'))
    await replyTo(discord, eve.says(channel, `${me} ${tall}`))
    expect(problems(scene)).toEqual([])
  })

  test('it may not see the channel any more by the time of the answer', async () => {
    const { discord, channel, ada, me, model } = await startHeld()
    ada.says(channel, `${me} ${tall}`)
    await model.asked
    channel.deny(['ViewChannel'])
    model.answer()
    const told = await discord.waitFor(() => written(discord, ada.dmChannel())[0])
    expect(told.text).toContain('Je ne peux pas écrire dans ce salon')
  })

  test('it may write but not read the history: it answers without a reply', async () => {
    const { discord, guild, ada, me } = await startScene()
    const channel = guild.channel({ deny: ['ReadMessageHistory'] })
    ada.says(channel, `${me} ${tall}`)
    const answer = await discord.waitFor(() => written(discord, channel)[0])
    expect(answer).toMatchObject({ text: expect.stringContaining('28 mètres'), repliesTo: undefined })
  })

  test.each(['locked', 'deleted'] as const)('a thread that is %s meanwhile: the asker is told', async (fate) => {
    const scene = await startHeld()
    const { discord, thread, ada, me, model } = scene
    ada.says(thread, `${me} ${tall}`)
    await model.asked
    if (fate === 'deleted') discord.channel(thread).delete()
    else discord.channel(thread).lock()
    model.answer()
    const told = await discord.waitFor(() => written(discord, ada.dmChannel())[0])
    expect(told.text).toContain('Ce fil est archivé, verrouillé ou supprimé')
    expect(problems(scene)).toEqual([])
  })

  test('a thread that is archived meanwhile opens again for the answer', async () => {
    const { discord, thread, ada, me, model } = await startHeld()
    const question = ada.says(thread, `${me} ${tall}`)
    await model.asked
    discord.channel(thread).archive()
    model.answer()
    await replyTo(discord, question)
    expect(discord.channel(thread).isArchived()).toBe(false)
  })

  test('a channel that is deleted meanwhile: nothing is left to say, and the next question is answered', async () => {
    const scene = await startHeld()
    const { discord, guild, channel, ada, me, model, log } = scene
    ada.says(channel, `${me} ${tall}`)
    await model.asked
    channel.delete()
    model.answer()
    await discord.waitFor(() => log.some(({ event }) => event === 'could not write'))
    await replyTo(discord, ada.says(guild.channel(), `${me} ${tall}`))
    expect(written(discord, ada.dmChannel())).toEqual([])
    expect(problems(scene)).toEqual([])
  })

  test('a question that is deleted meanwhile gets no answer in the channel, and its asker is told why', async () => {
    const scene = await startHeld()
    const { discord, channel, ada, me, model } = scene
    const question = ada.says(channel, `${me} ${tall}`)
    await model.asked
    ada.deletes(question)
    model.answer()
    const told = await discord.waitFor(() => written(discord, ada.dmChannel())[0])
    expect(told.text).toContain('La question a été supprimée')
    expect(written(discord, channel)).toEqual([])
    expect(problems(scene)).toEqual([])
  })

  test('our own answer is deleted while it is written: it stops, and nothing of it is kept', async () => {
    const mock = await startModel()
    replies(mock, [answered(height, cost, keeper, height, cost, keeper)], slow)
    const scene = await startScene({ mock })
    const { discord, channel, ada, me, bot, store } = scene
    ada.says(channel, `${me} ${tall}`)
    const first = await discord.waitFor(() => written(discord, channel)[0])
    discord.deleteMessage(first)
    await discord.waitFor(() => discord.refused.length > 0)
    await bot.stop()
    expect(discord.refused.map(({ code }) => code)).toEqual([10_008])
    expect(written(discord, channel)).toEqual([])
    expect(await store.kept(ada.id)).toMatchObject({ answers: 0 })
    expect(problems(scene)).toEqual([])
  })
})

describe('where Discord is slow or fails', () => {
  test('a limit on edits is waited for: the whole answer arrives, and still one change a second', async () => {
    const mock = await startModel()
    replies(mock, [answered(height, cost, keeper)], slow)
    const scene = await startScene({ mock })
    const { discord, channel, ada, me } = scene
    const limited = discord.fail({
      route: 'PATCH /channels/:channel/messages/:message',
      status: 429,
      retryAfter: 1.2,
      times: 1,
    })
    const reply = await replyTo(discord, ada.says(channel, `${me} ${tall}`))
    expect(limited.hits).toBe(1)
    for (const { text } of [height, cost, keeper]) expect(reply.text).toContain(text)
    const times = reply.revisions.map(({ at }) => at)
    expect(Math.min(...times.slice(1).map((at, index) => at - (times[index] ?? 0)))).toBeGreaterThanOrEqual(990)
    expect(problems(scene)).toEqual([])
  })

  test.each([
    ['fails twice', { status: 502, times: 2 }],
    ['fails for longer than the library tries', { status: 503, times: 5 }],
    ['breaks the connection before it takes the answer', { drop: 'before', times: 1 }],
    ['breaks the connection when it has taken the answer', { drop: 'after', times: 1 }],
  ] as const)('where Discord %s, there is one answer', async (_, fault) => {
    const scene = await startScene()
    const { discord, channel, ada, me } = scene
    const failing = discord.fail({ route: SEND, ...fault })
    const reply = await answerTo(scene, ada.says(channel, `${me} ${tall}`))
    expect(reply.text).toContain('28 mètres')
    expect(failing.hits).toBe(fault.times)
    expect(written(discord, channel)).toHaveLength(1)
    expect(problems(scene)).toEqual([])
  })

  test('a message that Discord refuses takes nothing from those before it', async () => {
    const mock = await startModel()
    const saying = (witness: number, times: number) => `Le témoin ${witness} répète ${'encore un mot '.repeat(times)}`
    const witnesses = Array.from({ length: 12 }, (_, index) => index + 1)
    const texts = witnesses.map((witness) => `${saying(witness, 26)}chaque jour.`)
    const claims = witnesses.map((witness) => claim(`${saying(witness, 25)}.`, [`P${witness}`, saying(witness, 2)]))
    replies(mock, [answered(...claims)])
    const { discord, channel, ada, me, log } = await startScene({ mock, articles: [article('temoins', texts)] })
    discord.fail({ route: SEND, after: 1, status: 400, code: 50_035 })
    ada.says(channel, `${me} Que répètent les témoins ?`)
    const list = await discord.waitFor(() => written(discord, channel).length === 2 && written(discord, channel))
    expect(list[0]?.revisions).toHaveLength(1)
    expect(list[0]?.text).toContain('Le témoin 1 répète encore un mot')
    expect(list[1]).toMatchObject({ repliesTo: list[0]?.id, text: expect.stringContaining('Référence') })
    expect(log.filter(({ level }) => level === 'error')).toHaveLength(1)
  })
})

describe('where something of ours fails', () => {
  test.each([500, 401, 429])('a model that answers %i: quotations instead, saying so', async (status) => {
    const mock = await startModel()
    mock.on({ userMessage: /./ }, { error: { message: 'no' }, status })
    const { discord, channel, ada, me, log } = await startScene({ mock })
    const reply = await replyTo(discord, ada.says(channel, `${me} ${tall}`))
    expect(reply.text).toContain('28 mètres')
    expect(reply.text).toContain('Le modèle n’a pas répondu')
    expect(log).toContainEqual(expect.objectContaining({ level: 'warn', event: 'answered without the model' }))
  })

  test('no article is known: said in words, without asking a model', async () => {
    const mock = await startModel()
    const { discord, channel, ada, me } = await startScene({ mock, articles: [] })
    const reply = await replyTo(discord, ada.says(channel, `${me} ${tall}`))
    expect(reply.text).toContain('Aucun article n’est encore connu')
    expect(mock.getRequests()).toEqual([])
  })

  test('an answer that cannot be kept is shown, without buttons, and the log says so', async () => {
    const store = await openSqlite('memory')
    onTestFinished(() => store.close())
    const saveAnswer = () => Promise.reject(new AppError('storage_failed', { reason: 'full' }))
    const { discord, channel, ada, me, log } = await startScene({ store: { ...store, saveAnswer } })
    const reply = await replyTo(discord, ada.says(channel, `${me} ${tall}`))
    expect(reply.text).toContain('il mesure 28 mètres')
    // It is kept while it travels: what was drawn in good faith is taken away.
    await expect.poll(() => discord.message(reply).buttons, { timeout: 5_000 }).toEqual([])
    expect(discord.message(reply).text).toBe(reply.text)
    expect(log.filter(({ level }) => level === 'error')).toHaveLength(1)
  })

  test('an answer that cannot be linked to its message is whole all the same', async () => {
    const store = await openSqlite('memory')
    onTestFinished(() => store.close())
    const linkMessage = () => Promise.reject(new AppError('storage_failed', { reason: 'busy' }))
    const { discord, channel, ada, me, log, bot } = await startScene({ store: { ...store, linkMessage } })
    await replyTo(discord, ada.says(channel, `${me} ${tall}`))
    await bot.stop()
    expect(written(discord, channel)).toHaveLength(1)
    expect(log.filter(({ level }) => level === 'warn')).toHaveLength(1)
  })

  test('settings that cannot be read: words for who asked, and not one for those who did not', async () => {
    const store = await openSqlite('memory')
    onTestFinished(() => store.close())
    const settings = () => Promise.reject(new AppError('storage_failed', { reason: 'failed' }))
    const scene = await startScene({ store: { ...store, settings }, messageContent: true })
    const { discord, channel, ada, me, bot } = scene
    ada.says(channel, tall)
    const reply = await replyTo(discord, ada.says(channel, `${me} ${tall}`))
    expect(reply.text).toContain('Les données enregistrées sont inaccessibles')
    await bot.stop()
    expect(written(discord, channel)).toHaveLength(1)
  })

  test('what nobody expected: a short reference that the log holds too, and no word of the error', async () => {
    const store = await openSqlite('memory')
    onTestFinished(() => store.close())
    let calls = 0
    const settings: typeof store.settings = (server) => {
      calls += 1
      if (calls === 1) throw new TypeError('secret detail')
      return store.settings(server)
    }
    const { discord, channel, ada, me, log } = await startScene({ store: { ...store, settings } })
    const reply = await replyTo(discord, ada.says(channel, `${me} ${tall}`))
    const reference = /Référence\s: ([0-9a-f]{6})/.exec(reply.text)?.[1]
    expect(reference).toBeDefined()
    expect(reply.text).not.toContain('secret detail')
    expect(log).toContainEqual({
      level: 'error',
      event: 'unexpected error',
      facts: { reference, error: expect.objectContaining({ message: 'secret detail' }) },
    })
    expect((await replyTo(discord, ada.says(channel, `${me} ${tall}`))).text).toContain('28 mètres')
  })

  test('one of many that fails is the affair of no other', async () => {
    const { discord, guild, ada, me, channel } = await startScene()
    const closed = guild.channel({ deny: ['SendMessages'] })
    const questions = Array.from({ length: 10 }, () => {
      ada.says(closed, `${me} ${tall}`)
      return ada.says(channel, `${me} ${tall}`)
    })
    for (const question of questions) await replyTo(discord, question)
    expect(written(discord, channel)).toHaveLength(10)
  })
})
