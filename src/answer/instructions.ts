/**
 * Tells our own instructions when a model hands them out: a claim that repeats a prompt is no statement about an
 * article, whatever quotation it comes with. Pure.
 */
import { fold } from '../text/fold.ts'

/** So many words of a prompt in a row are no chance: ordinary claims share three or four with them at most. */
const RUN = 6
/** An empty prompt, or one of few words, is nothing to protect. */
const word = /[\p{L}\p{M}\p{N}]+/gu

const runs = (text: string): readonly string[] => {
  const words = fold(text).match(word) ?? []
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, at) => words.slice(at, at + RUN).join(' '))
}

/** Whether a text holds six words in a row of any of these, case, accents and punctuation aside. */
export const recognise = (prompts: readonly string[]): ((text: string) => boolean) => {
  const known = new Set(prompts.flatMap(runs))
  return (text) => runs(text).some((run) => known.has(run))
}
