/** The only place that constructs things: from a Config to an engine and a library that are ready. */
import { join } from 'node:path'
import { createArchive, createSummaries } from './answer/archive.ts'
import { createEngine } from './answer/engine.ts'
import { createEngineFor, createMeter } from './answer/engine-for.ts'
import { createFairQueue, fairModel } from './answer/fair-queue.ts'
import { type Model, UNKNOWN_MODEL } from './answer/model-request.ts'
import { type PriceEntry, priceOf } from './answer/prices.ts'
import { loadPrompts } from './answer/prompt.ts'
import type { Config, ModelConfig } from './config.ts'
import { type Folder, readFolder } from './knowledge/folder.ts'
import { createLibrary } from './knowledge/library.ts'
import { createReader } from './knowledge/reader.ts'
import { dayOf } from './limits.ts'
import type { Log } from './log.ts'
import type { Archive, Engine, EngineFor, Find, Libraries, Library, Reader } from './ports.ts'
import { createPassageIndex } from './search/passage-index.ts'
import { newAnswerId, type Store } from './store/contract.ts'
import { detectLanguage } from './text/language.ts'
import { AppError, type Usage } from './types.ts'

const root = join(import.meta.dirname, '..')

/** After the first try; the whole call has its own limit in time. */
const MODEL_RETRIES = 2

export type App = {
  readonly engine: Engine
  /** Everybody's articles. */
  readonly library: Library
  readonly libraries: Libraries
  readonly find: Find
  readonly reader: Reader
  /** What of the knowledge folder could not be read. */
  readonly problems: readonly AppError[]
  /** The model's name, where one is used and known. */
  readonly model?: string
}

/** What the doctor looks at, each part by itself: one that fails is no reason not to look at the others. */
export type Checkup = {
  readonly folder: string
  /** As `readFolder`. */
  read(signal: AbortSignal): Promise<Folder>
  /** Opens the store and closes it. Rejects as `openSqlite` does. */
  openStore(): Promise<void>
  /** Asks the model one short question; absent where none is set. Rejects with `AppError`. */
  readonly tryModel?: (
    signal: AbortSignal,
  ) => Promise<{ readonly name: string; readonly able: boolean; readonly usage: Usage; readonly price?: PriceEntry }>
}

export type BotApp = Omit<App, 'engine'> & {
  readonly engineFor: EngineFor
  /** Whether the price of the model is known, as far as the model is. */
  readonly priced: boolean
  readonly store: Store
  readonly archive: Archive
}

/**
 * A model whose server need not be up yet: which model it serves is asked when first needed, and again until it
 * answers. Rejects now with `AppError` several_models or no_models, which waiting would not mend.
 */
const lateModel = async (
  config: ModelConfig,
  schemaPrompt: (schema: string) => string,
  log: Log,
  signal: AbortSignal,
) => {
  const [{ chooseModel, openaiModel }, { default: PQueue }] = await Promise.all([
    import('./answer/model.ts'),
    import('p-queue'),
  ])
  const make = async (until: AbortSignal): Promise<Model> =>
    openaiModel({ ...config, model: await chooseModel(config, until), maxRetries: MODEL_RETRIES, schemaPrompt })
  let made = await make(signal).catch((failure: unknown) => {
    if (!(failure instanceof AppError) || !/^model_/.test(failure.code)) throw failure
    log.warn('model not reachable yet', { failure })
    return undefined
  })
  const model: Model = {
    get name() {
      return made?.name ?? UNKNOWN_MODEL
    },
    async complete(request, until, onText) {
      made ??= await make(until)
      return made.complete(request, until, onText)
    },
  }
  const { judge } = config
  return {
    model,
    queue: createFairQueue(new PQueue({ concurrency: config.concurrency })),
    known: made?.name,
    ...(judge !== undefined && {
      judge: openaiModel({ ...config, model: judge, maxRetries: MODEL_RETRIES, schemaPrompt }),
    }),
  }
}

type OpenOptions = {
  readonly knowledge?: string
  readonly withModel: boolean
  readonly log: Log
  readonly signal: AbortSignal
}

