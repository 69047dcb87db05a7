/** What the units of measure are called, in English, French, Spanish and German. */
import { primarySubtag } from '../text/language.ts'
import type { Language } from '../types.ts'

/** Folded, whose names no other word of these languages has. */
const forms: Readonly<Record<string, string>> = {
  millimetre: 'mm millimetre millimetres millimeter millimeters millimetern milimetro milimetros',
  centimetre: 'cm centimetre centimetres centimeter centimeters centimetro centimetros zentimeter zentimetern',
  metre: 'm metre metres meter meters metern metro metros',
  kilometre: 'km kilometre kilometres kilometer kilometers kilometern kilometro kilometros',
  inch: 'inch inches pouce pouces pulgada pulgadas zoll',
  foot: 'foot feet ft pied pieds fuss',
  yard: 'yard yards',
  lightyear: 'lichtjahr lichtjahre lichtjahren',
  mile: 'mile miles milla millas meile meilen',
  microgram: 'µg μg mcg microgramme microgrammes microgram micrograms microgramo microgramos mikrogramm',
  milligram: 'mg milligramme milligrammes milligram milligrams miligramo miligramos milligramm',
  gram: 'g gramme grammes gram grams gramo gramos gramm',
  kilogram: 'kg kilo kilos kilogram kilograms kilogramme kilogrammes kilogramo kilogramos kilogramm',
  ounce: 'oz ounce ounces onces onza onzas unze unzen',
  tonne: 'tonne tonnes ton tons tonelada toneladas tonnen',
  /** The money and the weight. */
  pound: 'lb lbs pound pounds livre livres libra libras pfund £ gbp sterling',
  millilitre: 'ml millilitre millilitres milliliter milliliters mililitro mililitros',
  centilitre: 'cl centilitre centilitres centiliter centiliters centilitro centilitros',
  decilitre: 'dl decilitre decilitres deciliter decilitro decilitros',
  litre: 'litre litres liter liters litern litro litros',
  teaspoon: 'tsp teaspoon teaspoons cucharadita cucharaditas teeloffel',
  tablespoon: 'tbsp tablespoon tablespoons cucharada cucharadas essloffel',
  cup: 'cup cups taza tazas',
  pint: 'pint pints pinte pintes pinta pintas',
  gallon: 'gallon gallons galon galones',
  barrel: 'barrel barrels baril barils barril barriles fass',
  are: 'ares',
  hectare: 'hectare hectares hectarea hectareas hektar',
  acre: 'acre acres',
  second: 'secs seconds secondes segundos sekunde sekunden',
  minute: 'min mins minute minutes minuto minutos minuten',
  hour: 'hr hrs hour hours heure heures hora horas stunde stunden',
  day: 'day days jour jours dia dias tag tage tagen',
  week: 'week weeks semaine semaines semana semanas woche wochen',
  month: 'month months mois meses monat monate monaten',
  year: 'year years ans annee annees ano anos jahr jahre jahren',
  decade: 'decade decades decennie decennies decada decadas decenio decenios jahrzehnt jahrzehnte jahrzehnten',
  century: 'century centuries siecle siecles siglo siglos jahrhundert jahrhunderte jahrhunderten',
  watt: 'watt watts vatio vatios',
  kilowatt: 'kw kilowatt kilowatts kilovatio kilovatios',
  megawatt: 'mw megawatt megawatts megavatio megavatios',
  gigawatt: 'gw gigawatt gigawatts gigavatio gigavatios',
  terawatt: 'tw terawatt terawatts teravatio teravatios',
  kilowatthour: 'kwh kilowattheure kilowattheures kilowattstunde kilowattstunden',
  megawatthour: 'mwh megawattheure megawattheures megawattstunde megawattstunden',
  gigawatthour: 'gwh gigawattheure gigawattheures gigawattstunde gigawattstunden',
  terawatthour: 'twh terawattheure terawattheures terawattstunde terawattstunden',
  knot: 'knot knots noeud noeuds nudo nudos knoten',
  dollar: 'dollar dollars dolar dolares $ usd',
  euro: 'euro euros € eur',
  cent: 'cents centime centimes centimo centimos',
  penny: 'pence penny pennies penique peniques',
  franc: 'franc francs franco francos franken chf',
  yen: 'yens ¥ jpy',
  rouble: 'rouble roubles ruble rubles rublo rublos rubel ₽',
  peso: 'pesos',
  celsius: 'celsius °c',
  fahrenheit: 'fahrenheit °f',
  peseta: 'peseta pesetas',
  real: 'reales',
  lira: 'lira liras lire',
  mark: 'marks marcos reichsmark',
  crown: 'crowns couronne couronnes corona coronas krone kronen kroner',
  yuan: 'yuan yuans',
  shilling: 'shilling shillings schilling',
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
    ['milles', 'mile'],
    ['once', 'ounce'],
  ]),
  en: new Map([
    ['cent', 'cent'],
    ['second', 'second'],
    ['yen', 'yen'],
  ]),
  de: new Map([
    ['cent', 'cent'],
    ['ar', 'are'],
  ]),
  es: new Map([
    ['mes', 'month'],
    ['pie', 'foot'],
    ['pies', 'foot'],
  ]),
}

/** The unit that a folded word is in a text of this language: yen, which is none in Spanish. */
export const unitIn = (text: string, language: Language): string | undefined =>
  text === '' ? undefined : (own[primarySubtag(language)]?.get(text) ?? units.get(text))

const dimensions = [
  'millimetre centimetre metre kilometre inch foot yard mile',
  'microgram milligram gram kilogram ounce tonne pound',
  'millilitre centilitre decilitre litre gallon barrel pint cup teaspoon tablespoon',
  'are hectare acre',
  'second minute hour day week month year',
  'watt kilowatt megawatt gigawatt terawatt',
  'dollar euro cent pound penny franc yen rouble peso peseta real lira mark crown yuan shilling rupee',
  'celsius fahrenheit',
].map((list): ReadonlySet<string> => new Set(list.split(' ')))
/** Whether two units measure the same: a month may stand for a year, no metre for a euro. */
export const areComparable = (unit: string, other: string | undefined): boolean =>
  other !== undefined && dimensions.some((list) => list.has(unit) && list.has(other))

const mistakable = new Set('pound foot inch second cent yard knot barrel'.split(' '))
/** Whether it is called as other things are: books, feet, parts of an order. */
export const isMistakable = (unit: string | undefined): boolean => unit !== undefined && mistakable.has(unit)

const currencyCodes = new Set('usd eur gbp chf jpy'.split(' '))
/** EUR, which stands before its number too. */
export const isCurrencyCode = (raw: string): boolean =>
  raw === raw.toUpperCase() && currencyCodes.has(raw.toLowerCase())

/** The unit that a folded word is in any language: metre for m and metros. */
export const unitNamed = (text: string): string | undefined => units.get(text)
