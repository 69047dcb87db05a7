/**
 * Paragraphs and questions from files, one JSON object a line, searched without a library or a store: for people who
 * evaluate the search with collections of their own.
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { AppError } from '../failures.ts'
import { createPassageIndex } from '../search/passage-index.ts'
import { detectLanguage } from '../text/language.ts'
import type { Article, Paragraph } from '../types.ts'

/** Many sets number theirs; they come back as they were given. */
const idSchema = z.union([z.string().min(1), z.number()])

const paragraphSchema = z.object({
  id: idSchema,
  article: idSchema.transform(String),
  title: z.string(),
  language: z.string().min(2),
  text: z.string(),
})

const questionSchema = z.object({
  id: idSchema,
  question: z.string(),
  /** Only this article's paragraphs count; absent where the whole collection is searched. */
  article: idSchema.transform(String).optional(),
})

export type CollectionParagraph = z.infer<typeof paragraphSchema>
export type CollectionQuestion = z.infer<typeof questionSchema>

/** Throws `AppError` unreadable_file, bad_line or aborted. */
export const readLines = async <T>(file: string, schema: z.ZodType<T>, signal: AbortSignal): Promise<readonly T[]> => {
  const all: T[] = []
  let line = 0
  try {
    for await (const text of createInterface({ input: createReadStream(file, { signal }), crlfDelay: Infinity })) {
      line++
      if (text.trim() === '') continue
      // Editors of Windows begin a file with a byte order mark.
      const value = schema.safeParse(json(text.replace(/^\uFEFF/, '')))
      if (!value.success) {
        const fields = [
          ...new Set(value.error.issues.flatMap(({ path: [field] }) => (field === undefined ? [] : [String(field)]))),
        ]
        throw new AppError('bad_line', { file, line, fields }, { cause: value.error })
      }
      all.push(value.data)
    }
  } catch (failure) {
    if (failure instanceof AppError) throw failure
    if (signal.aborted) throw new AppError('aborted', {}, { cause: failure })
    throw new AppError('unreadable_file', { file }, { cause: failure })
  }
  return all
}

/** Undefined, which no schema takes, where the text is no JSON. */
const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const readCollection = (file: string, signal: AbortSignal): Promise<readonly CollectionParagraph[]> =>
  readLines(file, paragraphSchema, signal)

export type Id = z.infer<typeof idSchema>
export type Hit = { readonly id: Id; readonly score: number }
/** Gives `k` paragraphs wherever there are as many, of the article alone where one is named. */
export type CollectionSearch = (question: string, article: string | undefined, k: number) => readonly Hit[]

/** A collection's paragraphs belong to an article in the order of their lines. */
export const articlesOf = (collection: readonly CollectionParagraph[]) => {
  const ids = new Map<Paragraph, Id>()
  const articles = [...Map.groupBy(collection, ({ article }) => article)].map(([id, members]): Article => {
    const { title = '', language = 'und' } = members[0] ?? {}
    const head: Article['head'] = { id, title, language, hash: id }
    const paragraphs = members.map(({ text }, at): Paragraph => ({ article: head, number: at + 1, text }))
    for (const [at, paragraph] of paragraphs.entries()) ids.set(paragraph, members[at]?.id ?? '')
    return { head, paragraphs }
  })
  return { articles, idOf: (paragraph: Paragraph): Id => ids.get(paragraph) ?? '' }
}

export const indexCollection = (collection: readonly CollectionParagraph[]): CollectionSearch => {
  const { articles, idOf } = articlesOf(collection)
  const index = createPassageIndex()
  for (const article of articles) index.add(article)
  return (text, article, limit) =>
    index
      .search({
        text,
        language: detectLanguage(text),
        scope: article === undefined ? 'all' : [article],
        limit,
        fill: true,
      })
      .passages.map(({ paragraph, score }) => ({ id: idOf(paragraph), score }))
}

/** One line `{"id","hits":[{"id","score"}]}` for each question. Throws as `readLines`. */
export const runCollection = async (
  files: { readonly collection: string; readonly questions: string },
  k: number,
  print: (line: string) => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> => {
  const search = indexCollection(await readCollection(files.collection, signal))
  for (const { id, question, article } of await readLines(files.questions, questionSchema, signal)) {
    if (signal.aborted) throw new AppError('aborted', {})
    await print(JSON.stringify({ id, hits: search(question, article, k) }))
  }
}
