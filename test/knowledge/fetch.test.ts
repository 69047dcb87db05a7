import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { AppError } from '../../src/failures.ts'
import type { Resolve } from '../../src/knowledge/address.ts'
import { type FetchOptions, fetchLimits, fetchSource } from '../../src/knowledge/fetch.ts'
import type { Source } from '../../src/ports.ts'

const servers: Server[] = []
const serve = async (listener: RequestListener): Promise<number> => {
  const server = createServer(listener)
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const loopback: Resolve = async () => [{ address: '127.0.0.1', family: 4 }]
/** `pages.test` is a host of our own that is let through; all other names lead to this machine, too. */
const options = (more: Partial<FetchOptions> = {}): FetchOptions => ({
  allowHosts: new Set(['pages.test']),
  resolve: loopback,
  ...more,
})
const never = new AbortController().signal
const get = (address: string, more?: Partial<FetchOptions>, attachment?: string): Promise<Source> =>
  fetchSource(address, options(more), never, attachment)
const failure = async (promise: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await promise.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(AppError)
  return error instanceof AppError ? { code: error.code, ...error.facts } : undefined
}

const text = 'Le pont de Namur sera fermé pendant deux semaines.'
const plain = (_: IncomingMessage, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/plain; charset="UTF-8"' }).end(text)
}
const read = ({ bytes }: Source): string => new TextDecoder().decode(bytes)

describe('a page', () => {
  test('comes with its type, its encoding and the address where it was found', async () => {
    const port = await serve(plain)
    const source = await get(` http://pages.test:${port}/a/b?c=d#part `)
    expect(read(source)).toBe(text)
    expect({ ...source, bytes: undefined }).toEqual({
      bytes: undefined,
      mediaType: 'text/plain',
      charset: 'UTF-8',
      name: `http://pages.test:${port}/a/b?c=d#part`,
      url: `http://pages.test:${port}/a/b?c=d`,
    })
  })

  test('is asked for honestly: who asks, no cookie, no referrer, the host’s own name', async () => {
    const asked: IncomingMessage[] = []
    const port = await serve((request, response) => {
      asked.push(request)
      const where = request.url === '/' ? { location: '/next' } : {}
      response.writeHead(where.location ? 302 : 200, { 'content-type': 'text/plain', 'set-cookie': 'id=1', ...where })
      response.end(text)
    })
    await get(`http://pages.test:${port}/`)
    expect(asked.map(({ url }) => url)).toEqual(['/', '/next'])
    for (const { headers, method } of asked) {
      expect(method).toBe('GET')
      expect(headers['user-agent']).toMatch(/^Pilcrow\/\d+\.\d+\.\d+ /)
      expect(headers.host).toBe(`pages.test:${port}`)
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).not.toHaveProperty('referer')
      expect(headers).not.toHaveProperty('authorization')
    }
  })

  test.each([
    ['text/markdown', '/a', 'text/markdown'],
    ['text/x-markdown; charset=utf-8', '/a', 'text/markdown'],
    ['text/plain', '/README.md', 'text/markdown'],
    ['application/octet-stream', '/a.md', 'text/markdown'],
    [undefined, '/a.txt', 'text/plain'],
    ['Text/PLAIN', '/a', 'text/plain'],
  ])('of type %s at %s is %s', async (type, path, mediaType) => {
    const port = await serve((_, response) => {
      response.writeHead(200, type === undefined ? {} : { 'content-type': type }).end(text)
    })
    expect((await get(`http://pages.test:${port}${path}`)).mediaType).toBe(mediaType)
  })

  test.each([
    ['image/png', '/a'],
    ['application/json', '/a.md'],
    ['application/octet-stream', '/a.exe'],
    [undefined, '/a'],
  ])('of type %s at %s is refused before its body is read', async (type, path) => {
    const port = await serve((_, response) => {
      response.writeHead(200, type === undefined ? {} : { 'content-type': type })
      response.write('a')
    })
    const url = `http://pages.test:${port}${path}`
    expect(await failure(get(url))).toMatchObject({ code: 'unsupported_page', url, mediaType: type ?? '' })
  })

  test.each([
    [404, 'missing'],
    [410, 'missing'],
    [401, 'refused'],
    [403, 'refused'],
    [451, 'refused'],
    [429, 'server'],
    [500, 'server'],
    [503, 'server'],
    [204, 'server'],
    [304, 'server'],
  ])('with status %i is %s', async (status, reason) => {
    const port = await serve((_, response) => {
      response.writeHead(status, { 'content-type': 'text/plain' }).end()
    })
    const url = `http://pages.test:${port}/`
    expect(await failure(get(url))).toEqual({ code: 'page_unavailable', url, reason })
  })
})

