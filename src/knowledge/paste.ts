/**
 * A raw copy-paste of a page to the article in it. What stands around the text is told by its place and its looks, by
 * general rules; in doubt a line is kept.
 */
import { type Block, readBlocks } from './blocks.ts'
import { bylinesOf, keepTail, keepText, type Marked, type Part, underHeadings, withoutPullQuotes } from './body.ts'
import { first } from './byline.ts'
import { readHeader } from './header.ts'
import { type Metadata, stated } from './metadata.ts'
import { isHeadline, isName, isOneSentence, isPerson, isProse, LONG, words } from './prose.ts'
import { isSection, recognise } from './recognise.ts'

export type Paste = Metadata & { readonly parts: readonly Part[] }

/** Fewer words are a publication's name or a department's rather than a title. */
const TITLE_WORDS = 4
/** A standfirst, and the caption of a photograph. */
const MOST_STANDFIRST = 2

const markAll = (blocks: readonly Block[], edge: boolean): readonly Marked[] =>
  blocks.map((block) => ({ ...block, mark: recognise(block.text, edge) }))

/** Where the article is in the paste, by numbers of blocks: each part ends where the next begins. */
type Bounds = {
  /** The first prose, or what stands for it. */
  readonly start: number
  /** Behind the standfirst, where a byline or the like stands below that. */
  readonly body: number
  /** Behind the last prose. */
  readonly end: number
  /** Above the start, a whole sentence that is the title nevertheless. */
  readonly headline?: Block
}

const isText = ({ mark, text }: Marked): boolean => mark === undefined && isProse(text)

/** Between a standfirst and the text stand who wrote it, and when, and a photograph with its credit. */
const readStandfirst = (blocks: readonly Marked[], start: number, end: number): number => {
  let body = start
  let prose = 0
  for (let at = start; at < end - 1; at += 1) {
    const block = blocks[at]
    if (block === undefined || prose > MOST_STANDFIRST) break
    if (isText(block)) prose += 1
    const isMarked = [blocks[at - 1], blocks[at + 1]].some((other) => other?.mark !== undefined)
    if (block.mark?.kind === 'byline' && (!block.mark.byline.bare || isMarked)) body = at + 1
    if (block.mark?.kind === 'credit' && prose <= 1) body = at + 1
  }
  if (body === start) return start
  // What else the page has there before the text goes on.
  const next = blocks.findIndex((block, index) => index >= body && isText(block))
  return 1 + blocks.findLastIndex((block, index) => index < next && (index < body || block.mark !== undefined))
}

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
    const end =
      1 +
      Math.max(
        start,
        blocks.findLastIndex((block) => isText(block) && !isHeadline(block.text)),
      )
    return { start, body: readStandfirst(blocks, start, end), end, ...(headline && { headline }) }
  }
  // No prose at all: the first line is the title, if it can be one and is not all there is.
  const plain = [...blocks.keys()].filter((index) => blocks[index]?.mark === undefined)
  const [initial = 0, second] = plain
  const block = blocks[initial]
  const isShort = block !== undefined && block.lines <= 2 && block.text.length < LONG
  const first = isShort ? (second ?? initial) : initial
  return { start: first, body: first, end: 1 + (plain.at(-1) ?? -1) }
}

const address = (blocks: readonly Marked[]): string | undefined =>
  blocks.flatMap(({ mark }) => (mark?.kind === 'address' ? [mark.url] : []))[0]

export const readPaste = (text: string): Paste => {
  const blocks = markAll(
    readBlocks(text, (line) => recognise(line, true) !== undefined || isSection(line)),
    true,
  )
  const bounds = readBounds(blocks)
  const above = blocks.slice(0, bounds.body)
  const body = markAll(blocks.slice(bounds.body, bounds.end), false)
  const below = blocks.slice(Math.max(bounds.body, bounds.end))

  const header = readHeader(above, bounds.headline, body.map((block) => block.text).join('\n'))
  const tail = keepTail(below)
  const closing = bylinesOf(below)
  const author = header.found.author ?? first(closing, 'author')
  const last = tail.at(-1)
  const signature = author === undefined && last !== undefined && isPerson(last.text) ? last : undefined

  const kept = [...header.rest, ...keepText(body), ...tail.filter((block) => block !== signature)]
  return {
    ...stated({
      source: first(closing, 'source'),
      published: first(closing, 'published'),
      author: author ?? signature?.text,
      url: address(above) ?? address(below),
      credit: [...above, ...body, ...below].find(({ mark }) => mark?.kind === 'credit')?.text.replace(/\s+/g, ' '),
    }),
    ...header.found,
    parts: underHeadings(withoutPullQuotes(kept), header.decks),
  }
}
