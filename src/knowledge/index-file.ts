/** The index as a file of the data folder, so that a start reads it instead of the words of every article. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { AppError } from '../failures.ts'
import type { Saved } from '../search/corpus.ts'
import { createPassageIndex, type SavableIndex } from '../search/passage-index.ts'
import { forgetWords } from '../text/analyse.ts'
import type { Article } from '../types.ts'
import { bytesOf, pack, type Unusable, unpack } from './index-format.ts'
import type { Source } from './index-pages.ts'

const FILE = 'index.bin'
/** Writing one takes no second: what is older was left by a process that was killed. */
const ABANDONED_MS = 600_000

const fileOf = (folder: string): string => join(folder, FILE)

const isPart = (name: string): boolean => name.startsWith(`${FILE}.`) && name.endsWith('.part')

const dropAbandoned = async (folder: string): Promise<void> => {
  for (const name of (await readdir(folder)).filter(isPart)) {
    const part = join(folder, name)
    if ((await stat(part)).mtimeMs < Date.now() - ABANDONED_MS) await rm(part, { force: true })
  }
}

/** Read at once, as a start has nothing else to do meanwhile. What takes the file's place leaves the open one as it is. */
const openSource = (file: string): Source => {
  let open: number | undefined = openSync(file, 'r')
  return {
    size: fstatSync(open).size,
    read(into, at) {
      let done = 0
      // The disk may give less than it was asked for; nothing is the end.
      for (let some = -1; open !== undefined && some !== 0 && done < into.length; done += some)
        some = readSync(open, into, done, into.length - done, at + done)
      return done === into.length
    },
    close() {
      if (open !== undefined) closeSync(open)
      open = undefined
    },
  }
}

/** What a file keeps, of which most is read when it is wanted: see `unpack`. Throws where it is not as it was written. */
export const openIndex = (file: string): Saved | Unusable => {
  const source = openSource(file)
  let saved: Saved | Unusable = 'damaged'
  try {
    saved = unpack(source)
  } finally {
    if (typeof saved === 'string') source.close()
  }
  return saved
}

/** What was kept, or the same made anew from the articles where the file turns out later not to be as it was written. */
const createLasting = (saved: Saved, onDamaged: () => void): SavableIndex => {
  let index = createPassageIndex(saved)
  const articles = new Map<string, Article>()
  const surely = <T>(work: (index: SavableIndex) => T): T => {
    try {
      return work(index)
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'damaged_file')) throw error
      onDamaged()
      index = createPassageIndex()
      for (const article of articles.values()) index.add(article)
      return work(index)
    }
  }
  return {
    add(article) {
      articles.set(article.head.id, article)
      index.add(article)
    },
    remove(id) {
      articles.delete(id)
      index.remove(id)
    },
    search: (query) => surely((one) => one.search(query)),
    explain: (query) => surely((one) => one.explain(query)),
    readOn: (count) => surely((one) => one.readOn(count)),
    saved: () =>
      surely((one) => {
        const saved = one.saved()
        bytesOf(saved)
        return saved
      }),
  }
}

/**
 * As it was kept; an empty one where it was not, or cannot be used, which `onUnusable` is told: whatever it lacks is read
 * from the articles. In a very large library damage may show at a later search, which reads all articles then.
 */
export const loadIndex = async (
  folder: string,
  onUnusable: (because: Unusable) => void = () => {},
): Promise<SavableIndex> => {
  try {
    await dropAbandoned(folder)
    const saved = openIndex(fileOf(folder))
    if (typeof saved !== 'string') return createLasting(saved, () => onUnusable('damaged'))
    onUnusable(saved)
  } catch (error) {
    const isNone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!isNone) onUnusable('damaged')
  }
  return createPassageIndex()
}

/** Some ten milliseconds' work: whoever asks meanwhile does not wait longer. */
const AT_A_TIME = 8

/** Reads what the index lacks in the moments between, so that a start need not wait for it; until the signal. */
export const readAhead = async (index: SavableIndex, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted && index.readOn(AT_A_TIME)) await turn()
  forgetWords()
}

/**
 * Gives back the memory that a start took to read articles and no longer needs, which V8 would keep for as long as
 * nothing else wants it. Stops the process for some 50 ms with 1,000 articles. Nothing where the process runs without
 * `--expose-gc`, as tests and commands do.
 */
export const giveBack = (): void => void globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })

/** All at once, for this user alone: a process that is killed meanwhile leaves the one before. Rejects as the disk does. */
export const keepIndex = async (folder: string, index: SavableIndex): Promise<void> => {
  // Of this process: another may work on the same folder.
  const part = `${fileOf(folder)}.${process.pid}.part`
  try {
    await writeFile(part, pack(index.saved()), { mode: 0o600 })
    await rename(part, fileOf(folder))
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** Where articles change and no index is at hand: their words are not to outlive them. */
export const dropIndex = (folder: string): Promise<void> => rm(fileOf(folder), { force: true })
