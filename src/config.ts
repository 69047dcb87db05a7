/** The environment, parsed once into a frozen Config; nothing else knows its variables. */

import { AppError } from './failures.ts'
import { type Ceilings, parseCount, parseDollars } from './limits.ts'
import type { Locale, Period } from './types.ts'

/** What a variable's text means; undefined where it is nothing that the variable may hold. */
type Parse<T> = (text: string) => T | undefined

const text =
  (most: number): Parse<string> =>
  (value) =>
    value.length <= most ? value : undefined

const oneOf =
  <T extends string>(...allowed: readonly T[]): Parse<T> =>
  (value) =>
    allowed.find((each) => each === value)

/** `parse` gives a number, of which 1 to `most` are allowed. */
const upTo =
  (most: number, parse: Parse<number> = (value) => (/^\d+$/.test(value) ? Number(value) : undefined)): Parse<number> =>
  (value) => {
    const number = parse(value)
    return number !== undefined && number >= 1 && number <= most ? number : undefined
  }

const address: Parse<string> = (value) => (/^https?:$/.test(URL.parse(value)?.protocol ?? '') ? value : undefined)

const yes = new Set(['true', '1', 'yes', 'on'])
const no = new Set(['false', '0', 'no', 'off'])
const flag: Parse<boolean> = (value) => {
  const word = value.toLowerCase()
  return yes.has(word) || (no.has(word) ? false : undefined)
}

/** Host names with commas between them, as the URL parser writes them: `wiki.intern, 127.0.0.1, [::1]`. */
const hosts: Parse<readonly string[]> = (value) => {
  const names = value.split(',').map((each) => each.trim())
  const parsed = names.filter((each) => each !== '').map((each) => URL.parse(`http://${each}/`))
  const isName = (url: URL | null): url is URL => url !== null && url.href === `http://${url.hostname}/`
  return value.length <= MAX_HOSTS && parsed.every(isName) ? parsed.map(({ hostname }) => hostname) : undefined
}
const MAX_HOSTS = 4_000
const MAX_PATH = 4_000

const locale = [text(100), 'fr_FR.UTF-8'] as const
const perHour = [upTo(10_000, parseCount), '1…10000'] as const
const tokens = [upTo(999_999_999_999, parseCount), '1…999999999999'] as const
const dollars = [upTo(999_999_000_000, parseDollars), '0.01…999999'] as const

/**
 * What each variable may hold; the second part shows the operator its form, in no language. Functions and no schemas:
 * each value is one text, and zod would be a sixth of a cold start that needs it for nothing else.
 */
const variables = {
  OPENAI_API_KEY: [text(500), 'sk-…'],
  OPENAI_BASE_URL: [address, 'http(s)://…'],
  OPENAI_MODEL: [text(200), 'gpt-…'],
  OPENAI_JUDGE_MODEL: [text(200), 'gpt-…'],
  VERIFY: [oneOf('claims', 'quotations'), 'claims | quotations'],
  OPENAI_TIMEOUT_SECONDS: [upTo(600), '1…600'],
  KNOWLEDGE_DIR: [text(MAX_PATH), '/…'],
  PILCROW_LOCALE: [oneOf('fr', 'en'), 'fr | en'],
  /** POSIX, strongest first. */
  LC_ALL: locale,
  LC_MESSAGES: locale,
  LANG: locale,
  OPENAI_CONCURRENCY: [upTo(200), '1…200'],
  DISCORD_TOKEN: [text(200), 'token'],
  DISCORD_GUILD_ID: [(value: string) => (/^\d{17,20}$/.test(value) ? value : undefined), '17…20 × 0-9'],
  DISCORD_MESSAGE_CONTENT: [flag, 'true | false'],
  DISCORD_API_BASE: [address, 'http(s)://…'],
  DATA_DIR: [text(MAX_PATH), '/…'],
  RETENTION_DAYS: [upTo(3_650), '1…3650'],
  PILCROW_ALLOW_HOSTS: [hosts, 'wiki.intern, 10.0.0.5'],
  LIMIT_MEMBER_QUESTIONS_PER_HOUR: perHour,
  LIMIT_SERVER_QUESTIONS_PER_HOUR: perHour,
  LIMIT_TOTAL_DAILY_TOKENS: tokens,
  LIMIT_TOTAL_MONTHLY_TOKENS: tokens,
  LIMIT_TOTAL_DAILY_USD: dollars,
  LIMIT_TOTAL_MONTHLY_USD: dollars,
  LIMIT_SERVER_DAILY_TOKENS: tokens,
  LIMIT_SERVER_MONTHLY_TOKENS: tokens,
  LIMIT_SERVER_DAILY_USD: dollars,
  LIMIT_SERVER_MONTHLY_USD: dollars,
  LIMIT_MEMBER_DAILY_TOKENS: tokens,
  LIMIT_MEMBER_MONTHLY_TOKENS: tokens,
  LIMIT_MEMBER_DAILY_USD: dollars,
  LIMIT_MEMBER_MONTHLY_USD: dollars,
  LOG_LEVEL: [oneOf('debug', 'info', 'warn', 'error'), 'debug | info | warn | error'],
} as const satisfies Readonly<Record<string, readonly [Parse<unknown>, string]>>

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

