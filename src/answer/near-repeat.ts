/**
 * Warns where a claim nearly repeats a sentence of its paragraphs and turns what it says: by a negation, a reservation,
 * an opposite word, or two names in each other's place. On freer wording such rules are wrong far more often than
 * right, so that they are applied to near repeats alone.
 */
import { stemOf } from '../text/analyse.ts'
import { fold } from '../text/fold.ts'
import { primarySubtag } from '../text/language.ts'
import { type Lexeme, lexemes } from '../text/lexemes.ts'
import { numeralsOf } from '../text/numeral-words.ts'
import { invisible } from '../text/typography.ts'
import type { Language } from '../types.ts'
import {
  BRIEF,
  type Difference,
  difference,
  MAXIMUM_TOKENS,
  REACH,
  type Sentence,
  sentencesOf,
  type Token,
  tokensOf,
} from './alignment.ts'
import { directionsExchanged, nameReplaced, namesExchanged } from './exchanged.ts'
import { boundWords, comparing, denying, isExcepted, staying, until } from './negations.ts'
import { type PolarityWords, polarityWords } from './polarity-words.ts'
import type { Warning } from './problem.ts'
import { turnedInRetelling } from './retold.ts'
import { unitNamed } from './unit-forms.ts'
import type { Written } from './written.ts'

const nouns = new Set(['de', 'lb'])

const negated = (tokens: readonly Token[], { negations }: PolarityWords): readonly string[] =>
  tokens.filter(({ text }) => negations.has(text)).map(({ text }) => text)

/** A negation too many or too few: each that was put in or left out must have its like on the other side. */
const negationDiffers = (
  { claim, stretch, sentence, added, left }: Difference,
  words: PolarityWords,
): Warning | undefined => {
  const put = negated(added, words)
  const out = negated(left, words)
  if (put.length === out.length) return undefined
  // It did not open until May: it opened in May.
  if (stretch.some(({ text }) => until.has(text)) !== claim.some(({ text }) => until.has(text))) return undefined
  if (isExcepted(claim, sentence)) return undefined
  // Avoid it is do not; what is forbidden is not allowed.
  if ((put.length > out.length ? left : added).some(({ text }) => denying.has(text))) return undefined
  if (out.length > put.length && added.some(({ text }) => staying.has(text))) return undefined
  // What stands elsewhere in the claim or the stretch has only moved.
  const near = sentence.slice(
    sentence.indexOf(stretch[0] as Token),
    sentence.indexOf(stretch.at(-1) as Token) + 1 + REACH,
  )
  if ([stretch, near].some((tokens) => negated(claim, words).length === negated(tokens, words).length)) return undefined
  return { code: 'negation_differs', words: [...put, ...out].join(' ') }
}

/** The menos of al menos is no contrary of más. */
const isBound = (sentence: readonly Token[], token: Token): boolean =>
  boundWords.has(sentence[sentence.indexOf(token) - 1]?.text ?? '')

const oppositeWord = (
  { claim, added, left, behind, sentence, stretch }: Difference,
  { opposites, negations }: PolarityWords,
): Warning | undefined => {
  if (isExcepted(claim, sentence)) return undefined
  for (const { text, stem } of added) {
    // Where the stretch has it as often, it may only have moved.
    const times = (tokens: readonly Token[]): number => tokens.filter((token) => token.stem === stem).length
    const against = times(stretch) >= times(claim) ? undefined : opposites.get(stem)
    const isDenied = (tokens: readonly Token[], at: number): boolean =>
      tokens.slice(Math.max(0, at - REACH), at).some((token) => negations.has(token.text))
    // What is not allowed is forbidden.
    const isOpposite = (token: Token): boolean =>
      against?.has(token.stem) === true &&
      !(comparing.has(text) && isBound(sentence, token)) &&
      isDenied(sentence, sentence.indexOf(token)) ===
        isDenied(
          claim,
          claim.findIndex((each) => each.text === text),
        )
    const source = [...left, ...behind].find(isOpposite)
    if (source) return { code: 'opposite_word', word: text, source: source.text }
  }
  return undefined
}

