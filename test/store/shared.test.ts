import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readShared } from '../../src/store/shared.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { articleRecord, roomy } from './samples.ts'
import { versions } from './versions.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('everybody’s added articles, under their titles: no server’s, and none of the folder', async () => {
  const store = await openSqlite({ folder })
  const shared = articleRecord('b', ['Deux.'])
  await store.addArticle(shared, roomy)
  await store.addArticle(articleRecord('1/a', ['Un.']), roomy)
  await store.addArticle(
    articleRecord('c', ['Trois.'], { origin: { kind: 'folder', stamp: '1', path: 'c.txt' } }),
    roomy,
  )
  expect(readShared(folder)).toStrictEqual([shared.article])
  await store.renameArticle('b', 'Autre')
  expect(readShared(folder).map(({ head }) => head.title)).toEqual(['Autre'])
  await store.close()
})

test.each(
  versions.map((sql, index) => [index + 1, sql] as const),
)('of version %i, which stays as it is', async (_, sql) => {
  const file = join(folder, 'pilcrow.db')
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
  const before = await readFile(file)
  expect(readShared(folder)).toEqual([])
  expect(await readFile(file)).toEqual(before)
})

test('what is no database is told as such', async () => {
  await writeFile(join(folder, 'pilcrow.db'), 'This is a diary.\n'.repeat(500))
  const damaged = expect.objectContaining({
    code: 'unusable_database',
    facts: expect.objectContaining({ reason: 'damaged' }),
  })
  expect(() => readShared(folder)).toThrow(damaged)
  await mkdir(join(folder, 'empty'))
  expect(() => readShared(join(folder, 'empty'))).toThrow(expect.objectContaining({ code: 'unusable_database' }))
})
