/** What may be spent and asked, as whole numbers: caps, the operator's ceilings over them, and amounts as people write them. */
import type { Period } from './types.ts'

/** Money, in millionths of a US dollar: whole numbers, since sums of fractions would drift. */
export type Micros = number
export const MICROS_PER_DOLLAR = 1_000_000

/** What model calls came to. */
export type Spending = { readonly tokens: number; readonly micros: Micros }

/** The most that may be spent in a period; absent, there is no such cap. */
export type Cap = { readonly tokens?: number; readonly micros?: Micros }

/** By calendar day and month, both in UTC. */
export type Caps = { readonly [P in Period]: Cap }

export type Unit = keyof Spending

/** What the operator allows at most; nothing that a server sets goes beyond. */
export type Ceilings = {
  /** Questions an hour. */
  readonly hourly: { readonly member?: number; readonly server?: number }
  /** For all that the bot spends together, for each server, and for each member who asks outside of one. */
  readonly total: Caps
  readonly server: Caps
  readonly member: Caps
}

export const noCaps: Caps = Object.freeze({ day: Object.freeze({}), month: Object.freeze({}) })
export const noCeilings: Ceilings = Object.freeze({
  hourly: Object.freeze({}),
  total: noCaps,
  server: noCaps,
  member: noCaps,
})

/** The lower of two limits, either of which may not exist. */
export const lower = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b)

/** What a server has set of its own; 0 means nothing. */
export type OwnCaps = {
  readonly dailyTokens: number
  readonly monthlyTokens: number
  readonly dailyMicros: Micros
  readonly monthlyMicros: Micros
}

const cap = (tokens: number | undefined, micros: number | undefined): Cap => ({
  ...(tokens !== undefined && { tokens }),
  ...(micros !== undefined && { micros }),
})

const set = (value: number): number | undefined => (value === 0 ? undefined : value)

/** The caps that hold for a server: its own, under the ceiling. */
export const capsUnder = (own: OwnCaps, ceiling: Caps): Caps => ({
  day: cap(lower(set(own.dailyTokens), ceiling.day.tokens), lower(set(own.dailyMicros), ceiling.day.micros)),
  month: cap(lower(set(own.monthlyTokens), ceiling.month.tokens), lower(set(own.monthlyMicros), ceiling.month.micros)),
})

/** Whether any ceiling is on money, which needs the model's price. */
export const capsMoney = ({ total, server, member }: Ceilings): boolean =>
  [total, server, member].some(({ day, month }) => day.micros !== undefined || month.micros !== undefined)

/** Longer amounts are no amounts; the largest stays far below 2^53. */
const MAX_DIGITS = 12
const MAX_DOLLARS_DIGITS = 6

/** `1000000`, `1 000 000`, `1,000,000`, `1.000.000` → 1000000; undefined for whatever is no whole number. */
export const parseCount = (text: string): number | undefined => {
  const plain = text.trim()
  const grouped = /^\d{1,3}(?:[ \u00a0\u202f'’.,]\d{3})+$/u.test(plain)
  if (!grouped && !/^\d+$/u.test(plain)) return undefined
  const digits = plain.replace(/\D/gu, '')
  return digits.length > MAX_DIGITS ? undefined : Number(digits)
}

/** Dollars, as `5`, `2.50`, `2,50`, `$0.000001`, `2,50 $` → micros; undefined for whatever is no amount. */
export const parseDollars = (text: string): Micros | undefined => {
  const [, whole = '', fraction = ''] = /^(?:\$\s?)?(\d+)(?:[.,](\d{1,6}))?(?:\s?\$)?$/u.exec(text.trim()) ?? []
  if (whole === '' || whole.length > MAX_DOLLARS_DIGITS) return undefined
  return Number(whole) * MICROS_PER_DOLLAR + Number(fraction.padEnd(6, '0'))
}

/**
 * Dollars for people, digits alone: to the cent from a dollar on, to a hundredth of a cent below. Rounded up, so that
 * nothing that was spent is shown as nothing.
 */
export const dollarDigits = (micros: Micros): { readonly whole: number; readonly fraction: string } => {
  const step = micros >= MICROS_PER_DOLLAR ? 10_000 : 100
  const rest = micros % step
  const rounded = rest === 0 ? micros : micros - rest + step
  const fraction = String(rounded % MICROS_PER_DOLLAR).padStart(6, '0')
  return {
    whole: (rounded - (rounded % MICROS_PER_DOLLAR)) / MICROS_PER_DOLLAR,
    fraction: fraction.replace(/0{1,4}$/u, ''),
  }
}

const DAY_MS = 86_400_000

/** Days since the epoch: the calendar day in UTC, whatever the machine's time zone. */
export const dayOf = (at: number): number => Math.floor(at / DAY_MS)

/** The first day of the month that a day is in. */
export const monthOf = (day: number): number => {
  const date = new Date(day * DAY_MS)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / DAY_MS
}

/** `2026-11-25`. */
export const dayName = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)
