/** Spells 0 to 999,999,999, written apart from `src/text` so that the two can disagree. */

const frenchLow =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  )
const frenchTens = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
]

const frenchUnderHundred = (n: number): string => {
  if (n < 20) return frenchLow[n] ?? ''
  const tens = Math.floor(n / 10)
  const rest = tens === 7 || tens === 9 ? n - (tens - 1) * 10 : n % 10
  const name = frenchTens[tens] ?? ''
  if (rest === 0) return tens === 8 ? 'quatre-vingts' : name
  if ((rest === 1 || rest === 11) && tens < 8) return `${name} et ${frenchLow[rest]}`
  return `${name}-${frenchLow[rest]}`
}

/** `last`: whether nothing follows, so that cent and vingt take their s. */
const frenchUnderThousand = (n: number, last: boolean): string => {
  const hundreds = Math.floor(n / 100)
  const rest = n % 100
  const low = rest === 0 ? '' : last ? frenchUnderHundred(rest) : frenchUnderHundred(rest).replace(/vingts$/, 'vingt')
  if (hundreds === 0) return low
  const head = hundreds === 1 ? 'cent' : `${frenchLow[hundreds]} cent${rest === 0 && last ? 's' : ''}`
  return [head, low].filter(Boolean).join(' ')
}

export const spellFrench = (n: number): string => {
  if (n === 0) return 'zéro'
  const [millions, thousands, rest] = [Math.floor(n / 1e6), Math.floor(n / 1e3) % 1000, n % 1000]
  return [
    millions === 0 ? '' : `${frenchUnderThousand(millions, true)} million${millions > 1 ? 's' : ''}`,
    thousands === 0 ? '' : thousands === 1 ? 'mille' : `${frenchUnderThousand(thousands, false)} mille`,
    frenchUnderThousand(rest, true),
  ]
    .filter(Boolean)
    .join(' ')
}

const englishLow =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const englishTens = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const englishUnderThousand = (n: number, and: string): string => {
  const low = n % 100
  const tens = englishTens[Math.floor(low / 10)] ?? ''
  const words = low < 20 ? englishLow[low] : low % 10 === 0 ? tens : `${tens}-${englishLow[low % 10]}`
  if (n < 100) return words ?? ''
  return `${englishLow[Math.floor(n / 100)]} hundred${low === 0 ? '' : `${and}${words}`}`
}

/** `and` is what stands between the hundreds and the rest: ` and ` in Britain, a space in America. */
export const spellEnglish = (n: number, and = ' and '): string => {
  if (n === 0) return 'zero'
  const [millions, thousands, rest] = [Math.floor(n / 1e6), Math.floor(n / 1e3) % 1000, n % 1000]
  const head = [
    millions === 0 ? '' : `${englishUnderThousand(millions, and)} million`,
    thousands === 0 ? '' : `${englishUnderThousand(thousands, and)} thousand`,
  ]
    .filter(Boolean)
    .join(' ')
  if (rest === 0) return head
  const tail = englishUnderThousand(rest, and)
  return head === '' ? tail : `${head}${rest < 100 ? and : ' '}${tail}`
}

const germanLow =
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  )
const germanTens = '  zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ')

const germanUnderThousand = (n: number): string => {
  const [hundreds, low] = [Math.floor(n / 100), n % 100]
  const head = hundreds === 0 ? '' : `${germanLow[hundreds]}hundert`
  if (low === 0) return head
  const tens = germanTens[Math.floor(low / 10)] ?? ''
  if (low < 20) return head + (germanLow[low] ?? '')
  return `${head}${low % 10 === 0 ? '' : `${germanLow[low % 10]}und`}${tens}`
}

export const spellGerman = (n: number): string => {
  if (n === 0) return 'null'
  const [millions, thousands, rest] = [Math.floor(n / 1e6), Math.floor(n / 1e3) % 1000, n % 1000]
  const low = `${thousands === 0 ? '' : `${germanUnderThousand(thousands)}tausend`}${germanUnderThousand(rest)}`
  const ending = /(?:^|[^n])ein$/.test(low) || low === 'ein' ? `${low}s` : low
  if (millions === 0) return ending
  return `${millions === 1 ? 'eine Million' : `${germanUnderThousand(millions)} Millionen`} ${ending}`.trim()
}

const spanishLow =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve'.split(
    ' ',
  )
const spanishTens = '   treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ')
const spanishHundreds =
  ' ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(' ')

const spanishUnderThousand = (n: number): string => {
  if (n === 100) return 'cien'
  const [hundreds, low] = [Math.floor(n / 100), n % 100]
  const tens = spanishTens[Math.floor(low / 10)] ?? ''
  const words = low < 30 ? spanishLow[low] : low % 10 === 0 ? tens : `${tens} y ${spanishLow[low % 10]}`
  return [spanishHundreds[hundreds], low === 0 ? '' : words].filter(Boolean).join(' ')
}

export const spellSpanish = (n: number): string => {
  if (n === 0) return 'cero'
  const [millions, thousands, rest] = [Math.floor(n / 1e6), Math.floor(n / 1e3) % 1000, n % 1000]
  const before = (count: number): string => spanishUnderThousand(count).replace(/uno$/, 'un')
  return [
    millions === 0 ? '' : millions === 1 ? 'un millón' : `${before(millions)} millones`,
    thousands === 0 ? '' : thousands === 1 ? 'mil' : `${before(thousands)} mil`,
    rest === 0 ? '' : spanishUnderThousand(rest),
  ]
    .filter(Boolean)
    .join(' ')
}
