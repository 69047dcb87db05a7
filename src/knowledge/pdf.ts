/** A PDF with a text layer to the article in it, each paragraph with the page where it begins. */
import { AppError } from '../failures.ts'
import { isCaption, isHeading, type Part } from './body.ts'
import { first, readByline } from './byline.ts'
import { BULLET, listParagraphs } from './lists.ts'
import { type Metadata, stated } from './metadata.ts'
import { flow, type Measures, measure, type PrintBlock } from './pdf-flow.ts'
import { type PdfPage, withoutFurniture } from './pdf-furniture.ts'
import { type Line, type Piece, readLines } from './pdf-lines.ts'
import { endsSentence, hasWord, isHeadline, isItem, isPerson, isProse, plain } from './prose.ts'
import { recognise } from './recognise.ts'

export type Pdf = Metadata & { readonly declared?: string; readonly parts: readonly Part[] }

const MOST_PAGES = 1_000
/** Fewer letters on a page, on average, are a scanner's stamp. */
const FEWEST_LETTERS = 20
/** Larger than the text by this much is a heading. */
const LARGER = 1.08
/** Smaller than the text, at the foot of a page: a note. */
const SMALLER = 0.93
const LONGEST_TITLE = 300
const HEADING_LINES = 3

/** What programs put in place of a title. */
const noTitle = /^(?:untitled|sans titre|document\d*|microsoft word\b.*|.*\.(?:docx?|odt|rtf|tex|dvi|pdf|indd|html?))$/i

type Info = { readonly title?: string; readonly author?: string; readonly language?: string }

/** Rejects with `AppError` locked_file, damaged_file, too_many_pages. */
const readPages = async (
  bytes: Uint8Array,
  file: string,
): Promise<{ readonly info: Info; readonly pages: readonly PdfPage[] }> => {
  const { getDocumentProxy } = await import('unpdf')
  const options = { verbosity: 0, isEvalSupported: false, disableFontFace: true, maxImageSize: 1 }
  const document = await getDocumentProxy(new Uint8Array(bytes), options).catch((error: unknown) => {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new AppError(isLocked ? 'locked_file' : 'damaged_file', { file }, { cause: error })
  })
  if (document.numPages > MOST_PAGES) throw new AppError('too_many_pages', { file, limit: MOST_PAGES })
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const pieces = items.filter((item): item is typeof item & Piece => 'str' in item)
    const [, bottom = 0, , top = 0] = page.view
    pages.push({ lines: readLines(pieces, number), top, bottom })
    page.cleanup()
  }
  const { info } = await document.getMetadata()
  const said = (value: unknown): string | undefined =>
    typeof value === 'string' && hasWord(value) && value.length <= LONGEST_TITLE
      ? value.replace(/\s+/g, ' ').trim()
      : undefined
  const { Title, Author, Language } = info as Readonly<Record<string, unknown>>
  return { info: stated({ title: said(Title), author: said(Author), language: said(Language) }), pages }
}

/** Notes at the foot of a page stand apart, so that a paragraph goes on from one page to the next. */
const withoutNotes = (
  page: PdfPage,
  { size }: Measures,
): { readonly text: readonly Line[]; readonly notes: readonly Line[] } => {
  const body = page.lines.filter((line) => line.size >= size * SMALLER)
  const lowest = Math.min(...body.map(({ y }) => y))
  const notes = page.lines.filter((line) => line.size < size * SMALLER && line.y < lowest)
  const below = new Set(body.length === 0 ? [] : notes)
  return { text: page.lines.filter((line) => !below.has(line)), notes: [...below] }
}

