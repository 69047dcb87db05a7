import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { AppError } from '../../src/failures.ts'
import { createReader } from '../../src/knowledge/reader.ts'

const pages = join(import.meta.dirname, 'pages')
const never = new AbortController().signal
const reader = createReader({ allowHosts: new Set(['127.0.0.1']) })

let server: Server | undefined
const serve = async (listener: RequestListener): Promise<string> => {
  server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

const serveFile = (name: string, type: string): Promise<string> =>
  serve((_, response) => {
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' })
    response.end(gzipSync(readFileSync(join(pages, name))))
  })

describe('from an address to an article', () => {
  test('a page: its address is where it was found, its name what it is called', async () => {
    const base = await serveFile('spip.html', 'text/html; charset=iso-8859-1')
    const { head, paragraphs } = await reader.read(await reader.fetch(`${base}/moulins`, never), never)
    expect(head).toMatchObject({
      id: 'les-moulins-qui-tournent-avec-la-maree',
      title: 'Les moulins qui tournent avec la marée',
      source: 'Gazette de l’estuaire',
      url: `${base}/moulins`,
    })
    expect(paragraphs).toHaveLength(6)
  })
  test('a PDF', async () => {
    const base = await serveFile('libreoffice.pdf', 'application/pdf')
    const { head, paragraphs } = await reader.read(await reader.fetch(`${base}/a`, never), never)
    expect(head).toMatchObject({ title: 'Les moulins qui tournent avec la marée', url: `${base}/a` })
    expect(paragraphs[0]?.page).toBe(1)
  })
  test('an attachment: called by its name, without the address, which expires', async () => {
    const base = await serveFile('pandoc.docx', 'application/octet-stream')
    const source = await reader.fetch(`${base}/attachments/1/2?ex=3`, never, '../../Le tramway.docx')
    const { head } = await reader.read(source, never)
    expect(head).toMatchObject({ id: 'le-tramway', title: 'Le tramway revient place de la Gare' })
    expect(head).not.toHaveProperty('url')
  })
  test('a file that is not what it is called fails in words', async () => {
    const base = await serveFile('spip.html', 'application/octet-stream')
    const source = await reader.fetch(`${base}/a`, never, 'a.pdf')
    await expect(reader.read(source, never)).rejects.toMatchObject({ code: 'damaged_file', facts: { file: 'a.pdf' } })
  })
})

describe('from a file to an article', () => {
  test('of this machine', async () => {
    const { head } = await reader.read(await reader.open(join(pages, 'word.htm'), never), never)
    expect(head).toMatchObject({ id: 'word', title: 'Le tramway revient place de la Gare' })
  })
  test.each([
    ['that is not there', 'nowhere.md', 'unreadable_file'],
    ['that is a folder', 'folder.md/..', 'unsupported_file'],
    ['of another kind', 'SOURCES', 'unsupported_file'],
  ])('%s', async (_, name, code) => {
    const error: unknown = await reader.open(join(pages, name), never).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(AppError)
    expect(['unreadable_file', code]).toContain((error as AppError).code)
  })
  test('text that was pasted', async () => {
    const bytes = new TextEncoder().encode(
      'Le pont ferme\n\nLe pont de Namur sera fermé pendant deux semaines, a-t-on dit.',
    )
    const { head } = await reader.read({ bytes, name: 'Le pont', mediaType: 'text/plain' }, never)
    expect(head).toMatchObject({ id: 'le-pont', title: 'Le pont ferme' })
  })
  test('given up', async () => {
    const source = await reader.open(join(pages, 'word.htm'), never)
    await expect(reader.read(source, AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' })
  })
})
