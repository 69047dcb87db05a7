import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noCaps } from '../../src/limits.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { noUsage } from '../../src/types.ts'
import { articleRecord, record, roomy } from './samples.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('what is deleted from a file', () => {
  const members = Array.from({ length: 60 }, (_, index) => `member-${(index * 7_919) % 60_000}-${index}-`)

  /** Rows of many sizes and members, written in such an order that SQLite moves them between pages. */
  const crowd = async () => {
    const store = await openSqlite({ folder })
    let seed = 1
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    for (let number = 0; number < 4_000; number += 1) {
      const asker = members[random(members.length)] ?? ''
      const id = `${random(1e9)}-${number}`
      await store.saveAnswer(record({ id, asker, question: `${asker}?`.repeat(1 + random(60)), at: number }))
      await store.admit({ member: asker, server: `${random(3)}`, at: random(5_000) }, { limit: 1e6, windowMs: 1 })
      const member = members[random(members.length)] ?? ''
      await store.saveFeedback({ answer: id, member, verdict: 'up', at: number })
      await store.keepUnanswered({
        server: `${random(9)}`,
        member,
        question: `${member}!`.repeat(1 + random(9)),
        at: number,
      })
      const call = {
        ...{ id, payer: { kind: 'member' as const, id: member }, model: 'small', at: number * 9_000_000, until: 4e10 },
        most: { tokens: 9, micros: 9 },
        sent: { tokens: 1, micros: 1 },
      } as const
      // Some calls are never settled: their process died.
      await store.reserve(call, { own: noCaps, total: noCaps })
      if (random(9) > 0) await store.settle(call, { ...noUsage, calls: 1, inputTokens: number })
    }
    return store
  }

  /** Which of these words the files still hold, anywhere in their bytes. */
  const traces = async (words: readonly string[]) => {
    const files = await Promise.all((await readdir(folder)).map((each) => readFile(join(folder, each))))
    return words.filter((word) => files.some((bytes) => bytes.includes(word)))
  }

  test('leaves no trace of a member in the files', async () => {
    const store = await crowd()
    expect(await traces(members)).toEqual(members)
    const leaving = members.filter((_, index) => index % 3 === 0)
    for (const member of leaving) {
      const { answers, feedback } = await store.forget(member)
      expect(Math.min(answers, feedback)).toBeGreaterThan(0)
      expect(await traces([member])).toEqual([])
    }
    expect(await traces(members)).toEqual(members.filter((member) => !leaving.includes(member)))
    await store.close()
  })

  test('leaves no trace when its time is over', async () => {
    const store = await crowd()
    expect(await store.deleteBefore(4e10)).toBe(4_000)
    expect(await traces(members)).toEqual([])
    await store.close()
  })

  test('is blanked in a file that is too large to be rewritten', async () => {
    await (await openSqlite({ folder })).close()
    const file = join(folder, 'pilcrow.db')
    const database = new DatabaseSync(file)
    // Another's question of 80 MB, as no member can ask.
    database.exec(
      `INSERT INTO answers VALUES (1, 'large', printf('%.*c', 80000000, 'x'), 'other', NULL, 'c', 0, NULL, '', 1)`,
    )
    database.close()
    const store = await openSqlite({ folder })
    await store.saveAnswer(record({ id: 'id', asker: 'the-asker', question: 'the-question' }))
    expect(await traces(['the-asker', 'the-question'])).toHaveLength(2)
    await store.forget('the-asker')
    expect(await traces(['the-asker', 'the-question'])).toEqual([])
    expect((await stat(file)).size).toBeGreaterThan(80_000_000)
    await store.forget('other')
    expect((await stat(file)).size).toBeLessThan(1_000_000)
    await store.close()
  })
})

describe('a server that is deleted', () => {
  const server = 'server-1234567890'

  /** The tables that name it, whatever the column. */
  const naming = (): readonly string[] => {
    const database = new DatabaseSync(join(folder, 'pilcrow.db'))
    try {
      const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
      return tables
        .map(({ name }) => String(name))
        .filter((table) => JSON.stringify(database.prepare(`SELECT * FROM ${table}`).all()).includes(server))
        .sort()
    } finally {
      database.close()
    }
  }

  /** The tables that have a place for a server. */
  const ofServers = (): readonly string[] => {
    const database = new DatabaseSync(join(folder, 'pilcrow.db'))
    try {
      const rows = database
        .prepare(
          `SELECT DISTINCT schema.name FROM sqlite_schema AS schema, pragma_table_info(schema.name) AS info
           WHERE schema.type = 'table' AND info.name IN ('server', 'account')`,
        )
        .all()
      return rows.map(({ name }) => String(name)).sort()
    } finally {
      database.close()
    }
  }

  test('leaves no trace in any table, nor in the files', async () => {
    const store = await openSqlite({ folder })
    const payer = { kind: 'server', id: server } as const
    const nothing = { tokens: 0, micros: 0 }
    const call = { payer, model: 'small', at: 5, until: 9e12, most: nothing, sent: nothing }
    await store.addArticle(articleRecord(`${server}/a`), roomy)
    await store.saveAnswer(record({ id: 'id', server }))
    await store.admit({ member: 'me', server, at: 5 }, { limit: 1, windowMs: 1 })
    await store.changeSettings(server, (present) => present)
    await store.saveCommandHash(`app:${server}`, 'abc')
    await store.serverJoined(server)
    const key = { article: `${server}/a`, hash: 'x', signature: 'y' }
    await store.saveSummary(key, record({ id: 'id' }).answer, 5)
    expect(naming()).toContain('summaries')
    await store.countOutcome({ server, kind: 'answered', by: 'model', at: 5 })
    await store.keepUnanswered({ server, member: 'me', question: 'Qui ?', at: 5 })
    await store.reserve({ ...call, id: 'settled' }, { own: noCaps, total: noCaps })
    await store.settle({ ...call, id: 'settled' }, { ...noUsage, calls: 1, inputTokens: 7 })
    await store.reserve({ ...call, id: 'under way' }, { own: noCaps, total: noCaps })
    for (const table of ofServers()) expect(naming(), table).toContain(table)

    await store.deleteServer(server)
    expect(naming()).toEqual([])
    for (const file of await readdir(folder)) expect((await readFile(join(folder, file))).includes(server)).toBe(false)
    // What was under way ends without bringing it back, and counts for everything.
    await store.settle({ ...call, id: 'under way' }, { ...noUsage, calls: 1, inputTokens: 5 })
    expect(naming()).toEqual([])
    expect((await store.spent('total', 5)).day.tokens).toBe(12)
    await store.close()
  })
})
