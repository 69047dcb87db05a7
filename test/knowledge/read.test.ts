import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/failures.ts'
import { decode } from '../../src/knowledge/decode.ts'
import { SUPPORTED } from '../../src/knowledge/media-type.ts'
import { readArticle } from '../../src/knowledge/read.ts'
import { fileSource, LARGEST_TEXT } from '../../src/knowledge/source.ts'
import type { Article } from '../../src/types.ts'
import fc from '../generated.ts'

const never = new AbortController().signal
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string, file = 'a.txt'): Promise<Article> => readArticle(fileSource(bytes(text), file), never)
const failure = async (content: Uint8Array, file = 'a.txt'): Promise<unknown> => {
  const error: unknown = await Promise.try(() => readArticle(fileSource(content, file), never)).catch(
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(AppError)
  return error instanceof AppError ? { code: error.code, ...error.facts } : undefined
}

const first = 'Le pont de Namur sera fermé pendant deux semaines, a annoncé lundi le bourgmestre.'
const second = 'La navette passera toutes les dix minutes, mais elle ne prendra pas les vélos.'
const body = `${first}\n\n${second}\n`

describe('an article', () => {
  test('has its head, and paragraphs numbered from one that point to it', async () => {
    const { head, paragraphs } = await read(`Le pont ferme pour deux semaines\n\n${body}`, 'dossier/Été à Namur.txt')
    expect(head).toEqual({
      id: 'ete-a-namur',
      title: 'Le pont ferme pour deux semaines',
      language: 'fr',
      hash: createHash('sha256').update(`${first}\0${second}\0`).digest('hex'),
    })
    expect(paragraphs).toEqual([
      { article: head, number: 1, text: first },
      { article: head, number: 2, text: second },
    ])
    expect(paragraphs.every(({ article }) => article === head)).toBe(true)
  })
  test('in Markdown', async () => {
    const { head, paragraphs } = await read(
      `# The bridge\n\n## Now\n\nThe *bridge* is closed for the two weeks.`,
      'A.MD',
    )
    expect(head).toMatchObject({ id: 'a', title: 'The bridge', language: 'en' })
    expect(paragraphs).toEqual([
      { article: head, number: 1, heading: 'Now', text: 'The bridge is closed for the two weeks.' },
    ])
  })
  test('front matter goes before what the text says', async () => {
    const text = `---\nid: Le Pont\ntitle: Autre titre\nsource: Le Soir\nlanguage: fr-BE\n---\nLe pont ferme pour deux semaines\nLe Vif\n\n${body}`
    const { head, paragraphs } = await read(text)
    expect(head).toMatchObject({ id: 'le-pont', title: 'Autre titre', source: 'Le Soir', language: 'fr-BE' })
    expect(paragraphs.map((each) => [each.heading, each.text])).toEqual([
      ['Le pont ferme pour deux semaines', first],
      ['Le pont ferme pour deux semaines', second],
    ])
  })
  test('front matter without a title leaves the text its own', async () => {
    const { head } = await read(`---\ntitle:\nauthor: X\n---\nLe pont ferme pour deux semaines\n\n${body}`)
    expect(head).toMatchObject({ title: 'Le pont ferme pour deux semaines', author: 'X' })
  })
  test('a title said twice is no heading', async () => {
    const { paragraphs } = await read(
      `---\ntitle: Le pont ferme pour deux semaines\n---\nLE PONT FERME pour deux semaines\n\n${body}`,
    )
    expect(paragraphs.map((each) => each.heading)).toEqual([undefined, undefined])
  })
})

describe('a title for a text without one', () => {
  test('is its first sentence', async () => {
    expect((await read('Le maire est mort. Il avait 82 ans et un chien, a dit la mairie.')).head.title).toBe(
      'Le maire est mort',
    )
    expect((await read('Que fait donc le maire de la ville ? Il dort, a dit la mairie.')).head.title).toBe(
      'Que fait donc le maire de la ville ?',
    )
  })
  test('shortened between words', async () => {
    const { title } = (await read(`${first.slice(0, -1)} ${first}`)).head
    expect(title.length).toBeLessThanOrEqual(91)
    expect(title).toMatch(/\p{L}…$/u)
    expect(first.startsWith(title.slice(0, 80))).toBe(true)
  })
  test('in Markdown, too', async () => {
    expect((await read(first, 'a.md')).head.title).toBe(first.slice(0, -1))
  })
})

describe('languages', () => {
  test.each([
    ['fr', body],
    ['en', 'The bridge will be closed for two weeks, and the mayor says that it is not his fault at all.'],
    ['und', 'Zzyx qwrt plmk, bvcx nhgt wqsz 12 mlkj.'],
  ])('%s', async (language, text) => {
    expect((await read(text)).head.language).toBe(language)
  })
})

describe('what is refused', () => {
  test.each([
    ['nothing', ''],
    ['a byte order mark', '\ufeff'],
    ['white space', ' \n\t\u00a0\r\n\u200b\u2003\n'],
  ])('%s is an empty file', async (_, text) => {
    expect(await failure(bytes(text))).toEqual({ code: 'empty_file', file: 'a.txt' })
  })
  test('binary files', async () => {
    expect(await failure(Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d, 0x31))).toEqual({
      code: 'binary_file',
      file: 'a.txt',
    })
    expect(await failure(new Uint8Array(100))).toEqual({ code: 'binary_file', file: 'a.txt' })
  })
  test('encodings that are not known', async () => {
    const bytesOfCyrillic = Uint8Array.from({ length: 60 }, (_, index) => 0xe0 + (index % 32))
    expect(await failure(bytesOfCyrillic)).toEqual({ code: 'unknown_encoding', file: 'a.txt' })
  })
  test('a file that is too large, with the limit', async () => {
    expect(await failure(new Uint8Array(LARGEST_TEXT + 1))).toEqual({
      code: 'file_too_large',
      file: 'a.txt',
      megabytes: 6,
      limit: 5,
    })
  })
  test.each(['a.epub', 'a', 'a.txt.bak', '.txt'])('another kind of file: %s', async (file) => {
    expect(await failure(bytes(body), file)).toEqual({ code: 'unsupported_file', file, supported: SUPPORTED })
  })
  test.each([
    ['a.md', '---\ntitle: Seul\n---\n'],
    ['a.md', '# Un titre\n\n## Un autre\n'],
    ['a.txt', '---\ntitle: Seul\n---\n\n'],
    ['a.txt', 'Partager\nContenu partenaire\n12 commentaires\n'],
    ['a.txt', '* * *\n\n!!!\n'],
  ])('%s without a paragraph: %j', async (file, text) => {
    expect(await failure(bytes(text), file)).toEqual({ code: 'no_paragraphs', file })
  })
  test.each(['a.txt', 'a.md'])('too many paragraphs: %s', async (file) => {
    expect(await failure(bytes(`${second}\n\n`.repeat(10_001)), file)).toEqual({
      code: 'too_many_paragraphs',
      file,
      limit: 10_000,
    })
    expect(await failure(bytes('a\n\n'.repeat(1_000_000)), file)).toMatchObject({ code: 'too_many_paragraphs' })
  })
  test('front matter that is wrong', async () => {
    expect(await failure(bytes(`---\nurl: nowhere\n---\n${body}`), 'dir/a.md')).toEqual({
      code: 'bad_front_matter',
      file: 'dir/a.md',
      line: 2,
    })
  })
})

