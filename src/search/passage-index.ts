/** The paragraphs of the library, found by the words of a question and ranked by how much of it they hold. */
import { analyse, isStopWord, stemOf, type Term } from '../text/analyse.ts'
import { isGeneric } from '../text/generic.ts'
import { primarySubtag } from '../text/language.ts'
import type { Article, Language, Passage, Scope } from '../types.ts'
import { idf, saturation } from './bm25.ts'
import { type Count, createEntry, type Entry, type Occurrences, wordKey, wordOf } from './entry.ts'
import { isExpandable, similarWords } from './expansion.ts'

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

type Hits = ReadonlyMap<Entry, Occurrences>
/** The articles of one language in scope. */
type Group = { readonly language: string; readonly entries: ReadonlySet<Entry> }
/** What stands for a word of the question, its weight in the score, and the share of the word's information it has. */
type Match = { readonly hits: Hits; readonly weight: number; readonly share: number }
/** Of an article, by the paragraph's index. */
type Tally = { readonly scores: Float64Array; readonly covered: Float64Array }

/** Articles that `all` do not share. */
const join = (all: readonly Hits[]): Hits => (all.length === 1 && all[0]) || new Map(all.flatMap((hits) => [...hits]))

/** Several words as if they were one, so that a paragraph full of similar words is not worth each of them. */
const union = (all: readonly Hits[]): Hits => {
  const merged = new Map<Entry, Map<number, Count>>()
  for (const [entry, occurrences] of all.flatMap((hits) => [...hits])) {
    const counts = merged.get(entry) ?? new Map<number, Count>()
    for (const [paragraph, { body, heading }] of occurrences) {
      const before = counts.get(paragraph)
      counts.set(paragraph, { body: body + (before?.body ?? 0), heading: heading + (before?.heading ?? 0) })
    }
    merged.set(entry, counts)
  }
  return merged
}

/** How many paragraphs hold a term themselves: a title would make its words common in every paragraph below. */
const holders = (hits: Hits): number => {
  let count = 0
  for (const occurrences of hits.values()) for (const { body } of occurrences.values()) if (body > 0) count++
  return count
}

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
      if (hits?.size !== 0) continue
      postings.delete(key)
      const word = wordOf(key)
      if (word !== undefined) vocabulary.get(word.charAt(0))?.delete(word)
    }
  }

  const add = (article: Article): void => {
    remove(article.head.id)
    const entry = createEntry(article)
    entries.set(article.head.id, entry)
    for (const [key, occurrences] of entry.occurrences) {
      postings.set(key, (postings.get(key) ?? new Map<Entry, Occurrences>()).set(entry, occurrences))
      const word = wordOf(key)
      if (word === undefined) continue
      vocabulary.set(word.charAt(0), (vocabulary.get(word.charAt(0)) ?? new Set<string>()).add(word))
    }
  }

  const groupsOf = (scope: Scope): readonly Group[] => {
    const ids = scope === 'all' ? entries.keys() : new Set(scope)
    const chosen = [...ids].flatMap((id) => entries.get(id) ?? [])
    const groups = Map.groupBy(chosen, (entry) => entry.language)
    return [...groups].map(([language, group]) => ({ language, entries: new Set(group) }))
  }

  /** Where a key occurs in a group, at the price of the smaller of the two. */
  const hitsOf = (key: string, { entries: group }: Group): Hits => {
    const found = postings.get(key)
    if (!found) return new Map()
    if (found.size <= group.size) return new Map([...found].filter(([entry]) => group.has(entry)))
    return new Map([...group].flatMap((entry) => [[entry, found.get(entry) ?? []] as const]))
  }

  const wordsOf = (initial: string, group: Group, scope: Scope): ReadonlySet<string> => {
    if (scope === 'all') return vocabulary.get(initial) ?? new Set()
    const words = [...group.entries].flatMap((entry) => [...entry.occurrences.keys()].flatMap((key) => wordOf(key) ?? []))
    return new Set(words.filter((word) => word.startsWith(initial)))
  }

  const similar = (term: Term, group: Group, scope: Scope): Hits => {
    if (!isExpandable(term.word)) return new Map()
    const words = similarWords([term.word, term.stem], wordsOf(term.word.charAt(0), group, scope))
    const hits = words.map((word) => hitsOf(wordKey(word), group)).filter(({ size }) => size > 0)
    return union(hits.slice(0, MAXIMUM_SIMILAR))
  }

  const search = ({ text, language, scope, limit }: Query): Ranking => {
    const groups = groupsOf(scope)
    const chosen = groups.flatMap((group) => [...group.entries])
    const count = chosen.reduce((sum, { lengths }) => sum + lengths.length, 0)
    const average = Math.max(1, chosen.reduce((sum, { length }) => sum + length, 0) / Math.max(1, count))
    // Without evidence of its language a question is names and figures, and is read as the first article is.
    const asked = language === undefined ? groups[0]?.language : primarySubtag(language)

    const tallies = new Map<Entry, Tally>()
    let information = 0
    let informative = 0
    for (const term of termsOf(text, asked)) {
      const generic = isGeneric(term, asked)
      const open = groups.filter((group) => group.language === asked || !isStopWord(term.word, group.language))
      const stems = open.map((group) => hitsOf(stemOf(term.word, group.language), group))
      const stem = join(stems)
      const lacking = generic ? [] : open.filter((_, index) => stems[index]?.size === 0)
      const matches: readonly Match[] = [
        { hits: stem, weight: 1, share: 1 },
        { hits: join(open.map((group) => hitsOf(wordKey(term.word), group))), weight: WORD_WEIGHT, share: 0 },
        { hits: join(lacking.map((group) => similar(term, group, scope))), weight: SIMILAR_WEIGHT, share: SIMILAR_WEIGHT },
      ]
      // A stop word of the articles, as the de of Charles de Gaulle in an English question, says nothing of them.
      const counts = !generic && open.length === groups.length
      const value = counts ? idf(count, holders(stem)) : 0
      information += value
      if (counts) informative++
      for (const { hits, weight, share } of matches) {
        const worth = weight * idf(count, holders(hits)) * (generic ? GENERIC_WEIGHT : 1)
        for (const [entry, occurrences] of hits) {
          const size = entry.lengths.length
          const tally = tallies.get(entry) ?? { scores: new Float64Array(size), covered: new Float64Array(size) }
          tallies.set(entry, tally)
          for (const [index, { body, heading }] of occurrences) {
            const length = (entry.lengths[index] ?? 0) / average
            tally.scores[index] = (tally.scores[index] ?? 0) + worth * saturation(body + HEADING_WEIGHT * heading, length)
            tally.covered[index] = (tally.covered[index] ?? 0) + value * share * (body > 0 ? 1 : HEADING_SHARE)
          }
        }
      }
    }
    const passages = [...tallies].flatMap(([entry, tally]) => passagesOf(entry, tally))
    passages.sort((a, b) => b.score - a.score || byArticleAndNumber(a, b))
    const most = [...tallies.values()].reduce((best, { covered }) => Math.max(best, ...covered), 0)
    return {
      passages: passages.slice(0, Math.max(0, limit)),
      coverage: information > 0 ? Math.min(1, most / information) : 0,
      informative,
    }
  }

  return { add, remove, search }
}
