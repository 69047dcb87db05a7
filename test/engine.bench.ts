/** What Pilcrow itself costs: its own work on a question, and a cold start. Figures for people, never asserted. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'vitest'
import { createEngine } from '../src/answer/engine.ts'
import type { Model } from '../src/answer/model-request.ts'
import { loadPrompts } from '../src/answer/prompt.ts'
import { createLibrary } from '../src/knowledge/library.ts'
import { createPassageIndex } from '../src/search/passage-index.ts'
import { noUsage } from '../src/types.ts'
import { article } from './fakes/articles.ts'

const root = join(import.meta.dirname, '..')
const never = new AbortController().signal

/** 1,000 paragraphs of some 60 words from 3,000 made-up ones, their frequencies as in a text (Zipf). */
const syllables = ['ba', 'cor', 'di', 'fen', 'gal', 'mi', 'nor', 'pra', 'ster', 'tu', 'vel', 'zo', 'li', 'ma', 'ro']
const word = (rank: number): string =>
  [rank % 15, Math.floor(rank / 15) % 15, Math.floor(rank / 225) % 15].map((index) => syllables[index]).join('')
let seed = 1
const random = (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}
const sentence = (): string => `${Array.from({ length: 20 }, () => word(Math.floor(3_000 ** random()))).join(' ')}.`
const library = createLibrary(createPassageIndex())
for (let index = 0; index < 40; index++)
  library.add(
    article(
      `a${index}`,
      Array.from({ length: 25 }, () => `${sentence()} ${sentence()} ${sentence()}`),
    ),
  )

const questions = Array.from({ length: 100 }, () =>
  Array.from({ length: 6 }, () => word(Math.floor(3_000 * random() ** 2))).join(' '),
)
let next = 0
const question = () =>
  ({
    text: questions[next++ % questions.length] ?? '',
    locale: 'fr',
    scope: library.for(undefined).articles(),
    history: [],
  }) as const

const prompts = await loadPrompts(join(root, 'prompts'))
/** Answers at once, quoting the beginning of the first passage it was sent. */
const instant: Model = {
  name: 'instant',
  complete: async ({ messages }) => {
    const sent = messages.map((message) => message.text).join('\n')
    const quote = /<P1[^>]*>((?:\S+ ){12})/.exec(sent)?.[1]?.trim() ?? ''
    const value = { verdict: 'answered', claims: [{ text: quote, citations: [{ paragraph: 'P1', quote }] }] }
    return { kind: 'json', value, text: JSON.stringify(value), usage: noUsage }
  },
}

test('a question over 1,000 paragraphs, the model excluded', async ({ bench }) => {
  const onModelFailure = (failure: unknown): never => {
    throw new Error(String(failure))
  }
  const withModel = createEngine({ library, author: { model: instant, prompts }, onModelFailure })
  const alone = createEngine({ library, onModelFailure })
  await bench('search + prompt + verify', async () => {
    await withModel.ask(question(), never)
  }).run()
  await bench('search + extraction + verify', async () => {
    await alone.ask(question(), never)
  }).run()
})

test('a cold start, from process start to printed answer', async ({ bench }) => {
  const node = join(root, 'node_modules', '.bin', 'node')
  const env = { PATH: process.env.PATH, DOTENV_CONFIG_PATH: '/dev/null' }
  const run = (...args: string[]) => execFileSync(node, args, { cwd: root, env, stdio: 'pipe' })
  await bench('node alone', () => void run('-e', '0')).run()
  const question = 'Combien de chasseurs-bombardiers embarque le Charles de Gaulle ?'
  await bench('npm run ask', () => void run('src/launch.js', 'ask', question)).run()
}, 60_000)
