/** A row of the tables that tell what a question asks for. */
import type { QuestionKind } from './question-kind.ts'

/**
 * A pattern, linear in time, the kind that its words ask for, and words of which any match has one. Compiling a pattern
 * costs a cold start much more than looking for a word.
 */
export type Asking = readonly [kind: QuestionKind, pattern: string, words?: readonly string[]]

/** What any match of a simple pattern begins with: heure of heures?, part of part\b. */
const beginning = (pattern: string): string => pattern.replace(/.\?.*$/, '').replace(/[^a-z' -].*$/, '')

/** The words of `nouns`, behind words that ask and before what may follow. */
export const asking = (kind: QuestionKind, before: string, nouns: string, after = ''): Asking => [
  kind,
  `${before}(?:${nouns})${after}`,
  nouns.split('|').map(beginning),
]
