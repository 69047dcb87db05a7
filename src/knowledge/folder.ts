/** The knowledge folder to articles: finds the files, reads each, and goes on where one is bad. */
import { readdir, realpath, stat } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { AppError } from '../failures.ts'
import type { FolderFile } from '../store/article-contract.ts'
import type { Article } from '../types.ts'
import { isSupported, SUPPORTED } from './media-type.ts'
import { READING, readArticle } from './read.ts'
import { openFile } from './source.ts'

export type Folder = {
  /** Those that were read this time, in order of path. */
  readonly articles: readonly Article[]
  /** Why files were left out. */
  readonly problems: readonly AppError[]
  /** By the id of each article of the folder: the path of its file in there, and what that looks like. */
  readonly files: ReadonlyMap<string, FolderFile>
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

/** What a file looks like from outside: written anew, replaced by another, or to be read otherwise, it looks otherwise. */
const stampOf = async (file: string): Promise<string | undefined> => {
  try {
    const { size, mtimeMs, ino } = await stat(file)
    return `${READING} ${size} ${mtimeMs} ${ino}`
  } catch {
    // Gone since it was listed.
    return undefined
  }
}

/** A file as it was read last, and which article it is; where it could not be read, which one it was before. */
type Read = { readonly stamp: string; readonly id?: string; readonly problem?: AppError }
type Look = { readonly stamps: ReadonlyMap<string, string>; readonly problems: readonly AppError[] }

export type Following = {
  /** What is not known already. */
  read(signal: AbortSignal): Promise<Folder>
  /**
   * Where something changed since the last time; else undefined. A file counts as changed once it looks the same twice in
   * a row, so that one that is still being written is not read; and as gone once it is missing twice, as editors put a
   * new file in the old one's place. One that can no longer be read keeps the article that it held. `known` is given where
   * it is no longer what was told last.
   */
  changes(signal: AbortSignal, known?: KnownFiles): Promise<Folder | undefined>
}

/** Of a file that was read before, by its path in the folder: which article it is, and its stamp then. */
export type KnownFiles = ReadonlyMap<string, { readonly id: string; readonly stamp: string }>

/**
 * Every file of a supported kind in a folder and its sub-folders. Hidden files are left alone, and links that lead out
 * of it. Both reject with `AppError` missing_folder, unreadable_file (the folder itself) or aborted; whatever is wrong
 * with single files is among the problems, and the others load.
 */
export const followFolder = (folder: string, known: KnownFiles = new Map()): Following => {
  const filesOf = (those: KnownFiles): ReadonlyMap<string, string> =>
    new Map([...those].map(([path, { id }]) => [id, join(folder, path)]))

  const read = new Map<string, Read>([...known].map(([path, each]) => [join(folder, path), each]))
  /** By id: the file whose article is known. */
  let given = filesOf(known)
  let before: ReadonlyMap<string, string> = new Map()

  const look = async (signal: AbortSignal): Promise<Look> => {
    const tree = await resolveLinks(folder, await listTree(folder, signal))
    const files = tree.files.map(({ path }) => path).sort(inOrder)
    const stamps = new Map<string, string>()
    for (const file of files.slice(0, MOST_FILES)) {
      const stamp = await stampOf(file)
      if (stamp !== undefined) stamps.set(file, stamp)
    }
    const full = files.length > MOST_FILES ? [new AppError('too_many_files', { folder, limit: MOST_FILES })] : []
    return { stamps, problems: [...tree.problems, ...full] }
  }

  type Fresh = Map<string, Article>

  const take = async (file: string, stamp: string, fresh: Fresh, signal: AbortSignal): Promise<void> => {
    try {
      const article = await readArticle(await openFile(file, signal), signal)
      read.set(file, { stamp, id: article.head.id })
      fresh.set(file, article)
    } catch (failure) {
      if (!(failure instanceof AppError) || failure.code === 'aborted') throw failure
      const held = read.get(file)?.id
      const keeps = held !== undefined && given.get(held) === file
      read.set(file, { stamp, problem: failure, ...(keeps && { id: held }) })
    }
  }

  /** By id: the first file that is this article; and what is wrong with the others. */
  const choose = (): { readonly files: ReadonlyMap<string, string>; readonly problems: readonly AppError[] } => {
    const files = new Map<string, string>()
    const problems: AppError[] = []
    for (const file of [...read.keys()].sort(inOrder)) {
      const { id, problem } = read.get(file) ?? {}
      if (problem) problems.push(problem)
      if (id === undefined) continue
      const other = files.get(id)
      if (other === undefined) files.set(id, file)
      else problems.push(new AppError('duplicate_article', { file, id, other }))
    }
    return { files, problems }
  }

  const result = async ({ problems }: Look, fresh: Fresh, signal: AbortSignal): Promise<Folder> => {
    // Ends: each turn reads a file, or leaves one out that cannot be read.
    for (;;) {
      const { files, problems: found } = choose()
      const news = [...files].filter(([id, file]) => given.get(id) !== file || fresh.has(file))
      const unread = news.filter(([, file]) => !fresh.has(file))
      for (const [, file] of unread) await take(file, read.get(file)?.stamp ?? '', fresh, signal)
      if (unread.length > 0) continue
      given = files
      return {
        articles: news.flatMap(([, file]) => fresh.get(file) ?? []),
        problems: [...problems, ...found],
        files: new Map(
          [...files].map(([id, file]) => [id, { path: relative(folder, file), stamp: read.get(file)?.stamp ?? '' }]),
        ),
      }
    }
  }

  return {
    async read(signal) {
      const now = await look(signal)
      before = now.stamps
      const fresh: Fresh = new Map()
      for (const file of read.keys()) if (!now.stamps.has(file)) read.delete(file)
      for (const [file, stamp] of now.stamps)
        if (read.get(file)?.stamp !== stamp) await take(file, stamp, fresh, signal)
      return result(now, fresh, signal)
    },
    async changes(signal, anew) {
      const now = await look(signal)
      const isSettled = (file: string): boolean => before.get(file) === now.stamps.get(file)
      const changed = [...now.stamps].filter(([file, stamp]) => read.get(file)?.stamp !== stamp && isSettled(file))
      const gone = [...read.keys()].filter((file) => !now.stamps.has(file) && isSettled(file))
      before = now.stamps
      if (anew) given = filesOf(anew)
      else if (changed.length + gone.length === 0) return undefined
      const fresh: Fresh = new Map()
      for (const file of gone) read.delete(file)
      for (const [file, stamp] of changed) await take(file, stamp, fresh, signal)
      return result(now, fresh, signal)
    },
  }
}

/** All of the folder as it is now, as `Following.read`. */
export const readFolder = (folder: string, signal: AbortSignal): Promise<Folder> => followFolder(folder).read(signal)
