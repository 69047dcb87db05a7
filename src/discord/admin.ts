/** Who may see and change what concerns a whole server, asked at every use: Discord's own check can be given away. */
import { type Interaction, PermissionFlagsBits } from 'discord.js'

/** The server's id; otherwise why not. */
export const administered = (
  interaction: Interaction,
): { readonly server: string } | { readonly problem: 'server_only' | 'manage_server_only' } => {
  if (!interaction.inCachedGuild()) return { problem: 'server_only' }
  const isAllowed = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true
  return isAllowed ? { server: interaction.guildId } : { problem: 'manage_server_only' }
}
