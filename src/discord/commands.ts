/** The commands as Discord is told about them: the one source of their names, options and permissions. */
import { createHash } from 'node:crypto'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js'
import type { DiscordCatalogue, Named } from '../locale/discord-catalogue.ts'
import { discordWords } from '../locale/discord-words.ts'
import { QUESTION_LIMIT } from '../types.ts'

/** Discord's types hold mutable arrays, which no constant is. */
type Immutable<T> = T extends (infer E)[]
  ? readonly Immutable<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Immutable<T[K]> }
    : T

type Words = DiscordCatalogue['commands']
const english = discordWords('en').commands
const french = discordWords('fr').commands

/** What people read of a command or option; its own name is the English one and stands in the data. */
const named = (of: (words: Words) => Named) => ({
  name_localizations: { fr: of(french).name },
  description: of(english).description,
  description_localizations: { fr: of(french).description },
})

const choice = <const V extends string>(value: V, of: (words: Words) => string) => ({
  name: of(english),
  name_localizations: { fr: of(french) },
  value,
})

/** In servers, in direct messages with the bot, and anywhere else for those who installed it for themselves. */
const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
} as const

const { String: Text, Integer, Boolean: YesNo, Attachment, Subcommand } = ApplicationCommandOptionType

/** UTF-16 units of a title that is given; the intake cuts longer ones. */
export const TITLE_LIMIT = 200
/** The longest address that is taken: what browsers take, too. */
const URL_LIMIT = 2_000

const anArticle = (of: (words: Words) => Named) =>
  ({ type: Text, name: 'article', ...named(of), autocomplete: true }) as const

export const commands = {
  ask: {
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    ...named((words) => words.ask),
    options: [
      {
        type: Text,
        name: 'question',
        ...named((words) => words.ask.options.question),
        required: true,
        max_length: QUESTION_LIMIT,
      },
      anArticle((words) => words.ask.options.article),
      { type: YesNo, name: 'private', ...named((words) => words.ask.options.private) },
    ],
  },
  summary: {
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    name: 'summary',
    ...named((words) => words.summary),
    options: [
      anArticle((words) => words.summary.options.article),
      {
        type: Text,
        name: 'length',
        ...named((words) => words.summary.options.length),
        choices: [
          choice('short', (words) => words.lengths.short),
          choice('medium', (words) => words.lengths.medium),
          choice('long', (words) => words.lengths.long),
        ],
      },
      {
        type: Text,
        name: 'language',
        ...named((words) => words.summary.options.language),
        choices: [choice('fr', (words) => words.languages.fr), choice('en', (words) => words.languages.en)],
      },
      { type: YesNo, name: 'private', ...named((words) => words.summary.options.private) },
    ],
  },
  articles: {
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    name: 'articles',
    ...named((words) => words.articles),
    // Discord gates whole commands only: who may change articles is looked at when it is run.
    options: [
      { type: Subcommand, name: 'list', ...named((words) => words.articles.list), options: [] },
      {
        type: Subcommand,
        name: 'add',
        ...named((words) => words.articles.add),
        options: [
          { type: Text, name: 'url', ...named((words) => words.articles.add.options.url), max_length: URL_LIMIT },
          { type: Attachment, name: 'file', ...named((words) => words.articles.add.options.file) },
        ],
      },
      {
        type: Subcommand,
        name: 'remove',
        ...named((words) => words.articles.remove),
        options: [{ ...anArticle((words) => words.articles.remove.options.article), required: true }],
      },
      {
        type: Subcommand,
        name: 'refresh',
        ...named((words) => words.articles.refresh),
        options: [
          { ...anArticle((words) => words.articles.refresh.options.article), required: true },
          { type: Attachment, name: 'file', ...named((words) => words.articles.refresh.options.file) },
        ],
      },
      {
        type: Subcommand,
        name: 'rename',
        ...named((words) => words.articles.rename),
        options: [
          { ...anArticle((words) => words.articles.rename.options.article), required: true },
          {
            type: Text,
            name: 'title',
            ...named((words) => words.articles.rename.options.title),
            required: true,
            max_length: TITLE_LIMIT,
          },
        ],
      },
      {
        type: Subcommand,
        name: 'use',
        ...named((words) => words.articles.use),
        options: [anArticle((words) => words.articles.use.options.article)],
      },
    ],
  },
  paragraph: {
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    name: 'paragraph',
    ...named((words) => words.paragraph),
    options: [
      {
        type: Integer,
        name: 'number',
        ...named((words) => words.paragraph.options.number),
        required: true,
        min_value: 1,
      },
      anArticle((words) => words.paragraph.options.article),
    ],
  },
  check: {
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    name: 'check',
    ...named((words) => words.check),
    options: [
      {
        type: Text,
        name: 'statement',
        ...named((words) => words.check.options.statement),
        required: true,
        max_length: QUESTION_LIMIT,
      },
      anArticle((words) => words.check.options.article),
      { type: YesNo, name: 'private', ...named((words) => words.check.options.private) },
    ],
  },
  help: {
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    name: 'help',
    ...named((words) => words.help),
    options: [],
  },
  // One panel of menus, not subcommands: on a phone, choosing beats typing.
  settings: {
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    type: ApplicationCommandType.ChatInput,
    name: 'settings',
    ...named((words) => words.settings),
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [],
  },
  about: {
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    name: 'about',
    ...named((words) => words.about),
    options: [],
  },
  // Shown to all, since a server's own roles may be let in; whom it tells what is asked at every use.
  stats: {
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    type: ApplicationCommandType.ChatInput,
    name: 'stats',
    ...named((words) => words.stats),
    options: [],
  },
  'forget-me': {
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    name: 'forget-me',
    ...named((words) => words.forgetMe),
    options: [],
  },
} as const satisfies { readonly [name: string]: Immutable<RESTPostAPIChatInputApplicationCommandsJSONBody> }

/** In the menu of a message, under the names Discord shows and sends. */
export const menuCommands = {
  check: {
    ...everywhere,
    type: ApplicationCommandType.Message,
    name: english.menu.check,
    name_localizations: { fr: french.menu.check },
  },
  answer: {
    ...everywhere,
    type: ApplicationCommandType.Message,
    name: english.menu.answer,
    name_localizations: { fr: french.menu.answer },
  },
} as const satisfies { readonly [name: string]: Immutable<RESTPostAPIContextMenuApplicationCommandsJSONBody> }

export type CommandName = keyof typeof commands
export type MenuCommandName = keyof typeof menuCommands

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name)

/** Which of ours the name of a message menu command is. */
export const menuCommandOf = (name: string): MenuCommandName | undefined =>
  (['check', 'answer'] as const).find((key) => menuCommands[key].name === name)

export type CommandData = Immutable<
  RESTPostAPIChatInputApplicationCommandsJSONBody | RESTPostAPIContextMenuApplicationCommandsJSONBody
>

/** All commands, as `PUT /applications/:id/commands` takes them. */
export const globalCommands: readonly CommandData[] = [...Object.values(commands), ...Object.values(menuCommands)]

/** The same for one server, whose commands have no contexts and no kinds of installation. */
export const serverCommands: readonly CommandData[] = globalCommands.map(
  ({ contexts: _contexts, integration_types: _types, ...rest }) => rest as CommandData,
)

/** The value with the keys of every object in order, so that equal data gives equal JSON. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]))
}

/** SHA-256, hex, of the data, whatever the order of keys in its objects. */
export const commandsHash = (data: readonly CommandData[]): string =>
  createHash('sha256')
    .update(JSON.stringify(ordered(data)))
    .digest('hex')
