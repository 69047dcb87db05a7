/** What is kept of articles and of the servers that they belong to: a part of the contract, see `contract.ts`. */
import type { Article } from '../types.ts'

/** A file of the knowledge folder: its path in there, and what it looked like when it was read. */
export type FolderFile = { readonly path: string; readonly stamp: string }

/** Where an article was read from, and can be read again. */
export type Origin =
  /** Everybody's, and changed by changing the file. */
  | ({ readonly kind: 'folder' } & FolderFile)
  | { readonly kind: 'url'; readonly url: string }
  /** A file of the operator's, by its full path. */
  | { readonly kind: 'file'; readonly path: string }
  /** A file that a member handed over, by its name. */
  | { readonly kind: 'attachment'; readonly name: string }
  | { readonly kind: 'text' }

export type ArticleRecord = {
  /** The present version, under the title that it was given if it was renamed. Whose it is, its id says. */
  readonly article: Article
  readonly origin: Origin
  /** The member who added it; undefined for the operator. */
  readonly by: string | undefined
  readonly addedAt: number
  /** When its text became what it is. */
  readonly changedAt: number
}

/** What the articles of one server, or everybody's, may come to together. */
export type ShelfLimits = {
  readonly articles: number
  readonly paragraphs: number
  /** UTF-16 code units of all paragraphs. */
  readonly characters: number
}

export type Full = { readonly kind: 'full'; readonly of: keyof ShelfLimits; readonly limit: number }

export type Adding =
  | { readonly kind: 'added' }
  /** The same text, or the same url, is there already: nothing was added. */
  | { readonly kind: 'already'; readonly id: string }
  /** Another article has this id. */
  | { readonly kind: 'taken' }
  | Full

export type Replacing = { readonly kind: 'replaced' } | { readonly kind: 'gone' } | Full

export type Listed = { readonly id: string; readonly revision: number }
export type Changes = { readonly changed: readonly Listed[]; readonly count: number; readonly revision: number }

export type Articles = {
  /** Grows with every change to any article, whichever process makes it. */
  articlesRevision(): Promise<number>
  /** Every article, with the revision at which it changed last; in order of id. */
  catalogue(): Promise<readonly Listed[]>
  /** Those of the catalogue that changed after this revision, how many it has in all, and the revision that it is of. */
  changesSince(revision: number): Promise<Changes>
  articleRecord(id: string): Promise<ArticleRecord | undefined>
  /**
   * Adds an article. One of the knowledge folder is never `already` there: what lies in it twice is the operator's
   * affair. Decided and written in one transaction, so that of two who add the same at once only one does.
   */
  addArticle(record: ArticleRecord, limits: ShelfLimits): Promise<Adding>
  /** Makes this the present version of the article of its id; the one before it is kept for the answers that cite it. */
  replaceArticle(article: Article, at: number, limits: ShelfLimits): Promise<Replacing>
  /** False where there is no such article. Older versions have the new title too. */
  renameArticle(id: string, title: string): Promise<boolean>
  /** Deletes the article with all of its versions; where `hash` is given, only if that is the present one. */
  removeArticle(id: string, hash?: string): Promise<boolean>
  /** By id: the file of each article of the knowledge folder. */
  folderFiles(): Promise<ReadonlyMap<string, FolderFile>>
  /** Says anew which file an article of the knowledge folder is; no change of the article. */
  placeFolderArticle(id: string, file: FolderFile): Promise<void>
  articleVersion(id: string, hash: string): Promise<Article | undefined>
  /** Deletes versions that are no longer present and that no answer cites. Returns how many. */
  pruneVersions(): Promise<number>
}

/** How much of a server was deleted. */
export type ServerDeleted = { readonly answers: number; readonly articles: number }

export type Servers = {
  /**
   * The servers that the bot is in, those with an outage included. Marks the others that are known as left at this
   * time, unless they are already; takes the mark from those that are back. Returns those that it marked.
   */
  serversPresent(servers: readonly string[], at: number): Promise<readonly string[]>
  serverJoined(server: string): Promise<void>
  serverLeft(server: string, at: number): Promise<void>
  /** Those that left before this time and are not back. */
  serversLeftBefore(time: number): Promise<readonly string[]>
  /** Deletes all of a server: its articles, settings, answers with all that hangs on them, counts, and that it was known. */
  deleteServer(server: string): Promise<ServerDeleted>
}
