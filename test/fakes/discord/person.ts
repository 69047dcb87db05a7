/** A person at their Discord client: writes, uses commands and buttons, and can do no more than the client lets them. */
import type { GivenFile } from './file.ts'
import type { Invocation } from './invocation.ts'
import type { OptionValue } from './option.ts'
import type { SeenMessage } from './seen.ts'
import { usingOf } from './using.ts'
import type { Waiting } from './waiting.ts'
import type { User, World } from './world.ts'
import { writingOf } from './writing.ts'

/** A channel, thread or conversation, or its id. */
export type Place = string | { readonly id: string }
/** A message or a person, or its id. */
export type Ref = string | { readonly id: string }

export type SayOptions = {
  readonly replyTo?: Ref
  /** Whether the reply notifies the author replied to; default true, as in the client. */
  readonly pings?: boolean
  readonly files?: readonly GivenFile[]
}

export type CommandOptions = { readonly locale?: string }

export type Person = {
  readonly id: string
  readonly name: string
  readonly locale: string
  /** `<@id>`. */
  readonly mention: string
  readonly says: (place: Place, text: string, options?: SayOptions) => SeenMessage
  /** Writes to the bot in direct messages. */
  readonly dm: (text: string, options?: SayOptions) => SeenMessage
  /** The conversation with the bot. */
  readonly dmChannel: () => { readonly id: string }
  readonly edits: (message: Ref, text: string) => SeenMessage
  readonly deletes: (message: Ref) => void
  readonly startsThread: (place: Place, name: string, from?: Ref) => { readonly id: string }
  /** `name` has the subcommands after it: `articles list`. */
  readonly slash: (
    place: Place,
    name: string,
    values?: Readonly<Record<string, OptionValue>>,
    options?: CommandOptions,
  ) => Invocation
  /** What the client asks while an option is being typed. */
  readonly autocomplete: (
    place: Place,
    name: string,
    typing: {
      readonly option: string
      readonly typed: string
      readonly values?: Readonly<Record<string, OptionValue>>
    },
    options?: CommandOptions,
  ) => Invocation
  /** Right click on a message, Apps. */
  readonly messageMenu: (place: Place, name: string, message: Ref, options?: CommandOptions) => Invocation
  readonly userMenu: (place: Place, name: string, user: Ref, options?: CommandOptions) => Invocation
  readonly press: (message: Ref, customId: string, options?: CommandOptions) => Invocation
  readonly select: (message: Ref, customId: string, values: readonly string[], options?: CommandOptions) => Invocation
  /** Sends the modal that an invocation opened: texts, or lists of chosen values, by custom id. */
  readonly submitModal: (
    opened: Invocation,
    values: Readonly<Record<string, string | readonly string[] | boolean>>,
    options?: CommandOptions,
  ) => Invocation
}

export const personOf = (world: World, waiting: Waiting, user: User): Person => ({
  id: user.id,
  name: user.name,
  locale: user.locale,
  mention: `<@${user.id}>`,
  ...writingOf(world, user),
  ...usingOf(world, waiting, user),
})
