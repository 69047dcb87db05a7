/**
 * How often a right paragraph is among the passages that are sent, over the tokens that these take: the budget for
 * passages is chosen from this curve. Pure.
 */
import { choosePassages } from '../answer/passages.ts'
import { approximateTokens } from '../answer/tokens.ts'
import type { PassageIndex } from '../search/passage-index.ts'
import { detectLanguage } from '../text/language.ts'
import type { Article, Paragraph } from '../types.ts'
import { mean, type Section, share } from './table.ts'

/** In characters, as `PASSAGE_BUDGET` is. */
const BUDGETS = [1_500, 3_000, 6_000, 12_000, 24_000]
/** Passages that a question is asked over, as many as the engine's. */
const HITS = 20

export type Sought = {
  readonly question: string
  /** All that is searched, in the index too. */
  readonly scope: readonly Article[]
  readonly isRight: (paragraph: Paragraph) => boolean
}

export const budgetSection = (all: readonly Sought[], index: PassageIndex): Section => {
  const found = all.map((sought) => {
    const { question: text, scope } = sought
    const ids = scope.map(({ head }) => head.id)
    return { ...sought, hits: index.search({ text, language: detectLanguage(text), scope: ids, limit: HITS }).passages }
  })
  return {
    heading: 'A right paragraph among those sent',
    rows: BUDGETS.map((budget) => {
      const sent = found.map(({ hits, scope, isRight }) => {
        const passages = choosePassages(hits, scope, budget).map(({ paragraph }) => paragraph)
        const tokens = passages.reduce((sum, { text }) => sum + approximateTokens(text), 0)
        return { tokens, holds: passages.some(isRight) }
      })
      const tokens = mean(sent.map((each) => each.tokens)).toFixed(0)
      return {
        name: `within ${budget.toLocaleString('en')} characters`,
        values: [`${share(sent.filter(({ holds }) => holds).length, sent.length)}, ${tokens} tokens`],
      }
    }),
  }
}
