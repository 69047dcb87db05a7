import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readMarkdown, readWithParser } from '../../src/knowledge/markdown.ts'
import { readPlain } from '../../src/knowledge/markdown-plain.ts'
import fc from '../generated.ts'

const folder = join(import.meta.dirname, '..', '..', 'knowledge')
const bodyOf = (file: string): string => readFileSync(join(folder, file), 'utf8').split('---\n').slice(2).join('---\n')

test.each(
  readdirSync(folder).filter((file) => file.endsWith('.md')),
)('%s is written so, and read the same', async (file) => {
  const body = bodyOf(file)
  expect(readPlain(body)).toBeDefined()
  expect(await readMarkdown(body, undefined)).toEqual(await readWithParser(body, undefined))
})

test.each([
  'Un *mot*',
  'Un_mot_',
  'a\n===',
  'a\n---',
  '- a',
  '1. a',
  '1986. La ville',
  'a  \nb',
  '    a',
  'a\tb',
  '> a',
  'a | b\n--|--',
  '&eacute;',
  'a\\b',
  '<b>',
  '[a]',
  '# a #',
  '#a',
  'a\r\nb',
  'a\0b',
])('%j is for the parser', (text) => {
  expect(readPlain(text)).toBeUndefined()
})

test('the parser means the same', async () => {
  const piece = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('Le pont', 'é', '1', '«', '—', '.', ' ', '  ', '\n', '\n\n', '#', '# ', '## T', ')'),
    },
    fc.constantFrom(...'*_`[]<>&\\|~!:-=+>\t\r\0"\'(“^…\u00a0\u2028\u0085\f{}$%@/;'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  let plain = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 12 }),
      fc.option(fc.constant('T'), { nil: undefined }),
      async (pieces, title) => {
        const text = pieces.join('')
        if (readPlain(text) === undefined) return
        plain += 1
        expect(await readMarkdown(text, title)).toEqual(await readWithParser(text, title))
      },
    ),
    { numRuns: 3_000 },
  )
  expect(plain).toBeGreaterThan(200)
})
