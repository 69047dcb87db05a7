/** `npm run stats`, as a process and as lines. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite.ts'
import { statisticsLines } from '../../src/terminal/statistics.ts'

const run = promisify(execFile)
const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts')

const filled = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const store = await openSqlite({ folder })
  const at = Date.now()
  for (const server of ['1', '2', undefined]) await store.countOutcome({ server, kind: 'answered', by: 'model', at })
  await store.countOutcome({ server: '1', kind: 'not_found', by: 'extract', at })
  const call = { id: 'a', payer: { kind: 'server', id: '1' }, model: 'small', at } as const
  await store.settle(call, { calls: 3, inputTokens: 900, cachedTokens: 0, outputTokens: 100, micros: 2_500 })
  await store.close()
  return folder
}

const stats = async (folder: string, ...args: readonly string[]) => {
  const env = { PATH: process.env.PATH ?? '', DOTENV_CONFIG_PATH: '/dev/null', LANG: 'C', DATA_DIR: folder }
  return (await run(process.execPath, [main, 'stats', ...args], { env })).stdout
}

test('is told in words of either language', async () => {
  const folder = await filled()
  const today = new Date().toISOString().slice(0, 10)
  const english = await stats(folder)
  expect(english).toContain(`30 days to ${today}, in UTC\n4 requests\nQuestions answered: 3, of which 3 by the model`)
  expect(english).toContain(`${today}: 4 requests, of which 1 found nothing · 1,000 tokens · $0.0025\n`)
  expect(await stats(folder, '--locale', 'fr')).toContain(
    '4 demandes\nQuestions répondues\u00a0: 3, dont 3 par le modèle',
  )
})

test('is one JSON value for scripts, with whole numbers', async () => {
  const said = JSON.parse(await stats(await filled(), '--json'))
  expect(said.days).toEqual([
    {
      day: new Date().toISOString().slice(0, 10),
      outcomes: [
        { kind: 'answered', by: 'model', count: 3 },
        { kind: 'not_found', by: 'extract', count: 1 },
      ],
      usage: { calls: 3, inputTokens: 900, cachedTokens: 0, outputTokens: 100, micros: 2_500, unpriced: 0 },
    },
  ])
  expect(said.spent.month).toEqual({ tokens: 1_000, micros: 2_500 })
})

test('says so where nothing was asked', () => {
  const none = { tokens: 0, micros: 0 }
  const statistics = { days: [], feedback: { up: 0, down: 0 } }
  const lines = statisticsLines({ statistics, today: 20_782, spent: { day: none, month: none } }, 'en')
  expect(lines.slice(0, 3)).toEqual(['30 days to 2026-11-25, in UTC', 'Nothing was asked in this time.', '0 requests'])
})
