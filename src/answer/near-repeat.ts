/**
 * Warns where a claim nearly repeats a sentence of its paragraphs and turns what it says: by a negation, a reservation,
 * an opposite word, or two names in each other's place. On freer wording such rules are wrong far more often than
 * right, so that they are applied to near repeats alone.
 */
import { primarySubtag } from '../text/language.ts'
import { lexemes } from '../text/lexemes.ts'
import { invisible } from '../text/typography.ts'
import type { Language } from '../types.ts'
import {
  align,
  type Difference,
  difference,
  MAXIMUM_TOKENS,
  REACH,
  type Sentence,
  sentencesOf,
  type Token,
  tokensOf,
} from './alignment.ts'
import { type PolarityWords, polarityWords } from './polarity-words.ts'
import type { Warning } from './problem.ts'
import type { Written } from './written.ts'

const nouns = new Set(['de', 'lb'])

const negated = (tokens: readonly Token[], { negations }: PolarityWords): readonly string[] =>
  tokens.filter(({ text }) => negations.has(text)).map(({ text }) => text)

const until = new Set('until till unless before avant hasta antes bis'.split(' '))

/** A negation too many or too few: each that was put in or left out must have its like on the other side. */
const negationDiffers = ({ claim, stretch, added, left }: Difference, words: PolarityWords): Warning | undefined => {
  const put = negated(added, words)
  const out = negated(left, words)
  if (put.length === out.length) return undefined
  // It did not open until May: it opened in May.
  if (stretch.some(({ text }) => until.has(text)) !== claim.some(({ text }) => until.has(text))) return undefined
  // What stands elsewhere in the claim or the stretch has only moved.
  if (negated(claim, words).length === negated(stretch, words).length) return undefined
  return { code: 'negation_differs', words: [...put, ...out].join(' ') }
}

const oppositeWord = ({ added, left, behind }: Difference, { opposites }: PolarityWords): Warning | undefined => {
  for (const { text, stem } of added) {
    const against = opposites.get(stem)
    const source = against && [...left, ...behind].find((token) => against.has(token.stem))
    if (source) return { code: 'opposite_word', word: text, source: source.text }
  }
  return undefined
}

/** What a reservation is about stands within this many tokens behind it. */
const HEDGED = 2

