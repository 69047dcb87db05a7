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
  const [initial = 0, second] = plain
  const block = blocks[initial]
  const isShort = block !== undefined && block.lines <= 2 && block.text.length < LONG
  return { start: isShort ? (second ?? initial) : initial, end: 1 + (plain.at(-1) ?? -1) }
}

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

  const header = readHeader(above, headline, body.map((block) => block.text).join('\n'))
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
