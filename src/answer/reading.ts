/** Reads a passage for extraction: its sentences with the terms of each. A paragraph never changes, so that it is read once. */
import { analyse, type Term } from '../text/analyse.ts'
import type { Paragraph, Passage } from '../types.ts'
import { type Standalone, standalone } from './standalone.ts'

export type SentenceReading = Standalone & { readonly terms: readonly Term[] }
type ParagraphReading = {
  readonly sentences: readonly SentenceReading[]
  /** Its words that are no stop words, folded, by their stems. */
  readonly words: ReadonlyMap<string, string>
}
export type PassageReading = ParagraphReading & { readonly label: string; readonly paragraph: Paragraph }

/** Analysing a passage costs more than all the rest of extraction. Readings kept before they are all forgotten. */
const MAXIMUM_KEPT = 1_000
const kept = new Map<Paragraph, ParagraphReading>()

const readParagraph = (paragraph: Paragraph): ParagraphReading => {
  const terms = analyse(paragraph.text, paragraph.article.language)
  let next = 0
  const sentences = standalone(paragraph).map((each) => {
    const from = next
    while (next < terms.length && (terms[next]?.start ?? 0) < each.sentence.end) next++
    return { ...each, terms: terms.slice(from, next) }
  })
  return { sentences, words: new Map(terms.flatMap(({ stop, stem, word }) => (stop ? [] : [[stem, word] as const]))) }
}

export const readPassage = (label: string, { paragraph }: Passage): PassageReading => {
  const known = kept.get(paragraph)
  if (known) return { label, paragraph, ...known }
  const reading = readParagraph(paragraph)
  if (kept.size >= MAXIMUM_KEPT) kept.clear()
  kept.set(paragraph, reading)
  return { label, paragraph, ...reading }
}
