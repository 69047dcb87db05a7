/** What exists in the fake: people, servers, channels, messages, commands and interactions, as plain records. */
import type { ChannelType, InteractionType, MessageType } from 'discord.js'
import type { CommandForm } from './form/command.ts'
import type { Component } from './form/component.ts'
import type { Fields } from './form/field.ts'
import type { Modal } from './form/modal.ts'
import { type Clock, startClock } from './time.ts'

export type User = {
  readonly id: string
  readonly name: string
  readonly isBot: boolean
  /** The language the person's client is set to. */
  readonly locale: string
  /** Whether the person installed the app for themselves. */
  readonly installs: boolean
  readonly takesDms: boolean
}

export type Role = {
  readonly id: string
  readonly name: string
  readonly position: number
  readonly isMentionable: boolean
  readonly managedFor?: string
  permissions: bigint
}

export type Member = { readonly user: User; readonly roles: Set<string>; readonly joinedAt: number }

export type Guild = {
  readonly id: string
  readonly name: string
  readonly ownerId: string
  readonly locale: string
  readonly roles: Map<string, Role>
  readonly members: Map<string, Member>
  /** False for a server that the app was never added to, or was thrown out of. */
  hasBot: boolean
  isAvailable: boolean
}

export type Overwrite = { readonly id: string; readonly type: 0 | 1; readonly allow: bigint; readonly deny: bigint }

export type Thread = {
  readonly ownerId: string
  readonly members: Map<string, number>
  autoArchive: number
  isArchived: boolean
  isLocked: boolean
  changedAt: number
  sent: number
}

export type Channel = {
  readonly id: string
  readonly type: ChannelType
  readonly guild?: Guild
  readonly parent?: Channel
  readonly recipients: readonly User[]
  readonly overwrites: Map<string, Overwrite>
  readonly messages: Map<string, Message>
  readonly thread?: Thread
  name: string
  topic: string | null
  lastMessageId: string | null
}

export type Attachment = {
  readonly id: string
  readonly filename: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly url: string
  readonly description?: string
}

/** Whom a message notified. */
export type Pings = { readonly everyone: boolean; readonly users: readonly string[]; readonly roles: readonly string[] }

/** What a message said, from `at` (milliseconds) to the next revision. */
export type Revision = {
  readonly at: number
  readonly content: string
  readonly embeds: readonly Fields[]
  readonly components: readonly Component[]
}

export type Message = {
  readonly id: string
  readonly channel: Channel
  readonly author: User
  readonly type: MessageType
  /** What it answers or stems from; `message` while the fake knows it. */
  readonly reference?: { readonly channelId: string; readonly id?: string; readonly message?: Message }
  readonly interaction?: Interaction
  /** Only this person sees it, and no channel holds it. */
  readonly onlyFor?: User
  readonly nonce?: string | number
  readonly isWebhook: boolean
  content: string
  embeds: readonly Fields[]
  components: readonly Component[]
  attachments: readonly Attachment[]
  flags: number
  mentions: Pings
  pings: Pings
  editedAt: number | null
  isDeleted: boolean
  thread?: Channel
  reactions: Map<string, number>
  readonly revisions: Revision[]
}

export type Command = {
  readonly id: string
  readonly version: string
  readonly guild?: Guild
  readonly form: CommandForm
}

export type Interaction = {
  readonly id: string
  readonly token: string
  readonly type: InteractionType
  readonly at: number
  readonly by: User
  /** The language of the person's client. */
  readonly locale: string
  readonly channel: Channel
  readonly owners: Readonly<Record<string, string>>
  readonly command?: { readonly id: string; readonly name: string; readonly isMenu: boolean }
  /** The message whose component was used, or whose component opened the modal that was submitted. */
  readonly on?: Message
  /** The message that a menu command was used on. */
  readonly target?: Message
  /** What opened the modal that was submitted. */
  readonly opener?: Interaction
  /** Type of the option being typed, of an autocomplete interaction. */
  readonly focused?: number
  acknowledged?: { readonly type: number; readonly at: number }
  original?: Message
  readonly followUps: Message[]
  followUpCount: number
  choices?: readonly Fields[]
  modal?: Modal
}

export type Application = {
  readonly id: string
  readonly name: string
  readonly bot: User
  readonly token: string
  /** Privileged intents switched on in the portal, as bits. */
  readonly privileged: number
}

/** What the gateway sends; `data` is asked once for each session, which may see less than another. */
export type Event = {
  readonly type: string
  readonly guild?: Guild
  /** Intents of which a session needs one to be told; 0 for events that everybody is told. */
  readonly intents: number
  readonly data: (session: { readonly readsContent: boolean }) => unknown
}

export type World = {
  readonly clock: Clock
  readonly application: Application
  readonly users: Map<string, User>
  readonly guilds: Map<string, Guild>
  /** Threads and direct messages too. */
  readonly channels: Map<string, Channel>
  /** By `global` or a server's id, then by id. */
  readonly commands: Map<string, Map<string, Command>>
  /** By token. */
  readonly interactions: Map<string, Interaction>
  readonly attachments: Map<string, Attachment>
  /** Where files can be downloaded. */
  readonly filesUrl: string
  emit: (event: Event) => void
  /** Something was changed that a test may be waiting for. */
  changed: () => void
}

export const newWorld = (application: (clock: Clock) => Application, filesUrl: string): World => {
  const clock = startClock()
  const app = application(clock)
  return {
    clock,
    application: app,
    users: new Map([[app.bot.id, app.bot]]),
    guilds: new Map(),
    channels: new Map(),
    commands: new Map([['global', new Map()]]),
    interactions: new Map(),
    attachments: new Map(),
    filesUrl,
    emit: () => undefined,
    changed: () => undefined,
  }
}

export const isDirect = (channel: Channel): boolean => channel.guild === undefined

/** Whether the bot is in this direct conversation. */
export const hasBot = (world: World, channel: Channel): boolean => channel.recipients.includes(world.application.bot)
