/** Articles, their versions and their servers in the embedded engine. */
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { serverOf } from '../types.ts'
import type { Articles, Full, Servers, ShelfLimits } from './article-contract.ts'
import type { Method } from './database.ts'
import { readArticle, readOrigin, writeArticle, writeOrigin } from './records.ts'
import { transaction } from './transaction.ts'

const revisionRow = z.object({ revision: z.int() })
const countRow = z.object({ count: z.int() })
const catalogueRow = z.object({ id: z.string(), revision: z.int() })
const originRow = z.object({ id: z.string(), origin: z.string() })
const idRow = z.object({ id: z.string() })
const versionRow = z.object({ content: z.string(), title: z.string().nullable() })
const recordRow = versionRow.extend({
  origin: z.string(),
  by: z.string().nullable(),
  addedAt: z.int(),
  changedAt: z.int(),
})
const shelfRow = z.object({ articles: z.int(), paragraphs: z.int(), characters: z.int() })
const serverRow = z.object({ server: z.string() })

export const articleMethods = (database: DatabaseSync, method: Method): Articles => {
  const sql = {
    revision: database.prepare('SELECT revision FROM articles_revision'),
    nextRevision: database.prepare('UPDATE articles_revision SET revision = revision + 1 RETURNING revision'),
    catalogue: database.prepare('SELECT id, revision FROM articles ORDER BY id'),
    changed: database.prepare('SELECT id, revision FROM articles WHERE revision > ? ORDER BY id'),
    count: database.prepare('SELECT count(*) AS count FROM articles'),
    record: database.prepare(
      `SELECT content, title, origin, by, added_at AS addedAt, changed_at AS changedAt
       FROM articles JOIN versions ON versions.article = articles.id AND versions.hash = articles.hash WHERE id = ?`,
    ),
    version: database.prepare(
      `SELECT content, title FROM versions JOIN articles ON articles.id = versions.article
       WHERE article = ? AND versions.hash = ?`,
    ),
    presentHash: database.prepare('SELECT hash FROM articles WHERE id = ?'),
    /** What whoever may see this shelf sees already. */
    same: database.prepare(
      `SELECT id FROM articles WHERE (server IS :server OR server IS NULL) AND (hash = :hash OR url = :url)
       ORDER BY server IS NULL, id LIMIT 1`,
    ),
    /** Of the shelf without one article. */
    shelf: database.prepare(
      `SELECT count(*) AS articles, ifnull(sum(paragraphs), 0) AS paragraphs, ifnull(sum(characters), 0) AS characters
       FROM articles WHERE server IS :server AND id <> :id`,
    ),
    add: database.prepare(
      `INSERT INTO articles (id, server, origin, url, by, added_at, changed_at, hash, paragraphs, characters, revision)
       VALUES (:id, :server, :origin, :url, :by, :addedAt, :changedAt, :hash, :paragraphs, :characters, :revision)`,
    ),
    saveVersion: database.prepare(
      `INSERT INTO versions (article, hash, content) VALUES (:id, :hash, :content)
       ON CONFLICT DO UPDATE SET content = excluded.content`,
    ),
    replace: database.prepare(
      `UPDATE articles SET changed_at = iif(hash = :hash, changed_at, :at), hash = :hash, paragraphs = :paragraphs,
         characters = :characters, revision = :revision WHERE id = :id`,
    ),
    rename: database.prepare('UPDATE articles SET title = :title, revision = :revision WHERE id = :id'),
    remove: database.prepare('DELETE FROM articles WHERE id = :id AND hash = ifnull(:hash, hash)'),
    removeSummaries: database.prepare('DELETE FROM summaries WHERE article = ?'),
    folderFiles: database.prepare("SELECT id, origin FROM articles WHERE json_extract(origin, '$.kind') = 'folder'"),
    place: database.prepare(
      "UPDATE articles SET origin = :origin WHERE id = :id AND json_extract(origin, '$.kind') = 'folder'",
    ),
    prune: database.prepare(
      `DELETE FROM versions WHERE hash <> (SELECT hash FROM articles WHERE id = versions.article)
         AND NOT EXISTS (SELECT 1 FROM citations WHERE citations.article = versions.article AND citations.hash = versions.hash)`,
    ),
  }

  const revisionOf = (): number => revisionRow.parse(sql.revision.get()).revision
  const nextRevision = (): number => revisionRow.parse(sql.nextRevision.get()).revision

  type Size = { readonly paragraphs: number; readonly characters: number }
  const sizeOf = ({ paragraphs }: { readonly paragraphs: readonly { readonly text: string }[] }): Size => ({
    paragraphs: paragraphs.length,
    characters: paragraphs.reduce((sum, { text }) => sum + text.length, 0),
  })

  /** What would be more than the limits allow with an article of this size. */
  const full = (id: string, size: Size, limits: ShelfLimits): Full | undefined => {
    const others = shelfRow.parse(sql.shelf.get({ server: serverOf(id) ?? null, id }))
    const all: ShelfLimits = {
      articles: others.articles + 1,
      paragraphs: others.paragraphs + size.paragraphs,
      characters: others.characters + size.characters,
    }
    const of = (['articles', 'paragraphs', 'characters'] as const).find((each) => all[each] > limits[each])
    return of && { kind: 'full', of, limit: limits[of] }
  }

  return {
    articlesRevision: method(revisionOf),
    catalogue: method(() => sql.catalogue.all().map((row) => catalogueRow.parse(row))),
    changesSince: method((since) =>
      transaction(database, 'read', () => ({
        changed: sql.changed.all(since).map((row) => catalogueRow.parse(row)),
        count: countRow.parse(sql.count.get()).count,
        revision: revisionOf(),
      })),
    ),
    articleRecord: method((id) => {
      const row = sql.record.get(id)
      if (row === undefined) return undefined
      const { content, title, origin, by, ...times } = recordRow.parse(row)
      return {
        article: readArticle(content, id, title ?? undefined),
        origin: readOrigin(origin, id),
        by: by ?? undefined,
        ...times,
      }
    }),
    addArticle: method(({ article, origin, by, addedAt, changedAt }, limits) =>
      transaction(database, 'write', () => {
        const { id, hash } = article.head
        const server = serverOf(id) ?? null
        const url = origin.kind === 'url' ? origin.url : null
        const same = origin.kind === 'folder' ? undefined : sql.same.get({ server, hash, url })
        if (same !== undefined) return { kind: 'already', id: idRow.parse(same).id } as const
        if (sql.presentHash.get(id) !== undefined) return { kind: 'taken' } as const
        const size = sizeOf(article)
        const over = full(id, size, limits)
        if (over) return over
        const revision = nextRevision()
        const row = { id, server, origin: writeOrigin(origin), url, by: by ?? null, addedAt, changedAt, hash }
        sql.add.run({ ...row, ...size, revision })
        sql.saveVersion.run({ id, hash, content: writeArticle(article) })
        return { kind: 'added' } as const
      }),
    ),
    replaceArticle: method((article, at, limits) =>
      transaction(database, 'write', () => {
        const { id, hash } = article.head
        if (sql.presentHash.get(id) === undefined) return { kind: 'gone' } as const
        const size = sizeOf(article)
        const over = full(id, size, limits)
        if (over) return over
        sql.saveVersion.run({ id, hash, content: writeArticle(article) })
        sql.replace.run({ id, hash, at, ...size, revision: nextRevision() })
        return { kind: 'replaced' } as const
      }),
    ),
    renameArticle: method((id, title) =>
      transaction(database, 'write', () => sql.rename.run({ id, title, revision: nextRevision() }).changes !== 0),
    ),
    removeArticle: method((id, hash) =>
      transaction(database, 'write', () => {
        nextRevision()
        const removed = sql.remove.run({ id, hash: hash ?? null }).changes !== 0
        if (removed) sql.removeSummaries.run(id)
        return removed
      }),
    ),
    folderFiles: method(() => {
      const rows = sql.folderFiles.all().map((row) => originRow.parse(row))
      return new Map(
        rows.flatMap(({ id, origin }) => {
          const read = readOrigin(origin, id)
          return read.kind === 'folder' ? [[id, { path: read.path, stamp: read.stamp }] as const] : []
        }),
      )
    }),
    placeFolderArticle: method((id, file) => {
      sql.place.run({ id, origin: writeOrigin({ kind: 'folder', ...file }) })
    }),
    articleVersion: method((id, hash) => {
      const row = sql.version.get(id, hash)
      if (row === undefined) return undefined
      const { content, title } = versionRow.parse(row)
      return readArticle(content, id, title ?? undefined)
    }),
    pruneVersions: method(() => Number(sql.prune.run().changes)),
  }
}

