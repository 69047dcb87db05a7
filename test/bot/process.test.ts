/** The bot as its own process, as `npm start` runs it: signals, exit codes, what it says, and a hard end. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { LLMock } from '@copilotkit/aimock'
import { expect, onTestFinished, test } from 'vitest'
import { databaseFile } from '../../src/store/place.ts'
import { lighthouse } from '../fakes/articles.ts'
import { type FakeDiscord, type FakeOptions, startFakeDiscord } from '../fakes/discord/server.ts'
import { startModel } from './bot.ts'
import { answered, cost, height, replyTo, written } from './scene.ts'

const root = join(import.meta.dirname, '..', '..')
const key = 'sk-a-key-that-nobody-may-read'
const tall = 'Combien de mètres mesure le phare ?'

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const answersIn = (data: string): number => {
  const database = new DatabaseSync(databaseFile(data), { readOnly: true })
  const row = database.prepare('SELECT count(*) AS answers FROM answers').get()
  database.close()
  return Number(row?.answers)
}

const newKnowledge = async (): Promise<string> => {
  const folder = await newFolder()
  const paragraphs = lighthouse.paragraphs.map(({ text }) => text).join('\n\n')
  await writeFile(
    join(folder, 'phare.md'),
    `---\ntitle: ${lighthouse.head.title}\nlanguage: fr\n---\n\n${paragraphs}\n`,
  )
  return folder
}

const startFake = async (options: FakeOptions = {}): Promise<FakeDiscord> => {
  const discord = await startFakeDiscord(options)
  onTestFinished(() => discord.close())
  return discord
}

type World = { readonly discord: FakeDiscord; readonly mock?: LLMock; readonly variables?: Record<string, string> }

const run = async ({ discord, mock, variables = {} }: World) => {
  const child = spawn(join(root, 'node_modules', '.bin', 'node'), ['src/launch.js', 'start'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      DOTENV_CONFIG_PATH: '/dev/null',
      DISCORD_TOKEN: discord.token,
      DISCORD_API_BASE: discord.api,
      KNOWLEDGE_DIR: await newKnowledge(),
      DATA_DIR: await newFolder(),
      ...(mock && { OPENAI_BASE_URL: `${mock.url}/v1`, OPENAI_API_KEY: key, OPENAI_MODEL: 'small' }),
      ...variables,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)))
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
  }))
  onTestFinished(() => void child.kill('SIGKILL'))
  return { kill: (signal: NodeJS.Signals) => child.kill(signal), ended, said: () => said }
}

/** A question that the model is at work on. */
const askIn = async (discord: FakeDiscord) => {
  await discord.waitFor(() => discord.commands().length > 0, { within: 15_000 })
  const guild = discord.guild()
  const channel = guild.channel()
  const ada = guild.member()
  const question = ada.says(channel, `${discord.bot.mention} ${tall}`)
  return { guild, channel, ada, question }
}

const slowModel = async (ttft: number): Promise<LLMock> => {
  const mock = await startModel()
  mock.on({ userMessage: /./ }, { content: answered(height) }, { streamingProfile: { ttft } })
  return mock
}

test('SIGTERM while a model takes two seconds: the question is answered, and the exit is in order', async () => {
  const discord = await startFake()
  const bot = await run({ discord, mock: await slowModel(2_000) })
  const { question } = await askIn(discord)
  await discord.waitFor(() => discord.requestsTo('POST /channels/:channel/typing').length === 1)
  bot.kill('SIGTERM')
  expect(await bot.ended).toEqual({ code: 0, signal: null })
  expect((await replyTo(discord, question)).text).toContain(height.text)
  expect(bot.said()).toContain('"event":"stopping"')
  expect(bot.said()).not.toContain(key)
  expect(bot.said()).not.toContain(discord.token)
}, 30_000)

test('SIGTERM while a model takes a minute: readers are told, what was shown stays, and the exit is in order', async () => {
  const discord = await startFake()
  const mock = await startModel()
  // The first claim at once, and the rest much later.
  mock.on(
    { userMessage: /./ },
    { content: answered(height, cost) },
    { chunkSize: 160, recordedTimings: { ttftMs: 0, interChunkDelaysMs: [0, 60_000], totalDurationMs: 60_000 } },
  )
  const bot = await run({ discord, mock })
  const { guild, channel, question } = await askIn(discord)
  const hidden = guild.member({ locale: 'fr' }).slash(channel, 'ask', { question: tall, private: true })
  await discord.waitFor(() => written(discord, channel).length === 1)
  await hidden.response()
  const begun = Date.now()
  bot.kill('SIGTERM')
  expect(await bot.ended).toEqual({ code: 0, signal: null })
  expect(Date.now() - begun).toBeLessThan(10_000)
  const [answer, told] = written(discord, channel)
  expect(answer).toMatchObject({ repliesTo: question.id, text: expect.stringContaining(height.text) })
  expect(answer?.text).not.toContain('⏳')
  expect(told).toMatchObject({ repliesTo: answer?.id, text: expect.stringContaining('interrompue') })
  const [response, toldToo] = hidden.messages()
  expect(response).toMatchObject({ isEphemeral: true, text: expect.stringContaining(height.text) })
  expect(toldToo).toMatchObject({ isEphemeral: true, text: expect.stringContaining('interrompue') })
}, 30_000)

test('SIGTERM while it still connects: the exit is in order', async () => {
  const discord = await startFake()
  discord.fail({ route: 'GET /gateway/bot', delay: 60_000 })
  const bot = await run({ discord })
  await expect.poll(bot.said, { timeout: 15_000 }).toContain('data folder')
  bot.kill('SIGTERM')
  expect(await bot.ended).toEqual({ code: 0, signal: null })
}, 30_000)

test('after a hard end, the buttons of what was answered work', async () => {
  const discord = await startFake()
  const variables = { DATA_DIR: await newFolder(), KNOWLEDGE_DIR: await newKnowledge() }
  const first = await run({ discord, variables })
  const { channel, ada, question } = await askIn(discord)
  const answer = await replyTo(discord, question)
  // It is kept while it travels: here it has arrived before that, where the machine is busy.
  await discord.waitFor(() => answersIn(variables.DATA_DIR) === 1)
  first.kill('SIGKILL')
  expect(await first.ended).toMatchObject({ signal: 'SIGKILL' })
  await discord.waitFor(() => discord.sessions.online().length === 0)
  const second = await run({ discord, variables })
  await discord.connected({ within: 15_000 })
  const button = answer.buttons.find(({ label }) => label === '¶2')
  const opened = await ada.press(answer, button?.customId ?? '').response()
  expect(opened.text).toContain('1.200 bateaux')
  expect(written(discord, channel)).toHaveLength(1)
  second.kill('SIGTERM')
  expect(await second.ended).toEqual({ code: 0, signal: null })
}, 40_000)

test.each([
  ['a token that is refused', { DISCORD_TOKEN: 'refused' }, 2, 'Discord refused the token'],
  ['an intent that is not granted', { DISCORD_MESSAGE_CONTENT: 'true' }, 2, 'DISCORD_MESSAGE_CONTENT=false'],
  ['no connection', { DISCORD_API_BASE: 'http://127.0.0.1:9/api' }, 1, 'Discord cannot be reached'],
] as const)(
  '%s is told in plain words, with an exit code',
  async (_, variables, code, words) => {
    const discord = await startFake({ privileged: 0 })
    const bot = await run({ discord, variables })
    expect(await bot.ended).toEqual({ code, signal: null })
    expect(bot.said()).toContain(words)
    expect(bot.said()).not.toMatch(/\n\s+at /)
  },
  30_000,
)
