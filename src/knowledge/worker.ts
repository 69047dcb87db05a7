/** The thread in which pages, PDFs and word processor files are parsed; `isolation.ts` starts it and may end it at any time. */
import { parentPort } from 'node:worker_threads'
import { AppError } from '../failures.ts'
import type { Source } from '../ports.ts'
import { readApart } from './apart.ts'
import type { Outcome } from './isolation.ts'

const port = parentPort
if (port === null) throw new Error('worker.ts is started by isolation.ts')

const tell = (error: unknown, file: string): Outcome => {
  if (error instanceof AppError) return { failure: error, code: error.code, facts: error.facts }
  // The call stack is at its end: markup that goes too deep.
  const code = error instanceof RangeError ? 'too_complex' : 'damaged_file'
  return { failure: error, code, facts: { file } }
}

port.on('message', async (source: Source) => {
  const outcome: Outcome = await readApart(source).then(
    (read) => ({ read }),
    (error: unknown) => tell(error, source.name),
  )
  port.postMessage(outcome)
})
