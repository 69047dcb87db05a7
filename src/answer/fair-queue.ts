/**
 * Model calls wait for their turn so that no server waits for another's crowd: start-time fair queueing (Goyal, Vin and
 * Cheng, 1996), which is p-queue with a virtual time as its priority.
 */
import type PQueue from 'p-queue'
import { AppError } from '../failures.ts'
import type { Model } from './model-request.ts'

/** Calls that may wait, of one account and of all; a minute's work and more even for a fast model. */
export const WAITING = { account: 300, all: 2_000 } as const

/** How many calls go before; 0 once its turn has come. */
export type OnWait = (ahead: number) => void

export type FairQueue = {
  /**
   * Does `work` when its turn comes. Rejects as it does, or with `AppError`: model_unavailable (crowded) at once, or
   * aborted while it waits.
   */
  run<T>(account: string, work: () => Promise<T>, signal: AbortSignal, onWait?: OnWait): Promise<T>
}

type Account = { last: number; under: number; waiting: number }

export const createFairQueue = (
  queue: PQueue,
  limits: typeof WAITING | { account: number; all: number } = WAITING,
): FairQueue => {
  const accounts = new Map<string, Account>()
  const waiting = new Set<{ readonly start: number }>()
  /** The virtual time: when the call began that was let in last. */
  let now = 0

  return {
    async run(name, work, signal, onWait) {
      const account = accounts.get(name) ?? { last: Number.NEGATIVE_INFINITY, under: 0, waiting: 0 }
      if (account.waiting >= limits.account || waiting.size >= limits.all)
        throw new AppError('model_unavailable', { reason: 'crowded' })
      // Behind this account's own last call, and never before what the others have had meanwhile.
      const ticket = { start: Math.max(now, account.last + 1) }
      account.last = ticket.start
      account.under += 1
      account.waiting += 1
      accounts.set(name, account)
      const ahead = [...waiting].filter(({ start }) => start <= ticket.start).length
      waiting.add(ticket)
      let begun = false
      const begin = () => {
        if (begun) return
        begun = true
        waiting.delete(ticket)
        account.waiting -= 1
      }
      try {
        const turn = queue.add(
          () => {
            begin()
            now = Math.max(now, ticket.start)
            onWait?.(0)
            return work()
          },
          { priority: -ticket.start, signal },
        )
        if (!begun) onWait?.(ahead + 1)
        return await turn
      } catch (error) {
        // The queue itself gives up with the signal, also on what has begun: whoever waits is told in our words.
        throw signal.aborted && !(error instanceof AppError) ? new AppError('aborted', {}, { cause: error }) : error
      } finally {
        begin()
        account.under -= 1
        if (account.under === 0) accounts.delete(name)
      }
    },
  }
}

export const fairModel = (model: Model, account: string, queue: FairQueue, onWait?: OnWait): Model => ({
  get name() {
    return model.name
  },
  complete: (request, signal, onText) =>
    queue.run(account, () => model.complete(request, signal, onText), signal, onWait),
})
