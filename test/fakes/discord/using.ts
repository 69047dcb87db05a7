/** What a person does with the app: commands, menus, buttons, selects and modals, as far as the client lets them. */
import { ApplicationCommandType, ButtonStyle, ComponentType, InteractionType, Locale, MessageFlags } from 'discord.js'
import { isGivenFile, keep, uploadOf } from './file.ts'
import type { Component } from './form/component.ts'
import { type Fields, isFields } from './form/field.ts'
import { act, isOffered, ownersOf } from './interaction.ts'
import { follow, type Invocation, interactionOf } from './invocation.ts'
import { impossible, seenMessageOf, seenPlaceOf, userOf } from './lookup.ts'
import { modalDataOf } from './modal-data.ts'
import { fillIn, type OptionValue, resolve } from './option.ts'
import { messagePayload } from './payload.ts'
import { may, permissionsIn } from './permission.ts'
import type { CommandOptions, Person, Ref } from './person.ts'
import { componentOf } from './seen.ts'
import type { Waiting } from './waiting.ts'
import type { Channel, Command, Interaction, Message, User, World } from './world.ts'

type Using = Pick<Person, 'slash' | 'autocomplete' | 'messageMenu' | 'userMenu' | 'press' | 'select' | 'submitModal'>

const ADMINISTRATOR = 1n << 3n

const checkLocale = (locale: string): string => {
  if (!Object.values<string>(Locale).includes(locale)) throw impossible(`a client in the language ${locale}`)
  return locale
}

