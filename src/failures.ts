/** How something fails, where that was foreseen: a code and the facts that its words need. */
import type { Exhausted } from './types.ts'

/** What went wrong with the place where things are kept. */
export type StorageFault = 'damaged' | 'denied' | 'full' | 'busy' | 'failed'

/** Every expected failure, with the facts its words need. `locale` has the words for each. */
export type Failures = {
  wrong_node: { readonly found: string; readonly needed: string }
  wrong_usage: {
    readonly detail: 'missing_question' | 'missing_value' | 'unknown_command' | 'unknown_option' | 'bad_value'
    readonly given: string
  }
  bad_config: { readonly variable: string; readonly expected: string }
  missing_folder: { readonly folder: string }
  empty_file: { readonly file: string }
  binary_file: { readonly file: string }
  unreadable_file: { readonly file: string }
  /** It is text, but in no encoding we read: to be saved as UTF-8. */
  unknown_encoding: { readonly file: string }
  unsupported_file: { readonly file: string; readonly supported: readonly string[] }
  too_many_files: { readonly folder: string; readonly limit: number }
  file_too_large: { readonly file: string; readonly megabytes: number; readonly limit: number }
  /** Of a file that holds one JSON object a line. */
  /** `fields`: what is missing of it or of another kind; none where it is no JSON object. */
  bad_line: { readonly file: string; readonly line: number; readonly fields: readonly string[] }
  bad_front_matter: { readonly file: string; readonly line: number }
  no_paragraphs: { readonly file: string }
  too_many_paragraphs: { readonly file: string; readonly limit: number }
  duplicate_article: { readonly file: string; readonly id: string; readonly other: string }
  bad_url: { readonly url: string; readonly reason: 'malformed' | 'scheme' | 'credentials' }
  /** On this machine or in its own network, or sent there by a redirect. */
  private_address: { readonly url: string }
  page_unavailable: {
    readonly url: string
    readonly reason: 'network' | 'timeout' | 'missing' | 'refused' | 'server' | 'redirects' | 'response'
  }
  page_too_large: { readonly url: string; readonly limit: number }
  unsupported_page: { readonly url: string; readonly mediaType: string; readonly supported: readonly string[] }
  /** A page without an article: a home page, a list, a form. */
  no_article: { readonly file: string }
  /** Only the beginning of an article, for those who have not paid. */
  paywall: { readonly file: string }
  /** Reading it takes more time, memory or depth than any article needs. */
  too_complex: { readonly file: string }
  /** Pictures of pages, without their text. */
  scanned_file: { readonly file: string }
  /** It asks for a password. */
  locked_file: { readonly file: string }
  damaged_file: { readonly file: string }
  too_many_pages: { readonly file: string; readonly limit: number }
  no_articles: Record<never, never>
  unknown_article: { readonly id: string; readonly known: readonly string[] }
  unknown_paragraph: { readonly article: string; readonly number: number; readonly count: number }
  several_articles: { readonly known: readonly string[] }
  question_too_long: { readonly length: number; readonly limit: number }
  bad_prompt: { readonly file: string; readonly variable: string; readonly problem: 'unknown' | 'missing' }
  several_models: { readonly known: readonly string[] }
  no_models: { readonly url: string }
  model_unauthorized: Record<never, never>
  model_unavailable:
    | { readonly reason: 'timeout' | 'rate_limit' | 'server' | 'network' | 'response' }
    /** Too many calls wait for their turn. */
    | { readonly reason: 'crowded' }
    /** There is no money, or are no tokens, left for the call. */
    | ({ readonly reason: 'budget' } & Exhausted)
  discord_unauthorized: Record<never, never>
  /** The message content intent was asked for, and is not granted. */
  discord_intents: Record<never, never>
  discord_unavailable: Record<never, never>
  /** Made by a later version of Pilcrow: `found` and `known` are steps of the schema. */
  newer_database: { readonly file: string; readonly found: number; readonly known: number }
  /** At the start. Foreign: made by another program. */
  unusable_database: { readonly file: string; readonly reason: StorageFault | 'foreign' }
  /** While running; names no file, since any reader may see these words. */
  storage_failed: { readonly reason: StorageFault }
  /** What is stored of an answer, or of a server's settings, does not make one. */
  damaged_record: { readonly id: string }
  /** A server's articles, or everybody's, come to as much as they may. */
  library_full: { readonly of: 'articles' | 'paragraphs' | 'characters'; readonly limit: number }
  /** It is everybody's, and a server wants to change it. */
  shared_article: { readonly title: string }
  /** It is read from the knowledge folder, where alone it can be changed. */
  folder_article: { readonly title: string; readonly path: string }
  /** There is no place that it could be read from again. */
  not_refreshable: { readonly title: string }
  /** Nothing is written over. */
  file_exists: { readonly file: string }
  unwritable_file: { readonly file: string }
  missing_database: { readonly file: string }
  /** A line of an export that is none. */
  bad_export: { readonly file: string; readonly line: number }
  aborted: Record<never, never>
}

export type FailureCode = keyof Failures

/** A failure with a code that `locale` turns into words; its own message is for the log only. */
export class AppError<C extends FailureCode = FailureCode> extends Error {
  readonly code: C
  readonly facts: Failures[C]

  constructor(code: C, facts: Failures[C], options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(facts)}`, options)
    this.name = 'AppError'
    this.code = code
    this.facts = facts
  }
}
