/** The embedded engine of the store: `node:sqlite`, which works synchronously, so that a method is never interleaved. */
import { z } from 'zod'
import { AppError } from '../failures.ts'
import { dayOf, monthOf } from '../limits.ts'
import { type AnswerRecord, defaultSettings, type ServerSettings, type Store } from './contract.ts'
import { type Method, openDatabase, storageFault } from './database.ts'
import { citedVersions, readAnswer, readSettings, storable, writeAnswer, writeSettings } from './records.ts'
import { articleMethods, serverMethods } from './sqlite-articles.ts'
import { budgetOf } from './sqlite-budget.ts'
import { quotaOf } from './sqlite-quota.ts'
import { statisticsOf } from './sqlite-statistics.ts'
import { transaction } from './transaction.ts'

/** With up to so much in it the file is rewritten after a deletion: the bot stands still for 0.4 s (measured). */
const SWEEP_LIMIT_BYTES = 64 * 2 ** 20

/** How much longer than answers numbers are kept that name no member. */
const STATISTICS_DAYS = 366

const answerRow = z.object({
  id: z.string(),
  question: z.string(),
  asker: z.string(),
  server: z.string().nullable(),
  channel: z.string(),
  private: z.literal([0, 1]),
  after: z.string().nullable(),
  answer: z.string(),
  at: z.int(),
})
const settingsRow = z.object({ settings: z.string() })
const summaryRow = z.object({ summary: z.string() })
const hashRow = z.object({ hash: z.string() })
const verdictsRow = z.object({ up: z.int(), down: z.int() })
const keptRow = z.object({ answers: z.int(), feedback: z.int() })
const sizeRow = z.object({ bytes: z.int() })

const toRecord = (row: unknown): AnswerRecord | undefined => {
  if (row === undefined) return undefined
  const { server, after, private: hidden, answer, ...rest } = answerRow.parse(row)
  return {
    ...rest,
    server: server ?? undefined,
    private: hidden === 1,
    after: after ?? undefined,
    answer: readAnswer(answer, rest.id),
  }
}

