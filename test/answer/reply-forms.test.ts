import { zodResponseFormat } from 'openai/helpers/zod'
import { describe, expect, test } from 'vitest'
import { MAX_CITATIONS, MAX_CLAIM_LENGTH, MAX_CLAIMS, MAX_QUOTE_LENGTH } from '../../src/answer/draft.ts'
import {
  draftSchema,
  MAX_KEYWORDS,
  type ParsedDraft,
  parseDraft,
  parseRewriting,
  parseSummary,
  rewriteSchema,
  summarySchema,
} from '../../src/answer/reply-forms.ts'

const cited = (quote = 'the keeper climbs the stairs') => ({ paragraph: 'P1', quote })
const claim = (text = 'The keeper climbs the stairs.') => ({ text, citations: [cited()] })
const draft = (...claims: readonly unknown[]) => ({ verdict: 'answered', claims })

const problemOf = (parsed: ParsedDraft): string => {
  if (!parsed.ok) return 'detail' in parsed.problem ? parsed.problem.detail : parsed.problem.code
  const broken = parsed.claims.find((each) => !each.ok)
  return broken && !broken.ok && 'detail' in broken.problem ? broken.problem.detail : ''
}

describe('what servers are told', () => {
  test.each([
    ['draft', draftSchema],
    ['summary', summarySchema],
    ['rewrite', rewriteSchema],
  ])('the %s is a strict schema', (name, schema) => {
    const { json_schema } = zodResponseFormat(schema, name)
    expect(json_schema).toMatchObject({ name, strict: true, schema: { additionalProperties: false } })
  })

  test('lists are bounded, strings are not: grammars made of the schema stay small', () => {
    const said = JSON.stringify(zodResponseFormat(draftSchema, 'draft').json_schema.schema)
    expect(said).toContain(`"maxItems":${MAX_CLAIMS}`)
    expect(said).toContain(`"maxItems":${MAX_CITATIONS}`)
    expect(said).not.toMatch(/maxLength|minLength|pattern/)
  })

  test('evidence comes before the wording', () => {
    const said = JSON.stringify(zodResponseFormat(draftSchema, 'draft').json_schema.schema)
    expect(said.indexOf('"citations"')).toBeLessThan(said.indexOf('"text"'))
  })
})

