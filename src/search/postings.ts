/**
 * An inverted index in flat arrays, never changed once made. A posting is one number: a document, and in its last bits
 * how much of a key's information that document holds (the impact). The postings of a key ascend and are cut into
 * blocks, so that a few documents are found without reading all. The first of a block stands by itself, and each other
 * as its distance from the one before, seven bits a byte.
 */
import { bisect } from './bisect.ts'
import { createDictionary, type Dictionary, findKey, keysOf } from './dictionary.ts'

export type Postings = {
  readonly keys: Dictionary
  /** By key: its first block. One more than there are keys. */
  readonly blocks: Uint32Array
  /** By block: its first posting. */
  readonly firsts: Uint32Array
  /** By block: where the bytes of its others start. One more than there are blocks. */
  readonly starts: Uint32Array
  /** Gives all, of which those from `from` to `to` are wanted: a file's are read then, or it throws AppError damaged_file. */
  readonly bytes: (from: number, to: number) => Uint8Array
}

/** Documents from `from` up to, not including, `to`. */
export type Range = { readonly from: number; readonly to: number }

/** Postings in a block: what is read in vain for one document, against what a block costs (eight bytes). */
const BLOCK = 128
/** Of a distance in bytes of seven bits. */
const MOST_BYTES = 5
const IMPACT_BITS = 4
/** Impacts are below this. The best are read again, so that finer ones than sixteen bring nothing (docs/search.md). */
export const IMPACTS = 1 << IMPACT_BITS

/** Of documents below 2 ** 28. */
export const postingOf = (document: number, impact: number): number => document * IMPACTS + impact
export const documentOf = (posting: number): number => posting >>> IMPACT_BITS
export const impactOf = (posting: number): number => posting & (IMPACTS - 1)

/** Postings, in room that is used again and again; `size` of it is filled. */
export type Found = { postings: Uint32Array<ArrayBuffer>; size: number }

export const createFound = (): Found => ({ postings: new Uint32Array(1_024), size: 0 })

/**
 * Adds to `found` the postings of a key in `ranges` (ascending, apart) whose documents are not 0 in `alive`. Costs what
 * the ranges hold, or the key's postings where these are fewer.
 */
export const find = (part: Postings, key: string, ranges: readonly Range[], alive: Uint8Array, found: Found): void => {
  const { keys, blocks, firsts, starts } = part
  const place = findKey(keys, key)
  if (place < 0) return
  const end = blocks[place + 1] ?? 0
  let block = blocks[place] ?? 0
  for (const { from, to } of ranges) {
    // The last that may hold the first of them.
    block = Math.max(block, bisect(block, end, (each) => documentOf(firsts[each] ?? 0) <= from) - 1)
    for (let each = block; each < end && documentOf(firsts[each] ?? 0) < to; each++) {
      if (found.size + BLOCK > found.postings.length)
        found.postings = new Uint32Array(found.postings.buffer.transfer(2 * found.postings.byteLength))
      const stop = starts[each + 1] ?? 0
      let [posting, at] = [firsts[each] ?? 0, starts[each] ?? 0]
      const bytes = part.bytes(at, stop)
      for (;;) {
        const document = documentOf(posting)
        if (document >= to) break
        if (document >= from && alive[document] !== 0) found.postings[found.size++] = posting
        if (at >= stop) break
        let byte = bytes[at++] ?? 0
        let distance = byte & 0x7f
        for (let shift = 7; byte & 0x80; shift += 7) {
          byte = bytes[at++] ?? 0
          distance |= (byte & 0x7f) << shift
        }
        posting = (posting + distance) >>> 0
      }
    }
  }
}

/** Of keys in their order, and the postings of each, which ascend. A key without postings is left out. */
const write = (sorted: readonly string[], postingsOf: (key: string) => ArrayLike<number>): Postings => {
  const [keys, blocks, firsts, starts]: [string[], number[], number[], number[]] = [[], [0], [], []]
  let bytes = new Uint8Array(1_024)
  let end = 0
  for (const key of sorted) {
    const postings = postingsOf(key)
    if (postings.length === 0) continue
    const room = end + MOST_BYTES * postings.length
    if (room > bytes.length) bytes = new Uint8Array(bytes.buffer.transfer(2 * room))
    for (let each = 0; each < postings.length; each++) {
      const posting = postings[each] ?? 0
      if (each % BLOCK === 0) {
        firsts.push(posting)
        starts.push(end)
        continue
      }
      let distance = posting - (postings[each - 1] ?? 0)
      for (; distance > 0x7f; distance >>>= 7) bytes[end++] = (distance & 0x7f) | 0x80
      bytes[end++] = distance
    }
    keys.push(key)
    blocks.push(firsts.length)
  }
  starts.push(end)
  const all = new Uint8Array(bytes.buffer.transfer(end))
  return {
    keys: createDictionary(keys),
    blocks: Uint32Array.from(blocks),
    firsts: Uint32Array.from(firsts),
    starts: Uint32Array.from(starts),
    bytes: () => all,
  }
}

/** From the postings of each key, in their order. */
export const createPostings = (lists: ReadonlyMap<string, readonly number[]>): Postings =>
  write([...lists.keys()].sort(), (key) => lists.get(key) ?? [])

/** All in one, without documents that are 0 in `alive`; the documents of each come before those of the next. */
export const merge = (parts: readonly Postings[], alive: Uint8Array): Postings => {
  const found = createFound()
  return write([...new Set(parts.flatMap(({ keys }) => keysOf(keys)))].sort(), (key) => {
    found.size = 0
    for (const part of parts) find(part, key, [{ from: 0, to: alive.length }], alive, found)
    return found.postings.subarray(0, found.size)
  })
}
