/**
 * The postings of the library in a few parts: a large one, and smaller ones for what was added since. Each part is
 * several times the next, or the two are merged, so that adding an article costs little and a search looks at few.
 */
import { stemsOf } from '../text/analyse.ts'
import type { Article } from '../types.ts'
import { relativeLength, saturation } from './bm25.ts'
import { type Dictionary, findKey } from './dictionary.ts'
import { createDocuments, type Entry, type Scoped } from './documents.ts'
import {
  collect,
  createPostings,
  type Found,
  IMPACTS,
  merge,
  noPostings,
  type Postings,
  postingOf,
  rowOf,
} from './postings.ts'

/** What a file keeps. */
export type Saved = { readonly entries: readonly Entry[]; readonly postings: Postings }

/** The impact of a word that stands above a paragraph alone, in its heading or its article's title. */
export const ABOVE = 1

const PART_RATIO = 4
/** Postings that are gathered before they become a part, of some 60,000 paragraphs: 16 MB of memory. */
const MOST_GATHERED = 2_000_000
/** In bytes, at first. */
const ROOM = 8_192
/** A share of all documents: as many may be gone before the postings are rid of them. */
const MOST_GONE = 0.25

/** A stem means something in its language only. */
export const spaceOf = (language: string): string => `${language} `

const sizeOf = ({ bytes, firsts }: Postings): number => bytes.length + firsts.length

export const createCorpus = (saved?: Saved) => {
  const documents = createDocuments(saved?.entries)
  /** Oldest and largest first. */
  let parts: readonly Postings[] = saved ? [saved.postings] : []
  /** What was added and not read yet. */
  const unread: { readonly article: Article; readonly entry: Entry }[] = []
  /** Of what was read and is in no part yet: rows of keys and postings; by language and stem the keys' numbers. */
  let rows = new Float64Array(new ArrayBuffer(ROOM))
  let rowCount = 0
  let keys: string[] = []
  let numbers = new Map<string, Map<string, number>>()
  /** By key, how often it stands in the document that was read last of those that have it; and which is that. */
  const frequencies: number[] = []
  const lastIn: number[] = []

  const gather = ({ head, paragraphs }: Article, { range, language }: Entry): void => {
    const known = numbers.get(language) ?? new Map<string, number>()
    numbers.set(language, known)
    const title = stemsOf(head.title, language)
    for (const [index, { text, heading = '' }] of paragraphs.entries()) {
      const document = range.from + 1 + index
      const here: number[] = []
      const count = (stem: string, times: number): void => {
        const key = known.get(stem) ?? keys.push(spaceOf(language) + stem) - 1
        if (key === keys.length - 1) known.set(stem, key)
        if (lastIn[key] !== document) {
          lastIn[key] = document
          frequencies[key] = 0
          here.push(key)
        }
        frequencies[key] = (frequencies[key] ?? 0) + times
      }
      const stems = stemsOf(text, language)
      for (const stem of stems) count(stem, 1)
      for (const stem of title) count(stem, 0)
      if (heading !== '') for (const stem of stemsOf(heading, language)) count(stem, 0)
      const length = relativeLength(stems.length)
      if (rowCount + here.length > rows.length)
        rows = new Float64Array(rows.buffer.transfer(2 * rows.byteLength + 8 * here.length))
      for (const key of here) {
        const frequency = frequencies[key] ?? 0
        const impact = Math.max(ABOVE + 1, Math.round(saturation(frequency, length) * (IMPACTS - 1)))
        rows[rowCount++] = rowOf(key, postingOf(document, frequency === 0 ? ABOVE : impact))
      }
    }
  }

  /** Makes a part of what was gathered, and one of two parts as long as the last is too large for the one before. */
  const makePart = (): void => {
    parts = [...parts, createPostings(keys, rows.subarray(0, rowCount))]
    // Given back at once: the collector is late for what lies outside of its heap.
    rows = new Float64Array(rows.buffer.transfer(ROOM))
    rowCount = 0
    keys = []
    numbers = new Map()
    for (;;) {
      const [before, last] = parts.slice(-2)
      if (!before || !last || sizeOf(before) >= PART_RATIO * sizeOf(last)) return
      parts = [...parts.slice(0, -2), merge(before, last, documents.alive())]
    }
  }

  /** Reads so many of the articles that were added; false where none is left. */
  const readOn = (most: number): boolean => {
    for (const { article, entry } of unread.splice(0, most)) {
      gather(article, entry)
      if (rowCount > MOST_GATHERED) makePart()
    }
    return unread.length > 0
  }

  /** One part of all, without what is gone. */
  const compact = (): Postings => {
    const one = parts.reduce((a, b) => merge(a, b, documents.alive()), noPostings)
    parts = [one]
    documents.forget()
    return one
  }

  /** Makes part of the index what was added, and rids it of what is gone where that is too much. */
  const settle = (): void => {
    readOn(Infinity)
    if (rowCount > 0) makePart()
    if (documents.gone() > MOST_GONE * documents.size()) compact()
  }

  return {
    documents,
    readOn,
    settle,
    add(article: Article): void {
      const entry = documents.add(article)
      if (entry) unread.push({ article, entry })
    },
    dictionaries: (): readonly Dictionary[] => parts.map(({ keys }) => keys),
    /** The place of a key in each dictionary; -1 where it is not in it. */
    places: (key: string): readonly number[] => parts.map(({ keys }) => findKey(keys, key)),
    /** Adds to `found` where a key with these places occurs in scope; tells whether it does. */
    find(places: readonly number[], { ranges }: Scoped, found: Found): boolean {
      const before = found.size
      for (const [which, part] of parts.entries())
        if ((places[which] ?? -1) >= 0) collect(part, places[which] ?? 0, ranges, documents.alive(), found)
      return found.size > before
    },
    saved(): Saved {
      settle()
      const postings = documents.gone() > 0 || parts.length !== 1 ? compact() : (parts[0] ?? noPostings)
      return { entries: documents.entries(), postings }
    },
  }
}

export type Corpus = ReturnType<typeof createCorpus>
