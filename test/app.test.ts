/** What the bot is made of, over restarts: articles, versions, answers and the index in a data folder on the disk. */
import { mkdir, mkdtemp, readdir, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type BotApp, open, openBot } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { createLog } from '../src/log.ts'
import { DAY } from '../src/store/retention.ts'
import { record } from './store/samples.ts'

let folder = ''
let knowledge = ''
let data = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
  knowledge = join(folder, 'knowledge')
  data = join(folder, 'data')
  await mkdir(knowledge)
})
afterEach(() => rm(folder, { recursive: true }))

const { signal } = new AbortController()
const log = createLog({ level: 'error', secrets: [], stream: process.stderr })
const start = () => openBot(readConfig({}), { data, knowledge, withModel: false, log, signal })

const shelf = { server: '1', by: 'ada' }
const text = 'La fonderie\n\nLa fonderie de Grandval est dirigée par Odile Marchetti depuis 1998, dit la mairie.\n'
const prose = (what: string): string =>
  `Le pont de ${what} sera fermé pendant deux semaines, a annoncé lundi le maire.\n`
const question = 'Qui dirige la fonderie de Grandval ?'

const asked = (app: BotApp, server: string, words = question) =>
  app
    .engineFor({ payer: { kind: 'server', id: server } })
    .ask({ text: words, locale: 'fr', scope: app.libraries.for(server).articles(), history: [] }, signal)

const ids = (app: BotApp, server: string | undefined) =>
  app.libraries
    .for(server)
    .articles()
    .map(({ head }) => head.id)

test('what was added, answered and cited is there again, in its server alone', async () => {
  await writeFile(join(knowledge, 'pont.txt'), prose('Namur'))
  const first = await start()
  const { article } = await first.intake.add(shelf, { kind: 'text', text }, signal)
  const answer = await asked(first, '1')
  expect(answer.kind).toBe('answered')
  const place = { asker: 'ada', server: '1', channel: '3', private: false, after: undefined, at: Date.now() }
  const id = first.archive.newId()
  await first.archive.save({ id, question, ...place, answer })
  const from = { kind: 'text', text: text.replace('Odile Marchetti', 'Paul Ney') } as const
  await first.intake.refresh(shelf, article.head.id, signal, { from })
  // A process that is killed has not closed: the next one finds it as it was.
  const second = await start()
  expect(ids(second, '1')).toEqual([article.head.id, 'pont'])
  expect(ids(second, '2')).toEqual(['pont'])
  expect((await second.archive.find(id))?.answer?.claims).toEqual(answer.claims)
  expect(JSON.stringify(await asked(second, '1'))).toContain('Paul Ney')
  expect(JSON.stringify(await asked(second, '2'))).not.toMatch(/Paul Ney|Marchetti/)
  await first.close()
  await second.close()
})

test('the folder as it is now, without a restart and over one', async () => {
  await writeFile(join(knowledge, 'pont.txt'), prose('Namur'))
  const first = await start()
  await writeFile(join(knowledge, 'gare.txt'), prose('Dinant'))
  await expect.poll(() => ids(first, '1'), { timeout: 15_000 }).toEqual(['gare', 'pont'])
  await expect.poll(() => readdir(data), { timeout: 15_000 }).toContain('index.bin')
  await first.close()
  await unlink(join(knowledge, 'pont.txt'))
  const second = await start()
  expect(ids(second, '1')).toEqual(['gare'])
  expect(JSON.stringify(await asked(second, '1', 'Quel pont sera fermé à Dinant ?'))).toContain('Dinant')
  await second.close()
}, 60_000)

test('gives back what the start took, once, when the index has been kept', async () => {
  const collect = vi.fn()
  vi.stubGlobal('gc', collect)
  const indexed = async () => (await stat(join(data, 'index.bin'))).mtimeMs
  await writeFile(join(knowledge, 'pont.txt'), prose('Namur'))
  const bot = await start()
  expect(collect).not.toHaveBeenCalled()
  await expect.poll(() => collect.mock.calls.length, { timeout: 15_000 }).toBe(1)
  const before = await indexed()
  await writeFile(join(knowledge, 'gare.txt'), prose('Dinant'))
  await expect.poll(indexed, { timeout: 15_000 }).toBeGreaterThan(before)
  await bot.close()
  vi.unstubAllGlobals()
  expect(collect).toHaveBeenCalledTimes(1)
}, 60_000)

test('what has been kept for its time goes at the start', async () => {
  const first = await start()
  for (const days of [29, 31]) await first.store.saveAnswer(record({ id: `${days}`, at: Date.now() - days * DAY }))
  await first.close()
  const second = await start()
  await expect.poll(() => second.store.answer('31'), { timeout: 5_000 }).toBeUndefined()
  expect((await second.store.answer('29'))?.id).toBe('29')
  await second.close()
})

test('the terminal answers from what was added for everybody, and not from a server’s', async () => {
  await writeFile(join(knowledge, 'pont.txt'), prose('Namur'))
  const bot = await start()
  await bot.intake.add(shelf, { kind: 'text', text }, signal)
  await bot.intake.add({ server: undefined, by: undefined }, { kind: 'text', text: prose('Huy'), title: 'Huy' }, signal)
  await bot.close()
  const { library } = await open(readConfig({}), { data, knowledge, withModel: false, log, signal })
  expect(library.articles().map(({ head }) => head.id)).toEqual(['huy', 'pont'])
})
