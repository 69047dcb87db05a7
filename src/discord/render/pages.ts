/** The help page and the page about the bot. */
import type { Kept, Named } from '../../locale/discord-catalogue.ts'
import { discordWords } from '../../locale/discord-words.ts'
import type { Locale } from '../../types.ts'
import type { MessageBody } from '../budget.ts'
import { type CommandName, commands, menuCommands } from '../commands.ts'
import { literal } from '../escape.ts'
import { divider, heading, message, quiet, shortened, text } from './parts.ts'

/** UTF-16 units of a model's name. */
const MODEL = 100

/** Discord's ids of the registered commands, by their names: with one, a command's name can be pressed. */
export type CommandIds = Readonly<Record<string, string>>

/** `path` is the name with the subcommand's, as Discord has them. */
const mention = (path: string, shown: string, ids: CommandIds): string => {
  const id = ids[path.split(' ')[0] ?? '']
  return id === undefined || !/^\d{1,20}$/u.test(id) ? `**/${literal(shown)}**` : `</${path}:${id}>`
}

/** Where a command's words are, and how it is called. */
const entries = (locale: Locale): readonly { readonly path: string; readonly shown: string; readonly of: Named }[] => {
  const said = discordWords(locale).commands
  const of: { readonly [C in CommandName]: Named } = { ...said, 'forget-me': said.forgetMe }
  return (Object.keys(commands) as CommandName[]).map((name) =>
    name === 'articles'
      ? { path: 'articles list', shown: `${said.articles.name} ${said.articles.list.name}`, of: said.articles.list }
      : { path: name, shown: of[name].name, of: of[name] },
  )
}

export const renderHelp = ({
  locale,
  ids = {},
}: {
  readonly locale: Locale
  readonly ids?: CommandIds
}): MessageBody => {
  const said = discordWords(locale)
  const menu = said.commands.menu
  return message(
    'quiet',
    text(heading(said.help.heading), literal(said.help.about), ...said.help.ways.map((way) => `- ${literal(way)}`)),
    divider,
    text(
      heading(said.help.commands),
      ...entries(locale).map(({ path, shown, of }) => `- ${mention(path, shown, ids)} · ${literal(of.description)}`),
    ),
    text(
      heading(said.help.menu),
      ...Object.keys(menuCommands).map((key) => `- ${literal(menu[key as keyof typeof menu])}`),
    ),
    text(quiet(said.help.promise)),
  )
}

export type AboutFacts = {
  readonly locale: Locale
  readonly version: string
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  /** The model's name; absent, answers are quotations. */
  readonly model?: string
  /** Claims are shown as their quotations alone. */
  readonly quotationsOnly?: boolean
  readonly articles: number
  /** Of the member who asks. */
  readonly kept: Kept
  /** After how many days answers are deleted; absent, never. */
  readonly retentionDays?: number
  /** After how many days that of a server is deleted once the bot is removed from it. */
  readonly leavingDays?: number
  readonly ids?: CommandIds
}

export const renderAbout = (facts: AboutFacts): MessageBody => {
  const { locale, version, startedAt, model, quotationsOnly, articles, kept, ids = {} } = facts
  const { retentionDays, leavingDays } = facts
  const said = discordWords(locale).about
  const forget = discordWords(locale).commands.forgetMe.name
  return message(
    'quiet',
    text(
      heading(said.heading),
      literal(said.version(version)),
      // Discord shows the time in each reader's own words and keeps it right.
      `${literal(said.runningSince)} <t:${Math.floor(startedAt / 1_000)}:R>`,
      literal(said.articles(articles)),
      literal(model === undefined ? said.withoutModel : said.withModel(shortened(model, MODEL))),
      ...(model !== undefined && quotationsOnly === true ? [literal(said.quotationsOnly)] : []),
    ),
    divider,
    text(heading(said.promisedHeading), literal(said.promised), literal(said.notPromised)),
    divider,
    text(
      heading(said.keptHeading),
      literal(said.whatIsKept),
      literal(said.keptOfYou(kept)),
      literal(retentionDays === undefined ? said.noRetention : said.retention(retentionDays)),
      ...(leavingDays === undefined ? [] : [literal(said.leaving(leavingDays))]),
      `${literal(said.forget)} ${mention('forget-me', forget, ids)}`,
    ),
  )
}
