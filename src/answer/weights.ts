/**
 * What is observed of a sentence that may answer a question, and what each observation weighs. The sum is the log of the
 * odds of the sentence against silence, as a log-linear model over all sentences and silence has it.
 */

/** Shares are of the question's information, 0 to 1. */
export type Evidence = {
  /** The share that the sentence holds. */
  readonly covered: number
  /** What other passages hold and its own lacks: the answer would rather stand there. */
  readonly elsewhere: number
  /** What the title and the heading above hold, and the sentence lacks: it is what the paragraph is about anyway. */
  readonly titled: number
  /** The share of words that stand nowhere. */
  readonly nowhere: number
  /** What the sentence holds, in nats: a share of a long question says more than the same of a short one. */
  readonly information: number
  /** Of the question's words that are no names, how many stand here, however rare they are: 0 to 1. */
  readonly plain: number
  /** The same, where a figure is asked for, which often stands without them. */
  readonly plainFigure: number
  /** How many of its words that say something the sentence lacks. */
  readonly missing: number
  /** None of its words stands here but names and words that say little. */
  readonly unsaid: number
  /** The question has a name or a number that stands nowhere. */
  readonly gone: number
  /** The question has a name or a number that stands neither here nor around, but elsewhere. */
  readonly misplaced: number
  /** What is to be counted, named or defined stands nowhere. */
  readonly unspoken: number
  /** How well the first noun of the question, which says what it is about, stands here: 0 to 1. */
  readonly focus: number
  /** How well the noun that asks stands here, the depth in what is the depth; and that it does not. */
  readonly asked: number
  readonly unasked: number
  /** It does not, and a figure is asked for: a number of the right unit may be something else's. */
  readonly unaskedFigure: number
  /** The fit of the best place that may be the answer, by the kind of question. */
  readonly spot: number
  /** A figure with the unit asked for stands here, and in few other sentences: in nats. */
  readonly rarity: number
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
  readonly reasoned: number
  readonly mannered: number
  readonly always: number
}

/**
 * Fitted by maximum likelihood (log-linear over a question's sentences and silence, L2 0.001) on 900 questions of PIAF 1.1
 * and 900 of SQuAD 2 over eight paragraphs each, both of one half of the articles, on the cases of
 * `test/eval/fitted.json` and `test/eval/cases.json`, and on most of them again with the answering sentences taken out,
 * where silence is right. What it reaches on the other halves is in DESIGN.md, under Extraction.
 */
export const weights: Readonly<Record<keyof Evidence, number>> = {
  covered: 2.14,
  elsewhere: -3.35,
  titled: 0.29,
  nowhere: -1.25,
  information: 0.26,
  plain: 0.58,
  plainFigure: -0.86,
  unsaid: -0.75,
  missing: -0.14,
  gone: -1.5,
  misplaced: -1.4,
  unspoken: -0.29,
  focus: 0.43,
  asked: 0.68,
  unasked: -0.19,
  unaskedFigure: -0.92,
  spot: 1.72,
  rarity: 0.41,
  undated: -0.75,
  near: 1.45,
  reason: 1.46,
  definition: 0.98,
  leans: 0.27,
  length: 0.36,
  figured: -0.59,
  dated: -1.38,
  named: -1.52,
  definite: -0.41,
  reasoned: -0.73,
  mannered: -0.32,
  always: -1.56,
}

const observations = Object.keys(weights) as (keyof Evidence)[]

/** The log of the odds against silence. */
export const scoreOf = (evidence: Evidence): number => {
  let sum = 0
  for (const name of observations) sum += weights[name] * evidence[name]
  return sum
}
