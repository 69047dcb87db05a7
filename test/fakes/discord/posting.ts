/** Messages come, change and go here, whoever does it, so that the events are the same for all. */
import { GatewayIntentBits, MessageFlags, MessageType } from 'discord.js'
import { keep } from './file.ts'
import { allOf, type Component } from './form/component.ts'
import type { Fields } from './form/field.ts'
import type { AllowedMentions, MessageForm, Upload } from './form/message.ts'
import { MESSAGE_DEFAULT, mentionsIn, NOBODY } from './mention.ts'
import { channelPayload, messagePayload, partialMemberPayload, threadMemberPayload, userPayload } from './payload.ts'
import { botHears } from './permission.ts'
import { refuse } from './refusal.ts'
import type { Channel, Interaction, Message, User, World } from './world.ts'

/** Every text a reader sees in components, in order, one a line. */
const textsOf = (components: readonly Component[]): string =>
  allOf(components)
    .flatMap(({ content }) => (typeof content === 'string' ? [content] : []))
    .join('\n')

/** All words of a message, in reading order. */
export const wordsOf = (message: { readonly content: string; readonly components: readonly Component[] }): string =>
  [message.content, textsOf(message.components)].filter((text) => text !== '').join('\n')

const eventData =
  (world: World, message: Message) =>
  (session: { readonly readsContent: boolean }): object => {
    const { guild } = message.channel
    const member = message.isWebhook ? undefined : guild?.members.get(message.author.id)
    return {
      ...messagePayload(world, message, session),
      channel_type: message.channel.type,
      // Ephemeral messages come without a server, as if they were direct ones.
      ...(guild && !message.onlyFor && { guild_id: guild.id }),
      ...(member && !message.onlyFor && { member: partialMemberPayload(member) }),
      mentions: message.mentions.users.flatMap((id) => {
        const user = world.users.get(id)
        const mentioned = guild?.members.get(id)
        return user ? [{ ...userPayload(user), ...(mentioned && { member: partialMemberPayload(mentioned) }) }] : []
      }),
    }
  }

/** Ephemeral messages are told under the intent for direct messages (discord-api-docs issue 4557). */
const intentsFor = (message: Message): number =>
  message.channel.guild && !message.onlyFor ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages

const announce = (
  world: World,
  type: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE',
  message: Message,
): void => {
  const { channel } = message
  const isHeard = message.onlyFor
    ? (channel.guild?.hasBot ?? channel.recipients.includes(world.application.bot))
    : botHears(world, channel)
  if (isHeard)
    world.emit({
      type,
      ...(channel.guild && { guild: channel.guild }),
      intents: intentsFor(message),
      data:
        type === 'MESSAGE_DELETE'
          ? () => ({
              id: message.id,
              channel_id: channel.id,
              ...(channel.guild && !message.onlyFor && { guild_id: channel.guild.id }),
            })
          : eventData(world, message),
    })
  world.changed()
}

export const threadEvent = (world: World, type: string, channel: Channel, extra: object = {}): void => {
  if (channel.guild && botHears(world, channel))
    world.emit({
      type,
      guild: channel.guild,
      intents: GatewayIntentBits.Guilds,
      data: () => ({ ...channelPayload(world, channel), ...extra }),
    })
  world.changed()
}

/** Adds somebody to a thread; without the intent for members the bot hears only of itself. */
export const joinThread = (world: World, channel: Channel, user: User): void => {
  if (!channel.thread || channel.thread.members.has(user.id)) return
  channel.thread.members.set(user.id, world.clock.now())
  const isBot = user === world.application.bot
  if (channel.guild && botHears(world, channel))
    world.emit({
      type: 'THREAD_MEMBERS_UPDATE',
      guild: channel.guild,
      intents: isBot ? GatewayIntentBits.Guilds : GatewayIntentBits.GuildMembers,
      data: () => ({
        id: channel.id,
        guild_id: channel.guild?.id,
        member_count: channel.thread?.members.size,
        added_members: [threadMemberPayload(channel, user.id)],
      }),
    })
}

type Draft = {
  readonly channel: Channel
  readonly author: User
  readonly type?: MessageType
  readonly content?: string | undefined
  readonly embeds?: readonly Fields[] | undefined
  readonly components?: readonly Component[] | undefined
  readonly flags?: number | undefined
  readonly uploads?: readonly Upload[]
  readonly descriptions?: ReadonlyMap<string, string>
  readonly allowed?: AllowedMentions | undefined
  readonly repliesTo?: Message | undefined
  readonly origin?: Message['reference']
  readonly interaction?: Interaction
  readonly onlyFor?: User | undefined
  readonly nonce?: string | number | undefined
  readonly isWebhook?: boolean
}

