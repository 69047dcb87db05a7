/** Puts the engine together: one line each for a question, a summary and a statement to check. */
import type { Engine, Summaries } from '../ports.ts'
import type { Query, Ranking } from '../search/passage-index.ts'
import type { Scope } from '../types.ts'
import { createAsk } from './ask.ts'
import { createWriting, type WritingOptions } from './writing.ts'

export type SearchableLibrary = { search(query: Omit<Query, 'scope'> & { readonly scope: Scope }): Ranking }

export type EngineOptions = WritingOptions & {
  readonly library: SearchableLibrary
  /** Absent: every summary is written anew. */
  readonly summaries?: Summaries
}

export const createEngine = ({ library, summaries, ...options }: EngineOptions): Engine => {
  const writing = createWriting(options)
  // A process that answers one question and ends loads no more than that takes.
  return {
    ask: createAsk(library, writing),
    async summarise(...asked) {
      const { createSummarise } = await import('./summarise.ts')
      return createSummarise(writing, summaries)(...asked)
    },
    async check(...asked) {
      const { createCheck } = await import('./check.ts')
      return createCheck(library, writing)(...asked)
    },
  }
}
