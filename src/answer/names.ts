/**
 * Guarantees that a claim names nobody and nothing that its cited paragraphs, their article's title or its source do
 * not name. A name is told by its capital; where every word has one, or the first of a sentence, by being no common
 * word. Forms are forgiven that a reader would take for the same name: without accents, the family name alone, an
 * acronym of what is written out, Moscou for Moscow, Poutine for Putin.
 */
import { isStopWord, stemOf } from '../text/analyse.ts'
import { named } from '../text/calendar.ts'
import { fold } from '../text/fold.ts'
import { primarySubtag, sameLanguage } from '../text/language.ts'
import { type FormWord, thingsAt } from '../text/name-forms.ts'
import { numeralsOf } from '../text/numeral-words.ts'
import { hasVocabulary, isCommonWord } from '../text/vocabulary.ts'
import type { Language } from '../types.ts'
import { isOwnAcronym, isWrittenOut, pluralAcronym } from './acronyms.ts'
import { countedInRoman } from './figure-periods.ts'
import {
  adjective,
  cityOf,
  connectives,
  isArticle,
  isEra,
  isHeadline,
  isVerb,
  LONG_WORD,
  objects,
  otherSpellings,
  smallGerman,
  transcribed,
} from './name-plain.ts'
import { type Word, wordsOf } from './name-reader.ts'
import { genericNames } from './name-words.ts'
import { skeleton } from './skeleton.ts'
import { isCurrencyCode, unitNamed } from './unit-forms.ts'
import type { Written } from './written.ts'

type Source = {
  readonly language: Language
  readonly words: ReadonlySet<string>
  readonly row: readonly string[]
  /** Those without a capital, and those with one. */
  readonly small: ReadonlySet<string>
  readonly capitals: ReadonlySet<string>
  readonly things: ReadonlySet<number>
  readonly skeletons: ReadonlySet<string>
  /** The first letters of its words in a row, of all and of those with four letters or more. */
  readonly initials: readonly string[]
}

const read = new WeakMap<Written, Source>()

const sourceOf = (written: Written): Source => {
  const old = read.get(written)
  if (old) return old
  const words = wordsOf(written.text)
  const cities = words.flatMap((word) => cityOf(word, written.language))
  const things = new Set(
    [words, ...cities.map((city) => [city])].flatMap((list) =>
      list.flatMap((_, at) => thingsAt(list, at).map(({ thing }) => thing)),
    ),
  )
  const initials = (some: readonly Word[]): string =>
    some.map(({ raw, text }) => (/^\p{Lu}/u.test(raw) ? (text[0] ?? '').toUpperCase() : (text[0] ?? ''))).join('')
  const source = {
    language: written.language,
    words: new Set([...words, ...cities].map(({ text }) => text)),
    row: words.map(({ text }) => text),
    capitals: new Set(words.flatMap(({ capital, text }) => (capital ? [text] : []))),
    small: new Set(words.flatMap(({ raw, text }) => (/^\p{Ll}/u.test(raw) ? [text] : []))),
    things,
    skeletons: new Set(words.map(({ raw }) => skeleton(raw, written.language))),
    initials: [initials(words), initials(words.filter(({ text }) => text.length >= LONG_WORD))],
  }
  read.set(written, source)
  return source
}

const stems = new WeakMap<Source, ReadonlySet<string>>()
/** Of its words without a capital; made where a claim asks for them. */
const stemsOf = (source: Source): ReadonlySet<string> => {
  const old = stems.get(source)
  if (old) return old
  const found = new Set([...source.small].map((text) => stemOf(text, source.language)))
  stems.set(source, found)
  return found
}

/** North and South Korea hold North Korea: so many words may stand in the place of one. */
const NEAR = 3

const isNear = (name: readonly Word[], { words, row }: Source): boolean =>
  name.every(({ text }) => words.has(text)) &&
  row.some((_, at) => {
    const stretch = row.slice(at, at + NEAR * name.length)
    return name.every(({ text }) => stretch.includes(text))
  })

