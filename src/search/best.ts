/** Keeps the best few of many numbered things, in order: few enough that keeping them sorted beats a heap. */

export type Best = {
  /** Of equals the lower number comes first. */
  offer(number: number, score: number): void
  /** Best first. */
  readonly numbers: readonly number[]
}

export const createBest = (size: number): Best => {
  const numbers: number[] = []
  const scores: number[] = []
  const precedes = (at: number, number: number, score: number): boolean =>
    (scores[at] ?? 0) > score || (scores[at] === score && (numbers[at] ?? 0) < number)
  return {
    numbers,
    offer(number, score) {
      if (numbers.length === size && (size === 0 || precedes(size - 1, number, score))) return
      let [low, high] = [0, numbers.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (precedes(middle, number, score)) low = middle + 1
        else high = middle
      }
      numbers.splice(low, 0, number)
      scores.splice(low, 0, score)
      if (numbers.length <= size) return
      numbers.pop()
      scores.pop()
    },
  }
}
