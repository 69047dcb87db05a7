/** What model calls cost, in SQLite: set aside before a call, counted after, for whoever pays and for everything. */
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type Caps, dayOf, monthOf, type Spending, type Unit } from '../limits.ts'
import type { Exhausted, Payer, Period } from '../types.ts'
import type { Call, Cost, Spent } from './budget.ts'
import { transaction } from './transaction.ts'

const spendingRow = z.object({ tokens: z.int(), micros: z.int() })
const callRow = z.object({
  kind: z.enum(['server', 'member']),
  account: z.string().nullable(),
  model: z.string(),
  at: z.int(),
  sent_tokens: z.int(),
  sent_micros: z.int(),
})

type Account = { readonly kind: Payer['kind'] | 'total'; readonly account: string }
const total: Account = { kind: 'total', account: '' }

const periods = ['day', 'month'] as const satisfies readonly Period[]
const units = ['tokens', 'micros'] as const satisfies readonly Unit[]

const sum = (a: Spending, b: Spending): Spending => ({ tokens: a.tokens + b.tokens, micros: a.micros + b.micros })

const exceeded = (spent: Spending, cap: Partial<Spending>): boolean =>
  units.some((unit) => spent[unit] > (cap[unit] ?? Number.POSITIVE_INFINITY))

export const budgetOf = (database: DatabaseSync) => {
  const sql = {
    // A day ahead counts as today: see the contract.
    spent: database.prepare(
      `SELECT ifnull(sum(input + output), 0) AS tokens, ifnull(sum(micros), 0) AS micros FROM spending
       WHERE kind = :kind AND account = :account AND day BETWEEN :from AND :today + 1`,
    ),
    count: database.prepare(
      `INSERT INTO spending (kind, account, day, model, calls, input, cached, output, micros, unpriced)
       VALUES (:kind, :account, :day, :model, :calls, :input, :cached, :output, :micros, :unpriced)
       ON CONFLICT DO UPDATE SET calls = calls + excluded.calls, input = input + excluded.input,
         cached = cached + excluded.cached, output = output + excluded.output, micros = micros + excluded.micros,
         unpriced = unpriced + excluded.unpriced`,
    ),
    held: database.prepare(
      `SELECT ifnull(sum(tokens), 0) AS tokens, ifnull(sum(micros), 0) AS micros FROM calls
       WHERE :kind = 'total' OR (kind = :kind AND account = :account)`,
    ),
    hold: database.prepare(
      `INSERT INTO calls (id, kind, account, model, at, until, tokens, micros, sent_tokens, sent_micros)
       VALUES (:id, :kind, :account, :model, :at, :until, :tokens, :micros, :sentTokens, :sentMicros)`,
    ),
    release: database.prepare(
      'DELETE FROM calls WHERE id = ? RETURNING kind, account, model, at, sent_tokens, sent_micros',
    ),
    over: database.prepare(
      'DELETE FROM calls WHERE until <= :at RETURNING kind, account, model, at, sent_tokens, sent_micros',
    ),
    // Over its time; or of a clock that was set back by more than a call may take, and then nobody knows.
    lapsed: database.prepare(
      `DELETE FROM calls WHERE until <= :at OR at - (until - at) > :at
       RETURNING kind, account, model, at, sent_tokens, sent_micros`,
    ),
    forgetSpending: database.prepare(`DELETE FROM spending WHERE kind = 'member' AND account = ?`),
    forgetCalls: database.prepare(`UPDATE calls SET account = NULL WHERE kind = 'member' AND account = ?`),
    deleteOfMembers: database.prepare(`DELETE FROM spending WHERE kind = 'member' AND day < ?`),
    deleteSpending: database.prepare('DELETE FROM spending WHERE day < ?'),
  }

  const spentIn = (of: Account, today: number, period: Period): Spending =>
    spendingRow.parse(sql.spent.get({ ...of, today, from: period === 'day' ? today : monthOf(today) }))

  const count = (payer: Account | undefined, day: number, model: string, cost: Cost): void => {
    // The provider took no call.
    if (cost.calls === 0) return
    const row = {
      day,
      model,
      calls: cost.calls,
      input: cost.inputTokens,
      cached: cost.cachedTokens,
      output: cost.outputTokens,
      micros: cost.micros ?? 0,
      unpriced: cost.micros === undefined ? cost.calls : 0,
    }
    for (const each of [total, ...(payer ? [payer] : [])]) sql.count.run({ ...each, ...row })
  }

  /** Of a call that is no longer held; undefined for that of a member who was forgotten. */
  const payerOf = ({ kind, account }: z.infer<typeof callRow>): Account | undefined =>
    account === null ? undefined : { kind, account }

  const countLapsed = (rows: readonly unknown[]): void => {
    for (const row of rows) {
      const call = callRow.parse(row)
      const { sent_tokens: inputTokens, sent_micros: micros } = call
      const cost = { calls: 1, inputTokens, cachedTokens: 0, outputTokens: 0, micros }
      count(payerOf(call), dayOf(call.at), call.model, cost)
    }
  }

  const noRoom = (of: Account, caps: Caps, today: number, most: Spending): Period | undefined => {
    const held = sum(spendingRow.parse(sql.held.get(of)), most)
    return periods.find((period) => exceeded(sum(spentIn(of, today, period), held), caps[period]))
  }

  return {
    reserve({ payer, at, most, sent, ...call }: Call, caps: { own: Caps; total: Caps }): Exhausted | undefined {
      return transaction(database, 'write', () => {
        countLapsed(sql.lapsed.all({ at }))
        const own = { kind: payer.kind, account: payer.id }
        const today = dayOf(at)
        for (const [of, limit] of [
          [own, caps.own],
          [total, caps.total],
        ] as const) {
          const period = noRoom(of, limit, today, most)
          if (period) return { whose: of.kind, period }
        }
        sql.hold.run({ ...call, ...own, at, ...most, sentTokens: sent.tokens, sentMicros: sent.micros })
        return undefined
      })
    },

    settle({ id, payer, model, at }: Pick<Call, 'id' | 'payer' | 'model' | 'at'>, cost: Cost): void {
      transaction(database, 'write', () => {
        const held = sql.release.get(id)
        // One that lapsed meanwhile is counted all the same: rather its prompt twice than the call not at all.
        const own = held === undefined ? { kind: payer.kind, account: payer.id } : payerOf(callRow.parse(held))
        count(own, dayOf(at), model, cost)
      })
    },

    spent(of: Payer | 'total', at: number): Spent {
      const account = of === 'total' ? total : { kind: of.kind, account: of.id }
      const today = dayOf(at)
      return { day: spentIn(account, today, 'day'), month: spentIn(account, today, 'month') }
    },

    /** What the member spent; calls under way go on without a name. Within a transaction. Whether there was any. */
    forgetSpending: (member: string): boolean =>
      [sql.forgetSpending, sql.forgetCalls].map((each) => each.run(member)).some(({ changes }) => changes !== 0),

    /**
     * Of members before `members`, and of all before `all`: days; and calls that were over by `time`, once counted.
     * Within a transaction. Whether there was any.
     */
    deleteSpending(time: number, members: number, all: number): boolean {
      countLapsed(sql.over.all({ at: time }))
      return [sql.deleteOfMembers.run(members), sql.deleteSpending.run(all)].some(({ changes }) => changes !== 0)
    },
  }
}
