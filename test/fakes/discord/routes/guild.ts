/** The bot reads itself, its application, its servers and their members. */
import { ApplicationIntegrationType, GatewayIntentBits } from 'discord.js'
import { applicationFlags } from '../gateway.ts'
import { tellLeaving } from '../guild.ts'
import { channelPayload, guildPayload, memberPayload, rolePayload, userPayload } from '../payload.ts'
import { permissionsIn } from '../permission.ts'
import { refuse } from '../refusal.ts'
import type { Guild, World } from '../world.ts'
import { type Call, done, guildOf, idOf, ok, type Routes } from './call.ts'

export const guildRoutes = (world: World) => {
  const { application } = world
  const { bot } = application

  const application_ = () => ({
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    summary: '',
    bot: userPayload(bot),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: applicationFlags(world),
    approximate_guild_count: [...world.guilds.values()].filter(({ hasBot }) => hasBot).length,
    approximate_user_install_count: [...world.users.values()].filter(({ installs }) => installs).length,
    integration_types_config: {
      [ApplicationIntegrationType.GuildInstall]: {},
      [ApplicationIntegrationType.UserInstall]: {},
    },
    owner: null,
    team: null,
  })
  const channelsOf = (guild: Guild) =>
    [...world.channels.values()].filter((channel) => channel.guild === guild && !channel.thread)
  const memberOf = (call: Call) => {
    const guild = guildOf(world, call)
    const member = guild.members.get(idOf(call, 'user'))
    if (!member) throw refuse(world.users.has(idOf(call, 'user')) ? 'unknown_member' : 'unknown_user')
    return member
  }
  const leave = (guild: Guild): void => {
    guild.hasBot = false
    guild.members.delete(bot.id)
    tellLeaving(world, guild, false)
    world.changed()
  }

  return {
    'GET /users/@me': () => ok(userPayload(bot)),
    'GET /users/@me/guilds': () =>
      ok(
        [...world.guilds.values()]
          .filter(({ hasBot }) => hasBot)
          .map((guild) => ({
            id: guild.id,
            name: guild.name,
            icon: null,
            owner: false,
            permissions: String(channelsOf(guild).reduce((sum, channel) => sum | permissionsIn(channel, bot), 0n)),
            features: [],
          })),
      ),
    'DELETE /users/@me/guilds/:guild': (call) => {
      leave(guildOf(world, call))
      return done
    },
    'GET /users/:user': (call) => {
      const user = world.users.get(idOf(call, 'user'))
      if (!user) throw refuse('unknown_user')
      return ok(userPayload(user))
    },
    'GET /applications/@me': () => ok(application_()),
    'GET /oauth2/applications/@me': () => ok(application_()),
    'GET /guilds/:guild': (call) => ok(guildPayload(guildOf(world, call))),
    'GET /guilds/:guild/channels': (call) => {
      const guild = guildOf(world, call)
      return ok(channelsOf(guild).map((channel) => channelPayload(world, channel)))
    },
    'GET /guilds/:guild/roles': (call) => ok([...guildOf(world, call).roles.values()].map(rolePayload)),
    'GET /guilds/:guild/members/:user': (call) => ok(memberPayload(memberOf(call))),
    'GET /guilds/:guild/members': (call) => {
      const guild = guildOf(world, call)
      if (!(application.privileged & GatewayIntentBits.GuildMembers)) throw refuse('missing_access')
      const limit = Number(call.query.get('limit') ?? 1)
      return ok([...guild.members.values()].slice(0, limit).map(memberPayload))
    },
    'GET /guilds/:guild/threads/active': (call) => {
      const guild = guildOf(world, call)
      const threads = [...world.channels.values()].filter(
        (channel) => channel.guild === guild && channel.thread && !channel.thread.isArchived,
      )
      return ok({ threads: threads.map((thread) => channelPayload(world, thread)), members: [] })
    },
  } satisfies Routes
}
