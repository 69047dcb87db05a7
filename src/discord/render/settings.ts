/** The settings of a server as one panel of menus, and the page where a channel gets its article. Shown to admins alone. */
import {
  type APIActionRowComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js'
import { discordWords } from '../../locale/discord-words.ts'
import type { ServerSettings } from '../../ports.ts'
import type { Article, Locale } from '../../types.ts'
import { limits, type MessageBody } from '../budget.ts'
import { articleKey, type CustomId, customId } from '../custom-id.ts'
import { literal } from '../escape.ts'
import { pager } from './evidence.ts'
import { button, buttons, heading, menu, message, quiet, shortened, text } from './parts.ts'
import { plainTitle } from './sources.ts'

/** The limits that the menu offers beside the present one. */
const hourlyLimits = [0, 5, 10, 20, 30, 60, 120, 300, 600, 1_200] as const
/** The value of the menu of languages for each reader's own. */
export const READERS_LANGUAGE = 'reader'

/** Channels where members can write. */
const channelTypes = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
] as const

/** Default articles that are listed on the panel. */
const LISTED = 10
const TITLE = 60

/** A control with its name above it: a menu that shows its choice no longer says what it is for. */
export const labelled = (
  label: string,
  control: APIActionRowComponent<APIComponentInMessageActionRow>,
  note?: string,
): readonly APIComponentInContainer[] => [text(heading(label), ...(note === undefined ? [] : [quiet(note)])), control]

type Control = Extract<CustomId, { kind: 'settings' }>['control']

const channelMenu = (control: Control, chosen: readonly string[], placeholder: string, most: number) => {
  const shown = chosen.slice(0, most)
  return menu({
    type: ComponentType.ChannelSelect,
    custom_id: customId({ kind: 'settings', control }),
    placeholder,
    channel_types: [...channelTypes],
    min_values: most === 1 ? 1 : 0,
    max_values: most,
    ...(shown.length > 0 && {
      default_values: shown.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
    }),
  })
}

const roleMenu = (control: Control, chosen: readonly string[], placeholder: string) => {
  const shown = chosen.slice(0, limits.options)
  return menu({
    type: ComponentType.RoleSelect,
    custom_id: customId({ kind: 'settings', control }),
    placeholder,
    min_values: 0,
    max_values: limits.options,
    ...(shown.length > 0 && { default_values: shown.map((id) => ({ id, type: SelectMenuDefaultValueType.Role })) }),
  })
}

export const stringMenu = (id: CustomId, options: readonly APISelectMenuOption[], placeholder?: string) =>
  menu({
    type: ComponentType.StringSelect,
    custom_id: customId(id),
    options: [...options],
    ...(placeholder !== undefined && { placeholder }),
  })

/** The limits that may be chosen: none that the operator does not allow, and the present one. */
export const hourlyOptions = (present: number, ceiling: number | undefined, locale: Locale): APISelectMenuOption[] => {
  const said = discordWords(locale).settings
  const offered = hourlyLimits.filter((limit) => limit <= (ceiling ?? Number.POSITIVE_INFINITY))
  return [...new Set<number>([...offered, present])]
    .sort((a, b) => a - b)
    .map((limit) => ({
      label: limit === 0 && ceiling !== undefined ? said.limitOfOperator(ceiling) : said.limit(limit),
      value: String(limit),
      default: limit === present,
    }))
}

export type PanelOptions = {
  readonly locale: Locale
  /** Of the operator, on a member's questions in an hour. */
  readonly hourlyCeiling?: number
  /** Whether the bot gets the text of messages that do not mention it. */
  readonly contentIntent: boolean
  readonly titleOf: (article: string) => string | undefined
  /** What takes the last change back, once there was one. */
  readonly undo?: string
}

