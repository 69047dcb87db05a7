/** What a model is asked, and how it is said to one server or another. Pure: `model.ts` does the talking. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { ModelReply } from './model-response.ts'

export type Message = {
  readonly role: 'system' | 'user' | 'assistant'
  readonly text: string
  /** Set where everything up to the end of this message recurs in other requests, and so is worth caching. */
  readonly reusable?: boolean
}

export type ModelRequest = {
  /** Of the schema, for the server: letters, digits, `_` and `-`. */
  readonly name: string
  readonly messages: readonly Message[]
  readonly schema: z.ZodType
  /** Of the reply itself; what a model thinks before it replies has its own room. */
  readonly maxOutputTokens: number
}

export type Model = {
  readonly name: string
  /**
   * Asks once; the reply's JSON is not yet checked against the schema. `onText` gets the reply's JSON text piece by
   * piece as it comes. Rejects only with `AppError`: model_unauthorized, model_unavailable or aborted.
   */
  complete(request: ModelRequest, signal: AbortSignal, onText?: (delta: string) => void): Promise<ModelReply>
}

/**
 * Reasoning models think within the same limit as they reply, and would else be cut off before the first word of
 * JSON. With `low` effort a few hundred tokens are usual; small models that write their thoughts out need more.
 */
const REASONING_ROOM = 4_096

/** Tokens that a reply and the thought before it may take. */
export const replyRoom = ({ maxOutputTokens }: ModelRequest): number => maxOutputTokens + REASONING_ROOM

/** Low, so that small models copy quotations rather than rephrase them. */
const TEMPERATURE = 0.2

/**
 * What a server takes: for each feature the ways to say it, best first. The first is used; a server that refuses it
 * gets the next, and with none left the feature is left out.
 */
export type Dialect = {
  /** None left: plain text. Without `json_schema` the schema is told in the instructions. */
  readonly format: readonly ('json_schema' | 'json_object')[]
  readonly limit: readonly ('max_completion_tokens' | 'max_tokens')[]
  readonly cache: readonly ('breakpoints' | 'key')[]
  readonly effort: readonly 'low'[]
  readonly temperature: readonly number[]
  /** Usage at the end of a stream. */
  readonly streamUsage: readonly true[]
}

/**
 * GPT-5.6 and later match a cached prefix only where a breakpoint was set, and bill what they write to the cache:
 * left alone they would cache every question and find none again. Earlier models refuse breakpoints and need none.
 */
export const openaiDialect: Dialect = {
  format: ['json_schema', 'json_object'],
  limit: ['max_completion_tokens', 'max_tokens'],
  cache: ['breakpoints', 'key'],
  effort: ['low'],
  temperature: [],
  streamUsage: [true],
}

/** Every other server: Ollama, vLLM, llama.cpp, LM Studio, Mistral … None of them gets a parameter of OpenAI alone. */
export const compatibleDialect: Dialect = {
  format: ['json_schema', 'json_object'],
  limit: ['max_tokens', 'max_completion_tokens'],
  cache: [],
  effort: [],
  temperature: [TEMPERATURE],
  streamUsage: [true],
}

/** OpenAI's own host, its regional ones included. */
export const isOpenaiHost = (baseURL: string): boolean =>
  URL.canParse(baseURL) && /(?:^|\.)api\.openai\.com$/.test(new URL(baseURL).hostname)

/**
 * How servers name what they refuse, the narrow names first. For the format: OpenAI, Mistral and LM Studio say
 * "response_format", Groq "response format", llama.cpp "grammar" and "schema", Ollama "format", vLLM "guided
 * decoding" or "structured outputs", Gemini "Json mode".
 */
const refusals: readonly (readonly [keyof Dialect, RegExp])[] = [
  ['streamUsage', /stream_options|include_usage/i],
  ['effort', /reasoning[_.]effort/i],
  ['cache', /prompt_cache/i],
  ['limit', /max_(?:completion_)?tokens/i],
  ['temperature', /temperature/i],
  [
    'format',
    /response[_ ]format|json[_ ](?:schema|object|mode)|structured[_ ]output|guided|grammar|schema|for format/i,
  ],
]

