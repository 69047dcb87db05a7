/** Paid calls of whole processes, many at once, over HTTP: no cap is passed, also where a process dies in between. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { LLMock } from '@copilotkit/aimock'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { promptTokens } from '../../src/answer/estimate.ts'
import { replyRoom } from '../../src/answer/model-request.ts'
import { openSqlite } from '../../src/store/sqlite.ts'

const request = {
  name: 'draft',
  messages: [{ role: 'user', text: 'Quelle est la hauteur du phare ?' }],
  schema: z.object({ ok: z.boolean() }),
  maxOutputTokens: 1_000,
} as const
const PROMPT = promptTokens(request)
const MOST = PROMPT + replyRoom(request)
/** What the mocked server says that a call took. */
const TAKEN = 700
const payer = { kind: 'server', id: 'server' } as const

let folder: string
let mock: LLMock
/** Requests that have come, and what lets them go. */
let come: number
let go: PromiseWithResolvers<void>
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
  mock = new LLMock({ port: 0 })
  await mock.start()
  come = 0
  go = Promise.withResolvers()
  mock.on({ userMessage: /./ }, async () => {
    come += 1
    await go.promise
    return { content: '{"ok":true}', usage: { prompt_tokens: TAKEN - 50, completion_tokens: 50 } }
  })
  onTestFinished(async () => {
    go.resolve()
    await mock.stop()
    await rm(folder, { recursive: true })
  })
})

/** More than any test takes, as `spender.ts` has it. Milliseconds. */
const LONGEST = 600_000

const start = (count: number, cap: number, ahead = 0) => {
  const script = join(import.meta.dirname, 'spender.ts')
  const given = [script, folder, mock.url, count, cap, ahead].map(String)
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  const said: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => said.push(line))
  return { child, closed, said }
}

const spent = async () => {
  const store = await openSqlite({ folder })
  const { day } = await store.spent(payer, Date.now())
  await store.close()
  return day.tokens
}

test('a hundred calls at once in one process pass no cap', { timeout: 60_000 }, async () => {
  const { closed, said } = start(100, 10 * MOST + 1)
  await expect.poll(() => come, { timeout: 30_000 }).toBe(10)
  go.resolve()
  await closed
  expect(said.filter((line) => line === 'answered')).toHaveLength(10)
  const refused = { reason: 'budget', whose: 'server', period: 'day' }
  expect(said.filter((line) => line !== 'answered')).toEqual(Array.from({ length: 90 }, () => JSON.stringify(refused)))
  expect(come).toBe(10)
  expect(await spent()).toBe(10 * TAKEN)
})

test('nor in two processes', { timeout: 60_000 }, async () => {
  const both = [start(50, 10 * MOST + 1), start(50, 10 * MOST + 1)]
  await expect.poll(() => come + both.flatMap(({ said }) => said).length, { timeout: 30_000 }).toBe(100)
  expect(come).toBe(10)
  go.resolve()
  await Promise.all(both.map(({ closed }) => closed))
  expect(await spent()).toBe(10 * TAKEN)
})

test(
  'a process that is killed in between gives back what it had set aside, and its prompts count',
  {
    timeout: 60_000,
  },
  async () => {
    const cap = 10 * MOST + 1
    const killed = start(100, cap)
    await expect.poll(() => come, { timeout: 30_000 }).toBe(10)
    killed.child.kill('SIGKILL')
    await killed.closed
    expect(killed.said.filter((line) => line === 'answered')).toEqual([])
    go.resolve()
    // While the dead process may still be at work, as far as anybody knows, nothing more is spent.
    const early = start(5, cap)
    await early.closed
    expect(early.said).toHaveLength(5)
    expect(early.said.filter((line) => line === 'answered')).toEqual([])
    const late = start(5, cap, LONGEST)
    await late.closed
    expect(late.said).toEqual(Array.from({ length: 5 }, () => 'answered'))
    expect(await spent()).toBe(10 * PROMPT + 5 * TAKEN)
  },
)
