/**
 * How much speaks for a sentence being the answer to a question: a handful of observations, each with one weight.
 * A logistic model: the sum is the log of the odds against the article not saying it.
 */
import type { Term } from '../text/analyse.ts'
import { analyse } from '../text/analyse.ts'
import { fold } from '../text/fold.ts'
import { primarySubtag } from '../text/language.ts'
import type { Language } from '../types.ts'
import { isDateKind, isFigureKind, isNameKind, type Spot, spotsOf } from './answer-type.ts'
import { type Cues, cuesOf } from './cues.ts'
import { type Matching, match, type Question, valuesOf } from './matching.ts'
import type { Asked } from './question-kind.ts'
import type { PassageReading, SentenceReading } from './reading.ts'

/** What was observed of a sentence; shares are of the question's information, 0 to 1. */
export type Evidence = {
  /** The share that the sentence holds. */
  readonly covered: number
  /** What its paragraph, the heading above it and the title hold beyond that. */
  readonly around: number
  /** What the sentences before it in its paragraph hold and it lacks: they are what it speaks of. */
  readonly inherited: number
  /** The share of the question's neighbouring words that are neighbours here. */
  readonly pairs: number
  /** The fit of the best place that may be the answer, by the kind of question. */
  readonly spot: number
  readonly reason: number
  readonly definition: number
  /** Nothing of the kind asked for stands there. */
  readonly unfit: number
  /** The share held close to the place of the answer: distance counts by its fall, see `REACH`. */
  readonly nearFigure: number
  readonly nearName: number
  /** The sentence leans on the one before, which is quoted with it. */
  readonly leans: number
  /** The share of the question's first, before, only … that are absent. */
  readonly unordered: number
  /** The question has a name or number that stands nowhere. */
  readonly gone: number
  /** Kinds for which chance alone finds a place: each must first make up for that. */
  readonly typed: number
  readonly reasoned: number
  readonly definite: number
  readonly always: number
}

export const weights: Readonly<Record<keyof Evidence, number>> = {
  covered: 7.4,
  around: 1.6,
  inherited: 5.3,
  pairs: 1,
  spot: 1.9,
  reason: 1.9,
  definition: 3.6,
  unfit: -1.3,
  nearFigure: 6.6,
  nearName: 1.9,
  leans: 0.3,
  unordered: -0.3,
  gone: -0.9,
  typed: -2.6,
  reasoned: -0.8,
  definite: -2.3,
  always: -4.6,
}

/** In terms: what stands this far from the answer's place counts 1/e. */
const REACH = 6
/** What is inherited stands near no place, but is spoken of; half as much where the sentence does not lean. */
const INHERITED_NEAR = 0.5
const INHERITED_PLAIN = 0.5
/** Neighbours in the question are so here with one more word between. */
const PAIR_DISTANCE = 2
const MAYBE = 0.5
/** What is read around a term for the marks of its definition, in UTF-16 code units. */
const DEFINITION_CONTEXT = 48

export type Candidate = {
  readonly passage: PassageReading
  readonly sentence: SentenceReading
  readonly evidence: Evidence
  readonly score: number
}

/** The question's term that `how many` counts: the first noun after it in French, the last before a verb in English. */
const countedTerm = ({ text, language }: Question, { kind, end }: Asked, { terms }: Matching): number => {
  if (kind !== 'amount' || end === 0) return -1
  const after = analyse(text, language).filter((term) => term.start >= end)
  const from = after.findIndex((term) => !term.stop)
  const to = after.findIndex((term, index) => index > from && term.stop)
  const run = from < 0 ? [] : after.slice(from, to < 0 ? undefined : to)
  const noun = primarySubtag(language) === 'fr' ? run[0] : run.at(-1)
  return terms.findIndex((term) => !term.vague && term.word === noun?.word)
}

/** Rows of order words that the question has. */
const orderOf = ({ text, language }: Question): readonly number[] => {
  const said = new Set(analyse(text, language).map((term) => term.word))
  const rows = cuesOf(language)?.order ?? []
  return rows.flatMap((row, index) => (row.isDisjointFrom(said) ? [] : [index]))
}

const distance = (index: number, { from, to }: Spot): number =>
  index < from ? from - index : index >= to ? index - to + 1 : 0