export const usingOf = (world: World, waiting: Waiting, user: User): Using => {
  const localeOf = (options: CommandOptions | undefined) => checkLocale(options?.locale ?? user.locale)

  const isAllowed = (command: Command, channel: Channel): boolean => {
    if (!channel.guild) return true
    const needed = command.form.default_member_permissions
    const has = permissionsIn(channel, user)
    if ((has & ADMINISTRATOR) !== 0n) return true
    if (!may(channel, user, 'UseApplicationCommands')) return false
    if (needed === null || needed === undefined) return true
    const bits = BigInt(String(needed))
    return bits !== 0n && (has & bits) === bits
  }

  const commandOf = (channel: Channel, name: string, type: ApplicationCommandType): Command => {
    const scopes = [channel.guild?.id ?? '', 'global'].flatMap((key) => [...(world.commands.get(key)?.values() ?? [])])
    const found = scopes.filter(({ form }) => form.name === name && form.type === type)
    if (found.length === 0) throw impossible(`no command ${name} is registered`)
    const offered = found.find((command) => isOffered(world, command, channel, user))
    if (!offered) throw impossible(`the command ${name} is not offered here`)
    if (!isAllowed(offered, channel)) throw impossible(`${user.name} lacks the permissions for ${name}`)
    if (channel.thread?.isArchived) throw impossible('a command in an archived thread')
    return offered
  }

  const use = (
    channel: Channel,
    command: Command,
    path: readonly string[],
    data: Fields,
    extra: Partial<Pick<Interaction, 'target' | 'focused'>> & {
      readonly type?: InteractionType
      readonly locale: string
    },
  ): Invocation => {
    const interaction = act(
      world,
      {
        type: InteractionType.ApplicationCommand,
        by: user,
        channel,
        owners: ownersOf(world, channel, user, command),
        command: {
          id: command.id,
          name: [command.form.name, ...path].join(' '),
          isMenu: command.form.type !== ApplicationCommandType.ChatInput,
        },
        ...extra,
      },
      {
        id: command.id,
        name: command.form.name,
        type: command.form.type,
        ...(command.guild && { guild_id: command.guild.id }),
        ...data,
      },
    )
    return follow(world, waiting, interaction)
  }

  const fill = (
    place: Ref,
    name: string,
    values: Readonly<Record<string, OptionValue>>,
    typing?: { readonly option: string; readonly typed: string },
  ) => {
    const channel = seenPlaceOf(world, place, user)
    const [root = '', ...path] = name.split(' ')
    const command = commandOf(channel, root, ApplicationCommandType.ChatInput)
    const kept = Object.entries(values).map(([key, value]) => [
      key,
      isGivenFile(value) ? keep(world, channel, uploadOf(value)) : value,
    ])
    const filled = fillIn(command, path, Object.fromEntries(kept), typing)
    const resolved = resolve(world, channel, user, filled.mentioned)
    const data = { options: filled.options, ...(Object.keys(resolved).length > 0 && { resolved }) }
    return { channel, command, path, data, focused: filled.focused }
  }

  /** A component of a message that the person can use now. */
  const usable = (ref: Ref, customId: string): { readonly message: Message; readonly component: Component } => {
    const message = seenMessageOf(world, ref, user)
    const component = componentOf(message, customId)
    if (message.flags & MessageFlags.Loading || !component) throw impossible(`the message has no component ${customId}`)
    if (component.disabled) throw impossible(`${customId} is disabled`)
    if (message.channel.thread?.isArchived) throw impossible('a component in an archived thread')
    return { message, component }
  }

  const touch = (message: Message, data: Fields, locale: string): Invocation =>
    follow(
      world,
      waiting,
      act(
        world,
        {
          type: InteractionType.MessageComponent,
          by: user,
          locale,
          channel: message.channel,
          owners: message.interaction?.owners ?? ownersOf(world, message.channel, user),
          on: message,
        },
        data,
      ),
    )

  const menu = (
    place: Ref,
    name: string,
    type: ApplicationCommandType,
    target: string,
    resolved: Fields,
    locale: string,
    message?: Message,
  ) => {
    const channel = seenPlaceOf(world, place, user)
    const command = commandOf(channel, name, type)
    return use(channel, command, [], { target_id: target, resolved }, { locale, ...(message && { target: message }) })
  }

  return {
    slash(place, name, values = {}, options) {
      const { channel, command, path, data } = fill(place, name, values)
      return use(channel, command, path, data, { locale: localeOf(options) })
    },
    autocomplete(place, name, { option, typed, values = {} }, options) {
      const { channel, command, path, data, focused = 0 } = fill(place, name, values, { option, typed })
      const type = InteractionType.ApplicationCommandAutocomplete
      return use(channel, command, path, data, { type, focused, locale: localeOf(options) })
    },
    messageMenu(place, name, ref, options) {
      const message = seenMessageOf(world, ref, user)
      const resolved = { messages: { [message.id]: messagePayload(world, message) } }
      return menu(place, name, ApplicationCommandType.Message, message.id, resolved, localeOf(options), message)
    },
    userMenu(place, name, ref, options) {
      const target = userOf(world, ref)
      const resolved = resolve(world, seenPlaceOf(world, place, user), user, [target.id])
      return menu(place, name, ApplicationCommandType.User, target.id, resolved, localeOf(options))
    },
    press(ref, customId, options) {
      const { message, component } = usable(ref, customId)
      if (component.type !== ComponentType.Button || component.style === ButtonStyle.Link)
        throw impossible(`${customId} is no button to press`)
      return touch(
        message,
        { custom_id: customId, component_type: component.type, id: component.id },
        localeOf(options),
      )
    },
    select(ref, customId, values, options) {
      const { message, component } = usable(ref, customId)
      checkChosen(component, values)
      const resolved =
        component.type === ComponentType.StringSelect ? {} : { resolved: resolve(world, message.channel, user, values) }
      const data = { custom_id: customId, component_type: component.type, id: component.id, values, ...resolved }
      return touch(message, data, localeOf(options))
    },
    submitModal(opened, values, options) {
      const opener = interactionOf(opened)
      if (!opener.modal || opener.by !== user) throw impossible(`no modal is open at ${user.name}'s client`)
      const interaction = act(
        world,
        {
          type: InteractionType.ModalSubmit,
          by: user,
          locale: localeOf(options),
          channel: opener.channel,
          owners: opener.owners,
          opener,
          ...(opener.on && { on: opener.on }),
        },
        { custom_id: opener.modal.customId, components: modalDataOf(opener.modal, values) },
      )
      return follow(world, waiting, interaction)
    },
  }
}

const checkChosen = (component: Component, values: readonly string[]): void => {
  if (component.type === ComponentType.Button) throw impossible(`${String(component.custom_id)} is no select menu`)
  const [min, max] = [Number(component.min_values ?? 1), Number(component.max_values ?? 1)]
  if (values.length < min || values.length > max) throw impossible(`${values.length} values chosen of ${min} to ${max}`)
  if (component.type !== ComponentType.StringSelect || !Array.isArray(component.options)) return
  const known = component.options.filter(isFields).map(({ value }) => value)
  const other = values.find((value) => !known.includes(value))
  if (other !== undefined) throw impossible(`${other} is no option of ${String(component.custom_id)}`)
}
