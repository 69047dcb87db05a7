import { describe, expect, test } from 'vitest'
import { readCaps } from '../../src/discord/caps-form.ts'
import { type capFields, capsForm, renderLimits } from '../../src/discord/render/limits.ts'
import { renderDays, renderOverview, renderUnanswered } from '../../src/discord/render/statistics.ts'
import { noCaps, noCeilings } from '../../src/limits.ts'
import type { DayStatistics } from '../../src/ports.ts'
import { defaultSettings } from '../../src/store/contract.ts'
import { modalForm } from '../fakes/discord/form/modal.ts'
import { newForm } from '../fakes/discord/refusal.ts'
import { checked, idsOf, labelsOf, marksIn, wordsOf } from './checked.ts'

const usage = { calls: 2, inputTokens: 12_000, cachedTokens: 0, outputTokens: 345, micros: 20_100, unpriced: 0 }
const dayOf = (day: number, given: Partial<DayStatistics> = {}): DayStatistics => ({
  day,
  outcomes: [
    { kind: 'answered', by: 'model', count: 6 },
    { kind: 'answered', by: 'extract', count: 2 },
    { kind: 'not_found', by: 'extract', count: 3 },
    { kind: 'summary', by: 'model', count: 1 },
    { kind: 'check', by: 'model', count: 4 },
  ],
  usage,
  ...given,
})
const spent = { day: { tokens: 12_345, micros: 20_100 }, month: { tokens: 99_999, micros: 1_500_000 } }
/** 25 November 2026. */
const today = 20_782

describe('the overview', () => {
  const facts = {
    locale: 'en',
    statistics: { days: [dayOf(today), dayOf(today - 1)], feedback: { up: 10, down: 2 } },
    today,
    spent,
    caps: { day: { tokens: 100_000, micros: 1_000_000 }, month: {} },
    unanswered: 12,
  } as const

  test('says what was asked, what came of it and what it cost', () => {
    const words = wordsOf(renderOverview(facts))
    expect(words.split('\n')).toEqual([
      'Statistics of this server',
      '30 days to 2026-11-25, in UTC',
      '32 requests',
      'Questions answered: 16, of which 12 by the model and 4 by quotations alone',
      'Not in the articles: 6',
      'Summaries: 2',
      'Statements checked: 8',
      'Ratings: 👍 10 · 👎 2',
      'Model',
      'Today: 12,345 tokens of 100,000 · $0.0201 of $1.00',
      'This month: 99,999 tokens · $1.50',
      'In all: 24,690 tokens · $0.0402, for 4 model calls',
    ])
    expect(labelsOf(renderOverview(facts))).toEqual(['Day by day', '12 unanswered questions'])
  })

  test('is the same in French', () => {
    const words = wordsOf(renderOverview({ ...facts, locale: 'fr' }))
    expect(words).toContain('Questions répondues\u00a0: 16, dont 12 par le modèle et 4 par des citations seules')
    expect(words).toContain('Aujourd’hui\u00a0: 12\u00a0345 tokens sur 100\u00a0000 · 0,0201\u00a0$ sur 1,00\u00a0$')
  })

  test('says so where nothing was asked, and where a price is not known', () => {
    const none = renderOverview({ ...facts, statistics: { days: [], feedback: { up: 0, down: 0 } } })
    expect(wordsOf(none)).toContain('Nothing was asked in this time.')
    const statistics = { days: [dayOf(today, { usage: { ...usage, unpriced: 2 } })], feedback: { up: 0, down: 0 } }
    expect(wordsOf(renderOverview({ ...facts, statistics }))).toContain('The price of 2 calls is not known.')
    expect(wordsOf(renderOverview(facts))).not.toContain('price')
  })
})

describe('the days', () => {
  const days = Array.from({ length: 30 }, (_, index) => dayOf(today - index))

  test('are lines, fifteen a page', () => {
    const first = renderDays({ days }, { locale: 'en', page: 1, today })
    expect(wordsOf(first)).toContain(
      '2026-11-25: 16 requests, of which 3 found nothing · 12,345 tokens · $0.0201\n2026-11-24',
    )
    expect(idsOf(first)).toContainEqual({ kind: 'stats', view: 'days', page: 2 })
    const last = renderDays({ days }, { locale: 'fr', page: 99, today })
    expect(wordsOf(last)).toContain('2026-10-27')
    expect(wordsOf(last)).toContain('Page 2 sur 2')
  })

  test.each(['fr', 'en'] as const)('fit in %s, whatever they hold', (locale) => {
    const most = 999_999_999_999
    const outcomes = [{ kind: 'not_found', by: 'extract', count: most }] as const
    const full = days.map(({ day }) => ({ day, outcomes, usage: { ...usage, inputTokens: most, micros: most } }))
    for (const page of [1, 2]) expect(() => checked(renderDays({ days: full }, { locale, page, today }))).not.toThrow()
    const statistics = { days: full, feedback: { up: most, down: most } }
    const cap = { tokens: most, micros: most }
    const facts = { locale, statistics, today, spent: { day: cap, month: cap }, caps: { day: cap, month: cap } }
    expect(() => checked(renderOverview({ ...facts, unanswered: most }))).not.toThrow()
  })
})

