/** Claims that say what their sentence says, in another form. */
import { spellFrench } from '../../answer/spellers.ts'
import { type Change, type Changes, type Given, once, type Tongue } from './change.ts'
import { bare, claiming, grouped, of, saying, small, spellers, told } from './claiming.ts'
import { places, tonguesData } from './words.ts'

const dateOf = (given: Given) => {
  const { months } = of(given)
  const list = months.join('|')
  const patterns = {
    fr: new RegExp(`(?<day>\\d{1,2}|1er) (?<month>${list}) (?<year>1\\d{3}|20\\d\\d)`, 'u'),
    de: new RegExp(`(?<day>\\d{1,2})\\. (?<month>${list}) (?<year>1\\d{3}|20\\d\\d)`, 'u'),
    es: new RegExp(`(?<day>\\d{1,2}) de (?<month>${list}) de (?<year>1\\d{3}|20\\d\\d)`, 'u'),
    en: new RegExp(
      `(?<month>${list}) (?<day>\\d{1,2}),? (?<year>1\\d{3}|20\\d\\d)|(?<day2>\\d{1,2}) (?<month2>${list}),? (?<year2>1\\d{3}|20\\d\\d)`,
      'u',
    ),
  }
  const found = patterns[given.language].exec(given.text)
  if (!found) return undefined
  const { day, month, year, day2, month2, year2 } = found.groups ?? {}
  const number = months.indexOf(month ?? month2 ?? '') + 1
  return { written: found[0], day: Number.parseInt(day ?? day2 ?? '', 10), month: number, year: Number(year ?? year2) }
}
const two = (value: number): string => String(value).padStart(2, '0')
const datesIn = (
  language: Tongue,
  { day, month, year }: { day: number; month: number; year: number },
): readonly string[] => {
  const name = tonguesData[language].months[month - 1] ?? ''
  const iso = [`${year}-${two(month)}-${two(day)}`]
  switch (language) {
    case 'fr':
      return [
        ...iso,
        `${day} ${name} ${year}`,
        `${two(day)}/${two(month)}/${year}`,
        `${spellFrench(day)} ${name} ${year}`,
      ]
    case 'en':
      return [
        ...iso,
        `${day} ${name} ${year}`,
        `${name} ${day}, ${year}`,
        `${name} ${day} ${year}`,
        `the ${day}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'} of ${name} ${year}`,
        `${day} ${name.slice(0, 3)} ${year}`,
        `${two(month)}/${two(day)}/${year}`,
      ]
    case 'de':
      return [...iso, `${day}. ${name} ${year}`, `${two(day)}.${two(month)}.${year}`, `${day}.${month}.${year}`]
    case 'es':
      return [
        ...iso,
        `${day} de ${name} de ${year}`,
        `${two(day)}/${two(month)}/${year}`,
        `${day} de ${name} del ${year}`,
      ]
  }
}
/** A person’s name inside the sentence: a first name and a family name of plain letters. */
const person = ({ text, paragraph, language }: Given): readonly [string, string] | undefined => {
  const first = tonguesData[language].firstNames.join('|')
  const found = new RegExp(
    `(?<=[\\p{Ll},’'] )(?<first>${first}) (?<last>\\p{Lu}\\p{Ll}{3,})(?![\\p{L}’'-]| \\p{Lu})`,
    'u',
  ).exec(text)
  const last = found?.groups?.last
  return found && last && paragraph.text.includes(last) ? [found[0], last] : undefined
}
const cross: Change = (given) => {
  const own = places.filter((row) =>
    new RegExp(`(?<![\\p{L}-])${row[given.language]}(?![\\p{L}-])`, 'u').test(given.paragraph.text),
  )
  const year = /(?<![\d.,–-])(?:1[5-9]\d\d|20[01]\d)(?<!0)(?![\d.,–-]\d|\d)/u.exec(given.text)?.[0]
  return (['fr', 'en', 'de', 'es'] as const)
    .filter((spoken) => spoken !== given.language)
    .flatMap((spoken) =>
      own
        .slice(0, 2)
        .flatMap((row) => [
          { spoken, draft: saying(given, tonguesData[spoken].about(row[spoken])) },
          ...(year === undefined ? [] : [{ spoken, draft: saying(given, tonguesData[spoken].in(row[spoken], year)) }]),
        ]),
    )
}
const groups = (number: string): readonly string[] =>
  ['\u00a0', '\u202f', '\u2009', ' ', "'", '’', ''].map((separator) =>
    number.replace(/\D/gu, '').replace(/(?<=\d)(?=(?:\d{3})+$)/gu, separator),
  )

