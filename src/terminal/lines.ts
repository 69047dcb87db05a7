/** Turns each line of standard input into one on standard output, as it comes: a million of them fill no memory. */

import { INTERRUPTED } from './exit.ts'
import { lines } from './input.ts'
import { type Io, write } from './output.ts'

/** UTF-16 code units of a line that are read; what is longer is told to be too long, and the rest of it skipped. */
export const LINE_LIMIT = 4_000_000

/** A line with its number, from 1; `text` is undefined where it is too long. */
export type GivenLine = { readonly number: number; readonly text: string | undefined }

/**
 * Gives every line that is not blank to `answer`, and prints what it returns. Resolves to the exit code: 0 at the end
 * of the input, or when nobody reads any more.
 */
export const runLines = async (answer: (line: GivenLine) => string, io: Io, signal: AbortSignal): Promise<number> => {
  let number = 0
  const end = (): void => void io.input.destroy()
  signal.addEventListener('abort', end, { once: true })
  try {
    for await (const { text, length } of lines(io.input, LINE_LIMIT)) {
      number++
      if (signal.aborted) break
      if (text.trim() === '') continue
      const result = answer({ number, text: length > LINE_LIMIT ? undefined : text })
      if (!(await write(io.output, `${result}\n`))) return 0
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', end)
  }
  return signal.aborted ? INTERRUPTED : 0
}
