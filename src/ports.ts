/** What the faces may ask for; `app.ts` fills these in. */
import type { Answer, Article, Question, SummaryRequest } from './types.ts'

export type Engine = {
  /** Answers from the articles in scope. Rejects only with `AppError`. */
  ask(question: Question, signal: AbortSignal): Promise<Answer>
  summarise(request: SummaryRequest, signal: AbortSignal): Promise<Answer>
}

export type Library = {
  /** In order of title. */
  articles(): readonly Article[]
  article(id: string): Article | undefined
}