const roman = /^(?=[IVXLCDM])M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})(?:e|er|es|ème|th|st|nd|rd)?$/u
const centuries = new Set('siecle siecles century centuries siglo siglos secolo jahrhundert'.split(' '))

const scaleWords = new Set('M Md Mds Mrd Mio Mn Bn K'.split(' '))

/** Whether a word is a figure, which `figures` judges: a month, a weekday, a number in words, the XX of a century. */
const isFigure = (words: readonly Word[], at: number, language: Language): boolean => {
  const word = words[at]
  if (!word) return false
  if (named('month', word.lexeme, language) || named('weekday', word.lexeme, language)) return true
  // 1,2 Md€, 250 Mio. Euro
  if (word.counted && scaleWords.has(word.raw)) return true
  const { small, sizes, groups, multipliers } = numeralsOf(language)
  if ([small, sizes, groups, multipliers].some((numbers) => numbers.has(word.text))) return true
  const nearby = [at - 1, at + 1, at + 2, at + 3, at + 4].map((index) => words[index]?.text ?? '')
  if (!roman.test(word.raw)) return false
  return nearby.some((text) => centuries.has(text)) || countedInRoman.has(nearby[0] ?? '')
}

const singular = (text: string): string => (text.length > LONG_WORD && text.endsWith('s') ? text.slice(0, -1) : text)

const shortAcronym = /^\p{Lu}{2,3}$/u

/** A name that was not found; `tested`: whether its language is one in which that is certain. */
export type UnsupportedName = { readonly name: string; readonly tested: boolean }

/** In these every noun has a capital: only a place and a first name beside a family name are told from other nouns. */
const capitalisesNouns = new Set(['de', 'lb'])

/**
 * The names of a claim that none of the sources, read together, holds: cited paragraphs, titles, publications' names.
 * Never throws; linear in the texts' lengths.
 */
