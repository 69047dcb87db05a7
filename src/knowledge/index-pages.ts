/** The postings of an index file, read in pages when a search asks for them, each held against its checksum then. */
import { crc32 } from 'node:zlib'

/** Fills `into` with a file's bytes from `at` on; false where there are not as many. May throw as the disk does. */
export type ReadAt = (at: number, into: Uint8Array) => boolean

/** A page is not as it was written, or cannot be read. */
export class Damaged extends Error {}

/** In bytes: a rare word takes one page, and one takes some fifty microseconds. */
const PAGE = 1 << 16

const pagesOf = (length: number): number => Math.ceil(length / PAGE)

/** By page. */
export const checksums = (bytes: Uint8Array): Uint32Array =>
  Uint32Array.from({ length: pagesOf(bytes.length) }, (_, page) =>
    crc32(bytes.subarray(page * PAGE, (page + 1) * PAGE)),
  )

/**
 * As many bytes, which hold nothing until `fill` was called for a stretch of them. The memory is its own, which V8 does
 * not take for a reason to collect garbage, and the system gives it page by page. `fill` throws `Damaged`.
 */
export const createPages = (length: number, sums: Uint32Array, read: ReadAt) => {
  const bytes = new Uint8Array(new SharedArrayBuffer(length))
  const there = new Uint8Array(pagesOf(length))

  const readPage = (page: number): void => {
    const into = bytes.subarray(page * PAGE, (page + 1) * PAGE)
    let isRead = false
    try {
      isRead = read(page * PAGE, into)
    } catch (error) {
      throw new Damaged('a page of the index cannot be read', { cause: error })
    }
    if (!isRead || crc32(into) !== sums[page]) throw new Damaged('a page of the index is not as it was written')
    there[page] = 1
  }

  const fill = (from: number, to: number): void => {
    for (let page = Math.floor(from / PAGE); page * PAGE < to; page++) if (there[page] === 0) readPage(page)
  }
  return { bytes, fill }
}
