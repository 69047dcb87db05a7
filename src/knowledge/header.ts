/** What stands above an article's text: which short line is its title, which its source, which its author. */
import type { Block } from './blocks.ts'
import { asLine, bylinesOf, keepText, type Marked } from './body.ts'
import { first } from './byline.ts'
import { agencies, publicationWords } from './furniture.ts'
import { type Metadata, stated } from './metadata.ts'
import { isOneOf } from './phrases.ts'
import {
  endsSentence,
  isItem,
  isName,
  isPerson,
  isProse,
  isQuestion,
  plain,
  startsUpper,
  tokens,
  words,
} from './prose.ts'
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

/** `Europe | Le pont ferme – Le Progrès`, as a browser's tab has it: without the department, and with the source apart. */
const splitTitle = (line: string, isSource: (name: string) => boolean): Pick<Metadata, 'title' | 'source'> => {
  const [department = '', ...others] = line.split(/ ?\| ?/)
  const title = others.length > 0 && isSection(department) ? others.join(' | ') : line
  const at = Math.max(...[' | ', ' - ', ' – ', ' — '].map((mark) => title.lastIndexOf(mark)))
  const source = title.slice(at + 3)
  return at > 0 && isSource(source) ? { title: title.slice(0, at).trim(), source } : { title }
}

/** A few words that are no sentence: between the page's own lines, one more of them. */
const isButton = ({ text, lines }: Block): boolean =>
  lines <= 2 && !endsSentence(text) && words(text).length < DECK_WORDS

/**
 * `above`: the lines to the last that is a byline, a date or the like, with the standfirst among them; `headline`: which of
 * them is the title, where that is known; `body`: the text, in which names are looked for again.
 */
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
  const prose = lines.findIndex((line) => line !== headline && isProse(line.text))
  const eligible = lines.slice(0, prose === -1 ? undefined : prose).filter(canBeTitle)
  const better = eligible.filter(({ text }) => !isNewspaper(text) || isShouted(text))
  const title =
    lines.find((line) => line === headline) ??
    better.find(({ text }) => words(text).length >= TITLE_WORDS) ??
    longest(better) ??
    // Named as a publication might be, but after what the text is about.
    eligible.find(({ text }) => subjects(text).filter(recurs).length * 2 > subjects(text).length)
  const called = splitTitle(asLine(title?.text ?? ''), isNewspaper)

  const bylines = bylinesOf(above)
  const others = lines.filter((line) => line !== title)
  const labels = others.map(({ text }) => text).filter((text) => !isProse(text))
  const under =
    title === undefined ? 0 : lines.slice(0, lines.indexOf(title)).filter(({ text }) => !isProse(text)).length
  const near = [...labels.slice(under), ...bylines.flatMap(({ names }) => names)]
  const names = [...near, ...labels]
  const few = labels.length <= FEW

  const isSigned = (text: string): boolean =>
    isAuthor(text) && !isNewspaper(text) && !subjects(text).some((word) => isNamed(word))
  const signed = few || bylines.length > 0 ? near.find(isSigned) : undefined
  const author = first(bylines, 'author') ?? signed
  const inTitle = new Set(tokens(title?.text ?? '').map((token) => token.text.toLowerCase()))
  const isSource = (text: string): boolean =>
    few &&
    isShortName(text) &&
    !isShouted(text) &&
    text !== author &&
    !/\d|\s(?:in|im|en|à|au|at|on|for|pour)\s/i.test(text) &&
    !subjects(text).some((word) => recurs(word) || inTitle.has(word.toLowerCase()))
  const source =
    first(bylines, 'source') ??
    called.source ??
    names.find(isPublication) ??
    names.find(isNewspaper) ??
    // Beside a date a single name may be a place.
    [...labels.slice(under), ...labels].find(isSource)

  const used = new Set([called.title ?? '', source ?? '', author ?? ''].map(plain))
  const last = above.findLastIndex(({ mark }) => mark !== undefined && mark.kind !== 'credit')
  const between = new Set(above.slice(0, last + 1))
  const rest = others.filter(
    (line) => !used.has(plain(line.text.slice(0, LONGEST_TITLE))) && !(between.has(line) && isButton(line)),
  )
  return {
    found: stated({ title: called.title || undefined, source, author, published: first(bylines, 'published') }),
    rest,
    decks: new Set(rest.filter(({ text }) => words(text).length >= DECK_WORDS)),
  }
}
