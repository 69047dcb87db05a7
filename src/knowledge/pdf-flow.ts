/** Lines of print to paragraphs again: over line ends, hyphens, columns and pages. */
import type { Line } from './pdf-lines.ts'
import { endsSentence, isItem, startsLower, startsUpper, tokens } from './prose.ts'

export type PrintBlock = {
  readonly text: string
  /** Where it begins. */
  readonly page: number
  readonly size: number
  readonly font: string
  readonly lines: number
}

export type Measures = {
  /** Size and font of most of the text. */
  readonly size: number
  readonly font: string
  /** From baseline to baseline, points. */
  readonly leading: number
}

/** Sizes this much apart are different. */
const SIZE = 0.08
/** In leadings: a wider gap parts paragraphs. */
const GAP = 1.3
const GAP_IN_SENTENCE = 1.8
/** In sizes of the type: a first line so much further right begins a paragraph. */
const INDENT = 0.7
/** Of a column's width: a line so much shorter ends something. */
const SHORT = 0.25

const most = <K>(counts: ReadonlyMap<K, number>, otherwise: K): K =>
  [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [otherwise, 0] as [K, number])[0]

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The lines of a column, or of a page without columns: each below the one before. */
const readRuns = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const runs: Line[][] = []
  for (const line of lines) {
    const before = runs.at(-1)?.at(-1)
    if (before === undefined || before.page !== line.page || line.y > before.y + line.size / 2) runs.push([line])
    else runs.at(-1)?.push(line)
  }
  return runs
}

const sameSize = (a: number, b: number): boolean => Math.abs(a - b) <= SIZE * Math.max(a, b)

export const measure = (lines: readonly Line[]): Measures => {
  const sizes = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length)
  }
  const size = most(sizes, 0)
  const body = lines.filter((line) => sameSize(line.size, size))
  const fonts = new Map<string, number>()
  for (const { font, text } of body) fonts.set(font, (fonts.get(font) ?? 0) + text.length)
  const gaps = readRuns(body).flatMap((run) => run.slice(1).map((line, index) => (run[index]?.y ?? 0) - line.y))
  return { size, font: most(fonts, ''), leading: median(gaps.filter((gap) => gap > size / 2)) || size * 1.2 }
}

type Column = { readonly left: number; readonly right: number }

const columnOf = (run: readonly Line[], { size }: Measures): Column => {
  const body = run.filter((line) => sameSize(line.size, size))
  const all = body.length > 0 ? body : run
  return { left: Math.min(...all.map(({ left }) => left)), right: Math.max(...all.map(({ right }) => right)) }
}

/** Whether the next line's first word would have had room: then the line was ended, not filled. */
const hasRoom = (line: Line, next: Line, column: Column): boolean => {
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0
  const width = ((next.right - next.left) / next.text.length) * (word + 1)
  return column.right - line.right > width + line.size * 0.3
}

const isIndented = (line: Line, { left }: Column): boolean => line.left > left + line.size * INDENT

const beginsBelow = (line: Line, next: Line, column: Column, { leading }: Measures): boolean => {
  if (!sameSize(line.size, next.size)) return true
  const gap = (line.y - next.y) / Math.max(leading, next.size * 1.1)
  if (gap > GAP_IN_SENTENCE) return true
  // A sentence goes on below a somewhat larger gap, too: an accent, an exponent or another program's idea of a line.
  if (startsLower(next.text) && !endsSentence(line.text) && !isItem(next.text)) return false
  if (gap > GAP) return true
  if (isIndented(next, column) && next.left > line.left + line.size * INDENT) return true
  const room = hasRoom(line, next, column)
  const ends = endsSentence(line.text) || /[:;]$/.test(line.text)
  if (isItem(next.text) && (room || ends || isItem(line.text))) return true
  if (room && ends) return true
  if (line.font !== next.font && room) return true
  return column.right - line.right > (column.right - column.left) * SHORT && startsUpper(next.text)
}

/** Over the end of a column or a page a paragraph goes on unless its last line was ended, or the next begins one. */
const beginsBeyond = (line: Line, column: Column, next: Line, other: Column, indents: boolean): boolean => {
  if (!sameSize(line.size, next.size) || isItem(next.text)) return true
  if (isIndented(next, other)) return true
  if (startsLower(next.text) || /[-\u00ad\u2010]$/.test(line.text)) return false
  if (!endsSentence(line.text)) return column.right - line.right > (column.right - column.left) * SHORT
  return !indents || hasRoom(line, next, column)
}

/** What verbs and names keep a hyphen before: `dit-il`, `celui-ci`. */
const enclitics = new Set(
  'il elle on ils elles je tu nous vous ce ci là le la les lui leur moi toi y en même mêmes t'.split(' '),
)

/** Numbers that are written with a hyphen: `soixante-trois`, `twenty-seven`. */
const tens = new Set(
  `vingt trente quarante cinquante soixante quatre dix cent twenty thirty forty fifty sixty seventy eighty ninety`.split(
    ' ',
  ),
)

/** `known`: the words that stand whole somewhere, in lower case. */
export const join = (text: string, next: string, known: ReadonlySet<string>): string => {
  // Rows of a table.
  if (text.includes('\t') && next.includes('\t')) return `${text}\n${next}`
  const [, head, tail] = /^(.*\p{L})[-\u00ad\u2010]$/su.exec(text) === null ? [] : [text, text.slice(0, -1), next]
  if (head === undefined || tail === undefined) return /[\u2013\u2014/-]$/.test(text) ? text + next : `${text} ${next}`
  const before = tokens(head.slice(-40)).at(-1)?.text.toLowerCase() ?? ''
  const after = tokens(tail.slice(0, 40))[0]?.text.toLowerCase() ?? ''
  const hyphen = text.endsWith('\u00ad') ? '' : '-'
  if (!startsLower(tail) || enclitics.has(after) || tens.has(before) || known.has(`${before}-${after}`))
    return head + hyphen + tail
  return head + tail
}

const knownWords = (lines: readonly Line[]): ReadonlySet<string> => {
  const words = new Set<string>()
  for (const { text } of lines) for (const [word] of text.matchAll(/\p{L}+-\p{L}+/gu)) words.add(word.toLowerCase())
  return words
}

export const flow = (lines: readonly Line[], measures: Measures): readonly PrintBlock[] => {
  const runs = readRuns(lines).map((run) => ({ run, column: columnOf(run, measures) }))
  const known = knownWords(lines)
  const body = runs.flatMap(({ run, column }) =>
    run.filter((line) => sameSize(line.size, measures.size)).map((line) => isIndented(line, column)),
  )
  const indents = body.filter(Boolean).length > body.length * 0.04
  const blocks: PrintBlock[] = []
  let before: { readonly line: Line; readonly column: Column } | undefined
  for (const { run, column } of runs) {
    for (const [index, line] of run.entries()) {
      const last = blocks.at(-1)
      const begins =
        before === undefined ||
        (index === 0
          ? beginsBeyond(before.line, before.column, line, column, indents)
          : beginsBelow(before.line, line, column, measures))
      before = { line, column }
      if (begins || last === undefined)
        blocks.push({ text: line.text, page: line.page, size: line.size, font: line.font, lines: 1 })
      else blocks.splice(-1, 1, { ...last, text: join(last.text, line.text, known), lines: last.lines + 1 })
    }
  }
  return blocks
}
