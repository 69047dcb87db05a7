/** Exit codes, which scripts rely on. */
import { AppError, type FailureCode } from '../failures.ts'
import type { Answer } from '../types.ts'

/** 0 answered, 3 not in the article. */
export const exitOfAnswer = (answer: Answer): number => (answer.kind === 'not_found' ? 3 : 0)

/** 128 + SIGINT, as shells say it. */
export const INTERRUPTED = 130

/** 2 wrong use or configuration, 1 failure, 130 interrupted. */
const exitCodes: { readonly [C in FailureCode]: number } = {
  wrong_node: 2,
  wrong_usage: 2,
  bad_config: 2,
  missing_folder: 2,
  empty_file: 2,
  binary_file: 2,
  unreadable_file: 2,
  unknown_encoding: 2,
  unsupported_file: 2,
  too_many_files: 2,
  file_too_large: 2,
  bad_line: 2,
  bad_front_matter: 2,
  no_paragraphs: 2,
  too_many_paragraphs: 2,
  duplicate_article: 2,
  bad_url: 2,
  private_address: 2,
  page_unavailable: 1,
  page_too_large: 2,
  unsupported_page: 2,
  no_article: 2,
  paywall: 2,
  too_complex: 2,
  scanned_file: 2,
  locked_file: 2,
  damaged_file: 2,
  too_many_pages: 2,
  no_articles: 2,
  unknown_article: 2,
  unknown_paragraph: 2,
  several_articles: 2,
  question_too_long: 2,
  bad_prompt: 2,
  several_models: 2,
  no_models: 2,
  model_unauthorized: 2,
  model_unavailable: 1,
  discord_unauthorized: 2,
  discord_intents: 2,
  discord_unavailable: 1,
  newer_database: 2,
  unusable_database: 2,
  storage_failed: 1,
  damaged_record: 1,
  library_full: 2,
  shared_article: 2,
  folder_article: 2,
  not_refreshable: 2,
  file_exists: 2,
  unwritable_file: 2,
  missing_database: 2,
  bad_export: 2,
  aborted: INTERRUPTED,
}

export const exitOfFailure = (failure: unknown): number =>
  failure instanceof AppError ? exitCodes[failure.code as FailureCode] : 1
