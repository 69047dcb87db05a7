import {
  mkdir,
  mkdtemp,
  open as openFile,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dropIndex, keepIndex, loadIndex, readAhead } from '../../src/knowledge/index-file.ts'
import { pack } from '../../src/knowledge/index-format.ts'
import { createLibrary } from '../../src/knowledge/library.ts'
import type { Saved } from '../../src/search/corpus.ts'
import { createPassageIndex, type SavableIndex } from '../../src/search/passage-index.ts'
import { createPostings, merge, postingOf } from '../../src/search/postings.ts'
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
  expect(told).toEqual(['damaged', 'foreign', 'damaged'])
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

/** The same index with words that stand in two million places each, so that the file is read bit by bit. */
const enlarged = ({ entries, postings }: Saved): Buffer => {
  const everywhere = Array.from({ length: 2_500_000 }, (_, at) => postingOf(8 * at, 2))
  const words = ['aa everywhere', 'zz everywhere'].map((word) => [word, everywhere] as const)
  const alive = new Uint8Array(8 * everywhere.length).fill(1)
  return Buffer.concat(pack({ entries, postings: merge([createPostings(new Map(words)), postings], alive) }))
}
const twins = article('twins', ['Le gardien du phare dort.', 'Le gardien du phare veille.', 'Le gardien est parti.'])

describe('a file that is read bit by bit', () => {
  const told: string[] = []
  const open = async (): Promise<SavableIndex> => {
    const index = await loadIndex(folder, (because) => told.push(because))
    index.add(twins)
    index.add(bakery)
    return index
  }
  const numbers = (index: SavableIndex): readonly number[] =>
    index
      .search({ text: 'gardien du phare', language: 'fr', scope: ['twins'], limit: 3 })
      .passages.map(({ paragraph }) => paragraph.number)
  const spoil = async (at: number, length = 1): Promise<void> => {
    const handle = await openFile(file(), 'r+')
    await handle.write(Buffer.alloc(length, 0xaa), 0, length, at)
    await handle.close()
  }
  const order = [2, 1, 3]
  const kept = createPassageIndex()
  kept.add(twins)
  kept.add(bakery)
  const large = enlarged(kept.saved())
  beforeEach(async () => {
    told.length = 0
    await writeFile(file(), large)
  })

  test('answers as one that is read at once', async () => {
    expect(large.length).toBeGreaterThan(4_500_000)
    expect(numbers(await open())).toEqual(order)
    expect(told).toEqual([])
  })

  test('is not used where it is cut off anywhere', async () => {
    for (const length of [large.length - 1, 3_000_000, 30, 0]) {
      await truncate(file(), length)
      expect(numbers(await open())).toEqual(order)
    }
    expect(told).toEqual(['damaged', 'damaged', 'damaged', 'foreign'])
  })

  test('is made anew, which is told once, by the search that meets what was altered', async () => {
    // Between the two fillers, where the words of the articles are.
    await spoil(large.length - 6_000_000, 2_000_000)
    const index = await open()
    expect(told).toEqual([])
    expect(numbers(index)).toEqual(order)
    index.remove('bakery')
    expect(numbers(index)).toEqual(order)
    expect(told).toEqual(['damaged'])
    await keepIndex(folder, index)
    expect((await stat(file())).size).toBeLessThan(5_000)
    expect(numbers(await open())).toEqual(order)
    expect(told).toEqual(['damaged'])
  })

  test('is made anew before it is kept again, also where no search met what was altered', async () => {
    await spoil(large.length - 100_000)
    const index = await open()
    await keepIndex(folder, index)
    expect(told).toEqual(['damaged'])
    expect((await stat(file())).size).toBeLessThan(5_000)
  })

  test('may be replaced or go meanwhile', async () => {
    const index = await open()
    const small = createPassageIndex()
    small.add(lighthouse)
    await keepIndex(folder, small)
    expect(numbers(index)).toEqual(order)
    await dropIndex(folder)
    expect(index.saved().postings.keys.text).toContain('zz everywhere')
    expect(told).toEqual([])
  })

  test('may be written over meanwhile, which is damage', async () => {
    const index = await open()
    await writeFile(file(), 'This is a diary.')
    expect(numbers(index)).toEqual(order)
    expect(told).toEqual(['damaged'])
  })
})
