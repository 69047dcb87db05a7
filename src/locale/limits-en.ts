/** English, as admins meet it where limits, costs and statistics are shown. */
import type { Cap, Spending } from '../limits.ts'
import type { DiscordCatalogue } from './discord-catalogue.ts'
import { en } from './en.ts'

const { number, quote } = en
const count = (value: number, one: string, several: string) => `${number(value)} ${value === 1 ? one : several}`
const amounts = ({ tokens, micros }: Spending) => `${count(tokens, 'token', 'tokens')} · ${en.dollars(micros)}`
const used = ({ tokens, micros }: Spending, cap: Cap) => {
  const of = (most: string | undefined) => (most === undefined ? '' : ` of ${most}`)
  const money = of(cap.micros === undefined ? undefined : en.dollars(cap.micros))
  return `${count(tokens, 'token', 'tokens')}${of(cap.tokens === undefined ? undefined : number(cap.tokens))} · ${en.dollars(micros)}${money}`
}
const capped = ({ tokens, micros }: Cap) => {
  const parts = [
    ...(tokens === undefined ? [] : [count(tokens, 'token', 'tokens')]),
    ...(micros === undefined ? [] : [en.dollars(micros)]),
  ]
  return parts.length === 0 ? 'anything' : parts.join(' and ')
}

export const limitsEn: Pick<DiscordCatalogue, 'limits' | 'stats'> = {
  limits: {
    heading: 'Limits and costs of this server',
    serverHourlyLimit: 'Questions an hour, all members together',
    budget: 'Budget of the model',
    about:
      'Days and months begin at midnight UTC. Where a budget no longer covers the model, answers are quotations only, and say so.',
    today: (spent, cap) => `Today: ${used(spent, cap)}`,
    month: (spent, cap) => `This month: ${used(spent, cap)}`,
    unpriced: (model) =>
      `The price of ${quote(model)} is not known, so only its tokens count, and caps in dollars have no effect.`,
    withoutModel: 'No model is at work, so nothing costs anything.',
    ceiling: (day, month) => `The bot allows at most ${capped(day)} a day, and ${capped(month)} a month.`,
    change: 'Change the caps',
    title: 'Caps of the model',
    caps: {
      dailyTokens: 'Tokens a day',
      monthlyTokens: 'Tokens a month',
      dailyMicros: 'Dollars a day',
      monthlyMicros: 'Dollars a month',
    },
    none: 'Empty: no cap',
    atMost: (ceiling) => `Empty: the bot’s cap, ${ceiling}`,
    unanswered: 'Questions without an answer',
    unansweredOn: 'Their text is kept here for admins, without who asked; /stats shows it.',
    unansweredOff: 'Their text is not kept for admins',
    keepUnanswered: 'Keep these questions',
    dropUnanswered: 'Stop keeping them',
  },

  stats: {
    heading: 'Statistics of this server',
    about: (days, last) => `${count(days, 'day', 'days')} to ${last}, in UTC`,
    nothing: 'Nothing was asked in this time.',
    questions: (asked) => count(asked, 'request', 'requests'),
    answered: (model, extract) =>
      `Questions answered: ${number(model + extract)}, of which ${number(model)} by the model and ${number(extract)} by quotations alone`,
    summaries: (written) => `Summaries: ${number(written)}`,
    checks: (checked) => `Statements checked: ${number(checked)}`,
    notFound: (times) => `Not in the articles: ${number(times)}`,
    verdicts: (up, down) => `Ratings: 👍 ${number(up)} · 👎 ${number(down)}`,
    model: 'Model',
    calls: (calls, spent) => `In all: ${amounts(spent)}, for ${count(calls, 'model call', 'model calls')}`,
    unpriced: (calls) => `The price of ${count(calls, 'call', 'calls')} is not known.`,
    byDay: 'Day by day',
    overview: 'Overview',
    day: (day, questions, notFound, spent) =>
      `${day}: ${count(questions, 'request', 'requests')}, of which ${number(notFound)} found nothing · ${amounts(spent)}`,
    unanswered: (total) => count(total, 'unanswered question', 'unanswered questions'),
    noUnanswered: 'No unanswered question is kept.',
    notKept: 'The text of unanswered questions is not kept. /settings can turn that on.',
    whose: 'Latest first, without who asked; private questions are not among them.',
  },
}
