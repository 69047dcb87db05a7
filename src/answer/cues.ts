/** What extraction knows of a language beside `text/`: what gives each kind of answer away, and words of one meaning. */
import { stemOf } from '../text/analyse.ts'
import { primarySubtag } from '../text/language.ts'
import type { Language } from '../types.ts'
import type { CueTable, Words } from './cue-table.ts'
import { english } from './cues-en.ts'
import { french } from './cues-fr.ts'
import type { QuestionKind } from './question-kind.ts'

export type Cues = CueTable & {
  readonly synonymsOf: (stem: string) => Words
  readonly isAbsorbed: (stem: string, kind: QuestionKind) => boolean
  readonly isVague: (stem: string) => boolean
}

const none: Words = new Set()

/** By stem; the plural too, since a stemmer may take `passagers` for a verb and `passager` for none. */
const cuesOfTable = (table: CueTable, language: Language): Cues => {
  const stems = (list: Iterable<string>): readonly string[] =>
    [...list].flatMap((word) => [stemOf(word, language), stemOf(`${word}s`, language)])
  const synonyms = new Map<string, Set<string>>()
  for (const row of table.synonyms) {
    const all = stems(row)
    for (const stem of all) synonyms.set(stem, (synonyms.get(stem) ?? new Set()).union(new Set(all)))
  }
  const absorbed = new Map(Object.entries(table.absorbed).map(([kind, list]) => [kind, new Set(stems(list))]))
  const vague = new Set(stems(table.vague))
  return {
    ...table,
    synonymsOf: (stem) => synonyms.get(stem) ?? none,
    isAbsorbed: (stem, kind) => absorbed.get(kind)?.has(stem) === true,
    isVague: (stem) => vague.has(stem),
  }
}

const tables: Readonly<Record<string, CueTable>> = { fr: french, en: english }
const made = new Map<string, Cues>()

/** Nothing where the language has no table. */
export const cuesOf = (language: Language): Cues | undefined => {
  const subtag = primarySubtag(language)
  const table = tables[subtag]
  if (!table) return undefined
  const known = made.get(subtag) ?? cuesOfTable(table, subtag)
  made.set(subtag, known)
  return known
}
