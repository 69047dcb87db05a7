import { describe, expect, test } from 'vitest'
import { keysOf } from '../../src/search/dictionary.ts'
import {
  createFound,
  createPostings,
  documentOf,
  find,
  IMPACTS,
  impactOf,
  merge,
  type Postings,
  postingOf,
  type Range,
} from '../../src/search/postings.ts'
import fc from '../generated.ts'

/** Documents and impacts by key, as written down plainly. */
type Plain = ReadonlyMap<string, ReadonlyMap<number, number>>

const plain = (postings: Postings, alive: Uint8Array, ranges: readonly Range[]): Plain =>
  new Map(
    keysOf(postings.keys).map((key) => {
      const found = createFound()
      find(postings, key, ranges, alive, found)
      const own = Array.from(
        found.postings.subarray(0, found.size),
        (each) => [documentOf(each), impactOf(each)] as const,
      )
      return [key, new Map(own)] as const
    }),
  )

const DOCUMENTS = 3_000
const anyPlain = fc
  .dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.uniqueArray(fc.tuple(fc.nat(DOCUMENTS - 1), fc.integer({ min: 1, max: IMPACTS - 1 })), {
      selector: ([document]) => document,
      minLength: 1,
      maxLength: 600,
    }),
  )
  .map((all): Plain => {
    const byKey = Object.entries(all).map(([key, each]) => [key, new Map(each.sort(([a], [b]) => a - b))] as const)
    return new Map(byKey.sort(([a], [b]) => (a < b ? -1 : 1)))
  })

const from = (all: Plain): Postings =>
  createPostings(
    new Map(
      [...all].reverse().map(([key, each]) => {
        const postings = Array.from(each, ([document, impact]) => postingOf(document, impact))
        return [key, postings] as const
      }),
    ),
  )

const everything = [{ from: 0, to: 2 * DOCUMENTS }]
const allAlive = (): Uint8Array => new Uint8Array(2 * DOCUMENTS).fill(1)

describe('postings', () => {
  test('give back what went in, in ranges and without what is gone', () => {
    fc.assert(
      fc.property(anyPlain, fc.array(fc.nat(DOCUMENTS), { maxLength: 12 }), fc.nat(DOCUMENTS), (all, ends, gone) => {
        const postings = from(all)
        expect(plain(postings, allAlive(), everything)).toEqual(all)
        const cuts = ends.toSorted((a, b) => a - b)
        const ranges = cuts.flatMap((to, at) => (at % 2 === 0 ? [] : [{ from: cuts[at - 1] ?? 0, to }]))
        const alive = allAlive()
        alive.fill(0, gone, gone + 500)
        const expected = new Map(
          [...all].map(([key, each]) => [
            key,
            new Map(
              [...each].filter(
                ([document]) => alive[document] && ranges.some(({ from, to }) => document >= from && document < to),
              ),
            ),
          ]),
        )
        expect(plain(postings, alive, ranges)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('merge into what both hold, without what is gone', () => {
    fc.assert(
      fc.property(anyPlain, anyPlain, (first, second) => {
        const later: Plain = new Map(
          [...second].map(([key, each]) => [key, new Map([...each].map(([at, impact]) => [at + DOCUMENTS, impact]))]),
        )
        const alive = allAlive()
        alive.fill(0, 100, 1_000)
        const expected = new Map(
          ['a', 'b', 'c', 'd'].flatMap((key) => {
            const each = [...(first.get(key) ?? []), ...(later.get(key) ?? [])].filter(([at]) => alive[at] !== 0)
            return each.length > 0 ? [[key, new Map(each)] as const] : []
          }),
        )
        const merged = merge([from(first), from(later)], alive)
        expect(plain(merged, allAlive(), everything)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })
})
