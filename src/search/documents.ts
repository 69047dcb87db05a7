/** Which document of the index is which paragraph. An article's follow each other, behind one that is always empty. */
import { primarySubtag } from '../text/language.ts'
import type { Article, Paragraph } from '../types.ts'
import { bisect } from './bisect.ts'
import type { Range } from './postings.ts'

/** What a file keeps of an article: its documents, the empty one first. Numbers of what is gone are not given again. */
export type Entry = Range & {
  readonly id: string
  /** Tells whether an article is the very one that was indexed: the hash is of the bytes that it was read from. */
  readonly fingerprint: string
  readonly language: string
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

const scopedTo = (chosen: readonly Placed[]): Scoped => {
  const articles = new Map<string, number>()
  for (const { language } of chosen) articles.set(language, (articles.get(language) ?? 0) + 1)
  const languages = [...articles].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
  return {
    ranges: chosen,
    count: chosen.reduce((sum, { from, to }) => sum + to - from - 1, 0),
    languages: languages.map(([language]) => language),
  }
}

export const createDocuments = (known: readonly Entry[] = []) => {
  let placed: Placed[] = [...known]
  const byId = new Map(placed.map((one) => [one.id, one]))
  let size = placed.at(-1)?.to ?? 0
  let alive = new Uint8Array(Math.max(1_024, 2 * size))
  /** Documents that went, or were not added again yet, since postings were last rid of such. */
  let gone = placed.reduce((sum, { from, to }) => sum + to - from, 0)
  let everything: Scoped | undefined

  const set = (one: Placed, article: Article | undefined): void => {
    alive.fill(article ? 1 : 0, one.from + 1, one.to)
    gone += (article ? -1 : 1) * (one.to - one.from)
    one.article = article
    everything = undefined
  }

  /** The article that holds a document. */
  const at = (document: number): Placed | undefined =>
    placed[bisect(0, placed.length, (each) => (placed[each]?.from ?? 0) <= document) - 1]

  return {
    size: (): number => size,
    gone: (): number => gone,
    /** By document, 1 where it is a paragraph that is there. */
    alive: (): Uint8Array => alive,
    entries: (): readonly Entry[] => placed.map(({ article: _, ...entry }) => entry),
    /** The documents of the article that holds this one. */
    around: (document: number): Range => at(document) ?? { from: 0, to: 0 },
    paragraph: (document: number): Paragraph | undefined => {
      const one = at(document)
      return one?.article?.paragraphs[document - one.from - 1]
    },
    /** Gives where an article must be indexed; nothing where it is already, or a file knew it as it is. */
    add(article: Article): Entry | undefined {
      const { head, paragraphs } = article
      const fingerprint = `${head.hash} ${head.language} ${paragraphs.length} ${head.title}`
      const before = byId.get(head.id)
      if (before?.article === article) return undefined
      if (before?.article) set(before, undefined)
      else if (before?.fingerprint === fingerprint) return void set(before, article)
      const [from, to] = [size, size + 1 + paragraphs.length]
      const one: Placed = { id: head.id, fingerprint, language: primarySubtag(head.language), from, to }
      placed.push(one)
      byId.set(one.id, one)
      size = to
      gone += to - from
      if (size > alive.length) alive = new Uint8Array(alive.buffer.transfer(2 * size))
      set(one, article)
      return one
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
        return scopedTo(chosen.sort((a, b) => a.from - b.from))
      }
      everything ??= { ...scopedTo(placed.filter(({ article }) => article)), ranges: [{ from: 0, to: size }] }
      return everything
    },
  }
}
