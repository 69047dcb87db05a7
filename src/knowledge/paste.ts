/**
 * A raw copy-paste of a page to the article in it. What stands around the text is told by its place and its looks, by
 * general rules; in doubt a line is kept.
 */
import { type Block, readBlocks } from './blocks.ts'
import { keepTail, keepText, type Marked, type Part, underHeadings, withoutPullQuotes } from './body.ts'
import type { Byline } from './byline.ts'
import { readHeader } from './header.ts'
import { type Metadata, stated } from './metadata.ts'
import { isHeadline, isName, isOneSentence, isPerson, isProse, LONG, words } from './prose.ts'
import { isSection, recognise } from './recognise.ts'

export type Paste = Metadata & { readonly parts: readonly Part[] }

/** Fewer words are a publication's name or a department's rather than a title. */
const TITLE_WORDS = 4
/** So many words under the title are a standfirst, which is text; fewer are a heading. */
const DECK_WORDS = 7

const markAll = (blocks: readonly Block[], edge: boolean): readonly Marked[] =>
  blocks.map((block) => ({ ...block, mark: recognise(block.text, edge) }))

type Bounds = {
  readonly start: number
  /** Exclusive. */
  readonly end: number
  /** Above them, a whole sentence that is the title nevertheless. */
  readonly headline?: Block
}

/** Where the prose begins and ends: above and below it, less proof is needed that a line is no text. */
const readBounds = (blocks: readonly Marked[]): Bounds => {
  let titled = false
  let headline: Block | undefined
  const isTitle = ({ text }: Marked, next: Marked | undefined): boolean =>
    next !== undefined &&
    (isHeadline(text) || (isOneSentence(text) && next.mark?.kind === 'byline' && !next.mark.byline.bare))
  const start = blocks.findIndex((block, index) => {
    if (block.mark !== undefined) return false
    if (isProse(block.text)) {
      if (titled || !isTitle(block, blocks[index + 1])) return true
      headline = block
    }
    titled ||= words(block.text).length >= TITLE_WORDS && !isName(block.text)
    return false
  })
  if (start !== -1) {
    const last = blocks.findLastIndex(({ mark, text }) => mark === undefined && isProse(text) && !isHeadline(text))
    return { start, end: 1 + Math.max(start, last), ...(headline && { headline }) }
  }
  // No prose at all: the first line is the title, if it can be one and is not all there is.
  const plain = [...blocks.keys()].filter((index) => blocks[index]?.mark === undefined)
  const [first = 0, second] = plain
  const isShort = blocks[first] !== undefined && blocks[first].lines <= 2 && blocks[first].text.length < LONG
  return { start: isShort ? (second ?? first) : first, end: 1 + (plain.at(-1) ?? -1) }
}

const bylines = (blocks: readonly Marked[]): readonly Byline[] =>
  blocks.flatMap(({ mark }) => (mark?.kind === 'byline' ? [mark.byline] : []))

const first = <K extends 'author' | 'published' | 'source'>(lines: readonly Byline[], key: K): string | undefined =>
  lines.find((line) => line[key] !== undefined)?.[key]

const address = (blocks: readonly Marked[]): string | undefined =>
  blocks.flatMap(({ mark }) => (mark?.kind === 'address' ? [mark.url] : []))[0]

export const readPaste = (text: string): Paste => {
  const blocks = markAll(
    readBlocks(text, (line) => recognise(line, true) !== undefined || isSection(line)),
    true,
  )
  const { start, end, headline } = readBounds(blocks)
  const above = blocks.slice(0, start)
  const body = markAll(blocks.slice(start, end), false)
  const below = blocks.slice(end)

  const opening = bylines(above)
  const closing = bylines(below)
  const header = readHeader(
    keepText(above).filter(({ mark }) => mark === undefined),
    headline,
    opening.flatMap(({ names }) => names),
    body.map((block) => block.text).join('\n'),
  )
  const tail = keepTail(below)
  const last = tail.at(-1)
  const signature = last !== undefined && isPerson(last.text) ? last : undefined
  const author = first(opening, 'author') ?? header.author ?? first(closing, 'author')

  const found = {
    title: header.title,
    source: first(opening, 'source') ?? header.source ?? first(closing, 'source'),
    url: address(above) ?? address(below),
    author: author ?? signature?.text,
    published: first(opening, 'published') ?? first(closing, 'published'),
    credit: [...above, ...body, ...below].find(({ mark }) => mark?.kind === 'credit')?.text.replace(/\s+/g, ' '),
  }
  const decks = header.rest.filter((block) => words(block.text).length >= DECK_WORDS)
  const kept = [
    ...header.rest,
    ...keepText(body),
    ...tail.filter((block) => author !== undefined || block !== signature),
  ]
  return { ...stated(found), parts: underHeadings(withoutPullQuotes(kept), new Set(decks)) }
}
