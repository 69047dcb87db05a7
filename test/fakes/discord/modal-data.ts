/** A modal as a person filled it in, in the shape the app is sent. */
import { ComponentType } from 'discord.js'
import type { Component } from './form/component.ts'
import { type Fields, isFields, lengthOf } from './form/field.ts'
import type { Modal } from './form/modal.ts'
import { impossible } from './lookup.ts'

type ModalValues = Readonly<Record<string, string | readonly string[] | boolean>>

const isRequired = (control: Component): boolean => control.required !== false

const textData = (control: Component, value: string): Fields => {
  const length = lengthOf(value)
  if (isRequired(control) && length === 0) throw impossible(`${String(control.custom_id)} left empty`)
  if (length > Number(control.max_length ?? 4000) || (length > 0 && length < Number(control.min_length ?? 0)))
    throw impossible(`${length} characters in ${String(control.custom_id)}`)
  return { value }
}

const chosenData = (control: Component, values: readonly string[]): Fields => {
  const most = Number(control.max_values ?? (control.type === ComponentType.CheckboxGroup ? 10 : 1))
  if (values.length > most || (isRequired(control) && values.length === 0))
    throw impossible(`${values.length} values chosen in ${String(control.custom_id)}`)
  const options = Array.isArray(control.options)
    ? control.options.filter(isFields).map(({ value }) => value)
    : undefined
  const other = options && values.find((value) => !options.includes(value))
  if (other !== undefined) throw impossible(`${other} is no option of ${String(control.custom_id)}`)
  return { values }
}

const controlData = (control: Component, given: ModalValues): Fields => {
  const id = String(control.custom_id)
  const value = given[id]
  const base = { type: control.type, id: control.id, custom_id: id }
  switch (control.type) {
    case ComponentType.TextInput:
      return { ...base, ...textData(control, String(value ?? control.value ?? '')) }
    case ComponentType.Checkbox:
      return { ...base, value: Boolean(value ?? control.default) }
    case ComponentType.RadioGroup: {
      const { values } = chosenData(control, typeof value === 'string' ? [value] : []) as { values: readonly string[] }
      return { ...base, value: values[0] ?? null }
    }
    case ComponentType.FileUpload:
      throw new Error('The fake does not upload files in modals')
    default:
      return { ...base, ...chosenData(control, Array.isArray(value) ? value : []) }
  }
}

export const modalDataOf = (modal: Modal, values: ModalValues): readonly Fields[] => {
  const controls = modal.components.flatMap((part) => (part.component ? [part.component] : (part.components ?? [])))
  const unknown = Object.keys(values).find((id) => !controls.some((control) => control.custom_id === id))
  if (unknown !== undefined) throw impossible(`the modal has no ${unknown}`)
  return modal.components.map((part) => ({
    type: part.type,
    id: part.id,
    ...(part.component && { component: controlData(part.component, values) }),
    ...(part.components && { components: part.components.map((control) => controlData(control, values)) }),
  }))
}
