/** The list of what is known, ten articles a page. */
import { discordWords } from '../../locale/discord-words.ts'
import { words } from '../../locale/words.ts'
import type { Article, Locale } from '../../types.ts'
import type { MessageBody } from '../budget.ts'
import { literal, oneLine } from '../escape.ts'
import { pager } from './evidence.ts'
import { buttons, heading, message, quiet, shortened, text } from './parts.ts'
import { plainTitle } from './sources.ts'

export const ARTICLES_PER_PAGE = 10
/** UTF-16 units of a title and of a source: ten of each, all escaped, fit into a message. */
const TITLE = 80
const SOURCE = 40
const LANGUAGE = 12

/** Pages count from 1; one that is not there is the nearest that is. `articles` in the order they are to have. */
export const renderArticles = (
  articles: readonly Article[],
  { locale, page }: { readonly locale: Locale; readonly page: number },
): MessageBody => {
  const said = discordWords(locale)
  if (articles.length === 0) return message('quiet', text(literal(said.failures.no_articles({}))))
  const pages = Math.ceil(articles.length / ARTICLES_PER_PAGE)
  const at = Math.max(1, Math.min(page, pages))
  const shown = articles.slice((at - 1) * ARTICLES_PER_PAGE, at * ARTICLES_PER_PAGE)
  const lines = shown.flatMap(({ head, paragraphs }) => {
    const facts = [
      shortened(head.source ?? '', SOURCE),
      words(locale).article.paragraphs(paragraphs.length),
      shortened(head.language, LANGUAGE),
    ]
    return [heading(plainTitle(head, TITLE)), quiet(facts.filter((fact) => oneLine(fact) !== '').join(' · '))]
  })
  return message(
    'quiet',
    text(heading(said.articles.heading(articles.length)), ...lines),
    ...buttons(pager(at, pages, locale, (to) => ({ kind: 'articles', page: to }))),
    ...(pages > 1 ? [text(quiet(said.pages.page(at, pages)))] : []),
  )
}
