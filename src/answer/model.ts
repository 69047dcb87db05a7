/**
 * The model client: the only module that loads the `openai` package, which is slow to load, so that a start without
 * a model does not pay for it.
 */
import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai'
import { zodResponseFormat } from 'openai/helpers/zod'
import type { ChatModel } from 'openai/resources/shared'
import { z } from 'zod'
import { AppError, type FailureCode, type Failures } from '../failures.ts'
import { noUsage } from '../types.ts'
import {
  chatBody,
  compatibleDialect,
  concede,
  type Dialect,
  isOpenaiHost,
  type Model,
  type ModelRequest,
  openaiDialect,
} from './model-request.ts'
import { jsonGate, type ModelReply, readCompletion, streamReader } from './model-response.ts'

/** Small, current, with structured outputs (OpenAI's model page of it, November 2026). */
export const DEFAULT_MODEL: ChatModel = 'gpt-5.6-luna'

const OPENAI_URL = 'https://api.openai.com/v1'

/** A router lists hundreds; that many are enough to recognise one's own. */
const MAX_LISTED = 40

export type ModelServer = {
  /** Absent: none is sent, as local servers want. */
  readonly apiKey?: string
  /** Absent: the OpenAI host. */
  readonly baseURL?: string
  /** Of a whole call, its retries included. */
  readonly timeoutMs: number
}

export type ModelOptions = ModelServer & {
  readonly model: string
  /** After 408, 409, 429 and 5xx, as the server's Retry-After asks. */
  readonly maxRetries: number
  /** Says a JSON schema in words, for servers that cannot be told it otherwise. */
  readonly schemaPrompt: (schema: string) => string
}

const clientOf = ({ apiKey, baseURL, timeoutMs }: ModelServer, maxRetries: number): OpenAI =>
  new OpenAI({
    // The constructor wants a key; without one of ours the header that would carry it is left out.
    apiKey: apiKey ?? 'none',
    ...(apiKey === undefined && { defaultHeaders: { Authorization: null } }),
    baseURL: baseURL ?? OPENAI_URL,
    timeout: timeoutMs,
    maxRetries,
    // The package would read its own variable and write requests to standard output.
    logLevel: 'off',
  })

/** The server answered with something that is not what was asked for. */
const notUnderstood = (): AppError<'model_unavailable'> => new AppError('model_unavailable', { reason: 'response' })

type Deadlines = { readonly caller: AbortSignal; readonly deadline: AbortSignal; readonly either: AbortSignal }

const deadlines = (caller: AbortSignal, timeoutMs: number): Deadlines => {
  const deadline = AbortSignal.timeout(timeoutMs)
  return { caller, deadline, either: AbortSignal.any([caller, deadline]) }
}

/** Whatever went wrong, as a failure that has words. Its message holds nothing of the request. */
const failure = (error: unknown, { caller, deadline }: Deadlines): AppError => {
  const as = <C extends FailureCode>(code: C, facts: Failures[C]): AppError =>
    new AppError(code, facts, { cause: error })
  if (caller.aborted) return as('aborted', {})
  if (deadline.aborted || error instanceof APIConnectionTimeoutError)
    return as('model_unavailable', { reason: 'timeout' })
  if (error instanceof AppError) return error
  if (error instanceof APIConnectionError) return as('model_unavailable', { reason: 'network' })
  if (error instanceof APIError) {
    if (error.status === 401 || error.status === 403) return as('model_unauthorized', {})
    // 402: the account has nothing left to spend.
    if (error.status === 429 || error.status === 402) return as('model_unavailable', { reason: 'rate_limit' })
    return as('model_unavailable', { reason: 'server' })
  }
  // A connection that breaks in the middle of a body is a TypeError with a cause; broken JSON has none.
  const broken = error instanceof Error && error.cause !== undefined
  return as('model_unavailable', { reason: broken ? 'network' : 'response' })
}

/** What some servers say by an error and others by a reply. */
const replyInError = (error: unknown, calls: number): ModelReply | undefined => {
  const usage = { ...noUsage, calls }
  if (!(error instanceof APIError)) return undefined
  // Azure and OpenAI: the prompt was filtered.
  if (error.code === 'content_filter' || error.code === 'invalid_prompt') return { kind: 'filtered', usage }
  // Groq: what the model wrote was no JSON of the schema.
  if (error.code === 'json_validate_failed') return { kind: 'malformed', text: '', usage }
  return undefined
}

