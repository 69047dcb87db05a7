/** What a person points at, by id; what does not exist cannot be pointed at. */
import { messagesOf } from './interaction.ts'
import { maySee } from './permission.ts'
import type { Channel, Message, User, World } from './world.ts'

const idOf = (ref: string | { readonly id: string }): string => (typeof ref === 'string' ? ref : ref.id)

/** A person's client would not let this happen: the test asks for what nobody can do. */
export const impossible = (text: string): Error => new Error(`Nobody could do this at a Discord client: ${text}`)

export const placeOf = (world: World, place: string | { readonly id: string }): Channel => {
  const channel = world.channels.get(idOf(place))
  if (!channel) throw impossible(`there is no channel ${idOf(place)}`)
  return channel
}

/** A channel that the person is in front of. */
export const seenPlaceOf = (world: World, place: string | { readonly id: string }, user: User): Channel => {
  const channel = placeOf(world, place)
  if (!maySee(channel, user)) throw impossible(`${user.name} does not see ${channel.name || channel.id}`)
  return channel
}

/** Any message, ephemeral ones too. */
export const findMessage = (world: World, ref: string | { readonly id: string }): Message | undefined => {
  const id = idOf(ref)
  for (const channel of world.channels.values()) {
    const message = channel.messages.get(id)
    if (message) return message
  }
  for (const interaction of world.interactions.values()) {
    const message = messagesOf(interaction).find((each) => each.id === id)
    if (message) return message
  }
  return undefined
}

/** A message that is there and that the person sees. */
export const seenMessageOf = (world: World, ref: string | { readonly id: string }, user: User): Message => {
  const message = findMessage(world, ref)
  if (!message || message.isDeleted) throw impossible(`there is no message ${idOf(ref)}`)
  if (message.onlyFor && message.onlyFor !== user) throw impossible(`${user.name} does not see an ephemeral message`)
  if (!maySee(message.channel, user)) throw impossible(`${user.name} does not see the message's channel`)
  return message
}

export const userOf = (world: World, ref: string | { readonly id: string }): User => {
  const user = world.users.get(idOf(ref))
  if (!user) throw impossible(`there is no user ${idOf(ref)}`)
  return user
}
