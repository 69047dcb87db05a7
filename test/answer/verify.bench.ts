/** What it costs to verify a draft of twenty different claims: figures for people, never asserted. */
import { test } from 'vitest'
import type { DraftClaim } from '../../src/answer/draft.ts'
import { judge } from '../../src/answer/verify.ts'
import type { Paragraph } from '../../src/types.ts'
import { type Language, passages } from '../verify/case.ts'
import { claimCases } from '../verify/claims.ts'
import { honestCases } from '../verify/honest.ts'

const CLAIMS = 20
const DRAFTS = 50

const evidenceOf = (language: Language): ReadonlyMap<string, Paragraph> => {
  const article = { id: language, title: '', language, hash: '' }
  return new Map(passages[language].map(({ id, text }, at) => [id, { article, number: at + 1, text }]))
}
const evidence = { fr: evidenceOf('fr'), en: evidenceOf('en') }

type Drafted = { readonly draft: DraftClaim; readonly spoken: string; readonly language: Language }

/** True and false ones, in the words of people and in nearly the article's own. */
const claimsOf = (cases: ReturnType<typeof honestCases>): readonly Drafted[] =>
  cases.flatMap(({ draft, language, spoken = language, extra }) => {
    const { claims = [] } = draft as { readonly claims?: readonly DraftClaim[] }
    return extra === undefined ? claims.map((each) => ({ draft: each, spoken, language })) : []
  })

/** Draft by draft other claims, taken in turn from all over the list: what is kept of one helps no other. */
const draftsOf = (claims: readonly Drafted[]): readonly (readonly Drafted[])[] =>
  Array.from({ length: DRAFTS }, (_, draft) =>
    Array.from({ length: CLAIMS }, (_, at) => claims[(7 * draft + 37 * at) % claims.length]).filter(
      (each) => each !== undefined,
    ),
  )

const honest = draftsOf(claimsOf(honestCases()))
const long = draftsOf(claimsOf(claimCases('fr').filter(({ outcome }) => outcome === 'accepted')))

let next = 0
const verify = (drafts: typeof honest) => (): void => {
  for (const { draft, spoken, language } of drafts[next++ % DRAFTS] ?? []) judge(draft, spoken, evidence[language])
}

test('a draft of twenty different claims', async ({ bench }) => {
  await bench('in their own words', verify(honest)).run()
  await bench('whole sentences, changed a little', verify(long)).run()
})
