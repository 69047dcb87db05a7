/** Constructs what the evaluations run on: the shipped articles and the cases in `test/eval`. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { open } from './app.ts'
import { readConfig } from './config.ts'
import { parseCases } from './eval/cases.ts'
import { committed } from './eval/committed.ts'
import { runEval } from './eval/run.ts'
import { printCurve, readMaterial } from './eval/silence.ts'
import type { Row } from './eval/table.ts'
import { AppError } from './failures.ts'
import { createLog } from './log.ts'

const root = join(import.meta.dirname, '..')
/** The verifier's corpus is the tests' own, and not everywhere. */
const corpus = join(root, 'test', 'verify', 'figures.ts')
/** Where the client asks if no other server is configured. */
const OPENAI = 'https://api.openai.com/v1'

const usage = {
  eval: 'npm run eval -- [--cases FILE] [--knowledge FOLDER …] [--quiet] [--model [--record FILE]]',
  'eval:answer': 'npm run eval:answer -- [FILE.jsonl …]',
}

/** One of the two evaluations; what is wrong with its arguments or its files is said to the developer as it is. */
export const runEvaluation = async (
  command: keyof typeof usage,
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<number> => {
  if (argv.includes('--help')) {
    process.stdout.write(`Usage: ${usage[command]}\n`)
    return 0
  }
  try {
    return await (command === 'eval' ? evaluate(argv, environment, signal) : evaluateSilence(argv, signal))
  } catch (failure) {
    if (failure instanceof AppError || !(failure instanceof Error)) throw failure
    process.stderr.write(`${failure.message}\nUsage: ${usage[command]}\n`)
    return 2
  }
}

/** The evaluation is a developer's: over the shipped articles and those of its dialogues, with and without a model. */
const evaluate = async (
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<number> => {
  const own = join(root, 'test', 'eval')
  const log = createLog({ level: 'warn', secrets: [], stream: process.stderr })
  await runEval(
    argv,
    {
      cases: join(own, 'cases.json'),
      dialogues: join(own, 'dialogues.json'),
      replay: join(own, 'replay.json'),
      // The last one lies beside the project on a developer's machine; its cases are left out where it does not.
      folders: [join(root, 'knowledge'), join(own, 'articles'), join(root, '..', 'shared', 'articles')].filter(
        existsSync,
      ),
      page: join(root, 'docs', 'evaluation.md'),
      appendix: join(root, 'test', 'verify', 'real', 'measured.md'),
    },
    {
      open: (knowledge) => open(readConfig({}), { knowledge, withModel: false, log, signal }),
      async openWithModel(knowledge, baseURL, recorder) {
        const replayed = { OPENAI_BASE_URL: baseURL, OPENAI_MODEL: 'replay' }
        const through = recorder === undefined ? environment : { ...environment, OPENAI_BASE_URL: recorder }
        const config = readConfig(baseURL === undefined ? through : replayed)
        if (!config.model) throw new AppError('bad_config', { variable: 'OPENAI_API_KEY', expected: 'sk-…' })
        const app = await open(config, { knowledge, withModel: true, log, signal })
        return { ...app, model: app.model ?? '…' }
      },
      upstream: () => environment.OPENAI_BASE_URL ?? OPENAI,
      ...(existsSync(corpus) && {
        verifier: async () => {
          const { verifierRows }: { readonly verifierRows: () => readonly Row[] } = await import(
            pathToFileURL(corpus).href
          )
          return verifierRows()
        },
      }),
      print: (line) => process.stdout.write(`${line}\n`),
      signal,
    },
  )
  return 0
}

/** How often extraction is right, wrong and silent, over the threshold: of JSON lines, or of the committed cases. */
const evaluateSilence = async (files: readonly string[], signal: AbortSignal): Promise<number> => {
  const print = (line: string): boolean => process.stdout.write(`${line}\n`)
  for (const file of files) printCurve(file, await readMaterial(file), print)
  if (files.length > 0) return 0
  const own = join(root, 'test', 'eval')
  const log = createLog({ level: 'warn', secrets: [], stream: process.stderr })
  for (const name of ['cases', 'fitted', 'held-out', 'fresh']) {
    const knowledge = name === 'cases' ? join(root, 'knowledge') : join(own, name)
    const { library } = await open(readConfig({}), { knowledge, withModel: false, log, signal })
    const cases = parseCases(await readFile(join(own, `${name}.json`), 'utf8'))
    printCurve(name, committed(cases, [library]), print)
  }
  return 0
}
