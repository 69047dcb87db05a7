/**
 * Articles as a file that another Pilcrow reads: JSON lines, the first one saying what it is, then one an article. Their
 * ids are those within a shelf; who added them is left out, as that is nobody else's affair.
 */
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { AppError } from '../failures.ts'
import type { Shelf } from '../ports.ts'
import type { ArticleRecord, Articles, Origin } from '../store/article-contract.ts'
import { articleContent, originRecord } from '../store/records.ts'
import { type ArticleHead, serverOf } from '../types.ts'
import { addToShelf } from './intake.ts'
import { textHash } from './read.ts'

const MEGABYTE = 1_048_576
/** A full library of a server's, some ten times. */
const LARGEST = 512 * MEGABYTE

const first = z.object({ pilcrow: z.literal('articles'), version: z.literal(1) })
const line = z.object({
  article: articleContent,
  origin: originRecord,
  addedAt: z.int(),
  changedAt: z.int(),
})

const nameOf = (id: string): string => id.slice(id.indexOf('/') + 1)

const fault = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined

/** What the shelf holds of its own, the knowledge folder aside; in order of id. */
export const recordsOf = async (store: Articles, { server }: Shelf): Promise<readonly ArticleRecord[]> => {
  const records: ArticleRecord[] = []
  for (const { id } of await store.catalogue()) {
    if (serverOf(id) !== server) continue
    const record = await store.articleRecord(id)
    if (record && record.origin.kind !== 'folder') records.push(record)
  }
  return records
}

/** As `Keeper.export`. */
export const exportArticles = async (store: Articles, shelf: Shelf, file: string): Promise<number> => {
  const records = await recordsOf(store, shelf)
  const lines = records.map(({ article: { head, paragraphs }, origin, addedAt, changedAt }) => {
    const content = {
      head: { ...head, id: nameOf(head.id) },
      paragraphs: paragraphs.map(({ article, number, ...rest }) => rest),
    }
    return JSON.stringify(z.encode(line, { article: content, origin, addedAt, changedAt }))
  })
  const text = [JSON.stringify({ pilcrow: 'articles', version: 1 }), ...lines].map((each) => `${each}\n`).join('')
  const part = `${file}.${process.pid}.part`
  try {
    // Whole or not at all: a part of an export, on a disk without room for the rest, reads like a small one.
    await writeFile(part, text, { mode: 0o600 })
    await link(part, file)
  } catch (cause) {
    if (fault(cause) === 'EEXIST') throw new AppError('file_exists', { file }, { cause })
    throw new AppError('unwritable_file', { file }, { cause })
  } finally {
    await rm(part, { force: true })
  }
  return lines.length
}

const readWhole = async (file: string): Promise<string> => {
  try {
    const { size } = await stat(file)
    if (size > LARGEST)
      throw new AppError('file_too_large', {
        file,
        megabytes: Math.ceil(size / MEGABYTE),
        limit: LARGEST / MEGABYTE,
      })
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('unreadable_file', { file }, { cause })
  }
}

/** Where an article came from, as it is known here: another machine's paths are none of this one's. */
const foreign = (origin: Origin): Origin =>
  origin.kind === 'file' || origin.kind === 'folder' ? { kind: 'attachment', name: basename(origin.path) } : origin

/** One line as a record. Throws where it is none, or its hash is not that of its text: offsets rely on it. */
const parse = (text: string): ArticleRecord => {
  const { article, ...rest } = line.parse(JSON.parse(text))
  const head: ArticleHead = article.head
  if (head.hash !== textHash(article.paragraphs) || head.id === '' || head.id.includes('/')) throw new Error('not ours')
  const paragraphs = article.paragraphs.map((each, index) => ({ article: head, number: index + 1, ...each }))
  return { article: { head, paragraphs }, by: undefined, ...rest, origin: foreign(rest.origin) }
}

/** As `Keeper.import`. */
export const importArticles = async (
  store: Articles,
  shelf: Shelf,
  file: string,
): Promise<{ readonly added: number; readonly already: number }> => {
  const lines = (await readWhole(file)).split('\n')
  if (lines.at(-1) === '') lines.pop()
  const records: ArticleRecord[] = []
  for (const [index, text] of lines.entries()) {
    try {
      if (index === 0) first.parse(JSON.parse(text))
      else records.push(parse(text))
    } catch (cause) {
      throw new AppError('bad_export', { file, line: index + 1 }, { cause })
    }
  }
  if (lines.length === 0) throw new AppError('bad_export', { file, line: 1 })
  let already = 0
  for (const record of records) if ((await addToShelf(store, shelf, record)).already) already += 1
  return { added: records.length - already, already }
}
