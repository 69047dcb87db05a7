/** Aligns a claim with a sentence of its paragraphs, word by word: what it repeats, what it adds and what it leaves out. */
import { stemOf } from '../text/analyse.ts'
import { glued, lexemes } from '../text/lexemes.ts'
import { sentences } from '../text/sentences.ts'
import { lexicon } from '../text/tables.ts'
import { isCommonWord } from '../text/vocabulary.ts'
import type { Language } from '../types.ts'
import type { Written } from './written.ts'

export type Token = {
  readonly text: string
  readonly stem: string
  readonly name: boolean
  readonly content: boolean
}

/** Longer texts are no claims, and are not compared. In tokens. */
export const MAXIMUM_TOKENS = 120
/**
 * Of a claim's content words, and of all its words, as many must stand in the same order in the sentence; never fewer
 * content words than this.
 */
const REPEATED_CONTENT = 0.7
const REPEATED_WORDS = 0.65
const FEWEST = 3
/** A negation that the claim leaves out may stand this many tokens before what it repeats. */
export const REACH = 3

/** Stemming costs ten times a look-up, and texts repeat themselves. Words of a language kept before all are forgotten. */
const KEPT = 20_000
const stems = new Map<Language, Map<string, string>>()
const stem = (word: string, language: Language): string => {
  const own = stems.getOrInsertComputed(language, () => new Map())
  const known = own.get(word)
  if (known !== undefined) return known
  if (own.size >= KEPT) own.clear()
  const found = stemOf(word, language)
  own.set(word, found)
  return found
}

/** Negations by their form that deny nothing, in two words; and their first ones. */
const connectives = new Set([
  'sin embargo',
  'sans cesse',
  'no doubt',
  'no fewer',
  'no less',
  'not only',
  'non seulement',
  'no solo',
  'nicht nur',
])
const connecting = new Set([...connectives].map((words) => words.slice(0, words.indexOf(' '))))

/** Some 150 people are about 150. */
const aboutFigures = /^[\p{N}\p{Sc}]/u

/** Tokens from ne to plus: n'avaient plus. */
const NO_LONGER = 3

export const tokensOf = (text: string, language: Language): readonly Token[] => {
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
      // The first word has its capital anyway.
      name: content && !shouted && /^\p{Lu}/u.test(raw) && (tokens.length > 0 || !isCommonWord(word, language)),
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
    } else if (word === 'plus' && tokens.slice(-NO_LONGER).some(({ text: each }) => each === 'ne' || each === 'n')) {
      // N'ouvre plus denies as n'ouvre pas does.
      add('pas', 'pas')
    } else if (word === 'cannot') {
      add('can', 'can')
      add('not', 'not')
    } else if (connecting.has(word) && connectives.has(`${word} ${list[at + 1]?.text}`))
      add(raw, `${word} ${list[at + 1]?.text}`)
    else if (raw === 'May' && [at - 1, at + 1].some((next) => list[next]?.kind === 'digits')) add(raw, 'may 5')
    else if ((word === 'over' || word === 'above') && aboutFigures.test(list[at + 1]?.raw ?? '')) {
      // Over 95 % is more than 95 %.
      add('more', 'more')
      add('than', 'than')
    } else if ((word === 'under' || word === 'below') && aboutFigures.test(list[at + 1]?.raw ?? '')) {
      add('less', 'less')
      add('than', 'than')
    } else if (word === 'some' || word === 'quelque')
      add(raw, aboutFigures.test(list[at + 1]?.raw ?? '') ? 'about' : word)
    else add(raw, word)
  })
  return tokens
}

/** A sentence of a source: its tokens, and the stems of them. */
export type Sentence = { readonly tokens: readonly Token[]; readonly stems: ReadonlySet<string> }

const known = new WeakMap<Written, readonly Sentence[]>()
export const sentencesOf = (source: Written): readonly Sentence[] => {
  const old = known.get(source)
  if (old) return old
  const found = sentences(source.text, source.language)
    .map(({ start, end }) => tokensOf(source.text.slice(start, end), source.language))
    .filter((tokens) => tokens.length <= MAXIMUM_TOKENS)
    .map((tokens) => ({ tokens, stems: new Set(tokens.map((token) => token.stem)) }))
  known.set(source, found)
  return found
}

