/**
 * Finds a quotation in a paragraph. Everything Pilcrow promises rests here, so the comparison forgives typography
 * and nothing else: both texts are folded the same way, the match must be exact, contiguous and on whole words,
 * and what comes back are offsets into the text as published.
 */
import { analyse, elisions } from '../text/analyse.ts'
import { accentedScript, invisible, ligatures } from '../text/typography.ts'
import type { Language } from '../types.ts'

/** UTF-16 code units in the paragraph's text, `end` exclusive. */
export type Span = { readonly start: number; readonly end: number }

export type Located =
  | { readonly kind: 'found'; readonly span: Span }
  | { readonly kind: 'missing' }
  /** The words stand there, but the quotation cuts a word or a number in two. */
  | { readonly kind: 'cut_word' }
  | { readonly kind: 'too_short' }

/** A quotation has at least this many words, one of them no stop word (shared/DESIGN.md). */
export const MINIMUM_WORDS = 3
/** The same bound for scripts that put no spaces between words. */
export const MINIMUM_CHARACTERS = 6
/** Places in a paragraph that are tried for one quotation; only a text built to defeat us has more. */
const MAXIMUM_PLACES = 1_000

/** A text folded for comparison: unit `i` of `text` came from `[starts[i], ends[i])` of the original. */
type Folded = { readonly text: string; readonly starts: readonly number[]; readonly ends: readonly number[] }

const quoteMark = /["'`´«»‘’‚‛“”„‟‹›ʼ′″]/u
const openingMark = /[«‹“„]/u
const closingMark = /[»›”]/u
const dash = /[-‐‑‒–—―−﹣－]/u
/** French sets a space before these, English does not. */
const spacedPunctuation = /[:;!?%]/u
/** An ellipsis in one character is three full stops; that typography apart, quotations know no ellipsis. */
const joined: Readonly<Record<string, string>> = { ...ligatures, '…': '...' }

/** Letters with marks, of which a text has few different ones. */
const KEPT_LETTERS = 1_000

/** What a unit of ASCII is to the comparison; nearly all of a text is, and looks none of the tables up. */
const isAsciiSpace = (unit: string): boolean => unit === ' ' || (unit >= '\t' && unit <= '\r')

/** Of a letter with its marks, of Latin or Greek, the letter; nothing of any other character. */
const letters = new Map<string, string>()
const letterOf = (character: string): string => {
  const known = letters.get(character)
  if (known !== undefined) return known
  const [letter = '', ...marks] = character.normalize('NFD')
  const plain =
    letter.length === 1 &&
    accentedScript.test(letter) &&
    marks.every((mark) => /\p{M}/u.test(mark)) &&
    !(character in joined)
  if (letters.size < KEPT_LETTERS) letters.set(character, plain ? letter : '')
  return plain ? letter : ''
}

const fold = (original: string): Folded => {
  const units: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let afterOpening = false
  let script = ''
  let offset = 0

  const put = (unit: string, start: number, end: number): void => {
    units.push(unit)
    starts.push(start)
    ends.push(end)
  }
  const dropTrailingSpace = (): void => {
    if (units.at(-1) !== ' ') return
    units.pop()
    starts.pop()
    ends.pop()
  }
  const space = (start: number, end: number): void => {
    script = ''
    const last = units.at(-1)
    if (last !== undefined && last !== ' ' && !afterOpening) put(' ', start, end)
  }
  const mark = (unit: string, start: number, end: number): void => {
    script = ''
    put(unit, start, end)
  }

  for (const character of original) {
    const start = offset
    const end = start + character.length
    offset = end
    if (character <= '\u007f') {
      if (isAsciiSpace(character)) space(start, end)
      else {
        if (spacedPunctuation.test(character)) dropTrailingSpace()
        afterOpening = false
        if (character === '"' || character === "'" || character === '`') mark("'", start, end)
        else if (character === '-') mark('-', start, end)
        else {
          script = character
          put(character, start, end)
        }
      }
      continue
    }
    const letter = letterOf(character)
    if (letter !== '') {
      afterOpening = false
      script = letter
      put(letter, start, end)
      continue
    }
    if (invisible.test(character)) continue
    if (/\s/u.test(character)) {
      space(start, end)
      continue
    }
    // Which way a mark faces depends on the language (»so« or « ainsi »): a space belongs to the mark's inside
    // only where the mark stands free on its other side.
    const closes = closingMark.test(character) && !/^[\p{L}\p{N}]/u.test(original.slice(end, end + 2))
    if (closes) dropTrailingSpace()
    afterOpening = openingMark.test(character) && !/[\p{L}\p{N}]$/u.test(units.slice(-2).join(''))
    if (quoteMark.test(character)) mark("'", start, end)
    else if (dash.test(character)) mark('-', start, end)
    else {
      for (const unit of joined[character] ?? character.normalize('NFD')) {
        if (!/\p{M}/u.test(unit)) {
          script = unit
          for (const half of unit.split('')) put(half, start, end)
        } else if (accentedScript.test(script)) ends[ends.length - 1] = end
        else for (const half of unit.split('')) put(half, start, end)
      }
    }
  }
  dropTrailingSpace()
  return { text: units.join(''), starts, ends }
}

/** Paragraphs that are kept folded: a question cites the same ones again and again. */
const KEPT = 512
const kept = new Map<string, Folded>()
const foldedOnce = (text: string): Folded => {
  const known = kept.get(text)
  if (known) return known
  if (kept.size >= KEPT) kept.clear()
  const folded = fold(text)
  kept.set(text, folded)
  return folded
}

const isWordPart = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{M}\p{N}_]/u.test(unit)
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** The code points beside a place: a surrogate half would be no letter. */
const before = (text: string, at: number): string | undefined => [...text.slice(Math.max(0, at - 2), at)].at(-1)
const after = (text: string, at: number): string | undefined => [...text.slice(at, at + 2)][0]

