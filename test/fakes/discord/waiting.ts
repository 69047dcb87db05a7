/** Waiting for something to become true: every change in the fake asks again, and now and then so does time. */

/** Milliseconds. */
const WITHIN = 5_000
/** For what changes outside the fake. */
const AGAIN = 10

export type WaitOptions = {
  /** Milliseconds until the wait fails. Default 5,000. */
  readonly within?: number
  /** What is waited for, in words, for the failure. */
  readonly what?: string
}

export const startWaiting = (describe: () => string) => {
  const waiting = new Set<() => void>()
  let isAsking = false
  return {
    /** Asks all who wait, once for all the changes of a moment and never in the middle of one. */
    changed(): void {
      if (isAsking || waiting.size === 0) return
      isAsking = true
      setImmediate(() => {
        isAsking = false
        for (const ask of [...waiting]) ask()
      })
    },
    /** The probe's first answer that is neither false, null nor undefined. */
    waitFor<T>(
      probe: () => T,
      { within = WITHIN, what = 'something' }: WaitOptions = {},
    ): Promise<NonNullable<Exclude<T, false>>> {
      return new Promise((resolve, reject) => {
        const stop = () => {
          clearTimeout(deadline)
          clearInterval(again)
          waiting.delete(ask)
        }
        const ask = () => {
          try {
            const found = probe()
            if (found === false || found === null || found === undefined) return
            stop()
            resolve(found as NonNullable<Exclude<T, false>>)
          } catch (error) {
            stop()
            reject(error)
          }
        }
        const deadline = setTimeout(() => {
          stop()
          reject(new Error(`Waited ${within} ms for ${what}, in vain.\n${describe()}`))
        }, within)
        const again = setInterval(() => ask(), AGAIN)
        waiting.add(ask)
        ask()
      })
    },
  }
}

export type Waiting = ReturnType<typeof startWaiting>
