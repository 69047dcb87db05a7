/** Answers a question: search, passages, model or extraction, verified claims; or says that the articles do not. */

import { AppError } from '../failures.ts'
import type { Engine } from '../ports.ts'
import type { Ranking } from '../search/passage-index.ts'
import { detectLanguage, sameLanguage } from '../text/language.ts'
import { questionLanguage } from '../text/vocabulary.ts'
import {
  type Article,
  addUsage,
  type Claim,
  type Language,
  noUsage,
  type Paragraph,
  type Passage,
  QUESTION_LIMIT,
  type Question,
} from '../types.ts'
import type { Draft } from './draft.ts'
import type { SearchableLibrary } from './engine.ts'
import { extract } from './extract.ts'
import { type FollowUp, followUp, meets } from './follow-up.ts'
import { choosePassages, fits, label, labelled } from './passages.ts'
import { answered, type Evidence, judge, notFound } from './verify.ts'
import type { Writing } from './writing.ts'

/** Passages that a search may give; more than the budget holds of even short paragraphs. */
export const HITS = 20
/** Places worth reading beside an answer that found none. */
export const NEAREST = 3

/**
 * A question is plainly about something else where the best passage covers less than this share of its information,
 * and it has at least this many words that carry any: one strange word alone may be a synonym. At 0.15 2 % of
 * the questions that an article answers are lost, and three in four about another article are spared; docs/search.md.
 */
const ELSEWHERE_COVERAGE = 0.15
const ELSEWHERE_WORDS = 2
/** With fewer paragraphs nothing says which words are rare: one that stands in the only paragraph seems common. */
const ELSEWHERE_PARAGRAPHS = 4

const isElsewhere = ({ informative, coverage }: Ranking, articles: readonly Article[]): boolean =>
  informative >= ELSEWHERE_WORDS &&
  coverage < ELSEWHERE_COVERAGE &&
  articles.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0) >= ELSEWHERE_PARAGRAPHS

/** Languages of articles that a model is asked for words in. */
const MOST_LANGUAGES = 3

export const assertReadable = (text: string, signal: AbortSignal): void => {
  if (signal.aborted) throw new AppError('aborted', {})
  const { length } = text
  if (length > QUESTION_LIMIT) throw new AppError('question_too_long', { length, limit: QUESTION_LIMIT })
}

/** The claims of a draft that stand. Extraction cites its own slices, so that all of them should. */
export const standing = (draft: Draft, language: Language, evidence: Evidence): readonly Claim[] =>
  draft.claims.flatMap((claim) => {
    const judgement = judge(claim, language, evidence)
    return judgement.kind === 'stands' ? [judgement.claim] : []
  })

/** Passages of several searches as one, each score times its weight; best first. */
const together = (searches: readonly (readonly [Ranking, weight: number])[]): readonly Passage[] => {
  const scores = new Map<Paragraph, number>()
  for (const [{ passages }, weight] of searches)
    for (const { paragraph, score } of passages) scores.set(paragraph, (scores.get(paragraph) ?? 0) + weight * score)
  return [...scores].map(([paragraph, score]) => ({ paragraph, score })).sort((a, b) => b.score - a.score)
}

/**
 * What was found for a question, with what a follow-up leaves unsaid at a lower weight. BM25 adds up over words, so
 * that the sum of weighted searches is the search of weighted words.
 */
const searchFor = (
  { text, scope }: Question,
  language: Language,
  unsaid: FollowUp | undefined,
  library: SearchableLibrary,
): Ranking => {
  const search = (words: string): Ranking => library.search({ text: words, language, scope, limit: HITS })
  const own = search(text)
  if (!unsaid) return own
  const carried = unsaid.carried.map((each) => [search(each.text), each.weight] as const)
  // Whether it is about something else is for its own words to say: the earlier question's are in the articles.
  return { ...own, passages: together([[own, 1], ...carried]).slice(0, HITS) }
}

const languageOf = (claims: readonly Claim[], otherwise: Language): Language =>
  claims[0]?.citations[0].paragraph.article.language ?? otherwise

/** Passages of the articles that hold anything of the question; all where none does. */
const ofHits = (passages: readonly Passage[]): readonly Passage[] => {
  const articles = new Set(passages.flatMap(({ paragraph, score }) => (score > 0 ? [paragraph.article] : [])))
  return articles.size === 0 ? passages : passages.filter(({ paragraph }) => articles.has(paragraph.article))
}

export const createAsk = (library: SearchableLibrary, writing: Writing): Engine['ask'] => {
  /** Hits of what the model would search for, best first, and what asking it cost. */
  const rewritten = async ({ text, scope, history }: Question, language: Language, signal: AbortSignal) => {
    const [first] = scope
    if (!first) return { hits: [], asked: undefined, usage: noUsage }
    const languages = [...new Set(scope.map(({ head }) => head.language))].slice(0, MOST_LANGUAGES)
    const { question: asked, words, usage } = await writing.rewrite({ question: text, history, languages }, signal)
    const search = (wanted: string, spoken: Language): readonly Passage[] =>
      library.search({ text: wanted, language: spoken, scope, limit: HITS }).passages
    const translated = sameLanguage(first.head.language, language) ? [] : search(words.join(' '), first.head.language)
    return { hits: [...translated, ...(asked === undefined ? [] : search(asked, language))], asked, usage }
  }

  return async (question, signal, onClaim) => {
    const { text, locale, history, scope: articles } = question
    assertReadable(text, signal)
    const language = questionLanguage(text) ?? detectLanguage(history.at(-1)?.question ?? '') ?? locale
    const unsaid = followUp(text, history, language)
    const ranking = searchFor(question, language, unsaid, library)
    const nearest = ranking.passages.slice(0, NEAREST).map(({ paragraph }) => paragraph)
    const foreign = articles.every(({ head }) => !sameLanguage(head.language, language))
    const elsewhere = !foreign && isElsewhere(ranking, articles)
    const common = { partial: false, language, locale, passages: ranking.passages, usage: noUsage }
    if (articles.length === 0 || elsewhere) return notFound({ ...common, by: 'extract', nearest })

    const lost = foreign || ranking.passages.length === 0 || unsaid !== undefined
    const nothing = { hits: [], asked: undefined, usage: noUsage }
    const {
      hits,
      asked,
      usage: spent,
    } = lost && !fits(articles) ? await rewritten(question, language, signal) : nothing
    const passages = choosePassages([...hits, ...ranking.passages], articles)
    const evidence = label(passages, articles)
    const written = await writing.write((prompts) => ({
      form: 'draft',
      messages: prompts.answer({ passages: evidence, question: text, history, language }),
      evidence,
      language,
      signal,
      onClaim,
    }))
    const usage = addUsage(spent, written.usage)
    if (written.kind === 'written') {
      const rest = { ...common, by: 'model', partial: written.partial, passages, usage } as const
      return answered(written.claims, rest) ?? notFound({ ...rest, nearest })
    }
    const whole = { text: asked ?? unsaid?.asked ?? text, language }
    // A follow-up stays with the article it was found in: few of its words are its own, and others have them too.
    const read = unsaid
      ? passages.filter(({ paragraph }) => paragraph.article === nearest[0]?.article)
      : ofHits(passages)
    const claims = standing(extract(whole, labelled(read, evidence)), language, evidence).filter(
      ({ citations: [{ paragraph }] }) => !unsaid || meets(unsaid, paragraph),
    )
    const rest = { ...common, by: 'extract', language: languageOf(claims, language), passages, usage } as const
    return answered(claims, rest) ?? notFound({ ...rest, nearest })
  }
}
