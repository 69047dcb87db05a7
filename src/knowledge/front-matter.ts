/** What a file says of itself above its text, between two lines of `---`: YAML, checked before anything believes it. */
import { AppError } from '../failures.ts'
import type { Language } from '../types.ts'
import { type Metadata, stated } from './metadata.ts'

/** Other keys are ignored, and so is a key without a value. */
export type FrontMatter = Metadata & { readonly id?: string; readonly language?: Language }

/** More is no description of an article; it also bounds what the YAML parser may be given. */
const LONGEST_BLOCK = 16_384
const LONGEST_VALUE = 500
const LONGEST_URL = 2_048

/** What a value says: nothing where it is blank; throws where it is not what its key is for. */
type Read = (value: string) => string | undefined

const text: Read = (value) => {
  if (value.length > LONGEST_VALUE) throw new Error('too long')
  return value.replace(/\s+/g, ' ').trim() || undefined
}

/** A BCP 47 tag. */
const tag: Read = (value) => {
  const said = text(value)
  return said && Intl.getCanonicalLocales(said.replaceAll('_', '-'))[0]
}

const address: Read = (value) => {
  const said = value.trim()
  if (said.length > LONGEST_URL || (said !== '' && !/^https?:$/.test(new URL(said).protocol)))
    throw new Error('not an address of a page')
  return said || undefined
}

const readers = {
  id: text,
  title: text,
  source: text,
  url: address,
  author: text,
  published: text,
  language: tag,
  credit: text,
} as const satisfies Readonly<Record<string, Read>>

type Key = keyof typeof readers
const isKey = (key: string): key is Key => Object.hasOwn(readers, key)

/** A key's value as YAML gives it, every scalar as the text it is written with, and its line in the block, from 0. */
type Entry = { readonly key: string; readonly value: unknown; readonly line: number }
type YamlError = { readonly cause: unknown; readonly line: number }

/**
 * The front matter nearly everyone writes, a plain or simply quoted text to each line; undefined for anything more. YAML
 * means the same by it (a property test holds it to that), and its parser takes 13 ms to load.
 */
export const readPlain = (lines: readonly string[]): readonly Entry[] | undefined => {
  const entries: Entry[] = []
  for (const [index, line] of lines.entries()) {
    if (/^(?:#.*)?$/.test(line)) continue
    const [, key, double, single, bare] =
      /^([A-Za-z]\w*): +(?:"([^"\\\t]*)"|'([^'\t]*)'|([\p{L}\p{N}(«“‘].*?)) *$/u.exec(line) ?? []
    if (key === undefined || entries.some((entry) => entry.key === key)) return undefined
    if (bare !== undefined && /:(?:\s|$)|\s#|\t/.test(bare)) return undefined
    entries.push({ key, value: double ?? single ?? bare, line: index })
  }
  return entries
}

export const readYaml = async (lines: readonly string[]): Promise<readonly Entry[] | YamlError> => {
  const { isMap, isScalar, LineCounter, parseDocument } = await import('yaml')
  const counter = new LineCounter()
  // Failsafe: no tag makes anything but text, lists and maps, and `title: 1984` is a title.
  const document = parseDocument(lines.join('\n'), { schema: 'failsafe', lineCounter: counter, logLevel: 'silent' })
  const lineAt = (offset: number | undefined): number => counter.linePos(offset ?? 0).line - 1
  const error = document.errors[0]
  if (error !== undefined) return { cause: error, line: lineAt(error.pos[0]) }
  if (document.contents === null) return []
  if (!isMap(document.contents)) return { cause: undefined, line: 0 }
  return document.contents.items.flatMap(({ key, value }) =>
    isScalar(key)
      ? {
          key: String(key.value),
          value: isScalar(value) ? (value.value ?? '') : (value ?? ''),
          line: lineAt(key.range?.[0]),
        }
      : [],
  )
}

type Block = { readonly lines: readonly string[]; readonly first: number; readonly end: number }

/** Lines `first` to `end` (exclusive) of the file; undefined for a text without front matter. */
const findBlock = (body: string, file: string): Block | undefined => {
  const all = body.slice(0, LONGEST_BLOCK).split('\n')
  const first = all.findIndex((line) => line.trim() !== '') + 1
  if (!/^---[ \t]*$/.test(all[first - 1] ?? '')) return undefined
  const length = all.slice(first).findIndex((line) => /^(?:---|\.\.\.)[ \t]*$/.test(line))
  const opening = all.slice(first).find((line) => /^[^#\s]/.test(line)) ?? ''
  const key = /^([A-Za-z_][\w-]*)[ \t]*:(?:\s|$)/.exec(opening)?.[1]?.toLowerCase()
  if (length === 0 || (length > 0 && key !== undefined))
    return { lines: all.slice(first, first + length), first, end: first + length }
  // A line of dashes over a text is no front matter; over a known key, the line that ends it was forgotten.
  if (length === -1 && key !== undefined && isKey(key)) throw new AppError('bad_front_matter', { file, line: first })
  return undefined
}

/** Rejects with `bad_front_matter` (line from 1) where the block is no YAML or a value is not what it should be. */
export const readFrontMatter = async (
  text: string,
  file: string,
): Promise<{ readonly front: FrontMatter; readonly body: string }> => {
  const block = findBlock(text, file)
  if (block === undefined) return { front: {}, body: text }
  const bad = (line: number, cause: unknown): AppError =>
    new AppError('bad_front_matter', { file, line: block.first + 1 + line }, { cause })
  const entries = readPlain(block.lines) ?? (await readYaml(block.lines))
  if ('cause' in entries) throw bad(entries.line, entries.cause)
  const front: Partial<Record<Key, string | undefined>> = {}
  for (const { key: written, value, line } of entries) {
    const key = written.toLowerCase()
    if (!isKey(key)) continue
    try {
      if (typeof value !== 'string') throw new Error('not a text')
      front[key] = readers[key](value)
    } catch (cause) {
      throw bad(line, cause)
    }
  }
  return {
    front: stated(front),
    body: text
      .split('\n')
      .slice(block.end + 1)
      .join('\n'),
  }
}
