/** What multiplies the number before it: million, mille, dozen, k, Md€. */
import { glued, type Lexeme, nextWord, wordAt } from './lexemes.ts'
import type { Numerals } from './numeral-table.ts'

export type Scale = {
  readonly factor: bigint
  /** Its power of ten; 0 where it is none. */
  readonly exponent: number
  /** Whether the number may also stand without it: 2.5m are metres, 4K is a format. */
  readonly bare: boolean
  readonly next: number
}

/** Scales written short behind digits. For `bare` see `Scale`. */
const shortScales: ReadonlyMap<string, { readonly exponent: number; readonly bare: boolean }> = new Map([
  ['k', { exponent: 3, bare: false }],
  ['K', { exponent: 3, bare: true }],
  ['m', { exponent: 6, bare: true }],
  ['M', { exponent: 6, bare: false }],
  ['b', { exponent: 9, bare: true }],
  ['B', { exponent: 9, bare: true }],
  ...['mn', 'mln', 'mio', 'Mio', 'Mn'].map((word) => [word, { exponent: 6, bare: false }] as const),
  ...['bn', 'Bn', 'Md', 'Mds', 'md', 'mds', 'Mrd', 'mrd'].map((word) => [word, { exponent: 9, bare: false }] as const),
  ['tn', { exponent: 12, bare: false }],
])
/** These are letters of other things too: behind a space they scale only before a currency sign, 25 M€. */
const singleLetter = /^[a-zA-Z]$/u
const currency = /^\p{Sc}$/u

/** Scale words that no other language uses otherwise, for a text that quotes another language. */
const foreignSizes: ReadonlyMap<string, number> = new Map([
  ...['millon', 'millones', 'millions', 'million', 'millionen'].map((word) => [word, 6] as const),
  ...['milliard', 'milliards', 'milliarde', 'milliarden'].map((word) => [word, 9] as const),
])

/** What may stand between a scale and a higher one: hundreds of thousands. */
export const linking: ReadonlySet<string> = new Set(['of', 'de', 'von'])

/** What scales the number that ends before `next` and was read so far as `number`, if anything does. */
export const scaleAt = (
  lexemes: readonly Lexeme[],
  number: {
    readonly from: number
    readonly next: number
    readonly written: 'digits' | 'words'
    readonly exponent: number
  },
  numerals: Numerals,
): Scale | undefined => {
  const { from, next, exponent } = number
  const isScaled = exponent > 0 || numerals.groups.has(wordAt(lexemes, next - 1))
  const linked = isScaled && linking.has(wordAt(lexemes, next))
  const at = linked ? next + 1 : nextWord(lexemes, next)
  const word = wordAt(lexemes, at)
  const group = numerals.groups.get(word)
  if (group !== undefined) return { factor: BigInt(group), exponent: 0, bare: false, next: at + 1 }
  const multiplier = linked ? undefined : numerals.multipliers.get(word)
  // A hundred multiplies words alone, where `spelled` has read it: 50 cents are coins.
  const power = numerals.sizes.get(word) ?? (multiplier === 2 ? undefined : multiplier) ?? foreignSizes.get(word)
  if (power !== undefined) return { factor: 10n ** BigInt(power), exponent: power, bare: false, next: at + 1 }
  const raw = lexemes[next]?.raw ?? ''
  const short = number.written === 'digits' && exponent === 0 ? shortScales.get(raw) : undefined
  // 320 M de kWh.
  const isOf = raw === 'M' && /^(?:de|d)$/u.test(lexemes[next + 1]?.text ?? '')
  const ofMoney = [from - 1, next + 1].some((index) => currency.test(lexemes[index]?.text ?? ''))
  if (
    !short ||
    (singleLetter.test(raw) && !isOf && !glued(lexemes, next) && !currency.test(lexemes[next + 1]?.text ?? ''))
  )
    return undefined
  const factor = 10n ** BigInt(short.exponent)
  return { factor, exponent: short.exponent, bare: short.bare && !ofMoney, next: next + 1 }
}
