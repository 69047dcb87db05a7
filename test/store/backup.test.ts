import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backupSqlite } from '../../src/store/backup.ts'
import { migrate, migrations } from '../../src/store/migrations.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { articleRecord, record, roomy } from './samples.ts'

let folder: string
let data: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
  data = join(folder, 'data')
  file = join(folder, 'copy.db')
})
afterEach(() => rm(folder, { recursive: true }))

const failure = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) })

/** The copy in the place of a database. */
const restored = async () => {
  const other = await mkdtemp(join(folder, 'restored-'))
  await writeFile(join(other, 'pilcrow.db'), await readFile(file))
  return openSqlite({ folder: other })
}

describe('a backup', () => {
  test('holds all that was there, in one file for this user alone, and can be put in the database’s place', async () => {
    const store = await openSqlite({ folder: data })
    await store.saveAnswer(record({ id: 'a' }))
    await store.addArticle(articleRecord('1/a'), roomy)
    await backupSqlite(data, file)
    await store.saveAnswer(record({ id: 'b' }))
    await store.close()
    expect((await readdir(folder)).sort()).toEqual(['copy.db', 'data'])
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600')
    const copy = await restored()
    expect(await copy.answer('a')).toStrictEqual(record({ id: 'a' }))
    expect(await copy.answer('b')).toBeUndefined()
    expect(await copy.articleRecord('1/a')).toStrictEqual(articleRecord('1/a'))
    await copy.close()
  })

  test('is whole while another process writes, which goes on', { timeout: 60_000 }, async () => {
    const script = join(import.meta.dirname, 'writer.ts')
    const child = spawn(process.execPath, [script, data, 'writer', '100000'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const closed = once(child, 'close')
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    const lines = () => said.split('\n').slice(0, -1)
    try {
      await expect.poll(() => lines().length, { timeout: 20_000 }).toBeGreaterThan(200)
      for (let round = 0; round < 3; round += 1) {
        const before = lines()
        await backupSqlite(data, file)
        const database = new DatabaseSync(file, { readOnly: true })
        expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
        expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
        database.close()
        const copy = await restored()
        for (const line of before.filter((each) => each.startsWith('saved ')).slice(-20))
          expect((await copy.answer(line.slice('saved '.length)))?.asker).toBe('writer')
        await copy.close()
        await rm(file)
        await wait(20)
        await expect.poll(() => lines().length, { timeout: 20_000 }).toBeGreaterThan(before.length)
      }
    } finally {
      child.kill('SIGKILL')
      await closed
    }
  })
})

describe('none is made', () => {
  const make = () => backupSqlite(data, file)

  test('where there is no database', async () => {
    await expect(make()).rejects.toThrow(failure('missing_database', { file: join(data, 'pilcrow.db') }))
    expect(await readdir(folder)).toEqual([])
  })

  test('over a file that is there, which stays as it is', async () => {
    await (await openSqlite({ folder: data })).close()
    await writeFile(file, 'dear diary')
    await expect(make()).rejects.toThrow(failure('file_exists', { file }))
    expect(await readFile(file, 'utf8')).toBe('dear diary')
  })

  test('in a folder that is not there', async () => {
    await (await openSqlite({ folder: data })).close()
    file = join(folder, 'none', 'copy.db')
    await expect(make()).rejects.toThrow(failure('unwritable_file', { file }))
  })

  test('of a later version’s database, nor of what is none', async () => {
    await (await openSqlite({ folder: data })).close()
    const database = new DatabaseSync(join(data, 'pilcrow.db'))
    migrate(database, [...migrations, { name: 'to come', sql: 'ALTER TABLE answers ADD COLUMN more TEXT' }])
    database.close()
    await expect(make()).rejects.toThrow(failure('newer_database', { found: migrations.length + 1 }))
    await writeFile(join(data, 'pilcrow.db'), 'This is a diary.\n'.repeat(500))
    await expect(make()).rejects.toThrow(failure('unusable_database', { reason: 'damaged' }))
    expect(await readdir(folder)).toEqual(['data'])
  })
})
