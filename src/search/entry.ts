/** An article as the index keeps it: how often each term occurs in each of its paragraphs. */
import { analyse } from '../text/analyse.ts'
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
}

const MARK = '='
/** Stems and words as written share one map; the mark, in no stem, keeps them apart. */
export const wordKey = (word: string): string => MARK + word
/** The word of a key that `wordKey` made. */
export const wordOf = (key: string): string | undefined => (key.startsWith(MARK) ? key.slice(MARK.length) : undefined)

export const createEntry = (article: Article): Entry => {
  const language = primarySubtag(article.head.language)
  const occurrences = new Map<string, Map<number, Count>>()
  const add = (key: string, paragraph: number, body: number, heading: number): void => {
    const counts = occurrences.get(key) ?? new Map<number, Count>()
    const before = counts.get(paragraph)
    counts.set(paragraph, { body: body + (before?.body ?? 0), heading: heading + (before?.heading ?? 0) })
    occurrences.set(key, counts)
  }
  const keysOf = (text: string): readonly (readonly [string, string])[] =>
    analyse(text, language).flatMap(({ stem, word, stop }) => (stop ? [] : [[stem, wordKey(word)] as const]))

  const title = keysOf(article.head.title)
  const lengths = article.paragraphs.map(({ text, heading = '' }, index) => {
    const body = keysOf(text)
    for (const key of body.flat()) add(key, index, 1, 0)
    for (const key of [...title, ...keysOf(heading)].flat()) add(key, index, 0, 1)
    return body.length
  })
  return { article, language, lengths, length: lengths.reduce((sum, each) => sum + each, 0), occurrences }
}
