/** The knowledge folder to articles: finds the files, reads each, and goes on where one is bad. */
import { readdir, realpath, stat } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { AppError, type Article } from '../types.ts'
import { isSupported, SUPPORTED } from './media-type.ts'
import { readArticle } from './read.ts'
import { openFile } from './source.ts'

export type Folder = {
  /** In order of path. */
  readonly articles: readonly Article[]
  /** Why files were left out. */
  readonly problems: readonly AppError[]
}

/** Folders in folders in the folder: those below are not entered. */
const DEEPEST = 4
const MOST_FILES = 1_000
/** Of any kind, so that a whole disk given by mistake is noticed soon. */
const MOST_ENTRIES = 20_000

/** What people may expect to be read; whatever else lies beside the articles is their own business. */
const expected = new Set('.mhtml .doc .odt .rtf .epub .pages .markdown .text'.split(' '))

const isMissing = (failure: unknown): boolean =>
  failure instanceof Error && 'code' in failure && (failure.code === 'ENOENT' || failure.code === 'ENOTDIR')

const throwIfAborted = (signal: AbortSignal): void => {
  if (signal.aborted) throw new AppError('aborted', {}, { cause: signal.reason })
}

const unreadable = (file: string, cause: unknown): AppError => new AppError('unreadable_file', { file }, { cause })

type Entry = { readonly path: string; readonly isLink: boolean }
type Listing = { readonly files: readonly Entry[]; readonly problems: readonly AppError[] }

/** What lies in a folder and is not hidden: files by their extensions, and the folders to enter next. */
const listFolder = async (
  folder: string,
): Promise<Listing & { readonly folders: readonly string[]; readonly size: number }> => {
  const all = await readdir(folder, { withFileTypes: true })
  const entries = all.filter(({ name }) => !name.startsWith('.'))
  const paths = entries.map((entry) => ({ entry, path: join(folder, entry.name) }))
  return {
    size: all.length,
    files: paths
      .filter(({ entry, path }) => (entry.isFile() || entry.isSymbolicLink()) && isSupported(path))
      .map(({ entry, path }) => ({ path, isLink: entry.isSymbolicLink() })),
    // Folders that are links are not entered: what they hold is read where it lies, or lies outside.
    folders: paths.filter(({ entry }) => entry.isDirectory()).map(({ path }) => path),
    problems: paths
      .filter(({ entry, path }) => entry.isFile() && expected.has(extname(path).toLowerCase()))
      .map(({ path }) => new AppError('unsupported_file', { file: path, supported: SUPPORTED })),
  }
}

const listTree = async (root: string, signal: AbortSignal): Promise<Listing> => {
  const files: Entry[] = []
  const problems: AppError[] = []
  let level: readonly string[] = [root]
  let entries = 0
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth += 1) {
    const next: string[] = []
    for (const folder of level) {
      throwIfAborted(signal)
      try {
        const found = await listFolder(folder)
        entries += found.size
        for (const file of found.files) files.push(file)
        for (const problem of found.problems) problems.push(problem)
        for (const each of found.folders) next.push(each)
      } catch (failure) {
        if (folder !== root) problems.push(unreadable(folder, failure))
        else
          throw isMissing(failure)
            ? new AppError('missing_folder', { folder }, { cause: failure })
            : unreadable(folder, failure)
      }
      if (entries > MOST_ENTRIES) {
        problems.push(new AppError('too_many_files', { folder: root, limit: MOST_ENTRIES }))
        return { files, problems }
      }
    }
    level = next
  }
  return { files, problems }
}

/** Without links that leave the folder, lead to no file, or to one that is read anyway. */
const resolveLinks = async (root: string, { files, problems }: Listing): Promise<Listing> => {
  const top = await realpath(root)
  const seen = new Set(files.filter(({ isLink }) => !isLink).map(({ path }) => join(top, relative(root, path))))
  const kept: Entry[] = []
  const broken: AppError[] = []
  for (const entry of files) {
    try {
      const target = entry.isLink ? await realpath(entry.path) : undefined
      if (target !== undefined) {
        if (!target.startsWith(top + sep) || seen.has(target) || !(await stat(target)).isFile()) continue
        seen.add(target)
      }
      kept.push(entry)
    } catch (failure) {
      broken.push(unreadable(entry.path, failure))
    }
  }
  return { files: kept, problems: [...problems, ...broken] }
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Every .txt and .md file in a folder and its sub-folders. Hidden files are left alone, and links that lead out of it.
 * Rejects with `AppError` missing_folder, unreadable_file (the folder itself) or aborted; whatever is wrong with single
 * files is among the problems, and the others load.
 */
export const readFolder = async (folder: string, signal: AbortSignal): Promise<Folder> => {
  const tree = await resolveLinks(folder, await listTree(folder, signal))
  const files = tree.files.map(({ path }) => path).sort(inOrder)
  const problems = [...tree.problems]
  if (files.length > MOST_FILES) problems.push(new AppError('too_many_files', { folder, limit: MOST_FILES }))

  const articles = new Map<string, { readonly article: Article; readonly file: string }>()
  for (const file of files.slice(0, MOST_FILES)) {
    try {
      const article = await readArticle(await openFile(file, signal), signal)
      const { id } = article.head
      const other = articles.get(id)
      if (other !== undefined) problems.push(new AppError('duplicate_article', { file, id, other: other.file }))
      else articles.set(id, { article, file })
    } catch (failure) {
      if (!(failure instanceof AppError) || failure.code === 'aborted') throw failure
      problems.push(failure)
    }
  }
  return { articles: [...articles.values()].map(({ article }) => article), problems }
}
