/** The gateway: sessions that outlive their sockets, as Discord keeps them. Source: its documentation, "Gateway". */
import { randomBytes } from 'node:crypto'
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord.js'
import type { RawData, WebSocket } from 'ws'
import { type Fields, isFields } from './form/field.ts'
import { guildCreatePayload } from './guild.ts'
import { memberPayload, userPayload } from './payload.ts'
import type { Event, Guild, World } from './world.ts'

/** How many events a session keeps for a client that comes back. */
const REPLAY_LIMIT = 1_000

/** A client may be this much later than its heartbeat interval. */
const HEARTBEAT_GRACE = 2

const KNOWN_INTENTS = Object.values(GatewayIntentBits).reduce<number>((sum, bit) => sum | Number(bit), 0)
export const PRIVILEGED: number =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent

/** An event as a session was told it. */
export type Told = { readonly sequence: number; readonly type: string; readonly at: number; readonly frame: string }

type Session = {
  readonly id: string
  readonly intents: number
  readonly shard: readonly [id: number, count: number]
  readonly told: Told[]
  sequence: number
  /** The oldest event of `told` is this one's successor. */
  forgotten: number
  socket: WebSocket | undefined
}

export type Gateway = {
  readonly accept: (socket: WebSocket, address: URL) => void
  readonly emit: (event: Event) => void
  /** What a server's coming says, to the session that has it. */
  readonly welcome: (guild: Guild) => void
  readonly told: () => readonly Told[]
  readonly forget: () => void
  /** Intents of each session with a living socket, by shard. */
  readonly online: () => readonly { readonly shard: number; readonly intents: number }[]
  readonly identified: () => number
  readonly resumed: () => number
  readonly drop: () => void
  readonly reconnect: () => void
  readonly invalidate: (isResumable: boolean) => void
}

