/**
 * What is kept, as one contract that every engine fulfils; `test/store/conformance.ts` says the same as tests. Every
 * method is one transaction: when it resolves, what it wrote outlives the process being killed.
 *
 * Ids (Discord's, articles', answers') are opaque strings and never numbers; times are milliseconds since the epoch,
 * given by the caller. Methods reject with `AppError` storage_failed when the engine cannot work (no room, locked for
 * too long), and with damaged_record when what was stored is no longer what it should be; after `close` they reject.
 */
import { randomBytes } from 'node:crypto'
import type { OwnCaps } from '../limits.ts'
import type { Locale, StoredAnswer } from '../types.ts'
import type { Articles, Servers } from './article-contract.ts'
import type { Budget } from './budget.ts'
import type { Counting, Unanswered } from './statistics.ts'

const ID_BYTES = 12
/** Ids whose randomness is drawn together: a call of the system's each would cost 20 µs. */
const DRAWN = 64
let drawn = Buffer.alloc(0)

/** 96 random bits: nobody guesses the answer behind a button, and two never meet. 16 characters, safe in a custom_id. */
export const newAnswerId = (): string => {
  if (drawn.length === 0) drawn = randomBytes(DRAWN * ID_BYTES)
  const id = drawn.toString('base64url', 0, ID_BYTES)
  drawn = drawn.subarray(ID_BYTES)
  return id
}

export type AnswerRecord = {
  readonly id: string
  /** Lone surrogates and NUL, which not every engine can hold, come back as U+FFFD. */
  readonly question: string
  /** The member who asked. */
  readonly asker: string
  /** Undefined in a direct message. */
  readonly server: string | undefined
  readonly channel: string
  /** Shown to the asker alone. */
  readonly private: boolean
  /** The answer that this one follows up; it may be gone by now. */
  readonly after: string | undefined
  readonly answer: StoredAnswer
  readonly at: number
}

/** A message of the bot that shows an answer; an answer may take several. */
export type MessageLink = { readonly answer: string; readonly channel: string; readonly message: string }

export type Answers = {
  /** Rejects an id that is taken: an answer, once given, does not change. */
  saveAnswer(record: AnswerRecord): Promise<void>
  answer(id: string): Promise<AnswerRecord | undefined>
  /** False when the answer is no longer kept. A message shows one answer: its last link counts. */
  linkMessage(link: MessageLink): Promise<boolean>
  answerByMessage(message: string): Promise<AnswerRecord | undefined>
  /** The answer saved last among those asked or shown in this channel. Never a private one: others may follow it up. */
  latestInChannel(channel: string): Promise<AnswerRecord | undefined>
  /** This answer and those it follows up, oldest first: the nearest `limit` of them, up to the first that is gone. */
  turns(id: string, limit: number): Promise<readonly AnswerRecord[]>
}

export type ServerSettings = OwnCaps & {
  /** Where the bot answers; empty means everywhere. */
  readonly channels: readonly string[]
  /** Who may ask; empty means everybody. */
  readonly roles: readonly string[]
  /** Who may see the server's statistics, beside those who may manage the server. */
  readonly adminRoles: readonly string[]
  /** Who may change articles, beside those who may manage the server. */
  readonly curators: readonly string[]
  /** Where every message that is a question is answered. */
  readonly questionChannels: readonly string[]
  /** By channel: the article that is searched unless the member names another. */
  readonly defaultArticles: Readonly<Record<string, string>>
  /** Of the bot's own words; absent, each reader's. */
  readonly locale?: Locale
  readonly privateByDefault: boolean
  /** Questions that a member may ask in an hour; 0 means no limit. */
  readonly hourlyLimit: number
  /** The same for all members together. */
  readonly serverHourlyLimit: number
  /** Whether the text of questions that the articles do not answer is kept for the server's admins. */
  readonly keepUnanswered: boolean
}

