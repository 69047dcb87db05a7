/** The words by which a sentence is turned round or held back: negations, reservations and opposites. */
import { stemOf } from '../text/analyse.ts'
import { primarySubtag } from '../text/language.ts'
import { rows, words } from '../text/table.ts'
import type { Language } from '../types.ts'
import * as german from './polarity-de.ts'
import * as english from './polarity-en.ts'
import * as spanish from './polarity-es.ts'
import * as french from './polarity-fr.ts'

export type PolarityWords = {
  /** Folded. */
  readonly negations: ReadonlySet<string>
  /** Of one word or several, folded, by their first. */
  readonly hedges: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Each stem with those of its opposites. */
  readonly opposites: ReadonlyMap<string, ReadonlySet<string>>
}

type Lists = { readonly negations: string; readonly hedges: string; readonly opposites: string }
const lists: Readonly<Record<string, Lists>> = { en: english, fr: french, es: spanish, de: german }

const opposed = (lines: string, language: Language): ReadonlyMap<string, ReadonlySet<string>> => {
  const map = new Map<string, Set<string>>()
  const add = (from: string, to: string): void => {
    if (from !== to) map.set(from, (map.get(from) ?? new Set()).add(to))
  }
  const stems = (some: readonly string[]): readonly string[] => some.map((word) => stemOf(word, language))
  for (const row of rows(lines)) {
    const bar = row.indexOf('|')
    for (const left of stems(row.slice(0, bar)))
      for (const right of stems(row.slice(bar + 1))) {
        add(left, right)
        add(right, left)
      }
  }
  return map
}

const known = new Map<string, PolarityWords>()

/** `undefined` for a language that has no such lists. Made at the first use. */
export const polarityWords = (language: Language): PolarityWords | undefined => {
  const tag = primarySubtag(language)
  const old = known.get(tag)
  const own = Object.hasOwn(lists, tag) ? lists[tag] : undefined
  if (old || !own) return old
  const made = {
    negations: new Set(words(own.negations)),
    hedges: Map.groupBy(rows(own.hedges), ([first = '']) => first),
    opposites: opposed(own.opposites, tag),
  }
  known.set(tag, made)
  return made
}
