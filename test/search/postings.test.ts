import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBest } from '../../src/search/best.ts'
import { createKeys, findKey, keyAt, keyCount, lowerBound, prefixRange } from '../../src/search/keys.ts'
import {
  collect,
  compacted,
  createFound,
  createPostings,
  merge,
  type Postings,
  type Range,
} from '../../src/search/postings.ts'

const sorted = (keys: readonly string[]): readonly string[] => [...new Set(keys)].sort()
const anyKeys = fc.array(fc.string({ unit: fc.constantFrom(...'abcéя谁', '\u{10348}', '\uffee') }), { maxLength: 60 })

describe('keys', () => {
  test('are found where they are, and only they', () => {
    fc.assert(
      fc.property(anyKeys, fc.string({ unit: fc.constantFrom(...'abcéя谁') }), (given, other) => {
        const all = sorted(given)
        const keys = createKeys(all)
        expect(Array.from({ length: keyCount(keys) }, (_, at) => keyAt(keys, at))).toEqual(all)
        for (const [at, key] of all.entries()) expect(findKey(keys, key)).toBe(at)
        expect(findKey(keys, other)).toBe(all.indexOf(other))
        expect(lowerBound(keys, other)).toBe(all.filter((key) => key < other).length)
      }),
    )
  })

  test('that start alike stand together', () => {
    const keys = createKeys(['a', 'ab', 'abc', 'abd', 'b'])
    expect(prefixRange(keys, 'ab')).toEqual({ from: 1, to: 4 })
    expect(prefixRange(keys, 'z')).toEqual({ from: 5, to: 5 })
  })
})

/** Documents and impacts by key, as written down plainly. */
type Plain = ReadonlyMap<string, ReadonlyMap<number, number>>

const plain = (postings: Postings, kinds: Uint8Array, ranges: readonly Range[]): Plain =>
  new Map(
    Array.from({ length: keyCount(postings.keys) }, (_, key) => {
      const found = createFound()
      collect(postings, key, ranges, kinds, found)
      const entries = Array.from(found.documents.subarray(0, found.size), (document, at) => [
        document,
        found.impacts[at],
      ])
      return [keyAt(postings.keys, key), new Map(entries as [number, number][])] as const
    }),
  )

const DOCUMENTS = 3_000
const anyPlain = fc
  .dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.uniqueArray(fc.tuple(fc.nat(DOCUMENTS - 1), fc.integer({ min: 1, max: 255 })), {
      selector: ([document]) => document,
      minLength: 1,
      maxLength: 600,
    }),
  )
  .map((all): Plain => {
    const byKey = Object.entries(all).map(([key, each]) => [key, new Map(each.sort(([a], [b]) => a - b))] as const)
    return new Map(byKey.sort(([a], [b]) => (a < b ? -1 : 1)))
  })

const from = (all: Plain): Postings => {
  const rows = [...all.values()].flatMap((each) => [...each])
  let end = 0
  return createPostings([...all.keys()], {
    ends: Uint32Array.from([0, ...Array.from(all.values(), ({ size }) => (end += size))]),
    documents: Uint32Array.from(rows, ([document]) => document),
    impacts: Uint8Array.from(rows, ([, impact]) => impact),
  })
}

const everything = [{ from: 0, to: 2 * DOCUMENTS }]
const alive = (): Uint8Array => new Uint8Array(2 * DOCUMENTS).fill(1)

describe('postings', () => {
  test('give back what went in, in ranges and without what is gone', () => {
    fc.assert(
      fc.property(anyPlain, fc.array(fc.nat(DOCUMENTS), { maxLength: 12 }), fc.nat(DOCUMENTS), (all, ends, gone) => {
        const postings = from(all)
        expect(plain(postings, alive(), everything)).toEqual(all)
        const cuts = ends.toSorted((a, b) => a - b)
        const ranges = cuts.flatMap((to, at) => (at % 2 === 0 ? [] : [{ from: cuts[at - 1] ?? 0, to }]))
        const kinds = alive()
        kinds.fill(0, gone, gone + 500)
        const expected = new Map(
          [...all].map(([key, each]) => [
            key,
            new Map(
              [...each].filter(
                ([document]) => kinds[document] && ranges.some(({ from, to }) => document >= from && document < to),
              ),
            ),
          ]),
        )
        expect(plain(postings, kinds, ranges)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('merge into what both hold, with new numbers and without what is gone', () => {
    fc.assert(
      fc.property(anyPlain, anyPlain, (first, second) => {
        const later: Plain = new Map(
          [...second].map(([key, each]) => [key, new Map([...each].map(([at, impact]) => [at + DOCUMENTS, impact]))]),
        )
        const kinds = alive()
        kinds.fill(0, 100, 1_000)
        const renumbered = Uint32Array.from({ length: 2 * DOCUMENTS }, (_, at) =>
          at < 100 ? at : Math.max(0, at - 900),
        )
        const expected = new Map(
          ['a', 'b', 'c', 'd'].flatMap((key) => {
            const each = [...(first.get(key) ?? []), ...(later.get(key) ?? [])].filter(([at]) => kinds[at] !== 0)
            return each.length > 0
              ? [[key, new Map(each.map(([at, impact]) => [renumbered[at], impact]))] as const]
              : []
          }),
        )
        const merged = compacted(merge(from(first), from(later)), kinds, renumbered)
        expect(plain(merged, alive(), everything)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })
})

test('the best are the best, equals by their number', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 80 }), fc.nat(30), (scores, size) => {
      const best = createBest(size)
      for (const [number, score] of scores.entries()) best.offer(number, score)
      const expected = [...scores.entries()]
        .sort(([a, left], [b, right]) => right - left || a - b)
        .map(([number]) => number)
      expect(best.numbers).toEqual(expected.slice(0, size))
    }),
  )
})
