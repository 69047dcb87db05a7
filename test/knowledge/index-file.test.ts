import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dropIndex, keepIndex, loadIndex, readAhead } from '../../src/knowledge/index-file.ts'
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
  await dropIndex(folder)
  await mkdir(file())
  await load()
  await rm(file(), { recursive: true })
  // A right checksum over what V8 did not write.
  const body = Buffer.from('no value of V8')
  const head = Buffer.from(whole.subarray(0, '¶index\n'.length + 1 + 12))
  head.writeUInt32LE(body.length, head.length - 8)
  head.writeUInt32LE(crc32(body, body.length), head.length - 4)
  await writeFile(file(), Buffer.concat([head, body]))
  await load()
  expect(told).toEqual(['damaged', 'foreign', 'damaged', 'damaged'])
})

const words = Array.from({ length: 400 }, (_, at) => `mot${at}`)
const long = article(
  'long',
  words.map((word, at) => `Le ${word} suit le gardien ${words[at - 1] ?? ''}.`),
)

test('a file whose postings turn out damaged when they are asked for is told of, and what it held read anew', async () => {
  const { index } = await found([lighthouse, long], '')
  await keepIndex(folder, index)
  const whole = await readFile(file())
  whole[whole.length - 3] = (whole[whole.length - 3] ?? 0) ^ 1
  await writeFile(file(), whole)
  const told: string[] = []
  const damaged = await loadIndex(folder, (because) => told.push(because))
  const library = createLibrary(damaged)
  for (const each of [lighthouse, long, bakery]) library.add(each)
  library.remove('bakery')
  expect(told).toEqual([])
  const ask = (text: string) =>
    library.search({ text, language: 'fr', scope: library.for(undefined).articles(), limit: 2 }).passages
  const once = ask('gardien du phare')
  expect(told).toEqual(['damaged'])
  expect(once[0]?.paragraph.article.id).toBe('phare')
  expect(ask('mot399')[0]?.paragraph.article.id).toBe('long')
  expect(ask('Marlow')).toEqual([])
  expect(told).toEqual(['damaged'])
  // What is kept of it now is sound.
  await keepIndex(folder, damaged)
  expect((await found([lighthouse, long], 'gardien du phare')).ids[0]).toBe('phare')
})

test('a file that is replaced or gone is still read by who opened it', async () => {
  const { index } = await found([lighthouse, long], '')
  await keepIndex(folder, index)
  const told: string[] = []
  const reader = await loadIndex(folder, (because) => told.push(because))
  for (const each of [lighthouse, long]) reader.add(each)
  await keepIndex(folder, (await found([secret], '')).index)
  await dropIndex(folder)
  const { passages } = reader.search({ text: 'gardien du phare', language: 'fr', scope: 'all', limit: 1 })
  expect(passages[0]?.paragraph.article.id).toBe('phare')
  expect(told).toEqual([])
})

test.each([
  ['no file', async () => {}],
  ['text', () => writeFile(file(), 'This is a diary.\n'.repeat(50))],
  ['a file cut off', async () => writeFile(file(), (await readFile(file())).subarray(0, 60))],
  [
    'a folder in its place',
    async () => {
      await rm(file(), { force: true })
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

test('what a start has not read yet is read ahead, and a search finds all of it whenever it comes', async () => {
  const words: Readonly<Record<number, string>> = { 3: 'Xylopharion', 4: 'Brimborion', 5: 'Quincaille', 29: 'Mirliton' }
  const many = Array.from({ length: 30 }, (_, at) => article(`a${at}`, [`Le mot ${words[at] ?? 'commun'} est ici.`]))
  const index = await loadIndex(folder)
  const library = createLibrary(index)
  const ask = (text: string): string | undefined =>
    library.search({ text, language: 'fr', limit: 1, scope: library.for(undefined).articles() }).passages[0]?.paragraph
      .article.id
  for (const each of many) library.add(each)
  const { signal } = new AbortController()
  const ahead = readAhead(index, signal)
  expect(ask('Mirliton')).toBe('a29')
  await ahead
  expect(index.readOn(1)).toBe(false)

  library.add(article('late', ['Le mot Turlupin se trouve là.']))
  library.remove('a3')
  library.add(article('a4', ['Le mot Zygomorphe le remplace.']))
  await readAhead(index, AbortSignal.abort())
  expect(index.readOn(1)).toBe(true)
  await readAhead(index, signal)
  const asked = ['Turlupin', 'Xylopharion', 'Brimborion', 'Zygomorphe', 'Quincaille'].map(ask)
  expect(asked).toEqual(['late', undefined, undefined, 'a4', 'a5'])
})

test('a file that a killed process left half-written goes; one that another is writing stays', async () => {
  const [old, fresh] = [join(folder, 'index.bin.11.part'), join(folder, 'index.bin.12.part')]
  await writeFile(old, 'half')
  await utimes(old, 1, 1)
  await writeFile(fresh, 'half')
  const { index } = await found([secret], '')
  expect(await readdir(folder)).toEqual(['index.bin.12.part'])
  await keepIndex(folder, index)
  expect((await readdir(folder)).sort()).toEqual(['index.bin', 'index.bin.12.part'])
})

test('where it cannot be kept nothing half-written stays', async () => {
  const { index } = await found([secret], '')
  await mkdir(join(file(), 'in its place'), { recursive: true })
  await expect(keepIndex(folder, index)).rejects.toThrow()
  expect(await readdir(folder)).toEqual(['index.bin'])
})
