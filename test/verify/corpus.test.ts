/** The corpus holds as a whole in `npm run eval:verify`; here a share of every class does, and nothing may fail. */
import { describe, expect, test } from 'vitest'
import { corpus, judged } from './corpus.ts'

/** Cases of a class that are judged here, spread over the articles. */
const SHARE = 12

const classes = Map.groupBy(corpus(), (each) => `${each.outcome}: ${each.class}`)

test('the corpus has thousands of cases in all classes', () => {
  expect(corpus().length).toBeGreaterThan(12_000)
  expect(classes.size).toBeGreaterThan(90)
})

describe('what must come of each class', () => {
  test.each([...classes])('%s', (_, cases) => {
    const step = Math.max(1, Math.floor(cases.length / SHARE))
    const failing = cases
      .filter((__, index) => index % step === 0)
      .map(judged)
      .filter(({ right }) => !right)
    expect(failing.map(({ given, codes }) => [codes, JSON.parse(given.line).draft])).toEqual([])
  })
})
