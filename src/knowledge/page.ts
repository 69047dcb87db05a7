/**
 * A saved or fetched page to the article in it: what readers see of the text, without what the page has around it. Where the
 * article stands is found by Readability, the reader mode of Firefox; the rest is ours, since paragraphs are counted.
 */
import { AppError } from '../failures.ts'
import { isCaption, isHeading, type Part } from './body.ts'
import { type DomDocument, type DomElement, parseHtml, textOf } from './dom.ts'
import { bylineLeads, paywalls } from './furniture.ts'
import { type PageMetadata, readPageMetadata } from './page-metadata.ts'
import { type PageBlock, readBlocks } from './page-text.ts'
import { holds, isOneOf } from './phrases.ts'
import { endsSentence, hasWord, isProse, LONG, plain } from './prose.ts'
import { recognise } from './recognise.ts'

export type Page = Omit<PageMetadata, 'free'> & { readonly parts: readonly Part[] }

/** A stub for those who have not paid has a paragraph or two. */
const STUB_WORDS = 250
/** In a list of articles, so many of the words, or of the headings, are links. */
const LINKED = 0.6
const FEWEST_HEADINGS = 3
/** Units of an invitation to a newsletter. */
const LONGEST_OFFER = 500

/** What no reader sees. */
const hidden =
  '[hidden], [aria-hidden="true"], [style*="display:none"], [style*="display: none"], [style*="visibility:hidden"], script, style, template, noscript, dialog'
/** Behind an open dialog a page hides all of itself; saved like that it is still the page. */
const MOST_HIDDEN = 0.5

/** What no reader counts, whatever maker it is of; each is a convention that many share. */
const apparatus = [
  '.sr-only, .visually-hidden, .visuallyhidden, .screen-reader-text, .screen-reader-only, .element-invisible, .noprint',
  'figcaption, .wp-caption-text, .gallery-caption, .thumbcaption, .caption-text',
  // References to notes, and the notes' ways back.
  'sup.reference, sup.footnote-ref, [role="doc-noteref"], a.footnote-ref, a.footnoteBackLink, a.footnote-backref',
  '[role="doc-backlink"], .spip_note_ref, sup > a[href^="#"], .pagenum, .pageno',
  // MediaWiki.
  '.mw-editsection, .navbox, .infobox, .hatnote, .toc, #toc, #catlinks, .catlinks, .reflist, ol.references, .mw-jump-link',
  '.metadata, .ambox, .sidebar, .vertical-navbox, .printfooter, .mbox-small, .sistersitebox, .mw-empty-elt',
  // Sharing, subscribing, and what else to read.
  '.sharedaddy, .jp-relatedposts, .related-posts, .post-tags, .tags-links, .post-navigation, .nav-links, .subscription-widget',
  '.subscription-widget-wrap, .button-wrapper, .postmetadata, .post-footer, .entry-footer, .entry-meta, .post-meta, .pagination-nav, .theme-doc-footer, .breadcrumbs',
].join(',')

/** A heading's link to itself: `#`, `¶` or nothing at all. */
const cleanHeadings = (document: DomDocument): void => {
  for (const link of document.querySelectorAll('h1 a, h2 a, h3 a, h4 a, h5 a, h6 a'))
    if (!hasWord(link.textContent ?? '')) link.remove()
}

/** No invitation fills the whole of one. */
const places = 'html, body, article, main, section, [role="main"], [class*="content"]'

const removeHidden = (document: DomDocument): void => {
  const all = (document.body.textContent ?? '').length
  for (const element of document.querySelectorAll(hidden))
    if (element.localName === 'script' || (element.textContent ?? '').length <= all * MOST_HIDDEN) element.remove()
}

const clean = (document: DomDocument): void => {
  removeHidden(document)
  cleanHeadings(document)
  for (const element of document.querySelectorAll(apparatus)) element.remove()
  // What asks for an address of mail, with the words around it.
  for (const input of document.querySelectorAll('input[type="email"]')) {
    let box: DomElement | null = input
    while (
      box.parentElement &&
      !box.parentElement.matches(places) &&
      (box.parentElement.textContent ?? '').length < LONGEST_OFFER
    )
      box = box.parentElement
    box.remove()
  }
}

const count = (text: string): number => text.split(/\s+/).filter(hasWord).length

/** A page of teasers: nearly all of its words lead elsewhere, or each of its headings does. */
const isList = (root: DomElement): boolean => {
  const all = (root.textContent ?? '').replace(/\s+/g, ' ').length
  const linked = [...root.querySelectorAll('a')].reduce((sum, link) => sum + (textOf(link) ?? '').length, 0)
  if (linked > all * LINKED) return true
  const headings = [...root.querySelectorAll('h2, h3')].filter((each) => textOf(each) !== undefined)
  const links = headings.filter((each) => textOf(each.querySelector('a')) === textOf(each))
  return headings.length >= FEWEST_HEADINGS && links.length > headings.length * LINKED
}

