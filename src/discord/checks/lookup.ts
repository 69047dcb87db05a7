/** Asks Discord for one thing at a time, within a limit, and says in a few kinds what went wrong. */
import { DiscordAPIError, HTTPError, RateLimitError, REST, type RouteLike } from 'discord.js'
import type { z } from 'zod'
import { AppError } from '../../failures.ts'

export type Trouble =
  | { readonly kind: 'unauthorized' }
  /** It is not there, or not for this bot. */
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'limited'; readonly seconds: number }
  /** Discord's own servers, or a proxy before them. */
  | { readonly kind: 'failing'; readonly status: number }
  | { readonly kind: 'timeout'; readonly seconds: number }
  /** `code`: the system's, such as ECONNREFUSED, where there is one. */
  | { readonly kind: 'network'; readonly code?: string }
  /** Something answered that is not Discord. */
  | { readonly kind: 'strange' }

export type Found<T> = { readonly kind: 'found'; readonly value: T } | Trouble

/** Rejects only with `AppError` aborted. */
export type Lookup = <T>(route: RouteLike, schema: z.ZodType<T>) => Promise<Found<T>>

/** What an HTTP header can carry: anything else never was a token. */
const carried = /^[\x21-\x7e]+$/

const networkCode = (error: unknown): string | undefined => {
  for (let each: unknown = error, depth = 0; each instanceof Error && depth < 4; each = each.cause, depth += 1)
    if ('code' in each && typeof each.code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(each.code)) return each.code
  return undefined
}

const troubleOf = (error: unknown): Trouble => {
  if (error instanceof RateLimitError)
    return { kind: 'limited', seconds: Math.ceil(Math.max(error.timeToReset, error.retryAfter) / 1_000) }
  if (error instanceof HTTPError) return { kind: 'failing', status: error.status }
  if (error instanceof DiscordAPIError) {
    const { status } = error
    if (status === 401) return { kind: 'unauthorized' }
    // Discord's refusals have a body in JSON with a number in it, whoever stands before it has others.
    return typeof error.code === 'number' ? { kind: 'refused', status } : { kind: 'strange' }
  }
  const code = networkCode(error)
  return { kind: 'network', ...(code !== undefined && { code }) }
}

export const createLookup = (
  { token, apiBase }: { readonly token: string; readonly apiBase?: string },
  withinMs: number,
  signal: AbortSignal,
): Lookup => {
  // As the client does at its login.
  const bare = token.replace(/^(?:Bot|Bearer)\s*/i, '')
  const rest = new REST({
    version: '10',
    retries: 0,
    timeout: withinMs,
    // A wait would be longer than anybody looks on.
    rejectOnRateLimit: () => true,
    hashSweepInterval: 0,
    handlerSweepInterval: 0,
    ...(apiBase !== undefined && { api: apiBase }),
  }).setToken(bare)

  return async (route, schema) => {
    if (signal.aborted) throw new AppError('aborted', {})
    if (!carried.test(bare)) return { kind: 'unauthorized' }
    const deadline = AbortSignal.timeout(withinMs)
    const over = AbortSignal.any([signal, deadline])
    const { promise: given, reject: giveUp } = Promise.withResolvers<never>()
    const end = () => giveUp(over.reason)
    over.addEventListener('abort', end, { once: true })
    try {
      // The library's own limit ends with the headers: a body may never come.
      const parsed = schema.safeParse(await Promise.race([rest.get(route, { signal: over }), given]))
      return parsed.success ? { kind: 'found', value: parsed.data } : { kind: 'strange' }
    } catch (error) {
      if (signal.aborted) throw new AppError('aborted', {}, { cause: error })
      const isLate = deadline.aborted || (error instanceof Error && error.name === 'AbortError')
      return isLate ? { kind: 'timeout', seconds: Math.ceil(withinMs / 1_000) } : troubleOf(error)
    } finally {
      over.removeEventListener('abort', end)
    }
  }
}
