/**
 * An inverted index in flat arrays, never changed once made. A document is a number; a posting says that a key occurs
 * in a document, and by one byte how much of the key's information it holds there (its impact).
 *
 * A key's postings are cut into blocks, so that a few documents are found without reading all: of each block its first
 * document is known and where its bytes start. In a block a document is written as its distance from the one before,
 * seven bits a byte, and its impact comes before it.
 */
import { createKeys, type Keys, keyAt, keyCount } from './keys.ts'

export type Postings = {
  readonly keys: Keys
  /** By key: its first block. One more than there are keys. */
  readonly blocks: Uint32Array
  /** By block: its first document. */
  readonly firsts: Uint32Array
  /** By block: where its bytes start. One more than there are blocks. */
  readonly starts: Uint32Array
  readonly bytes: Uint8Array
}

/** Postings in a block: what is read in vain for one document, against what a block costs (eight bytes). */
const BLOCK = 128

/** By key its postings by document, each `packed`. Documents ascend. */
export type Gathered = Map<string, number[]>

export const IMPACTS = 256
export const packed = (document: number, impact: number): number => document * IMPACTS + impact

/** Documents and their impacts, room that is used again and again; `size` of it is filled. */
export type Found = { documents: Uint32Array; impacts: Uint8Array; size: number }

export const createFound = (): Found => ({ documents: new Uint32Array(1_024), impacts: new Uint8Array(1_024), size: 0 })

const push = (found: Found, document: number, impact: number): void => {
  if (found.size === found.documents.length) {
    const [documents, impacts] = [new Uint32Array(2 * found.size), new Uint8Array(2 * found.size)]
    documents.set(found.documents)
    impacts.set(found.impacts)
    found.documents = documents
    found.impacts = impacts
  }
  found.documents[found.size] = document
  found.impacts[found.size] = impact
  found.size++
}

/** Documents from `from` up to, not including, `to`. */
export type Range = { readonly from: number; readonly to: number }

/** The last block from `low` on, before `end`, that may hold `document`. */
const blockOf = ({ firsts }: Postings, document: number, low: number, end: number): number => {
  let high = end
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if ((firsts[middle] ?? 0) <= document) low = middle
    else high = middle
  }
  return low
}

/**
 * Adds to `found` the postings of a key in `ranges` (ascending, apart) whose documents are not 0 in `kinds`. Costs what
 * the ranges hold, or the key's postings where these are fewer.
 */
export const collect = (
  postings: Postings,
  key: number,
  ranges: readonly Range[],
  kinds: Uint8Array,
  found: Found,
): void => {
  const { blocks, firsts, starts, bytes } = postings
  const end = blocks[key + 1] ?? 0
  let block = blocks[key] ?? 0
  for (const { from, to } of ranges) {
    block = blockOf(postings, from, block, end)
    for (let each = block; each < end && (firsts[each] ?? to) < to; each++) {
      const stop = starts[each + 1] ?? 0
      let document = firsts[each] ?? 0
      for (let at = starts[each] ?? 0; at < stop && document < to; ) {
        const impact = bytes[at++] ?? 0
        if (document >= from && kinds[document] !== 0) push(found, document, impact)
        let [byte, shift] = [0x80, 0]
        let distance = 0
        while (byte & 0x80 && at < stop) {
          byte = bytes[at++] ?? 0
          distance |= (byte & 0x7f) << shift
          shift += 7
        }
        document += distance
      }
    }
  }
}

/** Writes postings key by key. */
const createWriter = (bytesExpected: number) => {
  const keys: string[] = []
  const blocks: number[] = [0]
  const firsts: number[] = []
  const starts: number[] = []
  let bytes = new Uint8Array(bytesExpected + 1_024)
  let end = 0
  let inBlock = 0
  let last = 0

  return {
    add(document: number, impact: number): void {
      if (end + 8 > bytes.length) {
        const larger = new Uint8Array(2 * bytes.length)
        larger.set(bytes)
        bytes = larger
      }
      if (inBlock === 0) {
        firsts.push(document)
        starts.push(end)
      } else {
        let distance = document - last
        while (distance > 0x7f) {
          bytes[end++] = (distance & 0x7f) | 0x80
          distance >>>= 7
        }
        bytes[end++] = distance
      }
      bytes[end++] = impact
      last = document
      inBlock = (inBlock + 1) % BLOCK
    },
    /** Ends a key; one without postings is left out. */
    end(key: string): void {
      inBlock = 0
      if (firsts.length === blocks.at(-1)) return
      keys.push(key)
      blocks.push(firsts.length)
    },
    finish: (): Postings => ({
      keys: createKeys(keys),
      blocks: Uint32Array.from(blocks),
      firsts: Uint32Array.from(firsts),
      starts: Uint32Array.from([...starts, end]),
      bytes: bytes.slice(0, end),
    }),
  }
}

export const noPostings: Postings = createWriter(0).finish()

export const createPostings = (gathered: Gathered): Postings => {
  const writer = createWriter(0)
  for (const key of [...gathered.keys()].sort()) {
    for (const each of gathered.get(key) ?? []) writer.add(Math.floor(each / IMPACTS), each % IMPACTS)
    writer.end(key)
  }
  return writer.finish()
}

/**
 * Two in one; the documents of `a` come before those of `b`. A document that is 0 in `kinds` is left out, the others
 * get the numbers that `renumbered` has for them, where it is given.
 */
export const merge = (a: Postings, b: Postings, kinds: Uint8Array, renumbered?: Uint32Array): Postings => {
  const writer = createWriter(a.bytes.length + b.bytes.length)
  const everything = [{ from: 0, to: kinds.length }]
  const found = createFound()
  let [i, j] = [0, 0]
  while (i < keyCount(a.keys) || j < keyCount(b.keys)) {
    const left = i < keyCount(a.keys) ? keyAt(a.keys, i) : undefined
    const right = j < keyCount(b.keys) ? keyAt(b.keys, j) : undefined
    const key = left === undefined || (right !== undefined && right < left) ? (right ?? '') : left
    found.size = 0
    if (left === key) collect(a, i++, everything, kinds, found)
    if (right === key) collect(b, j++, everything, kinds, found)
    for (let each = 0; each < found.size; each++) {
      const document = found.documents[each] ?? 0
      writer.add(renumbered?.[document] ?? document, found.impacts[each] ?? 0)
    }
    writer.end(key)
  }
  return writer.finish()
}
