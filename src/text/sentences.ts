/**
 * Cuts a paragraph into sentences. Written here rather than left to Intl.Segmenter, which ends a sentence after
 * `M. `, after `? »` before a small letter, and at the line breaks of a wrapped paste. In doubt two sentences stay
 * one: a quotation that is too long is better than one that is cut.
 */
import type { Language } from '../types.ts'
import { isStopWord } from './analyse.ts'
import { fold } from './fold.ts'
import { primarySubtag } from './language.ts'
import { type Lexicon, lexicon } from './tables.ts'

/** UTF-16 code units into the text; `end` exclusive. */
type Sentence = { readonly start: number; readonly end: number }

/**
 * Marks that may end a sentence, with the quotation marks, brackets and note numbers that close behind them; or the
 * break before a blank line or a list's item. Between a mark and » French sets a space. Only the first mark of a run
 * is tried, so the time is linear.
 */
const candidate =
  /(?<![.!?…])(?<marks>[.!?…]+(?:[ \u00a0\u202f][!?]+)*)(?<closing>(?:["'”’)\]]|\[\d{1,3}\]|[ \u00a0\u202f]?[»›](?![\p{L}\p{N}]))*)(?=\s|$)|[。！？]+[」』”）]*|\n(?=[ \t\r]{0,8}(?:\n|[-–—•*][ \t]|\d{1,2}[.)][ \t]))/gu

/** What is read of the text before a mark, and after it. Longer than any abbreviation or stop word. */
const CONTEXT = 24

/** The word after the sentence's end, behind what may open a sentence. */
const nextWord = /^[\s"'“‘«‹([¿¡–—-]*([\p{L}\p{N}]?[\p{L}\p{M}\p{N}'’]*)/u

/** Where a full stop makes an ordinal, and what follows one: 27. Januar, 19. Jahrhundert. */
const dottedOrdinals = new Set(['de'])
const afterOrdinal =
  /^(?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember|jahrhunderts?|jahrtausends?)$/

type Context = { readonly before: string; readonly after: string; readonly first: boolean }

/** Whether a full stop belongs to what stands before it: an initial, a title, an abbreviation, a list's number. */
const isPartOfWord = ({ before, after, first }: Context, language: Language, entry: Lexicon): boolean => {
  const written = /[\p{L}\p{M}\p{N}.°-]*$/u.exec(before)?.[0] ?? ''
  const word = fold(written)
  const next = nextWord.exec(after)?.[1] ?? ''
  if (first && /^(?:\d{1,3}|[a-z])$/.test(word)) return true
  if (/(?:^|[-.])\p{Lu}$/u.test(written) && !/\.\p{L}$/u.test(written)) return true
  if (entry.titles.has(word)) return true
  if (dottedOrdinals.has(primarySubtag(language)) && /^\d{1,2}$/.test(word) && afterOrdinal.test(fold(next)))
    return true
  if (entry.numbered.has(word)) return /^\d/.test(next)
  if (entry.abbreviations.has(word) || /^(?:\p{L}\.)+\p{L}$/u.test(written)) {
    return !(next.length > 1 && isStopWord(fold(next), language))
  }
  return false
}

const endsSentence = (marks: string, context: Context, language: Language, entry: Lexicon): boolean => {
  // (…) and [...] stand for words left out, and these are no end.
  if (/[([]$/.test(context.before)) return false
  const next = nextWord.exec(context.after)?.[1] ?? ''
  if (/^\p{Ll}/u.test(next)) return false
  return marks !== '.' || !isPartOfWord(context, language, entry)
}

/** The sentences of a text in their order, without the white space around them; together they hold all the rest. */
export const sentences = (text: string, language: Language): readonly Sentence[] => {
  const entry = lexicon(language)
  const found: Sentence[] = []
  let start = text.length - text.trimStart().length
  const close = (end: number): void => {
    const trimmed = text.slice(start, end).trimEnd()
    if (trimmed === '') return
    found.push({ start, end: start + trimmed.length })
    const rest = text.slice(end)
    start = end + rest.length - rest.trimStart().length
  }
  for (const match of text.matchAll(candidate)) {
    const { marks } = match.groups ?? {}
    const end = match.index + match[0].length
    if (match.index < start) continue
    const context = {
      before: text.slice(Math.max(start, match.index - CONTEXT), match.index),
      after: text.slice(end, end + CONTEXT),
      first: match.index - start <= 3,
    }
    if (marks === undefined || endsSentence(marks, context, language, entry)) close(end)
  }
  close(text.length)
  return found
}
