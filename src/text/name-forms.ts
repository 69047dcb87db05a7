/**
 * Knows what names are called in other languages: Moscou and Moscow, l'ONU and the United Nations, French and France.
 * The table has one thing a line, its forms folded and without punctuation; an acronym keeps its capitals.
 */
import { linesOf } from './word-list.ts'

/** One of a text's words as the table compares it. */
export type FormWord = { readonly raw: string; readonly text: string }

type Entry = { readonly thing: number; readonly words: readonly string[] }

let table: ReadonlyMap<string, readonly Entry[]> | undefined

/** By first word, the longest form first. */
const entries = (): ReadonlyMap<string, readonly Entry[]> => {
  if (table) return table
  const all = linesOf('name-forms').flatMap((line, thing) =>
    line.split('|').map((form): Entry => ({ thing, words: form.split(' ') })),
  )
  table = Map.groupBy(
    all.sort((a, b) => b.words.length - a.words.length),
    ({ words }) => words[0] ?? '',
  )
  return table
}

/** La Réunion is a name, la réunion none. */
const articles = new Set('la le les el los the'.split(' '))

/** In letters: Paris is none. */
const SHORTEST_PLURAL = 5

const isAcronym = (form: string): boolean => form === form.toUpperCase()

/** The things that are named from `at` on, with how many words name them, the longest first. */
export const thingsAt = (
  words: readonly FormWord[],
  at: number,
): readonly { readonly thing: number; readonly length: number }[] => {
  const here = words[at]
  if (!here) return []
  const candidates = entries().get(isAcronym(here.raw) ? here.raw : here.text) ?? entries().get(here.text)
  // Francesas, of francesa.
  if (!candidates && here.text.length > SHORTEST_PLURAL && here.text.endsWith('s')) {
    const one = here.text.slice(0, -1)
    return (entries().get(one) ?? []).flatMap(({ thing, words: form }) =>
      form.length === 1 ? [{ thing, length: 1 }] : [],
    )
  }
  if (!candidates) return []
  const small = articles.has(here.text) && !/^\p{Lu}/u.test(words[at + 1]?.raw ?? '')
  return candidates
    .filter(
      (entry) =>
        !(small && entry.words.length > 1) &&
        entry.words.every((form, index) => {
          const word = words[at + index]
          return word !== undefined && (isAcronym(form) ? word.raw === form : word.text === form)
        }),
    )
    .map((entry) => ({ thing: entry.thing, length: entry.words.length }))
}

let oneWord: ReadonlyMap<string, readonly string[]> | undefined

/** What a folded word that is a name is called in other languages, in one word each and folded: england, inglaterra. */
export const otherForms = (word: string): readonly string[] => {
  oneWord ??= new Map(
    linesOf('name-forms').flatMap((line) => {
      const forms = line.split('|').flatMap((form) => (form.includes(' ') ? [] : [form.toLowerCase()]))
      return forms.map((form) => [form, forms] as const)
    }),
  )
  return oneWord.get(word) ?? []
}
