/** What a large library costs: start to ready, one more article, a long one, memory. Figures for people, never asserted. */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite.ts'
import { articleRecord } from '../store/samples.ts'
import { madeUp } from './bench/made-up.ts'

const node = join(import.meta.dirname, '..', '..', 'node_modules', '.bin', 'node')
const script = join(import.meta.dirname, 'bench', 'start.ts')
const SERVER = '123456789012345678'

test.each([0, 100, 990])(
  'a library of %i articles of 30 paragraphs of 60 words',
  { timeout: 600_000 },
  async (count) => {
    const folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
    const [data, knowledge] = [join(folder, 'data'), join(folder, 'knowledge')]
    await mkdir(knowledge)
    const store = await openSqlite({ folder: data })
    const roomy = { articles: 2_000, paragraphs: 1e6, characters: 1e9 }
    for (let index = 0; index < count; index += 1) {
      const article = madeUp(`${SERVER}/a${index}`, 30)
      await store.addArticle({ ...articleRecord(article.head.id), article }, roomy)
    }
    await store.close()
    const env = { PATH: process.env.PATH, DOTENV_CONFIG_PATH: '/dev/null' }
    for (let run = 1; run <= 3; run += 1)
      console.log(execFileSync(node, [script, data, knowledge, SERVER], { env, encoding: 'utf8' }))
    await rm(folder, { recursive: true })
  },
)