/** What a reservation is about stands within this many tokens behind it. */
const HEDGED = 2

const round = /^(?:dix|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?$|^(?:decena|docena|veintena)s?$/u

/** Of its words a claim must repeat as many, for a reservation to be missed in it: people write without them. */
const RESERVED_WORDS = 0.8

const hedgeDiffers = (
  { claim, stretch, added, left, pairs }: Difference,
  { hedges }: PolarityWords,
): Warning | undefined => {
  if (pairs.length < RESERVED_WORDS * claim.length) return undefined
  const changed = new Set([...added, ...left])
  const of = (tokens: readonly Token[], other: readonly Token[]) =>
    tokens.flatMap(({ text }, at) =>
      (hedges.get(text) ?? []).flatMap((hedge) => {
        const here = tokens.slice(at, at + hedge.length)
        if (!hedge.every((word, index) => here[index]?.text === word)) return []
        const said = tokens.slice(at + hedge.length, at + hedge.length + HEDGED).filter(({ content }) => content)
        // About 15 million is no reservation of a claim that leaves the millions out.
        const repeated = said.length === 0 || said.some(({ stem }) => other.some((token) => token.stem === stem))
        return here.some((token) => changed.has(token)) ? [{ words: hedge.join(' '), repeated }] : []
      }),
    )
  const [has, had] = [of(claim, stretch), of(stretch, claim)]
  // Une trentaine is some thirty.
  if (stretch.some(({ text }) => round.test(text))) return undefined
  // Almost 24 is nearly twenty-four.
  if (has.length > 0 && had.length > 0) return undefined
  const words = [...had, ...has].filter(({ repeated }) => repeated).map((each) => each.words)
  return words.length === 0 ? undefined : { code: 'hedge_differs', words: words.join(', ') }
}

/** Words behind all that the claim repeats, of which the paragraphs have none. */
const TAIL_WORDS = 2

const inventedTail = ({ claim, pairs }: Difference, sentences: readonly Sentence[]): Warning | undefined => {
  const last = pairs.findLast(([at]) => claim[at]?.content)?.[0] ?? 0
  const tail = claim
    .slice(last + 1)
    .filter(
      ({ content, text, stem }) =>
        content &&
        !/\d/u.test(text) &&
        unitNamed(text) === undefined &&
        !sentences.some(({ stems }) => stems.has(stem)),
    )
  return tail.length < TAIL_WORDS ? undefined : { code: 'invented_tail', words: tail.map(({ text }) => text).join(' ') }
}

/** No, prices fell: says nothing that the rest does not. */
const reply = /^\s*(?:yes|no|oui|non|s[ií]|ja|nein)\s*[,:;.–—-]\s*/iu

/**
 * What a claim turns round of the sentence that it repeats most of; at most one warning of each kind. The sources are
 * of its language. Never throws.
 */
export const turnedRound = (claim: Written, sources: readonly Written[]): readonly Warning[] => {
  const words = polarityWords(claim.language)
  if (!words) return []
  const tokens = tokensOf(claim.text.replace(reply, ''), claim.language)
  if (tokens.length > MAXIMUM_TOKENS) return []
  const all = sources.flatMap(sentencesOf)
  const nearest = (briefly: boolean) =>
    all
      .flatMap((sentence) => {
        const found = difference(tokens, sentence, briefly)
        return found ? [{ found, sentence }] : []
      })
      .toSorted((a, b) => b.found.pairs.length - a.found.pairs.length)[0]
  const best = nearest(false)
  // Where every noun has a capital, a name is not told from one, if it is not of two words.
  const isNamed = !nouns.has(primarySubtag(claim.language))
  // What repeats a whole sentence word for word tells it in no other order.
  const isWhole = best?.found.pairs.length === tokens.length && best.sentence.tokens.length === tokens.length
  const moved = isWhole
    ? undefined
    : (directionsExchanged(tokens, all) ??
      turnedInRetelling(tokens, all, words, numeralsOf(claim.language), claim.language, isNamed))
  const swapped = namesExchanged(
    tokens,
    all,
    best?.found.pairs.length ?? 0,
    isNamed ? 1 : 2,
    words,
    numeralsOf(claim.language),
  )
  if (!best) {
    // Of a few words only what contradicts the sentence is sure.
    const brief = tokens.length <= BRIEF ? nearest(true)?.found : undefined
    if (swapped) return brief && oppositeWord(brief, words) ? [] : [swapped]
    if (moved) return [moved]
    return brief ? [negationDiffers(brief, words), oppositeWord(brief, words)].filter((each) => each !== undefined) : []
  }
  const { found, sentence } = best
  const opposite = oppositeWord(found, words)
  // Who is larger than another: the other is smaller.
  const [turned, exchange] = opposite && swapped ? [] : [opposite, swapped]
  return [
    negationDiffers(found, words),
    turned,
    hedgeDiffers(found, words),
    inventedTail(found, all),
    exchange ?? nameReplaced(found, sentence, all, isNamed, claim.language),
    moved,
  ]
    .filter((warning) => warning !== undefined)
    .filter(({ code }, at, warnings) => warnings.findIndex((each) => each.code === code) === at)
}

const unseen = new RegExp(invisible, 'gu')
/** What is read of the text before a quotation, in UTF-16 code units. */
const BEFORE = 40

/** The words of a text just before a place, if no mark parts them from it. */
const wordsBefore = (text: string, start: number): readonly Lexeme[] => {
  const before = text.slice(Math.max(0, start - BEFORE), start).replace(unseen, '')
  if (/[.!?;:…»”"]\s*$/u.test(before) || /[,–—(]\s*$/u.test(before)) return []
  return lexemes(before)
    .slice(-2 * REACH)
    .filter(({ kind }) => kind === 'word')
}

/** Its words and figures in a row. */
const row = (some: string): string =>
  ` ${lexemes(some)
    .filter(({ kind }) => kind !== 'mark')
    .map((each) => each.text)
    .join(' ')} `

/**
 * Whether the words just before a quotation take back what it says, and the claim does not say them: it did not | open
 * to the public.
 */
export const startsAfterNegation = (text: string, start: number, language: Language, claim: string): boolean => {
  const words = polarityWords(language)
  if (!words) return false
  const last = wordsBefore(text, start).slice(-2)
  const at = last.findIndex(({ text: word }) => words.negations.has(word))
  const contracted = last.at(-1)?.text === 't' && last.at(-2)?.text.endsWith('n') === true
  const from = at >= 0 ? at : contracted ? 0 : -1
  if (from < 0) return false
  const [first = ''] = text.slice(start).match(/[\p{L}\p{M}\p{N}]+/u) ?? []
  const said = last.slice(from).map(({ raw }) => raw)
  return !row(claim).includes(row([...said, first].join(' ')))
}

/** Whether a quotation ends with a negation, and the claim says without it what that denies: the minister did not | resign. */
export const endsAfterNegation = (text: string, end: number, language: Language, claim: string): boolean => {
  // Most quotations end with their sentence.
  const [, next] = /^\s+([\p{L}\p{M}\p{N}]+)/u.exec(text.slice(end, end + BEFORE)) ?? []
  const words = next === undefined ? undefined : polarityWords(language)
  const last = words && wordsBefore(text, end).at(-1)
  if (next === undefined || !last || !words.negations.has(last.text)) return false
  if (row(claim).includes(row(`${last.raw} ${next}`))) return false
  const denied = stemOf(fold(next), language)
  return tokensOf(claim, language).some(({ stem }) => stem === denied)
}

/** Whether just before a place a negation or a reservation stands that a claim beginning there leaves out. */
export const startsHeldBack = (text: string, start: number, language: Language, claim: string): boolean => {
  if (startsAfterNegation(text, start, language, claim)) return true
  const hedges = polarityWords(language)?.hedges
  const before = wordsBefore(text, start).map((each) => each.text)
  return before.some((first, at) =>
    (hedges?.get(first) ?? []).some((hedge) => hedge.join(' ') === before.slice(at).join(' ')),
  )
}
