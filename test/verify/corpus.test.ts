/** The corpus holds as a whole in `npm run eval:verify`; here a share of every class does, and no guarantee may fail. */
import { describe, expect, test } from 'vitest'
import { corpus, judged } from './corpus.ts'

/** Cases of a class that are judged here, spread over the articles; of those written by hand, all are. */
const SHARE = 12

/** Warnings are heuristics: of a class as many must be given at least. */
const WARNED = 0.96

const [warnings = [], guarantees = []] = [true, false].map((warned) =>
  corpus().filter(({ outcome }) => (outcome === 'warned') === warned),
)
const classes = Map.groupBy(guarantees, (each) => `${each.outcome}: ${each.class}`)

test('the corpus has thousands of cases in all classes', () => {
  expect(corpus().length).toBeGreaterThan(12_000)
  expect(classes.size).toBeGreaterThan(90)
  expect(warnings.length).toBeGreaterThan(400)
})

describe('what must come of each class', () => {
  test.each([...classes])('%s', (_, cases) => {
    const step = cases[0]?.class.startsWith('by hand') ? 1 : Math.max(1, Math.floor(cases.length / SHARE))
    const failing = cases
      .filter((__, index) => index % step === 0)
      .map(judged)
      .filter(({ right }) => !right)
    expect(failing.map(({ given, codes }) => [codes, JSON.parse(given.line).draft])).toEqual([])
  })
})

test.each([...Map.groupBy(warnings, (each) => each.class)])('warned: %s', (_, cases) => {
  const right = cases.map(judged).filter((each) => each.right)
  expect(right.length / cases.length).toBeGreaterThanOrEqual(WARNED)
})
