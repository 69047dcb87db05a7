/** Paragraphs as they were published, the cited words marked, with the way to what stands before and after. */
import type { APIComponentInContainer } from 'discord.js'
import { discordWords } from '../../locale/discord-words.ts'
import { pilcrow } from '../../locale/pilcrow.ts'
import type { Citation, Locale, Paragraph } from '../../types.ts'
import type { MessageBody } from '../budget.ts'
import { articleKey, type CustomId } from '../custom-id.ts'
import { literal, visible } from '../escape.ts'
import { originalLink, pageLink } from '../links.ts'
import { split } from '../split.ts'
import { pager } from './evidence.ts'
import { button, buttons, heading, linkButton, message, quiet, shortened, text } from './parts.ts'
import { articleLine, plainTitle } from './sources.ts'

/** UTF-16 units of a paragraph in one message; the marks around quotations and the words around it need the rest. */
const PARAGRAPH_ROOM = 2_000
/** The same where its neighbours stand beside it. */
const SURROUNDED_ROOM = 1_200
const NEIGHBOUR_ROOM = 500
/** UTF-16 units of a title, a heading, a name or a date from the article. */
const FACT = 90

type Span = { readonly start: number; readonly end: number }

/** The spans in order, those that touch made one. */
const merged = (spans: readonly Span[]): readonly Span[] => {
  const inOrder = [...spans].sort((a, b) => a.start - b.start)
  const result: Span[] = []
  for (const span of inOrder) {
    const last = result.at(-1)
    if (last && span.start <= last.end) result.splice(-1, 1, { start: last.start, end: Math.max(last.end, span.end) })
    else result.push(span)
  }
  return result
}

/** The text made literal piece by piece, so that no mark of ours stands between a character and its escape. */
const marked = (words: string, spans: readonly Span[]): string => {
  let result = ''
  let at = 0
  for (const { start, end } of spans) {
    result += `${literal(words.slice(at, start))}**${literal(words.slice(start, end))}**`
    at = end
  }
  return result + literal(words.slice(at))
}

type Part = { readonly words: string; readonly spans: readonly Span[] }

/** The paragraph in parts of at most `room` units, each with what of the quotations falls into it. */
const partsOf = (paragraph: Paragraph, citations: readonly Citation[], room: number): readonly Part[] => {
  const spans = merged(citations)
  let offset = 0
  return split(visible(paragraph.text), room, literal).map((words) => {
    const from = offset
    offset += words.length
    const inside = spans.map(({ start, end }) => ({
      start: Math.max(start - from, 0),
      end: Math.min(end - from, words.length),
    }))
    return { words, spans: inside.filter(({ start, end }) => start < end) }
  })
}

/** The part that was asked for, from 1; 0 asks for the one where the first quotation begins. */
const chosen = (parts: readonly Part[], part: number): number =>
  part === 0 ? Math.max(1, parts.findIndex(({ spans }) => spans.length > 0) + 1) : Math.min(part, parts.length)

const factsOf = ({ article, heading }: Paragraph): readonly string[] => {
  const given = [article.source, article.author, article.published]
  const facts = given.map((fact) => shortened(fact ?? '', FACT)).filter((fact) => fact !== '')
  return [
    ...(facts.length === 0 ? [] : [quiet(facts.join(' · '))]),
    ...(heading === undefined || heading.trim() === '' ? [] : [quiet(shortened(heading, FACT))]),
  ]
}

const headOf = (paragraph: Paragraph): readonly string[] => [
  `**${pilcrow(paragraph)}** · ${literal(plainTitle(paragraph.article, FACT))}`,
  ...factsOf(paragraph),
]

export type ParagraphOptions = {
  readonly locale: Locale
  /** Of this paragraph; their words are marked. */
  readonly citations: readonly Citation[]
  /** How many paragraphs its article has. */
  readonly count: number
  /** From 1; 0 where the quotation is. */
  readonly part: number
  /** The custom id of this very view at another part. */
  readonly at: (part: number) => CustomId
  /** The article has another text by now; its neighbours are those of the time. */
  readonly older?: boolean
}

