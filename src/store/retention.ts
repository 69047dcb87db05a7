/** Deletes what has been kept for its time: when it starts, and every day from then on. */
import { setImmediate as turn } from 'node:timers/promises'
import type { Store } from './contract.ts'

export const DAY = 86_400_000
/** What is kept of a server that the bot left goes after so many days: it may come back. */
export const LEFT_DAYS = 30
/** Answers that are deleted at a time; between, the bot goes on answering. */
const BATCH = 500

export type RetentionOptions = {
  /** How long answers and questions are kept. */
  readonly days: number
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly log: {
    readonly info: (event: string, facts: Readonly<Record<string, unknown>>) => void
    readonly error: (event: string, facts: Readonly<Record<string, unknown>>) => void
  }
  /** What is to follow a deletion of articles. */
  readonly deleted: () => Promise<void>
}

type Deleting = Pick<Store, 'deleteBefore' | 'serversLeftBefore' | 'deleteServer' | 'pruneVersions'>

/** Deletes what is due now. Rejects as the store does; what it had deleted by then stays deleted. */
export const deleteDue = async (store: Deleting, options: RetentionOptions, signal: AbortSignal): Promise<void> => {
  const { days, now, log, deleted } = options
  const time = now() - days * DAY
  let answers = 0
  // Ends: each turn deletes a batch of what was there when it began.
  for (;;) {
    const batch = await store.deleteBefore(time, BATCH)
    answers += batch
    if (batch < BATCH || signal.aborted) break
    await turn()
  }
  for (const server of signal.aborted ? [] : await store.serversLeftBefore(now() - LEFT_DAYS * DAY)) {
    log.info('server deleted that was left', { server, ...(await store.deleteServer(server)) })
    await turn()
  }
  const versions = signal.aborted ? 0 : await store.pruneVersions()
  if (answers + versions > 0) log.info('old records deleted', { answers, versions })
  await deleted()
}

/** Never rejects: what could not be deleted today is tomorrow. Stops with the signal. */
export const startRetention = (store: Deleting, options: RetentionOptions, signal: AbortSignal): void => {
  const work = (): void => {
    deleteDue(store, options, signal).catch((error: unknown) => options.log.error('old records not deleted', { error }))
  }
  const timer = setInterval(work, DAY)
  signal.addEventListener('abort', () => clearInterval(timer), { once: true })
  work()
}
