/** What speaks for each sentence of the passages being the answer to a question. */
import { analyse } from '../text/analyse.ts'
import { fold } from '../text/fold.ts'
import { primarySubtag } from '../text/language.ts'
import type { Asked, QuestionKind } from '../text/question-kind.ts'
import type { Language } from '../types.ts'
import { isDateKind, isFigureKind, isMeasure, isNameKind, LIKELY, type Spot, spotsOf } from './answer-type.ts'
import { type Cues, cuesOf } from './cues.ts'
import { type Matching, match, type Question, type QuestionTerm, valuesOf } from './matching.ts'
import type { Span } from './quotation.ts'
import type { PassageReading, SentenceReading } from './reading.ts'
import { type Evidence, scoreOf } from './weights.ts'

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
  /** Where the question's words stand, and the place that may be what it asks for; empty where none may. */
  readonly needed: () => readonly Span[]
  readonly evidence: Evidence
  readonly score: number
}

/** Their noun stands before what describes it. */
const nounFirst: ReadonlySet<string> = new Set(['fr', 'es', 'it', 'pt'])

/** The first noun after the words that ask: of a run of words, French has it first, English last. -1 where none is. */
const focusOf = ({ text, language }: Question, { end }: Asked, { terms }: Matching): number => {
  const after = analyse(text, language).filter((term) => term.start >= end)
  const from = after.findIndex((term) => !term.stop)
  const to = after.findIndex((term, index) => index > from && term.stop)
  const run = from < 0 ? [] : after.slice(from, to < 0 ? undefined : to)
  const noun = nounFirst.has(primarySubtag(language)) ? run[0] : run.at(-1)
  return terms.findIndex((term) => !term.vague && term.word === noun?.word)
}

/** Kinds that ask something of the focus itself, by its own name. */
const subjectKinds: ReadonlySet<QuestionKind> = new Set<QuestionKind>(['amount', 'name', 'definition'])

const distance = (index: number, { from, to }: Spot): number =>
  index < from ? from - index : index >= to ? index - to + 1 : 0

/** For each of the question's terms, where it stands among the sentence's. */
const placesOf = ({ terms }: SentenceReading, matching: Matching): readonly (readonly number[])[] => {
  const places: number[][] = matching.terms.map(() => [])
  for (const [at, { stop, stem }] of terms.entries())
    if (!stop) for (const { term } of matching.meanings.get(stem) ?? []) places[term]?.push(at)
  return places
}

type Sought = {
  readonly kind: QuestionKind
  readonly focus: number
  readonly matching: Matching
  readonly cues: Cues
}

const spotsIn = (
  text: string,
  { terms }: SentenceReading,
  places: readonly (readonly number[])[],
  { kind, focus, matching, cues }: Sought,
): readonly Spot[] => {
  const isAsked = (at: number): boolean => {
    const term = terms[at]
    if (!term || term.stop) return false
    return (matching.meanings.get(term.stem) ?? []).some(
      (meaning) => meaning.value === 1 || matching.terms[meaning.term]?.word === term.word,
    )
  }
  const counted = kind === 'amount' ? places[focus] : undefined
  const countsUnit = isMeasure(matching.terms[focus]?.word ?? '', cues)
  const counting = counted && { isCounted: (at: number) => counted.includes(at), countsUnit }
  return spotsOf(kind, { text, terms, isAsked, ...counting }, cues)
}

/** A figure's unit and what it counts come behind it. In terms. */
const BEHIND_SPOT = 3

