/** The commands that answer once and end; each resolves to the exit code. They reject only on what nobody expected. */

import { AppError } from '../failures.ts'
import { words } from '../locale/words.ts'
import { type Answer, type ExplainedPassage, type Locale, QUESTION_LIMIT } from '../types.ts'
import type { ArticlesOptions, AskOptions, SummaryOptions } from './arguments.ts'
import { exitOfAnswer } from './exit.ts'
import { wholeInput } from './input.ts'
import { answerJson, articleJson, articlesJson, printed } from './json.ts'
import { abortable, type Io, showProgress, tellFailure, write } from './output.ts'
import { renderAnswer, renderArticle, renderArticles } from './render.ts'
import { explained, renderScores, scoresJson } from './search.ts'
import { findArticle, onlyArticle, type Session } from './session.ts'
import { styleOf, wrap } from './style.ts'

export type How = { readonly json: boolean; readonly locale: Locale }

/** Does the work, and tells a failure instead of throwing it. */
export const told = async (how: How, io: Io, work: () => Promise<number>): Promise<number> => {
  try {
    return await work()
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure
    return tellFailure(failure, how, io)
  }
}

export const whileShowing = async <T>(what: string, how: How, io: Io, work: Promise<T>): Promise<T> => {
  const done = how.json ? () => {} : showProgress(io.error, what)
  try {
    return await work
  } finally {
    done()
  }
}

/** `scores`: what `ask --explain` tells of the passages beside the answer. */
const tell = async (
  answer: Answer,
  how: How,
  session: Session,
  io: Io,
  scores?: readonly ExplainedPassage[],
): Promise<number> => {
  const style = styleOf(io.output, io.colour)
  const empty = session.library.articles().length === 0
  if (how.json)
    await write(
      io.output,
      `${printed({ ...answerJson(answer), ...(scores && { explanation: scoresJson(scores) }) })}\n`,
    )
  else if (empty) await write(io.output, `${wrap(words(how.locale).failures.no_articles({}), style).join('\n')}\n`)
  else await write(io.output, `${renderAnswer(answer, style)}\n`)
  if (scores && !how.json && !empty) await write(io.output, `\n${renderScores(scores, how.locale, style)}\n`)
  return exitOfAnswer(answer)
}

/** `-` is the question on standard input. Throws `AppError` question_too_long, wrong_usage, aborted. */
const questionOf = async (given: string, io: Io, signal: AbortSignal): Promise<string> => {
  const { text, length } =
    given === '-'
      ? await abortable(wholeInput(io.input, QUESTION_LIMIT), signal)
      : { text: given, length: given.length }
  if (length > QUESTION_LIMIT) throw new AppError('question_too_long', { length, limit: QUESTION_LIMIT })
  if (text.trim() === '') throw new AppError('wrong_usage', { detail: 'missing_question', given: '' })
  return text.trim()
}

export const runAsk = async (options: AskOptions, session: Session, io: Io): Promise<number> => {
  const { json } = options
  const first = { json, locale: options.locale ?? session.locale }
  return told(first, io, async () => {
    const text = await questionOf(options.question, io, session.signal)
    const how = { json, locale: options.locale ?? session.localeFor(text) }
    return told(how, io, async () => {
      const { library } = session
      const scope = options.article === undefined ? library.articles() : [findArticle(library, options.article)]
      const { progress } = words(how.locale)
      const what = session.model === undefined ? progress.searching : progress.modelReading
      const question = { text, locale: how.locale, scope, history: [] } as const
      const work = abortable(session.engine.ask(question, session.signal), session.signal)
      const answer = await whileShowing(what, how, io, work)
      const only = options.article === undefined ? undefined : scope
      return tell(answer, how, session, io, options.explain && explained(session, text, only))
    })
  })
}

export const runSummary = async (options: SummaryOptions, session: Session, io: Io): Promise<number> => {
  const how = { json: options.json, locale: options.locale ?? session.locale }
  return told(how, io, async () => {
    const { library, engine, signal } = session
    const article = options.article === undefined ? onlyArticle(library) : findArticle(library, options.article)
    const request = { article, length: options.length, locale: how.locale }
    const work = abortable(engine.summarise(request, signal), signal)
    return tell(await whileShowing(words(how.locale).progress.summarising, how, io, work), how, session, io)
  })
}

/** What is known of articles; `keeping.ts` has what changes it. */
export const runArticles = async (
  options: ArticlesOptions,
  session: Pick<Session, 'library' | 'locale'>,
  io: Io,
): Promise<number> => {
  const how = { json: options.json, locale: options.locale ?? session.locale }
  return told(how, io, async () => {
    const style = styleOf(io.output, io.colour)
    if (options.action === 'list') {
      const articles = session.library.articles()
      const text = how.json ? printed(articlesJson(articles)) : renderArticles(articles, how.locale, style)
      await write(io.output, `${text}\n`)
    } else {
      const article = findArticle(session.library, options.id)
      const text = how.json ? printed(articleJson(article)) : renderArticle(article, how.locale, style)
      await write(io.output, `${text}\n`)
    }
    return 0
  })
}