export const renderParagraph = (
  paragraph: Paragraph,
  { locale, citations, count, part, at, older = false }: ParagraphOptions,
): MessageBody => {
  const said = discordWords(locale)
  const parts = partsOf(paragraph, citations, PARAGRAPH_ROOM)
  const number = chosen(parts, part)
  const shown = parts[number - 1] ?? { words: '', spans: [] }
  const article = articleKey(paragraph.article.id)
  const [citation] = citations
  const url = citation ? originalLink(citation) : pageLink(paragraph.article.url)
  const place = older ? ({ kind: 'older', hash: paragraph.article.hash } as const) : ({ kind: 'read' } as const)
  const beside = (to: number, label: string) => button(label, { ...place, article, paragraph: to, part: 1 })
  const below: readonly APIComponentInContainer[] = [
    ...buttons(pager(number, parts.length, locale, at)),
    ...buttons([
      ...(paragraph.number > 1 ? [beside(paragraph.number - 1, `◀ ¶${paragraph.number - 1}`)] : []),
      ...(paragraph.number < count ? [beside(paragraph.number + 1, `¶${paragraph.number + 1} ▶`)] : []),
      ...linkButton(said.answer.original, url),
    ]),
  ]
  const head = headOf(paragraph)
  const body = [
    marked(shown.words, shown.spans),
    ...(shown.spans.length === 0 ? [] : [quiet(said.paragraph.quoted)]),
    ...(older ? [quiet(said.olderVersion)] : []),
    ...(parts.length > 1 ? [quiet(said.paragraph.part(number, parts.length))] : []),
  ]
  // White space alone is no text display.
  const isBlank = body.join('').trim() === ''
  return message('answer', ...(isBlank ? [text(...head, ...body)] : [text(...head), text(...body)]), ...below)
}

/** A cited paragraph and those beside it, as far as there are any. */
export type Surrounded = {
  readonly before?: Paragraph
  readonly paragraph: Paragraph
  readonly after?: Paragraph
  /** Of the paragraph in the middle. */
  readonly citations: readonly Citation[]
}

export type ContextOptions = {
  readonly locale: Locale
  /** Of the stored answer. */
  readonly id: string
  /** One for each cited paragraph, counted from 1. */
  readonly page: number
  readonly pages: number
  /** The article has another text by now. */
  readonly older?: boolean
}

export const renderContext = (
  { before, paragraph, after, citations }: Surrounded,
  { locale, id, page, pages, older = false }: ContextOptions,
): MessageBody => {
  const said = discordWords(locale)
  const parts = partsOf(paragraph, citations, SURROUNDED_ROOM)
  const at = chosen(parts, 0)
  const shown = parts[at - 1] ?? { words: '', spans: [] }
  const whole = `${at > 1 ? '… ' : ''}${marked(shown.words, shown.spans)}${at < parts.length ? ' …' : ''}`
  const pieces = (of: Paragraph) => split(visible(of.text), NEIGHBOUR_ROOM, literal)
  const endOf = (of: Paragraph): string => `${pieces(of).length > 1 ? '… ' : ''}${literal(pieces(of).at(-1) ?? '')}`
  const startOf = (of: Paragraph): string => `${literal(pieces(of)[0] ?? '')}${pieces(of).length > 1 ? ' …' : ''}`
  const label = (of: Paragraph): string => quiet(pilcrow(of))
  return message(
    'answer',
    text(
      heading(said.context.heading),
      articleLine(paragraph.article),
      ...(before ? [label(before), endOf(before)] : []),
      label(paragraph),
      whole,
      ...(after ? [label(after), startOf(after)] : []),
      quiet(said.paragraph.quoted),
      ...(older ? [quiet(said.olderVersion)] : []),
    ),
    ...buttons(pager(page, pages, locale, (to) => ({ kind: 'context', answer: id, page: to }))),
    ...(pages > 1 ? [text(quiet(said.pages.page(page, pages)))] : []),
  )
}
