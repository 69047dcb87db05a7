/** The lines of a paste that are its text: furniture, captions and pull quotes out, headings beside their paragraphs. */
import type { Block } from './blocks.ts'
import type { Byline } from './byline.ts'
import { endsSentence, hasWord, isHeadline, isQuestion, startsLower, words } from './prose.ts'
import { isSection, type Mark } from './recognise.ts'

export type Marked = Block & { readonly mark: Mark | undefined }

export type Part = { readonly text: string; readonly heading?: string; readonly page?: number }

const LONGEST_HEADING = 80
const HEADING_WORDS = 12
const LABEL_WORDS = 4
const LONGEST_CAPTION = 400
/** More short lines in a row are a list, not headings. */
const MOST_HEADINGS = 2
/** A question of fewer words is rather a heading, of more rather an interviewer's; a pull quote or a caption has as many. */
const SENTENCE_WORDS = 6

export const bylinesOf = (blocks: readonly Marked[]): readonly Byline[] =>
  blocks.flatMap(({ mark }) => (mark?.kind === 'byline' ? [mark.byline] : []))

/** A caption that is repeated below, with its credit or alone. */
const isRepeated = (text: string, below: Marked | undefined): boolean =>
  below?.text.startsWith(text) === true &&
  (below.mark !== undefined ||
    (below.text.length === text.length && !endsSentence(text) && words(text).length >= SENTENCE_WORDS))

/** Without what is marked, and without the title of another page under a line that announces it. */
export const keepText = (blocks: readonly Marked[]): readonly Marked[] =>
  blocks.filter(({ mark, text }, index) => {
    if (mark !== undefined) return mark.kind === 'byline' && mark.byline.bare
    const above = blocks[index - 1]?.mark
    const isLink = above?.kind === 'furniture' && above.opens && (!endsSentence(text) || isHeadline(text))
    return !isLink && !isRepeated(text, blocks[index + 1])
  })

/** Below the prose, after the first piece of furniture only sentences are still text (`Il avait 82 ans.`). */
export const keepTail = (blocks: readonly Marked[]): readonly Marked[] => {
  const furniture = blocks.findIndex(({ mark }) => mark !== undefined)
  return blocks.filter(
    ({ mark, text }, index) =>
      mark === undefined &&
      !isSection(text) &&
      (furniture === -1 || index < furniture || (endsSentence(text) && !isQuestion(text))),
  )
}

/** The mark of a heading in Markdown, which people paste as text, too. */
const hashes = /^#{1,6}\s+/

/** As one line, without such a mark. */
export const asLine = (text: string): string => text.replace(hashes, '').replace(/\s+/g, ' ')

/** A capital, a figure, or a letter of a script without capitals. */
const opensHeading = (text: string): boolean => /^[\d¿¡]/.test(text) || (hasWord(text.charAt(0)) && !startsLower(text))

/** Short, and no sentence. */
export const isHeading = ({ text, lines }: Pick<Block, 'text' | 'lines'>): boolean => {
  if (lines > 2 || text.length > LONGEST_HEADING) return false
  if (hashes.test(text)) return true
  if (!opensHeading(text) || /[,;]$/.test(text)) return false
  const count = words(text).length
  if (/:$/.test(text)) return count <= LABEL_WORDS
  // « La présidente : Vraiment ? » is said by somebody.
  return endsSentence(text) ? /^[^:]*\?$/.test(text) && count < SENTENCE_WORDS : count <= HEADING_WORDS
}

/** `Figure 2. The bridge in winter`: a label, a number and a mark; `Table 1 shows that …` is a sentence. */
export const isCaption = (text: string): boolean =>
  text.length < LONGEST_CAPTION &&
  /^(?:fig(?:ure|\.)?|tab(?:le|leau|\.)?|abb(?:ildung|\.)|photo)\s*\d+\s*[.:–—-]/i.test(text)

const segments = (text: string): readonly string[] =>
  text
    .split(/[.!?…«»“”"]/)
    .map((segment) => segment.replace(/\s+/g, ' ').trim())
    .filter((segment) => segment !== '')

/** A sentence that stands in a longer paragraph, too, was pulled out of it for show: nothing is lost without it. */
export const withoutPullQuotes = (blocks: readonly Block[]): readonly Block[] => {
  const all = blocks.map(({ text }) => segments(text))
  const said = new Set(all.filter((parts) => parts.length > 1).flat())
  return blocks.filter(({ text }, index) => {
    const [only, another] = all[index] ?? []
    return only === undefined || another !== undefined || words(text).length < SENTENCE_WORDS || !said.has(only)
  })
}

/** Short lines, but those in `decks`, become the heading of what follows them. */
export const underHeadings = (blocks: readonly Block[], decks: ReadonlySet<Block>): readonly Part[] => {
  const parts: Part[] = []
  let heading: string | undefined
  let waiting: Block[] = []
  const keep = ({ text }: Block): void => {
    parts.push(heading === undefined ? { text } : { text, heading })
  }
  for (const block of blocks) {
    if (isHeading(block) && !decks.has(block)) {
      waiting.push(block)
      continue
    }
    if (waiting.length > MOST_HEADINGS) waiting.forEach(keep)
    else if (waiting.length > 0) heading = waiting.map(({ text }) => asLine(text)).join(' · ')
    waiting = []
    keep(block)
  }
  // Nothing follows: a long line is rather a paragraph whose full stop is missing.
  const [label, last] = waiting
  if (waiting.length === 2 && label && last && words(last.text).length > SENTENCE_WORDS) {
    heading = asLine(label.text)
    keep(last)
  } else waiting.forEach(keep)
  return parts
}
