/** Tells Discord our commands, only when they are others than those it was told last. */
import { type Client, Routes } from 'discord.js'
import type { Commands } from '../ports.ts'
import { commandsHash, globalCommands, serverCommands } from './commands.ts'
import type { CommandIds } from './render/pages.ts'

type Registered = { readonly id: string; readonly name: string }

/** Resolves to the commands' ids by their names. Rejects as Discord refuses. */
export const registerCommands = async (
  client: Client<true>,
  store: Commands,
  guild: string | undefined,
): Promise<{ readonly ids: CommandIds; readonly changed: boolean }> => {
  const data = guild === undefined ? globalCommands : serverCommands
  const application = client.application.id
  const route =
    guild === undefined ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild)
  const scope = `${application}:${guild ?? 'everywhere'}`
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
