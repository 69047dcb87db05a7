/** A search evaluation's files: those that `npm run search` reads, with the paragraphs that answer each question. */
import { z } from 'zod'
import { type CollectionParagraph, readCollection, readLines } from '../../../src/eval/collection.ts'

const questionSchema = z.object({
  id: z.string().min(1),
  question: z.string(),
  article: z.string().optional(),
  /** Ids of the paragraphs that answer, any of which will do. */
  answers: z.array(z.string()).min(1),
})

export type JudgedQuestion = z.infer<typeof questionSchema>

/** A named column of the evaluation's table. */
export type EvalSet = {
  readonly name: string
  readonly collection: readonly (CollectionParagraph & { readonly id: string })[]
  readonly questions: readonly JudgedQuestion[]
}

const never = new AbortController().signal

/** `PREFIX.collection.jsonl` and `PREFIX.questions.jsonl`. Throws `AppError` as `readLines` does. */
export const readSet = async (prefix: string): Promise<EvalSet> => ({
  name: prefix.split('/').at(-1) ?? prefix,
  collection: (await readCollection(`${prefix}.collection.jsonl`, never)).map((each) => ({
    ...each,
    id: String(each.id),
  })),
  questions: await readLines(`${prefix}.questions.jsonl`, questionSchema, never),
})
