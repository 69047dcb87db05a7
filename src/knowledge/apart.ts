/** In the worker: a source of a kind whose parser is a library's to what can be told of it. */

import { AppError } from '../failures.ts'
import type { Source } from '../ports.ts'
import { decode, pageCharset } from './decode.ts'
import { mediaTypes, SUPPORTED } from './media-type.ts'
import type { Read } from './read.ts'

const readHtml = async ({ bytes, name: file, charset, url }: Source): Promise<Read> => {
  const decoded = decode(bytes, ...(charset === undefined ? [] : [charset]), ...pageCharset(bytes))
  if (decoded.kind === 'binary') throw new AppError('binary_file', { file })
  if (decoded.kind === 'unknown_encoding') throw new AppError('unknown_encoding', { file })
  const { readPage } = await import('./page.ts')
  return readPage(decoded.text, file, url)
}

/** Rejects with `AppError`, or with whatever a parser threw at what it could not read. */
export const readApart = async (source: Source): Promise<Read> => {
  switch (source.mediaType) {
    case mediaTypes.html:
      return readHtml(source)
    case mediaTypes.pdf: {
      const { readPdf } = await import('./pdf.ts')
      return readPdf(source.bytes, source.name)
    }
    case mediaTypes.docx: {
      const { readDocx } = await import('./docx.ts')
      return readDocx(source.bytes, source.name)
    }
    default:
      throw new AppError('unsupported_file', { file: source.name, supported: SUPPORTED })
  }
}
