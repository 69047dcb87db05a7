/** Records of every kind, for the tests of any engine. */
import type { ArticleRecord, ShelfLimits } from '../../src/store/article-contract.ts'
import type { AnswerRecord } from '../../src/store/contract.ts'
import { noUsage, type StoredAnswer } from '../../src/types.ts'
import { article } from '../fakes/articles.ts'

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

export const roomy: ShelfLimits = { articles: 1_000, paragraphs: 10_000, characters: 1_000_000 }

/** An article of these paragraphs, handed over as a file. */
export const articleRecord = (
  id: string,
  texts: readonly string[] = [`Un phare, dit ${id}.`],
  fields: Partial<ArticleRecord> = {},
): ArticleRecord => ({
  article: article(id, texts, { title: `Titre de ${id}` }),
  origin: { kind: 'attachment', name: `${id}.txt` },
  by: 'admin',
  addedAt: 1_000,
  changedAt: 1_000,
  ...fields,
})
