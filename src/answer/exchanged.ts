/**
 * Finds names, figures and units that a claim which else repeats a sentence gives another place than they have there: two
 * in each other's, or one for another.
 */
import { type Difference, difference, inCommon, type Sentence, type Token } from './alignment.ts'
import { unitNamed } from './figure-units.ts'
import type { Warning } from './problem.ts'

/** The whole name around a place, `to` exclusive. */
const nameAround = (tokens: readonly Token[], at: number): readonly [from: number, to: number] => {
  let [from, to] = [at, at + 1]
  while (tokens[from - 1]?.name) from--
  while (tokens[to]?.name) to++
  return [from, to]
}

/** The claim with two words in each other's place, and with the whole names around them. */
const exchanged = (claim: readonly Token[], first: number, second: number): readonly (readonly Token[])[] => {
  const [[a, b], [c, d]] = [nameAround(claim, first), nameAround(claim, second)]
  const swap = (from: number, to: number, start: number, end: number): readonly Token[] =>
    [
      claim.slice(0, from),
      claim.slice(start, end),
      claim.slice(to, start),
      claim.slice(from, to),
      claim.slice(end),
    ].flat()
  return [swap(first, first + 1, second, second + 1), ...(b <= c ? [swap(a, b, c, d)] : [])]
}

/** The digits of a figure, however they are grouped. */
const digitsOf = ({ text }: Token): string => (/^\p{N}/u.test(text) ? text.replace(/\P{N}/gu, '') : '')

/** Of its words a claim must repeat as many, in order, once two of its names have changed places. */
const EXCHANGED_WORDS = 0.9
/** Names and figures of a claim that are exchanged for a trial. */
const MAXIMUM_PLACES = 10
/** Tokens from the first part of a date to the last. */
const DATE = 2

/**
 * Two names of `fewestWords` or more, or two figures, that stand in each other's place: exchanged once more, the claim
 * repeats a sentence, and more of it than the words that it does as it stands.
 */
export const namesExchanged = (
  claim: readonly Token[],
  sentences: readonly Sentence[],
  asItStands: number,
  fewestWords: number,
): Warning | undefined => {
  if (asItStands === claim.length) return undefined
  // Names that change places leave the claim the same words.
  const near = sentences.filter(({ tokens, stems }) => {
    if (claim.filter(({ stem }) => stems.has(stem)).length < EXCHANGED_WORDS * claim.length) return false
    return inCommon(claim, tokens) > asItStands
  })
  if (near.length === 0) return undefined
  const isName = (at: number): boolean => {
    const [from, to] = nameAround(claim, at)
    const named = claim[at]?.name === true || (at === 0 && claim[0]?.capital === true && claim[0].content)
    return named && to - from >= fewestWords
  }
  const places = claim
    .flatMap((token, at) => (isName(at) || digitsOf(token) !== '' ? [at] : []))
    .slice(0, MAXIMUM_PLACES)
  const repeated = (tokens: readonly Token[]): number =>
    Math.max(0, ...near.map((sentence) => difference(tokens, sentence)?.pairs.length ?? 0))
  for (const [index, first] of places.entries())
    for (const second of places.slice(index + 1)) {
      // The parts of a date have another order elsewhere.
      const isDate = [first, second].some((at) => claim[at] && digitsOf(claim[at]) !== '') && second - first <= DATE
      if (isDate) continue
      const back = Math.max(...exchanged(claim, first, second).map(repeated))
      if (back > asItStands && back >= EXCHANGED_WORDS * claim.length)
        return { code: 'names_exchanged', names: [claim[first]?.text ?? '', claim[second]?.text ?? ''] }
    }
  return undefined
}

/** A name or a figure that stands elsewhere in the paragraphs, or another unit, in the place of the sentence's own. */
export const nameReplaced = (
  { claim, pairs, added }: Difference,
  { tokens: sentence }: Sentence,
  all: readonly Sentence[],
  named: boolean,
): Warning | undefined => {
  // A first word has its capital anyway: what it is shows where it stands elsewhere.
  const isName = (token: Token, first: Token | undefined): boolean =>
    named &&
    token.content &&
    (token.name || token === first) &&
    all.some(({ tokens }) => tokens.some(({ name, text }) => name && text === token.text))
  const isFigure = (digits: string): boolean =>
    digits !== '' && all.some(({ tokens }) => tokens.some((token) => digitsOf(token) === digits))
  const isSmall = (token: Token | undefined): boolean => token !== undefined && !token.content && added.includes(token)
  for (const strange of added) {
    const [figure, unit] = [isFigure(digitsOf(strange)), unitNamed(strange.text)]
    if (!figure && unit === undefined && !isName(strange, claim[0])) continue
    const at = claim.indexOf(strange)
    const [start, to] = figure || unit !== undefined ? [at, at + 1] : nameAround(claim, at)
    // A day, an hour.
    const from = unit !== undefined && isSmall(claim[start - 1]) ? start - 1 : start
    // Just between the same neighbours the sentence has one of its own and nothing else: else phrases have only moved.
    const before = pairs.findLast(([place]) => place < from)
    const after = pairs.find(([place]) => place >= to)
    if ((before?.[0] ?? -1) !== from - 1 || (after?.[0] ?? claim.length) !== to) continue
    const between = sentence.slice((before?.[1] ?? -1) + 1, after?.[1])
    const isLike = (token: Token): boolean =>
      figure
        ? digitsOf(token) !== ''
        : unit === undefined
          ? isName(token, sentence[0])
          : ![undefined, unit].includes(unitNamed(token.text))
    const own = between.every((token) => isLike(token) || (unit !== undefined && !token.content))
      ? between.find(isLike)
      : undefined
    const isSaid =
      own && claim.some((token) => token.stem === own.stem || (figure && digitsOf(token) === digitsOf(own)))
    if (own && !isSaid) return { code: 'names_exchanged', names: [strange.text, own.text] }
  }
  return undefined
}
