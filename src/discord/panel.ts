/** The settings of a server, as an admin changes them on the panel. Who may is checked at every press. */
import { randomBytes } from 'node:crypto'
import {
  type ButtonInteraction,
  type ChannelSelectMenuInteraction,
  MessageFlags,
  PermissionFlagsBits,
  type RoleSelectMenuInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js'
import { localeOf } from '../locale/words.ts'
import type { ServerSettings } from '../ports.ts'
import type { Locale } from '../types.ts'
import type { MessageBody } from './budget.ts'
import { articleKey, type CustomId } from './custom-id.ts'
import type { BotPorts } from './ports.ts'
import { renderProblem } from './render/notice.ts'
import { forClient } from './render/parts.ts'
import { READERS_LANGUAGE, renderDefaultArticle, renderSettings } from './render/settings.ts'

/** Changes that can still be taken back, over all servers. */
const MAXIMUM_UNDO = 100
/** The most a member may be limited to in an hour; more is no limit. */
const MAXIMUM_LIMIT = 10_000

export type PanelPress =
  | ButtonInteraction
  | ChannelSelectMenuInteraction
  | RoleSelectMenuInteraction
  | StringSelectMenuInteraction

export type PanelId = Extract<
  CustomId,
  { kind: 'settings' | 'default_article' | 'default_page' | 'default_none' | 'undo' }
>

type Change = (present: ServerSettings) => ServerSettings

const withArticle =
  (channel: string, article: string | undefined): Change =>
  (present) => {
    const { [channel]: _, ...others } = present.defaultArticles
    return { ...present, defaultArticles: article === undefined ? others : { ...others, [channel]: article } }
  }

const withLocale =
  (locale: Locale | undefined): Change =>
  ({ locale: _, ...present }) =>
    locale === undefined ? present : { ...present, locale }

/** What a control makes of the settings; undefined for values that it does not have. */
const changeBy = (id: PanelId, values: readonly string[]): Change | undefined => {
  if (id.kind === 'default_none') return withArticle(id.channel, undefined)
  if (id.kind !== 'settings') return undefined
  const [value] = values
  switch (id.control) {
    case 'channels':
      return (present) => ({ ...present, channels: values })
    case 'roles':
      return (present) => ({ ...present, roles: values })
    case 'questions':
      return (present) => ({ ...present, questionChannels: values })
    case 'language':
      return value === READERS_LANGUAGE || localeOf(value) ? withLocale(localeOf(value)) : undefined
    case 'limit': {
      const hourlyLimit = Number(value)
      const isValid = Number.isInteger(hourlyLimit) && hourlyLimit >= 0 && hourlyLimit <= MAXIMUM_LIMIT
      return isValid ? (present) => ({ ...present, hourlyLimit }) : undefined
    }
    case 'private':
    case 'public': {
      const privateByDefault = id.control === 'private'
      return (present) => ({ ...present, privateByDefault })
    }
    default:
      return undefined
  }
}

/** Takes back what lies between `before` and `after`, and leaves what others changed since. */
const reverting =
  (before: ServerSettings, after: ServerSettings): Change =>
  (present) => {
    const keys = Object.keys({ ...before, ...after, ...present }) as (keyof ServerSettings)[]
    const entries = keys.map((key) => [key, (before[key] === after[key] ? present : before)[key]] as const)
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as ServerSettings
  }

export const createPanel = (ports: BotPorts, options: { readonly messageContent: boolean }) => {
  const { settings, libraries } = ports
  const undoable = new Map<string, { readonly server: string; readonly back: Change }>()

  const home = (server: string, present: ServerSettings, locale: Locale, undo?: string): MessageBody =>
    renderSettings(present, {
      locale,
      contentIntent: options.messageContent,
      titleOf: (id) => libraries.for(server).article(id)?.head.title,
      ...(undo !== undefined && { undo }),
    })

  const articlePage = async (server: string, locale: Locale, page: number, channel?: string): Promise<MessageBody> =>
    renderDefaultArticle(await settings.settings(server), {
      locale,
      articles: libraries.for(server).articles(),
      page,
      ...(channel !== undefined && { channel }),
    })

  const remember = (server: string, back: Change): string => {
    const token = randomBytes(12).toString('base64url')
    undoable.set(token, { server, back })
    for (const oldest of undoable.keys()) {
      if (undoable.size <= MAXIMUM_UNDO) break
      undoable.delete(oldest)
    }
    return token
  }

  /** Saves a change, and remembers how to take it back. `reader` is the locale where the server has none. */
  const save = async (server: string, reader: Locale, change: Change): Promise<MessageBody> => {
    let back: Change | undefined
    const present = await settings.changeSettings(server, (before) => {
      const after = change(before)
      back = reverting(before, after)
      return after
    })
    return home(server, present, present.locale ?? reader, back && remember(server, back))
  }

  const undo = async (server: string, reader: Locale, token: string): Promise<MessageBody> => {
    const last = undoable.get(token)
    const known = last?.server === server
    if (known) undoable.delete(token)
    const present = await (known ? settings.changeSettings(server, last.back) : settings.settings(server))
    return home(server, present, present.locale ?? reader)
  }

  const pressed = async (press: PanelPress, id: PanelId, server: string, locale: Locale): Promise<MessageBody> => {
    const values: readonly string[] = press.isAnySelectMenu() ? press.values : []
    const reader = localeOf(press.locale) ?? 'en'
    const change = changeBy(id, values)
    if (change) return save(server, reader, change)
    switch (id.kind) {
      case 'undo':
        return undo(server, reader, id.token)
      case 'default_article': {
        const article = libraries
          .for(server)
          .articles()
          .find(({ head }) => articleKey(head.id) === values[0])
        // An article that is gone since the menu was drawn changes nothing.
        return article
          ? save(server, reader, withArticle(id.channel, article.head.id))
          : articlePage(server, locale, 1, id.channel)
      }
      case 'default_page':
        return articlePage(server, locale, id.page, id.channel)
      default:
        if (id.kind === 'settings' && id.control === 'defaults') return articlePage(server, locale, 1)
        if (id.kind === 'settings' && id.control === 'channel') return articlePage(server, locale, 1, values[0])
        return home(server, await settings.settings(server), locale)
    }
  }

  return {
    home: async (server: string, locale: Locale): Promise<MessageBody> =>
      home(server, await settings.settings(server), locale),

    /** `locale`: of the panel as it is. */
    async press(press: PanelPress, id: PanelId, locale: Locale): Promise<void> {
      const server = press.inCachedGuild() ? press.guildId : undefined
      const allowed = press.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true
      if (server === undefined || !allowed) {
        const given = forClient(renderProblem(server === undefined ? 'server_only' : 'manage_server_only', {}, locale))
        await press.reply({ ...given, flags: [...given.flags, MessageFlags.Ephemeral] })
        return
      }
      await press.update(forClient(await pressed(press, id, server, locale)))
    },
  }
}

export type Panel = ReturnType<typeof createPanel>