describe('an attachment', () => {
  test('is called by its own name, and its address, which expires, is not kept', async () => {
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(text)
    })
    const source = await get(`http://pages.test:${port}/attachments/1/2?ex=3`, {}, 'Notes de réunion.md')
    expect(source).toMatchObject({ mediaType: 'text/markdown', name: 'Notes de réunion.md' })
    expect(source).not.toHaveProperty('url')
  })
  test.each([
    ['../../etc/passwd.md', 'passwd.md'],
    ['..\\..\\windows\\a.txt', 'a.txt'],
    ['/abs/olute/', 'olute'],
    ['C:\\a.md', 'a.md'],
    ['a\u202egnp.md', 'agnp.md'],
    ['a\u0000b\n.md', 'ab.md'],
    ['..', 'article'],
    ['', 'article'],
    [`${'x'.repeat(300)}.md`, `${'x'.repeat(197)}.md`],
  ])('named %j is called %j', async (given, name) => {
    const port = await serve(plain)
    expect((await get(`http://pages.test:${port}/`, {}, given)).name).toBe(name)
  })
})

describe('what is not public', () => {
  test.each([
    'http://127.0.0.1:PORT/',
    'http://0x7f000001:PORT/',
    'http://017700000001:PORT/',
    'http://2130706433:PORT/',
    'http://127.1:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[::ffff:10.0.0.1]/',
    'http://[::1]:PORT/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost:PORT/',
    'http://pages.test.:PORT/',
    'http://leads-here.test:PORT/',
  ])('%s is refused, and nothing is sent there', async (given) => {
    let asked = 0
    const port = await serve((request, response) => {
      asked += 1
      plain(request, response)
    })
    const url = given.replace('PORT', String(port))
    expect(await failure(get(url))).toMatchObject({ code: 'private_address' })
    expect(asked).toBe(0)
    const redirecting = await serve((_, response) => void response.writeHead(307, { location: url }).end())
    expect(await failure(get(`http://pages.test:${redirecting}/`))).toMatchObject({ code: 'private_address' })
    expect(asked).toBe(0)
  })

  test('a host is let through where it is named', async () => {
    const port = await serve(plain)
    for (const host of ['127.0.0.1', 'wiki.intern']) {
      const source = await get(`http://${host}:${port}/`, { allowHosts: new Set([host]) })
      expect(read(source)).toBe(text)
    }
  })

  test('what was checked is connected to: a name server that changes its answer is not asked twice', async () => {
    const asked: string[] = []
    const rebinding: Resolve = async (host) => {
      asked.push(host)
      return [{ address: asked.length === 1 ? '192.0.2.7' : '127.0.0.1', family: 4 }]
    }
    const port = await serve(plain)
    const url = `http://rebinding.test:${port}/`
    // Refused at the first answer; at the second, too.
    expect(await failure(get(url, { resolve: rebinding }))).toMatchObject({ code: 'private_address' })
    expect(await failure(get(url, { resolve: rebinding }))).toMatchObject({ code: 'private_address' })
    asked.length = 0
    // A public address at first: it is the one that is tried, though the name by then leads here.
    const turning: Resolve = async (host) => {
      asked.push(host)
      return [{ address: asked.length === 1 ? '198.51.100.1' : '127.0.0.1', family: 4 }]
    }
    const tried = get(url, { resolve: turning, allowHosts: new Set(['rebinding.test']), milliseconds: 500 })
    expect(await failure(tried)).toMatchObject({ code: 'page_unavailable', url })
    expect(asked).toEqual(['rebinding.test'])
  })

  test('each host of a redirect is looked up anew, and checked', async () => {
    const asked: string[] = []
    const resolve: Resolve = async (host) => {
      asked.push(host)
      return [{ address: '127.0.0.1', family: 4 }]
    }
    const port = await serve((request, response) => {
      response.writeHead(301, {
        location: `http://${request.headers.host === `pages.test:${port}` ? 'b' : 'c'}.test:${port}/`,
      })
      response.end()
    })
    const allowHosts = new Set(['pages.test', 'b.test'])
    const url = `http://pages.test:${port}/`
    expect(await failure(get(url, { resolve, allowHosts }))).toEqual({
      code: 'private_address',
      url: `http://c.test:${port}/`,
    })
    expect(asked).toEqual(['pages.test', 'b.test', 'c.test'])
  })

  test.each([
    ['file:///etc/passwd', 'scheme'],
    ['ftp://pages.test/', 'scheme'],
    ['http://user:secret@pages.test/', 'credentials'],
    ['http://', 'malformed'],
  ])('a redirect to %s is not followed', async (location, reason) => {
    const port = await serve((_, response) => void response.writeHead(302, { location }).end())
    expect(await failure(get(`http://pages.test:${port}/`))).toMatchObject({ code: 'bad_url', reason })
    expect(await failure(get(location))).toMatchObject({ code: 'bad_url', reason })
  })
})

