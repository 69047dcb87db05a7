/** Answers, articles and paragraphs as lines for a terminal; pure. */
import type { Term } from '../locale/catalogue.ts'
import { pilcrow } from '../locale/pilcrow.ts'
import { words } from '../locale/words.ts'
import {
  type Answer,
  type Article,
  type ArticleHead,
  type Citation,
  type Claim,
  isQuotation,
  type Locale,
  type Paragraph,
  quotation,
} from '../types.ts'
import { columns, opening, paint, type Style, visible, wrap } from './style.ts'

/** Columns of a title, and of the first words of a paragraph, where they stand for the whole. */
const TITLE = 90
const FIRST_WORDS = 80

type Block = readonly string[]

export const joinBlocks = (blocks: readonly Block[], style: Style): string =>
  blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join(style.spaced ? '\n\n' : '\n')

const keyOf = (citation: Citation): string =>
  JSON.stringify([citation.paragraph.article.id, citation.paragraph.number, citation.start, citation.end])

/** Each place cited with its marker's number, in reading order. */
const numbered = (
  claims: readonly Claim[],
): ReadonlyMap<string, { readonly number: number; readonly at: Citation }> => {
  const numbers = new Map<string, { number: number; at: Citation }>()
  for (const citation of claims.flatMap((claim) => claim.citations)) {
    const key = keyOf(citation)
    if (!numbers.has(key)) numbers.set(key, { number: numbers.size + 1, at: citation })
  }
  return numbers
}

const title = (head: ArticleHead): string => {
  const name = opening(visible(head.title), TITLE)
  return head.source === undefined ? name : `${name} (${opening(visible(head.source), TITLE)})`
}

/** Only our markers may look like markers: a model's or a copied `[3]` becomes `(3)`. */
const withoutMarkers = (text: string): string => text.replace(/\[(\d+)\]/gu, '($1)')

const claimsAndEvidence = (answer: Answer, style: Style): readonly Block[] => {
  const { quote } = words(answer.locale)
  const numbers = numbered(answer.claims)
  const shown = new Set(answer.claims.filter(isQuotation).map((claim) => keyOf(claim.citations[0])))
  const bullet = answer.kind === 'summary' || answer.claims.length > 1 ? '• ' : ''

  const claims = answer.claims.flatMap((claim) => {
    const text = isQuotation(claim) ? quote(visible(claim.text)) : withoutMarkers(visible(claim.text))
    const markers = [...new Set(claim.citations.map(keyOf))].map((key) => `[${numbers.get(key)?.number}]`)
    return wrap(`${text}\u00a0${markers.map((marker) => paint(marker, 'cyan', style)).join('\u00a0')}`, style, bullet)
  })

  // The title stands where it changes, the source's name the first time only; a summary has both in its heading.
  let current = answer.kind === 'summary' ? answer.article.id : undefined
  const named = new Set([current])
  const where = (paragraph: Paragraph): string => {
    const { article } = paragraph
    if (article.id === current) return pilcrow(paragraph)
    const name = named.has(article.id) ? opening(visible(article.title), TITLE) : title(article)
    current = article.id
    named.add(current)
    return `${pilcrow(paragraph)} · ${name}`
  }
  const evidence = [...numbers].flatMap(([key, { number, at }]) => {
    const place = paint(where(at.paragraph), 'dim', style)
    // What stands above as a claim is not shown a second time.
    const words = shown.has(key) ? '' : `${paint('\u00a0—', 'dim', style)} ${quote(visible(quotation(at)))}`
    const marker = `[${number}] `
    return wrap(`${place}${words}`, style, paint(marker, 'cyan', style))
  })
  return [claims, evidence]
}

const notes = (answer: Answer, style: Style): Block => {
  const said = words(answer.locale).answer
  const found = answer.kind !== 'not_found'
  return [
    ...(found && answer.claims.length > 0 && answer.claims.every(isQuotation) ? [said.quotationsOnly] : []),
    ...(answer.partial ? [found ? said.partial : said.nothingStood] : []),
  ].flatMap((note) => wrap(paint(note, 'dim', style), style))
}