/** How plainly the sentence explains the term whose last place is `term`. */
const definitionFit = (
  text: string,
  { sentence, leans }: SentenceReading,
  term: Term | undefined,
  cues: Cues,
): number => {
  if (!term) return 0
  const after = fold(text.slice(term.end, Math.min(sentence.end, term.end + DEFINITION_CONTEXT)))
  const before = fold(text.slice(Math.max(sentence.start, term.start - DEFINITION_CONTEXT), term.start))
  if (cues.defined.test(after) || cues.introduced.test(before)) return 1
  if (cues.apposition.test(after)) return 0.9
  return /^[»”"]?, /.test(after) && !leans ? 0.4 : 0
}

const reasonFit = (kind: Asked['kind'], sentence: string, cues: Cues): number => {
  const text = fold(sentence)
  if (kind === 'manner') return cues.manner.test(text) ? 1 : 0
  return cues.reason.test(text) ? 1 : cues.maybeReason.test(text) ? MAYBE : 0
}

/** Every sentence of passages of one language, with what speaks for it. Empty where the question says nothing. */
export const weigh = (
  question: Question,
  asked: Asked,
  passages: readonly PassageReading[],
  language: Language,
): readonly Candidate[] => {
  const { kind } = asked
  const matching = match(question, kind, passages, language)
  const { terms, total, meanings } = matching
  if (total === 0) return []
  const cues = cuesOf(language)
  const counted = countedTerm(question, asked, matching)
  const order = orderOf(question)
  const typed = isFigureKind(kind) || isDateKind(kind) || isNameKind(kind)
  const reasoned = kind === 'reason' || kind === 'manner'
  const gone = terms.some((term) => term.gone) ? 1 : 0

  const share = (value: (term: number) => number): number =>
    terms.reduce((sum, { weight }, term) => sum + weight * value(term), 0) / total
  const titles = new Map<string, readonly number[]>()
  const titleOf = ({ article, heading = '' }: PassageReading['paragraph']): readonly number[] => {
    const title = `${article.title} ${heading}`
    const known = titles.get(title)
    if (known) return known
    const stems = new Set(analyse(title, language).flatMap((term) => (term.stop ? [] : [term.stem])))
    const values = valuesOf(stems, matching).map((value, index) => (stems.has(terms[index]?.stem ?? '') ? 1 : value))
    titles.set(title, values)
    return values
  }
  const held = passages.map(({ sentences }) =>
    sentences.map((each) =>
      valuesOf(
        each.terms.map((term) => term.stem),
        matching,
      ),
    ),
  )
  const best = (all: readonly (readonly number[])[], term: number): number =>
    all.reduce((most, values) => Math.max(most, values[term] ?? 0), 0)

  return passages.flatMap((passage, place) => {
    const { paragraph, sentences } = passage
    const surroundings = [titleOf(paragraph), ...(held[place] ?? [])]
    return sentences.map((sentence, index): Candidate => {
      const values = held[place]?.[index] ?? []
      const earlier = held[place]?.slice(0, index) ?? []
      const covered = share((term) => values[term] ?? 0)
      const around = share((term) => Math.max(0, best(surroundings, term) - (values[term] ?? 0)))
      const inherited =
        share((term) => ((values[term] ?? 0) > 0 ? 0 : best(earlier, term))) * (sentence.leans ? 1 : INHERITED_PLAIN)

      const places: number[][] = terms.map(() => [])
      const isAsked = new Set<number>()
      for (const [at, { stop, stem, word }] of sentence.terms.entries()) {
        if (stop) continue
        for (const { term } of meanings.get(stem) ?? []) {
          places[term]?.push(at)
          const own = terms[term]
          if (own && (own.stem === stem || own.word.slice(0, 5) === word.slice(0, 5))) isAsked.add(at)
        }
      }
      const pairs = share((term) => {
        const [here, next] = [places[term] ?? [], places[term + 1] ?? []]
        return here.some((a) => next.some((b) => a !== b && Math.abs(a - b) <= PAIR_DISTANCE)) ? 1 : 0
      })

      const { text } = paragraph
      const typedSentence = {
        text,
        terms: sentence.terms,
        isAsked: (at: number) => isAsked.has(at),
        ...(counted >= 0 && { isCounted: (at: number) => places[counted]?.includes(at) === true }),
      }
      const spots = typed && cues ? spotsOf(kind, typedSentence, cues) : []
      const spot = spots.reduce((most, { fit }) => Math.max(most, fit), 0)
      const nearness = (each: Spot): number =>
        each.fit *
        (INHERITED_NEAR * inherited +
          share((term) => {
            const closest = (places[term] ?? []).reduce((least, at) => Math.min(least, distance(at, each)), Infinity)
            return (values[term] ?? 0) * Math.exp(-closest / REACH)
          }))
      const near = spots.reduce((most, each) => Math.max(most, nearness(each)), 0)

      const said = text.slice(sentence.sentence.start, sentence.sentence.end)
      const reason = reasoned && cues ? reasonFit(kind, said, cues) : 0
      const defined = Math.max(-1, ...places.flat())
      const previous = sentence.leans ? best(held[place]?.slice(index - 1, index) ?? [], 0) : 0
      const definition =
        kind !== 'definition' || !cues
          ? 0
          : Math.max(
              definitionFit(text, sentence, sentence.terms[defined], cues),
              previous > 0 && cues.explains.test(fold(said)) ? 0.8 : 0,
            )
      const words = new Set(sentence.terms.map((term) => term.word))
      const absent = order.filter((row) => cues?.order[row]?.isDisjointFrom(words) === true)
      const evidence: Evidence = {
        covered,
        around,
        inherited,
        pairs,
        spot,
        reason,
        definition,
        unfit: (typed && spot === 0) || (kind === 'reason' && reason === 0) ? 1 : 0,
        nearFigure: isNameKind(kind) ? 0 : near,
        nearName: isNameKind(kind) ? near : 0,
        leans: sentence.leans ? 1 : 0,
        unordered: order.length === 0 ? 0 : absent.length / order.length,
        gone,
        typed: typed ? 1 : 0,
        reasoned: reasoned ? 1 : 0,
        definite: kind === 'definition' ? 1 : 0,
        always: 1,
      }
      return { passage, sentence, evidence, score: scoreOf(evidence) }
    })
  })
}

const scoreOf = (evidence: Evidence): number =>
  Object.entries(evidence).reduce((sum, [name, value]) => sum + value * weights[name as keyof Evidence], 0)
