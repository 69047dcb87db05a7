/** The program as a person starts it: a real process, its words, its exit code. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LLMock } from '@copilotkit/aimock'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const node = join(root, 'node_modules', '.bin', 'node')
const folder = mkdtempSync(join(tmpdir(), 'pilcrow-'))
const knowledge = join(folder, 'knowledge')
const data = join(folder, 'data')
beforeAll(() => {
  mkdirSync(knowledge)
  writeFileSync(
    join(knowledge, 'phare.txt'),
    'Un phare remis à neuf\n\nLe Courrier de Kerlann\n\n' +
      'Le phare des Grands-Cardinaux sera rénové en 2027, a annoncé mardi la mairie de Kerlann.\n\n' +
      'Construit en 1879, il mesure 28 mètres et guide encore 1.200 bateaux de pêche chaque année.\n\n' +
      'Le dernier gardien, Yann Le Goff, a quitté la tour le 14 juillet 1973, après trente-deux ans de service.\n',
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

type Ended = { readonly code: number | null; readonly out: string; readonly error: string }
type How = { readonly input?: string; readonly env?: Readonly<Record<string, string>>; readonly cwd?: string }

const run = (args: readonly string[], { input = '', env = {}, cwd = root }: How = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const started = spawn(node, [join(root, 'src', 'launch.js'), ...args], {
      cwd,
      env: {
        PATH: process.env.PATH ?? '',
        DOTENV_CONFIG_PATH: '/dev/null',
        KNOWLEDGE_DIR: knowledge,
        DATA_DIR: data,
        ...env,
      },
    })
    let out = ''
    let error = ''
    started.stdout.on('data', (chunk) => {
      out += chunk
    })
    started.stderr.on('data', (chunk) => {
      error += chunk
    })
    started.on('close', (code) => resolve({ code, out, error }))
    started.stdin.on('error', () => {})
    started.stdin.end(input)
  })

const keeper = 'Quand le dernier gardien a-t-il quitté la tour ?'

describe('ask', () => {
  test('an answer: exit 0, in the question’s language', async () => {
    const { code, out, error } = await run(['ask', keeper])
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toContain('14 juillet 1973')
    expect(out).toContain('¶3')
    expect(out).toContain('Citations seules')
  })

  test('--json: exactly one JSON value, whose offsets cut the quotation', async () => {
    const { code, out } = await run(['ask', '--json', '--locale', 'en', keeper])
    const answer = JSON.parse(out)
    expect(code).toBe(0)
    expect(Object.keys(answer)).toEqual(['kind', 'by', 'partial', 'language', 'locale', 'claims', 'passages', 'usage'])
    expect(answer).toMatchObject({ kind: 'answered', by: 'extract', language: 'fr', locale: 'en', usage: { calls: 0 } })
    const [citation] = answer.claims[0].citations
    const shown = JSON.parse((await run(['articles', 'show', 'phare', '--json'])).out)
    const paragraph = shown.paragraphs.find(({ number }: { number: number }) => number === citation.paragraph)
    expect(paragraph.text.slice(citation.start, citation.end)).toBe(citation.quote)
  })

  test('not in the article: exit 3', async () => {
    const { code, out } = await run(['ask', '--json', 'Quelle est la recette de la ratatouille niçoise ?'])
    expect(code).toBe(3)
    expect(JSON.parse(out)).toMatchObject({ kind: 'not_found', claims: [] })
  })

  test.each<[string, readonly string[], How]>([
    ['no question', ['ask'], {}],
    ['an unknown option', ['ask', '--loud', keeper], {}],
    ['an unknown article', ['ask', '--article', 'autre', keeper], {}],
    ['an unknown command', ['sing'], {}],
    ['a folder that is not there', ['ask', '--knowledge', join(folder, 'none'), keeper], {}],
    ['a broken setting', ['ask', keeper], { env: { OPENAI_BASE_URL: 'nowhere' } }],
    ['a question that is too long', ['ask', '-'], { input: 'a'.repeat(50_000) }],
  ])('%s: exit 2, in words', async (_, args, how) => {
    const { code, out, error } = await run(args, how)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toMatch(/\w{3,}/)
    expect(error).not.toMatch(/\n\s+at |Error:|undefined/)
  })

  test('a question on standard input', async () => {
    expect(await run(['ask', '-'], { input: `${keeper}\n` })).toMatchObject({
      code: 0,
      out: expect.stringContaining('1973'),
    })
  })
})

describe('the chat over a pipe', () => {
  test('one question a line in, one answer each out; a bad one does not end it', async () => {
    const input = [keeper, '', '/articles', 'x'.repeat(3_000), '/paragraph phare 2', '/aide'].join('\n')
    const { code, out, error } = await run(['chat'], { input })
    expect({ code, error }).toEqual({ code: 0, error: '' })
    const blocks = out.trimEnd().split('\n\n')
    expect(blocks).toHaveLength(5)
    expect(blocks[0]).toContain('1973')
    expect(blocks[1]).toContain('phare')
    expect(blocks[2]).toContain('2\u00a0000')
    expect(blocks[3]).toContain('28 mètres')
    expect(blocks[4]).toContain('/quitter')
  })

  test('start is the chat where no token is set; nothing in, nothing out', async () => {
    expect(await run(['start'])).toEqual({ code: 0, out: '', error: '' })
  })
})

describe('summary and articles', () => {
  test('a summary in quotations', async () => {
    const { code, out } = await run(['summary', '--length', 'short', '--json'])
    expect(code).toBe(0)
    const summary = JSON.parse(out)
    expect(Object.keys(summary).slice(0, 3)).toEqual(['kind', 'article', 'length'])
    expect(summary.claims.length).toBeGreaterThan(0)
  })

  test('which article? exit 2, naming them', async () => {
    const { code, error } = await run(['summary', '--locale', 'fr'], {
      env: { KNOWLEDGE_DIR: join(root, 'knowledge') },
    })
    expect(code).toBe(2)
    expect(error).toContain('brooklyn-bridge')
    expect(error).toContain('visite-moscou')
  })

  test('a file that cannot be read is named, and the others load', async () => {
    writeFileSync(join(knowledge, 'vide.txt'), ' \n')
    const { code, out, error } = await run(['articles', 'list', '--json'])
    rmSync(join(knowledge, 'vide.txt'))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([
      { id: 'phare', title: 'Un phare remis à neuf', source: 'Le Courrier de Kerlann' },
    ])
    expect(error).toContain('vide.txt')
  })
})

describe('articles that the operator adds', { timeout: 120_000 }, () => {
  afterEach(() => rmSync(data, { recursive: true, force: true }))

  const bakery =
    'La boulangerie ouvre\n\nLa boulangerie Hollis ouvrira samedi une deuxième boutique à Marlow, a dit sa patronne.\n\n' +
    'Elle vend quelque 900 pains par jour et emploie quatorze personnes.\n'
  const file = join(folder, 'boulangerie.txt')
  const question = 'Combien de pains la boulangerie vend-elle par jour ?'
  const json = async (args: readonly string[], how?: How) => {
    const { code, out } = await run([...args, '--json'], how)
    return { code, value: JSON.parse(out) }
  }
  const list = async (...args: readonly string[]) =>
    (await json(['articles', 'list', ...args])).value.map(({ id }: { id: string }) => id)

  test('asking makes no store', async () => {
    await run(['ask', keeper])
    expect(existsSync(data)).toBe(false)
  })

  test('add, ask, refresh, export, remove, import: each in words and exit code', async () => {
    writeFileSync(file, bakery)
    const added = await run(['articles', 'add', file, '--locale', 'fr'])
    expect(added).toMatchObject({ code: 0, error: '' })
    expect(added.out).toMatch(/^Ajouté\s: «\sLa boulangerie ouvre\s», 2\sparagraphes\. Identifiant\s: boulangerie\n$/u)
    expect(await run(['ask', question])).toMatchObject({ code: 0, out: expect.stringContaining('900 pains') })
    expect(await list()).toEqual(['boulangerie', 'phare'])
    expect((await run(['articles', 'add', file])).out).toContain('Already there')

    expect((await json(['articles', 'refresh'])).value).toMatchObject({
      refreshed: [{ id: 'boulangerie', changed: false }],
      failed: [],
    })
    writeFileSync(file, bakery.replace('900', '1.100'))
    expect((await json(['articles', 'refresh', 'boul'])).value.refreshed).toMatchObject([{ changed: true }])
    expect((await run(['ask', question])).out).toContain('1.100 pains')

    const exported = join(folder, 'export.jsonl')
    expect((await json(['articles', 'export', exported])).value).toEqual({
      kind: 'export',
      file: exported,
      articles: 1,
    })
    expect(await run(['articles', 'export', exported])).toMatchObject({
      code: 2,
      error: expect.stringContaining(exported),
    })
    // What cannot be undone takes the whole id.
    expect((await run(['articles', 'remove', 'boul'])).code).toBe(2)
    expect((await json(['articles', 'remove', 'boulangerie'])).value).toEqual({
      kind: 'articles',
      removed: [{ id: 'boulangerie', title: 'La boulangerie ouvre' }],
      failed: [],
    })
    expect((await run(['ask', question])).code).toBe(3)
    const imported = { kind: 'import', file: exported, added: 1, already: 0 }
    expect((await json(['articles', 'import', exported])).value).toEqual(imported)
    expect((await json(['articles', 'import', exported])).value).toEqual({ ...imported, added: 0, already: 1 })
    expect((await run(['ask', question])).out).toContain('1.100 pains')
  })

  test('for one server: nobody else sees it', async () => {
    const server = '123456789012345678'
    writeFileSync(file, bakery)
    const { value } = await json(['articles', 'add', file, '--server', server])
    expect(value.added).toMatchObject([{ id: `${server}/boulangerie`, already: false }])
    expect(await list()).toEqual(['phare'])
    expect(await list('--server', server)).toEqual([`${server}/boulangerie`, 'phare'])
    expect((await run(['ask', question])).code).toBe(3)
    expect((await run(['articles', 'show', `${server}/boulangerie`])).code).toBe(2)
    expect((await run(['articles', 'show', `${server}/boulangerie`, '--server', server])).out).toContain('900 pains')
    expect((await run(['articles', 'remove', `${server}/boulangerie`])).code).toBe(2)
    expect((await run(['articles', 'remove', `${server}/boulangerie`, '--server', server])).code).toBe(0)
  })

  test('one of several that fails is told, and the others are added', async () => {
    writeFileSync(file, bakery)
    const { code, value } = await json(['articles', 'add', 'none.txt', file, 'http://127.0.0.1/', 'ftp://x/y'])
    expect(code).toBe(2)
    expect(value.added).toMatchObject([{ id: 'boulangerie' }])
    expect(value.failed.map((each: { given: string; code: string }) => [each.given, each.code])).toEqual([
      ['none.txt', 'unreadable_file'],
      ['http://127.0.0.1/', 'private_address'],
      ['ftp://x/y', 'bad_url'],
    ])
    const { error } = await run(['articles', 'add', 'none.txt', '--locale', 'fr'])
    expect(error).toContain('none.txt')
    expect(error).not.toMatch(/\n\s+at |Error:|undefined/)
  })

  test('the folder’s own are changed in the folder', async () => {
    const { code, error } = await run(['articles', 'remove', 'phare'])
    expect(code).toBe(2)
    expect(error).toContain('phare.txt')
    expect(existsSync(join(knowledge, 'phare.txt'))).toBe(true)
  })

  test('a backup, once', async () => {
    writeFileSync(file, bakery)
    await run(['articles', 'add', file])
    const copy = join(folder, 'copy.db')
    expect((await json(['backup', copy])).value).toEqual({ kind: 'backup', file: copy })
    expect(existsSync(copy)).toBe(true)
    expect(await run(['backup', copy, '--locale', 'fr'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('existe déjà'),
    })
    expect((await run(['backup', copy], { env: { DATA_DIR: join(folder, 'nowhere') } })).code).toBe(2)
  })

  test('a store that cannot be read is told, and the folder’s articles are answered from', async () => {
    const broken = join(folder, 'broken')
    mkdirSync(broken)
    writeFileSync(join(broken, 'pilcrow.db'), 'This is a diary.\n'.repeat(500))
    const { code, out, error } = await run(['ask', keeper], { env: { DATA_DIR: broken } })
    expect(code).toBe(0)
    expect(out).toContain('1973')
    expect(error).toContain('pilcrow.db')
  })
})

describe('with a model', () => {
  const mock = new LLMock({ port: 0 })
  beforeAll(() => mock.start())
  afterAll(() => mock.stop())

  test('a server that wants no key: the only model it lists, and its answer verified', async () => {
    const quote = 'Construit en 1879, il mesure 28 mètres'
    const draft = {
      verdict: 'answered',
      claims: [{ text: 'Il mesure 28 mètres.', citations: [{ paragraph: 'P2', quote }] }],
    }
    mock.onMessage(/./, { content: JSON.stringify(draft) })
    const env = { OPENAI_BASE_URL: `${mock.url}/v1`, OPENAI_MODEL: 'small' }
    const { code, out } = await run(['ask', '--json', 'Quelle est la hauteur du phare ?'], { env })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      kind: 'answered',
      by: 'model',
      claims: [{ citations: [{ paragraph: 2, quote }] }],
      usage: { calls: 1 },
    })
  })

  test('a server that is down: the answer comes by extraction', async () => {
    const env = { OPENAI_BASE_URL: 'http://127.0.0.1:1/v1', OPENAI_MODEL: 'small', LOG_LEVEL: 'error' }
    expect(await run(['ask', keeper], { env })).toMatchObject({ code: 0, out: expect.stringContaining('1973') })
  })

  test('a key never reaches the log', async () => {
    const env = {
      OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
      OPENAI_MODEL: 'small',
      OPENAI_API_KEY: 'sk-very-secret-key-123',
    }
    const { error } = await run(['ask', keeper], { env })
    expect(error).toContain('answered without the model')
    expect(error).not.toContain('very-secret')
  })
})

test('a developer’s .env is read at a start, and never by a test', async () => {
  writeFileSync(join(folder, '.env'), 'PILCROW_LOCALE=loud\n')
  expect((await run(['ask', keeper], { cwd: folder })).code).toBe(0)
  expect((await run(['ask', keeper], { cwd: folder, env: { DOTENV_CONFIG_PATH: '.env' } })).code).toBe(2)
})

test('help and version', async () => {
  expect(await run(['help', '--locale', 'fr'])).toMatchObject({ code: 0, out: expect.stringContaining('npm run ask') })
  expect(await run(['ask', '--help'])).toMatchObject({ code: 0, out: expect.stringContaining('--article') })
  expect((await run(['version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
})

describe('the evaluations', () => {
  for (const command of ['eval', 'eval:answer'])
    test(`${command}: what is wrong with its arguments is said with its usage`, async () => {
      const help = await run([command, '--help'])
      expect({ code: help.code, error: help.error }).toEqual({ code: 0, error: '' })
      expect(help.out).toContain(`npm run ${command}`)
      const wrong = await run(command === 'eval' ? [command, '--nope'] : [command, 'nowhere.jsonl'])
      expect({ code: wrong.code, out: wrong.out }).toEqual({ code: 2, out: '' })
      expect(wrong.error).toMatch(/nope|nowhere/)
      expect(wrong.error).toContain(`Usage: npm run ${command}`)
    })

  test('cases that are not there are named in words', async () => {
    const { code, out, error } = await run(['eval', '--cases', 'nowhere.json'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toMatch(/^nowhere\.json cannot be read\./)
  })
})
