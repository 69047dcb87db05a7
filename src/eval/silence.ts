/**
 * When extraction answers and when it is silent, over the threshold: `npm run eval:answer [FILE.jsonl …]`. A file holds
 * articles and questions to them, one JSON value a line; without a file the committed cases are asked.
 */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type AskedGroup, groupOf, ranked, SECOND, thresholds } from '../answer/extract.ts'
import { choosePassages, label, labelled } from '../answer/passages.ts'
import { createPassageIndex } from '../search/passage-index.ts'
import { detectLanguage } from '../text/language.ts'
import type { Article } from '../types.ts'
import { percent } from './table.ts'

const articleSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** BCP 47. */
  language: z.string(),
  paragraphs: z.array(z.string().min(1)).min(1),
})
const questionSchema = z.object({
  /** The article it is put to. */
  article: z.string(),
  question: z.string(),
  language: z.string(),
  /** Any of these is right where a quotation holds it, case and kinds of space aside; none: the article does not say. */
  answers: z.array(z.string().min(1)),
  /** All of `answers` must be held. */
  all: z.boolean().optional(),
  /** Of questions without an answer: about the same article, or about something else. */
  kind: z.string().optional(),
})
const lineSchema = z.union([questionSchema, articleSchema])

export type Put = z.infer<typeof questionSchema>
export type Material = { readonly articles: readonly Article[]; readonly questions: readonly Put[] }

/** Throws a `ZodError` or a `SyntaxError` where a line is not of this form. */
export const parseMaterial = (jsonl: string): Material => {
  const lines = jsonl.split('\n').filter((line) => line.trim() !== '')
  const values = lines.map((line) => lineSchema.parse(JSON.parse(line)))
  const articles = values.flatMap((value) => {
    if (!('paragraphs' in value)) return []
    const { id, title, language, paragraphs } = value
    const head = { id, title, language, hash: id }
    return [{ head, paragraphs: paragraphs.map((text, index) => ({ article: head, number: index + 1, text })) }]
  })
  return { articles, questions: values.flatMap((value) => ('question' in value ? [value] : [])) }
}

/** What extraction would say of a question if it had to, how sure it is, and whether that is right. */
export type Outcome = {
  readonly put: Put
  readonly group: AskedGroup
  readonly probability: number
  readonly right: boolean
}

/** Passages that a question is asked over, as many as the engine's. */
const HITS = 20

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').replaceAll('’', "'")

export const outcomes = ({ articles, questions }: Material): readonly Outcome[] => {
  const index = createPassageIndex()
  for (const article of articles) index.add(article)
  const byId = new Map(articles.map((article) => [article.head.id, article]))
  return questions.flatMap((put) => {
    const article = byId.get(put.article)
    if (!article) return []
    const text = put.question
    const language = detectLanguage(text) ?? put.language
    const { passages } = index.search({ text, language, scope: [put.article], limit: HITS })
    const chosen = choosePassages(passages, [article])
    const group = groupOf({ text, language })
    const [best, second] = ranked({ text, language }, labelled(chosen, label(chosen, [article])))
    if (!best) return [{ put, group, probability: 0, right: false }]
    const both = second && second.probability >= SECOND * best.probability ? [best, second] : [best]
    const quoted = plain(both.map(({ paragraph, span }) => paragraph.text.slice(span.start, span.end)).join('\n'))
    const held = put.answers.map((answer) => quoted.includes(plain(answer)))
    const right = put.all ? held.length > 0 && held.every(Boolean) : held.some(Boolean)
    return [{ put, group, probability: best.probability, right }]
  })
}

export type Point = {
  /** Of the questions with an answer; the rest is silence. */
  readonly right: number
  readonly wrong: number
  readonly of: number
  /** Of the questions without, by their kind: how many are answered all the same. */
  readonly unanswerable: ReadonlyMap<string, { readonly answered: number; readonly of: number }>
}

/** At one threshold for all, or at those that extraction has for each group of kinds. */
export const pointAt = (threshold: number | typeof thresholds, all: readonly Outcome[]): Point => {
  const answered = ({ probability, group }: Outcome): boolean =>
    probability >= (typeof threshold === 'number' ? threshold : threshold[group])
  const answerable = all.filter(({ put }) => put.answers.length > 0)
  const right = answerable.filter((each) => answered(each) && each.right).length
  const without = all.filter(({ put }) => put.answers.length === 0)
  const kinds = Map.groupBy(without, ({ put }) => put.kind ?? 'unanswerable')
  return {
    right,
    wrong: answerable.filter(answered).length - right,
    of: answerable.length,
    unanswerable: new Map(
      [...kinds].map(([kind, list]) => [kind, { answered: list.filter(answered).length, of: list.length }]),
    ),
  }
}

const CURVE = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8]

const shown = (name: string, { right, wrong, of, unanswerable }: Point): string => {
  const silent = [...unanswerable].map(([kind, each]) => `${kind} ${percent(each.answered, each.of)}`)
  const parts = [
    ...(of > 0
      ? [
          `right ${percent(right, of)}`,
          `wrong ${percent(wrong, of)}`,
          `silent ${percent(of - right - wrong, of)}`,
          `right of those answered ${percent(right, right + wrong)}`,
        ]
      : []),
    ...(silent.length > 0 ? [`answered all the same: ${silent.join(', ')}`] : []),
  ]
  return `${name}  ${parts.join('   ')}`
}

/** Prints the curve of each set over one threshold for all, and the chosen thresholds' point, whole and by group. */
export const printCurve = (name: string, material: Material, print: (line: string) => void): void => {
  const all = outcomes(material)
  print(`\n${name}: ${all.length} questions to ${material.articles.length} articles`)
  for (const threshold of CURVE) print(shown(`  ${threshold.toFixed(2)}`, pointAt(threshold, all)))
  print(shown('→ chosen', pointAt(thresholds, all)))
  for (const [group, list] of Map.groupBy(all, (each) => each.group))
    print(shown(`    ${group} (${list.length}) ${thresholds[group].toFixed(2)}`, pointAt(thresholds, list)))
}

export const readMaterial = async (file: string): Promise<Material> => parseMaterial(await readFile(file, 'utf8'))
