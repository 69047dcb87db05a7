/**
 * The index as one flat file: a mark, a checksum of all that follows, a head in JSON, and the arrays as they are in
 * memory, so that loading is reading. A file that is not wholly right is not used: the index is made again.
 */
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import type { Saved } from './corpus.ts'
import { keysOf } from './keys.ts'

/** Why a file cannot be used: no index, made by another version, or not as it was written. */
export type Unusable = 'foreign' | 'version' | 'damaged'

/**
 * Raised with every change of what the file says or of what the articles' words become in it (`src/text`); a test of
 * this file fails where that was forgotten.
 */
export const INDEX_VERSION = 1

const MARK = Buffer.from('¶index\n', 'utf8')
/** Behind the mark: the checksum and the head's length, four bytes each. */
const CHECKSUM_AT = MARK.length
const LENGTH_AT = CHECKSUM_AT + 4
const HEAD_AT = LENGTH_AT + 4

const headSchema = z.object({
  version: z.number(),
  /** Lengths of the arrays, in elements. */
  sizes: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]),
  entries: z.array(z.tuple([z.string(), z.string(), z.string(), z.number()])),
})

const aligned = (at: number): number => Math.ceil(at / 4) * 4

/** Numbers are written as this machine has them in memory: low byte first on everything that Node runs on. */
export const pack = ({ entries, postings: { keys, blocks, firsts, starts, bytes } }: Saved): Uint8Array => {
  const arrays = [keys.starts, blocks, firsts, starts, keys.bytes, bytes]
  const head = Buffer.from(
    JSON.stringify({
      version: INDEX_VERSION,
      sizes: arrays.map(({ length }) => length),
      entries: entries.map(({ id, fingerprint, language, paragraphs }) => [id, fingerprint, language, paragraphs]),
    }),
  )
  const size = arrays.reduce((sum, { byteLength }) => aligned(sum + byteLength), aligned(HEAD_AT + head.length))
  const file = Buffer.alloc(size)
  file.set(MARK)
  file.writeUInt32LE(head.length, LENGTH_AT)
  file.set(head, HEAD_AT)
  let at = aligned(HEAD_AT + head.length)
  for (const { buffer, byteOffset, byteLength } of arrays) {
    file.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at = aligned(at + byteLength)
  }
  file.writeUInt32LE(crc32(file.subarray(LENGTH_AT)), CHECKSUM_AT)
  return file
}

export const unpack = (given: Uint8Array): Saved | Unusable => {
  // Arrays of numbers start at a multiple of four.
  const file =
    given.byteOffset % 4 === 0 ? Buffer.from(given.buffer, given.byteOffset, given.length) : Buffer.from(given)
  if (file.length < HEAD_AT || !file.subarray(0, MARK.length).equals(MARK)) return 'foreign'
  if (file.readUInt32LE(CHECKSUM_AT) !== crc32(file.subarray(LENGTH_AT))) return 'damaged'
  const headEnd = HEAD_AT + file.readUInt32LE(LENGTH_AT)
  const head = headSchema.safeParse(JSON.parse(file.toString('utf8', HEAD_AT, headEnd)))
  if (!head.success || head.data.version !== INDEX_VERSION) return 'version'
  let at = aligned(headEnd)
  const next = <T>(
    view: (buffer: ArrayBufferLike, at: number, length: number) => T,
    length: number,
    bytes: number,
  ): T => {
    const array = view(file.buffer, file.byteOffset + at, length)
    at = aligned(at + length * bytes)
    return array
  }
  const numbers = (length: number): Uint32Array =>
    next((buffer, from, size) => new Uint32Array(buffer, from, size), length, 4)
  const raw = (length: number): Buffer => next((buffer, from, size) => Buffer.from(buffer, from, size), length, 1)
  const [keyStarts, blocks, firsts, starts, keyBytes, bytes] = head.data.sizes
  // In the order in which they were written.
  const ofKeys = numbers(keyStarts)
  const rest = { blocks: numbers(blocks), firsts: numbers(firsts), starts: numbers(starts) }
  const postings = { ...rest, keys: keysOf(raw(keyBytes), ofKeys), bytes: raw(bytes) }
  const entries = head.data.entries.map(([id, fingerprint, language, paragraphs]) => ({
    id,
    fingerprint,
    language,
    paragraphs,
  }))
  return { entries, postings }
}
