/** `npm run search`, and what `ask --explain` adds: the paragraphs that words find, and what made each one's score. */

import { AppError } from '../failures.ts'
import { words } from '../locale/words.ts'
import type { Article, ExplainedPassage, Locale, ScorePart } from '../types.ts'
import type { SearchOptions } from './arguments.ts'
import { printed } from './json.ts'
import { type Io, tellFailure, write } from './output.ts'
import { joinBlocks } from './render.ts'
import { findArticle, type Session } from './session.ts'
import { paint, type Style, styleOf, visible, wrap } from './style.ts'

/** Paragraphs whose scores `ask --explain` tells. */
const EXPLAINED = 10

type How = { readonly json: boolean; readonly explain: boolean; readonly locale: Locale }

const rounded = (score: number): number => Number(score.toFixed(3))

const hitJson = ({ paragraph, score, parts }: ExplainedPassage, explain: boolean) => ({
  article: paragraph.article.id,
  paragraph: paragraph.number,
  score: rounded(score),
  text: paragraph.text,
  ...(explain && { parts: parts.map(({ word, by, amount }) => ({ word, by, amount: rounded(amount) })) }),
})

/** Each word with all that it gave, the most first. */
const renderParts = (parts: readonly ScorePart[], locale: Locale, style: Style): readonly string[] => {
  const { by } = words(locale).search
  const sum = (all: readonly ScorePart[]): number => all.reduce((total, { amount }) => total + amount, 0)
  return [...Map.groupBy(parts, ({ word }) => word)]
    .sort(([, a], [, b]) => sum(b) - sum(a))
    .flatMap(([word, own]) => {
      const given = own.map((part) => `${by[part.by]} ${part.amount.toFixed(2)}`).join(', ')
      return wrap(word === '' ? given : `${visible(word)}: ${given}`, style, '   ')
    })
}

const renderHit = (hit: ExplainedPassage, at: number, { explain, locale }: How, style: Style): readonly string[] => {
  const { paragraph, score, parts } = hit
  const place = `${at + 1}. ¶${paragraph.number} · ${visible(paragraph.article.title || paragraph.article.id)}`
  return [
    ...wrap(paint(place, 'bold', style), style, '', 3),
    ...wrap(paint(score.toFixed(2), 'cyan', style), style, '   '),
    ...wrap(visible(paragraph.text), style, '   '),
    ...(explain ? renderParts(parts, locale, style) : []),
  ]
}

/** What `ask --explain` prints below an answer. */
export const renderScores = (hits: readonly ExplainedPassage[], locale: Locale, style: Style): string =>
  joinBlocks(
    [
      [paint(words(locale).search.scores, 'bold', style)],
      ...hits.map((hit, at) => renderHit(hit, at, { json: false, explain: true, locale }, style)),
    ],
    style,
  )

export const scoresJson = (hits: readonly ExplainedPassage[]) => hits.map((hit) => hitJson(hit, true))

export const explained = (session: Session, text: string, articles: readonly Article[] | undefined) =>
  session.find({ text, ...(articles && { articles }), limit: EXPLAINED }).filter(({ score }) => score > 0)

export const runSearch = async (options: SearchOptions, session: Session, io: Io): Promise<number> => {
  const locale = options.locale ?? session.localeFor(options.words)
  const how = { json: options.json, explain: options.explain, locale }
  try {
    const articles = options.article === undefined ? undefined : [findArticle(session.library, options.article)]
    const hits = session.find({ text: options.words, ...(articles && { articles }), limit: options.k })
    const style = styleOf(io.output, io.colour)
    const text = how.json
      ? printed({ question: options.words, hits: hits.map((hit) => hitJson(hit, how.explain)) })
      : hits.length === 0
        ? words(locale).search.none
        : joinBlocks(
            hits.map((hit, at) => renderHit(hit, at, how, style)),
            style,
          )
    await write(io.output, `${text}\n`)
    return 0
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure
    return tellFailure(failure, how, io)
  }
}
