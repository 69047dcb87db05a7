/** The fake's time: real milliseconds that a test may push ahead, and the ids Discord makes of them. */

/** Snowflakes count milliseconds from the first second of 2015. Source: Discord's API reference, "Snowflakes". */
const EPOCH = 1_420_070_400_000

export type Clock = {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Lets deadlines pass without waiting for them. */
  readonly advance: (milliseconds: number) => void
  /** An id that is unique and later than all before. */
  readonly snowflake: () => string
}

export const startClock = (): Clock => {
  let ahead = 0
  let last = 0n
  const now = () => Date.now() + ahead
  return {
    now,
    advance(milliseconds) {
      ahead += milliseconds
    },
    snowflake() {
      const fresh = BigInt(now() - EPOCH) << 22n
      last = fresh > last ? fresh : last + 1n
      return String(last)
    },
  }
}

/** As Discord writes it: microseconds and an offset, never `Z`. */
export const timestamp = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace('Z', '000+00:00')

/** When an id was made, in milliseconds since 1970. */
export const createdAt = (snowflake: string): number => Number(BigInt(snowflake) >> 22n) + EPOCH
