/**
 * Warns where a claim nearly repeats a sentence of its paragraphs and turns what it says: by a negation, a reservation,
 * an opposite word, or two names in each other's place. On freer wording such rules are wrong far more often than
 * right, so that they are applied to near repeats alone.
 */
import { stemOf } from '../text/analyse.ts'
import { primarySubtag } from '../text/language.ts'
import { glued, lexemes } from '../text/lexemes.ts'
import { sentences } from '../text/sentences.ts'
import { lexicon } from '../text/tables.ts'
import type { Language } from '../types.ts'
import { type PolarityWords, polarityWords } from './polarity-words.ts'
import type { Warning } from './problem.ts'
import type { Written } from './written.ts'

type Token = {
  readonly text: string
  readonly stem: string
  readonly name: boolean
  readonly capital: boolean
  readonly content: boolean
}

/** Longer texts are no claims, and are not compared. In tokens. */
const MAXIMUM_TOKENS = 120
/**
 * Of a claim's content words, and of all its words, as many must stand in the same order in the sentence; never fewer
 * content words than this.
 */
const REPEATED_CONTENT = 0.7
const REPEATED_WORDS = 0.65
const FEWEST = 3
/** A negation that the claim leaves out may stand this many tokens before what it repeats. */
const REACH = 3

/** Stemming costs ten times a look-up, and texts repeat themselves. Words kept before all are forgotten. */
const KEPT = 20_000
const stems = new Map<string, string>()
const stem = (word: string, language: Language): string => {
  const key = `${language} ${word}`
  const known = stems.get(key)
  if (known !== undefined) return known
  if (stems.size >= KEPT) stems.clear()
  const found = stemOf(word, language)
  stems.set(key, found)
  return found
}

/** Some 150 people are about 150. */
const aboutFigures = /^[\p{N}\p{Sc}]/u

const tokensOf = (text: string, language: Language): readonly Token[] => {
  const stops = lexicon(language).folded
  // Where all are capitals, none tells a name.
  const shouted = !/\p{Ll}/u.test(text)
  const list = lexemes(text)
  const tokens: Token[] = []
  const add = (raw: string, word: string): void => {
    const content = !stops.has(word) && word.length > 1
    tokens.push({
      text: word,
      stem: stem(word, language),
      name: content && !shouted && /^\p{Lu}/u.test(raw) && tokens.length > 0,
      capital: /^\p{Lu}/u.test(raw),
      content,
    })
  }
  list.forEach(({ kind, raw, text: word }, at) => {
    if (kind === 'mark') return
    const before = tokens.at(-1)
    // didn't is did not; cannot is can not.
    if (before && word === 't' && before.text.endsWith('n') && glued(list, at) && glued(list, at - 1)) {
      tokens.pop()
      add(before.text, before.text === 'can' ? 'can' : before.text.slice(0, -1))
      add('not', 'not')
    } else if (word === 'cannot') {
      add('can', 'can')
      add('not', 'not')
    } else if (raw === 'May' && [at - 1, at + 1].some((next) => list[next]?.kind === 'digits')) add(raw, 'may 5')
    else if (word === 'some' || word === 'quelque')
      add(raw, aboutFigures.test(list[at + 1]?.raw ?? '') ? 'about' : word)
    else add(raw, word)
  })
  return tokens
}

const known = new WeakMap<Written, readonly (readonly Token[])[]>()
const sentencesOf = (source: Written): readonly (readonly Token[])[] => {
  const old = known.get(source)
  if (old) return old
  const found = sentences(source.text, source.language)
    .map(({ start, end }) => tokensOf(source.text.slice(start, end), source.language))
    .filter((tokens) => tokens.length <= MAXIMUM_TOKENS)
  known.set(source, found)
  return found
}

const nouns = new Set(['de', 'lb'])

type Pair = readonly [claim: number, sentence: number]

/** The longest common subsequence of two lists of tokens, as pairs of places (Wagner and Fischer, 1974). */
const align = (claim: readonly Token[], sentence: readonly Token[]): readonly Pair[] => {
  const width = sentence.length + 1
  const lengths = new Uint16Array((claim.length + 1) * width)
  const same = (i: number, j: number): boolean => claim[i]?.stem === sentence[j]?.stem
  for (let i = claim.length - 1; i >= 0; i--)
    for (let j = sentence.length - 1; j >= 0; j--)
      lengths[i * width + j] = same(i, j)
        ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < claim.length && j < sentence.length; ) {
    if (same(i, j)) pairs.push([i++, j++])
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++
    else j++
  }
  return pairs
}

/** What differs between a claim and the stretch of a sentence that it repeats. */
type Difference = {
  /** Of the claim alone, and of the stretch alone. */
  readonly added: readonly Token[]
  readonly left: readonly Token[]
  readonly sentence: readonly Token[]
  readonly claim: readonly Token[]
  readonly stretch: readonly Token[]
  readonly pairs: readonly Pair[]
}

