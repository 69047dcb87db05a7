/** Records of every kind, for the tests of any engine. */
import type { AnswerRecord } from '../../src/store/contract.ts'
import { noUsage, type StoredAnswer } from '../../src/types.ts'

const place = { article: 'le-phare', hash: 'f'.repeat(64), paragraph: 3 }

const common = {
  by: 'model',
  partial: false,
  language: 'fr',
  locale: 'en',
  passages: [
    { ...place, score: 7.25 },
    { ...place, paragraph: 1, score: 1e-9 },
  ],
  usage: { ...noUsage, inputTokens: 1_200, calls: 2 },
} as const

export const answered: StoredAnswer = {
  ...common,
  kind: 'answered',
  claims: [
    { text: 'Le phare a 26 mètres.', citations: [{ ...place, start: 0, end: 24 }] },
    {
      text: 'Il a été bâti en 1836.',
      citations: [
        { ...place, start: 30, end: 52 },
        { ...place, paragraph: 4, start: 0, end: 9 },
      ],
    },
  ],
}

export const summary: StoredAnswer = {
  ...common,
  by: 'extract',
  partial: true,
  kind: 'summary',
  claims: answered.claims,
  article: { id: 'le-phare', title: 'Le phare', language: 'fr', url: 'https://example.org/phare', hash: place.hash },
  length: 'short',
}

export const check: StoredAnswer = {
  ...common,
  kind: 'check',
  verdict: 'partly',
  claims: answered.claims,
  nearest: [place, { ...place, paragraph: 9 }],
}

export const notFound: StoredAnswer = { ...common, kind: 'not_found', nearest: [place] }

export const record = (fields: Partial<AnswerRecord> & { readonly id: string }): AnswerRecord => ({
  question: 'Quelle est la hauteur du phare ?',
  asker: 'asker',
  server: 'server',
  channel: 'channel',
  private: false,
  after: undefined,
  answer: answered,
  at: 1_790_000_000_000,
  ...fields,
})
