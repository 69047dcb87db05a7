/**
 * How much speaks for a sentence being the answer to a question: a few observations, each with one weight. The sum is
 * the log of the odds of the sentence against silence, as a log-linear model over all sentences and silence has it.
 */
import { analyse, type Term } from '../text/analyse.ts'
import { fold } from '../text/fold.ts'
import { primarySubtag } from '../text/language.ts'
import type { Language } from '../types.ts'
import { isDateKind, isFigureKind, isNameKind, type Spot, spotsOf } from './answer-type.ts'
import { type Cues, cuesOf } from './cues.ts'
import { type Matching, match, type Question, valuesOf } from './matching.ts'
import type { Asked, QuestionKind } from './question-kind.ts'
import type { PassageReading, SentenceReading } from './reading.ts'

/** What was observed of a sentence; shares are of the question's information, 0 to 1. */
export type Evidence = {
  /** The share that the sentence holds. */
  readonly covered: number
  /** What its paragraph, the heading above it and the title hold beyond that. */
  readonly around: number
  /** What the sentences before it in its paragraph hold and it lacks: they are what it speaks of. */
  readonly inherited: number
  /** What other places of the passages hold beyond that: the answer would rather stand there. */
  readonly elsewhere: number
  /** What the sentence holds, in nats: a share of a long question says more than the same of a short one. */
  readonly information: number
  /** The question has a name or a number that stands nowhere. */
  readonly gone: number
  /** The question has a name or a number that stands neither here nor around, but elsewhere. */
  readonly misplaced: number
  /** What is to be counted, named or defined stands nowhere. */
  readonly unspoken: number
  /** How well the first noun of the question, which says what it is about, stands here: 0 to 1. */
  readonly focus: number
  /** The fit of the best place that may be the answer, by the kind of question. */
  readonly spot: number
  /** A date is asked for, and none stands here. A figure that is asked for must. */
  readonly undated: number
  /** The share held close to the figure or date that may be the answer: distance counts by its fall, see `REACH`. */
  readonly near: number
  readonly reason: number
  readonly definition: number
  /** The sentence leans on the one before, which is quoted with it. */
  readonly leans: number
  /** Of its number of terms against `USUAL_TERMS`, the logarithm: a long sentence answers more. */
  readonly length: number
  /** Kinds for which chance alone finds a place: each must first make up for that. */
  readonly figured: number
  readonly dated: number
  readonly named: number
  readonly definite: number
  readonly always: number
}

/**
 * Fitted by maximum likelihood (log-linear over a question's sentences and silence, L2 0.001) on 2,500 questions of
 * PIAF 1.1 and 3,328 of SQuAD 2 over eight paragraphs each, both in their half of the articles, on the cases of
 * `test/eval/fitted.json` and `test/eval/cases.json`, and on most of them again with the answering sentences taken out,
 * where silence is right. What it reaches on the other halves is in DESIGN.md, under Extraction.
 */
export const weights: Readonly<Record<keyof Evidence, number>> = {
  covered: 3.74,
  around: 0.38,
  inherited: 0.37,
  elsewhere: -2.94,
  information: 0.23,
  gone: -1.46,
  misplaced: -1.59,
  unspoken: -0.71,
  focus: 0.59,
  spot: 2.0,
  undated: -0.96,
  near: 1.47,
  reason: 0.76,
  definition: 1.38,
  leans: 0.34,
  length: 0.19,
  figured: -0.8,
  dated: -1.45,
  named: -1.71,
  definite: -0.46,
  always: -3.06,
}

/** What a word is worth that stands in the sentence before, where that is quoted too. */
const JOINED = 0.8
/** What is inherited by a sentence that does not lean on the one before. */
const INHERITED_PLAIN = 0.5
/** In terms: what stands this far from the answer's place counts 1/e. */
const REACH = 6
/** What is inherited stands near no place, but is spoken of. */
const INHERITED_NEAR = 0.5
const USUAL_TERMS = 20
const MAYBE = 0.5
/** What is read around a term for the marks of its definition, in UTF-16 code units. */
const DEFINITION_CONTEXT = 48
const EXPLAINED_BEFORE = 0.8

export type Candidate = {
  readonly passage: PassageReading
  readonly sentence: SentenceReading
  readonly evidence: Evidence
  readonly score: number
}

/** The first noun after the words that ask: of a run of words, French has it first, English last. -1 where none is. */
const focusOf = ({ text, language }: Question, { end }: Asked, { terms }: Matching): number => {
  const after = analyse(text, language).filter((term) => term.start >= end)
  const from = after.findIndex((term) => !term.stop)
  const to = after.findIndex((term, index) => index > from && term.stop)
  const run = from < 0 ? [] : after.slice(from, to < 0 ? undefined : to)
  const noun = primarySubtag(language) === 'fr' ? run[0] : run.at(-1)
  return terms.findIndex((term) => !term.vague && term.word === noun?.word)
}

/** Kinds that ask something of the focus itself, by its own name. */
const subjectKinds: ReadonlySet<QuestionKind> = new Set<QuestionKind>(['amount', 'name', 'definition'])

const distance = (index: number, { from, to }: Spot): number =>
  index < from ? from - index : index >= to ? index - to + 1 : 0

/** How plainly the sentence explains the term. */
const definitionFit = (text: string, { sentence }: SentenceReading, term: Term | undefined, cues: Cues): number => {
  if (!term) return 0
  const after = fold(text.slice(term.end, Math.min(sentence.end, term.end + DEFINITION_CONTEXT)))
  const before = fold(text.slice(Math.max(sentence.start, term.start - DEFINITION_CONTEXT), term.start))
  return cues.defined.test(after) || cues.introduced.test(before) ? 1 : 0
}

