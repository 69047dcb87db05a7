import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LLMock } from '@copilotkit/aimock'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { chooseModel, DEFAULT_MODEL, type ModelOptions, onlyModel, openaiModel } from '../../src/answer/model.ts'
import {
  chatBody,
  compatibleDialect,
  concede,
  isOpenaiHost,
  type ModelRequest,
  openaiDialect,
} from '../../src/answer/model-request.ts'
import { jsonGate, jsonIn, MAX_REPLY_LENGTH, readCompletion } from '../../src/answer/model-response.ts'

const schema = z.strictObject({ verdict: z.string() })
const good = '{"verdict":"answered"}'
const value = { verdict: 'answered' }
const request: ModelRequest = {
  name: 'draft',
  schema,
  maxOutputTokens: 100,
  messages: [
    { role: 'system', text: 'Be brief.' },
    { role: 'user', text: 'An article.', reusable: true },
    { role: 'user', text: 'A question?' },
  ],
}
const schemaPrompt = (said: string): string => `Reply in JSON: ${said}`
const never = new AbortController().signal

const modelAt = (url: string, more: Partial<ModelOptions> = {}) =>
  openaiModel({ baseURL: `${url}/v1`, model: 'small', timeoutMs: 5_000, maxRetries: 0, schemaPrompt, ...more })

type Received = {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Record<string, unknown>
}
type Respond = (response: ServerResponse, received: Received, count: number) => void

/** A server that says what aimock cannot. */
const serve = async (respond: Respond) => {
  const received: Received[] = []
  const server = createServer(async (incoming, response) => {
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(part as Buffer)
    const text = Buffer.concat(parts).toString()
    const one = { path: incoming.url ?? '', headers: incoming.headers, body: text === '' ? {} : JSON.parse(text) }
    received.push(one)
    respond(response, one, received.length)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  open.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received }
}
const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
const usage = { prompt_tokens: 50, completion_tokens: 7, prompt_tokens_details: { cached_tokens: 32 } }
const completion = (message: unknown, finish_reason = 'stop') => ({
  object: 'chat.completion',
  choices: [{ index: 0, message, finish_reason }],
  usage,
})
const counted = { inputTokens: 50, outputTokens: 7, cachedTokens: 32, calls: 1 }
const sse = (response: ServerResponse, chunks: readonly unknown[]) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  for (const chunk of chunks) response.write(`data: ${JSON.stringify(chunk)}\n\n`)
  response.end('data: [DONE]\n\n')
}
const delta = (content: string, finish_reason: string | null = null) => ({
  choices: [{ index: 0, delta: { content }, finish_reason }],
})

