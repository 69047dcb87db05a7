/** The bot posts, reads, edits and deletes messages. Source: Discord's documentation, "Message Resource". */
import { GatewayIntentBits, MessageFlags, MessageType } from 'discord.js'
import { isFields } from '../form/field.ts'
import { type MessageForm, messageForm } from '../form/message.ts'
import { MESSAGE_DEFAULT } from '../mention.ts'
import { messagePayload } from '../payload.ts'
import { may, maySend } from '../permission.ts'
import { edit, post, remove } from '../posting.ts'
import { newForm, refuse } from '../refusal.ts'
import type { Channel, Message, World } from '../world.ts'
import { type Call, channelOf, checkThread, done, messageOf, ok, type Routes } from './call.ts'

const POST_FLAGS = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2
const EDIT_FLAGS = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2

const LIST = { default: 50, max: 100 } as const

const SYSTEM: readonly MessageType[] = [MessageType.ThreadCreated, MessageType.ThreadStarterMessage]

const replyTarget = (world: World, channel: Channel, form: MessageForm): Message | undefined => {
  const { reference } = form
  if (!reference) return undefined
  if (channel.guild && !may(channel, world.application.bot, 'ReadMessageHistory')) throw refuse('reply_without_history')
  const problems = newForm()
  const field = problems.at('message_reference')
  if (reference.channelId !== undefined && reference.channelId !== channel.id)
    field.fail('REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL', 'Cannot reply to a message in a different channel')
  const target = channel.messages.get(reference.messageId)
  if (!target && reference.must) field.fail('REPLIES_UNKNOWN_MESSAGE', 'Unknown message')
  if (target && SYSTEM.includes(target.type))
    field.fail('REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE', 'Cannot reply to a system message')
  problems.check()
  return target
}

const readForm = (call: Call, rules: { readonly flags: number; readonly before?: Message }): MessageForm => {
  const form = newForm()
  const { before } = rules
  const found = messageForm(form, isFields(call.body) ? call.body : {}, {
    flags: rules.flags,
    uploads: call.uploads,
    ...(before && {
      before: { flags: before.flags, content: before.content, embeds: before.embeds.length, files: before.attachments },
    }),
  })
  form.check()
  return found
}

export const messageRoutes = (world: World) => {
  const { bot } = world.application
  const moderates = (channel: Channel) => Boolean(channel.guild) && may(channel, bot, 'ManageThreads')
  /** The portal decides what REST shows, whatever the gateway session asked for ("HTTP Restrictions"). */
  const readsContent = (world.application.privileged & GatewayIntentBits.MessageContent) !== 0
  const show = (message: Message) => messagePayload(world, message, { readsContent })

  const checkSending = (channel: Channel, call: Call, form: MessageForm): void => {
    if (!maySend(channel, bot)) throw refuse('missing_permissions')
    if (channel.thread?.isLocked && !moderates(channel))
      throw refuse(channel.thread.isArchived ? 'thread_archived' : 'thread_locked')
    const needs = { EmbedLinks: (form.embeds?.length ?? 0) > 0, AttachFiles: call.uploads.length > 0 }
    if (channel.guild)
      for (const name of ['EmbedLinks', 'AttachFiles'] as const)
        if (needs[name] && !may(channel, bot, name)) throw refuse('missing_permissions')
    const other = channel.guild ? undefined : channel.recipients.find((user) => user !== bot)
    if (other && !other.takesDms) throw refuse('closed_dms')
  }

  return {
    'POST /channels/:channel/messages': (call) => {
      const channel = channelOf(world, call)
      const form = readForm(call, { flags: POST_FLAGS })
      checkSending(channel, call, form)
      const twin =
        form.enforceNonce && form.nonce !== undefined
          ? [...channel.messages.values()].find(({ nonce, author }) => nonce === form.nonce && author === bot)
          : undefined
      if (twin) return ok(messagePayload(world, twin))
      const repliesTo = replyTarget(world, channel, form)
      const message = post(world, {
        ...form,
        channel,
        author: bot,
        repliesTo,
        uploads: call.uploads,
        allowed: form.allowedMentions ?? MESSAGE_DEFAULT,
      })
      return ok(show(message))
    },
    'GET /channels/:channel/messages': (call) => {
      const channel = channelOf(world, call)
      if (channel.guild && !may(channel, bot, 'ReadMessageHistory')) return ok([])
      const all = [...channel.messages.values()]
      const limit = Math.min(LIST.max, Number(call.query.get('limit') ?? LIST.default))
      const [before, after, around] = ['before', 'after', 'around'].map((key) => call.query.get(key))
      const newest = all.toReversed()
      if (before)
        return ok(
          newest
            .filter(({ id }) => BigInt(id) < BigInt(before))
            .slice(0, limit)
            .map(show),
        )
      if (after)
        return ok(
          all
            .filter(({ id }) => BigInt(id) > BigInt(after))
            .slice(0, limit)
            .reverse()
            .map(show),
        )
      const middle = around ? Math.max(0, newest.findIndex(({ id }) => id === around) - Math.floor(limit / 2)) : 0
      return ok(newest.slice(middle, middle + limit).map(show))
    },
    'GET /channels/:channel/messages/:message': (call) => {
      const channel = channelOf(world, call)
      if (channel.guild && !may(channel, bot, 'ReadMessageHistory')) throw refuse('missing_access')
      return ok(show(messageOf(channel, call)))
    },
    'PATCH /channels/:channel/messages/:message': (call) => {
      const channel = channelOf(world, call)
      const message = messageOf(channel, call)
      if (message.author !== bot) throw refuse('not_author')
      checkThread(channel, moderates(channel))
      const form = readForm(call, { flags: EDIT_FLAGS, before: message })
      edit(world, message, form, { uploads: call.uploads, fallback: MESSAGE_DEFAULT })
      return ok(show(message))
    },
    'DELETE /channels/:channel/messages/:message': (call) => {
      const channel = channelOf(world, call)
      const message = messageOf(channel, call)
      if (message.author !== bot && !(channel.guild && may(channel, bot, 'ManageMessages')))
        throw refuse('missing_permissions')
      remove(world, message)
      return done
    },
    'POST /channels/:channel/typing': (call) => {
      const channel = channelOf(world, call)
      if (!maySend(channel, bot)) throw refuse('missing_permissions')
      return done
    },
    'PUT /channels/:channel/messages/:message/reactions/:emoji/@me': (call) => {
      const channel = channelOf(world, call)
      const message = messageOf(channel, call)
      checkThread(channel, moderates(channel))
      const { emoji = '' } = call.params
      if (!/^(?:\p{RGI_Emoji}|\p{Extended_Pictographic}\uFE0F?|\w{2,32}:\d{15,20})$/v.test(emoji))
        throw refuse('unknown_emoji')
      if (channel.guild && !may(channel, bot, 'ReadMessageHistory', 'AddReactions')) throw refuse('missing_permissions')
      message.reactions.set(emoji, 1)
      world.changed()
      return done
    },
    'DELETE /channels/:channel/messages/:message/reactions/:emoji/@me': (call) => {
      const message = messageOf(channelOf(world, call), call)
      message.reactions.delete(call.params.emoji ?? '')
      world.changed()
      return done
    },
  } satisfies Routes
}
