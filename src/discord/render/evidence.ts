/** The quotations behind an answer, in pages: place, words cut from the article, link to the page it was published on. */
import type { APIButtonComponent } from 'discord.js'
import { discordWords } from '../../locale/discord-words.ts'
import { pilcrow } from '../../locale/pilcrow.ts'
import { type Answer, type Locale, quotation } from '../../types.ts'
import type { MessageBody } from '../budget.ts'
import { visible } from '../escape.ts'
import { originalLink } from '../links.ts'
import { split } from '../split.ts'
import { button, buttons, heading, message, quiet, text } from './parts.ts'
import {
  articleLine,
  link,
  marker,
  plainTitle,
  quotationMarks,
  quoteBlock,
  type Source,
  type Sources,
  sign,
  sourcesOf,
} from './sources.ts'

/** UTF-16 units of a page, so that claims of usual length and a page of quotations fit into one message. */
export const EVIDENCE_ROOM = 2_000
/** Cited paragraphs of a page: one row of buttons. */
const PARAGRAPHS = 5
/** UTF-16 units of a quotation on one page; a longer one goes on on the next. */
const QUOTATION_ROOM = 1_000
/** Room for the words of an entry that depend on the reader's language: pages must not. */
const WORDS_ROOM = 80
/** Discord recommends labels of at most 38 characters; the paragraph's number takes some. */
const LABEL = 28

/** A source on a page, or a piece of one whose quotation is long. */
export type Entry = {
  readonly source: Source
  /** Absent where the quotation is a claim, and stands above. */
  readonly words?: string
  /** Its article's name, as a line. */
  readonly above: string
  /** The original page at the quotation, where there is one. */
  readonly url: string | undefined
  readonly isFirst: boolean
  readonly isLast: boolean
}

const entriesOf = (source: Source): readonly Entry[] => {
  const above = articleLine(source.citation.paragraph.article)
  const url = originalLink(source.citation)
  if (source.isClaim) return [{ source, above, url, isFirst: true, isLast: true }]
  const parts = split(visible(quotation(source.citation)), QUOTATION_ROOM, quoteBlock)
  return parts.map((words, index) => ({
    ...{ source, words, above, url },
    ...{ isFirst: index === 0, isLast: index === parts.length - 1 },
  }))
}

const costOf = ({ words, above, url }: Entry): number =>
  above.length + (url?.length ?? 0) + (words === undefined ? 0 : quoteBlock(words).length) + WORDS_ROOM

const placeOf = ({ source }: Entry): string =>
  JSON.stringify([source.citation.paragraph.article.id, source.citation.paragraph.number])

/** The same whatever the reader's language, so that the number of a page in a button stays right. */
export const evidencePages = ({ list }: Sources): readonly (readonly Entry[])[] => {
  const pages: Entry[][] = []
  let used = 0
  let places = new Set<string>()
  for (const entry of list.flatMap(entriesOf)) {
    const cost = costOf(entry)
    const page = pages.at(-1)
    const isFull = used + cost > EVIDENCE_ROOM || (places.size === PARAGRAPHS && !places.has(placeOf(entry)))
    if (page === undefined || isFull) {
      pages.push([entry])
      used = 0
      places = new Set()
    } else page.push(entry)
    used += cost
    places.add(placeOf(entry))
  }
  return pages
}

/** The entries as markdown, each article named once above them; not at all the one `known` from above. */
export const evidenceText = (page: readonly Entry[], locale: Locale, known?: string): string => {
  const said = discordWords(locale).answer
  let current = known
  return page
    .map(({ source, words, above, url, isFirst, isLast }) => {
      const { article } = source.citation.paragraph
      const place = [
        `${article.id === current ? '' : `${above}\n`}${marker(source.marker)} ${pilcrow(source.citation.paragraph)}`,
        ...(isFirst ? [] : [said.continued]),
        ...(url === undefined ? [] : [link(said.original, url)]),
      ].join(' · ')
      current = article.id
      if (words === undefined) return place
      const [open, close] = quotationMarks(quotation(source.citation), locale)
      const block = quoteBlock(words)
      return `${place}\n${isFirst ? `> ${open}${block.slice('> '.length)}` : block}${isLast ? close : ''}`
    })
    .join('\n')
}

/** A button for each paragraph cited on the page, under the id of the stored answer. */
export const paragraphButtons = (page: readonly Entry[], sources: Sources, answer: string): APIButtonComponent[] => {
  const articles = new Set(sources.list.map(({ citation }) => citation.paragraph.article.id))
  const once = page.filter((entry, index) => page.findIndex((other) => placeOf(other) === placeOf(entry)) === index)
  return once.map(({ source: { citation, claim, index } }) => {
    const { paragraph } = citation
    const label = articles.size > 1 ? `${sign(paragraph)} · ${plainTitle(paragraph.article, LABEL)}` : sign(paragraph)
    return button(label, { kind: 'cited', answer, claim, citation: index, paragraph: paragraph.number, part: 0 })
  })
}

/** Buttons to the pages before and after; `id` makes the custom id of a page. */
export const pager = (
  page: number,
  pages: number,
  locale: Locale,
  id: (page: number) => Parameters<typeof button>[1],
): APIButtonComponent[] => {
  const said = discordWords(locale).pages
  return [
    ...(page > 1 ? [button(`◀ ${said.previous}`, id(page - 1))] : []),
    ...(page < pages ? [button(`${said.next} ▶`, id(page + 1))] : []),
  ]
}

/** A page of evidence as a message of its own; pages count from 1, and one that is not there is the nearest that is. */
export const renderEvidence = (
  { claims }: Pick<Answer, 'claims'>,
  { id, locale, page }: { readonly id: string; readonly locale: Locale; readonly page: number },
): MessageBody => {
  const sources = sourcesOf(claims)
  const pages = evidencePages(sources)
  const at = Math.max(1, Math.min(page, pages.length))
  const entries = pages[at - 1] ?? []
  return message(
    'answer',
    text(heading(discordWords(locale).answer.evidence), evidenceText(entries, locale)),
    ...buttons(paragraphButtons(entries, sources, id)),
    ...buttons(pager(at, pages.length, locale, (to) => ({ kind: 'evidence', answer: id, page: to }))),
    ...(pages.length > 1 ? [text(quiet(discordWords(locale).pages.page(at, pages.length)))] : []),
  )
}
