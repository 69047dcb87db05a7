/** What is counted for admins, and the unanswered questions that they had kept, in SQLite. */
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { dayOf } from '../limits.ts'
import type { Answer } from '../types.ts'
import { storable } from './records.ts'
import { type DayStatistics, type Outcomes, type Statistics, UNANSWERED_LIMIT } from './statistics.ts'
import { transaction } from './transaction.ts'

const DAY_MS = 86_400_000

const outcomeRow = z.object({
  day: z.int(),
  kind: z.enum(['answered', 'summary', 'check', 'not_found']),
  by: z.enum(['model', 'extract']),
  count: z.int(),
})
const usageRow = z.object({
  day: z.int(),
  calls: z.int(),
  inputTokens: z.int(),
  cachedTokens: z.int(),
  outputTokens: z.int(),
  micros: z.int(),
  unpriced: z.int(),
})
const verdictsRow = z.object({ up: z.int(), down: z.int() })
const questionRow = z.object({ question: z.string(), at: z.int() })
const totalRow = z.object({ total: z.int() })

const nothing: DayStatistics['usage'] = {
  calls: 0,
  inputTokens: 0,
  cachedTokens: 0,
  outputTokens: 0,
  micros: 0,
  unpriced: 0,
}

export const statisticsOf = (database: DatabaseSync) => {
  const sql = {
    count: database.prepare(
      `INSERT INTO outcomes (server, day, kind, author, count) VALUES (:server, :day, :kind, :by, 1)
       ON CONFLICT DO UPDATE SET count = count + 1`,
    ),
    outcomes: database.prepare(
      `SELECT day, kind, author AS by, sum(count) AS count FROM outcomes
       WHERE (:server IS NULL OR server = :server) AND day BETWEEN :from AND :to
       GROUP BY day, kind, author ORDER BY day, kind, author`,
    ),
    usage: database.prepare(
      `SELECT day, sum(calls) AS calls, sum(input) AS inputTokens, sum(cached) AS cachedTokens,
              sum(output) AS outputTokens, sum(micros) AS micros, sum(unpriced) AS unpriced
       FROM spending WHERE kind = :kind AND account = :account AND day BETWEEN :from AND :to GROUP BY day`,
    ),
    verdicts: database.prepare(
      `SELECT count(*) FILTER (WHERE verdict = 'up') AS up, count(*) FILTER (WHERE verdict = 'down') AS down
       FROM feedback JOIN answers ON answers.number = feedback.answer
       WHERE (:server IS NULL OR answers.server = :server) AND answers.at >= :since AND answers.at < :before`,
    ),
    keep: database.prepare(
      'INSERT INTO unanswered (server, member, question, at) VALUES (:server, :member, :question, :at)',
    ),
    bound: database.prepare(
      `DELETE FROM unanswered WHERE server = :server AND number <=
         (SELECT number FROM unanswered WHERE server = :server ORDER BY number DESC LIMIT 1 OFFSET :limit)`,
    ),
    page: database.prepare(
      'SELECT question, at FROM unanswered WHERE server = :server ORDER BY number DESC LIMIT :limit OFFSET :offset',
    ),
    total: database.prepare('SELECT count(*) AS total FROM unanswered WHERE server = ?'),
    deleteOfServer: database.prepare('DELETE FROM unanswered WHERE server = ?'),
    deleteOfMember: database.prepare('DELETE FROM unanswered WHERE member = ?'),
    deleteUnanswered: database.prepare('DELETE FROM unanswered WHERE at < ?'),
    deleteOutcomes: database.prepare('DELETE FROM outcomes WHERE day < ?'),
  }

  return {
    countOutcome(outcome: {
      readonly server: string | undefined
      readonly kind: Answer['kind']
      readonly by: Answer['by']
      readonly at: number
    }): void {
      const { server, kind, by, at } = outcome
      sql.count.run({ server: server ?? '', day: dayOf(at), kind, by })
    },

    statistics(of: { readonly server: string } | 'all', from: number, to: number): Statistics {
      return transaction(database, 'read', () => {
        const server = of === 'all' ? null : of.server
        const account = of === 'all' ? { kind: 'total', account: '' } : { kind: 'server', account: of.server }
        const days = new Map<number, { outcomes: Outcomes[]; usage: DayStatistics['usage'] }>()
        const on = (day: number) => {
          const found = days.get(day) ?? { outcomes: [], usage: nothing }
          days.set(day, found)
          return found
        }
        for (const row of sql.outcomes.all({ server, from, to })) {
          const { day, ...outcome } = outcomeRow.parse(row)
          on(day).outcomes.push(outcome)
        }
        for (const row of sql.usage.all({ ...account, from, to })) {
          const { day, ...usage } = usageRow.parse(row)
          on(day).usage = usage
        }
        const since = from * DAY_MS
        return {
          days: [...days].map(([day, rest]) => ({ day, ...rest })).sort((a, b) => b.day - a.day),
          feedback: verdictsRow.parse(sql.verdicts.get({ server, since, before: (to + 1) * DAY_MS })),
        }
      })
    },

    keepUnanswered(given: {
      readonly server: string
      readonly member: string
      readonly question: string
      readonly at: number
    }): void {
      const { server, member, question, at } = given
      transaction(database, 'write', () => {
        sql.keep.run({ server, member, question: storable(question), at })
        sql.bound.run({ server, limit: UNANSWERED_LIMIT })
      })
    },

    unanswered: (server: string, { limit, offset }: { readonly limit: number; readonly offset: number }) =>
      transaction(database, 'read', () => ({
        total: totalRow.parse(sql.total.get(server)).total,
        questions: sql.page.all({ server, limit, offset }).map((row) => questionRow.parse(row)),
      })),

    /** Whether there were any. */
    deleteUnanswered: (server: string): boolean => sql.deleteOfServer.run(server).changes !== 0,

    /** Within a transaction. Whether there were any. */
    forgetQuestions: (member: string): boolean => sql.deleteOfMember.run(member).changes !== 0,

    /** Questions from before this time, and outcomes of before this day. Within a transaction. Whether there were any. */
    deleteCounted: (time: number, day: number): boolean =>
      [sql.deleteUnanswered.run(time), sql.deleteOutcomes.run(day)].some(({ changes }) => changes !== 0),
  }
}
