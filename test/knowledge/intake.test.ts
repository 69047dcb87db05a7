/** Adding, refreshing, renaming and removing over a real store, a real library and real pages on this machine. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createIntake, serverLimits } from '../../src/knowledge/intake.ts'
import { createLibrary } from '../../src/knowledge/library.ts'
import { createMembership } from '../../src/knowledge/membership.ts'
import { createMirror } from '../../src/knowledge/mirror.ts'
import { createReader } from '../../src/knowledge/reader.ts'
import type { Shelf } from '../../src/ports.ts'
import { createPassageIndex } from '../../src/search/passage-index.ts'
import type { ShelfLimits } from '../../src/store/article-contract.ts'
import type { Store } from '../../src/store/contract.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Article } from '../../src/types.ts'
import { answered, articleRecord, record, roomy } from '../store/samples.ts'

const signal = new AbortController().signal
const operator: Shelf = { server: undefined, by: undefined }
const one: Shelf = { server: '1', by: 'ada' }
const two: Shelf = { server: '2', by: 'bob' }

const first = 'Le phare des Grands-Cardinaux sera rénové en 2027, a annoncé mardi la mairie de Kerlann.'
const second = 'Construit en 1879, il mesure 28 mètres et guide encore 1.200 bateaux de pêche chaque année.'
const text = `Un phare remis à neuf\n\n${first}\n\n${second}\n`
const other = `La boulangerie ouvre\n\nLa boulangerie Hollis ouvrira samedi une deuxième boutique à Marlow, dit sa patronne.\n`

const start = async (given: { readonly store?: Store } = {}) => {
  const store = given.store ?? (await openSqlite('memory'))
  const libraries = createLibrary(createPassageIndex(), store.articleVersion)
  const failed: string[] = []
  const mirror = createMirror(store, libraries, (id) => failed.push(id))
  await mirror.follow()
  let clock = 1_000
  const reader = createReader({ allowHosts: new Set(['127.0.0.1']) })
  const intake = createIntake({ store, libraries, mirror, reader, now: () => clock })
  const found = (server: string | undefined, words: string): readonly string[] => {
    const scope = libraries.for(server).articles()
    const { passages } = libraries.search({ text: words, language: 'fr', scope, limit: 5 })
    return passages.map(({ paragraph }) => paragraph.article.id)
  }
  const ids = (server: string | undefined) =>
    libraries
      .for(server)
      .articles()
      .map(({ head }) => head.id)
  const membership = createMembership(
    store,
    mirror,
    () => clock,
    () => {},
  )
  const tick = (time: number) => {
    clock = time
  }
  return { store, libraries, mirror, intake, membership, found, ids, failed, tick }
}

/** A page on this machine, whose text can be changed. */
const serve = async () => {
  let page: string | undefined = text
  const server = createServer((_, response) => {
    if (page === undefined) return response.writeHead(404).end()
    response.setHeader('content-type', 'text/plain; charset=utf-8')
    return response.end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/phare.txt`
  const change = (to: string | undefined) => {
    page = to
  }
  return { url, change }
}

const failure = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) })

describe('adding', () => {
  test('a text: stored, found at once, in its server alone', async () => {
    const { intake, store, found, ids } = await start()
    const stages: string[] = []
    const { article, already } = await intake.add(one, { kind: 'text', text }, signal, (stage) => stages.push(stage))
    expect(already).toBe(false)
    expect(stages).toEqual(['fetching', 'reading', 'adding'])
    expect(article.head).toMatchObject({
      id: '1/un-phare-remis-a-neuf',
      title: 'Un phare remis à neuf',
      language: 'fr',
    })
    expect(article.paragraphs.map((each) => each.text)).toEqual([first, second])
    expect(article.paragraphs.every((each) => each.article === article.head)).toBe(true)
    expect(await store.articleRecord(article.head.id)).toStrictEqual({
      article,
      origin: { kind: 'text' },
      by: 'ada',
      addedAt: 1_000,
      changedAt: 1_000,
    })
    expect(found('1', 'Combien mesure le phare ?')).toContain(article.head.id)
    expect(found('2', 'Combien mesure le phare ?')).toEqual([])
    expect(ids(undefined)).toEqual([])
  })

  test('a text under a title of its own, in one line', async () => {
    const { intake } = await start()
    const { article } = await intake.add(one, { kind: 'text', text, title: ' Mon\n\u202ephare  ' }, signal)
    expect(article.head).toMatchObject({ id: '1/mon-phare', title: 'Mon phare' })
  })

  test('for everybody, by the operator: every server finds it', async () => {
    const { intake, found } = await start()
    const { article } = await intake.add(operator, { kind: 'text', text }, signal)
    expect(article.head.id).toBe('un-phare-remis-a-neuf')
    for (const server of ['1', '2', undefined]) expect(found(server, 'phare rénové')).toContain(article.head.id)
  })

  test('a page, an attachment, a file', async () => {
    const { intake, store } = await start()
    const { url } = await serve()
    const page = await intake.add(one, { kind: 'url', url: `${url}#haut` }, signal)
    expect((await store.articleRecord(page.article.head.id))?.origin).toEqual({ kind: 'url', url })
    const attached = await intake.add(two, { kind: 'attachment', url, name: 'Mon fichier.txt' }, signal)
    expect(attached.article.head.id).toBe('2/mon-fichier')
    const origin = { kind: 'attachment', name: 'Mon fichier.txt' }
    expect((await store.articleRecord('2/mon-fichier'))?.origin).toEqual(origin)
    const folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'boulangerie.txt'), other)
    const file = await intake.add(operator, { kind: 'file', path: join(folder, 'boulangerie.txt') }, signal)
    expect(file.article.head.id).toBe('boulangerie')
  })

  test('the same again, however it comes, is told and not added', async () => {
    const { intake, ids } = await start()
    const { url, change } = await serve()
    const { article } = await intake.add(one, { kind: 'url', url }, signal)
    expect(await intake.add(one, { kind: 'url', url }, signal)).toEqual({ article, already: true })
    expect(await intake.add(one, { kind: 'text', text }, signal)).toEqual({ article, already: true })
    change(other)
    expect(await intake.add(one, { kind: 'url', url: `${url}#bas` }, signal)).toEqual({ article, already: true })
    expect(ids('1')).toEqual([article.head.id])
    expect((await intake.add(two, { kind: 'text', text }, signal)).already).toBe(false)
  })

  test('two admins at once: one adds it, the other is told', async () => {
    const { intake, ids } = await start()
    const { url } = await serve()
    const results = await Promise.all([
      intake.add(one, { kind: 'url', url }, signal),
      intake.add({ server: '1', by: 'eve' }, { kind: 'url', url }, signal),
      intake.add(one, { kind: 'text', text }, signal),
    ])
    expect(results.map(({ already }) => already).sort()).toEqual([false, true, true])
    expect(new Set(results.map(({ article }) => article)).size).toBe(1)
    expect(ids('1')).toHaveLength(1)
  })

  test('others of its name get a number', async () => {
    const { intake, ids } = await start()
    for (const each of ['Un. Deux trois.', 'Quatre. Cinq six.', 'Sept. Huit neuf.'])
      await intake.add(one, { kind: 'text', text: `${each}\n\n${first} ${each}`, title: 'Le phare' }, signal)
    expect(ids('1')).toEqual(['1/le-phare', '1/le-phare-2', '1/le-phare-3'])
  })

  test('more than a server may hold is refused in words, and nothing is added', async () => {
    const store = await openSqlite('memory')
    const limits: { -readonly [K in keyof ShelfLimits]: number } = { ...roomy, articles: serverLimits.articles }
    for (let index = 0; index < serverLimits.articles; index += 1)
      await store.addArticle(articleRecord(`1/a${index}`), limits)
    const { intake, ids } = await start({ store })
    const adding = intake.add(one, { kind: 'text', text }, signal)
    await expect(adding).rejects.toThrow(failure('library_full', { of: 'articles', limit: serverLimits.articles }))
    expect(ids('1')).toHaveLength(serverLimits.articles)
    await intake.remove(one, '1/a7')
    expect((await intake.add(one, { kind: 'text', text }, signal)).already).toBe(false)
  })

  test.each([
    ['nothing in it', { kind: 'text', text: ' \n\u200b' }, 'empty_file'],
    ['a page that is not there', { kind: 'url', url: 'http://127.0.0.1:1/' }, 'page_unavailable'],
    ['an address inside', { kind: 'url', url: 'http://169.254.169.254/latest' }, 'private_address'],
    ['no address', { kind: 'url', url: 'phare' }, 'bad_url'],
  ] as const)('%s: a failure, and nothing is added', async (_, from, code) => {
    const { intake, ids, store } = await start()
    await expect(intake.add(one, from, signal)).rejects.toThrow(failure(code))
    expect(ids('1')).toEqual([])
    expect(await store.catalogue()).toEqual([])
  })

  test('given up while it is read, nothing is added', async () => {
    const { intake, store } = await start()
    const given = new AbortController()
    const adding = intake.add(one, { kind: 'text', text }, given.signal, (stage) => {
      if (stage === 'reading') given.abort()
    })
    await expect(adding).rejects.toThrow(failure('aborted'))
    expect(await store.catalogue()).toEqual([])
  })
})

