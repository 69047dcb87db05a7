/** Which of the short lines above an article's text is its title, which its source, which its author. */
import type { Block } from './blocks.ts'
import { agencies, publicationWords } from './furniture.ts'
import { type Metadata, stated } from './metadata.ts'
import { isOneOf } from './phrases.ts'
import { endsSentence, isItem, isName, isPerson, isQuestion, plain, startsUpper, tokens, words } from './prose.ts'
import { isSection } from './recognise.ts'

export type Header = Pick<Metadata, 'title' | 'source' | 'author'> & {
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

/** Its words of some length with a capital: what it is about, or called. */
const subjects = (line: string): readonly string[] =>
  tokens(line).flatMap(({ text }) => (text.length > 2 && startsUpper(text) ? [text] : []))

/** `Jeanne Petit, à Moscou` */
const isAuthor = (line: string): boolean => isPerson(line.replace(/\s*[,(].*/, '')) && isName(line)

const articles = new Set(['le', 'la', 'les', 'the', 'el', 'los', 'il', 'lo', 'der', 'die', 'das', 'de', 'het', 'o'])

/** `Le Soir`, `The Times`, `Die Zeit`: as newspapers are called, but some titles, too. */
const hasArticle = (line: string): boolean =>
  isShortName(line) && (articles.has(words(line)[0]?.toLowerCase() ?? '') || /^L['’]/.test(line))

/** `Attentat à Lyon – Le Progrès`, as a browser's tab says it. */
const splitTitle = (title: string, isSource: (name: string) => boolean): Pick<Metadata, 'title' | 'source'> => {
  const at = Math.max(...[' | ', ' - ', ' – ', ' — '].map((mark) => title.lastIndexOf(mark)))
  const source = title.slice(at + 3)
  return at > 0 && isSource(source) ? { title: title.slice(0, at).trim(), source } : { title }
}

/**
 * `lines`: what stands above the text and is nothing for certain; `headline`: which of them is the title, if that is
 * known; `names`: those beside a date; `body`: the text below.
 */
export const readHeader = (
  lines: readonly Block[],
  headline: Block | undefined,
  names: readonly string[],
  body: string,
): Header => {
  const beginning = tokens(body.slice(0, BEGINNING)).map(({ text }) => text)
  const said = new Set(beginning)
  const saidSomehow = new Set(beginning.map((word) => word.toLowerCase()))
  const recurs = (word: string): boolean => saidSomehow.has(word.toLowerCase())

  const isNewspaper = (line: string): boolean => {
    if (isPublication(line)) return true
    const own = subjects(line).filter((word) => !articles.has(word.toLowerCase()))
    const last = own.at(-1)
    if (!hasArticle(line) || last === undefined || said.has(last)) return false
    return own.length === 1 || !recurs(last)
  }
  const isTitle = ({ text, lines }: Block): boolean =>
    text.length <= LONGEST_TITLE &&
    lines <= 2 &&
    !isItem(text) &&
    !isSection(text) &&
    (!endsSentence(text) || isQuestion(text))

  const eligible = lines.filter(isTitle)
  const better = eligible.filter(({ text }) => !isNewspaper(text))
  const longest = better.toSorted((a, b) => words(b.text).length - words(a.text).length)[0]
  const title =
    headline ??
    better.find(({ text }) => words(text).length >= TITLE_WORDS) ??
    longest ??
    // Named like a publication, but after what the text is about.
    eligible.find(({ text }) => subjects(text).filter(recurs).length * 2 > subjects(text).length)

  const at = title === undefined ? -1 : lines.indexOf(title)
  const others = lines.filter((line) => line !== title && !isSection(line.text)).map(({ text }) => text)
  const below = [...lines.slice(at + 1).map(({ text }) => text), ...names].filter((text) => !isSection(text))
  const near = [...below, ...others]
  const few = others.length + names.length <= FEW

  const author = few || names.length > 0 ? below.find((text) => isAuthor(text) && !isNewspaper(text)) : undefined
  const isSource = (text: string): boolean =>
    few && isShortName(text) && text !== author && !/\d/.test(text) && !subjects(text).some(recurs)
  const source = near.find(isPublication) ?? near.find(isNewspaper) ?? near.find(isSource)
  const called = title === undefined ? {} : splitTitle(title.text.replace(/\s+/g, ' '), isNewspaper)

  const used = new Set([title?.text, source, author].flatMap((text) => (text === undefined ? [] : [plain(text)])))
  const rest = lines.filter(({ text }) => !used.has(plain(text)) && !isSection(text))
  return { ...called, ...stated({ source, author }), rest }
}
