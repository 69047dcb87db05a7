/**
 * The postings of an index file, read as searches want them: they are nine tenths of it, and a first search wants few.
 * Each page has a checksum of its own, so that none is used which is not as it was written.
 */
import { crc32 } from 'node:zlib'
import { AppError } from '../failures.ts'

/** A file, or what stands for one. */
export type Source = {
  /** In bytes. */
  readonly size: number
  /** Fills `into` with what stands from `at` on; false where there is less. Throws as the disk does. */
  read(into: Uint8Array, at: number): boolean
  close(): void
}

/** What is read and checked at once: a search in a million paragraphs wants some ten times as much. In bytes. */
export const PAGE = 65_536
/** So few are read at a start, in some milliseconds, and damage shows there: those of some 40,000 paragraphs. */
const AT_ONCE = 64

/** The last page ends where the bytes do. */
const pageOf = (bytes: Uint8Array, page: number): Uint8Array => bytes.subarray(page * PAGE, (page + 1) * PAGE)

/** By page. */
export const checksums = (bytes: Uint8Array): Uint32Array =>
  Uint32Array.from({ length: Math.ceil(bytes.length / PAGE) }, (_, page) => crc32(pageOf(bytes, page)))

/**
 * Of what stands in the source from `at` on: a function that gives all, in which what stands from `from` to `to` has
 * been read. Throws AppError damaged_file where that cannot be. Memory is taken for the pages that were read alone, and
 * is none that V8 takes for a reason to collect garbage. Closes the source once all are, or one is damaged.
 */
export const openPages = (source: Source, at: number, sums: Uint32Array) => {
  const bytes = new Uint8Array(new SharedArrayBuffer(source.size - at))
  const isRead = new Uint8Array(sums.length)
  let left = sums.length

  const fill = (page: number): boolean => {
    const into = pageOf(bytes, page)
    try {
      return source.read(into, at + page * PAGE) && crc32(into) === sums[page]
    } catch {
      return false
    }
  }

  const read = (from: number, to: number): Uint8Array => {
    for (let page = Math.floor(from / PAGE); page * PAGE < to; page++) {
      if (isRead[page] === 1) continue
      if (!fill(page)) {
        source.close()
        throw new AppError('damaged_file', { file: 'index.bin' })
      }
      isRead[page] = 1
      left--
    }
    if (left === 0) source.close()
    return bytes
  }
  if (left <= AT_ONCE) read(0, bytes.length)
  return read
}
