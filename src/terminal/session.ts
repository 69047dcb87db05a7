/** What the chat and the commands work with, and how they find the article that a reader names. */

import { AppError } from '../failures.ts'
import type { Engine, Find, Library } from '../ports.ts'
import type { Article, Locale } from '../types.ts'

export type Session = {
  readonly engine: Engine
  readonly library: Library
  readonly find: Find
  /** The reader's, where no question says otherwise. */
  readonly locale: Locale
  /** The locale of a question's own language, else the session's. */
  readonly localeFor: (text: string) => Locale
  /** The model's name; absent when answers are written by extraction. */
  readonly model?: string
  /** Takes note of an error that nobody expected, for the log. */
  readonly unexpected: (error: unknown) => void
  /** Aborts everything: Ctrl-C, SIGTERM. */
  readonly signal: AbortSignal
}

const ids = (articles: readonly Article[]): readonly string[] => articles.map(({ head }) => head.id)

/** By its id, or by an unambiguous beginning of it. Throws `AppError` unknown_article or several_articles. */
export const findArticle = (library: Library, given: string): Article => {
  const exact = library.article(given)
  if (exact) return exact
  const [first, ...others] = library.articles().filter(({ head }) => head.id.startsWith(given.toLowerCase()))
  if (first === undefined) throw new AppError('unknown_article', { id: given, known: ids(library.articles()) })
  if (others.length > 0) throw new AppError('several_articles', { known: ids([first, ...others]) })
  return first
}

/** By its whole id, where something is done to it that cannot be undone. Throws `AppError` unknown_article. */
export const articleNamed = (library: Library, id: string): Article => {
  const exact = library.article(id)
  if (!exact) throw new AppError('unknown_article', { id, known: ids(library.articles()) })
  return exact
}

/** The one that is known. Throws `AppError` no_articles or several_articles. */
export const onlyArticle = (library: Library): Article => {
  const [first, ...others] = library.articles()
  if (first === undefined) throw new AppError('no_articles', {})
  if (others.length > 0) throw new AppError('several_articles', { known: ids(library.articles()) })
  return first
}
