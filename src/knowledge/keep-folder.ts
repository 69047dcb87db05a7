/** Brings the store in step with the knowledge folder, so that what was cited of a file outlives its changes. */

import { AppError } from '../failures.ts'
import type { Articles } from '../store/article-contract.ts'
import { writeArticle } from '../store/records.ts'
import type { Folder, KnownFiles } from './folder.ts'
import { unlimited } from './intake.ts'

/**
 * Adds and replaces what was read, and removes what is no longer there; a file that cannot be read keeps what it had.
 * Resolves to the problems of files whose id an added article has already. Rejects as the store does; what was written by
 * then stays.
 */
export const keepFolder = async (
  { articles, files }: Pick<Folder, 'articles' | 'files'>,
  store: Articles,
  at: number,
): Promise<readonly AppError[]> => {
  const problems: AppError[] = []
  for (const article of articles) {
    const { id } = article.head
    const file = files.get(id)
    if (!file) continue
    const record = await store.articleRecord(id)
    if (!record) {
      const origin = { kind: 'folder', ...file } as const
      await store.addArticle({ article, origin, by: undefined, addedAt: at, changedAt: at }, unlimited)
    } else if (record.origin.kind !== 'folder') {
      problems.push(new AppError('duplicate_article', { file: file.path, id, other: record.article.head.title }))
    } else {
      if (writeArticle(record.article) !== writeArticle(article)) await store.replaceArticle(article, at, unlimited)
      await store.placeFolderArticle(id, file)
    }
  }
  for (const id of (await store.folderFiles()).keys()) if (!files.has(id)) await store.removeArticle(id)
  return problems
}

/** What the store has of the folder, so that files which look as they did are not read again. */
export const knownFiles = async (store: Pick<Articles, 'folderFiles'>): Promise<KnownFiles> =>
  new Map(Array.from(await store.folderFiles(), ([id, { path, stamp }]) => [path, { id, stamp }]))
