/** The verifier as another pipeline uses it: a process, JSON lines in and out. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const node = join(root, 'node_modules', '.bin', 'node')

type Ended = {
  readonly code: number | null
  readonly lines: readonly Record<string, unknown>[]
  readonly error: string
}

const verify = (input: string | Buffer): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH ?? '', DOTENV_CONFIG_PATH: '/dev/null' }
    const started = spawn(node, [join(root, 'src', 'launch.js'), 'verify'], { cwd: root, env })
    const out: Buffer[] = []
    let error = ''
    started.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    started.stderr.on('data', (chunk) => {
      error += chunk
    })
    started.on('close', (code) => {
      const text = Buffer.concat(out).toString('utf8')
      resolve({
        code,
        error,
        lines:
          text === ''
            ? []
            : text
                .trimEnd()
                .split('\n')
                .map((line) => JSON.parse(line)),
      })
    })
    started.stdin.on('error', () => {})
    started.stdin.end(input)
  })

const text = 'Le phare mesure 28 mètres et date de 1879.'
const quote = 'Le phare mesure 28 mètres'
const line = (fields: Record<string, unknown>): string =>
  JSON.stringify({
    id: 'x',
    passages: [{ id: 'P1', text }],
    question: 'Quelle hauteur ?',
    language: 'fr',
    draft: { verdict: 'answered', claims: [{ text: 'Il mesure 28 mètres.', citations: [{ paragraph: 'P1', quote }] }] },
    ...fields,
  })
const claims = (...list: readonly unknown[]) => ({ draft: { verdict: 'answered', claims: list } })

describe('npm run verify', () => {
  test('one line for each line, in order, in the promised form', async () => {
    const rejected = { text: 'Il mesure 29 mètres.', citations: [{ paragraph: 'P1', quote }] }
    const { code, lines, error } = await verify(`${line({})}\n${line({ id: 7, ...claims(rejected) })}\n`)
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(lines).toEqual([
      {
        id: 'x',
        ok: true,
        problems: [],
        claims: [{ ok: true, citations: [{ paragraph: 'P1', start: 0, end: 25 }], problems: [] }],
      },
      {
        id: 7,
        ok: false,
        problems: [],
        claims: [
          {
            ok: false,
            citations: [{ paragraph: 'P1', start: 0, end: 25 }],
            problems: [{ code: 'figure_unsupported', severity: 'reject', message: expect.stringContaining('29') }],
          },
        ],
      },
    ])
  })

  test('lines that cannot be read are told with their number, and the run goes on', async () => {
    const bad = ['not json', '[1]', '{"passages":"none"}', '{"id":"y","passages":[{"id":"P1"}]}', '"', '\u0000']
    const { code, lines } = await verify(`${bad.join('\n')}\n\n${line({})}`)
    expect(code).toBe(0)
    expect(lines.map((each) => each.line)).toEqual([1, 2, 3, 4, 5, 6, undefined])
    expect(lines.map((each) => each.ok)).toEqual([false, false, false, false, false, false, true])
    expect(lines[3]).toMatchObject({ id: 'y', claims: [], problems: [{ severity: 'reject' }] })
  })

  test('a line past the limit is told, not kept', async () => {
    const { code, lines } = await verify(`${'x'.repeat(4_000_001)}\n${line({})}\n`)
    expect(code).toBe(0)
    expect(lines).toMatchObject([{ line: 1, error: 'line_too_long' }, { ok: true }])
  })

  test('line ends of Windows, a byte order mark, bytes that are no UTF-8', async () => {
    const input = Buffer.concat([
      Buffer.from(`\ufeff${line({})}\r\n`),
      Buffer.from([0xff, 0xfe, 0x0a]),
      Buffer.from(line({})),
    ])
    const { code, lines } = await verify(input)
    expect(code).toBe(0)
    expect(lines.map((each) => each.ok)).toEqual([true, false, true])
  })

  test.each<[string, Record<string, unknown>, boolean, readonly string[]]>([
    ['nothing found, no claims', { draft: { verdict: 'not_in_article', claims: [] } }, true, []],
    ['no claims, but answered', claims(), false, ['verdict_contradicts']],
    [
      'claims, but not in the article',
      { draft: { verdict: 'not_in_article', claims: [{}] } },
      false,
      ['verdict_contradicts'],
    ],
    ['another verdict', { draft: { verdict: 'maybe', claims: [] } }, false, ['invalid_draft']],
    ['a field too many', { draft: { verdict: 'not_in_article', claims: [], note: '' } }, false, ['invalid_draft']],
    ['no draft', { draft: undefined }, false, ['invalid_draft']],
    ['a draft in a string', { draft: '{"verdict":"not_in_article","claims":[]}' }, false, ['invalid_draft']],
    ['claims that are no list', { draft: { verdict: 'answered', claims: 'none' } }, false, ['invalid_draft']],
    ['no language, no question', { language: undefined, question: undefined }, true, []],
    ['fields that nobody asked for', { model: 'x', passages: [{ id: 'P1', text, score: 1 }] }, true, []],
    [
      'a label that is a number',
      { passages: [{ id: 1, text }], ...claims({ text: quote, citations: [{ paragraph: '1', quote }] }) },
      true,
      [],
    ],
    ['a language that is none', { language: 'xx-!!' }, true, []],
    [
      'two passages of one name',
      {
        passages: [
          { id: 'P1', text },
          { id: 'P1', text: 'Autre.' },
        ],
      },
      false,
      ['invalid_line'],
    ],
  ])('%s', async (_, fields, ok, problems) => {
    const { lines } = await verify(line(fields))
    expect(lines[0]?.ok).toBe(ok)
    expect((lines[0]?.problems as { code: string }[]).map((each) => each.code)).toEqual(problems)
  })

  test('broken claims are told one by one, in the order of the draft', async () => {
    const good = { text: quote, citations: [{ paragraph: 'P1', quote }] }
    const { lines } = await verify(
      line(claims({ text: 3, citations: [] }, good, null, { ...good, note: 1 }, { text: 'x' }, good)),
    )
    expect((lines[0]?.claims as { ok: boolean }[]).map((each) => each.ok)).toEqual([
      false,
      true,
      false,
      false,
      false,
      true,
    ])
  })

  test('more claims than a model is asked for', async () => {
    const good = { text: quote, citations: [{ paragraph: 'P1', quote }] }
    const { lines } = await verify(line(claims(...Array(40).fill(good))))
    expect(lines[0]).toMatchObject({ ok: true })
    expect(lines[0]?.claims).toHaveLength(40)
  })

  test('nothing in, nothing out', async () => {
    expect(await verify('')).toEqual({ code: 0, lines: [], error: '' })
  })

  test('an option that there is not: exit 2', async () => {
    const started = spawn(node, [join(root, 'src', 'launch.js'), 'verify', '--loud'], { cwd: root, stdio: 'ignore' })
    expect(await new Promise((resolve) => started.on('close', resolve))).toBe(2)
  })
})
