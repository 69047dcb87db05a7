/**
 * What every language must have words for on Discord, beside the base catalogue. All of it is plain text: the face
 * escapes it like any other text, and adds the markup itself.
 */

import type { Failures } from '../failures.ts'
import type { Cap, OwnCaps, Spending } from '../limits.ts'
import type { Exhausted, Locale, SummaryLength } from '../types.ts'
import type { DiscordProblem, DiscordProblems, RewordedFailure } from './discord-problems.ts'

export type Named = { readonly name: string; readonly description: string }
export type NamedCommand<Option extends string = never> = Named & {
  readonly options: { readonly [O in Option]: Named }
}

export type Kept = { readonly answers: number; readonly feedback: number }

export type DiscordCatalogue = {
  readonly commands: {
    readonly ask: NamedCommand<'question' | 'article' | 'private'>
    readonly summary: NamedCommand<'article' | 'length' | 'language' | 'private'>
    readonly articles: NamedCommand & {
      readonly list: Named
      readonly add: NamedCommand<'url' | 'file'>
      readonly remove: NamedCommand<'article'>
      readonly refresh: NamedCommand<'article' | 'file'>
      readonly rename: NamedCommand<'article' | 'title'>
      readonly use: NamedCommand<'article'>
    }
    readonly paragraph: NamedCommand<'number' | 'article'>
    readonly check: NamedCommand<'statement' | 'article' | 'private'>
    readonly help: NamedCommand
    readonly settings: NamedCommand
    readonly about: NamedCommand
    readonly stats: NamedCommand
    readonly forgetMe: NamedCommand
    /** In the menu of a message. */
    readonly menu: { readonly check: string; readonly answer: string }
    readonly lengths: { readonly [L in SummaryLength]: string }
    readonly languages: { readonly [L in Locale]: string }
  }

  readonly answer: {
    /** Before the question or statement, which a slash command does not show to others. */
    readonly question: string
    readonly statement: string
    /** In place of a verdict, where no model can read the articles. */
    readonly checkWithoutModel: string
    /** Above the quotations. */
    readonly evidence: string
    /** After a place whose quotation began on the page before. */
    readonly continued: string
    /** A link to the page that the article was published on. */
    readonly original: string
    readonly moreContext: string
    readonly continueInThread: string
    /** On a button that leads to one. */
    readonly openThread: string
    readonly moreEvidence: (page: number, pages: number) => string
    /** The model was to answer and could not. */
    readonly modelDown: string
    /** The same where nothing was found without it. */
    readonly modelDownNotFound: string
    /** Beside one of the next two, where a statement could not be checked. */
    readonly checkNeedsModel: string
    /** Too many questions wait for the model. */
    readonly crowded: string
    /** A cap has no room for another call. */
    readonly spent: (exhausted: Exhausted) => string
    /** So many calls go before. */
    readonly waiting: (ahead: number) => string
    /** Below the claims that stand already. */
    readonly stillWorking: string
  }

  readonly pages: {
    readonly previous: string
    readonly next: string
    readonly page: (page: number, pages: number) => string
  }
  readonly paragraph: {
    readonly quoted: string
    readonly part: (part: number, parts: number) => string
  }
  readonly context: { readonly heading: string }
  /** Beside what was cited and no longer is the article's text. */
  readonly olderVersion: string

  /** Adding, refreshing, removing and naming articles. */
  readonly intake: {
    readonly stages: { readonly fetching: string; readonly reading: string; readonly adding: string }
    readonly added: string
    readonly already: string
    readonly refreshed: string
    readonly unchanged: string
    readonly renamed: (title: string) => string
    readonly question: (title: string) => string
    readonly remove: string
    readonly keep: string
    readonly removed: (title: string) => string
    /** Somebody else was quicker. */
    readonly removedAlready: string
    readonly kept: string
    readonly undo: string
    readonly undone: (title: string) => string
    readonly use: string
    readonly used: (title: string) => string
    readonly allUsed: string
    readonly beginning: string
    readonly end: string
    /** Of the form for a pasted text; Discord takes 45 characters of each but the hints, of which it takes 100. */
    readonly form: {
      readonly title: string
      readonly text: string
      readonly textHint: string
      readonly name: string
      readonly nameHint: string
    }
  }
  readonly articles: { readonly heading: (count: number) => string }

  readonly notices: {
    readonly thanks: string
    readonly thanksDown: string
    /** With the message content intent no mention is needed. */
    readonly threadOpened: (needsMention: boolean) => string
    readonly forgotten: (kept: Kept) => string
    readonly nothingKept: string
    readonly kept: string
  }

  readonly help: {
    readonly heading: string
    readonly about: string
    readonly ways: readonly string[]
    readonly commands: string
    readonly menu: string
    /** What the quotations prove, and what they do not. */
    readonly promise: string
  }

  readonly about: {
    readonly heading: string
    readonly version: (version: string) => string
    /** A time follows. */
    readonly runningSince: string
    readonly articles: (count: number) => string
    readonly withModel: (model: string) => string
    readonly withoutModel: string
    /** Where no claim is shown in other words than the article's. */
    readonly quotationsOnly: string
    readonly promisedHeading: string
    readonly promised: string
    readonly notPromised: string
    readonly keptHeading: string
    readonly whatIsKept: string
    readonly keptOfYou: (kept: Kept) => string
    readonly retention: (days: number) => string
    readonly noRetention: string
    /** What becomes of a server's data once the bot is removed from it. */
    readonly leaving: (days: number) => string
    readonly forget: string
  }

  readonly forget: {
    readonly question: (kept: Kept) => string
    readonly confirm: string
    readonly cancel: string
  }

  readonly settings: {
    readonly heading: string
    readonly channels: string
    readonly everywhere: string
    readonly roles: string
    readonly adminRoles: string
    /** Beside those who may manage the server. */
    readonly nobodyElse: string
    readonly everybody: string
    readonly curators: string
    readonly managersOnly: string
    readonly questionChannels: string
    readonly nowhere: string
    readonly needsContentIntent: string
    readonly language: string
    readonly languageOf: { readonly [L in Locale | 'reader']: string }
    readonly hourlyLimit: string
    readonly limit: (questions: number) => string
    /** What 0 means where the operator has set a ceiling. */
    readonly limitOfOperator: (questions: number) => string
    readonly limits: string
    readonly private: string
    readonly privateOn: string
    readonly privateOff: string
    readonly makePrivate: string
    readonly makePublic: string
    readonly defaultArticles: string
    readonly noDefaultArticle: string
    readonly chooseChannel: string
    readonly chooseArticle: string
    readonly removeDefault: string
    readonly back: string
    readonly undo: string
    readonly saved: string
    readonly erase: string
    readonly eraseQuestion: string
    readonly eraseConfirm: string
    readonly erased: (deleted: { readonly answers: number; readonly articles: number }) => string
  }

  readonly limits: {
    readonly heading: string
    readonly serverHourlyLimit: string
    /** What model calls may cost. */
    readonly budget: string
    /** When days and months begin, and what happens where a cap is reached. */
    readonly about: string
    readonly today: (spent: Spending, cap: Cap) => string
    readonly month: (spent: Spending, cap: Cap) => string
    readonly unpriced: (model: string) => string
    readonly withoutModel: string
    readonly ceiling: (day: Cap, month: Cap) => string
    readonly change: string
    readonly title: string
    readonly caps: { readonly [C in keyof OwnCaps]: string }
    /** Below each field: how to write it, and the operator's ceiling where there is one. */
    readonly none: string
    readonly atMost: (ceiling: string) => string
    readonly unanswered: string
    readonly unansweredOn: string
    readonly unansweredOff: string
    readonly keepUnanswered: string
    readonly dropUnanswered: string
  }

  readonly stats: {
    readonly heading: string
    readonly about: (days: number, last: string) => string
    readonly nothing: string
    readonly questions: (count: number) => string
    readonly answered: (model: number, extract: number) => string
    readonly summaries: (count: number) => string
    readonly checks: (count: number) => string
    readonly notFound: (count: number) => string
    readonly verdicts: (up: number, down: number) => string
    readonly model: string
    readonly calls: (count: number, spent: Spending) => string
    readonly unpriced: (calls: number) => string
    readonly byDay: string
    readonly overview: string
    readonly day: (day: string, questions: number, notFound: number, spent: Spending) => string
    readonly unanswered: (count: number) => string
    readonly noUnanswered: string
    readonly notKept: string
    readonly whose: string
  }

  readonly failures: { readonly [C in RewordedFailure]: (facts: Failures[C]) => string }
  readonly problems: { readonly [P in DiscordProblem]: (facts: DiscordProblems[P]) => string }
  /** For what nobody expected; the log holds the same reference. */
  readonly unexpected: string
  readonly reference: (reference: string) => string
}
