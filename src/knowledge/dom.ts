/** HTML to a tree, bounded: as much of the DOM as reading a page needs. */
import { AppError } from '../failures.ts'

export type DomNode = {
  /** 1 an element, 3 a text, 8 a comment. */
  readonly nodeType: number
  readonly textContent: string | null
  readonly childNodes: ArrayLike<DomNode> & Iterable<DomNode>
}

export type DomElement = DomNode & {
  /** Lower-case. */
  readonly localName: string
  readonly parentElement: DomElement | null
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  getAttributeNames(): readonly string[]
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): ArrayLike<DomElement> & Iterable<DomElement>
  closest(selector: string): DomElement | null
  matches(selector: string): boolean
  remove(): void
}

export type DomDocument = DomElement & { readonly documentElement: DomElement; readonly body: DomElement }

export const ELEMENT = 1
export const TEXT = 3

/** The longest pages of encyclopaedias have half as many. */
const MOST_TAGS = 100_000
/** Browsers stop at 512; the parser's work grows with the square of it. */
const DEEPEST = 1_000

const voids = 'area base br col embed hr img input link meta param source track wbr'
/** Which may be left open, so that they count for no depth. */
const optional = 'html head body p li dt dd rt rp optgroup option colgroup thead tbody tfoot tr td th'
const flat = new Set(`${voids} ${optional}`.split(' '))

/** Before a tree is made of it: tags are counted, and how deep they go, as far as a glance can tell. */
const checkMarkup = (html: string, file: string): void => {
  let tags = 0
  let depth = 0
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]{0,30})/gi)) {
    if (!flat.has(name.toLowerCase())) depth = Math.max(0, depth + (closing === '' ? 1 : -1))
    if (closing === '') tags += 1
    if (tags > MOST_TAGS || depth > DEEPEST) throw new AppError('too_complex', { file })
  }
}

/** Throws `AppError` too_complex. */
export const parseHtml = async (html: string, file: string): Promise<DomDocument> => {
  checkMarkup(html, file)
  // The bundle: the package's two hundred modules take twice as long to load.
  const { parseHTML } = await import('linkedom/worker')
  // Anything may come, and the parser wants a root: `<p>` alone would be one.
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
  const document = parseHTML(whole).document as unknown as DomDocument
  lowerAttributes(document)
  return document
}

/** HTML has no case in the names of attributes, the parser has: `HREF` would be another than `href`. */
const lowerAttributes = (document: DomDocument): void => {
  for (const element of document.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      const lower = name.toLowerCase()
      if (lower !== name) element.setAttribute(lower, element.getAttribute(name) ?? '')
    }
  }
}

export const textOf = (element: DomElement | null | undefined): string | undefined => {
  const text = element?.textContent?.replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}
