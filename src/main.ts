/** From the words typed after the program's name to one command, its exit code, and the end on a signal. */

import { once } from 'node:events'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import pack from '../package.json' with { type: 'json' }
import { type App, folderOf, open, openBot, openCheckup } from './app.ts'
import { type Config, type DiscordConfig, readConfig, surveyConfig } from './config.ts'
import { AppError } from './failures.ts'
import { capsMoney } from './limits.ts'
import { failureWords, localeOf } from './locale/words.ts'
import { createLog } from './log.ts'
import { type ArticlesOptions, type Invocation, type KeepingOptions, parseArguments } from './terminal/arguments.ts'
import { runArticles, runAsk, runSummary } from './terminal/commands.ts'
import { INTERRUPTED } from './terminal/exit.ts'
import { type Io, tellFailure, write } from './terminal/output.ts'
import type { Session } from './terminal/session.ts'
import { styleOf, visible, wantsColour } from './terminal/style.ts'
import { questionLanguage } from './text/vocabulary.ts'
import type { Locale } from './types.ts'

const root = join(import.meta.dirname, '..')

const dataOf = (config: Config): string => config.data ?? join(root, 'data')

const environment = async (): Promise<Readonly<Record<string, string | undefined>>> => {
  // dotenv's own variable for the file; tests and CI point it at nothing.
  const path = process.env.DOTENV_CONFIG_PATH ?? '.env'
  const given = await access(path).then(
    () => true,
    () => false,
  )
  if (given) (await import('dotenv')).config({ path, quiet: true })
  return process.env
}

type Run = Extract<Invocation, { readonly command: 'start' | 'chat' | 'ask' | 'summary' | 'articles' | 'search' }>

const sessionOf = (app: App, invocation: Run, config: Config, locale: Locale, signal: AbortSignal, io: Io): Session => {
  const fixed = invocation.locale ?? config.locale
  const log = createLog({ level: config.logLevel, secrets: config.secrets, stream: io.error })
  return {
    engine: app.engine,
    library: app.library,
    find: app.find,
    locale,
    localeFor: (text) => fixed ?? localeOf(questionLanguage(text)) ?? locale,
    ...(app.model !== undefined && { model: app.model }),
    unexpected: (error) => log.error('unexpected error', { error }),
    signal,
  }
}

/** Runs the bot until a signal; the exit code is 0 where it ended in order. */
const runBot = async (
  invocation: Run,
  config: Config,
  discord: DiscordConfig,
  signal: AbortSignal,
): Promise<number> => {
  const log = createLog({ level: config.logLevel, secrets: config.secrets, stream: process.stderr })
  const { createBot } = await import('./discord/bot.ts')
  const { isQuestion } = await import('./text/question-kind.ts')
  const { LEFT_DAYS } = await import('./store/retention.ts')
  const data = dataOf(config)
  log.info('data folder', { data })
  const { knowledge } = invocation
  const app = await openBot(config, {
    ...(knowledge !== undefined && { knowledge }),
    withModel: true,
    log,
    signal,
    data,
  }).catch((failure: unknown) => {
    if (signal.aborted) return undefined
    throw failure
  })
  // It was told to end before it had begun.
  if (!app) return 0
  const { engineFor, libraries, archive, intake, membership, store } = app
  for (const problem of app.problems) log.warn('article not read', { problem })
  const bot = createBot(discord, {
    engineFor,
    libraries,
    archive,
    intake,
    membership,
    retentionDays: config.retentionDays,
    leavingDays: LEFT_DAYS,
    settings: store,
    feedback: store,
    quota: store,
    budget: store,
    counting: store,
    unanswered: store,
    ceilings: config.ceilings,
    privacy: store,
    commands: store,
    log,
    model: config.model && (app.model ?? config.model.model ?? '…'),
    priced: app.priced,
    quotationsOnly: config.verify === 'quotations',
    localeFor: (text) => localeOf(questionLanguage(text)),
    isQuestion: (text) => isQuestion(text, questionLanguage(text)),
    version: pack.version,
    now: Date.now,
  })
  // One promise of the library's that nobody waits for is no reason to leave everybody without answers.
  process.on('unhandledRejection', (error) => log.error('unhandled rejection', { error }))
  try {
    // A signal ends it also while it still connects.
    const told = signal.aborted ? Promise.resolve() : once(signal, 'abort')
    await Promise.race([told, bot.start().then(() => bot.lost)])
    log.info('stopping')
  } finally {
    await bot.stop()
    await app.close()
  }
  return 0
}

/** Checks every setting and prints a line for each; the exit code is 0 where nothing keeps the bot from its work. */
const runDoctor = async (
  invocation: Extract<Invocation, { readonly command: 'doctor' }>,
  { config, misset }: ReturnType<typeof surveyConfig>,
  locale: Locale,
  signal: AbortSignal,
  io: Io,
): Promise<number> => {
  const [{ examine }, { tellChecklist }, { doctorWords }] = await Promise.all([
    import('./discord/doctor.ts'),
    import('./terminal/checklist.ts'),
    import('./locale/doctor-words.ts'),
  ])
  const { knowledge } = invocation
  const data = dataOf(config)
  const { folder, read, openStore, tryModel, tryJudge } = openCheckup(config, {
    ...(knowledge !== undefined && { knowledge }),
    data,
  })
  const findings = examine(
    { locale, capsMoney: capsMoney(config.ceilings), ...(config.discord && { discord: config.discord }) },
    {
      node: process.version,
      misset,
      knowledge: { folder, read },
      data: { folder: data, open: openStore },
      ...(tryModel && { tryModel }),
      ...(tryJudge && { tryJudge }),
      log: createLog({ level: config.logLevel, secrets: config.secrets, stream: io.error }),
    },
    signal,
  )
  return tellChecklist(findings, doctorWords(locale).looking, io)
}

