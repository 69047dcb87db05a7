/** The records as Discord's API writes them. */
import {
  type APIChannel,
  type APIGuildMember,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIMessageTopLevelComponent,
  type APIRole,
  type APIThreadChannel,
  type APIUser,
  ChannelType,
  GuildMemberFlags,
  InteractionType,
  MessageFlags,
  MessageReferenceType,
  type RoleFlags,
} from 'discord.js'
import { createdAt, timestamp } from './time.ts'
import {
  type Attachment,
  type Channel,
  type Guild,
  type Interaction,
  isDirect,
  type Member,
  type Message,
  type Role,
  type User,
  type World,
} from './world.ts'

export const userPayload = (user: User): APIUser => ({
  id: user.id,
  username: user.name.toLowerCase().replace(/[^a-z0-9._]/g, '_'),
  discriminator: user.isBot ? '0000' : '0',
  global_name: user.isBot ? null : user.name,
  avatar: null,
  ...(user.isBot && { bot: true }),
})

export const rolePayload = (role: Role): APIRole => ({
  id: role.id,
  name: role.name,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: role.position,
  permissions: String(role.permissions),
  managed: role.managedFor !== undefined,
  mentionable: role.isMentionable,
  flags: 0 as RoleFlags,
  ...(role.managedFor && { tags: { bot_id: role.managedFor } }),
})

type PartialMember = Omit<APIGuildMember, 'user'>

export const partialMemberPayload = (member: Member): PartialMember => ({
  nick: null,
  avatar: null,
  roles: [...member.roles],
  joined_at: timestamp(member.joinedAt),
  premium_since: null,
  communication_disabled_until: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: GuildMemberFlags.CompletedOnboarding,
})

export const memberPayload = (member: Member): APIGuildMember => ({
  ...partialMemberPayload(member),
  user: userPayload(member.user),
})

export const threadMemberPayload = (channel: Channel, userId: string) => ({
  id: channel.id,
  user_id: userId,
  join_timestamp: timestamp(channel.thread?.members.get(userId) ?? 0),
  flags: 0,
})

const threadPayload = (world: World, channel: Channel) => {
  const { thread } = channel
  if (!thread) return {}
  const { bot } = world.application
  return {
    owner_id: thread.ownerId,
    message_count: channel.messages.size,
    total_message_sent: thread.sent,
    member_count: Math.min(50, thread.members.size),
    rate_limit_per_user: 0,
    thread_metadata: {
      archived: thread.isArchived,
      auto_archive_duration: thread.autoArchive,
      archive_timestamp: timestamp(thread.changedAt),
      locked: thread.isLocked,
      create_timestamp: timestamp(createdAt(channel.id)),
      ...(channel.type === ChannelType.PrivateThread && { invitable: true }),
    },
    ...(thread.members.has(bot.id) && { member: threadMemberPayload(channel, bot.id) }),
  }
}

export const channelPayload = (world: World, channel: Channel): APIChannel => {
  const common = { id: channel.id, type: channel.type, last_message_id: channel.lastMessageId, flags: 0 }
  if (isDirect(channel)) {
    const others = channel.recipients.filter((user) => user !== world.application.bot)
    return { ...common, recipients: others.map(userPayload) } as APIChannel
  }
  return {
    ...common,
    guild_id: channel.guild?.id,
    parent_id: channel.parent?.id ?? null,
    name: channel.name,
    ...(channel.thread
      ? threadPayload(world, channel)
      : {
          position: 0,
          topic: channel.topic,
          nsfw: false,
          rate_limit_per_user: 0,
          permission_overwrites: [...channel.overwrites.values()].map((each) => ({
            ...each,
            allow: String(each.allow),
            deny: String(each.deny),
          })),
        }),
  } as APIChannel
}