/** Where the likeliest of the places stands that may be what is asked for, and the words of the question nearest to it. */
const neededOf = (
  { terms }: SentenceReading,
  places: readonly (readonly number[])[],
  spots: readonly Spot[],
): readonly Span[] => {
  const nearest = (spot: Spot): readonly number[] =>
    places.flatMap((list) => list.toSorted((a, b) => distance(a, spot) - distance(b, spot)).slice(0, 1))
  const nearness = (spot: Spot): number =>
    spot.fit * (1 + nearest(spot).reduce((sum, at) => sum + Math.exp(-distance(at, spot) / REACH), 0))
  const [best] = spots.toSorted((a, b) => nearness(b) - nearness(a))
  if (!best) return []
  const ranges = [
    { from: best.from, to: Math.min(terms.length, best.to + BEHIND_SPOT) },
    ...nearest(best).map((at) => ({ from: at, to: at + 1 })),
  ]
  return ranges.flatMap(({ from, to }) => {
    const [first, last] = [terms[from], terms[to - 1]]
    return first && last ? [{ start: first.start, end: last.end }] : []
  })
}

/** How plainly the sentence explains the last of the question's words in it, or the one before where it leans on that. */
const definitionFit = (
  text: string,
  { sentence: { start, end }, terms }: SentenceReading,
  places: readonly (readonly number[])[],
  leant: boolean,
  cues: Cues,
): number => {
  const term = terms[Math.max(-1, ...places.flat())]
  const after = term ? fold(text.slice(term.end, Math.min(end, term.end + DEFINITION_CONTEXT))) : ''
  const before = term ? fold(text.slice(Math.max(start, term.start - DEFINITION_CONTEXT), term.start)) : ''
  if (term && (cues.defined.test(after) || cues.introduced.test(before))) return 1
  return leant && cues.explains.test(fold(text.slice(start, end))) ? EXPLAINED_BEFORE : 0
}

const reasonFit = (text: string, { sentence: { start, end } }: SentenceReading, cues: Cues): number => {
  const said = fold(text.slice(start, end))
  return cues.reason.test(said) ? 1 : cues.maybeReason.test(said) ? MAYBE : 0
}

const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0)

