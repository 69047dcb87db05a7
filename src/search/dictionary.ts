/** Looks for keys in a sorted list (as JavaScript compares strings), and for those that a word may have been meant as. */
import { isMisspellable, neededOf, similarity } from '../text/similar.ts'

export type Dictionary = readonly string[]

/** Keys looked at for one beginning: what starts more words than these says nothing. */
const MAXIMUM_LOOKED_AT = 64
/** So few are sooner compared with a form than looked through for an error in it. */
const FEW = 16

/** The place of the first key from `from` on, before `to`, that is not before `key`; `to` where there is none. */
export const lowerBound = (keys: Dictionary, key: string, from = 0, to = keys.length): number => {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}

/** The place of a key; -1 where it is not in the dictionary. */
export const findKey = (keys: Dictionary, key: string): number => {
  const at = lowerBound(keys, key)
  return keys[at] === key ? at : -1
}

/** Keys that start alike, `to` exclusive. */
type Stretch = { readonly from: number; readonly to: number }

/** The place of the first key behind those that start with `prefix`, which is not empty. */
const endOf = (keys: Dictionary, prefix: string, { from, to }: Stretch): number =>
  lowerBound(keys, prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1), from, to)

export const startingWith = (keys: Dictionary, prefix: string, { from, to }: Stretch): Stretch => {
  const first = lowerBound(keys, prefix, from, to)
  return { from: first, to: endOf(keys, prefix, { from: first, to }) }
}

/**
 * Offers the places of keys that may be similar to a form behind `space`: those with its beginning; and those with an
 * error in it, letter by letter, behind an equal first letter.
 */
const offerSimilar = (keys: Dictionary, space: string, form: string, offer: (at: number) => void): void => {
  const needed = neededOf(form)
  const offerAll = ({ from, to }: Stretch): void => {
    for (let at = from; at < Math.min(to, from + MAXIMUM_LOOKED_AT); at++) offer(at)
  }
  const look = (key: string, { from, to }: Stretch): void => {
    const at = lowerBound(keys, key, from, to)
    if (at < to && keys[at] === key) offer(at)
  }
  let alike = startingWith(keys, space + form.charAt(0), { from: 0, to: keys.length })
  if (form.length >= needed) offerAll(startingWith(keys, space + form.slice(0, needed), alike))
  if (!isMisspellable(form)) return
  for (let place = 1; place <= needed; place++) {
    if (alike.to - alike.from <= FEW) {
      offerAll(alike)
      return
    }
    const [before, own, rest] = [space + form.slice(0, place), form.charAt(place), form.slice(place + 1)]
    look(before + rest, alike)
    look(before + rest.charAt(0) + own + rest.slice(1), alike)
    let next = { from: alike.to, to: alike.to }
    for (let { from: at, to } = alike; at < to; ) {
      const other = keys[at]?.charAt(before.length) ?? ''
      const same =
        other === '' ? { from: at, to: at + 1 } : { from: at, to: endOf(keys, before + other, { from: at, to }) }
      look(before + other + rest, same)
      look(before + other + own + rest, same)
      if (other === own) next = same
      at = same.to
    }
    alike = next
  }
}

export type Similar = {
  readonly stem: string
  /** By dictionary, the place of its key; -1 where it is not in it. */
  readonly places: readonly number[]
}

/**
 * What follows `space` in the keys similar to any of the asked word's stems, most similar first; equals in alphabetical
 * order.
 */
export const similarStems = (
  forms: Iterable<string>,
  dictionaries: readonly Dictionary[],
  space: string,
): readonly Similar[] => {
  const near = new Map<string, { likeness: number; readonly places: number[] }>()
  for (const [which, keys] of dictionaries.entries())
    for (const form of new Set(forms))
      offerSimilar(keys, space, form, (at) => {
        const stem = (keys[at] ?? '').slice(space.length)
        const likeness = similarity(form, stem)
        if (likeness === 0) return
        const known = near.get(stem) ?? { likeness, places: dictionaries.map(() => -1) }
        known.likeness = Math.max(known.likeness, likeness)
        known.places[which] = at
        near.set(stem, known)
      })
  return [...near]
    .sort(([a, left], [b, right]) => right.likeness - left.likeness || (a < b ? -1 : 1))
    .map(([stem, { places }]) => ({ stem, places }))
}
