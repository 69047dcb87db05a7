/**
 * Text as a terminal may be given it. Articles, models and file names are hostile to a terminal: everything printed
 * goes through `visible` first, and only our own colours are added after.
 */
// Not imported: making a module of all it exports would load parts of Node that a cold answer has no use for.
const { stripVTControlCharacters, styleText } = process.getBuiltinModule('node:util')

export type Style = {
  readonly colour: boolean
  /** Columns; `Infinity` where lines are not to be broken. */
  readonly width: number
  /** Whether blank lines may stand inside an answer; a script tells answers apart by them. */
  readonly spaced: boolean
}

export type Screen = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }

/** For comfort: longer lines are hard to read. */
const WIDEST = 100
/** Below this, a line holds too few words to be broken well. */
const NARROWEST = 20

/** The style for a stream as it is now: a window may change its size. */
export const styleOf = (screen: Screen, colour: boolean): Style =>
  screen.isTTY === true
    ? { colour, width: Math.max(NARROWEST, Math.min(WIDEST, screen.columns || 80)), spaced: true }
    : { colour: false, width: Number.POSITIVE_INFINITY, spaced: false }

/** Whether the environment wants colour: https://no-color.org, and a terminal that knows it. */
export const wantsColour = (environment: Readonly<Record<string, string | undefined>>): boolean =>
  !environment.NO_COLOR && environment.TERM !== 'dumb'

/** White space where a line may be broken: all but the no-break spaces U+00A0, U+202F, U+2007. */
const breaking = /[\t\n\v\f\r \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+/gu
/** C0, DEL, C1, direction overrides and isolates. */
const control = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu

/** One line of text in which every control character is shown escaped, such as `\u{1b}`. */
export const visible = (text: string): string =>
  text
    .replace(breaking, ' ')
    .replace(control, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .trim()

/** How many columns a text takes, counting one for each character that takes any. */
export const columns = (text: string): number =>
  [...stripVTControlCharacters(text).replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, '')].length

type Paint = 'bold' | 'dim' | 'cyan' | 'yellow' | 'green' | 'red'

/** Colours word by word, so that a broken line carries no colour over to the next. */
export const paint = (text: string, how: Paint, style: Style): string =>
  style.colour ? text.replace(/[^ ]+/gu, (word) => styleText(how, word, { validateStream: false })) : text

/**
 * Lines of at most the style's width, broken at spaces; a word too long for a line stands on its own.
 * The first begins with `first`, the others with as many spaces, or with `indent` of them.
 */
export const wrap = (text: string, style: Style, first = '', indent = columns(first)): readonly string[] => {
  const lines: string[] = []
  let line = first
  let used = columns(first)
  let bare = true
  for (const word of text.split(' ').filter((each) => each !== '')) {
    const size = columns(word)
    if (!bare && used + 1 + size > style.width) {
      lines.push(line)
      line = ' '.repeat(indent)
      used = indent
      bare = true
    }
    line += bare ? word : ` ${word}`
    used += bare ? size : size + 1
    bare = false
  }
  return [...lines, line]
}

/** The first words of a text, of at most `limit` columns, with an ellipsis where something follows. */
export const opening = (text: string, limit: number): string => {
  if (columns(text) <= limit) return text
  const whole = [...text].slice(0, limit).join('')
  const space = whole.lastIndexOf(' ')
  return `${(space > limit / 2 ? whole.slice(0, space) : whole).replace(/[\s,;:]+$/u, '')}…`
}
