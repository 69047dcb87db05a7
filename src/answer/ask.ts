/** Answers a question: search, passages, model or extraction, verified claims; or says that the articles do not. */
import type { Engine } from '../ports.ts'
import type { Ranking } from '../search/passage-index.ts'
import { detectLanguage, sameLanguage } from '../text/language.ts'
import {
  AppError,
  type Article,
  type Claim,
  type Language,
  noUsage,
  type Passage,
  QUESTION_LIMIT,
  type Question,
} from '../types.ts'
import { addUsage, type Form } from './author.ts'
import { type Draft, draftSchema, parseDraft } from './draft.ts'
import type { SearchableLibrary } from './engine.ts'
import { extract } from './extract.ts'
import { choosePassages, fits, label, labelled } from './passages.ts'
import { answered, type Evidence, judge, notFound } from './verify.ts'
import type { Writing } from './writing.ts'

/** Passages that a search may give; more than the budget holds of even short paragraphs. */
export const HITS = 20
/** Places worth reading beside an answer that found none. */
export const NEAREST = 3

/**
 * A question is plainly about something else where the best passage covers less than this share of its information,
 * and it has at least this many words that carry any: one strange word alone may be a synonym.
 */
const ELSEWHERE_COVERAGE = 0.2
const ELSEWHERE_WORDS = 2

/** A follow-up with fewer telling words than this is read together with the question before it. */
const FOLLOW_UP_WORDS = 2

/** Room for a reply: twelve claims with their quotations in French stay within it. */
export const ANSWER_TOKENS = 1_500

const form: Form = { name: 'draft', schema: draftSchema, parse: parseDraft, maxOutputTokens: ANSWER_TOKENS }

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

/** What was found for a question, a follow-up being searched for with the question before it too. */
const searchFor = ({ text, scope, history }: Question, language: Language, library: SearchableLibrary): Ranking => {
  const alone = library.search({ text, language, scope, limit: HITS })
  const earlier = history.at(-1)?.question
  if (earlier === undefined) return alone
  const together = library.search({ text: `${earlier} ${text}`, language, scope, limit: HITS })
  const own = new Set(alone.passages.map(({ paragraph }) => paragraph))
  return {
    passages: [...alone.passages, ...together.passages.filter(({ paragraph }) => !own.has(paragraph))],
    // Whether it is about something else is for its own words to say: the earlier question's are in the articles.
    coverage: alone.coverage,
    informative: alone.informative,
  }
}

const languageOf = (claims: readonly Claim[], otherwise: Language): Language =>
  claims[0]?.citations[0].paragraph.article.language ?? otherwise

export const createAsk = (library: SearchableLibrary, writing: Writing): Engine['ask'] => {
  /** Hits of search words that the model gives in the language of the articles, and what asking cost. */
  const translated = async ({ text, scope }: Question, [first]: readonly Article[], signal: AbortSignal) => {
    const hits: readonly Passage[] = []
    if (!first) return { hits, usage: noUsage }
    const { language } = first.head
    const { words, usage } = await writing.rewrite({ question: text, history: [], languages: [language] }, signal)
    return { hits: library.search({ text: words.join(' '), language, scope, limit: HITS }).passages, usage }
  }

  return async (question, signal, onClaim) => {
    const { text, locale, history } = question
    assertReadable(text, signal)
    const articles = question.scope
    const language = detectLanguage(text) ?? locale
    const ranking = searchFor(question, language, library)
    const nearest = ranking.passages.slice(0, NEAREST).map(({ paragraph }) => paragraph)
    const foreign = articles.every(({ head }) => !sameLanguage(head.language, language))
    const elsewhere = !foreign && ranking.informative >= ELSEWHERE_WORDS && ranking.coverage < ELSEWHERE_COVERAGE
    const common = { partial: false, language, locale, passages: ranking.passages, usage: noUsage }
    if (articles.length === 0 || elsewhere) return notFound({ ...common, by: 'extract', nearest })

    const lost = foreign || ranking.passages.length === 0
    const { hits, usage: spent } =
      lost && !fits(articles) ? await translated(question, articles, signal) : { hits: [], usage: noUsage }
    const passages = choosePassages([...hits, ...ranking.passages], articles)
    const evidence = label(passages, articles)
    const written = await writing.write((prompts) => ({
      form,
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
    const earlier = ranking.informative < FOLLOW_UP_WORDS ? history.at(-1)?.question : undefined
    const asked = { text: earlier === undefined ? text : `${earlier} ${text}`, language }
    const claims = standing(extract(asked, labelled(passages, evidence)), language, evidence)
    const rest = { ...common, by: 'extract', language: languageOf(claims, language), passages, usage } as const
    return answered(claims, rest) ?? notFound({ ...rest, nearest })
  }
}
