/** `npm run stats`: what the bot was asked and what that cost, everywhere together. */

import { dayName } from '../limits.ts'
import { discordWords } from '../locale/discord-words.ts'
import type { DayStatistics, Spent, Statistics } from '../ports.ts'
import type { Locale } from '../types.ts'
import { type Io, write } from './output.ts'

/** Days that are counted, up to today. */
export const STATISTICS_DAYS = 30

export type StatisticsFacts = {
  readonly statistics: Statistics
  /** Since the epoch, in UTC. */
  readonly today: number
  readonly spent: Spent
}

const total = (days: readonly DayStatistics[], of: (day: DayStatistics) => number): number =>
  days.reduce((sum, day) => sum + of(day), 0)

const asked = ({ outcomes }: DayStatistics, kind?: string, by?: string): number =>
  outcomes
    .filter((each) => (kind === undefined || each.kind === kind) && (by === undefined || each.by === by))
    .reduce((sum, { count }) => sum + count, 0)

const spendingOf = ({ usage }: DayStatistics) => ({
  tokens: usage.inputTokens + usage.outputTokens,
  micros: usage.micros,
})

export const statisticsLines = (
  { statistics: { days, feedback }, today, spent }: StatisticsFacts,
  locale: Locale,
): readonly string[] => {
  const { stats: said, limits } = discordWords(locale)
  const of = (kind: string, by?: string) => total(days, (day) => asked(day, kind, by))
  const all = { tokens: total(days, (day) => spendingOf(day).tokens), micros: total(days, (day) => day.usage.micros) }
  const unpriced = total(days, ({ usage }) => usage.unpriced)
  return [
    said.about(STATISTICS_DAYS, dayName(today)),
    ...(days.length === 0 ? [said.nothing] : []),
    said.questions(total(days, (day) => asked(day))),
    said.answered(of('answered', 'model'), of('answered', 'extract')),
    said.notFound(of('not_found')),
    said.summaries(of('summary')),
    said.checks(of('check')),
    said.verdicts(feedback.up, feedback.down),
    limits.today(spent.day, {}),
    limits.month(spent.month, {}),
    said.calls(
      total(days, ({ usage }) => usage.calls),
      all,
    ),
    ...(unpriced === 0 ? [] : [said.unpriced(unpriced)]),
    ...days.map((day) => said.day(dayName(day.day), asked(day), asked(day, 'not_found'), spendingOf(day))),
  ]
}

/** Days as `2026-11-25`, money in millionths of a US dollar. */
export const statisticsJson = ({ statistics: { days, feedback }, today, spent }: StatisticsFacts) => ({
  to: dayName(today),
  days: days.map(({ day, outcomes, usage }) => ({ day: dayName(day), outcomes, usage })),
  feedback,
  spent,
})

export const tellStatistics = async (
  facts: StatisticsFacts,
  { json, locale }: { readonly json: boolean; readonly locale: Locale },
  io: Io,
): Promise<number> => {
  const text = json ? JSON.stringify(statisticsJson(facts)) : statisticsLines(facts, locale).join('\n')
  await write(io.output, `${text}\n`)
  return 0
}
