/** Claims as lines of markdown, each with its markers, divided over messages where they are long. */
import type { Claim, Locale } from '../../types.ts'
import { isQuotation } from '../../types.ts'
import { literal, unmarked, visible } from '../escape.ts'
import { split } from '../split.ts'
import { marker, quotationMarks, quoteBlock, type Sources } from './sources.ts'

/** One claim: its words, not yet literal, and what is put around them. */
type Line = {
  readonly words: string
  readonly shown: (piece: string) => string
  readonly open: string
  readonly close: string
}

const markers = (numbers: readonly number[]): string => numbers.map((number) => `\u00a0${marker(number)}`).join('')

/** Of the parts of a statement, where there are several: which of them the articles bear out. */
const marks = { supports: '✓ ', contradicts: '✗ ' } as const

const lineOf = (claim: Claim, sources: Sources, several: boolean, locale: Locale): Line => {
  const after = markers(sources.markersOf(claim))
  const mark = several && claim.stance !== undefined ? marks[claim.stance] : ''
  if (isQuotation(claim)) {
    const [open, close] = quotationMarks(claim.text, locale)
    return { words: visible(claim.text), shown: quoteBlock, open: mark + open, close: close + after }
  }
  const bullet = `${several ? '- ' : ''}${mark}`
  return { words: unmarked(claim.text), shown: (piece) => bullet + literal(piece), open: '', close: after }
}

/** What is put in front of a line stands before its mark of quotation: `> ` and then `« `. */
const opened = (shown: string, open: string): string => (open === '' ? shown : `> ${open}${shown.slice('> '.length)}`)

/** The line in pieces of at most `room` units; its sources stand after the last. */
const pieces = ({ words, shown, open, close }: Line, room: number): readonly string[] => {
  const cut = split(words, room - open.length - close.length, shown)
  // Words that are nothing but white space still have their sources.
  const parts = cut.length === 0 ? [''] : cut
  return parts.map((part, index) => {
    const start = index === 0 ? opened(shown(part), open) : shown(part)
    return index === parts.length - 1 ? start + close : start
  })
}

/** The claims as texts of at most `room` UTF-16 units, for one message each; the lines of `first` head the first. */
export const claimTexts = (
  claims: readonly Claim[],
  sources: Sources,
  { locale, room, first }: { readonly locale: Locale; readonly room: number; readonly first: readonly string[] },
): readonly string[] => {
  const several = claims.length > 1
  const texts: string[] = []
  for (const line of [...first, ...claims.flatMap((claim) => pieces(lineOf(claim, sources, several, locale), room))]) {
    const last = texts.at(-1)
    const longer = last === undefined ? line : `${last}\n${line}`
    if (last === undefined || longer.length > room) texts.push(line)
    else texts.splice(-1, 1, longer)
  }
  return texts
}
