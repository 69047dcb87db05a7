import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { promptTokens } from '../../src/answer/estimate.ts'
import { DEFAULT_MODEL } from '../../src/answer/model.ts'
import { costOf, counted, priceOf, priceTable } from '../../src/answer/prices.ts'
import { approximateTokens } from '../../src/answer/tokens.ts'

const usage = (inputTokens: number, cachedTokens: number, outputTokens: number) => ({
  inputTokens,
  cachedTokens,
  outputTokens,
})

describe('the table of prices', () => {
  test.each(priceTable.map((each) => [`${each.host} ${each.model}`, each] as const))('%s', (_, each) => {
    expect(each.input).toBeGreaterThan(each.cached)
    expect(each.output).toBeGreaterThan(each.input)
    expect(each.cacheWrite ?? each.input).toBeGreaterThanOrEqual(each.input)
    expect(Date.parse(each.seen)).toBeLessThan(Date.UTC(2100, 0))
    expect(each.source).toMatch(/^https:\/\//)
  })

  test('names each model once, and the one that is used by default', () => {
    expect(new Set(priceTable.map(({ host, model }) => `${host} ${model}`)).size).toBe(priceTable.length)
    expect(priceOf(DEFAULT_MODEL, undefined)).toMatchObject({ input: 200_000, output: 1_200_000 })
  })

  test('knows a dated snapshot, and no other host, variant or model', () => {
    expect(priceOf('gpt-5.6-luna-2026-07-30', 'https://api.openai.com/v1')?.model).toBe('gpt-5.6-luna')
    for (const [model, url] of [
      ['gpt-5.6-luna', 'https://example.org/v1'],
      ['gpt-5.6-luna', 'nonsense'],
      ['gpt-5.6-luna', 'https://eu.api.openai.com/v1'],
      ['gpt-5.6-luna-pro', undefined],
      ['unknown', undefined],
    ] as const)
      expect(priceOf(model, url)).toBeUndefined()
  })
})

describe('what a call costs', () => {
  const price = { input: 250_000, cached: 20_000, output: 1_200_000 }

  test('is whole micros, rounded up', () => {
    expect(costOf(price, usage(0, 0, 0))).toBe(0)
    expect(costOf(price, usage(1, 0, 0))).toBe(1)
    expect(costOf(price, usage(4, 0, 0))).toBe(1)
    expect(costOf(price, usage(5, 0, 0))).toBe(2)
    expect(costOf(price, usage(1_000_000, 400_000, 500_000))).toBe(150_000 + 8_000 + 600_000)
  })

  test('counts what may have been written into the cache as if it was', () => {
    const luna = priceOf('gpt-5.6-luna', undefined)
    expect(luna && counted(luna)).toEqual(price)
    const plain = priceOf('gpt-4o-mini', undefined)
    expect(plain && counted(plain).input).toBe(150_000)
  })

  test('is never less than nothing, whatever a server says', () => {
    expect(costOf(price, usage(10, 5_000, 0))).toBe(100)
  })

  test('is exact for the largest amounts', () => {
    const dear = { input: 999_999_000_000, cached: 0, output: 0 }
    expect(costOf(dear, usage(9_007, 0, 0))).toBe(Number((9_007n * 999_999_000_000n + 999_999n) / 1_000_000n))
  })
})

test('tokens are estimated by bytes, and a prompt by its messages and its schema', () => {
  expect(approximateTokens('')).toBe(0)
  expect(approximateTokens('abcd')).toBe(2)
  expect(approximateTokens('été')).toBe(2)
  expect(approximateTokens('\u65e5\u672c')).toBe(2)
  const request = (text: string) => ({
    name: 'x',
    messages: [{ role: 'user', text }] as const,
    schema: z.object({}),
    maxOutputTokens: 1,
  })
  expect(promptTokens(request('x'.repeat(300))) - promptTokens(request(''))).toBe(100)
})
