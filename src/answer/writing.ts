/** Has a model write, where there is one and it can; otherwise says that nothing was written, and why. */
import { AppError, type Language, noUsage, type Usage } from '../types.ts'
import { type Assignment, createAuthor, type Written } from './author.ts'
import { keywordsSchema, parseKeywords } from './draft.ts'
import type { Model } from './model-request.ts'
import type { Prompts } from './prompt.ts'

const KEYWORD_TOKENS = 200

export type WritingOptions = {
  /** Absent: answers are written by extraction. */
  readonly author?: { readonly model: Model; readonly prompts: Prompts }
  /** Told when the model could not be used and extraction answered instead. */
  readonly onModelFailure: (failure: AppError | string) => void
}

export type Writing = {
  /** Rejects only with `AppError` aborted. */
  write(assignment: (prompts: Prompts) => Assignment): Promise<Written>
  /** Search words in `language`; none where no model gives any. Rejects only with `AppError` aborted. */
  keywords(
    question: string,
    language: Language,
    signal: AbortSignal,
  ): Promise<{ readonly words: readonly string[]; readonly usage: Usage }>
}

export const createWriting = ({ author, onModelFailure }: WritingOptions): Writing => {
  const write = author && createAuthor(author.model, author.prompts)

  /** Notes that the model failed; that the caller gave up is no failure of the model's. */
  const failed = (failure: unknown): AppError => {
    if (!(failure instanceof AppError) || failure.code === 'aborted') throw failure
    onModelFailure(failure)
    return failure
  }

  return {
    async write(assignment) {
      if (!author || !write) return { kind: 'nothing', why: 'no_model', usage: noUsage }
      try {
        const written = await write(assignment(author.prompts))
        if (written.kind === 'nothing') onModelFailure(written.why)
        return written
      } catch (failure) {
        return { kind: 'nothing', why: failed(failure).code, usage: noUsage }
      }
    },

    async keywords(question, language, signal) {
      if (!author) return { words: [], usage: noUsage }
      const messages = author.prompts.keywords({ question, language })
      const request = { name: 'keywords', messages, schema: keywordsSchema, maxOutputTokens: KEYWORD_TOKENS }
      try {
        const reply = await author.model.complete(request, signal)
        return { words: reply.kind === 'json' ? parseKeywords(reply.value) : [], usage: reply.usage }
      } catch (failure) {
        failed(failure)
        return { words: [], usage: noUsage }
      }
    },
  }
}
