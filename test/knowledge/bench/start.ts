/** A process that opens a bot's library, adds to it and asks it, and says what that took: `library.bench.ts` runs it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { openBot } from '../../../src/app.ts'
import { readConfig } from '../../../src/config.ts'
// What a bot has in memory beside its library.
import '../../../src/discord/bot.ts'
import type { Holdings } from '../../../src/knowledge/library.ts'
import { createLog } from '../../../src/log.ts'
import { paragraphs } from './made-up.ts'

const [data = '', knowledge = '', server = ''] = process.argv.slice(2)
const log = createLog({ level: 'warn', secrets: [], stream: process.stderr })
const { signal } = new AbortController()

const app = await openBot(readConfig({}), { data, knowledge, withModel: false, log, signal })
const ready = performance.now()
/** CPU milliseconds: what it takes on a machine that others use too. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e3
}
const readyCpu = cpu()
const library = app.libraries.for(server)
const articles = library.articles().length

// As the engine has them; a face has no search.
const search = (text: string) =>
  (app.libraries as Holdings).search({ text, language: 'fr', limit: 3, scope: library.articles() })
const started = process.cpuUsage()
const asked = performance.now()
search('Quand le ministre est-il arrivé ?')
/** Reads what the index lacked at the start, unless that has been done meanwhile. */
const question = performance.now() - asked
const questionCpu = (process.cpuUsage(started).user + process.cpuUsage(started).system) / 1e3

// What reading loads the first time is no part of adding one more.
const warm = await app.intake.add(
  { server, by: 'ada' },
  { kind: 'text', text: `Un début\n\n${paragraphs(3).join('\n\n')}` },
  signal,
)
await app.intake.remove({ server, by: 'ada' }, warm.article.head.id)

const rare = 'Xylopharion'
const text = `Un titre\n\n${[...paragraphs(30), `Le ${rare} est arrivé hier soir.`].join('\n\n')}`
const before = performance.now()
const beforeCpu = cpu()
const { article } = await app.intake.add({ server, by: 'ada' }, { kind: 'text', text }, signal)
const ranking = search(`Quand le ${rare} est-il arrivé ?`)
const searchable = performance.now() - before
const searchableCpu = cpu() - beforeCpu
if (ranking.passages[0]?.paragraph.article.id !== article.head.id) throw new Error('not found')

const long = `Un long titre\n\n${paragraphs(167).join('\n\n')}`
const start = performance.now()
const startCpu = cpu()
const { article: added } = await app.intake.add({ server, by: 'ada' }, { kind: 'text', text: long }, signal)
const adding = performance.now() - start
const addingCpu = cpu() - startCpu
await app.intake.remove({ server, by: 'ada' }, added.head.id)
await app.intake.remove({ server, by: 'ada' }, article.head.id)
// By then the index has been kept, as it is a moment after a start.
await sleep(3_000)
const { rss } = process.memoryUsage()
const peak = process.resourceUsage().maxRSS * 1_024
await app.close()
const figures = { articles, ready, readyCpu, question, questionCpu, searchable, searchableCpu, adding, addingCpu }
process.stdout.write(
  `${JSON.stringify({ ...figures, megabytes: rss / 1e6, peak: peak / 1e6 }, (_, value) => (typeof value === 'number' ? Math.round(value) : value))}\n`,
)
