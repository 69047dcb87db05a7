/** A word processor's file to the article in it: Mammoth makes HTML of it, which is then read as that of a page. */
import { AppError } from '../failures.ts'
import type { Part } from './body.ts'
import { readDate } from './dates.ts'
import { type DomElement, parseHtml, textOf } from './dom.ts'
import { type Metadata, stated } from './metadata.ts'
import { readBlocks } from './page-text.ts'
import { hasWord, plain } from './prose.ts'

export type Docx = Metadata & { readonly declared?: string; readonly parts: readonly Part[] }

const MEGABYTE = 1_048_576
/** Of the parts that hold text, undone: a thick novel has ten. */
const LARGEST_PARTS = 50 * MEGABYTE
const MOST_ENTRIES = 2_000
/** Pictures, fonts and macros are left where they are. */
const wanted = /^(?:\[Content_Types\]\.xml|(?:_rels|docProps|word|word\/_rels)\/[\w.-]{1,60}\.(?:xml|rels))$/

/** Styles by the names that Word gives them in every language; Mammoth knows headings and lists by itself. */
const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Author'] => p.author:fresh",
  "p[style-name='Date'] => p.date:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='Illustration'] => figcaption:fresh",
]

type Parts = Readonly<Record<string, Uint8Array>>

/** What is undone is no larger than the archive says, and that is bounded; a lie breaks off in the middle of its markup. */
const unpack = async (bytes: Uint8Array, file: string): Promise<Parts> => {
  const { unzipSync } = await import('fflate')
  let entries = 0
  let size = 0
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      entries += 1
      if (!wanted.test(name)) return false
      size += originalSize
      if (size > LARGEST_PARTS || entries > MOST_ENTRIES) throw new AppError('too_complex', { file })
      return true
    },
  })
  if (parts['word/document.xml'] === undefined) throw new AppError('damaged_file', { file })
  return parts
}

/** The text of the first element of a name: these files are written by programs, each in a line of its own. */
const element = (parts: Parts, part: string, name: string): string | undefined => {
  const xml = new TextDecoder().decode(parts[part]?.subarray(0, 20_000) ?? new Uint8Array())
  const found = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]{1,500})</${name}>`).exec(xml)?.[1]
  const text = found?.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity] ?? '').trim()
  return text !== undefined && hasWord(text) ? text : undefined
}
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const languageOf = (parts: Parts): string | undefined => {
  const styles = new TextDecoder().decode(parts['word/styles.xml'] ?? new Uint8Array())
  return /<w:lang\b[^>]{0,200}?\bw:val="([\w-]{2,20})"/.exec(styles)?.[1]
}

/** An encrypted document is no archive, but an OLE file that holds one (MS-OFFCRYPTO). */
const ole = [0xd0, 0xcf, 0x11, 0xe0]

/** Rejects with `AppError` locked_file, damaged_file, too_complex, or with what the parsers throw. */
export const readDocx = async (bytes: Uint8Array, file: string): Promise<Docx> => {
  if (ole.every((byte, index) => bytes[index] === byte)) throw new AppError('locked_file', { file })
  const parts = await unpack(bytes, file)
  const [{ default: mammoth }, { zipSync }] = await Promise.all([import('mammoth'), import('fflate')])
  // Packed anew, so that Mammoth finds what was measured and nothing else.
  const buffer = Buffer.from(zipSync(parts, { level: 0 }))
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value: html } = await mammoth.convertToHtml({ buffer }, { styleMap, convertImage })
  const document = await parseHtml(html, file)
  for (const mark of document.querySelectorAll('sup > a[href^="#"], a[href^="#footnote-ref"], a[href^="#endnote-ref"]'))
    mark.remove()

  const said = element(parts, 'docProps/core.xml', 'dc:title')
  const heads = [...document.querySelectorAll('h1')]
  const opening = (document.body.childNodes[0] ?? null) as DomElement | null
  const titled =
    document.querySelector('h1.title') ??
    heads.find((each) => said !== undefined && plain(textOf(each) ?? '') === plain(said)) ??
    (heads.length === 1 && heads[0] === opening ? opening : null)
  const title = textOf(titled) ?? said
  const [author, date] = [document.querySelector('p.author'), document.querySelector('p.date')]
  const day = textOf(date)
  for (const each of [titled, author, date]) each?.remove()

  let heading: string | undefined
  const read: Part[] = []
  for (const { kind, text } of readBlocks(document.body)) {
    if (kind === 'heading') heading = text
    else read.push(heading === undefined ? { text } : { text, heading })
  }
  return {
    ...stated({
      title,
      author: textOf(author) ?? element(parts, 'docProps/core.xml', 'dc:creator'),
      published: day === undefined ? undefined : readDate(day)?.published,
      declared: languageOf(parts),
    }),
    parts: read,
  }
}
