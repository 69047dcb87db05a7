/** What every language must have words for: a key that one language lacks is a type error. */
import type { FailureCode, Failures } from '../failures.ts'
import type { CheckVerdict, ScorePart, SummaryLength } from '../types.ts'

/** The commands that are typed after `npm run`. */
export type CommandName =
  | 'start'
  | 'chat'
  | 'ask'
  | 'summary'
  | 'articles'
  | 'search'
  | 'stats'
  | 'backup'
  | 'doctor'
  | 'verify'

/** A term and what it does, for a list of commands or options. */
export type Term = readonly [term: string, meaning: string]

export type Catalogue = {
  /** Puts the language's quotation marks around. */
  readonly quote: (text: string) => string
  readonly number: (value: number) => string
  /** US dollars, of millionths of one. */
  readonly dollars: (micros: number) => string

  readonly answer: {
    readonly notFound: string
    /** Beside an answer whose every claim is a quotation. */
    readonly quotationsOnly: string
    /** Something of the draft did not stand. */
    readonly partial: string
    /** Nothing of the draft stood. */
    readonly nothingStood: string
    /** Above places worth reading, which are not evidence. */
    readonly nearest: string
    readonly summary: { readonly [L in SummaryLength]: string }
    readonly check: { readonly [V in CheckVerdict]: string }
    /** Beside a verdict: it is not ours. */
    readonly modelReading: string
  }

  readonly article: {
    readonly paragraphs: (count: number) => string
    readonly source: string
    readonly author: string
    readonly published: string
    readonly credit: string
    readonly url: string
    readonly language: string
    readonly id: string
  }

  readonly progress: {
    readonly searching: string
    readonly modelReading: string
    readonly summarising: string
    readonly fetching: string
    readonly storing: string
  }

  /** What was done with articles and with the database. */
  readonly keeping: {
    readonly added: (title: string, paragraphs: number, id: string) => string
    readonly already: (title: string, id: string) => string
    readonly removed: (title: string) => string
    readonly refreshed: (title: string, paragraphs: number) => string
    readonly unchanged: (title: string) => string
    readonly nothingToRefresh: string
    readonly exported: (articles: number, file: string) => string
    readonly imported: (added: number, already: number) => string
    readonly backedUp: (file: string) => string
  }

  readonly chat: {
    readonly greeting: (articles: number) => string
    readonly withModel: (model: string) => string
    readonly withoutModel: string
    readonly invitation: string
    readonly unknownCommand: (given: string) => string
    readonly whichParagraph: string
    readonly help: string
    readonly commands: readonly Term[]
  }

  readonly search: {
    readonly none: string
    /** Heads what made the scores of the passages of an answer. */
    readonly scores: string
    /** What gave a part of a score. */
    readonly by: { readonly [B in ScorePart['by']]: string }
  }
  readonly help: {
    readonly about: string
    /** Heads the lists of commands and options. */
    readonly commands: string
    readonly options: string
    readonly usage: (line: string) => string
    readonly more: string
    readonly exitCodes: string
    readonly command: {
      readonly [C in CommandName]: { readonly usage: string; readonly meaning: string }
    }
    readonly option: {
      readonly [O in
        | 'json'
        | 'article'
        | 'length'
        | 'k'
        | 'explain'
        | 'collection'
        | 'questions'
        | 'server'
        | 'knowledge'
        | 'locale'
        | 'help']: Term
    }
  }

  /** For each failure: what is wrong, where, and what to do about it. */
  readonly failures: { readonly [C in FailureCode]: (facts: Failures[C]) => string }
  /** For what nobody expected; the details are in the log. */
  readonly unexpected: string
}