type Pair = readonly [claim: number, sentence: number]

/**
 * The longest common subsequence of two lists of tokens, as pairs of places (Wagner and Fischer, 1974). What stands in
 * one list alone and what both begin with takes no part in the table.
 */
export const align = (claim: readonly Token[], sentence: readonly Token[]): readonly Pair[] => {
  const pairs: Pair[] = []
  let begin = 0
  while (begin < claim.length && begin < sentence.length && claim[begin]?.stem === sentence[begin]?.stem)
    pairs.push([begin, begin++])
  // Numbers are compared in place of strings.
  const ids = new Map<string, number>()
  const right = sentence.slice(begin).map(({ stem }) => ids.getOrInsertComputed(stem, () => ids.size))
  const places: number[] = []
  const left: number[] = []
  for (let at = begin; at < claim.length; at++) {
    const id = ids.get(claim[at]?.stem ?? '')
    if (id === undefined) continue
    places.push(at)
    left.push(id)
  }
  const width = right.length + 1
  const lengths = new Uint16Array((left.length + 1) * width)
  for (let i = left.length - 1; i >= 0; i--) {
    const id = left[i]
    for (let j = right.length - 1, at = i * width + j; j >= 0; j--, at--)
      lengths[at] =
        id === right[j] ? (lengths[at + width + 1] ?? 0) + 1 : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0)
  }
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) pairs.push([places[i++] ?? 0, begin + j++])
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++
    else j++
  }
  return pairs
}

/** How many tokens two lists have in common, whatever their order: no alignment has more. */
export const inCommon = (claim: readonly Token[], sentence: readonly Token[]): number => {
  const left = new Map<string, number>()
  for (const { stem } of sentence) left.set(stem, (left.get(stem) ?? 0) + 1)
  let common = 0
  for (const { stem } of claim) {
    const more = left.get(stem) ?? 0
    if (more === 0) continue
    left.set(stem, more - 1)
    common++
  }
  return common
}

/** What differs between a claim and the stretch of a sentence that it repeats. */
export type Difference = {
  /** Of the claim alone, and of the stretch alone. */
  readonly added: readonly Token[]
  readonly left: readonly Token[]
  readonly sentence: readonly Token[]
  readonly claim: readonly Token[]
  readonly stretch: readonly Token[]
  /** What stands behind the stretch, where the claim has as many words of its own behind all that it repeats. */
  readonly behind: readonly Token[]
  readonly pairs: readonly Pair[]
}

/** Claims of so few tokens are briefly compared where they repeat too little else. */
export const BRIEF = 10

/**
 * What differs, where a claim nearly repeats a sentence; `undefined` where it does not. `briefly`: of a claim of a few
 * words, all of its content words but one are enough: Prices rose by 4 % in May.
 */
export const difference = (
  claim: readonly Token[],
  { tokens: sentence, stems: there }: Sentence,
  briefly = false,
): Difference | undefined => {
  let content = 0
  let common = 0
  for (const token of claim)
    if (token.content) {
      content++
      if (there.has(token.stem)) common++
    }
  const least = briefly ? Math.max(1, content - 1) : Math.max(FEWEST, REPEATED_CONTENT * content)
  if (common < least) return undefined
  const pairs = align(claim, sentence)
  const matched = pairs.filter(([at]) => claim[at]?.content)
  if (matched.length < least || pairs.length < REPEATED_WORDS * claim.length) return undefined
  const from = Math.max(0, (matched[0]?.[1] ?? 0) - REACH)
  const to = (matched.at(-1)?.[1] ?? 0) + 1
  const own = Math.min(REACH, claim.length - 1 - (matched.at(-1)?.[0] ?? 0))
  const inClaim = new Set(pairs.map(([at]) => at))
  const inSentence = new Set(pairs.map(([, at]) => at))
  return {
    added: claim.filter((_, at) => !inClaim.has(at)),
    left: sentence.filter((_, at) => at >= from && at < to && !inSentence.has(at)),
    claim,
    stretch: sentence.slice(from, to),
    behind: sentence.slice(to, to + own),
    sentence,
    pairs,
  }
}
