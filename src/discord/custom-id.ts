/**
 * What a button or a menu means, as the text Discord keeps for it. It outlives restarts and is written by anybody who
 * can send an interaction, so only what `customId` itself could have written is read back.
 */
import { createHash } from 'node:crypto'
import { limits } from './budget.ts'

// Methods, so that a field of strings is also a field of unknown values.
type Field<T> = { format(value: T): string; parse(text: string): T | undefined }

const pattern = (allowed: RegExp): Field<string> => ({
  format: (value) => value,
  parse: (text) => (allowed.test(text) ? text : undefined),
})

/** A whole number from `least` on, up to four digits. */
const whole = (least: number): Field<number> => ({
  format: String,
  parse: (text) => (/^(?:0|[1-9]\d{0,3})$/u.test(text) && Number(text) >= least ? Number(text) : undefined),
})

const oneOf = <const T extends string>(...values: readonly T[]): Field<T> => ({
  format: (value) => value,
  parse: (text) => values.find((value) => value === text),
})

/** 96 bits in base64url: an answer's id, an article's key, what can be undone. */
const token = pattern(/^[\w-]{16}$/u)
/** SHA-256, as articles have it of their text. */
const hash = pattern(/^[0-9a-f]{64}$/u)
const snowflake = pattern(/^\d{17,20}$/u)
const index = whole(0)
const number = whole(1)

/**
 * The fields of each kind, in the order they are written. Where a place in a stored answer is meant, the paragraph's
 * number stands beside it: they must agree, or the answer was restored otherwise than it was shown.
 */
const shapes = {
  /** A cited paragraph: `claim` and `citation` count from 0 in the answer, parts from 1; part 0 is where the quotation is. */
  cited: { answer: token, claim: index, citation: index, paragraph: number, part: index },
  /** One of the nearest passages of an answer that found none; `place` counts from 0. */
  nearest: { answer: token, place: index, paragraph: number, part: index },
  /** A paragraph of an article as it is now. */
  read: { article: token, paragraph: number, part: index },
  /** The same of an older version of it, which answers still cite. */
  older: { article: token, hash, paragraph: number, part: index },
  /** What stands around the cited paragraphs; pages count from 1. */
  context: { answer: token, page: number },
  evidence: { answer: token, page: number },
  feedback: { answer: token, verdict: oneOf('up', 'down') },
  thread: { answer: token },
  articles: { page: number },
  settings: {
    control: oneOf(
      'channels',
      'roles',
      'admins',
      'curators',
      'questions',
      'language',
      'limit',
      'limits',
      'server_limit',
      'caps',
      'keep',
      'drop',
      'private',
      'public',
      'home',
      'defaults',
      'channel',
    ),
  },
  /** The article to be searched in a channel: the menu of articles, another page of it, none. */
  default_article: { channel: snowflake },
  default_page: { channel: snowflake, page: number },
  default_none: { channel: snowflake },
  undo: { token },
  /** The form of a server's caps. */
  caps: {},
  /** Pages count from 1; the overview has one. */
  stats: { view: oneOf('overview', 'days', 'unanswered'), page: number },
  forget: { sure: oneOf('yes', 'no') },
  /** Takes an addition back, if the article still is as it was added. */
  added: { article: token, hash },
  /** Makes it the article of the channel where this is pressed. */
  use: { article: token },
  remove: { article: token },
  /** Leaves the article where it is. */
  keep: {},
  /** The form for a text that is pasted. */
  paste: {},
  /** All that is kept of the server. */
  erase: { sure: oneOf('ask', 'yes', 'no') },
} as const

type Shapes = typeof shapes
type Value<F> = F extends Field<infer T> ? T : never

export type CustomId = {
  [K in keyof Shapes]: { readonly kind: K } & { readonly [F in keyof Shapes[K]]: Value<Shapes[K][F]> }
}[keyof Shapes]

const fieldsOf = new Map<string, readonly (readonly [name: string, field: Field<unknown>])[]>(
  Object.entries(shapes).map(([kind, shape]) => [kind, Object.entries<Field<unknown>>(shape)]),
)

/** Throws RangeError for values that could not be read back. */
export const customId = (id: CustomId): string => {
  const values = id as Readonly<Record<string, unknown>>
  let text: string = id.kind
  let isReadable = true
  // No field takes a full stop, so that what each reads back by itself, they read back together.
  for (const [name, field] of fieldsOf.get(id.kind) ?? []) {
    const part = field.format(values[name])
    isReadable &&= field.parse(part) !== undefined
    text += `.${part}`
  }
  if (isReadable && text.length <= limits.customId) return text
  throw new RangeError(`no custom id: ${text.slice(0, 2 * limits.customId)}`)
}

/** Undefined for whatever `customId` would not have written. Never throws. */
export const parseCustomId = (text: string): CustomId | undefined => {
  if (text.length > limits.customId) return undefined
  const [kind = '', ...parts] = text.split('.')
  const fields = fieldsOf.get(kind)
  if (fields?.length !== parts.length) return undefined
  const values = fields.map(([name, field], at) => [name, field.parse(parts[at] ?? '')] as const)
  if (values.some(([, value]) => value === undefined)) return undefined
  return { kind, ...Object.fromEntries(values) } as CustomId
}

/** Stands for an article in a custom id or an option's value, where its own id may be too long: 96 bits of SHA-256. */
export const articleKey = (id: string): string =>
  createHash('sha256').update(id).digest().subarray(0, 12).toString('base64url')
