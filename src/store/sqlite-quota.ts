/** Who asked when, in SQLite: what limits on questions an hour are counted by. */
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Admission, Quota } from './contract.ts'
import { transaction } from './transaction.ts'

const timeRow = z.object({ at: z.int() })

type Asked = Parameters<Quota['admit']>[0]
type Limits = Parameters<Quota['admit']>[1]

export const quotaOf = (database: DatabaseSync) => {
  // Also times to come, from before the clock was set back, as far as the window reaches.
  const within = 'at > :at - :windowMs AND at < :at + :windowMs ORDER BY at DESC LIMIT 1 OFFSET :limit - 1'
  const sql = {
    admit: database.prepare('INSERT INTO admissions (member, server, at) VALUES (:member, :server, :at)'),
    ofMember: database.prepare(`SELECT at FROM admissions WHERE member = :member AND server IS :server AND ${within}`),
    ofServer: database.prepare(`SELECT at FROM admissions WHERE server = :server AND ${within}`),
    // Those in servers stay, as nobody's: they count for all members together.
    forget: database.prepare('DELETE FROM admissions WHERE member = ? AND server IS NULL'),
    anonymise: database.prepare(`UPDATE admissions SET member = '' WHERE member = ?`),
    deleteBefore: database.prepare('DELETE FROM admissions WHERE at < ?'),
  }

  const filling = (row: unknown, whose: 'member' | 'server', windowMs: number): Admission | undefined =>
    row === undefined ? undefined : { admitted: false, whose, againAt: timeRow.parse(row).at + windowMs }

  return {
    admit({ member, server: place, at }: Asked, limits: Limits): Admission {
      const server = place ?? null
      const { limit, serverLimit, windowMs } = limits
      return transaction(database, 'write', () => {
        const own = limit !== undefined && sql.ofMember.get({ member, server, at, windowMs, limit })
        const all = serverLimit !== undefined && sql.ofServer.get({ server, at, windowMs, limit: serverLimit })
        const refused = filling(own || undefined, 'member', windowMs) ?? filling(all || undefined, 'server', windowMs)
        if (refused) return refused
        sql.admit.run({ member, server, at })
        return { admitted: true }
      })
    },

    /** Within a transaction. Whether there were any. */
    forgetAdmissions: (member: string): boolean =>
      [sql.forget, sql.anonymise].map((each) => each.run(member)).some(({ changes }) => changes !== 0),
    /** Within a transaction. Whether there were any. */
    deleteAdmissions: (time: number): boolean => sql.deleteBefore.run(time).changes !== 0,
  }
}
