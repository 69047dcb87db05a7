/** From what was measured to the sections of the table, and to the page in docs/. Pure. */
import { costOf, counted, priceTable } from '../answer/prices.ts'
import { MICROS_PER_DOLLAR } from '../limits.ts'
import type { Answer, Usage } from '../types.ts'
import { type Asked, type FollowedUp, lengths, type Summarised } from './measure.ts'
import { asMarkdown, mean, type Row, type Section, share, type Table } from './table.ts'

/** One way of answering; what was not measured of it is absent. */
export type Measured = {
  readonly name: string
  readonly asked: readonly Asked[]
  readonly followedUp?: readonly FollowedUp[]
  readonly summarised?: readonly Summarised[]
  readonly quotations: { readonly own: number; readonly of: number }
  /** Absent where no model was asked. `counted` says whether the model's server counted, or we did. */
  readonly usage?: Usage & { readonly questions: number; readonly counted: boolean }
}

const row = <M>(name: string, columns: readonly (M | undefined)[], value: (column: M) => string | undefined): Row => ({
  name,
  values: columns.map((column) => (column === undefined ? undefined : value(column))),
})

const outcomes = (asked: readonly Asked[]) => {
  const inArticle = asked.filter(({ score }) => score.case.answer !== null)
  const right = inArticle.filter(({ score }) => score.answered && score.citedFirst && score.wordsQuoted)
  const answered = inArticle.filter(({ score }) => score.answered)
  const outside = asked.filter(({ score }) => score.case.answer === null)
  return {
    of: inArticle.length,
    right: right.length,
    wrong: answered.length - right.length,
    abstained: inArticle.length - answered.length,
    outside: outside.length,
    invented: outside.filter(({ score }) => score.answered).length,
  }
}

const questions = (all: readonly Measured[]): Section => {
  const columns = all.map(({ asked }) => outcomes(asked))
  return {
    heading: 'Questions',
    rows: [
      row('in the article: answered right', columns, ({ right, of }) => share(right, of)),
      row('in the article: answered, not the whole answer', columns, ({ wrong, of }) => share(wrong, of)),
      row('in the article: abstained', columns, ({ abstained, of }) => share(abstained, of)),
      row('not in the article: answered all the same', columns, ({ invented, outside }) => share(invented, outside)),
    ],
  }
}

const shown = (all: readonly Measured[]): Section => {
  const answers = (asked: readonly Asked[]): readonly Answer[] => asked.map(({ answer }) => answer)
  return {
    heading: 'What was shown',
    rows: [
      row('quotations that are the article’s own text', all, ({ quotations: { own, of } }) => share(own, of)),
      row('answers that needed a retry', all, ({ asked, usage }) =>
        usage ? share(answers(asked).filter(({ usage }) => usage.calls > 1).length, asked.length) : undefined,
      ),
      row('answers of which something was dropped', all, ({ asked }) =>
        share(answers(asked).filter(({ partial }) => partial).length, asked.length),
      ),
    ],
  }
}

const followed = (all: readonly Measured[]): Section => {
  const columns = all.map(({ followedUp }) => followedUp)
  const within = (k: number) => (list: readonly FollowedUp[]) =>
    share(list.filter(({ rank }) => rank >= 0 && rank < k).length, list.length)
  const came = (outcome: FollowedUp['outcome']) => (list: readonly FollowedUp[]) =>
    share(list.filter((each) => each.outcome === outcome).length, list.length)
  return {
    heading: 'Follow-ups',
    rows: [
      row('the right paragraph found first', columns, within(1)),
      row('the right paragraph among the first three', columns, within(3)),
      row('answered from the right paragraph', columns, came('right')),
      row('answered from another', columns, came('wrong')),
      row('abstained', columns, came('silent')),
    ],
  }
}

const summarised = (all: readonly Measured[]): Section => ({
  heading: 'Summaries',
  rows: lengths.flatMap((length) => {
    const columns = all.map((each) => each.summarised?.filter((one) => one.length === length))
    const values = (pick: (one: Summarised) => number | undefined) => (list: readonly Summarised[]) =>
      mean(list.flatMap((one) => pick(one) ?? []))
    const percentOf = (value: number): string => `${(100 * value).toFixed(1)} %`
    return [
      row(`${length}: key words covered`, columns, (list) =>
        percentOf(values(({ figures }) => figures.coverage)(list)),
      ),
      row(`${length}: headed parts covered`, columns, (list) =>
        percentOf(values(({ figures }) => figures.sections)(list)),
      ),
      row(
        `${length}: compression`,
        columns,
        (list) => `${values(({ figures }) => figures.compression)(list).toFixed(1)} : 1`,
      ),
    ]
  }),
})

/** What a thousand questions cost by each list price, in US dollars. */
const costs = (all: readonly Measured[]): readonly Row[] =>
  priceTable.map((entry) =>
    row(
      `US dollars for 1,000 questions, ${entry.model}`,
      all.map(({ usage }) => usage),
      ({ questions, ...usage }) => ((1_000 * costOf(counted(entry), usage)) / MICROS_PER_DOLLAR / questions).toFixed(2),
    ),
  )

const spent = (all: readonly Measured[]): Section => {
  const columns = all.map(({ usage }) => usage)
  return {
    heading: 'What a question takes',
    rows: [
      row('model calls', columns, ({ calls, questions }) => (calls / Math.max(1, questions)).toFixed(2)),
      row('prompt tokens', columns, ({ inputTokens, questions, counted }) => {
        const each = Math.round(inputTokens / Math.max(1, questions))
        return counted ? String(each) : `about ${each}`
      }),
      row('output tokens', columns, ({ outputTokens, questions, counted }) => {
        const each = Math.round(outputTokens / Math.max(1, questions))
        return counted ? String(each) : `about ${each}`
      }),
      ...costs(all),
    ],
  }
}

export const tableOf = (all: readonly Measured[], before: readonly Section[] = []): Table => ({
  columns: all.map(({ name }) => name),
  sections: [...before, questions(all), shown(all), followed(all), summarised(all), spent(all)],
})

/** `notes`: a paragraph each, below the table. */
export const pageOf = (table: Table, notes: readonly string[]): string => {
  const about = 'Written by `npm run eval`; every figure is from that run, none depends on the machine.'
  return `${['# Evaluation', about, asMarkdown(table), ...notes].join('\n\n')}\n`
}
