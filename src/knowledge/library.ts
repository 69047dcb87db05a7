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

const places = new WeakMap<Article, string>()

/** What an article is sorted by: its title, case and accents aside. The runtime's collator takes 25 ms to load. */
const placeOf = (article: Article): string => {
  const place = places.get(article) ?? fold(article.head.title) + article.head.id
  places.set(article, place)
  return place
}

const byTitle = (articles: Iterable<Article>): readonly Article[] =>
  [...articles].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))

/** The list with one article more, in its place. */
const withArticle = (sorted: readonly Article[], article: Article): readonly Article[] => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = sorted[middle]
    if (other && placeOf(other) < placeOf(article)) low = middle + 1
    else high = middle
  }
  return sorted.toSpliced(low, 0, article)
}

/** `versions`: where earlier texts are kept; without it there are none. */
export const createLibrary = (index: PassageIndex, versions: Versions = async () => undefined): Holdings => {
  const known = new Map<string, Article>()
  const shelves = new Map<string | undefined, Map<string, Article>>()
  /** What each server sees, in order. */
  const sorted = new Map<string | undefined, readonly Article[]>()

  const shelf = (server: string | undefined): Shelf => shelves.get(server) ?? new Map()

  /** What is everybody's stands in every server's list. */
  const resort = (server: string | undefined, change: (list: readonly Article[]) => readonly Article[]): void => {
    for (const [of, list] of sorted) if (server === undefined || of === server) sorted.set(of, change(list))
  }

  const remove = (id: string): void => {
    if (!known.delete(id)) return
    const server = serverOf(id)
    index.remove(id)
    shelves.get(server)?.delete(id)
    if (shelf(server).size === 0) shelves.delete(server)
    resort(server, (list) => list.filter(({ head }) => head.id !== id))
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
      resort(server, (list) => withArticle(list, article))
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
