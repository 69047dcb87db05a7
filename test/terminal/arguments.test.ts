import { describe, expect, test } from 'vitest'
import { type Invocation, optionsOf, parseArguments } from '../../src/terminal/arguments.ts'
import { renderHelp, usageLine } from '../../src/terminal/help.ts'
import { columns } from '../../src/terminal/style.ts'

const right: [argv: string[], invocation: Invocation][] = [
  [['start'], { command: 'start' }],
  [['chat', '--locale', 'fr', '--knowledge', 'dir'], { command: 'chat', locale: 'fr', knowledge: 'dir' }],
  [['doctor', '--locale', 'fr'], { command: 'doctor', locale: 'fr' }],
  [['verify'], { command: 'verify' }],
  [['stats', '--json'], { command: 'stats', json: true }],
  [['ask', 'How many?'], { command: 'ask', question: 'How many?', json: false }],
  [['ask', 'How', 'many', 'steps?', '--json'], { command: 'ask', question: 'How many steps?', json: true }],
  [['ask', '-'], { command: 'ask', question: '-', json: false }],
  [['ask', '--article=tea', 'Why?'], { command: 'ask', question: 'Why?', article: 'tea', json: false }],
  [['ask', '--', '--why?'], { command: 'ask', question: '--why?', json: false }],
  [
    ['ask', 'q', '--article', 'a', '--knowledge', 'k', '--locale', 'en', '--json'],
    { command: 'ask', question: 'q', article: 'a', knowledge: 'k', locale: 'en', json: true },
  ],
  [['summary'], { command: 'summary', length: 'medium', json: false }],
  [['summary', 'tea', '--length', 'long'], { command: 'summary', article: 'tea', length: 'long', json: false }],
  [['articles'], { command: 'articles', action: 'list', json: false }],
  [['articles', 'list', '--json'], { command: 'articles', action: 'list', json: true }],
  [['articles', 'show', 'tea'], { command: 'articles', action: 'show', id: 'tea', json: false }],
  [['ask', 'Why?', '--explain'], { command: 'ask', question: 'Why?', json: false, explain: true }],
  [['search', 'high', 'tower'], { command: 'search', words: 'high tower', k: 5, json: false, explain: false }],
  [
    ['search', 'tower', '--article', 'tea', '--k', '12', '--json', '--explain'],
    { command: 'search', words: 'tower', article: 'tea', k: 12, json: true, explain: true },
  ],
  [
    ['search', '--collection', 'c.jsonl', '--questions', 'q.jsonl', '--k', '10'],
    { command: 'collection', collection: 'c.jsonl', questions: 'q.jsonl', k: 10, json: true },
  ],
  [
    ['articles', 'list', '--server', '12345678901234567'],
    {
      command: 'articles',
      action: 'list',
      server: '12345678901234567',
      json: false,
    },
  ],
  [
    ['articles', 'add', 'a.txt', 'https://b/'],
    { command: 'keeping', action: 'add', of: ['a.txt', 'https://b/'], json: false },
  ],
  [['articles', 'remove', 'tea', '--json'], { command: 'keeping', action: 'remove', of: ['tea'], json: true }],
  [['articles', 'refresh'], { command: 'keeping', action: 'refresh', of: [], json: false }],
  [['articles', 'refresh', 'a', 'b'], { command: 'keeping', action: 'refresh', of: ['a', 'b'], json: false }],
  [['articles', 'export', 'a.jsonl'], { command: 'keeping', action: 'export', file: 'a.jsonl', json: false }],
  [['articles', 'import', 'a.jsonl'], { command: 'keeping', action: 'import', file: 'a.jsonl', json: false }],
  [['backup', 'a.db', '--json'], { command: 'backup', file: 'a.db', json: true }],
  [[], { command: 'help' }],
  [['help'], { command: 'help' }],
  [['--help', '--locale', 'fr'], { command: 'help', locale: 'fr' }],
  [['-h'], { command: 'help' }],
  [['help', 'ask'], { command: 'help', of: 'ask' }],
  [['ask', '--help'], { command: 'help', of: 'ask' }],
  [['summary', '-h', '--locale', 'fr'], { command: 'help', of: 'summary', locale: 'fr' }],
  [['--version'], { command: 'version' }],
  [['version'], { command: 'version' }],
]

test.each(right)('%j', (argv, invocation) => {
  expect(parseArguments(argv)).toEqual(invocation)
})

