/** What Discord demands of the components of a message. Source: its documentation, "Component Reference". */
import { ComponentType } from 'discord.js'
import { type Field, refuse } from '../refusal.ts'
import { buttonForm, once } from './button.ts'
import { address, boolean, choice, type Fields, fields, integer, isFields, lengthOf, list, text } from './field.ts'
import { selectForm } from './select.ts'

/** A component as stored: what was sent, with every `id` filled in. */
export type Component = {
  readonly type: number
  readonly id: number
  readonly components?: readonly Component[]
  readonly accessory?: Component
  readonly component?: Component
  readonly [key: string]: unknown
}

const LIMITS = {
  rows: 5,
  /** A row holds five buttons or one select, which is as wide as five. */
  rowWidth: 5,
  mediaUrl: 2048,
  description: 1024,
  gallery: 10,
  sectionTexts: 3,
  components: 40,
  /** Of all text displays of a message together. */
  text: 4000,
  /**
   * Observed, not documented (discord-api-docs issue 8554): past this many bytes of UTF-8, at 12 more for each text
   * display, the API answers 500.
   */
  textBytes: 10_170,
  textDisplayBytes: 12,
} as const

const SELECTS: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]

const IN_CONTAINER: readonly number[] = [
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
]

type Budget = {
  components: number
  text: number
  bytes: number
  /** Names of the files that `attachment://` may mean. */
  readonly files: readonly string[]
  readonly customIds: Set<string>
}

/** The component's fields, if its type is one of those that may stand here. */
const oneOf = (field: Field, value: unknown, types: readonly number[]): Fields | undefined => {
  const found = fields(field, value, { required: true })
  if (found === undefined) return undefined
  if (found.type === undefined) {
    field.at('type').fail('BASE_TYPE_REQUIRED', 'This field is required')
    return undefined
  }
  if (types.some((type) => type === found.type)) return found
  const named = types.length === 1 ? `(${types[0]},)` : `(${types.join(', ')})`
  field.fail('UNION_TYPE_CHOICES', `Value of field "type" must be one of ${named}.`)
  return undefined
}

const mediaForm = (field: Field, value: unknown, budget: Budget, schemes: readonly string[]): void => {
  const media = fields(field, value, { required: true })
  if (media === undefined) return
  const url = address(field.at('url'), media.url, { max: LIMITS.mediaUrl, schemes, required: true })
  const file = url && /^attachment:\/\/(.*)$/i.exec(url)?.[1]
  if (file !== undefined && file !== '' && !budget.files.includes(file))
    field
      .at('url')
      .fail('UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', `The referenced attachment was not found: ${file}`)
}

const MEDIA = ['http', 'https', 'attachment'] as const

const describedMediaForm = (field: Field, item: Fields, budget: Budget): void => {
  mediaForm(field.at('media'), item.media, budget, MEDIA)
  text(field.at('description'), item.description, { min: 1, max: LIMITS.description })
  boolean(field.at('spoiler'), item.spoiler)
}

const galleryForm = (field: Field, value: unknown, budget: Budget): void => {
  for (const [index, each] of list(field, value, { min: 1, max: LIMITS.gallery, required: true }).entries()) {
    const item = fields(field.at(index), each, { required: true })
    if (item) describedMediaForm(field.at(index), item, budget)
  }
}

const textDisplayForm = (field: Field, display: Fields, budget: Budget): void => {
  const content = text(field.at('content'), display.content, { min: 1, max: LIMITS.text, required: true })
  if (content === undefined) return
  if (content.trim() === '') field.at('content').fail('BASE_TYPE_REQUIRED', 'This field is required')
  budget.text += lengthOf(content)
  budget.bytes += Buffer.byteLength(content) + LIMITS.textDisplayBytes
}

const rowForm = (field: Field, row: Fields, budget: Budget): void => {
  const children = list(field.at('components'), row.components, { min: 1, max: LIMITS.rowWidth, required: true })
  let width = 0
  for (const [index, each] of children.entries()) {
    const at = field.at('components', index)
    const child = oneOf(at, each, [ComponentType.Button, ...SELECTS])
    if (child === undefined) continue
    budget.components += 1
    width += child.type === ComponentType.Button ? 1 : LIMITS.rowWidth
    if (width > LIMITS.rowWidth)
      at.fail('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width')
    if (child.type === ComponentType.Button) buttonForm(at, child, budget.customIds)
    else once(at.at('custom_id'), selectForm(at, child), budget.customIds)
  }
}