export const openaiModel = (options: ModelOptions): Model => {
  const client = clientOf(options, options.maxRetries)
  // What the server was found to take; it is learnt once and not tried again on every call.
  let learnt: Dialect = isOpenaiHost(options.baseURL ?? OPENAI_URL) ? openaiDialect : compatibleDialect
  let streams = true

  const bodyOf = (request: ModelRequest, dialect: Dialect) =>
    chatBody(request, {
      model: options.model,
      dialect,
      format: zodResponseFormat(request.schema, request.name),
      instruct: options.schemaPrompt,
    })

  const whole = async (request: ModelRequest, dialect: Dialect, signal: AbortSignal, calls: number) => {
    const body: unknown = await client.chat.completions.create(bodyOf(request, dialect), { signal })
    const reply = readCompletion(body, calls)
    if (!reply) throw notUnderstood()
    return reply
  }

  /** `undefined` where the server does not stream. */
  const streamed = async (
    request: ModelRequest,
    dialect: Dialect,
    signal: AbortSignal,
    calls: number,
    onText: (delta: string) => void,
  ) => {
    const reader = streamReader(onText)
    const stream = await client.chat.completions.create(
      {
        ...bodyOf(request, dialect),
        stream: true,
        ...(dialect.streamUsage[0] && { stream_options: { include_usage: true } }),
      },
      { signal },
    )
    for await (const chunk of stream) if (!reader.add(chunk)) break
    // An aborted stream ends without an error.
    signal.throwIfAborted()
    return reader.reply(calls)
  }

  return {
    name: options.model,
    async complete(request, signal, onText) {
      const limits = deadlines(signal, options.timeoutMs)
      let dialect = learnt
      let streaming = streams
      // Ends: each turn replies, fails, or takes something from the dialect or streaming from the model.
      for (let calls = 1; ; calls += 1) {
        try {
          limits.either.throwIfAborted()
          const reply =
            onText && streaming
              ? await streamed(request, dialect, limits.either, calls, onText)
              : await whole(request, dialect, limits.either, calls)
          if (reply) {
            if (onText && !streaming && reply.kind === 'json') jsonGate(onText)(reply.text)
            // Only what led to a reply is learnt: an error may name a parameter that is not its cause.
            learnt = dialect
            streams = streaming
            return reply
          }
          streaming = false
        } catch (error) {
          const reply = limits.either.aborted ? undefined : replyInError(error, calls)
          if (reply) return reply
          const lesser =
            error instanceof APIError && !limits.either.aborted
              ? concede(dialect, error.status, `${error.message} ${error.param ?? ''}`)
              : undefined
          if (!lesser) throw failure(error, limits)
          dialect = lesser
        }
      }
    },
  }
}

/** Ollama lists `null` where it has no model. */
const modelList = z.object({ data: z.array(z.object({ id: z.string() })).nullish() })

/**
 * The model to use: the one that is named, else on the OpenAI host a small one, else the only one that the server
 * lists. Rejects with `AppError`: several_models naming them, no_models, or as `complete` does.
 */
export const chooseModel = async (
  server: ModelServer & { readonly model?: string },
  signal: AbortSignal,
): Promise<string> => {
  if (server.model !== undefined) return server.model
  const url = server.baseURL ?? OPENAI_URL
  return isOpenaiHost(url) ? DEFAULT_MODEL : onlyModel({ ...server, baseURL: url }, signal)
}

export const onlyModel = async (
  server: ModelServer & { readonly baseURL: string },
  signal: AbortSignal,
): Promise<string> => {
  const limits = deadlines(signal, server.timeoutMs)
  try {
    limits.either.throwIfAborted()
    const body = await clientOf(server, 1).get<unknown>('/models', { signal: limits.either })
    const parsed = modelList.safeParse(body)
    if (!parsed.success) throw notUnderstood()
    const [first, ...others] = parsed.data.data?.map((model) => model.id) ?? []
    if (first === undefined) throw new AppError('no_models', { url: server.baseURL })
    if (others.length > 0) throw new AppError('several_models', { known: [first, ...others].slice(0, MAX_LISTED) })
    return first
  } catch (error) {
    throw failure(error, limits)
  }
}
