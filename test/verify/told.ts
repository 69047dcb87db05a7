/**
 * Claims written by hand about short texts in four languages, true in other words and false by one thing: `told.json` with
 * the rules, `tested.json` by a tester who had not read them.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Outcome } from './case.ts'
import type { Line } from './corpus.ts'
import { tongues } from './unseen/change.ts'
import type { UnseenArticle } from './unseen/unseen.ts'

const language = z.enum(tongues)
const schema = z.object({
  articles: z.record(z.string(), z.object({ language, text: z.string(), quote: z.string() })),
  claims: z.array(
    z.object({
      article: z.string(),
      spoken: language,
      true: z.array(z.string()),
      false: z.array(z.string()),
      /** False in a way that can only be suspected. */
      doubtful: z.array(z.string()),
    }),
  ),
})
const read = (file: string) => schema.parse(JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')))
const told = read('told.json')
const tested = read('tested.json')

export const toldArticles = (): readonly UnseenArticle[] =>
  Object.values(told.articles).map(({ language: own, text }) => ({ language: own, paragraphs: [text] }))

export const toldLines = (): readonly Line[] => [told, tested].flatMap(linesOf)

const linesOf = ({ articles, claims }: z.infer<typeof schema>): readonly Line[] =>
  claims.flatMap(({ article, spoken, true: right, false: wrong, doubtful }) => {
    const { language: own = spoken, text = '', quote = '' } = articles[article] ?? {}
    const abroad = own === spoken ? '' : ', in another language'
    const line = (outcome: Outcome, name: string, claim: string): Line => ({
      outcome,
      class: `${name}${abroad}`,
      line: JSON.stringify({
        id: article,
        passages: [{ id: 'P1', text }],
        question: '',
        language: spoken,
        draft: { verdict: 'answered', claims: [{ text: claim, citations: [{ paragraph: 'P1', quote }] }] },
      }),
    })
    return [
      ...right.map((claim) => line('accepted', 'by hand: true in other words', claim)),
      ...wrong.map((claim) => line('rejected', 'by hand: false by one thing', claim)),
      ...doubtful.map((claim) => line('warned', 'by hand: turned round', claim)),
    ]
  })
