import { describe, expect, test } from 'vitest'
import { nearbyWording } from '../../src/answer/nearby.ts'
import type { Problem } from '../../src/answer/problem.ts'
import { REPAIR_TOKENS, repairOf, retryTokens } from '../../src/answer/repair.ts'
import { approximateTokens } from '../../src/answer/tokens.ts'
import { article, lighthouse } from '../fakes/articles.ts'
import fc from '../generated.ts'
import { prompts } from './scene.ts'

const evidence = new Map(lighthouse.paragraphs.map((each) => [`P${each.number}`, each] as const))
const textOf = (messages: readonly { readonly text: string }[]): string => messages.map((each) => each.text).join('\n')
const fault = { reply: '', failed: [], problems: [], kept: [], evidence }
const missing: Problem = { code: 'quote_not_found', paragraph: 'P2', quote: 'il mesure environ 28 mètres' }

describe('what a retry is told', () => {
  test('its own reply, the claim, its problem, and what the passage says there', () => {
    const reply = '{"verdict":"answered","claims":[]}'
    const failed = [{ text: 'Le phare mesure 28 mètres.', problems: [missing] }]
    const { messages, told } = repairOf({ ...fault, reply, failed }, prompts)
    expect(told).toBe(1)
    expect(messages.map(({ role }) => role)).toEqual(['assistant', 'user'])
    expect(messages[0]?.text).toBe(reply)
    expect(messages[1]?.text).toContain('- "Le phare mesure 28 mètres.": These words do not stand in P2')
    expect(messages[1]?.text).toContain(
      'P2 reads: "Construit en 1879, il mesure 28 mètres et guide encore 1.200 bateaux de pêche chaque année."',
    )
  })

  test('where the words stand elsewhere, that place is named and none other', () => {
    const problems: Problem[] = [{ ...missing, quote: 'il mesure 28 mètres', paragraph: 'P3', elsewhere: 'P2' }]
    const said = textOf(repairOf({ ...fault, failed: [{ text: 'x', problems }] }, prompts).messages)
    expect(said).toContain('These words stand in P2, not in P3')
    expect(said).not.toContain('reads:')
  })

  test('a reply that is too long is not given back; what is kept of it is named', () => {
    const { messages } = repairOf(
      { ...fault, reply: 'x'.repeat(3_000), kept: ['Le phare mesure 28 mètres.'], problems: [{ code: 'truncated' }] },
      prompts,
    )
    expect(messages.map(({ role }) => role)).toEqual(['user'])
    expect(textOf(messages)).toContain('- Kept: "Le phare mesure 28 mètres."')
    expect(textOf(messages)).toContain('cut off')
  })

  const cost = (messages: readonly { readonly text: string }[]): number =>
    messages.reduce((sum, { text }) => sum + approximateTokens(text), 0)

  test('the worst draft stays within 600 tokens more, and one claim at least is told', () => {
    for (const letter of ['x ', 'é', '名', '"', '\\', '\n', '\u0007', '🗼', '{"', '</P1>']) {
      const long = letter.repeat(600 / letter.length)
      const problems: Problem[] = [
        { ...missing, quote: long },
        { code: 'quote_cuts_word', paragraph: long.slice(0, 64), quote: long },
        { code: 'quote_too_short', paragraph: 'P1', quote: long },
        { code: 'invalid_claim', detail: long },
      ]
      const failed = Array.from({ length: 12 }, (_, n) => ({ text: `${n}${long}`, problems }))
      const draft: Problem[] = [{ code: 'invalid_draft', detail: long }]
      const given = { ...fault, reply: long.repeat(9), failed, problems: draft, kept: Array(12).fill(long) }
      const { messages, told } = repairOf(given, prompts)
      expect(cost(messages), letter).toBeLessThanOrEqual(REPAIR_TOKENS)
      expect(told, letter).toBeGreaterThanOrEqual(1)
    }
  })

  test('no draft takes more', () => {
    const problem: fc.Arbitrary<Problem> = fc.oneof(
      fc
        .record({ paragraph: fc.constantFrom('P1', 'P2', 'P9'), quote: fc.string({ unit: 'binary', maxLength: 600 }) })
        .map((each) => ({ code: 'quote_not_found' as const, ...each })),
      fc.string({ maxLength: 200 }).map((figure) => ({ code: 'figure_unsupported' as const, figure })),
    )
    const claims = fc.array(
      fc.record({ text: fc.string({ unit: 'binary', maxLength: 400 }), problems: fc.array(problem, { maxLength: 4 }) }),
      { maxLength: 12 },
    )
    const strings = fc.array(fc.string({ unit: 'binary', maxLength: 400 }), { maxLength: 12 })
    fc.assert(
      fc.property(claims, strings, fc.string({ maxLength: 4_000 }), (failed, kept, reply) => {
        const { messages, told } = repairOf({ ...fault, failed, kept, reply }, prompts)
        expect(cost(messages)).toBeLessThanOrEqual(REPAIR_TOKENS)
        expect(told).toBeGreaterThanOrEqual(Math.min(1, failed.length))
      }),
      { numRuns: 60 },
    )
  })

  test('what it may answer is capped by what is asked of it', () => {
    expect(retryTokens(1, 1_500)).toBe(540)
    expect(retryTokens(5, 1_500)).toBe(860)
    expect(retryTokens(12, 1_500)).toBe(1_500)
    expect(retryTokens(undefined, 300)).toBe(300)
  })
})

describe('what a passage says near a quotation from memory', () => {
  const near = (quote: string, text: string): string | undefined => {
    const [paragraph] = article('a', [text]).paragraphs
    return paragraph && nearbyWording(quote, paragraph)
  }
  const sentence = 'Le phare n’est plus gardé depuis 1973.'

  test('the sentence that shares most of its words', () => {
    expect(near('phare gardé en 1973', `Il est haut. ${sentence} Il est beau.`)).toBe(sentence)
  })

  test('of a long sentence the part from the first shared word on, with the words before it', () => {
    const long = `${'Une longue phrase qui va et vient, '.repeat(8)}où le phare n’est plus gardé par personne depuis 1973, dit-on au port${', et ainsi de suite'.repeat(9)}.`
    const found = near('le phare est gardé par 1973', long)
    expect(found).toMatch(/phare n’est plus gardé par personne depuis 1973/)
    expect(found?.length).toBeLessThanOrEqual(160)
    expect(long).toContain(found)
  })

  test('nothing where nothing resembles it', () => {
    expect(near('un tout autre sujet', sentence)).toBeUndefined()
    expect(near('', sentence)).toBeUndefined()
  })
})
