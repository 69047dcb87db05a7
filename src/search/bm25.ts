/**
 * The ranking formula: BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009)
 * in the form Lucene gives it since version 8: an idf that is never negative, and no constant factor k1 + 1.
 * The parameters are those of Anserini for short passages, where repetition and length say little.
 */
const K1 = 0.9
const B = 0.4

/**
 * Terms without stop words of a paragraph of average length: one number for all libraries, so that what a paragraph
 * holds depends on it alone, and neither changes with what else is there nor with what is searched. At b = 0.4 the
 * average of each collection instead brought nothing.
 */
const AVERAGE_LENGTH = 35

/** How much information a term carries that `holders` of `count` paragraphs hold; positive. */
export const idf = (count: number, holders: number): number => Math.log(1 + (count - holders + 0.5) / (holders + 0.5))

export const relativeLength = (terms: number): number => terms / AVERAGE_LENGTH

/** How much of a term's information a paragraph holds, 0 to 1; `length` relative to the average paragraph's. */
export const saturation = (frequency: number, length: number): number =>
  frequency / (frequency + K1 * (1 - B + B * length))
