/** All or nothing, on one SQLite connection; a nested one is refused by SQLite itself. */
import type { DatabaseSync } from 'node:sqlite'

/** `write` takes the lock at the beginning: one that turned to writing half-way could not wait for another's. */
export const transaction = <T>(database: DatabaseSync, intent: 'read' | 'write', work: () => T): T => {
  database.exec(intent === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // Some failures (no room on the disk) have rolled back already.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