/** Every sentence of passages of one language, with what speaks for it. Empty where the question says nothing. */
export const weigh = (
  question: Question,
  asked: Asked,
  passages: readonly PassageReading[],
  language: Language,
  known: ReadonlySet<string>,
): readonly Candidate[] => {
  const { kind } = asked
  const matching = match(question, asked, passages, language, known)
  const { terms, total } = matching
  const isHidden = ({ weight }: QuestionTerm): boolean => weight === 0
  // Words that say little are no ground for an answer where those that say more may be hidden in a translation.
  const isEmpty = terms.some(isHidden) && terms.every((term) => term.vague || isHidden(term))
  if (total === 0 || isEmpty) return []
  const cues = cuesOf(language)
  const focus = focusOf(question, asked, matching)
  const [figured, dated, named] = [isFigureKind(kind), isDateKind(kind), isNameKind(kind)]
  const indices = terms.map((_, term) => term)
  const telling = indices.filter((term) => !terms[term]?.vague)
  const plain = telling.filter((term) => !terms[term]?.named)
  const asking = indices.filter((term) => terms[term]?.asking)

  const share = (value: (term: number) => number): number =>
    terms.reduce((sum, { weight }, term) => sum + weight * value(term), 0) / total
  const anywhere = share((term) => (terms[term]?.nowhere ? 0 : 1))
  const common = {
    nowhere: share((term) => (terms[term]?.nowhere && !terms[term]?.vague ? 1 : 0)),
    gone: Number(terms.some((term) => term.nowhere && term.named)),
    unspoken: Number(subjectKinds.has(kind) && terms[focus]?.nowhere === true),
    figured: Number(figured),
    dated: Number(dated),
    named: Number(named),
    definite: Number(kind === 'definition'),
    reasoned: Number(kind === 'reason'),
    mannered: Number(kind === 'manner'),
    always: 1,
  }
  const titles = new Map<string, readonly number[]>()
  const titleOf = ({ article, heading = '' }: PassageReading['paragraph']): readonly number[] => {
    const title = `${article.title} ${heading}`
    const known = titles.get(title) ?? valuesOf(analyse(title, language), matching)
    titles.set(title, known)
    return known
  }

  const read = passages.map((passage) => {
    const { text } = passage.paragraph
    const sentences = passage.sentences.map((sentence) => {
      const places = placesOf(sentence, matching)
      return { sentence, places, spots: cues ? spotsIn(text, sentence, places, { kind, focus, matching, cues }) : [] }
    })
    return { passage, sentences }
  })
  const isSure = ({ spots }: { readonly spots: readonly Spot[] }): boolean => spots.some(({ fit }) => fit >= LIKELY)
  const all = read.flatMap(({ sentences }) => sentences)
  const rarity = figured && kind !== 'amount' ? Math.log((all.length + 1) / (all.filter(isSure).length + 0.5)) : 0

  return read.flatMap(({ passage, sentences }) => {
    const { paragraph } = passage
    const { text } = paragraph
    const title = titleOf(paragraph)
    const held = sentences.map(({ sentence }) => valuesOf(sentence.terms, matching))
    const surroundings = indices.map((term) => most([title, ...held].map((values) => values[term] ?? 0)))
    let before = terms.map(() => 0)
    return sentences.flatMap(({ sentence, places, spots }, index): readonly Candidate[] => {
      const joined = sentence.span.start < sentence.sentence.start ? (held[index - 1] ?? []) : []
      const values = (held[index] ?? []).map((value, term) => Math.max(value, JOINED * (joined[term] ?? 0)))
      const earlier = before
      before = earlier.map((value, term) => Math.max(value, held[index]?.[term] ?? 0))
      const spot = most(spots.map(({ fit }) => fit))
      // No number is how many, and nothing without a year which year.
      if (cues && (figured || kind === 'year') && spot === 0) return []

      const lacks = (term: number): boolean => !(values[term] ?? 0)
      const covered = share((term) => values[term] ?? 0)
      const around = share((term) => Math.max(0, (surroundings[term] ?? 0) - (values[term] ?? 0)))
      const inherited =
        share((term) => (lacks(term) ? (earlier[term] ?? 0) : 0)) * (sentence.leans ? 1 : INHERITED_PLAIN)
      const nearness = (each: Spot): number =>
        each.fit *
        (INHERITED_NEAR * inherited +
          share((term) => {
            const closest = Math.min(...(places[term] ?? []).map((at) => distance(at, each)))
            return (values[term] ?? 0) * Math.exp(-closest / REACH)
          }))
      const plainly = plain.reduce((sum, term) => sum + (values[term] ?? 0), 0) / Math.max(1, plain.length)
      const unasked = asking.length > 0 && asking.every(lacks)
      const leant = joined.some((value) => value > 0)
      const evidence: Evidence = {
        ...common,
        covered,
        elsewhere: anywhere - covered - around,
        titled: share((term) => (lacks(term) ? (title[term] ?? 0) : 0)),
        information: covered * total,
        plain: plainly,
        plainFigure: figured ? plainly : 0,
        missing: telling.filter(lacks).length,
        unsaid: Number(plain.length > 0 && plain.every(lacks)),
        misplaced: Number(
          terms.some((term, at) => term.named && !term.nowhere && lacks(at) && !title[at] && !earlier[at]),
        ),
        focus: values[focus] ?? 0,
        asked: most(asking.map((term) => values[term] ?? 0)),
        unasked: Number(unasked && !figured),
        unaskedFigure: Number(unasked && figured),
        spot,
        rarity: spot >= LIKELY ? rarity : 0,
        undated: Number(dated && spot === 0),
        near: named ? 0 : most(spots.map(nearness)),
        reason: kind === 'reason' && cues ? reasonFit(text, sentence, cues) : 0,
        definition: kind === 'definition' && cues ? definitionFit(text, sentence, places, leant, cues) : 0,
        leans: Number(sentence.leans),
        length: Math.log((sentence.terms.length + 1) / USUAL_TERMS),
      }
      const needed = () => neededOf(sentence, places, spots)
      return [{ passage, sentence, needed, evidence, score: scoreOf(evidence) }]
    })
  })
}
