/** Reads what a number measures: feet are no metres, dollars no euros, days no weeks. */
import { isStopWord } from '../text/analyse.ts'
import { primarySubtag } from '../text/language.ts'
import { glued, nextWord } from '../text/lexemes.ts'
import type { Quantity } from '../text/quantities.ts'
import { linking } from '../text/scales.ts'
import type { Language } from '../types.ts'
import { converted } from './figure-conversions.ts'
import { doubtfully, type Fact, type Meaning, plainly } from './figure-facts.ts'
import { digits, type Found, isYear, mark, type Reader, word } from './figure-reader.ts'
import { isCurrencyCode, isMistakable, unitIn } from './unit-forms.ts'

const named = (reader: Reader, text: string): string | undefined => unitIn(text, reader.language)

/** Letters that are a unit behind digits alone: 75 l, 287p. */
const letters: Readonly<Record<string, string>> = { l: 'litre', t: 'tonne', p: 'penny' }
const squareWords = new Set('carre carres carree cuadrado cuadrados quadrat square sq'.split(' '))
const cubicWords = new Set('cube cubes cubico cubicos kubik cubic'.split(' '))
const powers: Readonly<Record<string, string>> = { '²': 'square', '³': 'cubic' }
/** What makes an area or a volume of the length whose word stands at `at`: km², mètres carrés, square feet, Quadratmeter. */
const powerOf = (reader: Reader, at: number): string | undefined => {
  const sign = mark(reader, at + 1)
  if (sign in powers && glued(reader.lexemes, at + 1)) return powers[sign]
  const [before, behind] = [word(reader, at - 1), word(reader, at + 1)]
  const is = (words: ReadonlySet<string>): boolean => words.has(before) || words.has(behind)
  const digit = glued(reader.lexemes, at + 1) ? digits(reader, at + 1) : ''
  return is(squareWords) || digit === '2' ? 'square' : is(cubicWords) || digit === '3' ? 'cubic' : undefined
}
const lengths = new Set('millimetre centimetre metre kilometre inch foot yard mile'.split(' '))
const germanPower = /^(quadrat|kubik)(.+)$/u

const spoonWords = new Set('cuillere cuilleres cuilleree cuillerees'.split(' '))
const spoons: Readonly<Record<string, string>> = { soupe: 'tablespoon', cafe: 'teaspoon', the: 'teaspoon' }
const lightWords = new Set('lumiere luz'.split(' '))