describe('against a mocked model', () => {
  const mock = new LLMock({ port: 0 })
  beforeAll(() => mock.start())
  afterAll(() => mock.stop())
  beforeEach(() => {
    mock.reset()
  })
  const reply = (content: string, finishReason?: string, opts = {}) =>
    mock.onMessage(
      /./,
      { content, usage: { prompt_tokens: 50, completion_tokens: 7 }, ...(finishReason && { finishReason }) },
      opts,
    )
  const journal = () => mock.getRequests().map((entry) => entry.body as Record<string, unknown>)

  test('a good reply, with what it cost', async () => {
    reply(good)
    const said = await modelAt(mock.url).complete(request, never)
    expect(said).toEqual({
      kind: 'json',
      value,
      text: good,
      usage: { inputTokens: 50, outputTokens: 7, cachedTokens: 0, calls: 1 },
    })
  })

  test('other hosts than OpenAI get no parameter of its own, and no key that is not there', async () => {
    reply(good)
    await modelAt(mock.url).complete(request, never)
    const [body = {}] = journal()
    expect(body).toMatchObject({ model: 'small', response_format: { type: 'json_schema' } })
    expect(body.max_tokens).toBeGreaterThanOrEqual(request.maxOutputTokens)
    for (const name of ['max_completion_tokens', 'prompt_cache_key', 'prompt_cache_options', 'reasoning_effort'])
      expect(body).not.toHaveProperty(name)
    expect(body.messages).toEqual([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'An article.\n\nA question?' },
    ])
  })

  test.each([
    ['in a fence', `\`\`\`json\n${good}\n\`\`\``],
    ['in prose', `Here is the {requested} reply:\n\n${good}\n\nAnything else?`],
    ['after a thought', `<think>\nIt asks for {"verdict"}… say "answered".\n</think>\n${good}`],
    ['after a thought opened elsewhere', `So {"verdict":"no"} is wrong.</think>${good}`],
  ])('JSON %s', async (_, content) => {
    reply(content)
    expect(await modelAt(mock.url).complete(request, never)).toMatchObject({ kind: 'json', value, text: content })
  })

  test.each([
    ['truncated', '{"verdict":"answ', 'length'],
    ['filtered', '', 'content_filter'],
    ['malformed', 'I would rather not say.', 'stop'],
    ['malformed', '{"verdict":', 'stop'],
    ['empty', '  ', 'stop'],
  ])('%s: %j', async (kind, content, finish) => {
    reply(content, finish)
    const said = await modelAt(mock.url).complete(request, never)
    expect(said).toMatchObject({ kind, usage: { inputTokens: 50, outputTokens: 7, calls: 1 } })
  })

  test('429 with Retry-After, then a reply', async () => {
    mock.on({ sequenceIndex: 0, userMessage: /./ }, { error: { message: 'slow down' }, status: 429, retryAfter: 0 })
    reply(good)
    expect(await modelAt(mock.url, { maxRetries: 1 }).complete(request, never)).toMatchObject({ kind: 'json' })
    expect(journal()).toHaveLength(2)
  })

  test.each([
    [429, 'rate_limit'],
    [402, 'rate_limit'],
    [500, 'server'],
    [503, 'server'],
    [404, 'server'],
    [400, 'server'],
  ])('%i without end is model_unavailable: %s', async (status, reason) => {
    mock.onMessage(/./, { error: { message: 'An article. was refused' }, status, retryAfter: 0 })
    const failed = modelAt(mock.url).complete(request, never)
    await expect(failed).rejects.toMatchObject({ code: 'model_unavailable', facts: { reason }, cause: { status } })
    await expect(failed).rejects.not.toThrow(/article/)
    expect(journal()).toHaveLength(1)
  })

  test.each([401, 403])('%i is model_unauthorized, without the key', async (status) => {
    mock.onMessage(/./, { error: { message: 'Incorrect API key: sk-secret' }, status })
    const failed = modelAt(mock.url, { apiKey: 'sk-secret', maxRetries: 2 }).complete(request, never)
    await expect(failed).rejects.toMatchObject({ code: 'model_unauthorized' })
    await expect(failed).rejects.not.toThrow(/sk-secret/)
    expect(journal()).toHaveLength(1)
  })

  test('a model that takes too long', async () => {
    reply(good, 'stop', { chaos: { latencyMs: 2_000 } })
    await expect(modelAt(mock.url, { timeoutMs: 50 }).complete(request, never)).rejects.toMatchObject({
      code: 'model_unavailable',
      facts: { reason: 'timeout' },
    })
  })

  test('given up by us, before and while it answers', async () => {
    reply(good, 'stop', { chaos: { latencyMs: 2_000 } })
    await expect(modelAt(mock.url).complete(request, AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' })
    expect(journal()).toHaveLength(0)
    await expect(modelAt(mock.url).complete(request, AbortSignal.timeout(30))).rejects.toMatchObject({
      code: 'aborted',
    })
  })

  test('streamed: the text comes in pieces, the reply is the same', async () => {
    reply(good, 'stop', { chunkSize: 5 })
    const pieces: string[] = []
    const said = await modelAt(mock.url).complete(request, never, (piece) => pieces.push(piece))
    expect(said).toEqual(await modelAt(mock.url).complete(request, never))
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces.join('')).toBe(good)
    // The mock writes a streamed call down when its stream has ended, which may be after the next call.
    await vi.waitFor(() =>
      expect(journal()).toContainEqual(
        expect.objectContaining({ stream: true, stream_options: { include_usage: true } }),
      ),
    )
  })

  test.each([
    ['in a fence', `\`\`\`json\n${good}\n\`\`\``, `${good}\n\`\`\``],
    ['after a thought', `<think>Maybe {"verdict":"no"}?</think>\n\n${good}`, good],
    ['after prose', `Well: ${good}`, ''],
  ])('streamed %s: pieces begin where the JSON does', async (_, content, seen) => {
    reply(content, 'stop', { chunkSize: 3 })
    const pieces: string[] = []
    const said = await modelAt(mock.url).complete(request, never, (piece) => pieces.push(piece))
    expect(said).toMatchObject({ kind: 'json', value, text: content })
    expect(pieces.join('')).toBe(seen)
  })

  test.each([
    ['truncated', '{"verdict":"answ', 'length'],
    ['filtered', '', 'content_filter'],
    ['malformed', 'No.', 'stop'],
  ])('streamed and %s', async (kind, content, finish) => {
    reply(content, finish)
    expect(await modelAt(mock.url).complete(request, never, () => {})).toMatchObject({ kind, usage: { calls: 1 } })
  })

  test('a stream given up in its middle', async () => {
    reply(good, 'stop', { chunkSize: 2, streamingProfile: { ttft: 0, tps: 10 } })
    const abort = new AbortController()
    const failed = modelAt(mock.url).complete(request, abort.signal, () => abort.abort())
    await expect(failed).rejects.toMatchObject({ code: 'aborted' })
  })

  test('a stream that stalls', async () => {
    reply(good, 'stop', { chunkSize: 2, streamingProfile: { ttft: 0, tps: 2 } })
    await expect(modelAt(mock.url, { timeoutMs: 100 }).complete(request, never, () => {})).rejects.toMatchObject({
      code: 'model_unavailable',
      facts: { reason: 'timeout' },
    })
  })

  test('a stream that breaks', async () => {
    reply(good.repeat(40), 'stop', { chunkSize: 5, truncateAfterChunks: 3 })
    await expect(modelAt(mock.url).complete(request, never, () => {})).rejects.toMatchObject({
      code: 'model_unavailable',
      facts: { reason: 'network' },
    })
  })
})

