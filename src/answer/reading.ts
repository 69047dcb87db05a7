/** Reads a passage for extraction: its sentences with the terms of each, analysed once. */
import { analyse, type Term } from '../text/analyse.ts'
import type { Paragraph, Passage } from '../types.ts'
import { type Standalone, standalone } from './standalone.ts'

export type SentenceReading = Standalone & { readonly terms: readonly Term[] }
export type PassageReading = {
  readonly label: string
  readonly paragraph: Paragraph
  readonly sentences: readonly SentenceReading[]
}

export const readPassage = (label: string, { paragraph }: Passage): PassageReading => {
  const terms = analyse(paragraph.text, paragraph.article.language)
  let next = 0
  const sentences = standalone(paragraph).map((each) => {
    const from = next
    while (next < terms.length && (terms[next]?.start ?? 0) < each.sentence.end) next++
    return { ...each, terms: terms.slice(from, next) }
  })
  return { label, paragraph, sentences }
}
