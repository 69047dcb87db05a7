/** The paragraphs of the library, found by the words of a question and ranked by how much of it they hold. */
import { analyse, isStopWord, stemOf, type Term } from '../text/analyse.ts'
import { isGeneric } from '../text/generic.ts'
import { primarySubtag } from '../text/language.ts'
import { synonyms } from '../text/synonyms.ts'
import type { Article, Language, Passage } from '../types.ts'
import { idf, saturation } from './bm25.ts'
import { createEntry, type Entry, initialOf, type Occurrences, wordKey } from './entry.ts'
import { isExpandable, similarWords } from './expansion.ts'
import { type Hits, holders, join, union } from './hits.ts'

/** Which articles are searched: all there are, or those of these ids. */
type Scope = 'all' | readonly string[]

export type Query = {
  readonly text: string
  readonly language: Language | undefined
  readonly scope: Scope
  readonly limit: number
}

export type Ranking = {
  /** Best first; each holds a word of the question, or stands under a title or heading that does. */
  readonly passages: readonly Passage[]
  /** The largest share of the question's information that one passage holds, 0 to 1. */
  readonly coverage: number
  /** How many different words of the question carry information. */
  readonly informative: number
}

export type PassageIndex = {
  /** Replaces the article of the same id. */
  add(article: Article): void
  remove(id: string): void
  search(query: Query): Ranking
}

/** What is read of a question: in UTF-16 code units, and in different words. */
const MAXIMUM_TEXT = 4_000
const MAXIMUM_TERMS = 64

/** The word exactly as asked, beside its stem. */
const WORD_WEIGHT = 0.5
/** Similar words in place of one that stands nowhere, and how many at most: what is similar to more says nothing. */
const SIMILAR_WEIGHT = 0.5
const MAXIMUM_SIMILAR = 8
/** A word that says little, see `text/generic.ts`. */
const GENERIC_WEIGHT = 0.25
/** An occurrence in the title or heading above a paragraph, against one in the paragraph itself. */
const HEADING_WEIGHT = 0.3
/** The share of a word's information that a paragraph holds when only its title or heading has the word. */
const HEADING_SHARE = 0.5
/** Of the scores of the paragraphs before and after: an answer often stands beside the words of its question. */
const NEIGHBOUR_WEIGHT = 0.1

/** The articles of one language in scope. */
type Group = { readonly language: string; readonly entries: ReadonlySet<Entry> }
/** What stands for a word of the question: words of its stem, the very word, similar words where it has neither. */
type Matches = { readonly stem: Hits; readonly word: Hits; readonly similar: Hits }
/** Of an article, by the paragraph's index. */
type Tally = { readonly scores: Float64Array; readonly covered: Float64Array }

/** The different words of a question. */
const termsOf = (text: string, language: Language | undefined): readonly Term[] => {
  const terms = new Map<string, Term>()
  for (const term of analyse(text.slice(0, MAXIMUM_TEXT), language)) {
    if (!term.stop && !terms.has(term.stem)) terms.set(term.stem, term)
    if (terms.size === MAXIMUM_TERMS) break
  }
  return [...terms.values()]
}

const byArticleAndNumber = (a: Passage, b: Passage): number => {
  const [left, right] = [a.paragraph.article.id, b.paragraph.article.id]
  return left === right ? a.paragraph.number - b.paragraph.number : left < right ? -1 : 1
}

/** The passages of one article that hold something of the question, with what their neighbours add. */
const passagesOf = ({ article }: Entry, { scores }: Tally): readonly Passage[] =>
  article.paragraphs.flatMap((paragraph, index) => {
    const score = scores[index] ?? 0
    const neighbours = (scores[index - 1] ?? 0) + (scores[index + 1] ?? 0)
    return score > 0 ? [{ paragraph, score: score + NEIGHBOUR_WEIGHT * neighbours }] : []
  })

/** Adds what a match gives each paragraph: to its score `worth` times the saturation, to its coverage `value`. */
const credit = (tallies: Map<Entry, Tally>, hits: Hits, worth: number, value: number, average: number): void => {
  for (const [entry, occurrences] of hits) {
    const size = entry.lengths.length
    const tally = tallies.get(entry) ?? { scores: new Float64Array(size), covered: new Float64Array(size) }
    tallies.set(entry, tally)
    for (const [index, { body, heading }] of occurrences) {
      const share = saturation(body + HEADING_WEIGHT * heading, (entry.lengths[index] ?? 0) / average)
      tally.scores[index] = (tally.scores[index] ?? 0) + worth * share
      tally.covered[index] = (tally.covered[index] ?? 0) + value * (body > 0 ? 1 : HEADING_SHARE)
    }
  }
}

const mostCovered = (tallies: Iterable<Tally>): number => {
  let most = 0
  for (const { covered } of tallies) for (const each of covered) most = Math.max(most, each)
  return most
}

