/** The bot on Discord: one client, its events taken to those who handle them, and an orderly end. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, Events, GatewayIntentBits, type Interaction, type Message, Options, Partials } from 'discord.js'
import { localeOf } from '../locale/words.ts'
import { type Commanding, createCommanding, interactionPlace } from './commanding.ts'
import { parseCustomId } from './custom-id.ts'
import { tellFailure } from './deliver.ts'
import { createDesk } from './desk.ts'
import { createMessages } from './messages.ts'
import { createPanel } from './panel.ts'
import type { BotOptions, BotPorts } from './ports.ts'
import { createPressing, type Pressing } from './pressing.ts'
import { registerCommands } from './registration.ts'
import { renderProblem } from './render/notice.ts'
import type { CommandIds } from './render/pages.ts'
import { type Answerable, interactionSurface, isExpired } from './surface.ts'

/** How long answers in the making may take once the bot is told to stop, and then saying so. Milliseconds. */
const FINISH = 6_500
const SAY_SO = 2_000

export type Bot = {
  /** Resolves when the bot is ready. Rejects when Discord refuses the token or an intent. */
  start(): Promise<void>
  /** Answers in the making are finished, or say that they were interrupted; then the connection ends. */
  stop(): Promise<void>
}

/** Discord's limit on parallel connections aside, one process serves up to 2,500 servers with one shard. */
const clientFor = ({ messageContent, apiBase }: BotOptions): Client =>
  new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(messageContent ? [GatewayIntentBits.MessageContent] : []),
    ],
    // Direct messages come from channels that are not known before.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    // Nothing is read from these caches, and they would grow with every message.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      GuildMemberManager: { maxSize: 200, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 200, keepOverLimit: (user) => user.id === user.client.user.id },
      ThreadMemberManager: 0,
    }),
    ...(apiBase !== undefined && {
      rest: { api: apiBase },
      // The library asks Discord's own address for the number of shards, wherever `rest.api` points.
      shardCount: 1,
    }),
  })

export const createBot = (options: BotOptions, ports: BotPorts): Bot => {
  const { log } = ports
  const client = clientFor(options)
  const running = new Set<Promise<void>>()
  const interrupted = new AbortController()
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
  ): Promise<void> => {
    const { signal } = interrupted
    if (interaction.isAutocomplete()) return commanding.autocomplete(interaction)
    if (interaction.isChatInputCommand()) return commanding.slash(interaction, signal)
    if (interaction.isMessageContextMenuCommand()) return commanding.menu(interaction, signal)
    if (!interaction.isMessageComponent()) return
    const id = parseCustomId(interaction.customId)
    const { server } = interactionPlace(interaction)
    const settings = server === undefined ? undefined : await ports.settings.settings(server)
    const locale = settings?.locale ?? localeOf(interaction.locale) ?? 'en'
    switch (id?.kind) {
      case 'settings':
      case 'default_article':
      case 'default_page':
      case 'default_none':
      case 'undo':
        if (interaction.isButton() || interaction.isStringSelectMenu()) return panel.press(interaction, id, locale)
        if (interaction.isChannelSelectMenu() || interaction.isRoleSelectMenu())
          return panel.press(interaction, id, locale)
        return
      default:
        if (id && interaction.isButton()) return pressing(interaction, id, locale)
        return
    }
  }

  /** Words for whatever went wrong; where the interaction is over, only the log has them. */
  const failed = async (interaction: Interaction, error: unknown): Promise<void> => {
    if (!interaction.isRepliable()) return log.warn('an interaction failed', { error })
    const locale = localeOf(interaction.locale) ?? 'en'
    if (isExpired(error)) {
      log.warn('an interaction was over before its response', { error })
      // The asker cannot be answered where they asked; in a channel a short word reaches them.
      const { channel } = interaction
      const body = renderProblem('interaction_expired', {}, locale)
      if (interaction.isChatInputCommand() && channel?.isSendable())
        await channel
          .send({ components: body.components, flags: ['IsComponentsV2'], allowedMentions: { parse: [] } })
          .catch(() => {})
      return
    }
    if (!interaction.deferred && !interaction.replied) await interaction.deferReply({ flags: ['Ephemeral'] })
    const surface = interactionSurface(interaction as Answerable, true)
    await tellFailure(error, { surface, locale, shown: interaction.replied }, ports)
  }

  const wire = (ready: Client<true>): void => {
    const desk = createDesk(ports)
    const panel = createPanel(ports, options)
    const commanding = createCommanding(desk, panel, ports, { ids: () => ids, startedAt: ports.now() })
    const pressing = createPressing(desk, ports, options)
    const answer = createMessages(ready, desk, ports, options)
    ready.on(Events.MessageCreate, (message: Message) => {
      if (!stopping) track(answer(message, interrupted.signal))
    })
    ready.on(Events.InteractionCreate, (interaction) => {
      if (stopping) return
      const work = onInteraction(interaction, commanding, pressing, panel)
      track(work.catch((error: unknown) => failed(interaction, error)))
    })
  }

  return {
    async start() {
      // Without a listener any error of the connection would end the process.
      client.on(Events.Error, (error) => log.error('connection error', { error }))
      client.on(Events.ShardError, (error) => log.error('connection error', { error }))
      client.on(Events.Warn, (warning) => log.warn('client warning', { warning }))
      client.rest.on('rateLimited', ({ timeToReset, route }) => log.info('rate limited', { timeToReset, route }))
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
      // Listened to before the login: what comes with it must not be lost.
      client.once(Events.ClientReady, wire)
      await client.login(options.token)
      const connected = await ready
      const registration = await registerCommands(connected, ports.commands, options.guild)
      ids = registration.ids
      log.info('ready', {
        user: connected.user.tag,
        servers: connected.guilds.cache.size,
        commandsChanged: registration.changed,
      })
    },

    async stop() {
      stopping = true
      const allDone = async (within: number): Promise<void> => {
        const over = new AbortController()
        const time = sleep(within, undefined, { signal: over.signal }).catch(() => {})
        await Promise.race([Promise.all(running), time])
        over.abort()
      }
      await allDone(FINISH)
      interrupted.abort()
      await allDone(SAY_SO)
      await client.destroy()
    },
  }
}
