/** Cuts long text into pieces that fit, at the best place before the limit. */

/** Kept whole where they fit: an escape, a block of code, a marker. The escape is first: \` starts no block. */
const atom = /\\[^0-9A-Za-z\s]|```[\s\S]*?```|\[\d{1,4}\]/gu

/** Where a text is best cut, best first: after a paragraph, a line, a sentence, a word. No-break spaces never. */
const seams: readonly RegExp[] = [
  /\n[^\S\n]*\n\s*/gu,
  /\n\s*/gu,
  /[.!?…。！？][\p{Pe}\p{Pf}"'\u00a0\u202f]{0,4}[ \n]+|[。！？]/gu,
  /[ \n]+/gu,
]

/** A better seam is taken only where it leaves the piece at least this full. */
const FULL_ENOUGH = 0.5

/** UTF-16 units to either side in which a grapheme is looked for: a family of emoji has 25. */
const GRAPHEME = 64

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

type Range = { readonly from: number; readonly to: number }

const within = (ranges: readonly Range[], at: number): Range | undefined => {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range && range.to <= at) low = middle + 1
    else high = middle
  }
  const found = ranges[low]
  return found && found.from < at ? found : undefined
}

/** The largest number for which `fits` holds; `fits` holds for `low`, and for no number above one it fails for. */
const largest = (low: number, high: number, fits: (value: number) => boolean): number => {
  let [best, most] = [low, high]
  while (best < most) {
    const middle = (best + most + 1) >> 1
    if (fits(middle)) best = middle
    else most = middle - 1
  }
  return best
}

/**
 * Pieces of `text` in order; joined they are the text again, white space at a cut staying at the end of a piece. What
 * `shown` makes of each piece is at most `limit` UTF-16 units long, and is never shorter than the piece. An atom or a
 * grapheme that does not fit whole is cut too, a surrogate pair never. Throws RangeError where not even one character fits.
 */
export const split = (
  text: string,
  limit: number,
  shown: (piece: string) => string = (piece) => piece,
): readonly string[] => {
  const atoms = [...text.matchAll(atom)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }))
  const fits = (from: number, to: number): boolean => shown(text.slice(from, to)).length <= limit

  /** The start of the grapheme that `at` cuts, or `at` where it cuts none, or one that is longer than the window. */
  const graphemeStart = (at: number): number => {
    const start = Math.max(0, at - GRAPHEME)
    const index = graphemes.segment(text.slice(start, at + GRAPHEME)).containing(at - start)?.index
    return index === undefined || (index === 0 && start > 0) ? at : start + index
  }

  /** The last place at or before `at` that leaves atoms and graphemes whole; where there is none, surrogate pairs. */
  const whole = (from: number, at: number): number => {
    for (let cut = at; cut > from; ) {
      const moved = graphemeStart(within(atoms, cut)?.from ?? cut)
      if (moved === cut) return cut
      cut = moved
    }
    const unit = text.charCodeAt(at)
    return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
  }

  const seamBefore = (from: number, to: number): number => {
    const window = text.slice(from, to)
    for (const [index, seam] of seams.entries()) {
      const least = index === seams.length - 1 ? 1 : window.length * FULL_ENOUGH
      const ends = [...window.matchAll(seam)].map((found) => found.index + found[0].length)
      const end = ends.findLast((at) => at >= least && whole(from, from + at) === from + at)
      if (end !== undefined) return from + end
    }
    return whole(from, to)
  }

  const pieces: string[] = []
  let from = 0
  while (from < text.length) {
    const start = from
    const most = Math.min(limit, text.length - start)
    // Mostly what is left fits whole, and need not be looked at by halves.
    const furthest = fits(start, start + most) ? most : largest(0, most - 1, (length) => fits(start, start + length))
    let to = start + furthest
    // A cut can change how its last character is shown, by a unit: then the next place before it is tried.
    if (to < text.length) for (to = seamBefore(start, to); to > start && !fits(start, to); ) to = whole(start, to - 1)
    if (to <= start) throw new RangeError(`nothing fits into ${limit} characters`)
    pieces.push(text.slice(start, to))
    from = to
  }
  return pieces
}
