/** A copy of the database while it is in use. */
import { existsSync } from 'node:fs'
import { link, open, rm } from 'node:fs/promises'
import { backup, DatabaseSync } from 'node:sqlite'
import { AppError } from '../failures.ts'
import { storageFault } from './database.ts'
import { version } from './migrations.ts'
import { databaseFile } from './place.ts'

/** All pages in one step, under one snapshot: in steps, a bot that writes would make it begin again and again. */
const ALL_PAGES = 2 ** 31 - 1
const BUSY_MS = 10_000

const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST'

/** Writes a copy beside `target`, checks it, and makes it one file that does not depend on others. */
const copy = async (source: DatabaseSync, target: string): Promise<void> => {
  await backup(source, target, { rate: ALL_PAGES })
  const copied = new DatabaseSync(target)
  try {
    const [first] = copied.prepare('PRAGMA integrity_check').all()
    if (first?.integrity_check !== 'ok') throw new AppError('unusable_database', { file: target, reason: 'damaged' })
    copied.exec('PRAGMA journal_mode = DELETE')
  } finally {
    copied.close()
  }
}

/**
 * Copies the database of this data folder to a file, whole, as it is at one moment; whoever writes meanwhile goes on.
 * Nothing is written over. Rejects with `AppError` missing_database, file_exists, unwritable_file, newer_database or
 * unusable_database.
 */
export const backupSqlite = async (folder: string, file: string): Promise<void> => {
  const place = databaseFile(folder)
  if (!existsSync(place)) throw new AppError('missing_database', { file: place })
  if (existsSync(file)) throw new AppError('file_exists', { file })
  const part = `${file}.${process.pid}.part`
  try {
    // For this user alone, as the database itself.
    await (await open(part, 'wx', 0o600)).close()
  } catch (cause) {
    throw new AppError('unwritable_file', { file }, { cause })
  }
  let source: DatabaseSync | undefined
  try {
    source = new DatabaseSync(place, { readOnly: true, timeout: BUSY_MS })
    version(source)
    await copy(source, part)
    await link(part, file)
  } catch (error) {
    if (isThere(error)) throw new AppError('file_exists', { file }, { cause: error })
    const reason = storageFault(error)
    // Only the copy is written.
    if (reason === 'full') throw new AppError('unwritable_file', { file }, { cause: error })
    throw reason === undefined ? error : new AppError('unusable_database', { file: place, reason }, { cause: error })
  } finally {
    source?.close()
    await rm(part, { force: true })
  }
}
