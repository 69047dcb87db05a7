/** The first step of a search: a rough score for every paragraph in scope that holds anything of the question. */
import { isStopWord, stemOf, type Term } from '../text/analyse.ts'
import { isGeneric } from '../text/generic.ts'
import { synonyms } from '../text/synonyms.ts'
import type { Language } from '../types.ts'
import { createBest } from './best.ts'
import { idf } from './bm25.ts'
import { type Corpus, spaceOf } from './corpus.ts'
import { PARAGRAPH, type Scoped, TITLE } from './documents.ts'
import { isExpandable, similarStems } from './expansion.ts'
import { createFound, IMPACTS } from './postings.ts'
import { TITLE_WEIGHT, termsOf, type Wanted } from './wanted.ts'

/** Similar words in place of one that stands nowhere, and how many at most: what is similar to more says nothing. */
const SIMILAR_WEIGHT = 0.8
const MAXIMUM_SIMILAR = 8
/** A word that says little, see `text/generic.ts`. */
const GENERIC_WEIGHT = 0.25
/** Of the scores of the paragraphs before and after: an answer often stands beside the words of its question. */
const NEIGHBOUR_WEIGHT = 0.1

export type Rough = {
  readonly wanted: readonly Wanted[]
  /** Documents of the best paragraphs, best first. */
  readonly best: readonly number[]
  /** What the paragraphs beside each of `best` add to its score, in the same order. */
  readonly beside: (document: number) => number
}

export const createRough = (corpus: Corpus) => {
  /** All 0 between two searches, and which are not during one. */
  let scores = new Float32Array(0)
  let touched = new Uint32Array(0)
  let count = 0
  const found = createFound()

  /** Each of what was found gets its share of `weight`. */
  const addScores = (weight: number): void => {
    for (let each = 0; each < found.size; each++) {
      const document = found.documents[each] ?? 0
      const score = scores[document] ?? 0
      if (score === 0) touched[count++] = document
      scores[document] = score + (weight * (found.impacts[each] ?? 0)) / (IMPACTS - 1)
    }
  }

  /** Of what was found, the paragraphs: a title would make its words common in every paragraph below. */
  const holders = (kinds: Uint8Array): number => {
    let paragraphs = 0
    for (let each = 0; each < found.size; each++) if (kinds[found.documents[each] ?? 0] === PARAGRAPH) paragraphs++
    return paragraphs
  }

  /** Fills `found` with where they occur. */
  const similarTo = (
    term: Term,
    asked: Language | undefined,
    language: string,
    scoped: Scoped,
  ): ReadonlySet<string> => {
    const space = spaceOf(language)
    const forms = [term.stem, stemOf(term.word, language)]
    const near = isExpandable(term.word) ? similarStems(forms, corpus.dictionaries(), space) : []
    const kept = new Set<string>()
    for (const stem of new Set([...(language === asked ? synonyms(term, asked) : []), ...near])) {
      if (kept.size === MAXIMUM_SIMILAR) break
      if (corpus.find(space + stem, scoped, found) > 0) kept.add(stem)
    }
    return kept
  }

  const score = (term: Term, asked: Language | undefined, scoped: Scoped): Wanted => {
    const { languages } = scoped
    const kinds = corpus.documents().kinds()
    // A stop word of the articles, as the de of Charles de Gaulle in an English question, says nothing of them.
    const open = languages.filter((language) => language === asked || !isStopWord(term.word, language))
    const generic = isGeneric(term, asked)
    const stems = new Map(open.map((language) => [language, stemOf(term.word, language)]))
    found.size = 0
    const lacking = open.filter((each) => corpus.find(spaceOf(each) + stems.get(each), scoped, found) === 0)
    const paragraphs = holders(kinds)
    // A word that stands nowhere is worth no more to what resembles it than the rarest word that does.
    const weight = (generic ? GENERIC_WEIGHT : 1) * idf(scoped.count, Math.max(1, paragraphs))
    addScores(weight)
    found.size = 0
    const similar = new Map((generic ? [] : lacking).map((each) => [each, similarTo(term, asked, each, scoped)]))
    const similarWeight = SIMILAR_WEIGHT * idf(scoped.count, Math.min(scoped.count, holders(kinds)))
    addScores(similarWeight)
    const counts = !generic && open.length === languages.length
    return { word: term.word, stems, similar, weight, similarWeight, value: counts ? idf(scoped.count, paragraphs) : 0 }
  }

  /** What titles have goes to each of their paragraphs; gives by title what that is. */
  const spreadTitles = (): ReadonlyMap<number, number> => {
    const titles = new Map<number, number>()
    for (let each = 0, before = count; each < before; each++) {
      const title = touched[each] ?? 0
      const around = corpus.documents().kinds()[title] === TITLE && corpus.documents().around(title)
      if (!around) continue
      const share = TITLE_WEIGHT * (scores[title] ?? 0)
      titles.set(title, share)
      // Nothing is left between two articles, so that neither is a neighbour of the other's.
      scores[title] = 0
      for (let own = title + 1; own < around.to; own++) {
        if (scores[own] === 0) touched[count++] = own
        scores[own] = (scores[own] ?? 0) + share
      }
    }
    return titles
  }

  /** `asked` is the question's language; `most` is how many paragraphs are given. */
  return (text: string, asked: Language | undefined, scoped: Scoped, most: number): Rough => {
    const documents = corpus.documents()
    if (scores.length <= documents.size()) {
      scores = new Float32Array(Math.ceil(1.25 * documents.size()) + 1)
      touched = new Uint32Array(scores.length)
    }
    const wanted = termsOf(text, asked).map((term) => score(term, asked, scoped))
    const titles = spreadTitles()
    const around = (document: number): number => (scores[document - 1] ?? 0) + (scores[document + 1] ?? 0)
    const best = createBest(most)
    const kinds = documents.kinds()
    for (let each = 0; each < count; each++) {
      const document = touched[each] ?? 0
      if (kinds[document] === PARAGRAPH)
        best.offer(document, (scores[document] ?? 0) + NEIGHBOUR_WEIGHT * around(document))
    }
    const beside = new Map(
      best.numbers.flatMap((hit) =>
        [hit, hit - 1, hit + 1].map((document) => {
          const title = documents.around(document)?.from ?? 0
          const own = (each: number): number => Math.max(0, (scores[each] ?? 0) - (titles.get(title) ?? 0))
          return [document, NEIGHBOUR_WEIGHT * (own(document - 1) + own(document + 1))] as const
        }),
      ),
    )
    for (let each = 0; each < count; each++) scores[touched[each] ?? 0] = 0
    count = 0
    return { wanted, best: best.numbers, beside: (document) => beside.get(document) ?? 0 }
  }
}
