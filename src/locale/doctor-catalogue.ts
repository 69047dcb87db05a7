/** What every language must have words for in `npm run doctor`, beside the base catalogue. Plain text, for a terminal. */

/** By Discord's own names for them. */
export type NeededPermission =
  | 'ViewChannel'
  | 'SendMessages'
  | 'ReadMessageHistory'
  | 'CreatePublicThreads'
  | 'SendMessagesInThreads'

/** A permission as Discord's own client calls it, and what the bot does with it. */
export type PermissionWords = { readonly name: string; readonly purpose: string }

/** What was found out, and what to do about it, a line each. */
export type Told = { readonly text: string; readonly details: readonly string[] }

/** What a model was found to do in its part; `input` and `output` are tokens. */
type ModelPart = {
  readonly works: (model: string, input: number, output: number) => string
  readonly unable: (model: string, input: number, output: number) => Told
  readonly meanwhile: string
}

export type DoctorCatalogue = {
  /** While something is being looked at. */
  readonly looking: string
  readonly node: (version: string) => string
  readonly settings: string

  readonly token: {
    readonly missing: Told
    readonly works: (bot: string, application: string) => string
    /** What is set does not even look like one. */
    readonly otherThing: string
  }

  /** Why Discord gave no answer that helps. */
  readonly trouble: {
    readonly timeout: (seconds: number) => string
    readonly network: (code: string | undefined) => string
    readonly failing: (status: number) => string
    readonly limited: (seconds: number) => string
    readonly refused: (status: number) => string
    readonly strange: string
  }

  readonly connection: {
    readonly works: (left: number, total: number) => string
    readonly closed: (host: string) => Told
    readonly noStartLeft: (hours: number) => Told
  }

  readonly application: {
    readonly endpoint: Told
    readonly codeGrant: Told
    readonly noServers: Told
    readonly noUsers: Told
  }

  readonly intent: {
    readonly granted: string
    /** The same where Discord grants it to small bots without asking why. */
    readonly grantedWhileSmall: string
    readonly missing: Told
    readonly unused: Told
    readonly notNeeded: string
  }

  readonly servers: {
    readonly none: Told
    readonly joined: (count: number, looked: number) => string
    readonly notIn: (server: string) => Told
    readonly unreadable: (server: string) => string
    readonly good: (server: string, channels: number) => string
    readonly noChannel: (server: string) => string
    /** The bot lacks what it cannot work without. */
    readonly silent: (server: string) => string
    /** It lacks something in all channels, or all of it in some. */
    readonly limited: (server: string, good: number, channels: number) => string
    readonly lacks: (permission: PermissionWords) => string
    readonly inChannel: (channel: string, permissions: readonly string[]) => string
    readonly more: (count: number) => string
    readonly howToGive: string
    readonly permissions: { readonly [P in NeededPermission]: PermissionWords }
  }

  readonly commands: {
    readonly good: (count: number, server: string | undefined) => string
    readonly none: Told
    readonly other: Told
    readonly refused: Told
    /** Registered in one server and everywhere. */
    readonly twice: (servers: readonly string[]) => Told
  }

  readonly model: {
    readonly none: Told
    readonly writer: ModelPart
    /** The one that only objects. `why`: the words of a failure, which do not say whose it is. */
    readonly judge: ModelPart & { readonly failed: (why: string) => string }
    /** Dollars for a million tokens in and out, as the model's provider listed them on this day. */
    readonly priced: (model: string, input: string, output: string, seen: string) => string
    /** `capped`: whether there are caps in dollars, which have no effect then. */
    readonly unpriced: (model: string, capped: boolean) => Told
  }

  readonly knowledge: {
    readonly good: (articles: number, paragraphs: number, folder: string) => string
    readonly problems: (count: number) => string
  }

  readonly data: (folder: string) => string

  readonly links: { readonly invite: string; readonly user: string }

  readonly end: { readonly good: string; readonly bad: (count: number) => string }
}