export const createPassageIndex = (): PassageIndex => {
  const entries = new Map<string, Entry>()
  const postings = new Map<string, Map<Entry, Occurrences>>()
  /** Every word of every article, by its first letter. */
  const vocabulary = new Map<string, Set<string>>()

  const remove = (id: string): void => {
    const entry = entries.get(id)
    if (!entry) return
    entries.delete(id)
    for (const key of entry.occurrences.keys()) {
      const hits = postings.get(key)
      hits?.delete(entry)
      if (hits?.size === 0) postings.delete(key)
    }
    for (const [initial, words] of entry.words) {
      const known = vocabulary.get(initial)
      for (const word of words) if (!postings.has(wordKey(word))) known?.delete(word)
    }
  }

  const add = (article: Article): void => {
    remove(article.head.id)
    const entry = createEntry(article)
    entries.set(article.head.id, entry)
    for (const [key, occurrences] of entry.occurrences) {
      postings.set(key, (postings.get(key) ?? new Map<Entry, Occurrences>()).set(entry, occurrences))
    }
    for (const [initial, words] of entry.words) {
      const known = vocabulary.get(initial) ?? new Set()
      for (const word of words) known.add(word)
      vocabulary.set(initial, known)
    }
  }

  /** The largest first. */
  const groupsOf = (scope: Scope): readonly Group[] => {
    const ids = scope === 'all' ? entries.keys() : new Set(scope)
    const chosen = [...ids].flatMap((id) => entries.get(id) ?? [])
    const groups = Map.groupBy(chosen, (entry) => entry.language)
    return [...groups]
      .map(([language, group]) => ({ language, entries: new Set(group) }))
      .sort((a, b) => b.entries.size - a.entries.size || (a.language < b.language ? -1 : 1))
  }

  /** Where a key occurs in a group, at the price of the smaller of the two. */
  const hitsOf = (key: string, { entries: group }: Group): Hits => {
    const found = postings.get(key)
    if (!found) return new Map()
    if (found.size <= group.size) return new Map([...found].filter(([entry]) => group.has(entry)))
    const hits = new Map<Entry, Occurrences>()
    for (const entry of group) {
      const occurrences = found.get(entry)
      if (occurrences) hits.set(entry, occurrences)
    }
    return hits
  }

  const wordsOf = (initial: string, group: Group, scope: Scope): ReadonlySet<string> =>
    scope === 'all'
      ? (vocabulary.get(initial) ?? new Set())
      : new Set([...group.entries].flatMap((entry) => entry.words.get(initial) ?? []))

  const similar = (term: Term, asked: Language | undefined, group: Group, scope: Scope): Hits => {
    const same = group.language === asked ? synonyms(term, asked) : []
    const words = isExpandable(term.word)
      ? similarWords([term.word, term.stem], wordsOf(initialOf(term.word), group, scope))
      : []
    const hits = [...same, ...words.map(wordKey)].map((key) => hitsOf(key, group)).filter(({ size }) => size > 0)
    return union(hits.slice(0, MAXIMUM_SIMILAR))
  }

  const matchesOf = (term: Term, asked: Language | undefined, groups: readonly Group[], scope: Scope): Matches => {
    const stems = groups.map((group) => hitsOf(stemOf(term.word, group.language), group))
    const words = groups.map((group) => hitsOf(wordKey(term.word), group))
    const lacking = isGeneric(term, asked) ? [] : groups.filter((_, index) => stems[index]?.size === 0)
    return {
      stem: join(stems),
      word: join(words),
      similar: join(lacking.map((group) => similar(term, asked, group, scope))),
    }
  }

  const search = ({ text, language, scope, limit }: Query): Ranking => {
    const groups = groupsOf(scope)
    const chosen = groups.flatMap((group) => [...group.entries])
    const count = chosen.reduce((sum, { lengths }) => sum + lengths.length, 0)
    const average = Math.max(1, chosen.reduce((sum, { length }) => sum + length, 0) / Math.max(1, count))
    // Without evidence of its language a question is names and figures, and is read as most articles are.
    const asked = language === undefined ? groups[0]?.language : primarySubtag(language)

    const tallies = new Map<Entry, Tally>()
    let information = 0
    let informative = 0
    for (const term of termsOf(text, asked)) {
      // A stop word of the articles, as the de of Charles de Gaulle in an English question, says nothing of them.
      const open = groups.filter((group) => group.language === asked || !isStopWord(term.word, group.language))
      const { stem, word, similar } = matchesOf(term, asked, open, scope)
      const generic = isGeneric(term, asked)
      const counts = !generic && open.length === groups.length
      const value = counts ? idf(count, holders(stem)) : 0
      information += value
      if (counts) informative++
      const worth = (hits: Hits, weight: number): number =>
        weight * (generic ? GENERIC_WEIGHT : 1) * idf(count, holders(hits))
      credit(tallies, stem, worth(stem, 1), value, average)
      credit(tallies, word, worth(word, WORD_WEIGHT), 0, average)
      credit(tallies, similar, worth(similar, SIMILAR_WEIGHT), SIMILAR_WEIGHT * value, average)
    }
    const passages = [...tallies].flatMap(([entry, tally]) => passagesOf(entry, tally))
    passages.sort((a, b) => b.score - a.score || byArticleAndNumber(a, b))
    return {
      passages: passages.slice(0, Math.max(0, limit)),
      coverage: information > 0 ? Math.min(1, mostCovered(tallies.values()) / information) : 0,
      informative,
    }
  }

  return { add, remove, search }
}
