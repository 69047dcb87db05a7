/** Who may do what where, as Discord computes it. Source: its documentation, "Permissions". */
import { ChannelType, PermissionFlagsBits, type PermissionsString } from 'discord.js'
import type { Channel, Guild, User, World } from './world.ts'

export const bits = (names: readonly PermissionsString[]): bigint =>
  names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n)

const ALL = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n)

/** What @everyone may do in a server made today. */
export const EVERYONE_DEFAULT: readonly PermissionsString[] = [
  'AddReactions',
  'AttachFiles',
  'ChangeNickname',
  'Connect',
  'CreateInstantInvite',
  'CreatePrivateThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'MentionEveryone',
  'ReadMessageHistory',
  'SendMessages',
  'SendMessagesInThreads',
  'SendPolls',
  'SendVoiceMessages',
  'Speak',
  'Stream',
  'UseApplicationCommands',
  'UseExternalApps',
  'UseExternalEmojis',
  'UseExternalStickers',
  'UseVAD',
  'ViewChannel',
]

const guildPermissions = (guild: Guild, user: User): bigint => {
  if (guild.ownerId === user.id) return ALL
  const roles = [guild.id, ...(guild.members.get(user.id)?.roles ?? [])]
  const granted = roles.reduce((sum, id) => sum | (guild.roles.get(id)?.permissions ?? 0n), 0n)
  return granted & PermissionFlagsBits.Administrator ? ALL : granted
}

/** What an app has where it is no member: in conversations. Source: "Interaction Object", `app_permissions`. */
export const DIRECT_PERMISSIONS = bits(['AttachFiles', 'EmbedLinks', 'MentionEveryone'])

/** A member's permissions in a channel; a thread has those of its parent. */
export const permissionsIn = (channel: Channel, user: User): bigint => {
  const { guild } = channel
  if (!guild) return DIRECT_PERMISSIONS
  const member = guild.members.get(user.id)
  if (!member) return 0n
  const base = guildPermissions(guild, user)
  if (base === ALL) return ALL
  const { overwrites } = channel.parent && channel.thread ? channel.parent : channel
  const apply = (permissions: bigint, ids: readonly string[]): bigint => {
    const found = ids.flatMap((id) => overwrites.get(id) ?? [])
    const denied = found.reduce((sum, { deny }) => sum | deny, 0n)
    return found.reduce((sum, { allow }) => sum | allow, permissions & ~denied)
  }
  return apply(apply(apply(base, [guild.id]), [...member.roles]), [user.id])
}

export const may = (channel: Channel, user: User, ...names: readonly PermissionsString[]): boolean => {
  if (!channel.guild) return channel.recipients.includes(user)
  const wanted = bits(names)
  return (permissionsIn(channel, user) & wanted) === wanted
}

/** Denying the sight of a channel denies all else in it; a private thread is seen by its members and moderators. */
export const maySee = (channel: Channel, user: User): boolean => {
  if (!may(channel, user, 'ViewChannel')) return false
  if (channel.type !== ChannelType.PrivateThread) return true
  return channel.thread?.members.has(user.id) === true || may(channel, user, 'ManageThreads')
}

export const maySend = (channel: Channel, user: User): boolean =>
  !channel.guild || may(channel, user, channel.thread ? 'SendMessagesInThreads' : 'SendMessages')

/** Whether the bot gets events about the channel. */
export const botHears = (world: World, channel: Channel): boolean =>
  channel.guild
    ? channel.guild.hasBot && channel.guild.isAvailable && maySee(channel, world.application.bot)
    : channel.recipients.includes(world.application.bot)
