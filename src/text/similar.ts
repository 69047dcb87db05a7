/**
 * How like two forms of words are, where one may have been meant as the other: the same beginning (pétrole,
 * pétroliers), one typing error, or the same word in a related language (coalition, November, Jordan).
 */

/** A shorter beginning is shared by words that have nothing to do with each other. In letters. */
const SHORTEST_PREFIX = 4
/** From this length on a word's own ending may differ, beyond this share of it: russian, russie. */
const LONG = 7
const LEAST_SHARED = 0.7
/** A shorter word is one error away from too many others. In letters. */
const SHORTEST_MISSPELT = 5

/** Whether a word is ever expanded: figures and short words are not. */
export const isExpandable = (word: string): boolean => word.length >= SHORTEST_PREFIX && /^\p{L}/u.test(word)

/** How many letters a stem must share with a form from the first on, to be like it without an error. */
const neededOf = (form: string): number =>
  Math.max(SHORTEST_PREFIX, form.length < LONG ? form.length : Math.ceil(LEAST_SHARED * form.length))

const sharedStart = (a: string, b: string): number => {
  let length = 0
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length
}

/** Whether one letter is wrong, missing or too much, or two have changed places, behind `shared` equal ones. */
const isOneEdit = (a: string, b: string, shared: number): boolean => {
  const longer = Math.max(a.length, b.length)
  let end = 0
  while (end < longer - shared && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++
  const isSwapped = a[shared] === b[shared + 1] && a[shared + 1] === b[shared]
  return shared + end >= longer - 1 || (isSwapped && shared + end === longer - 2)
}

/** 0 where two are unrelated, towards 1 the more of the longer one they share. */
export const similarity = (form: string, stem: string): number => {
  const shared = sharedStart(form, stem)
  const longer = Math.max(form.length, stem.length)
  const misspelt = form.length >= SHORTEST_MISSPELT && Math.abs(form.length - stem.length) <= 1
  if (misspelt && form !== stem && isOneEdit(form, stem, shared)) return (longer - 1) / longer
  return shared >= neededOf(form) ? shared / longer : 0
}

/** Of some words those similar to any of a word's forms, so many at most, most similar first, equals by their letters. */
export const mostSimilar = (
  forms: readonly string[],
  words: (form: string) => Iterable<string>,
  most: number,
): readonly string[] => {
  const near = new Map<string, number>()
  for (const form of new Set(forms))
    for (const word of words(form)) {
      const likeness = similarity(form, word)
      if (likeness > (near.get(word) ?? 0)) near.set(word, likeness)
    }
  const sorted = [...near].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
  return sorted.slice(0, most).map(([word]) => word)
}