describe('reading a draft', () => {
  test('a good draft', () => {
    expect(parseDraft(draft(claim('One.'), claim('Two.')))).toEqual({
      ok: true,
      verdict: 'answered',
      claims: [
        { ok: true, index: 0, claim: claim('One.') },
        { ok: true, index: 1, claim: claim('Two.') },
      ],
      problems: [],
    })
  })

  test('nothing found', () => {
    expect(parseDraft({ verdict: 'not_in_article', claims: [] })).toEqual({
      ok: true,
      verdict: 'not_in_article',
      claims: [],
      problems: [],
    })
  })

  test('one broken claim is one problem', () => {
    const parsed = parseDraft(draft(claim('One.'), { text: 7 }, claim('Three.')))
    expect(parsed.ok && parsed.claims.map((each) => [each.index, each.ok])).toEqual([
      [0, true],
      [1, false],
      [2, true],
    ])
  })

  test.each([
    ['a string', 'answered', /expected object/],
    ['null', null, /expected object/],
    ['a list', [draft(claim())], /expected object/],
    ['no verdict', { claims: [] }, /^verdict: /],
    ['another verdict', { verdict: 'maybe', claims: [] }, /^verdict: /],
    ['no claims', { verdict: 'answered' }, /^claims: /],
    ['claims that are no list', { verdict: 'answered', claims: { 0: claim() } }, /^claims: /],
    ['a further field', { ...draft(claim()), confidence: 1 }, /confidence/],
  ])('%s is no draft', (_, value, detail) => {
    const parsed = parseDraft(value)
    expect(parsed).toMatchObject({ ok: false, problem: { code: 'invalid_draft' } })
    expect(problemOf(parsed)).toMatch(detail)
  })

  test.each([
    ['a string', 'The keeper climbs the stairs.', /expected object/],
    ['null', null, /expected object/],
    ['no text', { citations: [cited()] }, /^text: /],
    ['a number as text', { text: 3, citations: [cited()] }, /^text: /],
    ['a long text', claim('a'.repeat(MAX_CLAIM_LENGTH + 1)), /^text: /],
    ['no citations field', { text: 'One.' }, /^citations: /],
    ['a citation that is a string', { text: 'One.', citations: ['P1'] }, /^citations\.0: /],
    ['no quote', { text: 'One.', citations: [{ paragraph: 'P1' }] }, /^citations\.0\.quote: /],
    [
      'a label that is a number',
      { text: 'One.', citations: [{ paragraph: 1, quote: 'a' }] },
      /^citations\.0\.paragraph/,
    ],
    ['a long quote', { text: 'One.', citations: [cited('a'.repeat(MAX_QUOTE_LENGTH + 1))] }, /^citations\.0\.quote: /],
    ['many citations', { text: 'One.', citations: Array(MAX_CITATIONS + 1).fill(cited()) }, /^citations: /],
    ['a further field', { ...claim(), certain: true }, /certain/],
    ['a further field in a citation', { text: 'One.', citations: [{ ...cited(), page: 2 }] }, /page/],
  ])('a claim that is or has %s', (_, value, detail) => {
    const parsed = parseDraft(draft(value))
    expect(parsed).toMatchObject({ ok: true, claims: [{ ok: false, index: 0, problem: { code: 'invalid_claim' } }] })
    expect(problemOf(parsed)).toMatch(detail)
  })

  test('bounds themselves are allowed', () => {
    const citations = Array(MAX_CITATIONS).fill(cited('a'.repeat(MAX_QUOTE_LENGTH)))
    const parsed = parseDraft(draft({ text: 'a'.repeat(MAX_CLAIM_LENGTH), citations }))
    expect(parsed).toMatchObject({ ok: true, claims: [{ ok: true }] })
  })

  test('a claim without citation is left to the verifier, which has the words for it', () => {
    expect(parseDraft(draft({ text: 'One.', citations: [] }))).toMatchObject({ claims: [{ ok: true }] })
  })

  test.each([
    ['answered', []],
    ['not_in_article', [claim()]],
  ])('%s with %j contradicts itself', (verdict, claims) => {
    expect(parseDraft({ verdict, claims })).toEqual({ ok: false, problem: { code: 'verdict_contradicts', verdict } })
  })

  test('a hundred thousand claims: the first are read, and it is said', () => {
    const parsed = parseDraft(draft(...Array(100_000).fill(claim())))
    expect(parsed.ok && parsed.claims).toHaveLength(MAX_CLAIMS)
    expect(parsed).toMatchObject({ problems: [{ code: 'invalid_draft', detail: expect.stringContaining('100000') }] })
  })

  test('a problem says little, whatever the model wrote', () => {
    const fields = Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`field number ${n}`, n]))
    expect(problemOf(parseDraft(draft({ ...claim(), ...fields }))).length).toBeLessThanOrEqual(200)
    expect(problemOf(parseDraft(draft({ text: 'One.', citations: Array(50_000).fill(1) })))).toMatch(/^citations: /)
  })
})

describe('reading a summary', () => {
  test('bullets are claims', () => {
    expect(parseSummary({ claims: [claim(), 'two'] })).toMatchObject({
      ok: true,
      verdict: 'answered',
      claims: [{ ok: true }, { ok: false, index: 1 }],
    })
  })

  test('a summary without bullets is none', () => {
    expect(parseSummary({ claims: [] })).toMatchObject({ ok: false })
    expect(parseSummary(draft(claim()))).toMatchObject({ ok: false, problem: { code: 'invalid_draft' } })
  })
})

describe('reading what to search for', () => {
  const asked = { question: ' Où est le phare ? ', words: ['phare', ' gardien ', '', 3, null, 'a'.repeat(100)] }

  test('what is no word is left out', () => {
    expect(parseRewriting(asked)).toEqual({ question: 'Où est le phare ?', words: ['phare', 'gardien'] })
    expect(parseRewriting({ question: 7, words: [] })).toEqual({ question: undefined, words: [] })
  })

  test('no more than the bounds', () => {
    const { question, words } = parseRewriting({ question: 'a'.repeat(9_000), words: Array(1_000).fill('phare') })
    expect(words).toHaveLength(MAX_KEYWORDS)
    expect(question).toHaveLength(2_000)
  })

  test.each([
    [null],
    ['phare'],
    [{ question: '', words: 'phare' }],
    [{ question: '', words: [], more: 1 }],
  ])('%j holds none', (value) => {
    expect(parseRewriting(value)).toEqual({ question: undefined, words: [] })
  })
})
