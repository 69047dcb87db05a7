/** From an address or a file to an article, as the faces may ask for it; what fetches is loaded when first needed. */

import { AppError } from '../failures.ts'
import type { Reader } from '../ports.ts'
import { readArticle } from './read.ts'
import { openFile } from './source.ts'

export const createReader = (options: { readonly allowHosts: ReadonlySet<string> }): Reader => ({
  async fetch(address, signal, attachment) {
    const { fetchSource } = await import('./fetch.ts')
    return fetchSource(address, options, signal, attachment)
  },
  open: openFile,
  async read(source, signal) {
    if (signal.aborted) throw new AppError('aborted', {}, { cause: signal.reason })
    return readArticle(source, signal)
  },
})
