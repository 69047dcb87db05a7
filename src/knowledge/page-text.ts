/** An element of a page to blocks of text as a browser renders them: white space collapsed, one block to a paragraph. */
import { type DomElement, type DomNode, ELEMENT, TEXT } from './dom.ts'
import { BULLET, type Entry, listParagraphs, tableParagraph } from './lists.ts'
import { hasWord } from './prose.ts'

export type PageBlock = {
  /** `bold`: a paragraph all of whose words are set in bold. */
  readonly kind: 'heading' | 'paragraph' | 'bold' | 'list' | 'table' | 'verbatim'
  readonly text: string
  /** All of its words lead elsewhere. */
  readonly linked: boolean
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Never part of the text, or not seen. */
const unseen = names(
  `script style noscript template head title svg math-annotation annotation annotation-xml iframe object embed video audio
  canvas map img picture source button select input textarea datalist progress meter dialog nav figcaption rp menu form`,
)
const blocks = names(
  `address article aside blockquote body center dd details div dl dt fieldset figure footer header hgroup hr html legend
  li main ol p pre search section summary table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6`,
)
const heading = /^h[1-6]$/

/** Units of a cell of data. */
const LONGEST_CELL = 400

/** A table that only places things: of one column, or with more than a paragraph in one of its cells. */
const isLayout = (table: DomElement): boolean => {
  if (table.getAttribute('role') === 'presentation') return true
  if (table.querySelector('th') !== null) return false
  return (
    table.querySelector('td ~ td') === null ||
    table.querySelector('td table, td p ~ p, td h1, td h2, td h3, td ul') !== null ||
    [...table.querySelectorAll('td')].some((cell) => (cell.textContent ?? '').length > LONGEST_CELL)
  )
}

const collapse = (text: string): string =>
  text
    .replace(/[ \t\r\f]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/^[ \n]+|[ \n]+$/g, '')

export const readBlocks = (root: DomElement): readonly PageBlock[] => {
  const found: PageBlock[] = []
  let text = ''
  /** Whether of the words so far some stand outside bold type, and outside links. */
  let light = false
  let unlinked = false
  let afterTerm = false

  const emit = (kind: PageBlock['kind'], words: string, linked = false): void => {
    if (hasWord(words)) found.push({ kind, text: words, linked })
  }
  const take = (): string => {
    const words = collapse(text)
    text = ''
    light = false
    unlinked = false
    return words
  }
  const flush = (): void => {
    const kind = light ? 'paragraph' : 'bold'
    const linked = !unlinked
    // Two line breaks are how some editors part paragraphs.
    for (const words of take().split(/\n{2,}/)) emit(kind, words, linked)
  }

  const inline = (node: DomNode, bold: boolean, linked: boolean): void => {
    if (node.nodeType === TEXT) {
      const words = (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ')
      text += words
      if (hasWord(words)) {
        light ||= !bold
        unlinked ||= !linked
      }
      return
    }
    if (node.nodeType !== ELEMENT) return
    const element = node as DomElement
    const { localName } = element
    if (localName === 'br') text += '\n'
    else if (blocks.has(localName)) readBlock(element)
    else if (!unseen.has(localName)) {
      const isBold = bold || localName === 'b' || localName === 'strong'
      const isLinked = linked || (localName === 'a' && element.getAttribute('href') !== null)
      for (const child of element.childNodes) inline(child, isBold, isLinked)
    }
  }
  const within = (element: DomElement): void => {
    for (const child of element.childNodes) inline(child, false, false)
  }

  /** Of an item or a cell: its blocks, each as text. */
  const inside = (element: DomElement): readonly PageBlock[] => {
    const outer = found.splice(0)
    within(element)
    flush()
    const inner = found.splice(0)
    found.push(...outer)
    return inner
  }

  const readList = (list: DomElement): void => {
    const entries: Entry[] = []
    let loose = false
    let linked = true
    const first = Number(list.getAttribute('start') ?? 1)
    let number = Number.isInteger(first) ? first : 1
    for (const child of list.childNodes) {
      if (child.nodeType !== ELEMENT) continue
      const item = child as DomElement
      const mark = list.localName === 'ol' ? `${number}. ` : BULLET
      number += 1
      const parts = inside(item)
      // A nested list's items stand below their own.
      loose ||= parts.filter(({ kind }) => kind !== 'list').length > 1
      for (const [index, part] of parts.entries()) {
        linked &&= part.linked
        entries.push({ mark: index === 0 ? mark : '', text: part.text })
      }
    }
    for (const words of listParagraphs(entries, loose)) emit('list', words, linked)
  }

  const readTable = (table: DomElement): void => {
    const rows = [...table.querySelectorAll('tr')].map((row) =>
      [...row.childNodes]
        .filter((cell): cell is DomElement => cell.nodeType === ELEMENT)
        .map((cell) =>
          inside(cell)
            .map((part) => part.text.replace(/\s+/g, ' '))
            .join(' '),
        ),
    )
    emit('table', tableParagraph(rows.filter((cells) => cells.some(hasWord))))
  }

  const readBlock = (element: DomElement): void => {
    const { localName } = element
    if (unseen.has(localName)) return
    // A term and what it means are one.
    if (localName !== 'dd' || !afterTerm) flush()
    afterTerm = localName === 'dt'
    if (heading.test(localName)) {
      within(element)
      emit('heading', take().replace(/\s+/g, ' '))
    } else if (localName === 'ul' || localName === 'ol') readList(element)
    else if (localName === 'table' && !isLayout(element)) readTable(element)
    else if (localName === 'pre') emit('verbatim', (element.textContent ?? '').replace(/^\n+|\s+$/g, ''))
    else {
      within(element)
      if (afterTerm) text += '\n'
      else flush()
    }
  }

  readBlock(root)
  flush()
  return found
}
