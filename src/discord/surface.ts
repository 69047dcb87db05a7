/** Where an answer is shown: a reply to a message, or the response to an interaction, with what to do when it is gone. */
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js'
import type { MessageBody } from './budget.ts'
import { forClient } from './render/parts.ts'

/** Pauses before another try where Discord failed or the connection broke, after the library's own tries. Milliseconds. */
const PAUSES = [500, 1_500] as const

export type Surface = {
  /** Shows the first message, or changes it. Resolves to its id. */
  put(body: MessageBody): Promise<string>
  /** Adds a message below. Resolves to its id. */
  add(body: MessageBody): Promise<string>
}

export const hasCode = (error: unknown, ...codes: readonly number[]): boolean =>
  error instanceof DiscordAPIError && codes.some((code) => code === error.code)

/** The interaction's token is over: three seconds without a response, or fifteen minutes. */
export const isExpired = (error: unknown): boolean =>
  hasCode(
    error,
    RESTJSONErrorCodes.UnknownInteraction,
    RESTJSONErrorCodes.UnknownWebhook,
    RESTJSONErrorCodes.InvalidWebhookToken,
  )

/** The thread takes no more messages: locked, or archived where the bot may not open it. */
export const isClosed = (error: unknown): boolean =>
  hasCode(error, RESTJSONErrorCodes.ThreadLocked, RESTJSONErrorCodes.InvalidActionOnArchivedThread)

/** Discord does not let the bot write there, now or at all. */
export const isForbidden = (error: unknown): boolean =>
  isClosed(error) ||
  hasCode(
    error,
    RESTJSONErrorCodes.MissingAccess,
    RESTJSONErrorCodes.MissingPermissions,
    RESTJSONErrorCodes.CannotSendMessagesToThisUser,
    RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  )

/** The message that is replied to was deleted: Discord says so as a mistake in the form. */
export const isReplyToNothing = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  error.code === RESTJSONErrorCodes.InvalidFormBodyOrContentType &&
  'errors' in error.rawError &&
  error.rawError.errors !== undefined &&
  'message_reference' in (error.rawError.errors as object)

/** The channel or thread was deleted, or the bot left its server. */
export const isChannelGone = (error: unknown): boolean =>
  hasCode(error, RESTJSONErrorCodes.UnknownChannel) ||
  (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.ChannelNotCached)

/** Nothing can be written any more: the bot may not, or what it would write to is over or gone. */
export const isUnwritable = (error: unknown): boolean =>
  isForbidden(error) ||
  isExpired(error) ||
  isChannelGone(error) ||
  isReplyToNothing(error) ||
  hasCode(error, RESTJSONErrorCodes.UnknownMessage)

/** Tries again what failed for no reason of ours: Discord is down for a moment, or the connection broke. */
const persistently = async <T>(request: () => Promise<T>): Promise<T> => {
  for (const pause of PAUSES) {
    try {
      return await request()
    } catch (error) {
      if (error instanceof DiscordAPIError || error instanceof DiscordjsError) throw error
      await sleep(pause)
    }
  }
  return request()
}

/**
 * Replies to a message, by requests of our own: what we send has Discord's form already, and of what it answers we need
 * the id alone.
 */
export const messageSurface = ({ id: asked, channelId, client: { rest } }: Message): Surface => {
  let reply: string | undefined
  let written = 0

  const post = async (body: object): Promise<string> =>
    ((await rest.post(Routes.channelMessages(channelId), { body })) as { readonly id: string }).id

  const write = async (to: string, body: MessageBody): Promise<string> => {
    // Discord takes a nonce once, so that neither a try whose answer was lost nor another process answers twice.
    const given = { ...body, nonce: `${asked}.${written++}`, enforce_nonce: true }
    return persistently(async () => {
      try {
        return await post({ ...given, message_reference: { message_id: to, fail_if_not_exists: true } })
      } catch (error) {
        if (!hasCode(error, RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory)) throw error
        return post(given)
      }
    })
  }

  return {
    async put(body) {
      const shown = reply
      if (shown === undefined) reply = await write(asked, body)
      else await persistently(() => rest.patch(Routes.channelMessage(channelId, shown), { body }))
      return reply ?? asked
    },
    add: (body) => write(reply ?? asked, body),
  }
}

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction

/**
 * The response to an interaction that was deferred. When its token is over, the answer goes into the channel instead,
 * unless it is for the asker alone.
 */
export const interactionSurface = (interaction: Answerable, ephemeral: boolean): Surface => {
  const flags = ephemeral ? ([MessageFlags.Ephemeral] as const) : []
  let fallen: Message | undefined

  const inChannel = async (error: unknown, body: MessageBody): Promise<Message> => {
    const { channel } = interaction
    if (!isExpired(error) || ephemeral || !channel?.isSendable()) throw error
    return channel.send(forClient(body))
  }

  return {
    async put(body) {
      if (fallen) fallen = await fallen.edit(forClient(body))
      else {
        try {
          return (await persistently(() => interaction.editReply(forClient(body)))).id
        } catch (error) {
          fallen = await inChannel(error, body)
        }
      }
      return fallen.id
    },
    async add(body) {
      const given = forClient(body)
      if (fallen) return (await fallen.reply(given)).id
      try {
        return (await interaction.followUp({ ...given, flags: [...given.flags, ...flags] })).id
      } catch (error) {
        fallen = await inChannel(error, body)
        return fallen.id
      }
    },
  }
}
