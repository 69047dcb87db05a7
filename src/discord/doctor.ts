/** `npm run doctor`: checks every setting and says in plain words what works, what does not, and what to do about it. */

import { AppError } from '../failures.ts'
import type { DoctorCatalogue } from '../locale/doctor-catalogue.ts'
import { doctorWords } from '../locale/doctor-words.ts'
import { words as baseWords, failureWords } from '../locale/words.ts'
import type { Article, Locale, Usage } from '../types.ts'
import { checkAccount, findAccount, type Settings } from './checks/account.ts'
import { checkConnection } from './checks/connection.ts'
import { bad, type Finding, good, note } from './checks/finding.ts'
import { createLookup } from './checks/lookup.ts'
import { checkServers } from './checks/servers.ts'
import { inviteLink, userInstallLink } from './permissions.ts'

/** For one request to Discord, or for its socket to open. Milliseconds. */
const WITHIN = 10_000
/** Articles that could not be read are named up to this many. */
const NAMED = 10

/** Micros for a million tokens, and the day on which they were listed. */
export type ListPrice = { readonly input: number; readonly output: number; readonly seen: string }

type Trial = (
  signal: AbortSignal,
) => Promise<{ readonly name: string; readonly able: boolean; readonly usage: Usage; readonly price?: ListPrice }>

export type DoctorPorts = {
  /** `process.version`. */
  readonly node: string
  /** What of the environment is set wrong. */
  readonly misset: readonly AppError[]
  readonly knowledge: {
    readonly folder: string
    /** Rejects with `AppError` as `readFolder` does. */
    read(
      signal: AbortSignal,
    ): Promise<{ readonly articles: readonly Article[]; readonly problems: readonly AppError[] }>
  }
  readonly data: {
    readonly folder: string
    /** Opens the store and closes it. Rejects with `AppError` newer_database or unusable_database. */
    open(): Promise<void>
  }
  /** Absent: no model is set. Asks it one short question. Rejects with `AppError` as the model client does. */
  readonly tryModel?: Trial
  /** The same of the model that judges, where one is set. */
  readonly tryJudge?: Trial
  readonly log: { readonly error: (event: string, facts: Readonly<Record<string, unknown>>) => void }
}

export type DoctorOptions = {
  readonly locale: Locale
  /** Absent: no token is set. */
  readonly discord?: Settings
  /** Whether the operator has set caps in dollars. */
  readonly capsMoney?: boolean
  /** Milliseconds, for one request to Discord. */
  readonly within?: number
}

async function* checkDiscord(
  { discord, locale, within = WITHIN }: DoctorOptions,
  words: DoctorCatalogue,
  signal: AbortSignal,
): AsyncGenerator<Finding> {
  if (!discord) return yield bad(words.token.missing)
  const look = createLookup(discord, within, signal)
  const account = await findAccount(look)
  yield* checkAccount(account, discord, words, locale)
  if (account.kind !== 'found') return
  yield await checkConnection(look, within, signal, words, locale)
  yield* checkServers(look, account.value, discord.guild, words, locale)
  const { id } = account.value.application
  yield { mark: 'next', text: words.links.invite, details: [inviteLink(id)] }
  yield { mark: 'next', text: words.links.user, details: [userInstallLink(id)] }
}

/** What a trial found, or why there was none; `said` has the words for the part that the model is to play. */
async function* checkTrial(
  attempt: Trial,
  said: DoctorCatalogue['model']['judge'],
  { locale, capsMoney = false }: DoctorOptions,
  { model: words }: DoctorCatalogue,
  signal: AbortSignal,
): AsyncGenerator<Finding> {
  try {
    const { name, able, usage, price } = await attempt(signal)
    const { inputTokens, outputTokens } = usage
    yield able ? good(said.works(name, inputTokens, outputTokens)) : bad(said.unable(name, inputTokens, outputTokens))
    const { dollars } = baseWords(locale)
    yield price
      ? good(words.priced(name, dollars(price.input), dollars(price.output), price.seen))
      : note(words.unpriced(name, capsMoney))
  } catch (failure) {
    yield bad({ text: said.failed(expected(failure, locale)), details: [said.meanwhile] })
  }
}

async function* checkModel(
  { tryModel, tryJudge }: DoctorPorts,
  options: DoctorOptions,
  words: DoctorCatalogue,
  signal: AbortSignal,
): AsyncGenerator<Finding> {
  const { none, writer, judge } = words.model
  if (!tryModel) return yield note(none)
  yield* checkTrial(tryModel, { ...writer, failed: (why) => why }, options, words, signal)
  if (tryJudge) yield* checkTrial(tryJudge, judge, options, words, signal)
}

async function* checkKnowledge(
  { knowledge }: DoctorPorts,
  { locale }: DoctorOptions,
  words: DoctorCatalogue,
  signal: AbortSignal,
): AsyncGenerator<Finding> {
  try {
    const { articles, problems } = await knowledge.read(signal)
    const paragraphs = articles.reduce((sum, article) => sum + article.paragraphs.length, 0)
    yield articles.length > 0
      ? good(words.knowledge.good(articles.length, paragraphs, knowledge.folder))
      : bad({ text: failureWords(new AppError('no_articles', {}), locale), details: [knowledge.folder] })
    const told = problems.slice(0, NAMED).map((problem) => failureWords(problem, locale))
    const rest = problems.length > NAMED ? ['…'] : []
    if (problems.length > 0)
      yield note({ text: words.knowledge.problems(problems.length), details: [...told, ...rest] })
  } catch (failure) {
    yield bad({ text: expected(failure, locale), details: [] })
  }
}

async function* checkData(
  { data }: DoctorPorts,
  { locale }: DoctorOptions,
  words: DoctorCatalogue,
): AsyncGenerator<Finding> {
  try {
    await data.open()
    yield good(words.data(data.folder))
  } catch (failure) {
    yield bad({ text: expected(failure, locale), details: [] })
  }
}

/** The words of a failure that has some; throws all others, and that somebody pressed Ctrl-C. */
const expected = (failure: unknown, locale: Locale): string => {
  if (!(failure instanceof AppError) || failure.code === 'aborted') throw failure
  return failureWords(failure, locale)
}

/**
 * Each finding as it is made, in a fixed order; the last sums up. Nothing in them is secret. Throws only `AppError`
 * aborted.
 */
export async function* examine(
  options: DoctorOptions,
  ports: DoctorPorts,
  signal: AbortSignal,
): AsyncGenerator<Finding> {
  const { locale } = options
  const words = doctorWords(locale)
  const links: Finding[] = []
  let wrong = 0
  const checks = [
    [
      good(words.node(ports.node.replace(/^v/, ''))),
      ...ports.misset.map((failure) => bad({ text: failureWords(failure, locale), details: [] })),
      ...(ports.misset.length === 0 ? [good(words.settings)] : []),
    ],
    checkKnowledge(ports, options, words, signal),
    checkData(ports, options, words),
    checkModel(ports, options, words, signal),
    checkDiscord(options, words, signal),
  ]
  for (const check of checks) {
    try {
      for await (const finding of check) {
        if (finding.mark === 'bad') wrong += 1
        if (finding.mark === 'next') links.push(finding)
        else yield finding
      }
    } catch (error) {
      if (error instanceof AppError && error.code === 'aborted') throw error
      // One check that fails for no known reason is no reason not to make the others.
      ports.log.error('a check failed', { error })
      wrong += 1
      yield bad({ text: baseWords(locale).unexpected, details: [] })
    }
  }
  yield* links
  yield wrong === 0 ? good(words.end.good) : { mark: 'next', text: words.end.bad(wrong), details: [] }
}
