/**
 * How far words alone can tell a supported sentence: a logistic model over what the cited sentences and their
 * paragraphs lack of it, measured by the area under its curve. It is an instrument of the evaluation: nothing in `src`
 * decides by it.
 */

import { shared } from '../../../src/answer/common-ground.ts'
import { unsupportedFigures } from '../../../src/answer/figures.ts'
import { unsupportedNames } from '../../../src/answer/names.ts'
import type { Written } from '../../../src/answer/written.ts'
import { stemOf } from '../../../src/text/analyse.ts'
import { lexemes } from '../../../src/text/lexemes.ts'
import type { Language } from '../../../src/types.ts'

const pairsOf = ({ text, language }: Written): ReadonlySet<string> => {
  const stems = lexemes(text)
    .filter(({ kind }) => kind !== 'mark')
    .map((each) => stemOf(each.text, language))
  return new Set(stems.slice(1).map((stem, at) => `${stems[at]} ${stem}`))
}
const share = (of: ReadonlySet<string>, among: ReadonlySet<string>): number =>
  of.difference(among).size / Math.max(1, of.size)

/** What the cited sentences and their paragraphs lack of a claim: numbers that grow with what is missing. */
export const missing = (
  text: string,
  language: Language,
  cited: readonly Written[],
  paragraphs: readonly Written[],
): readonly number[] => {
  const claim = { text, language }
  const words = (sources: readonly Written[]) => shared(claim, sources).filter(({ figure }) => !figure)
  const [near, far] = [words(cited), words(paragraphs)]
  let run = 0
  let longest = 0
  for (const { held } of far) {
    run = held ? 0 : run + 1
    longest = Math.max(longest, run)
  }
  const lacking = (list: readonly { readonly held: boolean }[]): number => list.filter(({ held }) => !held).length
  const pairs = cited.map(pairsOf).reduce((all, some) => all.union(some), new Set<string>() as ReadonlySet<string>)
  return [
    lacking(near) / Math.max(1, near.length),
    lacking(far) / Math.max(1, far.length),
    Math.log1p(lacking(near)),
    Math.log1p(longest),
    share(pairsOf(claim), pairs),
    Math.min(2, unsupportedFigures(claim, paragraphs).length),
    Math.min(2, unsupportedNames(claim, paragraphs).length),
    cited.length - 1,
  ]
}

export type Example = { readonly features: readonly number[]; readonly unsupported: boolean }
type Model = (features: readonly number[]) => number

const ROUNDS = 2_000
const RATE = 0.5
const DECAY = 0.001

/** Logistic regression by gradient descent over standardised features. */
export const logistic = (examples: readonly Example[]): Model => {
  const width = examples[0]?.features.length ?? 0
  const column = (at: number): readonly number[] => examples.map(({ features }) => features[at] ?? 0)
  const mean = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / Math.max(1, list.length)
  const means = Array.from({ length: width }, (_, at) => mean(column(at)))
  const spreads = means.map((middle, at) => Math.sqrt(mean(column(at).map((each) => (each - middle) ** 2))) || 1)
  const scaled = (features: readonly number[]): readonly number[] =>
    means.map((middle, at) => ((features[at] ?? 0) - middle) / (spreads[at] ?? 1))
  const rows = examples.map(({ features, unsupported }) => ({ x: scaled(features), y: unsupported ? 1 : 0 }))
  const weights = means.map(() => 0)
  let bias = 0
  const logit = (x: readonly number[]): number => x.reduce((sum, each, at) => sum + each * (weights[at] ?? 0), bias)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight) => DECAY * weight)
    let drift = 0
    for (const { x, y } of rows) {
      const error = (1 / (1 + Math.exp(-logit(x))) - y) / rows.length
      drift += error
      for (let at = 0; at < width; at++) slope[at] = (slope[at] ?? 0) + error * (x[at] ?? 0)
    }
    bias -= RATE * drift
    for (let at = 0; at < width; at++) weights[at] = (weights[at] ?? 0) - RATE * (slope[at] ?? 0)
  }
  return (features) => logit(scaled(features))
}

export type Scored = { readonly score: number; readonly unsupported: boolean }

/** The area under the curve: how often an unsupported sentence scores above a supported one, ties by half. */
export const area = (list: readonly Scored[]): number => {
  const sorted = [...list].sort((a, b) => a.score - b.score)
  let below = 0
  let won = 0
  for (let at = 0; at < sorted.length; ) {
    const tied = sorted.filter(({ score }) => score === sorted[at]?.score)
    const bad = tied.filter(({ unsupported }) => unsupported).length
    won += bad * (below + (tied.length - bad) / 2)
    below += tied.length - bad
    at += tied.length
  }
  const bad = list.filter(({ unsupported }) => unsupported).length
  return won / Math.max(1, bad * (list.length - bad))
}

/** The share of unsupported sentences above the score that `lost` of the supported ones exceed. */
export const stoppedAt = (list: readonly Scored[], lost: number): number => {
  const good = list.filter(({ unsupported }) => !unsupported).map(({ score }) => score)
  const bound = good.sort((a, b) => b - a)[Math.floor(lost * good.length)] ?? 0
  const bad = list.filter(({ unsupported }) => unsupported)
  return bad.filter(({ score }) => score > bound).length / Math.max(1, bad.length)
}
