/** What the faces may ask for; `app.ts` fills these in. */
import type { ServerDeleted } from './store/article-contract.ts'
import type { AnswerRecord, MessageLink, SummaryKey } from './store/contract.ts'
import type {
  Answer,
  Article,
  CheckRequest,
  Claim,
  Exhausted,
  ExplainedPassage,
  Payer,
  Question,
  StoredAnswer,
  SummaryRequest,
  Turn,
} from './types.ts'

/** Gets each claim as soon as it stands, while the rest is being written; a claim given is never taken back. */
export type OnClaim = (claim: Claim) => void

export type Engine = {
  /** Answers from the articles in scope. Rejects only with `AppError`. */
  ask(question: Question, signal: AbortSignal, onClaim?: OnClaim): Promise<Answer>
  summarise(request: SummaryRequest, signal: AbortSignal, onClaim?: OnClaim): Promise<Answer>
  /** A `check`, or `not_found` with the nearest passages where no model could read them. */
  check(request: CheckRequest, signal: AbortSignal): Promise<Answer>
}

/** Why a model that is set did not write the answer: it did not work, too many waited for it, or a cap has no room. */
export type WithoutModel = 'down' | 'crowded' | Exhausted

/** On whose account an answer is made, and what there is to tell meanwhile. */
export type Asking = {
  readonly payer: Payer
  /** How many calls go before; 0 once its turn has come. */
  readonly onWait?: (ahead: number) => void
  /** Told when the model could not be used and extraction answers instead. */
  readonly onWithoutModel?: (why: WithoutModel) => void
}

/** An engine whose every model call waits its turn with its payer's and is counted against the payer. */
export type EngineFor = (asking: Asking) => Engine

/** Finds paragraphs, and tells what made each one's score; of these articles alone where they are given. */
export type Find = (request: {
  readonly text: string
  readonly articles?: readonly Article[]
  readonly limit: number
}) => readonly ExplainedPassage[]

/** What the readers of one place see: the articles of their server and everybody's. No face ever holds more. */
export type Library = {
  /** In order of title. */
  articles(): readonly Article[]
  article(id: string): Article | undefined
  /**
   * The article as it was when its text had this hash: the present one, or an older version that answers still cite.
   * Undefined where that is no longer kept, and where the article was removed or is not to be seen here.
   */
  version(id: string, hash: string): Promise<Article | undefined>
}

export type Libraries = {
  /** Undefined, as in direct messages and where the bot is installed for a member alone: everybody's articles only. */
  for(server: string | undefined): Library
}

/** What an article is read from. Its bytes are hostile until `read` has made an article of them. */
export type Source = {
  readonly bytes: Uint8Array
  /** What a reader calls it: a file's path, an attachment's name, an address. Failures name it so. */
  readonly name: string
  /** Lower-case, without parameters: `text/markdown`. */
  readonly mediaType: string
  /** The encoding, as the server says it. */
  readonly charset?: string
  /** The address where it was found in the end; absent for files and attachments. */
  readonly url?: string
}

/** From an address or a file to an article; keeps nothing. */
export type Reader = {
  /**
   * `attachment`: the name that the file at the address was attached under. Rejects only with `AppError`: bad_url,
   * private_address, page_unavailable, page_too_large, unsupported_page, aborted.
   */
  fetch(address: string, signal: AbortSignal, attachment?: string): Promise<Source>
  /**
   * A file of this machine: never for a path that comes from Discord. Rejects only with `AppError`: unsupported_file,
   * file_too_large, unreadable_file, aborted.
   */
  open(path: string, signal: AbortSignal): Promise<Source>
  /** Rejects only with `AppError`, as `readArticle`; the words of each say what to do. */
  read(source: Source, signal: AbortSignal): Promise<Article>
}

/** What somebody hands over to be read. */
export type Handed =
  | { readonly kind: 'url'; readonly url: string }
  /** `url`: where it is to be had for now; `name`: its extension says how it is read. */
  | { readonly kind: 'attachment'; readonly url: string; readonly name: string }
  | { readonly kind: 'text'; readonly text: string; readonly title?: string }

/** A file of the operator's machine: never what comes from Discord. */
export type OwnFile = { readonly kind: 'file'; readonly path: string }

/** Whose articles are changed, a server's or everybody's; and by which member, or by the operator. */
export type Shelf = { readonly server: string | undefined; readonly by: string | undefined }

