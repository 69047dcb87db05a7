/**
 * The postings of the library in a few parts: a large one, and smaller ones for what was added since. Each part is
 * several times the next, or the two are merged, so that adding an article costs little and a search looks at few.
 */
import { stemsOf } from '../text/analyse.ts'
import type { Article } from '../types.ts'
import { relativeLength, saturation } from './bm25.ts'
import { alike } from './dictionary.ts'
import { createDocuments, type Entry, type Scoped } from './documents.ts'
import { createPostings, type Found, find, IMPACTS, merge, type Postings, postingOf } from './postings.ts'

/** What a file keeps. */
export type Saved = { readonly entries: readonly Entry[]; readonly postings: Postings }

/** The impact of a word that stands above a paragraph alone, in its heading or its article's title. */
export const ABOVE = 1

const PART_RATIO = 4
/** Postings that are gathered before they become a part, of some 60,000 paragraphs. */
const MOST_GATHERED = 2_000_000
/** A share of all documents: as many may be gone before the postings are rid of them. */
const MOST_GONE = 0.25

/** A stem means something in its language only. */
const keyOf = (language: string, stem: string): string => `${language} ${stem}`

const lengthOf = ({ firsts, starts }: Postings): number => firsts.length + (starts.at(-1) ?? 0)

export const createCorpus = (saved?: Saved) => {
  const documents = createDocuments(saved?.entries)
  /** Oldest and largest first. */
  let parts: readonly Postings[] = saved ? [saved.postings] : []
  /** What was added and not read yet. */
  const unread: { readonly article: Article; readonly entry: Entry }[] = []
  /** By language and stem the postings of what was read and is in no part yet; and how many these are. */
  let gathered = new Map<string, Map<string, number[]>>()
  let count = 0

  const gather = ({ head, paragraphs }: Article, { from, language }: Entry): void => {
    const known = gathered.getOrInsertComputed(language, () => new Map())
    const title = stemsOf(head.title, language)
    for (const [index, { text, heading = '' }] of paragraphs.entries()) {
      const stems = stemsOf(text, language)
      const length = relativeLength(stems.length)
      const frequencies = new Map<string, number>()
      for (const stem of stems) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1)
      for (const stem of [...title, ...stemsOf(heading, language)]) if (!frequencies.has(stem)) frequencies.set(stem, 0)
      for (const [stem, frequency] of frequencies) {
        const share = Math.max(ABOVE + 1, Math.round(saturation(frequency, length) * (IMPACTS - 1)))
        const posting = postingOf(from + 1 + index, frequency === 0 ? ABOVE : share)
        known.getOrInsertComputed(stem, () => []).push(posting)
      }
      count += frequencies.size
    }
  }

  /** Makes a part of what was gathered, and one of two parts as long as the last is too large for the one before. */
  const makePart = (): void => {
    const lists = new Map<string, readonly number[]>()
    for (const [language, known] of gathered)
      for (const [stem, postings] of known) lists.set(keyOf(language, stem), postings)
    parts = [...parts, createPostings(lists)]
    gathered = new Map()
    count = 0
    for (;;) {
      const [before, last] = parts.slice(-2)
      if (!before || !last || lengthOf(before) >= PART_RATIO * lengthOf(last)) return
      parts = [...parts.slice(0, -2), merge([before, last], documents.alive())]
    }
  }

  /** Reads so many of the articles that were added; false where none is left. */
  const readOn = (most: number): boolean => {
    for (const { article, entry } of unread.splice(0, most)) {
      gather(article, entry)
      if (count > MOST_GATHERED) makePart()
    }
    return unread.length > 0
  }

  /** Makes one part of all, without what is gone. */
  const compact = (): void => {
    parts = [merge(parts, documents.alive())]
    documents.forget()
  }

  /** Makes part of the index what was added, and rids it of what is gone where that is too much. */
  const settle = (): void => {
    readOn(Infinity)
    if (count > 0) makePart()
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
    /** Stems that a form may be meant as, each as often as there are parts that have it. */
    alike: (language: string, form: string): readonly string[] =>
      parts.flatMap(({ keys }) => [...alike(keys, keyOf(language, ''), form)]),
    /** Adds to `found` where a stem occurs in scope; tells whether it does. */
    find(language: string, stem: string, { ranges }: Scoped, found: Found): boolean {
      const before = found.size
      for (const part of parts) find(part, keyOf(language, stem), ranges, documents.alive(), found)
      return found.size > before
    },
    saved(): Saved {
      settle()
      if (documents.gone() > 0 || parts.length !== 1) compact()
      return { entries: documents.entries(), postings: parts[0] ?? createPostings(new Map()) }
    },
  }
}

export type Corpus = ReturnType<typeof createCorpus>
