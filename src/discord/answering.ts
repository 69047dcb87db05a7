/** Answers a command: acknowledged at once, since Discord waits three seconds, and then on the deferred response. */
import { type ChatInputCommandInteraction, type MessageContextMenuCommandInteraction, MessageFlags } from 'discord.js'
import { localeOf } from '../locale/words.ts'
import type { ServerSettings } from '../ports.ts'
import type { Locale } from '../types.ts'
import type { MessageBody } from './budget.ts'
import { deliver } from './deliver.ts'
import type { Desk, Given, Outcome, Place } from './desk.ts'
import { interactionPlace } from './interaction-place.ts'
import { refusalBody } from './messages.ts'
import type { BotPorts } from './ports.ts'
import { renderProblem } from './render/notice.ts'
import { forClient } from './render/parts.ts'
import { interactionSurface, isExpired } from './surface.ts'
import { takesThreads } from './thread.ts'

export type Slash = ChatInputCommandInteraction
export type Menu = MessageContextMenuCommandInteraction

/** A command as it was called: where, and in which language its caller is spoken to. */
export type Call<I extends Slash | Menu = Slash | Menu> = {
  readonly interaction: I
  readonly place: Place
  readonly settings: ServerSettings | undefined
  /** Of the words around an answer; the answer itself is in the language of its question. */
  readonly locale: Locale
  readonly signal: AbortSignal
}

/** Shows a message to the caller alone. */
export const showTo = async (interaction: Slash | Menu, body: MessageBody): Promise<void> => {
  const given = forClient(body)
  await interaction.reply({ ...given, flags: [...given.flags, MessageFlags.Ephemeral] })
}

/** False where that came too late: then the channel has words for it, if the answer would have been for all. */
const acknowledge = async (interaction: Slash | Menu, hidden: boolean, locale: Locale): Promise<boolean> => {
  try {
    await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {})
    return true
  } catch (error) {
    const { channel } = interaction
    if (!isExpired(error) || hidden || !channel?.isSendable()) throw error
    await channel.send(forClient(renderProblem('interaction_expired', {}, locale)))
    return false
  }
}

export type Answering = {
  readonly stage: 'searching' | 'modelReading' | 'summarising'
  /** What the command was called with, which Discord does not show to others. */
  readonly asked?: string
  readonly check?: boolean
  /** As the caller chose; absent, as the server's settings have it. */
  readonly private?: boolean | undefined
}

export const createAnswering = (desk: Desk, ports: BotPorts) => ({
  async callOf<I extends Slash | Menu>(interaction: I, signal: AbortSignal): Promise<Call<I>> {
    const place = interactionPlace(interaction)
    const settings = await desk.settingsOf(place)
    const locale = settings?.locale ?? localeOf(interaction.locale) ?? 'en'
    return { interaction, place, settings, locale, signal }
  },

  async answer(call: Call, how: Answering, work: (given: Given) => Promise<Outcome>): Promise<void> {
    const { interaction, place, settings, locale } = call
    const full = await desk.counts(place)
    if (full) return showTo(interaction, refusalBody(full, locale))
    const hidden = how.private ?? settings?.privateByDefault ?? false
    if (!(await acknowledge(interaction, hidden, locale))) return
    const { stage, asked, check } = how
    await deliver(
      {
        surface: interactionSurface(interaction, hidden),
        locale,
        stage,
        channel: place.channel,
        options: {
          thread: place.server !== undefined && !hidden && takesThreads(interaction.channel),
          ...(asked !== undefined && { asked }),
          ...(check !== undefined && { check }),
        },
      },
      (onClaim, lost, onWait) =>
        work({ place, locale, private: hidden, signal: AbortSignal.any([call.signal, lost]), onClaim, onWait }),
      ports,
    )
  },
})
