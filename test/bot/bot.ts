/** The whole bot as a test starts it: the real client at the fake Discord, a mocked model over HTTP, a real store. */
import { join } from 'node:path'
import { LLMock } from '@copilotkit/aimock'
import PQueue from 'p-queue'
import { onTestFinished } from 'vitest'
import { createArchive } from '../../src/answer/archive.ts'
import { createEngineFor, createMeter } from '../../src/answer/engine-for.ts'
import { createFairQueue } from '../../src/answer/fair-queue.ts'
import { openaiModel } from '../../src/answer/model.ts'
import { loadPrompts } from '../../src/answer/prompt.ts'
import { type Bot, createBot } from '../../src/discord/bot.ts'
import type { BotPorts } from '../../src/discord/ports.ts'
import { createIntake } from '../../src/knowledge/intake.ts'
import { createLibrary } from '../../src/knowledge/library.ts'
import { createMembership } from '../../src/knowledge/membership.ts'
import { createMirror, type Mirror } from '../../src/knowledge/mirror.ts'
import { createReader } from '../../src/knowledge/reader.ts'
import { type Ceilings, noCeilings } from '../../src/limits.ts'
import { localeOf } from '../../src/locale/words.ts'
import { createPassageIndex } from '../../src/search/passage-index.ts'
import { newAnswerId, type Store } from '../../src/store/contract.ts'
import { LEFT_DAYS } from '../../src/store/retention.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { detectLanguage } from '../../src/text/language.ts'
import { isQuestion } from '../../src/text/question-kind.ts'
import type { Article } from '../../src/types.ts'
import { bakery, lighthouse } from '../fakes/articles.ts'
import { type FakeDiscord, type FakeOptions, startFakeDiscord } from '../fakes/discord/server.ts'

const prompts = await loadPrompts(join(import.meta.dirname, '..', '..', 'prompts'))

export type Entry = {
  readonly level: string
  readonly event: string
  readonly facts: Readonly<Record<string, unknown>>
}

export type Setting = {
  readonly articles?: readonly Article[]
  /** Answers by this model; without one by extraction. */
  readonly mock?: LLMock
  readonly messageContent?: boolean
  readonly guildOnly?: string
  readonly fake?: FakeOptions
  /** An earlier bot's, to start again on. */
  readonly discord?: FakeDiscord
  readonly store?: Store
  readonly modelTimeoutMs?: number
  /** The model is one whose price is known. */
  readonly priced?: boolean
  readonly ceilings?: Ceilings
  /** Model calls at the same time. */
  readonly concurrency?: number
  /** Model calls that may wait. */
  readonly waiting?: { readonly account: number; readonly all: number }
  readonly now?: () => number
}

export type Running = {
  readonly discord: FakeDiscord
  readonly store: Store
  readonly bot: Bot
  readonly log: readonly Entry[]
  /** To bring the bot in step with what a test writes to the store. */
  readonly mirror: Mirror
}

export const startModel = async (): Promise<LLMock> => {
  const mock = new LLMock({ port: 0 })
  await mock.start()
  onTestFinished(() => mock.stop())
  return mock
}

/** Starts a bot, and stops it and what was started for it when the test is over. */
export const startBot = async (setting: Setting = {}): Promise<Running> => {
  const discord = setting.discord ?? (await startFakeDiscord(setting.fake))
  const store = setting.store ?? (await openSqlite('memory'))
  const log: Entry[] = []
  const write =
    (level: string) =>
    (event: string, facts: Readonly<Record<string, unknown>> = {}): void =>
      void log.push({ level, event, facts })
  const libraries = createLibrary(createPassageIndex(), store.articleVersion)
  for (const article of setting.articles ?? [lighthouse, bakery]) libraries.add(article)
  const mirror = createMirror(store, libraries, (id, error) => write('error')('stored article not read', { id, error }))
  await mirror.follow()
  const reader = createReader({ allowHosts: new Set(['127.0.0.1']) })
  const model =
    setting.mock &&
    openaiModel({
      baseURL: `${setting.mock.url}/v1`,
      model: setting.priced ? 'gpt-5.6-luna' : 'small',
      timeoutMs: setting.modelTimeoutMs ?? 10_000,
      maxRetries: 0,
      schemaPrompt: prompts.schema,
    })
  const meter = createMeter(store, setting.ceilings ?? noCeilings, {
    baseURL: setting.priced ? undefined : setting.mock?.url,
    timeoutMs: setting.modelTimeoutMs ?? 10_000,
    now: setting.now ?? Date.now,
    onUncounted: (error) => write('error')('a model call was not counted', { error }),
  })
  const queue = createFairQueue(new PQueue({ concurrency: setting.concurrency ?? 40 }), setting.waiting)
  const engineFor = createEngineFor({
    library: libraries,
    ...(model && { author: { model, prompts, queue, meter } }),
    onModelFailure: (failure) => write('warn')('answered without the model', { failure }),
  })
  const ports: BotPorts = {
    engineFor,
    libraries,
    archive: createArchive(store, libraries, newAnswerId),
    intake: createIntake({ store, libraries, mirror, reader, now: Date.now }),
    membership: createMembership(store, mirror, Date.now, write('info')),
    retentionDays: 30,
    leavingDays: LEFT_DAYS,
    settings: store,
    feedback: store,
    quota: store,
    budget: store,
    counting: store,
    unanswered: store,
    ceilings: setting.ceilings ?? noCeilings,
    privacy: store,
    commands: store,
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    model: model?.name,
    priced: setting.priced ?? false,
    localeFor: (text) => localeOf(detectLanguage(text)),
    isQuestion: (text) => isQuestion(text, detectLanguage(text)),
    version: '0.0.0-test',
    now: setting.now ?? Date.now,
  }
  const bot = createBot(
    {
      token: discord.token,
      apiBase: discord.api,
      messageContent: setting.messageContent ?? false,
      ...(setting.guildOnly !== undefined && { guild: setting.guildOnly }),
    },
    ports,
  )
  onTestFinished(async () => {
    await bot.stop()
    if (!setting.discord) await discord.close()
    if (!setting.store) await store.close()
  })
  await bot.start()
  await discord.connected()
  return { discord, store, bot, log, mirror }
}

export const claim = (text: string, ...citations: readonly (readonly [string, string])[]) => ({
  text,
  citations: citations.map(([paragraph, quote]) => ({ paragraph, quote })),
})
export const answered = (...claims: readonly object[]): string => JSON.stringify({ verdict: 'answered', claims })
