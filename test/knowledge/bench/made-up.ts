/** Articles of made-up words, their frequencies as in French news (Zipf), the same at every run. */
import { stopwords } from '@orama/stopwords/french'
import { textHash } from '../../../src/knowledge/read.ts'
import type { Article, ArticleHead } from '../../../src/types.ts'

/** Two million words of news have so many forms (Heaps' law, 40 √n); the 150 commonest, nearly half of all, are stop words. */
const FORMS = 60_000
const common = stopwords.filter((word) => word !== '').slice(0, 150)
const syllables = ['ba', 'co', 'dé', 'fe', 'ga', 'mi', 'no', 'pa', 'te', 'tu', 've', 'zo', 'li', 'ma', 'ro']
/** Two of a stem. */
const endings = ['in', 'ins', 'al', 'ales', 'er', 'é', 'eur', 'eurs']

const word = (rank: number): string => {
  const place = rank - common.length
  if (place < 0) return common[rank] ?? ''
  let letters = ''
  for (let rest = (place >> 1) + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length))
    letters += syllables[rest % syllables.length]
  return letters + endings[place % endings.length]
}

let seed = 1
/** From 0 to 1; Tommy Ettinger's Mulberry32 (public domain). */
const random = (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}
const any = (): string => word(Math.floor(FORMS ** random()) - 1)
/** Of 20 words, and with the apostrophe that few French sentences are without. */
const sentence = (): string => `L’${any()} ${Array.from({ length: 19 }, any).join(' ')}.`

/** Paragraphs of 60 words. */
export const paragraphs = (count: number): readonly string[] =>
  Array.from({ length: count }, () => `${sentence()} ${sentence()} ${sentence()}`)

export const madeUp = (id: string, count: number): Article => {
  const texts = paragraphs(count).map((text) => ({ text }))
  const head: ArticleHead = { id, title: sentence().slice(0, 60), language: 'fr', hash: textHash(texts) }
  return { head, paragraphs: texts.map(({ text }, index) => ({ article: head, number: index + 1, text })) }
}
