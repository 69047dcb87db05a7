/** Where an answer is shown: a reply to a message, or the response to an interaction, with what to do when it is gone. */
import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js'
import type { MessageBody } from './budget.ts'
import { forClient } from './render/parts.ts'

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

/** Discord does not let the bot write there, now or at all. */
export const isForbidden = (error: unknown): boolean =>
  hasCode(
    error,
    RESTJSONErrorCodes.MissingAccess,
    RESTJSONErrorCodes.MissingPermissions,
    RESTJSONErrorCodes.CannotSendMessagesToThisUser,
    RESTJSONErrorCodes.ThreadLocked,
    RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  )

/** What was to be written to is gone. */
export const isGone = (error: unknown): boolean =>
  hasCode(error, RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel)

export const messageSurface = (message: Message): Surface => {
  let reply: Message | undefined
  const answer = (body: MessageBody): Promise<Message> =>
    // A question that is deleted meanwhile still gets its answer, in its channel.
    message.reply({ ...forClient(body), failIfNotExists: false })
  return {
    async put(body) {
      reply = reply ? await reply.edit(forClient(body)) : await answer(body)
      return reply.id
    },
    add: async (body) => (await (reply ?? message).reply({ ...forClient(body), failIfNotExists: false })).id,
  }
}

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction

/**
 * The response to an interaction that was deferred. When its token is over, the answer goes into the channel instead,
 * unless it is for the asker alone.
 */
export const interactionSurface = (interaction: Answerable, ephemeral: boolean): Surface => {
  const flags = ephemeral ? ([MessageFlags.Ephemeral] as const) : []
  let fallen: Message | undefined
  const fallBack = async (error: unknown, body: MessageBody): Promise<string> => {
    const { channel } = interaction
    if (!isExpired(error) || ephemeral || !channel?.isSendable()) throw error
    fallen = fallen ? await fallen.edit(forClient(body)) : await channel.send(forClient(body))
    return fallen.id
  }
  return {
    async put(body) {
      if (fallen) return (await fallen.edit(forClient(body))).id
      return interaction.editReply(forClient(body)).then(
        (message) => message.id,
        (error: unknown) => fallBack(error, body),
      )
    },
    async add(body) {
      const given = forClient(body)
      if (fallen) return (await fallen.reply(given)).id
      return (await interaction.followUp({ ...given, flags: [...given.flags, ...flags] })).id
    },
  }
}
