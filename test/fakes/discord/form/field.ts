/** The types of a form's fields: each takes what was sent, notes what is wrong with it, and gives it typed. */
import type { Field } from '../refusal.ts'

export type Fields = Readonly<Record<string, unknown>>

/** Discord takes `null` for "not given" everywhere but where an edit clears something. */
const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Discord counts characters as Unicode does, not as UTF-16. */
export const lengthOf = (text: string): number => {
  let count = 0
  for (const _ of text) count += 1
  return count
}

type Bounds = { readonly min?: number; readonly max: number; readonly required?: boolean }

const required = (field: Field, bounds: { readonly required?: boolean } | undefined): undefined => {
  if (bounds?.required) field.fail('BASE_TYPE_REQUIRED', 'This field is required')
  return undefined
}

const checkLength = (field: Field, length: number, { min = 0, max }: Bounds): void => {
  if (length >= min && length <= max) return
  if (min > 0) field.fail('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
  else field.fail('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
}

export const text = (field: Field, value: unknown, bounds: Bounds): string | undefined => {
  if (isAbsent(value)) return required(field, bounds)
  if (typeof value !== 'string') {
    field.fail('STRING_TYPE_CONVERT', 'Could not interpret value as string.')
    return undefined
  }
  if (value === '' && bounds.required) return required(field, bounds)
  checkLength(field, lengthOf(value), bounds)
  return value
}

export const list = (field: Field, value: unknown, bounds: Bounds): readonly unknown[] => {
  if (isAbsent(value)) {
    required(field, bounds)
    return []
  }
  if (!Array.isArray(value)) {
    field.fail('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')
    return []
  }
  checkLength(field, value.length, bounds)
  return value
}

export const integer = (
  field: Field,
  value: unknown,
  bounds: { readonly min?: number; readonly max?: number; readonly required?: boolean } = {},
): number | undefined => {
  if (isAbsent(value)) return required(field, bounds)
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    field.fail('NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`)
    return undefined
  }
  if (bounds.min !== undefined && value < bounds.min)
    field.fail('NUMBER_TYPE_MIN', `int value should be greater than or equal to ${bounds.min}.`)
  if (bounds.max !== undefined && value > bounds.max)
    field.fail('NUMBER_TYPE_MAX', `int value should be less than or equal to ${bounds.max}.`)
  return value
}

export const boolean = (field: Field, value: unknown): boolean | undefined => {
  if (isAbsent(value)) return undefined
  if (typeof value === 'boolean') return value
  field.fail('BOOLEAN_TYPE_CONVERT', 'Must be either true or false.')
  return undefined
}

export const choice = <T extends string | number>(
  field: Field,
  value: unknown,
  allowed: readonly T[],
  options?: { readonly required?: boolean },
): T | undefined => {
  if (isAbsent(value)) return required(field, options)
  const found = allowed.find((each) => each === value)
  if (found === undefined) field.fail('BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`)
  return found
}

export const fields = (field: Field, value: unknown, options?: { readonly required?: boolean }): Fields | undefined => {
  if (isAbsent(value)) return required(field, options)
  if (isFields(value)) return value
  field.fail('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType')
  return undefined
}

export const snowflake = (
  field: Field,
  value: unknown,
  options?: { readonly required?: boolean },
): string | undefined => {
  if (isAbsent(value)) return required(field, options)
  if (typeof value === 'string' && /^\d{1,20}$/.test(value)) return value
  field.fail('NUMBER_TYPE_COERCE', `Value "${String(value)}" is not snowflake.`)
  return undefined
}

/** An address of at most `max` characters with one of these schemes. */
export const address = (
  field: Field,
  value: unknown,
  options: { readonly max: number; readonly schemes: readonly string[]; readonly required?: boolean },
): string | undefined => {
  const found = text(field, value, options)
  if (found === undefined) return undefined
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(found)?.[1]?.toLowerCase()
  if (scheme === undefined || !(scheme === 'attachment' || URL.canParse(found)))
    field.fail('URL_TYPE_INVALID_URL', 'Not a well formed URL.')
  else if (!options.schemes.includes(scheme))
    field.fail(
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${scheme}" is not supported. Scheme must be one of (${options.schemes.map((each) => `'${each}'`).join(', ')}).`,
    )
  return found
}
