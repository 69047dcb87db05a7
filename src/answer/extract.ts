/**
 * Answers without a model: chooses the sentence or two of the passages that say what the question asks for, or
 * abstains. It writes the same Draft as a model does, and the same verifier judges it.
 */
import { analyse } from '../text/analyse.ts'
import { isGeneric } from '../text/generic.ts'
import { primarySubtag, sameLanguage } from '../text/language.ts'
import { askedBy, type QuestionKind } from '../text/question-kind.ts'
import { sentences } from '../text/sentences.ts'
import type { Paragraph, Passage } from '../types.ts'
import { isDateKind, isFigureKind, isNameKind } from './answer-type.ts'
import { clauseOf } from './clause.ts'
import type { Draft } from './draft.ts'
import { type Candidate, weigh } from './evidence.ts'
import type { Question } from './matching.ts'
import type { Span } from './quotation.ts'
import { readPassage } from './reading.ts'

type Labelled = readonly (readonly [label: string, passage: Passage])[]

/** Kinds of question that are abstained from alike. */
export type AskedGroup = 'amount' | 'figure' | 'date' | 'name' | 'place' | 'text'

/**
 * The least probability of an answer: below this the article is held not to say. A number or a name of whatever stands
 * in nearly every sentence, so that chance alone finds one; a weight or a place does not. Chosen on the fitted cases, see
 * DESIGN.md under Extraction.
 */
export const thresholds: Readonly<Record<AskedGroup, number>> = {
  amount: 0.35,
  figure: 0.3,
  date: 0.28,
  name: 0.37,
  place: 0.25,
  text: 0.27,
}

const groupFor = (kind: QuestionKind): AskedGroup => {
  if (kind === 'amount' || kind === 'place') return kind
  return isDateKind(kind) ? 'date' : isFigureKind(kind) ? 'figure' : isNameKind(kind) ? 'name' : 'text'
}

export const groupOf = ({ text, language }: Question): AskedGroup => groupFor(askedBy(text, language).kind)

/** A second quotation is given only where it is nearly as probable as the first. */
export const SECOND = 0.7
/** A question about the article as a whole is answered with this many of its first sentences. */
const OPENING_SENTENCES = 2

type Chosen = { readonly label: string; readonly paragraph: Paragraph; readonly span: Span }

const draftOf = (chosen: readonly Chosen[]): Draft => ({
  verdict: chosen.length === 0 ? 'not_in_article' : 'answered',
  claims: chosen.map(({ label, paragraph, span }) => {
    const text = paragraph.text.slice(span.start, span.end)
    return { text, citations: [{ paragraph: label, quote: text }] }
  }),
})

/** The first sentences of the best passage's article. */
const opening = (labelled: Labelled): readonly Chosen[] => {
  const first = labelled.find(([, { paragraph }]) => paragraph.number === 1)
  if (!first) return []
  const [label, { paragraph }] = first
  const spans = sentences(paragraph.text, paragraph.article.language).slice(0, OPENING_SENTENCES)
  const span = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? paragraph.text.length }
  return [{ label, paragraph, span }]
}

const openKinds: readonly QuestionKind[] = ['other', 'definition', 'manner']

/** Whether a question asks nothing in particular: de quoi parle l'article. */
const isAboutTheWhole = ({ text, language }: Question, kind: QuestionKind): boolean => {
  const said = analyse(text, language).filter((term) => !term.stop)
  return openKinds.includes(kind) && said.length > 0 && said.every((term) => isGeneric(term, language))
}

export type Answering = Chosen & {
  readonly candidate: Candidate
  /** Among all sentences and silence, 0 to 1. */
  readonly probability: number
}

/** Every sentence of the passages by how probably it answers, best first. */
export const ranked = (question: Question, labelled: Labelled): readonly Answering[] => {
  const asked = askedBy(question.text, question.language)
  const byLanguage = Map.groupBy(labelled, ([, { paragraph }]) => primarySubtag(paragraph.article.language))
  const read = [...byLanguage].map(
    ([language, group]) => [language, group.map(([label, passage]) => readPassage(label, passage))] as const,
  )
  const known = new Set(
    read.flatMap(([language, group]) =>
      sameLanguage(language, question.language) ? group.flatMap(({ words }) => [...words.values()]) : [],
    ),
  )
  const candidates = read.flatMap(([language, group]) => weigh(question, asked, group, language, known))
  // Silence scores 0.
  const sum = candidates.reduce((total, { score }) => total + Math.exp(score), 1)
  return candidates
    .map((candidate) => ({
      label: candidate.passage.label,
      paragraph: candidate.passage.paragraph,
      span: candidate.sentence.span,
      candidate,
      probability: Math.exp(candidate.score) / sum,
    }))
    .sort((a, b) => b.probability - a.probability)
}

const overlaps = (a: Chosen, b: Chosen): boolean =>
  a.paragraph === b.paragraph && a.span.start < b.span.end && b.span.start < a.span.end

/** A sentence that is quoted alone, cut to the clause that answers where it is long. */
const narrowed = (chosen: Answering): Chosen => {
  const { label, paragraph, span, candidate } = chosen
  const { sentence } = candidate.sentence
  if (span.start !== sentence.start || span.end !== sentence.end) return chosen
  return { label, paragraph, span: clauseOf(paragraph.text, span, candidate.needed(), paragraph.article.language) }
}

/** Answers `question` by one or two quotations of the labelled passages (best first), or abstains. */
export const extract = (question: Question, labelled: Labelled): Draft => {
  const { kind } = askedBy(question.text, question.language)
  if (isAboutTheWhole(question, kind)) return draftOf(opening(labelled))
  const [best, ...others] = ranked(question, labelled)
  if (!best || best.probability < thresholds[groupFor(kind)]) return draftOf([])
  const second = others.find((other) => !overlaps(best, other))
  const both = second !== undefined && second.probability >= SECOND * best.probability
  return draftOf((both ? [best, second] : [best]).map(narrowed))
}
