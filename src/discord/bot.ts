/** The bot on Discord: one client, its events taken to those who handle them, and an orderly end. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, Events, type Interaction, type Message, MessageFlags, RESTJSONErrorCodes } from 'discord.js'
import { localeOf } from '../locale/words.ts'
import { clientFor, closeFailure, loginFailure } from './client.ts'
import { type Commanding, createCommanding } from './commanding.ts'
import { type Curating, createCurating } from './curating.ts'
import { parseCustomId } from './custom-id.ts'
import { tellFailure } from './deliver.ts'
import { createDesk } from './desk.ts'
import { interactionPlace } from './interaction-place.ts'
import { createMessages } from './messages.ts'
import { createPanel } from './panel.ts'
import type { BotOptions, BotPorts } from './ports.ts'
import { createPressing, type Pressing } from './pressing.ts'
import { clearElsewhere, registerCommands } from './registration.ts'
import { renderProblem } from './render/notice.ts'
import type { CommandIds } from './render/pages.ts'
import { forClient } from './render/parts.ts'
import { createStatistics, type StatisticsPages } from './statistics.ts'
import { type Answerable, hasCode, interactionSurface, isExpired } from './surface.ts'

/**
 * How long answers in the making may take once the bot is told to stop, then saying that they were interrupted (many
 * at once wait for Discord's rate limit), and then the connection's end: together less than ten seconds. Milliseconds.
 */
const FINISH = 5_000
const SAY_SO = 3_500
const GOODBYE = 500
/** Waits for Discord's limits that are no longer than this are everyday. Milliseconds. */
const LONG_WAIT = 2_000

export type Bot = {
  /**
   * Resolves when the bot is ready. Rejects with `AppError` discord_unauthorized, discord_intents or
   * discord_unavailable.
   */
  start(): Promise<void>
  /** Rejects, as `start` does, when Discord ends the connection for good; never resolves. */
  readonly lost: Promise<never>
  /** Answers in the making are finished, or say that they were interrupted; then the connection ends. */
  stop(): Promise<void>
}

const PRIVATE = [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds, MessageFlags.Ephemeral] as const

