/** The places of a sentence that may be what a question asks for: a figure with its unit, a date, a name. Pure. */
import type { Term } from '../text/analyse.ts'
import type { DateKind, FigureKind, NameKind, QuestionKind } from '../text/question-kind.ts'
import type { Cues, Unit } from './cues.ts'

/** Terms `[from, to)` of a sentence. */
type TermRange = { readonly from: number; readonly to: number }
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
  /** Whether what it counts is a unit: feet, in how many feet. */
  readonly countsUnit?: boolean
}

const dateKinds: ReadonlySet<QuestionKind> = new Set<DateKind>(['date', 'year', 'clock'])
const nameKinds: ReadonlySet<QuestionKind> = new Set<NameKind>(['person', 'name', 'place'])
const textKinds: ReadonlySet<QuestionKind> = new Set(['reason', 'manner', 'definition', 'other'])

export const isDateKind = (kind: QuestionKind): kind is DateKind => dateKinds.has(kind)
export const isNameKind = (kind: QuestionKind): kind is NameKind => nameKinds.has(kind)
export const isFigureKind = (kind: QuestionKind): kind is FigureKind =>
  !dateKinds.has(kind) && !nameKinds.has(kind) && !textKinds.has(kind)

/** How far a sure sign is told from a likely one and from a bare chance: an order, not a measurement. */
const SURE = 1
export const LIKELY = 0.7
const POSSIBLE = 0.3
const HARDLY = 0.1

/** How far from a number what it counts may stand. In terms: 26 fighter-bombers, a dozen of the planes; they killed 130. */
const COUNTED_AFTER = 3
const COUNTED_BEFORE = 4

const isYear = (word: string): boolean => /^(?:1\d{3}|20\d{2})$/.test(word)

/** Whether a word is a unit that numbers are measured in. */
export const isMeasure = (word: string, { units }: Cues): boolean => Object.values(units).some((unit) => unit.has(word))

/** The numbers of a sentence, also an hour and a mile; neighbours are one: deux cents, 3 million. Years stay apart. */
const numbers = ({ text, terms }: TypedSentence, cues: Cues): readonly TermRange[] => {
  const found: { from: number; to: number }[] = []
  for (const [index, term] of terms.entries()) {
    const isOne = cues.one.has(term.word) && isMeasure(terms[index + 1]?.word ?? '', cues)
    if (!/^\d/.test(term.stem) && !cues.quantities.has(term.word) && !isOne) continue
    const last = found.at(-1)
    const before = last && last.to === index ? terms[index - 1] : undefined
    const joined =
      before && !isYear(before.word) && !isYear(term.word) && /^[\s-]*$/.test(text.slice(before.end, term.start))
    if (last && joined) last.to = index + 1
    else found.push({ from: index, to: index + 1 })
  }
  return found
}

/** What a number is by what stands around it. */
const figureAt = ({ text, terms }: TypedSentence, { from, to }: TermRange, cues: Cues) => {
  const [first, last] = [terms[from], terms[to - 1]]
  const before = text.slice(Math.max(0, (first?.start ?? 0) - 2), first?.start)
  const after = text.slice(last?.end, (last?.end ?? 0) + 6)
  const next = terms.slice(to, to + 3).map((term) => term.word)
  const previous = terms.slice(Math.max(0, from - 2), from).map((term) => term.word)
  const unit = (name: Unit): boolean => next.slice(0, 2).some((word) => cues.units[name].has(word))
  const year = to === from + 1 && isYear(text.slice(first?.start, first?.end)) && !unit('length') && !unit('weight')
  return {
    unit,
    year,
    clock:
      /^(?:\s?[hH](?:\d\d|\b)|[:.]?\d{0,2}\s?[ap]\.?m\b|:\d\d)/.test(after) ||
      cues.clock.test(`${previous.at(-1) ?? ''} # ${next[0] ?? ''}`),
    percent: /^\s?%/.test(after) || /^(?:(?:pour|per) cent|pourcent|percent)\b/.test(next.join(' ')),
    money:
      /[$€£¥]\s?$/.test(before) || /^\s?[kKM]?[$€£¥]/.test(after) || next.some((word) => cues.units.money.has(word)),
    dated: year || cues.months.has(next[0] ?? '') || previous.some((word) => cues.months.has(word)),
    scaled: cues.scales.has(next[0] ?? '') || cues.scales.has(last?.word ?? ''),
    aged: /^-/.test(after) || next.some((word) => cues.aged.has(word)) || previous.some((word) => cues.aged.has(word)),
    measured: isMeasure(next[0] ?? '', cues),
    perTime:
      /^\s?\w{1,5}\/|mph|kmh/.test(after) ||
      next.some((word) => /^(?:per|heure|hour|noeuds?|knots?|stunde|hora|ora|uur|knoten|nudos)$/.test(word)),
  }
}

