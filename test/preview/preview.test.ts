import { deflateSync } from 'node:zlib'
import { ComponentType } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { renderNotice } from '../../src/discord/render/notice.ts'
import { message, text } from '../../src/discord/render/parts.ts'
import { componentsOf, labelsOf, textsOf } from '../discord/checked.ts'
import { read } from '../discord/markdown.ts'
import { markdownHtml, plain } from './markdown.ts'
import { messageHtml } from './message.ts'
import { pageHtml } from './page.ts'
import { readPng, writePng } from './palette.ts'
import { scenesIn, serverOf } from './scenes.ts'

const locales = ['fr', 'en'] as const
const server = serverOf('en')
const columns = await Promise.all(
  locales.map(async (locale) => ({ locale, server: serverOf(locale), scenes: await scenesIn(locale) })),
)

/** The words between the tags, as a browser shows them. */
const shown = (html: string): string =>
  html
    .replace(/<\/?(?:div|hr|i)\b[^>]*>/gu, '\n')
    .replace(/<\/?(?:b|a|span)\b[^>]*>/gu, '')
    .replace(/&(lt|gt|quot|amp);/gu, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '')
const words = (of: string): string => of.replace(/\s+/gu, ' ').trim()

describe('the page', () => {
  const page = pageHtml(columns)

  test.each(columns.map((column) => [column.locale, column] as const))('shows each message: %s', (locale, column) => {
    expect(column.scenes).toHaveLength(13)
    for (const { title, bodies } of column.scenes) {
      expect(page).toContain(`<h2>${plain(title)}</h2>`)
      for (const body of bodies) expect(page).toContain(messageHtml(body, serverOf(locale)))
    }
  })

  test('what is drawn is what is read, by a reader that was written apart', () => {
    for (const { scenes, server } of columns)
      for (const body of scenes.flatMap(({ bodies }) => bodies))
        for (const content of textsOf(body).filter((each) => !/<[#t]/u.test(each)))
          expect(words(shown(markdownHtml(content, server)))).toBe(words(read(content).text))
  })

  test('every button, menu and bar is there', () => {
    for (const { scenes, server } of columns)
      for (const body of scenes.flatMap(({ bodies }) => bodies)) {
        const html = messageHtml(body, server)
        for (const label of labelsOf(body)) expect(shown(html)).toContain(label)
        const menus = componentsOf(body).filter(({ type }) => type >= ComponentType.StringSelect && type <= 8)
        expect(html.split('class="menu"').length - 1).toBe(menus.length)
        expect(html).toMatch(/--accent: #[0-9a-f]{6}/u)
      }
  })

  test('claims are verified, and a paragraph has its quotation in bold', () => {
    const [fr, en] = columns
    expect(messageHtml(fr?.scenes[1]?.bodies[0] ?? message('quiet'), server)).toMatch(/<b>80\s%[^<]+front ouest<\/b>/u)
    expect(messageHtml(en?.scenes[1]?.bodies[0] ?? message('quiet'), server)).toMatch(/<b>Men who came up[^<]+<\/b>/u)
  })
})

describe('markdown', () => {
  const html = (markdown: string): string => markdownHtml(markdown, server)

  test.each([
    ['**bold** and \\*not\\*', '<div class="text"><b>bold</b> and *not*</div>'],
    ['-# small', '<div class="subtext">small</div>'],
    ['> one\n> two\nthree', '<div class="quote">one\ntwo</div><div class="text">three</div>'],
    ['- one\n- two', '<div class="item">one</div><div class="item">two</div>'],
    ['[page](<https://example.org/?a&b>)', '<div class="text"><a href="https://example.org/?a&amp;b">page</a></div>'],
    ['**\\[1]** ¶8', '<div class="text"><b>[1]</b> ¶8</div>'],
    ['<#100000000000000001>', '<div class="text"><span class="mention"># questions</span></div>'],
    ['</ask:12>', '<div class="text"><span class="mention">/ask</span></div>'],
    ['<t:0:R>', '<div class="text"><span class="time">January 1, 1970</span></div>'],
    ['[x](<javascript:alert(1)>)', '<div class="text">[x](&lt;javascript:alert(1)&gt;)</div>'],
    ['**open', '<div class="text">**open</div>'],
  ])('%s', (markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })

  test('nothing from outside becomes part of the page', () => {
    const hostile = '<script>alert("1")</script> <img src=x onerror=y> **</div>** [a](<https://x/"><b>>)'
    for (const body of [renderNotice(hostile), message('answer', text(hostile))]) {
      const drawn = messageHtml(body, server)
      expect(drawn).not.toMatch(/<script|<img|<\/div>\*\*/u)
      expect(shown(drawn)).toContain('<script>alert("1")</script>')
    }
  })

  test('100,000 characters of markup are no trouble', () => {
    for (const piece of ['**', '[', '\\', '<t:', '> ', '**a ', '[a](<']) html(piece.repeat(20_000))
  })
})

describe('the picture', () => {
  const picture = (width: number, height: number, colour: (at: number) => number) => ({
    width,
    height,
    pixels: Uint32Array.from({ length: width * height }, (_, at) => colour(at)),
  })

  /** The palette and the indices of a picture of ours. */
  const colours = (file: Buffer): readonly number[] => {
    const at = file.indexOf('PLTE')
    const size = file.readUInt32BE(at - 4) / 3
    return Array.from({ length: size }, (_, index) => file.readUIntBE(at + 4 + 3 * index, 3))
  }

  test('keeps few colours as they are', () => {
    const written = writePng(picture(5, 3, (at) => [0x111214, 0xdfe0e2, 0x2f855a][at % 3] ?? 0))
    expect(new Set(colours(written))).toEqual(new Set([0x111214, 0xdfe0e2, 0x2f855a]))
    expect([written.readUInt32BE(16), written.readUInt32BE(20)]).toEqual([5, 3])
  })

  test('keeps 256 of many, the most frequent ones among them', () => {
    const written = writePng(picture(100, 100, (at) => (at < 5_000 ? 0x1a1a1e : (at * 6_007) & 0xffffff)))
    expect(colours(written)).toHaveLength(256)
    expect(colours(written)[0]).toBe(0x1a1a1e)
  })

  test.each([0, 1, 2, 3, 4])('reads what a browser writes, with filter %d', (filter) => {
    const [width, height] = [3, 2]
    const rows = [
      [10, 20, 30, 40, 50, 60, 70, 80, 90],
      [11, 22, 33, 44, 55, 66, 77, 88, 99],
    ]
    const at = (y: number, x: number): number => rows[y]?.[x] ?? 0
    // The specification's own words of the filters, forwards.
    const guess = (y: number, x: number): number => {
      const [left, above, corner] = [at(y, x - 3), at(y - 1, x), at(y - 1, x - 3)]
      const near = [left, above, corner].sort(
        (a, b) => Math.abs(left + above - corner - a) - Math.abs(left + above - corner - b),
      )
      return [0, left, above, Math.floor((left + above) / 2), near[0] ?? 0][filter] ?? 0
    }
    const packed = Buffer.from(
      rows.flatMap((row, y) => [filter, ...row.map((value, x) => (value - guess(y, x) + 256) & 255)]),
    )
    const chunk = (type: string, data: Buffer): Buffer => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(data.length)
      return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
    }
    const head = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0])
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    const file = Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(packed))])
    expect(readPng(file)).toMatchObject({ width, height })
    expect([...readPng(file).pixels]).toEqual([0x0a141e, 0x28323c, 0x46505a, 0x0b1621, 0x2c3742, 0x4d5863])
  })

  test('is no other file', () => {
    expect(() => readPng(Buffer.from('GIF89a, and then some'))).toThrow('no PNG')
  })
})