const round = /^(?:dix|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?$|^(?:decena|docena|veintena)s?$/u

const hedgeDiffers = ({ claim, stretch, added, left }: Difference, { hedges }: PolarityWords): Warning | undefined => {
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

/** The whole name around a place, `to` exclusive. */
const nameAround = (tokens: readonly Token[], at: number): readonly [from: number, to: number] => {
  let [from, to] = [at, at + 1]
  while (tokens[from - 1]?.name) from--
  while (tokens[to]?.name) to++
  return [from, to]
}

/** The claim with the whole names around two places in each other's. */
const exchanged = (claim: readonly Token[], first: number, second: number): readonly Token[] => {
  const [[a, b], [c, d]] = [nameAround(claim, first), nameAround(claim, second)]
  if (b > c) return claim
  return [claim.slice(0, a), claim.slice(c, d), claim.slice(b, c), claim.slice(a, b), claim.slice(d)].flat()
}

/** Two names, or two figures, that stand in the claim in the other's place. */
const namesExchanged = ({ claim, sentence, pairs, added }: Difference): Warning | undefined => {
  const content = claim.filter((token) => token.content && !token.name).length
  const kept = pairs.filter(([at]) => claim[at]?.content && !claim[at]?.name).length
  if (kept < content * 0.75) return undefined
  const order = (tokens: readonly Token[], stem: string): number => tokens.findIndex((token) => token.stem === stem)
  const moved = added.filter(
    (token) =>
      (token.name || (token.content && order(claim, token.stem) === 0)) &&
      order(sentence, token.stem) >= 0 &&
      // What stands without a capital as well is no name.
      ![...claim, ...sentence].some(({ stem, capital }) => stem === token.stem && !capital),
  )
  for (const one of moved)
    for (const other of claim) {
      if (other.stem === one.stem || !(other.name || order(claim, other.stem) === 0) || !other.content) continue
      const [a, b, c, d] = [
        order(claim, one.stem),
        order(claim, other.stem),
        order(sentence, one.stem),
        order(sentence, other.stem),
      ] as const
      if (c < 0 || d < 0 || a < b === c < d) continue
      // Exchanged they are where exchanging them once more makes the claim repeat no less; else phrases have only moved.
      const back = exchanged(claim, Math.min(a, b), Math.max(a, b))
      if (align(back, sentence).length >= pairs.length)
        return { code: 'names_exchanged', names: [one.text, other.text] }
    }
  return undefined
}

/** Of its words a claim must repeat as many, in order, once two of its names have changed places. */
const EXCHANGED_WORDS = 0.9

/** Of a claim that repeats no sentence in its order, whether it does with two of its names in each other's place. */
const onlyExchanged = (claim: readonly Token[], sentences: readonly Sentence[]): Warning | undefined => {
  const isName = (at: number): boolean =>
    claim[at]?.name === true || (at === 0 && claim[0]?.capital === true && claim[0].content)
  const names = claim.flatMap((_, at) => (isName(at) && !isName(at - 1) ? [at] : []))
  for (const [index, first] of names.entries())
    for (const second of names.slice(index + 1)) {
      // The one and the other is the other and the one.
      if (!claim.slice(nameAround(claim, first)[1], second).some(({ content }) => content)) continue
      const back = exchanged(claim, first, second)
      const repeats = sentences.some(
        (sentence) => (difference(back, sentence)?.pairs.length ?? 0) >= EXCHANGED_WORDS * claim.length,
      )
      if (repeats) return { code: 'names_exchanged', names: [claim[first]?.text ?? '', claim[second]?.text ?? ''] }
    }
  return undefined
}

/** The digits of a figure, however they are grouped. */
const digitsOf = ({ text }: Token): string => (/^\p{N}/u.test(text) ? text.replace(/\P{N}/gu, '') : '')

/** A name or a figure that stands elsewhere in the paragraphs, in the place of the sentence's own. */
const replaced = (
  { claim, pairs, added }: Difference,
  { tokens: sentence, stems }: Sentence,
  all: readonly Sentence[],
  named: boolean,
): Warning | undefined => {
  const everything = all.flatMap(({ tokens }) => tokens)
  // A first word has its capital anyway: what it is shows where it stands elsewhere.
  const isName = (token: Token, first: Token | undefined): boolean =>
    named &&
    token.content &&
    (token.name || token === first) &&
    everything.some((other) => other.name && other.text === token.text)
  const isFigure = (token: Token): boolean =>
    digitsOf(token) !== '' && everything.some((other) => digitsOf(other) === digitsOf(token))
  for (const strange of added) {
    const figure = isFigure(strange)
    if (!figure && !isName(strange, claim[0])) continue
    const at = claim.indexOf(strange)
    // Between the same neighbours the sentence has one of its own, which the claim has nowhere.
    const before = pairs.findLast(([place]) => place < at)
    const after = pairs.find(([place]) => place > at)
    const between = sentence.slice((before?.[1] ?? -1) + 1, after?.[1])
    if (stems.has(strange.stem)) {
      // What the same sentence says may have moved: only with nothing but names between is it in another's place.
      const [from, to] = nameAround(claim, at)
      if (before?.[0] !== from - 1 || after?.[0] !== to || !between.every(({ name }) => name)) continue
    }
    const own = between.find((token) => (figure ? digitsOf(token) !== '' : isName(token, sentence[0])))
    const isSaid =
      own && claim.some((token) => token.stem === own.stem || (figure && digitsOf(token) === digitsOf(own)))
    if (own && !isSaid) return { code: 'names_exchanged', names: [strange.text, own.text] }
  }
  return undefined
}

/** Words behind all that the claim repeats, of which the paragraphs have none. */
const TAIL_WORDS = 2

const inventedTail = ({ claim, pairs }: Difference, sentences: readonly Sentence[]): Warning | undefined => {
  const last = pairs.findLast(([at]) => claim[at]?.content)?.[0] ?? 0
  const tail = claim
    .slice(last + 1)
    .filter(
      ({ content, text, stem }) => content && !/\d/u.test(text) && !sentences.some(({ stems }) => stems.has(stem)),
    )
  return tail.length < TAIL_WORDS ? undefined : { code: 'invented_tail', words: tail.map(({ text }) => text).join(' ') }
}

/**
 * What a claim turns round of the sentence that it repeats most of; at most one warning of each kind. The sources are
 * of its language. Never throws.
 */
export const turnedRound = (claim: Written, sources: readonly Written[]): readonly Warning[] => {
  const words = polarityWords(claim.language)
  if (!words) return []
  const tokens = tokensOf(claim.text, claim.language)
  if (tokens.length > MAXIMUM_TOKENS) return []
  const all = sources.flatMap(sentencesOf)
  const candidates = all.flatMap((sentence) => {
    const found = difference(tokens, sentence)
    return found ? [{ found, sentence }] : []
  })
  const best = candidates.toSorted((a, b) => b.found.pairs.length - a.found.pairs.length)[0]
  // Where every noun has a capital, a name is not told from one.
  const isNamed = !nouns.has(primarySubtag(claim.language))
  if (!best) {
    const warning = isNamed ? onlyExchanged(tokens, all) : undefined
    return warning ? [warning] : []
  }
  const { found, sentence } = best
  return [
    negationDiffers(found, words),
    oppositeWord(found, words),
    hedgeDiffers(found, words),
    inventedTail(found, all),
    (isNamed ? namesExchanged(found) : undefined) ?? replaced(found, sentence, all, isNamed),
  ].filter((warning) => warning !== undefined)
}

const unseen = new RegExp(invisible, 'gu')
/** What is read of the text before a quotation, in UTF-16 code units. */
const BEFORE = 40

/**
 * Whether the words just before a quotation take back what it says, and the claim does not say them: it did not | open
 * to the public.
 */
export const startsAfterNegation = (text: string, start: number, language: Language, claim: string): boolean => {
  const words = polarityWords(language)
  if (!words) return false
  const before = text.slice(Math.max(0, start - BEFORE), start).replace(unseen, '')
  if (/[.!?;:…»”"]\s*$/u.test(before) || /[,–—(]\s*$/u.test(before)) return false
  const last = lexemes(before)
    .slice(-2 * REACH)
    .filter(({ kind }) => kind === 'word')
    .slice(-2)
  const at = last.findIndex(({ text: word }) => words.negations.has(word))
  const from = at >= 0 ? last[at]?.start : /n['’]t\s*$/u.test(before) ? last[0]?.start : undefined
  if (from === undefined) return false
  const [first = ''] = text.slice(start).match(/[\p{L}\p{M}\p{N}]+/u) ?? []
  const row = (some: string): string =>
    ` ${lexemes(some)
      .filter(({ kind }) => kind !== 'mark')
      .map((each) => each.text)
      .join(' ')} `
  return !row(claim).includes(row(before.slice(from) + first))
}
