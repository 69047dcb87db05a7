/** The words of a question, and what each is worth to a passage. */
import { analyse, type Term } from '../text/analyse.ts'
import type { Language } from '../types.ts'

export type Wanted = {
  /** Folded. */
  readonly word: string
  /** By the articles' language, where it is no stop word there. */
  readonly stems: ReadonlyMap<string, string>
  /** Stems that stand for it where its own stands nowhere, by the articles' language. */
  readonly similar: ReadonlyMap<string, ReadonlySet<string>>
  /** What a passage full of it gets. */
  readonly weight: number
  /** The same of what is similar to it. */
  readonly similarWeight: number
  /** What it counts in coverage. */
  readonly value: number
}

/** A word in the title of its article is worth this to each paragraph, whatever its length. */
export const TITLE_WEIGHT = 0.5

/** What is read of a question: in UTF-16 code units, and in different words. */
const MAXIMUM_TEXT = 4_000
const MAXIMUM_TERMS = 64

/** The different words of a question. */
export const termsOf = (text: string, language: Language | undefined): readonly Term[] => {
  const terms = new Map<string, Term>()
  for (const term of analyse(text.slice(0, MAXIMUM_TEXT), language)) {
    if (!term.stop && !terms.has(term.stem)) terms.set(term.stem, term)
    if (terms.size === MAXIMUM_TERMS) break
  }
  return [...terms.values()]
}
