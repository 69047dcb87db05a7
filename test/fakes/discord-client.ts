/** The real discord.js client, logged in at the fake, for the fake's own tests. */
import {
  type ChatInputCommandInteraction,
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
  Partials,
} from 'discord.js'
import { expect, onTestFinished } from 'vitest'
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

const commands = [
  {
    name: 'ask',
    description: 'Asks',
    options: [
      { type: 3, name: 'question', description: 'What', required: true, max_length: 20 },
      { type: 3, name: 'article', description: 'Of which', autocomplete: true },
      { type: 5, name: 'private', description: 'For me alone' },
      { type: 3, name: 'length', description: 'How long', choices: [{ name: 'Short', value: 'short' }] },
      { type: 6, name: 'about', description: 'About whom' },
      { type: 11, name: 'file', description: 'A file' },
    ],
  },
  { name: 'articles', description: 'Articles', options: [{ type: 1, name: 'list', description: 'Lists them' }] },
  { name: 'settings', description: 'Settings', default_member_permissions: '32', contexts: [0] },
  { type: 3, name: 'Check this' },
]

/** A server with the commands above, and a client that answers as `on` says. */
export const startApp = async (on: (interaction: Interaction) => unknown = () => undefined) => {
  const discord = await startFake()
  const guild = discord.guild({ locale: 'fr' })
  const channel = guild.channel({ name: 'questions' })
  const ada = guild.member({ name: 'Ada', locale: 'fr' })
  const client = await logIn(discord)
  await client.application.commands.set(commands as never)
  client.on(Events.InteractionCreate, on)
  const errors: unknown[] = []
  client.on(Events.Error, (error) => errors.push(error))
  onTestFinished(() => expect(errors).toEqual([]))
  return { discord, guild, channel, ada, client }
}

export const command = (act: (interaction: ChatInputCommandInteraction) => unknown) => (interaction: Interaction) =>
  interaction.isChatInputCommand() && act(interaction)
export const button = (customId: string) => ({ type: 2, style: 1, label: customId, custom_id: customId }) as const
export const row = (...components: readonly object[]) => ({ type: 1, components }) as never
export const callback = (
  discord: FakeDiscord,
  { id, token }: { id: string; token: string },
  body: unknown,
  query = '',
) => request(discord, 'POST', `/interactions/${id}/${token}/callback${query}`, body)
export const webhook = (discord: FakeDiscord, token: string, method: string, path = '', body?: unknown) =>
  request(discord, method, `/webhooks/${discord.applicationId}/${token}${path}`, body)