const sectionForm = (field: Field, section: Fields, budget: Budget): void => {
  const bounds = { min: 1, max: LIMITS.sectionTexts, required: true }
  for (const [index, each] of list(field.at('components'), section.components, bounds).entries()) {
    const at = field.at('components', index)
    const display = oneOf(at, each, [ComponentType.TextDisplay])
    budget.components += 1
    if (display) textDisplayForm(at, display, budget)
  }
  const at = field.at('accessory')
  const accessory = oneOf(at, section.accessory, [ComponentType.Button, ComponentType.Thumbnail])
  budget.components += 1
  if (accessory?.type === ComponentType.Button) buttonForm(at, accessory, budget.customIds)
  else if (accessory) describedMediaForm(at, accessory, budget)
}

const componentForm = (field: Field, value: unknown, allowed: readonly number[], budget: Budget): void => {
  budget.components += 1
  const found = oneOf(field, value, allowed)
  if (found === undefined) return
  integer(field.at('id'), found.id, { min: 0 })
  switch (found.type) {
    case ComponentType.ActionRow:
      rowForm(field, found, budget)
      break
    case ComponentType.Section:
      sectionForm(field, found, budget)
      break
    case ComponentType.TextDisplay:
      textDisplayForm(field, found, budget)
      break
    case ComponentType.MediaGallery:
      galleryForm(field.at('items'), found.items, budget)
      break
    case ComponentType.File:
      boolean(field.at('spoiler'), found.spoiler)
      mediaForm(field.at('file'), found.file, budget, ['attachment'])
      break
    case ComponentType.Separator:
      boolean(field.at('divider'), found.divider)
      choice(field.at('spacing'), found.spacing, [1, 2])
      break
    case ComponentType.Container:
      integer(field.at('accent_color'), found.accent_color, { min: 0, max: 0xffffff })
      boolean(field.at('spoiler'), found.spoiler)
      childrenForm(field.at('components'), found.components, budget)
  }
}

const childrenForm = (field: Field, value: unknown, budget: Budget): void => {
  const children = list(field, value, { min: 1, max: LIMITS.components, required: true })
  for (const [index, each] of children.entries()) componentForm(field.at(index), each, IN_CONTAINER, budget)
}

/** Components with all that are in them, in reading order. */
export const allOf = (components: readonly Component[]): readonly Component[] =>
  components.flatMap((each) => [
    each,
    ...allOf(each.components ?? []),
    ...allOf([each.accessory, each.component].filter((child) => child !== undefined)),
  ])

/** Gives each component that has none an `id`, in order, using none that another has. */
export const numbered = (given: readonly unknown[]): readonly Component[] => {
  const taken = new Set<number>()
  const visit = (value: unknown, act: (component: Fields) => void): void => {
    if (!isFields(value)) return
    act(value)
    for (const child of [
      ...(Array.isArray(value.components) ? value.components : []),
      value.accessory,
      value.component,
    ])
      visit(child, act)
  }
  for (const each of given) visit(each, ({ id }) => typeof id === 'number' && id > 0 && taken.add(id))
  let next = 0
  const number = (value: Fields): Component => {
    const own = typeof value.id === 'number' && value.id > 0 ? value.id : undefined
    while (own === undefined && taken.has(++next));
    const id = own ?? next
    const child = (key: string) => (isFields(value[key]) ? { [key]: number(value[key]) } : {})
    const children = Array.isArray(value.components) ? { components: value.components.map(number) } : {}
    return { ...value, type: Number(value.type), id, ...children, ...child('accessory'), ...child('component') }
  }
  return given.filter(isFields).map(number)
}

/** The components of a message, checked; `isV2` says whether it has the flag IS_COMPONENTS_V2. */
export const componentsForm = (
  field: Field,
  value: unknown,
  options: { readonly isV2: boolean; readonly files: readonly string[] },
): readonly Component[] => {
  const budget: Budget = { components: 0, text: 0, bytes: 0, files: options.files, customIds: new Set() }
  const max = options.isV2 ? LIMITS.components : LIMITS.rows
  const given = list(field, value, { max })
  const allowed = options.isV2 ? [...IN_CONTAINER, ComponentType.Container] : [ComponentType.ActionRow]
  for (const [index, each] of given.entries()) componentForm(field.at(index), each, allowed, budget)
  if (budget.components > LIMITS.components)
    field.fail(
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `Total number of components exceeds the maximum of ${LIMITS.components}`,
    )
  if (budget.text > LIMITS.text)
    field.fail(
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Components displayable text size exceeds maximum size of ${LIMITS.text}`,
    )
  else if (budget.bytes > LIMITS.textBytes) throw refuse('server_error')
  const components = numbered(given)
  const ids = allOf(components).map(({ id }) => id)
  if (new Set(ids).size < ids.length) field.fail('COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated')
  return components
}
