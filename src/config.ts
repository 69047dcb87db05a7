/** The environment, parsed once into a frozen Config; the only reader of `process.env`. */
import { z } from 'zod'
import { AppError, type Locale } from './types.ts'

/** An unset variable and an empty one mean the same: `.env` files are full of `NAME=`. */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema.optional())

/** What each variable may hold; the second part is what the error tells the operator. */
const variables = {
  OPENAI_API_KEY: [optional(z.string().trim().max(500)), 'a key'],
  OPENAI_BASE_URL: [optional(z.url({ protocol: /^https?$/ })), 'an http(s) URL such as http://127.0.0.1:11434/v1'],
  OPENAI_MODEL: [optional(z.string().trim().max(200)), 'the name of a model'],
  OPENAI_TIMEOUT_SECONDS: [optional(z.coerce.number().int().min(1).max(600)), 'whole seconds, 1 to 600'],
  KNOWLEDGE_DIR: [optional(z.string()), 'a folder'],
  PILCROW_LOCALE: [optional(z.enum(['fr', 'en'])), 'fr or en'],
  /** POSIX, strongest first. */
  LC_ALL: [optional(z.string()), 'a locale such as fr_FR.UTF-8'],
  LC_MESSAGES: [optional(z.string()), 'a locale such as fr_FR.UTF-8'],
  LANG: [optional(z.string()), 'a locale such as fr_FR.UTF-8'],
  LOG_LEVEL: [optional(z.enum(['debug', 'info', 'warn', 'error'])), 'debug, info, warn or error'],
} as const

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

export type ModelConfig = {
  readonly apiKey?: string
  /** Absent: the OpenAI host. */
  readonly baseURL?: string
  readonly model?: string
  readonly timeoutMs: number
}

export type Config = {
  /** Absent: answers are written by extraction. */
  readonly model?: ModelConfig
  readonly knowledge?: string
  readonly locale?: Locale
  /** The system's locale, as it says it: `fr_FR.UTF-8`. */
  readonly systemLocale?: string
  readonly logLevel: LogLevel
  /** Values that must never reach a log. */
  readonly secrets: readonly string[]
}

/** A small model answers in seconds; this is for a slow one on somebody's own machine. */
const DEFAULT_TIMEOUT_SECONDS = 60

const read = <N extends keyof typeof variables>(
  environment: Readonly<Record<string, string | undefined>>,
  name: N,
): z.infer<(typeof variables)[N][0]> => {
  const [schema, expected] = variables[name]
  const parsed = schema.safeParse(environment[name])
  if (!parsed.success) throw new AppError('bad_config', { variable: name, expected })
  return parsed.data as z.infer<(typeof variables)[N][0]>
}

/** Throws `AppError` bad_config naming the variable; never its value, which may be a secret. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const apiKey = read(environment, 'OPENAI_API_KEY')
  const baseURL = read(environment, 'OPENAI_BASE_URL')
  const model = read(environment, 'OPENAI_MODEL')
  const timeout = read(environment, 'OPENAI_TIMEOUT_SECONDS') ?? DEFAULT_TIMEOUT_SECONDS
  const knowledge = read(environment, 'KNOWLEDGE_DIR')
  const locale = read(environment, 'PILCROW_LOCALE')
  const systemLocale = read(environment, 'LC_ALL') ?? read(environment, 'LC_MESSAGES') ?? read(environment, 'LANG')
  return Object.freeze({
    ...((apiKey !== undefined || baseURL !== undefined) && {
      model: Object.freeze({
        ...(apiKey !== undefined && { apiKey }),
        ...(baseURL !== undefined && { baseURL }),
        ...(model !== undefined && { model }),
        timeoutMs: timeout * 1_000,
      }),
    }),
    ...(knowledge !== undefined && { knowledge }),
    ...(locale !== undefined && { locale }),
    ...(systemLocale !== undefined && { systemLocale }),
    logLevel: read(environment, 'LOG_LEVEL') ?? 'info',
    secrets: apiKey === undefined ? [] : [apiKey],
  })
}
