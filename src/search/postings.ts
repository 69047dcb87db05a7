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

/** The postings of a key are those from `from` on, before `to`. */
type Listed = { readonly key: string; readonly postings: ArrayLike<number>; readonly from: number; readonly to: number }

/** Keys and postings ascend. A key without postings is left out. */
const write = (lists: Iterable<Listed>): Postings => {
  const [keys, blocks, firsts, starts]: [string[], number[], number[], number[]] = [[], [0], [], []]
  let bytes = new Uint8Array(1_024)
  let end = 0
  for (const { key, postings, from, to } of lists) {
    if (from === to) continue
    const room = end + MOST_BYTES * (to - from)
    if (room > bytes.length) bytes = new Uint8Array(bytes.buffer.transfer(2 * room))
    for (let each = from; each < to; each++) {
      const posting = postings[each] ?? 0
      if ((each - from) % BLOCK === 0) {
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
  const flat = (numbers: readonly number[]) => Uint32Array.from(numbers)
  return {
    keys,
    blocks: flat(blocks),
    firsts: flat(firsts),
    starts: flat(starts),
    bytes: new Uint8Array(bytes.buffer.transfer(end)),
  }
}

/** A posting of the key that stands at `key` in some list, as one number. */
const KEY = 2 ** 32
export const rowOf = (key: number, posting: number): number => key * KEY + posting

/** From rows of these keys, both in any order, which are sorted here. */
export const createPostings = (keys: readonly string[], rows: Float64Array): Postings => {
  const ends = new Uint32Array(keys.length + 1)
  for (const row of rows) {
    const next = Math.floor(row / KEY) + 1
    ends[next] = (ends[next] ?? 0) + 1
  }
  for (let key = 0; key < keys.length; key++) ends[key + 1] = (ends[key + 1] ?? 0) + (ends[key] ?? 0)
  // As an integer of 32 bits a row is its posting.
  const postings = Uint32Array.from(rows.sort())
  const order = Array.from(keys, (key, at) => ({ key, postings, from: ends[at] ?? 0, to: ends[at + 1] ?? 0 }))
  return write(order.sort((a, b) => (a.key < b.key ? -1 : 1)))
}

export const noPostings: Postings = createPostings([], new Float64Array())

/** The lists of both by key, without documents that are 0 in `alive`; each is valid until the next. */
function* together(a: Postings, b: Postings, alive: Uint8Array): Generator<Listed> {
  const everything = [{ from: 0, to: alive.length }]
  const found = createFound()
  const list = { key: '', postings: found.postings, from: 0, to: 0 }
  for (let [i, j] = [0, 0]; i < a.keys.length || j < b.keys.length; found.size = 0) {
    const [left, right] = [a.keys[i], b.keys[j]]
    list.key = left === undefined || (right !== undefined && right < left) ? (right ?? '') : left
    if (left === list.key) collect(a, i++, everything, alive, found)
    if (right === list.key) collect(b, j++, everything, alive, found)
    list.postings = found.postings
    list.to = found.size
    yield list
  }
}

/** Two in one; the documents of `a` come before those of `b`. */
export const merge = (a: Postings, b: Postings, alive: Uint8Array): Postings => write(together(a, b, alive))
