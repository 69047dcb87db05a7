/**
 * What the bot costs beside Discord and the model, each bot in a process of its own at the fake Discord in this one:
 * time to a reply beside a bare echo bot, many questions at once, and memory over many answers. Run: npm run bench
 */
import { type ChildProcess, fork } from 'node:child_process'
import diagnostics from 'node:diagnostics_channel'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { LLMock } from '@copilotkit/aimock'
import { expect, onTestFinished, test } from 'vitest'
import { type FakeDiscord, type FakeOptions, startFakeDiscord } from '../fakes/discord/server.ts'

const root = join(import.meta.dirname, '..', '..')
const POST = 'POST /channels/:channel/messages'
const COMMANDS = 'PUT /applications/:application/commands'

/** Model calls at the same time, as by default. */
const CONCURRENCY = 40

/** Between a reply and the next message. Milliseconds. */
const PAUSE = 5

/** Rounds of a hundred questions: the first are for the compiler, since a bot runs for weeks. */
const WARM_UP = 12
const MEASURED = 4

const questions = [
  'Qui Jean-Yves Le Drian rencontre-t-il à Moscou ?',
  'When did the Brooklyn Bridge open to the public?',
  'Que demande le ministre français à la Russie ?',
  'How long is the main span of the Brooklyn Bridge?',
]

const main = join(root, 'src', 'main.ts')
const echo = join(import.meta.dirname, 'bench', 'echo.ts')
const pilcrow = join(import.meta.dirname, 'bench', 'pilcrow.ts')

const startFake = async (options?: FakeOptions): Promise<FakeDiscord> => {
  const discord = await startFakeDiscord(options)
  onTestFinished(() => discord.close())
  return discord
}

/** Starts a bot in a process of its own. */
const startProcess = async (script: string, discord: FakeDiscord, variables: NodeJS.ProcessEnv = {}) => {
  const data = await mkdtemp(join(tmpdir(), 'pilcrow-bench-'))
  const bot = fork(script, script === main ? ['start'] : [], {
    execArgv: ['--expose-gc', '--import', join(import.meta.dirname, 'bench', 'memory.ts')],
    env: {
      PATH: process.env.PATH,
      DOTENV_CONFIG_PATH: '/dev/null',
      DISCORD_TOKEN: discord.token,
      DISCORD_API_BASE: discord.api,
      DATA_DIR: data,
      LOG_LEVEL: 'warn',
      ...variables,
    },
  })
  const stop = async (): Promise<void> => {
    if (bot.exitCode === null && bot.signalCode === null) {
      bot.kill('SIGTERM')
      await once(bot, 'exit')
    }
    await rm(data, { recursive: true, force: true })
  }
  onTestFinished(stop)
  const started = discord.requestsTo(COMMANDS).length
  const isReady = () =>
    script === echo ? discord.sessions.online().length > 0 : discord.requestsTo(COMMANDS).length > started
  await discord.waitFor(isReady, { within: 15_000, what: `the start of ${script}` })
  return { bot, stop }
}

const memoryOf = async (bot: ChildProcess): Promise<number> => {
  bot.send('memory')
  const [bytes] = await once(bot, 'message')
  return Number(bytes)
}

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? Number.NaN

const rounded = (value: number): number => Number(value.toFixed(2))

test('from a message to its reply, beside an echo bot', async () => {
  const discord = await startFake()
  const guild = discord.guild()
  const channel = guild.channel()
  const ada = guild.member()
  let arrived = 0
  // As soon as the request is there: what the fake reads and checks of it is nobody's time.
  const onRequest = (told: unknown): void => {
    const { method, url = '' } = (told as { readonly request: IncomingMessage }).request
    if (method === 'POST' && /\/channels\/\d+\/messages$/.test(url)) arrived = performance.now()
  }
  diagnostics.subscribe('http.server.request.start', onRequest)
  onTestFinished(() => void diagnostics.unsubscribe('http.server.request.start', onRequest))
  const reply = async (index: number): Promise<number> => {
    const before = discord.requestsTo(POST).length
    const start = performance.now()
    ada.says(channel, `${discord.bot.mention} ${questions[index % questions.length]}`)
    await discord.waitFor(() => discord.requestsTo(POST).length > before)
    return arrived - start
  }

  const kinds = [
    ['echo', echo, {}],
    ['pilcrow, a prepared answer', pilcrow, { SCRIPTED: 'true' }],
    ['pilcrow, an instant model', pilcrow, {}],
  ] as const
  const times = new Map<string, number[]>(kinds.map(([name]) => [name, []]))
  // In turns, so that none has the machine at a better time.
  for (const [name, script, variables] of [...kinds, ...kinds]) {
    const { stop } = await startProcess(script, discord, variables)
    for (let round = 0; round < WARM_UP + MEASURED; round++) {
      discord.forget()
      for (let index = 0; index < 100; index++) {
        const time = await reply(index)
        if (round < WARM_UP) continue
        times.get(name)?.push(time)
        // What the bot still has to do with its reply is no part of the next one's time.
        await sleep(PAUSE)
      }
    }
    await stop()
    await discord.waitFor(() => discord.sessions.online().length === 0)
  }

  const median = (name: string): number => quantile(times.get(name) ?? [], 0.5)
  console.table(
    Object.fromEntries(
      kinds.map(([name]) => [
        name,
        {
          'p10 (ms)': rounded(quantile(times.get(name) ?? [], 0.1)),
          'median (ms)': rounded(median(name)),
          'p95 (ms)': rounded(quantile(times.get(name) ?? [], 0.95)),
          'of echo, at most 1.5': rounded(median(name) / median('echo')),
        },
      ]),
    ),
  )
}, 600_000)

