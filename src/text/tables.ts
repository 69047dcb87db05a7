/** Finds a language's table, and keeps what is made of it once. */
import type { Language } from '../types.ts'
import { english } from './english.ts'
import { fold } from './fold.ts'
import { french } from './french.ts'
import { primarySubtag } from './language.ts'
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
  readonly genericStems: ReadonlySet<string>
  readonly synonymStems: ReadonlyMap<string, ReadonlySet<string>>
}

const lexiconOf = (table: LanguageTable): Lexicon => {
  const stem = (word: string): string => table.stem(table.irregular.get(word) ?? word)
  const synonymStems = new Map<string, Set<string>>()
  for (const row of table.synonyms) {
    const stems = row.map(stem)
    for (const each of stems) synonymStems.set(each, (synonymStems.get(each) ?? new Set()).union(new Set(stems)))
  }
  return {
    ...table,
    spelled: new Set(table.stopWords),
    folded: new Set(table.stopWords.map(fold)),
    genericStems: new Set(table.generic.map(stem)),
    synonymStems,
  }
}

const lexicons: ReadonlyMap<string, Lexicon> = new Map([
  ['fr', lexiconOf(french)],
  ['en', lexiconOf(english)],
])
const noLexicon = lexiconOf(unknown)

export const lexicon = (language: Language | undefined): Lexicon =>
  (language && lexicons.get(primarySubtag(language))) || noLexicon
