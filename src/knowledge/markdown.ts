/**
 * Markdown to paragraphs, as their rendered plain text: what a reader of the page counts.
 *
 * A paragraph is one, in a quotation too, and a table, a code block, a footnote. A list is one, an item to a line, unless
 * its items are paragraphs: set apart by blank lines, or sentences all of them. A table's cells are parted by tabs. Links
 * are their text; images, and the marks of references to footnotes, are nothing.
 */
import type { Env } from 'markdown-it'
import type { Part } from './body.ts'
import { BULLET, type Entry, listParagraphs, tableParagraph } from './lists.ts'
import { type Read, readPlain } from './markdown-plain.ts'
import { hasWord, plain } from './prose.ts'

export type Markdown = { readonly title?: string; readonly parts: readonly Part[] }

const readInline = (token: Read): string =>
  (token.children ?? [])
    .map((child, index, all) => {
      switch (child.type) {
        case 'text':
          // A footnote of one word is the definition of a link to the parser.
          return all[index - 1]?.type === 'link_open' && /^\^\S+$/.test(child.content) ? '' : child.content
        case 'code_inline':
          return child.content
        case 'softbreak':
          return ' '
        case 'hardbreak':
          return '\n'
        case 'html_inline':
          return /^<br\b/i.test(child.content) ? '\n' : ''
        default:
          return ''
      }
    })
    .join('')
    .trim()

/** The words of a piece of HTML, for people who put `<div>` around their text. */
const readHtml = (html: string, unescaped: (text: string) => string): string => {
  if (/^\s*<(?:script|style)\b/i.test(html)) return ''
  const [before = '', ...comments] = html.split('<!--')
  const uncommented = before + comments.map((part) => part.split('-->').slice(1).join('-->')).join('')
  return unescaped(uncommented.replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

type List = { readonly level: number; readonly entries: Entry[]; loose: boolean }

/** What parts footnotes that are one paragraph to the parser; no text from it holds the character. */
const SEAM = '\0'

const splitNotes = (text: string, labels: ReadonlySet<string>): readonly string[] =>
  text
    .replace(/(?:^| )\[\^([^\]\s]{1,40})\]: ?/g, (found, label: string) => (labels.has(label) ? SEAM : found))
    .replace(/\[\^([^\]\s]{1,40})\]/g, (found, label: string) => (labels.has(label) ? '' : found))
    .split(SEAM)
    .map((part) => part.trim())

const readTokens = (
  tokens: readonly Read[],
  labels: ReadonlySet<string>,
  given: string | undefined,
  unescaped: (text: string) => string,
): Markdown => {
  const parts: Part[] = []
  let title: string | undefined
  let heading: string | undefined
  let level: string | undefined
  let list: List | undefined
  let table: string[][] | undefined
  let mark = ''

  const keep = (text: string): void => {
    for (const part of splitNotes(text, labels))
      if (hasWord(part)) parts.push(heading === undefined ? { text: part } : { text: part, heading })
  }
  const emit = (text: string): void => {
    if (list === undefined) keep(text)
    else if (text !== '') list.entries.push({ mark, text })
    mark = ''
  }
  const emitHeading = (text: string): void => {
    if (!hasWord(text)) return
    const isTitle = level === 'h1' && (given === undefined ? title === undefined : plain(text) === plain(given))
    if (isTitle) title = text
    else heading = text
  }
  const closeList = ({ entries, loose }: List): void => {
    list = undefined
    for (const text of listParagraphs(entries, loose)) keep(text)
  }

  for (const token of tokens) {
    switch (token.type) {
      case 'heading_open':
        level = list === undefined ? token.tag : undefined
        break
      case 'inline':
        if (table !== undefined) table.at(-1)?.push(readInline(token))
        else if (level !== undefined) emitHeading(readInline(token).replace(/\s+/g, ' '))
        else emit(readInline(token))
        break
      case 'heading_close':
        level = undefined
        break
      case 'fence':
      case 'code_block':
        emit(token.content.replace(/\n$/, ''))
        break
      case 'html_block':
        emit(readHtml(token.content, unescaped))
        break
      case 'bullet_list_open':
      case 'ordered_list_open':
        list ??= { level: token.level, entries: [], loose: false }
        break
      case 'list_item_open':
        mark = token.info === '' ? BULLET : `${token.info}${token.markup} `
        break
      case 'paragraph_open':
        if (list !== undefined && !token.hidden) list.loose = true
        break
      case 'bullet_list_close':
      case 'ordered_list_close':
        if (list?.level === token.level) closeList(list)
        break
      case 'table_open':
        table = []
        break
      case 'tr_open':
        table?.push([])
        break
      case 'table_close': {
        const rows = table ?? []
        table = undefined
        emit(tableParagraph(rows))
        break
      }
    }
  }
  return title === undefined ? { parts } : { title, parts }
}

export const readWithParser = async (text: string, title: string | undefined): Promise<Markdown> => {
  const { default: MarkdownIt } = await import('markdown-it')
  const labels = new Set([...text.matchAll(/^ {0,3}\[\^([^\]\s]{1,40})\]:/gm)].map((match) => match[1] ?? ''))
  const parser = new MarkdownIt({ html: true })
  const env: Env = {}
  const read = readTokens(parser.parse(text, env), labels, title, parser.utils.unescapeAll)
  const links = Object.entries(env.references ?? {}).filter(
    ([label, { href }]) => label.startsWith('^') && hasWord(href),
  )
  return { ...read, parts: [...read.parts, ...links.map(([, { href }]) => ({ text: href }))] }
}

/** `title`: the front matter's, if it has one; then a first heading that says the same is left out. */
export const readMarkdown = async (text: string, title: string | undefined): Promise<Markdown> => {
  const tokens = readPlain(text)
  return tokens ? readTokens(tokens, new Set(), title, (html) => html) : readWithParser(text, title)
}