/** The largest print at the top of the first page, or what the file says, where that is a title. */
const findTitle = (
  blocks: readonly PrintBlock[],
  info: Info,
  { size }: Measures,
): { readonly title?: string; readonly at: number } => {
  const prose = blocks.findIndex((block) => isProse(block.text) && block.size < size * LARGER)
  const above = blocks
    .slice(0, prose === -1 ? undefined : prose)
    .filter(({ page, text }) => page === 1 && hasWord(text))
  const stated = info.title === undefined || noTitle.test(info.title) ? undefined : info.title
  const said = stated === undefined ? undefined : above.find(({ text }) => plain(text) === plain(stated))
  const largest = above.reduce<PrintBlock | undefined>(
    (best, each) => (best === undefined || each.size > best.size ? each : best),
    undefined,
  )
  const shown = said ?? (largest !== undefined && largest.size > size * LARGER ? largest : undefined)
  const title = shown?.text ?? stated
  return { ...(title !== undefined && { title }), at: shown === undefined ? -1 : blocks.indexOf(shown) }
}

const isHeadingBlock = (block: PrintBlock, next: PrintBlock | undefined, { size, font }: Measures): boolean => {
  if (block.lines > HEADING_LINES || isItem(block.text) || next === undefined) return false
  if (block.size > size * LARGER) return !endsSentence(block.text) || isHeadline(block.text)
  if (endsSentence(block.text)) return false
  return block.font !== font && block.size >= size * SMALLER && isHeading({ text: block.text, lines: block.lines })
}

const toParts = (blocks: readonly PrintBlock[], measures: Measures): readonly Part[] => {
  const parts: Part[] = []
  let heading: string | undefined
  let list: PrintBlock[] = []
  const keep = (text: string, page: number): void => {
    if (hasWord(text)) parts.push({ text, page, ...(heading !== undefined && { heading }) })
  }
  const closeList = (): void => {
    const entries = list.map(({ text }) => {
      const [, mark = '', rest = ''] = /^(\S+)\s+(.*)$/s.exec(text) ?? []
      return { mark: /\d|[a-z]/i.test(mark) ? `${mark} ` : BULLET, text: rest }
    })
    const texts = listParagraphs(entries, false)
    for (const [index, text] of texts.entries()) keep(text, list[texts.length === 1 ? 0 : index]?.page ?? 1)
    list = []
  }
  for (const [index, block] of blocks.entries()) {
    if (isItem(block.text) && !/^[–—]/.test(block.text)) {
      list.push(block)
      continue
    }
    if (list.length > 0) closeList()
    if (isHeadingBlock(block, blocks[index + 1], measures)) heading = block.text.replace(/\s+/g, ' ')
    else if (!isCaption(block.text)) keep(block.text, block.page)
  }
  if (list.length > 0) closeList()
  return parts
}

/** Rejects only with `AppError`: locked_file, damaged_file, too_many_pages, scanned_file. */
export const readPdf = async (bytes: Uint8Array, file: string): Promise<Pdf> => {
  const { info, pages: all } = await readPages(bytes, file)
  const letters = all.flatMap(({ lines }) => lines).reduce((sum, { text }) => sum + text.length, 0)
  if (letters < FEWEST_LETTERS * all.length) throw new AppError('scanned_file', { file })
  const pages = withoutFurniture(all)
  const measures = measure(pages.flatMap(({ lines }) => lines))
  const parted = pages.map((page) => withoutNotes(page, measures))
  const blocks = flow(
    parted.flatMap(({ text }) => text),
    measures,
  )
  const notes = parted.flatMap((page) => flow(page.notes, measures))

  const { title, at } = findTitle(blocks, info, measures)
  const start = blocks.findIndex((block, index) => index > at && isProse(block.text))
  // Between the title and the text: who wrote it, and when.
  const header = blocks.slice(at + 1, Math.max(at + 1, start))
  const bylines = header.map(({ text }) => readByline(text.replace(/\t/g, ' '))).filter((each) => each !== undefined)
  const named = header.find(({ text }) => isPerson(text) || plain(text) === plain(info.author ?? ''))
  const used = new Set(header.filter((block) => block === named || recognise(block.text, true) !== undefined))
  return {
    ...stated({
      title,
      author: info.author ?? first(bylines, 'author') ?? named?.text,
      published: first(bylines, 'published'),
      declared: info.language,
    }),
    parts: toParts([...blocks.slice(at + 1).filter((block) => !used.has(block)), ...notes], measures),
  }
}
