/**
 * Tells a common word from a name where a capital does not: at the beginning of a sentence. A table holds one word for
 * each stem, and none that is mostly somebody's or some place's name.
 */
import { stemmer as spanishStem } from '@orama/stemmers/spanish'
import type { Language } from '../types.ts'
import { isStopWord, stemOf } from './analyse.ts'
import { fold } from './fold.ts'
import { detectLanguage, primarySubtag } from './language.ts'
import { linesOf } from './word-list.ts'

const stems: Readonly<Record<string, (folded: string) => string>> = {
  fr: (folded) => stemOf(folded, 'fr'),
  en: (folded) => stemOf(folded, 'en'),
  es: (folded) => fold(spanishStem(folded)),
}

/** Words of a question that are looked up. */
const LONGEST = 20

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

/** A shorter beginning is a name's as well. In letters. */
const SHORTEST_ROOT = 5

/** Whether a common word of the language begins with a folded root: automatis, of automatisme. */
export const isRoot = (root: string, language: Language): boolean => {
  const tag = primarySubtag(language)
  const stem = stems[tag]
  if (!stem) return false
  return (
    root.length >= SHORTEST_ROOT &&
    vocabularyOf(tag, stem)
      .words.values()
      .some((word) => word.startsWith(root))
  )
}

/** So many words must be common ones of a language, and more of them than of any other, where no small word tells it. */
const TELLING = 2

/**
 * The language of a question: by its small words, or where a phone left them out, prix adulte piscine, by the vocabulary
 * that has most of its words.
 */
export const questionLanguage = (text: string): Language | undefined => {
  const told = detectLanguage(text)
  if (told !== undefined) return told
  const words = (text.match(/[\p{L}\p{M}]{3,}/gu) ?? []).slice(0, LONGEST).map(fold)
  const [best, second] = Object.keys(stems)
    .map((language) => ({ language, common: words.filter((word) => isCommonWord(word, language)).length }))
    .toSorted((a, b) => b.common - a.common)
  return best && best.common >= TELLING && best.common > (second?.common ?? 0) ? best.language : undefined
}
