/** Spans of sentences that can be quoted by themselves: one that leans on the sentence before is given with it. */
import { pointsBack } from '../text/anaphora.ts'
import { sentences } from '../text/sentences.ts'
import type { Paragraph } from '../types.ts'
import type { Span } from './quotation.ts'

/** Two sentences are quoted together up to this many characters. */
const MAXIMUM_LENGTH = 450

/** `sentence` is the sentence alone; `span` is what to quote, which starts earlier where the sentence leans. */
export type Standalone = { readonly sentence: Span; readonly span: Span; readonly leans: boolean }

export const standalone = ({ text, article }: Paragraph): readonly Standalone[] => {
  const spans = sentences(text, article.language)
  return spans.map((sentence, index) => {
    const previous = spans[index - 1]
    const leans = pointsBack(text.slice(sentence.start, sentence.end), article.language)
    const joined = previous && leans && sentence.end - previous.start <= MAXIMUM_LENGTH
    return { sentence, span: joined ? { start: previous.start, end: sentence.end } : sentence, leans }
  })
}