export const guildPayload = (guild: Guild) => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  splash: null,
  discovery_splash: null,
  owner_id: guild.ownerId,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  roles: [...guild.roles.values()].map(rolePayload),
  emojis: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  preferred_locale: guild.locale,
  public_updates_channel_id: null,
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
  safety_alerts_channel_id: null,
  stickers: [],
})

export const attachmentPayload = (attachment: Attachment) => ({
  id: attachment.id,
  filename: attachment.filename,
  size: attachment.bytes.byteLength,
  url: attachment.url,
  proxy_url: attachment.url,
  content_type: attachment.type,
  ...(attachment.description !== undefined && { description: attachment.description }),
})

const metadataPayload = (interaction: Interaction, message: Message): APIMessageInteractionMetadata =>
  ({
    id: interaction.id,
    type: interaction.type,
    user: userPayload(interaction.by),
    authorizing_integration_owners: interaction.owners,
    ...(interaction.original &&
      interaction.original !== message && { original_response_message_id: interaction.original.id }),
    ...(interaction.type === InteractionType.MessageComponent &&
      interaction.on && { interacted_message_id: interaction.on.id }),
    ...(interaction.target && { target_message_id: interaction.target.id }),
    ...(interaction.opener && { triggering_interaction_metadata: metadataPayload(interaction.opener, message) }),
  }) as APIMessageInteractionMetadata

const interactionPayload = (world: World, interaction: Interaction, message: Message) => ({
  application_id: world.application.id,
  interaction_metadata: metadataPayload(interaction, message),
  ...(interaction.command &&
    (interaction.original ?? message) === message && {
      interaction: {
        id: interaction.id,
        type: interaction.type,
        name: interaction.command.name,
        user: userPayload(interaction.by),
      },
    }),
})

type Sight = { readonly readsContent?: boolean; readonly isNested?: boolean }

const referencePayload = (world: World, message: Message, sight: Sight) => {
  const { reference } = message
  if (!reference) return {}
  return {
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: reference.channelId,
      ...(reference.id !== undefined && { message_id: reference.id }),
      ...(message.channel.guild && { guild_id: message.channel.guild.id }),
    },
    ...(reference.message &&
      !sight.isNested && {
        referenced_message: reference.message.isDeleted
          ? null
          : messagePayload(world, reference.message, { ...sight, isNested: true }),
      }),
  }
}

/**
 * A message. Without `readsContent` it is emptied as Discord does for an app that has not the message content intent,
 * unless the app wrote it, is mentioned in it, or got it in a direct message ("Message Content Intent").
 */
export const messagePayload = (world: World, message: Message, sight: Sight = {}): APIMessage => {
  const { bot } = world.application
  const isOpen =
    sight.readsContent !== false ||
    message.author === bot ||
    isDirect(message.channel) ||
    message.mentions.users.includes(bot.id)
  return {
    id: message.id,
    channel_id: message.channel.id,
    type: message.type,
    author: userPayload(message.author),
    content: isOpen ? message.content : '',
    embeds: isOpen && !(message.flags & MessageFlags.SuppressEmbeds) ? [...message.embeds] : [],
    attachments: isOpen ? message.attachments.map(attachmentPayload) : [],
    components: isOpen ? ([...message.components] as unknown as APIMessageTopLevelComponent[]) : [],
    timestamp: timestamp(createdAt(message.id)),
    edited_timestamp: message.editedAt === null ? null : timestamp(message.editedAt),
    tts: false,
    pinned: false,
    flags: message.flags,
    mention_everyone: message.mentions.everyone,
    mention_roles: [...message.mentions.roles],
    mentions: message.mentions.users.flatMap((id) => world.users.get(id) ?? []).map(userPayload),
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...(message.isWebhook && { webhook_id: message.author.id }),
    ...(message.interaction && interactionPayload(world, message.interaction, message)),
    ...referencePayload(world, message, sight),
    ...(message.thread && { thread: channelPayload(world, message.thread) as APIThreadChannel }),
  }
}
