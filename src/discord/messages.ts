/** Answers messages: those that mention the bot, reply to it, are sent to it, or stand where it may answer unasked. */
import { type Client, type Message, MessageType } from 'discord.js'
import { AppError } from '../failures.ts'
import { localeOf } from '../locale/words.ts'
import type { Asked, ServerSettings } from '../ports.ts'
import { type Locale, QUESTION_LIMIT } from '../types.ts'
import type { MessageBody } from './budget.ts'
import { deliver, tellFailure } from './deliver.ts'
import type { Desk, Given, Place, Refusal } from './desk.ts'
import { isBlank } from './escape.ts'
import type { BotPorts } from './ports.ts'
import { renderFailure, renderProblem } from './render/notice.ts'
import { renderHelp } from './render/pages.ts'
import { forClient } from './render/parts.ts'
import { isChannelGone, isClosed, isForbidden, isReplyToNothing, isUnwritable, messageSurface } from './surface.ts'
import { takesThreads } from './thread.ts'

/** Discord shows "is typing" for ten seconds. Milliseconds. */
const TYPING = 8_000
/** With more channels than these, "is typing" would keep the answers themselves from being sent. */
const MAXIMUM_TYPING = 20
/** Messages that are remembered, so that one delivered twice is answered once. */
const REMEMBERED = 1_000
/** A direct message later than this after the last answer begins a new conversation. Milliseconds. */
const CONVERSATION = 3_600_000

export const placeOf = (message: Message): Place => ({
  member: message.author.id,
  server: message.guildId ?? undefined,
  channel: message.channelId,
  parent: message.channel.isThread() ? (message.channel.parentId ?? undefined) : undefined,
  roles: message.member ? [...message.member.roles.cache.keys()] : [],
})

export const refusalBody = (refusal: Refusal, locale: Locale) =>
  'limit' in refusal ? renderProblem(refusal.problem, refusal, locale) : renderProblem(refusal.problem, {}, locale)

export type MessageOptions = { readonly messageContent: boolean }

const kinds: readonly MessageType[] = [MessageType.Default, MessageType.Reply]

const isPersonal = ({ author, webhookId, type }: Message): boolean =>
  !author.bot && !author.system && webhookId === null && kinds.includes(type)

/** What the author can be told where nothing can be written; nothing where nobody is left to miss the answer. */
const problemOf = (error: unknown, inThread: boolean) => {
  if (isReplyToNothing(error)) return 'message_deleted'
  if (isClosed(error) || (inThread && isChannelGone(error))) return 'thread_closed'
  return isForbidden(error) ? 'cannot_write' : undefined
}

/** A message as it came: its channel may be gone by the time that something is looked up. */
type Heard = {
  readonly message: Message
  readonly place: Place
  readonly inThread: boolean
  readonly signal: AbortSignal
}

