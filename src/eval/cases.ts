/** The questions of the evaluation, and what counts as a right answer. */
import { z } from 'zod'

const caseSchema = z.strictObject({
  id: z.string(),
  article: z.string(),
  question: z.string(),
  language: z.enum(['fr', 'en', 'es', 'de']),
  /** The question's language is not the article's. */
  cross: z.literal(true).optional(),
  /** `null`: the article does not say. */
  answer: z
    .strictObject({
      /** Numbers of the paragraphs that answer, any of which will do. */
      paragraphs: z.array(z.int().min(1)).min(1),
      /** What a right quotation holds, each as a whole word or words. */
      words: z.array(z.string().min(1)).min(1),
    })
    .nullable(),
})

export type Case = z.infer<typeof caseSchema>

/** Throws a `ZodError` where the file is not of this form: it is ours, and that is a mistake of ours. */
export const parseCases = (json: string): readonly Case[] => z.array(caseSchema).parse(JSON.parse(json))
