/** What stands above an article's text: which short line is its title, which its source, which its author. */
import type { Block } from './blocks.ts'
import { bare, bylinesOf, keepText, type Marked } from './body.ts'
import { first } from './byline.ts'
import { agencies, publicationWords } from './furniture.ts'
import { type Metadata, stated } from './metadata.ts'
import { isOneOf } from './phrases.ts'
import { endsSentence, isItem, isName, isPerson, isQuestion, plain, startsUpper, tokens, words } from './prose.ts'
import { isSection } from './recognise.ts'

export type Header = {
  readonly found: Metadata
  /** What is nothing of this, in order. */
  readonly rest: readonly Block[]
  /** Those of the rest that are paragraphs for certain: a standfirst under the title. */
  readonly decks: ReadonlySet<Block>
}

const LONGEST_TITLE = 250
/** From so many words on, a line is rather a title than a name. */
const TITLE_WORDS = 5
/** So many words beside the title are a standfirst, which is text; fewer are a heading, or a button. */
const DECK_WORDS = 7
const LONGEST_NAME = 50
/** A name proves nothing among many short lines: they are a list. */
const FEW = 2
/** A subject is named again near the beginning of the text; a publication, or who wrote it, hardly ever is. */
const BEGINNING = 20_000

const isDomain = (line: string): boolean => /^(?:www\.)?[\w-]+\.[a-z]{2,6}(?:\.[a-z]{2})?$/i.test(line)
const isShortName = (line: string): boolean =>
  line.length <= LONGEST_NAME && words(line).length <= TITLE_WORDS && isName(line)

const isPublication = (line: string): boolean =>
  isDomain(line) ||
  (isShortName(line) &&
    (isOneOf(plain(line), agencies) || words(line).some((word) => isOneOf(plain(word), publicationWords))))

/** `Jeanne Petit, à Moscou` */
const isAuthor = (line: string): boolean => isPerson(line.replace(/\s*[,(].*/, '')) && isName(line)

const articles = new Set(['le', 'la', 'les', 'the', 'el', 'los', 'il', 'lo', 'der', 'die', 'das', 'de', 'het', 'o'])

/** `Le Soir`, `The Times`, `Die Zeit`: as newspapers are called, but some titles, too. */
const hasArticle = (line: string): boolean =>
  isShortName(line) && (articles.has(words(line)[0]?.toLowerCase() ?? '') || /^L['’]/.test(line))

/** In capitals every title looks like a name. */
const isShouted = (line: string): boolean => line === line.toUpperCase() && words(line).length > 2

/** Its words of some length with a capital, but for articles: what it is about, or called. */
const subjects = (line: string): readonly string[] =>
  tokens(line)
    .map(({ text }) => text)
    .filter((text) => text.length > 2 && startsUpper(text) && !articles.has(text.toLowerCase()))

const canBeTitle = ({ text, lines }: Block): boolean =>
  text.length <= LONGEST_TITLE && lines <= 2 && !isItem(text) && (!endsSentence(text) || isQuestion(text))

const longest = (lines: readonly Marked[]): Marked | undefined =>
  lines
    .slice(1)
    .reduce((best, line) => (words(line.text).length > words(best?.text ?? '').length ? line : best), lines[0])

/** `Attentat à Lyon – Le Progrès`, as a browser's tab says it. */
const splitTitle = (title: string, isSource: (name: string) => boolean): Pick<Metadata, 'title' | 'source'> => {
  const at = Math.max(...[' | ', ' - ', ' – ', ' — '].map((mark) => title.lastIndexOf(mark)))
  const source = title.slice(at + 3)
  return at > 0 && isSource(source) ? { title: title.slice(0, at).trim(), source } : { title }
}

/** `body`: the text below, where names are looked for again; `headline`: which line is the title, where that is known. */
export const readHeader = (above: readonly Marked[], headline: Block | undefined, body: string): Header => {
  const beginning = tokens(body.slice(0, BEGINNING)).map((token) => token.text)
  const said = new Set(beginning.map((word) => word.toLowerCase()))
  const named = new Set(beginning.filter(startsUpper).map((word) => word.toLowerCase()))
  const recurs = (word: string): boolean => said.has(word.toLowerCase())
  const isNamed = (word: string): boolean => named.has(word.toLowerCase())
  const isNewspaper = (line: string): boolean => {
    const own = subjects(line)
    const last = own.at(-1)
    const isCalledSo = hasArticle(line) && last !== undefined && !isNamed(last) && (own.length === 1 || !recurs(last))
    return isCalledSo || isPublication(line)
  }

  const lines = keepText(above).filter(({ mark, text }) => mark === undefined && !isSection(text))
  const eligible = lines.filter(canBeTitle)
  const better = eligible.filter(({ text }) => !isNewspaper(text) || isShouted(text))
  const title =
    lines.find((line) => line === headline) ??
    better.find(({ text }) => words(text).length >= TITLE_WORDS) ??
    longest(better) ??
    // Named as a publication might be, but after what the text is about.
    eligible.find(({ text }) => subjects(text).filter(recurs).length * 2 > subjects(text).length)

  const bylines = bylinesOf(above)
  const others = lines.filter((line) => line !== title)
  const under = title === undefined ? others : lines.slice(lines.indexOf(title) + 1)
  const near = [...under.map(({ text }) => text), ...bylines.flatMap(({ names }) => names)]
  const few = others.length <= FEW
  const isSigned = (text: string): boolean => isAuthor(text) && !isNewspaper(text) && !subjects(text).some(isNamed)
  const author = first(bylines, 'author') ?? (few || bylines.length > 0 ? near.find(isSigned) : undefined)
  const inTitle = new Set(tokens(title?.text ?? '').map((token) => token.text.toLowerCase()))
  const isSource = (text: string): boolean =>
    few &&
    isShortName(text) &&
    text !== author &&
    !/\d/.test(text) &&
    !subjects(text).some((word) => recurs(word) || inTitle.has(word.toLowerCase()))
  const names = [...near, ...others.map(({ text }) => text)]
  const called = splitTitle(bare(title?.text ?? ''), isNewspaper)
  const source =
    first(bylines, 'source') ??
    called.source ??
    names.find(isPublication) ??
    names.find(isNewspaper) ??
    names.find(isSource)

  const used = new Set([title?.text ?? '', source ?? '', author ?? ''].map(plain))
  const marked = new Set(above.slice(0, 1 + above.findLastIndex(({ mark }) => mark !== undefined)))
  /** Between the page's own lines a few words are one more of them. */
  const isButton = (line: Marked): boolean =>
    marked.has(line) && line.lines <= 2 && !endsSentence(line.text) && words(line.text).length < DECK_WORDS
  const rest = others.filter((line) => !used.has(plain(line.text)) && !isButton(line))
  return {
    found: stated({ title: called.title || undefined, source, author, published: first(bylines, 'published') }),
    rest,
    decks: new Set(rest.filter(({ text }) => words(text).length >= DECK_WORDS)),
  }
}
