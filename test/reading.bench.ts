/** What reading costs, the network excluded. Figures for people, never asserted. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { createIsolation } from '../src/knowledge/isolation.ts'
import { mediaTypes } from '../src/knowledge/media-type.ts'
import { readArticle } from '../src/knowledge/read.ts'
import { fileSource } from '../src/knowledge/source.ts'
import { column, printPdf } from './knowledge/print.ts'

const never = new AbortController().signal
const line = 'The bridge was built by people who knew what they were doing, and it stands there today.'
/** 10,000 words in 100 paragraphs. */
const paragraphs = Array.from({ length: 100 }, () => Array.from({ length: 6 }, () => line).join(' '))
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const markdown = fileSource(encode(paragraphs.join('\n\n')), 'a.md')
const page = fileSource(
  encode(`<html><body><article>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`),
  'a.html',
)
const pdf = fileSource(
  printPdf(
    Array.from({ length: 20 }, () =>
      column(
        Array.from({ length: 30 }, () => line),
        10,
        550,
      ),
    ),
  ),
  'a.pdf',
)
const docx = fileSource(readFileSync(join(import.meta.dirname, 'knowledge', 'pages', 'pandoc.docx')), 'a.docx')

test('an article of 10,000 words', async ({ bench }) => {
  await bench('Markdown', () => readArticle(markdown, never).then(() => {})).run()
  await bench('a page', () => readArticle(page, never).then(() => {})).run()
  await bench('a PDF of 20 pages', () => readArticle(pdf, never).then(() => {})).run()
  await bench('a small DOCX', () => readArticle(docx, never).then(() => {})).run()
}, 120_000)

test('the first page of a process, with the start of its thread', async ({ bench }) => {
  const source = { ...page, mediaType: mediaTypes.html }
  await bench('a page in a new thread', () =>
    createIsolation()
      .read(source, never)
      .then(() => {}),
  ).run()
}, 120_000)
