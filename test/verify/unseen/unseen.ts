/**
 * The classes of the corpus made from any articles, in French, English, German and Spanish: what is changed is found by
 * rules of its own, none of which `src` has. `npm run eval:verify -- --articles FILE` reads one article a line.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { sentences } from '../../../src/text/sentences.ts'
import type { Line } from '../corpus.ts'
import { type Draft, type Given, type Passage, type Tongue, tongues } from './change.ts'
import { doubtfulClaims, falseClaims } from './claims-false.ts'
import { trueClaims } from './claims-true.ts'
import { falseQuotations } from './quotes-false.ts'
import { trueQuotations } from './quotes-true.ts'

export const articleSchema = z.object({
  language: z.enum(tongues),
  title: z.string().optional(),
  paragraphs: z.array(z.string()),
})
export type UnseenArticle = z.infer<typeof articleSchema>

const SHORTEST = 7

const sentencesOf = (passage: Passage, language: Tongue) =>
  sentences(passage.text, language)
    .map(({ start, end }) => ({ paragraph: passage, text: passage.text.slice(start, end) }))
    .filter(({ text }) => text.split(/\s+/u).length >= SHORTEST && !/[\n{}\\]/u.test(text))

export const readArticles = (path: string): readonly UnseenArticle[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => articleSchema.parse(JSON.parse(line)))

const spread = <T>(list: readonly T[], count: number): readonly T[] =>
  list.length <= count
    ? list
    : Array.from({ length: count }, (_, at) => list[Math.floor((at * list.length) / count)] as T)

const groups = [
  ['rejected', falseQuotations],
  ['accepted', trueQuotations],
  ['rejected', falseClaims],
  ['accepted', trueClaims],
  ['warned', doubtfulClaims],
] as const

/** Every class for so many sentences of each article, those with figures first: most classes need one. */
export const unseen = (articles: readonly UnseenArticle[], each: number): readonly Line[] => {
  const all = articles.map(({ language, paragraphs }, number) => {
    const passages = paragraphs.map((text, at) => ({ id: `P${at + 1}`, text }))
    return { language, number, passages, sentences: passages.flatMap((passage) => sentencesOf(passage, language)) }
  })
  return all.flatMap(({ language, passages, sentences: own, number }) =>
    spread([...own.filter(({ text }) => /\d/u.test(text)), ...own].slice(0, Math.max(each, own.length)), each).flatMap(
      ({ paragraph, text }, at) => {
        const index = number * each + at
        const stranger = all.find((one, other) => other > number && one.language !== language) ?? all[0]
        const given: Given = {
          language,
          text,
          paragraph,
          passages,
          other: own.find((one) => one.paragraph !== paragraph),
          alien: stranger?.sentences[at]?.text ?? '',
          index,
        }
        return groups.flatMap(([outcome, changes]) =>
          Object.entries(changes).flatMap(([name, change]): readonly Line[] => {
            const made = change(given)
            const list = made === undefined ? [] : Array.isArray(made) ? (made as readonly Draft[]) : [made as Draft]
            return list.map(({ draft, passages: sent = passages, spoken = language }) => ({
              outcome,
              class: name,
              line: JSON.stringify({ id: index, passages: sent, question: '', language: spoken, draft }),
            }))
          }),
        )
      },
    ),
  )
}
