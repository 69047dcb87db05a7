/** The places of a sentence that may be what a question asks for: a figure with its unit, a date, a name. Pure. */
import type { Term } from '../text/analyse.ts'
import type { Unit } from './cue-table.ts'
import type { Cues } from './cues.ts'
import type { DateKind, FigureKind, NameKind, QuestionKind } from './question-kind.ts'

/** Terms `[from, to)` of a sentence. */
export type TermRange = { readonly from: number; readonly to: number }
/** How well the place fits the kind of question, over 0 up to 1. */
export type Spot = TermRange & { readonly fit: number }

export type TypedSentence = {
  /** Of the paragraph: the terms' offsets point into it. */
  readonly text: string
  readonly terms: readonly Term[]
  /** Whether the question has the term at this index itself: it is no answer. */
  readonly isAsked: (index: number) => boolean
  /** Whether it is what the question counts: planes, in how many planes. Absent where that is nothing in particular. */
  readonly isCounted?: (index: number) => boolean
}

const dateKinds: ReadonlySet<QuestionKind> = new Set<DateKind>(['date', 'year', 'clock'])
const nameKinds: ReadonlySet<QuestionKind> = new Set<NameKind>(['person', 'name', 'place'])
const textKinds: ReadonlySet<QuestionKind> = new Set(['reason', 'manner', 'definition', 'other'])

export const isDateKind = (kind: QuestionKind): kind is DateKind => dateKinds.has(kind)
export const isNameKind = (kind: QuestionKind): kind is NameKind => nameKinds.has(kind)
export const isFigureKind = (kind: QuestionKind): kind is FigureKind =>
  !dateKinds.has(kind) && !nameKinds.has(kind) && !textKinds.has(kind)

const isYear = (word: string): boolean => /^(?:1\d{3}|20\d{2})$/.test(word)

/** The numbers of a sentence; neighbours are one: deux cents, 3 million. Years stay apart. */
const numbers = ({ text, terms }: TypedSentence, cues: Cues): readonly TermRange[] => {
  const found: { from: number; to: number }[] = []
  for (const [index, term] of terms.entries()) {
    if (!/^\d/.test(term.stem) && !cues.quantities.has(term.word)) continue
    const last = found.at(-1)
    const before = last && last.to === index ? terms[index - 1] : undefined
    const joined =
      before && !isYear(before.word) && !isYear(term.word) && /^[\s-]*$/.test(text.slice(before.end, term.start))
    if (last && joined) last.to = index + 1
    else found.push({ from: index, to: index + 1 })
  }
  return found
}

/** What stands around a number, and what it is by that. */
const figureAt = ({ text, terms }: TypedSentence, { from, to }: TermRange, cues: Cues) => {
  const first = terms[from]
  const last = terms[to - 1]
  const before = text.slice(Math.max(0, (first?.start ?? 0) - 2), first?.start)
  const after = text.slice(last?.end, (last?.end ?? 0) + 6)
  const next = terms.slice(to, to + 3).map((term) => term.word)
  const previous = terms.slice(Math.max(0, from - 2), from).map((term) => term.word)
  const unit = (name: Unit): boolean => next.slice(0, 2).some((word) => cues.units[name].has(word))
  const perCent =
    next[0] === 'pourcent' || next[0] === 'percent' || (/^(?:pour|per)$/.test(next[0] ?? '') && next[1] === 'cent')
  const clock =
    /^(?:\s?[hH](?:\d\d|\b)|[:.]?\d{0,2}\s?[ap]\.?m\b|:\d\d)/.test(after) ||
    next[0] === "o'clock" ||
    (next[0] === 'heures' && /^(?:a|vers)$/.test(previous.at(-1) ?? ''))
  const year = to === from + 1 && isYear(text.slice(first?.start, first?.end)) && !unit('length') && !unit('weight')
  return {
    unit,
    clock,
    year,
    percent: perCent || /^\s?%/.test(after),
    money:
      /[$€£¥]\s?$/.test(before) || /^\s?[kKM]?[$€£¥]/.test(after) || next.some((word) => cues.units.money.has(word)),
    dated: year || cues.months.has(next[0] ?? '') || previous.some((word) => cues.months.has(word)),
    scaled: cues.scales.has(next[0] ?? '') || cues.scales.has(last?.word ?? ''),
    aged: /^-/.test(after) || next.includes('old') || previous.some((word) => /^age(?:e|es|s|d)?$/.test(word)),
    ownUnit: Object.values(cues.units).some((units) => units.has(next[0] ?? '')),
    perTime:
      /^\s?\w{1,5}\/|mph|kmh/.test(after) || next.some((word) => /^(?:per|heure|hour|noeuds?|knots?|mach)$/.test(word)),
  }
}

/**
 * How far a sure sign is told from a likely and from a bare chance. Chosen by hand: the fit of the weights in
 * `evidence.ts` was the same to 1 % with 0.2 more or less of each.
 */
const SURE = 1
const LIKELY = 0.7
const POSSIBLE = 0.3