const isEmpty = (message: Message): boolean =>
  message.content === '' && message.embeds.length + message.components.length + message.attachments.length === 0

const wake = (world: World, channel: Channel): void => {
  if (!channel.thread?.isArchived) return
  channel.thread.isArchived = false
  channel.thread.changedAt = world.clock.now()
  threadEvent(world, 'THREAD_UPDATE', channel)
}

const revise = (world: World, message: Message): void => {
  const { content, embeds, components } = message
  message.revisions.push({ at: world.clock.now(), content, embeds, components })
}

/** Posts a message; an empty one is refused unless it is a placeholder ("thinking…") or a system message. */
export const post = (world: World, draft: Draft): Message => {
  const { channel, author, repliesTo } = draft
  const reference = repliesTo ? { channelId: repliesTo.channel.id, id: repliesTo.id, message: repliesTo } : draft.origin
  const message: Message = {
    id: world.clock.snowflake(),
    channel,
    author,
    type: draft.type ?? (repliesTo ? MessageType.Reply : MessageType.Default),
    ...(reference && { reference }),
    ...(draft.interaction && { interaction: draft.interaction }),
    ...(draft.onlyFor && { onlyFor: draft.onlyFor }),
    ...(draft.nonce !== undefined && { nonce: draft.nonce }),
    isWebhook: draft.isWebhook ?? false,
    content: draft.content ?? '',
    embeds: draft.embeds ?? [],
    components: draft.components ?? [],
    attachments: (draft.uploads ?? []).map((upload) => keep(world, channel, upload, draft.descriptions)),
    flags: draft.flags ?? 0,
    mentions: NOBODY,
    pings: NOBODY,
    editedAt: null,
    isDeleted: false,
    reactions: new Map(),
    revisions: [],
  }
  const isPlaceholder = (message.flags & MessageFlags.Loading) !== 0
  const isSystem = message.type === MessageType.ThreadStarterMessage || message.type === MessageType.ThreadCreated
  if (isEmpty(message) && !isPlaceholder && !isSystem) throw refuse('empty_message')
  message.mentions = mentionsIn(wordsOf(message), draft.allowed ?? MESSAGE_DEFAULT, {
    channel,
    author,
    repliesTo: repliesTo?.author,
  })
  message.pings = message.mentions
  if (!isPlaceholder) revise(world, message)
  if (!message.onlyFor) {
    wake(world, channel)
    joinThread(world, channel, author)
    channel.messages.set(message.id, message)
    channel.lastMessageId = message.id
    if (channel.thread) channel.thread.sent += 1
  }
  announce(world, 'MESSAGE_CREATE', message)
  return message
}

/** The author replied to, as long as the reply mentions them. */
const stillMentions = ({ reference, mentions }: Message): User | undefined => {
  const author = reference?.message?.author
  return author && mentions.users.includes(author.id) ? author : undefined
}

/** Changes a message as a checked form says; the first words of a placeholder count as its posting. */
export const edit = (
  world: World,
  message: Message,
  form: MessageForm,
  { uploads, fallback }: { readonly uploads: readonly Upload[]; readonly fallback: AllowedMentions },
): void => {
  const before = { ...message }
  const wasPlaceholder = (message.flags & MessageFlags.Loading) !== 0
  message.content = form.content ?? message.content
  message.embeds = form.embeds ?? message.embeds
  message.components = form.components ?? message.components
  const kept = message.attachments.filter(({ id }) => form.kept?.includes(id) ?? true)
  const added = uploads.map((upload) => keep(world, message.channel, upload, form.descriptions))
  message.attachments = [...kept, ...added]
  const settable = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2
  const set = form.flags === undefined ? message.flags & settable : form.flags & settable
  message.flags = (message.flags & ~(settable | MessageFlags.Loading)) | set
  if (isEmpty(message)) {
    Object.assign(message, before)
    throw refuse('empty_message')
  }
  message.mentions = mentionsIn(wordsOf(message), form.allowedMentions ?? fallback, {
    channel: message.channel,
    author: message.author,
    repliesTo: stillMentions(message),
  })
  if (wasPlaceholder) message.pings = message.mentions
  else message.editedAt = world.clock.now()
  revise(world, message)
  announce(world, 'MESSAGE_UPDATE', message)
}

/** Says anew what a message is, after something about it changed that is no edit: a thread, a reaction. */
export const refresh = (world: World, message: Message): void => announce(world, 'MESSAGE_UPDATE', message)

export const remove = (world: World, message: Message): void => {
  message.isDeleted = true
  message.channel.messages.delete(message.id)
  announce(world, 'MESSAGE_DELETE', message)
}
