/** The index as a file of the data folder, so that a start reads it instead of the words of every article. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pack, type Unusable, unpack } from '../search/file.ts'
import { createPassageIndex, type SavableIndex } from '../search/passage-index.ts'

const fileOf = (folder: string): string => join(folder, 'index.bin')

/**
 * As it was kept; an empty one where it was not, or cannot be used, which `onUnusable` is told: whatever it lacks is read
 * from the articles.
 */
export const loadIndex = async (
  folder: string,
  onUnusable: (because: Unusable) => void = () => {},
): Promise<SavableIndex> => {
  try {
    const saved = unpack(await readFile(fileOf(folder)))
    if (typeof saved !== 'string') return createPassageIndex(saved)
    onUnusable(saved)
  } catch {
    // There is none yet, or it cannot be read.
  }
  return createPassageIndex()
}

/** All at once, for this user alone: a process that is killed meanwhile leaves the one before. Rejects as the disk does. */
export const keepIndex = async (folder: string, index: SavableIndex): Promise<void> => {
  const part = `${fileOf(folder)}.part`
  await writeFile(part, pack(index.saved()), { mode: 0o600 })
  await rename(part, fileOf(folder))
}

/** Where articles change and no index is at hand: their words are not to outlive them. */
export const dropIndex = (folder: string): Promise<void> => rm(fileOf(folder), { force: true })
