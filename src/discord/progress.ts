/** Shows what is going on, above all the claims of an answer that is being written: what stands so far, at most one change a second, never one too late. */
import { setTimeout as sleep } from 'node:timers/promises'

/** Discord throttles edits of one message to about five in five seconds. Milliseconds. */
export const EDIT_INTERVAL = 1_000
/** Claims that come within this time are shown together, and an answer that is whole by then in one message. */
const GATHERING = 150
/** With more messages than these being drawn, drawing would keep finished answers from being sent. */
const MAXIMUM_DRAWING = 15
/** Begun in one second: of Discord's fifty requests, the others are for what finishes an answer. */
const MAXIMUM_DRAWINGS = 10
/** Of the whole process, as Discord's limit on requests is. */
let drawing = 0
let second = 0
let begun = 0

const mayDraw = (): boolean => {
  const now = Math.floor(Date.now() / 1_000)
  if (now !== second) begun = 0
  second = now
  if (drawing >= MAXIMUM_DRAWING || begun >= MAXIMUM_DRAWINGS) return false
  begun += 1
  return true
}

export type Progress<T> = {
  readonly onClaim: (claim: T) => void
  /** Resolves once nothing more will be drawn, so that the finished answer has the last word. */
  readonly stop: () => Promise<void>
  /** Resolves when the next change may be made. */
  readonly due: () => Promise<void>
}

/** `draw` gets all claims (or stages) so far. A drawing that fails is `failed`'s to note: the finished answer comes anyway. */
export const createProgress = <T>(
  draw: (claims: readonly T[]) => Promise<void>,
  failed: (error: unknown) => void,
): Progress<T> => {
  const claims: T[] = []
  const over = new AbortController()
  let drawn = 0
  let next = Number.NEGATIVE_INFINITY
  let running: Promise<void> | undefined
  let stopped = false

  const pause = (signal?: AbortSignal): Promise<void> => {
    const wait = next - Date.now()
    return wait > 0 ? sleep(wait, undefined, { ...(signal && { signal }) }).catch(() => {}) : Promise.resolve()
  }

  const run = async (): Promise<void> => {
    while (drawn < claims.length) {
      await pause(over.signal)
      if (over.signal.aborted) return
      if (mayDraw()) {
        drawing += 1
        drawn = claims.length
        await draw([...claims])
          .catch(failed)
          .finally(() => {
            drawing -= 1
          })
      }
      // Counted from the end: a drawing may have waited long for its turn.
      next = Date.now() + EDIT_INTERVAL
    }
  }

  return {
    onClaim(claim) {
      claims.push(claim)
      if (running || stopped) return
      next = Math.max(next, Date.now() + GATHERING)
      running = run().finally(() => {
        running = undefined
      })
    },
    async stop() {
      stopped = true
      if (!running) return
      over.abort()
      await running
    },
    due: () => (drawn === 0 ? Promise.resolve() : pause()),
  }
}
