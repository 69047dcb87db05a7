import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportArticles, importArticles } from '../../src/knowledge/exchange.ts'
import { textHash } from '../../src/knowledge/read.ts'
import type { ArticleRecord, Origin } from '../../src/store/article-contract.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Article } from '../../src/types.ts'
import { articleRecord, roomy } from '../store/samples.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
  file = join(folder, 'articles.jsonl')
})
afterEach(() => rm(folder, { recursive: true }))

const shared = { server: undefined, by: undefined }
const of = (server: string) => ({ server, by: undefined })

/** With the hash that its text has. */
const hashed = (record: ArticleRecord): ArticleRecord => {
  const head = { ...record.article.head, hash: textHash(record.article.paragraphs) }
  const article: Article = { head, paragraphs: record.article.paragraphs.map((each) => ({ ...each, article: head })) }
  return { ...record, article }
}
const url: Origin = { kind: 'url', url: 'https://example.org/' }
const records = [
  hashed(articleRecord('1/a', ['Un.\u2028Deux « 😀 ».', 'Trois\n quatre.'], { origin: url, changedAt: 2_000 })),
  hashed(articleRecord('1/b', ['Cinq.'])),
]

const failure = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) })

const filled = async () => {
  const store = await openSqlite('memory')
  for (const each of records) await store.addArticle(each, roomy)
  await store.addArticle(hashed(articleRecord('2/a', ['Six.'])), roomy)
  await store.addArticle(
    hashed(articleRecord('f', ['Sept.'], { origin: { kind: 'folder', path: 'f.txt', stamp: '1' } })),
    roomy,
  )
  return store
}

test('what is exported from one shelf is imported to another, as it was', async () => {
  const store = await filled()
  expect(await exportArticles(store, of('1'), file)).toBe(2)
  expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600')
  const lines = (await readFile(file, 'utf8')).split('\n')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toBe('{"pilcrow":"articles","version":1}')
  // Neither whose they were, nor who added them.
  expect(lines.join()).not.toMatch(/"id":"1\/|admin/)

  const other = await openSqlite('memory')
  expect(await importArticles(other, shared, file)).toEqual({ added: 2, already: 0 })
  expect(await importArticles(other, shared, file)).toEqual({ added: 0, already: 2 })
  expect(await importArticles(other, of('9'), file)).toEqual({ added: 0, already: 2 })
  for (const { article, ...rest } of records) {
    const id = article.head.id.slice(2)
    const found = await other.articleRecord(id)
    expect(found?.article.head).toEqual({ ...article.head, id })
    expect(found?.article.paragraphs.map(({ text }) => text)).toEqual(article.paragraphs.map(({ text }) => text))
    expect(found).toMatchObject({ ...rest, by: undefined })
  }
  const again = join(folder, 'again.jsonl')
  await exportArticles(other, shared, again)
  expect(await readFile(again, 'utf8')).toBe(await readFile(file, 'utf8'))
})

test('nothing of the folder is exported, and no file is written over', async () => {
  const store = await filled()
  expect(await exportArticles(store, shared, file)).toBe(0)
  const whole = await readFile(file, 'utf8')
  await expect(exportArticles(store, of('1'), file)).rejects.toThrow(failure('file_exists', { file }))
  expect(await readFile(file, 'utf8')).toBe(whole)
  expect(await readdir(folder)).toEqual([basename(file)])
  const nowhere = join(folder, 'none', 'a.jsonl')
  await expect(exportArticles(store, shared, nowhere)).rejects.toThrow(failure('unwritable_file', { file: nowhere }))
})

describe('a file that is no export adds nothing', () => {
  const line = (change: (line: Record<string, unknown> & { article: Article }) => unknown) => (whole: string) => {
    const [first = '', second = '', ...rest] = whole.split('\n')
    return [first, JSON.stringify(change(JSON.parse(second))), ...rest].join('\n')
  }
  test.each<[string, (whole: string) => string, number]>([
    ['empty', () => '', 1],
    ['text', () => 'Dear diary\n', 1],
    ['of a later version', (whole) => whole.replace('"version":1', '"version":2'), 1],
    ['without its first line', (whole) => whole.slice(whole.indexOf('\n') + 1), 1],
    ['cut off', (whole) => whole.slice(0, -20), 3],
    ['with an empty line', (whole) => whole.replace('\n', '\n\n'), 2],
    ['a text that was changed', line((each) => JSON.parse(JSON.stringify(each).replace('Deux', 'Trois'))), 2],
    [
      'an id of another server',
      line((each) => ({ ...each, article: { ...each.article, head: { ...each.article.head, id: '2/a' } } })),
      2,
    ],
    ['no origin', line(({ origin, ...rest }) => rest), 2],
    ['a time that is none', line((each) => ({ ...each, addedAt: 'today' })), 2],
  ])('%s', async (_, spoil, at) => {
    const store = await filled()
    await exportArticles(store, of('1'), file)
    await writeFile(file, spoil(await readFile(file, 'utf8')))
    const other = await openSqlite('memory')
    await expect(importArticles(other, shared, file)).rejects.toThrow(failure('bad_export', { file, line: at }))
    expect(await other.catalogue()).toEqual([])
  })

  test('one that is not there', async () => {
    const store = await openSqlite('memory')
    await expect(importArticles(store, shared, file)).rejects.toThrow(failure('unreadable_file', { file }))
  })
})

test('another machine’s path is no path of this one, nor its folder this one’s', async () => {
  const store = await openSqlite('memory')
  await store.addArticle(hashed(articleRecord('a', ['Un.'], { origin: { kind: 'file', path: '/etc/passwd' } })), roomy)
  await exportArticles(store, shared, file)
  await writeFile(file, (await readFile(file, 'utf8')).replace('"kind":"file"', '"kind":"folder"'))
  const other = await openSqlite('memory')
  await importArticles(other, shared, file)
  expect((await other.articleRecord('a'))?.origin).toEqual({ kind: 'attachment', name: 'passwd' })
})