export const unsupportedNames = (claim: Written, written: readonly Written[]): readonly UnsupportedName[] => {
  const { language } = claim
  const words = wordsOf(claim.text)
  if (!words.some(({ capital }) => capital)) return []
  const sources = written.map(sourceOf)
  const tested = hasVocabulary(language)
  const nouns = capitalisesNouns.has(primarySubtag(language))
  let headed: boolean | undefined
  const headline = (): boolean => (headed ??= isHeadline(words, language))
  const shouted = words.length > 1 && words.every(({ raw }) => raw === raw.toUpperCase())

  const known = words.map((_, at) => thingsAt(words, at))
  const things = new Set<number>()
  for (const [at, list] of known.entries())
    for (const { thing, length } of list)
      if (sources.some((source) => source.things.has(thing)))
        for (let index = at; index < at + length; index++) things.add(index)

  // The words of a name that we know whole: United States and another kingdom are no United Kingdom.
  const apart = new Set<number>()
  for (const [at, list] of known.entries()) {
    const length = list[0]?.length ?? 0
    if (length < 2 || things.has(at) || sources.some((source) => isNear(words.slice(at, at + length), source))) continue
    for (let index = at; index < at + length; index++) if (!things.has(index)) apart.add(index)
  }

  /** At the beginning of a sentence a form of a word that the sources have is that word: Empataron, of empatar. */
  const isForm = (text: string): boolean => {
    const stem = stemOf(text, language)
    return sources.some((source) => sameLanguage(source.language, language) && stemsOf(source).has(stem))
  }
  const isThing = (list: readonly FormWord[]): boolean =>
    thingsAt(list, 0).some(({ thing }) => sources.some((source) => source.things.has(thing)))
  const stands = (text: string): boolean => sources.some((source) => source.words.has(text))
  /** The UN is no un of French. */
  const isSmallWord = (raw: string, text: string): boolean =>
    shortAcronym.test(raw) && !shouted && sources.every(({ capitals }) => !capitals.has(text))
  /** The Kennedys won; but over the Aldgates contract is no form of Aldgate. */
  const isPlural = (at: number): boolean => {
    const [before, next] = [words[at - 1], words[at + 1]]
    if (before?.text !== 'the') return false
    return before.first || next?.beside !== true || isStopWord(next.text, language)
  }
  /** Behind a name with a number: M134 Minigun. */
  const isLabelled = (at: number): boolean => {
    const before = words[at - 1]
    return before !== undefined && /^\p{Lu}\p{N}+\s$/u.test(claim.text.slice(before.start, words[at]?.start))
  }
  /** Behind another part of a name, which no common word is: the Croft of Hannah Croft. */
  const isFamily = (at: number): boolean => {
    const [before, here] = [words[at - 1], words[at]]
    return before?.capital === true && here?.beside === true && !isCommonWord(before.text, language)
  }
  /** The sources have another name behind the one before it, which the claim leaves out: Paul Lowe, of Paul Love. */
  const isReplaced = (at: number): boolean => {
    const before = words[at - 1]
    if (!before || !isFamily(at)) return false
    return sources.some(({ row, small }) =>
      row.some((text, place) => {
        const next = row[place + 1]
        return (
          text === before.text && next !== undefined && !small.has(next) && !words.some((each) => each.text === next)
        )
      }),
    )
  }
  const isHeld = (at: number): boolean => {
    const word = words[at]
    if (!word) return true
    const { raw, text } = word
    if (things.has(at)) return true
    if (apart.has(at)) return false
    if ((stands(text) && !isSmallWord(raw, text)) || otherSpellings(text).some(stands)) return true
    // Miniguns, the Kennedys; but Hannah Crofts is not Hannah Croft.
    // Beside another capital only where that stands as it is: World Record of World Records, no Marco Vegas of Marcos Vega.
    const beside = [words[at - 1], words[at + 1]].filter(
      (each, side) => each?.capital === true && (side === 0 ? word.beside : each.beside),
    )
    const isNumberFree =
      !isFamily(at) &&
      beside.every((each) => each === undefined || stands(each.text)) &&
      (isCommonWord(singular(text), language) || isPlural(at) || isLabelled(at))
    if (isNumberFree && !shortAcronym.test(raw) && (stands(singular(text)) || stands(`${text}s`))) return true
    // Voelker is Völker.
    const untranscribed = text.replaceAll(transcribed, '$1')
    if (untranscribed !== text && stands(untranscribed)) return true
    // François Ier, Henry VIIIth.
    if (roman.test(raw) && stands(text.replace(/(?<=[ivxlcdm])(?:er|es|e|eme|th|st|nd|rd)$/u, ''))) return true
    if (cityOf(word, language).some((city) => stands(city.text) || isThing([city]))) return true
    if (sources.some((source) => isWrittenOut(raw, source.initials))) return true
    const [, one] = pluralAcronym.exec(raw) ?? []
    if (one !== undefined && (stands(fold(one)) || sources.some((source) => isWrittenOut(one, source.initials))))
      return true
    if (isOwnAcronym(claim.text, words, at)) return true
    // 35 °C are 35 degrees Celsius: which of the two scales, the figure tells.
    if ((text === 'celsius' && stands('c')) || (text === 'fahrenheit' && stands('f'))) return true
    return sources.some(
      (source) =>
        !sameLanguage(source.language, language) &&
        !shortAcronym.test(raw) &&
        source.skeletons.has(skeleton(raw, language)),
    )
  }
  /** The sources count this name in Roman numerals, and none of them is this one. */
  const isOtherReign = (at: number): boolean => {
    const [before, here] = [words[at - 1], words[at]]
    if (!here || !before?.capital || !here.beside || !/^[IVX]$/u.test(here.raw)) return false
    const counted = sources.flatMap(({ row }) =>
      row.filter((text, place) => row[place - 1] === before.text && /^[ivx]+$/u.test(text)),
    )
    return counted.length > 0 && !counted.includes(here.text)
  }
  /** Whether no name is meant: a capital that grammar or a title asks for. */
  const isPlain = (at: number): boolean => {
    const word = words[at]
    if (!word) return true
    const { raw, text, first } = word
    const lower = raw.slice(1) === raw.slice(1).toLowerCase()
    if (isEra(words, at)) return true
    // A single letter is an initial; I, À and O are words; but Isabel I is not Isabel II.
    if (Array.from(text).length === 1) return !isOtherReign(at)
    if ((lower || raw === raw.toUpperCase()) && genericNames(language).has(text)) return true
    if (isFigure(words, at, language)) return true
    // What a number measures is judged with it: GBP 2.3 million, 45 MW, 60 Zentimeter.
    if (raw === 'US' && claim.text[word.end] === '$') return true
    if (isCurrencyCode(raw) && (word.counted || /^\s?\d/u.test(claim.text.slice(word.end)))) return true
    if (word.counted && unitNamed(text) !== undefined && (nouns || !lower)) return true
    const unsaid = shouted || (lower && (first || headline()))
    const next = words[at + 1]
    // Don't is no Don.
    if (next?.text === 't' && /n$/iu.test(raw) && /^['’]$/u.test(claim.text.slice(word.end, next.start))) return true
    // Preheat the oven: no name, which would not have an article behind it.
    if (lower && first && known[at]?.length === 0 && next?.beside && objects[primarySubtag(language)]?.has(next.text))
      return true
    // In another language a common word may be part of a name that was translated: the Court of Cassation.
    const foreign = sources.every((source) => !sameLanguage(source.language, language))
    if (!tested) return unsaid && !(nouns && !smallGerman.has(text))
    if (unsaid && known[at]?.length === 0 && isForm(text)) return true
    if (lower && first && known[at]?.length === 0 && isVerb(raw, language)) return true
    if (isReplaced(at)) return false
    if (unsaid || (lower && foreign)) return isCommonWord(text, language) && known[at]?.length === 0
    // In D.C. However: nobody is called so.
    if (lower && connectives.has(text)) return true
    return lower && isCommonWord(text, language) && isArticle(text, language)
  }

  const missing = words.flatMap((word, at) => {
    if (!word.capital || isHeld(at) || isPlain(at)) return []
    return [at]
  })
  /** Drei Tore Rückstand are no name. */
  const isCounted = (at: number): boolean =>
    words[at]?.counted === true ||
    numeralsOf(language).small.has(words[at - 1]?.text ?? '') ||
    unitNamed(words[at]?.text ?? '') !== undefined
  /** Höhere Kosten, with the capital of its sentence. */
  const isAdjective = (at: number): boolean => words[at]?.first === true && adjective.test(words[at]?.text ?? '')
  const beside = (at: number): boolean => words[at]?.beside === true
  /** Anna, where a source has Anna Becker. */
  const beginsName = (word: Word | undefined): boolean =>
    word?.capital === true &&
    !smallGerman.has(word.text) &&
    sources.some(({ row, small }) =>
      row.some((text, at) => {
        const next = row[at + 1]
        return text === word.text && !small.has(text) && next !== undefined && !small.has(next)
      }),
    )
  const certain = nouns
    ? missing.filter(
        (at) =>
          ((known[at]?.length ?? 0) > 0 && unitNamed(words[at]?.text ?? '') === undefined) ||
          (missing.includes(at + 1) && beside(at + 1) && !isCounted(at) && !isAdjective(at)) ||
          (beside(at) &&
            !isCounted(at - 1) &&
            !isAdjective(at - 1) &&
            (missing.includes(at - 1) || beginsName(words[at - 1]))),
      )
    : missing
  return joined(words, certain).map((range) => ({
    name: claim.text.slice(words[range[0]]?.start, words[range[1]]?.end),
    tested,
  }))
}

/** Words missing side by side are one name. */
const joined = (words: readonly Word[], missing: readonly number[]): readonly (readonly [number, number])[] => {
  const ranges: [number, number][] = []
  for (const at of missing) {
    const last = ranges.at(-1)
    if (last && last[1] === at - 1 && words[at]?.beside) last[1] = at
    else ranges.push([at, at])
  }
  return ranges
}
