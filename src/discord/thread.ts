/** Opens a thread under an answer, where the conversation goes on. */
import {
  type ButtonInteraction,
  type Channel,
  ChannelType,
  type PublicThreadChannel,
  RESTJSONErrorCodes,
} from 'discord.js'
import { discordWords } from '../locale/discord-words.ts'
import type { Archive, Asked } from '../ports.ts'
import type { Locale } from '../types.ts'
import type { MessageBody } from './budget.ts'
import { channelLink } from './links.ts'
import { renderNotice, renderProblem } from './render/notice.ts'
import { forClient, shortened } from './render/parts.ts'
import { hasCode, isChannelGone, isForbidden } from './surface.ts'

/** Discord's limit on a thread's name. */
const NAME = 100
/** Minutes without a message after which Discord hides a thread. */
const ARCHIVES_AFTER = 1_440
/** The server has as many open threads as Discord lets it have. */
const FULL = [RESTJSONErrorCodes.MaximumActiveThreads, RESTJSONErrorCodes.MaximumActiveAnnouncementThreads] as const

/** Where a thread can begin at a message: not in threads, in the chat of a voice channel, or outside of servers. */
export const takesThreads = (channel: Pick<Channel, 'type'> | null): boolean =>
  channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement

export const createThreadOpening = (archive: Archive, options: { readonly messageContent: boolean }) => {
  /** The thread that begins at the message; undefined where there is one already. */
  const begin = async (press: ButtonInteraction, name: string): Promise<PublicThreadChannel | undefined> => {
    if (press.message.hasThread) return undefined
    try {
      return await press.message.startThread({ name, autoArchiveDuration: ARCHIVES_AFTER })
    } catch (error) {
      if (hasCode(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) return undefined
      throw error
    }
  }

  /** What the presser is told: where the thread is, or why there is none. */
  return async (press: ButtonInteraction, asked: Asked, locale: Locale): Promise<MessageBody> => {
    if (!press.inCachedGuild()) return renderProblem('server_only', {}, locale)
    const { notices, answer } = discordWords(locale)
    const words = notices.threadOpened(!options.messageContent)
    try {
      const thread = await begin(press, shortened(asked.question, NAME) || '¶')
      if (thread) {
        const notice = await thread.send(forClient(renderNotice(words)))
        // What is asked there follows up this answer.
        await archive.link({ answer: asked.id, channel: thread.id, message: notice.id })
      }
      // A thread has the id of the message it began at.
      const url = channelLink(press.guildId, press.message.id)
      return renderNotice(words, 'quiet', { label: answer.openThread, url })
    } catch (error) {
      if (isForbidden(error) || isChannelGone(error)) return renderProblem('cannot_write', {}, locale)
      if (hasCode(error, ...FULL)) return renderProblem('threads_full', {}, locale)
      if (hasCode(error, RESTJSONErrorCodes.UnknownMessage)) return renderProblem('button_expired', {}, locale)
      throw error
    }
  }
}
