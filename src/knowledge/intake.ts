/** Adds, refreshes, renames and removes articles: reads what is handed over, writes to the store, follows in memory. */

import { AppError } from '../failures.ts'
import type { Handed, Intake, IntakeStage, Libraries, OwnFile, Reader, Shelf, Source } from '../ports.ts'
import type { ArticleRecord, Articles, Origin, ShelfLimits } from '../store/article-contract.ts'
import { type Article, type ArticleHead, serverOf } from '../types.ts'
import type { Mirror } from './mirror.ts'
import { slug } from './slug.ts'

/** What the articles of one server may come to. All of them are held in memory, beside every other server's. */
export const serverLimits: ShelfLimits = { articles: 1_000, paragraphs: 50_000, characters: 20_000_000 }
/** The operator's own machine. */
export const unlimited: ShelfLimits = { articles: Infinity, paragraphs: Infinity, characters: Infinity }

/** Articles of one name on a shelf: le-phare, le-phare-2 … */
const MOST_NAMESAKES = 100
/** UTF-16 code units. */
const LONGEST_TITLE = 200

export type IntakePorts = {
  readonly store: Articles
  readonly libraries: Libraries
  readonly mirror: Mirror
  readonly reader: Reader
  readonly now: () => number
  /** Of an article that was read from the knowledge folder and is not in the store yet: the path of its file. */
  readonly folderPath?: (id: string) => string | undefined
}

const limitsOf = ({ server }: Shelf): ShelfLimits => (server === undefined ? unlimited : serverLimits)

const withHead = ({ paragraphs }: Article, head: ArticleHead): Article => ({
  head,
  paragraphs: paragraphs.map((each) => ({ ...each, article: head })),
})

const oneLine = (title: string): string => title.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()

/**
 * Adds an article to a shelf, under the id that its own makes there and a number where another has that. Rejects with
 * `AppError` library_full, and as the store does.
 */
export const addToShelf = async (
  store: Pick<Articles, 'addArticle'>,
  shelf: Shelf,
  record: ArticleRecord,
): Promise<{ readonly id: string; readonly already: boolean }> => {
  const { server } = shelf
  const { head } = record.article
  for (let namesake = 1; namesake <= MOST_NAMESAKES; namesake += 1) {
    const name = namesake === 1 ? head.id : `${head.id}-${namesake}`
    const id = server === undefined ? name : `${server}/${name}`
    const article = withHead(record.article, { ...head, id })
    const adding = await store.addArticle({ ...record, article }, limitsOf(shelf))
    switch (adding.kind) {
      case 'added':
        return { id, already: false }
      case 'already':
        return { id: adding.id, already: true }
      case 'full':
        throw new AppError('library_full', { of: adding.of, limit: adding.limit })
      case 'taken':
    }
  }
  throw new AppError('library_full', { of: 'articles', limit: MOST_NAMESAKES })
}

