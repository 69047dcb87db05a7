/** A message as a test looks at it: what it says now, what it said before, what can be pressed, whom it notified. */
import { ComponentType, MessageFlags } from 'discord.js'
import { allOf, type Component } from './form/component.ts'
import type { Fields } from './form/field.ts'
import { wordsOf } from './posting.ts'
import { createdAt } from './time.ts'
import type { Attachment, Message, Pings, Revision } from './world.ts'

export type Button = {
  readonly customId: string | undefined
  readonly label: string | undefined
  readonly url: string | undefined
  readonly style: number
  readonly isDisabled: boolean
}

export type Select = {
  readonly customId: string
  readonly options: readonly { readonly label: string; readonly value: string }[]
  readonly isDisabled: boolean
}

export type SeenMessage = {
  readonly id: string
  readonly channelId: string
  readonly authorId: string
  readonly type: number
  readonly content: string
  /** Content and text displays in reading order, one a line. */
  readonly text: string
  readonly embeds: readonly Fields[]
  /** As sent, with ids. */
  readonly components: readonly Component[]
  readonly buttons: readonly Button[]
  readonly selects: readonly Select[]
  readonly attachments: readonly Attachment[]
  readonly flags: number
  readonly isComponentsV2: boolean
  readonly suppressesEmbeds: boolean
  readonly isEphemeral: boolean
  /** "Thinking…". */
  readonly isLoading: boolean
  readonly isDeleted: boolean
  /** Whom its posting notified. */
  readonly pings: Pings
  /** Id of the message it answers or stems from. */
  readonly repliesTo: string | undefined
  readonly threadId: string | undefined
  readonly reactions: readonly string[]
  readonly nonce: string | number | undefined
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly editedAt: number | null
  /** What it said, from its posting to now, without the time it was "thinking". */
  readonly revisions: readonly (Revision & { readonly text: string })[]
}

/** The component with this custom id. */
export const componentOf = (message: Message, customId: string): Component | undefined =>
  allOf(message.components).find((each) => each.custom_id === customId)

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const buttonOf = (component: Component): Button => ({
  customId: text(component.custom_id),
  label: text(component.label),
  url: text(component.url),
  style: Number(component.style),
  isDisabled: component.disabled === true,
})

const selectOf = (component: Component): Select => ({
  customId: String(component.custom_id),
  options: (Array.isArray(component.options) ? component.options : []).map((option: Fields) => ({
    label: String(option.label),
    value: String(option.value),
  })),
  isDisabled: component.disabled === true,
})

/** How the message is at this moment; later edits do not change what is given here. */
export const see = (message: Message): SeenMessage => {
  const all = allOf(message.components)
  const has = (flag: MessageFlags) => (message.flags & flag) !== 0
  return {
    id: message.id,
    channelId: message.channel.id,
    authorId: message.author.id,
    type: message.type,
    content: message.content,
    text: wordsOf(message),
    embeds: message.embeds,
    components: message.components,
    buttons: all.filter(({ type }) => type === ComponentType.Button).map(buttonOf),
    selects: all
      .filter(({ type, custom_id }) => type !== ComponentType.Button && typeof custom_id === 'string')
      .map(selectOf),
    attachments: message.attachments,
    flags: message.flags,
    isComponentsV2: has(MessageFlags.IsComponentsV2),
    suppressesEmbeds: has(MessageFlags.SuppressEmbeds),
    isEphemeral: message.onlyFor !== undefined,
    isLoading: has(MessageFlags.Loading),
    isDeleted: message.isDeleted,
    pings: message.pings,
    repliesTo: message.reference?.id,
    threadId: message.thread?.id,
    reactions: [...message.reactions.keys()],
    nonce: message.nonce,
    createdAt: createdAt(message.id),
    editedAt: message.editedAt,
    revisions: message.revisions.map((revision) => ({ ...revision, text: wordsOf(revision) })),
  }
}
