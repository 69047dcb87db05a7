import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/failures.ts'
import { readFrontMatter, readPlain, readYaml } from '../../src/knowledge/front-matter.ts'
import fc from '../generated.ts'

const read = (text: string) => readFrontMatter(text, 'a.md')
const front = async (...lines: readonly string[]) => (await read(['---', ...lines, '---', 'Body.'].join('\n'))).front
const lineOf = async (text: string): Promise<number | undefined> => {
  const failure: unknown = await read(text).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(AppError)
  expect(failure).toMatchObject({ code: 'bad_front_matter', facts: { file: 'a.md' } })
  return failure instanceof AppError && 'line' in failure.facts ? Number(failure.facts.line) : undefined
}

describe('what it says', () => {
  test('every key, and the text below', async () => {
    const text = [
      '---',
      'id: mon-article',
      'title: "Daech : la visite"',
      "source: 'Le Vif'",
      'url: https://example.org/a?b=1#c',
      'author: Jean Dupont',
      'published: 2015-12-21',
      'language: fr-be',
      'credit: © Belga',
      'keywords: [a, b]',
      '---',
      '',
      'Body.',
      '---',
      'More.',
    ].join('\n')
    expect(await read(text)).toEqual({
      front: {
        id: 'mon-article',
        title: 'Daech : la visite',
        source: 'Le Vif',
        url: 'https://example.org/a?b=1#c',
        author: 'Jean Dupont',
        published: '2015-12-21',
        language: 'fr-BE',
        credit: '© Belga',
      },
      body: '\nBody.\n---\nMore.',
    })
  })
  test.each([
    ['a number is the text it is written with', ['title: 1984'], { title: '1984' }],
    ['so is a truth value', ['title: yes', 'source: null'], { title: 'yes', source: 'null' }],
    ['keys in capitals', ['Title: Un', 'SOURCE: Deux'], { title: 'Un', source: 'Deux' }],
    ['a key without a value is none', ['title:', 'source: ""', 'url: ""', 'language:'], {}],
    ['a folded text', ['title: >', '  Un titre', '  long'], { title: 'Un titre long' }],
    ['escapes', ['title: "A \\"quoted\\" \\u00e9"'], { title: 'A "quoted" é' }],
    ['comments', ['# of the file', 'title: Un # of the line'], { title: 'Un' }],
    ['an unknown key may hold anything', ['tags:', '  - a', '  - b: c', 'title: Un'], { title: 'Un' }],
    ['a region with an underscore', ['language: pt_BR'], { language: 'pt-BR' }],
    ['nothing', [], {}],
    ['a tag that makes code elsewhere is only text', ['title: !!js/function "() => 1"'], { title: '() => 1' }],
    ['a prototype is no key of ours', ['__proto__: {a: b}', 'title: Un'], { title: 'Un' }],
  ])('%s', async (_, lines, expected) => {
    expect(await front(...lines)).toEqual(expected)
  })
  test('it may end in dots, and blank lines may stand above it', async () => {
    expect(await read('\n \n---\ntitle: Un\n...\nBody.')).toEqual({ front: { title: 'Un' }, body: 'Body.' })
  })
})

describe('what is none', () => {
  test.each([
    ['Body.\n---\ntitle: Un\n---\n'],
    ['---\nA text between two rules.\n---\nMore.'],
    ['---\nA text below a rule.\n'],
    ['---\nNote : un texte sous un filet'],
    ['----\ntitle: Un\n----\n'],
    [''],
  ])('%j', async (text) => {
    expect(await read(text)).toEqual({ front: {}, body: text })
  })
})

describe('what is wrong, and on which line', () => {
  test.each([
    ['a list where a text belongs', '---\nsource: a\ntitle: [a, b]\n---\n', 3],
    ['a map where a text belongs', '---\ntitle:\n  main: a\n---\n', 2],
    ['an alias', '---\nsource: &a b\ntitle: *a\n---\n', 3],
    ['no BCP 47 tag', '---\ntitle: a\nlanguage: français\n---\n', 3],
    ['an address without a scheme', '---\nurl: www.example.org\n---\n', 2],
    ['an address of a script', '---\nurl: javascript:alert(1)\n---\n', 2],
    ['an address of a file', '---\nurl: file:///etc/passwd\n---\n', 2],
    ['no YAML', '---\ntitle: a\nsource: "b\n---\n', 3],
    ['a colon too many', '---\ntitle: a: b\n---\n', 2],
    ['a key twice', '---\ntitle: a\ntitle: b\n---\n', 3],
    ['a text that is no description', `---\ntitle: ${'a'.repeat(501)}\n---\n`, 2],
    ['no closing line', '---\ntitle: a\n\nBody.', 1],
    ['no closing line, below a blank one', '\n---\ntitle: a\n\nBody.', 2],
    ['too long to be front matter', `---\ntitle: a\nnotes: ${'b'.repeat(20_000)}\n---\n`, 1],
    ['below blank lines', '\n\n---\nurl: x\n---\n', 4],
  ])('%s', async (_, text, line) => {
    expect(await lineOf(text)).toBe(line)
  })
})

test('the plain reading says what YAML says, or nothing', async () => {
  const key = fc.constantFrom('title', 'source', 'url', 'note', 'a_b', 'a-b', '1a', '')
  const value = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'ab12 :#"\'\\-[]{},&*!|>%@`?~«»é—\t.\u00a0') }),
    fc.constantFrom(
      'https://example.org/a:b',
      'L’été : non',
      '"a: b"',
      "'c # d'",
      '2015-12-21',
      '12:30',
      'a #b',
      'a#b',
      'x:',
    ),
  )
  const line = fc.oneof(
    fc.tuple(key, fc.constantFrom(': ', ':', ':  ', ' : '), value).map((parts) => parts.join('')),
    fc.constantFrom('', '# comment', '  continued', '- item', 'text', 'null: a'),
  )
  let plain = 0
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 4 }), async (lines) => {
      const quick = readPlain(lines)
      if (quick === undefined) return
      plain += 1
      expect(quick).toEqual(await readYaml(lines))
    }),
    { numRuns: 3_000 },
  )
  expect(plain).toBeGreaterThan(100)
})

const character = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code))

test('whatever stands there, it is read or refused with a line', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: character }), fc.string({ unit: character }), async (block, body) => {
      try {
        await read(`---\ntitle: ${block}\n---\n${body}`)
      } catch (failure) {
        expect(failure).toMatchObject({ code: 'bad_front_matter', facts: { line: expect.any(Number) } })
      }
    }),
  )
})
