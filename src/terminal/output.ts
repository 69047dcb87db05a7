/** Writes to streams that may close at any time, shows that work goes on, and tells failures in words or JSON. */

import { AppError } from '../failures.ts'
import { failureWords, words } from '../locale/words.ts'
import type { Locale } from '../types.ts'
import { exitOfFailure } from './exit.ts'
import type { Input } from './input.ts'
import { errorJson, printed } from './json.ts'
import { columns, type Screen, type Style, styleOf, visible, wrap } from './style.ts'

export type Io = {
  readonly input: Input
  readonly output: Screen
  readonly error: Screen
  /** Whether colour is wanted where there is a terminal; see `wantsColour`. */
  readonly colour: boolean
}

/** True when written; false when nobody reads any more, as in `| head`. Rejects on any other error. */
export const write = (screen: Screen, text: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const closed = (error: NodeJS.ErrnoException): void =>
      error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' ? resolve(false) : reject(error)
    // The stream reports the error as an event as well, which would end the process if nobody listened.
    screen.once('error', closed)
    screen.write(text, (error) => {
      if (error) return closed(error)
      screen.removeListener('error', closed)
      resolve(true)
    })
  })

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'] as const
/** Work quicker than this shows no progress: a flash helps nobody. Milliseconds. */
const UNNOTICED = 150
const FRAME = 100
/** From here on the seconds are shown. Milliseconds. */
const LONG = 3_000

/** Shows on a terminal that work goes on, until the function it returns is called; elsewhere nothing. */
export const showProgress = (screen: Screen, what: string): (() => void) => {
  if (screen.isTTY !== true) return () => {}
  let shown = 0
  let elapsed = 0
  const clear = () => (shown > 0 ? `\r${' '.repeat(shown)}\r` : '')
  const draw = () => {
    const seconds = elapsed >= LONG ? ` ${Math.floor(elapsed / 1_000)} s` : ''
    const frame = FRAMES[(elapsed / FRAME) % FRAMES.length]
    const text = [...`${frame} ${what}${seconds}`].slice(0, (screen.columns || 80) - 1).join('')
    screen.write(clear() + text)
    shown = columns(text)
  }
  let ticking: NodeJS.Timeout | undefined
  const starting = setTimeout(() => {
    draw()
    ticking = setInterval(() => {
      elapsed += FRAME
      draw()
    }, FRAME)
  }, UNNOTICED)
  return () => {
    clearTimeout(starting)
    clearInterval(ticking)
    if (shown > 0) screen.write(clear())
  }
}

/** Rejects with `aborted` as soon as the signal says so, whatever the work does about it. */
export const abortable = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const abort = () => reject(new AppError('aborted', {}))
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/** What a reader is told of a failure, safe for a terminal; never a raw message. */
export const failureText = (failure: unknown, locale: Locale): string =>
  visible(failure instanceof AppError ? failureWords(failure, locale) : words(locale).unexpected)

/**
 * Tells a failure: as JSON on standard output when that was asked for, else in words on standard error, followed by
 * `usage` if given. Resolves to the exit code.
 */
export const tellFailure = async (
  failure: unknown,
  how: { readonly json: boolean; readonly locale: Locale; readonly usage?: string },
  io: Io,
): Promise<number> => {
  const message = failureText(failure, how.locale)
  const code = failure instanceof AppError ? failure.code : 'unexpected'
  const style: Style = styleOf(io.error, io.colour)
  const lines = [message, ...(how.usage === undefined ? [] : [how.usage])]
  await (how.json
    ? write(io.output, `${printed(errorJson(code, lines.join('\n')))}\n`)
    : write(io.error, `${lines.flatMap((line) => wrap(line, style)).join('\n')}\n`))
  return exitOfFailure(failure)
}
