/**
 * The index as one flat file: a mark, a version, the length and the checksum of what follows, that as V8 writes it, and
 * the bytes of the postings, whose checksums stand in it. A file that is not wholly right is not used: the index is made
 * again.
 */
import { deserialize, serialize } from 'node:v8'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import type { Saved } from '../search/corpus.ts'
import { createDictionary, type Dictionary, keysOf } from '../search/dictionary.ts'
import { checksums, createPages, type ReadAt } from './index-pages.ts'

/** Why a file cannot be used: no index, made by another version, or not as it was written. */
export type Unusable = 'foreign' | 'version' | 'damaged'

/**
 * Raised with every change of what the file says or of what the articles' words become in it (`src/text`); a test of
 * this file fails where that was forgotten.
 */
export const INDEX_VERSION = 6

const MARK = Buffer.from('¶index\n', 'utf8')
/** Behind the mark: version, length and checksum, four bytes each. */
const LENGTH_AT = MARK.length + 4
const HEAD_LENGTH = LENGTH_AT + 8

const numbers = z.instanceof(Uint32Array)
/** Many texts behind each other, which V8 reads in a tenth of the time that as many strings take. */
const texts = z.object({ text: z.string(), starts: numbers })
const savedSchema = z.object({
  entries: z.object({ ids: texts, fingerprints: texts, languages: texts, from: numbers, to: numbers }),
  postings: z.object({
    keys: texts,
    blocks: numbers,
    firsts: numbers,
    starts: numbers,
  }),
  size: z.int().nonnegative(),
  sums: numbers,
})

/** A copy of all of it, and the postings behind the rest: a start reads the rest alone. */
export const pack = ({ entries, postings }: Saved): Uint8Array => {
  const { keys, blocks, firsts, starts, bytes, fill } = postings
  fill?.(0, bytes.length)
  const size = bytes.length
  const column = (name: 'id' | 'fingerprint' | 'language'): Dictionary =>
    createDictionary(entries.map((entry) => entry[name]))
  const columns = {
    ids: column('id'),
    fingerprints: column('fingerprint'),
    languages: column('language'),
    from: Uint32Array.from(entries, ({ from }) => from),
    to: Uint32Array.from(entries, ({ to }) => to),
  }
  const body = serialize({ entries: columns, postings: { keys, blocks, firsts, starts }, size, sums: checksums(bytes) })
  const head = Buffer.alloc(HEAD_LENGTH)
  MARK.copy(head)
  head.writeUInt32LE(INDEX_VERSION, MARK.length)
  head.writeUInt32LE(body.length, LENGTH_AT)
  head.writeUInt32LE(crc32(body, body.length), LENGTH_AT + 4)
  return Buffer.concat([head, body, bytes])
}

/** What a file of so many bytes holds; its postings are read when they are asked for, and may turn out `Damaged` then. */
export const unpack = (size: number, read: ReadAt): Saved | Unusable => {
  const head = Buffer.alloc(HEAD_LENGTH)
  if (size < HEAD_LENGTH || !read(0, head) || !head.subarray(0, MARK.length).equals(MARK)) return 'foreign'
  if (head.readUInt32LE(MARK.length) !== INDEX_VERSION) return 'version'
  const length = head.readUInt32LE(LENGTH_AT)
  const behind = HEAD_LENGTH + length
  if (behind > size) return 'damaged'
  const body = Buffer.from(new SharedArrayBuffer(length))
  if (!read(HEAD_LENGTH, body) || crc32(body, length) !== head.readUInt32LE(LENGTH_AT + 4)) return 'damaged'
  const saved = savedSchema.safeParse(deserialize(body))
  if (!saved.success || saved.data.size !== size - behind) return 'damaged'
  const { entries, postings, sums } = saved.data
  const [ids, fingerprints, languages] = [entries.ids, entries.fingerprints, entries.languages].map(keysOf)
  const pages = createPages(saved.data.size, sums, (at, into) => read(behind + at, into))
  const known = Array.from(entries.from, (from, at) => ({
    id: ids?.[at] ?? '',
    fingerprint: fingerprints?.[at] ?? '',
    language: languages?.[at] ?? '',
    from,
    to: entries.to[at] ?? 0,
  }))
  return { entries: known, postings: { ...postings, ...pages } }
}
