/** The same measure in another unit, and a measure told in two. */
import { nextWord } from '../text/lexemes.ts'
import type { Fact } from './figure-facts.ts'
import { type Found, joinEnd, mark, type Reader, word } from './figure-reader.ts'
import { unitIn } from './unit-forms.ts'

/** So many of a unit are one of another: the exact ones that people tell for each other. */
const conversions: readonly (readonly [small: string, count: number, large: string])[] = [
  ['millimetre', 10, 'centimetre'],
  ['centimetre', 100, 'metre'],
  ['metre', 1000, 'kilometre'],
  ['square metre', 10_000, 'hectare'],
  ['are', 100, 'hectare'],
  ['hectare', 100, 'square kilometre'],
  ['gram', 1000, 'kilogram'],
  ['kilogram', 1000, 'tonne'],
  ['millilitre', 1000, 'litre'],
  ['centilitre', 100, 'litre'],
  ['millilitre', 10, 'centilitre'],
  ['cent', 100, 'dollar'],
  ['cent', 100, 'euro'],
  ['penny', 100, 'pound'],
  ['minute', 60, 'hour'],
  ['hour', 24, 'day'],
  ['day', 7, 'week'],
  ['month', 12, 'year'],
  ['year', 10, 'decade'],
  ['year', 100, 'century'],
  ['kilowatt', 1000, 'megawatt'],
  ['megawatt', 1000, 'gigawatt'],
  ['kilowatthour', 1000, 'megawatthour'],
  ['megawatthour', 1000, 'gigawatthour'],
  ['kilowatthour', 1_000_000, 'gigawatthour'],
  ['gigawatthour', 1000, 'terawatthour'],
]
/** A claim with more was rounded. */
const DECIMALS = 3
const told = (value: number): number => Number(value.toFixed(DECIMALS))

/** The same measure in the next unit up and down: 28 days are 4 weeks, 1280 m are 1.28 km. */
export const converted = (value: string, unit: string): readonly Fact[] =>
  conversions.flatMap(([small, count, large]) => {
    const other = unit === small ? large : unit === large ? small : undefined
    const result = unit === small ? Number(value) / count : Number(value) * count
    // But for what binary fractions leave: 2.3 m are 230 cm.
    const exact = Math.abs(told(result) - result) <= Number.EPSILON * Math.abs(result) * 2
    return other !== undefined && exact ? [`measure ${told(result)} ${other}`] : []
  })

/** What the figure measures, in the unit beside it: 7 and year. */
const measureOf = ({ facts }: Found): readonly [value: number, unit: string] | undefined => {
  const [, value, unit] = facts.map((fact) => /^measure ([0-9.]+) (.+)$/u.exec(fact)).find((match) => match) ?? []
  return value === undefined || unit === undefined ? undefined : [Number(value), unit]
}

/** A measure in two units: 7 years and 6 months are 7.5 years, and 90 months. */
export const combined = (reader: Reader, list: readonly Found[]): readonly Found[] => {
  const results = [...list]
  for (const [at, one] of list.entries()) {
    const other = list[at + 1]
    if (!other) break
    const place = nextWord(reader.lexemes, one.next)
    const end = unitIn(word(reader, place), reader.language) === undefined ? one.next : place + 1
    const behind = mark(reader, end) === ',' ? end + 1 : end
    if (behind !== other.from && joinEnd(reader, end) !== other.from) continue
    const [[large, unit] = [], [small, part] = []] = [measureOf(one), measureOf(other)]
    const count = conversions.find(([less, , more]) => less === part && more === unit)?.[1]
    if (large === undefined || small === undefined || count === undefined || small >= count) continue
    const whole = [`measure ${told(large + small / count)} ${unit}`, `measure ${large * count + small} ${part}`]
    const readings = whole.map((fact) => [fact])
    for (const [index, each] of [
      [at, one],
      [at + 1, other],
    ] as const)
      results[index] = { ...each, readings: [...each.readings, ...readings], facts: [...each.facts, ...whole] }
  }
  return results
}