const difference = (claim: readonly Token[], sentence: readonly Token[]): Difference | undefined => {
  const there = new Set(sentence.map((token) => token.stem))
  const common = claim.filter((token) => token.content && there.has(token.stem)).length
  if (common < FEWEST) return undefined
  const pairs = align(claim, sentence)
  const content = claim.filter((token) => token.content).length
  const repeated = pairs.filter(([at]) => claim[at]?.content).length
  if (repeated < FEWEST || repeated < REPEATED_CONTENT * content || pairs.length < REPEATED_WORDS * claim.length)
    return undefined
  const matched = pairs.filter(([at]) => claim[at]?.content)
  const from = Math.max(0, (matched[0]?.[1] ?? 0) - REACH)
  const to = (matched.at(-1)?.[1] ?? 0) + 1
  const inClaim = new Set(pairs.map(([at]) => at))
  const inSentence = new Set(pairs.map(([, at]) => at))
  return {
    added: claim.filter((_, at) => !inClaim.has(at)),
    left: sentence.filter((_, at) => at >= from && at < to && !inSentence.has(at)),
    claim,
    stretch: sentence.slice(from, to),
    sentence,
    pairs,
  }
}

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

const oppositeWord = ({ added, left }: Difference, { opposites }: PolarityWords): Warning | undefined => {
  for (const { text } of added) {
    const against = opposites.get(text)
    const source = against && left.find((token) => against.has(token.text))
    if (source) return { code: 'opposite_word', word: text, source: source.text }
  }
  return undefined
}

/** What a reservation is about stands within this many tokens behind it. */
const HEDGED = 2

const round = /^(?:dix|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?$|^(?:decena|docena|veintena)s?$/u

const hedgeDiffers = ({ claim, stretch, added, left }: Difference, { hedges }: PolarityWords): Warning | undefined => {
  const changed = new Set([...added, ...left])
  const of = (tokens: readonly Token[], other: readonly Token[]): readonly string[] =>
    hedges
      .filter((hedge) =>
        tokens.some((_, at) => {
          const here = tokens.slice(at, at + hedge.length)
          if (!hedge.every((word, index) => here[index]?.text === word)) return false
          const said = tokens.slice(at + hedge.length, at + hedge.length + HEDGED).filter(({ content }) => content)
          // About 15 million is no reservation of a claim that leaves the millions out.
          const repeated = said.length === 0 || said.some(({ stem }) => other.some((token) => token.stem === stem))
          return repeated && here.some((token) => changed.has(token))
        }),
      )
      .map((hedge) => hedge.join(' '))
  const [has, had] = [of(claim, stretch), of(stretch, claim)]
  // Une trentaine is some thirty.
  if (stretch.some(({ text }) => round.test(text))) return undefined
  return has.length > 0 === had.length > 0 ? undefined : { code: 'hedge_differs', words: [...had, ...has].join(', ') }
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
      if (c >= 0 && d >= 0 && a < b !== c < d) return { code: 'names_exchanged', names: [one.text, other.text] }
    }
  return undefined
}

/** A name that stands elsewhere in the paragraphs, in the place of the sentence's own. */
const nameReplaced = (
  { claim, pairs, added }: Difference,
  sentence: readonly Token[],
  paragraphs: ReadonlySet<string>,
): Warning | undefined => {
  const stems = new Set(sentence.map(({ stem }) => stem))
  const strange = added.find(
    (token) =>
      (token.name || claim[0] === token) && token.content && paragraphs.has(token.text) && !stems.has(token.stem),
  )
  if (!strange) return undefined
  const at = claim.indexOf(strange)
  // Between the same neighbours the sentence has a name of its own.
  const before = pairs.findLast(([place]) => place < at)?.[1] ?? -1
  const after = pairs.find(([place]) => place > at)?.[1] ?? sentence.length
  const own = sentence.slice(before + 1, after).find((token) => token.name && token.content)
  return own && { code: 'names_exchanged', names: [strange.text, own.text] }
}

/** Words behind all that the claim repeats, of which the paragraphs have none. */
const TAIL_WORDS = 2

const inventedTail = ({ claim, pairs }: Difference, sentences: readonly (readonly Token[])[]): Warning | undefined => {
  const last = pairs.findLast(([at]) => claim[at]?.content)?.[0] ?? 0
  const stems = new Set(sentences.flat().map(({ stem }) => stem))
  const tail = claim
    .slice(last + 1)
    .filter(({ content, text, stem }) => content && !/\d/u.test(text) && !stems.has(stem))
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
  if (!best) return []
  const { found, sentence } = best
  const names = new Set(all.flat().flatMap((token) => (token.name ? [token.text] : [])))
  return [
    negationDiffers(found, words),
    oppositeWord(found, words),
    hedgeDiffers(found, words),
    inventedTail(found, all),
    // Where every noun has a capital, a name is not told from one.
    nouns.has(primarySubtag(claim.language))
      ? undefined
      : (namesExchanged(found) ?? nameReplaced(found, sentence, names)),
  ].filter((warning) => warning !== undefined)
}

/** What is read of the text before a quotation, in UTF-16 code units. */
const BEFORE = 40

/**
 * Whether the words just before a quotation take back what it says, and the claim does not say them: it did not | open
 * to the public.
 */
export const startsAfterNegation = (text: string, start: number, language: Language, claim: string): boolean => {
  const words = polarityWords(language)
  if (!words) return false
  const before = text.slice(Math.max(0, start - BEFORE), start)
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
