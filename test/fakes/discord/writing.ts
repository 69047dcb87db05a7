/** What a person does with messages: write, reply, edit, delete, open a thread. */

import { ChannelType } from 'discord.js'
import { uploadOf } from './file.ts'
import { lengthOf } from './form/field.ts'
import { addDirect, addThread } from './guild.ts'
import { impossible, seenMessageOf, seenPlaceOf } from './lookup.ts'
import { MESSAGE_DEFAULT } from './mention.ts'
import { may, maySend } from './permission.ts'
import type { Person, SayOptions } from './person.ts'
import { edit, post, remove } from './posting.ts'
import { see } from './seen.ts'
import type { Channel, User, World } from './world.ts'

/** Characters, of a subscriber; others have 2,000. */
const LONGEST = 4_000

type Writing = Pick<Person, 'says' | 'dm' | 'dmChannel' | 'edits' | 'deletes' | 'startsThread'>

const checkWriting = (world: World, channel: Channel, user: User, text: string): void => {
  if (lengthOf(text) > LONGEST) throw impossible(`a message of ${lengthOf(text)} characters`)
  if (channel.type === ChannelType.GuildForum) throw impossible('a message in a forum, outside of its threads')
  if (!maySend(channel, user)) throw impossible(`${user.name} may not write here`)
  if (channel.thread?.isLocked && !may(channel, user, 'ManageThreads')) throw impossible('the thread is locked')
  if (!channel.guild && channel.recipients.includes(world.application.bot) && !sharesWithBot(world, user))
    throw impossible(`${user.name} shares no server with the bot and has not installed it`)
}

const sharesWithBot = (world: World, user: User): boolean =>
  user.installs || [...world.guilds.values()].some((guild) => guild.hasBot && guild.members.has(user.id))

export const writingOf = (world: World, user: User): Writing => {
  const write = (channel: Channel, text: string, options: SayOptions) => {
    checkWriting(world, channel, user, text)
    const repliesTo = options.replyTo === undefined ? undefined : seenMessageOf(world, options.replyTo, user)
    if (repliesTo && (repliesTo.channel !== channel || repliesTo.onlyFor))
      throw impossible('a reply to a message of another channel, or to an ephemeral one')
    const message = post(world, {
      channel,
      author: user,
      content: text.trim(),
      uploads: (options.files ?? []).map(uploadOf),
      repliesTo,
      allowed: { ...MESSAGE_DEFAULT, repliedUser: options.pings ?? true },
    })
    return see(message)
  }
  const conversation = () => addDirect(world, [world.application.bot, user])

  return {
    says: (place, text, options = {}) => write(seenPlaceOf(world, place, user), text, options),
    dm: (text, options = {}) => write(conversation(), text, options),
    dmChannel: () => ({ id: conversation().id }),
    edits(ref, text) {
      const message = seenMessageOf(world, ref, user)
      if (message.author !== user) throw impossible('an edit of what another wrote')
      edit(
        world,
        message,
        {
          content: text.trim(),
          embeds: undefined,
          components: undefined,
          flags: undefined,
          allowedMentions: undefined,
          kept: undefined,
          descriptions: new Map(),
          reference: undefined,
          nonce: undefined,
          enforceNonce: false,
        },
        { uploads: [], fallback: MESSAGE_DEFAULT },
      )
      return see(message)
    },
    deletes(ref) {
      const message = seenMessageOf(world, ref, user)
      if (message.author !== user && !may(message.channel, user, 'ManageMessages'))
        throw impossible(`${user.name} may not delete this message`)
      remove(world, message)
    },
    startsThread(place, name, from) {
      const parent = seenPlaceOf(world, place, user)
      if (parent.type === ChannelType.GuildVoice) throw impossible('a thread in a voice channel')
      if (!may(parent, user, 'CreatePublicThreads')) throw impossible(`${user.name} may not open threads here`)
      const message = from === undefined ? undefined : seenMessageOf(world, from, user)
      return { id: addThread(world, parent, { name, by: user, ...(message && { from: message }) }).id }
    },
  }
}
