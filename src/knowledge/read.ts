/** One source's bytes to an article, or the reason why they are none; every bound on what a text may be stands here. */
import { basename, extname } from 'node:path'
import { AppError } from '../failures.ts'
import type { Source } from '../ports.ts'
import { detectLanguage, sameLanguage } from '../text/language.ts'
import { sentences } from '../text/sentences.ts'
import type { Article, ArticleHead, Language } from '../types.ts'
import type { Part } from './body.ts'
import { cut } from './cut.ts'
import { decode } from './decode.ts'
import { sha256 } from './digest.ts'
import { readFrontMatter } from './front-matter.ts'
import type { Isolation } from './isolation.ts'
import { mediaTypes, SUPPORTED } from './media-type.ts'
import type { Metadata } from './metadata.ts'
import { hasWord, plain } from './prose.ts'
import { slug } from './slug.ts'
import { fileTooLarge, largest } from './source.ts'

/**
 * Raised with every change of what is read out of the same bytes, so that files are read again that did not change; a test
 * of `pages` fails where that was forgotten.
 */
export const READING = 1

/** As many as War and Peace has. */
const MOST_PARAGRAPHS = 10_000
/** Lines are counted before anything is made of them: five megabytes may be two million. */
const MOST_LINES = 10 * MOST_PARAGRAPHS
/** A longer one is mostly a text whose line ends were lost. */
const LONGEST_PARAGRAPH = 8_000
const LONGEST_TITLE = 90
/** What tells a language must not take long, whatever the article's length. */
const LANGUAGE_SAMPLE = 20_000
const UNDETERMINED = 'und'

/** What a source says of itself, and its text in parts. */
export type Read = Metadata & {
  readonly id?: string
  /** As a person wrote it down. */
  readonly language?: Language
  /** As a program did: many put English above everything. */
  readonly declared?: Language
  readonly parts: readonly Part[]
}

/** What the front matter says goes before what the text itself says. */
const readMarkdownParts = async (text: string, file: string): Promise<Read> => {
  const { front, body } = await readFrontMatter(text, file)
  const { readMarkdown } = await import('./markdown.ts')
  return { ...(await readMarkdown(body, front.title)), ...front }
}

const readTextParts = async (text: string, file: string): Promise<Read> => {
  const { front, body } = await readFrontMatter(text, file)
  const { readPaste } = await import('./paste.ts')
  const { parts, ...found } = readPaste(body)
  // A first line that is not the title of the front matter is a heading.
  const heading =
    front.title === undefined || found.title === undefined || plain(found.title) === plain(front.title)
      ? {}
      : { heading: found.title }
  return { ...found, parts: parts.map((part) => ({ ...heading, ...part })), ...front }
}

const readSample = (parts: readonly Part[]): string => {
  let sample = ''
  for (const { text } of parts) {
    if (sample.length >= LANGUAGE_SAMPLE) break
    sample += `${text}\n`
  }
  return sample.slice(0, LANGUAGE_SAMPLE)
}

/** A text without a title is called by its first words. */
const readTitle = (first: string, language: Language, file: string): string => {
  const [sentence] = sentences(first, language)
  const title = first.slice(sentence?.start, sentence?.end).replace(/\s+/g, ' ')
  if (!hasWord(title)) return basename(file, extname(file))
  return title.length <= LONGEST_TITLE ? title.replace(/\.$/, '') : `${cut(title, LONGEST_TITLE)[0]?.trimEnd()}…`
}

const countLines = (text: string): number => {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) if (text[at + 1] !== '\n') lines += 1
  return lines
}

const readText = ({ bytes, name: file, charset }: Source): string => {
  const decoded = decode(bytes, ...(charset === undefined ? [] : [charset]))
  if (decoded.kind === 'binary') throw new AppError('binary_file', { file })
  if (decoded.kind === 'unknown_encoding') throw new AppError('unknown_encoding', { file })
  if (/^[\s\u00AD\u200B-\u200F\u2060\uFEFF]*$/.test(decoded.text)) throw new AppError('empty_file', { file })
  if (countLines(decoded.text) > MOST_LINES) throw new AppError('too_many_paragraphs', { file, limit: MOST_PARAGRAPHS })
  return decoded.text
}

/** Which paragraph begins where is part of it: no text holds a NUL. */
export const textHash = (pieces: readonly { readonly text: string }[]): string =>
  sha256(pieces.flatMap(({ text }) => [text, '\0']))

/** One thread for the whole process, started when first needed: what is read waits for its turn. */
let isolation: Isolation | undefined

const readParts = async (source: Source, signal: AbortSignal): Promise<Read> => {
  const { name: file, bytes, mediaType } = source
  const limit = largest(mediaType)
  if (bytes.length > limit) throw fileTooLarge(file, bytes.length, limit)
  if (bytes.length === 0) throw new AppError('empty_file', { file })
  switch (mediaType) {
    case mediaTypes.text:
      return readTextParts(readText(source), file)
    case mediaTypes.markdown:
      return readMarkdownParts(readText(source), file)
    case mediaTypes.html:
    case mediaTypes.pdf:
    case mediaTypes.docx: {
      const { createIsolation } = await import('./isolation.ts')
      isolation ??= createIsolation()
      return isolation.read(source, signal)
    }
    default:
      throw new AppError('unsupported_file', { file, supported: SUPPORTED })
  }
}

/** A program's word for it is taken, with its region, unless the text says otherwise. */
const settle = (declared: Language | undefined, detected: Language | undefined): Language =>
  declared !== undefined && (detected === undefined || sameLanguage(declared, detected))
    ? declared
    : (detected ?? UNDETERMINED)

/** A file is called by its name. A page's address often says nothing (`/2024/01/?p=12`), so that its title must. */
const readId = ({ name, url }: Source, title: string): string =>
  slug(url === undefined ? basename(name, extname(name)) : title)

/**
 * Rejects only with `AppError`: unsupported_file, file_too_large, binary_file, unknown_encoding, empty_file,
 * bad_front_matter, no_paragraphs, too_many_paragraphs; for pages, PDFs and word processor files also no_article, paywall,
 * too_complex, scanned_file, locked_file, damaged_file, too_many_pages; aborted. What is known of the text's place (its `url`) goes before what the
 * text says of it.
 */
export const readArticle = async (source: Source, signal: AbortSignal): Promise<Article> => {
  const { name: file, url } = source
  const { id, title: said, language: tag, declared, parts, ...rest } = await readParts(source, signal)
  const pieces = parts.flatMap((part) => cut(part.text, LONGEST_PARAGRAPH).map((text) => ({ ...part, text })))
  const [first] = pieces
  if (first === undefined) throw new AppError('no_paragraphs', { file })
  if (pieces.length > MOST_PARAGRAPHS) throw new AppError('too_many_paragraphs', { file, limit: MOST_PARAGRAPHS })
  const language = tag ?? settle(declared, detectLanguage(readSample(pieces)))
  const title = said ?? readTitle(first.text, language, file)
  const head: ArticleHead = {
    ...rest,
    ...(url !== undefined && { url }),
    id: id === undefined ? readId(source, title) : slug(id),
    title,
    language,
    hash: textHash(pieces),
  }
  return { head, paragraphs: pieces.map((piece, index) => ({ article: head, number: index + 1, ...piece })) }
}
