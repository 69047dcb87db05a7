/**
 * Which words of the passages stand for which words of a question, and how much each word of the question tells:
 * the rarer in the passages, the more.
 */
import { idf } from '../search/bm25.ts'
import { analyse, type Term } from '../text/analyse.ts'
import { isGeneric } from '../text/generic.ts'
import { primarySubtag, sameLanguage } from '../text/language.ts'
import type { Asked } from '../text/question-kind.ts'
import { isExpandable, similarity } from '../text/similar.ts'
import { synonyms } from '../text/synonyms.ts'
import { isCommonWord } from '../text/vocabulary.ts'
import type { Language } from '../types.ts'
import type { PassageReading } from './reading.ts'

export type Question = {
  readonly text: string
  readonly language: Language
}

export type QuestionTerm = Term & {
  /** Information, in nats; 0 where it says nothing. */
  readonly weight: number
  /** No passage has it, in whatever form. */
  readonly nowhere: boolean
  /** A proper name or a number, which has no other name. */
  readonly named: boolean
  /** Says little in any question, or what its kind says already: how high. */
  readonly vague: boolean
  /** Of the words that ask: the age, how high. */
  readonly asking: boolean
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
const SYNONYM = 0.8
const SIMILAR = 0.7
const VAGUE_WEIGHT = 0.2

/** Languages that write compounds as one word: Bergfahrt holds Fahrt. */
const compounding: ReadonlySet<string> = new Set(['de', 'nl', 'sv'])
/**
 * Whose vocabulary is large enough for what it lacks to be a name: with French 1.3 % of PIAF's answers were lost, with
 * Spanish 3 % of XQuAD's.
 */
const strangers: ReadonlySet<string> = new Set(['en'])
/** In letters. */
const SHORTEST_PART = 5
const isPartOf = (a: string, b: string): boolean => {
  const [part, whole] = a.length < b.length ? [a, b] : [b, a]
  return part.length >= SHORTEST_PART && (whole.endsWith(part) || whole.startsWith(part))
}

type Entry = { readonly word: string; readonly passages: Set<number> }

/** By stem, the words of the passages. */
const vocabularyOf = (passages: readonly PassageReading[]): ReadonlyMap<string, Entry> => {
  const vocabulary = new Map<string, Entry>()
  for (const [index, { words }] of passages.entries()) {
    for (const [stem, word] of words) {
      const entry = vocabulary.get(stem)
      if (entry) entry.passages.add(index)
      else vocabulary.set(stem, { word, passages: new Set([index]) })
    }
  }
  return vocabulary
}

const isCapital = (text: string, at: number): boolean => /^\p{Lu}/u.test(text.charAt(at))

/** A name is never written small. */
const isName = (stem: string, passages: readonly PassageReading[]): boolean =>
  passages.every(({ paragraph, sentences }) =>
    sentences.every(({ terms }) => terms.every((term) => term.stem !== stem || isCapital(paragraph.text, term.start))),
  )

const termsOf = (text: string, asked: Language, language: Language): readonly Term[] => {
  const stops = new Set(analyse(text, asked).flatMap((term) => (term.stop ? [term.word] : [])))
  return analyse(text, language).filter((term) => !term.stop && !stops.has(term.word))
}

/** Matches a question with passages of one language. */
export const match = (
  question: Question,
  { start, end }: Asked,
  passages: readonly PassageReading[],
  language: Language,
  known: ReadonlySet<string> = new Set(),
): Matching => {
  const vocabulary = vocabularyOf(passages)
  const foreign = !sameLanguage(question.language, language)
  const meanings = new Map<string, Meaning[]>()
  const terms: QuestionTerm[] = []
  const seen = new Set<string>()

  const compounds = compounding.has(primarySubtag(language)) && !foreign

  // Typed small, a name is told by being no common word: titanic, eiffel.
  const isSmall = strangers.has(primarySubtag(question.language)) && !/\p{Lu}/u.test(question.text)

  const add = (term: Term, isAsking: boolean): void => {
    if (seen.has(term.stem)) return
    seen.add(term.stem)
    const forms = new Map<string, number>()
    const exact = vocabulary.has(term.stem)
    if (exact) forms.set(term.stem, 1)
    const others = foreign ? [] : synonyms(term, question.language)
    for (const stem of others) if (!forms.has(stem) && vocabulary.has(stem)) forms.set(stem, SYNONYM)
    if (isExpandable(term.word)) {
      for (const [stem, { word }] of vocabulary) {
        if (forms.has(stem)) continue
        const isSimilar = similarity(term.word, word) + similarity(term.stem, word) > 0
        if (isSimilar || (compounds && isPartOf(term.word, word))) forms.set(stem, SIMILAR)
      }
    }
    for (const [stem, value] of forms) {
      const list = meanings.get(stem) ?? []
      meanings.set(stem, list)
      list.push({ term: terms.length, value })
    }
    const holders = exact
      ? (vocabulary.get(term.stem)?.passages ?? new Set())
      : new Set([...forms.keys()].flatMap((stem) => [...(vocabulary.get(stem)?.passages ?? [])]))
    const capital = term.start > 0 && isCapital(question.text, term.start)
    const strange = () => isSmall && holders.size === 0 && !isCommonWord(term.word, question.language)
    const named = /^\d/.test(term.word) || (exact ? isName(term.stem, passages) : capital || strange())
    const vague = isAsking || isGeneric(term, question.language)
    const nowhere = holders.size === 0
    const worth = idf(passages.length, holders.size) * (vague ? VAGUE_WEIGHT : 1)
    // Across languages a word that stands nowhere may stand there translated, unless passages in its own have it.
    const translated = foreign && nowhere && !known.has(term.word)
    terms.push({
      ...term,
      weight: translated ? 0 : worth,
      nowhere: nowhere && !translated,
      named,
      vague,
      asking: isAsking && !isGeneric(term, question.language),
    })
  }

  const asking = termsOf(question.text.slice(start, end), question.language, language)
  const ends: readonly (string | undefined)[] = [asking[0]?.word, asking.at(-1)?.word]
  for (const term of termsOf(question.text, question.language, language)) {
    add(term, term.start >= start && term.start < end && ends.includes(term.word))
  }
  return { terms, total: terms.reduce((sum, { weight }) => sum + weight, 0), meanings }
}

/** For each of the question's terms, the best that stands for it among these. */
export const valuesOf = (list: readonly Term[], { terms, meanings }: Matching): readonly number[] => {
  const values = terms.map(() => 0)
  for (const { stem } of list) {
    for (const { term, value } of meanings.get(stem) ?? []) values[term] = Math.max(values[term] ?? 0, value)
  }
  return values
}
