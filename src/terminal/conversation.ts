/** The chat without its screen: a line in, what is said to it out. Keeps what follow-ups need. */

import { AppError } from '../failures.ts'
import { words } from '../locale/words.ts'
import { type Answer, type Article, type Locale, QUESTION_LIMIT, type Turn } from '../types.ts'
import type { Line } from './input.ts'
import { abortable, failureText } from './output.ts'
import { joinBlocks, renderAnswer, renderArticles, renderParagraph, renderTerms } from './render.ts'
import { findArticle, onlyArticle, type Session } from './session.ts'
import { parseSlash, type Slash } from './slash.ts'
import { type Style, visible, wrap } from './style.ts'

/** Exchanges a follow-up may lean on, and how much of each answer is kept, in UTF-16 code units. */
const TURNS = 4
const TURN_LENGTH = 1_000

/** `busy` is told what is being done, before anything that may take long. */
export type Conversation = {
  reply(line: Line, style: Style, busy: (what: string) => void): Promise<{ text: string; ends: boolean }>
}

export const createConversation = (session: Session, signal: AbortSignal): Conversation => {
  const { engine, library } = session
  let locale: Locale = session.locale
  let history: readonly Turn[] = []
  /** The article last spoken of: the one that `/paragraph 8` means. */
  let current: string | undefined

  const remember = (question: string, answer: Answer): void => {
    const said = answer.claims.map((claim) => claim.text).join(' ') || words(locale).answer.notFound
    history = [...history, { question, answer: said.slice(0, TURN_LENGTH) }].slice(-TURNS)
    const cited = answer.claims[0]?.citations[0].paragraph ?? (answer.kind === 'not_found' && answer.nearest[0])
    if (cited) current = cited.article.id
  }

  const answered = (answer: Answer, style: Style): string =>
    library.articles().length === 0
      ? wrap(words(answer.locale).failures.no_articles({}), style).join('\n')
      : renderAnswer(answer, style)

  const ask = async (text: string, style: Style, busy: (what: string) => void): Promise<string> => {
    const { progress } = words(locale)
    busy(session.model === undefined ? progress.searching : progress.modelReading)
    const answer = await abortable(engine.ask({ text, locale, scope: library.articles(), history }, signal), signal)
    remember(text, answer)
    return answered(answer, style)
  }

  const articleFor = (given: string | undefined): Article => {
    const article =
      given !== undefined
        ? findArticle(library, given)
        : (current !== undefined && library.article(current)) || onlyArticle(library)
    current = article.head.id
    return article
  }

  const run = async (slash: Slash, style: Style, busy: (what: string) => void): Promise<string> => {
    const said = words(locale)
    switch (slash.command) {
      case 'summary': {
        const article = articleFor(slash.article)
        busy(said.progress.summarising)
        const request = { article, length: slash.length, locale }
        return answered(await abortable(engine.summarise(request, signal), signal), style)
      }
      case 'paragraph': {
        if (slash.number === undefined) return wrap(said.chat.whichParagraph, style).join('\n')
        const { head, paragraphs } = articleFor(slash.article)
        const paragraph = paragraphs[slash.number - 1]
        if (paragraph) return renderParagraph(paragraph, style)
        const facts = { article: head.id, number: slash.number, count: paragraphs.length }
        throw new AppError('unknown_paragraph', facts)
      }
      case 'articles':
        return renderArticles(library.articles(), locale, style)
      case 'help':
        return joinBlocks([wrap(said.chat.help, style), renderTerms(said.chat.commands, style)], style)
      case 'quit':
        return ''
      case 'unknown':
        return wrap(visible(said.chat.unknownCommand(slash.given)), style).join('\n')
    }
  }

  return {
    async reply({ text, length }, style, busy) {
      try {
        if (length > QUESTION_LIMIT) throw new AppError('question_too_long', { length, limit: QUESTION_LIMIT })
        const line = text.trim()
        if (!line.startsWith('/')) {
          locale = session.localeFor(line)
          return { text: await ask(line, style, busy), ends: false }
        }
        const { slash, locale: spoken } = parseSlash(line)
        locale = spoken ?? locale
        return { text: await run(slash, style, busy), ends: slash.command === 'quit' }
      } catch (failure) {
        if (!(failure instanceof AppError)) session.unexpected(failure)
        return { text: wrap(failureText(failure, locale), style).join('\n'), ends: false }
      }
    },
  }
}
