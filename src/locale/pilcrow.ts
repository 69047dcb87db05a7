/** How a paragraph's place is written: the same in French and in English. */
import type { Paragraph } from '../types.ts'

/** `¶8`, and in a source that has pages `¶8, p. 3`, with no-break spaces. */
export const pilcrow = ({ number, page }: Pick<Paragraph, 'number' | 'page'>): string =>
  page === undefined ? `¶${number}` : `¶${number},\u00a0p.\u00a0${page}`
