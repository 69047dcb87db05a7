/** Asks an engine all that the evaluation asks, and keeps the answers for the table. */
import type { Engine, Library } from '../ports.ts'
import { type Answer, type Article, quotation, type SummaryLength } from '../types.ts'
import type { Case } from './cases.ts'
import type { Dialogue } from './dialogues.ts'
import { type Score, score } from './score.ts'
import { type SummaryFigures, summaryFigures } from './summaries.ts'

export type App = { readonly engine: Engine; readonly library: Library }

export type Asked = { readonly score: Score; readonly answer: Answer }

/** A follow-up: where the right paragraph was found, and what came of it. */
export type FollowedUp = {
  /** From 0; -1 where it was not found. */
  readonly rank: number
  readonly outcome: 'right' | 'wrong' | 'silent'
}

export type Summarised = { readonly length: SummaryLength; readonly figures: SummaryFigures; readonly answer: Answer }

export const lengths: readonly SummaryLength[] = ['short', 'medium', 'long']

const articleOf = (apps: readonly App[], id: string): { readonly app: App; readonly article: Article } | undefined => {
  for (const app of apps) {
    const article = app.library.article(id)
    if (article) return { app, article }
  }
  return undefined
}

/** Each case over its own article; those whose article is not here are left out. */
export const askCases = async (
  cases: readonly Case[],
  apps: readonly App[],
  signal: AbortSignal,
): Promise<readonly Asked[]> => {
  const asked: Asked[] = []
  for (const each of cases) {
    const found = articleOf(apps, each.article)
    if (!found) continue
    const locale = each.language === 'fr' ? 'fr' : 'en'
    const question = { text: each.question, locale, scope: [found.article], history: [] } as const
    const answer = await found.app.engine.ask(question, signal)
    asked.push({ score: score(each, answer), answer })
  }
  return asked
}

/** The follow-ups of dialogues, each told what the dialogue says was answered before, over all articles of its app. */
export const followUps = async (
  dialogues: readonly Dialogue[],
  apps: readonly App[],
  signal: AbortSignal,
): Promise<readonly FollowedUp[]> => {
  const results: FollowedUp[] = []
  for (const { article: id, language, turns } of dialogues) {
    const found = articleOf(apps, id)
    if (!found) continue
    for (const [at, { question: text, paragraphs }] of turns.entries()) {
      if (at === 0) continue
      const history = turns.slice(0, at).map(({ question, answer }) => ({ question, answer }))
      const scope = found.app.library.articles()
      const answer = await found.app.engine.ask({ text, locale: language, scope, history }, signal)
      const right = ({ article, number }: { readonly article: { readonly id: string }; readonly number: number }) =>
        article.id === id && paragraphs.includes(number)
      const [cited] = answer.claims.flatMap(({ citations }) => citations)
      results.push({
        rank: answer.passages.findIndex(({ paragraph }) => right(paragraph)),
        outcome: cited === undefined ? 'silent' : right(cited.paragraph) ? 'right' : 'wrong',
      })
    }
  }
  return results
}

export const summaries = async (apps: readonly App[], signal: AbortSignal): Promise<readonly Summarised[]> => {
  const results: Summarised[] = []
  for (const { engine, library } of apps)
    for (const article of library.articles())
      for (const length of lengths) {
        const locale = article.head.language === 'fr' ? 'fr' : 'en'
        const answer = await engine.summarise({ article, length, locale }, signal)
        results.push({ length, answer, figures: summaryFigures(article, answer) })
      }
  return results
}

/** How many quotations were shown, and how many of them are their paragraph's own text, read anew. */
export const quotationsShown = (
  answers: readonly Answer[],
  apps: readonly App[],
): { readonly own: number; readonly of: number } => {
  const citations = answers.flatMap(({ claims }) => claims.flatMap((claim) => claim.citations))
  const own = citations.filter((citation) => {
    const { article, number } = citation.paragraph
    const text = articleOf(apps, article.id)?.article.paragraphs[number - 1]?.text
    return text !== undefined && quotation(citation) !== '' && text.includes(quotation(citation))
  })
  return { own: own.length, of: citations.length }
}
