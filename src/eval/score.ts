/** From answers to figures. Pure. */
import { type Answer, quotation } from '../types.ts'
import type { Case } from './cases.ts'

/** How many of the passages count for recall. */
const K = 5

export type Score = {
  readonly case: Case
  readonly answered: boolean
  /** The gold paragraph is among the first passages; true where there is none to find. */
  readonly recalled: boolean
  readonly citedFirst: boolean
  readonly wordsQuoted: boolean
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const holds = (text: string, words: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${literal(words)}(?![\\p{L}\\p{N}])`, 'u').test(text)

export const score = (given: Case, answer: Answer): Score => {
  const gold = given.answer
  const answered = answer.kind === 'answered'
  if (!gold) return { case: given, answered, recalled: true, citedFirst: false, wordsQuoted: false }
  const citations = answer.claims.flatMap((claim) => claim.citations)
  const right = (number: number | undefined): boolean => number !== undefined && gold.paragraphs.includes(number)
  const quoted = citations.map(quotation).join('\n')
  return {
    case: given,
    answered,
    recalled: answer.passages.slice(0, K).some(({ paragraph }) => right(paragraph.number)),
    citedFirst: right(citations[0]?.paragraph.number),
    wordsQuoted: gold.words.every((words) => holds(quoted, words)),
  }
}

/** A share of cases, e.g. 17 of 20. */
export type Figure = {
  readonly name: string
  readonly right: number
  readonly of: number
  readonly failing: readonly Score[]
}

const figure = (name: string, scores: readonly Score[], good: (score: Score) => boolean): Figure => ({
  name,
  right: scores.filter(good).length,
  of: scores.length,
  failing: scores.filter((each) => !good(each)),
})

/** The rows of the evaluation's table; the last one is better the smaller it is, and fails where it counts. */
export const figures = (scores: readonly Score[]): readonly Figure[] => {
  const answerable = scores.filter((each) => each.case.answer !== null)
  const unanswerable = scores.filter((each) => each.case.answer === null)
  const same = answerable.filter((each) => !each.case.cross)
  const cross = answerable.filter((each) => each.case.cross)
  const silent = figure('unanswerable, answered', unanswerable, (each) => !each.answered)
  return [
    figure(`passage recall@${K}, same language`, same, (each) => each.recalled),
    figure(`passage recall@${K}, across languages`, cross, (each) => each.recalled),
    figure('right paragraph cited first', answerable, (each) => each.citedFirst),
    figure('answer words inside the quotation', answerable, (each) => each.wordsQuoted),
    { ...silent, right: silent.of - silent.right },
  ]
}
