/** An article as the index keeps it: how often each term occurs in each of its paragraphs. */
import { analyse, type Term } from '../text/analyse.ts'
import { primarySubtag } from '../text/language.ts'
import type { Article } from '../types.ts'

/** In the paragraph itself, and in the title and heading above it. */
export type Count = { readonly body: number; readonly heading: number }
/** Of one term in one article, by the paragraph's index. */
export type Occurrences = ReadonlyMap<number, Count>

export type Entry = {
  readonly article: Article
  readonly language: string
  /** Terms of each paragraph, stop words left out. */
  readonly lengths: readonly number[]
  readonly length: number
  /** By stem, and by `wordKey`. */
  readonly occurrences: ReadonlyMap<string, Occurrences>
  /** Its different words as written, by their first letter. */
  readonly words: ReadonlyMap<string, readonly string[]>
}

/** Stems and words as written share one map; the mark, in no stem, keeps them apart. */
export const wordKey = (word: string): string => `=${word}`

/** What words are kept by. */
export const initialOf = (word: string): string => word.charAt(0)

export const createEntry = (article: Article): Entry => {
  const language = primarySubtag(article.head.language)
  const occurrences = new Map<string, Map<number, Count>>()
  const add = (key: string, paragraph: number, body: number, heading: number): void => {
    const counts = occurrences.get(key) ?? new Map<number, Count>()
    const before = counts.get(paragraph)
    counts.set(paragraph, { body: body + (before?.body ?? 0), heading: heading + (before?.heading ?? 0) })
    occurrences.set(key, counts)
  }
  const termsOf = (text: string): readonly Term[] => analyse(text, language).filter(({ stop }) => !stop)
  const words = new Set<string>()
  const count = ({ stem, word }: Term, paragraph: number, body: number, heading: number): void => {
    words.add(word)
    add(stem, paragraph, body, heading)
    add(wordKey(word), paragraph, body, heading)
  }

  const title = termsOf(article.head.title)
  const lengths = article.paragraphs.map(({ text, heading = '' }, index) => {
    const body = termsOf(text)
    for (const term of body) count(term, index, 1, 0)
    for (const term of [...title, ...termsOf(heading)]) count(term, index, 0, 1)
    return body.length
  })
  const length = lengths.reduce((sum, each) => sum + each, 0)
  return { article, language, lengths, length, occurrences, words: Map.groupBy(words, initialOf) }
}
