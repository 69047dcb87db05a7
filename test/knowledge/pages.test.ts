import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mediaTypeOf } from '../../src/knowledge/media-type.ts'
import { READING, readArticle } from '../../src/knowledge/read.ts'
import { fileSource } from '../../src/knowledge/source.ts'
import { writeArticle } from '../../src/store/records.ts'

/** Pages and files of many makers (pages/SOURCES.md says which), and what a reader would say of each. */
const folder = join(import.meta.dirname, 'pages')
type Expected = {
  readonly maker: string
  readonly title: string
  readonly language: string
  readonly paragraphs: number
  readonly source?: string
  readonly author?: string
  readonly published?: string
  readonly url?: string
  /** How the first and the last paragraph begin. */
  readonly first: string
  readonly last: string
}
const expected: Readonly<Record<string, Expected>> = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
const never = new AbortController().signal

test('every page has its expectation, and there are enough of them', () => {
  const files = readdirSync(folder).filter((file) => mediaTypeOf(file) !== undefined && !file.endsWith('.md'))
  expect(files.sort()).toEqual(Object.keys(expected).sort())
  expect(files.length).toBeGreaterThanOrEqual(20)
  const sources = readFileSync(join(folder, 'SOURCES.md'), 'utf8')
  for (const file of files) expect(sources).toContain(`\`${file}\``)
})

describe('what a reader would say of it', () => {
  test.each(Object.entries(expected))('%s', async (file, { maker: _, url, first, last, ...said }) => {
    const { head, paragraphs } = await readArticle(fileSource(readFileSync(join(folder, file)), file), never)
    expect({
      title: head.title,
      language: head.language,
      paragraphs: paragraphs.length,
      source: head.source,
      author: head.author,
      published: head.published,
    }).toEqual({ source: undefined, author: undefined, published: undefined, ...said })
    if (url !== undefined) expect(head.url).toBe(url)
    expect(paragraphs[0]?.text.slice(0, first.length)).toBe(first)
    expect(paragraphs.at(-1)?.text.slice(0, last.length)).toBe(last)
    for (const { page } of paragraphs) {
      if (file.endsWith('.pdf')) expect(page).toBeGreaterThan(0)
      else expect(page).toBeUndefined()
    }
  })
})

/**
 * The bot does not read a file of the knowledge folder again that looks as it did. Where this fails, something else is
 * read out of the same bytes: raise READING, and put the new digest here, so that all files are read again.
 */
test('a change of what is read is a new reading', { timeout: 60_000 }, async () => {
  const pastes = join(import.meta.dirname, 'pastes')
  const digest = createHash('sha256')
  const add = async (bytes: Uint8Array, name: string) =>
    digest.update(writeArticle(await readArticle(fileSource(bytes, name), never)))
  for (const file of Object.keys(expected).sort()) await add(readFileSync(join(folder, file)), file)
  for (const file of readdirSync(pastes).sort()) {
    await add(readFileSync(join(pastes, file)), file)
    await add(readFileSync(join(pastes, file)), `${file}.md`)
  }
  expect([READING, digest.digest('hex').slice(0, 16)]).toEqual([1, 'd792244f41986e54'])
})
