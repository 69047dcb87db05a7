/** Finds a language's table, and keeps what is made of it once. */
import type { Language } from '../types.ts'
import { english } from './english.ts'
import { fold } from './fold.ts'
import { french } from './french.ts'
import { primarySubtag } from './language.ts'
import { rowTable } from './rows.ts'
import type { LanguageTable } from './table.ts'

/** For every other language: nothing is a stop word, and a word is its own stem. */
const unknown: LanguageTable = {
  stopWords: [],
  names: new Set(),
  generic: [],
  elisions: new Set(),
  titles: new Set(),
  numbered: new Set(),
  abbreviations: new Set(),
  irregular: new Map(),
  synonyms: [],
  stem: (folded) => folded,
}

export type Lexicon = LanguageTable & {
  readonly spelled: ReadonlySet<string>
  readonly folded: ReadonlySet<string>
  readonly isGenericStem: (stem: string) => boolean
  /** Its own stem is among them. */
  readonly synonymStems: (stem: string) => ReadonlySet<string>
  /** Folded words that no rule takes to this stem. */
  readonly irregularForms: (stem: string) => readonly string[]
}

/** Stemmers change ends alone, and leave this much of every word of the tables. In letters. */
const BEGINNING = 2
/** Stems whose words were looked up. */
const MAXIMUM_KEPT = 4_000

/**
 * Finds what a table has under the words of a stem. A table is long and a question short: only words that begin as the
 * stem does are stemmed, since stemming a whole table costs a start more than all it is asked.
 */
const byStem = <T>(
  entries: Iterable<readonly [base: string, value: T]>,
  stem: (base: string) => string,
): ((wanted: string) => readonly T[]) => {
  let beginnings: ReadonlyMap<string, (readonly [base: string, value: T])[]> | undefined
  const known = new Map<string, readonly T[]>()
  return (wanted) => {
    const before = known.get(wanted)
    if (before) return before
    beginnings ??= Map.groupBy(entries, ([base]) => base.slice(0, BEGINNING))
    const near = beginnings.get(wanted.slice(0, BEGINNING)) ?? []
    const found = near.flatMap(([base, value]) => (stem(base) === wanted ? [value] : []))
    if (known.size < MAXIMUM_KEPT) known.set(wanted, found)
    return found
  }
}

const lexiconOf = (table: LanguageTable): Lexicon => {
  const { stem, irregular, synonyms } = table
  const baseOf = (word: string): string => irregular.get(word) ?? word
  const generic = byStem(
    table.generic.map((word) => [baseOf(word), true] as const),
    stem,
  )
  const rowsOf = byStem(
    synonyms.flatMap((row) => row.map((word) => [baseOf(word), row] as const)),
    stem,
  )
  const stems = new Map<string, ReadonlySet<string>>()
  return {
    ...table,
    spelled: new Set(table.stopWords),
    folded: new Set(table.stopWords.map(fold)),
    isGenericStem: (wanted) => generic(wanted).length > 0,
    synonymStems: (wanted) => {
      const known = stems.get(wanted) ?? new Set(rowsOf(wanted).flatMap((row) => row.map((word) => stem(baseOf(word)))))
      if (stems.size < MAXIMUM_KEPT) stems.set(wanted, known)
      return known
    },
    irregularForms: byStem(
      [...irregular].map(([form, base]) => [base, form] as const),
      stem,
    ),
  }
}

const lexicons = new Map([
  ['fr', lexiconOf(french)],
  ['en', lexiconOf(english)],
])
const noLexicon = lexiconOf(unknown)

export const lexicon = (language: Language | undefined): Lexicon => {
  const tag = language === undefined ? '' : primarySubtag(language)
  const known = lexicons.get(tag)
  if (known) return known
  const table = rowTable(tag)
  // Kept for the languages that have a row alone: tags come from files, and there is no end of them.
  if (table) lexicons.set(tag, lexiconOf(table))
  return lexicons.get(tag) ?? noLexicon
}
