/** The real discord.js client, logged in at the fake, for the fake's own tests. */
import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js'
import { onTestFinished } from 'vitest'
import { type FakeDiscord, type FakeOptions, startFakeDiscord } from './discord/server.ts'

export const STANDARD_INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
] as const

export const startFake = async (options?: FakeOptions): Promise<FakeDiscord> => {
  const discord = await startFakeDiscord(options)
  onTestFinished(() => discord.close())
  return discord
}

export const newClient = (discord: FakeDiscord, options: Partial<ClientOptions> = {}): Client => {
  const client = new Client({
    intents: STANDARD_INTENTS,
    partials: [Partials.Channel],
    ...options,
    rest: { api: discord.api, ...options.rest },
  })
  onTestFinished(() => client.destroy())
  return client
}

export const logIn = async (discord: FakeDiscord, options?: Partial<ClientOptions>): Promise<Client<true>> => {
  const client = newClient(discord, options)
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(discord.token)
  return ready
}

export type Answered = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

/** A bare REST request, for what the client would not let through. */
export const request = async (
  discord: FakeDiscord,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> => {
  const response = await fetch(`${discord.api}/v10${path}`, {
    method,
    headers: { Authorization: `Bot ${discord.token}`, 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) }
}

/** The errors of a refused form, as `path: CODE`. */
export const errorsOf = (answered: Answered): readonly string[] => {
  const walk = (node: unknown, path: string): readonly string[] =>
    Object.entries((node ?? {}) as Record<string, unknown>).flatMap(([key, value]) =>
      key === '_errors'
        ? (value as readonly { code: string }[]).map(({ code }) => `${path}: ${code}`)
        : walk(value, path === '' ? key : `${path}.${key}`),
    )
  return walk(answered.body.errors, '')
}
