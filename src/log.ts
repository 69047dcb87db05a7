/**
 * The log: one JSON object a line on standard error, or a short form for people on a terminal. Secrets never reach it,
 * whatever is logged; and it never throws, since what it tells of matters more than itself.
 */
import { AppError } from './failures.ts'

export const levels = ['debug', 'info', 'warn', 'error'] as const
export type Level = (typeof levels)[number]

/** `event` is a short fixed phrase to search for; what varies goes into `facts`. */
export type Write = (event: string, facts?: Readonly<Record<string, unknown>>) => void
export type Log = { readonly [L in Level]: Write }

export type LogOptions = {
  readonly level: Level
  /** Replaced wherever they occur; those shorter than four characters are no secrets and are left. */
  readonly secrets: readonly string[]
  readonly stream: NodeJS.WritableStream & { readonly isTTY?: boolean }
  readonly now?: () => Date
}

/** What one entry may hold; the rest is cut. Characters are UTF-16 code units. */
const DEPTH = 6
const ITEMS = 30
const CHARACTERS = 2_000
const STACK_LINES = 12

const SHORTEST_SECRET = 4
const REDACTED = '[redacted]'

/** Forms that secrets have, so that one nobody told us of stays out too. */
const secretForms: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])sk-[\w-]{8,}/gu,
  /(?<=\b(?:bearer|basic)\s{1,4})[\w.~+/-]{16,}=*/giu,
  // A Discord token: the application's id in base64, a time, a signature.
  /(?<![\w-])[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,72}/gu,
  // The user and password of an address.
  /(?<=:\/\/)[^\s/@:]{1,256}:[^\s/@]{1,256}(?=@)/gu,
]

/** A secret as it may occur: as it is, within JSON, within an address. */
const spellings = (secret: string): readonly string[] => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  ...(secret.isWellFormed() ? [encodeURIComponent(secret)] : []),
]

const redactor = (secrets: readonly string[]): ((text: string) => string) => {
  const known = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap(spellings)
    // The longest first: a secret may begin with another.
    .sort((a, b) => b.length - a.length)
  return (text) =>
    secretForms.reduce(
      (redacted, form) => redacted.replace(form, REDACTED),
      known.reduce((redacted, secret) => redacted.replaceAll(secret, REDACTED), text),
    )
}

/** A bounded copy that is plain JSON and free of secrets; redacted before it is cut, so that no half is left over. */
const plain = (value: unknown, redact: (text: string) => string, depth = 0): unknown => {
  if (typeof value === 'string') {
    const redacted = redact(value)
    return redacted.length > CHARACTERS ? `${redacted.slice(0, CHARACTERS)}…` : redacted
  }
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || value === undefined) return value
  if (typeof value !== 'object') return plain(String(value), redact)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'invalid date' : value.toISOString()
  if (depth >= DEPTH) return '…'
  if (Array.isArray(value)) return value.slice(0, ITEMS).map((each) => plain(each, redact, depth + 1))
  const fields = value instanceof Error ? errorFields(value) : Object.entries(value)
  return Object.fromEntries(
    fields.slice(0, ITEMS).map(([key, each]) => [String(plain(key, redact)), plain(each, redact, depth + 1)]),
  )
}

const errorFields = (error: Error): readonly (readonly [string, unknown])[] => [
  ['name', error.name],
  ['message', error.message],
  ...('code' in error ? [['code', error.code] as const] : []),
  ...('status' in error ? [['status', error.status] as const] : []),
  // An expected failure is known by its code: where it was made helps nobody.
  ...(error instanceof AppError
    ? []
    : [
        [
          'stack',
          error.stack
            ?.split('\n')
            .slice(1, STACK_LINES + 1)
            .join('\n'),
        ] as const,
      ]),
  ...(error.cause === undefined ? [] : [['cause', error.cause] as const]),
]

/** Controls and direction overrides, which JSON may hold raw and a terminal must not be sent. */
const unsafe = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/gu
const json = (value: unknown): string =>
  (JSON.stringify(value) ?? 'null').replace(
    unsafe,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Facts for people: plain words bare, errors as their chain of messages, the rest as JSON. */
const short = (value: unknown): string => {
  if (typeof value === 'object' && value !== null && 'message' in value) {
    const cause = 'cause' in value ? ` (${short(value.cause)})` : ''
    return json(value.message).slice(1, -1) + cause
  }
  return typeof value === 'string' && /^[\p{L}\p{N}_./:@-]+$/u.test(value) ? value : json(value)
}

const human = (level: Level, time: Date, event: string, facts: Readonly<Record<string, unknown>>): string =>
  [
    time.toISOString().slice(11, 19),
    level.padEnd(5),
    json(event).slice(1, -1),
    ...Object.entries(facts).map(([key, value]) => `${json(key).slice(1, -1)}=${short(value)}`),
  ].join(' ')

export const createLog = ({ level, secrets, stream, now = () => new Date() }: LogOptions): Log => {
  const redact = redactor(secrets)
  // Nobody is left to tell of a log that cannot be written.
  stream.on('error', () => {})

  const writer = (each: Level): Write => {
    if (levels.indexOf(each) < levels.indexOf(level)) return () => {}
    return (event, facts = {}) => {
      try {
        const time = now()
        // First for their place, last for their value: no fact can pose as one of them.
        const head = { time: time.toISOString(), level: each, event }
        const copy = plain(facts, redact) as Readonly<Record<string, unknown>>
        const line = stream.isTTY === true ? human(each, time, event, copy) : json({ ...head, ...copy, ...head })
        stream.write(`${redact(line)}\n`)
      } catch {
        stream.write(`${json({ level: each, event: redact(event), unlogged: true })}\n`)
      }
    }
  }
  return { debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') }
}
