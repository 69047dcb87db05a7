/**
 * The index as one flat file: a mark, a version, a checksum of what follows, and that as V8 writes it. A file that is not
 * wholly right is not used: the index is made again.
 */
import { deserialize, serialize } from 'node:v8'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import type { Saved } from '../search/corpus.ts'

/** Why a file cannot be used: no index, made by another version, or not as it was written. */
export type Unusable = 'foreign' | 'version' | 'damaged'

/**
 * Raised with every change of what the file says or of what the articles' words become in it (`src/text`); a test of
 * this file fails where that was forgotten.
 */
export const INDEX_VERSION = 5

const MARK = Buffer.from('¶index\n', 'utf8')
/** Behind the mark: version and checksum, four bytes each. */
const HEAD_LENGTH = MARK.length + 8

const numbers = z.instanceof(Uint32Array)
const raw = z.instanceof(Uint8Array)
const savedSchema = z.object({
  // Of tens of thousands of articles: what was written is what is read, or the checksum would say so.
  entries: z.custom<Saved['entries']>(Array.isArray),
  postings: z.object({
    keys: z.object({ text: z.string(), starts: numbers }),
    blocks: numbers,
    firsts: numbers,
    starts: numbers,
    bytes: raw,
  }),
})

export const pack = (saved: Saved): Uint8Array => {
  const body = serialize(saved)
  const head = Buffer.alloc(HEAD_LENGTH)
  MARK.copy(head)
  head.writeUInt32LE(INDEX_VERSION, MARK.length)
  head.writeUInt32LE(crc32(body, INDEX_VERSION), MARK.length + 4)
  return Buffer.concat([head, body])
}

export const unpack = (given: Uint8Array): Saved | Unusable => {
  const file = Buffer.from(given.buffer, given.byteOffset, given.length)
  if (file.length < HEAD_LENGTH || !file.subarray(0, MARK.length).equals(MARK)) return 'foreign'
  const [version, body] = [file.readUInt32LE(MARK.length), file.subarray(HEAD_LENGTH)]
  if (file.readUInt32LE(MARK.length + 4) !== crc32(body, version)) return 'damaged'
  if (version !== INDEX_VERSION) return 'version'
  const saved = savedSchema.safeParse(deserialize(body))
  return saved.success ? saved.data : 'damaged'
}
