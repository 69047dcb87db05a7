import { Events, GatewayIntentBits } from 'discord.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { FakeDiscord } from './discord/server.ts'
import { logIn, newClient, STANDARD_INTENTS, startFake } from './discord-client.ts'

type Frame = { readonly op: number; readonly t: string | null; readonly s: number | null; readonly d: unknown }

/** A bare gateway connection, for what the client would not do. */
const connect = async (discord: FakeDiscord, query = '?v=10&encoding=json') => {
  const socket = new WebSocket(`${discord.api.replace(/^http/, 'ws').replace(/api$/, 'gateway')}${query}`)
  onTestFinished(() => socket.close())
  const frames: Frame[] = []
  const waiting = new Set<() => void>()
  let closed: number | undefined
  const changed = () => {
    for (const ask of [...waiting]) ask()
  }
  socket.addEventListener('message', ({ data }) => {
    frames.push(JSON.parse(String(data)) as Frame)
    changed()
  })
  socket.addEventListener('close', ({ code }) => {
    closed = code
    changed()
  })
  const until = <T>(probe: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const ask = () => {
        const found = probe()
        if (found === undefined) return
        waiting.delete(ask)
        resolve(found)
      }
      waiting.add(ask)
      ask()
    })
  return {
    send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
    sendText: (text: string) => socket.send(text),
    frame: (op: number, t: string | null = null) =>
      until(() => frames.find((frame) => frame.op === op && frame.t === t)),
    closed: () => until(() => closed),
    frames,
  }
}

const identify = (discord: FakeDiscord, extra: object = {}) => ({
  token: discord.token,
  intents: GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages,
  properties: { os: 'linux', browser: 'test', device: 'test' },
  ...extra,
})

describe('resuming', () => {
  test('after a dropped socket the missed messages come once, in order', async () => {
    const discord = await startFake()
    const guild = discord.guild()
    const channel = guild.channel()
    const ada = guild.member()
    const client = await logIn(discord)
    const heard: string[] = []
    client.on(Events.MessageCreate, (message) => heard.push(message.id))
    const first = ada.says(channel, 'one')
    await discord.waitFor(() => heard.length === 1)
    discord.dropSockets()
    const missed = ['two', 'three'].map((text) => ada.says(channel, text))
    await discord.waitFor(() => discord.sessions.resumed() === 1)
    const last = ada.says(channel, 'four')
    await expect.poll(() => heard).toEqual([first, ...missed, last].map(({ id }) => id))
    expect(discord.sessions.identified()).toBe(1)
    expect(discord.events().at(-2)?.type).toBe('RESUMED')
  })

  test('when asked to reconnect', async () => {
    const discord = await startFake()
    await logIn(discord)
    discord.reconnectAll()
    await discord.waitFor(() => discord.sessions.resumed() === 1)
    expect(discord.sessions.identified()).toBe(1)
  })

  test('when the session is invalid but can be resumed', async () => {
    const discord = await startFake()
    await logIn(discord)
    discord.invalidateSessions(true)
    await discord.waitFor(() => discord.sessions.resumed() === 1)
    expect(discord.sessions.identified()).toBe(1)
  })

  test('not with an invalid session: the client starts a new one', async () => {
    const discord = await startFake()
    const guild = discord.guild()
    const channel = guild.channel()
    // Without this the client waits five seconds between one identify and the next.
    const buildIdentifyThrottler = async () => ({ waitForIdentify: async () => undefined })
    const client = await logIn(discord, { ws: { buildIdentifyThrottler } })
    discord.invalidateSessions(false)
    await discord.waitFor(() => discord.sessions.identified() === 2)
    const heard = new Promise((resolve) => client.once(Events.MessageCreate, resolve))
    guild.member().says(channel, 'again')
    expect(await heard).toMatchObject({ channelId: channel.id })
    expect(discord.sessions.resumed()).toBe(0)
  })

  test('replays what comes after the number that the client had, and nothing else', async () => {
    const discord = await startFake()
    discord.guild()
    const first = await connect(discord)
    await first.frame(10)
    first.send(2, identify(discord))
    const { session_id } = (await first.frame(0, 'READY')).d as { session_id: string }
    await first.frame(0, 'GUILD_CREATE')
    discord.dropSockets()
    const second = await connect(discord)
    await second.frame(10)
    second.send(6, { token: discord.token, session_id, seq: 1 })
    expect(await second.frame(0, 'RESUMED')).toMatchObject({ s: 3 })
    expect(second.frames.map(({ t, s }) => [t, s]).slice(1)).toEqual([
      ['GUILD_CREATE', 2],
      ['RESUMED', 3],
    ])
  })

  test('of a session that is unknown, forgotten or ahead of the gateway', async () => {
    const discord = await startFake()
    const guild = discord.guild()
    const one = await connect(discord)
    await one.frame(10)
    one.send(2, identify(discord))
    const { session_id } = (await one.frame(0, 'READY')).d as { session_id: string }
    const unknown = await connect(discord)
    await unknown.frame(10)
    unknown.send(6, { token: discord.token, session_id: 'none', seq: 1 })
    expect(await unknown.frame(9)).toMatchObject({ d: false })
    guild.channel()
    discord.forget()
    const late = await connect(discord)
    await late.frame(10)
    late.send(6, { token: discord.token, session_id, seq: 1 })
    expect(await late.frame(9)).toMatchObject({ d: false })
    const ahead = await connect(discord)
    await ahead.frame(10)
    ahead.send(6, { token: discord.token, session_id, seq: 1_000 })
    expect(await ahead.closed()).toBe(4007)
  })
})

