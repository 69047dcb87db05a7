/** While the bot runs: takes over what changes in the knowledge folder and, by other processes, in the store. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { AppError } from '../failures.ts'
import type { Articles } from '../store/article-contract.ts'
import type { Following } from './folder.ts'
import { keepFolder, knownFiles } from './keep-folder.ts'
import type { Mirror } from './mirror.ts'

/**
 * How often is looked. What a kernel tells of changes does not reach into folders that come over a network or from a
 * host into a container; a look at a thousand files takes some ten milliseconds and sees them everywhere.
 */
const EVERY = 2_000

export type FollowingPorts = {
  readonly folder: Following
  readonly store: Articles
  readonly mirror: Mirror
  readonly now: () => number
  /** What is to be kept once articles have changed, as the index is. */
  readonly keep: () => Promise<void>
  readonly log: {
    readonly info: (event: string, facts: Readonly<Record<string, unknown>>) => void
    readonly warn: (event: string, facts: Readonly<Record<string, unknown>>) => void
  }
}

/** `known`: problems that were told already. Looks once; never rejects, what goes wrong is told once. */
export const createLook = ({ folder, store, mirror, now, keep, log }: FollowingPorts, known: readonly AppError[]) => {
  let told: ReadonlySet<string> = new Set(known.map(({ message }) => message))
  let failing: string | undefined
  /** At which revision of the articles the folder was taken over wholly, and at which `keep` was called. */
  let agreed: number | undefined
  let kept: number | undefined

  const takeFolder = async (signal: AbortSignal): Promise<void> => {
    const known = (await store.articlesRevision()) === agreed ? undefined : await knownFiles(store)
    const changed = await folder.changes(signal, known)
    if (!changed) return
    const problems = [...changed.problems, ...(await keepFolder(changed, store, now()))]
    for (const problem of problems) if (!told.has(problem.message)) log.warn('article not read', { problem })
    told = new Set(problems.map(({ message }) => message))
  }

  const takeStore = async (): Promise<void> => {
    const count = await mirror.follow()
    if (count > 0) log.info('articles changed', { count })
    const revision = await store.articlesRevision()
    if (revision !== kept) await keep()
    kept = revision
  }

  return async (signal: AbortSignal): Promise<void> => {
    try {
      try {
        await takeFolder(signal)
      } finally {
        // A folder that is gone keeps nobody from what others write.
        await takeStore()
      }
      agreed = kept
      failing = undefined
    } catch (error) {
      agreed = undefined
      const message = String(error)
      if (!signal.aborted && message !== failing) log.warn('articles not followed', { error })
      failing = message
    }
  }
}

/** Looks again and again, until the signal. */
export const startFollowing = async (
  ports: FollowingPorts,
  known: readonly AppError[],
  signal: AbortSignal,
  every = EVERY,
): Promise<void> => {
  const look = createLook(ports, known)
  while (!signal.aborted) {
    await sleep(every, undefined, { signal, ref: false }).catch(() => {})
    if (!signal.aborted) await look(signal)
  }
}
