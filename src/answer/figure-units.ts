/** Reads what a number measures: feet are no metres, dollars no euros, days no weeks. */
import { isStopWord } from '../text/analyse.ts'
import { primarySubtag } from '../text/language.ts'
import { glued, nextWord } from '../text/lexemes.ts'
import type { Quantity } from '../text/quantities.ts'
import { linking } from '../text/scales.ts'
import { type Fact, type Meaning, plainly } from './figure-facts.ts'
import { type Found, isYear, mark, type Reader, word } from './figure-reader.ts'

/** Folded forms of each unit in English, French, Spanish and German, whose names no other word of these has. */
const forms: Readonly<Record<string, string>> = {
  millimetre: 'mm millimetre millimetres millimeter millimeters millimetern milimetro milimetros',
  centimetre: 'cm centimetre centimetres centimeter centimeters centimetro centimetros zentimeter zentimetern',
  metre: 'm metre metres meter meters metern metro metros',
  kilometre: 'km kilometre kilometres kilometer kilometers kilometern kilometro kilometros',
  inch: 'inch inches pouce pouces pulgada pulgadas zoll',
  foot: 'foot feet ft pied pieds fuss',
  yard: 'yard yards',
  mile: 'mile miles milla millas meile meilen',
  microgram: 'µg μg mcg microgramme microgrammes microgram micrograms microgramo microgramos mikrogramm',
  milligram: 'mg milligramme milligrammes milligram milligrams miligramo miligramos milligramm',
  gram: 'g gramme grammes gram grams gramo gramos gramm',
  kilogram: 'kg kilo kilos kilogram kilograms kilogramme kilogrammes kilogramo kilogramos kilogramm',
  ounce: 'oz ounce ounces onza onzas unze unzen',
  tonne: 'tonne tonnes ton tons tonelada toneladas tonnen',
  /** The money and the weight. */
  pound: 'lb lbs pound pounds livre livres libra libras pfund £ gbp sterling',
  millilitre: 'ml millilitre millilitres milliliter milliliters mililitro mililitros',
  centilitre: 'cl centilitre centilitres centiliter centiliters centilitro centilitros',
  litre: 'litre litres liter liters litern litro litros',
  gallon: 'gallon gallons galon galones',
  barrel: 'barrel barrels baril barils barril barriles fass',
  hectare: 'hectare hectares hectarea hectareas hektar',
  acre: 'acre acres',
  second: 'secs seconds secondes segundos sekunde sekunden',
  minute: 'min mins minute minutes minuto minutos minuten',
  hour: 'hr hrs hour hours heure heures hora horas stunde stunden',
  day: 'day days jour jours dia dias tag tage tagen',
  week: 'week weeks semaine semaines semana semanas woche wochen',
  month: 'month months mois meses monat monate monaten',
  year: 'year years ans annee annees ano anos jahr jahre jahren',
  watt: 'watt watts vatio vatios',
  kilowatt: 'kw kilowatt kilowatts kilovatio kilovatios',
  megawatt: 'mw megawatt megawatts megavatio megavatios',
  gigawatt: 'gw gigawatt gigawatts gigavatio gigavatios',
  kilowatthour: 'kwh kilowattheure kilowattheures kilowattstunde kilowattstunden',
  knot: 'knot knots noeud noeuds nudo nudos knoten',
  dollar: 'dollar dollars dolar dolares $ usd',
  euro: 'euro euros € eur',
  cent: 'cents centime centimes centimo centimos',
  franc: 'franc francs franco francos franken chf',
  yen: 'yens ¥ jpy',
  rouble: 'rouble roubles ruble rubles rublo rublos rubel ₽',
  peso: 'pesos',
  celsius: 'celsius °c',
  fahrenheit: 'fahrenheit °f',
  rupee: 'rupee rupees roupie roupies rupia rupias ₹',
}

