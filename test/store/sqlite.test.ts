import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../src/failures.ts'
import { defaultSettings } from '../../src/store/contract.ts'
import { storageFault } from '../../src/store/database.ts'
import { migrate, migrations } from '../../src/store/migrations.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { conformance } from './conformance.ts'
import { record } from './samples.ts'
import { versions } from './versions.ts'

conformance(
  'SQLite in a file',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
    return { open: () => openSqlite({ folder }), dispose: () => rm(folder, { recursive: true }) }
  },
  { shared: true },
)

conformance('SQLite in memory', async () => ({ open: () => openSqlite('memory'), dispose: async () => {} }), {
  shared: false,
})

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
  file = join(folder, 'pilcrow.db')
})
afterEach(() => rm(folder, { recursive: true }))

const failure = (code: string, facts: object) => expect.objectContaining({ name: 'AppError', code, facts })

/** A database with so many answers, closed. */
const filled = async (answers: number) => {
  const store = await openSqlite({ folder })
  for (let number = 0; number < answers; number += 1)
    await store.saveAnswer(record({ id: `${number}`, question: `${number} `.repeat(200) }))
  await store.close()
}

/** Does to the file what the store would not do. */
const tamper = (sql: string) => {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}

describe('the files', () => {
  const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

  test('are made for this user alone', async () => {
    const deep = join(folder, 'some', 'data')
    const store = await openSqlite({ folder: deep })
    await store.saveAnswer(record({ id: 'id' }))
    expect(await mode(join(folder, 'some'))).toBe('700')
    expect(await mode(deep)).toBe('700')
    expect((await readdir(deep)).sort()).toEqual(['pilcrow.db', 'pilcrow.db-shm', 'pilcrow.db-wal'])
    for (const each of await readdir(deep)) expect(await mode(join(deep, each)), each).toBe('600')
    await store.close()
    expect(await readdir(deep)).toEqual(['pilcrow.db'])
  })

  test('keep the modes that somebody gave them', async () => {
    await filled(1)
    await chmod(folder, 0o750)
    await chmod(file, 0o640)
    await filled(0)
    expect(await mode(folder)).toBe('750')
    expect(await mode(file)).toBe('640')
  })
})

describe('a file that is no good', () => {
  const opening = () => openSqlite({ folder })

  test.each([
    ['text', async () => writeFile(file, 'This is a diary.\n'.repeat(500))],
    ['zeros', async () => writeFile(file, Buffer.alloc(8_192))],
    [
      'a page of its schema overwritten',
      async () => {
        await filled(10)
        const bytes = await readFile(file)
        await writeFile(file, bytes.fill(0x5a, 100, 4_096))
      },
    ],
    [
      'its end cut off',
      async () => {
        await filled(100)
        await truncate(file, 6_000)
      },
    ],
  ])('is refused in words and left as it is: %s', async (_, spoil) => {
    await spoil()
    const before = await readFile(file)
    await expect(opening()).rejects.toThrow(failure('unusable_database', { file, reason: 'damaged' }))
    expect(await readFile(file)).toEqual(before)
  })

  test('another program’s database is refused and left as it is', async () => {
    tamper('CREATE TABLE schema_version (version); CREATE TABLE answers (id)')
    const before = await readFile(file)
    await expect(opening()).rejects.toThrow(failure('unusable_database', { file, reason: 'foreign' }))
    expect(await readFile(file)).toEqual(before)
  })

  test('a later version’s database is refused and left as it is', async () => {
    await filled(3)
    const database = new DatabaseSync(file)
    migrate(database, [...migrations, { name: 'to come', sql: 'ALTER TABLE answers ADD COLUMN more TEXT' }])
    database.close()
    const before = await readFile(file)
    const facts = { file, found: migrations.length + 1, known: migrations.length }
    await expect(opening()).rejects.toThrow(failure('newer_database', facts))
    expect(await readFile(file)).toEqual(before)
  })

  test('an empty file becomes a database', async () => {
    await writeFile(file, '')
    const store = await opening()
    await store.saveAnswer(record({ id: 'id' }))
    expect((await store.answer('id'))?.id).toBe('id')
    await store.close()
  })

  test('a file that is locked for a moment is waited for', async () => {
    // Not in WAL mode yet, as when another process is just making it: whoever reads it keeps it from being switched.
    tamper(versions[0] ?? '')
    const other = new DatabaseSync(file)
    other.exec('BEGIN; SELECT * FROM answers')
    setTimeout(() => other.close(), 50)
    const store = await opening()
    expect((await store.answer('first'))?.id).toBe('first')
    await store.close()
  })

  test('a folder in the file’s place', async () => {
    await mkdir(file)
    await expect(opening()).rejects.toThrow(failure('unusable_database', { file, reason: 'denied' }))
  })

  test('a file in the folder’s place', async () => {
    await writeFile(join(folder, 'data'), '')
    for (const place of [join(folder, 'data'), join(folder, 'data', 'deeper')]) {
      const facts = { file: join(place, 'pilcrow.db'), reason: 'denied' }
      await expect(openSqlite({ folder: place })).rejects.toThrow(failure('unusable_database', facts))
    }
  })
})

