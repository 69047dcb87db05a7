import { expect, test } from 'vitest'
import { answerJson, articleJson, articlesJson, errorJson, printed } from '../../src/terminal/json.ts'
import fc from '../generated.ts'
import {
  answered,
  article,
  cite,
  claim,
  hostileText,
  lighthouse,
  notFound,
  paragraphOf,
  summary,
  tea,
} from './samples.ts'

const usage = { calls: 1, cachedTokens: 3, outputTokens: 2, inputTokens: 1 }
const passages = [{ paragraph: paragraphOf(lighthouse, 2), score: 7.1 }]
const steps = claim('On y monte.', cite(lighthouse, 2, '214 marches'))

test('an answer, key by key in the order of the README', () => {
  expect(printed(answerJson(answered([steps], { passages, usage })))).toBe(
    '{"kind":"answered","by":"model","partial":false,"language":"fr","locale":"fr",' +
      '"claims":[{"text":"On y monte.","citations":[{"article":"phare-des-brumes","paragraph":2,"start":38,"end":49,' +
      '"quote":"214 marches"}]}],"passages":[{"article":"phare-des-brumes","paragraph":2,"score":7.1}],' +
      '"usage":{"inputTokens":1,"outputTokens":2,"cachedTokens":3,"calls":1}}',
  )
})

test('not found', () => {
  expect(printed(answerJson(notFound([paragraphOf(lighthouse, 3)], { passages })))).toBe(
    '{"kind":"not_found","by":"extract","partial":false,"language":"fr","locale":"fr","claims":[],' +
      '"nearest":[{"article":"phare-des-brumes","paragraph":3}],' +
      '"passages":[{"article":"phare-des-brumes","paragraph":2,"score":7.1}],' +
      '"usage":{"inputTokens":0,"outputTokens":0,"cachedTokens":0,"calls":0}}',
  )
})

test('a summary begins with its article and length', () => {
  const json = answerJson(summary(lighthouse, [steps], { length: 'medium' }))
  expect(Object.keys(json)).toEqual([
    'kind',
    'article',
    'length',
    'by',
    'partial',
    'language',
    'locale',
    'claims',
    'passages',
    'usage',
  ])
  expect(json).toMatchObject({ kind: 'summary', article: 'phare-des-brumes', length: 'medium' })
})

test('offsets cut the quotation out of the text of articles show', () => {
  const from = article({ id: 'emoji' }, ['😀 l’été «\u00a0é\u0301\u00a0» 😀 fin'])
  const parsed = JSON.parse(printed(answerJson(answered([claim('x', cite(from, 1, '«\u00a0é\u0301\u00a0» 😀'))]))))
  const { start, end, quote } = parsed.claims[0].citations[0]
  expect(JSON.parse(printed(articleJson(from))).paragraphs[0].text.slice(start, end)).toBe(quote)
})

test('articles, listed and whole', () => {
  expect(JSON.parse(printed(articlesJson([lighthouse, tea])))).toEqual([
    {
      id: 'phare-des-brumes',
      title: 'Le phare des Brumes rallumé',
      language: 'fr',
      source: 'La Gazette du cap',
      hash: '0'.repeat(64),
      paragraphCount: 3,
    },
    { id: 'tea-trade', title: 'How tea came down the hill', language: 'en', hash: '0'.repeat(64), paragraphCount: 2 },
  ])
  expect(JSON.parse(printed(articleJson(tea))).paragraphs).toEqual([
    { number: 1, text: paragraphOf(tea, 1).text },
    { number: 2, text: paragraphOf(tea, 2).text },
  ])
})

test('an error', () => {
  expect(printed(errorJson('aborted', 'Interrompu.'))).toBe('{"kind":"error","code":"aborted","message":"Interrompu."}')
})

test('is one line, safe for a terminal, and the very same value again', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const line = printed({ text })
      expect(JSON.parse(line)).toEqual({ text })
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
    }),
  )
})

test('the page of a paragraph, where its source has pages', () => {
  const paged = { ...lighthouse, paragraphs: lighthouse.paragraphs.map((each) => ({ ...each, page: 12 })) }
  expect(JSON.parse(printed(articleJson(paged))).paragraphs[0]).toMatchObject({ number: 1, page: 12 })
  expect(JSON.parse(printed(answerJson(notFound([paragraphOf(paged, 3)])))).nearest).toEqual([
    { article: 'phare-des-brumes', paragraph: 3, page: 12 },
  ])
})