const isStub = (text: string, free: boolean | undefined, page: string): boolean => {
  if (count(text) >= STUB_WORDS) return false
  if (free === false) return true
  return holds(plain(page), paywalls)
}

/** A line above the text that says who wrote it, or when: `mardi 21 mai 2019, par Yves Cariou`. */
const isByline = (text: string, author: string | undefined): boolean => {
  if (text.length > LONG || endsSentence(text)) return false
  const folded = plain(text)
  return (
    isOneOf(folded, bylineLeads) ||
    /\b(?:19|20)\d\d\b/.test(text) ||
    (author !== undefined && folded.includes(plain(author)))
  )
}

type Text = { readonly parts: readonly Part[]; readonly credit?: string }

/** Without lines that only a page says (`Lire aussi`, `Partager`) and captions; headings beside what stands below them. */
const readParts = (blocks: readonly PageBlock[], { title, author }: PageMetadata): Text => {
  const prose = blocks.map(({ kind, text }) => kind !== 'heading' && isProse(text))
  const [start, end] = [prose.indexOf(true), prose.lastIndexOf(true)]
  const parts: Part[] = []
  let heading: string | undefined
  let credit: string | undefined
  let opened = false
  for (const [index, { kind, text, linked }] of blocks.entries()) {
    const isEdge = index < start || index > end
    const isLine = kind !== 'table' && kind !== 'verbatim'
    const mark = isLine ? recognise(text, isEdge) : undefined
    // The title of another page, under a line that announces it or alone.
    const isTeaser = kind !== 'heading' && !isProse(text) && (opened || (linked && (isEdge || kind !== 'list')))
    opened = mark?.kind === 'furniture' && mark.opens
    if (mark?.kind === 'credit') credit ??= text
    if (isLine && isCaption(text)) continue
    if (isTeaser || mark !== undefined || (index < start && isByline(text, author))) continue
    const next = blocks.at(index + 1)
    if (
      kind === 'heading' ||
      (kind === 'bold' && isHeading({ text, lines: 1 }) && next !== undefined && next.kind !== 'heading')
    ) {
      if (title === undefined || plain(text) !== plain(title)) heading = text
    } else parts.push(heading === undefined ? { text } : { text, heading })
  }
  return { parts, ...(credit !== undefined && { credit }) }
}

const countProse = (blocks: readonly PageBlock[]): number => blocks.filter(({ text }) => isProse(text)).length

/** Where pages say that their text is. */
const mains = 'article, main, [role="main"], [itemprop="articleBody"], #content, #main'
const aside =
  'nav, aside, footer, [role="complementary"], [class*="comment"], [id*="comment"], [class*="related"], [class*="sidebar"]'
/** Readability takes one container and its neighbours; of a text in sections it may see one. */
const SEEN = 0.6

/** Readability's choice, or the only place that the page itself names, where that holds far more prose. */
const findText = async (html: string, file: string): Promise<readonly PageBlock[]> => {
  const { Readability } = await import('@mozilla/readability')
  const document = await parseHtml(html, file)
  clean(document)
  const named = [...document.querySelectorAll(mains)].filter((each) => each.parentElement?.closest(mains) === null)
  for (const each of named) for (const part of each.querySelectorAll(aside)) part.remove()
  const [only, another] = named
  const own = only === undefined || another !== undefined || isList(only) ? [] : readBlocks(only)
  const options = { serializer: (node: unknown) => node as DomElement, keepClasses: true, disableJSONLD: true }
  // Its types are those of a browser; ours are what it uses of them.
  const content = new Readability(document as never, options as never).parse()?.content as DomElement | null | undefined
  const found = !content || isList(content) ? [] : readBlocks(content)
  return countProse(found) < countProse(own) * SEEN ? own : found
}

/** `url`: where it was fetched from. Rejects only with `AppError`: too_complex, no_article, paywall. */
export const readPage = async (html: string, file: string, url: string | undefined): Promise<Page> => {
  const document = await parseHtml(html, file)
  cleanHeadings(document)
  const { free, ...metadata } = readPageMetadata(document, url ?? savedFrom(html))
  removeHidden(document)
  const { parts, credit } = readParts(await findText(html, file), metadata)
  const text = parts.map((part) => part.text).join('\n')
  if (text !== '' && isStub(text, free, document.body.textContent ?? '')) throw new AppError('paywall', { file })
  if (!parts.some((part) => isProse(part.text))) throw new AppError('no_article', { file })
  return { ...(credit !== undefined && { credit }), ...metadata, parts }
}

/** What browsers write above a page that they save. */
const savedFrom = (html: string): string | undefined => {
  const address = /<!-- saved from url=\(\d{1,6}\)(https?:\/\/\S{1,2000}) -->/.exec(html.slice(0, 4_000))?.[1]
  return address === undefined ? undefined : URL.parse(address)?.href
}
