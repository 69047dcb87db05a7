/**
 * The index as one flat file: a mark, a version, a checksum of all but the postings, and that as V8 writes it; then the
 * postings, whose checksums are part of it. A file that is not wholly right is not used: the index is made again.
 */
import { deserialize, serialize } from 'node:v8'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import type { Saved } from '../search/corpus.ts'
import type { Entry } from '../search/documents.ts'
import { checksums, openPages, type Source } from './index-pages.ts'

/** Why a file cannot be used: no index, made by another version, or not as it was written. */
export type Unusable = 'foreign' | 'version' | 'damaged'

/**
 * Raised with every change of what the file says or of what the articles' words become in it (`src/text`); a test of
 * this file fails where that was forgotten.
 */
export const INDEX_VERSION = 6

const MARK = Buffer.from('¶index\n', 'utf8')
/** Four bytes each, and then the body. */
const VERSION_AT = MARK.length
const CHECKSUM_AT = VERSION_AT + 4
const LENGTH_AT = CHECKSUM_AT + 4
const HEAD_LENGTH = LENGTH_AT + 4

const numbers = z.custom<Uint32Array>((value) => value instanceof Uint32Array)
// Of tens of thousands of articles: what was written is what is read, or the checksum would say so.
const strings = z.custom<readonly string[]>(Array.isArray)
const bodySchema = z.object({
  /** By article: so many objects by themselves would take three times as long to read. */
  entries: z.object({ ids: strings, fingerprints: strings, languages: strings, froms: numbers, tos: numbers }),
  keys: z.object({ text: z.string(), starts: numbers }),
  blocks: numbers,
  firsts: numbers,
  starts: numbers,
  /** By page of the postings. */
  sums: numbers,
})
type Body = z.infer<typeof bodySchema>

const columnsOf = (entries: readonly Entry[]): Body['entries'] => ({
  ids: entries.map(({ id }) => id),
  fingerprints: entries.map(({ fingerprint }) => fingerprint),
  languages: entries.map(({ language }) => language),
  froms: Uint32Array.from(entries, ({ from }) => from),
  tos: Uint32Array.from(entries, ({ to }) => to),
})

const entriesOf = ({ ids, fingerprints, languages, froms, tos }: Body['entries']): readonly Entry[] =>
  ids.map((id, at) => ({
    id,
    fingerprint: fingerprints[at] ?? '',
    language: languages[at] ?? '',
    from: froms[at] ?? 0,
    to: tos[at] ?? 0,
  }))

/** Of a body behind a head in which no checksum stands yet. */
const checksumOf = (head: Uint8Array, body: Uint8Array): number => crc32(body, crc32(head))

/** All that its postings say. Throws AppError damaged_file where they come from a file that is. */
export const bytesOf = ({ postings: { bytes, starts } }: Saved): Uint8Array => bytes(0, starts.at(-1) ?? 0)

/** The parts of the file, in their order. Throws as `bytesOf` does. */
export const pack = (saved: Saved): readonly Uint8Array[] => {
  const { bytes: _, ...postings } = saved.postings
  const all = bytesOf(saved)
  const body = serialize({ entries: columnsOf(saved.entries), ...postings, sums: checksums(all) } satisfies Body)
  const head = Buffer.alloc(HEAD_LENGTH)
  MARK.copy(head)
  head.writeUInt32LE(INDEX_VERSION, VERSION_AT)
  head.writeUInt32LE(body.length, LENGTH_AT)
  head.writeUInt32LE(checksumOf(head, body), CHECKSUM_AT)
  return [head, body, all]
}

/** Memory of its own that V8 does not take for a reason to collect garbage, as it does with tens of megabytes else. */
const roomFor = (length: number): Buffer => Buffer.from(new SharedArrayBuffer(length))

/**
 * Gives it with the source open, which is closed once all postings have been read; where they turn out later not to be
 * as they were written, `bytes` throws AppError damaged_file. Throws where what it reads at once is not.
 */
export const unpack = (source: Source): Saved | Unusable => {
  const head = roomFor(HEAD_LENGTH)
  if (!source.read(head, 0) || !head.subarray(0, MARK.length).equals(MARK)) return 'foreign'
  if (head.readUInt32LE(VERSION_AT) !== INDEX_VERSION) return 'version'
  const length = head.readUInt32LE(LENGTH_AT)
  if (HEAD_LENGTH + length > source.size) return 'damaged'
  const body = roomFor(length)
  const sum = head.readUInt32LE(CHECKSUM_AT)
  head.writeUInt32LE(0, CHECKSUM_AT)
  if (!source.read(body, HEAD_LENGTH) || checksumOf(head, body) !== sum) return 'damaged'
  const read = bodySchema.safeParse(deserialize(body))
  if (!read.success) return 'damaged'
  const { entries, sums, ...postings } = read.data
  const at = HEAD_LENGTH + length
  if (source.size - at !== postings.starts.at(-1)) return 'damaged'
  return { entries: entriesOf(entries), postings: { ...postings, bytes: openPages(source, at, sums) } }
}
