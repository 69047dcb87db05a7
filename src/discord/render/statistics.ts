/** A server's statistics: an overview, its days, and the questions that found no answer. Shown to admins alone. */

import { type Caps, dayName, type Spending } from '../../limits.ts'
import { discordWords } from '../../locale/discord-words.ts'
import type { DayStatistics, Spent, Statistics } from '../../ports.ts'
import type { Answer, Locale } from '../../types.ts'
import type { MessageBody } from '../budget.ts'
import { literal } from '../escape.ts'
import { pager } from './evidence.ts'
import { button, buttons, divider, heading, message, quiet, shortened, text } from './parts.ts'

export const STATISTICS_DAYS = 30
const DAYS_PER_PAGE = 15
export const QUESTIONS_PER_PAGE = 10
/** UTF-16 units of a question: ten of them, all escaped, fit into a message. */
const QUESTION = 120

export type StatisticsView = 'overview' | 'days' | 'unanswered'

const count = ({ outcomes }: DayStatistics, matches: (outcome: DayStatistics['outcomes'][number]) => boolean): number =>
  outcomes.filter(matches).reduce((sum, outcome) => sum + outcome.count, 0)

const total = (days: readonly DayStatistics[], of: (day: DayStatistics) => number): number =>
  days.reduce((sum, day) => sum + of(day), 0)

const spendingOf = ({ usage }: DayStatistics): Spending => ({
  tokens: usage.inputTokens + usage.outputTokens,
  micros: usage.micros,
})

const views = (present: StatisticsView, locale: Locale, unanswered: number | undefined) => {
  const said = discordWords(locale).stats
  const labels = {
    overview: said.overview,
    days: said.byDay,
    unanswered: said.unanswered(unanswered ?? 0),
  }
  return buttons(
    (['overview', 'days', 'unanswered'] as const)
      .filter((view) => view !== present)
      .map((view) => button(labels[view], { kind: 'stats', view, page: 1 })),
  )
}

export type OverviewFacts = {
  readonly locale: Locale
  readonly statistics: Statistics
  /** Days since the epoch. */
  readonly today: number
  readonly spent: Spent
  readonly caps: Caps
  /** How many are kept; absent where none are. */
  readonly unanswered?: number
}

export const renderOverview = ({ locale, statistics, today, spent, caps, unanswered }: OverviewFacts): MessageBody => {
  const said = discordWords(locale).stats
  const budget = discordWords(locale).limits
  const { days, feedback } = statistics
  const of = (kind: Answer['kind'], by?: Answer['by']): number =>
    total(days, (day) => count(day, (outcome) => outcome.kind === kind && (by === undefined || outcome.by === by)))
  const asked = total(days, (day) => count(day, () => true))
  const all: Spending = {
    tokens: total(days, (day) => spendingOf(day).tokens),
    micros: total(days, (day) => spendingOf(day).micros),
  }
  const unpriced = total(days, ({ usage }) => usage.unpriced)
  const lines = [
    said.answered(of('answered', 'model'), of('answered', 'extract')),
    said.notFound(of('not_found')),
    said.summaries(of('summary')),
    said.checks(of('check')),
    said.verdicts(feedback.up, feedback.down),
  ]
  return message(
    'quiet',
    text(heading(said.heading), quiet(said.about(STATISTICS_DAYS, dayName(today)))),
    text(
      heading(said.questions(asked)),
      ...(asked === 0 ? [literal(said.nothing)] : lines.map((line) => `- ${literal(line)}`)),
    ),
    divider,
    text(
      heading(said.model),
      ...[
        budget.today(spent.day, caps.day),
        budget.month(spent.month, caps.month),
        said.calls(
          total(days, ({ usage }) => usage.calls),
          all,
        ),
      ].map((line) => `- ${literal(line)}`),
      ...(unpriced === 0 ? [] : [quiet(said.unpriced(unpriced))]),
    ),
    ...views('overview', locale, unanswered),
  )
}

export const renderDays = (
  { days }: Pick<Statistics, 'days'>,
  {
    locale,
    page,
    today,
    unanswered,
  }: {
    readonly locale: Locale
    readonly page: number
    readonly today: number
    readonly unanswered?: number
  },
): MessageBody => {
  const said = discordWords(locale).stats
  const pages = Math.max(1, Math.ceil(days.length / DAYS_PER_PAGE))
  const at = Math.min(page, pages)
  const lines = days.slice((at - 1) * DAYS_PER_PAGE, at * DAYS_PER_PAGE).map((day) =>
    said.day(
      dayName(day.day),
      count(day, () => true),
      count(day, ({ kind }) => kind === 'not_found'),
      spendingOf(day),
    ),
  )
  return message(
    'quiet',
    text(heading(said.byDay), quiet(said.about(STATISTICS_DAYS, dayName(today)))),
    text(...(lines.length === 0 ? [literal(said.nothing)] : lines.map((line) => `- ${literal(line)}`))),
    ...buttons(pager(at, pages, locale, (to) => ({ kind: 'stats', view: 'days', page: to }))),
    ...(pages > 1 ? [text(quiet(discordWords(locale).pages.page(at, pages)))] : []),
    ...views('days', locale, unanswered),
  )
}

export const renderUnanswered = (
  questions: readonly { readonly question: string; readonly at: number }[],
  {
    locale,
    page,
    total: all,
    kept,
  }: {
    readonly locale: Locale
    readonly page: number
    readonly total: number
    /** Whether the server wants them kept. */
    readonly kept: boolean
  },
): MessageBody => {
  const said = discordWords(locale).stats
  const pages = Math.max(1, Math.ceil(all / QUESTIONS_PER_PAGE))
  const none = kept ? said.noUnanswered : said.notKept
  return message(
    'quiet',
    text(heading(said.unanswered(all)), ...(all === 0 ? [literal(none)] : [quiet(said.whose)])),
    ...(questions.length === 0
      ? []
      : [
          text(
            ...questions.map(
              // Discord shows the day in each reader's own words.
              ({ question, at }) => `- <t:${Math.floor(at / 1_000)}:d> · ${literal(shortened(question, QUESTION))}`,
            ),
          ),
        ]),
    ...buttons(pager(page, pages, locale, (to) => ({ kind: 'stats', view: 'unanswered', page: to }))),
    ...(pages > 1 ? [text(quiet(discordWords(locale).pages.page(page, pages)))] : []),
    ...views('unanswered', locale, all),
  )
}
