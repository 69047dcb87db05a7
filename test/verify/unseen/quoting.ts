/** How quotations are made of a sentence and cited. The claim repeats the sentence, so that they alone can be at fault. */
import { type Change, type Given, wordsOf } from './change.ts'

type Words = (given: Given) => string | readonly string[] | undefined

export const cited = (given: Given, ...quotes: readonly string[]): unknown => ({
  verdict: 'answered',
  claims: [{ text: given.text, citations: quotes.map((quote) => ({ paragraph: given.paragraph.id, quote })) }],
})
/** One draft for each quotation; one that the paragraph holds after all is none of a class to reject. */
export const quoting =
  (make: Words, unless: (quote: string, given: Given) => boolean = () => false): Change =>
  (given) => {
    const made = make(given)
    const list = made === undefined ? [] : typeof made === 'string' ? [made] : made
    return list.filter((quote) => !unless(quote, given)).map((quote) => ({ draft: cited(given, quote) }))
  }
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/ +/gu, ' ')
    .trim()
export const held = (quote: string, { paragraph }: Given): boolean => paragraph.text.includes(quote)
export const heldPlainly = (quote: string, { paragraph }: Given): boolean =>
  ` ${plain(paragraph.text)} `.includes(` ${plain(quote)} `)

/** The place of a plain word inside the sentence. */
export const innerOf = ({ text, index }: Given): number | undefined => {
  const list = wordsOf(text)
  const places = list.flatMap((word, at) => (at > 0 && at < list.length - 1 && /^\p{L}{4,}$/u.test(word) ? [at] : []))
  return places[index % Math.max(1, places.length)]
}
export const withWord = (given: Given, by: (word: string) => string): string | undefined => {
  const at = innerOf(given)
  return at === undefined
    ? undefined
    : wordsOf(given.text)
        .map((word, place) => (place === at ? by(word) : word))
        .filter((word) => word !== '')
        .join(' ')
}