/** The unit whose words begin at `at`: also of two, kilowatt-hours, kilovatios hora, années-lumière. */
const unitAt = (reader: Reader, at: number, written: Quantity['written']): string | undefined => {
  const here = word(reader, at)
  const next = word(reader, nextWord(reader.lexemes, at + 1))
  // Cuillères à soupe, à café.
  if (spoonWords.has(here) && next === 'a') return spoons[word(reader, at + 2)]
  if (here === 'light' && named(reader, next) === 'year') return 'lightyear'
  const [, german, base] = germanPower.exec(here) ?? []
  const unit = named(reader, base ?? here)
  if (unit !== undefined && lengths.has(unit)) {
    const power = german === undefined ? powerOf(reader, at) : german === 'quadrat' ? 'square' : 'cubic'
    return power === undefined ? unit : `${power} ${unit}`
  }
  if (unit === 'year' && lightWords.has(next)) return 'lightyear'
  if (unit?.endsWith('watt') && named(reader, next) === 'hour') return `${unit}hour`
  if (unit !== undefined || written !== 'digits' || /^['’]$/u.test(mark(reader, at + 1))) return unit
  return here === 'p' && !glued(reader.lexemes, at) ? undefined : letters[here]
}

/** Words that end a number with a noun inside it: quatre ans et demi. */
const halves = new Set('demi demie half medio media'.split(' '))

/** Forty per week are no forty weeks. */
const rates = new Set('per par por pro je each every chaque cada jede jeden of in a al au im am the'.split(' '))
const isRate = (text: string): boolean => rates.has(text)

/** What the number measures, if that stands beside it. */
const unitOf = (reader: Reader, { from, next, written }: Quantity): string | undefined => {
  const { lexemes } = reader
  const sided = lexemes[from - 1]?.raw ?? ''
  const before = named(reader, /^\p{Sc}$/u.test(sided) || isCurrencyCode(sided) ? sided.toLowerCase() : '')
  if (before !== undefined) return before
  if (halves.has(word(reader, next - 1)))
    for (let at = from + 1; at < next - 1; at++) {
      const inside = named(reader, word(reader, at))
      if (inside !== undefined) return inside
    }
  const behind = nextWord(lexemes, next)
  if (mark(reader, behind) === '°') return named(reader, `°${word(reader, behind + 1)}`)
  const sign = named(reader, mark(reader, behind))
  if (sign !== undefined) return sign
  const link = linking.has(word(reader, behind)) || word(reader, behind) === 'd' ? behind + 1 : behind
  const at = /^['’]$/u.test(mark(reader, link)) && glued(lexemes, link) ? link + 1 : link
  // 15 US dollars, 20 square metres.
  const described = at === next && !isRate(word(reader, at)) ? unitAt(reader, at + 1, 'words') : undefined
  const unit = unitAt(reader, at, written) ?? described
  return written === 'digits' && isYear(lexemes[from]?.text ?? '') && unit === 'year' ? undefined : unit
}

/** A half before what it halves: half an hour, un demi pour cent. */
export const halvesBefore: ReadonlySet<string> = new Set(
  'demi demie half media medio halb halbe halben halber halbes'.split(' '),
)
const halfArticles = new Set(['a', 'an'])
/** What half of it is in a smaller unit. */
const halved: Readonly<Record<string, Fact>> = {
  minute: 'measure 30 second',
  hour: 'measure 30 minute',
  day: 'measure 12 hour',
  year: 'measure 6 month',
}

/** Half an hour, une demi-journée. */
export const halfAt = (reader: Reader, from: number): Found | undefined => {
  if (!halvesBefore.has(word(reader, from))) return undefined
  const behind = nextWord(reader.lexemes, from + 1)
  const at = halfArticles.has(word(reader, behind)) ? behind + 1 : behind
  const unit = named(reader, word(reader, at))
  if (unit === undefined) return undefined
  const smaller = halved[unit]
  return { ...plainly([`measure 0.5 ${unit}`, ...(smaller === undefined ? [] : [smaller])]), from, next: at + 1 }
}

/** A length of time that its word tells without a number. */
const spans: Readonly<Record<string, Fact>> = { decade: 'measure 10 year', century: 'measure 100 year' }

const ones = new Set('a an un une una ein eine einen einem einer'.split(' '))

/** Whether half of a unit, or one of it, may begin with a folded word. */
export const opensUnit = (text: string, language: Language): boolean =>
  halvesBefore.has(text) || ones.has(text) || spans[unitIn(text, language) ?? ''] !== undefined

/** A decade, an inch, une heure, which a source may tell and a claim may call ten years, 1 inch, 60 minutes. */
export const spanAt = (reader: Reader, from: number): Found | undefined => {
  const fact = spans[named(reader, word(reader, from)) ?? '']
  if (fact !== undefined) return { ...doubtfully([fact]), from, next: from + 1 }
  const unit = ones.has(word(reader, from)) ? unitAt(reader, from + 1, 'words') : undefined
  return unit === undefined
    ? undefined
    : { ...doubtfully([`measure 1 ${unit}`, ...converted('1', unit)]), from, next: from + 1 }
}

/** In these a noun follows a million only behind a link. */
const partitive = new Set(['fr', 'es'])
/** Behind `de` or `d’` at `at`, else -1. */
const linkEnd = (reader: Reader, at: number): number => {
  if (linking.has(word(reader, at))) return at + 1
  return word(reader, at) === 'd' && /^['’]$/u.test(mark(reader, at + 1)) ? at + 2 : -1
}

const degrees = new Set('degree degrees degre degres grad grado grados'.split(' '))
const numbered = /^number (.+)$/u

/** Whether what follows the number is a noun that it counts: two caissons are no two of anything else. */
const counts = (reader: Reader, { next, exponent }: Quantity): boolean => {
  // 8 millions de personnes; 8 millions promis par l'État, which count what stood before.
  const link = exponent > 0 && partitive.has(primarySubtag(reader.language)) ? linkEnd(reader, next) : next
  const noun = reader.lexemes[link]
  return (
    link >= 0 &&
    noun?.kind === 'word' &&
    /^\p{Ll}/u.test(noun.raw) &&
    noun.text.length > 3 &&
    !degrees.has(noun.text) &&
    !isStopWord(noun.text, reader.language)
  )
}

/** What is told so many times is no count. */
const timesWords = new Set('times fois veces'.split(' '))
/** In these a plural shows by its last letter. */
const plurals = new Set(['en', 'fr', 'es'])
const peopled = new Set('people persons men women children gens'.split(' '))

/** Whether it counts what it stands before, and surely no unit of ours: trois morts. */
const surelyCounts = (reader: Reader, quantity: Quantity): boolean => {
  const noun = word(reader, quantity.next)
  return (
    plurals.has(primarySubtag(reader.language)) &&
    quantity.exponent === 0 &&
    !isYear(reader.lexemes[quantity.from]?.text ?? '') &&
    !timesWords.has(noun) &&
    (peopled.has(noun) || (/[sx]$/u.test(noun) && !reader.numerals.notPlural.has(noun))) &&
    counts(reader, quantity)
  )
}

/**
 * A number with a unit is held by the same number with that unit, or with none; one that counts something by a number
 * that measures nothing: three dead are no three kilometres; another without a unit by every number. What a source
 * gives is the number, and what it measures. In a list the number before it may measure the same: 6 to 8 million euros.
 */
export const measured = <M extends Meaning & Pick<Found, 'share'>>(
  reader: Reader,
  quantity: Quantity,
  meaning: M,
): M => {
  const unit = unitOf(reader, quantity)
  const counted = unit === undefined && surelyCounts(reader, quantity)
  const also = (fact: Fact): readonly Fact[] => {
    const value = numbered.exec(fact)?.[1]
    if (value === undefined) return []
    // Trente livres may be books.
    const other = isMistakable(unit) ? [`count ${value}`] : []
    if (unit !== undefined) return [`measure ${value} ${unit}`, ...converted(value, unit), ...other]
    return counts(reader, quantity) ? [] : [`bare ${value}`]
  }
  const readings = meaning.readings.flatMap((reading) => {
    const value = reading.length === 1 ? numbered.exec(reading[0] ?? '')?.[1] : undefined
    // Add 2 tablespoons: no name with a number.
    const isLabel = unit !== undefined && meaning.facts.some((fact) => numbered.test(fact))
    if (value === undefined) return isLabel && reading[0]?.startsWith('label ') ? [] : [reading]
    if (counted) return [[`count ${value}`]]
    return unit === undefined ? [reading] : [[`measure ${value} ${unit}`], [`bare ${value}`]]
  })
  const share = (before: string): Meaning | undefined => {
    const same = meaning.share?.(before)
    return same && { ...same, facts: [...same.facts, ...same.facts.flatMap(also)] }
  }
  const facts = [...meaning.facts, ...meaning.facts.flatMap(also)]
  return { ...meaning, readings, facts, ...(meaning.share && { share }) }
}
