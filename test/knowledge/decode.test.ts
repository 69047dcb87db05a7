import { describe, expect, test } from 'vitest'
import { decode } from '../../src/knowledge/decode.ts'

const text = (bytes: Uint8Array): string | undefined => {
  const decoded = decode(bytes)
  return decoded.kind === 'text' ? decoded.text : decoded.kind
}
const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value)
const utf16 = (value: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 + 2 * value.length))
  view.setUint16(0, 0xfeff, littleEndian)
  for (let at = 0; at < value.length; at += 1) view.setUint16(2 + 2 * at, value.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}
/** Windows-1252 for the characters that tests need. */
const western = (value: string): Uint8Array => {
  const high: Record<string, number> = {
    '€': 0x80,
    '…': 0x85,
    œ: 0x9c,
    '‘': 0x91,
    '’': 0x92,
    '“': 0x93,
    '”': 0x94,
    '–': 0x96,
  }
  return Uint8Array.from(value, (char) => high[char] ?? char.charCodeAt(0))
}

const sample = 'L’été « à\u00a0Namur » : 12 € – déjà\u202f!'

describe('encodings', () => {
  test.each([
    ['UTF-8', utf8(sample)],
    ['UTF-8 with a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(sample))],
    ['UTF-16, little-endian', utf16(sample, true)],
    ['UTF-16, big-endian', utf16(sample, false)],
  ])('%s', (_, bytes) => {
    expect(text(bytes)).toBe(sample)
  })

  test.each([
    ['“Ça suffit”, dit-elle… un œuf à 3 € – l’été dernier'],
    ['Été'],
    ['àéîõü'],
  ])('Windows-1252: %s', (value) => {
    expect(text(western(value))).toBe(value)
  })

  test('a broken byte in UTF-8 does not spoil the other letters', () => {
    const bytes = utf8('déjà vu à Liège, où l’été')
    expect(text(Uint8Array.of(...bytes, 0xc3))).toBe('déjà vu à Liège, où l’été\ufffd')
  })
  test('a replacement character that was published is kept', () => {
    expect(text(utf8('l\ufffdAssembl\ufffde'))).toBe('l\ufffdAssembl\ufffde')
  })
  test('half a surrogate pair in UTF-16 is replaced', () => {
    expect(text(utf16('a\ud83d b', true))).toBe('a\ufffd b')
  })
  test('another encoding of many letters is not read as Western', () => {
    // «Правительство объявило о новых мерах» in Windows-1251.
    const cyrillic = 'Ïðàâèòåëüñòâî îáúÿâèëî î íîâûõ ìåðàõ'
    expect(text(western(cyrillic))).toBe('unknown_encoding')
  })
  test('nothing at all is an empty text', () => {
    expect(text(new Uint8Array())).toBe('')
  })
})

describe('line ends', () => {
  test.each([
    ['a\r\nb\r\n\r\nc', 'a\nb\n\nc'],
    ['a\rb\r\rc', 'a\nb\n\nc'],
    ['a\u2028b\u2029c', 'a\nb\n\nc'],
    ['a\u000bb\u000cc\u0085d', 'a\nb\nc\nd'],
  ])('%j', (published, read) => {
    expect(text(utf8(published))).toBe(read)
  })
  test('nothing else is touched', () => {
    const odd = ' a\u00a0 b\t\u200bc\u00add  “e”\u202f; e\u0301 é ﬁ '
    expect(text(utf8(odd))).toBe(odd)
  })
})

describe('what is no text', () => {
  test.each([
    ['a NUL', utf8('some text\0 and more')],
    ['PDF', utf8('%PDF-1.7\nall of it in letters, as some are')],
    ['RTF', utf8('{\\rtf1\\ansi Bonjour}')],
    ['PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 65, 66)],
    ['ZIP', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 65, 66)],
    ['JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 65, 66)],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 0x08, 65, 66)],
    ['OLE, as old Word files are', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 65, 66)],
    ['a share of control characters', utf8('ab\x01cd\x02ef\x03gh')],
    ['bytes of any kind', Uint8Array.from({ length: 4096 }, (_, index) => (index * 197 + 31) % 256)],
  ])('%s', (_, bytes) => {
    expect(text(bytes)).toBe('binary')
  })
  test('a stray control character is let through', () => {
    expect(text(utf8('A sentence with an escape \x1b[1m in bold, as terminals have it.'))).toContain('\x1b')
  })
})
