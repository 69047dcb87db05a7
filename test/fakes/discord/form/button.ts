/** What Discord demands of buttons. Source: its documentation, "Button". */
import { ButtonStyle } from 'discord.js'
import type { Field } from '../refusal.ts'
import { address, boolean, choice, type Fields, fields, snowflake, text } from './field.ts'

export const CUSTOM_ID = { min: 1, max: 100 } as const

const LIMITS = { label: 80, url: 512 } as const

/** Notes a custom id that another component of the message has. */
export const once = (field: Field, customId: string | undefined, seen: Set<string>): void => {
  if (customId === undefined) return
  if (seen.has(customId)) field.fail('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')
  seen.add(customId)
}

/** A partial emoji; says whether there is one. */
export const emojiForm = (field: Field, value: unknown): boolean => {
  const emoji = fields(field, value)
  if (emoji === undefined) return false
  const isCustom = snowflake(field.at('id'), emoji.id) !== undefined
  const isUnicode =
    typeof emoji.name === 'string' && /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic}\uFE0F?)$/v.test(emoji.name)
  if (!isCustom && !isUnicode) field.at('name').fail('BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji')
  return true
}

const premiumForm = (field: Field, sku: string | undefined, hasOther: boolean): void => {
  if (!sku) field.at('sku_id').fail('BASE_TYPE_REQUIRED', 'This field is required')
  if (hasOther) field.fail('BUTTON_COMPONENT_PREMIUM_FIELDS', 'A premium button has no label, emoji, custom id or url')
}

export const buttonForm = (field: Field, button: Fields, customIds: Set<string>): void => {
  const style = choice(field.at('style'), button.style, [1, 2, 3, 4, 5, 6], { required: true })
  const label = text(field.at('label'), button.label, { max: LIMITS.label })
  const hasEmoji = emojiForm(field.at('emoji'), button.emoji)
  const customId = text(field.at('custom_id'), button.custom_id, CUSTOM_ID)
  const url = address(field.at('url'), button.url, { max: LIMITS.url, schemes: ['http', 'https', 'discord'] })
  const sku = snowflake(field.at('sku_id'), button.sku_id)
  boolean(field.at('disabled'), button.disabled)
  once(field.at('custom_id'), customId, customIds)
  if (style === ButtonStyle.Premium) {
    premiumForm(field, sku, hasEmoji || [label, customId, url].some((each) => each !== undefined))
    return
  }
  if (!label && !hasEmoji) field.at('label').fail('BASE_TYPE_REQUIRED', 'This field is required')
  if (sku) field.at('sku_id').fail('BUTTON_COMPONENT_SKU_ID', 'A sku id is for premium buttons only')
  if (customId !== undefined && url !== undefined)
    field.fail('BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'A custom id and url cannot both be specified')
  else if (style === ButtonStyle.Link && url === undefined)
    field.at('url').fail('BASE_TYPE_REQUIRED', 'This field is required')
  else if (style !== ButtonStyle.Link && customId === undefined)
    field.at('custom_id').fail('BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required')
}
