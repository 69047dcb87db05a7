/**
 * Exact decimal numbers as strings in one canonical form (`250000`, `2.5`, `-5`, `2/3`), so that equal numbers are
 * equal strings however long they are; a double would make 9007199254740993 equal to its neighbour.
 */

/** No leading zeros, no zeros at the end of the fraction. Loops, because `/0+$/` takes quadratic time. */
export const decimal = (whole: string, fraction = ''): string => {
  let from = 0
  while (from < whole.length - 1 && whole[from] === '0') from++
  let to = fraction.length
  while (to > 0 && fraction[to - 1] === '0') to--
  const integer = whole.slice(from) || '0'
  return to === 0 ? integer : `${integer}.${fraction.slice(0, to)}`
}

const isGrouped = (groups: readonly string[]): boolean =>
  groups.every((group, at) => (at === 0 ? /^[1-9][0-9]{0,2}$/u.test(group) : group.length === 3))

/**
 * Every number that a run of digits and separators (space . , ') may stand for; none for `1.1.1.1`.
 * `1.500` is 1500 in one country and 1.5 in another: both. `250.000` is 250000 alone, because nobody writes three
 * decimals to say none, and it must not support a claim of 250.
 */
export const runValues = (run: string): readonly string[] => {
  const groups = run.split(/[ .,']/u)
  if (groups.length === 1) return [decimal(run)]
  const marks = [...run.replace(/[0-9]+/gu, '')]
  const last = marks.at(-1) ?? ''
  const wholes = groups.slice(0, -1)
  const fraction = groups.at(-1) ?? ''
  const values: string[] = []
  const groupedWhole = new Set(marks).size === 1 && isGrouped(groups)
  if (groupedWhole) values.push(decimal(groups.join('')))
  const others = new Set(marks.slice(0, -1))
  const ends = /[.,]/u.test(last) && !others.has(last) && others.size <= 1
  if (ends && (wholes.length === 1 || isGrouped(wholes)) && !(groupedWhole && fraction === '000'))
    values.push(decimal(wholes.join(''), fraction))
  return values
}

/** Longer numbers are never multiplied: no text says "1000…000 (40 digits) million". */
const MAXIMUM_SCALED = 30

/** `2.5` times 1000000n is `2500000`. */
export const times = (value: string, factor: bigint): string => {
  // Fractions, and runs of digits that are no number, stay as they are.
  if (value.length > MAXIMUM_SCALED || !/^[0-9]+(?:\.[0-9]+)?$/u.test(value)) return value
  const [whole = '0', fraction = ''] = value.split('.')
  const product = String(BigInt(whole + fraction) * factor).padStart(fraction.length + 1, '0')
  return decimal(product.slice(0, product.length - fraction.length), product.slice(product.length - fraction.length))
}

/** Half of `10 ** exponent` more: two and a half million. A number that has decimals already stays as it is. */
export const plusHalf = (value: string, exponent: number): string => {
  if (value.length > MAXIMUM_SCALED || !/^[0-9]+$/u.test(value)) return value
  const tenths = String(BigInt(value) * 10n + 5n * 10n ** BigInt(exponent))
  return decimal(tenths.slice(0, -1), tenths.slice(-1))
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))

/** `1/2` is 0.5; `2/6` is `1/3`, which no decimal is. Both at most 999, `denominator` not 0. */
export const ratio = (numerator: number, denominator: number): string => {
  const divisor = commonDivisor(numerator, denominator)
  const bottom = denominator / divisor
  // Six decimals are enough for every denominator that people write: 2, 4, 5, 8, 10, 16, 64.
  const millionths = (numerator / divisor) * 1_000_000
  if (millionths % bottom !== 0) return `${numerator / divisor}/${bottom}`
  const digits = String(millionths / bottom).padStart(7, '0')
  return decimal(digits.slice(0, -6), digits.slice(-6))
}