describe('trouble while running', () => {
  test('pages that were overwritten', async () => {
    await filled(400)
    const bytes = await readFile(file)
    // Behind the pages of the schema, which each table and index has one of.
    await writeFile(file, bytes.fill(0x5a, 64 * 4_096))
    const store = await openSqlite({ folder })
    await expect(store.forget('asker')).rejects.toThrow(failure('storage_failed', { reason: 'damaged' }))
    await store.close()
  })

  test('another program that does not let go', async () => {
    const store = await openSqlite({ folder })
    const other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    const saving = store.saveAnswer(record({ id: 'id' }))
    await expect(saving).rejects.toThrow(failure('storage_failed', { reason: 'busy' }))
    expect(await store.answer('id')).toBeUndefined()
    other.close()
    await store.saveAnswer(record({ id: 'id' }))
    expect((await store.answer('id'))?.id).toBe('id')
    await store.close()
  })

  test('forgetting holds even while another program reads, and is taken out of the file the next time', async () => {
    const store = await openSqlite({ folder })
    await store.saveAnswer(record({ id: 'a', asker: 'asker-one' }))
    await store.saveAnswer(record({ id: 'b', asker: 'asker-two' }))
    const other = new DatabaseSync(file)
    other.exec('BEGIN; SELECT * FROM answers')
    expect(await store.forget('asker-one')).toEqual({ answers: 1, feedback: 0 })
    expect(await store.answer('a')).toBeUndefined()
    other.close()
    expect(await store.forget('asker-two')).toEqual({ answers: 1, feedback: 0 })
    for (const each of await readdir(folder))
      expect((await readFile(join(folder, each))).includes('asker-')).toBe(false)
    await store.close()
  })

  test('a full database, by SQLite’s own error', () => {
    const database = new DatabaseSync(':memory:')
    database.exec('CREATE TABLE t (a); PRAGMA max_page_count = 10')
    const faults = Array.from({ length: 20 }, () => {
      try {
        database.exec('INSERT INTO t VALUES (zeroblob(4096))')
        return 'written'
      } catch (error) {
        return storageFault(error)
      }
    })
    expect(new Set(faults)).toEqual(new Set(['written', 'full']))
  })

  test('a file that may not be written, by SQLite’s own error', async () => {
    await filled(0)
    const database = new DatabaseSync(file, { readOnly: true })
    let fault: unknown
    try {
      database.exec('DELETE FROM answers')
    } catch (error) {
      fault = storageFault(error)
    }
    expect(fault).toBe('denied')
    database.close()
  })

  test.each([
    ['EACCES', 'denied'],
    ['EROFS', 'denied'],
    ['ENOSPC', 'full'],
    ['EIO', 'failed'],
    ['ECONNRESET', undefined],
  ])('the system’s %s is %s', (code, fault) => {
    expect(storageFault(Object.assign(new Error(code), { code }))).toBe(fault)
  })

  test('a mistake of ours is not taken for the file’s', async () => {
    const store = await openSqlite({ folder })
    await store.saveAnswer(record({ id: 'id' }))
    const error: unknown = await store.saveAnswer(record({ id: 'id' })).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(AppError)
    await store.close()
  })

  test.each([
    '{"kind":"answered"}',
    '{}',
    'null',
    '[]',
    '{"kind":"answer',
    '',
  ])('a record that holds %j is a failure, and only that record', async (json) => {
    await filled(2)
    tamper(`UPDATE answers SET answer = '${json}' WHERE id = '1'`)
    const store = await openSqlite({ folder })
    await store.linkMessage({ answer: '1', channel: 'thread', message: 'm' })
    const damaged = failure('damaged_record', { id: '1' })
    await expect(store.answer('1')).rejects.toThrow(damaged)
    await expect(store.answerByMessage('m')).rejects.toThrow(damaged)
    await expect(store.latestInChannel('thread')).rejects.toThrow(damaged)
    await expect(store.turns('1', 5)).rejects.toThrow(damaged)
    expect((await store.answer('0'))?.id).toBe('0')
    expect(await store.forget('asker')).toEqual({ answers: 2, feedback: 0 })
    await store.close()
  })

  test('settings that an earlier version did not know have their defaults', async () => {
    await filled(0)
    tamper(`INSERT INTO settings VALUES ('server', '{"roles":["1"]}'), ('other', '{"channels":["2"]}')`)
    const store = await openSqlite({ folder })
    expect(await store.settings('server')).toEqual({ ...defaultSettings, roles: ['1'] })
    expect(await store.settings('other')).toEqual({ ...defaultSettings, channels: ['2'] })
    await store.close()
  })

  test('settings that cannot be read open nothing that was closed', async () => {
    await filled(0)
    tamper(`INSERT INTO settings VALUES ('server', '{"channels":"1"}')`)
    const store = await openSqlite({ folder })
    const damaged = failure('damaged_record', { id: 'server' })
    await expect(store.settings('server')).rejects.toThrow(damaged)
    await expect(store.changeSettings('server', (present) => present)).rejects.toThrow(damaged)
    await store.close()
  })
})
