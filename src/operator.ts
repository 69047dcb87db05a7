/** Constructs what the operator's commands work with: what is kept, with nothing to search and no model. */
import type { Config } from './config.ts'
import { readFolder } from './knowledge/folder.ts'
import { dropIndex } from './knowledge/index-file.ts'
import { createIntake } from './knowledge/intake.ts'
import { createLibrary } from './knowledge/library.ts'
import { createMirror } from './knowledge/mirror.ts'
import { createReader } from './knowledge/reader.ts'
import { dayOf } from './limits.ts'
import type { Log } from './log.ts'
import type { Keeper } from './ports.ts'
import type { PassageIndex } from './search/passage-index.ts'

/** Nothing is searched where articles are only kept. */
const unsearched: PassageIndex = {
  add: () => {},
  remove: () => {},
  search: () => ({ passages: [], coverage: 0, informative: 0 }),
}

/** What the operator's commands on articles work with. `close` it at the end. */
export const openKeeper = async (
  config: Config,
  options: {
    /** The knowledge folder. */
    readonly folder: string
    readonly data: string
    readonly server?: string
    readonly log: Log
    readonly signal: AbortSignal
  },
): Promise<Keeper & { close(): Promise<void> }> => {
  const { log, server } = options
  const [{ openSqlite }, { exportArticles, importArticles, recordsOf }] = await Promise.all([
    import('./store/sqlite.ts'),
    import('./knowledge/exchange.ts'),
  ])
  const folder = await readFolder(options.folder, options.signal)
  const store = await openSqlite({ folder: options.data })
  try {
    const libraries = createLibrary(unsearched, store.articleVersion)
    for (const article of folder.articles) libraries.add(article)
    const mirror = createMirror(store, libraries, (id, error) => log.error('stored article not read', { id, error }))
    await mirror.follow()
    const revision = await store.articlesRevision()
    const shelf = { server, by: undefined }
    const folderPath = (id: string): string | undefined => folder.files.get(id)?.path
    const ports = { store, libraries, mirror, reader: createReader(config), now: Date.now, folderPath }
    return {
      shelf,
      library: libraries.for(server),
      intake: createIntake(ports),
      refreshable: async () =>
        (await recordsOf(store, shelf))
          .filter(({ origin }) => origin.kind === 'url' || origin.kind === 'file')
          .map(({ article }) => article.head.id),
      export: (file) => exportArticles(store, shelf, file),
      import: (file) => importArticles(store, shelf, file),
      async close() {
        if ((await store.articlesRevision()) !== revision) await dropIndex(options.data)
        await store.close()
      },
    }
  } catch (failure) {
    await store.close()
    throw failure
  }
}

/** As `backupSqlite`. */
export const backUp = async (data: string, file: string): Promise<void> => {
  const { backupSqlite } = await import('./store/backup.ts')
  await backupSqlite(data, file)
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
