import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Migration, migrate, migrations, version } from '../../src/store/migrations.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { answered } from './samples.ts'
import { versions } from './versions.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-'))
  file = join(folder, 'pilcrow.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const within = <T>(work: (database: DatabaseSync) => T): T => {
  const database = new DatabaseSync(file)
  try {
    return work(database)
  } finally {
    database.close()
  }
}

/** Tables and indexes, white space aside. */
const schema = (database: DatabaseSync) =>
  database
    .prepare('SELECT name, sql FROM sqlite_schema ORDER BY name')
    .all()
    .map(({ name, sql }) => [name, String(sql).replace(/\s+/g, ' ').replace(/\( /g, '(').replace(/ \)/g, ')')])

describe('a database of an earlier version', () => {
  test('is known for each of them', () => {
    expect(versions.length).toBe(migrations.length)
  })

  test.each(versions.map((sql, index) => [index + 1, sql] as const))('%i has all it had', async (number, sql) => {
    within((database) => {
      database.exec(sql)
      expect(version(database)).toBe(number)
    })
    const store = await openSqlite({ folder })
    const first = await store.answerByMessage('m1')
    expect(first).toMatchObject({
      id: 'first',
      asker: 'me',
      server: 'server',
      private: false,
      after: undefined,
      at: 1_000,
    })
    expect(first?.answer).toMatchObject({ kind: answered.kind, claims: [{ text: 'Vingt-six mètres.' }] })
    expect((await store.turns('second', 9)).map(({ question }) => question)).toEqual([
      'Quelle hauteur ?',
      "Et l'autre ?",
    ])
    expect((await store.latestInChannel('thread'))?.id).toBe('first')
    expect(await store.feedback('first')).toEqual({ up: 0, down: 1 })
    expect(await store.settings('server')).toEqual({
      channels: ['c1'],
      roles: [],
      adminRoles: [],
      curators: [],
      questionChannels: ['c2'],
      defaultArticles: { c1: 'le-phare' },
      locale: 'en',
      privateByDefault: true,
      hourlyLimit: 7,
      serverHourlyLimit: 0,
      dailyTokens: 0,
      monthlyTokens: 0,
      dailyMicros: 0,
      monthlyMicros: 0,
      keepUnanswered: false,
    })
    expect(await store.commandHash('global')).toBe('abc')
    // What those answers cite is known, and every server that anything is kept of.
    await store.serversPresent(['server'], 9_000)
    expect(await store.serversLeftBefore(9_001)).toEqual(number >= 4 ? ['gone'] : [])
    if (number >= 4) {
      expect((await store.articleVersion('le-phare', 'aa'))?.paragraphs[2]?.text).toBe('Le phare a vingt-six mètres.')
      expect(await store.articleRecord('le-phare')).toMatchObject({
        article: { head: { title: 'Le grand phare', hash: 'bb' }, paragraphs: [{ number: 1 }] },
        addedAt: 10,
        changedAt: 20,
      })
      expect(await store.pruneVersions()).toBe(0)
    }
    const admission = store.admit({ member: 'me', server: 'server', at: 1_001 }, { limit: 1, windowMs: 10 })
    expect(await admission).toEqual({ admitted: false, whose: 'member', againAt: 1_010 })
    await store.close()
    within((database) => {
      const cited = database.prepare('SELECT answer, article, hash FROM citations ORDER BY answer').all()
      expect(cited).toMatchObject([1, 2].map((answer) => ({ answer, article: 'le-phare', hash: 'aa' })))
      const servers = database.prepare('SELECT server FROM servers WHERE left_at IS NULL').all()
      expect(servers).toMatchObject([{ server: 'server' }])
      const fresh = new DatabaseSync(':memory:')
      migrate(fresh)
      expect(schema(database)).toEqual(schema(fresh))
      expect(version(database)).toBe(migrations.length)
      expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    })
  })
})

describe('the steps', () => {
  const one: Migration = { name: 'one', sql: 'CREATE TABLE t (a); INSERT INTO t VALUES (1)' }
  const two: Migration = { name: 'two', sql: 'ALTER TABLE t ADD COLUMN b DEFAULT 2; UPDATE t SET a = a + 1' }
  const rows = (database: DatabaseSync) =>
    database
      .prepare('SELECT * FROM t')
      .all()
      .map((row) => ({ ...row }))

  test('are run once each, in order, from wherever a database stands', () => {
    within((database) => {
      expect(version(database, [one])).toBe(0)
      migrate(database, [one])
      migrate(database, [one])
      expect(rows(database)).toEqual([{ a: 1 }])
      migrate(database, [one, two])
      migrate(database, [one, two])
      expect(rows(database)).toEqual([{ a: 2, b: 2 }])
      expect(version(database, [one, two])).toBe(2)
    })
  })

  test('one that fails leaves no trace, and those before it stay', () => {
    const broken: Migration = {
      name: 'broken',
      sql: 'INSERT INTO t VALUES (9, 9); CREATE TABLE u (a); SELECT nonsense',
    }
    within((database) => {
      expect(() => migrate(database, [one, two, broken])).toThrow('nonsense')
      expect(version(database, [one, two])).toBe(2)
      expect(rows(database)).toEqual([{ a: 2, b: 2 }])
      migrate(database, [one, two, { name: 'mended', sql: 'CREATE TABLE u (a)' }])
      expect(database.prepare('SELECT * FROM u').all()).toEqual([])
    })
  })

  test('a later version’s database is refused', () => {
    within((database) => {
      migrate(database, [one, two])
      for (const refusing of [() => version(database, [one]), () => migrate(database, [one])])
        expect(refusing).toThrow(
          expect.objectContaining({ code: 'newer_database', facts: { file, found: 2, known: 1 } }),
        )
      expect(rows(database)).toEqual([{ a: 2, b: 2 }])
    })
  })

  test('a database that ran other steps, or is none of ours, is refused', () => {
    const foreign = expect.objectContaining({ code: 'unusable_database', facts: { file, reason: 'foreign' } })
    within((database) => {
      migrate(database, [one, two])
      expect(() => migrate(database, [two, one, two])).toThrow(foreign)
      database.exec('PRAGMA application_id = 0')
      expect(() => migrate(database, [one, two])).toThrow(foreign)
      expect(rows(database)).toEqual([{ a: 2, b: 2 }])
    })
  })
})
