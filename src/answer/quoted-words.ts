/** Finds what a claim puts between quotation marks and nobody wrote. */
import { lexemes } from '../text/lexemes.ts'
import type { Written } from './written.ts'

/**
 * Pairs of marks, the double ones as every language of ours sets them. A single one opens before a letter, where no
 * letter stands before it, and closes where none follows: an apostrophe does neither. Each is bounded, so that the
 * time stays linear in practice.
 */
const pairs: readonly (readonly [opening: RegExp, pair: RegExp])[] = [
  [/«/u, /«([^«»]{1,600})»/gu],
  [/»/u, /»([^«»]{1,600})«/gu],
  [/[“„]/u, /[“„]([^“„”]{1,600})[”“]/gu],
  [/"/u, /(?<![\p{L}\p{N}])"([^"]{1,600})"(?![\p{L}\p{N}])/gu],
  [/[‘‚]/u, /(?<![\p{L}\p{N}])[‘‚](?=\p{L})([^‘‚]{1,600}?)[’‘](?![\p{L}\p{N}])/gu],
  [/'/u, /(?<![\p{L}\p{N}])'(?=\p{L})([^']{1,600}?)'(?![\p{L}\p{N}])/gu],
]

/** Its words and figures in a row, without case, accents and punctuation. */
const sequence = (text: string): string =>
  ` ${lexemes(text)
    .filter(({ kind }) => kind !== 'mark')
    .map((lexeme) => lexeme.text)
    .join(' ')} `

const sequences = new WeakMap<Written, string>()
const sequenceOf = (source: Written): string => {
  const known = sequences.get(source) ?? sequence(source.text)
  sequences.set(source, known)
  return known
}

/** The stretches of a claim between quotation marks that stand, word for word, in none of the sources. Never throws. */
export const inventedQuotations = (claim: string, sources: readonly Written[]): readonly string[] => {
  const found = pairs.flatMap(([opening, pair]) =>
    opening.test(claim) ? [...claim.matchAll(pair)].map((match) => match[1] ?? '') : [],
  )
  return found.filter((words) => {
    const wanted = sequence(words)
    return wanted.trim() !== '' && !sources.some((source) => sequenceOf(source).includes(wanted))
  })
}
