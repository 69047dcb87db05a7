/** English cues for extraction. */
import { calendarNames } from '../text/calendar-names.ts'
import { words } from '../text/table.ts'
import type { Cues } from './cues.ts'

const set = (text: string): ReadonlySet<string> => new Set(words(text))

export const english: Cues = {
  units: {
    money: set(
      'euro euros dollar dollars franc francs pound pounds sterling yen rouble roubles ruble rubles cent cents pence guinea guineas usd gbp eur',
    ),
    duration: set(
      'year years month months week weeks day days hour hours minute minutes second seconds decade decades century centuries',
    ),
    length: set(
      'm metre metres meter meters km kilometre kilometres kilometer kilometers cm centimetre centimeter centimetres centimeters mm mile miles foot feet ft inch inches yard yards',
    ),
    weight: set('kg kilo kilos kilogram kilograms gram grams ton tons tonne tonnes pound pounds lb lbs ounce ounces'),
    speed: set('mph km kmh knots knot miles mach kilometres kilometers metres meters feet'),
    area: set('acre acres hectare hectares square sq'),
    temperature: set('degree degrees celsius fahrenheit c f kelvin k'),
  },
  months: set(calendarNames.month.en.long.replaceAll(',', ' ')),
  dates: set(
    `${calendarNames.weekday.en.long.replaceAll(',', ' ')} spring summer autumn winter yesterday today tomorrow century christmas easter decade`,
  ),
  hours: set('noon midnight'),
  aged: set('old aged age'),
  quantities: set(
    'dozen dozens hundred hundreds thousand thousands million millions billion billions several none single couple',
  ),
  fractions: set('half third thirds quarter quarters majority double triple twice'),
  one: set('a an half'),
  free: set('free'),
  scales: set('million millions billion billions thousand thousands hundred'),
  placed: set('at in on near off from to between across inside outside beside along toward towards into of by around'),
  particles: set('of the van von de la le du bin al el da di'),
  capitalNouns: false,
  clock: /# o'clock/,
  reason:
    /\b(?:because|due to|owing to|thanks to|so that|in order to|as a result|therefore|for fear|caus|led to|reason|meant|prevent|die[sd]? (?:of|from|in)\b|killed by|for (?:safety|security|fear))/,
  maybeReason: /\b(?:so |after|as (?:he|she|it|they|the \w+ \w+)\b|to \w+|since|when)\b/,
  defined:
    /^[»”" ]*(?:\(|, (?:an?|the|\w+(?: \w+){0,2} of)\b|,? ?(?:is|was|are|were|means?|refers|stands|which (?:is|are|means)|or|that is)\b)/,
  introduced: /(?:\(|(?:called|named|known as|termed|nicknamed)(?: (?:the|an?))? ?["“]? ?)$/,
  explains: /\b(?:means|refers to|is (?:an?|the)|are (?:an?|the)|consists?|that is)\b/,
}
