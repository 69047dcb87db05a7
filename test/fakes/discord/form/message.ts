/** What Discord demands of a message, whoever sends it and by whichever route. Source: "Create Message", "Edit Message". */
import { MessageFlags } from 'discord.js'
import type { Field } from '../refusal.ts'
import { type Component, componentsForm } from './component.ts'
import { embedsForm } from './embed.ts'
import { boolean, choice, type Fields, fields, integer, list, snowflake, text } from './field.ts'

const LIMITS = { content: 2000, nonce: 25, files: 10, mentions: 100, fileDescription: 1024 } as const

const MENTION_TYPES = ['users', 'roles', 'everyone'] as const

/** Which of the mentions in a text may notify somebody. */
export type AllowedMentions = {
  readonly parse: readonly (typeof MENTION_TYPES)[number][]
  readonly users: readonly string[]
  readonly roles: readonly string[]
  readonly repliedUser: boolean
}

export type Upload = {
  readonly name: string
  readonly filename: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** Undefined where the request says nothing, which an edit leaves alone. */
export type MessageForm = {
  readonly content: string | undefined
  readonly embeds: readonly Fields[] | undefined
  readonly components: readonly Component[] | undefined
  readonly flags: number | undefined
  readonly allowedMentions: AllowedMentions | undefined
  /** Ids of the files already there that an edit keeps. */
  readonly kept: readonly string[] | undefined
  readonly descriptions: ReadonlyMap<string, string>
  readonly reference:
    | { readonly messageId: string; readonly channelId: string | undefined; readonly must: boolean }
    | undefined
  readonly nonce: string | number | undefined
  readonly enforceNonce: boolean
}

type MessageRules = {
  /** Flags that this route lets a request set; others are ignored. */
  readonly flags: number
  readonly uploads: readonly Upload[]
  /** What an edit starts from. */
  readonly before?: {
    readonly flags: number
    readonly content: string
    readonly embeds: number
    readonly files: readonly { readonly id: string; readonly filename: string }[]
  }
}

const mentionsForm = (field: Field, value: unknown): AllowedMentions | undefined => {
  const given = fields(field, value)
  if (given === undefined) return undefined
  const parse = list(field.at('parse'), given.parse, { max: MENTION_TYPES.length }).flatMap(
    (each, index) => choice(field.at('parse', index), each, MENTION_TYPES, { required: true }) ?? [],
  )
  const ids = (key: 'users' | 'roles') => {
    const found = list(field.at(key), given[key], { max: LIMITS.mentions })
    if (found.length > 0 && parse.includes(key))
      field.fail(
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`,
      )
    return found.flatMap((each, index) => snowflake(field.at(key, index), each) ?? [])
  }
  return {
    parse,
    users: ids('users'),
    roles: ids('roles'),
    repliedUser: boolean(field.at('replied_user'), given.replied_user) ?? false,
  }
}

const nonceForm = (field: Field, value: unknown): string | number | undefined => {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'number' && Number.isInteger(value)) return value
  if (typeof value !== 'string') {
    field.fail('NONCE_TYPE_INVALID_TYPE', 'This field must be a string or integer.')
    return undefined
  }
  if (value.length > LIMITS.nonce)
    field.fail('NONCE_TYPE_TOO_LONG', `Must be ${LIMITS.nonce} or fewer characters long.`)
  return value
}

/** What `attachments` says of files: those kept by an edit, and the words about new ones, by upload number. */
const attachmentsForm = (field: Field, value: unknown, rules: MessageRules) => {
  const kept: string[] = []
  const descriptions = new Map<string, string>()
  for (const [index, each] of list(field, value, { max: LIMITS.files }).entries()) {
    const at = field.at(index)
    const given = fields(at, each, { required: true })
    if (given === undefined) continue
    const id = String(given.id)
    const description = text(at.at('description'), given.description, { max: LIMITS.fileDescription })
    if (description !== undefined) descriptions.set(id, description)
    if (rules.before?.files.some((file) => file.id === id)) kept.push(id)
    else if (!rules.uploads.some((upload) => upload.name === `files[${id}]`))
      at.fail('ATTACHMENT_NOT_FOUND', 'Attachment data not found')
  }
  return { kept: value === undefined || value === null ? undefined : kept, descriptions }
}

const LEGACY = ['content', 'embeds', 'sticker_ids', 'poll'] as const

const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** A message with IS_COMPONENTS_V2 can hold nothing of the old kind, neither sent now nor left from before. */
const legacyForm = (field: Field, body: Fields, before: MessageRules['before']): void => {
  const left = { content: before?.content, embeds: before?.embeds || undefined }
  for (const key of LEGACY) {
    const isLeft = body[key] === undefined && key in left && isGiven(left[key as keyof typeof left])
    if (!isGiven(body[key]) && !isLeft) continue
    field
      .at(key)
      .fail(
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      )
  }
}

export const messageForm = (field: Field, body: Fields, rules: MessageRules): MessageForm => {
  const wanted = integer(field.at('flags'), body.flags, { min: 0 })
  const wasV2 = ((rules.before?.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0
  const isV2 = wasV2 || ((wanted ?? 0) & MessageFlags.IsComponentsV2) !== 0
  if (wasV2 && wanted !== undefined && !(wanted & MessageFlags.IsComponentsV2))
    field
      .at('flags')
      .fail('MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG', 'MessageFlags.IS_COMPONENTS_V2 cannot be removed')
  if (isV2) legacyForm(field, body, rules.before)
  else
    for (const key of ['sticker_ids', 'poll'] as const)
      if (isGiven(body[key])) field.at(key).fail('FAKE_UNSUPPORTED', `The fake knows no ${key}`)
  const { kept, descriptions } = attachmentsForm(field.at('attachments'), body.attachments, rules)
  if (rules.uploads.length > LIMITS.files)
    field.at('files').fail('BASE_TYPE_MAX_LENGTH', `Must be ${LIMITS.files} or fewer in length.`)
  const files = [
    ...(rules.before?.files ?? []).filter(({ id }) => kept?.includes(id) ?? true).map(({ filename }) => filename),
    ...rules.uploads.map(({ filename }) => filename),
  ]
  const content = body.content === null ? '' : text(field.at('content'), body.content, { max: LIMITS.content })
  const given = <T>(value: unknown, read: () => T): T | undefined => (value === undefined ? undefined : read())
  const reference = fields(field.at('message_reference'), body.message_reference)
  const referenceField = field.at('message_reference')
  if (reference?.type) referenceField.at('type').fail('FAKE_UNSUPPORTED', 'The fake knows replies, not forwards')
  return {
    content: content?.trim(),
    embeds: given(body.embeds, () => embedsForm(field.at('embeds'), body.embeds)),
    components: given(body.components, () => componentsForm(field.at('components'), body.components, { isV2, files })),
    flags: wanted === undefined ? undefined : wanted & rules.flags,
    allowedMentions: mentionsForm(field.at('allowed_mentions'), body.allowed_mentions),
    kept,
    descriptions,
    reference: reference && {
      messageId: snowflake(referenceField.at('message_id'), reference.message_id, { required: true }) ?? '',
      channelId: snowflake(referenceField.at('channel_id'), reference.channel_id),
      must: boolean(referenceField.at('fail_if_not_exists'), reference.fail_if_not_exists) ?? true,
    },
    nonce: nonceForm(field.at('nonce'), body.nonce),
    enforceNonce: boolean(field.at('enforce_nonce'), body.enforce_nonce) ?? false,
  }
}
