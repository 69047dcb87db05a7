/** The only place that constructs things: from a Config to an engine and a library that are ready. */
import { join } from 'node:path'
import { createEngine } from './answer/engine.ts'
import type { Author, Tried } from './author.ts'
import type { Config } from './config.ts'
import { AppError } from './failures.ts'
import { type Folder, followFolder, readFolder } from './knowledge/folder.ts'
import { createLibrary, type Holdings } from './knowledge/library.ts'
import { createReader } from './knowledge/reader.ts'
import type { Log } from './log.ts'
import type {
  Archive,
  Engine,
  EngineFor,
  Find,
  Intake,
  Libraries,
  Library,
  Membership,
  Reader,
  Summaries,
} from './ports.ts'
import { createPassageIndex, type SavableIndex } from './search/passage-index.ts'
import type { Store } from './store/contract.ts'
import { databaseFile } from './store/place.ts'
import { detectLanguage } from './text/language.ts'
import type { Article } from './types.ts'

// Not imported: making a module of all it exports would load parts of Node that a cold answer has no use for.
const { existsSync } = process.getBuiltinModule('node:fs')

const root = join(import.meta.dirname, '..')

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
  readonly tryModel?: (signal: AbortSignal) => Promise<Tried>
  /** The same of the model that judges, where one is set. */
  readonly tryJudge?: (signal: AbortSignal) => Promise<Tried>
}

export type BotApp = Omit<App, 'engine'> & {
  readonly engineFor: EngineFor
  /** Whether the price of the model is known, as far as the model is. */
  readonly priced: boolean
  readonly store: Store
  readonly archive: Archive
  readonly intake: Intake
  readonly membership: Membership
  /** Ends what goes on beside, and closes the store. */
  close(): Promise<void>
}

type OpenOptions = {
  readonly knowledge?: string
  readonly withModel: boolean
  readonly log: Log
  readonly signal: AbortSignal
}

/** Where the knowledge folder is. */
export const folderOf = (config: Config, options: { readonly knowledge?: string }): string =>
  options.knowledge ?? config.knowledge ?? join(root, 'knowledge')

const authorOf = async (config: Config, { withModel, log, signal }: OpenOptions) => {
  if (!config.model || !withModel) return undefined
  const { openAuthor } = await import('./author.ts')
  return openAuthor(config.model, config.verify, { prompts: join(root, 'prompts'), log, signal })
}

/** What an engine is made of, and what stands beside it. */
const partsOf = (
  config: Config,
  index: SavableIndex,
  libraries: Holdings,
  author: Author | undefined,
  problems: readonly AppError[],
  log: Log,
  summaries?: Summaries,
) => {
  const find: Find = ({ text, articles, limit }) => {
    const scope = articles?.map(({ head }) => head.id) ?? 'all'
    return index.explain({ text, language: detectLanguage(text), scope, limit, fill: true })
  }
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
  return { app, parts: { library: libraries, onModelFailure, onNoOpinion, ...(summaries && { summaries }) } }
}

type Stored = { readonly articles: readonly Article[]; readonly problems: readonly AppError[] }

/** What the operator added for everybody, where there is a store at all; one that cannot be read is a problem. */
const storedArticles = async (data: string | undefined): Promise<Stored> => {
  if (data === undefined || !existsSync(databaseFile(data))) return { articles: [], problems: [] }
  const { readShared } = await import('./store/shared.ts')
  try {
    return { articles: readShared(data), problems: [] }
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure
    return { articles: [], problems: [failure] }
  }
}

/**
 * Reads the knowledge folder, and makes ready what answers from it and from what was added for everybody under `data`.
 * `withModel` false leaves the model alone.
 */
export const open = async (config: Config, options: OpenOptions & { readonly data?: string }): Promise<App> => {
  const [folder, stored, author] = await Promise.all([
    readFolder(folderOf(config, options), options.signal),
    storedArticles(options.data),
    authorOf(config, options),
  ])
  const index = createPassageIndex()
  const libraries = createLibrary(index)
  for (const article of folder.articles) libraries.add(article)
  // An id that both have is the added one's, as in the bot.
  for (const article of stored.articles) libraries.add(article)
  const problems = [...folder.problems, ...stored.problems]
  const { app, parts } = partsOf(config, index, libraries, author, problems, options.log)
  if (!author) return { ...app, engine: createEngine(parts) }
  const { queued } = await import('./author.ts')
  return { ...app, engine: createEngine({ ...parts, author: queued(author, 'terminal') }) }
}

