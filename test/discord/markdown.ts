/**
 * Reads text as we take Discord to read it, written apart from `escape.ts` so that each can show the other wrong.
 *
 * What we assume, from Discord's own documents, its SimpleAST and public readings of its desktop parser:
 * - From left to right the first rule that matches wins; a backslash before what is neither an ASCII letter, a digit nor
 *   white space is an escape, at the place where it is reached. Inside a match that began earlier it protects nothing.
 * - Emphasis, strikethrough and spoilers go over lines, and what is inside them is read again as if at a line's start.
 * - Headings, subtext, lists and quotes begin a line, spaces before them allowed.
 * - Masked links have an http(s) address; bare ones are links too; mentions, times, emoji and commands stand in < >.
 * Where readings differ, this one sees markup: what it takes for plain text is plain text in all of them.
 */

export type Mark = { readonly kind: string; readonly text: string; readonly target?: string }
export type Read = { readonly text: string; readonly marks: readonly Mark[] }

type Rule = readonly [kind: string, pattern: RegExp]

/** The first group is what is inside and is read again. */
const spans: readonly Rule[] = [
  ['bold', /^\*\*([\s\S]+?)\*\*(?!\*)/],
  ['underline', /^__([\s\S]+?)__(?!_)/],
  ['italics', /^\*(?=\S)([\s\S]+?)\*/],
  ['italics', /^_([\s\S]+?)_/],
  ['strike', /^~~([\s\S]+?)~~/],
  ['spoiler', /^\|\|([\s\S]+?)\|\|/],
]

/** What is inside these is not read. */
const whole: readonly Rule[] = [
  ['code', /^(`+)[\s\S]*?[^`]\1/],
  ['link', /^\[([^\]]*)\]\(\s*<?(https?:[^\s>)]*)>?\s*\)/],
  // Discord may find the end of a link behind other brackets.
  ['link', /^\[[\s\S]*?\]\([\s\S]*?\)/],
  ['angle', /^<[^\s\d=][^>\n]*>/],
  ['everyone', /^@(?:everyone|here)/],
  ['address', /^[a-z][a-z\d+.-]*:\/\/\S/i],
  ['address', /^(?:discord\.gg|www\.[a-z\d-]+\.[a-z]{2,})\/\S+/i],
  ['emoji', /^:[\w+~-]+:/],
]

/** The first group is what is inside; these begin a line and end with it, but for the last. */
const lines: readonly Rule[] = [
  ['quote', /^ *>(?!>>)[^\S\n]([^\n]*\n?)/],
  ['quote', /^ *>>>\s([\s\S]*)/],
  ['heading', /^[^\S\n]*#{1,3}[^\S\n]+([^\n]*\n?)/],
  ['subtext', /^[^\S\n]*-#[^\S\n]+([^\n]*\n?)/],
  ['list', /^[^\S\n]*(?:[-+*]|\d+[.)])[^\S\n]+([^\n]*\n?)/],
]

const escaping = /^\\([^0-9A-Za-z\s])/

export const read = (markdown: string, atLineStart = true): Read => {
  let text = ''
  const marks: Mark[] = []
  let at = 0
  let starts = atLineStart
  const take = (kind: string, length: number, inside: string | undefined, target?: string): void => {
    const inner = inside === undefined ? { text: markdown.slice(at, at + length), marks: [] } : read(inside)
    text += inner.text
    marks.push({ kind, text: inner.text, ...(target !== undefined && { target }) }, ...inner.marks)
    at += length
    starts = markdown[at - 1] === '\n'
  }
  while (at < markdown.length) {
    const rest = markdown.slice(at)
    const escaped = escaping.exec(rest)
    if (escaped) {
      text += escaped[1]
      at += 2
      starts = false
      continue
    }
    const line = starts ? lines.find(([, pattern]) => pattern.test(rest)) : undefined
    const rule = line ?? spans.find(([, pattern]) => pattern.test(rest))
    const found = rule?.[1].exec(rest)
    if (rule && found) {
      take(rule[0], found[0].length, found[1] ?? '')
      continue
    }
    const plain = whole.find(([, pattern]) => pattern.test(rest))
    const match = plain?.[1].exec(rest)
    if (plain && match) {
      if (plain[0] === 'link') take('link', match[0].length, match[1] ?? '', match[2] ?? '')
      else take(plain[0], match[0].length, undefined)
      continue
    }
    const unit = rest.charAt(0)
    text += unit
    at += 1
    // White space after a line's start leaves the start where it is.
    starts = unit === '\n' || (starts && /[^\S\n]/.test(unit))
  }
  return { text, marks }
}

export const marksOf = (markdown: string, kind: string): readonly Mark[] =>
  read(markdown).marks.filter((mark) => mark.kind === kind)