export const trueClaims: Changes = {
  'a lead-in': claiming((given) =>
    of(given).leads.flatMap((lead) => [
      `${lead}${given.text}`,
      `${lead}${(given.text[0] ?? '').toLowerCase()}${given.text.slice(1)}`,
    ]),
  ),
  'a number regrouped': claiming((given) => {
    const found = grouped[given.language].exec(given.text)?.[0]
    const own = given.language === 'en' ? ',' : '.'
    return found === undefined
      ? undefined
      : [...groups(found), found.replace(/\D/gu, own)].map((number) => told(given, given.text.replace(found, number)))
  }),
  'a number spelled out': claiming((given) => {
    const large = grouped[given.language].exec(given.text)?.[0]
    const little = small.exec(given.text)?.[0]
    const spell = spellers[given.language]
    return [
      large === undefined
        ? undefined
        : told(given, given.text.replace(large, spell(Number(large.replace(/\D/gu, ''))))),
      little === undefined || Number(little) < 2
        ? undefined
        : told(given, given.text.replace(small, spell(Number(little)))),
    ]
  }),
  'a number in digits': claiming((given) => {
    const spell = spellers[given.language]
    const list = Array.from({ length: 88 }, (_, at) => at + 12)
    const found = list.find((number) =>
      new RegExp(`(?<![\\p{L}-])${spell(number)}(?![\\p{L}-]| (?:${of(given).numeralWords}))`, 'u').test(given.text),
    )
    return found === undefined
      ? undefined
      : told(given, given.text.replace(new RegExp(`(?<![\\p{L}-])${spell(found)}(?![\\p{L}-])`, 'u'), String(found)))
  }),
  'a percentage spelled or signed': claiming((given) => {
    const found = /(\d+(?:[.,]\d+)?)[\s\u00a0\u202f]?%/u.exec(given.text)
    const whole = found?.[1] !== undefined && /^\d+$/u.test(found[1])
    const spelled = new RegExp(`(\\d+(?:[.,]\\d+)?) (?:${of(given).percents.join('|')})(?!\\p{L})`, 'u').exec(
      given.text,
    )
    return [
      ...(found ? of(given).percents.map((word) => given.text.replace(found[0], `${found[1]} ${word}`)) : []),
      ...(found && whole
        ? [given.text.replace(found[0], `${spellers[given.language](Number(found[1]))} ${of(given).percent}`)]
        : []),
      ...(found
        ? [given.text.replace(found[0], `${found[1]}%`), given.text.replace(found[0], `${found[1]}\u202f%`)]
        : []),
      ...(spelled
        ? [given.text.replace(spelled[0], `${spelled[1]} %`), given.text.replace(spelled[0], `${spelled[1]}%`)]
        : []),
    ].map((text) => told(given, text))
  }),
  'a date reordered': claiming((given) => {
    const date = dateOf(given)
    return (
      date && datesIn(given.language, date).map((written) => told(given, given.text.replace(date.written, written)))
    )
  }),
  'the family name alone': claiming((given) => {
    const found = person(given)
    return found && given.text.replace(found[0], found[1])
  }),
  'names without their accents': claiming((given) =>
    once(given.text, /\p{Lu}[\p{L}’-]+/gu, (name) => name.normalize('NFD').replace(/\p{M}/gu, '')),
  ),
  'accents decomposed': claiming((given) => once(given.text, /.*/su, (text) => text.normalize('NFD'))),
  'other marks and spaces': claiming((given) => [
    given.text.replace(/[’‘]/gu, "'").replace(/[“”„]/gu, '"'),
    given.text.replace(/ /gu, '\u00a0'),
    given.text.replace(/ (?=\d)/gu, '\u202f'),
    given.text.replace(/[–—]/gu, '-'),
  ]),
  'between quotation marks': claiming((given) =>
    /["«»“”„]/u.test(given.text)
      ? undefined
      : [`« ${bare(given.text)} ».`, `“${bare(given.text)}”.`, `"${bare(given.text)}".`].map((text) =>
          told(given, text),
        ),
  ),
  'names and years in another language': cross,
}
