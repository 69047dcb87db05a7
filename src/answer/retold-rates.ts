/** What a claim that tells a sentence in another order gives another unit, or another time: 14 euros a day for an hour. */
import type { Language } from '../types.ts'
import type { Token } from './alignment.ts'
import type { Warning } from './problem.ts'
import type { Retold } from './retold.ts'
import { areComparable, unitIn } from './unit-forms.ts'

/** What comes once in such a time, in one word. */
const adverbs: Readonly<Record<string, string>> = {
  hourly: 'hour',
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annually: 'year',
  annual: 'year',
  stundlich: 'hour',
  taglich: 'day',
  wochentlich: 'week',
  monatlich: 'month',
  jahrlich: 'year',
  quotidien: 'day',
  hebdomadaire: 'week',
  mensuel: 'month',
  annuel: 'year',
  diario: 'day',
  semanal: 'week',
  mensual: 'month',
  anual: 'year',
}
const per = new Set('a an per each every par de chaque l al por cada a la pro je im in the'.split(' '))
const times = new Set('hour day week month year'.split(' '))
/** Tokens from a figure to the time that it is told for: 600 cars a week. */
const RATED = 5

/** Each figure with the times that it may be told for. */
const ratesOf = (tokens: readonly Token[], language: Language): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>()
  for (const [at, { text }] of tokens.entries()) {
    if (!/^\p{N}/u.test(text)) continue
    const rates = tokens.slice(Math.max(0, at - RATED), at + 1 + RATED).flatMap((token, index, near) => {
      const adverb = adverbs[token.text]
      if (adverb !== undefined) return [adverb]
      const unit = unitIn(token.text, language)
      const isBehind = index > Math.min(at, RATED)
      return unit !== undefined && times.has(unit) && isBehind && per.has(near[index - 1]?.text ?? '') ? [unit] : []
    })
    if (rates.length > 0) found.set(text, new Set(rates))
  }
  return found
}

/** Fourteen euros an hour are not fourteen a day. */
export const rateDiffers = ({ claim, sentence: { tokens } }: Retold, language: Language): Warning | undefined => {
  const told = ratesOf(tokens, language)
  for (const [figure, rates] of ratesOf(claim, language)) {
    const there = told.get(figure)
    const [said = '', given = ''] = [[...rates][0], [...(there ?? [])][0]]
    if (there && rates.isDisjointFrom(there)) return { code: 'names_exchanged', names: [said, given] }
  }
  return undefined
}

/** All is as in the sentence but the unit. */
export const unitDiffers = ({ odd, sentence: { tokens } }: Retold, language: Language): Warning | undefined => {
  const unit = odd && unitIn(odd.text, language)
  if (!odd || unit === undefined || tokens.some(({ text }) => unitIn(text, language) === unit)) return undefined
  const own = tokens.find(({ text }) => areComparable(unit, unitIn(text, language)))
  return own && { code: 'names_exchanged', names: [odd.text, own.text] }
}
