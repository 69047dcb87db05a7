/** Judges drafts as `npm run verify` would, and counts by class. */
import { judgeLine } from '../../src/answer/verify-line.ts'
import { type Case, type Outcome, passages } from './case.ts'
import { claimCases } from './claims.ts'
import { honestCases } from './honest.ts'
import { quoteCases } from './quotes.ts'
import { toldArticles, toldLines } from './told.ts'
import { unseen } from './unseen/unseen.ts'

/** A draft as a line of `npm run verify`, and what must come of it. */
export type Line = { readonly outcome: Outcome; readonly class: string; readonly line: string }

const lineOf = ({ outcome, class: name, language, spoken = language, draft, extra }: Case): Line => {
  const more = extra === undefined ? [] : [{ id: 'X1', text: extra }]
  const sent = [...passages[language], ...more]
  return {
    outcome,
    class: name,
    line: JSON.stringify({ id: 0, passages: sent, question: '', language: spoken, draft }),
  }
}

/** Sentences of each of the small articles that every class is made from. */
const SENTENCES = 3

export const corpus = (): readonly Line[] => [
  ...(['fr', 'en'] as const).flatMap((language) => [...quoteCases(language), ...claimCases(language)].map(lineOf)),
  ...honestCases().map(lineOf),
  ...toldLines(),
  ...unseen(toldArticles(), SENTENCES),
]

type Told = {
  readonly ok: boolean
  readonly problems: readonly { readonly code: string; readonly severity: string }[]
  readonly claims: readonly { readonly problems: readonly { readonly code: string; readonly severity: string }[] }[]
}

/** What came of a draft: the codes of its problems, and whether that is what must come. */
export type Judged = { readonly given: Line; readonly right: boolean; readonly codes: readonly string[] }

export const judged = (given: Line): Judged => {
  const told: Told = JSON.parse(judgeLine({ number: 1, text: given.line }))
  const problems = [...told.problems, ...told.claims.flatMap((each) => each.problems)]
  const right =
    given.outcome === 'accepted'
      ? told.ok
      : !told.ok && (given.outcome === 'warned' || problems.some(({ severity }) => severity === 'reject'))
  return { given, right, codes: problems.map(({ code }) => code) }
}

export type Row = {
  readonly outcome: Outcome
  readonly class: string
  readonly right: number
  readonly of: number
  readonly failing: readonly Judged[]
}

/** One row a class, in the order of the corpus: those to reject, to accept, to warn of. */
export const rows = (all: readonly Judged[]): readonly Row[] =>
  (['rejected', 'accepted', 'warned'] as const).flatMap((outcome) => {
    const some = all.filter(({ given }) => given.outcome === outcome)
    return [...Map.groupBy(some, ({ given }) => given.class)].map(([name, mine]): Row => {
      const failing = mine.filter(({ right }) => !right)
      return { outcome, class: name, right: mine.length - failing.length, of: mine.length, failing }
    })
  })
