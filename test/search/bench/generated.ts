/**
 * A collection of any size that is the same every time: each paragraph is made from its number.
 * Words follow Zipf's law, and there are more different ones the larger the collection is (Heaps' law), as in texts; and
 * the commonest are English stop words, a third of all.
 */
import { stopwords } from '@orama/stopwords/english'
import type { Article } from '../../../src/types.ts'

export const WORDS_PER_PARAGRAPH = 60
export const PARAGRAPHS_PER_ARTICLE = 40
const WORDS_PER_SENTENCE = 20

const syllables = 'ba cor di fen gal mi nor pra ster tu vel zo li ma ro ne'.split(' ')

const STOP_WORDS = 100
const stop: ReadonlySet<string> = new Set(stopwords.slice(0, STOP_WORDS))

/** A word by its rank; commoner ones are shorter, as in texts. */
const wordOf = (rank: number): string => {
  if (rank < STOP_WORDS) return stopwords[rank] ?? ''
  let word = ''
  for (let left = rank + 16; left > 0; left = Math.floor(left / 16)) word += syllables[left % 16]
  return word
}

/** Xorshift by Marsaglia (2003), 0 to 1. */
const randomFrom = (seed: number): (() => number) => {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
}

export type Generated = {
  readonly paragraphs: number
  readonly articles: readonly Article[]
  /** One that is not among them. */
  readonly another: Article
  /** Six words of some paragraph that are no stop words. */
  readonly question: (number: number) => string
}

/** All texts are made beforehand and kept, as a library has them. */
export const generate = (paragraphs: number): Generated => {
  const vocabulary = Math.round(40 * Math.sqrt(paragraphs * WORDS_PER_PARAGRAPH))
  const words = (seed: number, count: number): readonly string[] => {
    const random = randomFrom(seed)
    random()
    return Array.from({ length: count }, () => wordOf(Math.floor(vocabulary ** random()) - 1))
  }
  const make = (paragraph: number): string => {
    const all = words(paragraph, WORDS_PER_PARAGRAPH)
    return all.map((word, at) => (at % WORDS_PER_SENTENCE === WORDS_PER_SENTENCE - 1 ? `${word}.` : word)).join(' ')
  }
  const makeArticle = (number: number): Article => {
    const head = { id: `a${number}`, title: '', language: 'en', hash: `${number}` }
    const first = number * PARAGRAPHS_PER_ARTICLE
    const length = Math.min(PARAGRAPHS_PER_ARTICLE, Math.max(1, paragraphs - first))
    const texts = Array.from({ length }, (_, at) => make(first + at))
    return { head, paragraphs: texts.map((text, at) => ({ article: head, number: at + 1, text })) }
  }
  const articles = Array.from({ length: Math.ceil(paragraphs / PARAGRAPHS_PER_ARTICLE) }, (_, number) =>
    makeArticle(number),
  )
  return {
    paragraphs,
    articles,
    another: makeArticle(articles.length + 1),
    question(number) {
      const random = randomFrom(paragraphs + 7_919 * number)
      random()
      const all = words(Math.floor(random() * paragraphs), WORDS_PER_PARAGRAPH).filter((word) => !stop.has(word))
      return Array.from({ length: 6 }, () => all[Math.floor(random() * all.length)]).join(' ')
    },
  }
}
