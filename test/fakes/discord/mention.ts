/** Whom a text notifies. Source: Discord's documentation, "Allowed Mentions Object". */
import type { AllowedMentions } from './form/message.ts'
import { may } from './permission.ts'
import type { Channel, Pings, User } from './world.ts'

/** Without `allowed_mentions`: all in ordinary messages, people alone in interactions and webhooks. */
export const MESSAGE_DEFAULT: AllowedMentions = {
  parse: ['users', 'roles', 'everyone'],
  users: [],
  roles: [],
  repliedUser: true,
}
export const WEBHOOK_DEFAULT: AllowedMentions = { parse: ['users'], users: [], roles: [], repliedUser: false }

export const NOBODY: Pings = { everyone: false, users: [], roles: [] }

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)]

const named = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap((found) => found[1] ?? [])

export const mentionsIn = (
  text: string,
  allowed: AllowedMentions,
  {
    channel,
    author,
    repliesTo,
  }: { readonly channel: Channel; readonly author: User; readonly repliesTo?: User | undefined },
): Pings => {
  const mayPingAll = may(channel, author, 'MentionEveryone')
  const users = named(text, /<@!?(\d{1,20})>/g).filter(
    (id) => allowed.parse.includes('users') || allowed.users.includes(id),
  )
  const roles = named(text, /<@&(\d{1,20})>/g).filter((id) => {
    const role = channel.guild?.roles.get(id)
    return role && (role.isMentionable || mayPingAll) && (allowed.parse.includes('roles') || allowed.roles.includes(id))
  })
  return {
    everyone: /@(?:everyone|here)\b/.test(text) && mayPingAll && allowed.parse.includes('everyone'),
    users: unique([...users, ...(repliesTo && allowed.repliedUser ? [repliesTo.id] : [])]),
    roles: unique(roles),
  }
}
