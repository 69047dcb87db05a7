/** What the faces may ask for; `app.ts` fills these in. */
import type { Answer, Article, Claim, Question, SummaryRequest } from './types.ts'

/** Gets each claim as soon as it stands, while the rest is being written; a claim given is never taken back. */
export type OnClaim = (claim: Claim) => void

export type Engine = {
  /** Answers from the articles in scope. Rejects only with `AppError`. */
  ask(question: Question, signal: AbortSignal, onClaim?: OnClaim): Promise<Answer>
  summarise(request: SummaryRequest, signal: AbortSignal, onClaim?: OnClaim): Promise<Answer>
}

export type Library = {
  /** In order of title. */
  articles(): readonly Article[]
  article(id: string): Article | undefined
}
