/** Servers, channels and threads as a test holds them. */
import { ChannelType, GatewayIntentBits, type PermissionsString } from 'discord.js'
import type { Gateway } from './gateway.ts'
import {
  addChannel,
  addGuild,
  addMember,
  addRole,
  channelEvent,
  removeChannel,
  setThread,
  tellLeaving,
} from './guild.ts'
import { findMessage } from './lookup.ts'
import { memberPayload, rolePayload } from './payload.ts'
import { bits } from './permission.ts'
import { type Person, personOf } from './person.ts'
import { post, remove } from './posting.ts'
import { type SeenMessage, see } from './seen.ts'
import type { Waiting } from './waiting.ts'
import type { Channel, Guild, Role, User, World } from './world.ts'

export type ChannelHandle = {
  readonly id: string
  readonly name: string
  /** `<#id>`. */
  readonly mention: string
  /** What it holds now, oldest first; ephemeral messages are in no channel. */
  readonly messages: () => readonly SeenMessage[]
  readonly delete: () => void
  /** Of a thread. */
  readonly archive: () => void
  readonly unarchive: () => void
  readonly lock: () => void
  readonly isArchived: () => boolean
  readonly memberIds: () => readonly string[]
  /** Changes what the bot is denied here. */
  readonly deny: (names: readonly PermissionsString[]) => void
  /** A webhook of somebody else's that writes here. */
  readonly webhook: (name: string) => { readonly says: (text: string) => SeenMessage }
}

export type MemberOptions = {
  readonly name?: string
  /** Discord's locale of the person's client, default `en-US`. */
  readonly locale?: string
  readonly roles?: readonly Pick<Role, 'id'>[]
  /** Given by a role of their own. */
  readonly permissions?: readonly PermissionsString[]
  readonly isBot?: boolean
  /** Whether they installed the app for themselves. */
  readonly installs?: boolean
  readonly takesDms?: boolean
}

const channelTypes = {
  text: ChannelType.GuildText,
  announcement: ChannelType.GuildAnnouncement,
  voice: ChannelType.GuildVoice,
  forum: ChannelType.GuildForum,
} as const

export type ChannelOptions = {
  readonly name?: string
  /** Default `text`. In a forum one writes in its threads alone. */
  readonly type?: keyof typeof channelTypes
  readonly topic?: string
  /** What the bot may not do here. */
  readonly deny?: readonly PermissionsString[]
  /** What nobody may do here, unless allowed below. */
  readonly denyEveryone?: readonly PermissionsString[]
  readonly allow?: readonly {
    readonly to: { readonly id: string }
    readonly permissions: readonly PermissionsString[]
  }[]
}

export type GuildHandle = {
  readonly id: string
  readonly name: string
  readonly channel: (options?: ChannelOptions) => ChannelHandle
  readonly role: (options?: {
    readonly name?: string
    readonly permissions?: readonly PermissionsString[]
    readonly isMentionable?: boolean
  }) => { readonly id: string; readonly mention: string }
  /** The role that came with the bot and bears its name. */
  readonly botRole: () => { readonly id: string; readonly mention: string }
  /** Somebody new, or a person known from elsewhere, joins. */
  readonly member: (options?: MemberOptions | Person) => Person
  /** Gives or takes a role. */
  readonly setRoles: (person: Pick<Person, 'id'>, roles: readonly Pick<Role, 'id'>[]) => void
  /** Throws the bot out. */
  readonly kick: () => void
  /** Adds the bot (again). */
  readonly invite: (permissions?: readonly PermissionsString[]) => void
  /** An outage, and its end. */
  readonly setAvailable: (isAvailable: boolean) => void
}

export type GuildOptions = {
  readonly name?: string
  /** The server's preferred locale, default `en-US`. */
  readonly locale?: string
  /** What @everyone may do; default what Discord gives in a new server. */
  readonly everyone?: readonly PermissionsString[]
  /** What the bot's own role adds; `false`: the bot is not in the server. */
  readonly bot?: readonly PermissionsString[] | false
}

export const newUser = (world: World, options: MemberOptions): User => {
  const user: User = {
    id: world.clock.snowflake(),
    name: options.name ?? `member ${world.users.size}`,
    isBot: options.isBot ?? false,
    locale: options.locale ?? 'en-US',
    installs: options.installs ?? false,
    takesDms: options.takesDms ?? true,
  }
  world.users.set(user.id, user)
  return user
}

export const channelHandle = (world: World, channel: Channel): ChannelHandle => ({
  id: channel.id,
  get name() {
    return channel.name
  },
  mention: `<#${channel.id}>`,
  messages: () => [...channel.messages.values()].map(see),
  delete: () => removeChannel(world, channel),
  archive: () => setThread(world, channel, { isArchived: true }),
  unarchive: () => setThread(world, channel, { isArchived: false }),
  lock: () => setThread(world, channel, { isLocked: true }),
  isArchived: () => channel.thread?.isArchived ?? false,
  memberIds: () => [...(channel.thread?.members.keys() ?? [])],
  deny(names) {
    const { id } = world.application.bot
    channel.overwrites.set(id, { id, type: 1, allow: 0n, deny: bits(names) })
    channelEvent(world, 'CHANNEL_UPDATE', channel)
  },
  webhook(name) {
    const author = newUser(world, { name, isBot: true })
    return { says: (text) => see(post(world, { channel, author, content: text, isWebhook: true })) }
  },
})

