/** The part of the store's contract that is for admins: how much is asked and answered, and what is not. */
import type { Answer, Usage } from '../types.ts'
import type { Verdict } from './contract.ts'

/** What came of questions, summaries and checks on a day. */
export type Outcomes = { readonly kind: Answer['kind']; readonly by: Answer['by']; readonly count: number }

export type DayStatistics = {
  /** Since the epoch, in UTC. */
  readonly day: number
  readonly outcomes: readonly Outcomes[]
  /** `unpriced`: calls of models whose price is not known. */
  readonly usage: Usage & { readonly micros: number; readonly unpriced: number }
}

export type Statistics = {
  /** Those on which anything was asked or spent, latest first. */
  readonly days: readonly DayStatistics[]
  /** On answers of these days that are still kept. */
  readonly feedback: Readonly<Record<Verdict, number>>
}

/** Numbers alone, which name no member. */
export type Counting = {
  /** Counts one more outcome. `server` is undefined outside of servers. */
  countOutcome(outcome: {
    readonly server: string | undefined
    readonly kind: Answer['kind']
    readonly by: Answer['by']
    readonly at: number
  }): Promise<void>
  /** Of a server, or of everything; `from` and `to` are days, both included. */
  statistics(of: { readonly server: string } | 'all', from: number, to: number): Promise<Statistics>
}

/** Questions of a server that are kept at most; the oldest give way. */
export const UNANSWERED_LIMIT = 500

/** The text of questions that the articles did not answer, for the admins of servers that turned this on. */
export type Unanswered = {
  keepUnanswered(question: {
    readonly server: string
    readonly member: string
    readonly question: string
    readonly at: number
  }): Promise<void>
  /** Latest first, without who asked, and how many there are in all. */
  unanswered(
    server: string,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<{
    readonly total: number
    readonly questions: readonly { readonly question: string; readonly at: number }[]
  }>
  /** Deletes them all, as when the server turned this off. */
  deleteUnanswered(server: string): Promise<void>
}
