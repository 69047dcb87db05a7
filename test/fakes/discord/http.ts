/** The HTTP side: reads a request, finds its route, writes the answer and keeps the journal. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Upload } from './form/message.ts'
import { Refusal, refuse } from './refusal.ts'
import type { Call, Reply, Routes } from './routes/call.ts'
import type { Answer, Recorded, Traffic } from './traffic.ts'
import type { World } from './world.ts'

const PREFIX = '/api/v10'

/** Bytes. Source: "Create Message", "Uploading Files". */
const BODY_LIMIT = 25 * 1024 * 1024

type Matched = { readonly route: string; readonly params: Readonly<Record<string, string>> }

/** Finds the route of a path: the literal parts of a route win over its `:names`. */
const matcher = (routes: Routes) => {
  const known = Object.keys(routes).map((route) => {
    const [method = '', path = ''] = route.split(' ')
    const parts = path.split('/')
    return { route, method, parts, names: parts.filter((part) => part.startsWith(':')).length }
  })
  known.sort((a, b) => a.names - b.names)
  return (method: string, path: string): Matched | undefined => {
    const given = path.split('/')
    const found = known.find(
      (each) =>
        each.method === method &&
        each.parts.length === given.length &&
        each.parts.every((part, index) => part.startsWith(':') || part === given[index]),
    )
    if (!found) return undefined
    const params = found.parts.flatMap((part, index) =>
      part.startsWith(':') ? [[part.slice(1), decoded(given[index] ?? '')]] : [],
    )
    return { route: found.route, params: Object.fromEntries(params) }
  }
}

/** What is not well encoded stays as it is. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const readBytes = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BODY_LIMIT) throw refuse('too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw refuse('bad_json')
  }
}

const readBody = async (request: IncomingMessage): Promise<Pick<Call, 'body' | 'uploads'>> => {
  const bytes = await readBytes(request)
  const type = request.headers['content-type'] ?? ''
  if (bytes.length === 0) return { body: undefined, uploads: [] }
  if (!type.startsWith('multipart/form-data')) {
    if (!type.startsWith('application/json')) throw new Refusal(400, 50035, 'Invalid Form Body')
    return { body: parseJson(bytes.toString()), uploads: [] }
  }
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  const uploads: Upload[] = []
  let body: unknown = {}
  for (const [name, value] of form) {
    if (typeof value === 'string')
      body = name === 'payload_json' ? parseJson(value) : { ...(body as object), [name]: value }
    else
      uploads.push({ name, filename: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) })
  }
  return { body, uploads }
}

const needsToken = (route: string): boolean => !/ \/(?:interactions|webhooks)\//.test(route)

export const serveApi = (world: World, routes: Routes, traffic: Traffic, record: (request: Recorded) => void) => {
  const match = matcher(routes)

  const handle = (matched: Matched, request: IncomingMessage, call: Call): Reply => {
    if (needsToken(matched.route) && request.headers.authorization !== `Bot ${world.application.token}`)
      throw refuse('unauthorized')
    const route = routes[matched.route]
    if (!route) throw refuse('not_found')
    return route(call)
  }

  const answerFor = (act: () => Reply): Answer => {
    try {
      return act()
    } catch (error) {
      if (error instanceof Refusal) return { status: error.status, body: error.body }
      throw error
    }
  }

  const write = (response: ServerResponse, { status, body, headers }: Answer): void => {
    const text = body === undefined ? '' : JSON.stringify(body)
    response.writeHead(status, { ...headers, ...(text !== '' && { 'Content-Type': 'application/json' }) })
    response.end(text)
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://fake')
    const method = request.method ?? 'GET'
    const path = url.pathname.startsWith(PREFIX) ? url.pathname.slice(PREFIX.length) : undefined
    const matched = path === undefined ? undefined : match(method, path)
    const at = world.clock.now()
    const note = (call: Pick<Call, 'body' | 'uploads'>, answer: Answer | undefined): void =>
      record({
        at,
        method,
        path: path ?? url.pathname,
        route: matched?.route,
        params: matched?.params ?? {},
        query: Object.fromEntries(url.searchParams),
        body: call.body,
        files: call.uploads.map(({ filename, bytes }) => ({ filename, size: bytes.byteLength })),
        status: answer?.status,
        code:
          answer && answer.status >= 400
            ? Number((answer.body as { code?: number } | undefined)?.code ?? 0)
            : undefined,
      })
    const read = await readBody(request).catch((error: unknown) => {
      if (error instanceof Refusal) return error
      throw error
    })
    if (read instanceof Refusal || !matched) {
      const refusal = read instanceof Refusal ? read : refuse('not_found')
      const answer = { status: refusal.status, body: refusal.body }
      note(read instanceof Refusal ? { body: undefined, uploads: [] } : read, answer)
      return write(response, answer)
    }
    const verdict = traffic.judge({ ...matched, body: read.body })
    if (verdict.delay > 0) await sleep(verdict.delay)
    if (verdict.drop === 'before') {
      note(read, undefined)
      response.destroy()
      return
    }
    const call = { ...read, params: matched.params, query: url.searchParams }
    const answer = verdict.answer ?? answerFor(() => handle(matched, request, call))
    note(read, verdict.drop ? undefined : answer)
    if (verdict.drop) response.destroy()
    else write(response, { ...answer, headers: { ...verdict.headers, ...answer.headers } })
  }
}
