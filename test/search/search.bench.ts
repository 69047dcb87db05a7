/**
 * What the search costs beside MiniSearch, FlexSearch, lunr and SQLite's FTS5, on generated collections, each in
 * processes of its own. `npm run bench` measures 1,000 and 10,000 paragraphs; SEARCH_BENCH names other sizes, as in
 * SEARCH_BENCH=1000,10000,100000,1000000 (some ten minutes on an idle machine), and writes docs/benchmarks.md after each.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from 'vitest'
import { engines } from './bench/engines.ts'

const root = join(import.meta.dirname, '..', '..')
const run = promisify(execFile)
const asked = process.env.SEARCH_BENCH
const sizes = (asked || '1000,10000').split(',').map(Number)
/** V8's own limit would end some engines at a million paragraphs. In megabytes. */
const HEAP = 12_000
const LONGEST = 40 * 60_000

type Built = { readonly build: number; readonly save: number; readonly bytes: number }
type Used = {
  readonly load: number
  readonly memory: number
  readonly p50: number
  readonly p95: number
  /** Within one article of 40 paragraphs. */
  readonly article?: number
  readonly add?: number
}
type Row = Built & Used & { readonly name: string; readonly paragraphs: number }

const measure = async <T>(...args: readonly string[]): Promise<T> => {
  const script = join(import.meta.dirname, 'bench', 'measure.ts')
  const flags = ['--expose-gc', `--max-old-space-size=${HEAP}`, '--no-warnings', script]
  const { stdout } = await run(process.execPath, [...flags, ...args], { timeout: LONGEST })
  return JSON.parse(stdout)
}

const short = (value: number | undefined): string =>
  value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

const heads = [
  ['paragraphs', 'search', 'build s', 'save ms', 'load ms', 'p50 ms', 'p95 ms'],
  ['memory MB', 'bytes a paragraph', 'p95 in one article ms', 'add an article ms'],
].flat()

const cells = ({
  name,
  paragraphs,
  build,
  save,
  load,
  p50,
  p95,
  memory,
  bytes,
  article,
  add,
}: Row): readonly string[] => [
  paragraphs.toLocaleString('en'),
  name,
  short(build / 1_000),
  ...[save, load, p50, p95, memory, bytes / paragraphs, article, add].map(short),
]

const table = (rows: readonly Row[]): string =>
  [heads, heads.map(() => '---'), ...rows.map(cells)].map((row) => `| ${row.join(' | ')} |`).join('\n')

const section = (rows: readonly Row[]): string => `## Search

Written by \`SEARCH_BENCH=${asked} npm run bench -- search\` on Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the end: other work on the machine makes all of it slower, so that only figures of one run are to be compared.

Paragraphs of 60 words, their frequencies as in texts (Zipf), a third of them English stop words and the others made up, 40 paragraphs an article; questions of six words of some paragraph; 20 hits. Build, and then load with everything else, each in a fresh process; load is from the file to the first answer; memory is what the process takes more then, beside the texts. Pilcrow's times include reading the best 20 paragraphs again. MiniSearch with stems, beginnings and typing errors; FlexSearch, lunr and FTS5 with stems; all but FTS5 without stop words, FlexSearch's stems kept as Pilcrow keeps its own. MiniSearch and lunr are not measured on a million paragraphs; an engine that fails is left out.

${table(rows)}
`

/** Other benchmarks have sections of their own. */
const writePage = async (rows: readonly Row[]): Promise<void> => {
  const file = join(root, 'docs', 'benchmarks.md')
  const sections = (await readFile(file, 'utf8')).split(/\n(?=## )/)
  await writeFile(file, sections.map((each) => (each.startsWith('## Search\n') ? section(rows) : each)).join('\n'))
}

test('search', { timeout: 2 * LONGEST }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-search-'))
  const rows: Row[] = []
  try {
    for (const paragraphs of sizes) {
      for (const [name, { most }] of Object.entries(engines)) {
        if (paragraphs > most) continue
        const file = join(folder, 'index')
        try {
          const built = await measure<Built>(name, 'build', `${paragraphs}`, file)
          const used = await measure<Used>(name, 'use', `${paragraphs}`, file)
          rows.push({ name, paragraphs, ...built, ...used })
        } catch (failure) {
          // What one cannot do, as for lack of memory, does not take away what the others did.
          process.stderr.write(`${name}, ${paragraphs} paragraphs: ${failure}\n`)
        }
        await rm(file, { force: true })
      }
      if (asked) await writePage(rows)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  process.stdout.write(`\n${table(rows)}\n`)
})
