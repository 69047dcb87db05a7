/**
 * The postings of the library in a few parts: a large one, and smaller ones for what was added since. Each part has
 * several times the documents of the next, or the two are merged, so that adding an article costs little and a search
 * looks at few parts.
 */
import { stemsOf } from '../text/analyse.ts'
import type { Article } from '../types.ts'
import { relativeLength, saturation } from './bm25.ts'
import { createDocuments, type Entry, type Scoped } from './documents.ts'
import { createGathering, type Gathering } from './gathering.ts'
import { findKey, type Keys } from './keys.ts'
import { collect, compacted, type Found, IMPACTS, merge, noPostings, type Postings } from './postings.ts'

/** What a file keeps. */
export type Saved = { readonly entries: readonly Entry[]; readonly postings: Postings }

/** An occurrence in the heading above a paragraph, against one in the paragraph itself. */
export const HEADING_FREQUENCY = 0.3

const PART_RATIO = 4
/** Documents that wait before they become a part without being asked for: some 15 MB of memory. */
const MOST_WAITING = 50_000
/** A share of all documents: as many may be gone before the index is rid of them. */
const MOST_GONE = 0.25

type Part = { readonly postings: Postings; readonly documents: number }

const nothing: Part = { postings: noPostings, documents: 0 }

const joined = (a: Part, b: Part): Part => ({
  postings: merge(a.postings, b.postings),
  documents: a.documents + b.documents,
})

/** A stem means something in its language only. */
export const spaceOf = (language: string): string => `${language} `

const impactOf = (frequency: number, length: number): number =>
  Math.max(1, Math.round(saturation(frequency, length) * (IMPACTS - 1)))

/** Gathers the terms of an article whose title is the document `first`. */
const gather = ({ head, paragraphs }: Article, first: number, language: string, waiting: Gathering): void => {
  for (const stem of stemsOf(head.title, language)) waiting.count(stem, 1)
  waiting.end(first, () => IMPACTS - 1)
  for (const [index, { text, heading }] of paragraphs.entries()) {
    const stems = stemsOf(text, language)
    for (const stem of stems) waiting.count(stem, 1)
    if (heading !== undefined) for (const stem of stemsOf(heading, language)) waiting.count(stem, HEADING_FREQUENCY)
    const length = relativeLength(stems.length)
    waiting.end(first + 1 + index, (frequency) => impactOf(frequency, length))
  }
}

export const createCorpus = (saved?: Saved) => {
  let documents = createDocuments(saved?.entries)
  /** Oldest and largest first. */
  let parts: readonly Part[] = saved ? [{ postings: saved.postings, documents: documents.size() }] : []
  /** Articles that were added and not read yet, each with the document of its title. */
  const unread: { readonly article: Article; readonly first: number; readonly language: string }[] = []
  /** By language, the terms of those that were read. */
  let waiting = new Map<string, Gathering>()
  let waitingFrom = documents.size()

  const gathered = (): Postings =>
    Array.from(waiting, ([language, each]) => each.finish(spaceOf(language))).reduce(merge, noPostings)

  /** Reads so many of the articles that were added; false where none is left. */
  const readOn = (most: number): boolean => {
    for (const { article, first, language } of unread.splice(0, most)) {
      const terms = waiting.get(language) ?? createGathering()
      waiting.set(language, terms)
      gather(article, first, language, terms)
    }
    return unread.length > 0
  }

  /** Makes what was added since the last time part of the index, and one part of all where too much is gone. */
  const settle = (mostGone = MOST_GONE): void => {
    readOn(Infinity)
    if (documents.size() > waitingFrom) {
      parts = [...parts, { postings: gathered(), documents: documents.size() - waitingFrom }]
      waiting = new Map()
      waitingFrom = documents.size()
    }
    for (;;) {
      const [before, last] = parts.slice(-2)
      if (!before || !last || before.documents >= PART_RATIO * last.documents) break
      parts = [...parts.slice(0, -2), joined(before, last)]
    }
    if (documents.gone() <= mostGone * documents.size()) return
    const { documents: left, renumbered } = documents.compacted()
    const { postings } = parts.reduce(joined, nothing)
    parts = [{ postings: compacted(postings, documents.kinds(), renumbered), documents: left.size() }]
    documents = left
    waitingFrom = documents.size()
  }

  return {
    documents: () => documents,
    readOn,
    settle: () => settle(),
    add(article: Article): void {
      const placed = documents.add(article)
      if (!placed) return
      unread.push({ article, first: placed.first, language: placed.language })
      if (documents.size() - waitingFrom > MOST_WAITING) settle()
    },
    remove: (id: string): void => documents.remove(id),
    dictionaries: (): readonly Keys[] => parts.map(({ postings }) => postings.keys),
    /** Adds to `found` where a key occurs in scope; tells how many postings it has there. */
    find(key: string, { ranges }: Scoped, found: Found): number {
      const before = found.size
      for (const { postings } of parts) {
        const at = findKey(postings.keys, key)
        if (at >= 0) collect(postings, at, ranges, documents.kinds(), found)
      }
      return found.size - before
    },
    saved(): Saved {
      settle(0)
      const whole = parts.length === 1 ? (parts[0] ?? nothing) : parts.reduce(joined, nothing)
      parts = [whole]
      return { entries: documents.entries(), postings: whole.postings }
    },
  }
}

export type Corpus = ReturnType<typeof createCorpus>
