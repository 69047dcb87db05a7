/**
 * Pasted text to blocks: which lines are a paragraph of their own, and which are one paragraph that was wrapped at some
 * column, a stanza or a list. A block is a stretch of the text itself, so that its words stay as published.
 */
import { endsSentence, hasWord, isItem, isProse, startsLower } from './prose.ts'

export type Block = {
  /** Without outer white space; inner line ends and spaces as published. */
  readonly text: string
  readonly lines: number
}

type Line = { readonly start: number; readonly end: number; readonly text: string }

/** Longer lines were not wrapped by hand or by a mail program, or copied from a column of a page. */
const WIDEST_WRAP = 130
/** Narrower is no column of text, but a list of words. */
const NARROWEST_WRAP = 30
/** In wrapped text, most lines begin in mid-sentence; where a line is a paragraph, hardly any does. */
const WRAPPED_SHARE = 0.25
/** A line wider than the column by this much was not wrapped with the others. */
const OVERFULL = 1.2
/** A line is full when the next word would have reached this share of the column: copies of print are ragged. */
const FULL = 0.85
/** More lines without a blank one are no paragraph, but a page whose paragraphs end in short lines. */
const LONGEST_WRAPPED = 25
/** Verses, or the items of a list, are of similar length: none is shorter than this share of the longest. */
const EVEN = 0.5
/** A line of less than this share of the column that ends a sentence ends its paragraph, too. */
const SHORT = 0.6
const WIDEST_VERSE = 100

/** Runs of lines with no blank line between them; a line of stars or dashes is blank, too. */
const readRuns = (text: string): readonly (readonly Line[])[] => {
  const runs: Line[][] = [[]]
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    const line = text.slice(start, end)
    const from = start + line.length - line.trimStart().length
    if (!hasWord(line)) runs.push([])
    else runs.at(-1)?.push({ start: from, end: from + line.trim().length, text: line.trim() })
    start = end + 1
  }
  return runs.filter((run) => run.length > 0)
}

const pairs = (run: readonly Line[]): readonly (readonly [Line, Line])[] =>
  run.slice(1).flatMap((line, index) => {
    const before = run[index]
    return before === undefined ? [] : [[before, line] as const]
  })

/** The column at which a text was wrapped, or undefined where it was not. */
const wrapColumn = (runs: readonly (readonly Line[])[]): number | undefined => {
  const joints = runs.flatMap(pairs)
  const open = joints.filter(([before, line]) => before.text.length <= WIDEST_WRAP && startsLower(line.text))
  if (open.length === 0 || open.length < joints.length * WRAPPED_SHARE) return undefined
  const column = open.reduce((widest, [before]) => Math.max(widest, before.text.length), 0)
  return column < NARROWEST_WRAP ? undefined : column
}

const firstWord = (line: Line): number => /^\S{1,40}/.exec(line.text)?.[0].length ?? 0

const goesOn = (before: Line, line: Line, column: number | undefined, run: readonly Line[]): boolean => {
  if (isItem(line.text)) return false
  const ended = endsSentence(before.text)
  if (startsLower(line.text) && !ended) return true
  if (column === undefined || before.text.length > column * OVERFULL) return false
  if (before.text.length + 1 + firstWord(line) >= column * FULL) return true
  if (ended) return run.length <= LONGEST_WRAPPED && before.text.length >= column * SHORT
  return before.text.length >= column * EVEN || /,$/.test(before.text)
}

const isShort = (line: Line): boolean => line.text.length <= WIDEST_VERSE && !endsSentence(line.text)

/** Lines of a poem, or of a list without marks. */
const isStanza = (run: readonly Line[], first: boolean, column: number | undefined): boolean => {
  const last = run.at(-1)
  if (run.length < 3 || last === undefined || (first && !endsSentence(last.text))) return false
  if (column !== undefined && run.length > LONGEST_WRAPPED) return false
  const longest = run.reduce((widest, line) => Math.max(widest, line.text.length), 0)
  if (longest > WIDEST_VERSE || run.slice(0, -1).some((line) => line.text.length < longest * EVEN)) return false
  return run.slice(0, -1).filter(isShort).length >= (run.length - 1) * 0.6
}

/** Items side by side are one paragraph, unless each is a paragraph by itself or somebody speaking (`– Où ? dit-elle.`). */
const isList = (items: readonly (readonly Line[])[]): boolean => {
  const lines = items.flatMap((item) => item.slice(0, 1))
  if (items.length < 2 || lines.some((line) => /^[–—]/.test(line.text) && endsSentence(line.text))) return false
  return !items.every((item) => isProse(item.map((line) => line.text).join(' ')))
}

/** Joins the items of lists, and with them the line that announces them. */
const joinLists = (groups: readonly (readonly Line[])[]): readonly (readonly Line[])[] => {
  const joined: (readonly Line[])[] = []
  let items: (readonly Line[])[] = []
  const close = (): void => {
    if (isList(items)) {
      const intro = /:$/.test(joined.at(-1)?.at(-1)?.text ?? '') ? joined.pop() : undefined
      joined.push([...(intro ?? []), ...items.flat()])
    } else for (const item of items) joined.push(item)
    items = []
  }
  for (const group of groups) {
    if (isItem(group[0]?.text ?? '')) items.push(group)
    else {
      close()
      joined.push(group)
    }
  }
  close()
  return joined
}

/** `alone` says which lines are part of no paragraph, whatever stands around them. */
export const readBlocks = (text: string, alone: (line: string) => boolean): readonly Block[] => {
  const runs = readRuns(text)
  const column = wrapColumn(runs)
  const isFull = (line: Line): boolean => column !== undefined && line.text.length >= column * FULL
  return runs.flatMap((run, index) => {
    const aloof = run.map((line) => run.length > 1 && !isFull(line) && alone(line.text))
    const groups: Line[][] = []
    if (!aloof.includes(true) && isStanza(run, index === 0, column)) groups.push([...run])
    else
      for (const [at, line] of run.entries()) {
        const before = run[at - 1]
        const apart = before === undefined || aloof[at - 1] === true || aloof[at] === true
        if (apart || !goesOn(before, line, column, run)) groups.push([line])
        else groups.at(-1)?.push(line)
      }
    return joinLists(groups).map((lines) => ({
      text: text.slice(lines[0]?.start, lines.at(-1)?.end),
      lines: lines.length,
    }))
  })
}
