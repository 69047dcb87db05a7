/**
 * The form of a search evaluation's files, one JSON object a line: paragraphs of a collection, and questions with the
 * paragraphs that answer them. `npm run search` reads the same collections and questions, and ignores the answers.
 */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Article, Paragraph } from '../../../src/types.ts'

const paragraphSchema = z.object({
  id: z.string().min(1),
  article: z.string().min(1),
  title: z.string(),
  language: z.string().min(2),
  text: z.string(),
})

const questionSchema = z.object({
  id: z.string().min(1),
  question: z.string(),
  /** Only this article's paragraphs count; absent where the whole collection is searched. */
  article: z.string().optional(),
  /** Ids of the paragraphs that answer, any of which will do. */
  answers: z.array(z.string()).min(1),
})

export type CollectionParagraph = z.infer<typeof paragraphSchema>
export type JudgedQuestion = z.infer<typeof questionSchema>

/** A named column of the evaluation's table. */
export type EvalSet = {
  readonly name: string
  readonly collection: readonly CollectionParagraph[]
  readonly questions: readonly JudgedQuestion[]
}

const lines = async <T>(file: string, schema: z.ZodType<T>): Promise<readonly T[]> =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)))

/** `PREFIX.collection.jsonl` and `PREFIX.questions.jsonl`. Throws a `ZodError` or `SyntaxError` on another form. */
export const readSet = async (prefix: string): Promise<EvalSet> => ({
  name: prefix.split('/').at(-1) ?? prefix,
  collection: await lines(`${prefix}.collection.jsonl`, paragraphSchema),
  questions: await lines(`${prefix}.questions.jsonl`, questionSchema),
})

/** The articles of a collection, and the id of each of their paragraphs. */
export const articlesOf = (
  collection: readonly CollectionParagraph[],
): { readonly articles: readonly Article[]; readonly idOf: (paragraph: Paragraph) => string } => {
  const ids = new Map<Paragraph, string>()
  const articles = [...Map.groupBy(collection, ({ article }) => article)].map(([id, members]): Article => {
    const { title = '', language = 'und' } = members[0] ?? {}
    const head = { id, title, language, hash: id }
    const paragraphs = members.map(({ text, ...member }, index) => {
      const paragraph: Paragraph = { article: head, number: index + 1, text }
      ids.set(paragraph, member.id)
      return paragraph
    })
    return { head, paragraphs }
  })
  return { articles, idOf: (paragraph) => ids.get(paragraph) ?? '' }
}
