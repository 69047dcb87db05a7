/** Answers questions and summarises: the straight line from question to verified answer, with or without a model. */
import type { Engine, Library } from '../ports.ts'
import type { Query, Ranking } from '../search/passage-index.ts'
import { detectLanguage, sameLanguage } from '../text/language.ts'
import {
  AppError,
  type Article,
  type CheckVerdict,
  type Claim,
  type Language,
  noUsage,
  type Passage,
  QUESTION_LIMIT,
  type Question,
  type Usage,
} from '../types.ts'
import { addUsage, createAuthor, type Form, type Written } from './author.ts'
import { centralSentences } from './central.ts'
import {
  checkSchema,
  type Draft,
  draftSchema,
  keywordsSchema,
  parseCheck,
  parseDraft,
  parseKeywords,
  parseSummary,
  summarySchema,
} from './draft.ts'
import { extract } from './extract.ts'
import type { Model } from './model-request.ts'
import { choosePassages, fits, label, labelled, PASSAGE_BUDGET } from './passages.ts'
import type { Prompts } from './prompt.ts'
import { answered, check, type Evidence, judge, notFound, summary } from './verify.ts'

/** Passages that a search may give; more than the budget holds of even short paragraphs. */
const HITS = 20
const NEAREST = 3

/**
 * A question is plainly about something else where the best passage covers less than this share of its information,
 * and it has at least this many words that carry any: one strange word alone may be a synonym.
 */
export const ELSEWHERE_COVERAGE = 0.2
const ELSEWHERE_WORDS = 2

/** A follow-up with fewer words than this is read together with the question before it. */
const FOLLOW_UP_WORDS = 3

/** Bullets of a summary. */
export const summaryCounts = { short: 3, medium: 6, long: 10 } as const

/** Of a long article as many of its best sentences' paragraphs are considered for a model to summarise. */
const CENTRAL_SENTENCES = 40

/** Room for a reply: twelve claims with their quotations in French stay within it. */
const ANSWER_TOKENS = 1_500
const SUMMARY_TOKENS = 2_500
const KEYWORD_TOKENS = 200

const draftForm: Form = { name: 'draft', schema: draftSchema, parse: parseDraft, maxOutputTokens: ANSWER_TOKENS }
const summaryForm: Form = {
  name: 'summary',
  schema: summarySchema,
  parse: parseSummary,
  maxOutputTokens: SUMMARY_TOKENS,
}

const checkForm: Form = { name: 'check', schema: checkSchema, parse: parseCheck, maxOutputTokens: ANSWER_TOKENS }

const isCheckVerdict = (verdict: string | undefined): verdict is CheckVerdict =>
  verdict === 'supported' || verdict === 'contradicted' || verdict === 'partly' || verdict === 'not_covered'

export type EngineOptions = {
  readonly library: Library & { search(query: Query): Ranking }
  /** Absent: answers are written by extraction. */
  readonly author?: { readonly model: Model; readonly prompts: Prompts }
  /** Told when the model could not be used and extraction answered instead. */
  readonly onModelFailure: (failure: AppError | string) => void
}

/** The claims of a draft that stand. Extraction cites its own slices, so that all of them should. */
const standing = (draft: Draft, language: Language, evidence: Evidence): readonly Claim[] =>
  draft.claims.flatMap((claim) => {
    const judgement = judge(claim, language, evidence)
    return judgement.kind === 'stands' ? [judgement.claim] : []
  })

/** The article whole, or as many paragraphs as fit: those of its most central sentences. */
const summaryPassages = (article: Article): readonly Passage[] => {
  if (fits([article])) return article.paragraphs.map((paragraph) => ({ paragraph, score: 0 }))
  const central = centralSentences(article, CENTRAL_SENTENCES).map(({ paragraph, score }) => ({ paragraph, score }))
  return choosePassages(
    [...central].sort((a, b) => b.score - a.score),
    [article],
    PASSAGE_BUDGET,
  )
}

