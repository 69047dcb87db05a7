/** The index as a file of the data folder, so that a start reads it instead of the words of every article. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { createPassageIndex, type SavableIndex } from '../search/passage-index.ts'
import { forgetWords } from '../text/analyse.ts'
import { pack, type Unusable, unpack } from './index-format.ts'

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

/**
 * All of a file, in memory of its own that V8 does not take for a reason to collect garbage: with the texts of a million
 * paragraphs in the heap that was half of a start. At once, as a start has nothing else to do meanwhile.
 */
export const readWhole = (file: string): Uint8Array => {
  const open = openSync(file, 'r')
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(open).size))
    readSync(open, bytes, 0, bytes.length, 0)
    return bytes
  } finally {
    closeSync(open)
  }
}

/**
 * As it was kept; an empty one where it was not, or cannot be used, which `onUnusable` is told: whatever it lacks is read
 * from the articles.
 */
export const loadIndex = async (
  folder: string,
  onUnusable: (because: Unusable) => void = () => {},
): Promise<SavableIndex> => {
  try {
    await dropAbandoned(folder)
    const saved = unpack(readWhole(fileOf(folder)))
    if (typeof saved !== 'string') return createPassageIndex(saved)
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
