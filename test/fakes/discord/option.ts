/** The options of a slash command as a person's client fills them in: checked against the registered definition. */
import { ApplicationCommandOptionType as Type } from 'discord.js'
import type { GivenFile } from './file.ts'
import { type Fields, isFields, lengthOf } from './form/field.ts'
import { impossible } from './lookup.ts'
import { attachmentPayload, partialMemberPayload, rolePayload, userPayload } from './payload.ts'
import { permissionsIn } from './permission.ts'
import type { Attachment, Channel, Command, User, World } from './world.ts'

/** A value for an option: people, roles and channels by id. */
export type OptionValue = string | number | boolean | { readonly id: string } | GivenFile

/** The same, once its file is uploaded. */
type KeptValue = Exclude<OptionValue, GivenFile> | Attachment

const entries = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : [])

const isAttachment = (value: KeptValue): value is Attachment => typeof value === 'object' && 'bytes' in value

const checkText = (option: Fields, value: string): void => {
  const length = lengthOf(value)
  if (length < Number(option.min_length ?? 0) || length > Number(option.max_length ?? 6000))
    throw impossible(`${option.name} has ${length} characters`)
}

const checkNumber = (option: Fields, value: number): void => {
  if (option.type === Type.Integer && !Number.isInteger(value)) throw impossible(`${option.name} is not whole`)
  if (value < Number(option.min_value ?? -Infinity) || value > Number(option.max_value ?? Infinity))
    throw impossible(`${option.name} is out of range`)
}

const expected: Readonly<Record<number, 'string' | 'number' | 'boolean' | 'object'>> = {
  [Type.String]: 'string',
  [Type.Integer]: 'number',
  [Type.Number]: 'number',
  [Type.Boolean]: 'boolean',
  [Type.User]: 'object',
  [Type.Channel]: 'object',
  [Type.Role]: 'object',
  [Type.Mentionable]: 'object',
  [Type.Attachment]: 'object',
}

const checkValue = (option: Fields, value: KeptValue): void => {
  if (typeof value !== expected[Number(option.type)])
    throw impossible(`${option.name} takes a ${expected[Number(option.type)]}, got ${typeof value}`)
  if (typeof value === 'string') checkText(option, value)
  if (typeof value === 'number') checkNumber(option, value)
  const choices = entries(option.choices)
  if (choices.length > 0 && !choices.some((each) => each.value === value))
    throw impossible(`${String(value)} is no choice of ${option.name}`)
}

/** The people, roles, channels and files that ids among the values stand for. */
export const resolve = (
  world: World,
  channel: Channel,
  viewer: User,
  values: readonly (string | Attachment)[],
): Fields => {
  const resolved: Record<string, Record<string, unknown>> = {}
  const put = (kind: string, id: string, value: unknown) => {
    resolved[kind] = { ...resolved[kind], [id]: value }
  }
  for (const value of values) {
    if (typeof value !== 'string') {
      put('attachments', value.id, attachmentPayload(value))
      continue
    }
    const user = world.users.get(value)
    const member = channel.guild?.members.get(value)
    const role = channel.guild?.roles.get(value)
    const named = world.channels.get(value)
    if (user) put('users', value, userPayload(user))
    if (member)
      put('members', value, {
        ...partialMemberPayload(member),
        permissions: String(permissionsIn(channel, member.user)),
      })
    if (role) put('roles', value, rolePayload(role))
    if (named)
      put('channels', value, {
        id: named.id,
        type: named.type,
        name: named.name,
        parent_id: named.parent?.id ?? null,
        permissions: String(permissionsIn(named, viewer)),
        app_permissions: String(permissionsIn(named, world.application.bot)),
      })
    if (!user && !role && !named) throw impossible(`there is no ${value}`)
  }
  return resolved
}

/** The subcommand that `path` names, and the options around it as the interaction carries them. */
const descend = (
  definition: readonly Fields[],
  path: readonly string[],
): { readonly leaf: readonly Fields[]; readonly wrap: (inner: readonly Fields[]) => readonly Fields[] } => {
  const [name, ...rest] = path
  const subs = definition.filter(({ type }) => type === Type.Subcommand || type === Type.SubcommandGroup)
  if (name === undefined) {
    if (subs.length > 0) throw impossible('a command with subcommands is not used alone')
    return { leaf: definition, wrap: (inner) => inner }
  }
  const sub = subs.find((each) => each.name === name)
  if (!sub) throw impossible(`there is no subcommand ${name}`)
  const { leaf, wrap } = descend(entries(sub.options), rest)
  return { leaf, wrap: (inner) => [{ name, type: sub.type, options: wrap(inner) }] }
}

/** Fills a command in. While an option is being typed, nothing needs to be complete yet. */
export const fillIn = (
  command: Command,
  path: readonly string[],
  values: Readonly<Record<string, KeptValue>>,
  typing?: { readonly option: string; readonly typed: string },
): {
  readonly options: readonly Fields[]
  readonly mentioned: readonly (string | Attachment)[]
  readonly focused?: number
} => {
  const { leaf, wrap } = descend(entries(command.form.options), path)
  const unknown = Object.keys(values).find((name) => !leaf.some((option) => option.name === name))
  if (unknown !== undefined) throw impossible(`${command.form.name} has no option ${unknown}`)
  const mentioned: (string | Attachment)[] = []
  const filled = leaf.flatMap((option): readonly Fields[] => {
    const name = String(option.name)
    if (typing?.option === name) {
      if (!option.autocomplete) throw impossible(`${name} is not autocompleted`)
      return [{ name, type: option.type, value: typing.typed, focused: true }]
    }
    const value = values[name]
    if (value === undefined) {
      if (option.required && !typing) throw impossible(`${name} is required`)
      return []
    }
    checkValue(option, value)
    if (typeof value !== 'object') return [{ name, type: option.type, value }]
    mentioned.push(isAttachment(value) ? value : value.id)
    return [{ name, type: option.type, value: value.id }]
  })
  const focused = typing && leaf.find((option) => option.name === typing.option)
  if (typing && !focused) throw impossible(`${command.form.name} has no option ${typing.option}`)
  return { options: wrap(filled), mentioned, ...(focused && { focused: Number(focused.type) }) }
}