const nearest = (paragraphs: readonly Paragraph[], locale: Locale, style: Style): Block =>
  paragraphs.length === 0
    ? []
    : [
        ...wrap(words(locale).answer.nearest, style),
        ...paragraphs.flatMap((paragraph) => {
          const where = `${pilcrow(paragraph)} · ${title(paragraph.article)}`
          const text = `${paint(`${where}\u00a0—`, 'dim', style)} ${opening(visible(paragraph.text), FIRST_WORDS)}`
          return wrap(text, style, '- ')
        }),
      ]

export const renderAnswer = (answer: Answer, style: Style): string => {
  const said = words(answer.locale)
  switch (answer.kind) {
    case 'not_found':
      return joinBlocks(
        [wrap(said.answer.notFound, style), notes(answer, style), nearest(answer.nearest, answer.locale, style)],
        style,
      )
    case 'summary': {
      const heading = `${said.answer.summary[answer.length]} · ${title(answer.article)}`
      return joinBlocks(
        [wrap(paint(heading, 'bold', style), style), ...claimsAndEvidence(answer, style), notes(answer, style)],
        style,
      )
    }
    case 'check':
      return joinBlocks(
        [
          wrap(`${paint(said.answer.check[answer.verdict], 'bold', style)} (${said.answer.modelReading})`, style),
          ...claimsAndEvidence(answer, style),
          notes(answer, style),
          ...(answer.claims.length === 0 ? [nearest(answer.nearest, answer.locale, style)] : []),
        ],
        style,
      )
    case 'answered':
      return joinBlocks([...claimsAndEvidence(answer, style), notes(answer, style)], style)
  }
}

/** The list of what is known. */
export const renderArticles = (articles: readonly Article[], locale: Locale, style: Style): string => {
  const said = words(locale)
  return articles.length === 0
    ? wrap(said.failures.no_articles({}), style).join('\n')
    : joinBlocks(
        articles.map(({ head, paragraphs }) => [
          ...wrap(paint(title(head), 'bold', style), style),
          ...wrap(
            paint(
              `${visible(head.id)} · ${visible(head.language)} · ${said.article.paragraphs(paragraphs.length)}`,
              'dim',
              style,
            ),
            style,
            '  ',
          ),
        ]),
        style,
      )
}

/** A paragraph in full, under its number and title. */
export const renderParagraph = (paragraph: Paragraph, style: Style): string =>
  joinBlocks(
    [
      [
        ...wrap(paint(`${pilcrow(paragraph)} · ${title(paragraph.article)}`, 'bold', style), style),
        ...(paragraph.heading === undefined ? [] : wrap(paint(visible(paragraph.heading), 'dim', style), style)),
      ],
      wrap(visible(paragraph.text), style),
    ],
    style,
  )

/** A whole article with its paragraph numbers. */
export const renderArticle = ({ head, paragraphs }: Article, locale: Locale, style: Style): string => {
  const said = words(locale).article
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    [said.id, head.id],
    [said.source, head.source],
    [said.author, head.author],
    [said.published, head.published],
    [said.credit, head.credit],
    [said.url, head.url],
    [said.language, head.language],
  ]
  const indent = `¶${paragraphs.length} `.length
  return joinBlocks(
    [
      [
        ...wrap(paint(visible(head.title), 'bold', style), style),
        ...facts.flatMap(([label, value]) =>
          value === undefined ? [] : wrap(paint(`${label} · ${visible(value)}`, 'dim', style), style),
        ),
      ],
      ...paragraphs.flatMap((paragraph, index) => [
        paragraph.heading === undefined || paragraph.heading === paragraphs[index - 1]?.heading
          ? []
          : wrap(paint(visible(paragraph.heading), 'bold', style), style),
        wrap(visible(paragraph.text), style, paint(`¶${paragraph.number} `.padEnd(indent), 'cyan', style), indent),
      ]),
    ],
    style,
  )
}

/** Two columns of terms and meanings, or one below the other where there is no room. */
export const renderTerms = (terms: readonly Term[], style: Style): readonly string[] => {
  const widest = Math.max(...terms.map(([term]) => columns(term))) + 4
  const beside = style.width >= widest + 30
  return terms.flatMap(([term, meaning]) =>
    beside
      ? wrap(meaning, style, `  ${paint(term, 'cyan', style)}${' '.repeat(widest - 2 - columns(term))}`, widest)
      : [...wrap(paint(term, 'cyan', style), style, '  '), ...wrap(meaning, style, '    ')],
  )
}
