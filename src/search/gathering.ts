/**
 * Terms of one language that wait to become part of the index: as they are read each gives a row of three flat arrays,
 * which are sorted once. Small beside a list for each stem, as most stems are rare.
 */
import { createPostings, type Postings } from './postings.ts'

/** Rows that there is room for at first. */
const ROOM = 4_096

type Rows = {
  readonly stems: Uint32Array<ArrayBuffer>
  readonly documents: Uint32Array<ArrayBuffer>
  readonly impacts: Uint8Array<ArrayBuffer>
}

/** What is there is moved, so that nothing waits for the collector, which is late for what lies outside of its heap. */
const resized = ({ stems, documents, impacts }: Rows, factor: number): Rows => ({
  stems: new Uint32Array(stems.buffer.transfer(factor * stems.byteLength)),
  documents: new Uint32Array(documents.buffer.transfer(factor * documents.byteLength)),
  impacts: new Uint8Array(impacts.buffer.transfer(factor * impacts.byteLength)),
})

export const createGathering = () => {
  /** Each stem's number, in the order in which they were met. */
  const stems = new Map<string, number>()
  /** By stem, how often it stands in the document that is being read; and which do at all. */
  const frequencies: number[] = []
  const touched: number[] = []
  let rows: Rows = { stems: new Uint32Array(ROOM), documents: new Uint32Array(ROOM), impacts: new Uint8Array(ROOM) }
  let size = 0

  return {
    /** A term of the document that is being read. */
    count(stem: string, frequency: number): void {
      let number = stems.get(stem)
      if (number === undefined) {
        number = stems.size
        stems.set(stem, number)
        frequencies.push(0)
      }
      if (frequencies[number] === 0) touched.push(number)
      frequencies[number] = (frequencies[number] ?? 0) + frequency
    },
    /** Ends the document: each of its terms gets a posting. Documents ascend. */
    end(document: number, impact: (frequency: number) => number): void {
      for (const stem of touched) {
        if (size === rows.stems.length) rows = resized(rows, 2)
        rows.stems[size] = stem
        rows.documents[size] = document
        rows.impacts[size++] = impact(frequencies[stem] ?? 0)
        frequencies[stem] = 0
      }
      touched.length = 0
    },
    /** All of them, each stem's key behind `space`; nothing is gathered any more. */
    finish(space: string): Postings {
      const sorted = [...stems.keys()].sort()
      const places = new Uint32Array(stems.size)
      for (const [place, stem] of sorted.entries()) places[stems.get(stem) ?? 0] = place
      const ends = new Uint32Array(stems.size + 1)
      for (let row = 0; row < size; row++) {
        const next = (places[rows.stems[row] ?? 0] ?? 0) + 1
        ends[next] = (ends[next] ?? 0) + 1
      }
      for (let place = 0; place < stems.size; place++) ends[place + 1] = (ends[place + 1] ?? 0) + (ends[place] ?? 0)
      const at = ends.slice()
      const [documents, impacts] = [new Uint32Array(size), new Uint8Array(size)]
      for (let row = 0; row < size; row++) {
        const place = places[rows.stems[row] ?? 0] ?? 0
        const to = at[place] ?? 0
        documents[to] = rows.documents[row] ?? 0
        impacts[to] = rows.impacts[row] ?? 0
        at[place] = to + 1
      }
      rows = resized(rows, 0)
      return createPostings(
        sorted.map((stem) => space + stem),
        { ends, documents, impacts },
      )
    },
  }
}

export type Gathering = ReturnType<typeof createGathering>
