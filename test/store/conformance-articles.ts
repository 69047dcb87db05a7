/** What every engine must do with articles: keep them and the versions that answers cite, within limits, each once. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Origin } from '../../src/store/article-contract.ts'
import type { Store } from '../../src/store/contract.ts'
import type { StoredAnswer } from '../../src/types.ts'
import { article } from '../fakes/articles.ts'
import { answered, articleRecord, notFound, record, roomy, summary } from './samples.ts'

/** An answer that cites the first paragraph of an article. */
const citing = (of: { readonly id: string; readonly hash: string }): StoredAnswer => {
  const place = { article: of.id, hash: of.hash, paragraph: 1 }
  const claims = [{ text: 'Oui.', citations: [{ ...place, start: 0, end: 4 }] }]
  return { ...answered, kind: 'answered', claims, passages: [] }
}

export const articles = (current: () => Store): void => {
  let store: Store
  beforeEach(() => {
    store = current()
  })
  const ids = async () => (await store.catalogue()).map(({ id }) => id)

  describe('articles', () => {
    const full = article('1/plein', ['Un.\u2028Deux 😀', 'e\u0301'], {
      title: 'L’été « à » Zürich',
      language: 'fr-CH',
      source: 'La Gazette',
      url: 'https://example.org/a?b=c#d',
      author: 'Zoé',
      published: '2026-11-24',
      credit: 'Photo',
    })
    const headed = {
      ...full,
      paragraphs: full.paragraphs.map((each, index) => (index === 0 ? each : { ...each, heading: 'Plus loin' })),
    }

    test.each<Origin>([
      { kind: 'folder', path: 'été/plein.txt', stamp: '1' },
      { kind: 'url', url: 'https://example.org/a?b=c#d' },
      { kind: 'file', path: '/home/ada/plein.txt' },
      { kind: 'attachment', name: '../plein.txt' },
      { kind: 'text' },
    ])('one from %j comes back as it was', async (origin) => {
      const saved = { article: headed, origin, by: undefined, addedAt: 5, changedAt: 7 }
      expect(await store.addArticle(saved, roomy)).toEqual({ kind: 'added' })
      const found = await store.articleRecord('1/plein')
      expect(found).toStrictEqual(saved)
      // One object for the head, as everywhere.
      expect(found?.article.paragraphs.every((each) => each.article === found.article.head)).toBe(true)
      expect(await store.articleVersion('1/plein', full.head.hash)).toStrictEqual(headed)
    })

    test('what is not there is undefined, or false', async () => {
      await store.addArticle(articleRecord('1/a'), roomy)
      for (const id of ['', 'a', '1', '1/', '1/A', '2/a', '%', "' OR ''='"]) {
        expect(await store.articleRecord(id)).toBeUndefined()
        expect(await store.articleVersion(id, articleRecord('1/a').article.head.hash)).toBeUndefined()
        expect(await store.renameArticle(id, 'x')).toBe(false)
        expect(await store.removeArticle(id)).toBe(false)
        expect(await store.replaceArticle(article(id, ['x']), 1, roomy)).toEqual({ kind: 'gone' })
      }
      expect(await store.articleVersion('1/a', 'other')).toBeUndefined()
      expect(await ids()).toEqual(['1/a'])
    })

    test('what could not be read back is refused', async () => {
      const broken = articleRecord('a')
      const head = { ...broken.article.head, title: 7 as unknown as string }
      await expect(store.addArticle({ ...broken, article: { ...broken.article, head } }, roomy)).rejects.toThrow()
      expect(await ids()).toEqual([])
    })

    test('an id is given once', async () => {
      await store.addArticle(articleRecord('a'), roomy)
      expect(await store.addArticle(articleRecord('a', ['Autre.']), roomy)).toEqual({ kind: 'taken' })
      expect((await store.articleRecord('a'))?.article.paragraphs[0]?.text).toBe('Un phare, dit a.')
    })

    test('the same text, or the same url, is there already: in the server, or for everybody', async () => {
      const text = ['Le même texte.']
      const url = { kind: 'url', url: 'https://example.org/' } as const
      await store.addArticle(articleRecord('1/a', text), roomy)
      await store.addArticle(articleRecord('1/b', ['b'], { origin: url }), roomy)
      expect(await store.addArticle(articleRecord('1/c', text), roomy)).toEqual({ kind: 'already', id: '1/a' })
      const sameUrl = articleRecord('1/c', ['c'], { origin: url })
      expect(await store.addArticle(sameUrl, roomy)).toEqual({ kind: 'already', id: '1/b' })
      // What another server has is nobody else's affair.
      expect(await store.addArticle(articleRecord('2/a', text), roomy)).toEqual({ kind: 'added' })
      expect(await store.addArticle(articleRecord('a', text), roomy)).toEqual({ kind: 'added' })
      expect(await store.addArticle(articleRecord('3/a', text), roomy)).toEqual({ kind: 'already', id: 'a' })
      expect(await store.addArticle(articleRecord('1/d', text), roomy)).toEqual({ kind: 'already', id: '1/a' })
      // What lies in the folder twice is the operator's affair.
      const folder = articleRecord('b', text, { origin: { kind: 'folder', path: 'b.txt', stamp: '1' } })
      expect(await store.addArticle(folder, roomy)).toEqual({ kind: 'added' })
    })

    test('of many who add the same at once, one does', async () => {
      const adding = Array.from({ length: 20 }, (_, index) =>
        store.addArticle(articleRecord(`1/a${index}`, ['x']), roomy),
      )
      const kinds = (await Promise.all(adding)).map(({ kind }) => kind)
      expect(kinds.filter((kind) => kind === 'added')).toHaveLength(1)
      expect(kinds.filter((kind) => kind === 'already')).toHaveLength(19)
      expect(await ids()).toHaveLength(1)
    })

    test('each shelf holds no more than its limits, whatever the others hold', async () => {
      const limits = { articles: 2, paragraphs: 5, characters: 20 }
      await store.addArticle(articleRecord('1/a', ['a', 'b', 'c', 'd']), limits)
      const add = (id: string, texts: readonly string[]) => store.addArticle(articleRecord(id, texts), limits)
      expect(await add('1/b', ['e', 'f'])).toEqual({ kind: 'full', of: 'paragraphs', limit: 5 })
      expect(await add('1/b', ['x'.repeat(17)])).toEqual({ kind: 'full', of: 'characters', limit: 20 })
      expect(await add('1/b', ['x'.repeat(16)])).toEqual({ kind: 'added' })
      expect(await add('1/c', ['y'])).toEqual({ kind: 'full', of: 'articles', limit: 2 })
      expect(await add('2/c', ['y'])).toEqual({ kind: 'added' })
      expect(await add('c', ['z'])).toEqual({ kind: 'added' })
      // A new version counts in place of the one before it.
      const replace = (texts: readonly string[]) => store.replaceArticle(article('1/b', texts), 9, limits)
      expect(await replace(['w'.repeat(17)])).toEqual({ kind: 'full', of: 'characters', limit: 20 })
      expect(await replace(['w'.repeat(15)])).toEqual({ kind: 'replaced' })
      expect((await store.articleRecord('1/b'))?.article.paragraphs[0]?.text).toBe('w'.repeat(15))
    })

    test('a removed one is gone with all of its versions, or stays where it has changed since', async () => {
      const first = articleRecord('1/a', ['un'])
      await store.addArticle(first, roomy)
      await store.replaceArticle(article('1/a', ['deux']), 5, roomy)
      const key = { article: '1/a', hash: article('1/a', ['deux']).head.hash, signature: 'short' }
      await store.saveSummary(key, summary, 6)
      expect(await store.removeArticle('1/a', first.article.head.hash)).toBe(false)
      expect(await store.removeArticle('1/a', article('1/a', ['deux']).head.hash)).toBe(true)
      expect(await store.articleVersion('1/a', first.article.head.hash)).toBeUndefined()
      expect(await store.summary(key)).toBeUndefined()
      expect(await store.removeArticle('1/a')).toBe(false)
      // Its id, its text and its room are free again.
      expect(await store.addArticle(first, { ...roomy, articles: 1 })).toEqual({ kind: 'added' })
    })

    test('a renamed one has its new title in every version, also after a refresh', async () => {
      const first = articleRecord('a', ['un'])
      await store.addArticle(first, roomy)
      expect(await store.renameArticle('a', 'Autrement')).toBe(true)
      const next = article('a', ['deux'], { title: 'Tel que publié' })
      await store.replaceArticle(next, 5, roomy)
      expect((await store.articleRecord('a'))?.article.head.title).toBe('Autrement')
      expect((await store.articleVersion('a', first.article.head.hash))?.head.title).toBe('Autrement')
    })
  })

  describe('versions', () => {
    const first = articleRecord('a', ['un'])
    const { head } = first.article
    const second = article('a', ['deux'], { title: 'Le deuxième' })

    test('the present one is the last, and the others are kept', async () => {
      await store.addArticle(first, roomy)
      expect(await store.replaceArticle(second, 9, roomy)).toEqual({ kind: 'replaced' })
      expect(await store.articleRecord('a')).toStrictEqual({ ...first, article: second, changedAt: 9 })
      expect(await store.articleVersion('a', head.hash)).toStrictEqual(first.article)
      await store.replaceArticle(first.article, 11, roomy)
      expect(await store.articleRecord('a')).toStrictEqual({ ...first, changedAt: 11 })
      expect(await store.articleVersion('a', second.head.hash)).toStrictEqual(second)
    })

    test('one of the same text is no new one: what is said of it changes', async () => {
      await store.addArticle(first, roomy)
      const same = article('a', ['un'], { title: 'Un autre titre' })
      await store.replaceArticle(same, 9, roomy)
      expect(await store.articleRecord('a')).toStrictEqual({ ...first, article: same })
    })

    test('those that no answer cites are pruned', async () => {
      await store.addArticle(first, roomy)
      await store.addArticle(
        articleRecord('b', ['un'], { origin: { kind: 'folder', path: 'b.txt', stamp: '1' } }),
        roomy,
      )
      await store.replaceArticle(second, 9, roomy)
      await store.saveAnswer(record({ id: 'cites b', answer: citing({ id: 'b', hash: head.hash }) }))
      expect(await store.pruneVersions()).toBe(1)
      expect(await store.articleVersion('a', head.hash)).toBeUndefined()
      expect(await store.articleVersion('a', second.head.hash)).toStrictEqual(second)
      expect(await store.articleVersion('b', head.hash)).toBeDefined()
      expect(await store.pruneVersions()).toBe(0)
    })

    test.each<[string, StoredAnswer]>([
      ['cites them', citing(head)],
      [
        'only names them as worth reading',
        { ...notFound, kind: 'not_found', nearest: [{ article: 'a', hash: head.hash, paragraph: 1 }] },
      ],
    ])('those that an answer %s stay, until it goes', async (_, answer) => {
      await store.addArticle(first, roomy)
      await store.saveAnswer(record({ id: 'one', answer, at: 10, asker: 'one' }))
      await store.saveAnswer(record({ id: 'two', answer, at: 20, asker: 'two' }))
      await store.replaceArticle(second, 9, roomy)
      await store.deleteBefore(11)
      expect(await store.pruneVersions()).toBe(0)
      await store.forget('two')
      expect(await store.pruneVersions()).toBe(1)
    })

    test('what an answer only considered does not keep any', async () => {
      await store.addArticle(first, roomy)
      const passages = [{ article: 'a', hash: head.hash, paragraph: 1, score: 1 }]
      await store.saveAnswer(record({ id: 'one', answer: { ...citing({ id: 'b', hash: 'x' }), passages } }))
      await store.replaceArticle(second, 9, roomy)
      expect(await store.pruneVersions()).toBe(1)
    })
  })

  describe('the files of the knowledge folder', () => {
    const file = { path: 'sub/a.txt', stamp: '1 200 3' }

    test('are those of its articles, and of no others', async () => {
      await store.addArticle(articleRecord('a', ['Un.'], { origin: { kind: 'folder', ...file } }), roomy)
      await store.addArticle(articleRecord('b', ['Deux.'], { origin: { kind: 'file', path: '/b.txt' } }), roomy)
      await store.addArticle(articleRecord('1/c', ['Trois.']), roomy)
      expect(await store.folderFiles()).toEqual(new Map([['a', file]]))
    })

    test('another place or look of one is no change of its article', async () => {
      await store.addArticle(articleRecord('a', ['Un.'], { origin: { kind: 'folder', ...file } }), roomy)
      await store.addArticle(articleRecord('b', ['Deux.']), roomy)
      const [revision, before, other] = [
        await store.articlesRevision(),
        await store.articleRecord('a'),
        await store.articleRecord('b'),
      ]
      const moved = { path: 'été.txt', stamp: '' }
      for (const id of ['a', 'b', 'gone']) await store.placeFolderArticle(id, moved)
      expect(await store.folderFiles()).toEqual(new Map([['a', moved]]))
      expect(await store.articleRecord('a')).toEqual({ ...before, origin: { kind: 'folder', ...moved } })
      expect(await store.articleRecord('b')).toEqual(other)
      expect(await store.articlesRevision()).toBe(revision)
    })
  })

  describe('the revision', () => {
    test('grows with every change, and says which articles changed', async () => {
      const seen: number[] = [await store.articlesRevision()]
      const changed = async (work: Promise<unknown>) => {
        await work
        seen.push(await store.articlesRevision())
        expect(seen.at(-1)).toBeGreaterThan(seen.at(-2) ?? 0)
      }
      await changed(store.addArticle(articleRecord('b'), roomy))
      await changed(store.addArticle(articleRecord('a'), roomy))
      const [a, b] = await store.catalogue()
      expect([a, b]).toEqual([
        { id: 'a', revision: seen[2] },
        { id: 'b', revision: seen[1] },
      ])
      await changed(store.renameArticle('b', 'x'))
      await changed(store.replaceArticle(article('b', ['y']), 5, roomy))
      expect(await store.catalogue()).toEqual([a, { id: 'b', revision: seen[4] }])
      expect(await store.changesSince(0)).toEqual({ changed: await store.catalogue(), count: 2, revision: seen[4] })
      const since = await store.changesSince(seen[2] ?? 0)
      expect(since).toEqual({ changed: [{ id: 'b', revision: seen[4] }], count: 2, revision: seen[4] })
      await changed(store.removeArticle('b'))
      expect(await store.catalogue()).toEqual([a])
      expect(await store.changesSince(seen[4] ?? 0)).toEqual({ changed: [], count: 1, revision: seen[5] })
    })
  })
}
