/** What gives each kind of answer away in a language, as its table says it; `cues.ts` has what is made of it. */
import { words } from '../text/table.ts'
import type { QuestionKind } from './question-kind.ts'

export type Words = ReadonlySet<string>
export type Unit = 'money' | 'duration' | 'age' | 'length' | 'weight' | 'speed' | 'area' | 'temperature'

/** All words are folded: lower case, no accents. */
export type CueTable = {
  /** Words behind a number. */
  readonly units: Readonly<Record<Unit, Words>>
  readonly months: Words
  /** They date without a number: monday, spring, yesterday. */
  readonly dates: Words
  readonly hours: Words
  /** Numbers that are neither digits nor numerals: dozens, a score. */
  readonly quantities: Words
  readonly fractions: Words
  /** A unit or what is counted may follow: 3 million people. */
  readonly scales: Words
  /** Stands before the place where something is, or happens. */
  readonly placed: Words
  /** Of these, what a person's name does not follow. */
  readonly local: Words
  /** Stands before a person's name. */
  readonly titles: Words
  /** Joins the capitalised parts of a name: Charles de Gaulle. */
  readonly particles: Words
  readonly reason: RegExp
  /** Gives a reason less often than not. */
  readonly maybeReason: RegExp
  readonly manner: RegExp
  /** What follows a term that is being defined, and what stands before a new term. */
  readonly defined: RegExp
  readonly apposition: RegExp
  readonly introduced: RegExp
  /** In a sentence that leans on the one with the term. */
  readonly explains: RegExp
  /** Words that say which of several is meant; a sentence without them may speak of another. One row each. */
  readonly order: readonly Words[]
  /** Words of a question that its kind says already: how high is a length. */
  readonly absorbed: Readonly<Partial<Record<QuestionKind, Words>>>
  /** Words that questions have and their answers seldom repeat: general verbs, nouns for a kind of thing. */
  readonly vague: Words
  /** Words that questions and articles use for each other. A word may be in several rows. */
  readonly synonyms: readonly (readonly string[])[]
}

export const set = (text: string): Words => new Set(words(text))
