/** What `text/` knows of a language. Adding a language is writing one such table and naming it in `tables.ts`. */

export type LanguageTable = {
  /** Lower case, as spelled with accents. An accentless spelling of them is found too, see `analyse`. */
  readonly stopWords: readonly string[]
  /** Spellings that are names and no stop words where they stand with these capitals, as US or May. */
  readonly names: ReadonlySet<string>
  /** Words that say little in a question about an article, see `generic.ts`. Folded. */
  readonly generic: readonly string[]
  /** What loses its vowel before an apostrophe, folded and without the apostrophe: l, qu. */
  readonly elisions: ReadonlySet<string>
  /** Never end a sentence: a name follows. Folded, without their last full stop. */
  readonly titles: ReadonlySet<string>
  /** Never end a sentence where a figure follows: p. 12. Folded, without their full stop. */
  readonly numbered: ReadonlySet<string>
  /** End a sentence only where what follows plainly starts one. Folded, without their last full stop. */
  readonly abbreviations: ReadonlySet<string>
  /** Folded forms that no rule takes back to their base, each with a word that has the stem they share. */
  readonly irregular: ReadonlyMap<string, string>
  /** Folded words that a question and its answer use for each other, see `synonyms.ts`. A word may be in several. */
  readonly synonyms: readonly (readonly string[])[]
  /** From the folded word alone, so that a question typed without accents has the stems of the article. */
  readonly stem: (folded: string) => string
}

/** A table's words, written in one string for the eye. */
export const words = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean)

/** One line per set. */
export const rows = (lines: string): readonly (readonly string[])[] => lines.trim().split('\n').map(words)

/** One line per base: `take took taken`. Every form, the base too, leads to the base. */
export const forms = (lines: string): ReadonlyMap<string, string> =>
  new Map(rows(lines).flatMap((row) => row.map((form) => [form, row[0] ?? form] as const)))