describe('bounds', () => {
  test('five redirects and no more', async () => {
    const port = await serve((request, response) => {
      const step = Number(request.url?.slice(1))
      if (step === 0) plain(request, response)
      else response.writeHead(302, { location: `/${step - 1}` }).end()
    })
    const source = await get(`http://pages.test:${port}/5`)
    expect(source.url).toBe(`http://pages.test:${port}/0`)
    const url = `http://pages.test:${port}/6`
    expect(await failure(get(url))).toEqual({ code: 'page_unavailable', url, reason: 'redirects' })
  })

  const quickBrotli = (body: Buffer): Buffer =>
    brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } })
  const compressors = { gzip: gzipSync, br: quickBrotli, deflate: deflateSync, zstd: zstdCompressSync }
  test.each(Object.entries(compressors))('%s is undone', async (encoding, compress) => {
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': encoding })
      response.end(compress(Buffer.from(text)))
    })
    expect(read(await get(`http://pages.test:${port}/`))).toBe(text)
  })

  test.each(Object.entries(compressors))('a %s bomb is stopped while it is undone', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(100_000_000))
    expect(bomb.length).toBeLessThan(1_000_000)
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': encoding }).end(bomb)
    })
    const before = process.memoryUsage().rss
    const url = `http://pages.test:${port}/`
    expect(await failure(get(url))).toEqual({ code: 'page_too_large', url, limit: 10 })
    expect(process.memoryUsage().rss - before).toBeLessThan(90_000_000)
  })

  test('a body without end, whatever length it claims', async () => {
    const port = await serve((request, response) => {
      const claimed = request.url === '/claims' ? { 'content-length': String(11 * 1_048_576) } : {}
      response.writeHead(200, { 'content-type': 'text/plain', ...claimed })
      const chunk = Buffer.alloc(65_536, 'a')
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
        response.once('drain', more)
      }
      more()
    })
    for (const path of ['claims', 'streams']) {
      const url = `http://pages.test:${port}/${path}`
      expect(await failure(get(url))).toEqual({ code: 'page_too_large', url, limit: fetchLimits.megabytes })
    }
  })

  test('ten megabytes are taken', async () => {
    const body = Buffer.alloc(fetchLimits.megabytes * 1_048_576, 'a')
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end(gzipSync(body))
    })
    expect((await get(`http://pages.test:${port}/`)).bytes.length).toBe(body.length)
  })

  test.each([
    ['an unknown encoding', 'compress', Buffer.from('a')],
    ['three encodings', 'gzip, gzip, gzip', gzipSync(gzipSync(gzipSync('a')))],
    ['what is not compressed at all', 'gzip', Buffer.from(text)],
    ['what is cut off', 'gzip', gzipSync(text.repeat(100)).subarray(0, 40)],
    ['what is no Brotli', 'br', Buffer.from(text)],
    ['what is no zstd', 'zstd', Buffer.from(text)],
  ])('%s cannot be read', async (_, encoding, body) => {
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': encoding }).end(body)
    })
    const url = `http://pages.test:${port}/`
    expect(await failure(get(url))).toEqual({ code: 'page_unavailable', url, reason: 'response' })
  })

  test.each(['the name', 'the head', 'the body', 'a redirect'])('%s that takes too long', async (what) => {
    const resolve: Resolve = what === 'the name' ? () => new Promise(() => {}) : loopback
    const port = await serve((_, response) => {
      if (what === 'the head') return
      response.writeHead(what === 'a redirect' ? 302 : 200, { 'content-type': 'text/plain', location: '/again' })
      if (what === 'a redirect') setTimeout(() => response.end(), 60)
      else response.write('a')
    })
    const url = `http://pages.test:${port}/`
    const asked = get(url, { resolve, milliseconds: 150 })
    expect(await failure(asked)).toMatchObject({ code: 'page_unavailable', url, reason: 'timeout' })
  })

  test('a reader who gives up', async () => {
    const port = await serve(() => {})
    const controller = new AbortController()
    const asked = fetchSource(`http://pages.test:${port}/`, options(), controller.signal)
    controller.abort()
    expect(await failure(asked)).toEqual({ code: 'aborted' })
    const late = fetchSource(`http://pages.test:${port}/`, options(), controller.signal)
    expect(await failure(late)).toEqual({ code: 'aborted' })
  })
})

describe('what breaks', () => {
  test.each([
    ['a name that is none', async () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }))],
    ['a name without an address', async () => []],
  ] satisfies [string, Resolve][])('%s', async (_, resolve) => {
    expect(await failure(get('http://pages.test/', { resolve }))).toMatchObject({ reason: 'network' })
  })
  test('nobody there', async () => {
    const port = await serve(plain)
    servers.pop()?.close()
    const url = `http://pages.test:${port}/`
    expect(await failure(get(url))).toEqual({ code: 'page_unavailable', url, reason: 'network' })
  })
  test('a connection that is cut', async () => {
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '1000' })
      response.write('a')
      setTimeout(() => response.destroy(), 20)
    })
    expect(await failure(get(`http://pages.test:${port}/`))).toMatchObject({ reason: 'network' })
  })
  test('what is no HTTP', async () => {
    const { createServer: createTcp } = await import('node:net')
    const server = createTcp((socket) => void socket.end('SSH-2.0-OpenSSH_9.9\r\n'))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    expect(await failure(get(`http://pages.test:${port}/`))).toMatchObject({ reason: 'response' })
    server.close()
  })
})
