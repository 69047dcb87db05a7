/** What Discord demands of embeds. Source: its documentation, "Embed Limits". */
import type { Field } from '../refusal.ts'
import { address, boolean, type Fields, fields, integer, lengthOf, list, text } from './field.ts'

const LIMITS = {
  embeds: 10,
  title: 256,
  description: 4096,
  fields: 25,
  name: 256,
  value: 1024,
  footer: 2048,
  author: 256,
  url: 2048,
  /** Of all texts of all embeds together. */
  total: 6000,
} as const

const PICTURES = ['http', 'https', 'attachment'] as const

const embedForm = (field: Field, value: unknown): number => {
  const embed = fields(field, value, { required: true })
  if (embed === undefined) return 0
  let total = 0
  const count = (found: string | undefined) => {
    total += found === undefined ? 0 : lengthOf(found)
  }
  count(text(field.at('title'), embed.title, { max: LIMITS.title }))
  count(text(field.at('description'), embed.description, { max: LIMITS.description }))
  address(field.at('url'), embed.url, { max: LIMITS.url, schemes: ['http', 'https'] })
  integer(field.at('color'), embed.color, { min: 0, max: 0xffffff })
  for (const key of ['image', 'thumbnail']) {
    const picture = fields(field.at(key), embed[key])
    if (picture) address(field.at(key, 'url'), picture.url, { max: LIMITS.url, schemes: PICTURES, required: true })
  }
  const footer = fields(field.at('footer'), embed.footer)
  if (footer) count(text(field.at('footer', 'text'), footer.text, { max: LIMITS.footer, required: true }))
  const author = fields(field.at('author'), embed.author)
  if (author) count(text(field.at('author', 'name'), author.name, { max: LIMITS.author, required: true }))
  for (const [index, each] of list(field.at('fields'), embed.fields, { max: LIMITS.fields }).entries()) {
    const at = field.at('fields', index)
    const entry = fields(at, each, { required: true })
    if (entry === undefined) continue
    count(text(at.at('name'), entry.name, { max: LIMITS.name, required: true }))
    count(text(at.at('value'), entry.value, { max: LIMITS.value, required: true }))
    boolean(at.at('inline'), entry.inline)
  }
  if (total === 0 && !embed.image && !embed.thumbnail) field.fail('BASE_TYPE_REQUIRED', 'This field is required')
  return total
}

export const embedsForm = (field: Field, value: unknown): readonly Fields[] => {
  const given = list(field, value, { max: LIMITS.embeds })
  const total = given.reduce<number>((sum, each, index) => sum + embedForm(field.at(index), each), 0)
  if (total > LIMITS.total) field.fail('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${LIMITS.total}`)
  return given.filter((each): each is Fields => typeof each === 'object').map((each) => ({ ...each, type: 'rich' }))
}
