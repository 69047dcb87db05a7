/**
 * A raw copy-paste of a page to the article in it. What stands around the text is told by its place and its looks, by
 * general rules; in doubt a line is kept.
 */
import { type Block, readBlocks } from './blocks.ts'
import { keepTail, keepText, type Marked, type Part, underHeadings, withoutPullQuotes } from './body.ts'
import type { Byline } from './byline.ts'
import { readHeader } from './header.ts'
import { isOneSentence, isPerson, isProse, isQuestion, words } from './prose.ts'
import { recognise } from './recognise.ts'

export type Paste = {
  readonly title?: string
  readonly source?: string
  readonly url?: string
  readonly author?: string
  readonly published?: string
  readonly credit?: string
  readonly paragraphs: readonly Part[]
}

/** Fewer words are a publication's name or a department's rather than a title. */
const TITLE_WORDS = 4

const markAll = (blocks: readonly Block[], edge: boolean): readonly Marked[] =>
  blocks.map((block) => ({ ...block, mark: recognise(block.text, edge) }))

/** Where the prose begins and ends (exclusive): above and below it, less proof is needed that a line is no text. */
const readBounds = (blocks: readonly Marked[]): readonly [number, number] => {
  let titled = false
  const isTitle = ({ text }: Marked, index: number): boolean => {
    const next = blocks[index + 1]
    if (titled || next === undefined || !isOneSentence(text)) return false
    return isQuestion(text) || next.mark?.kind === 'byline'
  }
  const start = blocks.findIndex((block, index) => {
    if (block.mark !== undefined) return false
    if (isProse(block.text) && !isTitle(block, index)) return true
    titled ||= words(block.text).length >= TITLE_WORDS
    return false
  })
  if (start !== -1) return [start, 1 + blocks.findLastIndex(({ mark, text }) => mark === undefined && isProse(text))]
  const unmarked = [...blocks.keys()].filter((index) => blocks[index]?.mark === undefined)
  const [first, second] = unmarked
  return first === undefined ? [0, 0] : [second ?? first, 1 + (unmarked.at(-1) ?? first)]
}

const bylines = (blocks: readonly Marked[]): readonly Byline[] =>
  blocks.flatMap(({ mark }) => (mark?.kind === 'byline' ? [mark.byline] : []))

const first = <K extends 'author' | 'published' | 'source'>(lines: readonly Byline[], key: K): string | undefined =>
  lines.find((line) => line[key] !== undefined)?.[key]

const address = (blocks: readonly Marked[]): string | undefined =>
  blocks.flatMap(({ mark }) => (mark?.kind === 'address' ? [mark.url] : []))[0]

export const readPaste = (text: string): Paste => {
  const blocks = markAll(
    readBlocks(text, (line) => recognise(line, true) !== undefined),
    true,
  )
  const [start, end] = readBounds(blocks)
  const above = blocks.slice(0, start)
  const body = markAll(blocks.slice(start, end), false)
  const below = blocks.slice(end)

  const stated = bylines(above)
  const closing = bylines(below)
  const header = readHeader(
    keepText(above).filter(({ mark }) => mark === undefined),
    stated.flatMap(({ names }) => names),
    body.map((block) => block.text).join('\n'),
  )
  const tail = keepTail(below)
  const last = tail.at(-1)
  const signature = last !== undefined && isPerson(last.text) ? last : undefined
  const author = first(stated, 'author') ?? header.author ?? first(closing, 'author')

  const found = {
    title: header.title,
    source: first(stated, 'source') ?? header.source ?? first(closing, 'source'),
    url: address(above) ?? address(below),
    author: author ?? signature?.text,
    published: first(stated, 'published') ?? first(closing, 'published'),
    credit: [...above, ...body, ...below].find(({ mark }) => mark?.kind === 'credit')?.text.replace(/\s+/g, ' '),
  }
  const kept = [
    ...header.rest,
    ...keepText(body),
    ...tail.filter((block) => author !== undefined || block !== signature),
  ]
  return {
    ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
    paragraphs: underHeadings(withoutPullQuotes(kept)),
  }
}
