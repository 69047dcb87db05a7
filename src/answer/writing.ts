/** Has a model write, where there is one and it can; otherwise says that nothing was written, and why. */
import { AppError } from '../failures.ts'
import { type Language, noUsage, type Turn, UNKNOWN_MODEL, type Usage } from '../types.ts'
import type { Assignment, Written } from './author.ts'
import type { Model } from './model-request.ts'
import type { Prompts } from './prompt.ts'
import type { Rewriting } from './reply-forms.ts'

const REWRITE_TOKENS = 300

export type WritingOptions = {
  /** Absent: answers are written by extraction. */
  readonly author?: {
    readonly model: Model
    readonly prompts: Prompts
    /** Reads every answer a second time; see `judge.ts`. */
    readonly judge?: Model
    /** Claims are shown as their quotations alone. */
    readonly quotationsOnly?: boolean
  }
  /** Told when the model could not be used and extraction answered instead. */
  readonly onModelFailure: (failure: AppError | string) => void
  /** Told why the judge had no opinion. */
  readonly onNoOpinion?: (why: string) => void
}

export type Writing = {
  /** Names all that decides how something is written; undefined where no model writes, or it is not known yet which. */
  signature(): string | undefined
  /** Rejects only with `AppError` aborted. */
  write(assignment: (prompts: Prompts) => Assignment): Promise<Written>
  /** What to search for; nothing where no model says. Rejects only with `AppError` aborted. */
  rewrite(
    asked: {
      readonly question: string
      readonly history: readonly Turn[]
      /** Of the articles. */
      readonly languages: readonly Language[]
    },
    signal: AbortSignal,
  ): Promise<Rewriting & { readonly usage: Usage }>
}

export const createWriting = ({ author, onModelFailure, onNoOpinion = () => {} }: WritingOptions): Writing => {
  /** What it takes to read a model's reply is loaded when one is asked: without a model, never. */
  const authorOf = async (given: NonNullable<typeof author>) => {
    const { createAuthor } = await import('./author.ts')
    if (!given.judge) return createAuthor({ ...given, onNoOpinion })
    const { createSecondReading } = await import('./judge.ts')
    return createAuthor({ ...given, secondReading: createSecondReading(given.judge, given.prompts), onNoOpinion })
  }
  let made: ReturnType<typeof authorOf> | undefined

  /** Notes that the model failed; that the caller gave up is no failure of the model's. */
  const failed = (failure: unknown): AppError => {
    if (!(failure instanceof AppError) || failure.code === 'aborted') throw failure
    onModelFailure(failure)
    return failure
  }

  return {
    signature() {
      if (!author || author.model.name === UNKNOWN_MODEL) return undefined
      const { model, judge, prompts, quotationsOnly = false } = author
      return JSON.stringify([model.name, judge?.name ?? null, prompts.hash, quotationsOnly])
    },

    async write(assignment) {
      if (!author) return { kind: 'nothing', why: 'no_model', usage: noUsage }
      try {
        made ??= authorOf(author)
        const write = await made
        const written = await write(assignment(author.prompts))
        if (written.kind === 'nothing') onModelFailure(written.why)
        return written
      } catch (failure) {
        return { kind: 'nothing', why: failed(failure).code, usage: noUsage }
      }
    },

    async rewrite(asked, signal) {
      if (!author) return { question: undefined, words: [], usage: noUsage }
      const { parseRewriting, rewriteSchema } = await import('./reply-forms.ts')
      const messages = author.prompts.rewrite(asked)
      const request = { name: 'rewrite', messages, schema: rewriteSchema, maxOutputTokens: REWRITE_TOKENS }
      try {
        const reply = await author.model.complete(request, signal)
        return { ...parseRewriting(reply.kind === 'json' ? reply.value : undefined), usage: reply.usage }
      } catch (failure) {
        failed(failure)
        return { question: undefined, words: [], usage: noUsage }
      }
    },
  }
}
