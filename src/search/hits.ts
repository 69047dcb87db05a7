/** Where something occurs in the library, and how such findings combine. */
import type { Count, Entry, Occurrences } from './entry.ts'

export type Hits = ReadonlyMap<Entry, Occurrences>

/** Of articles that no two of `all` share. */
export const join = (all: readonly Hits[]): Hits =>
  (all.length === 1 && all[0]) || new Map(all.flatMap((hits) => [...hits]))

/** Several words as if they were one, so that a paragraph full of similar words is not worth each of them. */
export const union = (all: readonly Hits[]): Hits => {
  const merged = new Map<Entry, Map<number, Count>>()
  for (const [entry, occurrences] of all.flatMap((hits) => [...hits])) {
    const counts = merged.get(entry) ?? new Map<number, Count>()
    for (const [paragraph, { body, heading }] of occurrences) {
      const before = counts.get(paragraph)
      counts.set(paragraph, { body: body + (before?.body ?? 0), heading: heading + (before?.heading ?? 0) })
    }
    merged.set(entry, counts)
  }
  return merged
}

/** How many paragraphs hold a term themselves: a title would make its words common in every paragraph below. */
export const holders = (hits: Hits): number => {
  let count = 0
  for (const occurrences of hits.values()) for (const { body } of occurrences.values()) if (body > 0) count++
  return count
}