export const defaultSettings: ServerSettings = Object.freeze({
  channels: Object.freeze([]),
  roles: Object.freeze([]),
  adminRoles: Object.freeze([]),
  curators: Object.freeze([]),
  questionChannels: Object.freeze([]),
  defaultArticles: Object.freeze({}),
  privateByDefault: false,
  hourlyLimit: 0,
  serverHourlyLimit: 0,
  dailyTokens: 0,
  monthlyTokens: 0,
  dailyMicros: 0,
  monthlyMicros: 0,
  keepUnanswered: false,
})

export type Settings = {
  /** `defaultSettings` for a server that never changed any. */
  settings(server: string): Promise<ServerSettings>
  /**
   * Saves what `change` makes of the present settings, and returns it. No other change comes between; when `change`
   * throws, nothing is saved and that error comes back. An engine may call it again after a conflict: it must be pure.
   */
  changeSettings(server: string, change: (present: ServerSettings) => ServerSettings): Promise<ServerSettings>
}

export type Verdict = 'up' | 'down'

export type Feedback = {
  /** One a member and answer: a later one replaces it. False when the answer is no longer kept. */
  saveFeedback(given: {
    readonly answer: string
    readonly member: string
    readonly verdict: Verdict
    readonly at: number
  }): Promise<boolean>
  feedback(answer: string): Promise<Readonly<Record<Verdict, number>>>
}

export type Commands = {
  /** What was registered last for this scope: a server's id, or a name for all of Discord. */
  commandHash(scope: string): Promise<string | undefined>
  saveCommandHash(scope: string, hash: string): Promise<void>
}

export type Admission =
  | { readonly admitted: true }
  /** `againAt`: when the oldest of the questions that fill the quota leaves the window. */
  | { readonly admitted: false; readonly whose: 'member' | 'server'; readonly againAt: number }

export type Quota = {
  /**
   * Counts a question, unless the member has asked `limit` (at least 1) in this server within the last `windowMs`, or
   * all its members together `serverLimit`. Absent, there is no such limit. Counted before it is answered, so that
   * many at once cannot slip through. What lies less than `windowMs` ahead counts too, so that a clock that is set
   * back frees nobody; what lies further ahead does not, so that it locks nobody out. Holds no text.
   */
  admit(
    question: { readonly member: string; readonly server: string | undefined; readonly at: number },
    quota: { readonly limit?: number; readonly serverLimit?: number; readonly windowMs: number },
  ): Promise<Admission>
}

/** What a summary was made of: another text, model, prompt or length makes another one. */
export type SummaryKey = {
  readonly article: string
  /** Of the article's text. */
  readonly hash: string
  /** Who wrote it, with which words, how long and in which language. Opaque. */
  readonly signature: string
}

export type KeptSummaries = {
  summary(key: SummaryKey): Promise<StoredAnswer | undefined>
  /** Replaces the one of the same key, and deletes those of other texts of the article: none asks for them any more. */
  saveSummary(key: SummaryKey, summary: StoredAnswer, at: number): Promise<void>
}

/** How much is kept of a member: the answers to their questions, and their verdicts on anybody's. */
export type Kept = { readonly answers: number; readonly feedback: number }

export type Privacy = {
  kept(member: string): Promise<Kept>
  /**
   * Deletes all of the member, everywhere: answers to their questions with links and verdicts, verdicts, counts,
   * unanswered questions, what they spent. What counts for a server or for everything stays, as a number of nobody's.
   */
  forget(member: string): Promise<Kept>
  /**
   * Deletes answers, with all that hangs on them, unanswered questions, counts and summaries from before this time; what
   * members spent, once its month is over by then; and statistics a year older still. Of answers the oldest `limit`, all where
   * that is absent. Returns how many answers.
   */
  deleteBefore(time: number, limit?: number): Promise<number>
}

export type Store = Answers &
  Settings &
  Feedback &
  Commands &
  Quota &
  Budget &
  Counting &
  Unanswered &
  KeptSummaries &
  Privacy &
  Articles &
  Servers & {
    /** Again does nothing. */
    close(): Promise<void>
  }
