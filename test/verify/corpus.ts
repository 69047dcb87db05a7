/** Judges the corpus as `npm run verify` would, and counts by class. */
import { judgeLine } from '../../src/answer/verify-line.ts'
import type { Case, Outcome } from './case.ts'
import { passages } from './case.ts'
import { claimCases } from './claims.ts'
import { honestCases } from './honest.ts'
import { quoteCases } from './quotes.ts'

export const corpus = (): readonly Case[] => [
  ...(['fr', 'en'] as const).flatMap((language) => [...quoteCases(language), ...claimCases(language)]),
  ...honestCases(),
]

type Told = {
  readonly ok: boolean
  readonly problems: readonly { readonly code: string; readonly severity: string }[]
  readonly claims: readonly { readonly problems: readonly { readonly code: string; readonly severity: string }[] }[]
}

export const lineOf = ({ language, spoken = language, draft, extra }: Case): string => {
  const more = extra === undefined ? [] : [{ id: 'X1', text: extra }]
  return JSON.stringify({ id: 0, passages: [...passages[language], ...more], question: '', language: spoken, draft })
}

/** What came of a case: the codes of its problems, and whether that is what must come. */
export type Judged = { readonly case: Case; readonly right: boolean; readonly codes: readonly string[] }

export const judged = (given: Case): Judged => {
  const told: Told = JSON.parse(judgeLine({ number: 1, text: lineOf(given) }))
  const problems = [...told.problems, ...told.claims.flatMap((each) => each.problems)]
  const right =
    given.outcome === 'accepted'
      ? told.ok
      : !told.ok && (given.outcome === 'warned' || problems.some(({ severity }) => severity === 'reject'))
  return { case: given, right, codes: problems.map(({ code }) => code) }
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
    const some = all.filter((each) => each.case.outcome === outcome)
    return [...new Set(some.map((each) => each.case.class))].map((name): Row => {
      const mine = some.filter((each) => each.case.class === name)
      const failing = mine.filter(({ right }) => !right)
      return { outcome, class: name, right: mine.length - failing.length, of: mine.length, failing }
    })
  })
