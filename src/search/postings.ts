/**
 * An inverted index in flat arrays, never changed once made. A posting is one number: a document, and in its last bits
 * how much of a key's information that document holds (the impact). The postings of a key ascend and are cut into
 * blocks, so that a few documents are found without reading all. The first of a block stands by itself, and each other
 * as its distance from the one before, seven bits a byte.
 */
import type { Dictionary } from './dictionary.ts'

export type Postings = {
  readonly keys: Dictionary
  /** By key: its first block. One more than there are keys. */
  readonly blocks: Uint32Array
  /** By block: its first posting. */
  readonly firsts: Uint32Array
  /** By block: where the bytes of its others start. One more than there are blocks. */
  readonly starts: Uint32Array
  readonly bytes: Uint8Array
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

/** The last block from `low` on, before `end`, that may hold `document`. */
const blockOf = ({ firsts }: Postings, document: number, low: number, end: number): number => {
  let high = end
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if (documentOf(firsts[middle] ?? 0) <= document) low = middle
    else high = middle
  }
  return low
}

/**
 * Adds to `found` the postings of a key in `ranges` (ascending, apart) whose documents are not 0 in `alive`. Costs what
 * the ranges hold, or the key's postings where these are fewer.
 */
export const collect = (
  postings: Postings,
  key: number,
  ranges: readonly Range[],
  alive: Uint8Array,
  found: Found,
): void => {
  const { blocks, firsts, starts, bytes } = postings
  const end = blocks[key + 1] ?? 0
  let block = blocks[key] ?? 0
  for (const { from, to } of ranges) {
    block = blockOf(postings, from, block, end)
    for (let each = block; each < end && documentOf(firsts[each] ?? 0) < to; each++) {
      if (found.size + BLOCK > found.postings.length)
        found.postings = new Uint32Array(found.postings.buffer.transfer(2 * found.postings.byteLength))
      const stop = starts[each + 1] ?? 0
      let posting = firsts[each] ?? 0
      for (let at = starts[each] ?? 0; ; ) {
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

/** From the postings of each key, which ascend; the keys do too. A key without postings is left out. */
const write = (lists: Iterable<readonly [key: string, ArrayLike<number>]>): Postings => {
  const [keys, blocks, firsts, starts]: [string[], number[], number[], number[]] = [[], [0], [], []]
  let bytes = new Uint8Array(1_024)
  let end = 0
  for (const [key, list] of lists) {
    if (list.length === 0) continue
    if (end + MOST_BYTES * list.length > bytes.length)
      bytes = new Uint8Array(bytes.buffer.transfer(2 * (end + MOST_BYTES * list.length)))
    for (let each = 0; each < list.length; each++) {
      const posting = list[each] ?? 0
      if (each % BLOCK === 0) {
        firsts.push(posting)
        starts.push(end)
        continue
      }
      let distance = posting - (list[each - 1] ?? 0)
      for (; distance > 0x7f; distance >>>= 7) bytes[end++] = (distance & 0x7f) | 0x80
      bytes[end++] = distance
    }
    keys.push(key)
    blocks.push(firsts.length)
  }
  starts.push(end)
  const flat = (numbers: readonly number[]) => Uint32Array.from(numbers)
  return {
    keys,
    blocks: flat(blocks),
    firsts: flat(firsts),
    starts: flat(starts),
    bytes: new Uint8Array(bytes.buffer.transfer(end)),
  }
}

export const createPostings = (lists: readonly (readonly [key: string, postings: readonly number[]])[]): Postings =>
  write(lists.toSorted(([a], [b]) => (a < b ? -1 : 1)))

export const noPostings: Postings = createPostings([])

/** The lists of both by key, without documents that are 0 in `alive`. */
function* together(a: Postings, b: Postings, alive: Uint8Array): Generator<readonly [string, Uint32Array]> {
  const everything = [{ from: 0, to: alive.length }]
  const found = createFound()
  for (let [i, j] = [0, 0]; i < a.keys.length || j < b.keys.length; found.size = 0) {
    const [left, right] = [a.keys[i], b.keys[j]]
    const key = left === undefined || (right !== undefined && right < left) ? (right ?? '') : left
    if (left === key) collect(a, i++, everything, alive, found)
    if (right === key) collect(b, j++, everything, alive, found)
    yield [key, found.postings.subarray(0, found.size)]
  }
}

/** Two in one; the documents of `a` come before those of `b`. */
export const merge = (a: Postings, b: Postings, alive: Uint8Array): Postings => write(together(a, b, alive))
