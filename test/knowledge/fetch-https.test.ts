/**
 * Pages over https: the connection goes to the address that was checked, and the certificate must still be the named
 * host's. The key and the certificate in `tls` are for this test alone: openssl made them, for secure.test and also.test.
 */
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { AppError } from '../../src/failures.ts'
import { type FetchOptions, fetchSource } from '../../src/knowledge/fetch.ts'

const pem = (name: string): Promise<string> =>
  readFile(join(import.meta.dirname, 'tls', `test-only-${name}.pem`), 'utf8')

const text = 'Le pont de Namur sera fermé pendant deux semaines.'
let [key, cert] = ['', '']
let server: Server
let port = 0
/** What each request was made with: the name in the handshake and the host in its head. */
let seen: (readonly [servername: unknown, host: string | undefined])[] = []
let listener: RequestListener

beforeAll(async () => {
  key = await pem('key')
  cert = await pem('cert')
})
beforeEach(async () => {
  setDefaultCACertificates([...getCACertificates('bundled'), cert])
  seen = []
  listener = (_, response) => response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
  server = createServer({ key, cert }, (request, response) => {
    seen.push([(request.socket as TLSSocket & { servername?: unknown }).servername, request.headers.host])
    listener(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const asked: string[] = []
const get = (address: string, more: Partial<FetchOptions> = {}) =>
  fetchSource(
    address,
    {
      allowHosts: new Set(['secure.test', 'also.test', 'other.test', '127.0.0.1']),
      resolve: async (host) => {
        asked.push(host)
        return [{ address: '127.0.0.1', family: 4 }]
      },
      ...more,
    },
    new AbortController().signal,
  )

const failed = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.catch((reason: unknown) => reason)
  if (!(error instanceof AppError)) throw new Error('did not fail', { cause: error })
  const { cause } = error
  return {
    code: error.code,
    facts: error.facts,
    because: cause instanceof Error && 'code' in cause ? cause.code : undefined,
  }
}

test('a page comes from the address that was checked, under the name that was asked for', async () => {
  asked.length = 0
  const source = await get(`https://secure.test:${port}/a`)
  expect(new TextDecoder().decode(source.bytes)).toBe(text)
  expect(source.url).toBe(`https://secure.test:${port}/a`)
  expect(seen).toEqual([['secure.test', `secure.test:${port}`]])
  expect(asked).toEqual(['secure.test'])
})

test('a certificate that is another host’s is refused before anything is asked', async () => {
  const url = `https://other.test:${port}/a`
  expect(await failed(get(url))).toEqual({
    code: 'page_unavailable',
    facts: { url, reason: 'network' },
    because: 'ERR_TLS_CERT_ALTNAME_INVALID',
  })
  expect(seen).toEqual([])
})

test('so is it where the address itself is asked for, which it does not name', async () => {
  const url = `https://127.0.0.1:${port}/a`
  expect(await failed(get(url))).toMatchObject({ code: 'page_unavailable', because: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  expect(seen).toEqual([])
})

test('a certificate that nobody known has signed is refused', async () => {
  setDefaultCACertificates(getCACertificates('bundled'))
  const url = `https://secure.test:${port}/a`
  expect(await failed(get(url))).toMatchObject({ code: 'page_unavailable', facts: { url, reason: 'network' } })
  expect(seen).toEqual([])
})

test('each redirect is a connection of its own: its name is resolved, checked and held to its certificate', async () => {
  asked.length = 0
  const answer = listener
  listener = (request, response) => {
    const { host = '' } = request.headers
    if (host.startsWith('secure.test')) response.writeHead(302, { location: `https://also.test:${port}/b` }).end()
    else answer(request, response)
  }
  expect((await get(`https://secure.test:${port}/a`)).url).toBe(`https://also.test:${port}/b`)
  expect(seen.map(([name]) => name)).toEqual(['secure.test', 'also.test'])
  expect(asked).toEqual(['secure.test', 'also.test'])

  listener = (_, response) => response.writeHead(302, { location: `https://other.test:${port}/b` }).end()
  expect(await failed(get(`https://secure.test:${port}/a`))).toMatchObject({ because: 'ERR_TLS_CERT_ALTNAME_INVALID' })

  // Not one of those that are let through: its private address is found out before a connection is made.
  listener = (_, response) => response.writeHead(302, { location: `https://elsewhere.test:${port}/b` }).end()
  const before = seen.length
  expect(await failed(get(`https://secure.test:${port}/a`))).toMatchObject({ code: 'private_address' })
  expect(seen.length).toBe(before + 1)
})

test('a name server that answers otherwise the second time is not asked a second time', async () => {
  let times = 0
  const resolve: FetchOptions['resolve'] = async () => [
    { address: ++times === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 },
  ]
  expect(new TextDecoder().decode((await get(`https://secure.test:${port}/a`, { resolve })).bytes)).toBe(text)
  expect(times).toBe(1)
})