const languageOf = (claims: readonly Claim[], otherwise: Language): Language =>
  claims[0]?.citations[0].paragraph.article.language ?? otherwise

export const createEngine = ({ library, author, onModelFailure }: EngineOptions): Engine => {
  const writer = author && { ...author, write: createAuthor(author.model, author.prompts) }

  const inScope = ({ scope }: Pick<Question, 'scope'>): readonly Article[] =>
    scope === 'all' ? library.articles() : scope.flatMap((id) => library.article(id) ?? [])

  /** What the model wrote, or why it wrote nothing; only an abort is the caller's to know. */
  const attempt = async (work: () => Promise<Written | undefined>): Promise<Written> => {
    try {
      const written = await work()
      if (written?.kind === 'nothing') onModelFailure(written.why)
      return written ?? { kind: 'nothing', why: 'no_model', usage: noUsage }
    } catch (failure) {
      if (!(failure instanceof AppError) || failure.code === 'aborted') throw failure
      onModelFailure(failure)
      return { kind: 'nothing', why: failure.code, usage: noUsage }
    }
  }

  /** Hits of search words that the model gives in the language of the articles, and what asking cost. */
  const translatedHits = async (
    question: Question,
    articles: readonly Article[],
    signal: AbortSignal,
  ): Promise<{ readonly hits: readonly Passage[]; readonly usage: Usage }> => {
    const [language] = articles.map((article) => article.head.language)
    if (!writer || language === undefined) return { hits: [], usage: noUsage }
    const messages = writer.prompts.keywords({ question: question.text, language })
    const request = { name: 'keywords', messages, schema: keywordsSchema, maxOutputTokens: KEYWORD_TOKENS }
    const reply = await writer.model.complete(request, signal).catch((failure: unknown) => {
      if (!(failure instanceof AppError) || failure.code === 'aborted') throw failure
      return onModelFailure(failure)
    })
    const words = reply?.kind === 'json' ? parseKeywords(reply.value) : []
    const { passages } = library.search({ text: words.join(' '), language, scope: question.scope, limit: HITS })
    return { hits: passages, usage: reply?.usage ?? noUsage }
  }

  /** What was found for a question, a follow-up being searched for with the question before it too. */
  const searchFor = ({ text, scope, history }: Question, language: Language): Ranking => {
    const alone = library.search({ text, language, scope, limit: HITS })
    const earlier = history.at(-1)?.question
    if (earlier === undefined) return alone
    const together = library.search({ text: `${earlier} ${text}`, language, scope, limit: HITS })
    const own = new Set(alone.passages.map(({ paragraph }) => paragraph))
    return {
      passages: [...alone.passages, ...together.passages.filter(({ paragraph }) => !own.has(paragraph))],
      coverage: Math.max(alone.coverage, together.coverage),
      informative: alone.informative,
    }
  }

  return {
    async ask(question, signal, onClaim) {
      signal.throwIfAborted()
      const { text, locale, history } = question
      if (text.length > QUESTION_LIMIT)
        throw new AppError('question_too_long', { length: text.length, limit: QUESTION_LIMIT })
      const articles = inScope(question)
      const language = detectLanguage(text) ?? locale
      const ranking = searchFor(question, language)
      const nearest = ranking.passages.slice(0, NEAREST).map(({ paragraph }) => paragraph)
      const foreign = articles.every(({ head }) => !sameLanguage(head.language, language))
      const elsewhere = !foreign && ranking.informative >= ELSEWHERE_WORDS && ranking.coverage < ELSEWHERE_COVERAGE
      const common = { partial: false, language, locale, passages: ranking.passages, usage: noUsage }
      if (articles.length === 0 || elsewhere) return notFound({ ...common, by: 'extract', nearest })

      const lost = foreign || ranking.passages.length === 0
      const translated = lost && !fits(articles) ? await translatedHits(question, articles, signal) : undefined
      const passages = choosePassages([...(translated?.hits ?? []), ...ranking.passages], articles)
      const evidence = label(passages, articles)
      const usageBefore = translated?.usage ?? noUsage
      const written = await attempt(async () => {
        const messages = writer?.prompts.answer({ passages: evidence, question: text, history, language })
        return messages && writer?.write({ form: draftForm, messages, evidence, language, signal, onClaim })
      })
      const usage = addUsage(usageBefore, written.usage)
      if (written.kind === 'written') {
        const rest = { ...common, by: 'model', partial: written.partial, passages, usage } as const
        return answered(written.claims, rest) ?? notFound({ ...rest, nearest })
      }
      const earlier = ranking.informative < FOLLOW_UP_WORDS ? history.at(-1)?.question : undefined
      const asked = { text: earlier === undefined ? text : `${earlier} ${text}`, language }
      const claims = standing(extract(asked, labelled(passages, evidence)), language, evidence)
      const rest = { ...common, by: 'extract', language: languageOf(claims, language), passages, usage } as const
      return answered(claims, rest) ?? notFound({ ...rest, nearest })
    },

    async summarise({ article, length, locale }, signal, onClaim) {
      signal.throwIfAborted()
      const count = summaryCounts[length]
      const central = centralSentences(article, count)
      const passages = summaryPassages(article)
      const evidence = label(passages, [article])
      const written = await attempt(async () => {
        const messages = writer?.prompts.summary({ passages: evidence, count, language: locale })
        return messages && writer?.write({ form: summaryForm, messages, evidence, language: locale, signal, onClaim })
      })
      const of = { article: article.head, length }
      const common = { locale, partial: false, usage: written.usage }
      if (written.kind === 'written') {
        const claims = written.claims.slice(0, count)
        const rest = { ...common, by: 'model', language: locale, partial: written.partial, passages } as const
        return summary(claims, { ...rest, ...of }) ?? notFound({ ...rest, nearest: [] })
      }
      const quoted = central.map(({ paragraph, score }) => ({ paragraph, score }))
      const own = label(quoted, [article])
      const labels = new Map([...own].map(([name, paragraph]) => [paragraph, name]))
      const draft: Draft = {
        verdict: 'answered',
        claims: central.map(({ paragraph, span }) => {
          const quote = paragraph.text.slice(span.start, span.end)
          return { text: quote, citations: [{ paragraph: labels.get(paragraph) ?? '', quote }] }
        }),
      }
      const { language } = article.head
      const rest = { ...common, by: 'extract', language, passages: quoted } as const
      return summary(standing(draft, language, own), { ...rest, ...of }) ?? notFound({ ...rest, nearest: [] })
    },

    async check({ statement, locale, scope }, signal) {
      signal.throwIfAborted()
      if (statement.length > QUESTION_LIMIT)
        throw new AppError('question_too_long', { length: statement.length, limit: QUESTION_LIMIT })
      const articles = inScope({ scope })
      const spoken = detectLanguage(statement) ?? locale
      const ranking = library.search({ text: statement, language: spoken, scope, limit: HITS })
      const nearest = ranking.passages.slice(0, NEAREST).map(({ paragraph }) => paragraph)
      const passages = choosePassages(ranking.passages, articles)
      const evidence = label(passages, articles)
      const written = await attempt(async () => {
        if (passages.length === 0) return undefined
        const messages = writer?.prompts.check({ passages: evidence, statement, language: locale })
        return messages && writer?.write({ form: checkForm, messages, evidence, language: locale, signal })
      })
      const common = { locale, language: locale, passages, usage: written.usage, nearest }
      if (written.kind !== 'written') return notFound({ ...common, by: 'extract', partial: false })
      const { claims, partial, verdict } = written
      // A part whose evidence did not stand cannot be called supported.
      const borne = verdict === 'supported' && partial ? 'partly' : verdict
      const rest = { ...common, by: 'model', partial } as const
      return (isCheckVerdict(borne) && check(claims, { ...rest, verdict: borne })) || notFound(rest)
    },
  }
}
