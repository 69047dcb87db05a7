/** Checks the servers that the bot is in: what it may do there and in each channel, and the commands that are registered. */
import { ChannelType, Routes } from 'discord.js'
import { z } from 'zod'
import type { DoctorCatalogue, NeededPermission } from '../../locale/doctor-catalogue.ts'
import type { Locale } from '../../types.ts'
import { globalCommands, serverCommands } from '../commands.ts'
import { basePermissions, channelPermissions, isEssential, missingIn, neededPermissions } from '../permissions.ts'
import { type Account, snowflake } from './account.ts'
import { bad, type Finding, good, note, troubleWords, unreachable } from './finding.ts'
import type { Lookup } from './lookup.ts'

/** Servers that are looked at, each by four requests; more would take long and be read by nobody. */
const LOOKED_AT = 5
/** Channels that are named for what the bot may not do in them. */
const NAMED = 10

const bitfield = z
  .string()
  .regex(/^\d{1,40}$/)
  .transform(BigInt)
const rolesShape = z.object({
  owner_id: snowflake,
  roles: z.array(z.object({ id: snowflake, permissions: bitfield })),
})
const memberShape = z.object({ roles: z.array(snowflake) })
const channelsShape = z.array(
  z.object({
    name: z.string().nullish(),
    type: z.int(),
    permission_overwrites: z
      .array(z.object({ id: snowflake, type: z.int(), allow: bitfield, deny: bitfield }))
      .nullish(),
  }),
)
const serverShape = z.object({ id: snowflake, name: z.string() })
type Server = z.infer<typeof serverShape>

/** Where members write to the bot; threads have their channel's permissions. */
const textual: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum]

type Seen = { readonly name: string; readonly missing: readonly NeededPermission[] }

/** What is said of one server. `base`: of the server as a whole; `seen`: the channels in which the bot sees messages. */
const judge = (server: string, base: bigint, seen: readonly Seen[], words: DoctorCatalogue): Finding => {
  const said = words.servers
  const named = (permission: NeededPermission): string => said.permissions[permission].name
  const lacking = (permissions: readonly NeededPermission[]): readonly string[] => [
    ...permissions.map((permission) => said.lacks(said.permissions[permission])),
    said.howToGive,
  ]
  const whole = missingIn(base)
  if (seen.length === 0)
    return whole.length > 0
      ? bad({ text: said.silent(server), details: lacking(whole) })
      : note({ text: said.noChannel(server), details: [said.howToGive] })
  const everywhere = neededPermissions.flatMap(({ name }) =>
    seen.every(({ missing }) => missing.includes(name)) ? [name] : [],
  )
  if (seen.every(({ missing }) => missing.some(isEssential)))
    return bad({ text: said.silent(server), details: lacking(everywhere) })
  const limited = seen.filter(({ missing }) => missing.length > 0)
  if (limited.length === 0) return good(said.good(server, seen.length))
  const listed = limited.slice(0, NAMED).map(({ name, missing }) => said.inChannel(name, missing.map(named)))
  const details =
    limited.length === seen.length && limited.every(({ missing }) => missing.length === everywhere.length)
      ? lacking(everywhere)
      : [...listed, ...(limited.length > NAMED ? [said.more(limited.length - NAMED)] : []), said.howToGive]
  return note({ text: said.limited(server, seen.length - limited.length, seen.length), details })
}

const checkServer = async (
  look: Lookup,
  { id, name }: Server,
  bot: string,
  words: DoctorCatalogue,
): Promise<Finding> => {
  const server = await look(Routes.guild(id), rolesShape)
  const member = await look(Routes.guildMember(id, bot), memberShape)
  const channels = await look(Routes.guildChannels(id), channelsShape)
  if (server.kind !== 'found' || member.kind !== 'found' || channels.kind !== 'found') {
    const [trouble] = [server, member, channels].flatMap((each) => (each.kind === 'found' ? [] : [each]))
    return note({ text: words.servers.unreadable(name), details: trouble ? [troubleWords(trouble, words)] : [] })
  }
  const standing = {
    server: id,
    member: bot,
    isOwner: server.value.owner_id === bot,
    roles: member.value.roles,
    permissionsOf: new Map(server.value.roles.map((role) => [role.id, role.permissions])),
  }
  const seen = channels.value
    .filter(({ type }) => textual.includes(type))
    .map(({ name, permission_overwrites: overwrites }) => ({
      name: name ?? '',
      missing: missingIn(channelPermissions(standing, overwrites ?? [])),
    }))
    .filter(({ missing }) => !missing.includes('ViewChannel'))
  return judge(name, basePermissions(standing), seen, words)
}

const commandsShape = z.array(z.object({ name: z.string() }))

const checkCommands = async (
  look: Lookup,
  { application }: Account,
  guild: string | undefined,
  words: DoctorCatalogue,
  locale: Locale,
): Promise<Finding> => {
  const route =
    guild === undefined
      ? Routes.applicationCommands(application.id)
      : Routes.applicationGuildCommands(application.id, guild)
  const found = await look(route, commandsShape)
  const said = words.commands
  if (found.kind === 'refused') return bad(said.refused)
  if (found.kind !== 'found') return unreachable(found, words, locale)
  if (found.value.length === 0) return note(said.none)
  const ours = new Set<string>((guild === undefined ? globalCommands : serverCommands).map(({ name }) => name))
  const same = found.value.length === ours.size && found.value.every(({ name }) => ours.has(name))
  return same ? good(said.good(ours.size, guild)) : note(said.other)
}

/** Discord shows a command of a server beside the one of the same name that is everywhere. */
const checkTwice = async (
  look: Lookup,
  { application }: Account,
  servers: readonly Server[],
  words: DoctorCatalogue,
): Promise<readonly Finding[]> => {
  const everywhere = await look(Routes.applicationCommands(application.id), commandsShape)
  if (everywhere.kind !== 'found' || everywhere.value.length === 0) return []
  const twice: string[] = []
  for (const { id, name } of servers) {
    const own = await look(Routes.applicationGuildCommands(application.id, id), commandsShape)
    if (own.kind === 'found' && own.value.length > 0) twice.push(name)
  }
  return twice.length === 0 ? [] : [note(words.commands.twice(twice))]
}

export async function* checkServers(
  look: Lookup,
  account: Account,
  guild: string | undefined,
  words: DoctorCatalogue,
  locale: Locale,
): AsyncGenerator<Finding> {
  const list = await look(Routes.userGuilds(), z.array(serverShape))
  if (list.kind !== 'found') return yield unreachable(list, words, locale)
  const joined = list.value.length
  const own = guild === undefined ? undefined : await look(Routes.guild(guild), serverShape)
  const looked = own === undefined ? list.value.slice(0, LOOKED_AT) : own.kind === 'found' ? [own.value] : []
  if (joined > 0) yield good(words.servers.joined(joined, guild === undefined ? looked.length : joined))
  if (own?.kind === 'refused') return yield bad(words.servers.notIn(guild ?? ''))
  if (own && own.kind !== 'found') return yield unreachable(own, words, locale)
  if (joined === 0) yield note(words.servers.none)
  for (const server of looked) yield await checkServer(look, server, account.user.id, words)
  yield await checkCommands(look, account, guild, words, locale)
  yield* await checkTwice(look, account, looked, words)
}