describe('unanswered questions', () => {
  const at = Date.UTC(2026, 10, 25)
  const options = { locale: 'en', page: 1, total: 12, kept: true } as const

  test('are listed as they were asked, whatever is in them', () => {
    const hostile = '@everyone **bold** [link](https://x.example) <@1> # heading'
    const body = renderUnanswered([{ question: hostile, at }], options)
    expect(wordsOf(body)).toContain(`· ${hostile}`)
    expect(marksIn(body).map(({ kind }) => kind)).not.toContain('mention')
    expect(idsOf(body)).toContainEqual({ kind: 'stats', view: 'unanswered', page: 2 })
  })

  test.each(['fr', 'en'] as const)('fit in %s, however long', (locale) => {
    const questions = Array.from({ length: 10 }, () => ({ question: '*_`'.repeat(600), at }))
    expect(() => checked(renderUnanswered(questions, { ...options, locale, page: 2, total: 500 }))).not.toThrow()
  })

  test('say where none is kept, and why', () => {
    expect(wordsOf(renderUnanswered([], { ...options, total: 0 }))).toContain('No unanswered question is kept.')
    expect(wordsOf(renderUnanswered([], { ...options, total: 0, kept: false }))).toContain('/settings can turn that on')
  })
})

describe('limits and costs', () => {
  const model = { name: 'gpt-5.6-luna', priced: true }
  const options = { locale: 'en', ceilings: noCeilings, spent, model } as const
  const settings = { ...defaultSettings, dailyTokens: 100_000, monthlyMicros: 2_500_000 }

  test('show what is spent of what may be', () => {
    const words = wordsOf(renderLimits(settings, options))
    expect(words).toContain('Today: 12,345 tokens of 100,000 · $0.0201\n')
    expect(words).toContain('This month: 99,999 tokens · $1.50 of $2.50\n')
    expect(words).toContain('begin at midnight UTC')
    expect(words).not.toContain('at most')
    expect(labelsOf(renderLimits(settings, options))).toEqual(['Change the caps', 'Keep these questions', 'Back'])
  })

  test('show the operator’s ceiling, and what holds under it', () => {
    const server = { day: { tokens: 50_000 }, month: { tokens: 900_000, micros: 5_000_000 } }
    const words = wordsOf(renderLimits(settings, { ...options, ceilings: { ...noCeilings, server } }))
    expect(words).toContain('Today: 12,345 tokens of 50,000')
    expect(words).toContain('The bot allows at most 50,000 tokens a day, and 900,000 tokens and $5.00 a month.')
  })

  test('offer no limit above the operator’s, and call none by its name', () => {
    const body = checked(renderLimits(settings, { ...options, ceilings: { ...noCeilings, hourly: { server: 60 } } }))
    const text = JSON.stringify(body)
    expect(text).toContain('The bot’s limit: 60 questions an hour')
    expect(text).toContain('"60 questions an hour"')
    expect(text).not.toContain('120 questions')
  })

  test('say what a model without a price, and no model, mean', () => {
    const unpriced = renderLimits(settings, { ...options, model: { name: 'qwen', priced: false } })
    expect(wordsOf(unpriced)).toContain('The price of “qwen” is not known')
    const { model: _, ...without } = options
    expect(wordsOf(renderLimits(settings, without))).toContain('No model is at work')
  })

  test('fit, with everything there is', () => {
    const most = { tokens: 999_999_999_999, micros: 999_999_000_000 }
    const caps = { day: most, month: most }
    for (const locale of ['fr', 'en'] as const)
      expect(() =>
        checked(
          renderLimits(
            { ...settings, keepUnanswered: true },
            {
              ...{ locale, ceilings: { ...noCeilings, server: caps }, spent: caps, undo: 'AZaz09-_AZaz09-_' },
              model: { name: '*'.repeat(300), priced: false },
            },
          ),
        ),
      ).not.toThrow()
  })
})

describe('the form of the caps', () => {
  test.each(['fr', 'en'] as const)('is as Discord wants it in %s, and holds what is set', (locale) => {
    const most = { tokens: 999_999_999_999, micros: 999_999_000_000 }
    for (const ceiling of [noCaps, { day: most, month: most }]) {
      const own = { dailyTokens: 100_000, monthlyTokens: 0, dailyMicros: 10_000, monthlyMicros: 2_500_000 }
      const form = newForm()
      modalForm(form, JSON.parse(JSON.stringify(capsForm(own, { locale, ceiling }))))
      form.check()
      const values = capsForm(own, { locale, ceiling }).components.map((each) =>
        'component' in each && 'value' in each.component ? each.component.value : undefined,
      )
      expect(values).toEqual(['100000', '', '0.01', '2.50'])
    }
  })

  const read = (given: Partial<Record<(typeof capFields)[number], string>>, ceiling = noCaps) =>
    readCaps((field) => given[field] ?? '', ceiling)

  test('is read back, empty fields as no cap', () => {
    expect(read({})).toEqual({ caps: { dailyTokens: 0, monthlyTokens: 0, dailyMicros: 0, monthlyMicros: 0 } })
    expect(read({ dailyTokens: ' 100 000 ', monthlyMicros: '2,50 $' })).toEqual({
      caps: { dailyTokens: 100_000, monthlyTokens: 0, dailyMicros: 0, monthlyMicros: 2_500_000 },
    })
  })

  test('takes nothing of it where one field is no amount, or above the ceiling', () => {
    expect(read({ dailyTokens: '5', monthlyMicros: 'a lot' })).toEqual({
      problem: 'no_amount',
      facts: { given: 'a lot' },
    })
    expect(read({ dailyTokens: '0' })).toMatchObject({ problem: 'no_amount' })
    const ceiling = { day: { tokens: 100 }, month: { micros: 1_000_000 } }
    expect(read({ dailyTokens: '101' }, ceiling)).toEqual({
      problem: 'above_ceiling',
      facts: { cap: 'dailyTokens', ceiling: 100 },
    })
    expect(read({ monthlyMicros: '1.000001' }, ceiling)).toMatchObject({ facts: { cap: 'monthlyMicros' } })
    expect(read({ dailyTokens: '100', monthlyMicros: '1' }, ceiling)).toHaveProperty('caps')
  })
})