/** `swept` takes what was deleted out of the files too. */
export const serverMethods = (database: DatabaseSync, method: Method, swept: () => void): Servers => {
  const sql = {
    known: database.prepare('SELECT server FROM servers WHERE left_at IS NULL'),
    joined: database.prepare('INSERT INTO servers (server) VALUES (?) ON CONFLICT DO UPDATE SET left_at = NULL'),
    left: database.prepare(
      `INSERT INTO servers (server, left_at) VALUES (:server, :at)
       ON CONFLICT DO UPDATE SET left_at = ifnull(left_at, excluded.left_at)`,
    ),
    leftBefore: database.prepare('SELECT server FROM servers WHERE left_at < ? ORDER BY left_at'),
    /** Of each table that holds anything of a server. */
    delete: {
      articles: database.prepare('DELETE FROM articles WHERE server = ?'),
      answers: database.prepare('DELETE FROM answers WHERE server = ?'),
      admissions: database.prepare('DELETE FROM admissions WHERE server = ?'),
      settings: database.prepare('DELETE FROM settings WHERE server = ?'),
      summaries: database.prepare("DELETE FROM summaries WHERE substr(article, 1, length(?1) + 1) = ?1 || '/'"),
      outcomes: database.prepare('DELETE FROM outcomes WHERE server = ?'),
      unanswered: database.prepare('DELETE FROM unanswered WHERE server = ?'),
      spending: database.prepare("DELETE FROM spending WHERE kind = 'server' AND account = ?"),
      // One under way still counts for everything once it ends.
      calls: database.prepare("UPDATE calls SET account = NULL WHERE kind = 'server' AND account = ?"),
      commands: database.prepare("DELETE FROM command_hashes WHERE scope = :server OR scope LIKE '%:' || :server"),
      servers: database.prepare('DELETE FROM servers WHERE server = ?'),
    },
    nextRevision: database.prepare('UPDATE articles_revision SET revision = revision + 1'),
  }
  return {
    serversPresent: method((servers, at) =>
      transaction(database, 'write', () => {
        const present = new Set(servers)
        const missing = sql.known
          .all()
          .map((row) => serverRow.parse(row).server)
          .filter((server) => !present.has(server))
        for (const server of present) sql.joined.run(server)
        for (const server of missing) sql.left.run({ server, at })
        return missing
      }),
    ),
    serverJoined: method((server) => {
      sql.joined.run(server)
    }),
    serverLeft: method((server, at) => {
      sql.left.run({ server, at })
    }),
    serversLeftBefore: method((time) => sql.leftBefore.all(time).map((row) => serverRow.parse(row).server)),
    deleteServer: method((server) => {
      const deleted = transaction(database, 'write', () => {
        sql.nextRevision.run()
        const { articles, answers, ...others } = sql.delete
        const counts = { answers: Number(answers.run(server).changes), articles: Number(articles.run(server).changes) }
        const { commands, ...tables } = others
        for (const each of Object.values(tables)) each.run(server)
        commands.run({ server })
        return counts
      })
      swept()
      return deleted
    }),
  }
}
