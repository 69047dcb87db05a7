/** Reads the decades, the centuries and the eras of a text. */
import { glued, nextWord } from '../text/lexemes.ts'
import type { Quantity } from '../text/quantities.ts'
import { linking } from '../text/scales.ts'
import { decades, type Meaning, numbers, plainly } from './figure-facts.ts'
import { type Found, joinEnd, mark, type Reader, skipDot, word } from './figure-reader.ts'

const decadeWords = new Set('annees anos jahre jahren decada decadas decade decennie decennio'.split(' '))
const decadeArticles = new Set('the los las les'.split(' '))
const decadeEndings = new Set('s er ern ers'.split(' '))
const centuryWords = new Set('siecle siecles century centuries jahrhundert jahrhunderts siglo siglos secolo'.split(' '))

/** What says in front of a number that it is a decade: les années 90, la década de los 90. */
const isDecadeNamed = (reader: Reader, at: number): boolean => {
  const article = decadeArticles.has(word(reader, at - 1)) ? at - 1 : at
  const link = linking.has(word(reader, article - 1)) ? article - 1 : article
  return decadeWords.has(word(reader, link - 1))
}

const inDecade = (value: string): Meaning | undefined => {
  const year = Number(value)
  // The 1100s may be ten years or a hundred.
  const facts = [...decades(year), ...(year >= 1000 && year % 100 === 0 ? [`century ${year / 100 + 1}`] : [])]
  return facts.length > 0 ? plainly(facts) : undefined
}

/** 1990s, die 1990er, les années 90. Two digits behind the word may also count: en 20 años 30 personas. */
export const decadeAt = (reader: Reader, { values, ordinal, from, next }: Quantity): Found | undefined => {
  const [value = ''] = values
  const possessive = /^['’]$/u.test(mark(reader, next)) && glued(reader.lexemes, next) ? next + 1 : next
  // 1990er has been taken for an ordinal, as 1er is.
  const ending = ordinal ? next - 1 : possessive
  const ended = decadeEndings.has(word(reader, ending)) && glued(reader.lexemes, ending)
  const meaning = ended || isDecadeNamed(reader, from) ? inDecade(value) : undefined
  if (!meaning) return undefined
  const count = ended || Number(value) >= 100 ? [] : numbers(values)
  return {
    readings: [...meaning.readings, ...count.map((fact) => [fact])],
    facts: [...meaning.facts, ...count],
    from,
    next: ended ? ending + 1 : next,
    extend: inDecade,
  }
}

const inCentury = (value: string): Meaning => plainly([`century ${value}`])

/** 20th century, vingtième siècle, 20. Jahrhundert, siglo 20. */
export const centuryAt = (reader: Reader, { values, ordinal, from, next }: Quantity): Found | undefined => {
  // Siglo 17.
  if (word(reader, from - 1) === 'siglo') return { ...inCentury(values[0] ?? ''), from, next, share: inCentury }
  const dotted = skipDot(reader, next)
  const at = nextWord(reader.lexemes, dotted)
  if ((!ordinal && dotted === next) || !centuryWords.has(word(reader, at))) return undefined
  return { ...inCentury(values[0] ?? ''), from, next: at + 1, share: inCentury }
}

const before = [
  'bc',
  'bce',
  'b c',
  'a c',
  'a de c',
  'antes de cristo',
  'av j c',
  'av jc',
  'avant j c',
  'avant jc',
  'avant jesus christ',
  'v chr',
  'vor christus',
  'before christ',
]
const since = [
  'ad',
  'ce',
  'a d',
  'd c',
  'd de c',
  'despues de cristo',
  'apr j c',
  'ap j c',
  'apres j c',
  'apres jc',
  'apres jesus christ',
  'n chr',
  'nach christus',
]
const eraPhrases: readonly (readonly [phrase: string, era: Era])[] = [
  ...before.map((phrase) => [phrase, 'bc'] as const),
  ...since.map((phrase) => [phrase, 'ad'] as const),
]
export type Era = 'bc' | 'ad'
/** Lexemes from a year to the end of its era, marks among them: av. J.-C. */
const LONGEST_ERA = 8

const firstWords = new Set(eraPhrases.map(([phrase]) => phrase.split(' ')[0] ?? ''))

/** The era that is told behind the lexemes of a year, or before it: 320 BC, AD 105. */
export const eraAt = (reader: Reader, from: number, next: number): Era | undefined => {
  if (word(reader, from - 1) === 'ad') return 'ad'
  if (!firstWords.has(word(reader, next))) return undefined
  const words = reader.lexemes
    .slice(next, next + LONGEST_ERA)
    .filter(({ kind }) => kind === 'word')
    .map(({ text }) => text)
  // Ce is a word of French as well.
  const isShort = /^(?:bce?|ce|ad)$/u.test(words[0] ?? '')
  if (isShort && reader.lexemes[next]?.raw !== reader.lexemes[next]?.raw.toUpperCase()) return undefined
  return eraPhrases.find(([phrase]) => words.slice(0, phrase.split(' ').length).join(' ') === phrase)?.[1]
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }

/** XIX, XIXe or XIXth as 19; nothing for other words. */
const romanAt = (reader: Reader, at: number): string | undefined => {
  const text = word(reader, at)
  if (!/^[ivx]/u.test(text)) return undefined
  const numeral = /^([ivx]{1,6})(?:e|eme|th|st|nd|rd|er)?$/u.exec(text.normalize('NFKC'))?.[1]
  const values = Array.from(numeral ?? '', (letter) => romanDigits[letter] ?? 0)
  const value = values.reduce((sum, each, index) => sum + (each < (values[index + 1] ?? 0) ? -each : each), 0)
  return value > 0 ? String(value) : undefined
}

/** What is counted in Roman numerals by some and in ours by others: phase III, World War II. */
export const countedInRoman: ReadonlySet<string> = new Set(
  'phase phases stage type part partie parte teil chapter chapitre capitulo kapitel tome volume tomo band act acte acto akt war guerre guerra weltkrieg annex annexe anexo anhang level niveau nivel stufe class classe clase klasse grade category categorie title titre'.split(
    ' ',
  ),
)
const isCounted = (reader: Reader, at: number): boolean =>
  countedInRoman.has(word(reader, at - 1)) && /^[IVX]+$/u.test(reader.lexemes[at]?.raw ?? '')

/** XXe siècle, XIXe et XXe siècles, siglo XX, phase III: the only Roman numerals that are figures. */
export const romanCenturyAt = (reader: Reader, from: number): Found | undefined => {
  const value = romanAt(reader, from)
  if (value === undefined) return undefined
  const isCentury = (at: number): boolean => centuryWords.has(word(reader, at))
  const other = joinEnd(reader, from + 1)
  const listed = romanAt(reader, other) !== undefined && isCentury(other + 1)
  if (!listed && !isCentury(from + 1) && !isCentury(from - 1))
    return isCounted(reader, from)
      ? { ...plainly([...numbers([value]), `ordinal ${value}`]), from, next: from + 1 }
      : undefined
  return { ...inCentury(value), from, next: isCentury(from + 1) ? from + 2 : from + 1 }
}
