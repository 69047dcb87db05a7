/**
 * Which words of the passages stand for which words of a question, and how much each word of the question tells:
 * the rarer in the passages, the more.
 */
import { idf } from '../search/bm25.ts'
import { analyse, type Term } from '../text/analyse.ts'
import { isGeneric } from '../text/generic.ts'
import { sameLanguage } from '../text/language.ts'

import type { Language } from '../types.ts'
import { cuesOf } from './cues.ts'
import type { QuestionKind } from './question-kind.ts'
import type { PassageReading } from './reading.ts'

export type Question = {
  readonly text: string
  readonly language: Language
  /** The question before, where this one follows up on it. */
  readonly earlier?: string
}

export type QuestionTerm = Term & {
  /** Information, in nats; 0 where it says nothing. */
  readonly weight: number
  /** A name or a number that no passage has, in whatever form. */
  readonly gone: boolean
  /** Says little in any question, or what its kind says already. */
  readonly vague: boolean
}

export type Meaning = {
  /** The question's term. */
  readonly term: number
  /** How well the word stands for it, over 0 up to 1. */
  readonly value: number
}

export type Matching = {
  readonly terms: readonly QuestionTerm[]
  /** Of the weights. */
  readonly total: number
  /** By stem. */
  readonly meanings: ReadonlyMap<string, readonly Meaning[]>
}

/** What another word of one meaning, or of one beginning, is worth. */
const SYNONYM = 0.85
const SIMILAR = 0.7
const VAGUE_WEIGHT = 0.2
/** A word that stands nowhere may have been asked by another name; a proper name or a number may not. */
const MISSING_WEIGHT = 0.5
/** A word of the question before. */
const EARLIER_WEIGHT = 0.5

const SHORTEST_SIMILAR = 5
/** Of the shorter of two words, the share that they begin with alike: bombarder, bombardement. */
const SHARED_START = 0.7
const SHORTEST_MISSPELT = 6

const sharedStart = (a: string, b: string): number => {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

const areSimilar = (a: string, b: string): boolean => {
  const least = Math.min(a.length, b.length)
  if (least < SHORTEST_SIMILAR || a[0] !== b[0] || /^\d/.test(a)) return false
  const shared = sharedStart(a, b)
  if (shared >= Math.max(SHORTEST_SIMILAR, SHARED_START * least)) return true
  // One letter is wrong, missing or too much.
  if (least < SHORTEST_MISSPELT || Math.abs(a.length - b.length) > 1) return false
  const [restA, restB] = [a.slice(shared), b.slice(shared)]
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)
}

type Entry = { readonly word: string; readonly passages: Set<number>; name: boolean }

/** By stem, the words of the passages; a name is never written small. */
const vocabularyOf = (passages: readonly PassageReading[]): ReadonlyMap<string, Entry> => {
  const vocabulary = new Map<string, Entry>()
  for (const [index, { paragraph, sentences }] of passages.entries()) {
    for (const { terms } of sentences) {
      for (const { stop, stem, word, start } of terms) {
        if (stop) continue
        const entry = vocabulary.get(stem) ?? { word, passages: new Set(), name: true }
        vocabulary.set(stem, entry)
        entry.passages.add(index)
        if (!/^\p{Lu}/u.test(paragraph.text.charAt(start))) entry.name = false
      }
    }
  }
  return vocabulary
}

const termsOf = (text: string, asked: Language, language: Language): readonly Term[] => {
  const stops = new Set(analyse(text, asked).flatMap((term) => (term.stop ? [term.word] : [])))
  return analyse(text, language).filter((term) => !term.stop && !stops.has(term.word))
}

/** Matches a question with passages of one language. */
export const match = (
  question: Question,
  kind: QuestionKind,
  passages: readonly PassageReading[],
  language: Language,
): Matching => {
  const vocabulary = vocabularyOf(passages)
  const foreign = !sameLanguage(question.language, language)
  const own = cuesOf(question.language)
  const meanings = new Map<string, Meaning[]>()
  const terms: QuestionTerm[] = []
  const seen = new Set<string>()

  const add = (term: Term, text: string, factor: number): void => {
    if (seen.has(term.stem)) return
    seen.add(term.stem)
    const forms = new Map<string, number>()
    const exact = vocabulary.has(term.stem)
    if (exact) forms.set(term.stem, 1)
    const others = foreign ? [] : [...(own?.synonymsOf(term.stem) ?? [])]
    for (const stem of others) if (!forms.has(stem) && vocabulary.has(stem)) forms.set(stem, SYNONYM)
    for (const [stem, { word }] of vocabulary) {
      if (!forms.has(stem) && (areSimilar(term.stem, stem) || areSimilar(term.word, word))) forms.set(stem, SIMILAR)
    }
    for (const [stem, value] of forms) {
      const list = meanings.get(stem) ?? []
      meanings.set(stem, list)
      list.push({ term: terms.length, value })
    }
    const holders = exact
      ? (vocabulary.get(term.stem)?.passages ?? new Set())
      : new Set([...forms.keys()].flatMap((stem) => [...(vocabulary.get(stem)?.passages ?? [])]))
    const capital = term.start > 0 && /^\p{Lu}/u.test(text.charAt(term.start))
    const named = /^\d/.test(term.word) || (vocabulary.get(term.stem)?.name ?? capital)
    const absorbed = own?.isAbsorbed(term.stem, kind) === true
    const vague = absorbed || isGeneric(term, question.language) || (!named && own?.isVague(term.stem) === true)
    const missing = foreign ? 0 : named ? 1 : absorbed ? 0 : MISSING_WEIGHT
    const worth = idf(passages.length, holders.size) * (vague ? VAGUE_WEIGHT : 1) * (holders.size === 0 ? missing : 1)
    terms.push({ ...term, weight: worth * factor, gone: named && !foreign && holders.size === 0, vague })
  }

  for (const term of termsOf(question.text, question.language, language)) add(term, question.text, 1)
  const { earlier = '' } = question
  for (const term of termsOf(earlier, question.language, language)) add(term, earlier, EARLIER_WEIGHT)
  return { terms, total: terms.reduce((sum, { weight }) => sum + weight, 0), meanings }
}

/** For each of the question's terms, the best that stands for it among these. */
export const valuesOf = (stems: Iterable<string>, { terms, meanings }: Matching): readonly number[] => {
  const values = terms.map(() => 0)
  for (const stem of stems) {
    for (const { term, value } of meanings.get(stem) ?? []) values[term] = Math.max(values[term] ?? 0, value)
  }
  return values
}