describe('a text of one enormous line', () => {
  test.each(['a.txt', 'a.md'])('is cut into paragraphs of its words: %s', async (file) => {
    const line = `${first} `.repeat(12_000).trim()
    const { paragraphs } = await read(line, file)
    expect(paragraphs.length).toBeGreaterThan(100)
    expect(paragraphs.every(({ text }) => text.length <= 8_000 && line.includes(text))).toBe(true)
    expect(paragraphs.every(({ text }) => text.startsWith('Le pont') && text.endsWith('bourgmestre.'))).toBe(true)
    expect(paragraphs.map(({ text }) => text).join(' ')).toBe(line)
  })

  /** Each is what some regular expression would take for ever on; the test's own time limit says whether one does. */
  const hostile = [
    'a',
    ' ',
    '\u00a0',
    '!',
    '. ',
    '(',
    '« ',
    '-',
    '[',
    '![',
    '*a ',
    '`',
    '<',
    '<!--',
    '&',
    'é',
    ',a',
    '|',
    '> ',
    '1. ',
    '#',
    '"',
    "'",
    '\\',
    '_',
    'https://',
    '© ',
    'Lire aussi ',
    'Par ',
    '2015 ',
    'x@',
  ]
  test.each(hostile)('100,000 times %j', async (piece) => {
    for (const file of ['a.txt', 'a.md']) {
      const text = `Un mot ${piece.repeat(Math.ceil(100_000 / piece.length))} et la fin`
      await read(`${text}\n\n${body}`, file)
      await read(`---\ntitle: ${text.slice(0, 10_000)}\n---\n${body}`, file).catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'bad_front_matter' })
      })
    }
  })
  test.each([
    'Partager',
    '- item',
    'Titre',
    'Par Jean Dupont',
    'mot\n\n',
    'Une phrase assez longue pour en être une.',
    '> >',
    '|a|b|',
  ])('many lines of %j', async (line) => {
    for (const file of ['a.txt', 'a.md']) await read(`${`${line}\n`.repeat(3_000)}\n${body}`, file)
  })
})