/** Rejects with `AppError` newer_database or unusable_database. The folder is made where there is none. */
export const openSqlite = async (place: { readonly folder: string } | 'memory'): Promise<Store> => {
  const database = await openDatabase(place)

  const columns = 'id, question, asker, server, channel, private, after, answer, at'
  const sql = {
    saveAnswer: database.prepare(
      `INSERT INTO answers (${columns})
       VALUES (:id, :question, :asker, :server, :channel, :private, :after, :answer, :at)`,
    ),
    saveCitation: database.prepare('INSERT INTO citations (answer, article, hash) VALUES (?, ?, ?)'),
    answer: database.prepare(`SELECT ${columns} FROM answers WHERE id = ?`),
    linkMessage: database.prepare(
      `INSERT INTO messages (message, channel, answer) SELECT :message, :channel, number FROM answers WHERE id = :answer
       ON CONFLICT DO UPDATE SET channel = excluded.channel, answer = excluded.answer`,
    ),
    answerByMessage: database.prepare(
      `SELECT ${columns} FROM answers WHERE number = (SELECT answer FROM messages WHERE message = ?)`,
    ),
    latestInChannel: database.prepare(
      `SELECT ${columns} FROM answers WHERE number = max(
         ifnull((SELECT max(number) FROM answers WHERE channel = :channel AND private = 0), 0),
         ifnull((SELECT shown.answer FROM messages AS shown JOIN answers ON answers.number = shown.answer
                 WHERE shown.channel = :channel AND answers.private = 0 ORDER BY shown.answer DESC LIMIT 1), 0))`,
    ),
    settings: database.prepare('SELECT settings FROM settings WHERE server = ?'),
    saveSettings: database.prepare(
      `INSERT INTO settings (server, settings) VALUES (:server, :settings)
       ON CONFLICT DO UPDATE SET settings = excluded.settings`,
    ),
    saveFeedback: database.prepare(
      `INSERT INTO feedback (answer, member, verdict, at)
       SELECT number, :member, :verdict, :at FROM answers WHERE id = :answer
       ON CONFLICT DO UPDATE SET verdict = excluded.verdict, at = excluded.at`,
    ),
    feedback: database.prepare(
      `SELECT count(*) FILTER (WHERE verdict = 'up') AS up, count(*) FILTER (WHERE verdict = 'down') AS down
       FROM feedback WHERE answer = (SELECT number FROM answers WHERE id = ?)`,
    ),
    commandHash: database.prepare('SELECT hash FROM command_hashes WHERE scope = ?'),
    saveCommandHash: database.prepare(
      'INSERT INTO command_hashes (scope, hash) VALUES (?, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash',
    ),
    summary: database.prepare(
      'SELECT summary FROM summaries WHERE article = :article AND hash = :hash AND signature = :signature',
    ),
    saveSummary: database.prepare(
      `INSERT INTO summaries (article, hash, signature, summary, at)
       VALUES (:article, :hash, :signature, :summary, :at)
       ON CONFLICT DO UPDATE SET summary = excluded.summary, at = excluded.at`,
    ),
    deleteFormer: database.prepare('DELETE FROM summaries WHERE article = :article AND hash <> :hash'),
    deleteSummaries: database.prepare('DELETE FROM summaries WHERE at < ?'),
    kept: database.prepare(
      `SELECT (SELECT count(*) FROM answers WHERE asker = :member) AS answers,
              (SELECT count(*) FROM feedback WHERE member = :member) AS feedback`,
    ),
    forgetAnswers: database.prepare('DELETE FROM answers WHERE asker = ?'),
    forgetFeedback: database.prepare('DELETE FROM feedback WHERE member = ?'),
    deleteAnswers: database.prepare(
      `DELETE FROM answers WHERE number IN (SELECT number FROM answers WHERE at < :time ORDER BY at LIMIT :limit)`,
    ),
    size: database.prepare(
      `SELECT (page_count - freelist_count) * page_size AS bytes
       FROM pragma_page_count, pragma_freelist_count, pragma_page_size`,
    ),
  }

  const quota = quotaOf(database)
  const budget = budgetOf(database)
  const statistics = statisticsOf(database)

  const settingsOf = (server: string): ServerSettings => {
    const row = sql.settings.get(server)
    return row === undefined ? defaultSettings : readSettings(settingsRow.parse(row).settings, server)
  }

  /**
   * Takes what was deleted out of the files as well. `secure_delete` blanks rows and pages, but not the copies that
   * stay behind in a page when its rows are moved to another; only rewriting the file does, which takes longer the
   * larger it is. The deletion holds even if this cannot be done now, for want of room or because of another process.
   */
  const sweep = (): void => {
    try {
      if (sizeRow.parse(sql.size.get()).bytes <= SWEEP_LIMIT_BYTES) database.exec('VACUUM')
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch (error) {
      const reason = storageFault(error)
      if (reason !== 'busy' && reason !== 'full') throw error
    }
  }

  /** A method of the contract: what it throws rejects, and the file's troubles become a failure with words. */
  const method: Method =
    (work) =>
    async (...given) => {
      try {
        return work(...given)
      } catch (error) {
        const reason = storageFault(error)
        throw reason === undefined ? error : new AppError('storage_failed', { reason }, { cause: error })
      }
    }

  return {
    saveAnswer: method(({ id, question, asker, server, channel, private: hidden, after, answer, at }) =>
      transaction(database, 'write', () => {
        const { lastInsertRowid: number } = sql.saveAnswer.run({
          id,
          question: storable(question),
          asker,
          server: server ?? null,
          channel,
          private: hidden ? 1 : 0,
          after: after ?? null,
          answer: writeAnswer(answer),
          at,
        })
        for (const { article, hash } of citedVersions(answer)) sql.saveCitation.run(number, article, hash)
      }),
    ),
    answer: method((id) => toRecord(sql.answer.get(id))),
    linkMessage: method((link) => sql.linkMessage.run({ ...link }).changes !== 0),
    answerByMessage: method((message) => toRecord(sql.answerByMessage.get(message))),
    latestInChannel: method((channel) => toRecord(sql.latestInChannel.get({ channel }))),
    turns: method((id, limit) =>
      transaction(database, 'read', () => {
        // By id, so that a chain that bites its tail ends where it began.
        const turns = new Map<string, AnswerRecord>()
        let next: string | undefined = id
        while (next !== undefined && turns.size < limit && !turns.has(next)) {
          const record = toRecord(sql.answer.get(next))
          if (record === undefined) break
          turns.set(next, record)
          next = record.after
        }
        return [...turns.values()].reverse()
      }),
    ),

    settings: method(settingsOf),
    changeSettings: method((server, change) =>
      transaction(database, 'write', () => {
        const changed = change(settingsOf(server))
        sql.saveSettings.run({ server, settings: writeSettings(changed) })
        return changed
      }),
    ),

    saveFeedback: method((given) => sql.saveFeedback.run({ ...given }).changes !== 0),
    feedback: method((answer) => verdictsRow.parse(sql.feedback.get(answer))),

    commandHash: method((scope) => {
      const row = sql.commandHash.get(scope)
      return row === undefined ? undefined : hashRow.parse(row).hash
    }),
    saveCommandHash: method((scope, hash) => {
      sql.saveCommandHash.run(scope, hash)
    }),

    admit: method(quota.admit),
    reserve: method(budget.reserve),
    settle: method(budget.settle),
    spent: method(budget.spent),

    countOutcome: method(statistics.countOutcome),
    statistics: method(statistics.statistics),
    keepUnanswered: method(statistics.keepUnanswered),
    unanswered: method(statistics.unanswered),
    deleteUnanswered: method((server) => {
      if (statistics.deleteUnanswered(server)) sweep()
    }),

    summary: method((key) => {
      const row = sql.summary.get({ ...key })
      return row === undefined ? undefined : readAnswer(summaryRow.parse(row).summary, key.article)
    }),
    saveSummary: method((key, summary, at) =>
      transaction(database, 'write', () => {
        const { article, hash } = key
        sql.deleteFormer.run({ article, hash })
        sql.saveSummary.run({ ...key, summary: writeAnswer(summary), at })
      }),
    ),

    kept: method((member) => keptRow.parse(sql.kept.get({ member }))),
    forget: method((member) => {
      const [kept, deleted] = transaction(database, 'write', () => {
        const before = keptRow.parse(sql.kept.get({ member }))
        const deletions = [
          ...[sql.forgetFeedback, sql.forgetAnswers].map((each) => each.run(member).changes !== 0),
          quota.forgetAdmissions(member),
          statistics.forgetQuestions(member),
          budget.forgetSpending(member),
        ]
        return [before, deletions.some(Boolean)]
      })
      if (deleted) sweep()
      return kept
    }),
    deleteBefore: method((time, limit) => {
      const day = dayOf(time)
      const [answers, others] = transaction(database, 'write', () => [
        // SQLite takes a negative limit for none.
        Number(sql.deleteAnswers.run({ time, limit: limit ?? -1 }).changes),
        [
          quota.deleteAdmissions(time),
          sql.deleteSummaries.run(time).changes !== 0,
          statistics.deleteCounted(time, day - STATISTICS_DAYS),
          budget.deleteSpending(time, monthOf(day), day - STATISTICS_DAYS),
        ].some(Boolean),
      ])
      // Once, after the last of several.
      if ((answers > 0 || others) && answers !== limit) sweep()
      return answers
    }),

    ...articleMethods(database, method),
    ...serverMethods(database, method, sweep),

    close: async () => {
      if (database.isOpen) database.close()
    },
  }
}
