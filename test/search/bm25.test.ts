import { expect, test } from 'vitest'
import { idf, saturation } from '../../src/search/bm25.ts'

test('idf is Lucene’s: rarer is more, and never nothing', () => {
  expect(idf(13, 1)).toBeCloseTo(Math.log(1 + 12.5 / 1.5))
  expect(idf(13, 0)).toBeGreaterThan(idf(13, 1))
  expect(idf(13, 13)).toBeGreaterThan(0)
  expect(idf(0, 0)).toBeGreaterThan(0)
})

test('saturation with k1 0.9 and b 0.4', () => {
  expect(saturation(0, 1)).toBe(0)
  expect(saturation(1, 1)).toBeCloseTo(1 / 1.9)
  expect(saturation(2, 1)).toBeCloseTo(2 / 2.9)
  expect(saturation(1, 2)).toBeCloseTo(1 / (1 + 0.9 * 1.4))
  expect(saturation(1, 0)).toBeCloseTo(1 / (1 + 0.9 * 0.6))
})
