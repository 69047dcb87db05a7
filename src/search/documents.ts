/** Which document of the index is which paragraph. An article's documents follow each other, its title first. */
import { primarySubtag } from '../text/language.ts'
import type { Article, Paragraph } from '../types.ts'
import type { Range } from './postings.ts'

/** What a document is; what is no more there is 0. */
export const PARAGRAPH = 1
export const TITLE = 2

/** What a file keeps of an article. */
export type Entry = {
  readonly id: string
  /** Tells whether an article is the very one that was indexed: the hash is of the bytes that it was read from. */
  readonly fingerprint: string
  readonly language: string
  readonly paragraphs: number
}

/** `first` is the document of its title. The article is missing once removed, or until the file's is added again. */
type Placed = Entry & { readonly first: number; article?: Article | undefined }

/** Which articles are searched: all there are, or those of these ids. */
export type Scope = 'all' | readonly string[]

/** What of the index a search looks at: ranges of documents, how many paragraphs, and languages, the commonest first. */
export type Scoped = {
  readonly ranges: readonly Range[]
  readonly count: number
  readonly languages: readonly string[]
}

const entryOf = ({ head, paragraphs }: Article): Entry => ({
  id: head.id,
  fingerprint: JSON.stringify([head.hash, head.language, head.title, paragraphs.length]),
  language: primarySubtag(head.language),
  paragraphs: paragraphs.length,
})

const rangeOf = ({ first, paragraphs }: Placed): Range => ({ from: first, to: first + 1 + paragraphs })

export const createDocuments = (known: readonly Entry[] = []) => {
  let kinds = new Uint8Array(1_024)
  let size = 0
  let gone = 0
  const placed: Placed[] = []
  const byId = new Map<string, Placed>()
  let everything: Scoped | undefined

  const count = (one: Placed, article: Article | undefined): void => {
    const { from, to } = rangeOf(one)
    kinds.fill(article ? PARAGRAPH : 0, from, to)
    if (article) kinds[from] = TITLE
    gone += article ? from - to : to - from
    one.article = article
    everything = undefined
  }

  const place = (entry: Entry): Placed => {
    const one = { ...entry, first: size }
    placed.push(one)
    byId.set(one.id, one)
    size = rangeOf(one).to
    gone += 1 + one.paragraphs
    if (size > kinds.length) {
      const larger = new Uint8Array(2 * size)
      larger.set(kinds)
      kinds = larger
    }
    return one
  }

  const scopedTo = (chosen: readonly Placed[]): Scoped => {
    const there = chosen.filter(({ article }) => article).sort((a, b) => a.first - b.first)
    const languages = [...Map.groupBy(there, ({ language }) => language)]
    languages.sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))
    return {
      ranges: there.map(rangeOf),
      count: there.reduce((sum, { paragraphs }) => sum + paragraphs, 0),
      languages: languages.map(([language]) => language),
    }
  }

  const at = (document: number): Placed | undefined => {
    let [low, high] = [0, placed.length]
    while (low + 1 < high) {
      const middle = (low + high) >> 1
      if ((placed[middle]?.first ?? 0) <= document) low = middle
      else high = middle
    }
    return placed[low]
  }

  for (const entry of known) place(entry)

  return {
    size: (): number => size,
    /** Documents of articles that are not there. */
    gone: (): number => gone,
    /** By document, what it is. */
    kinds: (): Uint8Array => kinds,
    entries: (): readonly Entry[] => placed,
    /** The documents of the article that holds this one. */
    around: (document: number): Range | undefined => {
      const one = at(document)
      return one && rangeOf(one)
    },
    paragraph: (document: number): Paragraph | undefined => {
      const one = at(document)
      return one?.article?.paragraphs[document - one.first - 1]
    },
    /** Gives the article documents; its place where it must be indexed, nothing where it is there already, or a file knew it as it is. */
    add(article: Article): (Entry & { readonly first: number }) | undefined {
      const entry = entryOf(article)
      const before = byId.get(entry.id)
      if (before?.article === article) return undefined
      const same = before?.article === undefined && before?.fingerprint === entry.fingerprint
      if (before?.article) count(before, undefined)
      const one = same && before ? before : place(entry)
      count(one, article)
      return same ? undefined : one
    },
    remove(id: string): void {
      const one = byId.get(id)
      if (one?.article) count(one, undefined)
      byId.delete(id)
    },
    scoped(scope: Scope): Scoped {
      if (scope !== 'all') return scopedTo([...new Set(scope)].flatMap((id) => byId.get(id) ?? []))
      everything ??= { ...scopedTo(placed), ranges: [{ from: 0, to: size }] }
      return everything
    },
    /** The same without what is gone, and by document the number it has there. */
    compacted() {
      const documents = createDocuments()
      const renumbered = new Uint32Array(size)
      for (const { first, paragraphs, article } of placed) {
        const { first: moved = 0 } = (article && documents.add(article)) ?? {}
        if (article) for (let each = 0; each <= paragraphs; each++) renumbered[first + each] = moved + each
      }
      return { documents, renumbered }
    },
  }
}

export type Documents = ReturnType<typeof createDocuments>
