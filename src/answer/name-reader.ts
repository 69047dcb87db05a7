/** Cuts a text into words as names are told by: an acronym whole, and where a capital says nothing, marked. */
import { fold } from '../text/fold.ts'
import { glued, type Lexeme, lexemes } from '../text/lexemes.ts'

export type Word = {
  /** As written, dots of an acronym left out. */
  readonly raw: string
  readonly text: string
  /** Whether it has one, anywhere. */
  readonly capital: boolean
  readonly start: number
  readonly end: number
  /** Whether a sentence may begin here, so that a capital says nothing. */
  readonly first: boolean
  /** Whether it follows the word before it with nothing but white space between. */
  readonly beside: boolean
  /** Whether digits stand before it. */
  readonly counted: boolean
  readonly lexeme: Lexeme
}

const opens = /^[([{«“‘"'¿¡–—•*-]$/u
const ends = /^[.!?…:;]$/u
const isLetter = ({ kind, raw }: Lexeme): boolean => kind === 'word' && /^\p{Lu}$/u.test(raw)

/** Where a dotted acronym that starts at `at` ends: U.S., O.N.U., J.-C.; `at` where there is none. */
const acronymEnd = (list: readonly Lexeme[], at: number): number => {
  let end = at
  for (let next = at; next < list.length; ) {
    const letter = list[next]
    const dot = list[next + 1]
    if (!letter || !isLetter(letter) || dot?.text !== '.' || !glued(list, next + 1)) break
    end = next + 2
    const hyphen = list[end]?.text === '-' && glued(list, end) ? end + 1 : end
    if (!glued(list, hyphen)) break
    next = hyphen
  }
  return end - at > 2 ? end : at
}

/** The words of a text; compatibility forms of letters (𝐀, Ａ) are read as what they look like. */
export const wordsOf = (text: string): readonly Word[] => {
  const list = lexemes(text)
  const words: Word[] = []
  const broken = text.includes('\n')
  let first = true
  let beside = false
  for (let at = 0; at < list.length; ) {
    const lexeme = list[at]
    if (!lexeme) break
    const previous = list[at - 1]
    if (broken && previous && text.slice(previous.end, lexeme.start).includes('\n')) first = true
    if (lexeme.kind !== 'word') {
      if (ends.test(lexeme.text)) first = true
      else if (!opens.test(lexeme.text)) first = false
      beside = false
      at++
      continue
    }
    const end = acronymEnd(list, at)
    const parts = end > at ? list.slice(at, end).filter(({ kind }) => kind === 'word') : [lexeme]
    const raw = parts.map((part) => part.raw.normalize('NFKC')).join('')
    words.push({
      raw,
      text: raw === lexeme.raw ? lexeme.text : fold(raw),
      capital: /\p{Lu}/u.test(raw),
      start: lexeme.start,
      end: parts.at(-1)?.end ?? lexeme.end,
      first,
      beside,
      counted: previous?.kind === 'digits',
      lexeme,
    })
    first = false
    beside = true
    at = Math.max(end, at + 1)
  }
  return words
}
