/** An answer as messages: claims, then where it says so, then what can be done with it. */
import type { APIComponentInContainer } from 'discord.js'
import { discordWords } from '../../locale/discord-words.ts'
import { words } from '../../locale/words.ts'
import type { WithoutModel } from '../../ports.ts'
import { type Answer, type Claim, isQuotation, type Locale, type NotFound, type Summary } from '../../types.ts'
import { limits, type MessageBody, sizeOf } from '../budget.ts'
import { claimTexts } from './claims.ts'
import { type Entry, evidencePages, evidenceText, paragraphButtons } from './evidence.ts'
import { askedLine, renderNotCovered, renderNotFound, withoutWords } from './not-found.ts'
import {
  type Accent,
  button,
  buttons,
  divider,
  feedbackButtons,
  heading,
  message,
  quiet,
  shortened,
  text,
} from './parts.ts'
import { plainTitle, type Sources, sourcesOf } from './sources.ts'

/** UTF-16 units of claims in one message; the rest of Discord's limit is for what stands around them. */
const CLAIMS_ROOM = 3_000
/** UTF-16 units of a title or a source that heads a message. */
const HEADING = 90

/** The answer comes first, as a reply; what did not fit follows. */
export type Messages = readonly [MessageBody, ...MessageBody[]]

export type AnswerOptions = {
  /** Of the words around the claims. */
  readonly locale: Locale
  /** Of the stored answer, 16 characters of base64url; absent, nothing can be pressed. */
  readonly id?: string
  /** Whether to offer to continue in a thread: not in threads, direct messages and private answers. */
  readonly thread?: boolean
  /** Why the model that was to answer could not. */
  readonly without?: WithoutModel
  /** The question or statement, where others cannot see it: Discord does not show what a command was called with. */
  readonly asked?: string
  /** It was a statement to check, also where nothing came of that. */
  readonly check?: boolean
}

type Frame = {
  readonly claims: readonly Claim[]
  readonly locale: Locale
  readonly accent: Accent
  readonly notes: readonly string[]
  /** Of the article that all claims are about. */
  readonly known?: string
  /** Lines above the claims. */
  readonly first: readonly string[]
  readonly controls?: (page: readonly Entry[], pages: number, sources: Sources) => readonly APIComponentInContainer[]
}

const framed = ({ claims, locale, accent, notes, known, first, controls }: Frame): Messages => {
  const sources = sourcesOf(claims)
  const pages = evidencePages(sources)
  const page = pages[0] ?? []
  const texts = claimTexts(claims, sources, { locale, room: CLAIMS_ROOM, first })
  const evidence = heading(discordWords(locale).answer.evidence)
  const below: readonly APIComponentInContainer[] = [
    ...(page.length === 0 ? [] : [divider, text(evidence, evidenceText(page, locale, known))]),
    ...(notes.length === 0 ? [] : [text(...notes.map(quiet))]),
    ...(controls?.(page, pages.length, sources) ?? []),
  ]
  const last = texts.at(-1)
  const end = last === undefined ? below : [text(last), ...below]
  const isWhole = last === undefined || sizeOf(end).text <= limits.text
  const [reply = [], ...others] = [
    ...(isWhole ? texts.slice(0, -1) : texts).map((part) => [text(part)]),
    isWhole ? end : below.filter((part) => part !== divider),
  ]
  return [message(accent, ...reply), ...others.map((parts) => message(accent, ...parts))]
}

const notesOf = (answer: Exclude<Answer, NotFound>, { locale, without }: AnswerOptions): string[] => {
  const said = words(locale).answer
  const onlyQuotations = answer.by === 'extract' || answer.claims.every(isQuotation)
  const down = without === 'down' ? discordWords(locale).answer.modelDown : said.quotationsOnly
  return [
    ...(without === undefined || without === 'down' ? [] : [withoutWords(without, locale)]),
    ...(onlyQuotations || without === 'down' ? [down] : []),
    ...(answer.partial ? [said.partial] : []),
  ]
}

const controlsOf =
  ({ id, locale, thread }: AnswerOptions): NonNullable<Frame['controls']> =>
  (page, pages, sources) => {
    if (id === undefined) return []
    const said = discordWords(locale).answer
    return [
      ...buttons(paragraphButtons(page, sources, id)),
      ...buttons([
        button(said.moreContext, { kind: 'context', answer: id, page: 1 }),
        ...(pages > 1 ? [button(said.moreEvidence(2, pages), { kind: 'evidence', answer: id, page: 2 })] : []),
        ...feedbackButtons(id),
        ...(thread === true ? [button(said.continueInThread, { kind: 'thread', answer: id })] : []),
      ]),
    ]
  }

const summaryHeading = (
  { article, length }: Pick<Summary, 'article' | 'length'>,
  locale: Locale,
): readonly string[] => {
  const source = shortened(article.source ?? '', HEADING)
  return [
    heading(`${words(locale).answer.summary[length]} · ${plainTitle(article, HEADING)}`),
    ...(source === '' ? [] : [quiet(source)]),
  ]
}

const headingOf = (answer: Exclude<Answer, NotFound>, locale: Locale): readonly string[] => {
  const said = words(locale).answer
  switch (answer.kind) {
    case 'answered':
      return []
    case 'summary':
      return summaryHeading(answer, locale)
    case 'check':
      // The verdict is the model's reading, and never stands without saying so.
      return [heading(said.check[answer.verdict]), quiet(said.modelReading)]
  }
}

const verdictAccents = {
  supported: 'answer',
  partly: 'partial',
  contradicted: 'failure',
  not_covered: 'quiet',
} as const

const accentOf = (answer: Answer): Accent => {
  if (answer.kind === 'check') return verdictAccents[answer.verdict]
  return answer.partial ? 'partial' : 'answer'
}

export const renderAnswer = (answer: Answer, options: AnswerOptions): Messages => {
  const { locale } = options
  if (answer.kind === 'not_found') return [renderNotFound(answer, options)]
  if (answer.kind === 'check' && answer.claims.length === 0) return [renderNotCovered(answer, options)]
  return framed({
    claims: answer.claims,
    locale,
    accent: accentOf(answer),
    notes: notesOf(answer, options),
    first: [...askedLine({ ...options, check: answer.kind === 'check' }), ...headingOf(answer, locale)],
    controls: controlsOf(options),
    ...(answer.kind === 'summary' && { known: answer.article.id }),
  })
}

export type ProgressOptions = {
  readonly locale: Locale
  /** What is going on while no claim stands yet. */
  readonly stage: 'searching' | 'modelReading' | 'summarising'
  readonly asked?: string
  /** So many model calls go before this one's. */
  readonly ahead?: number
  readonly summary?: Pick<Summary, 'article' | 'length'>
  /** Nothing more will come: it failed or was interrupted, which is said elsewhere. */
  readonly over?: boolean
}

/** An answer while it is being written: the claims that stand so far, in the frame of the finished one. */
export const renderProgress = (claims: readonly Claim[], options: ProgressOptions): Messages => {
  const { locale, stage, summary, over, ahead } = options
  const own = discordWords(locale).answer
  const beginning = ahead === undefined ? words(locale).progress[stage] : own.waiting(ahead)
  const doing = claims.length === 0 ? beginning : own.stillWorking
  return framed({
    claims,
    locale,
    accent: over === true ? 'partial' : 'quiet',
    notes: over === true ? [] : [`⏳ ${doing}`],
    first: [...askedLine(options), ...(summary ? summaryHeading(summary, locale) : [])],
    ...(summary && { known: summary.article.id }),
  })
}
