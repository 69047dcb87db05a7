/**
 * Warns where a claim tells a sentence of its paragraphs in another order, all of its words or all but one, and turns
 * what that says: by a negation, an opposite word, another bound of a figure, or a past for a future. Where the order
 * is the sentence's own, `near-repeat.ts` reads closer.
 */
import { primarySubtag } from '../text/language.ts'
import type { Numerals } from '../text/numeral-table.ts'
import type { Language } from '../types.ts'
import type { Sentence, Token } from './alignment.ts'
import { boundWords, comparing, denying, isExcepted, staying, until } from './negations.ts'
import type { PolarityWords } from './polarity-words.ts'
import type { Warning } from './problem.ts'
import { rateDiffers, unitDiffers } from './retold-rates.ts'
import { conjugationDiffers, tenseDiffers } from './retold-tense.ts'

/** No summer, but been; and what a rate is told with. */
const auxiliaries = new Set(['ete', 'pro', 'per'])
/** Content words that a claim must share with the sentence; of a brief one fewer: Elle ne se maria jamais. */
const FEWEST_SHARED = 2
const BRIEF = 8
/** A negation says it of a word at most so many tokens behind it, a verb like deny of one further off. */
const REACH = 3
const DENIED_REACH = 5

/** A claim beside a sentence that has all of its content words but `odd`. */
export type Retold = { readonly claim: readonly Token[]; readonly sentence: Sentence; readonly odd: Token | undefined }

const retoldOf = (
  claim: readonly Token[],
  sentences: readonly Sentence[],
  { opposites, negations }: PolarityWords,
): readonly Retold[] => {
  const content = claim.filter(
    ({ content: says, stem, text }) =>
      (says || opposites.has(stem)) && !auxiliaries.has(text) && !negations.has(text) && !staying.has(text),
  )
  return sentences.flatMap((sentence) => {
    if (isExcepted(claim, sentence.tokens)) return []
    const [odd, second] = content.filter(({ stem }) => !sentence.stems.has(stem))
    const shared = content.length - (odd ? 1 : 0)
    return second || shared < (sentence.tokens.length <= BRIEF ? 1 : FEWEST_SHARED) ? [] : [{ claim, sentence, odd }]
  })
}

/** Two names in the other order: who bought of one was sold to by the other. */
const isConverse = (claim: readonly Token[], sentence: readonly Token[]): boolean => {
  const placeOf = (list: readonly Token[], stem: string): number => list.findIndex((token) => token.stem === stem)
  const names = claim.filter(({ name, stem }) => name && placeOf(sentence, stem) >= 0)
  const [first, last] = [names[0], names.at(-1)]
  return first !== undefined && last !== undefined && placeOf(sentence, first.stem) > placeOf(sentence, last.stem)
}

const oppositeWord = (
  { claim, sentence, odd }: Retold,
  { opposites, negations }: PolarityWords,
  isNamed: boolean,
): Warning | undefined => {
  const against = odd && opposites.get(odd.stem)
  if (!against || (isNamed && isConverse(claim, sentence.tokens))) return undefined
  const isDenied = (tokens: readonly Token[], at: number): boolean =>
    tokens.slice(Math.max(0, at - REACH), at).some(({ text }) => negations.has(text))
  const denied = isDenied(claim, claim.indexOf(odd))
  const source = sentence.tokens.find(
    ({ stem }, at, tokens) =>
      against.has(stem) &&
      !(comparing.has(odd.text) && boundWords.has(tokens[at - 1]?.text ?? '')) &&
      // What is not open is closed.
      isDenied(tokens, at) === denied &&
      !claim.some((token) => token.stem === stem),
  )
  return source && { code: 'opposite_word', word: odd.text, source: source.text }
}

/** The stems of what these words of a text deny: the first content word behind each. */
const deniedBy = (tokens: readonly Token[], negations: ReadonlySet<string>, reach = REACH): ReadonlySet<string> =>
  new Set(
    tokens.flatMap(({ text }, at) => {
      if (!negations.has(text)) return []
      return (
        tokens.slice(at + 1, at + 1 + reach).find(({ content, text: said }) => content && !auxiliaries.has(said))
          ?.stem ?? []
      )
    }),
  )

