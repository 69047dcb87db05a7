/**
 * An inverted index in flat arrays, never changed once made. A document is a number; a posting says that a key occurs
 * in a document, and by one byte how much of the key's information it holds there (its impact).
 *
 * A key's postings are cut into blocks, so that a few documents are found without reading all: of each block its first
 * document is known and where its bytes start. In a block a document is written as its distance from the one before,
 * seven bits a byte, and its impact comes before it.
 */
import { type Keys, keyAt, keyBytes, keyCount, keysOf, lowerBound } from './keys.ts'

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

export const IMPACTS = 256

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

/** Calls back for each posting of these blocks. */
const read = (
  { firsts, starts, bytes }: Postings,
  from: number,
  to: number,
  visit: (document: number, impact: number) => void,
): void => {
  for (let block = from; block < to; block++) {
    const stop = starts[block + 1] ?? 0
    let document = firsts[block] ?? 0
    for (let at = starts[block] ?? 0; at < stop; ) {
      const impact = bytes[at++] ?? 0
      visit(document, impact)
      for (let [byte, shift] = [0x80, 0]; byte & 0x80 && at < stop; shift += 7) {
        byte = bytes[at++] ?? 0
        document += (byte & 0x7f) << shift
      }
    }
  }
}

/** Bytes of a distance at most. */
const LONGEST_DISTANCE = 5

/** What is about to be written comes to this at most. */
type Room = { readonly keys: number; readonly letters: number; readonly blocks: number; readonly bytes: number }

const roomOf = ({ keys, firsts, bytes }: Postings): Room => ({
  keys: keyCount(keys),
  letters: keys.bytes.length,
  blocks: firsts.length,
  bytes: bytes.length,
})

/** Writes postings key by key, in the order of the keys. */
const createWriter = (room: Room) => {
  const letters = Buffer.alloc(room.letters)
  const ends = new Uint32Array(room.keys + 1)
  const blocks = new Uint32Array(room.keys + 1)
  const firsts = new Uint32Array(room.blocks)
  const starts = new Uint32Array(room.blocks + 1)
  const bytes = new Uint8Array(room.bytes)
  let [key, block, end] = [0, 0, 0]
  let inBlock = 0
  let last = 0

  const copyBlocks = (from: Omit<Postings, 'keys'>, low: number, high: number): void => {
    const [start, stop] = [from.starts[low] ?? 0, from.starts[high] ?? 0]
    firsts.set(from.firsts.subarray(low, high), block)
    bytes.set(from.bytes.subarray(start, stop), end)
    for (let each = low; each < high; each++) starts[block++] = end + (from.starts[each] ?? 0) - start
    end += stop - start
    inBlock = 0
  }

  return {
    add(document: number, impact: number): void {
      if (inBlock === 0) {
        firsts[block] = document
        starts[block++] = end
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
    /** Blocks of the present key as they are. */
    copyBlocks,
    /** Keys with all they have. */
    copyKeys({ keys, ...from }: Postings, low: number, high: number): void {
      if (low === high) return
      const [start, firstBlock] = [keys.starts[low] ?? 0, from.blocks[low] ?? 0]
      letters.set(keys.bytes.subarray(start, keys.starts[high]), ends[key])
      const [written, before] = [ends[key] ?? 0, block]
      copyBlocks(from, firstBlock, from.blocks[high] ?? 0)
      for (let each = low + 1; each <= high; each++) {
        ends[++key] = written + (keys.starts[each] ?? 0) - start
        blocks[key] = before + (from.blocks[each] ?? 0) - firstBlock
      }
    },
    /** Ends a key, in UTF-8; one without postings is left out. */
    end(written: Uint8Array): void {
      inBlock = 0
      if (block === blocks[key]) return
      letters.set(written, ends[key])
      ends[key + 1] = (ends[key] ?? 0) + written.length
      blocks[++key] = block
    },
    finish(): Postings {
      starts[block] = end
      return {
        keys: keysOf(letters.subarray(0, ends[key]), ends.slice(0, key + 1)),
        blocks: blocks.slice(0, key + 1),
        firsts: firsts.slice(0, block),
        starts: starts.slice(0, block + 1),
        // Much more room than was needed: given back at once.
        bytes: new Uint8Array(bytes.buffer.transfer(end)),
      }
    },
  }
}

/** Postings of sorted keys: those of a key end, and the next one's start, at `ends[key + 1]`; their documents ascend. */
export type Sorted = {
  readonly ends: Uint32Array
  readonly documents: Uint32Array
  readonly impacts: Uint8Array
}

export const createPostings = (keys: readonly string[], { ends, documents, impacts }: Sorted): Postings => {
  const sizes = keys.map((_, key) => (ends[key + 1] ?? 0) - (ends[key] ?? 0))
  const writer = createWriter({
    keys: keys.length,
    letters: keys.reduce((sum, key) => sum + Buffer.byteLength(key), 0),
    blocks: sizes.reduce((sum, size) => sum + Math.ceil(size / BLOCK), 0),
    bytes: documents.length * (1 + LONGEST_DISTANCE),
  })
  for (const [at, key] of keys.entries()) {
    for (let each = ends[at] ?? 0; each < (ends[at + 1] ?? 0); each++)
      writer.add(documents[each] ?? 0, impacts[each] ?? 0)
    writer.end(Buffer.from(key))
  }
  return writer.finish()
}

export const noPostings: Postings = createWriter({ keys: 0, letters: 0, blocks: 0, bytes: 0 }).finish()

/**
 * Two in one; the documents of `a` come before those of `b`. Costs what `b` holds and a copy of `a`: only the last block
 * of a key that both have is written anew.
 */
export const merge = (a: Postings, b: Postings): Postings => {
  const [large, small] = [roomOf(a), roomOf(b)]
  if (large.keys === 0) return b
  const writer = createWriter({
    keys: large.keys + small.keys,
    letters: large.letters + small.letters,
    blocks: large.blocks + small.blocks,
    bytes: large.bytes + small.bytes + small.blocks * LONGEST_DISTANCE,
  })
  let at = 0
  for (let each = 0; each < small.keys; each++) {
    const next = lowerBound(a.keys, keyAt(b.keys, each), at)
    writer.copyKeys(a, at, next)
    at = next
    if (at === large.keys || keyAt(a.keys, at) !== keyAt(b.keys, each)) {
      writer.copyKeys(b, each, each + 1)
      continue
    }
    const [low, high] = [a.blocks[at] ?? 0, a.blocks[at + 1] ?? 0]
    writer.copyBlocks(a, low, high - 1)
    read(a, high - 1, high, writer.add)
    read(b, b.blocks[each] ?? 0, b.blocks[each + 1] ?? 0, writer.add)
    writer.end(keyBytes(a.keys, at++))
  }
  writer.copyKeys(a, at, large.keys)
  return writer.finish()
}

/** Without the documents that are 0 in `kinds`; the others get the numbers that `renumbered` has for them, which ascend. */
export const compacted = (postings: Postings, kinds: Uint8Array, renumbered: Uint32Array): Postings => {
  const writer = createWriter(roomOf(postings))
  const keep = (document: number, impact: number): void => {
    if (kinds[document] !== 0) writer.add(renumbered[document] ?? 0, impact)
  }
  for (let key = 0; key < keyCount(postings.keys); key++) {
    read(postings, postings.blocks[key] ?? 0, postings.blocks[key + 1] ?? 0, keep)
    writer.end(keyBytes(postings.keys, key))
  }
  return writer.finish()
}
