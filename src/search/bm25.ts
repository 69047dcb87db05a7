/**
 * The ranking formula: BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009)
 * in the form Lucene gives it since version 8: an idf that is never negative, and no constant factor k1 + 1.
 * The parameters are those of Anserini for short passages, where repetition and length say little.
 */
const K1 = 0.9
const B = 0.4

/** How much information a term carries that `holders` of `count` paragraphs hold; positive. */
export const idf = (count: number, holders: number): number => Math.log(1 + (count - holders + 0.5) / (holders + 0.5))

/** How much of a term's information a paragraph holds, 0 to 1; `length` relative to the average paragraph's. */
export const saturation = (frequency: number, length: number): number =>
  frequency / (frequency + K1 * (1 - B + B * length))
