/** What Discord demands of a modal. Source: its documentation, "Interaction Response Object" and "Component Reference". */
import { ComponentType } from 'discord.js'
import type { Field } from '../refusal.ts'
import { CUSTOM_ID } from './button.ts'
import { type Component, numbered } from './component.ts'
import { boolean, choice, type Fields, fields, integer, list, text } from './field.ts'
import { selectForm } from './select.ts'

const LIMITS = {
  title: 45,
  components: 5,
  label: 45,
  description: 100,
  value: 4000,
  placeholder: 100,
  choices: 10,
} as const

const ENTITY_SELECTS: readonly unknown[] = [
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]

export type Modal = { readonly customId: string; readonly title: string; readonly components: readonly Component[] }

const inputForm = (field: Field, input: Fields): string | undefined => {
  const customId = text(field.at('custom_id'), input.custom_id, { ...CUSTOM_ID, required: true })
  choice(field.at('style'), input.style, [1, 2], { required: true })
  const min = integer(field.at('min_length'), input.min_length, { min: 0, max: LIMITS.value }) ?? 0
  const max = integer(field.at('max_length'), input.max_length, { min: 1, max: LIMITS.value }) ?? LIMITS.value
  if (min > max) field.at('min_length').fail('TEXT_INPUT_MIN_LENGTH', 'min_length exceeds max_length')
  text(field.at('value'), input.value, { max })
  text(field.at('placeholder'), input.placeholder, { max: LIMITS.placeholder })
  boolean(field.at('required'), input.required)
  return customId
}

/** Radio group, checkbox group. */
const groupForm = (field: Field, group: Fields, fewest: number): string | undefined => {
  const customId = text(field.at('custom_id'), group.custom_id, { ...CUSTOM_ID, required: true })
  const bounds = { min: fewest, max: LIMITS.choices, required: true }
  for (const [index, each] of list(field.at('options'), group.options, bounds).entries()) {
    const option = fields(field.at('options', index), each, { required: true })
    if (option === undefined) continue
    for (const key of ['value', 'label'])
      text(field.at('options', index, key), option[key], { max: 100, required: true })
  }
  return customId
}

const controlForm = (field: Field, value: unknown): string | undefined => {
  const control = fields(field, value, { required: true })
  if (control === undefined) return undefined
  if (control.disabled) field.at('disabled').fail('COMPONENT_DISABLED', 'A modal cannot have disabled components')
  switch (control.type) {
    case ComponentType.TextInput:
      return inputForm(field, control)
    case ComponentType.StringSelect:
      return selectForm(field, control)
    case ComponentType.RadioGroup:
      return groupForm(field, control, 2)
    case ComponentType.CheckboxGroup:
      return groupForm(field, control, 1)
    case ComponentType.FileUpload:
    case ComponentType.Checkbox:
      return text(field.at('custom_id'), control.custom_id, { ...CUSTOM_ID, required: true })
    default:
      if (ENTITY_SELECTS.includes(control.type)) return selectForm(field, control)
      field.fail('UNION_TYPE_CHOICES', 'Value of field "type" must be one of (3, 4, 5, 6, 7, 8, 19, 21, 22, 23).')
      return undefined
  }
}

/** A label with its control, or the deprecated action row with a text input: gives the control's custom id. */
const partForm = (field: Field, part: Fields): string | undefined => {
  switch (part.type) {
    case ComponentType.TextDisplay:
      text(field.at('content'), part.content, { min: 1, max: LIMITS.value, required: true })
      return undefined
    case ComponentType.Label:
      text(field.at('label'), part.label, { min: 1, max: LIMITS.label, required: true })
      text(field.at('description'), part.description, { min: 1, max: LIMITS.description })
      return controlForm(field.at('component'), part.component)
    case ComponentType.ActionRow: {
      const [only] = list(field.at('components'), part.components, { min: 1, max: 1, required: true })
      const at = field.at('components', 0)
      const input = fields(at, only, { required: true })
      if (input === undefined) return undefined
      if (input.type !== ComponentType.TextInput)
        at.fail('UNION_TYPE_CHOICES', 'Value of field "type" must be one of (4,).')
      text(at.at('label'), input.label, { min: 1, max: LIMITS.label, required: true })
      return inputForm(at, input)
    }
    default:
      field.fail('UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1, 10, 18).')
      return undefined
  }
}

export const modalForm = (field: Field, value: unknown): Modal => {
  const modal = fields(field, value, { required: true }) ?? {}
  const customId = text(field.at('custom_id'), modal.custom_id, { ...CUSTOM_ID, required: true })
  const title = text(field.at('title'), modal.title, { min: 1, max: LIMITS.title, required: true })
  const parts = list(field.at('components'), modal.components, { min: 1, max: LIMITS.components, required: true })
  const seen = new Set<string>()
  for (const [index, each] of parts.entries()) {
    const at = field.at('components', index)
    const part = fields(at, each, { required: true })
    const id = part && partForm(at, part)
    if (id === undefined) continue
    if (seen.has(id)) at.fail('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')
    seen.add(id)
  }
  return { customId: customId ?? '', title: title ?? '', components: numbered(parts) }
}
