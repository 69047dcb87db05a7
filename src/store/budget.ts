/** The part of the store's contract that says what model calls cost, and keeps them under their caps. */
import type { Caps, Spending } from '../limits.ts'
import type { Exhausted, Payer, Usage } from '../types.ts'

/** A model call that is about to be made. */
export type Call = {
  readonly id: string
  readonly payer: Payer
  readonly model: string
  readonly at: number
  /** When it must be over; a call that was not settled by then is one of a process that died. */
  readonly until: number
  /** What it may come to at most. */
  readonly most: Spending
  /** What its prompt alone comes to: that much counts where nobody ever says what the call was. */
  readonly sent: Spending
}

/** What a call came to; `micros` is absent where the price of the model is not known. */
export type Cost = Usage & { readonly micros?: number }

export type Spent = { readonly day: Spending; readonly month: Spending }

/**
 * What model calls cost, by calendar day in UTC. A day that has not come counts as today where it is tomorrow, so that
 * a clock that is set back by up to a day gains nothing; one further ahead, of a clock that had gone wild, counts for
 * nothing until it comes, so that it locks nobody out. A larger jump gains at most what one day (or month) allows, as
 * if that time had passed. Nothing is moved or deleted for a clock's sake.
 */
export type Budget = {
  /**
   * Sets aside what a call may come to. Undefined where that fits under every cap beside what was spent and what other
   * calls have set aside; otherwise nothing is set aside, and the result says which cap has no room: the payer's own
   * before the total, the day's before the month's. Calls of dead processes give back what they had set aside.
   */
  reserve(call: Call, caps: { readonly own: Caps; readonly total: Caps }): Promise<Exhausted | undefined>
  /** Takes back what was set aside, and counts what the call came to. */
  settle(call: Pick<Call, 'id' | 'payer' | 'model' | 'at'>, cost: Cost): Promise<void>
  /** What was spent on this day and in this month, without what is set aside. */
  spent(of: Payer | 'total', at: number): Promise<Spent>
}