export type DiscordConfig = {
  readonly token: string
  /** Commands are registered in this server alone, at once, instead of everywhere. */
  readonly guild?: string
  /** The privileged message content intent is granted and wanted. */
  readonly messageContent: boolean
  /** In place of Discord's own address: a proxy, or a test. */
  readonly apiBase?: string
}

export type ModelConfig = {
  readonly apiKey?: string
  /** Absent: the OpenAI host. */
  readonly baseURL?: string
  readonly model?: string
  /** Reads each answer a second time, on the same server; absent: nobody does. */
  readonly judge?: string
  readonly timeoutMs: number
  /** Calls at the same time. */
  readonly concurrency: number
}

export type Config = {
  /** Absent: answers are written by extraction. */
  readonly model?: ModelConfig
  /** Absent: there is no bot, only the terminal. */
  readonly discord?: DiscordConfig
  /** Where the bot keeps what outlives a restart. */
  readonly data?: string
  /** How long answers and questions are kept there. */
  readonly retentionDays: number
  readonly knowledge?: string
  /** Hosts that pages may be fetched from although their addresses are not public. */
  readonly allowHosts: ReadonlySet<string>
  readonly locale?: Locale
  /** The system's locale, as it says it: `fr_FR.UTF-8`. */
  readonly systemLocale?: string
  /** Whether claims are shown in a model's words, or as their quotations alone. */
  readonly verify: 'claims' | 'quotations'
  readonly logLevel: LogLevel
  /** What the operator allows to be asked and spent. */
  readonly ceilings: Ceilings
  /** Values that must never reach a log. */
  readonly secrets: readonly string[]
}

/** A small model answers in seconds; this is for a slow one on somebody's own machine. */
const DEFAULT_TIMEOUT_SECONDS = 60
/** 200 questions at once to a model that takes a second are answered in five. */
const DEFAULT_CONCURRENCY = 40
const DEFAULT_RETENTION_DAYS = 30

/** An unset variable and an empty one mean the same: `.env` files are full of `NAME=`. */
const read = <N extends keyof typeof variables>(
  environment: Readonly<Record<string, string | undefined>>,
  name: N,
): ReturnType<(typeof variables)[N][0]> | undefined => {
  const [parse, expected] = variables[name]
  const given = environment[name]?.trim() ?? ''
  if (given === '') return undefined
  const value = parse(given)
  if (value === undefined) throw new AppError('bad_config', { variable: name, expected })
  return value as ReturnType<(typeof variables)[N][0]>
}

