/** What a server answered, read without trust: servers differ, and a proxy may answer anything. Pure. */
import { z } from 'zod'
import type { Usage } from '../types.ts'

/** `value` is parsed JSON, not yet checked by the schema; `usage` is there whatever came. */
export type ModelReply = { readonly usage: Usage } & (
  | { readonly kind: 'json'; readonly value: unknown; readonly text: string }
  | { readonly kind: 'malformed'; readonly text: string }
  | { readonly kind: 'truncated'; readonly text: string }
  | { readonly kind: 'refusal' }
  | { readonly kind: 'filtered' }
  | { readonly kind: 'empty' }
)

/** A reply of any use has a few thousand characters; past this one it is cut and called truncated. */
export const MAX_REPLY_LENGTH = 200_000

const text = z.string().nullish().catch(undefined)

/** Mistral's reasoning models answer in parts, the thought in parts of its own. */
const content = z
  .union([z.string(), z.array(z.object({ type: z.string(), text }))])
  .nullish()
  .catch(undefined)
  .transform((given) =>
    Array.isArray(given) ? given.map((part) => (part.type === 'text' ? (part.text ?? '') : '')).join('') : given,
  )

const tokens = z.number().nonnegative().catch(0)
const usage = z
  .object({
    prompt_tokens: tokens,
    completion_tokens: tokens,
    prompt_tokens_details: z.object({ cached_tokens: tokens }).nullish().catch(undefined),
  })
  .nullish()
  .catch(undefined)

const said = z.object({ content, refusal: text })
const completion = z.object({ choices: z.array(z.object({ message: said, finish_reason: text })), usage })
const chunk = z.object({
  choices: z.array(z.object({ delta: said.nullish(), finish_reason: text })).nullish(),
  usage,
})

/** What was said so far, or at once. */
type Said = {
  readonly chosen: boolean
  readonly content: string
  readonly refusal: string
  readonly finish: string
  readonly usage: z.infer<typeof usage>
}

const nothing: Said = { chosen: false, content: '', refusal: '', finish: '', usage: undefined }

/** Servers call it `length`; some that sit before Anthropic or Google models pass theirs through. */
const cutOff: ReadonlySet<string> = new Set(['length', 'max_tokens', 'MAX_TOKENS', 'model_length'])
const filtered: ReadonlySet<string> = new Set(['content_filter', 'SAFETY', 'safety'])

/** In the order in which one fact explains the next: a refusal or a cut also leaves the content empty or broken. */
const replyOf = (said: Said, calls: number): ModelReply => {
  const usage: Usage = {
    inputTokens: said.usage?.prompt_tokens ?? 0,
    outputTokens: said.usage?.completion_tokens ?? 0,
    cachedTokens: said.usage?.prompt_tokens_details?.cached_tokens ?? 0,
    calls,
  }
  const text = said.content.slice(0, MAX_REPLY_LENGTH)
  if (!said.chosen) return { kind: 'empty', usage }
  if (said.refusal !== '') return { kind: 'refusal', usage }
  if (cutOff.has(said.finish) || said.content.length > MAX_REPLY_LENGTH) return { kind: 'truncated', text, usage }
  if (filtered.has(said.finish)) return { kind: 'filtered', usage }
  if (text.trim() === '') return { kind: 'empty', usage }
  const value = jsonIn(text)
  return value === undefined ? { kind: 'malformed', text, usage } : { kind: 'json', value, text, usage }
}

/** `undefined` where the body is no chat completion at all, e.g. a proxy's HTML page. */
export const readCompletion = (body: unknown, calls: number): ModelReply | undefined => {
  const parsed = completion.safeParse(body)
  if (!parsed.success) return undefined
  const [choice] = parsed.data.choices
  if (!choice) return replyOf({ ...nothing, usage: parsed.data.usage }, calls)
  const { message, finish_reason } = choice
  return replyOf(
    {
      chosen: true,
      content: message.content ?? '',
      refusal: message.refusal ?? '',
      finish: finish_reason ?? '',
      usage: parsed.data.usage,
    },
    calls,
  )
}

/** Puts a streamed completion together. `onText` is given the JSON as it comes, see `jsonGate`. */
export const streamReader = (onText: (delta: string) => void) => {
  const gate = jsonGate(onText)
  let said = nothing
  let chunks = 0
  return {
    /** Returns false when enough was read. */
    add(value: unknown): boolean {
      const parsed = chunk.safeParse(value)
      if (!parsed.success) return true
      chunks += 1
      const [choice] = parsed.data.choices ?? []
      const delta = choice?.delta?.content ?? ''
      said = {
        chosen: said.chosen || choice !== undefined,
        content: said.content + delta,
        refusal: said.refusal + (choice?.delta?.refusal ?? ''),
        finish: choice?.finish_reason ?? said.finish,
        usage: parsed.data.usage ?? said.usage,
      }
      if (delta !== '') gate(delta)
      return said.content.length <= MAX_REPLY_LENGTH
    },
    /** `undefined` where nothing of it was a stream. */
    reply: (calls: number): ModelReply | undefined => (chunks === 0 ? undefined : replyOf(said, calls)),
  }
}

/** A thought written out before the reply; some templates open it in the prompt, so that only its end is seen. */
const thoughtEnd = /<\/think(?:ing)?>/i
/** How many opening braces are tried: prose before the object may hold some. */
const MAX_STARTS = 16

/** Where the object that opens at `start` closes, past its end, or -1. */
const closing = (text: string, start: number): number => {
  let depth = 0
  let quoted = false
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at]
    if (quoted) {
      if (letter === '\\') at += 1
      else if (letter === '"') quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === '{') depth += 1
    else if (letter === '}' && --depth === 0) return at + 1
  }
  return -1
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The JSON of a reply: all of it, or the first object in it, whatever thought, fence or prose is around. */
export const jsonIn = (reply: string): unknown => {
  const whole = parse(reply)
  if (whole !== undefined) return whole
  const thought = thoughtEnd.exec(reply)
  const text = thought && !/^\s*[{`]/.test(reply) ? reply.slice(thought.index + thought[0].length) : reply
  let start = text.indexOf('{')
  for (let tries = 0; start !== -1 && tries < MAX_STARTS; tries += 1) {
    const end = closing(text, start)
    const value = end === -1 ? undefined : parse(text.slice(start, end))
    if (value !== undefined) return value
    start = text.indexOf('{', start + 1)
  }
  return undefined
}

const fence = /^\s*(?:```[a-z]{0,20}(?=[\s{]))?\s*/i
/** Long enough to hold the start of a fence or the end of a thought that is not complete yet. */
const TAIL = 24

/**
 * Lets a reply's text through from where its JSON begins, past a thought or a fence. A reply that talks before its
 * JSON is held back whole: which object in it counts is known only at its end.
 */
export const jsonGate = (onText: (delta: string) => void): ((delta: string) => void) => {
  let open = false
  let talking = false
  let held = ''
  return (delta) => {
    if (open) return onText(delta)
    held += delta
    const thought = thoughtEnd.exec(held)
    if (thought) {
      held = held.slice(thought.index + thought[0].length)
      talking = false
    }
    if (!talking) held = held.replace(fence, '')
    open = !talking && held.startsWith('{')
    if (open) return onText(held)
    talking ||= held !== '' && !(held.startsWith('`') && held.length < TAIL)
    if (talking) held = held.slice(-TAIL)
  }
}