const units: ReadonlyMap<string, string> = new Map(
  Object.entries(forms).flatMap(([unit, list]) => list.split(' ').map((form) => [form, unit] as const)),
)
/** Units in one language and something else in another: an is an article in English. */
const own: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  fr: new Map([
    ['an', 'year'],
    ['yen', 'yen'],
  ]),
  en: new Map([
    ['cent', 'cent'],
    ['second', 'second'],
    ['yen', 'yen'],
  ]),
  es: new Map([
    ['mes', 'month'],
    ['pie', 'foot'],
    ['pies', 'foot'],
  ]),
}

const named = (reader: Reader, text: string): string | undefined =>
  text === '' ? undefined : (own[primarySubtag(reader.language)]?.get(text) ?? units.get(text))

const currencyCodes = new Set('usd eur gbp chf jpy'.split(' '))
/** EUR, which stands before its number too. */
export const isCurrencyCode = (raw: string): boolean =>
  raw === raw.toUpperCase() && currencyCodes.has(raw.toLowerCase())

/** The unit that a folded word is in any language: metre for m and metros. */
export const unitNamed = (text: string): string | undefined => units.get(text)

/** Words that end a number with a noun inside it: quatre ans et demi. */
const halves = new Set('demi demie half medio media'.split(' '))

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
  const unit = named(reader, word(reader, at)) ?? (at === next ? named(reader, word(reader, at + 1)) : undefined)
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

/** In these a noun follows a million only behind a link. */
const partitive = new Set(['fr', 'es'])
/** Behind `de` or `d’` at `at`, else -1. */
const linkEnd = (reader: Reader, at: number): number => {
  if (linking.has(word(reader, at))) return at + 1
  return word(reader, at) === 'd' && /^['’]$/u.test(mark(reader, at + 1)) ? at + 2 : -1
}

/** So many of a unit are one of another: the exact ones that people tell for each other. */
const conversions: readonly (readonly [small: string, count: number, large: string])[] = [
  ['millimetre', 10, 'centimetre'],
  ['centimetre', 100, 'metre'],
  ['metre', 1000, 'kilometre'],
  ['gram', 1000, 'kilogram'],
  ['kilogram', 1000, 'tonne'],
  ['millilitre', 1000, 'litre'],
  ['centilitre', 100, 'litre'],
  ['cent', 100, 'dollar'],
  ['cent', 100, 'euro'],
  ['minute', 60, 'hour'],
  ['hour', 24, 'day'],
  ['day', 7, 'week'],
  ['month', 12, 'year'],
  ['kilowatt', 1000, 'megawatt'],
  ['megawatt', 1000, 'gigawatt'],
]
/** A claim with more was rounded. */
const DECIMALS = 3

/** The same measure in the next unit up and down: 28 days are 4 weeks, 1280 m are 1.28 km. */
const converted = (value: string, unit: string): readonly Fact[] =>
  conversions.flatMap(([small, count, large]) => {
    const other = unit === small ? large : unit === large ? small : undefined
    const result = unit === small ? Number(value) / count : Number(value) * count
    const told = Number(result.toFixed(DECIMALS))
    // But for what binary fractions leave: 2.3 m are 230 cm.
    const exact = Math.abs(told - result) <= Number.EPSILON * Math.abs(result) * 2
    return other !== undefined && exact ? [`measure ${told} ${other}`] : []
  })

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

/**
 * A number with a unit is held by the same number with that unit, or with none; one without any by every number. What
 * a source gives is the number, and what it measures.
 */
export const measured = <M extends Meaning>(reader: Reader, quantity: Quantity, meaning: M): M => {
  const unit = unitOf(reader, quantity)
  const also = (fact: Fact): readonly Fact[] => {
    const value = numbered.exec(fact)?.[1]
    if (value === undefined) return []
    if (unit !== undefined) return [`measure ${value} ${unit}`, ...converted(value, unit)]
    return counts(reader, quantity) ? [] : [`bare ${value}`]
  }
  const readings = meaning.readings.flatMap((reading) => {
    const value = reading.length === 1 ? numbered.exec(reading[0] ?? '')?.[1] : undefined
    return unit === undefined || value === undefined ? [reading] : [[`measure ${value} ${unit}`], [`bare ${value}`]]
  })
  return { ...meaning, readings, facts: [...meaning.facts, ...meaning.facts.flatMap(also)] }
}
