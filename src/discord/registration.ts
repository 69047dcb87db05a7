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
  const changed = (await store.commandHash(scope)) !== hash
  const registered = (await (changed
    ? client.rest.put(route, { body: data })
    : client.rest.get(route))) as readonly Registered[]
  if (changed) await store.saveCommandHash(scope, hash)
  return { ids: Object.fromEntries(registered.map(({ name, id }) => [name, id])), changed }
}
