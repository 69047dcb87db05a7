/** Short messages: what went wrong, what was done. */

import type { AppError, FailureCode, Failures } from '../../failures.ts'
import type { DiscordCatalogue, Kept } from '../../locale/discord-catalogue.ts'
import type { DiscordProblem, DiscordProblems } from '../../locale/discord-problems.ts'
import { discordWords } from '../../locale/discord-words.ts'
import { failureWords } from '../../locale/words.ts'
import type { Locale } from '../../types.ts'
import type { MessageBody } from '../budget.ts'
import { literal } from '../escape.ts'
import { type Accent, button, buttons, linkButton, message, quiet, shortened, text } from './parts.ts'

/** UTF-16 units of what went wrong: names from outside may make it long. */
const SENTENCE = 1_500

const sentence = (words: string): string => literal(shortened(words, SENTENCE))

/** Failures whose base words are for any reader; all others name files and variables, and are the operator's to read. */
const forAnybody: ReadonlySet<FailureCode> = new Set([
  'unknown_paragraph',
  'question_too_long',
  'storage_failed',
  'damaged_record',
  'empty_file',
  'binary_file',
  'unknown_encoding',
  'unsupported_file',
  'file_too_large',
  'bad_front_matter',
  'no_paragraphs',
  'too_many_paragraphs',
  'bad_url',
  'private_address',
  'page_unavailable',
  'page_too_large',
  'unsupported_page',
  'no_article',
  'paywall',
  'too_complex',
  'scanned_file',
  'locked_file',
  'damaged_file',
  'too_many_pages',
  'library_full',
  'shared_article',
  'not_refreshable',
] satisfies readonly FailureCode[])

const own = (failure: AppError, { failures }: DiscordCatalogue): string | undefined => {
  // A failure's facts are those of its code.
  const reworded: { readonly [code: string]: ((facts: never) => string) | undefined } = failures
  return reworded[failure.code]?.(failure.facts as Failures[FailureCode] as never)
}

/** Says what went wrong and what to do. With `reference`, which the log holds too, nobody expected it. */
export const renderFailure = (
  failure: AppError | undefined,
  { locale, reference }: { readonly locale: Locale; readonly reference?: string },
): MessageBody => {
  const said = discordWords(locale)
  const known =
    failure && (own(failure, said) ?? (forAnybody.has(failure.code) ? failureWords(failure, locale) : undefined))
  return message(
    'failure',
    text(sentence(known ?? said.unexpected), ...(reference === undefined ? [] : [quiet(said.reference(reference))])),
  )
}

export const renderProblem = <P extends DiscordProblem>(
  problem: P,
  facts: DiscordProblems[P],
  locale: Locale,
): MessageBody => message('failure', text(sentence(discordWords(locale).problems[problem](facts))))

/** A sentence of the catalogue, and a button to an address from `links.ts`: in the words it would not be a link. */
export const renderNotice = (
  words: string,
  accent: Accent = 'quiet',
  link?: { readonly label: string; readonly url: string },
): MessageBody =>
  message(accent, text(sentence(words)), ...buttons(link === undefined ? [] : linkButton(link.label, link.url)))

/** Asks before everything of a member is deleted. */
export const renderForget = (kept: Kept, locale: Locale): MessageBody => {
  const said = discordWords(locale)
  return kept.answers + kept.feedback === 0
    ? renderNotice(said.notices.nothingKept)
    : message(
        'partial',
        text(literal(said.forget.question(kept))),
        ...buttons([
          button(said.forget.confirm, { kind: 'forget', sure: 'yes' }, 'danger'),
          button(said.forget.cancel, { kind: 'forget', sure: 'no' }),
        ]),
      )
}