/** The operator's commands on what is kept: in the store alone, with nothing to search and no model. */
const keep = async (
  invocation: ArticlesOptions | KeepingOptions,
  config: Config,
  locale: Locale,
  signal: AbortSignal,
  io: Io,
): Promise<number> => {
  const log = createLog({ level: config.logLevel, secrets: config.secrets, stream: io.error })
  const { server, json } = invocation
  const places = { folder: folderOf(config, invocation), data: dataOf(config), ...(server !== undefined && { server }) }
  const { openKeeper } = await import('./operator.ts')
  const keeper = await openKeeper(config, { ...places, log, signal })
  const { runKept } = await import('./terminal/keeping.ts')
  return runKept(invocation, keeper, { json, locale }, signal, io).finally(keeper.close)
}

const run = async (invocation: Run, config: Config, locale: Locale, signal: AbortSignal, io: Io): Promise<number> => {
  if (invocation.command === 'start' && config.discord) return runBot(invocation, config, config.discord, signal)
  if (invocation.command === 'articles' && invocation.server !== undefined)
    return keep(invocation, config, locale, signal, io)
  const log = createLog({ level: config.logLevel, secrets: config.secrets, stream: io.error })
  const { knowledge } = invocation
  const withModel = invocation.command !== 'articles' && invocation.command !== 'search'
  const data = dataOf(config)
  const app = await open(config, { ...(knowledge !== undefined && { knowledge }), data, withModel, log, signal })
  for (const problem of app.problems) await write(io.error, `${visible(failureWords(problem, locale))}\n`)
  const session = sessionOf(app, invocation, config, locale, signal, io)
  switch (invocation.command) {
    case 'start':
    case 'chat': {
      const { chat } = await import('./terminal/chat.ts')
      return chat(session, io)
    }
    case 'ask':
      return runAsk(invocation, session, io)
    case 'summary':
      return runSummary(invocation, session, io)
    case 'articles':
      return runArticles(invocation, session, io)
    case 'search': {
      const { runSearch } = await import('./terminal/search.ts')
      return runSearch(invocation, session, io)
    }
  }
}

const main = async (argv: readonly string[], signal: AbortSignal): Promise<number> => {
  const { stdin: input, stdout: output, stderr: error } = process
  const variables = await environment()
  const io: Io = { input, output, error, colour: wantsColour(variables) }
  const [command, ...rest] = argv
  if (command === 'eval' || command === 'eval:answer') {
    const { runEvaluation } = await import('./evaluation.ts')
    return runEvaluation(command, rest, variables, signal).catch((failure: unknown) =>
      tellFailure(failure, { json: false, locale: 'en' }, io),
    )
  }
  const invocation = parseArguments(argv)
  let locale: Locale = 'en'
  try {
    const survey = invocation.command === 'doctor' ? surveyConfig(variables) : undefined
    const config = survey?.config ?? readConfig(variables)
    const asked = 'locale' in invocation ? invocation.locale : undefined
    locale = asked ?? config.locale ?? localeOf(config.systemLocale) ?? 'en'
    switch (invocation.command) {
      case 'version':
        await write(output, `${pack.version}\n`)
        return 0
      case 'help': {
        const { renderHelp } = await import('./terminal/help.ts')
        await write(output, `${renderHelp(invocation.of, locale, styleOf(output, io.colour))}\n`)
        return 0
      }
      case 'wrong': {
        const { usageLine } = await import('./terminal/help.ts')
        const usage = usageLine(invocation.of, locale)
        return tellFailure(invocation.failure, { json: invocation.json, locale, usage }, io)
      }
      case 'doctor':
        return await runDoctor(invocation, survey ?? surveyConfig(variables), locale, signal, io)
      case 'verify': {
        const [{ judgeLine }, { runLines }] = await Promise.all([
          import('./answer/verify-line.ts'),
          import('./terminal/lines.ts'),
        ])
        return await runLines(judgeLine, io, signal)
      }
      case 'stats': {
        const { STATISTICS_DAYS, tellStatistics } = await import('./terminal/statistics.ts')
        const { readStatistics } = await import('./operator.ts')
        const counted = await readStatistics(dataOf(config), STATISTICS_DAYS)
        return await tellStatistics(counted, { json: invocation.json, locale }, io)
      }
      case 'collection': {
        const { runCollection } = await import('./eval/collection.ts')
        await runCollection(invocation, invocation.k, (line) => write(output, `${line}\n`), signal)
        return 0
      }
      case 'keeping':
        return await keep(invocation, config, locale, signal, io)
      case 'backup': {
        const { runBackup } = await import('./terminal/keeping.ts')
        const { backUp } = await import('./operator.ts')
        return await runBackup(invocation, (file) => backUp(dataOf(config), file), locale, io)
      }
      default:
        return await run(invocation, config, locale, signal, io)
    }
  } catch (failure) {
    if (!(failure instanceof AppError))
      createLog({ level: 'error', secrets: [], stream: error }).error('unexpected error', { error: failure })
    const json = 'json' in invocation && invocation.json
    return tellFailure(failure, { json, locale }, io)
  }
}

const interrupted = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    // A second one is for what does not end by itself.
    if (interrupted.signal.aborted) process.exit(INTERRUPTED)
    interrupted.abort()
  })
}
// Whatever still runs has been given up by then, and would keep the process alive.
process.exit(await main(process.argv.slice(2), interrupted.signal))