export const deleteMessage = (world: World, ref: string | { readonly id: string }): void => {
  const message = findMessage(world, ref)
  if (message) remove(world, message)
}

const guildHandle = (world: World, waiting: Waiting, gateway: Gateway, guild: Guild): GuildHandle => {
  const tellRole = (role: Role) =>
    world.emit({
      type: 'GUILD_ROLE_CREATE',
      guild,
      intents: GatewayIntentBits.Guilds,
      data: () => ({ guild_id: guild.id, role: rolePayload(role) }),
    })
  const newRole = (name: string, permissions: readonly PermissionsString[], isMentionable = false): Role => {
    const role = addRole(world, guild, name, { permissions, isMentionable })
    if (guild.hasBot) tellRole(role)
    return role
  }
  const rolesOf = (refs: readonly Pick<Role, 'id'>[]): readonly Role[] =>
    refs.flatMap(({ id }) => guild.roles.get(id) ?? [])
  const tellMember = (type: string, user: User): void => {
    const member = guild.members.get(user.id)
    if (member && guild.hasBot)
      world.emit({
        type,
        guild,
        intents: GatewayIntentBits.GuildMembers,
        data: () => ({ ...memberPayload(member), guild_id: guild.id }),
      })
  }

  return {
    id: guild.id,
    name: guild.name,
    channel(options = {}) {
      const everyone = { id: guild.id, type: 0 as const, allow: 0n, deny: bits(options.denyEveryone ?? []) }
      const bot = { id: world.application.bot.id, type: 1 as const, allow: 0n, deny: bits(options.deny ?? []) }
      const allowed = (options.allow ?? []).map(({ to, permissions }) => ({
        id: to.id,
        type: guild.roles.has(to.id) ? (0 as const) : (1 as const),
        allow: bits(permissions),
        deny: 0n,
      }))
      const overwrites = [...(options.denyEveryone ? [everyone] : []), ...(options.deny ? [bot] : []), ...allowed]
      const { name = `channel-${world.channels.size}`, topic, type = 'text' } = options
      const made = { name, type: channelTypes[type], overwrites, ...(topic !== undefined && { topic }) }
      return channelHandle(world, addChannel(world, guild, made))
    },
    role({ name = `role ${guild.roles.size}`, permissions = [], isMentionable = false } = {}) {
      const role = newRole(name, permissions, isMentionable)
      return { id: role.id, mention: `<@&${role.id}>` }
    },
    botRole() {
      const role = [...guild.roles.values()].find(({ managedFor }) => managedFor === world.application.bot.id)
      if (!role) throw new Error(`the bot is not in ${guild.name}`)
      return { id: role.id, mention: `<@&${role.id}>` }
    },
    member(options = {}) {
      const known = 'says' in options ? world.users.get(options.id) : undefined
      const wanted: MemberOptions = 'says' in options ? {} : options
      const user = known ?? newUser(world, wanted)
      const own = wanted.permissions ? [newRole(`for ${user.name}`, wanted.permissions)] : []
      addMember(world, guild, user, [...rolesOf(wanted.roles ?? []), ...own])
      tellMember('GUILD_MEMBER_ADD', user)
      return personOf(world, waiting, user)
    },
    setRoles(person, roles) {
      const member = guild.members.get(person.id)
      if (!member) throw new Error(`${person.id} is no member of ${guild.name}`)
      member.roles.clear()
      for (const { id } of rolesOf(roles)) member.roles.add(id)
      tellMember('GUILD_MEMBER_UPDATE', member.user)
    },
    kick() {
      tellLeaving(world, guild, false)
      guild.hasBot = false
      guild.members.delete(world.application.bot.id)
    },
    invite(permissions = []) {
      const { application } = world
      const role = addRole(world, guild, application.name, { permissions, managedFor: application.bot.id })
      addMember(world, guild, application.bot, [role])
      guild.hasBot = true
      gateway.welcome(guild)
    },
    setAvailable(isAvailable) {
      guild.isAvailable = isAvailable
      if (isAvailable) gateway.welcome(guild)
      else tellLeaving(world, guild, true)
    },
  }
}

export const newGuild = (world: World, waiting: Waiting, gateway: Gateway, options: GuildOptions): GuildHandle => {
  const owner = newUser(world, { name: 'owner' })
  const guild = addGuild(world, {
    name: options.name ?? `server ${world.guilds.size + 1}`,
    locale: options.locale ?? 'en-US',
    owner,
    everyone: options.everyone,
    bot: options.bot ?? [],
  })
  if (guild.hasBot) gateway.welcome(guild)
  return guildHandle(world, waiting, gateway, guild)
}