export type IntakeStage = 'fetching' | 'reading' | 'adding'

/**
 * Changes to articles. What resolved outlives a crash and is searched from then on; what rejects has changed nothing.
 * All reject with `AppError`: what names an article with unknown_article where the shelf does not hold it,
 * shared_article where it is everybody's and the shelf a server's, folder_article where it lies in the knowledge folder;
 * what reads something as `Reader` does; what makes more with library_full; all with storage_failed or aborted.
 */
export type Intake<From = Handed> = {
  /** `already`: the same text or url is to be seen from the shelf; that article is given, and nothing was added. */
  add(
    shelf: Shelf,
    from: From,
    signal: AbortSignal,
    onStage?: (stage: IntakeStage) => void,
  ): Promise<{ readonly article: Article; readonly already: boolean }>
  /** Takes back an addition: removes the article if it still is as it was added (`hash`). False where it is not. */
  undo(shelf: Shelf, id: string, hash: string): Promise<boolean>
  /** Its text is gone for readers at once, under older answers too. Resolves to what was removed. */
  remove(shelf: Shelf, id: string): Promise<Article>
  /**
   * Reads the article again, from what is handed over, else from where it came; without either it rejects with
   * not_refreshable. With another text it gets a new version; older answers keep the one that they cite.
   */
  refresh(
    shelf: Shelf,
    id: string,
    signal: AbortSignal,
    how?: { readonly from?: From; readonly onStage?: (stage: IntakeStage) => void },
  ): Promise<{ readonly article: Article; readonly changed: boolean }>
  /** The title alone: its id stays, and so do the places where it is used. */
  rename(shelf: Shelf, id: string, title: string): Promise<Article>
}

/** What the operator does with the articles of one server, or with everybody's, from a terminal. */
export type Keeper = {
  readonly shelf: Shelf
  /** What the shelf's readers see. */
  readonly library: Library
  readonly intake: Intake<Handed | OwnFile>
  /** The ids of its articles that came from an address or a file of this machine. */
  refreshable(): Promise<readonly string[]>
  /**
   * Writes the articles of the shelf to a new file, those of the knowledge folder left out: they are files already.
   * Resolves to how many. Rejects with `AppError` file_exists or unwritable_file.
   */
  export(file: string): Promise<number>
  /**
   * Adds the articles of such a file; what is there already is not added again. Rejects with `AppError` unreadable_file,
   * file_too_large or bad_export, and then has added nothing; with library_full.
   */
  import(file: string): Promise<{ readonly added: number; readonly already: number }>
}

/** Which servers the bot is in. What is kept of one that it left is deleted after a while. */
export type Membership = {
  /**
   * To be told when the bot is ready: all servers that it is in, those with an outage included, so that removals which
   * it missed are noticed.
   */
  present(servers: readonly string[]): Promise<void>
  joined(server: string): Promise<void>
  /** Removed from it; an outage is none. */
  left(server: string): Promise<void>
  /** Deletes all that is kept of a server at once, its articles included. */
  erase(server: string): Promise<ServerDeleted>
}

/** A question that was answered; the answer is undefined where nothing of what it cited is there any more. */
export type Asked = Omit<AnswerRecord, 'answer'> & { readonly answer: Answer | undefined }

/** Answers that outlive a restart: buttons, replies and threads find them again. */
export type Archive = {
  /** For an answer that is about to be kept. */
  newId(): string
  save(asked: Omit<Asked, 'answer'> & { readonly answer: Answer }): Promise<void>
  find(id: string): Promise<Asked | undefined>
  byMessage(message: string): Promise<Asked | undefined>
  latestInChannel(channel: string): Promise<Asked | undefined>
  /** False when the answer is no longer kept. */
  link(link: MessageLink): Promise<boolean>
  /** This answer and those it follows up, oldest first. */
  turns(id: string, limit: number): Promise<readonly Turn[]>
}

export type { ServerDeleted } from './store/article-contract.ts'
export type { Budget, Spent } from './store/budget.ts'
export type { Commands, Feedback, Privacy, Quota, ServerSettings, Settings, Verdict } from './store/contract.ts'
export type { Counting, DayStatistics, Statistics, Unanswered } from './store/statistics.ts'

/** Summaries that need not be paid for again. */
export type Summaries = {
  summary(key: SummaryKey): Promise<StoredAnswer | undefined>
  saveSummary(key: SummaryKey, summary: StoredAnswer): Promise<void>
}
