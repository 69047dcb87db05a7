/** Where an interaction happens, as far as it decides what its member may do. */
import type { BaseInteraction } from 'discord.js'
import type { Place } from './desk.ts'

/** The parts of an interaction that say so; what the client cannot know is absent from the partial forms. */
type Located = Pick<BaseInteraction, 'user' | 'guildId' | 'channelId' | 'channel' | 'member' | 'inCachedGuild'>

const rolesOf = (member: Located['member']): readonly string[] => {
  if (!member) return []
  // A member of a server that the bot is not in comes as Discord sends it.
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()]
}

export const interactionPlace = (interaction: Located): Place => {
  const { channel } = interaction
  return {
    member: interaction.user.id,
    // A server that has not installed the bot has no settings here.
    server: interaction.inCachedGuild() ? interaction.guildId : undefined,
    channel: interaction.channelId ?? '',
    parent: channel?.isThread() === true ? (channel.parentId ?? undefined) : undefined,
    roles: rolesOf(interaction.member),
  }
}