describe('whatever the bytes are', () => {
  const character = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code))
  const pieces = fc.oneof(
    fc.string({ unit: character }),
    fc.lorem({ mode: 'sentences' }),
    fc.constantFrom(
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      ' ',
      '\u00a0',
      '---\n',
      'title: a\n',
      '# ',
      '- ',
      '> ',
      '© AFP',
      'Partager',
      '|',
      '```\n',
    ),
    fc.constantFrom(
      'Par Jean Dupont\n',
      'Lire aussi : ',
      '3 mai 2024',
      '[^1]: ',
      '<div>',
      '<!--',
      '\u2028',
      '\ufeff',
      '.',
      ' ?',
    ),
  )
  const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''))

  const check = (file: string, content: Uint8Array) =>
    readArticle(fileSource(content, file), never).then(
      ({ head, paragraphs }) => {
        const decoded = decode(content)
        const text = decoded.kind === 'text' ? decoded.text : ''
        expect(head.title).not.toBe('')
        expect(head.id).toMatch(/^[a-z0-9-]+$/)
        expect(paragraphs.length).toBeGreaterThan(0)
        expect(paragraphs.map(({ number }) => number)).toEqual(paragraphs.map((_, index) => index + 1))
        for (const paragraph of paragraphs) {
          expect(paragraph.text).toMatch(/[\p{L}\p{N}]/u)
          expect(paragraph.text).toBe(paragraph.text.trim())
          if (file.endsWith('.txt')) expect(text).toContain(paragraph.text)
        }
      },
      (error: unknown) => {
        expect(error).toBeInstanceOf(AppError)
      },
    )

  test.each(['a.txt', 'a.md'])('an article or an AppError: %s', async (file) => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (content) => check(file, content)))
    await fc.assert(
      fc.asyncProperty(texts, (text) => check(file, bytes(text))),
      { numRuns: 500 },
    )
  })
})

const paste = join(import.meta.dirname, '../../../shared/articles/le-drian-moscou.txt')

test.skipIf(!existsSync(paste))('a paste of a real page', async () => {
  const { head, paragraphs } = await readArticle(fileSource(readFileSync(paste), paste), never)
  expect(head).toMatchObject({ id: 'le-drian-moscou', source: 'Le Vif', credit: '© BELGAIMAGE', language: 'fr' })
  expect(paragraphs).toHaveLength(13)
})
