/** What a page of print repeats at its head and foot: running titles, page numbers, a browser's own lines. */
import type { Line } from './pdf-lines.ts'

export type PdfPage = {
  readonly lines: readonly Line[]
  /** Points. */
  readonly top: number
  readonly bottom: number
}

/** Of the page's height. */
const ZONE = 0.13
/** Wide margins put the page's number further in; it is told by its looks. */
const NUMERAL_ZONE = 0.25
/** Baselines at one edge that may be furniture. */
const MOST = 3
/** Of all pages; left and right pages may have different ones. */
const SHARE = 0.25
/** Where a line that changes (a chapter's name) stands at the same height on nearly all pages. */
const SAME_HEIGHT = 0.6
const FEWEST_PAGES = 3
/** Points. */
const EXACT = 1.5
const LONGEST = 100

const numeral =
  /^(?:page|seite|p\.|[-–—·|\s])*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:\/|sur|of|von|de)\s*\d{1,4})?[-–—·|\s]*$/i
/** What browsers print above and below. */
const printed = /^\d{1,4}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}|^(?:https?|file):\/\/\S*\s+\d+\/\d+$/

/** A running title with the page's number beside it, at its left or its right. */
const numbered = /^\d{1,4}\t|\t\d{1,4}$/

const generic = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ')

type Edge = 'head' | 'foot'

/** The outermost lines of a page, by their baselines. */
const edgeLines = ({ lines, top, bottom }: PdfPage, edge: Edge): readonly Line[] => {
  const zone = (top - bottom) * ZONE
  const inZone = lines.filter(({ y }) => (edge === 'head' ? y > top - zone : y < bottom + zone))
  const heights = [...new Set(inZone.map(({ y }) => Math.round(y)))].sort((a, b) => (edge === 'head' ? b - a : a - b))
  const outer = new Set(heights.slice(0, MOST))
  return inZone.filter(({ y, text }) => outer.has(Math.round(y)) && text.length <= LONGEST)
}

/** Set apart from all others by more than a line. */
const isApart = (line: Line, { lines }: PdfPage): boolean =>
  lines.every(({ y }) => Math.abs(y - line.y) < EXACT || Math.abs(y - line.y) > line.size * 1.7)

/** A number alone, the first or the last line of its page. */
const isPageNumber = (line: Line, page: PdfPage): boolean => {
  if (!numeral.test(line.text) || !isApart(line, page)) return false
  const zone = (page.top - page.bottom) * NUMERAL_ZONE
  return page.lines.every(({ y }) => y >= line.y - EXACT)
    ? line.y < page.bottom + zone
    : page.lines.every(({ y }) => y <= line.y + EXACT) && line.y > page.top - zone
}

export const withoutFurniture = (pages: readonly PdfPage[]): readonly PdfPage[] => {
  const dropped = new Set<Line>()
  for (const edge of ['head', 'foot'] as const) {
    const found = pages.map((page) => edgeLines(page, edge))
    const seen = new Map<string, number>()
    const heights = new Map<number, number>()
    for (const lines of found) {
      for (const text of new Set(lines.map((line) => generic(line.text)))) seen.set(text, (seen.get(text) ?? 0) + 1)
      const outermost = lines.map(({ y }) => y).sort((a, b) => (edge === 'head' ? b - a : a - b))[0]
      if (outermost !== undefined) {
        const height = Math.round(outermost / EXACT)
        heights.set(height, (heights.get(height) ?? 0) + 1)
      }
    }
    for (const [index, lines] of found.entries()) {
      const page = pages[index]
      if (page === undefined) continue
      for (const line of lines) {
        const isRepeated = (seen.get(generic(line.text)) ?? 0) >= Math.max(2, pages.length * SHARE)
        const alike = heights.get(Math.round(line.y / EXACT)) ?? 0
        const isRunning = pages.length >= FEWEST_PAGES && alike >= pages.length * SAME_HEIGHT && isApart(line, page)
        if (isRepeated || isRunning || numeral.test(line.text) || printed.test(line.text) || numbered.test(line.text))
          dropped.add(line)
      }
    }
  }
  return pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => !dropped.has(line) && !isPageNumber(line, page)),
  }))
}