describe('against servers of other kinds', () => {
  test.each([
    ['a refusal', completion({ role: 'assistant', content: null, refusal: 'I cannot.' }), { kind: 'refusal' }],
    ['no choice', { choices: [], usage }, { kind: 'empty' }],
    ['no content', completion({ role: 'assistant', content: null }), { kind: 'empty' }],
    [
      'only a thought, cut off',
      completion({ content: null, reasoning_content: 'Hm' }, 'length'),
      { kind: 'truncated' },
    ],
    [
      'content in parts',
      completion({
        content: [
          { type: 'thinking', thinking: [] },
          { type: 'text', text: good },
        ],
      }),
      { kind: 'json', value },
    ],
  ])('%s', async (_, body, expected) => {
    const { url } = await serve((response) => json(response, 200, body))
    expect(await modelAt(url).complete(request, never)).toMatchObject({ ...expected, usage: counted })
  })

  test.each([
    ['null', null],
    ['nonsense', { prompt_tokens: 'many', completion_tokens: -3, prompt_tokens_details: 7 }],
    ['absent', undefined],
  ])('usage that is %s counts as none', async (_, given) => {
    const { url } = await serve((response) => json(response, 200, { ...completion({ content: good }), usage: given }))
    const said = await modelAt(url).complete(request, never)
    expect(said).toMatchObject({ kind: 'json', usage: { inputTokens: 0, outputTokens: 0, cachedTokens: 0, calls: 1 } })
  })

  const html = '<!doctype html><title>Sign in</title>'
  test.each([
    ['an HTML page', 'text/html', html],
    ['an HTML page called JSON', 'application/json', html],
    ['another JSON', 'application/json', '{"error":"no such model"}'],
    ['nothing', 'application/json', ''],
  ])('%s with status 200', async (_, type, body) => {
    const { url } = await serve((response) => response.writeHead(200, { 'content-type': type }).end(body))
    for (const onText of [undefined, () => {}])
      await expect(modelAt(url).complete(request, never, onText)).rejects.toMatchObject({
        code: 'model_unavailable',
        facts: { reason: 'response' },
      })
  })

  test('nobody there, and a connection that breaks', async () => {
    const { url } = await serve((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
      response.write('{"choices":', () => response.destroy())
    })
    for (const server of [url, 'http://127.0.0.1:1'])
      await expect(modelAt(server).complete(request, never)).rejects.toMatchObject({
        code: 'model_unavailable',
        facts: { reason: 'network' },
      })
  })

  test.each(['3600', '30', 'Fri, 31 Dec 2100 23:59:59 GMT'])('Retry-After: %s is not waited for', async (after) => {
    const { url } = await serve((response) => json(response, 429, { error: {} }, { 'retry-after': after }))
    await expect(modelAt(url, { maxRetries: 5, timeoutMs: 100 }).complete(request, never)).rejects.toMatchObject({
      code: 'model_unavailable',
    })
  })

  test.each([
    ['no key, no header', {}, undefined],
    ['a key', { apiKey: 'k' }, 'Bearer k'],
  ])('%s', async (_, more, header) => {
    const { url, received } = await serve((response) => json(response, 200, completion({ content: good })))
    await modelAt(url, more).complete(request, never)
    expect(received[0]?.headers.authorization).toBe(header)
    expect(received[0]?.path).toBe('/v1/chat/completions')
  })

  const formats = (received: readonly Received[]) =>
    received.map(({ body }) => (body.response_format as { type: string } | undefined)?.type ?? 'text')

  test('json_schema refused, then json_object, then plain text; learnt once', async () => {
    const { url, received } = await serve((response, { body }) => {
      const type = (body.response_format as { type: string } | undefined)?.type
      if (type) json(response, 400, { error: `'response_format.type' must not be '${type}'` })
      else json(response, 200, completion({ content: `Here:\n\`\`\`\n${good}\n\`\`\`` }))
    })
    const model = modelAt(url)
    expect(await model.complete(request, never)).toMatchObject({ kind: 'json', value, usage: { ...counted, calls: 3 } })
    expect(await model.complete(request, never)).toMatchObject({ kind: 'json', usage: { calls: 1 } })
    expect(formats(received)).toEqual(['json_schema', 'json_object', 'text', 'text'])
    const system = (received[3]?.body.messages as { content: string }[])[0]?.content
    expect(system).toMatch(/^Be brief\.\n\nReply in JSON: \{.*"verdict".*\}$/)
  })

  test('an error that names everything, as those that echo the request do, teaches nothing', async () => {
    const { url, received } = await serve((response, { body }) =>
      json(response, 400, { error: { message: `too long: ${JSON.stringify(body)}` } }),
    )
    const model = modelAt(url)
    for (let calls = 0; calls < 2; calls += 1)
      await expect(model.complete(request, never)).rejects.toMatchObject({ code: 'model_unavailable' })
    const half = received.length / 2
    expect(half).toBeLessThan(10)
    expect(received[half]?.body).toEqual(received[0]?.body)
  })

  test('usage in streams refused', async () => {
    const { url, received } = await serve((response, { body }) => {
      if (body.stream_options)
        json(response, 422, { object: 'error', message: { detail: [{ loc: ['body', 'stream_options'] }] } })
      else sse(response, [delta('{"verdict":'), delta('"answered"}', 'stop')])
    })
    const model = modelAt(url)
    const said = await model.complete(request, never, () => {})
    expect(said).toEqual({
      kind: 'json',
      value,
      text: good,
      usage: { inputTokens: 0, outputTokens: 0, cachedTokens: 0, calls: 2 },
    })
    await model.complete(request, never, () => {})
    expect(received.map(({ body }) => [body.stream, 'stream_options' in body])).toEqual([
      [true, true],
      [true, false],
      [true, false],
    ])
  })

  test('a server that does not stream is asked without', async () => {
    const { url, received } = await serve((response) => json(response, 200, completion({ content: good })))
    const model = modelAt(url)
    const pieces: string[] = []
    for (const calls of [2, 1])
      expect(await model.complete(request, never, (piece) => pieces.push(piece))).toMatchObject({
        kind: 'json',
        usage: { ...counted, calls },
      })
    expect(received.map(({ body }) => body.stream)).toEqual([true, undefined, undefined])
    expect(pieces).toEqual([good, good])
  })

  test('a streamed refusal, odd chunks among it', async () => {
    const { url } = await serve((response) =>
      sse(response, [
        { choices: [{ delta: { role: 'assistant', content: null } }] },
        { choices: 'none' },
        null,
        { choices: [{ delta: { refusal: 'I cannot.' }, finish_reason: 'stop' }] },
        { choices: [], usage },
      ]),
    )
    expect(await modelAt(url).complete(request, never, () => {})).toEqual({ kind: 'refusal', usage: counted })
  })

  test('a stream without end is cut', async () => {
    const { url } = await serve((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const more = () => {
        while (!response.destroyed && response.write(`data: ${JSON.stringify(delta('x'.repeat(10_000)))}\n\n`));
      }
      response.on('drain', more)
      more()
    })
    const said = await modelAt(url).complete(request, never, () => {})
    expect(said).toMatchObject({ kind: 'truncated', text: 'x'.repeat(MAX_REPLY_LENGTH) })
  })

  test.each([
    [{ code: 'content_filter', message: 'The prompt was filtered' }, 'filtered'],
    [{ code: 'json_validate_failed', message: 'Failed to generate JSON' }, 'malformed'],
  ])('an error that is a reply: %j', async (error, kind) => {
    const { url, received } = await serve((response) => json(response, 400, { error }))
    expect(await modelAt(url).complete(request, never)).toMatchObject({ kind, usage: { calls: 1 } })
    expect(received).toHaveLength(1)
  })
})

