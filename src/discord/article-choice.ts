/** Finds the article that somebody means: by its key, by what they typed of its name, or because there is no other. */

import { AppError } from '../failures.ts'
import type { Library } from '../ports.ts'
import type { Article, Scope } from '../types.ts'
import { articleKey } from './custom-id.ts'
import { plainTitle } from './render/sources.ts'

/** Discord's limits on autocompletion. */
const MAXIMUM_CHOICES = 25
const MAXIMUM_CHOICE = 100

/** For comparing names with what is typed in haste: no accents, no capitals, one apostrophe. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’ʼ]/gu, "'")
    .toLowerCase()
    .trim()

const titles = (articles: readonly Article[]): readonly string[] => articles.map(({ head }) => head.title)

const theOne = ([first, ...others]: readonly Article[], none: () => AppError): Article => {
  if (first === undefined) throw none()
  if (others.length > 0) throw new AppError('several_articles', { known: titles([first, ...others]) })
  return first
}

export const createArticleChoice = (library: Library) => ({
  /** By its key, as autocompletion gives it, or by its title, its id or a part of one. Throws unknown or several_articles. */
  named(given: string): Article {
    const articles = library.articles()
    const byKey = articles.find(({ head }) => articleKey(head.id) === given)
    if (byKey) return byKey
    const typed = folded(given)
    const matching = (fits: (name: string) => boolean) =>
      articles.filter(({ head }) => [head.title, head.id].some((name) => fits(folded(name))))
    const exact = matching((name) => name === typed)
    return theOne(
      exact.length > 0 ? exact : matching((name) => name.includes(typed)),
      () => new AppError('unknown_article', { id: given, known: titles(articles) }),
    )
  },

  /** The article that is meant where none is named. Throws no_articles or several_articles. */
  only: (scope: Scope): Article => theOne(scope, () => new AppError('no_articles', {})),

  /** What autocompletion offers: titles that hold what was typed, those that begin with it first. */
  offered(given: string): readonly { readonly name: string; readonly value: string }[] {
    const typed = folded(given)
    const found = library.articles().flatMap(({ head }) => {
      const at = folded(`${head.title} ${head.id} ${head.source ?? ''}`).indexOf(typed)
      return at === -1 ? [] : [{ head, begins: at === 0 }]
    })
    return [...found.filter(({ begins }) => begins), ...found.filter(({ begins }) => !begins)]
      .slice(0, MAXIMUM_CHOICES)
      .map(({ head }) => ({ name: plainTitle(head, MAXIMUM_CHOICE), value: articleKey(head.id) }))
  },
})

export type ArticleChoice = ReturnType<typeof createArticleChoice>
