/**
 * A Discord on loopback: the parts of its API v10 that a bot uses, over real HTTP and WebSocket, and the hands of its
 * people. Not there: speech, forwards, polls, stickers, link previews, compression, limits on what a client sends
 * over the gateway. Codes that begin with FAKE_ are the fake's own.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { APIApplicationCommand } from 'discord.js'
import { WebSocketServer } from 'ws'
import { openGateway, PRIVILEGED, type Told } from './gateway.ts'
import { addDirect } from './guild.ts'
import { serveApi } from './http.ts'
import { findMessage, placeOf } from './lookup.ts'
import { type Person, type Place, personOf } from './person.ts'
import {
  type ChannelHandle,
  channelHandle,
  deleteMessage,
  type GuildHandle,
  type GuildOptions,
  type MemberOptions,
  newGuild,
  newUser,
} from './place.ts'
import { ok, type Reply, type Routes } from './routes/call.ts'
import { channelRoutes } from './routes/channel.ts'
import { commandPayload, commandRoutes } from './routes/command.ts'
import { guildRoutes } from './routes/guild.ts'
import { interactionRoutes } from './routes/interaction.ts'
import { messageRoutes } from './routes/message.ts'
import { type SeenMessage, see } from './seen.ts'
import { directTraffic, type Fault, type Limit, type Recorded } from './traffic.ts'
import { startWaiting, type WaitOptions } from './waiting.ts'
import { newWorld, type User, type World } from './world.ts'

/** Milliseconds, what Discord says. */
const HEARTBEAT = 41_250
/** Identifies a day. Source: "Identifying". */
const IDENTIFY_LIMIT = 1_000

export type FakeOptions = {
  readonly token?: string
  readonly name?: string
  /** Privileged intents switched on for the app, as bits. Default all. */
  readonly privileged?: number
  /** Milliseconds between heartbeats. Default 41,250. */
  readonly heartbeat?: number
  /** Shards that are recommended. Default 1. */
  readonly shards?: number
  /** Shards that may identify at once. Default 1. */
  readonly maxConcurrency?: number
  /** Requests a second over all routes but those of interactions, e.g. 50 as Discord has it. Default unlimited. */
  readonly globalLimit?: number
  readonly identifyLimit?: number
}

export type FakeDiscord = {
  /** For `rest.api` of a client: `http://127.0.0.1:<port>/api`. */
  readonly api: string
  readonly token: string
  readonly applicationId: string
  readonly bot: { readonly id: string; readonly mention: string }

  readonly guild: (options?: GuildOptions) => GuildHandle
  /** Somebody who is in no server yet. */
  readonly user: (options?: MemberOptions) => Person
  /** A conversation that the bot is not in: of two, or a group. */
  readonly privateChannel: (people: readonly Pick<Person, 'id'>[]) => ChannelHandle
  /** Any channel, thread or conversation, by id. */
  readonly channel: (place: Place) => ChannelHandle

  /** What a channel holds now, oldest first. */
  readonly messages: (place: Place) => readonly SeenMessage[]
  /** Any message as it is now, ephemeral ones too; throws when it is deleted and was no answer to an interaction. */
  readonly message: (ref: string | { readonly id: string }) => SeenMessage
  readonly deleteMessage: (ref: string | { readonly id: string }) => void
  /** The commands registered everywhere, or in a server. */
  readonly commands: (guild?: { readonly id: string }) => readonly APIApplicationCommand[]

  /** Every REST request, in order of its being answered. */
  readonly requests: readonly Recorded[]
  /** Requests of one route, e.g. `POST /channels/:channel/messages`. */
  readonly requestsTo: (route: Route) => readonly Recorded[]
  /** Requests that no route took: to be asserted empty. */
  readonly unknown: readonly Recorded[]
  /** Requests that were refused with a 4xx status other than 429: to be asserted empty where a bot should know better. */
  readonly refused: readonly Recorded[]
  /** What the gateway told living sessions, oldest first, at most the last 1,000 of each. */
  readonly events: (type?: string) => readonly { readonly type: string; readonly at: number; readonly data: unknown }[]
  readonly waitFor: ReturnType<typeof startWaiting>['waitFor']
  /** Waits until as many shards are connected and identified; default 1. */
  readonly connected: (options?: WaitOptions & { readonly shards?: number }) => Promise<void>

  /** Makes requests fail, end without answer, or wait. */
  readonly fail: (fault: Fault & { readonly route?: Route }) => { readonly hits: number; readonly stop: () => void }
  /** Limits a route by channel, server or webhook, with Discord's headers. */
  readonly limit: (route: Route, limit: Limit) => void
  readonly limitAll: (limit: Limit | undefined) => void
  /** Milliseconds by which the fake's clock jumps ahead: deadlines pass, limits reset. */
  readonly advance: (milliseconds: number) => void

  readonly sessions: {
    readonly online: () => readonly { readonly shard: number; readonly intents: number }[]
    readonly identified: () => number
    readonly resumed: () => number
  }
  /** Cuts every gateway connection without a word. */
  readonly dropSockets: () => void
  /** Asks every client to reconnect (op 7). */
  readonly reconnectAll: () => void
  /** Says that sessions are invalid (op 9). */
  readonly invalidateSessions: (isResumable: boolean) => void
  /** Tells every session an event as it is. */
  readonly dispatch: (type: string, data: unknown) => void
  /** Forgets messages, requests, interactions and events, so that a long run does not grow. */
  readonly forget: () => void
  /** Stops; throws what went wrong inside the fake itself. */
  readonly close: () => Promise<void>
}

