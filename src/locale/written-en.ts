/** How English writes numbers, money, lists and quotations. */
import { dollarDigits } from '../limits.ts'
import { listed } from './listed.ts'

/** Words that have these marks themselves are set between single ones. */
export const quote = (text: string) => (/[“”]/.test(text) ? `‘${text}’` : `“${text}”`)
export const number = (value: number) => value.toLocaleString('en')
export const count = (value: number, one: string, several: string) => `${number(value)} ${value === 1 ? one : several}`
export const list = (items: readonly string[]) => listed(items, (more) => `and ${number(more)} more`)

export const dollars = (micros: number) => {
  const { whole, fraction } = dollarDigits(micros)
  return `$${number(whole)}.${fraction}`
}
