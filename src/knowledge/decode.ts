/** Bytes to text: which encoding a file is in, and whether it is text at all. People save pastes in whatever they have. */

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'unknown_encoding' }

/** How files begin that may hold no NUL and few controls, and are yet no text: PDF, RTF, PNG, ZIP, JPEG, gzip, OLE. */
const magics: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
  [0x89, 0x50, 0x4e, 0x47],
  [0x50, 0x4b, 0x03, 0x04],
  [0xff, 0xd8, 0xff],
  [0x1f, 0x8b],
  [0xd0, 0xcf, 0x11, 0xe0],
]

/** Random bytes hold about 11 % of C0 controls; text with colour codes or stray controls stays well below this. */
const MAXIMUM_CONTROLS = 0.05

/** Western text has at most a fifth of its characters outside ASCII; Cyrillic or Greek bytes read as Western, nearly all. */
const MAXIMUM_FOREIGN = 0.35
/** Up to so many characters outside ASCII a share says nothing: they are two thirds of `Été`. */
const FEW_FOREIGN = 20

const REPLACEMENT = 0xfffd

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte)

const count = (text: string, is: (unit: number) => boolean): number => {
  let found = 0
  for (let index = 0; index < text.length; index += 1) if (is(text.charCodeAt(index))) found += 1
  return found
}

/** C0 and C1 but white space: tab, line ends, form feed, NEL. */
const isControl = (unit: number): boolean =>
  unit < 0x09 || (unit > 0x0d && unit < 0x20) || (unit > 0x7e && unit < 0xa0 && unit !== 0x85)

/** UTF-8, even where a few bytes are broken: in Windows-1252 text a valid sequence of several bytes is mere chance. */
const utf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    const broken = count(text, (unit) => unit === REPLACEMENT)
    return broken < count(text, (unit) => unit > 0x7f && unit !== REPLACEMENT) ? text : undefined
  }
}

const western = (bytes: Uint8Array): string | undefined => {
  const text = new TextDecoder('windows-1252').decode(bytes)
  const foreign = count(text, (unit) => unit > 0x7f)
  return foreign > FEW_FOREIGN && foreign > text.length * MAXIMUM_FOREIGN ? undefined : text
}

/** By the first of the labels that is one, and that the bytes may be in. */
const labelled = (bytes: Uint8Array, labels: readonly string[]): string | undefined => {
  for (const label of labels) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {}
  }
  return undefined
}

const ESCAPE = 0x1b

/** Where a page names its own encoding, it does so at its beginning (HTML, 4.2.5.4: within 1,024 bytes). */
const DECLARED_WITHIN = 1_024

/** The encoding that a page names in its head. */
export const pageCharset = (bytes: Uint8Array): readonly string[] => {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARED_WITHIN))
  const label = /<(?:meta|\?xml)\b[^>]{0,200}?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(start)?.[1]
  return label === undefined ? [] : [label]
}

/** UTF-16 and ISO-2022-JP are valid UTF-8, but for their NULs and escapes. */
const isPlain = (bytes: Uint8Array): boolean => !bytes.includes(0) && !bytes.includes(ESCAPE)

/** Servers that say `iso-8859-1` of all they have are common; text that is valid UTF-8 by chance does not exist. */
const decodeText = (bytes: Uint8Array, labels: readonly string[]): string | undefined => {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes)
  const isByByte = isPlain(bytes)
  const possible = labels.filter((label) => !isByByte || !/^utf-?16/i.test(label))
  const first = isByByte ? undefined : labelled(bytes, possible)
  return first ?? utf8(bytes) ?? labelled(bytes, possible) ?? western(bytes)
}

/** Every line end becomes `\n`, those of word processors too; nothing else changes. */
const normaliseLineEnds = (text: string): string =>
  text.replace(/\r\n?|[\v\f\u0085\u2028]/g, '\n').replace(/\u2029/g, '\n\n')

/**
 * UTF-8 with or without byte order mark, UTF-16 with one, else what the labels say (a server's, or the page's own), else
 * Windows-1252, which is a superset of Latin-1 (labels and tables: WHATWG Encoding).
 */
export const decode = (bytes: Uint8Array, ...labels: readonly string[]): Decoded => {
  if (magics.some((magic) => startsWith(bytes, magic))) return { kind: 'binary' }
  const text = decodeText(bytes, labels)
  if (text === undefined) return { kind: bytes.includes(0) ? 'binary' : 'unknown_encoding' }
  const controls = count(text, isControl)
  if (text.includes('\0') || controls > text.length * MAXIMUM_CONTROLS) return { kind: 'binary' }
  return { kind: 'text', text: normaliseLineEnds(text) }
}
