/** What Discord demands of application commands. Source: its documentation, "Application Command Object". */
import { ApplicationCommandOptionType, ApplicationCommandType, Locale } from 'discord.js'
import type { Field } from '../refusal.ts'
import { boolean, choice, type Fields, fields, integer, isFields, lengthOf, list, text } from './field.ts'

const LIMITS = { name: 32, description: 100, options: 25, choices: 25, choice: 100, length: 6000, total: 8000 } as const

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

const { Subcommand, SubcommandGroup, String: Text, Integer, Number: Decimal } = ApplicationCommandOptionType

const OPTION_TYPES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const
const CHOOSABLE: readonly unknown[] = [Text, Integer, Decimal]
const LOCALES: readonly string[] = Object.values(Locale)

/** A command as stored: what was sent, checked. */
export type CommandForm = Fields & { readonly name: string; readonly type: ApplicationCommandType }

const nameForm = (field: Field, value: unknown, isLoose: boolean): string | undefined => {
  const name = text(field, value, { min: 1, max: LIMITS.name, required: true })
  if (name === undefined || isLoose || (NAME.test(name) && name === name.toLowerCase())) return name
  field.fail('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
  return name
}

/** The longest of a text and its translations, which is what the command's size counts. */
const translated = (
  field: Field,
  value: unknown,
  base: string | undefined,
  check: (at: Field, text: unknown) => void,
) => {
  let longest = base === undefined ? 0 : lengthOf(base)
  for (const [locale, each] of Object.entries(fields(field, value) ?? {})) {
    if (!LOCALES.includes(locale))
      field
        .at(locale)
        .fail('DICT_TYPE_KEYS', `Value must be one of (${LOCALES.map((known) => `'${known}'`).join(', ')}).`)
    check(field.at(locale), each)
    if (typeof each === 'string') longest = Math.max(longest, lengthOf(each))
  }
  return longest
}

/** Name and description with their translations: gives their share of the command's size. */
const wordsForm = (field: Field, given: Fields, isLoose: boolean): number => {
  const name = nameForm(field.at('name'), given.name, isLoose)
  const names = translated(field.at('name_localizations'), given.name_localizations, name, (at, each) =>
    nameForm(at, each, isLoose),
  )
  const bounds = { min: 1, max: LIMITS.description, required: true }
  if (isLoose) {
    if (given.description) field.at('description').fail('APPLICATION_COMMAND_DESCRIPTION', 'Must be empty')
    return names
  }
  const description = text(field.at('description'), given.description, bounds)
  return (
    names +
    translated(field.at('description_localizations'), given.description_localizations, description, (at, each) =>
      text(at, each, bounds),
    )
  )
}

const choicesForm = (field: Field, option: Fields): number => {
  let size = 0
  for (const [index, each] of list(field, option.choices, { max: LIMITS.choices }).entries()) {
    const at = field.at(index)
    const given = fields(at, each, { required: true })
    if (given === undefined) continue
    size += choiceForm(at, given, option.type)
  }
  return size
}

/** One choice of a command's option or of an autocomplete answer: gives its share of the size. */
export const choiceForm = (field: Field, given: Fields, optionType: unknown): number => {
  const bounds = { min: 1, max: LIMITS.choice, required: true }
  const name = text(field.at('name'), given.name, bounds)
  const names = translated(field.at('name_localizations'), given.name_localizations, name, (at, each) =>
    text(at, each, bounds),
  )
  if (optionType === Text)
    return names + lengthOf(text(field.at('value'), given.value, { max: LIMITS.choice, required: true }) ?? '')
  if (typeof given.value !== 'number' || (optionType === Integer && !Number.isInteger(given.value)))
    field
      .at('value')
      .fail('NUMBER_TYPE_COERCE', `Value "${String(given.value)}" is not ${optionType === Integer ? 'int' : 'float'}.`)
  return names + String(given.value).length
}

const parameterForm = (field: Field, option: Fields): number => {
  boolean(field.at('required'), option.required)
  const isChoosable = CHOOSABLE.includes(option.type)
  if (boolean(field.at('autocomplete'), option.autocomplete)) {
    if (!isChoosable) field.at('autocomplete').fail('APPLICATION_COMMAND_AUTOCOMPLETE', 'Not for this type of option')
    if (Array.isArray(option.choices) && option.choices.length > 0)
      field.fail('APPLICATION_COMMAND_AUTOCOMPLETE', 'Choices and autocomplete are mutually exclusive')
  }
  if (option.choices !== undefined && !isChoosable)
    field.at('choices').fail('APPLICATION_COMMAND_CHOICES', 'Not for this type of option')
  if (option.type === Text) {
    const min = integer(field.at('min_length'), option.min_length, { min: 0, max: LIMITS.length })
    const max = integer(field.at('max_length'), option.max_length, { min: 1, max: LIMITS.length })
    if (min !== undefined && max !== undefined && min > max)
      field.at('min_length').fail('APPLICATION_COMMAND_MIN_LENGTH', 'min_length exceeds max_length')
  }
  return isChoosable ? choicesForm(field.at('choices'), option) : 0
}

const optionsForm = (field: Field, value: unknown, allowed: readonly number[]): number => {
  let size = 0
  let hasOptional = false
  const names = new Set<unknown>()
  const kinds = new Set<boolean>()
  for (const [index, each] of list(field, value, { max: LIMITS.options }).entries()) {
    const at = field.at(index)
    const option = fields(at, each, { required: true })
    if (option === undefined) continue
    const type = choice(at.at('type'), option.type, OPTION_TYPES, { required: true })
    if (type !== undefined && !allowed.includes(type))
      at.at('type').fail('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'This type of option cannot be nested here')
    size += wordsForm(at, option, false)
    if (names.has(option.name))
      at.fail('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', `Option name ${option.name} already exists`)
    names.add(option.name)
    const isSub = type === Subcommand || type === SubcommandGroup
    kinds.add(isSub)
    if (isSub) {
      size += optionsForm(at.at('options'), option.options, type === Subcommand ? PARAMETERS : [Subcommand])
      continue
    }
    size += parameterForm(at, option)
    if (option.required && hasOptional)
      at.fail(
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      )
    if (!option.required) hasOptional = true
  }
  if (kinds.size > 1)
    field.fail(
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    )
  return size
}

const PARAMETERS = OPTION_TYPES.filter((type) => type !== Subcommand && type !== SubcommandGroup)

const setForm = (field: Field, value: unknown, allowed: readonly number[]): void => {
  if (value === undefined || value === null) return
  const given = list(field, value, { min: 1, max: allowed.length, required: true })
  for (const [index, each] of given.entries()) choice(field.at(index), each, allowed, { required: true })
  if (new Set(given).size !== given.length)
    field.fail('SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value')
}

export const commandForm = (field: Field, value: unknown, isGlobal: boolean): CommandForm | undefined => {
  const given = fields(field, value, { required: true })
  if (given === undefined) return undefined
  const type = choice(field.at('type'), given.type ?? 1, [1, 2, 3] as const)
  const isLoose = type !== ApplicationCommandType.ChatInput
  const size = wordsForm(field, given, isLoose) + optionsForm(field.at('options'), given.options, OPTION_TYPES)
  if (isLoose && Array.isArray(given.options) && given.options.length > 0)
    field.at('options').fail('APPLICATION_COMMAND_OPTIONS', 'Only a chat input command has options')
  if (size > LIMITS.total) field.fail('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${LIMITS.total})`)
  const permissions = given.default_member_permissions
  if (permissions !== undefined && permissions !== null && !/^\d{1,20}$/.test(String(permissions)))
    field.at('default_member_permissions').fail('NUMBER_TYPE_COERCE', `Value "${String(permissions)}" is not int.`)
  boolean(field.at('nsfw'), given.nsfw)
  if (isGlobal) {
    setForm(field.at('integration_types'), given.integration_types, [0, 1])
    setForm(field.at('contexts'), given.contexts, [0, 1, 2])
  }
  return isFields(given) && type !== undefined ? { ...given, name: String(given.name), type } : undefined
}

export const MOST_COMMANDS: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 }