test('200 questions at once, a model that takes a second, 50 requests a second', async () => {
  const mock = new LLMock({ port: 0 })
  await mock.start()
  onTestFinished(() => mock.stop())
  const claims = [
    ['the Brooklyn Bridge opened to the public', 'The Brooklyn Bridge opened to the public on May 24, 1883.'],
    ['the first to hang from cables of steel wire', 'It was the first to hang from cables of steel wire.'],
  ].map(([quote, text]) => ({ citations: [{ paragraph: 'P1', quote }], text }))
  const content = JSON.stringify({ verdict: 'answered', claims })
  // Written evenly over the second, so that the first claim stands in the middle of it.
  mock.on({ userMessage: /./ }, { content }, { chunkSize: Math.ceil(content.length / 10), latency: 100 })

  const discord = await startFake({ globalLimit: 50 })
  const guild = discord.guild()
  const channels = Array.from({ length: 10 }, () => guild.channel())
  const members = Array.from({ length: 200 }, () => guild.member())
  await startProcess(main, discord, {
    OPENAI_BASE_URL: `${mock.url}/v1`,
    OPENAI_MODEL: 'small',
    OPENAI_CONCURRENCY: String(CONCURRENCY),
  })
  const start = performance.now()
  const asked = members.map((member, index) =>
    member.says(
      channels[index % channels.length]?.id ?? '',
      `${discord.bot.mention} When did the Brooklyn Bridge open to the public?`,
    ),
  )
  const times = new Map<string, number>()
  await discord.waitFor(
    () => {
      for (const channel of channels)
        for (const { repliesTo = '', text } of channel.messages())
          if (!times.has(repliesTo) && text.includes('Where it says so'))
            times.set(repliesTo, performance.now() - start)
      return asked.every(({ id }) => times.has(id))
    },
    { within: 60_000, what: '200 answers' },
  )
  const seconds = (part: number): number => rounded(quantile([...times.values()], part) / 1_000)
  const limited = discord.requests.filter(({ status }) => status === 429).length
  console.table({
    'answered in (s)': { median: seconds(0.5), 'p95, under 8': seconds(0.95), all: seconds(1) },
    requests: {
      all: discord.requests.length,
      limited,
      model: mock.getRequests().length,
      'model, at once': CONCURRENCY,
    },
  })
  const replies = channels
    .flatMap((channel) => channel.messages())
    .filter(({ authorId }) => authorId === discord.bot.id)
  expect(replies.map(({ repliesTo }) => repliesTo).sort()).toEqual(asked.map(({ id }) => id).sort())
}, 120_000)

test('memory after 10,000 answers and after 1,000', async () => {
  const discord = await startFake()
  const guild = discord.guild()
  const channels = Array.from({ length: 20 }, () => guild.channel())
  const ada = guild.member()
  const { bot } = await startProcess(main, discord)
  const row: Record<string, number> = {}
  for (let answers = 0; answers < 10_000; answers += 200) {
    if (answers === 1_000) row['after 1,000'] = await memoryOf(bot)
    discord.forget()
    for (let index = 0; index < 200; index++)
      ada.says(channels[index % 20]?.id ?? '', `${discord.bot.mention} ${questions[index % questions.length]}`)
    await discord.waitFor(() => discord.requestsTo(POST).length === 200, { within: 30_000 })
  }
  row['after 10,000'] = await memoryOf(bot)
  row['more, at most 20'] = (row['after 10,000'] ?? 0) - (row['after 1,000'] ?? 0)
  console.table({
    'resident (MB)': Object.fromEntries(Object.entries(row).map(([key, bytes]) => [key, rounded(bytes / 2 ** 20)])),
  })
}, 300_000)
