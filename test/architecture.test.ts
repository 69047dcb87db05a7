import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const source = join(root, 'src')

type Import = {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
  readonly relative: boolean
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(source, file), 'utf8')
  const found = text.matchAll(/(?:^|\n)(import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)/g)
  return [...found].map((match) => {
    const target = match[3] ?? match[4] ?? ''
    const relative = target.startsWith('.')
    const to = relative ? normalize(join(dirname(file), target)) : target
    return { from: file, to, typeOnly: match[2] !== undefined, relative }
  })
})

/** The room of a file: its folder, or its own name at the top. */
const room = (file: string): string => (file.includes('/') ? file.slice(0, file.indexOf('/')) : file)
const ours = imports.filter((each) => each.relative && each.to.endsWith('.ts'))

/** What each room may import of ours (shared/DESIGN.md, "Who may import whom"). `app.ts` and `main.ts` wire all. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'types.ts': [],
  'failures.ts': ['types.ts'],
  'ports.ts': [
    'types.ts',
    'failures.ts',
    'limits.ts',
    'store/contract.ts',
    'store/article-contract.ts',
    'store/budget.ts',
    'store/statistics.ts',
  ],
  'limits.ts': ['types.ts', 'failures.ts'],
  'config.ts': ['types.ts', 'failures.ts', 'limits.ts'],
  'log.ts': ['types.ts', 'failures.ts'],
  text: ['types.ts', 'failures.ts'],
  search: ['types.ts', 'failures.ts', 'text'],
  locale: ['types.ts', 'failures.ts', 'limits.ts'],
  store: ['types.ts', 'failures.ts', 'limits.ts', 'text', 'search'],
  knowledge: ['types.ts', 'failures.ts', 'ports.ts', 'text', 'search', 'store'],
  answer: ['types.ts', 'failures.ts', 'limits.ts', 'ports.ts', 'text', 'search', 'store'],
  terminal: ['types.ts', 'failures.ts', 'limits.ts', 'ports.ts', 'locale'],
  discord: ['types.ts', 'failures.ts', 'limits.ts', 'ports.ts', 'locale'],
  eval: [
    'types.ts',
    'failures.ts',
    'ports.ts',
    'locale',
    'text',
    'search',
    'answer/verify.ts',
    'answer/extract.ts',
    'answer/passages.ts',
    'answer/tokens.ts',
    'answer/prices.ts',
    'limits.ts',
  ],
}

test('the rooms are those of the design', () => {
  const rooms = new Set(files.map(room))
  for (const each of ['app.ts', 'author.ts', 'evaluation.ts', 'operator.ts', 'main.ts', ...Object.keys(allowed)])
    rooms.delete(each)
  expect([...rooms]).toEqual([])
  expect(ours.length).toBeGreaterThan(50)
})

test.each(Object.entries(allowed))('%s imports only what it may', (from, to) => {
  const wrong = ours.filter(
    (each) =>
      room(each.from) === from && room(each.to) !== from && !to.includes(room(each.to)) && !to.includes(each.to),
  )
  expect(wrong).toEqual([])
})

test('only main.ts imports the faces, and only it and the evaluations import app.ts', () => {
  const wrong = ours.filter((each) =>
    each.to === 'app.ts'
      ? !['main.ts', 'evaluation.ts'].includes(each.from)
      : ['terminal', 'discord'].includes(room(each.to)) && room(each.from) !== room(each.to) && each.from !== 'main.ts',
  )
  expect(wrong).toEqual([])
})

test('only author.ts imports the model client', () => {
  const wrong = ours.filter((each) => each.to === 'answer/model.ts' && each.from !== 'author.ts' && !each.typeOnly)
  expect(wrong).toEqual([])
})

test.each([
  ['openai', /^answer\/model\.ts$/],
  ['discord.js', /^discord\//],
  ['node:sqlite', /^store\//],
])('%s stays in its room', (name, where) => {
  const users = imports.filter((each) => each.to === name || each.to.startsWith(`${name}/`)).map((each) => each.from)
  expect(users.filter((file) => !where.test(file))).toEqual([])
})

test('every relative import names its file, as Node needs', () => {
  const relatives = imports.filter((each) => each.relative)
  expect(
    relatives.filter(({ to }) => !files.includes(to) && !['../package.json', 'answer/prices.json'].includes(to)),
  ).toEqual([])
})

test('only main.ts touches the environment, to hand it to config.ts', () => {
  const readers = files.filter((file) => /process\.env(?!`)/.test(readFileSync(join(source, file), 'utf8')))
  expect(readers).toEqual(['main.ts'])
})

test('no barrel, and nothing that Node cannot strip', () => {
  expect(files.filter((file) => /(?:^|\/)index\.ts$/.test(file))).toEqual([])
  for (const file of files) {
    const text = readFileSync(join(source, file), 'utf8')
    expect(text, file).not.toMatch(/^\s*(?:export\s+)?(?:const\s+)?enum\s|^\s*@\w+\(|\baccessor\s+\w+\s*[=;]/m)
  }
})

test('the lock file holds no download address', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(
    /"resolved"|https?:\/\/(?!github|opencollective)[^"]*\.tgz/,
  )
})

test('what is generated comes from one place, that repeats itself', () => {
  const tests = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && file !== 'generated.ts',
  )
  const importing = /from ['"]fast-check['"]/
  const own = tests.filter((file) => importing.test(readFileSync(join(import.meta.dirname, file), 'utf8')))
  expect(own).toEqual([])
})

test('the search can be read in one sitting', () => {
  const lines = files
    .filter((file) => room(file) === 'search')
    .map((file) => readFileSync(join(source, file), 'utf8').split('\n').length - 1)
  expect(lines.reduce((sum, each) => sum + each, 0)).toBeLessThan(800)
})
