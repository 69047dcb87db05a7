/** Opens the SQLite file under the data folder, and says of SQLite's and the disk's errors what they mean for people. */
import { mkdir, open } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError, type StorageFault } from '../failures.ts'
import { migrate, version } from './migrations.ts'
import { databaseFile } from './place.ts'

/** How long a statement waits for another process. The bot stands still meanwhile, and Discord waits 3 s for it. */
const BUSY_MS = 2_000

/** Two processes that start on a new file may find it locked without SQLite having waited at all. */
const OPENINGS = 10
const OPENING_PAUSE_MS = 100

/** SQLite's primary result codes (https://sqlite.org/rescode.html). Those left out mean a mistake of ours. */
const faultsOfSqlite: Readonly<Record<number, StorageFault>> = {
  3: 'denied',
  5: 'busy',
  6: 'busy',
  8: 'denied',
  10: 'failed',
  11: 'damaged',
  13: 'full',
  14: 'denied',
  23: 'denied',
  26: 'damaged',
}

const faultsOfSystem: Readonly<Record<string, StorageFault>> = {
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  EEXIST: 'denied',
  EISDIR: 'denied',
  ENOTDIR: 'denied',
  ENOENT: 'denied',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EIO: 'failed',
}

/** What went wrong with the file; undefined for an error that is none of the file's. */
export const storageFault = (error: unknown): StorageFault | undefined => {
  if (!(error instanceof Error)) return undefined
  // The lower byte is the primary code, the rest says more of it.
  if ('errcode' in error && typeof error.errcode === 'number') return faultsOfSqlite[error.errcode & 0xff]
  return 'code' in error && typeof error.code === 'string' ? faultsOfSystem[error.code] : undefined
}

/** Makes a method of the contract of what works synchronously: what it throws rejects, troubles of the file in words. */
export type Method = <A extends readonly unknown[], R>(work: (...given: A) => R) => (...given: A) => Promise<R>

const openOnce = async (file: string): Promise<DatabaseSync> => {
  const database = new DatabaseSync(file, { timeout: BUSY_MS, enableForeignKeyConstraints: true })
  try {
    // First of all, so that a file that is refused is left as it was.
    version(database)
    // In WAL mode NORMAL loses nothing when the process is killed: what is committed is with the system already. A
    // power cut may take the last transactions, never the file's order; FULL would stop the bot for a sync each time.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON')
    migrate(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * A database of the present schema: `pilcrow.db` in `folder`, both made for this user alone where they do not exist,
 * or one in memory. Throws `AppError` newer_database or unusable_database.
 */
export const openDatabase = async (place: { readonly folder: string } | 'memory'): Promise<DatabaseSync> => {
  const file = place === 'memory' ? ':memory:' : databaseFile(place.folder)
  for (let opening = 1; ; opening += 1) {
    try {
      if (place !== 'memory') {
        await mkdir(place.folder, { recursive: true, mode: 0o700 })
        // SQLite would make it readable for everybody; the files that it adds take this one's mode.
        await (await open(file, 'a', 0o600)).close()
      }
      return await openOnce(file)
    } catch (error) {
      const reason = storageFault(error)
      if (reason === undefined) throw error
      if (reason !== 'busy' || opening === OPENINGS)
        throw new AppError('unusable_database', { file, reason }, { cause: error })
      await wait(OPENING_PAUSE_MS)
    }
  }
}
