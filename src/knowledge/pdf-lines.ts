/** A page of a PDF to lines: pieces of text with their places, in the order in which the page draws them. */

/** As the parser gives it: `transform` maps the text's unit to the page, in points from its lower left corner. */
export type Piece = {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly fontName: string
}

export type Line = {
  readonly text: string
  readonly page: number
  /** Points: left and right end, baseline from the foot of the page, size of the type. */
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  /** Of most of its letters; a name inside this file. */
  readonly font: string
}

/** In sizes of the type: a wider gap is a space, and one wider still parts cells or columns. */
const SPACE = 0.15
const TAB = 2
/** Pieces so far apart in height are of different lines. */
const SAME_LINE = 0.5
const RAISED = 0.12
const SMALLER = 0.85

const ligatures: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' }
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Glyphs as the letters they stand for; bullets of symbol fonts lie in the private area. */
const plainGlyphs = (text: string): string =>
  text.replace(/[ﬀ-ﬆ]/g, (glyph) => ligatures[glyph] ?? glyph).replace(/[\uf000-\uf0ff]/g, '•')

/** After a unit or a figure a raised digit is an exponent; after a word it refers to a note. */
const isExponent = (before: string): boolean => /(?:^|[\s\d(])(?:[kcdm]?m|[A-Za-z]|\d+)$/.test(before)

type Building = { text: string; left: number; right: number; y: number; size: number; fonts: Map<string, number> }

const finish = ({ text, left, right, y, size, fonts }: Building, page: number): Line => ({
  text: text.replace(/ {2,}/g, ' ').trim(),
  page,
  left,
  right,
  y,
  size,
  font: [...fonts].reduce((most, each) => (each[1] > most[1] ? each : most), ['', 0] as [string, number])[0],
})

export const readLines = (pieces: readonly Piece[], page: number): readonly Line[] => {
  const lines: Line[] = []
  let line: Building | undefined
  for (const { str, transform, width, fontName } of pieces) {
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform
    // What stands upright or askew is no running text.
    if (str === '' || Math.abs(b) > Math.abs(a) / 10) continue
    const size = Math.hypot(c, d)
    if (str.trim() === '') {
      if (line !== undefined && !/\s$/.test(line.text)) line.text += ' '
      continue
    }
    const text = plainGlyphs(str)
    const isSame: boolean =
      line !== undefined &&
      Math.abs(y - line.y) < SAME_LINE * Math.max(size, line.size) &&
      x > line.right - Math.max(size, line.size)
    if (line === undefined || !isSame) {
      if (line !== undefined) lines.push(finish(line, page))
      line = { text, left: x, right: x + width, y, size, fonts: new Map([[fontName, text.length]]) }
      continue
    }
    const isRaised = size < line.size * SMALLER && y - line.y > line.size * RAISED
    if (isRaised && /^[\d,*†‡ ]{1,5}$/.test(text)) {
      if (isExponent(line.text)) line.text += text.replace(/\d/g, (digit) => raised[Number(digit)] ?? digit)
      line.right = Math.max(line.right, x + width)
      continue
    }
    // A line that begins with a raised mark (a footnote) is as large as what follows.
    if (size > line.size) {
      if (line.y - y > line.size * RAISED && /^[\d*†‡]{1,3}$/.test(line.text.trim())) line.text = `${line.text.trim()} `
      line.y = y
      line.size = size
    }
    const gap = (x - line.right) / line.size
    if (gap > TAB) line.text = `${line.text.trimEnd()}\t`
    else if (gap > SPACE && !/\s$/.test(line.text)) line.text += ' '
    line.text += text
    line.right = Math.max(line.right, x + width)
    line.fonts.set(fontName, (line.fonts.get(fontName) ?? 0) + text.length)
  }
  if (line !== undefined) lines.push(finish(line, page))
  return lines.filter(({ text }) => text !== '')
}
