/** What the README shows is what is printed today, and what it points to is there. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

const run = (command: string, input: string): string =>
  spawnSync(join(root, 'node_modules', '.bin', 'node'), [join(root, 'src', 'launch.js'), command], {
    cwd: root,
    input,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH ?? '',
      DOTENV_CONFIG_PATH: '/dev/null',
      DATA_DIR: join(root, 'test', 'no-such-folder'),
      LANG: 'C.UTF-8',
    },
  }).stdout.trimEnd()

describe('the README', { timeout: 60_000 }, () => {
  test('shows a conversation as it goes', () => {
    const shown = /```text\n(› [\s\S]*?)\n```/u.exec(readme)?.[1] ?? ''
    const turns = shown.split(/\n*^› /mu).slice(1)
    expect(turns).toHaveLength(3)
    const questions = turns.map((turn) => turn.slice(0, turn.indexOf('\n')))
    const answers = turns.map((turn) => turn.slice(turn.indexOf('\n')).trim())
    expect(run('chat', questions.join('\n')).split('\n\n')).toEqual(answers)
  })

  test('shows a verdict as it is given', () => {
    const [, draft, verdict] = /echo '(.*)' \| npm run --silent verify\n```\n\n```json\n(.*)\n/u.exec(readme) ?? []
    expect(draft).toBeDefined()
    expect(run('verify', draft ?? '')).toBe(verdict)
  })

  test('has each heading once, and links to headings and files that are there', () => {
    const headings = [...readme.matchAll(/^#+ (.*)$/gmu)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    )
    const links = [...readme.matchAll(/\]\((?!https?:)([^)]+)\)/gu)].map(([, to = '']) => to)
    expect(headings).toEqual([...new Set(headings)])
    expect(links.length).toBeGreaterThan(5)
    const broken = links.filter((to) =>
      to.startsWith('#') ? !headings.includes(to.slice(1)) : !existsSync(join(root, to.replace(/#.*/u, ''))),
    )
    expect(broken).toEqual([])
  })

  test('names every setting, as .env.example does', () => {
    const settings = [...readFileSync(join(root, '.env.example'), 'utf8').matchAll(/^# ([A-Z_]+)=/gmu)].map(
      ([, name = '']) => name,
    )
    expect(settings.length).toBeGreaterThan(20)
    // Of the limits the README has a table of their two halves.
    const own = settings.filter((name) => !name.startsWith('LIMIT_'))
    expect(own.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
  })

  test('leads to a service that runs the bot as `npm start` does', () => {
    const { start } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts
    const [, service = ''] = /^exec node (.+)$/u.exec(start) ?? []
    expect(service).toContain('src/launch.js start')
    for (const guide of ['discord-setup.md', 'discord-setup.fr.md'])
      expect(readFileSync(join(root, 'docs', guide), 'utf8')).toContain(`/node_modules/.bin/node ${service}\n`)
  })
})
