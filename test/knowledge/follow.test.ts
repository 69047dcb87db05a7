/** The knowledge folder while the bot runs: real files that are written, replaced, torn and removed. */
import { appendFile, mkdir, mkdtemp, rename, rm, unlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../src/failures.ts'
import { followFolder } from '../../src/knowledge/folder.ts'
import { createLook, startFollowing } from '../../src/knowledge/following.ts'
import { keepFolder, knownFiles } from '../../src/knowledge/keep-folder.ts'
import { createLibrary } from '../../src/knowledge/library.ts'
import { createMirror } from '../../src/knowledge/mirror.ts'
import { createPassageIndex } from '../../src/search/passage-index.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { answered, articleRecord, record, roomy } from '../store/samples.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const signal = new AbortController().signal
const prose = (what: string): string =>
  `Le pont de ${what} sera fermé pendant deux semaines, a annoncé lundi le maire.\n`
const write = (name: string, what: string) => writeFile(join(folder, name), prose(what))

const start = async () => {
  const store = await openSqlite('memory')
  const libraries = createLibrary(createPassageIndex(), store.articleVersion)
  const mirror = createMirror(store, libraries, () => {})
  const following = followFolder(folder)
  const log: (readonly [event: string, facts: Readonly<Record<string, unknown>>])[] = []
  const note = (event: string, facts: Readonly<Record<string, unknown>>) => void log.push([event, facts])
  const first = await following.read(signal)
  const problems = [...first.problems, ...(await keepFolder(first, store, 1))]
  await mirror.follow()
  let kept = 0
  const keep = async () => {
    kept += 1
  }
  const ports = { folder: following, store, mirror, now: () => 2, keep, log: { info: note, warn: note } }
  const look = createLook(ports, problems)
  const library = libraries.for(undefined)
  return {
    ...{ store, libraries, mirror, log, ports, problems, kept: () => kept },
    /** So many looks, one after the other. */
    look: async (times: number) => {
      for (let time = 0; time < times; time += 1) await look(signal)
    },
    texts: () =>
      library
        .articles()
        .map(({ head, paragraphs }) => `${head.id}: ${paragraphs[0]?.text.split(' ')[3]}`)
        .sort(),
    warnings: () =>
      log.filter(([event]) => event !== 'articles changed').map(([event, { problem }]) => [event, problem]),
  }
}

describe('what changes in the folder', () => {
  test('a new file, a changed one, one that goes: each without a restart, once it looks the same twice', async () => {
    await write('a.txt', 'Namur')
    const { look, texts } = await start()
    expect(texts()).toEqual(['a: Namur'])
    await write('b.txt', 'Dinant')
    await look(1)
    expect(texts()).toEqual(['a: Namur'])
    await look(1)
    expect(texts()).toEqual(['a: Namur', 'b: Dinant'])
    await write('a.txt', 'Liège')
    await look(2)
    expect(texts()).toEqual(['a: Liège', 'b: Dinant'])
    await unlink(join(folder, 'a.txt'))
    await look(1)
    expect(texts()).toEqual(['a: Liège', 'b: Dinant'])
    await look(1)
    expect(texts()).toEqual(['b: Dinant'])
  })

  test('a file that is being written is read when it is whole', async () => {
    const { look, texts, warnings } = await start()
    const file = join(folder, 'a.txt')
    await writeFile(file, 'Le pont de Na')
    for (const part of ['mur sera', ' fermé pendant deux', ' semaines, a annoncé', ' lundi le maire.\n']) {
      await look(1)
      expect(texts()).toEqual([])
      await appendFile(file, part)
    }
    await look(2)
    expect(texts()).toEqual(['a: Namur'])
    expect(warnings()).toEqual([])
  })

  test('an editor puts a new file in the old one’s place: never without the article, and only once anew', async () => {
    await write('a.txt', 'Namur')
    const { look, texts, log } = await start()
    await rename(join(folder, 'a.txt'), join(folder, 'a.txt~'))
    await look(1)
    expect(texts()).toEqual(['a: Namur'])
    await write('.a.txt.swp', 'Liège')
    await rename(join(folder, '.a.txt.swp'), join(folder, 'a.txt'))
    await look(3)
    expect(texts()).toEqual(['a: Liège'])
    expect(log.filter(([event]) => event === 'articles changed')).toHaveLength(1)
  })

  test('a file whose content becomes no text keeps the article that it held; that is told once', async () => {
    await write('a.txt', 'Namur')
    await write('b.txt', 'Dinant')
    const { look, texts, warnings } = await start()
    await writeFile(join(folder, 'a.txt'), new Uint8Array([0, 1, 2, 3, 0, 0, 255]))
    await look(2)
    await write('b.txt', 'Huy')
    await look(3)
    expect(texts()).toEqual(['a: Namur', 'b: Huy'])
    expect(warnings()).toEqual([['article not read', expect.objectContaining({ code: 'binary_file' })]])
    await write('a.txt', 'Liège')
    await look(2)
    expect(texts()).toEqual(['a: Liège', 'b: Huy'])
  })

  test('a folder that is gone for a while loses nothing; that is told once', async () => {
    await write('a.txt', 'Namur')
    const { look, texts, warnings, store, kept } = await start()
    await rename(folder, `${folder}-away`)
    await look(4)
    expect(texts()).toEqual(['a: Namur'])
    expect(kept()).toBe(1)
    // What another process writes is taken over meanwhile.
    await store.addArticle(articleRecord('m', [prose('Mons').trim()]), roomy)
    await look(1)
    expect(texts()).toEqual(['a: Namur', 'm: Mons'])
    await store.removeArticle('m')
    expect(warnings().map(([event]) => event)).toEqual(['articles not followed'])
    await rename(`${folder}-away`, folder)
    await write('b.txt', 'Dinant')
    await look(2)
    expect(texts()).toEqual(['a: Namur', 'b: Dinant'])
  })

  test('of two files with one id the second comes up when the first goes', async () => {
    await write('a.txt', 'Namur')
    await mkdir(join(folder, 'sub'))
    await writeFile(join(folder, 'sub', 'a.txt'), prose('Dinant'))
    const { look, texts, problems } = await start()
    expect(problems.map(({ code }) => code)).toEqual(['duplicate_article'])
    expect(texts()).toEqual(['a: Namur'])
    await unlink(join(folder, 'a.txt'))
    await look(2)
    expect(texts()).toEqual(['a: Dinant'])
  })

  test('a file that is moved within the folder stays what it was', async () => {
    await write('a.txt', 'Namur')
    const { look, texts, store } = await start()
    await mkdir(join(folder, 'sub'))
    await rename(join(folder, 'a.txt'), join(folder, 'sub', 'a.txt'))
    await look(3)
    expect(texts()).toEqual(['a: Namur'])
    expect(await store.articleRecord('a')).toMatchObject({ addedAt: 1 })
  })

  test('a file whose article gets another id leaves the former one to nobody', async () => {
    await write('a.txt', 'Namur')
    const { look, texts } = await start()
    await writeFile(join(folder, 'a.txt'), `---\nid: pont\n---\n${prose('Namur')}`)
    await look(2)
    expect(texts()).toEqual(['pont: Namur'])
  })

  test('nothing changed costs no reading, and tells nothing', async () => {
    await write('a.txt', 'Namur')
    const { look, log, store, kept } = await start()
    const revision = await store.articlesRevision()
    await look(5)
    expect(log).toEqual([])
    expect(kept()).toBe(1)
    expect(await store.articlesRevision()).toBe(revision)
  })
})

describe('with the store', () => {
  test('what was cited of a file stays readable after it changed, also over a restart', async () => {
    await write('a.txt', 'Namur')
    const { look, store, libraries } = await start()
    const [before] = libraries.for(undefined).articles()
    if (!before) throw new Error('no article')
    const { id, hash } = before.head
    const claims = [{ text: 'Oui.', citations: [{ article: id, hash, paragraph: 1, start: 0, end: 7 }] }]
    await store.saveAnswer(record({ id: 'x', answer: { ...answered, kind: 'answered', claims } }))
    await write('a.txt', 'Liège')
    await look(2)
    await store.pruneVersions()
    expect(await libraries.for('1').version(id, hash)).toStrictEqual(before)
  })

  test('a start reads only the files that look otherwise than they did', async () => {
    for (const name of ['a', 'b', 'c']) await write(`${name}.txt`, 'Namur')
    const { store } = await start()
    await write('b.txt', 'Liège')
    await utimes(join(folder, 'c.txt'), 1, 1)
    const again = async () => {
      const read = await followFolder(folder, await knownFiles(store)).read(signal)
      return { ids: read.articles.map(({ head }) => head.id), all: [...read.files.keys()].sort(), read }
    }
    const { ids, all, read } = await again()
    expect({ ids, all }).toEqual({ ids: ['b', 'c'], all: ['a', 'b', 'c'] })
    const revision = await store.articlesRevision()
    await keepFolder(read, store, 2)
    expect((await store.articleRecord('b'))?.article.paragraphs[0]?.text).toContain('Liège')
    // The text of the other is what it was.
    expect(await store.articlesRevision()).toBe(revision + 1)
    expect((await again()).ids).toEqual([])
  })

  test('a file that can no longer be read keeps its article over a restart, one that is gone does not', async () => {
    for (const name of ['a', 'b']) await write(`${name}.txt`, 'Namur')
    const { store } = await start()
    await writeFile(join(folder, 'a.txt'), new Uint8Array([0, 1, 2, 3, 0, 0, 255]))
    await unlink(join(folder, 'b.txt'))
    for (let restart = 0; restart < 2; restart += 1) {
      const read = await followFolder(folder, await knownFiles(store)).read(signal)
      expect(read.problems.map(({ code }) => code)).toEqual(['binary_file'])
      await keepFolder(read, store, 2)
      expect((await store.catalogue()).map(({ id }) => id)).toEqual(['a'])
    }
  })

  test('a file comes up once an added article of its id is removed', async () => {
    const { look, texts, store, warnings } = await start()
    await store.addArticle(articleRecord('a', [prose('Mons').trim()]), roomy)
    await write('a.txt', 'Namur')
    await look(3)
    expect(texts()).toEqual(['a: Mons'])
    expect(warnings()).toEqual([['article not read', expect.objectContaining({ code: 'duplicate_article' })]])
    await store.removeArticle('a')
    await look(1)
    expect(texts()).toEqual(['a: Namur'])
  })

  test('what could not be stored is stored the next time', async () => {
    const { ports, problems, texts, store } = await start()
    await write('a.txt', 'Namur')
    let busy = true
    const addArticle: typeof store.addArticle = async (...given) => {
      if (busy) throw new AppError('storage_failed', { reason: 'busy' })
      return store.addArticle(...given)
    }
    const look = createLook({ ...ports, store: { ...store, addArticle } }, problems)
    for (let time = 0; time < 3; time += 1) await look(signal)
    expect(texts()).toEqual([])
    busy = false
    await look(signal)
    expect(texts()).toEqual(['a: Namur'])
  })

  test('what changed while nobody looked is found at the start', async () => {
    for (const name of ['a', 'b', 'c']) await write(`${name}.txt`, 'Namur')
    const { store } = await start()
    await write('a.txt', 'Liège')
    await unlink(join(folder, 'b.txt'))
    await writeFile(join(folder, 'c.txt'), new Uint8Array([0, 1, 2, 3, 0, 0, 255]))
    await keepFolder(await followFolder(folder, await knownFiles(store)).read(signal), store, 9)
    expect((await store.articleRecord('a'))?.article.paragraphs[0]?.text).toContain('Liège')
    expect(await store.articleRecord('b')).toBeUndefined()
    // Not gone, only unreadable for now.
    expect((await store.articleRecord('c'))?.article.paragraphs[0]?.text).toContain('Namur')
  })

  test('an added article keeps its id, and its text, against a file', async () => {
    const { store, look, texts, warnings } = await start()
    await store.addArticle(articleRecord('a', ['Un phare à Ostende.']), roomy)
    await write('a.txt', 'Namur')
    await look(3)
    expect(texts()).toEqual(['a: Ostende.'])
    expect(warnings()).toEqual([['article not read', expect.objectContaining({ code: 'duplicate_article' })]])
  })

  test('what another process adds, and servers’ own articles, are left alone and taken over', async () => {
    await write('a.txt', 'Namur')
    const { store, look, libraries } = await start()
    await store.addArticle(articleRecord('1/own', ['Un phare.']), roomy)
    await store.addArticle(articleRecord('b', ['Deux phares.']), roomy)
    await unlink(join(folder, 'a.txt'))
    await look(2)
    expect(
      libraries
        .for('1')
        .articles()
        .map(({ head }) => head.id),
    ).toEqual(['1/own', 'b'])
  })
})

test('looks again and again until it is told to stop', async () => {
  const { ports, texts } = await start()
  const stop = new AbortController()
  const following = startFollowing(ports, [], stop.signal, 5)
  await write('a.txt', 'Namur')
  await expect.poll(texts, { timeout: 5_000 }).toEqual(['a: Namur'])
  stop.abort()
  await following
})
