import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '..', '..', 'src')

/** What is loaded before anything is asked for: imports that are no types, and not those inside a function. */
const loaded = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen
  seen.add(file)
  if (!existsSync(file)) return seen
  const text = readFileSync(file, 'utf8')
  for (const [, what = '', target = ''] of text.matchAll(/^(?:import|export)\s+([^;'"]*?)from\s+'([^']+)'/gm)) {
    const isType = /^type\s/.test(what) || /^\{(?:\s*type\s[^,}]*,?)+\s*\}\s*$/.test(what)
    if (!isType) loaded(target.startsWith('.') ? join(dirname(file), target) : target, seen)
  }
  return seen
}

test('a cold start loads no parser, no schema, nothing of a model and nothing that fetches', () => {
  const all = loaded(join(source, 'main.ts'))
  expect(all.has(join(source, 'knowledge', 'read.ts'))).toBe(true)
  expect(all.has(join(source, 'answer', 'verify.ts'))).toBe(true)
  const readers = ['linkedom/worker', '@mozilla/readability', 'unpdf', 'mammoth', 'fflate', 'ipaddr.js', 'markdown-it']
  // The last three are Node's own, and cost as much: see DESIGN.md, "A command loads what it needs".
  const others = ['zod', 'openai', 'p-queue', 'dotenv', 'yaml', 'discord.js', 'node:sqlite', 'node:fs', 'node:util']
  const late = [...readers, ...others, 'node:crypto']
  expect(late.filter((name) => all.has(name))).toEqual([])
  const names = ['fetch', 'isolation', 'worker', 'page', 'pdf', 'docx']
  const parsers = names.map((name) => join(source, 'knowledge', `${name}.ts`))
  expect(parsers.filter((file) => !existsSync(file) || all.has(file))).toEqual([])
})