const reasonFit = (sentence: string, cues: Cues): number => {
  const text = fold(sentence)
  return cues.reason.test(text) ? 1 : cues.maybeReason.test(text) ? MAYBE : 0
}

const observations = Object.keys(weights) as (keyof Evidence)[]

const scoreOf = (evidence: Evidence): number => {
  let sum = 0
  for (const name of observations) sum += weights[name] * evidence[name]
  return sum
}

const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0)

/** Every sentence of passages of one language, with what speaks for it. Empty where the question says nothing. */
export const weigh = (
  question: Question,
  asked: Asked,
  passages: readonly PassageReading[],
  language: Language,
): readonly Candidate[] => {
  const { kind } = asked
  const matching = match(question, asked, passages, language)
  const { terms, total, meanings } = matching
  if (total === 0) return []
  const cues = cuesOf(language)
  const focus = focusOf(question, asked, matching)
  const [figured, dated, named] = [isFigureKind(kind), isDateKind(kind), isNameKind(kind)].map(Number)
  const unspoken = Number(subjectKinds.has(kind) && terms[focus]?.nowhere === true)
  const gone = Number(terms.some((term) => term.nowhere && term.named))

  const share = (value: (term: number) => number): number =>
    terms.reduce((sum, { weight }, term) => sum + weight * value(term), 0) / total
  const anywhere = share((term) => (terms[term]?.nowhere ? 0 : 1))
  const stemsOf = (list: readonly Term[]): readonly string[] => list.map((term) => term.stem)
  const titles = new Map<string, readonly number[]>()
  const titleOf = ({ article, heading = '' }: PassageReading['paragraph']): readonly number[] => {
    const title = `${article.title} ${heading}`
    const known = titles.get(title) ?? valuesOf(stemsOf(analyse(title, language)), matching)
    titles.set(title, known)
    return known
  }

  return passages.flatMap((passage) => {
    const { paragraph, sentences } = passage
    const { text } = paragraph
    const held = sentences.map((each) => valuesOf(stemsOf(each.terms), matching))
    const surroundings = terms.map((_, term) => most([titleOf(paragraph), ...held].map((values) => values[term] ?? 0)))
    let before = terms.map(() => 0)
    return sentences.flatMap((sentence, index): readonly Candidate[] => {
      const joined = sentence.span.start < sentence.sentence.start ? (held[index - 1] ?? []) : []
      const values = (held[index] ?? []).map((value, term) => Math.max(value, JOINED * (joined[term] ?? 0)))
      const earlier = before
      before = earlier.map((value, term) => Math.max(value, held[index]?.[term] ?? 0))
      const covered = share((term) => values[term] ?? 0)
      const around = share((term) => Math.max(0, (surroundings[term] ?? 0) - (values[term] ?? 0)))
      const inherited =
        share((term) => ((values[term] ?? 0) > 0 ? 0 : (earlier[term] ?? 0))) * (sentence.leans ? 1 : INHERITED_PLAIN)

      const places: number[][] = terms.map(() => [])
      const isAsked = new Set<number>()
      for (const [at, { stop, stem, word }] of sentence.terms.entries()) {
        if (stop) continue
        for (const { term, value } of meanings.get(stem) ?? []) {
          places[term]?.push(at)
          if (value === 1 || terms[term]?.word === word) isAsked.add(at)
        }
      }
      const counted = kind === 'amount' && focus >= 0 ? places[focus] : undefined
      const typed = {
        text,
        terms: sentence.terms,
        isAsked: (at: number) => isAsked.has(at),
        ...(counted && { isCounted: (at: number) => counted.includes(at) }),
      }
      const spots = cues ? spotsOf(kind, typed, cues) : []
      const spot = most(spots.map(({ fit }) => fit))
      if (cues && isFigureKind(kind) && spot === 0) return []
      const nearness = (each: Spot): number =>
        each.fit *
        (INHERITED_NEAR * inherited +
          share((term) => {
            const closest = Math.min(...(places[term] ?? []).map((at) => distance(at, each)))
            return (values[term] ?? 0) * Math.exp(-closest / REACH)
          }))

      const said = text.slice(sentence.sentence.start, sentence.sentence.end)
      const defined = sentence.terms[Math.max(-1, ...places.flat())]
      const isExplained = joined.some((value) => value > 0) && cues?.explains.test(fold(said)) === true
      const definition =
        kind === 'definition' && cues
          ? Math.max(definitionFit(text, sentence, defined, cues), isExplained ? EXPLAINED_BEFORE : 0)
          : 0
      const evidence: Evidence = {
        covered,
        around,
        inherited,
        elsewhere: anywhere - covered - around,
        information: covered * total,
        gone,
        misplaced: Number(
          terms.some((term, at) => term.named && !term.nowhere && !(values[at] ?? 0) && surroundings[at] === 0),
        ),
        unspoken,
        focus: values[focus] ?? 0,
        spot,
        undated: Number(isDateKind(kind) && spot === 0),
        near: isNameKind(kind) ? 0 : most(spots.map(nearness)),
        reason: kind === 'reason' && cues ? reasonFit(said, cues) : 0,
        definition,
        leans: Number(sentence.leans),
        length: Math.log((sentence.terms.length + 1) / USUAL_TERMS),
        figured: figured ?? 0,
        dated: dated ?? 0,
        named: named ?? 0,
        definite: Number(kind === 'definition'),
        always: 1,
      }
      return [{ passage, sentence, evidence, score: scoreOf(evidence) }]
    })
  })
}
