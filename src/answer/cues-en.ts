/** English cues for extraction. */
import { type CueTable, set } from './cue-table.ts'
import { synonyms } from './synonyms-en.ts'

export const english: CueTable = {
  units: {
    money: set(
      'euro euros dollar dollars franc francs pound pounds sterling yen rouble roubles ruble rubles cent cents pence guinea guineas usd gbp eur',
    ),
    duration: set(
      'year years month months week weeks day days hour hours minute minutes second seconds decade decades century centuries',
    ),
    age: set('year years yr yrs month months'),
    length: set(
      'm metre metres meter meters km kilometre kilometres kilometer kilometers cm centimetre centimeter centimetres centimeters mm mile miles foot feet ft inch inches yard yards in',
    ),
    weight: set('kg kilo kilos kilogram kilograms gram grams ton tons tonne tonnes pound pounds lb lbs ounce ounces'),
    speed: set('mph km kmh knots knot miles mach kilometres kilometers metres meters feet'),
    area: set('acre acres hectare hectares square sq'),
    temperature: set('degree degrees celsius fahrenheit c f kelvin k'),
  },
  months: set('january february march april may june july august september october november december'),
  dates: set(
    'monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter yesterday today tomorrow century noon midnight christmas easter decade',
  ),
  hours: set('noon midnight'),
  quantities: set(
    'dozen dozens hundred hundreds thousand thousands million millions billion billions several none single couple',
  ),
  fractions: set('half third thirds quarter quarters majority double triple twice'),
  scales: set('million millions billion billions thousand thousands hundred'),
  placed: set(
    'at in on near off from to between across inside outside beside along toward towards into of by around through',
  ),
  local: set('in at from near to'),
  titles: set(
    'mr mrs ms dr sir president minister king queen emperor general colonel captain commander doctor professor mayor director prince princess duke lord pope senator councillor engineer architect detective artist by chancellor governor',
  ),
  particles: set('of the van von de la le du bin al el da di'),
  reason:
    /\b(?:because|due to|owing to|thanks to|so that|in order to|as a result|therefore|for fear|caus|led to|reason|meant|prevent|for (?:safety|security|fear))/,
  maybeReason: /\b(?:so |after|as |to \w+|for (?:safety|security|fear)|since|when)\b/,
  manner: /\b(?:by|using|with|through|via|means of)\b/,
  defined: /^[»”" ]*(?:\(|,? ?(?:is|was|are|were|means?|refers|stands|which (?:is|are|means)|or|that is)\b)/,
  apposition: /^[»”"]?, (?:an?|the|\w+(?: \w+){0,2} of)\b/,
  introduced: /(?:\(|(?:called|named|known as|termed|nicknamed)(?: (?:the|an?))? ?["“]? ?)$/,
  explains: /\b(?:means|refers to|is (?:an?|the)|are (?:an?|the)|consists?|that is)\b/,
  order: [
    set('before previous previously predecessor former'),
    set('after next following successor'),
    set('first'),
    set('second'),
    set('third'),
    set('last final latest'),
    set('only sole'),
  ],
  absorbed: {
    percent: set('percentage percent proportion share fraction rate'),
    age: set('old age'),
    clock: set('time hour'),
    year: set('year years'),
    money: set(
      'cost price budget worth value pay paid fee salary spend spent expensive insured money dollars pounds euros total',
    ),
    duration: set('long time duration last days weeks months years hours minutes take late'),
    weight: set('heavy weigh weight mass tons'),
    speed: set('fast speed quick quickly'),
    area: set('area surface'),
    temperature: set('temperature hot cold degrees'),
    extent: set('long length time duration last'),
    length: set(
      'long tall high far deep wide thick big large length height width depth distance size diameter miles feet metres meters',
    ),
    amount: set('number amount total often'),
    date: set('date day month century decade'),
    name: set('name called named title nickname call known'),
    reason: set('reason cause purpose goal aim caused'),
    manner: set('way manner'),
    definition: set('mean meaning definition stand refer'),
  },
  vague: set(`
    article text thing stuff guy kind sort type form nature event effect impact result role function use
    job profession position feature characteristic nationality field term word name title example object problem subject topic element
    place location situation date year time period moment day way number total end
    find allow consist consider concern become remain seem want need try help happen occur make get give take put come go call mean
    represent refer know say tell think like look show main famous important different other another new notable
    actually really exactly currently now today usually largely often along addition according approximate approximately long
  `),
  synonyms,
}
