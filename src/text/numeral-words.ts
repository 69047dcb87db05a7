/** How French, English, German and Spanish spell numbers: one table a language. A further language is a further table. */
import type { Language } from '../types.ts'
import { primarySubtag } from './language.ts'
import { count, type Numerals, phrases, set, table, unknownNumerals, usualRoom, words } from './numeral-table.ts'

const frenchOrdinals = new Map([
  ['premier', 'un'],
  ['premiere', 'un'],
  ['premiers', 'un'],
  ['premieres', 'un'],
  ['second', 'deux'],
  ['seconde', 'deux'],
  ['neuvieme', 'neuf'],
])

const french: Numerals = {
  small: new Map([
    ...count('zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'),
    ...table('une=1 dix_sept=17 dix_huit=18 dix_neuf=19 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60'),
    ...table('septante=70 huitante=80 octante=80 nonante=90 quatre_vingt=80 quatre_vingts=80'),
  ]),
  room: (value) => (value === 60 || value === 80 ? 19 : usualRoom(value)),
  articles: set(''),
  multipliers: table('cent=2 cents=2 mille=3'),
  bare: set('cent mille'),
  hundreds: 19,
  sizes: table(
    'dizaine=1 dizaines=1 centaine=2 centaines=2 millier=3 milliers=3 million=6 millions=6 milliard=9 milliards=9 ' +
      'billion=12 billions=12 billiard=15 billiards=15 trillion=18 trillions=18',
  ),
  groups: table(
    'douzaine=12 douzaines=12 quinzaine=15 vingtaine=20 trentaine=30 quarantaine=40 cinquantaine=50 soixantaine=60',
  ),
  implied: table('couple=2 paire=2 double=2 duo=2 quadruple=4 triple=3 trio=3'),
  joiner: 'et',
  joins: (_, value) => value === 1 || value === 11,
  pairedYears: false,
  pieces: [],
  cardinal: (ordinal) => {
    const irregular = frenchOrdinals.get(ordinal)
    if (irregular !== undefined) return [irregular]
    if (!/ieme?s?$/u.test(ordinal)) return []
    const stem = ordinal.replace(/ieme?s?$/u, '')
    return [stem, `${stem}e`, stem.replace(/u$/u, '')]
  },
  doubtful: set('neuf Neuf Trente quinzaine quarantaine'),
  notPlural: set(
    'plus dans mais sans sous tres pas vers apres depuis des alors puis moins toujours jamais dehors hors',
  ),
  point: 'virgule',
  andHalf: phrases('et demi', 'et demie'),
  half: set('demi demie'),
  minus: 'moins',
  notMinusAfter: set('au du ou plus le pas rien en'),
  hours: set('h heure heures'),
  meridiem: set('am pm'),
}

const englishOrdinals = new Map([
  ['first', 'one'],
  ['second', 'two'],
  ['third', 'three'],
  ['fifth', 'five'],
  ['eighth', 'eight'],
  ['ninth', 'nine'],
  ['twelfth', 'twelve'],
])

const english: Numerals = {
  small: new Map([
    ...count(
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
        'seventeen eighteen nineteen',
    ),
    ...table('twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90'),
  ]),
  room: usualRoom,
  articles: set('a an'),
  multipliers: table(''),
  bare: set(''),
  hundreds: 99,
  sizes: table(
    'tens=1 dozens=1 hundred=2 hundreds=2 thousand=3 thousands=3 million=6 millions=6 billion=9 billions=9 ' +
      'trillion=12 trillions=12 quadrillion=15',
  ),
  groups: table('dozen=12'),
  implied: table(
    'both=2 couple=2 double=2 neither=2 pair=2 doubled=2 quadruple=4 quadrupled=4 threefold=3 twice=2 thrice=3 triple=3 tripled=3 trio=3',
  ),
  joiner: 'and',
  joins: (room) => room >= 99,
  pairedYears: true,
  pieces: [],
  cardinal: (ordinal) => {
    const irregular = englishOrdinals.get(ordinal)
    if (irregular !== undefined) return [irregular]
    return ordinal.endsWith('th') ? [ordinal.replace(/ieth$/u, 'yth').slice(0, -2)] : []
  },
  doubtful: set(''),
  notPlural: set(''),
  point: 'point',
  andHalf: phrases('and a half'),
  half: set('half'),
  minus: 'minus',
  notMinusAfter: set('plus or'),
  hours: set('h'),
  meridiem: set('am pm'),
}

const germanUnits = 'ein zwei drei vier funf sechs sieben acht neun'.split(' ')
const germanTens = 'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig'.split(' ')