/** Whether cutting the folded text at `at` would cut a word: letters or digits touch, or a hyphen or apostrophe joins them. */
const cutsWord = (whole: Folded, original: string, at: number, elided: ReadonlySet<string>): boolean => {
  const left = before(whole.text, at)
  const right = after(whole.text, at)
  if (left === undefined || right === undefined) return false
  if (isWordPart(left) && isWordPart(right)) return !(unspaced.test(left) && unspaced.test(right))
  const joiner = (unit: string | undefined, index: number): boolean =>
    (unit === '-' && /[-‐‑]/u.test(original.charAt(whole.starts[index] ?? 0))) ||
    (unit === "'" && /['’ʼ]/u.test(original.charAt(whole.starts[index] ?? 0)))
  // The quotation ends just before a joiner: porte|-avions, don|'t.
  if (isWordPart(left) && joiner(right, at)) return isWordPart(after(whole.text, at + 1))
  // It starts just after one: porte-|avions is cut, l'|armée is not.
  if (isWordPart(right) && joiner(left, at - 1)) {
    const head = /[\p{L}\p{M}\p{N}]*$/u.exec(whole.text.slice(Math.max(0, at - 32), at - 1))?.[0] ?? ''
    return head !== '' && !(left === "'" && elided.has(head.toLowerCase()))
  }
  return false
}

/** Whether the place lies inside a number: 250|.000, 250| 000, -|5, 95|%. */
/** What belongs to the number before it, in lower case: $1.25 | million, 12 | per cent. */
const scale =
  /^ (?:mille|thousand|tausend|mil|mill?i(?:on|ons|onen)|mill[oó]n(?:es)?|(?:b|tr)illi?(?:on|ons|onen)|(?:b|tr)ill[oó]n(?:es)?|milliards?|milliarden?|mio|mrd|md|bn|mn|per ?cent|pour cent|por ciento|prozent)(?![\p{L}\p{M}])/iu

const cutsNumber = (text: string, at: number): boolean => {
  const left = text.slice(Math.max(0, at - 24), at)
  const right = text.slice(at, at + 24)
  if (/\d$/u.test(left) && (/^(?:[.,']\d| ?[%‰])/u.test(right) || scale.test(right))) return true
  if (/\d[.,']$/u.test(left) && /^\d/u.test(right)) return true
  if (/(?:^|[^\d.,'])\d{1,3}(?: \d{3})*$/u.test(left) && /^ \d{3}(?!\d)/u.test(right)) return true
  if (/(?:^|[^\d.,'])\d{1,3}(?: \d{3})* $/u.test(left) && /^\d{3}(?!\d)/u.test(right)) return true
  return /(?:^|[ (])-$/u.test(left) && /^\d/u.test(right)
}

const bare = (text: string): string => text.replace(/[ .,;:!?]+$/u, '')
const unwrap = (text: string): string => (/^'.*'$/su.test(text) ? text.slice(1, -1).trim() : text)

/** The same words with the other case on their first letter, where they begin with one. */
const otherCase = (text: string): string | undefined => {
  const first = /^(['( ]*)(\p{L})/u.exec(text)
  const [, marks = '', letter = ''] = first ?? []
  const swapped = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()
  if (swapped === letter || swapped.length !== letter.length) return undefined
  return marks + swapped + text.slice(marks.length + letter.length)
}

/**
 * The quotation as given, then without what a copyist adds around it: final punctuation, a pair of marks. Each also with
 * the other case on its first letter.
 */
function* spellings(quote: string): Generator<string> {
  const inner = unwrap(bare(quote))
  for (const spelling of new Set([quote, bare(quote), unwrap(quote), inner, bare(inner)])) {
    if (spelling !== '') yield spelling
    const other = otherCase(spelling)
    if (other !== undefined) yield other
  }
}

const longEnough = (words: string, language: Language): boolean => {
  if (unspaced.test(words) && [...words].filter((unit) => unspaced.test(unit)).length >= MINIMUM_CHARACTERS) return true
  const spaced = words.split(/\s+|(?<=\p{L})[—―](?=\p{L})/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (spaced.length < MINIMUM_WORDS) return false
  // Its first words nearly always have one.
  const parts = [spaced.slice(0, MINIMUM_WORDS).join(' '), words]
  return parts.some((part) => analyse(part, language).some((term) => !term.stop))
}

/** Whether the span leaves out nothing but white space and punctuation. */
const isWhole = (text: string, { start, end }: Span): boolean =>
  !/[\p{L}\p{N}]/u.test(text.slice(0, start)) && !/[\p{L}\p{N}]/u.test(text.slice(end))

/**
 * Where `quote` stands in `text`, under the quotation rules of shared/DESIGN.md. `language` is the text's: it
 * decides what a stop word and an elision are. Never throws; linear in the lengths but for the number of places
 * at which the quotation's words recur.
 */
export const locate = (quote: string, text: string, language: Language): Located => {
  const whole = foldedOnce(text)
  const folded = fold(quote).text
  // What all its spellings have in them: most claims stand in no paragraph, and are told so at once.
  const core = bare(unwrap(bare(folded))).replace(/^['( ]*\p{L}?/u, '')
  if (!whole.text.includes(core)) return { kind: 'missing' }
  const elided = elisions(language)
  let cut = false
  for (const needle of spellings(folded)) {
    let at = whole.text.indexOf(needle)
    for (let place = 0; at !== -1 && place < MAXIMUM_PLACES; place++) {
      const stop = at + needle.length
      const broken = [at, stop].some((edge) => cutsWord(whole, text, edge, elided) || cutsNumber(whole.text, edge))
      if (!broken) {
        const span = { start: whole.starts[at] ?? 0, end: whole.ends[stop - 1] ?? 0 }
        const enough = longEnough(text.slice(span.start, span.end), language) || isWhole(text, span)
        return enough ? { kind: 'found', span } : { kind: 'too_short' }
      }
      cut = true
      at = whole.text.indexOf(needle, at + 1)
    }
  }
  return cut ? { kind: 'cut_word' } : { kind: 'missing' }
}