const figureFit = (kind: FigureKind | DateKind, sentence: TypedSentence, range: TermRange, cues: Cues): number => {
  const { unit, ...is } = figureAt(sentence, range, cues)
  switch (kind) {
    case 'percent':
      return is.percent ? SURE : 0
    case 'money':
      return is.money ? SURE : is.scaled && !is.ownUnit && !is.percent ? POSSIBLE : 0
    case 'clock':
      return is.clock ? SURE : 0
    case 'year':
      return is.year ? SURE : 0
    case 'date':
      return is.dated ? SURE : is.clock ? POSSIBLE : 0
    case 'age':
      return unit('age') || is.aged ? (is.aged ? SURE : LIKELY) : 0
    case 'duration':
      return unit('duration') && !is.clock ? SURE : 0
    case 'extent':
      return (unit('length') || unit('duration')) && !is.clock ? SURE : 0
    case 'speed':
      return is.perTime ? SURE : unit('speed') ? POSSIBLE : 0
    case 'length':
      return unit('length') ? SURE : unit('area') ? POSSIBLE : 0
    case 'weight':
    case 'area':
    case 'temperature':
      return unit(kind) ? SURE : 0
    case 'amount':
      break
  }
  const { isCounted } = sentence
  const { from, to } = range
  const plain = is.dated ? 0.1 : is.percent || is.clock ? POSSIBLE : is.money ? LIKELY : SURE
  if (!isCounted) return plain
  // The number must count what is asked: 26 fighter-bombers, a dozen of the planes, they killed 130.
  const following = is.scaled ? 4 : 3
  for (let index = to; index < to + following; index++) if (isCounted(index)) return SURE
  for (let index = from - 4; index < from; index++) if (isCounted(index)) return LIKELY * plain
  return (is.ownUnit ? POSSIBLE : LIKELY) * plain
}

/** Words that are dates or parts of a number by themselves. */
const wordFit = (kind: FigureKind | DateKind, word: string, cues: Cues): number => {
  if (kind === 'date') return cues.months.has(word) || cues.dates.has(word) ? LIKELY : 0
  if (kind === 'clock') return cues.hours.has(word) ? SURE : 0
  if (kind === 'percent') return cues.fractions.has(word) ? LIKELY : 0
  return kind === 'amount' && cues.fractions.has(word) ? POSSIBLE : 0
}

/** Runs of capitalised words, which small words may join: Charles de Gaulle, the Museum of Modern Art. */
const names = ({ text, terms }: TypedSentence, cues: Cues): readonly TermRange[] => {
  const isCapital = (index: number): boolean => {
    const term = terms[index]
    return term !== undefined && /^\p{Lu}/u.test(text.slice(term.start, term.end)) && !(term.stop && index === 0)
  }
  const touches = (index: number): boolean => {
    const [here, next] = [terms[index], terms[index + 1]]
    return here !== undefined && next !== undefined && /^[\s'’.-]{1,2}$/.test(text.slice(here.end, next.start))
  }
  const found: TermRange[] = []
  for (let from = 0; from < terms.length; from++) {
    if (!isCapital(from)) continue
    let to = from + 1
    while (touches(to - 1)) {
      if (isCapital(to)) to++
      else if (cues.particles.has(terms[to]?.word ?? '') && touches(to) && isCapital(to + 1)) to += 2
      else break
    }
    found.push({ from, to })
    from = to - 1
  }
  return found
}

const nameFit = (kind: NameKind, { text, terms }: TypedSentence, { from, to }: TermRange, cues: Cues): number => {
  const before = terms[from - 1]?.word ?? ''
  // A sentence's first word has its capital anyway.
  const sure = from > 0 || to - from > 1
  if (kind === 'name') return sure ? SURE : POSSIBLE
  if (kind === 'place') {
    if (cues.placed.has(before) || cues.placed.has(terms[from - 2]?.word ?? '')) return SURE
    return sure ? LIKELY : POSSIBLE
  }
  const acronym = !/\p{Ll}/u.test(text.slice(terms[from]?.start, terms[to - 1]?.end))
  if (acronym || cues.local.has(before)) return POSSIBLE
  return to - from > 1 || cues.titles.has(before) ? SURE : sure ? LIKELY : POSSIBLE
}

/** What may answer a question of this kind in a sentence. */
export const spotsOf = (kind: QuestionKind, sentence: TypedSentence, cues: Cues): readonly Spot[] => {
  const { terms, isAsked } = sentence
  const isNew = ({ from, to }: TermRange): boolean =>
    terms.slice(from, to).some((term, index) => !term.stop && !isAsked(from + index))
  const fitted = (ranges: readonly TermRange[], measure: (range: TermRange) => number): readonly Spot[] =>
    ranges.filter(isNew).flatMap((range) => {
      const value = measure(range)
      return value > 0 ? [{ ...range, fit: value }] : []
    })
  if (isFigureKind(kind) || isDateKind(kind)) {
    const single = terms.map((_, index) => ({ from: index, to: index + 1 }))
    return [
      ...fitted(numbers(sentence, cues), (range) => figureFit(kind, sentence, range, cues)),
      ...fitted(single, ({ from }) => wordFit(kind, terms[from]?.word ?? '', cues)),
    ]
  }
  if (!isNameKind(kind)) return []
  const isDate = ({ from }: TermRange): boolean =>
    cues.months.has(terms[from]?.word ?? '') || cues.dates.has(terms[from]?.word ?? '')
  return fitted(
    names(sentence, cues).filter((range) => !isDate(range)),
    (range) => nameFit(kind, sentence, range, cues),
  )
}
