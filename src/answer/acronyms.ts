/** Tells an acronym by the words that it stands for. */
import { fold } from '../text/fold.ts'
import type { Word } from './name-reader.ts'

/** A shorter acronym stands in too many texts by chance. */
const SHORTEST_ACRONYM = 3

/** Whether the letters begin words in a row of which the first has a capital: OMS of Organisation mondiale de la santé. */
export const isWrittenOut = (acronym: string, initials: readonly string[]): boolean =>
  acronym.length >= SHORTEST_ACRONYM &&
  /^\p{Lu}+$/u.test(acronym) &&
  initials.some((letters) => {
    const at = letters.toLowerCase().indexOf(fold(acronym))
    return at !== -1 && /^\p{Lu}/u.test(letters.slice(at))
  })

/** IRAs are more than one IRA. */
export const pluralAcronym = /^(\p{Lu}{2,})s$/u

/** Whether the acronym at `at` stands in parentheses behind the claim's own words for it: the gross income (GI). */
export const isOwnAcronym = (text: string, words: readonly Word[], at: number): boolean => {
  const word = words[at]
  const acronym = fold(word?.raw.replace(/s$/u, '') ?? '')
  const { length } = acronym
  if (!word || length < SHORTEST_ACRONYM || !/^\p{Lu}+s?$/u.test(word.raw) || at < length) return false
  if (!/^\s*\($/u.test(text.slice(words[at - 1]?.end, word.start))) return false
  const letters = words.slice(at - length, at).map((each) => each.text[0] ?? '')
  return letters.join('') === acronym
}
