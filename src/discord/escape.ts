/**
 * Makes any text literal for Discord. Models, articles and members are hostile to its markdown: everything shown goes
 * through `literal`, and only our own code adds markup. `test/discord/markdown.ts` says how we take Discord to read it.
 */

/** Control characters, direction overrides and isolates: they can make a reader see another text than the one checked. */
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

const shown = (character: string, at: number, text: string): string => {
  switch (character) {
    case '\r':
      return text[at + 1] === '\n' ? ' ' : '\n'
    case '\u0085':
    case '\u2028':
    case '\u2029':
      return '\n'
    case '\t':
    case '\v':
    case '\f':
      return ' '
    case '\u007f':
      return '\u2421'
    default:
      // C0 has its pictures in Unicode; the others have none.
      return character < ' ' ? String.fromCharCode(0x2400 + character.charCodeAt(0)) : '\ufffd'
  }
}

/**
 * The text with what cannot be seen made visible, unit for unit: an offset into the one is an offset into the other.
 * White space becomes spaces and line feeds; lone surrogates become U+FFFD.
 */
export const visible = (text: string): string => text.toWellFormed().replace(control, shown)

/** Whether a reader sees nothing of the text: white space, joiners, marks without a letter, what has no glyph. */
export const isBlank = (text: string): boolean => !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)

/** On one line, without white space around it; no-break spaces stay. */
export const oneLine = (text: string): string =>
  visible(text)
    .replace(/[ \n]+/gu, ' ')
    .trim()

/**
 * What is markup in Discord, or may become so beside other text; each match gets a backslash in front. What must stand
 * before a character is looked for after it, so that a long run of white space is gone through once.
 */
const markup = new RegExp(
  [
    // Escapes, emphasis, code, masked links; mentions of everyone and here.
    '[\\\\*_`[@]',
    // Strikethrough and spoiler: the second of two.
    '~(?<=~~)|\\|(?<=\\|\\|)',
    // Mentions, timestamps, emoji, addresses in angle brackets; never a plain «less than».
    '<(?![\\s\\d=])',
    // Addresses, with and without a scheme, and emoji by name.
    ':(?=//|[\\w+~-]{1,64}:)|/(?<=\\.[a-z]{2,24}/)(?=\\S|$)',
    // Headings, subtext, lists, quotes: at the start of a line.
    '(?:#(?=#{0,2}(?:\\s|$))|-(?=#?(?:\\s|$))|\\+(?=\\s|$)|>)(?<=^[^\\S\\n]*.)',
    '[.)](?=\\s|$)(?<=^[^\\S\\n]*\\d{1,9}.)',
  ].join('|'),
  'gimu',
)

/**
 * The text as it is, whatever it holds: nothing in it is read as markup, also when it is put at the start of a line or
 * between markers of ours. Length: at most twice the text's.
 */
export const literal = (text: string): string => visible(text).replace(markup, '\\$&')

/** A number in brackets, of any script and of any width, as our markers have: in a model's words it would pass for one. */
const forged = /[[［【]\s{0,4}(\p{Nd}[\p{Nd}\s,;–-]{0,30})[\]］】]/gu

/** Words of a model on one line, not yet literal, without anything that looks like a marker of ours. */
export const unmarked = (text: string): string => oneLine(text).replace(forged, '($1)')
