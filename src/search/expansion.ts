/**
 * Words of the articles that a question's word may have meant where it stands nowhere itself: the same beginning
 * (pétrole, pétroliers), one typing error, or the same word in a related language (coalition, November, Jordan).
 */

/** A shorter beginning is shared by words that have nothing to do with each other. In letters. */
const SHORTEST_PREFIX = 4
/** From this length on a word's own ending may differ, beyond this share of it: russian, russie. */
const LONG = 7
const LEAST_SHARED = 0.7
/** A shorter word is one error away from too many others. In letters. */
const SHORTEST_MISSPELT = 5

const sharedStart = (a: string, b: string): number => {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

/** Whether one letter is wrong, missing or too much, or two have changed places, after `shared` equal ones. */
const isOneEdit = (a: string, b: string, shared: number): boolean =>
  a.slice(shared + 1) === b.slice(shared + 1) ||
  a.slice(shared + 1) === b.slice(shared) ||
  a.slice(shared) === b.slice(shared + 1) ||
  (a[shared] === b[shared + 1] && a[shared + 1] === b[shared] && a.slice(shared + 2) === b.slice(shared + 2))

/** 0 where two words are unrelated, towards 1 the more of the longer one they share. */
const similarity = (asked: string, word: string): number => {
  const shared = sharedStart(asked, word)
  const longer = Math.max(asked.length, word.length)
  const needed = Math.max(SHORTEST_PREFIX, asked.length < LONG ? asked.length : LEAST_SHARED * asked.length)
  const misspelt = Math.min(asked.length, word.length) >= SHORTEST_MISSPELT && Math.abs(asked.length - word.length) <= 1
  if (misspelt && isOneEdit(asked, word, shared)) return (longer - 1) / longer
  return shared >= needed ? shared / longer : 0
}

/** Whether a word is ever expanded: figures and short words are not. */
export const isExpandable = (word: string): boolean => word.length >= SHORTEST_PREFIX && /^\p{L}/u.test(word)

/** The words of `vocabulary` similar to any of the asked word's forms (itself, its stem), best first. */
export const similarWords = (forms: readonly string[], vocabulary: Iterable<string>): readonly string[] => {
  const near: { readonly word: string; readonly similarity: number }[] = []
  for (const word of vocabulary) {
    const best = Math.max(...forms.map((form) => similarity(form, word)))
    if (best > 0) near.push({ word, similarity: best })
  }
  near.sort((a, b) => b.similarity - a.similarity || (a.word < b.word ? -1 : 1))
  return near.map(({ word }) => word)
}