export const createBot = (options: BotOptions, ports: BotPorts): Bot => {
  const { log } = ports
  const client = clientFor(options)
  const running = new Set<Promise<void>>()
  const interrupted = new AbortController()
  const lost = Promise.withResolvers<never>()
  // Whoever runs the bot listens; a bot that nobody runs any more is no reason for the process to end.
  lost.promise.catch(() => {})
  let stopping = false
  let ids: CommandIds = {}

  const track = (work: Promise<void>): void => {
    const noted = work
      .catch((error: unknown) => log.error('a handler failed', { error }))
      .finally(() => running.delete(noted))
    running.add(noted)
  }

  const onInteraction = async (
    interaction: Interaction,
    commanding: Commanding,
    pressing: Pressing,
    panel: ReturnType<typeof createPanel>,
    statistics: StatisticsPages,
    curating: Curating,
  ): Promise<void> => {
    const { signal } = interrupted
    if (interaction.isAutocomplete()) return commanding.autocomplete(interaction)
    if (interaction.isChatInputCommand()) return commanding.slash(interaction, signal)
    if (interaction.isMessageContextMenuCommand()) return commanding.menu(interaction, signal)
    if (!interaction.isMessageComponent() && !interaction.isModalSubmit()) return
    const id = parseCustomId(interaction.customId)
    const { server } = interactionPlace(interaction)
    const settings = server === undefined ? undefined : await ports.settings.settings(server)
    const locale = settings?.locale ?? localeOf(interaction.locale) ?? 'en'
    if (interaction.isModalSubmit()) {
      if (id?.kind === 'caps') return panel.submit(interaction, locale)
      if (id?.kind === 'paste') return curating.submit(interaction, locale, signal)
      await interaction.reply({ ...forClient(renderProblem('button_expired', {}, locale)), flags: PRIVATE })
      return
    }
    switch (id?.kind) {
      case 'stats':
        return interaction.isButton() ? statistics.press(interaction, id, locale) : undefined
      case 'settings':
      case 'default_article':
      case 'default_page':
      case 'default_none':
      case 'undo':
      case 'erase':
        if (interaction.isButton() || interaction.isStringSelectMenu()) return panel.press(interaction, id, locale)
        if (interaction.isChannelSelectMenu() || interaction.isRoleSelectMenu())
          return panel.press(interaction, id, locale)
        return
      case 'added':
      case 'use':
      case 'remove':
      case 'keep':
        return interaction.isButton() ? curating.press(interaction, id, locale) : undefined
      case 'paste':
        return
      default:
        if (id && id.kind !== 'caps' && interaction.isButton()) return pressing(interaction, id, locale)
        // An older version's button: without a word from us Discord would call it a failure.
        await interaction.reply({ ...forClient(renderProblem('button_expired', {}, locale)), flags: PRIVATE })
    }
  }

  /** Words for whatever went wrong; where the interaction is over, only the log has them. */
  const failed = async (interaction: Interaction, error: unknown): Promise<void> => {
    const locale = localeOf(interaction.locale) ?? 'en'
    if (!interaction.isRepliable() || hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged))
      return log.warn('an interaction failed', { error })
    if (isExpired(error)) return log.warn('an interaction was over before its response', { error })
    if (!interaction.deferred && !interaction.replied) await interaction.deferReply({ flags: ['Ephemeral'] })
    const surface = interactionSurface(interaction as Answerable, true)
    await tellFailure(error, { surface, locale, shown: interaction.replied }, ports)
  }

  const wire = (ready: Client<true>): void => {
    const desk = createDesk(ports)
    const panel = createPanel(ports, options)
    const statistics = createStatistics(ports)
    const curating = createCurating(desk, ports)
    const pages = { panel, statistics, curating }
    const commanding = createCommanding(desk, pages, ports, { ids: () => ids, startedAt: ports.now() })
    const pressing = createPressing(desk, ports, options)
    const answer = createMessages(ready, desk, ports, options)
    track(ports.membership.present([...ready.guilds.cache.keys()]))
    ready.on(Events.GuildCreate, ({ id }) => track(ports.membership.joined(id)))
    // An outage is another event.
    ready.on(Events.GuildDelete, ({ id }) => track(ports.membership.left(id)))
    ready.on(Events.MessageCreate, (message: Message) => {
      if (!stopping) track(answer(message, interrupted.signal))
    })
    ready.on(Events.InteractionCreate, (interaction) => {
      if (stopping) return
      const work = onInteraction(interaction, commanding, pressing, panel, statistics, curating)
      track(
        work
          .catch((error: unknown) => failed(interaction, error))
          .catch((error: unknown) => log.warn('could not tell a failure', { error })),
      )
    })
  }

  /** The bot answers messages also where its commands cannot be registered, as in a server that it is not yet in. */
  const register = async (ready: Client<true>): Promise<void> => {
    try {
      const { ids: registered, changed } = await registerCommands(ready, ports.commands, options.guild)
      ids = registered
      log.info('commands registered', { changed })
      const cleared = await clearElsewhere(ready, ports.commands, options.guild)
      if (cleared > 0) log.info('commands taken away elsewhere', { cleared })
    } catch (error) {
      log.error('commands not registered', { error })
    }
  }

  /** Waits for the work that goes on, but no longer than this. Milliseconds. */
  const atMost = async (within: number, work: Promise<unknown>): Promise<void> => {
    const over = new AbortController()
    const time = sleep(within, undefined, { signal: over.signal }).catch(() => {})
    await Promise.race([work, time])
    over.abort()
  }

  return {
    lost: lost.promise,

    async start() {
      // Without a listener any error of the connection would end the process.
      client.on(Events.Error, (error) => log.error('connection error', { error }))
      client.on(Events.ShardError, (error) => log.error('connection error', { error }))
      client.on(Events.ShardDisconnect, ({ code }) => {
        const failure = closeFailure(code)
        if (failure) lost.reject(failure)
      })
      client.on(Events.Warn, (warning) => log.warn('client warning', { warning }))
      client.rest.on('rateLimited', ({ timeToReset, route }) => {
        if (timeToReset > LONG_WAIT) log.info('rate limited', { timeToReset, route })
      })
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
      // Listened to before the login: what comes with it must not be lost.
      client.once(Events.ClientReady, wire)
      const login = client.login(options.token).then(
        () => ready,
        (error: unknown) => Promise.reject(loginFailure(error)),
      )
      const connected = await Promise.race([lost.promise, login])
      await register(connected)
      connected.on(Events.GuildCreate, ({ id }) => {
        if (id === options.guild) track(register(connected))
      })
      log.info('ready', { user: connected.user.tag, servers: connected.guilds.cache.size })
    },

    async stop() {
      stopping = true
      await atMost(FINISH, Promise.all(running))
      interrupted.abort()
      await atMost(SAY_SO, Promise.all(running))
      await atMost(GOODBYE, client.destroy())
    },
  }
}
