/**
 * The canonical facts that figures are compared by: the same string for the same number, date or size in whatever
 * language and form. A source gives facts, a claim asks for them.
 */

/** `number 250000`, `percent 80`, `date 2015-11-26`. */
export type Fact = string
/** Facts that are all needed together. */
export type Reading = readonly Fact[]
/** What a figure asks of sources, any one of the readings, and what it gives as part of one. */
export type Meaning = { readonly readings: readonly Reading[]; readonly facts: readonly Fact[] }

/** A meaning whose readings are single facts, all of which it gives too. */
export const plainly = (facts: readonly Fact[], more: readonly Fact[] = []): Meaning => ({
  readings: facts.map((fact) => [fact]),
  facts: [...facts, ...more],
})

/** What nothing can contradict, because its words may say no figure at all. */
export const doubtfully = (facts: readonly Fact[]): Meaning => ({ readings: [[]], facts })

/**
 * The sizes that a number has: 250000 is hundreds of thousands (5) and thousands (3). "Dozens" and "hundreds" are said
 * of tens (1) and hundreds (2) alone, "thousands", "millions" of all up to the next such word.
 */
export const sizes = (value: string): readonly Fact[] => {
  const magnitude = (/^[0-9]+/u.exec(value)?.[0].length ?? 0) - 1
  if (magnitude < 1) return []
  return [...new Set([magnitude, magnitude < 3 ? magnitude : magnitude - (magnitude % 3)])].map(
    (size) => `size ${size}`,
  )
}

export const numbers = (values: readonly string[]): readonly Fact[] => values.map((value) => `number ${value}`)
export const percents = (values: readonly string[]): readonly Fact[] => values.map((value) => `percent ${value}`)

/** A year is also in its decade and its century. */
export const years = (year: number): readonly Fact[] => [
  `number ${year}`,
  `decade ${year - (year % 10)}`,
  `century ${Math.ceil(year / 100)}`,
]

/** The years that the nineties or `les années 20` may begin with. */
export const decades = (value: number): readonly Fact[] => {
  if (value % 10 !== 0) return []
  if (value >= 100 && value <= 2990) return [`decade ${value}`]
  if (value < 10 || value > 90) return []
  return (value <= 20 ? [1900, 2000] : [1900]).map((century) => `decade ${century + value}`)
}

export type CalendarDate = {
  readonly day?: number | undefined
  readonly month: number
  readonly year?: number | undefined
}

const two = (value: number): string => String(value).padStart(2, '0')
const dated = (year: number | undefined, part: string): Fact => `date ${year ?? '?'}-${part}`

/**
 * A date is one figure: 13 December is not held by 13 November and 26 December. One with a year is held by the same
 * date with that year, or by one without any where the sources hold the year elsewhere. It gives its month too, and
 * its day to claims that speak of "the 13th", never a plain number: 13 November holds no 13 dead.
 */
export const date = ({ day, month, year }: CalendarDate): Meaning => {
  const whole = day === undefined ? two(month) : `${two(month)}-${two(day)}`
  const parts = [...new Set([whole, two(month)])]
  return {
    readings:
      year === undefined ? [[`date ${whole}`]] : [[dated(year, whole)], [dated(undefined, whole), `number ${year}`]],
    facts: [
      ...parts.flatMap((part) => [`date ${part}`, dated(year, part)]),
      ...(day === undefined ? [] : [`day ${day}`]),
      ...(year === undefined ? [] : years(year)),
    ],
  }
}

export const isDate = ({ day = 1, month }: CalendarDate): boolean =>
  Number.isInteger(day) && Number.isInteger(month) && month >= 1 && month <= 12 && day >= 1 && day <= 31

/** Minutes of a clock; without a word that says which half of the day, 2:30 may be either, but where the clock has 24 hours and no halves. */
export const time = (hour: number, minute: number, half: 'am' | 'pm' | 'none' | undefined): readonly Fact[] => {
  const at = (hours: number): Fact => `time ${hours % 24}:${two(minute)}`
  if (half === 'none') return [at(hour)]
  if (half) return [at((hour % 12) + (half === 'pm' ? 12 : 0))]
  return hour >= 1 && hour <= 12 ? [at(hour % 12), at((hour % 12) + 12)] : [at(hour)]
}

/**
 * What a claim asks for with it, no source may give: second floor is held by sources that say nothing of any other floor's
 * place.
 */
export const ABSENT = 'absent '

/** All of several meanings of one figure: 11/12/2015 is in November or in December. */
export const either = (meanings: readonly Meaning[]): Meaning => ({
  readings: meanings.flatMap((meaning) => meaning.readings),
  facts: meanings.flatMap((meaning) => meaning.facts),
})
