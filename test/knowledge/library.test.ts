import { expect, test } from 'vitest'
import { createLibrary } from '../../src/knowledge/library.ts'
import type { PassageIndex } from '../../src/search/passage-index.ts'
import type { Article } from '../../src/types.ts'

const article = (id: string, title: string): Article => {
  const head = { id, title, language: 'fr', hash: '0' }
  return { head, paragraphs: [{ article: head, number: 1, text: title }] }
}

/** Holds what it was given, and says what is searched. */
const fakeIndex = (): PassageIndex & { readonly held: Map<string, Article> } => {
  const held = new Map<string, Article>()
  return {
    held,
    add: (each) => {
      if (held.has(each.head.id)) throw new Error('added twice')
      if (each.head.id === 'broken') throw new Error('cannot be added')
      held.set(each.head.id, each)
    },
    remove: (id) => {
      if (!held.delete(id)) throw new Error('not there')
    },
    search: ({ text }) => ({
      passages: [...held.values()].flatMap(({ paragraphs }) =>
        paragraphs.filter((each) => each.text === text).map((paragraph) => ({ paragraph, score: 1 })),
      ),
      coverage: 1,
      informative: 1,
    }),
  }
}

const ids = (articles: readonly Article[]): readonly string[] => articles.map(({ head }) => head.id)

test('articles are in order of title, whatever its case and accents', () => {
  const library = createLibrary(fakeIndex())
  for (const [id, title] of [
    ['c', 'Zèbre'],
    ['a', 'Été'],
    ['d', 'eau'],
    ['b', 'Été'],
    ['e', 'Fin'],
  ] as const)
    library.add(article(id, title))
  expect(ids(library.articles())).toEqual(['d', 'a', 'b', 'e', 'c'])
})
test('list and index hold the same', () => {
  const index = fakeIndex()
  const library = createLibrary(index)
  library.add(article('a', 'Un'))
  library.add(article('b', 'Deux'))
  library.add(article('a', 'Trois'))
  expect(library.article('a')?.head.title).toBe('Trois')
  expect(ids(library.articles())).toEqual(['b', 'a'])
  library.remove('b')
  library.remove('unknown')
  expect(ids(library.articles())).toEqual(['a'])
  expect(library.article('b')).toBeUndefined()
  expect(ids([...index.held.values()])).toEqual(['a'])
})
test('what the index refuses is not listed', () => {
  const library = createLibrary(fakeIndex())
  expect(() => library.add(article('broken', 'Un'))).toThrow()
  expect(library.articles()).toEqual([])
  expect(library.article('broken')).toBeUndefined()
})
test('a list once given does not change', () => {
  const library = createLibrary(fakeIndex())
  library.add(article('a', 'Un'))
  const before = library.articles()
  library.add(article('b', 'Deux'))
  expect(ids(before)).toEqual(['a'])
})
test('searches the index', () => {
  const library = createLibrary(fakeIndex())
  library.add(article('a', 'Un'))
  const { passages } = library.search({ text: 'Un', language: 'fr', scope: 'all', limit: 3 })
  expect(passages.map(({ paragraph }) => paragraph.article.id)).toEqual(['a'])
})
