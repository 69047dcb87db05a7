/**
 * Generated drafts: arbitrary JSON, arbitrary Unicode, near misses of true quotations. `VERIFY_RUNS=1000000` makes it the
 * long run; its bound here keeps `npm test` short.
 */
import { expect, test } from 'vitest'
import { judgeLine } from '../../src/answer/verify-line.ts'
import fc from '../generated.ts'
import { passages } from './case.ts'

const numRuns = Number(process.env.VERIFY_RUNS ?? 1_000)
const all = [...passages.fr, ...passages.en]

/** Cheap to make: numbers pick a passage, some words in a row of it, and what is done to them. */
const noise = [
  '',
  ' ',
  '…',
  '\u202e',
  '\u200b',
  '«',
  '"',
  '\ud800',
  'é',
  '0',
  'ß',
  '𝐀',
  '٣',
  '\u0000',
  '<@1>',
  '\n',
  'е',
]
const near = fc
  .tuple(fc.nat(all.length - 1), fc.nat(60), fc.nat(20), fc.nat(), fc.nat(noise.length - 1))
  .map(([passage, from, length, at, what]) => {
    const some = (all[passage]?.text ?? '').split(' ')
    const start = from % some.length
    const cut = some.slice(start, start + 3 + length).join(' ')
    const place = at % (cut.length + 1)
    const put = noise[what] ?? ''
    const changed = [cut, cut.slice(0, place) + put + cut.slice(place), cut.slice(0, place) + cut.slice(place + 1)]
    return { paragraph: `P${passage}`, quote: changed[at % 3] ?? cut }
  })
const label = fc.oneof(
  fc.nat(all.length).map((index) => `P${index}`),
  fc.constantFrom('', '__proto__', 'P1 ', 'constructor'),
)
const words = fc.oneof(
  near.map(({ quote }) => quote),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const citation = fc.oneof(
  { weight: 4, arbitrary: near },
  { weight: 1, arbitrary: fc.record({ paragraph: label, quote: words }) },
)
const claim = fc.record({ text: words, citations: fc.array(citation, { maxLength: 3 }) })
const anything = fc.jsonValue({ maxDepth: 3 })
const draft = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ verdict: fc.constant('answered'), claims: fc.array(claim, { minLength: 1, maxLength: 4 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      verdict: fc.constantFrom('answered', 'not_in_article', 'x'),
      claims: fc.array(fc.oneof(claim, anything), { maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: anything },
)

const withId = all.map(({ text }, index) => ({ id: `P${index}`, text }))

/** Every quotation that a draft gives from a paragraph, whatever else the draft is. */
const cited = (given: unknown, paragraph: string): readonly string[] => {
  const found: string[] = []
  JSON.stringify(given, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'quote' in value && 'paragraph' in value)
      if (value.paragraph === paragraph && typeof value.quote === 'string') found.push(value.quote)
    return value
  })
  return found
}

test(`${numRuns} drafts: never throws, and what is cited is the passage’s own text`, { timeout: 60 * 60_000 }, () => {
  let found = 0
  fc.assert(
    fc.property(draft, fc.constantFrom('fr', 'en', 'es', 'de', 'ja', '', undefined), (given, language) => {
      const told = JSON.parse(
        judgeLine({ number: 1, text: JSON.stringify({ passages: withId, language, draft: given }) }),
      )
      expect(typeof told.ok).toBe('boolean')
      if (told.ok) expect(told.problems).toEqual([])
      for (const each of told.claims)
        for (const { paragraph, start, end } of each.citations) {
          if (start === null) continue
          found++
          const text = withId.find(({ id }) => id === paragraph)?.text ?? ''
          expect(0 <= start && start < end && end <= text.length).toBe(true)
          // Whole words of the passage, of which nothing but typography was forgiven.
          const letters = (some: string): string =>
            some
              .normalize('NFKD')
              .replace(/[^\p{L}\p{N}]/gu, '')
              .toLowerCase()
          const quotes = cited(given, paragraph).map(letters)
          expect(quotes).toContain(letters(text.slice(start, end)))
        }
    }),
    { numRuns },
  )
  expect(found).toBeGreaterThan(numRuns / 20)
})
