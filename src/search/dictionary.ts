/** The keys of an index in their order (as JavaScript compares strings), and those that a word may have been meant as. */
import { bisect } from './bisect.ts'

/** All keys behind each other, which takes a fraction of the memory and of the time to load that so many strings do. */
export type Dictionary = {
  readonly text: string
  /** By key: where it begins, in UTF-16 code units. One more than there are keys. */
  readonly starts: Uint32Array
}

/** Keys that start alike, `to` exclusive. */
type Stretch = { readonly from: number; readonly to: number }

/** Words that a form is compared with; docs/search.md has what more and fewer cost. */
const MAXIMUM_ALIKE = 250

export const createDictionary = (sorted: readonly string[]): Dictionary => {
  const starts = new Uint32Array(sorted.length + 1)
  for (const [at, key] of sorted.entries()) starts[at + 1] = (starts[at] ?? 0) + key.length
  // Read anew, Latin letters take one byte each: as parts of texts they may take two.
  return { text: Buffer.from(sorted.join('')).toString(), starts }
}

const sizeOf = ({ starts }: Dictionary): number => starts.length - 1

/** Without the first `behind` code units. */
const keyAt = ({ text, starts }: Dictionary, at: number, behind = 0): string =>
  text.slice((starts[at] ?? 0) + behind, starts[at + 1])

export const keysOf = (keys: Dictionary): string[] => Array.from({ length: sizeOf(keys) }, (_, at) => keyAt(keys, at))

/** The place of the first key that is not before `key`, of those of the stretch; its end where there is none. */
export const lowerBound = (keys: Dictionary, key: string, { from, to } = { from: 0, to: sizeOf(keys) }): number =>
  bisect(from, to, (at) => keyAt(keys, at) < key)

/** The place of a key; -1 where it is not in the dictionary. */
export const findKey = (keys: Dictionary, key: string): number => {
  const at = lowerBound(keys, key)
  return at < sizeOf(keys) && keyAt(keys, at) === key ? at : -1
}

/** Those of the stretch that start with `prefix`, which is not empty. */
export const startingWith = (keys: Dictionary, prefix: string, stretch?: Stretch): Stretch => {
  const behind = prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1)
  return { from: lowerBound(keys, prefix, stretch), to: lowerBound(keys, behind, stretch) }
}

/** What follows `space` in the keys that a form may be meant as: those that start as it does, so far that they are few. */
export function* alike(keys: Dictionary, space: string, form: string): Generator<string> {
  let { from, to } = startingWith(keys, space + form.slice(0, 1))
  for (let shared = 2; to - from > MAXIMUM_ALIKE && shared <= form.length; shared++)
    ({ from, to } = startingWith(keys, space + form.slice(0, shared), { from, to }))
  for (let at = from; at < Math.min(to, from + MAXIMUM_ALIKE); at++) yield keyAt(keys, at, space.length)
}
