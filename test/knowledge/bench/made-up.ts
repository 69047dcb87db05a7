/** Articles of made-up words, their frequencies as in a text (Zipf), the same at every run. */
import { textHash } from '../../../src/knowledge/read.ts'
import type { Article, ArticleHead } from '../../../src/types.ts'

const syllables = ['ba', 'cor', 'di', 'fen', 'gal', 'mi', 'nor', 'pra', 'ster', 'tu', 'vel', 'zo', 'li', 'ma', 'ro']
/** Of 20,000 words: what a library of news has. */
const word = (rank: number): string =>
  [rank % 15, Math.floor(rank / 15) % 15, Math.floor(rank / 225) % 15, Math.floor(rank / 3_375) % 6]
    .map((index) => syllables[index])
    .join('')

let seed = 1
const random = (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}
const sentence = (): string => `${Array.from({ length: 20 }, () => word(Math.floor(20_000 ** random()))).join(' ')}.`

/** Paragraphs of 60 words. */
export const paragraphs = (count: number): readonly string[] =>
  Array.from({ length: count }, () => `${sentence()} ${sentence()} ${sentence()}`)

export const madeUp = (id: string, count: number): Article => {
  const texts = paragraphs(count).map((text) => ({ text }))
  const head: ArticleHead = { id, title: sentence().slice(0, 60), language: 'fr', hash: textHash(texts) }
  return { head, paragraphs: texts.map(({ text }, index) => ({ article: head, number: index + 1, text })) }
}