const routesOf = (world: World) => ({
  ...messageRoutes(world),
  ...channelRoutes(world),
  ...guildRoutes(world),
  ...commandRoutes(world),
  ...interactionRoutes(world),
})

export type Route = keyof ReturnType<typeof routesOf> | 'GET /gateway' | 'GET /gateway/bot'

const newApplication = (options: FakeOptions) => (clock: { readonly snowflake: () => string }) => {
  const id = clock.snowflake()
  const name = options.name ?? 'bot'
  const bot: User = { id, name, isBot: true, locale: 'en-US', installs: false, takesDms: true }
  const secret = Buffer.from(id).toString('base64url')
  return { id, name, bot, token: options.token ?? `${secret}.fake.token`, privileged: options.privileged ?? PRIVILEGED }
}

const describe = (requests: readonly Recorded[], told: readonly Told[]): string =>
  [
    'Last requests:',
    ...requests.slice(-8).map(({ method, path, status, code }) => `  ${method} ${path} → ${status} ${code ?? ''}`),
    `Last events: ${told
      .slice(-8)
      .map(({ type }) => type)
      .join(', ')}`,
  ].join('\n')

export const startFakeDiscord = async (options: FakeOptions = {}): Promise<FakeDiscord> => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const gatewayUrl = `ws://127.0.0.1:${port}/gateway`

  const world = newWorld(newApplication(options), `http://127.0.0.1:${port}/attachments`)
  const requests: Recorded[] = []
  const crashes: unknown[] = []
  const traffic = directTraffic(world.clock)
  if (options.globalLimit !== undefined) traffic.limitAll({ limit: options.globalLimit, window: 1_000 })
  const waiting = startWaiting(() => describe(requests, gateway.told()))
  const identifyLimit = options.identifyLimit ?? IDENTIFY_LIMIT
  const gateway = openGateway(world, {
    heartbeat: options.heartbeat ?? HEARTBEAT,
    url: () => gatewayUrl,
    mayIdentify: () => gateway.identified() < identifyLimit,
  })
  world.emit = gateway.emit
  world.changed = waiting.changed

  const gatewayInfo = (): Reply => ok({ url: gatewayUrl })
  const gatewayBotInfo = (): Reply =>
    ok({
      url: gatewayUrl,
      shards: options.shards ?? 1,
      session_start_limit: {
        total: identifyLimit,
        remaining: Math.max(0, identifyLimit - gateway.identified()),
        reset_after: 86_400_000,
        max_concurrency: options.maxConcurrency ?? 1,
      },
    })
  const routes: Routes = { ...routesOf(world), 'GET /gateway': gatewayInfo, 'GET /gateway/bot': gatewayBotInfo }
  const api = serveApi(world, routes, traffic, (request) => {
    requests.push(request)
    waiting.changed()
  })

  server.on('request', (request, response) => {
    const file = /^\/attachments\/\d+\/(\d+)\//.exec(request.url ?? '')?.[1]
    const attachment = file === undefined ? undefined : world.attachments.get(file)
    if (attachment) {
      response.writeHead(200, { 'Content-Type': attachment.type }).end(attachment.bytes)
      return
    }
    api(request, response).catch((error: unknown) => {
      // A client that leaves in the middle of its request is no failure of ours.
      if (request.complete) crashes.push(error)
      response.destroy()
    })
  })
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  server.on('upgrade', (request, socket, head) => {
    const address = new URL(request.url ?? '/', 'http://fake')
    if (!address.pathname.startsWith('/gateway')) socket.destroy()
    else sockets.handleUpgrade(request, socket, head, (client) => gateway.accept(client, address))
  })

  return {
    api: `http://127.0.0.1:${port}/api`,
    token: world.application.token,
    applicationId: world.application.id,
    bot: { id: world.application.bot.id, mention: `<@${world.application.bot.id}>` },

    guild: (given = {}) => newGuild(world, waiting, gateway, given),
    user: (given = {}) => personOf(world, waiting, newUser(world, given)),
    privateChannel: (people) =>
      channelHandle(
        world,
        addDirect(
          world,
          people.flatMap(({ id }) => world.users.get(id) ?? []),
        ),
      ),
    channel: (place) => channelHandle(world, placeOf(world, place)),

    messages: (place) => channelHandle(world, placeOf(world, place)).messages(),
    message(ref) {
      const message = findMessage(world, ref)
      if (!message) throw new Error(`There is no message ${typeof ref === 'string' ? ref : ref.id}`)
      return see(message)
    },
    deleteMessage: (ref) => deleteMessage(world, ref),
    commands: (guild) =>
      [...(world.commands.get(guild?.id ?? 'global')?.values() ?? [])].map(
        (command) => commandPayload(world, command) as unknown as APIApplicationCommand,
      ),

    requests,
    requestsTo: (route) => requests.filter((request) => request.route === route),
    get unknown() {
      return requests.filter(({ route }) => route === undefined)
    },
    get refused() {
      return requests.filter(({ status = 0 }) => status >= 400 && status < 500 && status !== 429)
    },
    events: (type) =>
      gateway
        .told()
        .filter((event) => type === undefined || event.type === type)
        .map((event) => ({ type: event.type, at: event.at, data: JSON.parse(event.frame).d as unknown })),
    waitFor: waiting.waitFor,
    async connected({ shards = 1, ...wait } = {}) {
      await waiting.waitFor(() => gateway.online().length >= shards, { what: `${shards} connected shards`, ...wait })
    },

    fail: traffic.fail,
    limit: traffic.limit,
    limitAll: traffic.limitAll,
    advance(milliseconds) {
      world.clock.advance(milliseconds)
      waiting.changed()
    },

    sessions: { online: gateway.online, identified: gateway.identified, resumed: gateway.resumed },
    dropSockets: gateway.drop,
    reconnectAll: gateway.reconnect,
    invalidateSessions: gateway.invalidate,
    dispatch: (type, data) => world.emit({ type, intents: 0, data: () => data }),
    forget() {
      for (const channel of world.channels.values()) channel.messages.clear()
      world.interactions.clear()
      world.attachments.clear()
      requests.length = 0
      gateway.forget()
    },
    async close() {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      if (crashes.length > 0) throw new AggregateError(crashes, 'The fake Discord itself failed')
    },
  }
}