const wrong: [argv: string[], detail: string, given: string, of?: string][] = [
  [['ask'], 'missing_question', '', 'ask'],
  [['ask', '  '], 'missing_question', '', 'ask'],
  [['frobnicate'], 'unknown_command', 'frobnicate'],
  [['constructor'], 'unknown_command', 'constructor'],
  [['--frobnicate'], 'unknown_command', '--frobnicate'],
  [['ask', 'q', '--frobnicate'], 'unknown_option', '--frobnicate', 'ask'],
  [['ask', 'q', '--constructor'], 'unknown_option', '--constructor', 'ask'],
  [['ask', 'q', '-x'], 'unknown_option', '-x', 'ask'],
  [['ask', 'q', '--length', 'short'], 'unknown_option', '--length', 'ask'],
  [['chat', '--json'], 'unknown_option', '--json', 'chat'],
  [['doctor', 'now'], 'bad_value', 'now', 'doctor'],
  [['stats', 'now'], 'bad_value', 'now', 'stats'],
  [['ask', 'q', '--locale', 'de'], 'bad_value', '--locale de', 'ask'],
  [['ask', 'q', '--locale'], 'bad_value', '--locale', 'ask'],
  [['ask', 'q', '--article='], 'bad_value', '--article', 'ask'],
  [['ask', 'q', '--article', '--json'], 'bad_value', '--article', 'ask'],
  [['ask', 'q', '--json=yes'], 'bad_value', '--json=yes', 'ask'],
  [['search'], 'missing_question', '', 'search'],
  [['search', 'tower', '--k', '0'], 'bad_value', '--k 0', 'search'],
  [['search', 'tower', '--k', '1001'], 'bad_value', '--k 1001', 'search'],
  [['search', 'tower', '--k', 'many'], 'bad_value', '--k many', 'search'],
  [['search', '--collection', 'c.jsonl'], 'missing_value', '--collection', 'search'],
  [['search', '--collection', 'c', '--questions', 'q', '--explain'], 'unknown_option', '--explain', 'search'],
  [['search', '--collection', 'c', '--questions', 'q', '--article', 'a'], 'unknown_option', '--article', 'search'],
  [['search', 'tower', '--collection', 'c.jsonl', '--questions', 'q.jsonl'], 'bad_value', 'tower', 'search'],
  [['summary', '--length', 'huge'], 'bad_value', '--length huge', 'summary'],
  [['summary', 'a', 'b'], 'bad_value', 'b', 'summary'],
  [['articles', 'show'], 'missing_value', 'show', 'articles'],
  [['articles', 'list', 'tea'], 'bad_value', 'list tea', 'articles'],
  [['articles', 'remove'], 'missing_value', 'remove', 'articles'],
  [['articles', 'add'], 'missing_value', 'add', 'articles'],
  [['articles', 'export', 'a', 'b'], 'bad_value', 'export a b', 'articles'],
  [['articles', 'sing', 'tea'], 'bad_value', 'sing tea', 'articles'],
  [['articles', '--server', 'mine'], 'bad_value', '--server mine', 'articles'],
  [['ask', 'q', '--server', '12345678901234567'], 'unknown_option', '--server', 'ask'],
  [['backup'], 'missing_value', 'backup', 'backup'],
  [['backup', 'a', 'b'], 'bad_value', 'b', 'backup'],
  [['chat', 'hello'], 'bad_value', 'hello', 'chat'],
]

test.each(wrong)('%j is wrong: %s %j', (argv, detail, given, of) => {
  const invocation = parseArguments(argv)
  expect(invocation).toMatchObject({ command: 'wrong', failure: { code: 'wrong_usage', facts: { detail, given } } })
  expect('of' in invocation ? invocation.of : undefined).toBe(of)
})

test('wrong use still says how it wants to be told', () => {
  expect(parseArguments(['ask', '--json', '--locale', 'fr'])).toMatchObject({
    command: 'wrong',
    json: true,
    locale: 'fr',
  })
  expect(parseArguments(['frobnicate', '--json'])).toMatchObject({ command: 'wrong', json: true })
})

describe('help', () => {
  const commands = Object.keys(optionsOf) as (keyof typeof optionsOf)[]
  const style = (width: number) => ({ colour: false, width, spaced: true })

  test.each(commands)('of %s names each of its options, and its usage line does', (command) => {
    for (const locale of ['fr', 'en'] as const) {
      const text = renderHelp(command, locale, style(Number.POSITIVE_INFINITY))
      for (const option of optionsOf[command]) expect(text).toContain(`--${option}`)
      for (const option of optionsOf[command].filter((each) => each !== 'help'))
        expect(usageLine(command, locale)).toContain(`--${option}`)
    }
  })

  test('names every command, within any width', () => {
    const text = renderHelp(undefined, 'fr', style(40))
    for (const command of commands) expect(text).toContain(`npm ${command === 'start' ? '' : 'run '}${command}`)
    for (const width of [40, 80]) {
      for (const of of [undefined, ...commands]) {
        const widest = Math.max(...renderHelp(of, 'fr', style(width)).split('\n').map(columns))
        expect(widest).toBeLessThanOrEqual(width)
      }
    }
  })
})
