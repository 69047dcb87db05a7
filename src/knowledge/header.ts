/** Which of the short lines above an article's text is its title, which its source, which its author. */
import type { Block } from './blocks.ts'
import { agencies, publicationWords } from './furniture.ts'
import { isOneOf } from './phrases.ts'
import { isName, isPerson, plain, startsUpper, tokens, words } from './prose.ts'
import { isSection } from './recognise.ts'

export type Header = {
  readonly title?: string
  readonly source?: string
  readonly author?: string
  /** What is none of these, in order. */
  readonly rest: readonly Block[]
}

const LONGEST_TITLE = 250
/** From so many words on, a line is rather a title than a name. */
const TITLE_WORDS = 5
const LONGEST_NAME = 50
/** A name proves nothing among many short lines: they are a list. */
const FEW = 2
/** A subject is named again near the beginning of the text; a publication hardly ever is. */
const BEGINNING = 20_000

const isDomain = (line: string): boolean => /^(?:www\.)?[\w-]+\.[a-z]{2,6}(?:\.[a-z]{2})?$/i.test(line)
const isShortName = (line: string): boolean =>
  line.length <= LONGEST_NAME && words(line).length <= TITLE_WORDS && isName(line)

const isPublication = (line: string): boolean =>
  isDomain(line) ||
  (isShortName(line) &&
    (isOneOf(plain(line), agencies) || words(line).some((word) => isOneOf(plain(word), publicationWords))))

const articles = new Set(['le', 'la', 'les', 'the', 'el', 'los', 'il', 'lo', 'der', 'die', 'das', 'de', 'het', 'o'])

/** `Le Soir`, `The Times`, `Die Zeit`: as newspapers are called, but some titles, too. */
const hasArticle = (line: string): boolean =>
  isShortName(line) && (articles.has(words(line)[0]?.toLowerCase() ?? '') || /^L['’]/.test(line))

export const readHeader = (lines: readonly Block[], names: readonly string[], body: string): Header => {
  const beginning = tokens(body.slice(0, BEGINNING)).map(({ text }) => text)
  const said = new Set(beginning)
  const saidSomehow = new Set(beginning.map((word) => word.toLowerCase()))
  const subjects = (line: string): readonly string[] =>
    tokens(line).flatMap(({ text }) => (text.length > 2 && startsUpper(text) ? [text] : []))
  const isNewspaper = (line: string): boolean =>
    isPublication(line) ||
    (hasArticle(line) &&
      !subjects(line)
        .slice(1)
        .some((word) => said.has(word)))
  const recurs = (line: string): boolean => subjects(line).some((word) => saidSomehow.has(word.toLowerCase()))

  const eligible = lines.filter(({ text }) => text.length <= LONGEST_TITLE && !isNewspaper(text) && !isSection(text))
  const longest = [...eligible].sort((a, b) => words(b.text).length - words(a.text).length)[0]
  const title = eligible.find(({ text }) => words(text).length >= TITLE_WORDS) ?? longest
  const at = title === undefined ? -1 : lines.indexOf(title)
  const below = [...lines.slice(at + 1).map(({ text }) => text), ...names]
  const above = lines.slice(0, Math.max(0, at)).map(({ text }) => text)

  const near = [...below, ...above]
  const few = near.filter((text) => !isSection(text)).length <= FEW
  const author = few || names.length > 0 ? below.find((text) => isPerson(text) && !isNewspaper(text)) : undefined
  const isSource = (text: string): boolean =>
    few && isShortName(text) && text !== author && !isSection(text) && !recurs(text)
  const source = near.find(isPublication) ?? near.find(isNewspaper) ?? near.find(isSource)

  const used = new Set([title?.text, source, author].flatMap((text) => (text === undefined ? [] : [plain(text)])))
  const rest = lines.filter(({ text }, index) => !used.has(plain(text)) && !(isSection(text) && index < at))
  return {
    ...(title === undefined ? {} : { title: title.text.replace(/\s+/g, ' ') }),
    ...(source === undefined ? {} : { source }),
    ...(author === undefined ? {} : { author }),
    rest,
  }
}
