/** Shows claims while an answer is being written: what stands so far, at most one change a second, never one too late. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Claim } from '../types.ts'

/** Discord throttles edits of one message to about five in five seconds. Milliseconds. */
export const EDIT_INTERVAL = 1_000

export type Progress = {
  readonly onClaim: (claim: Claim) => void
  /** Resolves once nothing more will be drawn, so that the finished answer has the last word. */
  readonly finish: () => Promise<void>
}

/** `draw` gets all claims so far. A drawing that fails is `failed`'s to note: the finished answer comes anyway. */
export const createProgress = (
  draw: (claims: readonly Claim[]) => Promise<void>,
  failed: (error: unknown) => void,
  now: () => number = Date.now,
): Progress => {
  const claims: Claim[] = []
  const over = new AbortController()
  let drawn = 0
  let last = Number.NEGATIVE_INFINITY
  let running: Promise<void> | undefined

  const run = async (): Promise<void> => {
    while (drawn < claims.length && !over.signal.aborted) {
      const wait = last + EDIT_INTERVAL - now()
      if (wait > 0) await sleep(wait, undefined, { signal: over.signal }).catch(() => {})
      if (over.signal.aborted) return
      last = now()
      drawn = claims.length
      await draw([...claims]).catch(failed)
    }
  }

  return {
    onClaim(claim) {
      claims.push(claim)
      running ??= run().finally(() => {
        running = undefined
      })
    },
    async finish() {
      over.abort()
      await running
    },
  }
}
