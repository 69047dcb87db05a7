/** One request as a route sees it, and the look-ups that most routes begin with. */

import { snowflake } from '../form/field.ts'
import type { Upload } from '../form/message.ts'
import { maySee } from '../permission.ts'
import { newForm, refuse } from '../refusal.ts'
import type { Channel, Guild, Message, World } from '../world.ts'

export type Call = {
  /** What stands for the `:names` of the route. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Parsed JSON, or of a multipart request its `payload_json`. */
  readonly body: unknown
  readonly uploads: readonly Upload[]
}

export type Reply = { readonly status: number; readonly body?: unknown }

/** By method and path, as in `GET /channels/:channel`. */
export type Routes = Readonly<Record<string, (call: Call) => Reply>>

export const ok = (body: unknown): Reply => ({ status: 200, body })
export const created = (body: unknown): Reply => ({ status: 201, body })
export const done: Reply = { status: 204 }

/** The id that stands for `:name`; not being one is a form error, as Discord has it. */
export const idOf = (call: Call, name: string): string => {
  const form = newForm()
  const id = snowflake(form.at(`${name}_id`), call.params[name], { required: true })
  form.check()
  return id ?? ''
}

/** The channel that the route names, if the bot sees it. */
export const channelOf = (world: World, call: Call): Channel => {
  const channel = world.channels.get(idOf(call, 'channel'))
  if (!channel) throw refuse('unknown_channel')
  const { guild } = channel
  if (guild && !guild.hasBot) throw refuse('missing_access')
  if (!maySee(channel, world.application.bot)) throw refuse('missing_access')
  return channel
}

export const guildOf = (world: World, call: Call): Guild => {
  const guild = world.guilds.get(idOf(call, 'guild'))
  if (!guild) throw refuse('unknown_guild')
  if (!guild.hasBot) throw refuse('missing_access')
  return guild
}

export const messageOf = (channel: Channel, call: Call): Message => {
  const message = channel.messages.get(idOf(call, 'message'))
  if (!message) throw refuse('unknown_message')
  return message
}

/** Whether an archived or locked thread lets the bot change what is in it. Source: "Threads". */
export const checkThread = (channel: Channel, isModerator: boolean): void => {
  if (channel.thread?.isArchived) throw refuse('thread_archived')
  if (channel.thread?.isLocked && !isModerator) throw refuse('thread_locked')
}
