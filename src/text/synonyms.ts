/**
 * Words that a question and its answer use for each other: combien de morts, a tué; how high, a height of. General
 * words only, of what is often asked of any article; search counts them for less, and only where the word asked for
 * stands nowhere.
 */
import type { Language } from '../types.ts'
import { stemOf, type Term } from './analyse.ts'
import { lexicon } from './tables.ts'

/** The stems of a term's synonyms, without its own. */
export const synonyms = (term: Term, language: Language | undefined): readonly string[] => {
  const own = stemOf(term.word, language)
  return [...lexicon(language).synonymStems(own)].filter((stem) => stem !== own)
}
