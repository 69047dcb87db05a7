import { ApplicationCommandOptionType, InteractionContextType } from 'discord.js'
import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  type CommandData,
  commands,
  commandsHash,
  globalCommands,
  isCommandName,
  menuCommandOf,
  menuCommands,
  serverCommands,
} from '../../src/discord/commands.ts'
import { type OptionsOf, readOptions } from '../../src/discord/options.ts'
import { discordWords } from '../../src/locale/discord-words.ts'
import { QUESTION_LIMIT } from '../../src/types.ts'
import { commandForm } from '../fakes/discord/form/command.ts'
import { newForm } from '../fakes/discord/refusal.ts'

type Node = {
  readonly name: string
  readonly description?: string
  readonly type?: number
  readonly required?: boolean
  readonly autocomplete?: boolean
  readonly name_localizations?: Readonly<Record<string, string>> | null
  readonly description_localizations?: Readonly<Record<string, string>> | null
  readonly options?: readonly Node[]
  readonly choices?: readonly Node[]
}

const nodes = (of: readonly Node[]): readonly Node[] => of.flatMap((node) => [node, ...nodes(node.options ?? [])])
const chat: readonly Node[] = Object.values(commands)

describe('the commands', () => {
  test('are those of the issue', () => {
    expect(globalCommands.map(({ name }) => name)).toEqual([
      'ask',
      'summary',
      'articles',
      'paragraph',
      'check',
      'help',
      'settings',
      'about',
      'stats',
      'forget-me',
      'Check against the articles',
      'Answer from the articles',
    ])
  })

  test('have names, descriptions and translations as Discord wants them', () => {
    for (const node of nodes(chat)) {
      for (const name of [node.name, node.name_localizations?.fr ?? '']) {
        expect(name).toMatch(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
        expect(name).toBe(name.toLowerCase())
      }
      for (const description of [node.description ?? '', node.description_localizations?.fr ?? '']) {
        expect(description.length, description).toBeGreaterThan(0)
        expect(description.length, description).toBeLessThanOrEqual(100)
      }
      for (const choice of node.choices ?? []) expect(choice.name_localizations?.fr).toMatch(/^.{1,100}$/u)
    }
    for (const { name, name_localizations } of Object.values(menuCommands))
      for (const each of [name, name_localizations.fr]) expect(each).toMatch(/^.{1,32}$/u)
  })

  test('are named in English as the English words name them', () => {
    const said = discordWords('en').commands
    expect(chat.map(({ name }) => name)).toEqual(
      [
        ...[
          said.ask,
          said.summary,
          said.articles,
          said.paragraph,
          said.check,
          said.help,
          said.settings,
          said.about,
          said.stats,
        ],
        said.forgetMe,
      ].map(({ name }) => name),
    )
    for (const command of chat) for (const option of command.options ?? []) expect(option.name).toMatch(/^[a-z]+$/u)
  })

  test('put required options first, each name once, in every language', () => {
    for (const command of chat) {
      const options = command.options ?? []
      const required = options.map((option) => option.required === true)
      expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)))
      for (const names of [options.map(({ name }) => name), options.map((each) => each.name_localizations?.fr)])
        expect(new Set(names).size).toBe(names.length)
    }
    const french = chat.map((each) => each.name_localizations?.fr)
    expect(new Set(french).size).toBe(french.length)
  })

  test('work everywhere, but for settings and statistics: in servers, by default for those who manage them', () => {
    for (const [name, command] of Object.entries({ ...commands, ...menuCommands })) {
      const ofServers = name === 'settings' || name === 'stats'
      expect(command.contexts, name).toEqual(ofServers ? [InteractionContextType.Guild] : [0, 1, 2])
      expect(command.integration_types, name).toEqual(ofServers ? [0] : [0, 1])
    }
    expect(commands.settings.default_member_permissions).toBe('32')
    expect(Object.values(commands).filter((each) => 'default_member_permissions' in each)).toHaveLength(1)
  })

  test('take no more text than can be answered, and help with articles', () => {
    expect(commands.ask.options[0].max_length).toBe(QUESTION_LIMIT)
    expect(commands.check.options[0].max_length).toBe(QUESTION_LIMIT)
    for (const option of nodes(chat).filter(
      ({ name, type }) => name === 'article' && type === ApplicationCommandOptionType.String,
    ))
      expect(option.autocomplete).toBe(true)
  })

  test('of one server have no contexts', () => {
    expect(serverCommands.map(({ name }) => name)).toEqual(globalCommands.map(({ name }) => name))
    for (const command of serverCommands) {
      expect(command).not.toHaveProperty('contexts')
      expect(command).not.toHaveProperty('integration_types')
    }
  })

  test('are what the fake Discord takes, for everywhere and for one server', () => {
    for (const [isGlobal, list] of [
      [true, globalCommands],
      [false, serverCommands],
    ] as const) {
      const form = newForm()
      for (const [index, command] of list.entries()) commandForm(form.at(index), command, isGlobal)
      form.check()
    }
  })

  test('are known by their names', () => {
    expect(['ask', 'forget-me', 'constructor', 'Ask'].map(isCommandName)).toEqual([true, true, false, false])
    expect(menuCommandOf('Check against the articles')).toBe('check')
    expect(menuCommandOf('Answer from the articles')).toBe('answer')
    expect(menuCommandOf('ask')).toBeUndefined()
  })
})