/** The same with what outlives a restart, under the data folder, and with every server's articles. */
export const openBot = async (config: Config, options: OpenOptions & { readonly data: string }): Promise<BotApp> => {
  const { log, signal } = options
  // Here, so that a command that answers once starts without them.
  const [
    { openSqlite },
    { startRetention },
    { createArchive, createSummaries },
    { createEngineFor, createMeter },
    { priceOf },
    { giveBack, keepIndex, loadIndex, readAhead },
    { startFollowing },
    { keepFolder, knownFiles },
    { createIntake },
    { createMembership },
    { createMirror },
    { newAnswerId },
  ] = await Promise.all([
    import('./store/sqlite.ts'),
    import('./store/retention.ts'),
    import('./answer/archive.ts'),
    import('./answer/engine-for.ts'),
    import('./answer/prices.ts'),
    import('./knowledge/index-file.ts'),
    import('./knowledge/following.ts'),
    import('./knowledge/keep-folder.ts'),
    import('./knowledge/intake.ts'),
    import('./knowledge/membership.ts'),
    import('./knowledge/mirror.ts'),
    import('./store/contract.ts'),
  ])
  const store = await openSqlite({ folder: options.data })
  try {
    const index = await loadIndex(options.data, (because) => log.warn('search index made anew', { because }))
    const libraries = createLibrary(index, store.articleVersion)
    const mirror = createMirror(store, libraries, (id, error) => log.error('stored article not read', { id, error }))
    const folder = followFolder(folderOf(config, options), await knownFiles(store))
    const [problems, author] = await Promise.all([
      folder.read(signal).then(async (first) => [...first.problems, ...(await keepFolder(first, store, Date.now()))]),
      authorOf(config, options),
    ])
    await mirror.follow()
    const summaries = createSummaries(store, Date.now, (error) => log.error('summary not kept', { error }))
    const { app, parts } = partsOf(config, index, libraries, author, problems, log, summaries)
    const meter = createMeter(store, config.ceilings, {
      baseURL: config.model?.baseURL,
      timeoutMs: config.model?.timeoutMs ?? 0,
      now: Date.now,
      onUncounted: (error) => log.error('a model call was not counted', { error }),
    })

    const closing = new AbortController()
    const deleted = async () => void (await mirror.follow())
    startRetention(store, { days: config.retentionDays, now: Date.now, log, deleted }, closing.signal)
    const ahead = readAhead(index, closing.signal)
    let started = false
    const giveBackOnce = () => {
      if (!started) giveBack()
      started = true
    }
    const keep = async () => {
      // What keeps the index reads all that it lacks at once.
      await ahead
      if (closing.signal.aborted) return
      await keepIndex(options.data, index)
      giveBackOnce()
    }
    const following = { folder, store, mirror, now: Date.now, keep, log }
    const followed = startFollowing(following, problems, closing.signal)
    return {
      ...app,
      engineFor: createEngineFor({ ...parts, ...(author && { author: { ...author, meter } }) }),
      priced: app.model !== undefined && priceOf(app.model, config.model?.baseURL) !== undefined,
      store,
      archive: createArchive(store, libraries, newAnswerId),
      intake: createIntake({ store, libraries, mirror, reader: app.reader, now: Date.now }),
      membership: createMembership(store, mirror, Date.now, log.info),
      async close() {
        closing.abort()
        await followed
        await store.close()
      },
    }
  } catch (failure) {
    await store.close()
    throw failure
  }
}

export const openCheckup = (
  config: Config,
  options: { readonly knowledge?: string; readonly data: string },
): Checkup => {
  const { model } = config
  const judge = model?.judge
  const folder = folderOf(config, options)
  return {
    folder,
    read: (signal) => readFolder(folder, signal),
    async openStore() {
      const { openSqlite } = await import('./store/sqlite.ts')
      await (await openSqlite({ folder: options.data })).close()
    },
    ...(model && {
      async tryModel(signal) {
        const { tryModel } = await import('./author.ts')
        return tryModel(model, join(root, 'prompts'), signal)
      },
    }),
    ...(model &&
      judge !== undefined && {
        async tryJudge(signal) {
          const { tryJudge } = await import('./author.ts')
          return tryJudge(model, judge, join(root, 'prompts'), signal)
        },
      }),
  }
}
