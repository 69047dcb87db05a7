/** A process that makes paid calls at once, and says how each ended: `spending.test.ts` runs and kills it. */
import { writeSync } from 'node:fs'
import { z } from 'zod'
import { meteredModel } from '../../src/answer/metered.ts'
import { openaiModel } from '../../src/answer/model.ts'
import { AppError } from '../../src/failures.ts'
import { noCaps } from '../../src/limits.ts'
import { openSqlite } from '../../src/store/sqlite.ts'

const [folder = '', url = '', count = '', cap = '', ahead = ''] = process.argv.slice(2)
/** More than any test takes. Milliseconds. */
const LONGEST = 600_000

const store = await openSqlite({ folder })
const model = meteredModel(
  openaiModel({
    baseURL: `${url}/v1`,
    model: 'small',
    timeoutMs: 30_000,
    maxRetries: 0,
    schemaPrompt: (schema) => schema,
  }),
  { kind: 'server', id: 'server' },
  {
    budget: store,
    priceOf: () => undefined,
    capsOf: async () => ({ own: { day: { tokens: Number(cap) }, month: {} }, total: noCaps }),
    longest: LONGEST,
    // As if so much time had passed.
    now: () => Date.now() + Number(ahead),
    onUncounted: (error) => writeSync(1, `uncounted ${String(error)}\n`),
  },
)
const request = {
  name: 'draft',
  messages: [{ role: 'user', text: 'Quelle est la hauteur du phare ?' }],
  schema: z.object({ ok: z.boolean() }),
  maxOutputTokens: 1_000,
} as const
const { signal } = new AbortController()
await Promise.all(
  Array.from({ length: Number(count) }, () =>
    model.complete(request, signal).then(
      () => writeSync(1, 'answered\n'),
      (error: unknown) => writeSync(1, `${error instanceof AppError ? JSON.stringify(error.facts) : String(error)}\n`),
    ),
  ),
)
await store.close()
