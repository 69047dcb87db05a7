import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readCollection, runCollection } from '../../src/eval/collection.ts'

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-collection-'))
afterAll(() => rmSync(folder, { recursive: true }))
const never = new AbortController().signal

const file = (name: string, ...lines: readonly unknown[]): string => {
  const path = join(folder, name)
  writeFileSync(path, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''))
  return path
}

const paragraph = (id: string, article: string, text: string) => ({ id, article, title: '', language: 'en', text })
const collection = file(
  'collection.jsonl',
  paragraph('p1', 'a', 'The tower is high.'),
  paragraph('q1', 'b', 'The keeper left the tower in 1973.'),
  '',
  paragraph('p2', 'a', 'Nobody lives there.'),
)

const run = async (
  questions: string,
  k: number,
): Promise<readonly { id: string; hits: readonly { id: string }[] }[]> => {
  const lines: string[] = []
  await runCollection({ collection, questions }, k, async (line) => lines.push(line), never)
  return lines.map((line) => JSON.parse(line))
}

describe('a collection', () => {
  test('one line for each question, as many hits as were asked for or as there are', async () => {
    const questions = file(
      'questions.jsonl',
      { id: '1', question: 'When did the keeper leave?' },
      { id: '2', question: 'When did the keeper leave?', article: 'a' },
      { id: '3', question: '???', article: 'nowhere' },
    )
    const ids = (await run(questions, 2)).map(({ id, hits }) => [id, ...hits.map((hit) => hit.id)])
    expect(ids).toEqual([
      ['1', 'q1', expect.any(String)],
      ['2', expect.stringMatching(/^p/), expect.stringMatching(/^p/)],
      ['3'],
    ])
    const [all] = await run(questions, 10)
    expect(all?.hits.map(({ id }) => id).toSorted()).toEqual(['p1', 'p2', 'q1'])
    expect(all?.hits[0]).toEqual({ id: 'q1', score: expect.any(Number) })
  })

  test('ids that are numbers come back as numbers, and a byte order mark is none of the line', async () => {
    const path = file(
      'numbered.jsonl',
      `\uFEFF${JSON.stringify({ ...paragraph('', '', 'Cats sleep.'), id: 1, article: 7 })}`,
    )
    const questions = file('numbered-questions.jsonl', { id: 9, question: 'cats', article: 7 })
    const lines: string[] = []
    await runCollection({ collection: path, questions }, 3, async (line) => lines.push(line), never)
    expect(lines.map((line) => JSON.parse(line))).toEqual([{ id: 9, hits: [{ id: 1, score: expect.any(Number) }] }])
  })

  test.each([
    ['no JSON', '{"id":', []],
    ['another form', { id: 'p', text: 3 }, ['article', 'title', 'language', 'text']],
    ['no object', [1], []],
  ])('a line that is %s is named, and what of it is not as it must be', async (_, line, fields) => {
    await expect(readCollection(file('bad.jsonl', paragraph('p', 'a', 'x'), line), never)).rejects.toMatchObject({
      code: 'bad_line',
      facts: { line: 2, fields },
    })
  })

  test('a file that is not there', async () => {
    await expect(readCollection(join(folder, 'none'), never)).rejects.toMatchObject({ code: 'unreadable_file' })
  })
})
