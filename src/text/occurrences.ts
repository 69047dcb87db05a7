/** How often each of a few words stands in texts of a language, and where. */
import type { Language } from '../types.ts'
import { analyse, irregularForms } from './analyse.ts'
import { beginningsOf } from './letters.ts'

/** A word to look for, by the language of texts: its stem, where it is no stop word there, and those that stand for it. */
export type Sought = {
  readonly word: string
  readonly stems: ReadonlyMap<string, string>
  readonly similar: ReadonlyMap<string, ReadonlySet<string>>
}

export type Occurrences = {
  /** In any form; of these, exactly as sought; and by a similar stem. */
  stem: number
  exact: number
  similar: number
  /** In UTF-16 code units, ascending. */
  readonly places: number[]
}

type Count = (text: string) => readonly Occurrences[]

const counterIn = (all: readonly Sought[], language: Language): Count => {
  const meanings = Map.groupBy(
    all.flatMap(({ stems, similar }, at) => {
      const stem = stems.get(language)
      const others = Array.from(similar.get(language) ?? [], (other) => ({ stem: other, at, own: false }))
      return stem === undefined ? others : [{ stem, at, own: true }, ...others]
    }),
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

/** Gives those of each word, in their order, in a text of a language. */
export const createCounter = (
  all: readonly Sought[],
): ((text: string, language: Language) => readonly Occurrences[]) => {
  const counters = new Map<Language, Count>()
  return (text, language) => {
    const count = counters.get(language) ?? counterIn(all, language)
    counters.set(language, count)
    return count(text)
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
