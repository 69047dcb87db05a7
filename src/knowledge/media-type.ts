/** The kinds of source that are read, and how one is told: by the extension of a file, by what a server says of a page. */
import { extname } from 'node:path'

export const mediaTypes = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** What `readArticle` reads. */
export type MediaType = (typeof mediaTypes)[keyof typeof mediaTypes]

const byExtension: ReadonlyMap<string, MediaType> = new Map([
  ['.txt', mediaTypes.text],
  ['.md', mediaTypes.markdown],
  ['.html', mediaTypes.html],
  ['.htm', mediaTypes.html],
  ['.pdf', mediaTypes.pdf],
  ['.docx', mediaTypes.docx],
])

/** The extensions of files that are read. */
export const SUPPORTED: readonly string[] = [...byExtension.keys()]

export const mediaTypeOf = (file: string): MediaType | undefined => byExtension.get(extname(file).toLowerCase())

export const isSupported = (file: string): boolean => mediaTypeOf(file) !== undefined

const served: ReadonlyMap<string, MediaType> = new Map([
  ...Object.values(mediaTypes).map((type) => [type, type] as const),
  ['text/x-markdown', mediaTypes.markdown],
  ['application/xhtml+xml', mediaTypes.html],
  ['application/x-pdf', mediaTypes.pdf],
])

/** What servers say of files that they know nothing of; then the name decides. */
const vague = new Set(['', 'application/octet-stream', 'binary/octet-stream', 'application/x-download', 'text/plain'])

/** `header`: a Content-Type; `file`: the path of the address, or the attachment's name. */
export const servedType = (
  header: string | undefined,
  file: string,
): { readonly mediaType: MediaType | undefined; readonly charset?: string } => {
  const [essence = '', ...parameters] = (header ?? '').split(';')
  const type = essence.trim().toLowerCase()
  const charset = /^\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(
    parameters.find((each) => /^\s*charset\b/i.test(each)) ?? '',
  )
  const named = vague.has(type) ? mediaTypeOf(file) : undefined
  return { mediaType: named ?? served.get(type), ...(charset?.[1] !== undefined && { charset: charset[1] }) }
}
