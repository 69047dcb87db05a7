/**
 * Parsers of libraries, kept apart from the bot: in a thread of their own, one source at a time, with a bound on time and
 * memory. Whatever a file does to them, the rest goes on, and the next file is read by a new thread.
 */
import { Worker } from 'node:worker_threads'
import { AppError, type FailureCode, type Failures } from '../failures.ts'
import type { Source } from '../ports.ts'
import type { Read } from './read.ts'

/** What comes back from the thread: an error loses its class on the way, so that its code and facts stand beside it. */
export type Outcome =
  | { readonly read: Read }
  | { readonly failure: unknown; readonly code: FailureCode; readonly facts: Failures[FailureCode] }

export type IsolationLimits = {
  /** For one source; a thick book as PDF takes a tenth of it. */
  readonly milliseconds: number
  /** Of the thread's heap: some ten times the largest source. */
  readonly heapMegabytes: number
  /** By which the process may grow meanwhile: buffers lie outside of any heap. */
  readonly growthMegabytes: number
}

const usual: IsolationLimits = { milliseconds: 20_000, heapMegabytes: 400, growthMegabytes: 800 }

const MEGABYTE = 1_048_576
/** How often the process is weighed while something is read. */
const WEIGHED_EVERY_MS = 50
/** A thread with its libraries takes 60 MB: worth keeping for the next file of a folder, but not for tomorrow's. */
const KEPT_MS = 15_000

export type Isolation = { read(source: Source, signal: AbortSignal): Promise<Read> }

export const createIsolation = (limits: IsolationLimits = usual): Isolation => {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  const start = (): Worker => {
    const made = new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
      // What a library prints is nobody's business.
      stdout: true,
      stderr: true,
    })
    // Its last errors may come after it was ended.
    made.on('error', () => {})
    made.stdout.resume()
    made.stderr.resume()
    return made
  }

  const end = (): void => {
    const ended = worker
    worker = undefined
    void ended?.terminate()
  }

  const run = async (source: Source, signal: AbortSignal): Promise<Read> => {
    if (signal.aborted) throw new AppError('aborted', {}, { cause: signal.reason })
    clearTimeout(idle)
    worker ??= start()
    const used = worker
    used.ref()
    const before = process.memoryUsage.rss()
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
    const stop = (error: AppError): void => {
      end()
      reject(error)
    }
    const tooComplex = (cause: unknown): AppError => new AppError('too_complex', { file: source.name }, { cause })
    const abort = (): void => stop(new AppError('aborted', {}, { cause: signal.reason }))
    // Out of its heap, or ended by a parser.
    const fail = (error: unknown): void => stop(tooComplex(error))
    const late = setTimeout(() => stop(tooComplex('time')), limits.milliseconds)
    const weighing = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.growthMegabytes * MEGABYTE) stop(tooComplex('memory'))
    }, WEIGHED_EVERY_MS)
    signal.addEventListener('abort', abort, { once: true })
    used.once('message', resolve)
    used.once('error', fail)
    used.once('exit', fail)
    try {
      used.postMessage(source)
      const outcome = await promise
      if ('read' in outcome) return outcome.read
      throw new AppError(outcome.code, outcome.facts, { cause: outcome.failure })
    } finally {
      clearTimeout(late)
      clearInterval(weighing)
      signal.removeEventListener('abort', abort)
      used.off('message', resolve)
      used.off('error', fail)
      used.off('exit', fail)
      used.unref()
      idle = setTimeout(end, KEPT_MS).unref()
    }
  }

  return {
    read(source, signal) {
      const result = last.then(() => run(source, signal))
      last = result.catch(() => {})
      return result
    },
  }
}
