/** What gives each kind of answer away in a language: one table each. All words are folded: lower case, no accents. */
import { primarySubtag } from '../text/language.ts'
import type { Language } from '../types.ts'
import { english } from './cues-en.ts'
import { french } from './cues-fr.ts'
import { others } from './cues-others.ts'

export type Words = ReadonlySet<string>
export type Unit = 'money' | 'duration' | 'length' | 'weight' | 'speed' | 'area' | 'temperature'

export type Cues = {
  /** Words behind a number. */
  readonly units: Readonly<Record<Unit, Words>>
  readonly months: Words
  /** They date without a number: monday, spring, yesterday. */
  readonly dates: Words
  /** They are a time of day without a number. */
  readonly hours: Words
  /** They say how old somebody is, before the number or after it. */
  readonly aged: Words
  /** Numbers that are neither digits nor numerals: dozens, a score. */
  readonly quantities: Words
  readonly fractions: Words
  /** They are a number before a unit: an hour, une heure. */
  readonly one: Words
  /** A price without a number. */
  readonly free: Words
  /** What is counted comes one word later: 3 million people. */
  readonly scales: Words
  /** Stands before the name of a place. */
  readonly placed: Words
  /** Joins the capitalised parts of a name: Charles de Gaulle. */
  readonly particles: Words
  /** Every noun has a capital, so that one alone makes no name. */
  readonly capitalNouns: boolean
  /** A time of day, in the word before a number, a sharp for the number itself, and the word after it. */
  readonly clock: RegExp
  readonly reason: RegExp
  /** Gives a reason less often than not. */
  readonly maybeReason: RegExp
  /** What follows a term that is being defined, and what stands before a new term. */
  readonly defined: RegExp
  readonly introduced: RegExp
  /** In a sentence that leans on the one with the term. */
  readonly explains: RegExp
}

const tables: Readonly<Record<string, () => Cues>> = { fr: () => french, en: () => english, ...others }
const made = new Map<string, Cues | undefined>()

/** Nothing where the language has no table. */
export const cuesOf = (language: Language): Cues | undefined => {
  const subtag = primarySubtag(language)
  if (!Object.hasOwn(tables, subtag)) return undefined
  const cues = made.get(subtag) ?? tables[subtag]?.()
  made.set(subtag, cues)
  return cues
}
