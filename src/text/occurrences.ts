/** How often each of a few words stands in texts of a language, and where. */
import type { Language } from '../types.ts'
import { analyse, irregularForms } from './analyse.ts'
import { beginningsOf } from './letters.ts'

/** A word to look for, by its stem and by those that may stand for it. */
export type Sought = { readonly word: string; readonly stem: string | undefined; readonly similar: Iterable<string> }

export type Occurrences = {
  /** In any form; of these, exactly as sought; and by a similar stem. */
  stem: number
  exact: number
  similar: number
  /** In UTF-16 code units, ascending. */
  readonly places: number[]
}

/** Gives those of each word, in their order, in a text. */
export const createCounter = (
  all: readonly Sought[],
  language: Language,
): ((text: string) => readonly Occurrences[]) => {
  const meanings = Map.groupBy(
    all.flatMap(({ stem, similar }, at) => [
      ...(stem === undefined ? [] : [{ stem, at, own: true }]),
      ...Array.from(similar, (other) => ({ stem: other, at, own: false })),
    ]),
    ({ stem }) => stem,
  )
  const beginnings = beginningsOf([...meanings.keys()].flatMap((stem) => [stem, ...irregularForms(stem, language)]))
  return (text) => {
    const counts = all.map((): Occurrences => ({ stem: 0, exact: 0, similar: 0, places: [] }))
    for (const { word, stem, stop, start } of analyse(text, language, beginnings)) {
      const meant = stop ? undefined : meanings.get(stem)
      if (meant === undefined) continue
      for (const { at, own } of meant) {
        const count = counts[at]
        if (!count) continue
        if (own) count.stem++
        else count.similar++
        if (word === all[at]?.word) count.exact++
        count.places.push(start)
      }
    }
    return counts
  }
}

/** Between the two nearest of two ascending lists of places that are not the same. */
export const distance = (a: readonly number[], b: readonly number[]): number => {
  let nearest = Number.POSITIVE_INFINITY
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    const gap = (b[j] ?? 0) - (a[i] ?? 0)
    if (gap !== 0) nearest = Math.min(nearest, Math.abs(gap))
    if (gap > 0) i++
    else j++
  }
  return nearest
}
