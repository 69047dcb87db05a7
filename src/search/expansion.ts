/**
 * Keys of the dictionary that a question's word may have meant where it stands nowhere itself: the same beginning
 * (pétrole, pétroliers), one typing error, or the same word in a related language (coalition, November, Jordan).
 */
import { type Keys, keyAt, lowerBound, prefixRange } from './keys.ts'

/** A shorter beginning is shared by words that have nothing to do with each other. In letters. */
const SHORTEST_PREFIX = 4
/** From this length on a word's own ending may differ, beyond this share of it: russian, russie. */
const LONG = 7
const LEAST_SHARED = 0.7
/** A shorter word is one error away from too many others. In letters. */
const SHORTEST_MISSPELT = 5
/** Keys looked at for one beginning: what starts more words than these says nothing. */
const MAXIMUM_LOOKED_AT = 200

/** Whether a word is ever expanded: figures and short words are not. */
export const isExpandable = (word: string): boolean => word.length >= SHORTEST_PREFIX && /^\p{L}/u.test(word)

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

/** How many letters a stem must share with a form from the first on, to be like it without an error. */
const neededOf = (form: string): number =>
  Math.max(SHORTEST_PREFIX, form.length < LONG ? form.length : Math.ceil(LEAST_SHARED * form.length))

/** 0 where two are unrelated, towards 1 the more of the longer one they share. */
export const similarity = (form: string, stem: string): number => {
  const shared = sharedStart(form, stem)
  const longer = Math.max(form.length, stem.length)
  const misspelt = form.length >= SHORTEST_MISSPELT && Math.abs(form.length - stem.length) <= 1
  if (misspelt && form !== stem && isOneEdit(form, stem, shared)) return (longer - 1) / longer
  return shared >= neededOf(form) ? shared / longer : 0
}

/**
 * Keys that may be similar to a form: those with its beginning; and those with an error in it, letter by letter, behind
 * an equal first letter.
 */
function* candidates(keys: Keys, space: string, form: string): Generator<string> {
  const needed = neededOf(form)
  const same = prefixRange(keys, space + form.slice(0, needed))
  if (form.length >= needed)
    for (let at = same.from; at < Math.min(same.to, same.from + MAXIMUM_LOOKED_AT); at++) yield keyAt(keys, at)
  if (form.length < SHORTEST_MISSPELT) return
  let range = prefixRange(keys, space)
  for (let place = 1; place <= needed; place++) {
    const [before, rest] = [space + form.slice(0, place), form.slice(place)]
    range = prefixRange(keys, before, range.from, range.to)
    if (range.from === range.to) return
    const attempts = [before + rest.slice(1), before + (rest[1] ?? '') + (rest[0] ?? '') + rest.slice(2)]
    for (let at = range.from; at < range.to; ) {
      const other = keyAt(keys, at).charAt(before.length)
      attempts.push(before + other + rest.slice(1), before + other + rest)
      at = other === '' ? at + 1 : prefixRange(keys, before + other, at, range.to).to
    }
    for (const key of attempts) if (keyAt(keys, lowerBound(keys, key, range.from, range.to)) === key) yield key
  }
}

/**
 * What follows `space` in the keys similar to any of the asked word's stems, most similar first; equals in alphabetical
 * order.
 */
export const similarStems = (forms: Iterable<string>, dictionaries: readonly Keys[], space = ''): readonly string[] => {
  const near = new Map<string, number>()
  for (const keys of dictionaries)
    for (const form of new Set(forms))
      for (const key of candidates(keys, space, form)) {
        const stem = key.slice(space.length)
        near.set(stem, Math.max(near.get(stem) ?? 0, similarity(form, stem)))
      }
  const kept = [...near].filter(([, each]) => each > 0)
  return kept.sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)).map(([stem]) => stem)
}
