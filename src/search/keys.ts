/** A sorted dictionary in two flat arrays: the keys' bytes one after the other, and where each starts. */

export type Keys = {
  /** UTF-8. */
  readonly bytes: Buffer
  /** One more than there are keys; ascending. */
  readonly starts: Uint32Array
  /** Keys that were read before, by their place: the same few are on the way to all others. */
  readonly read: (string | undefined)[]
}

export const keysOf = (bytes: Buffer, starts: Uint32Array): Keys => ({
  bytes,
  starts,
  read: new Array(starts.length - 1),
})

/** `sorted` as JavaScript compares strings, each once. */
export const createKeys = (sorted: readonly string[]): Keys => {
  const starts = new Uint32Array(sorted.length + 1)
  for (const [at, key] of sorted.entries()) starts[at + 1] = (starts[at] ?? 0) + Buffer.byteLength(key, 'utf8')
  return keysOf(Buffer.from(sorted.join(''), 'utf8'), starts)
}

export const keyCount = ({ starts }: Keys): number => starts.length - 1

export const keyBytes = ({ bytes, starts }: Keys, at: number): Uint8Array => bytes.subarray(starts[at], starts[at + 1])

/** Empty behind the last key. */
export const keyAt = ({ bytes, starts, read }: Keys, at: number): string => {
  if (at >= read.length) return ''
  read[at] ??= bytes.toString('utf8', starts[at], starts[at + 1])
  return read[at]
}

/** The place of the first key from `from` on, before `to`, that is not before `key`; `to` where there is none. */
export const lowerBound = (keys: Keys, key: string, from = 0, to = keyCount(keys)): number => {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if (keyAt(keys, middle) < key) low = middle + 1
    else high = middle
  }
  return low
}

/** -1 where the key is not in the dictionary. */
export const findKey = (keys: Keys, key: string): number => {
  const at = lowerBound(keys, key)
  return at < keyCount(keys) && keyAt(keys, at) === key ? at : -1
}

/** Where the keys that start with `prefix` are, `to` exclusive. */
export const prefixRange = (keys: Keys, prefix: string, from = 0, to = keyCount(keys)) => {
  if (prefix === '') return { from, to }
  const first = lowerBound(keys, prefix, from, to)
  const after = prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1)
  return { from: first, to: lowerBound(keys, after, first, to) }
}
