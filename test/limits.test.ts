import { describe, expect, test } from 'vitest'
import {
  capsUnder,
  dayName,
  dayOf,
  dollarDigits,
  lower,
  monthOf,
  noCaps,
  parseCount,
  parseDollars,
} from '../src/limits.ts'

const NO_BREAK = '\u00a0'
const NARROW = '\u202f'

test.each([
  ['0', 0],
  ['20000', 20_000],
  [' 1 000 000 ', 1_000_000],
  [`1${NO_BREAK}000`, 1_000],
  [`1${NARROW}000${NARROW}000`, 1_000_000],
  ['1,000,000', 1_000_000],
  ['1.000.000', 1_000_000],
  ['999999999999', 999_999_999_999],
  ['9999999999999', undefined],
  ['1,00', undefined],
  ['1.5', undefined],
  ['-1', undefined],
  ['1e6', undefined],
  ['', undefined],
  ['ten', undefined],
  ['٣', undefined],
])('a number as people write it: %j', (text, value) => {
  expect(parseCount(text)).toBe(value)
})

test.each([
  ['5', 5_000_000],
  ['0.000001', 1],
  ['2.5', 2_500_000],
  ['2,50', 2_500_000],
  ['$2.50', 2_500_000],
  [`2,50${NO_BREAK}$`, 2_500_000],
  ['0.1', 100_000],
  ['999999', 999_999_000_000],
  ['1000000', undefined],
  ['0.0000001', undefined],
  ['1,000.00', undefined],
  ['-1', undefined],
  ['.5', undefined],
  ['5 €', undefined],
  ['', undefined],
])('dollars as people write them: %j', (text, value) => {
  expect(parseDollars(text)).toBe(value)
})

test.each([
  [0, '0.00'],
  [1, '0.0001'],
  [100, '0.0001'],
  [101, '0.0002'],
  [999_900, '0.9999'],
  [999_901, '1.00'],
  [20_000, '0.02'],
  [1_000_000, '1.00'],
  [1_230_001, '1.24'],
  [2_500_000, '2.50'],
  [999_999_000_000, '999999.00'],
])('%i micros are shown as %s dollars, never less than they are', (micros, shown) => {
  const { whole, fraction } = dollarDigits(micros)
  expect(`${whole}.${fraction}`).toBe(shown)
})

describe('days and months', () => {
  test('are those of UTC', () => {
    expect(dayName(dayOf(Date.UTC(2026, 10, 25, 23, 59, 59, 999)))).toBe('2026-11-25')
    expect(dayName(dayOf(Date.UTC(2026, 10, 26)))).toBe('2026-11-26')
    expect(dayName(dayOf(-1))).toBe('1969-12-31')
  })

  test.each([
    ['2026-11-25', '2026-11-01'],
    ['2026-12-31', '2026-12-01'],
    ['2028-02-29', '2028-02-01'],
    ['2027-01-01', '2027-01-01'],
  ])('the month of %s began on %s', (day, first) => {
    expect(dayName(monthOf(dayOf(Date.parse(day))))).toBe(first)
  })
})

test('the lower of two limits holds, and one alone does too', () => {
  expect([lower(1, 2), lower(undefined, 2), lower(1, undefined), lower(undefined, undefined)]).toEqual([
    1,
    2,
    1,
    undefined,
  ])
  const own = { dailyTokens: 50, monthlyTokens: 0, dailyMicros: 9, monthlyMicros: 0 }
  expect(capsUnder(own, noCaps)).toEqual({ day: { tokens: 50, micros: 9 }, month: {} })
  expect(capsUnder(own, { day: { tokens: 20 }, month: { tokens: 90, micros: 7 } })).toEqual({
    day: { tokens: 20, micros: 9 },
    month: { tokens: 90, micros: 7 },
  })
})
