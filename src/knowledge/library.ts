/** The articles that are known, each on its server's shelf or everybody's and in the index, or in neither. */
import type { Libraries, Library } from '../ports.ts'
import type { PassageIndex, Query, Ranking } from '../search/passage-index.ts'
import { fold } from '../text/fold.ts'
import { type Article, type Scope, serverOf } from '../types.ts'

/** As `Library.version`; what is present is not asked for. */
export type Versions = (id: string, hash: string) => Promise<Article | undefined>

export type Holdings = Libraries & {
  /** Replaces an article of the same id. */
  add(article: Article): void
  remove(id: string): void
  search(query: Omit<Query, 'scope'> & { readonly scope: Scope }): Ranking
}

type Shelf = ReadonlyMap<string, Article>

/** By title, case and accents aside: the runtime's collator takes 25 ms to load. */
const byTitle = (articles: Iterable<Article>): readonly Article[] =>
  [...articles]
    .map((article) => ({ article, title: fold(article.head.title) + article.head.id }))
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0))
    .map(({ article }) => article)

/** `versions`: where earlier texts are kept; without it there are none. */
export const createLibrary = (index: PassageIndex, versions: Versions = async () => undefined): Holdings => {
  const known = new Map<string, Article>()
  const shelves = new Map<string | undefined, Map<string, Article>>()
  /** What each server sees, in order. */
  const sorted = new Map<string | undefined, readonly Article[]>()

  const shelf = (server: string | undefined): Shelf => shelves.get(server) ?? new Map()

  const changed = (server: string | undefined): void => {
    // What is everybody's stands in every server's list.
    if (server === undefined) sorted.clear()
    else sorted.delete(server)
  }

  const remove = (id: string): void => {
    if (!known.delete(id)) return
    const server = serverOf(id)
    index.remove(id)
    shelves.get(server)?.delete(id)
    if (shelf(server).size === 0) shelves.delete(server)
    changed(server)
  }

  const visible = (id: string, server: string | undefined): boolean => {
    const owner = serverOf(id)
    return owner === undefined || owner === server
  }

  return {
    for: (server): Library => {
      const article = (id: string): Article | undefined => (visible(id, server) ? known.get(id) : undefined)
      return {
        articles: () => {
          const list =
            sorted.get(server) ??
            byTitle([...shelf(undefined).values(), ...(server === undefined ? [] : shelf(server).values())])
          sorted.set(server, list)
          return list
        },
        article,
        version: async (id, hash) => {
          const present = article(id)
          // An article that was removed is gone for readers, whatever is still kept of it.
          if (!present || present.head.hash === hash) return present
          return versions(id, hash)
        },
      }
    },
    add: (article) => {
      const { id } = article.head
      const server = serverOf(id)
      remove(id)
      index.add(article)
      known.set(id, article)
      shelves.set(server, (shelves.get(server) ?? new Map<string, Article>()).set(id, article))
      changed(server)
    },
    remove,
    search: ({ scope, ...query }) =>
      index.search({
        ...query,
        // All that are known need no list of them.
        scope:
          scope.length === known.size && scope.every(({ head }) => known.has(head.id))
            ? 'all'
            : scope.map(({ head }) => head.id),
      }),
  }
}