export const renderSettings = (settings: ServerSettings, options: PanelOptions): MessageBody => {
  const { locale, contentIntent, titleOf, undo } = options
  const said = discordWords(locale).settings
  const language = settings.locale ?? READERS_LANGUAGE
  const defaults = Object.entries(settings.defaultArticles)
  const listed = defaults
    .slice(0, LISTED)
    .map(([channel, article]) => `<#${channel}> · ${literal(shortened(titleOf(article) ?? article, TITLE))}`)
  return message(
    'quiet',
    text(heading(said.heading), ...(undo === undefined ? [] : [literal(said.saved)])),
    ...labelled(said.channels, channelMenu('channels', settings.channels, said.everywhere, limits.options)),
    ...labelled(said.roles, roleMenu('roles', settings.roles, said.everybody)),
    ...labelled(said.adminRoles, roleMenu('admins', settings.adminRoles, said.nobodyElse)),
    ...labelled(said.curators, roleMenu('curators', settings.curators, said.managersOnly)),
    ...labelled(
      said.questionChannels,
      channelMenu('questions', settings.questionChannels, said.nowhere, limits.options),
      contentIntent ? undefined : said.needsContentIntent,
    ),
    ...labelled(
      said.language,
      stringMenu(
        { kind: 'settings', control: 'language' },
        ([READERS_LANGUAGE, 'fr', 'en'] as const).map((value) => ({
          label: said.languageOf[value],
          value,
          default: value === language,
        })),
      ),
    ),
    ...labelled(
      said.hourlyLimit,
      stringMenu(
        { kind: 'settings', control: 'limit' },
        hourlyOptions(settings.hourlyLimit, options.hourlyCeiling, locale),
      ),
    ),
    text(
      `**${literal(said.private)}** · ${literal(settings.privateByDefault ? said.privateOn : said.privateOff)}`,
      `**${literal(said.defaultArticles)}**${listed.length === 0 ? ` · ${literal(said.noDefaultArticle)}` : ''}`,
      ...listed.map((line) => `- ${line}`),
      ...(defaults.length > LISTED ? [`- … (${defaults.length})`] : []),
    ),
    ...buttons([
      settings.privateByDefault
        ? button(said.makePublic, { kind: 'settings', control: 'public' })
        : button(said.makePrivate, { kind: 'settings', control: 'private' }),
      button(said.defaultArticles, { kind: 'settings', control: 'defaults' }),
      button(said.limits, { kind: 'settings', control: 'limits' }),
      button(said.erase, { kind: 'erase', sure: 'ask' }),
      ...(undo === undefined ? [] : [button(said.undo, { kind: 'undo', token: undo })]),
    ]),
  )
}

/** Asks before everything of a server is deleted. */
export const renderErasing = (locale: Locale): MessageBody => {
  const said = discordWords(locale).settings
  return message(
    'failure',
    text(literal(said.eraseQuestion)),
    ...buttons([
      button(said.eraseConfirm, { kind: 'erase', sure: 'yes' }, 'danger'),
      button(said.back, { kind: 'erase', sure: 'no' }),
    ]),
  )
}

export type DefaultArticleOptions = {
  readonly locale: Locale
  /** In the order of the menu. */
  readonly articles: readonly Article[]
  /** Whose article is to be chosen; absent, the channel comes first. */
  readonly channel?: string
  /** Of the menu of articles, from 1. */
  readonly page: number
}

/** The page of a channel's default article. An option's value is the `articleKey` of its article. */
export const renderDefaultArticle = (
  { defaultArticles }: Pick<ServerSettings, 'defaultArticles'>,
  { locale, articles, channel, page }: DefaultArticleOptions,
): MessageBody => {
  const said = discordWords(locale).settings
  const pages = Math.max(1, Math.ceil(articles.length / limits.options))
  const at = Math.max(1, Math.min(page, pages))
  const shown = articles.slice((at - 1) * limits.options, at * limits.options)
  const present = channel === undefined ? undefined : defaultArticles[channel]
  const title = articles.find(({ head }) => head.id === present)?.head.title ?? present
  return message(
    'quiet',
    ...labelled(
      said.chooseChannel,
      channelMenu('channel', channel === undefined ? [] : [channel], said.chooseChannel, 1),
    ),
    ...(channel === undefined || shown.length === 0
      ? []
      : [
          ...labelled(
            said.chooseArticle,
            stringMenu(
              { kind: 'default_article', channel },
              shown.map(({ head }) => ({
                label: plainTitle(head, limits.optionText),
                value: articleKey(head.id),
                default: head.id === present,
              })),
              said.chooseArticle,
            ),
            title === undefined ? said.noDefaultArticle : shortened(title, TITLE),
          ),
          ...buttons([
            ...pager(at, pages, locale, (to) => ({ kind: 'default_page', channel, page: to })),
            ...(present === undefined ? [] : [button(said.removeDefault, { kind: 'default_none', channel })]),
          ]),
        ]),
    ...buttons([button(said.back, { kind: 'settings', control: 'home' })]),
  )
}