describe('refusals', () => {
  test('a wrong token', async () => {
    const discord = await startFake()
    const client = newClient(discord)
    await expect(client.login('a.wrong.token')).rejects.toThrow('An invalid token was provided')
    const raw = await connect(discord)
    await raw.frame(10)
    raw.send(2, identify(discord, { token: 'wrong' }))
    expect(await raw.closed()).toBe(4004)
  })

  test('a privileged intent that is switched off', async () => {
    const discord = await startFake({ privileged: GatewayIntentBits.GuildMembers })
    const client = newClient(discord, { intents: [...STANDARD_INTENTS, GatewayIntentBits.MessageContent] })
    await expect(client.login(discord.token)).rejects.toThrow('Used disallowed intents')
    await logIn(discord, { intents: [...STANDARD_INTENTS, GatewayIntentBits.GuildMembers] })
    expect(discord.sessions.online()).toHaveLength(1)
  })

  test.each([
    ['intents that are none', 2, { intents: 1 << 30 }, 4013],
    ['a shard that is none', 2, { shard: [2, 2] }, 4010],
    ['no intents', 2, { intents: undefined }, 4002],
    ['a request before identifying', 8, { guild_id: '1' }, 4003],
    ['an opcode that is none', 99, {}, 4001],
  ])('%s', async (_, op, extra, code) => {
    const discord = await startFake()
    const raw = await connect(discord)
    await raw.frame(10)
    raw.send(op, identify(discord, extra))
    expect(await raw.closed()).toBe(code)
  })

  test('identifying twice, text that is no JSON, another version, compression', async () => {
    const discord = await startFake()
    const twice = await connect(discord)
    await twice.frame(10)
    twice.send(2, identify(discord))
    twice.send(2, identify(discord))
    expect(await twice.closed()).toBe(4005)
    const garbled = await connect(discord)
    await garbled.frame(10)
    garbled.sendText('{')
    expect(await garbled.closed()).toBe(4002)
    expect(await (await connect(discord, '?v=9&encoding=json')).closed()).toBe(4012)
    expect(await (await connect(discord, '?v=10&encoding=json&compress=zlib-stream')).closed()).toBe(4002)
  })

  test('no session past the day’s limit', async () => {
    const discord = await startFake({ identifyLimit: 0 })
    await expect(newClient(discord).login(discord.token)).rejects.toThrow('Not enough sessions remaining')
  })
})

describe('heartbeats', () => {
  test('are answered, and missing ones end the connection', async () => {
    const discord = await startFake({ heartbeat: 40 })
    const raw = await connect(discord)
    expect(await raw.frame(10)).toMatchObject({ d: { heartbeat_interval: 40 } })
    raw.send(1, null)
    await raw.frame(11)
    expect(await raw.closed()).toBe(4000)
  })

  test('keep the client’s connection', async () => {
    const discord = await startFake({ heartbeat: 300 })
    const client = await logIn(discord)
    await expect.poll(() => client.ws.ping).toBeGreaterThanOrEqual(0)
    expect(discord.sessions.identified() + discord.sessions.resumed()).toBe(1)
  })
})

describe('sharding', () => {
  test('each server is told to its shard, direct messages to the first', async () => {
    const discord = await startFake({ shards: 2, maxConcurrency: 2 })
    const guilds = [0, 1, 2, 3].map(() => discord.guild())
    const client = newClient(discord, { shards: 'auto' })
    void client.login(discord.token)
    await discord.connected({ shards: 2, within: 10_000 })
    expect(discord.sessions.online().map(({ shard }) => shard)).toEqual([0, 1])
    await expect.poll(() => client.guilds.cache.filter(({ available }) => available).size).toBe(4)
    for (const { id } of guilds) {
      const shard = Number((BigInt(id) >> 22n) % 2n)
      expect(client.guilds.cache.get(id)?.shardId).toBe(shard)
    }
    const heard = new Promise<{ readonly content: string }>((resolve) => client.once(Events.MessageCreate, resolve))
    guilds[0]?.member().dm('hello')
    expect((await heard).content).toBe('hello')
  })
})

test('servers come and go', async () => {
  const discord = await startFake()
  const guild = discord.guild({ name: 'first' })
  const client = await logIn(discord)
  const joined = new Promise((resolve) => client.once(Events.GuildCreate, resolve))
  const other = discord.guild({ name: 'other' })
  expect(await joined).toMatchObject({ id: other.id, name: 'other' })
  const unavailable = new Promise((resolve) => client.once(Events.GuildUnavailable, resolve))
  guild.setAvailable(false)
  expect(await unavailable).toMatchObject({ id: guild.id, available: false })
  const back = new Promise((resolve) => client.once(Events.GuildAvailable, resolve))
  guild.setAvailable(true)
  expect(await back).toMatchObject({ id: guild.id, available: true })
  const gone = new Promise((resolve) => client.once(Events.GuildDelete, resolve))
  other.kick()
  expect(await gone).toMatchObject({ id: other.id })
  const again = new Promise((resolve) => client.once(Events.GuildCreate, resolve))
  other.invite(['ManageGuild'])
  expect(await again).toMatchObject({ id: other.id })
  expect(client.guilds.cache.get(other.id)?.members.me?.permissions.has('ManageGuild')).toBe(true)
})

test('members are sent on request', async () => {
  const discord = await startFake()
  const guild = discord.guild()
  const ada = guild.member({ name: 'Ada' })
  const client = await logIn(discord)
  const found = await client.guilds.cache.get(guild.id)?.members.fetch({ query: 'ad', limit: 5 })
  expect(found?.map(({ id }) => id)).toEqual([ada.id])
})
