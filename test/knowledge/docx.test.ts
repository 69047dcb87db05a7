import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/failures.ts'
import { mediaTypes } from '../../src/knowledge/media-type.ts'
import { readArticle } from '../../src/knowledge/read.ts'
import type { Article } from '../../src/types.ts'

const never = new AbortController().signal
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const p = (text: string, style?: string): string =>
  `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const styles = ['Title', 'heading 1', 'caption', 'Normal']
  .map((name) => `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`)
  .join('')
const pack = (body: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/styles.xml': strToU8(
      `<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-BE"/></w:rPr></w:rPrDefault></w:docDefaults>${styles}</w:styles>`,
    ),
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`),
    ...more,
  })
const read = (bytes: Uint8Array): Promise<Article> =>
  readArticle({ bytes, name: 'a.docx', mediaType: mediaTypes.docx }, never)
const failure = async (bytes: Uint8Array): Promise<unknown> => {
  const error: unknown = await read(bytes).catch((reason: unknown) => reason)
  return error instanceof AppError ? { code: error.code, ...error.facts } : error
}

const prose = 'Le pont de Namur sera fermé pendant deux semaines, a annoncé lundi le bourgmestre.'

describe('a document', () => {
  test('its title, its headings, its paragraphs', async () => {
    const { head, paragraphs } = await read(
      pack(
        p('Le pont', 'Title') +
          p(prose) +
          p('Les navettes', 'heading1') +
          p(prose) +
          p('Le pont, lundi', 'caption') +
          p(''),
      ),
    )
    expect(head).toMatchObject({ title: 'Le pont', language: 'fr-BE', id: 'a' })
    expect(paragraphs.map(({ text, heading }) => [heading, text])).toEqual([
      [undefined, prose],
      ['Les navettes', prose],
    ])
  })
  test('what was deleted under tracking is not there, what was added is', async () => {
    const body = `<w:p><w:r><w:t>Le pont est </w:t></w:r><w:del w:id="1"><w:r><w:delText>ouvert</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>fermé</w:t></w:r></w:ins><w:r><w:t> depuis lundi matin, dit-on.</w:t></w:r></w:p>`
    expect((await read(pack(body))).paragraphs.map(({ text }) => text)).toEqual([
      'Le pont est fermé depuis lundi matin, dit-on.',
    ])
  })
  test('a table is one paragraph', async () => {
    const cell = (text: string): string => `<w:tc>${p(text)}</w:tc>`
    const body = `${p(prose)}<w:tbl><w:tr>${cell('Pont')}${cell('Âge')}</w:tr><w:tr>${cell('A')}${cell('5')}</w:tr></w:tbl>`
    expect((await read(pack(body))).paragraphs.at(-1)?.text).toBe('Pont\tÂge\nA\t5')
  })
  test('metadata from its properties', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:title>Ponts &amp; chaussées</dc:title><dc:creator>Jeanne Petit</dc:creator></cp:coreProperties>'
    const { head } = await read(pack(p(prose), { 'docProps/core.xml': strToU8(core) }))
    expect(head).toMatchObject({ title: 'Ponts & chaussées', author: 'Jeanne Petit' })
  })
})

describe('what cannot be read', () => {
  const damaged = { code: 'damaged_file', file: 'a.docx' }
  test('what is no archive, or another one', async () => {
    expect(await failure(strToU8('PK, but no more'))).toEqual(damaged)
    expect(await failure(zipSync({ 'a.txt': strToU8('a') }))).toEqual(damaged)
    expect(await failure(pack(p(prose)).subarray(0, 300))).toEqual(damaged)
    expect(await failure(pack('<w:p><w:r></w:p>'))).toEqual(damaged)
  })
  test('a password', async () => {
    expect(await failure(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toEqual({
      code: 'locked_file',
      file: 'a.docx',
    })
  })
  test('nothing in it', async () => {
    expect(await failure(pack(p('')))).toEqual({ code: 'no_paragraphs', file: 'a.docx' })
  })
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(60_000_000) }, { level: 9 })
  test('a bomb that says how large it is', async () => {
    expect(bomb.length).toBeLessThan(100_000)
    expect(await failure(bomb)).toEqual({ code: 'too_complex', file: 'a.docx' })
  })
  test('a bomb that lies', async () => {
    const lying = Uint8Array.from(bomb)
    const view = new DataView(lying.buffer)
    for (let at = 0; at < lying.length - 30; at += 1) {
      const magic = view.getUint32(at, true)
      if (magic === 0x04034b50) view.setUint32(at + 22, 1_000, true)
      if (magic === 0x02014b50) view.setUint32(at + 24, 1_000, true)
    }
    expect(await failure(lying)).toEqual(damaged)
  })
  test('pictures as large as they like are left alone', async () => {
    const { paragraphs } = await read(pack(p(prose), { 'word/media/image1.png': new Uint8Array(60_000_000) }))
    expect(paragraphs).toHaveLength(1)
  })
  test('entities that laugh a billion times', async () => {
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
    const xml = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "lol">${entities}]><w:document ${w}><w:body>${p(prose)}${p('&l9;')}</w:body></w:document>`
    const found = await read(pack('', { 'word/document.xml': strToU8(xml) })).then(
      ({ paragraphs }) => paragraphs.map(({ text }) => text).join().length < 1_000,
      (error: unknown) => error instanceof AppError,
    )
    expect(found).toBe(true)
  })
})
