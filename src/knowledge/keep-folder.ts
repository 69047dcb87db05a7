/** Brings the store in step with the knowledge folder, so that what was cited of a file outlives its changes. */
import type { Articles } from '../store/article-contract.ts'
import { writeArticle } from '../store/records.ts'
import { AppError, serverOf } from '../types.ts'
import type { Folder } from './folder.ts'
import { unlimited } from './intake.ts'

/**
 * Adds, replaces and removes what changed; a file that cannot be read keeps what it had. Resolves to the problems of
 * files whose id an added article has already. Rejects as the store does; what was written by then stays.
 */
export const keepFolder = async (
  { articles, paths, files }: Pick<Folder, 'articles' | 'paths' | 'files'>,
  store: Articles,
  at: number,
): Promise<readonly AppError[]> => {
  const problems: AppError[] = []
  for (const article of articles) {
    const { id } = article.head
    const path = paths.get(id) ?? id
    const record = await store.articleRecord(id)
    if (!record) {
      const origin = { kind: 'folder', path } as const
      await store.addArticle({ article, origin, by: undefined, addedAt: at, changedAt: at }, unlimited)
    } else if (record.origin.kind !== 'folder') {
      problems.push(new AppError('duplicate_article', { file: path, id, other: record.article.head.title }))
    } else if (writeArticle(record.article) !== writeArticle(article)) {
      await store.replaceArticle(article, at, unlimited)
    }
  }
  for (const { id } of await store.catalogue()) {
    if (serverOf(id) !== undefined || paths.has(id)) continue
    const { origin } = (await store.articleRecord(id)) ?? {}
    if (origin?.kind === 'folder' && !files.has(origin.path)) await store.removeArticle(id)
  }
  return problems
}
