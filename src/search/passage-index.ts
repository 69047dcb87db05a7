/**
 * The paragraphs of the library, found by the words of a question and ranked by how much of it they hold: the postings
 * of its words give every paragraph a rough score, and the best few are read again and scored by all that pays.
 */
import { figureAsked } from '../text/figure-asked.ts'
import { primarySubtag } from '../text/language.ts'
import type { Article, ExplainedPassage, Language, Paragraph, Passage } from '../types.ts'
import { createCorpus, type Saved } from './corpus.ts'
import type { Scope, Scoped } from './documents.ts'
import { createRescore } from './rescore.ts'
import { createRough } from './rough.ts'

export type Query = {
  readonly text: string
  readonly language: Language | undefined
  readonly scope: Scope
  readonly limit: number
  /** Gives `limit` passages wherever there are as many: what stands beside the hits, then what comes first. */
  readonly fill?: boolean
}

export type Ranking = {
  /** Best first; each holds a word of the question, or stands under a title or heading that does; or it fills up. */
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

export type SavableIndex = PassageIndex & {
  /** The passages of `search`, each with what made its score. */
  explain(query: Query): readonly ExplainedPassage[]
  /** Reads so many of the articles that were added, which a search would do with all of them; false where none is left. */
  readOn(articles: number): boolean
  /** What a file keeps of it, see `knowledge/index-format.ts`. */
  saved(): Saved
}

/** How many passages are read again: reading all of an article instead brought nothing. */
const RESCORED = 20
/** The most passages of one search. */
const MAXIMUM_LIMIT = 1_000

const byArticleAndNumber = (a: Paragraph, b: Paragraph): number =>
  a.article.id === b.article.id ? a.number - b.number : a.article.id < b.article.id ? -1 : 1

/** Of what a file kept, each article counts once it is added as it was. */
export const createPassageIndex = (saved?: Saved): SavableIndex => {
  const corpus = createCorpus(saved)
  const { documents } = corpus
  const rough = createRough(corpus)

  /** The hits and, up to `most`, what stands beside them, the rest of their articles, and all else in scope. */
  const filled = (hits: readonly number[], { ranges }: Scoped, most: number): readonly number[] => {
    const chosen = new Set(hits)
    const beside = hits.flatMap((hit) => [
      { from: hit + 1, to: hit + 2 },
      { from: hit - 1, to: hit },
    ])
    for (const { from, to } of [...beside, ...hits.map(documents.around), ...ranges])
      for (let document = from; document < to && chosen.size < most; document++)
        if (documents.alive()[document] === 1) chosen.add(document)
    return [...chosen]
  }

  const rank = (query: Query, explain = false) => {
    corpus.settle()
    const scoped = documents.scoped(query.scope)
    const limit = Math.min(MAXIMUM_LIMIT, Math.max(0, query.limit))
    const most = Math.max(RESCORED, limit)
    // Without evidence of its language a question is names and figures, and is read as most articles are.
    const asked = query.language === undefined ? scoped.languages[0] : primarySubtag(query.language)
    const figure = figureAsked(query.text, asked)
    const { wanted, best, beside } = rough(query.text, asked, figure, scoped, most)
    const rescore = createRescore(wanted, figure, explain)
    const read = (query.fill ? filled(best, scoped, most) : best).flatMap((document) => {
      const paragraph = documents.paragraph(document)
      if (!paragraph) return []
      const { score, covered, holds, parts } = rescore(paragraph)
      const amount = beside(document)
      const all = amount > 0 ? [...parts, { word: '', by: 'neighbours' as const, amount }] : parts
      return [{ paragraph, score: score + amount, covered, holds, parts: all }]
    })
    const information = wanted.reduce((sum, { value }) => sum + value, 0)
    const covered = Math.max(0, ...read.map((each) => each.covered))
    return {
      passages: read
        .filter(({ holds }) => holds || query.fill)
        .sort((a, b) => b.score - a.score || (a.holds && b.holds ? byArticleAndNumber(a.paragraph, b.paragraph) : 0))
        .slice(0, limit),
      coverage: information > 0 ? Math.min(1, covered / information) : 0,
      informative: wanted.filter(({ value }) => value > 0).length,
    }
  }

  return {
    add: corpus.add,
    remove: documents.remove,
    search(query) {
      const { passages, ...ranking } = rank(query)
      return { ...ranking, passages: passages.map(({ paragraph, score }) => ({ paragraph, score })) }
    },
    explain: (query) => rank(query, true).passages.map(({ paragraph, score, parts }) => ({ paragraph, score, parts })),
    readOn: corpus.readOn,
    saved: corpus.saved,
  }
}
