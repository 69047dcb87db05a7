/** Says that a question waits for its turn, where it waits long: a short wait is nobody's news. */

/** Milliseconds. */
export const LONG_WAIT = 3_000
/** With more messages than these saying so, Discord's limits would keep finished answers from being sent. */
const MAXIMUM_SAYING = 20
/** Of the whole process, as Discord's limit on requests is. */
let saying = 0

export type Waiting = {
  readonly onWait: (ahead: number) => void
  /** Resolves once nothing more will be said. */
  readonly stop: () => Promise<void>
}

/** `say` gets how many go before; it does not reject. */
export const createWaiting = (say: (ahead: number) => Promise<void>): Waiting => {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let ahead = 0

  const tell = () => {
    if (saying >= MAXIMUM_SAYING) return
    saying += 1
    running = say(ahead).finally(() => {
      saying -= 1
    })
  }

  return {
    onWait(count) {
      ahead = count
      clearTimeout(timer)
      if (count > 0) timer = setTimeout(tell, LONG_WAIT)
    },
    async stop() {
      clearTimeout(timer)
      await running
    },
  }
}