export const openGateway = (
  world: World,
  options: { readonly heartbeat: number; readonly url: () => string; readonly mayIdentify: () => boolean },
): Gateway => {
  const sessions = new Map<string, Session>()
  /** Whose session a socket carries now. */
  const carried = new Map<WebSocket, Session>()
  let identified = 0
  let resumed = 0

  const send = (socket: WebSocket | undefined, op: number, d: unknown): void => {
    if (socket?.readyState === socket?.OPEN) socket?.send(JSON.stringify({ op, d, s: null, t: null }))
  }

  const tell = (session: Session, type: string, d: unknown): void => {
    session.sequence += 1
    const frame = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: type, s: session.sequence, d })
    session.told.push({ sequence: session.sequence, type, at: world.clock.now(), frame })
    if (session.told.length > REPLAY_LIMIT) session.forgotten = session.told.shift()?.sequence ?? 0
    if (session.socket?.readyState === session.socket?.OPEN) session.socket?.send(frame)
  }

  /** Direct messages go to shard 0, servers by their id. Source: "Sharding". */
  const isFor = (session: Session, guild: Guild | undefined): boolean =>
    guild ? Number((BigInt(guild.id) >> 22n) % BigInt(session.shard[1])) === session.shard[0] : session.shard[0] === 0

  const tellGuild = (session: Session, guild: Guild): void => {
    if (session.intents & GatewayIntentBits.Guilds) tell(session, 'GUILD_CREATE', guildCreatePayload(world, guild))
  }

  /** Starts a session; gives a close code when it may not. */
  const identify = (socket: WebSocket, d: Fields): GatewayCloseCodes | undefined => {
    const { token, privileged } = world.application
    if (d.token !== token) return GatewayCloseCodes.AuthenticationFailed
    if (!isFields(d.properties) || typeof d.intents !== 'number') return GatewayCloseCodes.DecodeError
    if (d.intents & ~KNOWN_INTENTS) return GatewayCloseCodes.InvalidIntents
    if (d.intents & PRIVILEGED & ~privileged) return GatewayCloseCodes.DisallowedIntents
    const [shard, shards] = Array.isArray(d.shard) ? d.shard.map(Number) : [0, 1]
    if (shard === undefined || shards === undefined || !(shard >= 0 && shard < shards))
      return GatewayCloseCodes.InvalidShard
    if (!options.mayIdentify()) {
      send(socket, GatewayOpcodes.InvalidSession, false)
      return undefined
    }
    const session: Session = {
      id: randomBytes(16).toString('hex'),
      intents: d.intents,
      shard: [shard, shards],
      told: [],
      sequence: 0,
      forgotten: 0,
      socket,
    }
    sessions.set(session.id, session)
    carried.set(socket, session)
    identified += 1
    const guilds = [...world.guilds.values()].filter((guild) => guild.hasBot && isFor(session, guild))
    tell(session, 'READY', {
      v: 10,
      user: { ...userPayload(world.application.bot), verified: true, mfa_enabled: true, email: null, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: options.url(),
      session_type: 'normal',
      shard: session.shard,
      application: { id: world.application.id, flags: applicationFlags(world) },
    })
    for (const guild of guilds) if (guild.isAvailable) tellGuild(session, guild)
    return undefined
  }

  /** Goes on with a session; gives a close code when it cannot. */
  const resume = (socket: WebSocket, d: Fields): GatewayCloseCodes | undefined => {
    if (d.token !== world.application.token) return GatewayCloseCodes.AuthenticationFailed
    const session = sessions.get(String(d.session_id))
    const from = Number(d.seq)
    if (!session || from < session.forgotten) {
      send(socket, GatewayOpcodes.InvalidSession, false)
      return undefined
    }
    if (!(from <= session.sequence)) {
      sessions.delete(session.id)
      return GatewayCloseCodes.InvalidSeq
    }
    session.socket?.terminate()
    session.socket = socket
    carried.set(socket, session)
    for (const event of session.told) if (event.sequence > from) socket.send(event.frame)
    resumed += 1
    tell(session, 'RESUMED', {})
    return undefined
  }

  const sendMembers = (session: Session, d: Fields): void => {
    const guild = world.guilds.get(String(d.guild_id))
    if (!guild?.hasBot) return
    const wanted = Array.isArray(d.user_ids) ? d.user_ids.map(String) : d.user_ids ? [String(d.user_ids)] : undefined
    const query = String(d.query ?? '').toLowerCase()
    if (!wanted && query === '' && !(session.intents & GatewayIntentBits.GuildMembers)) return
    const members = [...guild.members.values()].filter(({ user }) =>
      wanted ? wanted.includes(user.id) : user.name.toLowerCase().startsWith(query),
    )
    tell(session, 'GUILD_MEMBERS_CHUNK', {
      guild_id: guild.id,
      members: members.map(memberPayload),
      chunk_index: 0,
      chunk_count: 1,
      not_found: wanted?.filter((id) => !guild.members.has(id)) ?? [],
      ...(d.nonce !== undefined && { nonce: d.nonce }),
    })
  }

  const accept: Gateway['accept'] = (socket, address) => {
    const beat = () => {
      clearTimeout(deadline)
      deadline = setTimeout(() => socket.close(GatewayCloseCodes.UnknownError), options.heartbeat * HEARTBEAT_GRACE)
      deadline.unref()
    }
    let deadline: NodeJS.Timeout | undefined
    /** Does what a frame says; gives a close code when it may not be sent. */
    const receive = (data: RawData): GatewayCloseCodes | undefined => {
      const frame = parse(data)
      if (frame === undefined) return GatewayCloseCodes.DecodeError
      const d = isFields(frame.d) ? frame.d : {}
      const session = carried.get(socket)
      switch (frame.op) {
        case GatewayOpcodes.Heartbeat:
          beat()
          send(socket, GatewayOpcodes.HeartbeatAck, null)
          return undefined
        case GatewayOpcodes.Identify:
          return session ? GatewayCloseCodes.AlreadyAuthenticated : identify(socket, d)
        case GatewayOpcodes.Resume:
          return session ? GatewayCloseCodes.AlreadyAuthenticated : resume(socket, d)
        case GatewayOpcodes.RequestGuildMembers:
          if (session) sendMembers(session, d)
          return session ? undefined : GatewayCloseCodes.NotAuthenticated
        case GatewayOpcodes.PresenceUpdate:
          return session ? undefined : GatewayCloseCodes.NotAuthenticated
        default:
          return GatewayCloseCodes.UnknownOpcode
      }
    }
    socket.on('message', (data) => {
      const code = receive(data)
      if (code !== undefined) socket.close(code)
      world.changed()
    })
    socket.on('error', () => undefined)
    socket.on('close', (code) => {
      clearTimeout(deadline)
      const session = carried.get(socket)
      carried.delete(socket)
      if (session?.socket === socket) session.socket = undefined
      // A client that says goodbye gives its session up.
      if (session && (code === 1000 || code === 1001)) sessions.delete(session.id)
      world.changed()
    })
    const { searchParams } = address
    if (searchParams.get('v') !== '10') socket.close(GatewayCloseCodes.InvalidAPIVersion)
    else if (searchParams.get('encoding') !== 'json' || searchParams.has('compress'))
      socket.close(GatewayCloseCodes.DecodeError)
    else {
      beat()
      send(socket, GatewayOpcodes.Hello, { heartbeat_interval: options.heartbeat })
    }
  }

  return {
    accept,
    emit({ type, guild, intents, data }) {
      for (const session of sessions.values()) {
        if (!isFor(session, guild) || (intents !== 0 && !(session.intents & intents))) continue
        tell(session, type, data({ readsContent: (session.intents & GatewayIntentBits.MessageContent) !== 0 }))
      }
    },
    welcome(guild) {
      for (const session of sessions.values()) if (isFor(session, guild)) tellGuild(session, guild)
    },
    told: () => [...sessions.values()].flatMap(({ told }) => told),
    forget() {
      for (const session of sessions.values()) {
        session.told.length = 0
        session.forgotten = session.sequence
      }
    },
    online: () =>
      [...sessions.values()].flatMap(({ socket, shard, intents }) => (socket ? [{ shard: shard[0], intents }] : [])),
    identified: () => identified,
    resumed: () => resumed,
    drop() {
      for (const { socket } of sessions.values()) socket?.terminate()
    },
    reconnect() {
      for (const { socket } of sessions.values()) send(socket, GatewayOpcodes.Reconnect, null)
    },
    invalidate(isResumable) {
      for (const session of [...sessions.values()]) {
        const { socket } = session
        if (!isResumable) sessions.delete(session.id)
        session.socket = undefined
        if (socket) carried.delete(socket)
        send(socket, GatewayOpcodes.InvalidSession, isResumable)
      }
    },
  }
}

const parse = (data: RawData): Fields | undefined => {
  try {
    const frame: unknown = JSON.parse(String(data))
    return isFields(frame) ? frame : undefined
  } catch {
    return undefined
  }
}

/** The application's flags for privileged intents of an app in few servers. Source: "Application Flags". */
export const applicationFlags = (world: World): number => {
  const { privileged } = world.application
  return (
    (privileged & GatewayIntentBits.GuildPresences ? 1 << 13 : 0) |
    (privileged & GatewayIntentBits.GuildMembers ? 1 << 15 : 0) |
    (privileged & GatewayIntentBits.MessageContent ? 1 << 19 : 0)
  )
}
