/** Keeps the library in memory in step with the store, whoever wrote there: this process, the terminal, another bot. */
import type { Articles } from '../store/article-contract.ts'
import type { Holdings } from './library.ts'

export type Mirror = {
  /**
   * Takes over what changed in the store since the last time. One after the other: who waits for it finds at least what
   * was written before they called. Resolves to how many articles changed. Rejects as the store does; then the rest
   * follows the next time.
   */
  follow(): Promise<number>
}

/** `failed` gets the id of what is stored but cannot be read; the other articles are not its affair. */
export const createMirror = (
  store: Pick<Articles, 'changesSince' | 'catalogue' | 'articleRecord'>,
  library: Pick<Holdings, 'add' | 'remove'>,
  failed: (id: string, error: unknown) => void,
): Mirror => {
  /** At which revision each article was taken over. */
  const taken = new Map<string, number>()
  let seen = -1
  let last: Promise<number> = Promise.resolve(0)

  const take = async (id: string, revision: number): Promise<void> => {
    try {
      const record = await store.articleRecord(id)
      if (record) library.add(record.article)
      else library.remove(id)
    } catch (error) {
      library.remove(id)
      failed(id, error)
    }
    taken.set(id, revision)
  }

  const follow = async (): Promise<number> => {
    const { changed, count, revision } = await store.changesSince(seen)
    const fresh = changed.filter((each) => taken.get(each.id) !== each.revision)
    for (const each of fresh) await take(each.id, each.revision)
    // All that are there have been taken over by now: where there are more, some are gone.
    const gone = taken.size === count ? [] : await missing()
    for (const id of gone) {
      library.remove(id)
      taken.delete(id)
    }
    seen = revision
    return gone.length + fresh.length
  }

  const missing = async (): Promise<readonly string[]> => {
    const present = new Set((await store.catalogue()).map(({ id }) => id))
    return [...taken.keys()].filter((id) => !present.has(id))
  }

  return {
    follow: () => {
      last = last.catch(() => 0).then(follow)
      return last
    },
  }
}
