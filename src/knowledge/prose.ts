/**
 * What can be said of a line by its looks alone: whether it ends a sentence, is prose, or could be a name.
 * Letters are asked for in one place, since each regular expression with Unicode classes costs half a millisecond at start.
 */

/** Nothing that is classed by its looks is longer; longer text is prose, and no pattern need be run over it. */
export const LONG = 200
/** Fewer words, even with a full stop, are a caption or a remark as often as a paragraph. */
const FEWEST_WORDS = 6
/** Enough of a line's end for quotes, brackets, note marks and an agency's name after the last full stop. */
const TAIL = 48

const letterOrDigit = /[\p{L}\p{N}]/u
const runs = /[\p{L}\p{N}]+/gu

/** Whether there is a letter or a digit of any script in it. */
export const hasWord = (text: string): boolean => letterOrDigit.test(text)

/** Its runs of letters and digits, with their places. */
export const tokens = (text: string): readonly { readonly at: number; readonly text: string }[] =>
  [...text.matchAll(runs)].map((match) => ({ at: match.index, text: match[0] }))

const first = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 0x20)
export const startsUpper = (text: string): boolean => first(text) !== first(text).toLowerCase()
export const startsLower = (text: string): boolean => first(text) !== first(text).toUpperCase()

/** A short line without the marks before its first word, with single spaces. */
export const tidy = (line: string): string => {
  const text = line.normalize('NFC').replace(/[\s\u200B-\u200D\u2060]+/g, ' ')
  let start = 0
  while (start < text.length && !/[@#©]/.test(text.charAt(start)) && !hasWord(first(text.slice(start)))) start += 1
  return text.slice(start).trimEnd()
}

/** The tidy line for comparing with tables: no case or accents, one kind of apostrophe and dash, each at its old place. */
export const plain = (line: string): string => {
  const text = tidy(line)
    .replace(/[^\0-\x7F]/g, (unit) => unit.normalize('NFD').charAt(0))
    .replace(/[‘’ʼ´]/g, "'")
    .replace(/[‐‑–]/g, '-')
    .toLowerCase()
  let end = text.length
  while (end > 0) {
    const last = /[\uDC00-\uDFFF]/.test(text.charAt(end - 1)) ? 2 : 1
    if (hasWord(text.slice(end - last, end))) break
    end -= last
  }
  return text.slice(0, Math.max(0, end))
}

/** Ends with a full stop, question or exclamation mark or ellipsis; an initial's point (`the U.S.`) is none. */
export const endsSentence = (line: string): boolean => {
  const tail = line.slice(-TAIL)
  const stop = /[.!?…。！？؟।][\s"'”’»›)\]]*(?:\([^()]{1,24}\)|(?:\[\d{1,3}\])+|[¹²³⁰-⁹]{1,3})?$/.test(tail)
  const initial = /(?:^|[\s.(])(\S)\.[\s"'”’»›)\]]*$/.exec(tail)?.[1]
  return stop && (initial === undefined || !startsUpper(initial))
}

/** Chinese, Japanese and Thai put no spaces between words. */
const unspaced = /[\u0E00-\u0E7F\u2E80-\u9FFF\uF900-\uFAFF]/

/** Words at the beginning of a line, with the marks around them; a character is one in scripts without spaces. */
export const words = (line: string): readonly string[] =>
  line
    .slice(0, 2 * LONG)
    .split(/\s+/)
    .flatMap((word) => (unspaced.test(word) ? [...word] : [word]))
    .filter(hasWord)

/** A paragraph for certain: a sentence of some length, or text too long to be anything else. */
export const isProse = (line: string): boolean =>
  line.length >= LONG || (endsSentence(line) && words(line).length >= FEWEST_WORDS)

export const isOneSentence = (line: string): boolean =>
  line.length < LONG && !/[.!?…][\s"'”’»)]{1,9}\S/.test(line.slice(0, -1))

export const isQuestion = (line: string): boolean => /[?!][\s"'”’»)]{0,9}$/.test(line)

/** What is a sentence and yet may stand over an article: `Faut-il craindre l’hiver ?` */
export const isHeadline = (line: string): boolean => isQuestion(line) && isOneSentence(line)

/** Begins with a bullet, a dash or a number, as items of lists do. */
export const isItem = (line: string): boolean => /^(?:[-–—*•▪‣◦·+]|\d{1,2}[.)]|[a-z]\))\s+\S/.test(line)

const particles = new Set(
  [
    'de du des d la le les van von der den di da del della dei do dos el al bin ben ten ter zu y e et en',
    'und and with avec in a à at for pour on of & the im am',
  ].flatMap((line) => line.split(' ')),
)

/** A capital, a digit or a handle, perhaps after d’ or l’. */
const isCapitalised = (word: string): boolean => /^[\d@]/.test(word) || startsUpper(word.replace(/^[dl]['’]/, ''))

/** Capitalised words with only particles between them, as in people's names and publications'. */
export const isName = (text: string): boolean => {
  const parts = text.split(/[\s/,+()]+/).filter((part) => part !== '')
  return (
    parts.length > 0 &&
    parts.length <= 9 &&
    text.length <= 90 &&
    isCapitalised(parts[0] ?? '') &&
    isCapitalised(parts.at(-1) ?? '') &&
    parts.every((part) => isCapitalised(part) || particles.has(part.toLowerCase()))
  )
}

const nobiliary = new Set('de du van von der den di da del dos la el al bin ben'.split(' '))

/** Two to four words of which the first and the last are capitalised, without a figure: a person's name, by its form. */
export const isPerson = (line: string): boolean => {
  const parts = line.split(' ')
  return (
    parts.length > 1 &&
    parts.length <= 4 &&
    !/[\d,:;/@&]/.test(line) &&
    startsUpper(line) &&
    startsUpper(parts.at(-1) ?? '') &&
    parts.every((part) => startsUpper(part) || nobiliary.has(part))
  )
}
