/**
 * Discord's limits on a message in Components V2, and what breaks them: the client library checks none of it, and
 * Discord refuses the whole message. Sources: developers/components/reference and its OpenAPI description.
 */
import {
  type APIMessageComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js'

export const limits = {
  /** In a message, nested ones included. */
  components: 40,
  /**
   * UTF-16 units of all that is read in a message. Discord takes 4,000 code points of text displays, but answers 500
   * past some 10,170 bytes of UTF-8 (discord-api-docs issue 8554), and a unit takes up to three.
   */
  text: 3_300,
  rowButtons: 5,
  label: 80,
  url: 512,
  customId: 100,
  placeholder: 150,
  options: 25,
  optionText: 100,
  sectionTexts: 3,
} as const

/** What is sent: Discord's own form of a message in Components V2. It pings nobody and shows no link previews. */
export type MessageBody = {
  readonly flags: number
  readonly components: APIMessageTopLevelComponent[]
  readonly allowed_mentions: { parse: []; replied_user: false }
}

/** A component with those inside it, itself first. */
const nested = (component: APIMessageComponent): readonly APIMessageComponent[] => {
  const inside = 'components' in component ? component.components : []
  const accessory = component.type === ComponentType.Section ? [component.accessory] : []
  return [component, ...[...inside, ...accessory].flatMap(nested)]
}

const all = ({ components }: MessageBody): readonly APIMessageComponent[] => components.flatMap(nested)

/** Everything of a component that a reader reads. */
const texts = (component: APIMessageComponent): readonly string[] => {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return [component.content]
    case ComponentType.Button:
      return 'label' in component ? [component.label ?? ''] : []
    case ComponentType.StringSelect:
      return [
        component.placeholder ?? '',
        ...component.options.flatMap((option) => [option.label, option.description ?? '']),
      ]
    case ComponentType.ChannelSelect:
    case ComponentType.RoleSelect:
    case ComponentType.UserSelect:
    case ComponentType.MentionableSelect:
      return [component.placeholder ?? '']
    default:
      return []
  }
}

export type Size = { readonly components: number; readonly text: number }

export const sizeOf = (components: readonly APIMessageComponent[]): Size => {
  const every = components.flatMap(nested)
  return { components: every.length, text: every.flatMap(texts).reduce((sum, text) => sum + text.length, 0) }
}

const between = (what: string, length: number, least: number, most: number): readonly string[] =>
  length < least || length > most ? [`${what}: ${length}, not ${least} to ${most}`] : []

/** Of what Discord allows, what we use. */
const inContainer: ReadonlySet<ComponentType> = new Set([
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.Separator,
  ComponentType.TextDisplay,
])
const inMessage: ReadonlySet<ComponentType> = new Set([...inContainer, ComponentType.Container])

const problemsOf = (component: APIMessageComponent): readonly string[] => {
  switch (component.type) {
    case ComponentType.Container: {
      const wrong = component.components.filter(({ type }) => !inContainer.has(type))
      return [
        ...between('components of a container', component.components.length, 1, limits.components),
        ...wrong.map(({ type }) => `type ${type} inside a container`),
      ]
    }
    case ComponentType.Section:
      return between('texts of a section', component.components.length, 1, limits.sectionTexts)
    case ComponentType.ActionRow: {
      const buttons = component.components.filter(({ type }) => type === ComponentType.Button).length
      const most = buttons === component.components.length ? limits.rowButtons : 1
      return between('components of a row', component.components.length, 1, most)
    }
    case ComponentType.TextDisplay:
      return component.content.trim() === '' ? ['an empty text display'] : []
    case ComponentType.Button: {
      if (component.style === ButtonStyle.Premium) return ['a premium button']
      const named = component.emoji === undefined ? 1 : 0
      return [
        ...between('label', component.label?.length ?? 0, named, limits.label),
        ...(component.style === ButtonStyle.Link ? between('url', component.url.length, 1, limits.url) : []),
      ]
    }
    case ComponentType.StringSelect: {
      const { options } = component
      const values = new Set(options.map(({ value }) => value))
      return [
        ...between('options', options.length, 1, limits.options),
        ...(values.size < options.length ? ['two options of one value'] : []),
        ...between('chosen options', options.filter((option) => option.default).length, 0, component.max_values ?? 1),
        ...options.flatMap(({ label, value, description }) => [
          ...between('label of an option', label.length, 1, limits.optionText),
          ...between('value of an option', value.length, 1, limits.optionText),
          ...between('description of an option', description?.length ?? 1, 1, limits.optionText),
        ]),
      ]
    }
    case ComponentType.ChannelSelect:
    case ComponentType.RoleSelect: {
      const { min_values: least = 1, max_values: most = 1, default_values: chosen } = component
      return [
        ...between('max_values', most, Math.max(1, least), limits.options),
        ...(chosen === undefined || chosen.length === 0 ? [] : between('default_values', chosen.length, least, most)),
      ]
    }
    case ComponentType.Separator:
      return []
    default:
      return [`type ${component.type}`]
  }
}

/** Everything in a message that Discord would refuse, in words for a developer; none where it may be sent. */
export const overruns = (body: MessageBody): readonly string[] => {
  const every = all(body)
  const size = sizeOf(body.components)
  const ids = every.flatMap((each) => ('custom_id' in each ? [each.custom_id] : []))
  const placeholders = every.flatMap((each) => ('placeholder' in each ? [each.placeholder ?? ''] : []))
  const top = body.components.filter(({ type }) => !inMessage.has(type))
  return [
    ...between('components', size.components, 1, limits.components),
    ...between('text', size.text, 0, limits.text),
    ...ids.flatMap((id) => between('custom_id', id.length, 1, limits.customId)),
    ...placeholders.flatMap((placeholder) => between('placeholder', placeholder.length, 0, limits.placeholder)),
    ...(new Set(ids).size < ids.length ? ['two components of one custom_id'] : []),
    ...top.map(({ type }) => `type ${type} at the top`),
    ...((body.flags & MessageFlags.IsComponentsV2) === 0 ? ['not in Components V2'] : []),
    ...('content' in body || 'embeds' in body ? ['content or embeds beside Components V2'] : []),
    ...((body.allowed_mentions.parse as readonly unknown[]).length > 0 ? ['mentions that ping'] : []),
    ...every.flatMap(problemsOf),
  ]
}

/** Throws RangeError naming everything that Discord would refuse. */
export const assertWithinLimits = (body: MessageBody): void => {
  const found = overruns(body)
  if (found.length > 0) throw new RangeError(found.join('; '))
}
