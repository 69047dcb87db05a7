/** Dialogues: each turn with the paragraph that answers it, and what a reader was told before. */
import { z } from 'zod'

const turnSchema = z.strictObject({
  question: z.string().min(1),
  /** What was answered, as a later turn is told. */
  answer: z.string().min(1),
  /** Numbers of the paragraphs that answer, any of which will do. */
  paragraphs: z.array(z.int().min(1)).min(1),
})

const dialogueSchema = z.strictObject({
  id: z.string(),
  article: z.string(),
  language: z.enum(['fr', 'en']),
  turns: z.array(turnSchema).min(2),
})

export type Dialogue = z.infer<typeof dialogueSchema>

/** Throws a `ZodError` where the file is not of this form: it is ours, and that is a mistake of ours. */
export const parseDialogues = (json: string): readonly Dialogue[] => z.array(dialogueSchema).parse(JSON.parse(json))
