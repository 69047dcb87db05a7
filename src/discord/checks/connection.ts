/** Checks the way that messages come: whether the gateway's socket opens, and whether the bot may still start today. */
import { GatewayOpcodes, Routes } from 'discord.js'
import { z } from 'zod'
import { AppError } from '../../failures.ts'
import type { DoctorCatalogue } from '../../locale/doctor-catalogue.ts'
import type { Locale } from '../../types.ts'
import { bad, type Finding, good, unreachable } from './finding.ts'
import type { Lookup } from './lookup.ts'

const HOUR = 3_600_000

const gatewayShape = z.object({
  url: z.url({ protocol: /^wss?$/ }),
  session_start_limit: z.object({
    total: z.int().nonnegative(),
    remaining: z.int().nonnegative(),
    /** Milliseconds. */
    reset_after: z.int().nonnegative(),
  }),
})

const greeting = z.object({ op: z.literal(GatewayOpcodes.Hello) })

const isGreeting = (data: unknown): boolean => {
  try {
    return greeting.safeParse(JSON.parse(String(data))).success
  } catch {
    return false
  }
}

/** Whether Discord says hello. Nothing is said back, so that it counts as no start. */
const saysHello = async (url: string, withinMs: number, signal: AbortSignal): Promise<boolean> => {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(withinMs)])
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const address = new URL(url)
  address.search = 'v=10&encoding=json'
  const socket = new WebSocket(address)
  socket.addEventListener('message', ({ data }) => resolve(isGreeting(data)), { once: true })
  for (const end of ['error', 'close'] as const) socket.addEventListener(end, () => resolve(false), { once: true })
  deadline.addEventListener('abort', () => resolve(false), { once: true })
  try {
    return await promise
  } finally {
    socket.close()
  }
}

export const checkConnection = async (
  look: Lookup,
  withinMs: number,
  signal: AbortSignal,
  words: DoctorCatalogue,
  locale: Locale,
): Promise<Finding> => {
  const found = await look(Routes.gatewayBot(), gatewayShape)
  if (found.kind !== 'found') return unreachable(found, words, locale)
  const { url, session_start_limit: starts } = found.value
  const opens = await saysHello(url, withinMs, signal)
  if (signal.aborted) throw new AppError('aborted', {})
  if (!opens) return bad(words.connection.closed(new URL(url).host))
  return starts.remaining === 0
    ? bad(words.connection.noStartLeft(Math.max(1, Math.ceil(starts.reset_after / HOUR))))
    : good(words.connection.works(starts.remaining, starts.total))
}
