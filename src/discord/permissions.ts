/** What the bot must be allowed on Discord and why, the links that ask for exactly that, and what it may do in a channel. */
import { ApplicationIntegrationType, OAuth2Scopes, PermissionFlagsBits } from 'discord.js'
import type { NeededPermission } from '../locale/doctor-catalogue.ts'

/**
 * `essential`: without it nobody who mentions the bot gets an answer; without one of the others something less works.
 * Slash commands need none of them. Not here: Embed Links (no message of ours has an embed or a preview), Attach Files,
 * Use External Emojis, and all that manages or moderates.
 */
export const neededPermissions: readonly { readonly name: NeededPermission; readonly essential: boolean }[] = [
  // Its messages arrive only from channels that it sees.
  { name: 'ViewChannel', essential: true },
  { name: 'SendMessages', essential: true },
  // Discord takes replies from nobody who may not read what is replied to; the bot then answers without replying.
  { name: 'ReadMessageHistory', essential: false },
  // The button under an answer.
  { name: 'CreatePublicThreads', essential: false },
  // In threads, Send Messages counts for nothing.
  { name: 'SendMessagesInThreads', essential: false },
]

const bits = (names: readonly NeededPermission[]): bigint =>
  names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n)

export const neededBits: bigint = bits(neededPermissions.map(({ name }) => name))

/** Which of the needed permissions are not among these bits. */
export const missingIn = (permissions: bigint): readonly NeededPermission[] =>
  neededPermissions.flatMap(({ name }) => ((permissions & PermissionFlagsBits[name]) === 0n ? [name] : []))

export const isEssential = (permission: NeededPermission): boolean =>
  neededPermissions.some(({ name, essential }) => essential && name === permission)

const AUTHORIZE = 'https://discord.com/oauth2/authorize'

/** Adds the bot to a server. Source: Discord's documentation, "OAuth2", "Bot Authorization Flow". */
export const inviteLink = (application: string): string =>
  `${AUTHORIZE}?${new URLSearchParams({
    client_id: application,
    integration_type: String(ApplicationIntegrationType.GuildInstall),
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: String(neededBits),
  })}`

/** Adds the commands to somebody's own account, for use anywhere. */
export const userInstallLink = (application: string): string =>
  `${AUTHORIZE}?${new URLSearchParams({
    client_id: application,
    integration_type: String(ApplicationIntegrationType.UserInstall),
    scope: OAuth2Scopes.ApplicationsCommands,
  })}`

/** `type`: 0 of a role, 1 of a member. */
export type Overwrite = { readonly id: string; readonly type: number; readonly allow: bigint; readonly deny: bigint }

export type Standing = {
  readonly server: string
  readonly member: string
  /** Owning the server is being allowed everything. */
  readonly isOwner: boolean
  /** Of the member, without @everyone's. */
  readonly roles: readonly string[]
  /** Of the server's roles, @everyone's under the id of the server. */
  readonly permissionsOf: ReadonlyMap<string, bigint>
}

const ALL = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n)

/** What a member may do in a server. Source, and of the next: Discord's documentation, "Permission Overwrites". */
export const basePermissions = ({ server, isOwner, roles, permissionsOf }: Standing): bigint => {
  const sum = [server, ...roles].reduce((all, role) => all | (permissionsOf.get(role) ?? 0n), 0n)
  return isOwner || (sum & PermissionFlagsBits.Administrator) !== 0n ? ALL : sum
}

/** What a member may do in a channel: for @everyone, then for the roles together, then for the member, deny before allow. */
export const channelPermissions = (standing: Standing, overwrites: readonly Overwrite[]): bigint => {
  const base = basePermissions(standing)
  if (base === ALL) return ALL
  const steps = [
    overwrites.filter(({ id }) => id === standing.server),
    overwrites.filter(({ id, type }) => type === 0 && id !== standing.server && standing.roles.includes(id)),
    overwrites.filter(({ id, type }) => type === 1 && id === standing.member),
  ]
  return steps.reduce((permissions, step) => {
    const denied = step.reduce((all, { deny }) => all | deny, 0n)
    const allowed = step.reduce((all, { allow }) => all | allow, 0n)
    return (permissions & ~denied) | allowed
  }, base)
}