/** llama.cpp, llama-cpp-python and Ollama answer 500 to a format they do not take, and OpenRouter 404. */
const refusing: ReadonlySet<number | undefined> = new Set([400, 404, 415, 422, 500, 501])

/** The dialect without what an error names, or `undefined` where it names nothing that can be left out. */
export const concede = (dialect: Dialect, status: number | undefined, message: string): Dialect | undefined => {
  if (!refusing.has(status)) return undefined
  const refused = refusals.find(([feature, name]) => dialect[feature].length > 0 && name.test(message))
  return refused && { ...dialect, [refused[0]]: dialect[refused[0]].slice(1) }
}

type TextPart = {
  readonly type: 'text'
  readonly text: string
  readonly prompt_cache_breakpoint?: { readonly mode: 'explicit' }
}
type ChatMessage = { readonly role: Message['role']; readonly content: string | TextPart[] }

/**
 * Messages of one role in a row are sent as one: the templates of Mistral, Gemma and others refuse anything but
 * strict alternation.
 */
const chatMessages = (messages: readonly Message[], breakpoints: boolean): ChatMessage[] => {
  const turns: { role: Message['role']; parts: TextPart[] }[] = []
  for (const { role, text, reusable } of messages) {
    const last = turns.at(-1)
    const marked = breakpoints && reusable === true && { prompt_cache_breakpoint: { mode: 'explicit' } as const }
    if (last?.role === role) last.parts.push({ type: 'text', text: `\n\n${text}`, ...marked })
    else turns.push({ role, parts: [{ type: 'text', text, ...marked }] })
  }
  return turns.map(({ role, parts }) =>
    parts.some((part) => part.prompt_cache_breakpoint)
      ? { role, content: parts }
      : { role, content: parts.map((part) => part.text).join('') },
  )
}

/** Requests with the same beginning share a key, so that they reach the machine that has it cached. */
const cacheKey = (messages: readonly Message[]): string => {
  const beginning = messages.slice(0, messages.findLastIndex((message) => message.reusable === true) + 1)
  const text = (beginning.length > 0 ? beginning : messages.slice(0, 1)).map((message) => message.text).join('\n')
  return `pilcrow-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
}

const withInstruction = (messages: readonly Message[], instruction: string): readonly Message[] => {
  const [first, ...rest] = messages
  return first?.role === 'system'
    ? [{ ...first, text: `${first.text}\n\n${instruction}` }, ...rest]
    : [{ role: 'system', text: instruction }, ...messages]
}

/** A schema as the SDK's `zodResponseFormat` makes it. */
export type SchemaFormat = {
  readonly type: 'json_schema'
  readonly json_schema: { readonly name: string; readonly schema?: Record<string, unknown> }
}

/** The body of a chat completion. `instruct` says the schema in words, for servers that cannot be told it. */
export const chatBody = <F extends SchemaFormat>(
  request: ModelRequest,
  options: {
    readonly model: string
    readonly dialect: Dialect
    readonly format: F
    readonly instruct: (schema: string) => string
  },
) => {
  const { dialect, format } = options
  const [form] = dialect.format
  const [limit] = dialect.limit
  const room = replyRoom(request)
  const [cache] = dialect.cache
  const [effort] = dialect.effort
  const [temperature] = dialect.temperature
  const messages =
    form === 'json_schema'
      ? request.messages
      : withInstruction(request.messages, options.instruct(JSON.stringify(format.json_schema.schema)))
  return {
    model: options.model,
    messages: chatMessages(messages, cache === 'breakpoints'),
    ...(limit === 'max_tokens' && { max_tokens: room }),
    ...(limit === 'max_completion_tokens' && { max_completion_tokens: room }),
    ...(form === 'json_schema' && { response_format: format }),
    ...(form === 'json_object' && { response_format: { type: 'json_object' as const } }),
    ...(effort && { reasoning_effort: effort }),
    ...(temperature !== undefined && { temperature }),
    ...(cache && { prompt_cache_key: cacheKey(messages) }),
    ...(cache === 'breakpoints' && { prompt_cache_options: { mode: 'explicit' as const } }),
  }
}
