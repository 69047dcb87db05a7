/** What Discord demands of select menus, in messages and in modals. */
import { ComponentType } from 'discord.js'
import type { Field } from '../refusal.ts'
import { emojiForm } from './button.ts'
import { boolean, type Fields, fields, integer, list, text } from './field.ts'

const LIMITS = { customId: 100, placeholder: 150, options: 25, option: 100 } as const

/** Checks a select menu and gives its custom id. */
export const selectForm = (field: Field, select: Fields): string | undefined => {
  const customId = text(field.at('custom_id'), select.custom_id, { min: 1, max: LIMITS.customId, required: true })
  text(field.at('placeholder'), select.placeholder, { max: LIMITS.placeholder })
  boolean(field.at('disabled'), select.disabled)
  const min = integer(field.at('min_values'), select.min_values, { min: 0, max: LIMITS.options }) ?? 1
  const max = integer(field.at('max_values'), select.max_values, { min: 1, max: LIMITS.options }) ?? 1
  if (min > max)
    field.at('min_values').fail('SELECT_COMPONENT_MIN_VALUES', `min_values must be equal to or less than ${max}`)
  if (select.type === ComponentType.StringSelect) optionsForm(field.at('options'), select.options, max)
  else list(field.at('default_values'), select.default_values, { max: LIMITS.options })
  return customId
}

const optionsForm = (field: Field, value: unknown, max: number): void => {
  const options = list(field, value, { min: 1, max: LIMITS.options, required: true })
  const seen = new Set<string>()
  let defaults = 0
  for (const [index, each] of options.entries()) {
    const at = field.at(index)
    const option = fields(at, each, { required: true })
    if (option === undefined) continue
    text(at.at('label'), option.label, { min: 1, max: LIMITS.option, required: true })
    text(at.at('description'), option.description, { max: LIMITS.option })
    emojiForm(at.at('emoji'), option.emoji)
    if (boolean(at.at('default'), option.default)) defaults += 1
    const chosen = text(at.at('value'), option.value, { min: 1, max: LIMITS.option, required: true })
    if (chosen === undefined) continue
    if (seen.has(chosen))
      at.fail('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used')
    seen.add(chosen)
  }
  if (options.length < max && max > 1)
    field.fail('SELECT_COMPONENT_MAX_VALUES', `max_values exceeds the number of options, ${options.length}`)
  if (defaults > max)
    field.fail(
      'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
      'The specified number of default values exceeds the specified maximum values',
    )
}