describe('the hash of the commands', () => {
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .map(([key, inner]) => [key, reversed(inner)] as const)
              .reverse(),
          )
        : value

  test('does not depend on the order of keys', () => {
    expect(commandsHash(reversed(globalCommands) as readonly CommandData[])).toBe(commandsHash(globalCommands))
    expect(commandsHash(globalCommands)).toMatch(/^[0-9a-f]{64}$/u)
  })

  test('changes with any word, with the order of commands and with the scope', () => {
    const [first, ...rest] = globalCommands
    if (!first) throw new Error('no command')
    const changed = [{ ...first, name_localizations: { fr: 'autre' } }, ...rest]
    const hashes = [globalCommands, changed, rest, [...rest, first], serverCommands].map(commandsHash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('the options of a command', () => {
  test('have the types that its data gives them', () => {
    expectTypeOf<OptionsOf<'ask'>>().branded.toEqualTypeOf<{
      readonly question: string
      readonly article?: string
      readonly private?: boolean
    }>()
    expectTypeOf<OptionsOf<'summary'>['length']>().toEqualTypeOf<'short' | 'medium' | 'long' | undefined>()
    expectTypeOf<OptionsOf<'summary'>['language']>().toEqualTypeOf<'fr' | 'en' | undefined>()
    expectTypeOf<OptionsOf<'paragraph'>['number']>().toEqualTypeOf<number>()
    expectTypeOf<OptionsOf<'articles'>['subcommand']>().toEqualTypeOf<
      'list' | 'add' | 'remove' | 'refresh' | 'rename' | 'use'
    >()
    expectTypeOf<Extract<OptionsOf<'articles'>, { subcommand: 'rename' }>>().branded.toEqualTypeOf<{
      readonly subcommand: 'rename'
      readonly article: string
      readonly title: string
    }>()
  })

  test('are read as they were given', () => {
    expect(readOptions('ask', [{ name: 'question', value: 'Why?' }])).toEqual({ question: 'Why?' })
    expect(
      readOptions('ask', [
        { name: 'private', value: true },
        { name: 'question', value: 'Why?' },
        { name: 'article', value: 'phare' },
      ]),
    ).toEqual({ question: 'Why?', article: 'phare', private: true })
    expect(readOptions('summary', [{ name: 'length', value: 'long' }])).toEqual({ length: 'long' })
    expect(readOptions('paragraph', [{ name: 'number', value: 8 }])).toEqual({ number: 8 })
    expect(readOptions('articles', [{ name: 'list', options: [] }])).toEqual({ subcommand: 'list' })
    expect(readOptions('help', [])).toEqual({})
  })

  test.each([
    ['ask', []],
    ['ask', [{ name: 'question', value: 3 }]],
    [
      'ask',
      [
        { name: 'question', value: 'Why?' },
        { name: 'other', value: 'x' },
      ],
    ],
    [
      'ask',
      [
        { name: 'question', value: 'Why?' },
        { name: 'private', value: 'yes' },
      ],
    ],
    ['summary', [{ name: 'length', value: 'endless' }]],
    ['paragraph', [{ name: 'number', value: 1.5 }]],
    ['articles', []],
    ['articles', [{ name: 'drop', options: [] }]],
    ['articles', [{ name: 'list', options: [{ name: 'page', value: 2 }] }]],
    ['help', [{ name: 'constructor', value: 'x' }]],
  ] as const)('that %s does not declare are not read: %j', (name, given) => {
    expect(readOptions(name, given)).toBeUndefined()
  })
})
