import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Runs `writer.ts`; where `lines` is given, kills it once it has said so many. Gives all it said, and its exit code. */
const write = async (name: string, count: number, lines = Number.POSITIVE_INFINITY) => {
  const script = join(import.meta.dirname, 'writer.ts')
  const child = spawn(process.execPath, [script, folder, name, `${count}`], { stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (said.length === lines) child.kill('SIGKILL')
  }
  const [code] = await closed
  return { said, code }
}

const expectWhole = () => {
  const database = new DatabaseSync(join(folder, 'pilcrow.db'))
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  database.close()
}

/** That all a writer was told of is there. */
const expectKept = async (name: string, said: readonly string[]) => {
  const of = (word: string) =>
    said.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
  const store = await openSqlite({ folder })
  for (const id of of('saved')) expect((await store.answer(id))?.question, id).toMatch(new RegExp(`^(?:${id} )+$`))
  for (const id of of('linked')) expect((await store.answerByMessage(id))?.id).toBe(id)
  const [removed, replaced] = [new Set(of('removed')), new Set(of('replaced'))]
  for (const id of of('added')) {
    const found = await store.articleRecord(id)
    // The last one may have been removed, or replaced, without its process having lived to say so.
    const isLast = id === of('added').at(-1)
    if (removed.has(id)) expect(found, id).toBeUndefined()
    else if (!isLast || found) {
      const text = found?.article.paragraphs[0]?.text
      if (!isLast || replaced.has(id))
        expect(text, id).toMatch(replaced.has(id) ? / anew$/ : new RegExp(`^(?:${id} )+$`))
      expect(await store.articleVersion(id, found?.article.head.hash ?? '')).toStrictEqual(found?.article)
    }
  }
  for (const id of of('forgot')) expect(await store.answer(id)).toBeUndefined()
  expect((await store.settings(name)).hourlyLimit).toBeGreaterThanOrEqual(Number(of('changed').at(-1) ?? 0))
  // At most the one write that was under way when it was killed; each call came to seven tokens.
  const { day } = await store.spent({ kind: 'server', id: name }, 1)
  expect(day.tokens - 7 * of('settled').length).toBeOneOf([0, 7])
  expect(day.micros).toBe(day.tokens)
  expect((await store.kept(name)).answers - of('saved').length).toBeOneOf([0, 1])
  await store.close()
}

/** In the suite a sample; `KILL_ROUNDS=100 npm test -- test/store/processes.test.ts` is the whole. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 20)

test('a process killed while it writes loses nothing that was acknowledged', { timeout: 600_000 }, async () => {
  const rounds = Array.from({ length: ROUNDS }, (_, index) => index)
  const told = new Map<string, readonly string[]>()
  for (const round of rounds) {
    const { said, code } = await write(`round${round}`, 100_000, 2 + (round % 40) * 13)
    expect(code).toBeNull()
    expect(said.length).toBeGreaterThanOrEqual(2 + (round % 40) * 13)
    told.set(`round${round}`, said)
    // In every other round the next process meets what this one left behind, before anybody has put it in order.
    if (ROUNDS < 100 && round % 2 === 0) continue
    expectWhole()
    await expectKept(`round${round}`, said)
  }
  for (const [name, said] of told) await expectKept(name, said)
  expectWhole()
})

test('a process killed while it makes the database leaves none, or a whole one', { timeout: 60_000 }, async () => {
  for (let round = 0; round < 8; round += 1) {
    const { code } = await write('writer', 100_000, 1)
    expect(code).toBeNull()
    if ((await readdir(folder)).includes('pilcrow.db')) expectWhole()
    const store = await openSqlite({ folder })
    await store.close()
    await rm(join(folder, 'pilcrow.db'))
  }
})

test('processes that start and write at once on a new folder lose nothing', { timeout: 60_000 }, async () => {
  const names = ['one', 'two', 'three']
  const writers = await Promise.all(names.map((name) => write(name, 150)))
  expect(writers.map(({ code, said }) => [code, said.at(-1)])).toEqual(names.map(() => [0, 'closed']))
  for (const [index, name] of names.entries()) await expectKept(name, writers[index]?.said ?? [])
  const store = await openSqlite({ folder })
  expect((await store.settings('all')).hourlyLimit).toBe(450)
  for (const name of names) expect(await store.kept(name)).toEqual({ answers: 150, feedback: 0 })
  await store.close()
  expectWhole()
})
