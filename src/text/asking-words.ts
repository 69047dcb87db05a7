/** The words in which a language asks, made into rows: smaller tables than those of French and English. */
import { type Asking, asking } from './asking.ts'
import type { QuestionKind } from './question-kind.ts'

/** Folded, as patterns. */
export type AskingWords = {
  /** Asks for one of a kind, before its noun: which, what is the. */
  readonly which: string
  /** By what noun. */
  readonly nouns: Readonly<Partial<Record<QuestionKind, string>>>
  /** How many, before what is counted. */
  readonly many: string
  readonly counted: Readonly<Partial<Record<QuestionKind, string>>>
  /** Words that ask for a kind whatever follows, the plainest last: how old, how long, who, how. */
  readonly ask: readonly Asking[]
}

export const rowsOf = ({ which, nouns, many, counted, ask }: AskingWords): readonly Asking[] => {
  const behind = (before: string, after: Readonly<Partial<Record<QuestionKind, string>>>): readonly Asking[] =>
    Object.entries(after).map(([kind, words]) => asking(kind as QuestionKind, before, words))
  // How many years old is an age, how many years a duration: whole words first.
  const [ages, rest] = [ask.filter(([kind]) => kind === 'age'), ask.filter(([kind]) => kind !== 'age')]
  return [...ages, ...behind(`${many} `, counted), ...behind(which, nouns), ...rest]
}