const readCeilings = (environment: Readonly<Record<string, string | undefined>>): Ceilings => {
  const cap = (whose: 'TOTAL' | 'SERVER' | 'MEMBER', period: Period) => {
    const often = period === 'day' ? 'DAILY' : 'MONTHLY'
    const tokens = read(environment, `LIMIT_${whose}_${often}_TOKENS`)
    const micros = read(environment, `LIMIT_${whose}_${often}_USD`)
    return Object.freeze({ ...(tokens !== undefined && { tokens }), ...(micros !== undefined && { micros }) })
  }
  const caps = (whose: 'TOTAL' | 'SERVER' | 'MEMBER') =>
    Object.freeze({ day: cap(whose, 'day'), month: cap(whose, 'month') })
  const member = read(environment, 'LIMIT_MEMBER_QUESTIONS_PER_HOUR')
  const server = read(environment, 'LIMIT_SERVER_QUESTIONS_PER_HOUR')
  return Object.freeze({
    hourly: Object.freeze({ ...(member !== undefined && { member }), ...(server !== undefined && { server }) }),
    total: caps('TOTAL'),
    server: caps('SERVER'),
    member: caps('MEMBER'),
  })
}

/** Throws `AppError` bad_config naming the variable; never its value, which may be a secret. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const apiKey = read(environment, 'OPENAI_API_KEY')
  const baseURL = read(environment, 'OPENAI_BASE_URL')
  const model = read(environment, 'OPENAI_MODEL')
  const judge = read(environment, 'OPENAI_JUDGE_MODEL')
  const timeout = read(environment, 'OPENAI_TIMEOUT_SECONDS') ?? DEFAULT_TIMEOUT_SECONDS
  const concurrency = read(environment, 'OPENAI_CONCURRENCY') ?? DEFAULT_CONCURRENCY
  const token = read(environment, 'DISCORD_TOKEN')
  const guild = read(environment, 'DISCORD_GUILD_ID')
  const messageContent = read(environment, 'DISCORD_MESSAGE_CONTENT') ?? false
  const apiBase = read(environment, 'DISCORD_API_BASE')
  const data = read(environment, 'DATA_DIR')
  const knowledge = read(environment, 'KNOWLEDGE_DIR')
  const locale = read(environment, 'PILCROW_LOCALE')
  const systemLocale = read(environment, 'LC_ALL') ?? read(environment, 'LC_MESSAGES') ?? read(environment, 'LANG')
  return Object.freeze({
    ...((apiKey !== undefined || baseURL !== undefined) && {
      model: Object.freeze({
        ...(apiKey !== undefined && { apiKey }),
        ...(baseURL !== undefined && { baseURL }),
        ...(model !== undefined && { model }),
        ...(judge !== undefined && { judge }),
        timeoutMs: timeout * 1_000,
        concurrency,
      }),
    }),
    ...(token !== undefined && {
      discord: Object.freeze({
        token,
        messageContent,
        ...(guild !== undefined && { guild }),
        ...(apiBase !== undefined && { apiBase }),
      }),
    }),
    ...(data !== undefined && { data }),
    retentionDays: read(environment, 'RETENTION_DAYS') ?? DEFAULT_RETENTION_DAYS,
    ...(knowledge !== undefined && { knowledge }),
    allowHosts: new Set(read(environment, 'PILCROW_ALLOW_HOSTS')),
    ...(locale !== undefined && { locale }),
    ...(systemLocale !== undefined && { systemLocale }),
    verify: read(environment, 'VERIFY') ?? 'claims',
    logLevel: read(environment, 'LOG_LEVEL') ?? 'info',
    ceilings: readCeilings(environment),
    secrets: [apiKey, token].filter((secret) => secret !== undefined),
  })
}

/** The same for the doctor, who looks at all there is: whatever is set wrong counts as unset, and is told. */
export const surveyConfig = (
  environment: Readonly<Record<string, string | undefined>>,
): { readonly config: Config; readonly misset: readonly AppError[] } => {
  const misset: AppError[] = []
  let rest = environment
  // Ends: each turn unsets a variable.
  for (;;) {
    try {
      return { config: readConfig(rest), misset }
    } catch (failure) {
      if (!(failure instanceof AppError) || !('variable' in failure.facts)) throw failure
      misset.push(failure)
      rest = { ...rest, [failure.facts.variable]: undefined }
    }
  }
}
