/** What happens to a request before its route sees it: a fault a test asked for, or a rate limit. */
import { createHash } from 'node:crypto'
import type { Clock } from './time.ts'

export type Recorded = {
  /** Milliseconds since 1970, by the fake's clock. */
  readonly at: number
  readonly method: string
  readonly path: string
  /** The route that took it, e.g. `POST /channels/:channel/messages`; undefined when there is none. */
  readonly route: string | undefined
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  readonly files: readonly { readonly filename: string; readonly size: number }[]
  /** What was answered; undefined when the connection was dropped. */
  readonly status: number | undefined
  /** Discord's own code of a refusal. */
  readonly code: number | undefined
}

export type Fault = {
  /** Which requests; all of them when left out. */
  readonly route?: string
  /** A narrower choice among them. */
  readonly when?: (request: { readonly params: Readonly<Record<string, string>>; readonly body: unknown }) => boolean
  /** How many matching requests pass first. Default 0. */
  readonly after?: number
  /** How many fail. Default 1. */
  readonly times?: number
} & (
  | {
      readonly status: number
      /** Discord's own code. Default 0. */
      readonly code?: number
      readonly message?: string
      /** Seconds, of a 429. Default 1. */
      readonly retryAfter?: number
      /** Whether the 429 is of the limit over all routes. */
      readonly global?: boolean
    }
  /** The connection ends without an answer: before the request takes effect, or after. */
  | { readonly drop: 'before' | 'after' }
  /** Milliseconds until the request is looked at. */
  | { readonly delay: number }
)

export type Limit = {
  readonly limit: number
  /** Milliseconds. */
  readonly window: number
}

export type Answer = {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

type Verdict = {
  readonly delay: number
  readonly drop?: 'before' | 'after'
  readonly answer?: Answer
  /** Of the bucket, for whatever is answered. */
  readonly headers: Readonly<Record<string, string>>
}

type Bucket = { remaining: number; resetsAt: number }

type Request = {
  readonly route: string
  readonly params: Readonly<Record<string, string>>
  readonly body: unknown
}

/** Interactions do not count. Source: "Rate Limits", "Global Rate Limit". */
const isExempt = (route: string): boolean => /^\S+ \/(?:interactions|webhooks)\//.test(route)

type Headers = Readonly<Record<string, string>>

const bucketHeaders = (route: string, limit: number, bucket: Bucket, now: number): Headers => ({
  'X-RateLimit-Limit': String(limit),
  'X-RateLimit-Remaining': String(bucket.remaining),
  'X-RateLimit-Reset': (bucket.resetsAt / 1000).toFixed(3),
  'X-RateLimit-Reset-After': (Math.max(0, bucket.resetsAt - now) / 1000).toFixed(3),
  'X-RateLimit-Bucket': createHash('md5').update(route).digest('hex'),
})

/** A 429; `retryAfter` in seconds, which the header has whole. */
const limited = (retryAfter: number, isGlobal: boolean, headers: Headers = {}): Answer => ({
  status: 429,
  body: { message: 'You are being rate limited.', retry_after: retryAfter, global: isGlobal },
  headers: {
    ...headers,
    'Retry-After': String(Math.ceil(retryAfter)),
    'X-RateLimit-Scope': isGlobal ? 'global' : 'user',
    ...(isGlobal && { 'X-RateLimit-Global': 'true' }),
  },
})

export const directTraffic = (clock: Clock) => {
  const faults: { readonly fault: Fault; seen: number; hits: number }[] = []
  const limits = new Map<string, Limit>()
  const buckets = new Map<string, Bucket>()
  let everything: Limit | undefined

  const take = (key: string, { limit, window }: Limit): Bucket & { readonly isFull: boolean } => {
    const now = clock.now()
    const known = buckets.get(key)
    const bucket = known && known.resetsAt > now ? known : { remaining: limit, resetsAt: now + window }
    buckets.set(key, bucket)
    const isFull = bucket.remaining === 0
    if (!isFull) bucket.remaining -= 1
    return { ...bucket, isFull }
  }

  const answerOf = (fault: Extract<Fault, { status: number }>, route: string): Answer => {
    const { status, code = 0, message = `${status}: The fake was told to fail`, retryAfter = 1, global = false } = fault
    if (status !== 429) return { status, body: { message, code } }
    const now = clock.now()
    const bucket = { remaining: 0, resetsAt: now + retryAfter * 1000 }
    return limited(retryAfter, global, global ? {} : bucketHeaders(route, 5, bucket, now))
  }

  /** Buckets are by route and by the channel, server or webhook in its path. */
  const majorOf = ({ channel, guild, application, token }: Readonly<Record<string, string>>): string =>
    channel ?? guild ?? `${application ?? ''}:${token ?? ''}`

  return {
    fail(fault: Fault) {
      const entry = { fault, seen: 0, hits: 0 }
      faults.push(entry)
      return {
        get hits() {
          return entry.hits
        },
        stop: () => void faults.splice(faults.indexOf(entry), 1),
      }
    },
    limit: (route: string, limit: Limit): void => void limits.set(route, limit),
    limitAll(limit: Limit | undefined): void {
      everything = limit
    },
    judge(request: Request): Verdict {
      let delay = 0
      for (const entry of faults) {
        const { fault } = entry
        if (fault.route !== undefined && fault.route !== request.route) continue
        if (fault.when && !fault.when(request)) continue
        entry.seen += 1
        if (entry.seen <= (fault.after ?? 0) || entry.hits >= (fault.times ?? 1)) continue
        entry.hits += 1
        if ('drop' in fault) return { delay, drop: fault.drop, headers: {} }
        if ('delay' in fault) delay += fault.delay
        else return { delay, answer: answerOf(fault, request.route), headers: {} }
      }
      const now = clock.now()
      if (everything && !isExempt(request.route)) {
        const all = take('everything', everything)
        if (all.isFull) return { delay, answer: limited((all.resetsAt - now) / 1000, true), headers: {} }
      }
      const limit = limits.get(request.route)
      if (!limit) return { delay, headers: {} }
      const bucket = take(`${request.route} ${majorOf(request.params)}`, limit)
      const headers = bucketHeaders(request.route, limit.limit, bucket, now)
      if (!bucket.isFull) return { delay, headers }
      return { delay, answer: limited((bucket.resetsAt - now) / 1000, false, headers), headers }
    },
  }
}

export type Traffic = ReturnType<typeof directTraffic>
