/** Cuts an article that is too long for one prompt into parts that are not, and puts what was written of them together. Pure. */
import type { Article, Claim, Paragraph } from '../types.ts'
import { centralSentences } from './central.ts'
import { beside, PASSAGE_BUDGET, passagesOf, within } from './passages.ts'

/** More calls than this are made for no article; of a longer one the most central paragraphs are read. */
export const MAX_PARTS = 12
/** They are those of as many of its best sentences, with what stands around them. */
const CENTRAL_SENTENCES = 40

const size = (paragraphs: readonly Paragraph[]): number => paragraphs.reduce((sum, { text }) => sum + text.length, 0)

/** All paragraphs, or the most central ones where they are longer than `room`; in their order. */
const considered = (article: Article, room: number): readonly Paragraph[] => {
  if (size(article.paragraphs) <= room) return article.paragraphs
  const central = centralSentences(article, CENTRAL_SENTENCES).toSorted((a, b) => b.score - a.score)
  const best = central.map(({ paragraph }) => paragraph)
  const around = best.flatMap((paragraph) => beside(paragraph, article))
  return within(passagesOf([...best, ...around, ...article.paragraphs]), room)
    .map(({ paragraph }) => paragraph)
    .sort((a, b) => a.number - b.number)
}

/**
 * Consecutive paragraphs, `budget` characters a part at most, the parts about as long as each other. A paragraph that
 * is longer than that is a part by itself.
 */
export const partsOf = (article: Article, budget = PASSAGE_BUDGET): readonly (readonly Paragraph[])[] => {
  // Two parts in a row hold more than one budget, so that half of what all could hold is sure to fit.
  const paragraphs = considered(article, (budget * MAX_PARTS) / 2)
  const total = size(paragraphs)
  const target = total / Math.max(1, Math.ceil(total / budget))
  const parts: Paragraph[][] = []
  let held = 0
  for (const paragraph of paragraphs) {
    const { length } = paragraph.text
    const part = parts.at(-1)
    if (part && held < target && held + length <= budget) {
      part.push(paragraph)
      held += length
    } else {
      parts.push([paragraph])
      held = length
    }
  }
  return parts
}

/** One after the other from each list, so that what is said first in each comes first. */
export const interleaved = (lists: readonly (readonly Claim[])[]): readonly Claim[] => {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat()
}

/** The first claim, which says most, and then the others as the article has them. */
export const inReadingOrder = ([first, ...rest]: readonly Claim[]): readonly Claim[] =>
  first === undefined
    ? []
    : [
        first,
        ...rest.toSorted(
          ({ citations: [a] }, { citations: [b] }) => a.paragraph.number - b.paragraph.number || a.start - b.start,
        ),
      ]