/** How well a number fits a question of how many: it must count what is asked. */
const amountFit = (sentence: TypedSentence, { from, to }: TermRange, is: ReturnType<typeof figureAt>): number => {
  const { isCounted, countsUnit } = sentence
  // What is counted stands in the sentence, and elsewhere: this number counts something else.
  const isNamed = isCounted !== undefined && sentence.terms.some((_, at) => isCounted(at))
  const plain = is.dated ? HARDLY : is.percent || is.clock ? POSSIBLE : is.money ? LIKELY : SURE
  if (!isCounted) return plain
  for (let at = to; at < to + COUNTED_AFTER + (is.scaled ? 1 : 0); at++) if (isCounted(at)) return SURE
  // Died twenty-four days later: days are none of those who died.
  const strange = is.measured && !countsUnit
  for (let at = from - COUNTED_BEFORE; at < from; at++) if (isCounted(at)) return strange ? 0 : LIKELY * plain
  return (is.measured || isNamed ? POSSIBLE : LIKELY) * plain
}

const figureFit = (kind: FigureKind | DateKind, sentence: TypedSentence, range: TermRange, cues: Cues): number => {
  const is = figureAt(sentence, range, cues)
  const { unit } = is
  // How fast did they sell is answered by minutes, how cold by minus nine.
  const bare = is.dated || is.percent || is.money ? 0 : HARDLY
  switch (kind) {
    case 'amount':
      return amountFit(sentence, range, is)
    case 'percent':
      return is.percent ? SURE : 0
    case 'money':
      return is.money ? SURE : is.scaled && !is.measured && !is.percent ? POSSIBLE : 0
    case 'clock':
      return is.clock ? SURE : 0
    case 'year':
      return is.year ? SURE : 0
    case 'date':
      return is.dated ? SURE : is.clock ? POSSIBLE : 0
    case 'age':
      return is.aged ? SURE : unit('duration') ? LIKELY : 0
    case 'duration':
      return unit('duration') && !is.clock ? SURE : 0
    case 'extent':
      return (unit('length') || unit('duration')) && !is.clock ? SURE : 0
    case 'speed':
      return is.perTime ? SURE : unit('speed') ? POSSIBLE : bare
    case 'length':
      return unit('length') ? SURE : unit('area') ? POSSIBLE : bare
    case 'weight':
    case 'area':
    case 'temperature':
      return unit(kind) ? SURE : bare
  }
}

/** Words that are dates or parts of a number by themselves. */
const wordFit = (kind: FigureKind | DateKind, word: string, cues: Cues): number => {
  if (kind === 'date') return cues.months.has(word) || cues.dates.has(word) ? LIKELY : 0
  if (kind === 'clock') return cues.hours.has(word) ? SURE : 0
  if (kind === 'money') return cues.free.has(word) ? LIKELY : 0
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
  // A sentence's first word has its capital anyway.
  const sure = from > 0 || to - from > 1
  if (!sure) return POSSIBLE
  // Where every noun has one, a capital alone is no sign.
  const single = cues.capitalNouns ? POSSIBLE : LIKELY
  if (kind === 'name') return to - from > 1 ? SURE : cues.capitalNouns ? POSSIBLE : SURE
  if (kind === 'place') return cues.placed.has(terms[from - 1]?.word ?? '') ? SURE : single
  const isAcronym = !/\p{Ll}/u.test(text.slice(terms[from]?.start, terms[to - 1]?.end))
  return isAcronym ? POSSIBLE : to - from > 1 ? SURE : single
}

/** What may answer a question of this kind in a sentence. */
export const spotsOf = (kind: QuestionKind, sentence: TypedSentence, cues: Cues): readonly Spot[] => {
  const { terms, isAsked } = sentence
  const isNew = ({ from, to }: TermRange): boolean => terms.slice(from, to).some((_, index) => !isAsked(from + index))
  const fitted = (ranges: readonly TermRange[], measure: (range: TermRange) => number): readonly Spot[] =>
    ranges.filter(isNew).flatMap((range) => {
      const fit = measure(range)
      return fit > 0 ? [{ ...range, fit }] : []
    })
  if (isFigureKind(kind) || isDateKind(kind)) {
    const single = terms.map((_, index) => ({ from: index, to: index + 1 }))
    return [
      ...fitted(numbers(sentence, cues), (range) => figureFit(kind, sentence, range, cues)),
      ...fitted(single, ({ from }) => wordFit(kind, terms[from]?.word ?? '', cues)),
    ]
  }
  if (!isNameKind(kind)) return []
  // June alone is a month, June Abbott is not.
  const isDate = ({ from, to }: TermRange): boolean =>
    to === from + 1 && (cues.months.has(terms[from]?.word ?? '') || cues.dates.has(terms[from]?.word ?? ''))
  return fitted(
    names(sentence, cues).filter((range) => !isDate(range)),
    (range) => nameFit(kind, sentence, range, cues),
  )
}