describe('undoing, removing, renaming', () => {
  const added = async () => {
    const all = await start()
    const { article } = await all.intake.add(one, { kind: 'text', text }, signal)
    return { ...all, article, id: article.head.id }
  }

  test('an addition is taken back as long as it is what it was', async () => {
    const { intake, ids, article, id } = await added()
    expect(await intake.undo(one, id, 'another text')).toBe(false)
    expect(ids('1')).toEqual([id])
    expect(await intake.undo(one, id, article.head.hash)).toBe(true)
    expect(ids('1')).toEqual([])
    await expect(intake.undo(one, id, article.head.hash)).rejects.toThrow(failure('unknown_article'))
  })

  test('a removed one is found no more, and its text is gone under older answers', async () => {
    const { intake, found, libraries, store, article, id } = await added()
    expect(await intake.remove(one, id)).toStrictEqual(article)
    expect(found('1', 'phare rénové')).toEqual([])
    expect(await libraries.for('1').version(id, article.head.hash)).toBeUndefined()
    expect(await store.articleVersion(id, article.head.hash)).toBeUndefined()
  })

  test('a renamed one is found under its new title, and keeps its id', async () => {
    const { intake, found, id } = await added()
    const renamed = await intake.rename(one, id, '  Kerlann\u0007 et \n son sémaphore ')
    expect(renamed.head).toMatchObject({ id, title: 'Kerlann et son sémaphore' })
    expect(renamed.paragraphs.every((each) => each.article === renamed.head)).toBe(true)
    expect(found('1', 'sémaphore')).toContain(id)
  })

  test('nobody changes another server’s articles, everybody’s, or the folder’s, nor learns of them', async () => {
    const { intake, store, mirror, id } = await added()
    const shared = (await intake.add(operator, { kind: 'text', text: other }, signal)).article.head
    const folder = articleRecord('visite', ['Une visite.'], {
      origin: { kind: 'folder', path: 'sub/visite.md', stamp: '1' },
    })
    await store.addArticle(folder, roomy)
    await mirror.follow()
    const changes = (shelf: Shelf, of: string) => [
      () => intake.remove(shelf, of),
      () => intake.undo(shelf, of, 'x'),
      () => intake.rename(shelf, of, 'x'),
      () => intake.refresh(shelf, of, signal),
    ]
    for (const change of changes(two, id))
      await expect(change()).rejects.toThrow(failure('unknown_article', { id, known: [] }))
    for (const change of changes(one, shared.id))
      await expect(change()).rejects.toThrow(failure('shared_article', { title: shared.title }))
    for (const change of changes(operator, 'visite'))
      await expect(change()).rejects.toThrow(failure('folder_article', { path: 'sub/visite.md' }))
    for (const change of changes(one, 'nulle-part'))
      await expect(change()).rejects.toThrow(failure('unknown_article', { known: ['Un phare remis à neuf'] }))
    // The operator may change any.
    expect((await intake.rename(operator, id, 'Autre')).head.title).toBe('Autre')
  })
})

