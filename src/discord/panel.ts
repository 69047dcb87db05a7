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

export const createPanel = (ports: BotPorts, options: { readonly messageContent: boolean }) => {
  const { settings, library } = ports
  const undoable = new Map<string, { readonly server: string; readonly before: ServerSettings }>()

  const panel = (present: ServerSettings, locale: Locale, undo?: string): MessageBody =>
    renderSettings(present, {
      locale,
      contentIntent: options.messageContent,
      titleOf: (id) => library.article(id)?.head.title,
      ...(undo !== undefined && { undo }),
    })

  const articlePage = async (server: string, locale: Locale, page: number, channel?: string): Promise<MessageBody> =>
    renderDefaultArticle(await settings.settings(server), {
      locale,
      articles: library.articles(),
      page,
      ...(channel !== undefined && { channel }),
    })

  /** Saves a change, and remembers what was before it. */
  const change = async (
    server: string,
    locale: Locale,
    how: (present: ServerSettings) => ServerSettings,
  ): Promise<MessageBody> => {
    const before = await settings.settings(server)
    const present = await settings.changeSettings(server, how)
    const token = randomBytes(12).toString('base64url')
    undoable.set(token, { server, before })
    for (const oldest of undoable.keys()) {
      if (undoable.size <= MAXIMUM_UNDO) break
      undoable.delete(oldest)
    }
    return panel(present, present.locale ?? locale, token)
  }

  const withArticle = (present: ServerSettings, channel: string, article: string | undefined): ServerSettings => {
    const { [channel]: _, ...others } = present.defaultArticles
    return { ...present, defaultArticles: article === undefined ? others : { ...others, [channel]: article } }
  }

  const withLocale = ({ locale: _, ...present }: ServerSettings, value: string | undefined): ServerSettings => {
    const locale = value === READERS_LANGUAGE ? undefined : localeOf(value)
    return locale === undefined ? present : { ...present, locale }
  }

  const pressed = async (press: PanelPress, id: PanelId, server: string, locale: Locale): Promise<MessageBody> => {
    const values: readonly string[] = press.isAnySelectMenu() ? press.values : []
    switch (id.kind) {
      case 'default_article': {
        const article = library.articles().find(({ head }) => articleKey(head.id) === values[0])
        return change(server, locale, (present) => withArticle(present, id.channel, article?.head.id))
      }
      case 'default_none':
        return change(server, locale, (present) => withArticle(present, id.channel, undefined))
      case 'default_page':
        return articlePage(server, locale, id.page, id.channel)
      case 'undo': {
        const undo = undoable.get(id.token)
        undoable.delete(id.token)
        const present =
          undo?.server === server
            ? await settings.changeSettings(server, () => undo.before)
            : await settings.settings(server)
        return panel(present, present.locale ?? locale)
      }
      case 'settings':
        break
    }
    switch (id.control) {
      case 'channels':
        return change(server, locale, (present) => ({ ...present, channels: values }))
      case 'roles':
        return change(server, locale, (present) => ({ ...present, roles: values }))
      case 'questions':
        return change(server, locale, (present) => ({ ...present, questionChannels: values }))
      case 'language':
        return change(server, locale, (present) => withLocale(present, values[0]))
      case 'limit': {
        const limit = Number(values[0])
        const valid = Number.isInteger(limit) && limit >= 0 && limit <= MAXIMUM_LIMIT
        return change(server, locale, (present) => ({ ...present, hourlyLimit: valid ? limit : present.hourlyLimit }))
      }
      case 'private':
      case 'public': {
        const { control } = id
        return change(server, locale, (present) => ({ ...present, privateByDefault: control === 'private' }))
      }
      case 'defaults':
        return articlePage(server, locale, 1)
      case 'channel':
        return articlePage(server, locale, 1, values[0])
      case 'home':
        return panel(await settings.settings(server), locale)
    }
  }

  return {
    home: async (server: string, locale: Locale): Promise<MessageBody> =>
      panel(await settings.settings(server), locale),

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
