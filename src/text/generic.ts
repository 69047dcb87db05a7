/**
 * Words that carry little information in a question about an article. They do three things only: speak of the text
 * itself (article, mention), stand for what is asked (person, thing, year, country), or hold a place in the grammar
 * (make, happen). A question made of nothing else is about the article as a whole.
 */
import type { Language } from '../types.ts'
import { stemOf, type Term } from './analyse.ts'
import { lexicon } from './tables.ts'

export const isGeneric = (term: Term, language: Language | undefined): boolean =>
  lexicon(language).isGenericStem(stemOf(term.word, language))
