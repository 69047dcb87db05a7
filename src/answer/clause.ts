/** Cuts a long sentence to the clause that answers, where that stands by itself: quotations are read on a telephone. Pure. */
import { fold } from '../text/fold.ts'
import { primarySubtag } from '../text/language.ts'
import type { Language } from '../types.ts'
import { denials } from './denials.ts'
import type { Span } from './quotation.ts'

/** Sentences up to this long stay whole. In UTF-16 code units. */
const COMFORTABLE = 200
/** A clause shorter than this says too little by itself; one longer than this share of its sentence saves nothing. */
const SHORTEST = 50
const WORTH_CUTTING = 0.8

/** How a clause begins that the one before does without, behind a comma. Matched against folded text. */
const additions: Readonly<Record<string, RegExp>> = {
  fr: /^(?:et (?:l'|(?:les?|la|un|une|ils?|elles?|son|sa|ses|leurs?|cette|cet|ce|ces) )|(?:tandis|alors) qu[e'] ?|ce qui |qui |dont )/,
  en: /^(?:and (?:the|an?|he|she|it|they|his|her|its|their|some|most) |while |whereas |which |who |whose |where )/,
  de: /^(?:und (?:der|die|das|er|sie|es|ein|eine) |wahrend |wobei |was )/,
  es: /^(?:y (?:el|la|los|las|un|una|su|sus) |mientras que |lo que |que |quien(?:es)? |donde )/,
}

/** What a reader must not lose: who says so, and how surely. Folded; denials are counted apart. */
const reservation =
  /\b(?:selon|d'apres|affirm|assur|estim|pourrai|aurai|serai|peut-etre|contest|dement|presum|semble|dit|dire|reconnu|mais|sauf|excepte|seulement|allegedly|alleged|according|said|says|claim|may|might|could|perhaps|report|estimat|disput|den(?:y|ied)|only|but|except|unless|although|though|if|aber|laut|angeblich|vielleicht|sollen?|nur|pero|segun|quiza|podria|solo|si)/

const marks: readonly (readonly [open: string, close: string])[] = [
  ['«', '»'],
  ['“', '”'],
  ['(', ')'],
  ['[', ']'],
]
const count = (text: string, mark: string): number => text.split(mark).length - 1
const isBalanced = (text: string): boolean =>
  marks.every(([open, close]) => count(text, open) === count(text, close)) && count(text, '"') % 2 === 0

/** Where something may be left out from: the place of the mark, and whether the words behind it are an addition. */
const boundaries = (text: string, { start, end }: Span, language: Language): readonly number[] => {
  const addition = additions[primarySubtag(language)]
  return [...text.slice(start, end).matchAll(/;(?=\s)|,(?=\s)/g)].flatMap(({ 0: mark, index }) => {
    const behind = fold(text.slice(start + index + 1, start + index + 24)).trimStart()
    return mark === ';' || addition?.test(behind) ? [start + index] : []
  })
}

/**
 * The beginning of a long sentence up to the first clause that adds to it behind all of `needed`, the places of what was
 * asked and of what answers; the sentence itself where no such clause follows, or it denies, doubts or limits anything.
 */
export const clauseOf = (text: string, sentence: Span, needed: readonly Span[], language: Language): Span => {
  const length = sentence.end - sentence.start
  if (length <= COMFORTABLE || needed.length === 0) return sentence
  const last = Math.max(...needed.map(({ end }) => end))
  for (const end of boundaries(text, sentence, language)) {
    const kept = text.slice(sentence.start, end).trimEnd()
    const left = text.slice(end, sentence.end)
    const close = sentence.start + kept.length
    if (close < last || kept.length < SHORTEST || kept.length > WORTH_CUTTING * length) continue
    if (!isBalanced(kept) || denials(left) > 0 || reservation.test(fold(left))) continue
    return { start: sentence.start, end: close }
  }
  return sentence
}
