import { expect, test } from 'vitest'
import { readPartial } from '../../src/answer/partial-draft.ts'
import fc from '../generated.ts'

const claims = [
  { text: 'One "quoted" {brace} \\ back', citations: [{ paragraph: 'P1', quote: 'a ] b } c' }] },
  { text: 'Two', citations: [] },
]
const whole = JSON.stringify({ verdict: 'answered', claims })

test('a whole draft', () => {
  expect(readPartial(whole)).toEqual({ verdict: 'answered', claims, complete: true })
  expect(readPartial(JSON.stringify({ verdict: 'answered', claims }, null, 2))).toEqual({
    verdict: 'answered',
    claims,
    complete: true,
  })
})

test('at every place it may be cut: only complete claims, more and more of them, never others', () => {
  let seen = 0
  for (let end = 0; end <= whole.length; end++) {
    const partial = readPartial(whole.slice(0, end))
    expect(partial.claims).toEqual(claims.slice(0, partial.claims.length))
    expect(partial.claims.length).toBeGreaterThanOrEqual(seen)
    expect(partial.complete).toBe(end >= whole.length - 1)
    if (partial.claims.length > 0) expect(partial.verdict).toBe('answered')
    seen = partial.claims.length
  }
  expect(seen).toBe(2)
})

test.each([
  ['nothing', '', { claims: [], complete: false }],
  ['prose', 'I think {"claims": is', { claims: [], complete: false }],
  ['no claims', '{"verdict":"not_in_article","claims":[]}', { verdict: 'not_in_article', claims: [], complete: true }],
  ['another verdict', '{"verdict":"maybe","claims":[]}', { claims: [], complete: true }],
  [
    'a verdict that comes too late to be known',
    '{"claims":[{"text":"x"}],"verdict":"answered"}',
    { claims: [{ text: 'x' }], complete: true },
  ],
  [
    'the word claims inside a string',
    '{"verdict":"answered","note":"\\"claims\\": ["',
    { verdict: 'answered', claims: [], complete: false },
  ],
  [
    'a claim that is no object',
    '{"verdict":"answered","claims":[7,{"text":"x"}]}',
    { verdict: 'answered', claims: [], complete: false },
  ],
])('%s', (_, text, expected) => {
  expect(readPartial(text)).toEqual(expected)
})

test('never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(whole.length), (noise, at) => {
      readPartial(whole.slice(0, at) + noise + whole.slice(at))
      readPartial(noise)
    }),
  )
})

test('a hostile text takes linear time', () => {
  expect(readPartial(`{"verdict":"answered","claims":[${'{'.repeat(90_000)}`).claims).toEqual([])
  expect(readPartial(`{"claims":[${' '.repeat(90_000)}`).claims).toEqual([])
})
