/** The evaluation as it is run: its table, its page, and the replay in place of a model. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { notFound } from '../../src/answer/verify.ts'
import { open } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { parseCases } from '../../src/eval/cases.ts'
import { parseReplay, startReplay } from '../../src/eval/replay.ts'
import { runEval } from '../../src/eval/run.ts'
import { summaryFigures } from '../../src/eval/summaries.ts'
import { asMarkdown, asText, mean, share } from '../../src/eval/table.ts'
import { createLog } from '../../src/log.ts'
import { noUsage } from '../../src/types.ts'
import { lighthouse } from '../fakes/articles.ts'
import { corpus } from '../verify/corpus.ts'
import { verifierRows } from '../verify/figures.ts'

const root = join(import.meta.dirname, '..', '..')
const own = join(root, 'test', 'eval')
const signal = new AbortController().signal
const log = createLog({ level: 'error', secrets: [], stream: process.stderr })

describe('npm run eval', () => {
  let folder = ''
  let page = ''
  let printed = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pilcrow-eval-'))
    const file = join(folder, 'evaluation.md')
    const lines: string[] = []
    await runEval(
      ['--quiet'],
      {
        cases: join(own, 'cases.json'),
        dialogues: join(own, 'dialogues.json'),
        replay: join(own, 'replay.json'),
        folders: [join(root, 'knowledge'), join(own, 'articles')],
        page: file,
        appendix: join(root, 'test', 'verify', 'real', 'measured.md'),
      },
      {
        open: (knowledge) => open(readConfig({}), { knowledge, withModel: false, log, signal }),
        async openWithModel(knowledge, baseURL) {
          const config = readConfig({ OPENAI_BASE_URL: baseURL, OPENAI_MODEL: 'replay' })
          const app = await open(config, { knowledge, withModel: true, log, signal })
          return { ...app, model: 'replay' }
        },
        upstream: () => '',
        verifier: async () => verifierRows(corpus().filter((_, index) => index % 40 === 0)),
        print: (line) => lines.push(line),
        signal,
      },
    )
    printed = lines.join('\n')
    page = await readFile(file, 'utf8')
  }, 120_000)
  afterAll(() => rm(folder, { recursive: true }))

  const rowOf = (name: string): readonly string[] =>
    (page.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? '').split(' | ').slice(1)

  test('writes what it prints, and says that the second column is a replay', () => {
    for (const name of ['in the article: answered right', 'the right paragraph found first', 'long: compression']) {
      expect(printed).toContain(name)
      expect(rowOf(name)[0]).toMatch(/\d/)
    }
    expect(page).toContain('replay (written by hand)')
    expect(page).toContain('no model wrote them')
  })

  test('what is shown is always the article’s own text', () => {
    for (const value of rowOf('quotations that are the article’s own text')) expect(value).toMatch(/^100\.0 %/)
  })

  test('replies of every kind were replayed: good, mended, reduced, withdrawn', () => {
    const [, retried = ''] = rowOf('answers that needed a retry')
    const [, dropped = ''] = rowOf('answers of which something was dropped')
    expect(Number(/\((\d+)\//.exec(retried)?.[1])).toBeGreaterThanOrEqual(6)
    expect(Number(/\((\d+)\//.exec(dropped)?.[1])).toBeGreaterThanOrEqual(1)
    expect(rowOf('not in the article: answered all the same')[1]).toMatch(/^0\.0 %/)
  })

  test('the page in docs/ is one of these', async () => {
    const committed = await readFile(join(root, 'docs', 'evaluation.md'), 'utf8')
    const names = (text: string) => [...text.matchAll(/^\| ([^|]+) \|/gm)].map(([, name]) => name)
    expect(names(committed)).toEqual(names(page))
  })
})

test('with --model the configured model is asked all of it, and its server’s count of tokens is taken', async () => {
  const server = await startReplay(join(own, 'replay.json'))
  const quiet = createLog({ level: 'error', secrets: [], stream: new PassThrough() })
  const lines: string[] = []
  const asked: (string | undefined)[] = []
  try {
    await runEval(
      ['--quiet', '--model'],
      {
        cases: join(own, 'cases.json'),
        dialogues: join(own, 'dialogues.json'),
        replay: join(own, 'no-such-file.json'),
        folders: [join(root, 'knowledge')],
      },
      {
        open: (knowledge) => open(readConfig({}), { knowledge, withModel: false, log: quiet, signal }),
        async openWithModel(knowledge, baseURL) {
          asked.push(baseURL)
          const config = readConfig({ OPENAI_BASE_URL: server.baseURL, OPENAI_MODEL: 'replay' })
          const app = await open(config, { knowledge, withModel: true, log: quiet, signal })
          return { ...app, model: 'mine' }
        },
        upstream: () => server.baseURL,
        print: (line) => lines.push(line),
        signal,
      },
    )
  } finally {
    await server.stop()
  }
  expect(asked).toEqual([undefined])
  const table = lines.join('\n')
  expect(table).toMatch(/Questions +no model +mine\n/)
  expect(table).not.toContain('replay')
  // What it was not told an answer for is answered by extraction: there is a figure in every row all the same.
  expect(table).toMatch(/the right paragraph found first +\d.*\d.*\n/)
  expect(table).toMatch(/prompt tokens +– +\d+\n/)
}, 120_000)

test('with --record what the model replied is kept, and replays as it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-record-'))
  const server = await startReplay(join(own, 'replay.json'))
  const file = join(folder, 'recorded.json')
  const quiet = createLog({ level: 'error', secrets: [], stream: new PassThrough() })
  try {
    await runEval(
      ['--quiet', '--model', '--record', file],
      {
        cases: join(own, 'cases.json'),
        dialogues: join(own, 'dialogues.json'),
        replay: '',
        folders: [join(root, 'knowledge')],
      },
      {
        open: (knowledge) => open(readConfig({}), { knowledge, withModel: false, log: quiet, signal }),
        async openWithModel(knowledge, _, recorder) {
          const config = readConfig({ OPENAI_BASE_URL: recorder, OPENAI_MODEL: 'replay' })
          const app = await open(config, { knowledge, withModel: true, log: quiet, signal })
          return { ...app, model: 'mine' }
        },
        upstream: () => server.baseURL,
        print: () => undefined,
        signal,
      },
    )
    const recorded = parseReplay(await readFile(file, 'utf8'))
    expect(recorded).toMatchObject({ by: 'model', model: 'mine' })
    const given = new Map(server.replay.replies.map(({ question, replies }) => [question, replies]))
    // Only those of the articles that were open were asked; what was cut off is no reply to record.
    expect(recorded.replies.length).toBeGreaterThan(8)
    expect(recorded.replies.some(({ replies }) => replies.length === 2)).toBe(true)
    for (const { question, replies } of recorded.replies)
      expect(given.get(question), question).toEqual(expect.arrayContaining(replies))
    const again = await startReplay(file)
    expect(again.replay).toEqual(recorded)
    await again.stop()
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}, 120_000)

test('every recorded question is one of the cases', async () => {
  const cases = parseCases(await readFile(join(own, 'cases.json'), 'utf8'))
  const { replies } = parseReplay(await readFile(join(own, 'replay.json'), 'utf8'))
  const asked = new Set(cases.map(({ question }) => question))
  expect(replies.filter(({ question }) => !asked.has(question))).toEqual([])
})

describe('the table', () => {
  const table = {
    columns: ['one', 'two'],
    sections: [{ heading: 'Rows', rows: [{ name: 'a | b', values: ['1', undefined] }] }],
  }
  test('as text and as Markdown', () => {
    expect(asText(table)).toBe('\nRows   one  two\na | b    1    –')
    expect(asMarkdown(table)).toBe('| Rows | one | two |\n|---|---:|---:|\n| a \\| b | 1 | – |')
  })
  test('of nothing there is no share', () => {
    expect(share(0, 0)).toBe('–')
    expect(share(1, 3)).toBe('33.3 % (1/3)')
    expect(mean([])).toBe(0)
  })
})

test('a summary that says nothing covers nothing', () => {
  const rest = { by: 'model', partial: false, language: 'fr', locale: 'fr', passages: [], nearest: [] } as const
  expect(summaryFigures(lighthouse, notFound({ ...rest, usage: noUsage }))).toEqual({
    coverage: 0,
    compression: 0,
    sections: undefined,
    bullets: 0,
  })
})
