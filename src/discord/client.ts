/** The client of Discord's library as this bot needs it, and why it cannot connect, in failures that have words. */
import {
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  GatewayIntentBits,
  HTTPError,
  Options,
  Partials,
} from 'discord.js'
import { AppError } from '../failures.ts'
import type { BotOptions } from './ports.ts'

/** Discord's limit on parallel connections aside, one process serves up to 2,500 servers with one shard. */
export const clientFor = ({ messageContent, apiBase }: Omit<BotOptions, 'token'>): Client =>
  new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(messageContent ? [GatewayIntentBits.MessageContent] : []),
    ],
    // Direct messages come from channels that are not known before.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    // All that we send has Discord's own form: renaming each field of it would only take time.
    jsonTransformer: (given) => given,
    // Nothing is read from these caches, and they would grow with every message.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      GuildMemberManager: { maxSize: 200, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 200, keepOverLimit: (user) => user.id === user.client.user.id },
      ThreadMemberManager: 0,
    }),
    ...(apiBase !== undefined && {
      rest: { api: apiBase },
      // The library asks Discord's own address for the number of shards, wherever `rest.api` points.
      shardCount: 1,
    }),
  })

/** Why Discord ended the connection for good; undefined where the library connects again by itself. */
export const closeFailure = (code: number): AppError | undefined => {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return new AppError('discord_unauthorized', {})
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.DisallowedIntents:
      return new AppError('discord_intents', {})
    case GatewayCloseCodes.InvalidShard:
    case GatewayCloseCodes.ShardingRequired:
    case GatewayCloseCodes.InvalidAPIVersion:
      return new AppError('discord_unavailable', {})
    default:
      return undefined
  }
}

/** Why a login failed; what is no fault of the network, of Discord or of the token stays as it is. */
export const loginFailure = (cause: unknown): unknown => {
  const isRefused = cause instanceof DiscordjsError && cause.code === DiscordjsErrorCodes.TokenInvalid
  if (isRefused) return new AppError('discord_unauthorized', {}, { cause })
  const isFromFar = cause instanceof HTTPError || cause instanceof DiscordAPIError
  // Node's errors of the network have a code, such as ECONNREFUSED or ENOTFOUND.
  const isOfNetwork = cause instanceof Error && 'code' in cause && !(cause instanceof DiscordjsError)
  return isFromFar || isOfNetwork ? new AppError('discord_unavailable', {}, { cause }) : cause
}
