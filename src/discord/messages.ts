/** Answers messages: those that mention the bot, reply to it, are sent to it, or stand where it may answer unasked. */
import { type Client, type Message, MessageType } from 'discord.js'
import { localeOf } from '../locale/words.ts'
import type { ServerSettings } from '../ports.ts'
import { type Locale, QUESTION_LIMIT } from '../types.ts'
import { deliver, tellFailure } from './deliver.ts'
import type { Desk, Given, Place, Refusal } from './desk.ts'
import type { BotPorts } from './ports.ts'
import { renderProblem } from './render/notice.ts'
import { renderHelp } from './render/pages.ts'
import { forClient } from './render/parts.ts'
import { isForbidden, messageSurface, type Surface } from './surface.ts'

/** Discord shows "is typing" for ten seconds. Milliseconds. */
const TYPING = 8_000
/** With more answers than these in the making, "is typing" would keep the answers themselves from being sent. */
const MAXIMUM_TYPING = 20
/** Messages that are remembered, so that one delivered twice is answered once. */
const REMEMBERED = 1_000

export const placeOf = (message: Message): Place => ({
  member: message.author.id,
  server: message.guildId ?? undefined,
  channel: message.channelId,
  parent: message.channel.isThread() ? (message.channel.parentId ?? undefined) : undefined,
  roles: message.member ? [...message.member.roles.cache.keys()] : [],
})

export const refusalBody = (refusal: Refusal, locale: Locale) =>
  refusal.problem === 'member_limit'
    ? renderProblem('member_limit', refusal, locale)
    : renderProblem(refusal.problem, {}, locale)

export type MessageOptions = { readonly messageContent: boolean }

export const createMessages = (client: Client<true>, desk: Desk, ports: BotPorts, options: MessageOptions) => {
  const seen = new Set<string>()
  let typing = 0

  const isNew = (message: Message): boolean => {
    if (seen.has(message.id)) return false
    seen.add(message.id)
    for (const oldest of seen) {
      if (seen.size <= REMEMBERED) break
      seen.delete(oldest)
    }
    return true
  }

  const showTyping = (message: Message): (() => void) => {
    const { channel } = message
    if (!channel.isSendable() || typing >= MAXIMUM_TYPING) return () => {}
    const send = () => void channel.sendTyping().catch(() => {})
    typing += 1
    send()
    const timer = setInterval(send, TYPING)
    return () => {
      typing -= 1
      clearInterval(timer)
    }
  }

  const ownWords = (message: Message): string =>
    message.content.replaceAll(new RegExp(`<@!?${client.user.id}>`, 'g'), ' ').trim()

  /** Whether the message speaks to the bot, or stands where it answers anyway (`unasked`). */
  const addressed = async (message: Message, settings: ServerSettings | undefined) => {
    if (message.guildId === null || message.mentions.users.has(client.user.id)) return 'asked'
    if (!options.messageContent || message.content === '') return undefined
    const reference = message.reference?.messageId
    const answered = reference === undefined ? undefined : await ports.archive.byMessage(reference)
    if (answered) return 'asked'
    if (message.channel.isThread() && (await ports.archive.latestInChannel(message.channelId))) return 'asked'
    const place = placeOf(message)
    const open = [place.channel, place.parent].some((channel) => settings?.questionChannels.includes(channel ?? ''))
    const toAnother = reference !== undefined || message.mentions.users.size > 0
    return open && !toAnother && ports.isQuestion(message.content) ? 'unasked' : undefined
  }

  /** The answer that a message follows up: the one it replies to, else the last one of its thread or conversation. */
  const followed = async (message: Message): Promise<string | undefined> => {
    const reference = message.reference?.messageId
    const earlier =
      reference !== undefined
        ? await ports.archive.byMessage(reference)
        : message.channel.isThread()
          ? await ports.archive.latestInChannel(message.channelId)
          : undefined
    return earlier && !earlier.private && earlier.server === (message.guildId ?? undefined) ? earlier.id : undefined
  }

  /** The member is told in a direct message, where they take any. */
  const cannotWrite = async (message: Message, locale: Locale): Promise<void> => {
    await message.author
      .send(forClient(renderProblem('cannot_write', {}, locale)))
      .catch((error: unknown) => ports.log.info('could not write, nor say so', { error, channel: message.channelId }))
  }

  const answer = async (message: Message, signal: AbortSignal): Promise<void> => {
    const place = placeOf(message)
    const settings = await desk.settingsOf(place)
    const how = await addressed(message, settings)
    if (!how) return
    const text = ownWords(message)
    const quiet = how === 'unasked'
    const locale = ports.localeFor(text) ?? settings?.locale ?? localeOf(message.guild?.preferredLocale) ?? 'en'
    const surface: Surface = messageSurface(message)
    const refusal = await desk.admits(place)
    if (refusal) return void (quiet || (await surface.put(refusalBody(refusal, locale))))
    if (text === '') return void (await surface.put(renderHelp({ locale })))
    if (text.length > QUESTION_LIMIT) {
      const facts = { length: text.length, limit: QUESTION_LIMIT }
      return void (quiet || (await surface.put(renderProblem('text_too_long', facts, locale))))
    }
    const full = await desk.counts(place)
    if (full) return void (quiet || (await surface.put(refusalBody(full, locale))))
    const after = await followed(message)
    const thread = message.guildId !== null && !message.channel.isThread()
    const stop = quiet ? () => {} : showTyping(message)
    const stage = ports.model === undefined ? 'searching' : 'modelReading'
    try {
      await deliver(
        {
          surface,
          locale,
          stage,
          channel: message.channelId,
          options: { thread },
          quiet,
          forbidden: () => (quiet ? Promise.resolve() : cannotWrite(message, locale)),
        },
        (onClaim) => {
          const given: Given = { place, locale, private: false, signal, onClaim }
          return desk.ask(text, given, after)
        },
        ports,
      )
    } finally {
      stop()
    }
  }

  /** Never rejects. */
  return async (message: Message, signal: AbortSignal): Promise<void> => {
    const kinds: readonly MessageType[] = [MessageType.Default, MessageType.Reply]
    if (message.author.bot || message.webhookId !== null || !kinds.includes(message.type) || !isNew(message)) return
    const locale = ports.localeFor(message.content) ?? 'en'
    try {
      await answer(message, signal)
    } catch (error) {
      if (isForbidden(error)) return cannotWrite(message, locale)
      await tellFailure(error, { surface: messageSurface(message), locale, shown: false }, ports)
    }
  }
}