const germanSmall: Numerals['small'] = new Map([
  ...count(
    'null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn ' +
      'siebzehn achtzehn neunzehn',
  ),
  ...table('ein=1 eine=1 einen=1 einem=1 einer=1 zwo=2'),
  ...germanTens.flatMap((tens, ten): [string, number][] => [
    [tens, (ten + 2) * 10],
    ...germanUnits.map((unit, one): [string, number] => [`${unit}und${tens}`, (ten + 2) * 10 + one + 1]),
  ]),
])

const germanOrdinals = new Map([
  ['ers', 'eins'],
  ['drit', 'drei'],
  ['sieb', 'sieben'],
  ['ach', 'acht'],
])

const german: Numerals = {
  small: germanSmall,
  // Tens and units are one word, units first: nothing may follow either.
  room: (value) => (value === 0 ? -1 : 0),
  articles: set(''),
  multipliers: table('hundert=2 tausend=3'),
  bare: set('hundert tausend'),
  hundreds: 19,
  sizes: table(
    'dutzende=1 hunderte=2 tausende=3 zehntausende=4 hunderttausende=5 million=6 millionen=6 milliarde=9 ' +
      'milliarden=9 billion=12 billionen=12',
  ),
  groups: table('dutzend=12'),
  implied: table(
    'anderthalb=1.5 beide=2 beiden=2 beider=2 paar=2 verdoppelt=2 doppelt=2 doppelte=2 dreifach=3 dreifache=3 verdreifacht=3 zweimal=2 dreimal=3',
  ),
  joiner: 'und',
  joins: (room, value) => room >= 99 && value < 13,
  pairedYears: false,
  pieces: [...germanSmall.keys(), 'hundert', 'tausend', 'und', 'einhalb'].sort((a, b) => b.length - a.length),
  cardinal: (ordinal) => {
    const stem = /^([a-z]{3,40})te[nrsm]?$/u.exec(ordinal)?.[1]
    return stem === undefined ? [] : [germanOrdinals.get(stem) ?? stem, stem.replace(/s$/u, '')]
  },
  doubtful: set('Acht Hundert Tausend'),
  notPlural: set(''),
  point: 'komma',
  andHalf: phrases('einhalb', 'und ein halb', 'und eine halbe'),
  half: set('halbe halben'),
  minus: 'minus',
  notMinusAfter: set('plus oder'),
  hours: set('h uhr'),
  meridiem: set('pm'),
}

const spanishOrdinals = words('primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo')

const spanish: Numerals = {
  small: new Map([
    ...count(
      'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete ' +
        'dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete ' +
        'veintiocho veintinueve',
    ),
    ...table('un=1 una=1 veintiun=21 veintiuna=21 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70'),
    ...table('ochenta=80 noventa=90 cien=100 ciento=100'),
    ...'dos=200 tres=300 cuatro=400 quin=500 seis=600 sete=700 ocho=800 nove=900'.split(' ').flatMap((entry) => {
      const [stem = '', value = ''] = entry.split('=')
      const ending = stem === 'quin' ? 'ient' : 'cient'
      return [`${stem}${ending}os`, `${stem}${ending}as`].map((word): [string, number] => [word, Number(value)])
    }),
  ]),
  room: usualRoom,
  articles: set(''),
  multipliers: table('mil=3'),
  bare: set('mil'),
  hundreds: 0,
  sizes: table(
    'decena=1 decenas=1 docenas=1 centena=2 centenas=2 centenar=2 centenares=2 cientos=2 millar=3 millares=3 miles=3 ' +
      'millon=6 millones=6 millardo=9 millardos=9 billon=12 billones=12',
  ),
  groups: table('docena=12 quincena=15 veintena=20 treintena=30'),
  implied: table('ambos=2 ambas=2 par=2 doble=2 triple=3 cuadruple=4'),
  joiner: 'y',
  joins: (room) => room === 9,
  pairedYears: false,
  pieces: [],
  cardinal: (ordinal) => {
    const masculine = ordinal.replace(/(?:[ao]s?)?$/u, 'o')
    const value = spanishOrdinals.indexOf(masculine)
    return value < 0 ? [] : words('uno dos tres cuatro cinco seis siete ocho nueve diez').slice(value, value + 1)
  },
  doubtful: set('quincena'),
  notPlural: set(''),
  point: 'coma',
  andHalf: phrases('y medio', 'y media'),
  half: set('medio media'),
  minus: 'menos',
  notMinusAfter: set('al o mas lo el por'),
  hours: set('h hora horas'),
  meridiem: set('am pm'),
}

const tables = new Map([
  ['fr', french],
  ['en', english],
  ['de', german],
  ['es', spanish],
])

export const numeralsOf = (language: Language): Numerals => tables.get(primarySubtag(language)) ?? unknownNumerals