describe('which model', () => {
  const listing = (body: unknown, status = 200) => serve((response) => json(response, status, body))
  const at = (url: string) => ({ baseURL: `${url}/v1`, timeoutMs: 1_000 })

  test('the one that is named, without asking', async () => {
    expect(await chooseModel({ ...at('http://127.0.0.1:1'), model: 'mine' }, never)).toBe('mine')
  })

  test('a small one at OpenAI, without asking', async () => {
    expect(await chooseModel({ apiKey: 'k', timeoutMs: 1 }, never)).toBe(DEFAULT_MODEL)
    expect(await chooseModel({ baseURL: 'https://eu.api.openai.com/v1', timeoutMs: 1 }, never)).toBe(DEFAULT_MODEL)
  })

  test('elsewhere the only one there is', async () => {
    const { url, received } = await listing({ object: 'list', data: [{ id: 'qwen3:4b' }] })
    expect(await chooseModel(at(url), never)).toBe('qwen3:4b')
    expect(received[0]?.path).toBe('/v1/models')
  })

  test('several are named', async () => {
    const { url } = await listing({ data: [{ id: 'a' }, { id: 'nomic-embed-text' }] })
    await expect(chooseModel(at(url), never)).rejects.toMatchObject({
      code: 'several_models',
      facts: { known: ['a', 'nomic-embed-text'] },
    })
  })

  test('a router has too many to name', async () => {
    const { url } = await listing({ data: Array.from({ length: 500 }, (_, n) => ({ id: `m${n}` })) })
    const failed = onlyModel(at(url), never)
    await expect(failed).rejects.toMatchObject({ facts: { known: expect.arrayContaining(['m0']) } })
    await expect(failed).rejects.not.toThrow(/m499/)
  })

  test.each([[{ data: [] }], [{ object: 'list', data: null }], [{}]])('none: %j', async (body) => {
    const { url } = await listing(body)
    await expect(onlyModel(at(url), never)).rejects.toMatchObject({ code: 'no_models', facts: { url: `${url}/v1` } })
  })

  test.each([
    [401, {}, { code: 'model_unauthorized' }],
    [404, {}, { code: 'model_unavailable', facts: { reason: 'server' } }],
    [200, 'hello', { code: 'model_unavailable', facts: { reason: 'response' } }],
    [200, { data: [{ name: 'x' }] }, { code: 'model_unavailable', facts: { reason: 'response' } }],
  ])('%i %j', async (status, body, expected) => {
    const { url } = await listing(body, status)
    await expect(onlyModel(at(url), never)).rejects.toMatchObject(expected)
  })

  test('given up, or silent', async () => {
    const { url } = await serve(() => {})
    await expect(onlyModel(at(url), AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' })
    await expect(onlyModel({ ...at(url), timeoutMs: 50 }, never)).rejects.toMatchObject({
      facts: { reason: 'timeout' },
    })
  })
})

describe('the body of a request', () => {
  const format = { type: 'json_schema', json_schema: { name: 'draft', schema: { type: 'object' } } } as const
  const body = (dialect = openaiDialect, messages = request.messages) =>
    chatBody({ ...request, messages }, { model: 'm', dialect, format, instruct: schemaPrompt })

  test.each([
    ['https://api.openai.com/v1', true],
    ['https://us.api.openai.com/v1/', true],
    ['https://api.openai.com.evil.example/v1', false],
    ['https://notapi.openai.com/v1', false],
    ['http://127.0.0.1:11434/v1', false],
    ['api.openai.com', false],
  ])('%s is OpenAI: %s', (url, expected) => {
    expect(isOpenaiHost(url)).toBe(expected)
  })

  test('for OpenAI: its own names, and a cache breakpoint after what recurs', () => {
    const made = body()
    expect(made).toMatchObject({
      response_format: format,
      reasoning_effort: 'low',
      prompt_cache_options: { mode: 'explicit' },
      messages: [
        { role: 'system', content: 'Be brief.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'An article.', prompt_cache_breakpoint: { mode: 'explicit' } },
            { type: 'text', text: '\n\nA question?' },
          ],
        },
      ],
    })
    expect(made.max_completion_tokens).toBeGreaterThanOrEqual(request.maxOutputTokens)
    expect(made).not.toHaveProperty('max_tokens')
    expect(made).not.toHaveProperty('temperature')
  })

  test('the cache key is of what recurs: another question shares it, another article does not', () => {
    const key = (article: string, question: string) =>
      body(openaiDialect, [
        { role: 'user', text: article, reusable: true },
        { role: 'user', text: question },
      ]).prompt_cache_key
    expect(key('One', 'a?')).toBe(key('One', 'b?'))
    expect(key('One', 'a?')).not.toBe(key('Two', 'a?'))
    expect(key('One', 'a?')?.length).toBeLessThanOrEqual(64)
  })

  test('without a system message the schema becomes one', () => {
    const made = body({ ...compatibleDialect, format: [] }, [{ role: 'user', text: 'Hi' }])
    expect(made.messages).toEqual([
      { role: 'system', content: 'Reply in JSON: {"type":"object"}' },
      { role: 'user', content: 'Hi' },
    ])
    expect(made).not.toHaveProperty('response_format')
  })

  test('turns of both sides stay apart', () => {
    const roles = body(compatibleDialect, [
      { role: 'user', text: 'a' },
      { role: 'assistant', text: 'b' },
      { role: 'user', text: 'c' },
      { role: 'user', text: 'd' },
    ]).messages
    expect(roles).toEqual([
      { role: 'user', content: 'a' },
      { role: 'assistant', content: 'b' },
      { role: 'user', content: 'c\n\nd' },
    ])
  })
})

describe('what a server refuses', () => {
  // As the servers say it, from their issue trackers.
  test.each([
    [400, "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model."],
    [400, 'This response_format type is unavailable now'],
    [400, "'response_format.type' must be 'json_schema' or 'text'"],
    [400, 'This model does not support response format `json_schema`.'],
    [400, 'JSON schema conversion failed:\nUnrecognized schema: {}'],
    [400, 'Failed to initialize samplers: failed to parse grammar'],
    [400, 'Json mode is not enabled for this model'],
    [404, 'No endpoints found that support structured outputs'],
    [422, '{"detail":[{"type":"extra_forbidden","loc":["body","response_format"]}]}'],
    [500, 'failed to load model vocabulary required for format'],
    [500, 'invalid JSON schema in format'],
  ])('%i %s', (status, message) => {
    expect(concede(compatibleDialect, status, message)?.format).toEqual(['json_object'])
  })

  test.each([
    ["Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens'", 'limit'],
    ['[{"loc":["body","stream_options","include_usage"],"msg":"Extra inputs are not permitted"}]', 'streamUsage'],
    ['`temperature` must be 1 for this model', 'temperature'],
  ] as const)('%s', (message, feature) => {
    const lesser = concede(compatibleDialect, 400, message)
    expect(lesser?.[feature]).toEqual(compatibleDialect[feature].slice(1))
    expect({ ...lesser, [feature]: compatibleDialect[feature] }).toEqual(compatibleDialect)
  })

  test.each([
    ["Unsupported value: 'reasoning_effort' does not support 'low' with this model.", 'effort', []],
    ['Unrecognized request argument supplied: reasoning_effort', 'effort', []],
    ['prompt_cache_options is not supported on this model', 'cache', ['key']],
    ['prompt_cache_breakpoint is not supported on this model', 'cache', ['key']],
  ] as const)('%s', (message, feature, left) => {
    expect(concede(openaiDialect, 400, message)?.[feature]).toEqual(left)
  })

  test.each([
    [400, "This model's maximum context length is 4096 tokens"],
    [404, "model 'small' not found"],
    [401, 'response_format'],
    [429, 'response_format'],
    [503, 'response_format'],
    [undefined, 'response_format'],
  ])('%s %s is something else', (status, message) => {
    expect(concede(openaiDialect, status, message)).toBeUndefined()
  })

  test('what is named without end ends', () => {
    let dialect: typeof openaiDialect | undefined = openaiDialect
    let steps = 0
    const everything = 'response_format stream_options reasoning_effort prompt_cache_key max_tokens temperature'
    for (; dialect; steps += 1) dialect = concede(dialect, 400, everything)
    expect(steps).toBe(9)
  })
})

describe('the JSON of a reply', () => {
  test.each([
    [good, value],
    [` ${good}\n`, value],
    ['[1]', [1]],
    ['null', null],
    [`{not this} but ${good}`, value],
    [`${good} or {"verdict":"no"}`, value],
    ['say {"text":"a } and \\" and {"} now', { text: 'a } and " and {' }],
    ['{"text":"the tag </think> ends a thought"}', { text: 'the tag </think> ends a thought' }],
    ['```json\n{"text":"</think>"}\n```', { text: '</think>' }],
  ])('%j', (text, expected) => {
    expect(jsonIn(text)).toEqual(expected)
  })

  test.each(['', 'No.', '{', '{"a":', '{a:1}', '}{', '<think>{"verdict":'])('%j holds none', (text) => {
    expect(jsonIn(text)).toBeUndefined()
  })

  test('long nonsense is read in bounded time', () => {
    for (const piece of ['{', '{"', '{x', '<think>', '</think', '"{', '\\', '```'])
      expect(jsonIn(piece.repeat(100_000))).toBeUndefined()
  })

  test.each([1, 2, 7, 1_000])('pieces of %i letters let the same text through', (size) => {
    const through = (text: string): string => {
      let seen = ''
      const gate = jsonGate((piece) => {
        seen += piece
      })
      for (let at = 0; at < text.length; at += size) gate(text.slice(at, at + size))
      return seen
    }
    expect(through(`\n ${good}`)).toBe(good)
    expect(through(`\`\`\`json\n\n${good}`)).toBe(good)
    expect(through(`\`\`\`${good}`)).toBe(good)
    expect(through(`<think>{"a":1} ${'x'.repeat(50)}</think>\n\`\`\`json\n${good}`)).toBe(good)
    expect(through(`thinking aloud {"a":1}</thinking>${good}`)).toBe(good)
    expect(through(`Sure! ${good}`)).toBe('')
    expect(through('`{"a":1}`')).toBe('')
  })

  test.each([
    [undefined],
    [null],
    ['<html>'],
    [{}],
    [{ choices: 'x' }],
    [{ choices: [{}] }],
    [{ error: {} }],
  ])('%j is no completion', (body) => {
    expect(readCompletion(body, 1)).toBeUndefined()
  })
})
