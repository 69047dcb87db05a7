/** Answers for the tests of what is shown, made by the verifier itself: nothing else can make one. */
import { answered, type Evidence, judge, notFound, restore, store, summary } from '../../src/answer/verify.ts'
import {
  type Answer,
  type Answered,
  type Article,
  type Check,
  type CheckVerdict,
  type Citation,
  type Claim,
  type NotFound,
  noUsage,
  type Paragraph,
  type StoredAnswer,
  type Summary,
} from '../../src/types.ts'
import { lighthouse } from '../fakes/articles.ts'

/** As the store makes them: 16 characters of base64url. */
export const answerId = 'AZaz09-_AZaz09-_'

export const paragraphOf = (from: Article, number: number): Paragraph => {
  const found = from.paragraphs[number - 1]
  if (!found) throw new Error(`no ¶${number}`)
  return found
}

type Cited = readonly [paragraph: Paragraph, quote: string]

/** A claim that the verifier accepts, or an error saying what it has against it. */
export const claimOf = (text: string, ...cited: readonly Cited[]): Claim => {
  const evidence: Evidence = new Map(cited.map(([paragraph], index) => [`P${index}`, paragraph]))
  const citations = cited.map(([, quote], index) => ({ paragraph: `P${index}`, quote }))
  const judgement = judge({ text, citations }, cited[0]?.[0].article.language ?? 'fr', evidence)
  if (judgement.kind === 'fails') throw new Error(JSON.stringify(judgement.problems))
  return judgement.claim
}

const common = {
  by: 'model',
  partial: false,
  language: 'fr',
  locale: 'fr',
  passages: [],
  usage: noUsage,
} as const

type Common = Partial<Pick<Answer, 'by' | 'partial' | 'locale'>>

const made = <A>(answer: A | undefined): A => {
  if (!answer) throw new Error('no answer')
  return answer
}

export const answerOf = (claims: readonly Claim[], fields: Common = {}): Answered =>
  made(answered(claims, { ...common, ...fields }))
export const summaryOf = (of: Article, claims: readonly Claim[], fields: Common = {}): Summary =>
  made(summary(claims, { ...common, article: of.head, length: 'short', ...fields }))
export const checkOf = (
  verdict: CheckVerdict,
  claims: readonly Claim[],
  nearest: readonly Paragraph[] = [],
  fields: Common = {},
): Check => {
  const [first, ...others] = claims
  const said = first ? store(answerOf([first, ...others])) : undefined
  const stance = verdict === 'contradicted' ? 'contradicts' : 'supports'
  const stored: StoredAnswer = {
    ...common,
    passages: [],
    kind: 'check',
    verdict,
    claims: said && 'claims' in said ? said.claims.map((each) => ({ ...each, stance })) : [],
    nearest: [],
    ...fields,
  }
  const paragraphs = claims.flatMap(({ citations }) => citations.map(({ paragraph }) => paragraph))
  const found = restore(stored, ({ article, paragraph }) =>
    paragraphs.find((each) => each.article.id === article && each.number === paragraph),
  )
  return { ...(made(found) as Check), nearest }
}
export const notFoundOf = (nearest: readonly Paragraph[], fields: Common = {}): NotFound =>
  notFound({ ...common, by: 'extract', nearest, ...fields })

/** What the verifier cuts anew from a paragraph between two offsets. */
export const answerFrom = (
  paragraphs: readonly Paragraph[],
  claims: readonly {
    readonly text: string
    readonly citations: readonly { readonly at: number; readonly start: number; readonly end: number }[]
  }[],
  kind: 'answered' | 'summary' = 'answered',
): Answer => {
  const place = (at: number) => ({ article: String(at), hash: '', paragraph: 1 })
  const shared = {
    ...common,
    claims: claims.map(({ text, citations }) => ({
      text,
      citations: citations.map(({ at, start, end }) => ({ ...place(at), start, end })),
    })),
  }
  const stored: StoredAnswer =
    kind === 'answered'
      ? { ...shared, kind }
      : { ...shared, kind, article: paragraphs[0]?.article ?? lighthouse.head, length: 'short' }
  return made(restore(stored, ({ article }) => paragraphs[Number(article)]))
}

export const citationOf = (paragraph: Paragraph, start: number, end: number): Citation => {
  const { claims } = answerFrom([paragraph], [{ text: 'x', citations: [{ at: 0, start, end }] }])
  return made(claims[0]?.citations[0])
}

/** Of the lighthouse, in the article's own words and in a model's. */
export const quoted = (number: number, quote: string): Claim => claimOf(quote, [paragraphOf(lighthouse, number), quote])
export const worded = (text: string, number: number, quote: string): Claim =>
  claimOf(text, [paragraphOf(lighthouse, number), quote])
