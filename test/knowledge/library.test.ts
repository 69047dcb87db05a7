import { describe, expect, test } from 'vitest'
import { createLibrary } from '../../src/knowledge/library.ts'
import type { PassageIndex } from '../../src/search/passage-index.ts'
import type { Article } from '../../src/types.ts'
import fc from '../generated.ts'

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
  expect(ids(library.for(undefined).articles())).toEqual(['d', 'a', 'b', 'e', 'c'])
})
test('a list that was looked at before is as one that was not, whatever is added, retitled and removed', () => {
  const step = fc.record({
    server: fc.constantFrom('', '1/', '2/'),
    name: fc.constantFrom('a', 'b', 'c'),
    title: fc.constantFrom('Été', 'ete', 'Zèbre', undefined),
    look: fc.constantFrom(undefined, '1', '2'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const looked = createLibrary(fakeIndex())
      const held = new Map<string, Article>()
      for (const { server, name, title, look } of steps) {
        looked.for(look).articles()
        const id = server + name
        held.delete(id)
        if (title === undefined) looked.remove(id)
        else {
          held.set(id, article(id, title))
          looked.add(article(id, title))
        }
      }
      const fresh = createLibrary(fakeIndex())
      for (const each of held.values()) fresh.add(each)
      for (const server of [undefined, '1', '2'])
        expect(looked.for(server).articles()).toEqual(fresh.for(server).articles())
    }),
  )
})

test('list and index hold the same', () => {
  const index = fakeIndex()
  const library = createLibrary(index)
  library.add(article('a', 'Un'))
  library.add(article('b', 'Deux'))
  library.add(article('a', 'Trois'))
  expect(library.for(undefined).article('a')?.head.title).toBe('Trois')
  expect(ids(library.for(undefined).articles())).toEqual(['b', 'a'])
  library.remove('b')
  library.remove('unknown')
  expect(ids(library.for(undefined).articles())).toEqual(['a'])
  expect(library.for(undefined).article('b')).toBeUndefined()
  expect(ids([...index.held.values()])).toEqual(['a'])
})
test('what the index refuses is not listed', () => {
  const library = createLibrary(fakeIndex())
  expect(() => library.add(article('broken', 'Un'))).toThrow()
  expect(library.for(undefined).articles()).toEqual([])
  expect(library.for(undefined).article('broken')).toBeUndefined()
})
test('a list once given does not change', () => {
  const library = createLibrary(fakeIndex())
  library.add(article('a', 'Un'))
  const before = library.for(undefined).articles()
  library.add(article('b', 'Deux'))
  expect(ids(before)).toEqual(['a'])
})
test('searches the index', () => {
  const library = createLibrary(fakeIndex())
  library.add(article('a', 'Un'))
  const scope = library.for(undefined).articles()
  const { passages } = library.search({ text: 'Un', language: 'fr', scope, limit: 3 })
  expect(passages.map(({ paragraph }) => paragraph.article.id)).toEqual(['a'])
})

describe('each server’s own', () => {
  const start = () => {
    const library = createLibrary(fakeIndex())
    library.add(article('shared', 'Un'))
    library.add(article('1/own', 'Deux'))
    library.add(article('2/own', 'Trois'))
    library.add(article('12/own', 'Quatre'))
    return library
  }

  test('a server sees its own and everybody’s, direct messages only everybody’s', () => {
    const library = start()
    expect(ids(library.for('1').articles())).toEqual(['1/own', 'shared'])
    expect(ids(library.for('2').articles())).toEqual(['2/own', 'shared'])
    expect(ids(library.for(undefined).articles())).toEqual(['shared'])
    expect(ids(library.for('3').articles())).toEqual(['shared'])
  })

  test('none is found by its id elsewhere, whatever a server is called', async () => {
    const library = start()
    expect(library.for('1').article('1/own')?.head.title).toBe('Deux')
    for (const server of [undefined, '2', '3', '', '1/own', '/', 'own', '1/'])
      for (const id of ['1/own', '12/own']) {
        expect(library.for(server).article(id), `${server} ${id}`).toBeUndefined()
        expect(await library.for(server).version(id, '0')).toBeUndefined()
      }
  })

  test('what changes for everybody changes in every server’s list, at once', () => {
    const library = start()
    const one = library.for('1')
    expect(ids(one.articles())).toEqual(['1/own', 'shared'])
    library.add(article('more', 'Zéro'))
    expect(ids(one.articles())).toEqual(['1/own', 'shared', 'more'])
    library.remove('shared')
    library.remove('1/own')
    expect(ids(one.articles())).toEqual(['more'])
  })

  test('a search looks where its scope says, in all that is known only where the scope is all of it', () => {
    const searched: unknown[] = []
    const index = fakeIndex()
    const library = createLibrary({
      ...index,
      search: (query) => {
        searched.push(query.scope)
        return index.search(query)
      },
    })
    const look = (server: string | undefined) =>
      library.search({ text: 'x', language: 'fr', scope: library.for(server).articles(), limit: 1 })
    library.add(article('shared', 'Un'))
    look(undefined)
    look('1')
    library.add(article('1/own', 'Deux'))
    look(undefined)
    look('1')
    look('2')
    expect(searched).toEqual(['all', 'all', ['shared'], 'all', ['shared']])
  })
})

describe('versions', () => {
  const present = article('a', 'Un')
  const older = { ...present, head: { ...present.head, hash: '9' } }
  const start = () => {
    const asked: string[] = []
    const library = createLibrary(fakeIndex(), async (id, hash) => {
      asked.push(`${id} ${hash}`)
      return hash === '9' ? older : undefined
    })
    library.add(present)
    return { library, asked }
  }

  test('the present one is at hand, earlier ones are looked up', async () => {
    const { library, asked } = start()
    expect(await library.for('1').version('a', '0')).toBe(present)
    expect(asked).toEqual([])
    expect(await library.for('1').version('a', '9')).toBe(older)
    expect(await library.for('1').version('a', '8')).toBeUndefined()
    expect(asked).toEqual(['a 9', 'a 8'])
  })

  test('of an article that was removed, or is another server’s, nothing is looked up', async () => {
    const { library, asked } = start()
    library.add(article('1/own', 'Deux'))
    library.remove('a')
    expect(await library.for('1').version('a', '9')).toBeUndefined()
    expect(await library.for('2').version('1/own', '9')).toBeUndefined()
    expect(asked).toEqual([])
  })
})