export const createMessages = (client: Client<true>, desk: Desk, ports: BotPorts, options: MessageOptions) => {
  const { archive, log } = ports
  const me = client.user.id
  const seen = new Set<string>()
  const typing = new Set<string>()

  const isNew = ({ id }: Message): boolean => {
    if (seen.has(id)) return false
    seen.add(id)
    for (const oldest of seen) {
      if (seen.size <= REMEMBERED) break
      seen.delete(oldest)
    }
    return true
  }

  /** Only where a model works: our own answers are quicker than the word that they are being written. */
  const showTyping = ({ channel, channelId }: Message): (() => void) => {
    const works = ports.model !== undefined && !typing.has(channelId) && typing.size < MAXIMUM_TYPING
    if (!works || !channel?.isSendable()) return () => {}
    const send = () => void channel.sendTyping().catch(() => {})
    typing.add(channelId)
    send()
    const timer = setInterval(send, TYPING)
    return () => {
      typing.delete(channelId)
      clearInterval(timer)
    }
  }

  /** The bot's own role bears its name: after an @, clients offer both. */
  const ownRole = ({ mentions }: Message) => mentions.roles.find(({ tags }) => tags?.botId === me)

  const ownWords = (message: Message): string =>
    [`<@${me}>`, `<@!${me}>`, `<@&${ownRole(message)?.id ?? me}>`]
      .reduce((words, mention) => words.replaceAll(mention, ' '), message.content)
      .trim()

  /** Where the author's words do not tell their language. */
  const localeAt = ({ guild }: Message, settings?: ServerSettings): Locale =>
    settings?.locale ?? localeOf(guild?.preferredLocale) ?? 'en'

  /** By a mention, by a reply (which needs no ping where messages can be read), or in a direct message. */
  const isToBot = (message: Message): boolean => {
    const { guildId, mentions, content, reference } = message
    const isReplied = content !== '' && reference !== null && mentions.repliedUser?.id === me
    return guildId === null || mentions.users.has(me) || ownRole(message) !== undefined || isReplied
  }

  /** Whether the message stands where it counts without a mention: under one of our answers, or in an open channel. */
  const standing = async ({ message, place, inThread }: Heard): Promise<'asked' | 'unasked' | undefined> => {
    const { content, reference, mentions } = message
    const isToAnother = reference !== null || mentions.users.size > 0
    if (!options.messageContent || content === '' || isToAnother) return undefined
    const { channel, parent } = place
    // A thread on a message has its id: a member may have opened it on an answer, in place of our button.
    const opened = message.channel.isThread() && message.channel.ownerId === me
    if (opened || (inThread && (await archive.byMessage(channel)))) return 'asked'
    const { questionChannels = [] } = (await desk.settingsOf(place)) ?? {}
    const isOpen = [channel, parent].some((each) => each !== undefined && questionChannels.includes(each))
    return isOpen && ports.isQuestion(content) ? 'unasked' : undefined
  }

  /** The last exchange of a thread or conversation. */
  const latest = async ({ message, place, inThread }: Heard): Promise<Asked | undefined> => {
    const { channel, server } = place
    if (inThread) return (await archive.latestInChannel(channel)) ?? (await archive.byMessage(channel))
    const earlier = server === undefined ? await archive.latestInChannel(channel) : undefined
    return earlier && message.createdTimestamp - earlier.at < CONVERSATION ? earlier : undefined
  }

  /** The answer that a message follows up: the one it replies to, else the last one before it. */
  const followed = async (heard: Heard): Promise<string | undefined> => {
    const reference = heard.message.reference?.messageId
    const repliedTo = reference === undefined ? undefined : await archive.byMessage(reference)
    const earlier = repliedTo ?? (await latest(heard))
    return earlier && !earlier.private && earlier.server === heard.place.server ? earlier.id : undefined
  }

  /** Tells the author in a direct message, where they take any. */
  const tellElsewhere = async ({ message, inThread }: Heard, error: unknown, locale: Locale): Promise<void> => {
    const problem = problemOf(error, inThread)
    log.info('could not write', { error, channel: message.channelId })
    if (problem === undefined) return
    await message.author
      .send(forClient(renderProblem(problem, {}, locale)))
      .catch((failure: unknown) => log.info('could not say so either', { error: failure }))
  }

  /** Why the message gets no answer, if so; nothing was asked of the model by then. */
  const refusal = async ({ message, place }: Heard, locale: Locale): Promise<MessageBody | undefined> => {
    const text = ownWords(message)
    const unwelcome = await desk.admits(place)
    if (unwelcome) return refusalBody(unwelcome, locale)
    // Discord gives the text of what mentions the bot, and not of what mentions its role.
    if (message.content === '' && ownRole(message)) return renderProblem('role_mentioned', {}, locale)
    if (isBlank(text)) return renderHelp({ locale })
    const { length } = text
    if (length > QUESTION_LIMIT) return renderProblem('text_too_long', { length, limit: QUESTION_LIMIT }, locale)
    if (desk.libraryOf(place).articles().length === 0) return renderFailure(new AppError('no_articles', {}), { locale })
    const full = await desk.counts(place)
    return full && refusalBody(full, locale)
  }

  /** Never rejects. Where it is `quiet`, it says nothing but an answer. */
  const answer = async (heard: Heard, quiet: boolean): Promise<void> => {
    const { message, place, signal } = heard
    const surface = messageSurface(message)
    const spoken = ports.localeFor(ownWords(message))
    let locale = spoken ?? localeAt(message)
    const unwritable = async (error: unknown) => (quiet ? undefined : tellElsewhere(heard, error, locale))
    try {
      locale = spoken ?? localeAt(message, await desk.settingsOf(place))
      const refused = await refusal(heard, locale)
      if (refused) return void (quiet || (await surface.put(refused)))
      const after = await followed(heard)
      const stop = quiet ? () => {} : showTyping(message)
      await deliver(
        {
          surface,
          locale,
          stage: ports.model === undefined ? 'searching' : 'modelReading',
          channel: place.channel,
          options: { thread: takesThreads(message.channel) },
          quiet,
          unwritable,
        },
        (onClaim, lost, onWait) => {
          const either = AbortSignal.any([signal, lost])
          const given: Given = { place, locale, private: false, signal: either, onClaim, onWait }
          return desk.ask(ownWords(message), given, after)
        },
        ports,
      ).finally(stop)
    } catch (error) {
      if (isUnwritable(error)) await unwritable(error)
      else if (quiet) log.warn('a question that nobody addressed to the bot failed', { error })
      else await tellFailure(error, { surface, locale, shown: false }, ports)
    }
  }

  /** Never rejects. */
  return async (message: Message, signal: AbortSignal): Promise<void> => {
    if (!isPersonal(message)) return
    const heard: Heard = { message, place: placeOf(message), inThread: message.channel.isThread(), signal }
    const how = isToBot(message)
      ? 'asked'
      : await standing(heard).catch((error: unknown) => void log.warn('could not tell if a message counts', { error }))
    if (how && isNew(message)) await answer(heard, how === 'unasked')
  }
}
