/** How French writes numbers, money, lists and quotations. */
import { dollarDigits } from '../limits.ts'
import { listed } from './listed.ts'
import { typeset } from './typeset.ts'

/** Words that have these marks themselves are set between the others: « « Bon », dit-il. » is read as a slip. */
export const quote = (text: string) => (/[«»]/.test(text) ? `“${text}”` : typeset`« ${text} »`)
export const number = (value: number) => value.toLocaleString('fr').replaceAll('\u202f', '\u00a0')
export const count = (value: number, one: string, several: string) => `${number(value)} ${value < 2 ? one : several}`
export const list = (items: readonly string[]) => listed(items, (more) => `et ${number(more)} de plus`)

export const dollars = (micros: number) => {
  const { whole, fraction } = dollarDigits(micros)
  return `${number(whole)},${fraction}\u00a0$`
}
