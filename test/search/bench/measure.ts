/** One engine on one collection, in a process of its own: `build` or `use`, paragraphs, file. Prints one JSON object. */
import { statSync } from 'node:fs'
import { engines } from './engines.ts'
import { generate } from './generated.ts'

/** Until V8 has compiled what is run often: a bot answers for weeks. */
const WARM_UP = 600
const SEARCHES = 300

const [name = '', phase, count, file = ''] = process.argv.slice(2)
const engine = engines[name]
if (!engine) throw new Error(`no engine ${name}`)
const collection = generate(Number(count))

const quantile = (times: readonly number[], part: number): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * part) - 1] ?? Number.NaN

const timed = (search: (number: number) => void): { readonly p50: number; readonly p95: number } => {
  const times = Array.from({ length: WARM_UP + SEARCHES }, (_, number) => {
    const start = performance.now()
    search(number)
    return performance.now() - start
  }).slice(WARM_UP)
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) }
}

const megabytes = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().rss / 2 ** 20
}

if (phase === 'build') {
  const start = performance.now()
  const save = engine.build(collection, file)
  const built = performance.now()
  await save()
  process.stdout.write(
    JSON.stringify({ build: built - start, save: performance.now() - built, bytes: statSync(file).size }),
  )
} else {
  const questions = Array.from({ length: WARM_UP + SEARCHES }, (_, number) => collection.question(number))
  const before = megabytes()
  const start = performance.now()
  const search = await engine.load(collection, file)
  search(questions[0] ?? '')
  const load = performance.now() - start
  const memory = megabytes() - before
  const all = timed((number) => search(questions[number] ?? ''))
  const one =
    engine.add && timed((number) => search(questions[number] ?? '', (number * 7) % collection.articles.length))
  const adding = performance.now()
  engine.add?.()
  const add = performance.now() - adding
  process.stdout.write(JSON.stringify({ load, memory, ...all, ...(one && { article: one.p95, add }) }))
}
