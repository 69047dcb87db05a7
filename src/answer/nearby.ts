/** What a paragraph really says near a quotation that it does not hold, for a model that quoted from memory. Pure. */
import { analyse } from '../text/analyse.ts'
import { sentences } from '../text/sentences.ts'
import type { Paragraph } from '../types.ts'

/** UTF-16 code units: a clause on either side of what was meant. */
const MAXIMUM_LENGTH = 160
/** With fewer words in common, nothing says that this is the place that was meant. */
const LEAST_SHARED = 2

/** From `start`, whole words only. */
const window = (text: string, start: number): string => {
  const piece = text.slice(start, start + MAXIMUM_LENGTH)
  const cut = start + piece.length < text.length ? piece.replace(/\s+\S*$/u, '') : piece
  return cut.trim()
}

/** At most 160 code units of the paragraph's own text, or `undefined` where none resembles the quotation. */
export const nearbyWording = (quote: string, { text, article: { language } }: Paragraph): string | undefined => {
  const wanted = new Set(analyse(quote, language).flatMap((term) => (term.stop ? [] : [term.stem])))
  const places = sentences(text, language).map(({ start, end }) => {
    const terms = analyse(text.slice(start, end), language).filter((term) => wanted.has(term.stem))
    return { start, end, first: start + (terms[0]?.start ?? 0), shared: new Set(terms.map((term) => term.stem)).size }
  })
  const [best] = places.toSorted((a, b) => b.shared - a.shared)
  if (!best || best.shared < Math.min(LEAST_SHARED, wanted.size) || best.shared === 0) return undefined
  if (best.end - best.start <= MAXIMUM_LENGTH) return text.slice(best.start, best.end)
  // The words just before the first one that was meant belong to it: an article, a negation.
  const before = text.slice(best.start, best.first).split(/(?<=\s)/u)
  const lead = before.slice(-3).join('').length
  return window(text.slice(0, best.end), best.first - lead)
}
