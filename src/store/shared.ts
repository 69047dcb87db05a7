/** Everybody's added articles, for a command that answers once and needs nothing else of the store. */
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { AppError } from '../failures.ts'
import type { Article } from '../types.ts'
import { storageFault } from './database.ts'
import { migrations, version } from './migrations.ts'
import { databaseFile } from './place.ts'
import { readArticle } from './records.ts'

const BUSY_MS = 2_000
/** From this step of the schema on there are articles. */
const ARTICLES = migrations.findIndex(({ sql }) => sql.includes('CREATE TABLE articles ')) + 1

const row = z.object({ id: z.string(), content: z.string(), title: z.string().nullable() })

/**
 * Reads them and changes nothing, not even an older schema. Throws `AppError` newer_database, unusable_database or
 * damaged_record.
 */
export const readShared = (folder: string): readonly Article[] => {
  const file = databaseFile(folder)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS })
    if (version(database) < ARTICLES) return []
    // Of the knowledge folder only what lies in it now counts.
    const rows = database
      .prepare(
        `SELECT id, content, title FROM articles JOIN versions ON versions.article = id AND versions.hash = articles.hash
         WHERE server IS NULL AND json_extract(origin, '$.kind') <> 'folder' ORDER BY id`,
      )
      .all()
    return rows.map((each) => {
      const { id, content, title } = row.parse(each)
      return readArticle(content, id, title ?? undefined)
    })
  } catch (error) {
    const reason = storageFault(error)
    throw reason === undefined ? error : new AppError('unusable_database', { file, reason }, { cause: error })
  } finally {
    database?.close()
  }
}
