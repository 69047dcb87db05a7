/** Articles, answers and a scripted engine for the terminal's tests, and streams to listen at. */
import { PassThrough } from 'node:stream'
import type { Engine, Library } from '../../src/ports.ts'
import type { Io } from '../../src/terminal/output.ts'
import type { Session } from '../../src/terminal/session.ts'
import {
  type Answered,
  type Article,
  type ArticleHead,
  type Citation,
  type Claim,
  type NotFound,
  noUsage,
  type Paragraph,
  type Question,
  type Summary,
  type SummaryRequest,
} from '../../src/types.ts'
import fc from '../generated.ts'

/** Letters and spaces among everything that a terminal obeys, and halves of surrogate pairs. */
export const hostileText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      'a',
      ' ',
      'é',
      '😀',
      '[1]',
      '\u00a0',
      '\u001b[31m',
      '\u202e',
      '\u2066',
      '\u2028',
      '\ud83d',
      '\ude00',
    ),
    fc.integer({ min: 0, max: 0xa0 }).map((code) => String.fromCharCode(code)),
  ),
  minLength: 1,
  maxLength: 60,
})

export const article = (head: Partial<ArticleHead> & { id: string }, texts: readonly string[]): Article => {
  const whole: ArticleHead = { title: head.id, language: 'fr', hash: '0'.repeat(64), ...head }
  return { head: whole, paragraphs: texts.map((text, index) => ({ article: whole, number: index + 1, text })) }
}

export const lighthouse = article(
  { id: 'phare-des-brumes', title: 'Le phare des Brumes rallumé', source: 'La Gazette du cap', language: 'fr' },
  [
    'Le phare des Brumes a été rallumé mardi soir, après onze années passées dans le noir.',
    'Sa lanterne porte à 38 kilomètres, et 214 marches mènent à la galerie.',
    'La gardienne, Ophélie Carnec, a coupé le ruban devant une petite foule.',
  ],
)
export const tea = article({ id: 'tea-trade', title: 'How tea came down the hill', language: 'en' }, [
  'The first tea was carried downhill by mule in 1861.',
  'A railway opened twenty years later, and the mules were sold.',
])

export const paragraphOf = (from: Article, number: number): Paragraph => {
  const found = from.paragraphs[number - 1]
  if (!found) throw new Error(`no paragraph ${number}`)
  return found
}

// Only the verifier makes these; a face is tested with what it would have made.
export const cite = (from: Article, number: number, quote: string): Citation => {
  const paragraph = paragraphOf(from, number)
  const start = paragraph.text.indexOf(quote)
  if (start < 0) throw new Error(`not in ¶${number}: ${quote}`)
  return { paragraph, start, end: start + quote.length } as unknown as Citation
}
export const claim = (text: string, ...citations: readonly [Citation, ...Citation[]]): Claim =>
  ({ text, citations }) as unknown as Claim
export const quoted = (from: Article, number: number, quote: string): Claim => claim(quote, cite(from, number, quote))

const common = { by: 'model', partial: false, language: 'fr', locale: 'fr', passages: [], usage: noUsage } as const

type Fields<A> = Partial<{ [K in keyof A as K extends string ? K : never]: A[K] }>

export const answered = (claims: readonly Claim[], fields: Fields<Answered> = {}): Answered =>
  ({ ...common, kind: 'answered', claims, ...fields }) as unknown as Answered
export const summary = (of: Article, claims: readonly Claim[], fields: Fields<Summary> = {}): Summary =>
  ({ ...common, kind: 'summary', article: of.head, length: 'short', claims, ...fields }) as unknown as Summary
export const notFound = (nearest: readonly Paragraph[], fields: Fields<NotFound> = {}): NotFound =>
  ({ ...common, by: 'extract', kind: 'not_found', claims: [], nearest, ...fields }) as unknown as NotFound

export const libraryOf = (...articles: readonly Article[]): Library => ({
  articles: () => articles,
  article: (id) => articles.find(({ head }) => head.id === id),
  version: async (id, hash) => articles.find(({ head }) => head.id === id && head.hash === hash),
})

export type Asked = { readonly questions: Question[]; readonly summaries: SummaryRequest[] }

/** Answers the second paragraph of the lighthouse by extraction, unless told otherwise; notes what it was asked. */
export const scriptedEngine = (answers: Partial<Engine> = {}): Engine & Asked => {
  const questions: Question[] = []
  const summaries: SummaryRequest[] = []
  const quote = quoted(lighthouse, 2, '214 marches mènent à la galerie')
  return {
    questions,
    summaries,
    ask: async (question, signal) => {
      questions.push(question)
      return answers.ask ? answers.ask(question, signal) : answered([quote], { by: 'extract', locale: question.locale })
    },
    summarise: async (request, signal) => {
      summaries.push(request)
      return answers.summarise
        ? answers.summarise(request, signal)
        : summary(request.article, [quote], { length: request.length, locale: request.locale })
    },
    check: async (request, signal) =>
      answers.check ? answers.check(request, signal) : notFound([], { locale: request.locale }),
  }
}

export const sessionOf = (engine: Engine, fields: Partial<Session> = {}): Session => ({
  engine,
  library: libraryOf(lighthouse),
  find: () => [],
  locale: 'en',
  localeFor: (text) => (/\b(?:the|how|what|is)\b/iu.test(text) ? 'en' : 'fr'),
  unexpected: (error) => {
    throw error
  },
  signal: new AbortController().signal,
  ...fields,
})

/** Streams in memory; `said` and `complained` give what has been written so far. */
export const ioOf = (input = '', terminal: { columns: number } | undefined = undefined) => {
  const screen = () =>
    Object.assign(new PassThrough({ encoding: 'utf8' }), terminal ? { isTTY: true, columns: terminal.columns } : {})
  const typed = Object.assign(new PassThrough(), terminal ? { isTTY: true } : {})
  const output = screen()
  const error = screen()
  let said = ''
  let complained = ''
  output.on('data', (text: string) => {
    said += text
  })
  error.on('data', (text: string) => {
    complained += text
  })
  if (!terminal) typed.end(input)
  const io: Io = { input: typed, output, error, colour: false }
  return { ...io, typed, said: () => said, complained: () => complained }
}
