import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dropIndex, keepIndex, loadIndex } from '../../src/knowledge/index-file.ts'
import { createLibrary } from '../../src/knowledge/library.ts'
import { article, bakery, lighthouse } from '../fakes/articles.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
})
afterEach(() => rm(folder, { recursive: true }))

const file = () => join(folder, 'index.bin')
const secret = article('secret', ['Le mot Xylopharion ne se trouve nulle part ailleurs.'])

const found = async (articles: readonly (typeof lighthouse)[], text: string) => {
  const index = await loadIndex(folder)
  const library = createLibrary(index)
  for (const each of articles) library.add(each)
  const scope = library.for(undefined).articles()
  const { passages } = library.search({ text, language: 'fr', scope, limit: 3 })
  return { index, library, ids: [...new Set(passages.map(({ paragraph }) => paragraph.article.id))] }
}

test('what was kept is found again, and what changed since is read anew', async () => {
  const { index } = await found([lighthouse, secret], '')
  await keepIndex(folder, index)
  expect(((await stat(file())).mode & 0o777).toString(8)).toBe('600')
  expect(await readdir(folder)).toEqual(['index.bin'])
  expect((await found([lighthouse, secret], 'gardien du phare')).ids).toEqual(['phare'])
  expect((await found([lighthouse, bakery], 'gardien Xylopharion Marlow')).ids).toEqual(
    expect.arrayContaining(['phare', 'bakery']),
  )
  expect((await found([lighthouse], 'Xylopharion')).ids).toEqual([])
  const changed = article('secret', ['Le mot Zygomorphe le remplace.'])
  expect((await found([changed], 'Xylopharion')).ids).toEqual([])
  expect((await found([changed], 'Zygomorphe')).ids).toEqual(['secret'])
})

test('the words of what was removed are no longer in the file', async () => {
  const { index, library } = await found([lighthouse, secret], '')
  await keepIndex(folder, index)
  expect((await readFile(file())).includes('xylopharion')).toBe(true)
  library.remove('secret')
  await keepIndex(folder, index)
  expect((await readFile(file())).includes('xylopharion')).toBe(false)
  await dropIndex(folder)
  await dropIndex(folder)
  expect(await readdir(folder)).toEqual([])
})

test('why a file cannot be used is told; that there is none is not', async () => {
  const told: string[] = []
  const load = () => loadIndex(folder, (because) => told.push(because))
  await load()
  expect(told).toEqual([])
  const { index } = await found([secret], '')
  await keepIndex(folder, index)
  await load()
  expect(told).toEqual([])
  const whole = await readFile(file())
  await writeFile(file(), whole.subarray(0, whole.length - 8))
  await load()
  await writeFile(file(), 'This is a diary.\n'.repeat(50))
  await load()
  expect(told).toEqual(['damaged', 'foreign'])
})

test.each([
  ['no file', async () => {}],
  ['text', () => writeFile(file(), 'This is a diary.\n'.repeat(50))],
  ['a file cut off', async () => writeFile(file(), (await readFile(file())).subarray(0, 60))],
  [
    'a folder in its place',
    async () => {
      await rm(file(), { force: true })
      const { mkdir } = await import('node:fs/promises')
      await mkdir(file())
    },
  ],
])('%s is as good as none: everything is read anew', async (_, spoil) => {
  const { index } = await found([secret], '')
  await keepIndex(folder, index)
  if (_ === 'no file') await dropIndex(folder)
  await spoil()
  expect((await found([lighthouse], 'gardien du phare')).ids).toEqual(['phare'])
})
