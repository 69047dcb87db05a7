/** A server's life: it is made, its channels and threads come and go, the bot is added and thrown out. */
import { ChannelType, GatewayIntentBits, MessageFlags, MessageType, type PermissionsString } from 'discord.js'
import { channelPayload, guildPayload, memberPayload } from './payload.ts'
import { bits, botHears, EVERYONE_DEFAULT } from './permission.ts'
import { post, refresh, threadEvent } from './posting.ts'
import { timestamp } from './time.ts'
import type { Channel, Guild, Member, Message, Overwrite, Role, User, World } from './world.ts'

/** What GUILD_CREATE says; of the members only the bot, as Discord does without the presence intent. */
export const guildCreatePayload = (world: World, guild: Guild) => {
  const channels = [...world.channels.values()].filter((channel) => channel.guild === guild)
  const bot = guild.members.get(world.application.bot.id)
  return {
    ...guildPayload(guild),
    joined_at: timestamp(bot?.joinedAt ?? 0),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: bot ? [memberPayload(bot)] : [],
    channels: channels.filter(({ thread }) => !thread).map((channel) => channelPayload(world, channel)),
    threads: channels
      .filter((channel) => channel.thread && !channel.thread.isArchived && botHears(world, channel))
      .map((channel) => channelPayload(world, channel)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}

export const addRole = (
  world: World,
  guild: Guild,
  name: string,
  options: {
    readonly permissions?: readonly PermissionsString[]
    readonly isMentionable?: boolean
    readonly managedFor?: string
  },
): Role => {
  const role: Role = {
    id: world.clock.snowflake(),
    name,
    position: guild.roles.size,
    isMentionable: options.isMentionable ?? false,
    permissions: bits(options.permissions ?? []),
    ...(options.managedFor !== undefined && { managedFor: options.managedFor }),
  }
  guild.roles.set(role.id, role)
  return role
}

export const addMember = (world: World, guild: Guild, user: User, roles: readonly Role[]): Member => {
  const member: Member = { user, roles: new Set(roles.map(({ id }) => id)), joinedAt: world.clock.now() }
  guild.members.set(user.id, member)
  return member
}

export const addGuild = (
  world: World,
  options: {
    readonly name: string
    readonly locale: string
    readonly owner: User
    readonly everyone: readonly PermissionsString[] | undefined
    readonly bot: readonly PermissionsString[] | false
  },
): Guild => {
  const guild: Guild = {
    id: world.clock.snowflake(),
    name: options.name,
    ownerId: options.owner.id,
    locale: options.locale,
    roles: new Map(),
    members: new Map(),
    hasBot: options.bot !== false,
    isAvailable: true,
  }
  guild.roles.set(guild.id, {
    id: guild.id,
    name: '@everyone',
    position: 0,
    isMentionable: false,
    permissions: bits(options.everyone ?? EVERYONE_DEFAULT),
  })
  addMember(world, guild, options.owner, [])
  const { application } = world
  if (options.bot !== false) {
    const role = addRole(world, guild, application.name, { permissions: options.bot, managedFor: application.bot.id })
    addMember(world, guild, application.bot, [role])
  }
  world.guilds.set(guild.id, guild)
  return guild
}

export const addChannel = (
  world: World,
  guild: Guild,
  options: {
    readonly name: string
    readonly type: ChannelType
    readonly topic?: string
    readonly overwrites: readonly Overwrite[]
  },
): Channel => {
  const channel: Channel = {
    id: world.clock.snowflake(),
    type: options.type,
    guild,
    recipients: [],
    overwrites: new Map(options.overwrites.map((each) => [each.id, each])),
    messages: new Map(),
    name: options.name,
    topic: options.topic ?? null,
    lastMessageId: null,
  }
  world.channels.set(channel.id, channel)
  channelEvent(world, 'CHANNEL_CREATE', channel)
  return channel
}

/** Direct messages of two, or a group's. */
export const addDirect = (world: World, recipients: readonly User[]): Channel => {
  const type = recipients.length > 2 ? ChannelType.GroupDM : ChannelType.DM
  const known = [...world.channels.values()].find(
    (channel) =>
      channel.type === ChannelType.DM &&
      type === ChannelType.DM &&
      recipients.every((user) => channel.recipients.includes(user)),
  )
  if (known) return known
  const channel: Channel = {
    id: world.clock.snowflake(),
    type,
    recipients,
    overwrites: new Map(),
    messages: new Map(),
    name: '',
    topic: null,
    lastMessageId: null,
  }
  world.channels.set(channel.id, channel)
  return channel
}

export const channelEvent = (world: World, type: string, channel: Channel): void => {
  if (channel.guild?.hasBot && channel.guild.isAvailable)
    world.emit({
      type,
      guild: channel.guild,
      intents: GatewayIntentBits.Guilds,
      data: () => channelPayload(world, channel),
    })
  world.changed()
}

/** Source: Discord's documentation, "Start Thread from Message". */
const threadTypeIn = (parent: Channel): ChannelType =>
  parent.type === ChannelType.GuildAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread

/** A thread of a channel; one that starts from a message has the message's id. */
export const addThread = (
  world: World,
  parent: Channel,
  options: {
    readonly name: string
    readonly by: User
    readonly from?: Message
    readonly type?: ChannelType
    readonly autoArchive?: number
  },
): Channel => {
  const { from, by } = options
  const channel: Channel = {
    id: from?.id ?? world.clock.snowflake(),
    type: options.type ?? threadTypeIn(parent),
    ...(parent.guild && { guild: parent.guild }),
    parent,
    recipients: [],
    overwrites: new Map(),
    messages: new Map(),
    name: options.name,
    topic: null,
    lastMessageId: null,
    thread: {
      ownerId: by.id,
      members: new Map([[by.id, world.clock.now()]]),
      autoArchive: options.autoArchive ?? 4320,
      isArchived: false,
      isLocked: false,
      changedAt: world.clock.now(),
      sent: 0,
    },
  }
  world.channels.set(channel.id, channel)
  threadEvent(world, 'THREAD_CREATE', channel, { newly_created: true })
  if (from) {
    from.thread = channel
    from.flags |= MessageFlags.HasThread
    refresh(world, from)
    const origin = { channelId: parent.id, id: from.id, message: from }
    post(world, { channel, author: by, type: MessageType.ThreadStarterMessage, origin })
  }
  return channel
}

/** Deletes a channel, and without a word of their own the threads in it. */
export const removeChannel = (world: World, channel: Channel): void => {
  for (const { id, parent } of [...world.channels.values()]) if (parent === channel) world.channels.delete(id)
  world.channels.delete(channel.id)
  if (!channel.thread) channelEvent(world, 'CHANNEL_DELETE', channel)
  else if (channel.guild && botHears(world, channel))
    world.emit({
      type: 'THREAD_DELETE',
      guild: channel.guild,
      intents: GatewayIntentBits.Guilds,
      data: () => ({ id: channel.id, guild_id: channel.guild?.id, parent_id: channel.parent?.id, type: channel.type }),
    })
  world.changed()
}

export const setThread = (
  world: World,
  channel: Channel,
  change: {
    readonly isArchived?: boolean
    readonly isLocked?: boolean
    readonly name?: string
    readonly autoArchive?: number
  },
): void => {
  const { thread } = channel
  if (!thread) return
  const { name, ...rest } = change
  if (name !== undefined) channel.name = name
  Object.assign(thread, rest)
  if (change.isArchived !== undefined) thread.changedAt = world.clock.now()
  threadEvent(world, 'THREAD_UPDATE', channel)
}

/** The bot's being in a server, told under the intent for servers. */
export const tellLeaving = (world: World, guild: Guild, isOutage: boolean): void =>
  world.emit({
    type: 'GUILD_DELETE',
    guild,
    intents: GatewayIntentBits.Guilds,
    data: () => ({ id: guild.id, ...(isOutage && { unavailable: true }) }),
  })
