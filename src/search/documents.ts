/** Which document of the index is which paragraph. An article's follow each other, behind one that is always empty. */
import { primarySubtag } from '../text/language.ts'
import type { Article, Paragraph } from '../types.ts'
import type { Range } from './postings.ts'

/** What a file keeps of an article. */
export type Entry = {
  readonly id: string
  /** Tells whether an article is the very one that was indexed: the hash is of the bytes that it was read from. */
  readonly fingerprint: string
  readonly language: string
  /** Its documents, the empty one first; numbers of what is gone are not given again. */
  readonly range: Range
}

/** The article is missing once removed, or until the file's is added again. */
type Placed = Entry & { article?: Article | undefined }

/** Which articles are searched: all there are, or those of these ids. */
export type Scope = 'all' | readonly string[]

/** What of the index a search looks at: ranges of documents, how many paragraphs, and languages, the commonest first. */
export type Scoped = {
  readonly ranges: readonly Range[]
  readonly count: number
  readonly languages: readonly string[]
}

const lengthOf = ({ range: { from, to } }: Entry): number => to - from

const scopedTo = (chosen: readonly Placed[]): Scoped => {
  const languages = [...Map.groupBy(chosen, ({ language }) => language)]
  languages.sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))
  return {
    ranges: chosen.map(({ range }) => range),
    count: chosen.reduce((sum, one) => sum + lengthOf(one) - 1, 0),
    languages: languages.map(([language]) => language),
  }
}

export const createDocuments = (known: readonly Entry[] = []) => {
  let alive = new Uint8Array(1_024)
  let size = 0
  /** Documents that went, or were not added again yet, since postings were last rid of such. */
  let gone = 0
  let placed: Placed[] = []
  const byId = new Map<string, Placed>()
  let everything: Scoped | undefined

  const place = (entry: Entry): Placed => {
    const one = { ...entry }
    placed.push(one)
    byId.set(one.id, one)
    size = one.range.to
    gone += lengthOf(one)
    if (size > alive.length) alive = new Uint8Array(alive.buffer.transfer(2 * size))
    return one
  }

  const set = (one: Placed, article: Article | undefined): void => {
    alive.fill(article ? 1 : 0, one.range.from + 1, one.range.to)
    gone += article ? -lengthOf(one) : lengthOf(one)
    one.article = article
    everything = undefined
  }

  const at = (document: number): Placed | undefined => {
    let [low, high] = [0, placed.length]
    while (low + 1 < high) {
      const middle = (low + high) >> 1
      if ((placed[middle]?.range.from ?? 0) <= document) low = middle
      else high = middle
    }
    return placed[low]
  }

  for (const entry of known) place(entry)

  return {
    size: (): number => size,
    gone: (): number => gone,
    /** By document, 1 where it is a paragraph that is there. */
    alive: (): Uint8Array => alive,
    entries: (): readonly Entry[] => placed.map(({ article: _, ...entry }) => entry),
    /** The documents of the article that holds this one. */
    around: (document: number): Range => at(document)?.range ?? { from: 0, to: 0 },
    paragraph: (document: number): Paragraph | undefined => {
      const one = at(document)
      return one?.article?.paragraphs[document - one.range.from - 1]
    },
    /** Gives where an article must be indexed; nothing where it is already, or a file knew it as it is. */
    add(article: Article): Entry | undefined {
      const { head, paragraphs } = article
      const fingerprint = JSON.stringify([head.hash, head.language, head.title, paragraphs.length])
      const before = byId.get(head.id)
      if (before?.article === article) return undefined
      const same = before?.article === undefined && before?.fingerprint === fingerprint
      if (before?.article) set(before, undefined)
      const range = { from: size, to: size + 1 + paragraphs.length }
      const entry = { id: head.id, fingerprint, language: primarySubtag(head.language), range }
      const one = same && before ? before : place(entry)
      set(one, article)
      return same ? undefined : one
    },
    remove(id: string): void {
      const one = byId.get(id)
      if (one?.article) set(one, undefined)
      byId.delete(id)
    },
    /** No posting is left of what is gone. */
    forget(): void {
      for (const one of placed) if (!one.article && byId.get(one.id) === one) byId.delete(one.id)
      placed = placed.filter(({ article }) => article)
      gone = 0
    },
    scoped(scope: Scope): Scoped {
      if (scope !== 'all') {
        const chosen = [...new Set(scope)].flatMap((id) => byId.get(id) ?? []).filter(({ article }) => article)
        return scopedTo(chosen.sort((a, b) => a.range.from - b.range.from))
      }
      everything ??= { ...scopedTo(placed.filter(({ article }) => article)), ranges: [{ from: 0, to: size }] }
      return everything
    },
  }
}
