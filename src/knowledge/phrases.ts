/** Finds the phrases of a table in a short line, whatever its case and accents. */
import { hasWord, plain, tidy } from './prose.ts'

const firstWord = (folded: string): string => /^[^ ,:;.!?()|/]*/.exec(folded)?.[0] ?? ''

export type Phrases = ReadonlyMap<string, readonly string[]>

/** Folding a thousand phrases takes ten milliseconds at start; those in ASCII are written as folding leaves them. */
const folded = (phrase: string): string => (/[^\0-\x7F]/.test(phrase) ? plain(phrase) : phrase.trim())

/** One table from phrases parted by bars: they are kept by their first words, the longest first. */
export const phrases = (table: string): Phrases =>
  Map.groupBy(
    table
      .split('|')
      .map(folded)
      .sort((a, b) => b.length - a.length),
    firstWord,
  )

const endsAt = (text: string, at: number): boolean => !hasWord(text.charAt(at))

/** The longest of the phrases that a folded line begins with. */
export const beginning = (folded: string, table: Phrases): string | undefined =>
  table.get(firstWord(folded))?.find((phrase) => folded.startsWith(phrase) && endsAt(folded, phrase.length))

/** Whether a folded line is one of the phrases. */
export const isOneOf = (folded: string, table: Phrases): boolean => beginning(folded, table) === folded

/** Whether a folded line holds one of the phrases as words of their own. */
export const holds = (folded: string, table: Phrases): boolean =>
  [...table.values()].flat().some((phrase) => {
    const at = folded.indexOf(phrase)
    return at !== -1 && endsAt(folded, at - 1) && endsAt(folded, at + phrase.length)
  })

/** What stands after a phrase at the beginning of a line, as published but for its spaces; undefined without the phrase. */
export const after = (line: string, table: Phrases): string | undefined => {
  const phrase = beginning(plain(line), table)
  return phrase === undefined ? undefined : tidy(line).slice(phrase.length)
}