/** Reads the knowledge folder, and makes ready what an engine is made of. */
const prepare = async (config: Config, { knowledge, withModel, log, signal }: OpenOptions) => {
  const [{ articles, problems }, author] = await Promise.all([
    readFolder(knowledge ?? config.knowledge ?? join(root, 'knowledge'), signal),
    (async () => {
      if (!config.model || !withModel) return undefined
      const prompts = await loadPrompts(join(root, 'prompts'))
      const quotationsOnly = config.verify === 'quotations'
      return { prompts, quotationsOnly, ...(await lateModel(config.model, prompts.schema, log, signal)) }
    })(),
  ])
  const index = createPassageIndex()
  const libraries = createLibrary(index)
  const find: Find = ({ text, articles, limit }) => {
    const scope = articles?.map(({ head }) => head.id) ?? 'all'
    return index.explain({ text, language: detectLanguage(text), scope, limit, fill: true })
  }
  for (const article of articles) libraries.add(article)
  const onModelFailure = (failure: AppError | string) => log.warn('answered without the model', { failure })
  const onNoOpinion = (why: string) => log.warn('the judge had no opinion', { why })
  const app = {
    library: libraries.for(undefined),
    libraries,
    find,
    reader: createReader(config),
    problems,
    ...(author?.known !== undefined && { model: author.known }),
  }
  return { app, parts: { library: libraries, onModelFailure, onNoOpinion }, author }
}

/** Reads the knowledge folder, and makes ready what answers from it. `withModel` false leaves the model alone. */
export const open = async (config: Config, options: OpenOptions): Promise<App> => {
  const { app, parts, author } = await prepare(config, options)
  if (!author) return { ...app, engine: createEngine(parts) }
  const { queue, judge } = author
  const fair = (model: Model): Model => fairModel(model, 'terminal', queue)
  const queued = { ...author, model: fair(author.model), ...(judge && { judge: fair(judge) }) }
  return { ...app, engine: createEngine({ ...parts, author: queued }) }
}

/** The same with what outlives a restart, under the data folder. `close` the store at the end. */
export const openBot = async (config: Config, options: OpenOptions & { readonly data: string }): Promise<BotApp> => {
  const { openSqlite } = await import('./store/sqlite.ts')
  const store = await openSqlite({ folder: options.data })
  const { app, parts, author } = await prepare(config, options).catch(async (failure: unknown) => {
    await store.close()
    throw failure
  })
  const meter = createMeter(store, config.ceilings, {
    baseURL: config.model?.baseURL,
    timeoutMs: config.model?.timeoutMs ?? 0,
    now: Date.now,
    onUncounted: (error) => options.log.error('a model call was not counted', { error }),
  })
  const summaries = createSummaries(store, Date.now, (error) => options.log.error('summary not kept', { error }))
  const engineFor = createEngineFor({ ...parts, summaries, ...(author && { author: { ...author, meter } }) })
  const priced = app.model !== undefined && priceOf(app.model, config.model?.baseURL) !== undefined
  return { ...app, engineFor, priced, store, archive: createArchive(store, app.libraries, newAnswerId) }
}

/** Reads what was counted, everywhere together, and closes the store. Rejects as `openSqlite` does. */
export const readStatistics = async (data: string, days: number) => {
  const { openSqlite } = await import('./store/sqlite.ts')
  const store = await openSqlite({ folder: data })
  try {
    const now = Date.now()
    const today = dayOf(now)
    const statistics = await store.statistics('all', today - days + 1, today)
    return { statistics, today, spent: await store.spent('total', now) }
  } finally {
    await store.close()
  }
}

export const openCheckup = (
  config: Config,
  options: { readonly knowledge?: string; readonly data: string },
): Checkup => {
  const { model } = config
  const folder = options.knowledge ?? config.knowledge ?? join(root, 'knowledge')
  return {
    folder,
    read: (signal) => readFolder(folder, signal),
    async openStore() {
      const { openSqlite } = await import('./store/sqlite.ts')
      await (await openSqlite({ folder: options.data })).close()
    },
    ...(model && {
      async tryModel(signal) {
        const [{ chooseModel, openaiModel }, { probe }, prompts] = await Promise.all([
          import('./answer/model.ts'),
          import('./answer/probe.ts'),
          loadPrompts(join(root, 'prompts')),
        ])
        const name = await chooseModel(model, signal)
        const schemaPrompt = prompts.schema
        const asked = openaiModel({ ...model, model: name, maxRetries: MODEL_RETRIES, schemaPrompt })
        const price = priceOf(name, model.baseURL)
        return { name, ...(await probe(asked, prompts, signal)), ...(price && { price }) }
      },
    }),
  }
}
