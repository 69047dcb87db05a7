/** What the bot works with; `app.ts` and `main.ts` fill it in. */
import type { Ceilings } from '../limits.ts'
import type {
  Archive,
  Budget,
  Commands,
  Counting,
  EngineFor,
  Feedback,
  Intake,
  Libraries,
  Membership,
  Privacy,
  Quota,
  Settings,
  Unanswered,
} from '../ports.ts'
import type { Locale } from '../types.ts'

/** A short fixed phrase to search the log for, and what varies. */
type Write = (event: string, facts?: Readonly<Record<string, unknown>>) => void

export type BotPorts = {
  readonly engineFor: EngineFor
  /** Each server's own: a face looks into that of the place it speaks in. */
  readonly libraries: Libraries
  readonly archive: Archive
  readonly intake: Intake
  readonly membership: Membership
  /** How long answers are kept. */
  readonly retentionDays: number
  /** How long what is kept of a server outlives the bot's removal from it. */
  readonly leavingDays: number
  readonly settings: Settings
  readonly feedback: Feedback
  readonly quota: Quota
  readonly budget: Pick<Budget, 'spent'>
  readonly counting: Counting
  readonly unanswered: Unanswered
  /** What the operator allows at most. */
  readonly ceilings: Ceilings
  readonly privacy: Privacy
  readonly commands: Commands
  readonly log: { readonly info: Write; readonly warn: Write; readonly error: Write }
  /** The model's name, where one is configured. */
  readonly model: string | undefined
  /** Whether the model's price is known; otherwise only its tokens count. */
  readonly priced: boolean
  /** Claims are shown as their quotations alone. */
  readonly quotationsOnly?: boolean
  /** The locale of a text's own language, where that is one of ours. */
  readonly localeFor: (text: string) => Locale | undefined
  /** Whether somebody asks something, as against talking. */
  readonly isQuestion: (text: string) => boolean
  readonly version: string
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

export type BotOptions = {
  readonly token: string
  readonly guild?: string
  readonly messageContent: boolean
  readonly apiBase?: string
}
