/** What the claims of an answer rest on, numbered in reading order, and how places and quotations are written. */
import { words } from '../../locale/words.ts'
import { type ArticleHead, type Citation, type Claim, isQuotation, type Locale, type Paragraph } from '../../types.ts'
import { isBlank, literal } from '../escape.ts'
import { quiet, shortened } from './parts.ts'

/** UTF-16 units of an article's title and of its source above quotations: two lines of small print on a phone. */
const TITLE = 48
const SOURCE = 24

/** A place that is cited, under the number that stands for it; `claim` and `index` say where it is cited first. */
export type Source = {
  readonly marker: number
  readonly citation: Citation
  readonly claim: number
  readonly index: number
  /** Its quotation stands among the claims, as a claim. */
  readonly isClaim: boolean
}

const keyOf = ({ paragraph, start, end }: Citation): string =>
  JSON.stringify([paragraph.article.id, paragraph.number, start, end])

export type Sources = {
  readonly list: readonly Source[]
  /** The numbers of a claim's sources, each once. */
  readonly markersOf: (claim: Claim) => readonly number[]
}

export const sourcesOf = (claims: readonly Claim[]): Sources => {
  const quoted = new Set(claims.filter(isQuotation).map((claim) => keyOf(claim.citations[0])))
  const found = new Map<string, Source>()
  for (const [claim, { citations }] of claims.entries()) {
    for (const [index, citation] of citations.entries()) {
      const key = keyOf(citation)
      if (!found.has(key)) found.set(key, { marker: found.size + 1, citation, claim, index, isClaim: quoted.has(key) })
    }
  }
  return {
    list: [...found.values()],
    markersOf: ({ citations }) => [...new Set(citations.map((each) => found.get(keyOf(each))?.marker ?? 0))],
  }
}

/** In bold, which no text from outside can be; escaped, so that no link begins there. */
export const marker = (number: number): string => `**\\[${number}]**`

/** `¶8`. */
export const sign = ({ number }: Paragraph): string => `¶${number}`

/** Of a server's article, the id without the server's. */
const named = ({ id, title }: ArticleHead): string => (isBlank(title) ? id.slice(id.lastIndexOf('/') + 1) : title)

/** A title for a button or a menu: plain text. */
export const plainTitle = (head: ArticleHead, limit: number): string => shortened(named(head), limit) || '—'

/** A title and where it was published, as a line of small print above what comes from there. */
export const articleLine = (head: ArticleHead): string => {
  const source = shortened(head.source ?? '', SOURCE)
  return quiet([plainTitle(head, TITLE), ...(source === '' ? [] : [source])].join(' · '))
}

/** The marks around words that are quoted, in the reader's language. */
export const quotationMarks = (quoted: string, locale: Locale): readonly [open: string, close: string] => {
  const [open = '', , close = ''] = words(locale)
    .quote(`\n${quoted.replace(/[^«»“”]/g, '')}\n`)
    .split('\n')
  return [open, close]
}

/** Words of an article as a block of quotation: each line has the mark of one, which Discord does not see before nothing. */
export const quoteBlock = (words: string): string =>
  literal(words)
    .split('\n')
    .map((line) => `> ${line === '' ? '\u200b' : line}`)
    .join('\n')

/** A masked link; `label` is ours, and the address comes from `links.ts`. */
export const link = (label: string, url: string): string => `[${literal(label)}](<${url}>)`
