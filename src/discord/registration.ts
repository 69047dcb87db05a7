/** Tells Discord our commands, only when they are others than those it was told last, and in one place only. */
import { type Client, Routes } from 'discord.js'
import type { Commands } from '../ports.ts'
import { commandsHash, globalCommands, serverCommands } from './commands.ts'
import type { CommandIds } from './render/pages.ts'

type Registered = { readonly id: string; readonly name: string }

/** Where commands are: those of a server, by its id, or everywhere. */
type Scope = { readonly guild: string | undefined }

/** What is kept of a scope whose commands were taken away again. */
const NONE = commandsHash([])

const routeOf = (client: Client<true>, { guild }: Scope) =>
  guild === undefined
    ? Routes.applicationCommands(client.application.id)
    : Routes.applicationGuildCommands(client.application.id, guild)

/** The scope's name in the store. */
const nameOf = (client: Client<true>, { guild }: Scope): string => `${client.application.id}:${guild ?? 'everywhere'}`

/** Resolves to the commands' ids by their names. Rejects as Discord refuses. */
export const registerCommands = async (
  client: Client<true>,
  store: Commands,
  guild: string | undefined,
): Promise<{ readonly ids: CommandIds; readonly changed: boolean }> => {
  const data = guild === undefined ? globalCommands : serverCommands
  const route = routeOf(client, { guild })
  const scope = nameOf(client, { guild })
  const hash = commandsHash(data)
  const names = new Set<string>(data.map(({ name }) => name))
  const told = async (): Promise<readonly Registered[] | undefined> => {
    if ((await store.commandHash(scope)) !== hash) return undefined
    const registered = (await client.rest.get(route)) as readonly Registered[]
    // Somebody else may have changed them meanwhile: another program with the same token.
    return registered.length === names.size && registered.every(({ name }) => names.has(name)) ? registered : undefined
  }
  const known = await told()
  const registered = known ?? ((await client.rest.put(route, { body: data })) as readonly Registered[])
  if (!known) await store.saveCommandHash(scope, hash)
  return { ids: Object.fromEntries(registered.map(({ name, id }) => [name, id])), changed: !known }
}

/**
 * Takes away what an earlier start registered elsewhere, under another DISCORD_GUILD_ID or none: Discord shows a
 * command of a server beside the one of the same name that is everywhere. Only what the store says we registered, and
 * only in servers that the bot is in: with the bot its commands leave a server. Resolves to how many places there were;
 * rejects as Discord refuses, and the next start tries again.
 */
export const clearElsewhere = async (
  client: Client<true>,
  store: Commands,
  guild: string | undefined,
): Promise<number> => {
  const elsewhere = [undefined, ...client.guilds.cache.keys()].filter((each) => each !== guild)
  let cleared = 0
  for (const each of elsewhere) {
    const scope = nameOf(client, { guild: each })
    const hash = await store.commandHash(scope)
    if (hash === undefined || hash === NONE) continue
    await client.rest.put(routeOf(client, { guild: each }), { body: [] })
    await store.saveCommandHash(scope, NONE)
    cleared += 1
  }
  return cleared
}
