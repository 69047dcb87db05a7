/** The bot reads and changes channels and threads. Source: Discord's documentation, "Channels Resource". */
import { ChannelType } from 'discord.js'
import { boolean, choice, fields, integer, isFields, snowflake, text } from '../form/field.ts'
import { addDirect, addThread, channelEvent, removeChannel, setThread } from '../guild.ts'
import { channelPayload, threadMemberPayload } from '../payload.ts'
import { may } from '../permission.ts'
import { joinThread, threadEvent } from '../posting.ts'
import { newForm, refuse } from '../refusal.ts'
import type { Channel, World } from '../world.ts'
import { type Call, channelOf, checkThread, created, done, idOf, messageOf, ok, type Routes } from './call.ts'

const NAME = { min: 1, max: 100 } as const
const ARCHIVE_AFTER = [60, 1440, 4320, 10080] as const

const threadForm = (call: Call) => {
  const form = newForm()
  const body = fields(form, call.body) ?? {}
  const name = text(form.at('name'), body.name, { ...NAME, required: true })
  const autoArchive = choice(form.at('auto_archive_duration'), body.auto_archive_duration, ARCHIVE_AFTER)
  integer(form.at('rate_limit_per_user'), body.rate_limit_per_user, { min: 0, max: 21_600 })
  boolean(form.at('invitable'), body.invitable)
  const type = choice(form.at('type'), body.type, [10, 11, 12] as const)
  form.check()
  return { name: name ?? '', type, ...(autoArchive !== undefined && { autoArchive }) }
}

export const channelRoutes = (world: World) => {
  const { bot } = world.application

  const parentOf = (call: Call): Channel => {
    const channel = channelOf(world, call)
    const types: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement]
    if (!types.includes(channel.type)) throw refuse('wrong_channel_type')
    return channel
  }
  const threadOf = (call: Call) => {
    const channel = channelOf(world, call)
    if (!channel.thread) throw refuse('wrong_channel_type')
    return { channel, thread: channel.thread }
  }

  const memberIdOf = (call: Call): string => (call.params.user === '@me' ? bot.id : idOf(call, 'user'))

  const changeThread = (channel: Channel, call: Call): void => {
    const { thread } = channel
    if (!thread) return
    const form = newForm()
    const body = fields(form, call.body) ?? {}
    const isArchived = boolean(form.at('archived'), body.archived)
    const isLocked = boolean(form.at('locked'), body.locked)
    const name = text(form.at('name'), body.name, NAME)
    const autoArchive = choice(form.at('auto_archive_duration'), body.auto_archive_duration, ARCHIVE_AFTER)
    form.check()
    if (thread.isArchived && isArchived !== false) throw refuse('thread_archived')
    const onlyWakes = isArchived === false && isLocked === undefined && name === undefined && autoArchive === undefined
    const isModerator = may(channel, bot, 'ManageThreads')
    const isOwner = thread.ownerId === bot.id && isLocked === undefined && !thread.isLocked
    const mayWake = onlyWakes && !thread.isLocked && may(channel, bot, 'SendMessagesInThreads')
    if (!isModerator && !isOwner && !mayWake) throw refuse('missing_permissions')
    setThread(world, channel, {
      ...(isArchived !== undefined && { isArchived }),
      ...(isLocked !== undefined && { isLocked }),
      ...(name !== undefined && { name }),
      ...(autoArchive !== undefined && { autoArchive }),
    })
  }

  return {
    'GET /channels/:channel': (call) => ok(channelPayload(world, channelOf(world, call))),
    'PATCH /channels/:channel': (call) => {
      const channel = channelOf(world, call)
      if (!channel.guild) throw refuse('wrong_channel_type')
      if (channel.thread) changeThread(channel, call)
      else {
        if (!may(channel, bot, 'ManageChannels')) throw refuse('missing_permissions')
        const form = newForm()
        const body = fields(form, call.body) ?? {}
        const name = text(form.at('name'), body.name, NAME)
        const topic = text(form.at('topic'), body.topic, { max: 1024 })
        form.check()
        channel.name = name ?? channel.name
        channel.topic = topic ?? channel.topic
        channelEvent(world, 'CHANNEL_UPDATE', channel)
      }
      return ok(channelPayload(world, channel))
    },
    'DELETE /channels/:channel': (call) => {
      const channel = channelOf(world, call)
      if (channel.guild && !may(channel, bot, channel.thread ? 'ManageThreads' : 'ManageChannels'))
        throw refuse('missing_permissions')
      if (channel.guild) removeChannel(world, channel)
      return ok(channelPayload(world, channel))
    },
    'POST /channels/:channel/messages/:message/threads': (call) => {
      const parent = parentOf(call)
      const from = messageOf(parent, call)
      const { type: _, ...form } = threadForm(call)
      if (!may(parent, bot, 'CreatePublicThreads')) throw refuse('missing_permissions')
      if (from.thread) throw refuse('thread_exists')
      return created(channelPayload(world, addThread(world, parent, { ...form, by: bot, from })))
    },
    'POST /channels/:channel/threads': (call) => {
      const parent = parentOf(call)
      const form = threadForm(call)
      const type = form.type ?? ChannelType.PrivateThread
      const needed = type === ChannelType.PrivateThread ? 'CreatePrivateThreads' : 'CreatePublicThreads'
      if (!may(parent, bot, needed)) throw refuse('missing_permissions')
      return created(channelPayload(world, addThread(world, parent, { ...form, type, by: bot })))
    },
    'GET /channels/:channel/thread-members': (call) => {
      const { channel, thread } = threadOf(call)
      return ok([...thread.members.keys()].map((id) => threadMemberPayload(channel, id)))
    },
    'GET /channels/:channel/thread-members/:user': (call) => {
      const { channel, thread } = threadOf(call)
      const id = memberIdOf(call)
      if (!thread.members.has(id)) throw refuse('unknown_member')
      return ok(threadMemberPayload(channel, id))
    },
    'PUT /channels/:channel/thread-members/:user': (call) => {
      const { channel } = threadOf(call)
      checkThread(channel, may(channel, bot, 'ManageThreads'))
      const user = world.users.get(memberIdOf(call))
      if (!user) throw refuse('unknown_user')
      if (!channel.guild?.members.has(user.id)) throw refuse('missing_access')
      joinThread(world, channel, user)
      return done
    },
    'DELETE /channels/:channel/thread-members/:user': (call) => {
      const { channel, thread } = threadOf(call)
      checkThread(channel, true)
      const id = memberIdOf(call)
      if (id !== bot.id && !may(channel, bot, 'ManageThreads')) throw refuse('missing_permissions')
      thread.members.delete(id)
      threadEvent(world, 'THREAD_MEMBERS_UPDATE', channel, {
        member_count: thread.members.size,
        removed_member_ids: [id],
      })
      return done
    },
    'POST /users/@me/channels': (call) => {
      const form = newForm()
      const body = isFields(call.body) ? call.body : {}
      const id = snowflake(form.at('recipient_id'), body.recipient_id, { required: true })
      form.check()
      const user = world.users.get(id ?? '')
      if (!user) throw refuse('unknown_user')
      const shares = [...world.guilds.values()].some((guild) => guild.hasBot && guild.members.has(user.id))
      if (!shares && !user.installs) throw refuse('no_mutual_guild')
      return ok(channelPayload(world, addDirect(world, [bot, user])))
    },
  } satisfies Routes
}
