/** What a claim's own words say that its cited paragraphs do not hold: every guarantee about them in one place. */
import { detectLanguage, languageOf, primarySubtag, sameLanguage } from '../text/language.ts'
import { lexemes } from '../text/lexemes.ts'
import type { ArticleHead, Citation, Language, Paragraph } from '../types.ts'
import { overlapProblems, shared } from './common-ground.ts'
import { figuresOf, unsupportedFigures } from './figures.ts'
import { unsupportedNames } from './names.ts'
import { startsHeldBack, turnedRound } from './near-repeat.ts'
import { plainTextProblems } from './plain-text.ts'
import { isWarning, type Problem } from './problem.ts'
import { locate } from './quotation.ts'
import { inventedQuotations } from './quoted-words.ts'
import type { Written } from './written.ts'

/** One object a paragraph and an article, since what is read of a source is kept with the object. */
const paragraphs = new WeakMap<Paragraph, Written>()
export const sourceOf = (paragraph: Paragraph): Written => {
  const source = paragraphs.get(paragraph) ?? { text: paragraph.text, language: paragraph.article.language }
  paragraphs.set(paragraph, source)
  return source
}
const heads = new WeakMap<ArticleHead, Written>()
const headline = (head: ArticleHead): Written => {
  const text = head.source === undefined ? head.title : `${head.title}\n${head.source}`
  const known = heads.get(head) ?? { text, language: head.language }
  heads.set(head, known)
  return known
}

/**
 * So many small words tell another language than the one that was asked for; a language that is seldom asked for takes
 * more, since it shares its small words with the others.
 */
const TELLING_WORDS = 3
const SELDOM_WORDS = 6
const often = new Set(['fr', 'en', 'es', 'de'])

/** The language of a claim, told by its first word and its small ones: names have a language of their own. */
const spoken = (text: string, language: Language): Language => {
  const words = lexemes(text).filter(({ kind }) => kind === 'word')
  const small = words.filter(({ raw }, at) => at === 0 || /^\p{Ll}/u.test(raw))
  const detected = languageOf(small, language)
  // Nearly always both say what was asked for.
  if (detected === language) return language
  if (language === 'und') return detected ?? detectLanguage(text) ?? language
  // Names and the words that languages share mislead one of the two, seldom both.
  if (detected === undefined || detected !== detectLanguage(text, language)) return language
  return small.length >= (often.has(detected) ? TELLING_WORDS : SELDOM_WORDS) ? detected : language
}

const unique = <T>(list: readonly T[]): readonly T[] => [...new Set(list)]

/** What its words say beside those of its sources, which are of its language; what warns does so only where that is sure. */
const compared = (claim: Written, sources: readonly Written[], named: readonly Written[]): readonly Problem[] => {
  const found = [...overlapProblems(shared(claim, named), figuresOf(claim).length > 0), ...turnedRound(claim, sources)]
  const detected = found.some(isWarning) ? detectLanguage(claim.text, claim.language) : undefined
  return detected === undefined || sameLanguage(detected, claim.language)
    ? found
    : found.filter((each) => !isWarning(each))
}

/** What is wrong with the words of a claim in `language`, whose quotations stand. Never throws. */
export const wordingProblems = (
  text: string,
  language: Language,
  citations: readonly Citation[],
): readonly Problem[] => {
  const cited = unique(citations.map(({ paragraph }) => paragraph))
  const articles = unique(cited.map(({ article }) => article))
  const places = articles.flatMap(({ url, source, title }) => [url ?? '', source ?? '', title])
  const plain = plainTextProblems(
    text,
    cited.map((paragraph) => paragraph.text),
    places,
  )
  if (plain.length > 0) return plain
  // What stands so in a paragraph is the paragraph's own to answer for, unless just before it something takes it back.
  const standsSo = ({ text: whole, article }: Paragraph): boolean => {
    const found = locate(text, whole, article.language)
    return found.kind === 'found' && !startsHeldBack(whole, found.span.start, article.language, text)
  }
  if (cited.some(standsSo)) return []
  const claim: Written = { text, language: spoken(text, language) }
  // A claim is more easily mistaken for one of a language that is seldom asked for, in which mai is no month: then its
  // figures and names must hold in both.
  const isSure = claim.language === language || often.has(primarySubtag(claim.language))
  const read = isSure ? [claim] : [claim, { text, language }]
  const sources = cited.map(sourceOf)
  const named = [...sources, ...articles.map(headline)]
  const comparable = sources.every((source) => sameLanguage(source.language, claim.language))
  return [
    ...unique(read.flatMap((each) => unsupportedFigures(each, sources).map(({ text: figure }) => figure))).map(
      (figure) => ({ code: 'figure_unsupported', figure }) as const,
    ),
    ...read
      .flatMap((each) => unsupportedNames(each, named))
      .filter(({ name }, at, all) => all.findLastIndex((each) => each.name === name) === at)
      .map(({ name, tested }) => ({ code: tested ? 'name_unsupported' : 'name_doubtful', name }) as const),
    ...inventedQuotations(text, named).map((words) => ({ code: 'words_not_quoted', words }) as const),
    ...(comparable ? compared(claim, sources, named) : []),
  ]
}