const negationDiffers = ({ claim, sentence: { tokens }, odd }: Retold, words: PolarityWords): Warning | undefined => {
  const isAny = (list: readonly Token[], set: ReadonlySet<string>): boolean => list.some(({ text }) => set.has(text))
  if (odd || isAny(claim, denying) || [staying, until].some((set) => isAny(claim, set) || isAny(tokens, set)))
    return undefined
  const denied = isAny(tokens, denying) ? new Set<string>() : deniedBy(claim, words.negations)
  const there = new Set([...deniedBy(tokens, words.negations), ...deniedBy(tokens, denying, DENIED_REACH)])
  const put = isAny(tokens, words.negations) ? [] : [...denied]
  const out = isAny(claim, words.negations) ? [] : claim.filter(({ stem }) => there.has(stem)).map(({ stem }) => stem)
  const [turned] = [...put, ...out]
  const token = turned === undefined ? undefined : claim.find(({ stem }) => stem === turned)
  return token && { code: 'negation_differs', words: token.text }
}

type Bound = 'over' | 'under' | 'about' | 'exact'

const bounds: ReadonlyMap<string, Bound> = new Map(
  Object.entries({
    over: 'more than|at least|plus de|au moins|mas de|al menos|por lo menos|como minimo|mehr als|mindestens|wenigstens',
    under:
      'less than|fewer than|up to|at most|nearly|almost|moins de|jusqu a|au plus|pres de|presque|menos de|como mucho|como maximo|hasta|casi|weniger als|bis zu|fast|hochstens|knapp',
    about: 'about|around|roughly|approximately|some|environ|quelque|unos|unas|alrededor de|rund|etwa|circa|ungefahr',
    exact: 'exactly|exactement|exactamente|genau',
  } satisfies Record<Bound, string>).flatMap(([bound, list]) =>
    list.split('|').map((phrase) => [phrase, bound as Bound] as const),
  ),
)
const LONGEST_BOUND = 3
/** Nearly 24 may be some 24. */
const contrary = new Set([
  'over under',
  'under over',
  'over about',
  'about over',
  'exact over',
  'over exact',
  'exact under',
  'under exact',
  'exact about',
  'about exact',
])

/** Each figure with what bounds it, by its words. */
const boundsOf = (tokens: readonly Token[], { small }: Numerals): ReadonlyMap<string, Bound> => {
  const found = new Map<string, Bound>()
  for (const [at, { text }] of tokens.entries()) {
    if (!/^\p{N}/u.test(text) && (small.get(text) ?? 0) < 2) continue
    for (let length = 1; length <= LONGEST_BOUND; length++) {
      const before = tokens.slice(Math.max(0, at - length), at).map((token) => token.text)
      const bound = bounds.get(before.join(' '))
      if (bound) found.set(/^\p{N}/u.test(text) ? text.replace(/\P{N}/gu, '') : text, bound)
    }
  }
  return found
}

const boundDiffers = (
  { claim, sentence }: Retold,
  { negations }: PolarityWords,
  numerals: Numerals,
): Warning | undefined => {
  // Not more than 45 are 45 at most.
  if ([...claim, ...sentence.tokens].some(({ text }) => negations.has(text))) return undefined
  const told = boundsOf(sentence.tokens, numerals)
  for (const [figure, bound] of boundsOf(claim, numerals))
    if (contrary.has(`${bound} ${told.get(figure)}`)) return { code: 'hedge_differs', words: figure }
  return undefined
}

/** What a claim turns round of a sentence that it tells in another order; at most one warning. Never throws. */
export const turnedInRetelling = (
  claim: readonly Token[],
  sentences: readonly Sentence[],
  words: PolarityWords,
  numerals: Numerals,
  language: Language,
  /** Whether a capital tells a name in the language. */
  isNamed: boolean,
): Warning | undefined => {
  const tag = primarySubtag(language)
  const findings = retoldOf(claim, sentences, words).map(
    (one) =>
      oppositeWord(one, words, isNamed) ??
      negationDiffers(one, words) ??
      boundDiffers(one, words, numerals) ??
      tenseDiffers(one) ??
      conjugationDiffers(one, tag) ??
      rateDiffers(one, language) ??
      unitDiffers(one, language),
  )
  // What stands as it is in one sentence is not held against another.
  return findings.includes(undefined) ? undefined : findings[0]
}
