/** Who may see and change what concerns a whole server, asked at every use: Discord's own check can be given away. */
import { type Interaction, PermissionFlagsBits } from 'discord.js'

type Administered<P extends string> = { readonly server: string } | { readonly problem: P }

/** The server's id where the member may manage it; otherwise why not. */
export const administered = (interaction: Interaction): Administered<'server_only' | 'manage_server_only'> => {
  if (!interaction.inCachedGuild()) return { problem: 'server_only' }
  const isAllowed = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true
  return isAllowed ? { server: interaction.guildId } : { problem: 'manage_server_only' }
}

/** The same for what members of the server's `adminRoles` may do too. */
export const overseen = async (
  interaction: Interaction,
  adminRolesOf: (server: string) => Promise<readonly string[]>,
): Promise<Administered<'server_only' | 'admin_only'>> => {
  const manages = administered(interaction)
  if ('server' in manages) return manages
  if (!interaction.inCachedGuild()) return { problem: 'server_only' }
  const roles = await adminRolesOf(interaction.guildId)
  const isAllowed = roles.some((role) => interaction.member.roles.cache.has(role))
  return isAllowed ? { server: interaction.guildId } : { problem: 'admin_only' }
}
