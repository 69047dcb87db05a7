/** Which problems have words on Discord, beside or in place of those that everybody gets. */
import type { OwnCaps } from '../limits.ts'

/** What goes wrong on Discord alone, with the facts its words need. */
export type DiscordProblems = {
  cannot_write: Record<never, never>
  thread_closed: Record<never, never>
  /** No more threads may be open in the server. */
  threads_full: Record<never, never>
  /** The bot's role was mentioned and not the bot: Discord keeps the text of such messages to itself. */
  role_mentioned: Record<never, never>
  message_deleted: Record<never, never>
  interaction_expired: Record<never, never>
  button_expired: Record<never, never>
  /** The member's questions in an hour, and the minutes until the next may be asked. */
  member_limit: { readonly limit: number; readonly minutes: number }
  /** The same of all members together. */
  server_limit: { readonly limit: number; readonly minutes: number }
  channel_not_allowed: Record<never, never>
  role_not_allowed: Record<never, never>
  manage_server_only: Record<never, never>
  admin_only: Record<never, never>
  /** Articles are changed by who may manage the server, and by the roles that the settings name. */
  curators_only: Record<never, never>
  /** An address and a file at once. */
  url_or_file: Record<never, never>
  /** So many articles are being read for the server. */
  reading_already: { readonly limit: number }
  not_undone: Record<never, never>
  server_only: Record<never, never>
  /** What was typed is no number, or no amount of money. */
  no_amount: { readonly given: string }
  /** More than the operator allows. */
  above_ceiling: { readonly cap: keyof OwnCaps; readonly ceiling: number }
  above_hourly_ceiling: { readonly ceiling: number }
  /** A message menu command on a message without words. */
  no_text: Record<never, never>
  /** The form for an article's text was sent with none. */
  nothing_pasted: Record<never, never>
  /** A new title in which nothing can be seen. */
  no_title: Record<never, never>
  text_too_long: { readonly length: number; readonly limit: number }
  check_needs_model: Record<never, never>
  interrupted: Record<never, never>
}
export type DiscordProblem = keyof DiscordProblems

/** Failures whose base words tell an operator what to do, which is no help to a member. */
export type RewordedFailure =
  | 'no_articles'
  | 'unknown_article'
  | 'several_articles'
  | 'model_unauthorized'
  | 'model_unavailable'
  | 'aborted'
