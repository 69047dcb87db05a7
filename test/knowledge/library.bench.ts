/** What a large library costs: start to ready, one more article, a long one, memory. Figures for people, never asserted. */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import pack from '../../package.json' with { type: 'json' }
import { openSqlite } from '../../src/store/sqlite.ts'
import { articleRecord } from '../store/samples.ts'
import { madeUp } from './bench/made-up.ts'

const node = join(import.meta.dirname, '..', '..', 'node_modules', '.bin', 'node')
const script = join(import.meta.dirname, 'bench', 'start.ts')
/** As the bot is started. */
const flags = pack.scripts.start.split(' ').filter((word) => word.startsWith('--'))
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
    // Compiled code is kept from one start to the next, as `launch.js` has it.
    const env = {
      PATH: process.env.PATH,
      DOTENV_CONFIG_PATH: '/dev/null',
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
    }
    const start = (): string =>
      execFileSync(node, [...flags, script, data, knowledge, SERVER], { env, encoding: 'utf8' })
    start()
    for (const index of ['none kept', 'kept', 'kept']) {
      if (index === 'none kept') await rm(join(data, 'index.bin'))
      console.log(`index ${index}: ${start()}`)
    }
    await rm(folder, { recursive: true })
  },
)