describe('refreshing', () => {
  test('another text is a new version; the one before it stays for the answers that cite it', async () => {
    const { intake, store, libraries, found, tick } = await start()
    const { url, change } = await serve()
    const { article: before } = await intake.add(one, { kind: 'url', url }, signal)
    const { id, hash } = before.head
    const place = { article: id, hash, paragraph: 2, start: 0, end: 9 }
    const claims = [{ text: 'Oui.', citations: [place] }]
    await store.saveAnswer(record({ id: 'a', answer: { ...answered, kind: 'answered', claims } }))
    expect(await intake.refresh(one, id, signal)).toEqual({ article: before, changed: false })
    change(text.replace('28 mètres', '31 mètres'))
    tick(5_000)
    const { article: after, changed } = await intake.refresh(one, id, signal)
    expect(changed).toBe(true)
    expect(after.head.id).toBe(id)
    expect(after.paragraphs[1]?.text).toContain('31 mètres')
    expect(libraries.for('1').article(id)).toBe(after)
    expect(await store.articleRecord(id)).toMatchObject({ addedAt: 1_000, changedAt: 5_000 })
    expect(found('1', 'phare 31 mètres')).toContain(id)
    expect(await store.pruneVersions()).toBe(0)
    expect(await libraries.for('1').version(id, hash)).toStrictEqual(before)
    expect(await libraries.for('2').version(id, hash)).toBeUndefined()
    // A title that was given outlives the page's own.
    await intake.rename(one, id, 'Le mien')
    change(text)
    expect((await intake.refresh(one, id, signal)).article.head.title).toBe('Le mien')
  })

  test('a page that is gone changes nothing', async () => {
    const { intake, libraries } = await start()
    const { url, change } = await serve()
    const { article } = await intake.add(one, { kind: 'url', url }, signal)
    change(undefined)
    await expect(intake.refresh(one, article.head.id, signal)).rejects.toThrow(failure('page_unavailable'))
    expect(libraries.for('1').article(article.head.id)).toBe(article)
  })

  test('what came from nowhere is read from what is handed over', async () => {
    const { intake } = await start()
    const { article } = await intake.add(one, { kind: 'text', text }, signal)
    const { id, title } = article.head
    await expect(intake.refresh(one, id, signal)).rejects.toThrow(failure('not_refreshable', { title }))
    const from = { kind: 'text', text: text.replace('1879', '1880') } as const
    expect(await intake.refresh(one, id, signal, { from })).toMatchObject({ changed: true, article: { head: { id } } })
  })

  test('an article that is removed meanwhile does not come back', async () => {
    const { intake, ids } = await start()
    const { url } = await serve()
    const { article } = await intake.add(one, { kind: 'url', url }, signal)
    const refreshing = intake.refresh(one, article.head.id, signal, {
      onStage: (stage) => {
        if (stage === 'reading') void intake.remove(one, article.head.id)
      },
    })
    await expect(refreshing).rejects.toThrow(failure('unknown_article'))
    expect(ids('1')).toEqual([])
  })
})

