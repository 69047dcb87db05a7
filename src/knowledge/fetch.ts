/**
 * A page or a file from an address, under guard: public hosts only, few redirects, little time, few bytes, known types. Node's
 * own http client, since it takes the addresses that were checked, follows nothing, keeps no cookies and inflates nothing
 * by itself; each of these would have to be turned off elsewhere.
 */
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { addAbortSignal, type Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib'
import pack from '../../package.json' with { type: 'json' }
import { AppError, type Failures } from '../failures.ts'
import type { Source } from '../ports.ts'
import { checkedAddresses, parseAddress, type Resolve, systemResolve } from './address.ts'
import { mediaTypes, SUPPORTED, servedType } from './media-type.ts'
import { fileName } from './source.ts'

const MEGABYTE = 1_048_576

export const fetchLimits = {
  redirects: 5,
  /** For all of it: names, redirects, and the last byte. */
  milliseconds: 10_000,
  /** After decompression. */
  megabytes: 10,
  /** One compression in another, as no server does it unasked. */
  encodings: 2,
} as const

export type FetchOptions = {
  /** Hosts as in an address, lower-case, whose own addresses need not be public. */
  readonly allowHosts: ReadonlySet<string>
  readonly resolve?: Resolve
  /** For a test that does not want to wait. */
  readonly milliseconds?: number
}

type Reason = Failures['page_unavailable']['reason']

const headers = {
  'user-agent': `Pilcrow/${pack.version} (reads a page when a person adds it)`,
  accept: [...Object.values(mediaTypes), 'application/xhtml+xml'].join(', '),
  'accept-encoding': 'gzip, br, zstd',
} as const

const decoders: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['br', createBrotliDecompress],
  ['deflate', createInflate],
  ['zstd', () => createZstdDecompress()],
])

/** The head of the answer to one request, sent to one of the addresses that were checked. */
const respond = async (url: URL, options: Required<FetchOptions>, signal: AbortSignal): Promise<IncomingMessage> => {
  const addresses = await withSignal(checkedAddresses(url, options), signal)
  const [first] = addresses
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const sent = send(url, {
      agent: false,
      headers,
      signal,
      lookup: (_host, { all }, done) => {
        if (all) done(null, [...addresses])
        else done(null, first?.address ?? '', first?.family)
      },
    })
    sent.once('response', resolve)
    sent.on('error', reject)
    sent.end()
  })
}

/** A name server cannot be told to stop, but need not be waited for. */
const withSignal = <T>(promise: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason)
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })

const refusal = (status: number): Reason | undefined => {
  if (status === 200 || status === 203) return undefined
  if (status === 404 || status === 410) return 'missing'
  if ([401, 402, 403, 407, 451].includes(status)) return 'refused'
  return 'server'
}

/** The body as it was before it was compressed; no more of it is made than the limit and a chunk. */
const readBody = async (response: IncomingMessage, tooLarge: AppError, signal: AbortSignal): Promise<Uint8Array> => {
  const limit = fetchLimits.megabytes * MEGABYTE
  const encodings = (response.headers['content-encoding'] ?? '')
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== '' && each !== 'identity')
  const made = encodings.reverse().map((each) => decoders.get(each)?.())
  const known = made.filter((each) => each !== undefined)
  if (known.length < made.length || made.length > fetchLimits.encodings) throw new Error(`encodings ${encodings}`)
  if (made.length === 0 && Number(response.headers['content-length'] ?? 0) > limit) throw tooLarge
  // Not `pipeline`: in Node 26 it never ends where the last stream fails after the connection was closed.
  let stream: Readable = response
  for (const decoder of known) {
    stream.on('error', (error) => decoder.destroy(error))
    stream = stream.pipe(decoder)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of addAbortSignal(signal, stream)) {
      size += chunk.length
      if (size > limit) throw tooLarge
      chunks.push(chunk)
    }
  } finally {
    for (const decoder of known) decoder.destroy()
  }
  return Buffer.concat(chunks)
}

/** Errors of the system and of the protocol, as the reader may be told them. */
const reasonOf = (error: unknown): Reason => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(?:Z_|ZSTD_|ERR__|ERR_BROTLI|HPE_)|^$/.test(code) ? 'response' : 'network'
}

const follow = async (
  given: string,
  options: Required<FetchOptions>,
  signal: AbortSignal,
  name?: string,
): Promise<Source> => {
  let url = parseAddress(given)
  for (let redirects = 0; redirects <= fetchLimits.redirects; redirects += 1) {
    const response = await respond(url, options, signal)
    try {
      const { location } = response.headers
      const status = response.statusCode ?? 0
      if ([301, 302, 303, 307, 308].includes(status) && location !== undefined) {
        url = parseAddress(location, url)
        continue
      }
      const reason = refusal(status)
      if (reason !== undefined) throw new AppError('page_unavailable', { url: given, reason })
      const { 'content-type': type } = response.headers
      const { mediaType, charset } = servedType(type, name ?? url.pathname)
      if (mediaType === undefined)
        throw new AppError('unsupported_page', { url: given, mediaType: type ?? '', supported: SUPPORTED })
      const tooLarge = new AppError('page_too_large', { url: given, limit: fetchLimits.megabytes })
      url.hash = ''
      return {
        bytes: await readBody(response, tooLarge, signal),
        mediaType,
        name: name ?? given,
        ...(charset !== undefined && { charset }),
        // An attachment's address is no place to send a reader to: it expires.
        ...(name === undefined && { url: url.href }),
      }
    } finally {
      response.destroy()
    }
  }
  throw new AppError('page_unavailable', { url: given, reason: 'redirects' })
}

/**
 * `attachment`: the name it was attached under; the article is then called by it, and has no address. Rejects only with
 * `AppError`: bad_url, private_address, page_unavailable, page_too_large, unsupported_page, aborted.
 */
export const fetchSource = async (
  address: string,
  options: FetchOptions,
  signal: AbortSignal,
  attachment?: string,
): Promise<Source> => {
  const { allowHosts, resolve = systemResolve, milliseconds = fetchLimits.milliseconds } = options
  const late = AbortSignal.timeout(milliseconds)
  const until = AbortSignal.any([signal, late])
  try {
    const name = attachment === undefined ? undefined : fileName(attachment)
    return await follow(address.trim(), { allowHosts, resolve, milliseconds }, until, name)
  } catch (error) {
    if (signal.aborted) throw new AppError('aborted', {}, { cause: error })
    if (error instanceof AppError) throw error
    const reason = late.aborted ? 'timeout' : reasonOf(error)
    throw new AppError('page_unavailable', { url: address, reason }, { cause: error })
  }
}
