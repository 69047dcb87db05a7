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
  readonly genericStems: () => ReadonlySet<string>
  readonly synonymStems: () => ReadonlyMap<string, ReadonlySet<string>>
}

/** Stemming a whole table is a cost at start that the first question can bear better. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const lexiconOf = (table: LanguageTable): Lexicon => {
  const stem = (word: string): string => table.stem(table.irregular.get(word) ?? word)
  return {
    ...table,
    spelled: new Set(table.stopWords),
    folded: new Set(table.stopWords.map(fold)),
    genericStems: once(() => new Set(table.generic.map(stem))),
    synonymStems: once(() => {
      const synonyms = new Map<string, ReadonlySet<string>>()
      for (const stems of table.synonyms.map((row) => new Set(row.map(stem)))) {
        for (const each of stems) synonyms.set(each, stems.union(synonyms.get(each) ?? new Set()))
      }
      return synonyms
    }),
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
