/** Spans of sentences that can be quoted by themselves: one that leans on the sentence before is given with it. */
import { fold } from '../text/fold.ts'
import { sentences } from '../text/sentences.ts'
import type { Paragraph } from '../types.ts'
import type { Span } from './quotation.ts'

/** Two sentences are quoted together up to this many characters. */
const MAXIMUM_LENGTH = 450

/** First words that make no sense without the sentence before. Folded. */
const leaning: Readonly<Record<string, RegExp>> = {
  fr: /^(?:il|elle|ils|elles|ce|c'|cela|ceux|celui|celle|celles|cette|cet|ces|son|sa|ses|leur|leurs|ainsi|mais|or|car|donc|en effet|de plus|puis|ensuite|en outre|y)(?![\p{L}\p{N}])/u,
  en: /^(?:he|she|it|they|this|that|these|those|his|her|its|their|but|so|thus|therefore|however|then|such|both)(?![\p{L}\p{N}])/u,
}

/** `sentence` is the sentence alone; `span` is what to quote, which starts earlier where the sentence leans. */
export type Standalone = { readonly sentence: Span; readonly span: Span; readonly leans: boolean }

export const standalone = ({ text, article }: Paragraph): readonly Standalone[] => {
  const spans = sentences(text, article.language)
  const pattern = leaning[article.language.slice(0, 2)]
  return spans.map((sentence, index) => {
    const previous = spans[index - 1]
    const leans = pattern?.test(fold(text.slice(sentence.start, sentence.start + 20))) === true
    const joined = previous && leans && sentence.end - previous.start <= MAXIMUM_LENGTH
    return { sentence, span: joined ? { start: previous.start, end: sentence.end } : sentence, leans }
  })
}