export const createIntake = ({
  store,
  libraries,
  mirror,
  reader,
  now,
  folderPath,
}: IntakePorts): Intake<Handed | OwnFile> => {
  /** As a url is compared: the same page under another fragment is the same. */
  const address = (url: string): string => {
    const parsed = URL.parse(url)
    if (!parsed) return url
    parsed.hash = ''
    return parsed.href
  }

  const originOf = (from: Handed | OwnFile): Origin => {
    switch (from.kind) {
      case 'url':
        return { kind: 'url', url: address(from.url) }
      case 'attachment':
        return { kind: 'attachment', name: from.name }
      case 'file':
        return { kind: 'file', path: from.path }
      case 'text':
        return { kind: 'text' }
    }
  }

  const obtain = (from: Handed | OwnFile, signal: AbortSignal): Promise<Source> => {
    switch (from.kind) {
      case 'url':
        return reader.fetch(from.url, signal)
      case 'attachment':
        return reader.fetch(from.url, signal, from.name)
      case 'file':
        return reader.open(from.path, signal)
      case 'text':
        return Promise.resolve({
          bytes: new TextEncoder().encode(from.text),
          name: from.title ?? '',
          mediaType: 'text/plain',
          charset: 'utf-8',
        })
    }
  }

  const read = async (
    from: Handed | OwnFile,
    signal: AbortSignal,
    onStage: (stage: IntakeStage) => void,
  ): Promise<Article> => {
    onStage('fetching')
    const source = await obtain(from, signal)
    onStage('reading')
    const article = await reader.read(source, signal)
    if (signal.aborted) throw new AppError('aborted', {}, { cause: signal.reason })
    onStage('adding')
    if (from.kind !== 'text') return article
    // A text has no name of its own: its title gives the id.
    const title = oneLine(from.title ?? '').slice(0, LONGEST_TITLE) || article.head.title
    return withHead(article, { ...article.head, title, id: slug(title) })
  }

  const known = (server: string | undefined): readonly string[] =>
    libraries
      .for(server)
      .articles()
      .filter(({ head }) => serverOf(head.id) === server)
      .map(({ head }) => head.title)

  /** The article, if whoever has the shelf may change it. */
  const own = async ({ server }: Shelf, id: string): Promise<ArticleRecord> => {
    const seen = server === undefined || serverOf(id) === undefined || serverOf(id) === server
    const record = seen ? await store.articleRecord(id) : undefined
    const unkept = seen && !record ? libraries.for(serverOf(id)).article(id)?.head : undefined
    const path = unkept && folderPath?.(id)
    if (unkept && path !== undefined) throw new AppError('folder_article', { title: unkept.title, path })
    if (!record) throw gone(server, id)
    const { title } = record.article.head
    if (server !== undefined && serverOf(id) === undefined) throw new AppError('shared_article', { title })
    if (record.origin.kind === 'folder') throw new AppError('folder_article', { title, path: record.origin.path })
    return record
  }

  const gone = (server: string | undefined, id: string): AppError =>
    new AppError('unknown_article', { id, known: known(server) })

  /** What is searched by now. */
  const present = async ({ server }: Shelf, id: string): Promise<Article> => {
    await mirror.follow()
    const article = libraries.for(serverOf(id)).article(id)
    if (!article) throw gone(server, id)
    return article
  }

  return {
    async add(shelf, from, signal, onStage = () => {}) {
      const article = await read(from, signal, onStage)
      const at = now()
      const record = { article, origin: originOf(from), by: shelf.by, addedAt: at, changedAt: at }
      const { id, already } = await addToShelf(store, shelf, record)
      return { article: await present(shelf, id), already }
    },

    async undo(shelf, id, hash) {
      await own(shelf, id)
      const removed = await store.removeArticle(id, hash)
      await mirror.follow()
      return removed
    },

    async remove(shelf, id) {
      const { article } = await own(shelf, id)
      const removed = await store.removeArticle(id)
      await mirror.follow()
      if (!removed) throw gone(shelf.server, id)
      return article
    },

    async refresh(shelf, id, signal, { from, onStage = () => {} } = {}) {
      const { article: before, origin } = await own(shelf, id)
      const again = from ?? (origin.kind === 'url' || origin.kind === 'file' ? origin : undefined)
      if (!again) throw new AppError('not_refreshable', { title: before.head.title })
      const fresh = await read(again, signal, onStage)
      const replacing = await store.replaceArticle(withHead(fresh, { ...fresh.head, id }), now(), limitsOf(shelf))
      if (replacing.kind === 'full') throw new AppError('library_full', { of: replacing.of, limit: replacing.limit })
      if (replacing.kind === 'gone') throw gone(shelf.server, id)
      const article = await present(shelf, id)
      return { article, changed: article.head.hash !== before.head.hash }
    },

    async rename(shelf, id, title) {
      await own(shelf, id)
      await store.renameArticle(id, oneLine(title).slice(0, LONGEST_TITLE))
      return present(shelf, id)
    },
  }
}
