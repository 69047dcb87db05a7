/** The settings of a server, as an admin changes them on the panel. Who may is checked at every press. */
import { randomBytes } from 'node:crypto'
import {
  type ButtonInteraction,
  type ChannelSelectMenuInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RoleSelectMenuInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js'
import type { DiscordProblem, DiscordProblems } from '../locale/discord-problems.ts'
import { discordWords } from '../locale/discord-words.ts'
import { localeOf } from '../locale/words.ts'
import type { ServerSettings } from '../ports.ts'
import type { Locale } from '../types.ts'
import { administered } from './admin.ts'
import type { MessageBody } from './budget.ts'
import { readCaps } from './caps-form.ts'
import { articleKey, type CustomId } from './custom-id.ts'
import type { BotPorts } from './ports.ts'
import { capsForm, renderLimits } from './render/limits.ts'
import { renderNotice, renderProblem } from './render/notice.ts'
import { forClient } from './render/parts.ts'
import { READERS_LANGUAGE, renderDefaultArticle, renderErasing, renderSettings } from './render/settings.ts'

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
  { kind: 'settings' | 'default_article' | 'default_page' | 'default_none' | 'undo' | 'erase' }
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

const hourly = (value: string | undefined): number | undefined => {
  const limit = Number(value)
  return Number.isInteger(limit) && limit >= 0 && limit <= MAXIMUM_LIMIT ? limit : undefined
}

/** The pages that show settings, by the controls on them. */
type Page = 'home' | 'limits'
const onLimits: ReadonlySet<string> = new Set(['limits', 'server_limit', 'keep', 'drop'])
const pageOf = (id: PanelId): Page => (id.kind === 'settings' && onLimits.has(id.control) ? 'limits' : 'home')

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
    case 'admins':
      return (present) => ({ ...present, adminRoles: values })
    case 'curators':
      return (present) => ({ ...present, curators: values })
    case 'questions':
      return (present) => ({ ...present, questionChannels: values })
    case 'language':
      return value === READERS_LANGUAGE || localeOf(value) ? withLocale(localeOf(value)) : undefined
    case 'limit': {
      const hourlyLimit = hourly(value)
      return hourlyLimit === undefined ? undefined : (present) => ({ ...present, hourlyLimit })
    }
    case 'server_limit': {
      const serverHourlyLimit = hourly(value)
      return serverHourlyLimit === undefined ? undefined : (present) => ({ ...present, serverHourlyLimit })
    }
    case 'keep':
    case 'drop': {
      const keepUnanswered = id.control === 'keep'
      return (present) => ({ ...present, keepUnanswered })
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
  const { settings, libraries, ceilings, membership } = ports
  const undoable = new Map<string, { readonly server: string; readonly back: Change; readonly page: Page }>()

  const shown = async (
    server: string,
    page: Page,
    present: ServerSettings,
    locale: Locale,
    undo?: string,
  ): Promise<MessageBody> => {
    const common = { locale, ...(undo !== undefined && { undo }) }
    if (page === 'home')
      return renderSettings(present, {
        ...common,
        contentIntent: options.messageContent,
        titleOf: (id) => libraries.for(server).article(id)?.head.title,
        ...(ceilings.hourly.member !== undefined && { hourlyCeiling: ceilings.hourly.member }),
      })
    const { model, priced } = ports
    const spent = await ports.budget.spent({ kind: 'server', id: server }, ports.now())
    return renderLimits(present, {
      ...common,
      ceilings,
      spent,
      ...(model !== undefined && { model: { name: model, priced } }),
    })
  }

  const articlePage = async (server: string, locale: Locale, page: number, channel?: string): Promise<MessageBody> =>
    renderDefaultArticle(await settings.settings(server), {
      locale,
      articles: libraries.for(server).articles(),
      page,
      ...(channel !== undefined && { channel }),
    })

  const remember = (server: string, page: Page, back: Change): string => {
    const token = randomBytes(12).toString('base64url')
    undoable.set(token, { server, page, back })
    for (const oldest of undoable.keys()) {
      if (undoable.size <= MAXIMUM_UNDO) break
      undoable.delete(oldest)
    }
    return token
  }

  /** What a server does not want to have kept is not kept a moment longer. */
  const dropUnwanted = async (server: string, { keepUnanswered }: ServerSettings): Promise<void> =>
    keepUnanswered ? undefined : ports.unanswered.deleteUnanswered(server)

  /** Saves a change, and remembers how to take it back. `reader` is the locale where the server has none. */
  const save = async (server: string, page: Page, reader: Locale, change: Change): Promise<MessageBody> => {
    let back: Change | undefined
    const present = await settings.changeSettings(server, (before) => {
      const after = change(before)
      back = reverting(before, after)
      return after
    })
    await dropUnwanted(server, present)
    return shown(server, page, present, present.locale ?? reader, back && remember(server, page, back))
  }

  const undo = async (server: string, reader: Locale, token: string): Promise<MessageBody> => {
    const last = undoable.get(token)
    const known = last?.server === server
    if (known) undoable.delete(token)
    const present = await (known ? settings.changeSettings(server, last.back) : settings.settings(server))
    await dropUnwanted(server, present)
    return shown(server, known ? last.page : 'home', present, present.locale ?? reader)
  }

  const pressed = async (press: PanelPress, id: PanelId, server: string, locale: Locale): Promise<MessageBody> => {
    const values: readonly string[] = press.isAnySelectMenu() ? press.values : []
    const reader = localeOf(press.locale) ?? 'en'
    const change = changeBy(id, values)
    if (change) return save(server, pageOf(id), reader, change)
    switch (id.kind) {
      case 'erase': {
        if (id.sure === 'ask') return renderErasing(locale)
        if (id.sure === 'no') return shown(server, 'home', await settings.settings(server), locale)
        return renderNotice(discordWords(locale).settings.erased(await membership.erase(server)))
      }
      case 'undo':
        return undo(server, reader, id.token)
      case 'default_article': {
        const article = libraries
          .for(server)
          .articles()
          .find(({ head }) => articleKey(head.id) === values[0])
        // An article that is gone since the menu was drawn changes nothing.
        return article
          ? save(server, 'home', reader, withArticle(id.channel, article.head.id))
          : articlePage(server, locale, 1, id.channel)
      }
      case 'default_page':
        return articlePage(server, locale, id.page, id.channel)
      default:
        if (id.kind === 'settings' && id.control === 'defaults') return articlePage(server, locale, 1)
        if (id.kind === 'settings' && id.control === 'channel') return articlePage(server, locale, 1, values[0])
        return shown(server, pageOf(id), await settings.settings(server), locale)
    }
  }

  /** Shows words to the presser alone, and leaves the panel as it is. */
  const refuse = async <P extends DiscordProblem>(
    press: PanelPress | ModalSubmitInteraction,
    problem: P,
    facts: DiscordProblems[P],
    locale: Locale,
  ): Promise<void> => {
    const given = forClient(renderProblem(problem, facts, locale))
    await press.reply({ ...given, flags: [...given.flags, MessageFlags.Ephemeral] })
  }

  /** What of a menu is more than the operator allows, as on a panel that was drawn before the ceiling was set. */
  const tooMany = (press: PanelPress, id: PanelId): number | undefined => {
    if (id.kind !== 'settings' || !press.isStringSelectMenu()) return undefined
    const { hourly: most } = ceilings
    const ceiling = { limit: most.member, server_limit: most.server }[id.control as string]
    return ceiling !== undefined && Number(press.values[0]) > ceiling ? ceiling : undefined
  }

  return {
    home: async (server: string, locale: Locale): Promise<MessageBody> =>
      shown(server, 'home', await settings.settings(server), locale),

    /** `locale`: of the panel as it is. */
    async press(press: PanelPress, id: PanelId, locale: Locale): Promise<void> {
      const may = administered(press)
      if ('problem' in may) return refuse(press, may.problem, {}, locale)
      const { server } = may
      const ceiling = tooMany(press, id)
      if (ceiling !== undefined) return refuse(press, 'above_hourly_ceiling', { ceiling }, locale)
      if (id.kind === 'settings' && id.control === 'caps')
        return void (await press.showModal(
          capsForm(await settings.settings(server), { locale, ceiling: ceilings.server }),
        ))
      await press.update(forClient(await pressed(press, id, server, locale)))
    },

    /** The form of the caps, sent off. */
    async submit(submission: ModalSubmitInteraction, locale: Locale): Promise<void> {
      const may = administered(submission)
      if ('problem' in may) return refuse(submission, may.problem, {}, locale)
      const read = readCaps((field) => submission.fields.getTextInputValue(field), ceilings.server)
      if ('problem' in read)
        return read.problem === 'no_amount'
          ? refuse(submission, read.problem, read.facts, locale)
          : refuse(submission, read.problem, read.facts, locale)
      const reader = localeOf(submission.locale) ?? 'en'
      const body = await save(may.server, 'limits', reader, (present) => ({ ...present, ...read.caps }))
      if (submission.isFromMessage()) await submission.update(forClient(body))
    },
  }
}

export type Panel = ReturnType<typeof createPanel>
