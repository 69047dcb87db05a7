/**
 * Tells a common word from a name where a capital does not: at the beginning of a sentence. A table holds one word for
 * each stem, and none that is mostly somebody's or some place's name.
 */
import { stemmer as spanishStem } from '@orama/stemmers/spanish'
import type { Language } from '../types.ts'
import { isStopWord, stemOf } from './analyse.ts'
import { fold } from './fold.ts'
import { primarySubtag } from './language.ts'
import { linesOf } from './word-list.ts'

const stems: Readonly<Record<string, (folded: string) => string>> = {
  fr: (folded) => stemOf(folded, 'fr'),
  en: (folded) => stemOf(folded, 'en'),
  es: (folded) => fold(spanishStem(folded)),
}

/** Shorter words are no names of anybody: el, of, à. */
const SHORTEST = 3

type Vocabulary = { readonly words: ReadonlySet<string>; readonly stems: ReadonlySet<string> }
const vocabularies = new Map<string, Vocabulary>()

const vocabularyOf = (tag: string, stem: (folded: string) => string): Vocabulary => {
  const known = vocabularies.get(tag)
  if (known) return known
  const words = linesOf(`vocabulary-${tag}`)
  const vocabulary = { words: new Set(words), stems: new Set(words.map(stem)) }
  vocabularies.set(tag, vocabulary)
  return vocabulary
}

/** Whether we have a vocabulary of the language. */
export const hasVocabulary = (language: Language): boolean => Object.hasOwn(stems, primarySubtag(language))

/** Whether a folded word is a common one of the language; no word is where we have no vocabulary. */
export const isCommonWord = (folded: string, language: Language): boolean => {
  if (folded.length < SHORTEST || isStopWord(folded, language)) return true
  const tag = primarySubtag(language)
  const stem = stems[tag]
  if (!stem) return false
  const { words, stems: known } = vocabularyOf(tag, stem)
  return words.has(folded) || known.has(stem(folded))
}
