/** Interactions: what a person did, told to the app, and what the app may still do about it. */
import { randomBytes } from 'node:crypto'
import { ApplicationIntegrationType, ChannelType, InteractionContextType } from 'discord.js'
import type { Fields } from './form/field.ts'
import { channelPayload, memberPayload, messagePayload, userPayload } from './payload.ts'
import { bits, DIRECT_PERMISSIONS, permissionsIn } from './permission.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Channel, Command, Interaction, Message, User, World } from './world.ts'

/** Milliseconds. Source: "Interaction Callback". */
export const RESPONSE_LIMIT = 3_000
export const TOKEN_LIFE = 15 * 60_000

/** Bytes. */
const ATTACHMENT_LIMIT = 10 * 1024 * 1024

/** Follow-ups of an app that only the person installed. Source: "Create Followup Message". */
export const FOLLOW_UP_LIMIT = 5

/** Where the interaction happens. */
const contextOf = (world: World, channel: Channel): InteractionContextType => {
  if (channel.guild) return InteractionContextType.Guild
  return channel.type === ChannelType.DM && channel.recipients.includes(world.application.bot)
    ? InteractionContextType.BotDM
    : InteractionContextType.PrivateChannel
}

const numbers = (value: unknown): readonly number[] | undefined =>
  Array.isArray(value) ? value.map(Number) : undefined

/** By whose installation the app is used. Source: "Authorizing Integration Owners Object". */
export const ownersOf = (
  world: World,
  channel: Channel,
  by: User,
  command?: Command,
): Readonly<Record<string, string>> => {
  const context = contextOf(world, channel)
  const types = command?.guild ? [0] : (numbers(command?.form.integration_types) ?? [0, 1])
  const isHere = channel.guild ? channel.guild.hasBot : context === InteractionContextType.BotDM
  return {
    ...(isHere && types.includes(ApplicationIntegrationType.GuildInstall) && { 0: channel.guild?.id ?? '0' }),
    ...(by.installs && types.includes(ApplicationIntegrationType.UserInstall) && { 1: by.id }),
  }
}

/** Whether a command may be used in this context. */
export const isOffered = (world: World, command: Command, channel: Channel, by: User): boolean => {
  const context = contextOf(world, channel)
  if (command.guild) return channel.guild === command.guild
  const contexts = numbers(command.form.contexts) ?? [0, 1, 2]
  return contexts.includes(context) && Object.keys(ownersOf(world, channel, by, command)).length > 0
}

type Act = Omit<Interaction, 'id' | 'token' | 'at' | 'followUps' | 'followUpCount'>

const appPermissionsIn = (world: World, channel: Channel): bigint => {
  if (channel.guild?.hasBot) return permissionsIn(channel, world.application.bot)
  const isOwn = contextOf(world, channel) === InteractionContextType.BotDM
  return DIRECT_PERMISSIONS | bits(isOwn ? ['UseExternalEmojis'] : [])
}

const payload = (world: World, interaction: Interaction, data: Fields) => {
  const { channel, by, on } = interaction
  const member = channel.guild?.members.get(by.id)
  return {
    id: interaction.id,
    application_id: world.application.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel: channelPayload(world, channel),
    channel_id: channel.id,
    ...(channel.guild && {
      guild_id: channel.guild.id,
      guild: { id: channel.guild.id, locale: channel.guild.locale, features: [] },
      guild_locale: channel.guild.locale,
    }),
    ...(member
      ? { member: { ...memberPayload(member), permissions: String(permissionsIn(channel, by)) } }
      : { user: userPayload(by) }),
    ...(on && { message: messagePayload(world, on) }),
    locale: interaction.locale,
    app_permissions: String(appPermissionsIn(world, channel)),
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: interaction.owners,
    context: contextOf(world, channel),
    attachment_size_limit: ATTACHMENT_LIMIT,
  }
}

/** Records what a person did and tells the app. */
export const act = (world: World, what: Act, data: Fields): Interaction => {
  const id = world.clock.snowflake()
  const token = Buffer.from(`interaction:${id}:${randomBytes(60).toString('base64url')}`).toString('base64url')
  const interaction: Interaction = { ...what, id, token, at: world.clock.now(), followUps: [], followUpCount: 0 }
  world.interactions.set(token, interaction)
  world.emit({
    type: 'INTERACTION_CREATE',
    ...(interaction.channel.guild && { guild: interaction.channel.guild }),
    intents: 0,
    data: () => payload(world, interaction, data),
  })
  world.changed()
  return interaction
}

export const isLate = (world: World, interaction: Interaction): boolean =>
  !interaction.acknowledged && world.clock.now() - interaction.at > RESPONSE_LIMIT

/** Why the interaction's token is not, or no longer, good for messages. */
export const tokenProblem = (world: World, interaction: Interaction | undefined): Refusal | undefined => {
  if (!interaction || world.clock.now() - interaction.at > TOKEN_LIFE) return refuse('bad_webhook_token')
  const { acknowledged } = interaction
  const opensWebhook = acknowledged && acknowledged.type >= 4 && acknowledged.type <= 7
  return opensWebhook ? undefined : refuse('unknown_webhook')
}

/** Whether an answer here is forced to be seen by the person alone. Source: "Permissions", USE_EXTERNAL_APPS. */
export const isForcedEphemeral = (interaction: Interaction): boolean => {
  const { channel, by, owners } = interaction
  if (!channel.guild || '0' in owners) return false
  return (permissionsIn(channel, by) & bits(['UseExternalApps'])) === 0n
}

/** All messages that came of the interaction, in order. */
export const messagesOf = ({ original, followUps }: Interaction): readonly Message[] =>
  original ? [original, ...followUps] : followUps
