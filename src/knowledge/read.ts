/** One file's bytes to an article, or the reason why they are none; every bound on what a file may be stands here. */
import { createHash } from 'node:crypto'
import { basename, extname } from 'node:path'
import { fold } from '../text/fold.ts'
import { detectLanguage } from '../text/language.ts'
import { sentences } from '../text/sentences.ts'
import { AppError, type Article, type ArticleHead } from '../types.ts'
import type { Part } from './body.ts'
import { cut } from './cut.ts'
import { decode } from './decode.ts'
import { readFrontMatter } from './front-matter.ts'
import { hasWord, plain } from './prose.ts'
import { slug } from './slug.ts'

/** The kinds of file that are read, by their extension. */
export const SUPPORTED: readonly string[] = ['.txt', '.md']

const MEGABYTE = 1_048_576
/** A thick novel has a megabyte or two. */
export const LARGEST_FILE = 5 * MEGABYTE
/** As many as War and Peace has. */
const MOST_PARAGRAPHS = 10_000
/** Lines are counted before anything is made of them: five megabytes may be two million. */
const MOST_LINES = 10 * MOST_PARAGRAPHS
const LONGEST_TITLE = 90
/** What tells a language must not take long, whatever the article's length. */
const LANGUAGE_SAMPLE = 20_000
const UNDETERMINED = 'und'

export const isSupported = (file: string): boolean => SUPPORTED.includes(extname(file).toLowerCase())

export const fileTooLarge = (file: string, bytes: number): AppError =>
  new AppError('file_too_large', { file, megabytes: Math.ceil(bytes / MEGABYTE), limit: LARGEST_FILE / MEGABYTE })

/** The text in its front matter and its body, each already checked. */
const readBody = async (text: string, file: string) => {
  const { front, body } = await readFrontMatter(text, file)
  if (/\.md$/i.test(file)) {
    const { readMarkdown } = await import('./markdown.ts')
    return { ...(await readMarkdown(body, front.title)), ...front }
  }
  const { readPaste } = await import('./paste.ts')
  const { paragraphs, ...paste } = readPaste(body)
  // A first line that is not the title the front matter gives is the heading of what follows it.
  const heading = front.title === undefined || plain(paste.title ?? '') === plain(front.title) ? undefined : paste.title
  const under = (part: Part): Part => (heading === undefined ? part : { heading, ...part })
  return { ...paste, paragraphs: paragraphs.map(under), ...front }
}

/** A text without a title is called by its first words. */
const readTitle = (first: string, language: Language, file: string): string => {
  const [sentence] = sentences(first, language)
  const title = first.slice(sentence?.start, sentence?.end).replace(/\s+/g, ' ')
  if (!hasWord(title)) return basename(file, extname(file))
  return title.length <= LONGEST_TITLE ? title.replace(/\.$/, '') : `${cut(title, LONGEST_TITLE)[0]?.trimEnd()}…`
}

/**
 * `file` is a name or a path: its extension says how to read it, its name gives the id. Rejects only with `AppError`:
 * unsupported_file, file_too_large, binary_file, unknown_encoding, empty_file, bad_front_matter, no_paragraphs,
 * too_many_paragraphs.
 */
export const readArticle = async (bytes: Uint8Array, file: string): Promise<Article> => {
  if (!isSupported(file)) throw new AppError('unsupported_file', { file, supported: SUPPORTED })
  if (bytes.length > LARGEST_FILE) throw fileTooLarge(file, bytes.length)
  const decoded = decode(bytes)
  if (decoded.kind === 'binary') throw new AppError('binary_file', { file })
  if (decoded.kind === 'unknown_encoding') throw new AppError('unknown_encoding', { file })
  if (!/\S/.test(decoded.text.replace(INVISIBLE, ''))) throw new AppError('empty_file', { file })
  const tooMany = new AppError('too_many_paragraphs', { file, limit: MOST_PARAGRAPHS })
  if (countLines(decoded.text) > MOST_LINES) throw tooMany

  const { id, title, language: stated, paragraphs, ...rest } = await readBody(decoded.text, file)
  const [first] = paragraphs
  if (first === undefined) throw new AppError('no_paragraphs', { file })
  const sample = paragraphs.slice(0, SAMPLE_PARAGRAPHS).map(({text}) => text).join('\n').slice(0, LANGUAGE_SAMPLE)
  const language = stated ?? detectLanguage(sample) ?? UNDETERMINED
}