describe('in step with the store', () => {
  const byText = (article: Article | undefined) => article?.paragraphs[0]?.text

  test('what another process writes is taken over, what is gone is dropped', async () => {
    const { store, mirror, libraries, ids } = await start()
    await store.addArticle(articleRecord('1/a', ['Un.']), roomy)
    await store.addArticle(articleRecord('1/b', ['Deux.']), roomy)
    expect(ids('1')).toEqual([])
    expect(await mirror.follow()).toBe(2)
    expect(ids('1')).toEqual(['1/a', '1/b'])
    expect(await mirror.follow()).toBe(0)
    const a = libraries.for('1').article('1/a')
    await store.removeArticle('1/b')
    await store.renameArticle('1/a', 'Titre')
    await store.addArticle(articleRecord('2/c', ['Trois.']), roomy)
    expect(await mirror.follow()).toBe(3)
    expect(ids('1')).toEqual(['1/a'])
    expect(libraries.for('1').article('1/a')).not.toBe(a)
    expect(byText(libraries.for('2').article('2/c'))).toBe('Trois.')
  })

  test('many at once take over each change once, and none before it was written', async () => {
    const { store, mirror, ids } = await start()
    const all = Array.from({ length: 20 }, async (_, index) => {
      await store.addArticle(articleRecord(`1/a${index}`), roomy)
      await mirror.follow()
      expect(ids('1')).toContain(`1/a${index}`)
    })
    await Promise.all(all)
    expect(ids('1')).toHaveLength(20)
  })

  test('a server that is erased is searched no more', async () => {
    const { intake, membership, found, ids } = await start()
    await intake.add(one, { kind: 'text', text }, signal)
    await intake.add(two, { kind: 'text', text }, signal)
    expect(await membership.erase('1')).toEqual({ answers: 0, articles: 1 })
    expect(found('1', 'phare')).toEqual([])
    expect(ids('2')).toHaveLength(1)
  })
})
