/** Handles slash commands and message menu commands. */
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js'
import { localeOf } from '../locale/words.ts'
import { AppError, type Article, type Locale, QUESTION_LIMIT } from '../types.ts'
import type { MessageBody } from './budget.ts'
import { type CommandName, isCommandName, menuCommandOf } from './commands.ts'
import { articleKey } from './custom-id.ts'
import { deliver } from './deliver.ts'
import type { Desk, Given, Place } from './desk.ts'
import { refusalBody } from './messages.ts'
import { type OptionsOf, readOptions } from './options.ts'
import type { Panel } from './panel.ts'
import type { BotPorts } from './ports.ts'
import { renderArticles } from './render/articles.ts'
import { renderForget, renderProblem } from './render/notice.ts'
import { type CommandIds, renderAbout, renderHelp } from './render/pages.ts'
import { renderParagraph } from './render/paragraph.ts'
import { forClient } from './render/parts.ts'
import { plainTitle } from './render/sources.ts'
import { interactionSurface } from './surface.ts'

/** Discord's limits on autocompletion. */
const MAXIMUM_CHOICES = 25
const MAXIMUM_CHOICE = 100

type Slash = ChatInputCommandInteraction
type Menu = MessageContextMenuCommandInteraction

export const interactionPlace = (interaction: {
  readonly user: { readonly id: string }
  readonly guildId: string | null
  readonly channelId: string | null
  readonly channel: unknown
  readonly member: unknown
  inCachedGuild(): boolean
}): Place => {
  const { member, channel } = interaction as {
    readonly member: { readonly roles: readonly string[] | { readonly cache: ReadonlyMap<string, unknown> } } | null
    readonly channel: { readonly parentId?: string | null; isThread?(): boolean } | null
  }
  const roles = member?.roles
  return {
    member: interaction.user.id,
    // A server that has not installed the bot has no settings and no library here.
    server: interaction.inCachedGuild() ? (interaction.guildId ?? undefined) : undefined,
    channel: interaction.channelId ?? '',
    parent: channel?.isThread?.() === true ? (channel.parentId ?? undefined) : undefined,
    roles: roles === undefined ? [] : 'cache' in roles ? [...roles.cache.keys()] : roles,
  }
}

export const createCommanding = (
  desk: Desk,
  panel: Panel,
  ports: BotPorts,
  facts: { readonly ids: () => CommandIds; readonly startedAt: number },
) => {
  const { library } = ports

  /** By its key, as autocompletion gives it, or by what somebody typed: an id, a title, the beginning of one. */
  const findArticle = (given: string): Article => {
    const articles = library.articles()
    const exact = articles.find(({ head }) => articleKey(head.id) === given || head.id === given)
    if (exact) return exact
    const typed = given.trim().toLowerCase()
    const [first, ...others] = articles.filter(({ head }) =>
      [head.id, head.title].some((name) => name.toLowerCase().startsWith(typed)),
    )
    const known = (list: readonly Article[]) => list.map(({ head }) => head.title)
    if (first === undefined) throw new AppError('unknown_article', { id: given, known: known(articles) })
    if (others.length > 0) throw new AppError('several_articles', { known: known([first, ...others]) })
    return first
  }

  /** The article that is meant where none is named: the channel's, or the only one. */
  const onlyArticle = (ids: 'all' | readonly string[]): Article => {
    const [first, ...others] = ids === 'all' ? library.articles() : ids.flatMap((id) => library.article(id) ?? [])
    if (first === undefined) throw new AppError('no_articles', {})
    if (others.length > 0)
      throw new AppError('several_articles', { known: [first, ...others].map(({ head }) => head.title) })
    return first
  }

  const show = async (interaction: Slash, body: MessageBody): Promise<void> => {
    const given = forClient(body)
    await interaction.reply({ ...given, flags: [...given.flags, MessageFlags.Ephemeral] })
  }

  /** Defers at once, since Discord waits three seconds, and then answers on the deferred response. */
  const respond = async (
    interaction: Slash | Menu,
    how: {
      readonly locale: Locale
      readonly private: boolean
      readonly stage: 'searching' | 'modelReading' | 'summarising'
      readonly asked: string
      readonly check?: boolean
    },
    work: (given: Given) => ReturnType<Desk['ask']>,
    signal: AbortSignal,
  ): Promise<void> => {
    const place = interactionPlace(interaction)
    const refusal = (await desk.admits(place)) ?? (await desk.counts(place))
    const surface = interactionSurface(interaction, how.private || refusal !== undefined)
    const flags = how.private || refusal ? ([MessageFlags.Ephemeral] as const) : []
    await interaction.deferReply({ flags: [...flags] })
    if (refusal) return void (await surface.put(refusalBody(refusal, how.locale)))
    const { locale, stage, asked } = how
    const thread = place.server !== undefined && !how.private && interaction.channel?.isThread() !== true
    await deliver(
      {
        surface,
        locale,
        stage,
        channel: place.channel,
        options: { thread, asked, ...(how.check && { check: true }) },
      },
      (onClaim) => work({ place, locale, private: how.private, signal, onClaim }),
      ports,
    )
  }

  /** Private where the member says so, else where the server's settings do. */
  const isPrivate = async (interaction: Slash | Menu, given: boolean | undefined): Promise<boolean> =>
    given ?? (await desk.settingsOf(interactionPlace(interaction)))?.privateByDefault ?? false

  const readerLocale = async (interaction: Slash | Menu | AutocompleteInteraction, text = ''): Promise<Locale> => {
    const settings = await desk.settingsOf(interactionPlace(interaction))
    return ports.localeFor(text) ?? settings?.locale ?? localeOf(interaction.locale) ?? 'en'
  }

  const stage = () => (ports.model === undefined ? 'searching' : 'modelReading')

  type Handlers = {
    readonly [N in CommandName]: (interaction: Slash, options: OptionsOf<N>, signal: AbortSignal) => Promise<void>
  }

  const handlers: Handlers = {
    async ask(interaction, { question, article, private: hidden }, signal) {
      const locale = await readerLocale(interaction, question)
      const how = { locale, private: await isPrivate(interaction, hidden), stage: stage(), asked: question } as const
      await respond(interaction, how, async (given) => desk.ask(question, { ...given, ...named(article) }), signal)
    },
    async summary(interaction, { article, length, language, private: hidden }, signal) {
      const locale = language ?? (await readerLocale(interaction))
      const how = { locale, private: await isPrivate(interaction, hidden), stage: 'summarising', asked: '' } as const
      await respond(
        interaction,
        how,
        async (given) => desk.summarise(length ?? 'medium', { ...given, ...named(article) }, onlyArticle),
        signal,
      )
    },
    async articles(interaction) {
      await show(interaction, renderArticles(library.articles(), { locale: await readerLocale(interaction), page: 1 }))
    },
    async paragraph(interaction, { number, article }) {
      const locale = await readerLocale(interaction)
      const settings = await desk.settingsOf(interactionPlace(interaction))
      const own = settings?.defaultArticles[interaction.channelId]
      const { head, paragraphs } =
        article !== undefined
          ? findArticle(article)
          : onlyArticle(own !== undefined && library.article(own) ? [own] : 'all')
      const paragraph = paragraphs[number - 1]
      const count = paragraphs.length
      if (!paragraph) throw new AppError('unknown_paragraph', { article: head.title, number, count })
      const at = (part: number) => ({ kind: 'read', article: articleKey(head.id), paragraph: number, part }) as const
      await show(interaction, renderParagraph(paragraph, { locale, citations: [], count, part: 1, at }))
    },
    async check(interaction, { statement, article, private: hidden }, signal) {
      const locale = await readerLocale(interaction, statement)
      const shown = { locale, private: await isPrivate(interaction, hidden), stage: stage(), asked: statement } as const
      const work = async (given: Given) => desk.check(statement, { ...given, ...named(article) })
      await respond(interaction, { ...shown, check: true }, work, signal)
    },
    async help(interaction) {
      await show(interaction, renderHelp({ locale: await readerLocale(interaction), ids: facts.ids() }))
    },
    async settings(interaction) {
      const locale = await readerLocale(interaction)
      if (!interaction.inCachedGuild()) return show(interaction, renderProblem('server_only', {}, locale))
      if (!interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild))
        return show(interaction, renderProblem('manage_server_only', {}, locale))
      await show(interaction, await panel.home(interaction.guildId, locale))
    },
    async about(interaction) {
      const kept = await ports.privacy.kept(interaction.user.id)
      const { version, model } = ports
      await show(
        interaction,
        renderAbout({
          locale: await readerLocale(interaction),
          version,
          startedAt: facts.startedAt,
          ...(model !== undefined && { model }),
          articles: library.articles().length,
          kept,
          ids: facts.ids(),
        }),
      )
    },
    async 'forget-me'(interaction) {
      const kept = await ports.privacy.kept(interaction.user.id)
      await show(interaction, renderForget(kept, await readerLocale(interaction)))
    },
  }

  const named = (article: string | undefined) =>
    article === undefined ? {} : { article: findArticle(article).head.id }

  const call = async <N extends CommandName>(name: N, interaction: Slash, signal: AbortSignal): Promise<void> => {
    const options = readOptions(name, interaction.options.data)
    // An older version's command that a client still shows.
    if (!options) return show(interaction, renderHelp({ locale: await readerLocale(interaction), ids: facts.ids() }))
    await handlers[name](interaction, options, signal)
  }

  return {
    async slash(interaction: Slash, signal: AbortSignal): Promise<void> {
      const { commandName } = interaction
      if (isCommandName(commandName)) return call(commandName, interaction, signal)
      await show(interaction, renderHelp({ locale: await readerLocale(interaction), ids: facts.ids() }))
    },

    async menu(interaction: Menu, signal: AbortSignal): Promise<void> {
      const command = menuCommandOf(interaction.commandName)
      const text = interaction.targetMessage.content.trim()
      const locale = await readerLocale(interaction, text)
      const problem =
        text === ''
          ? renderProblem('no_text', {}, locale)
          : text.length > QUESTION_LIMIT
            ? renderProblem('text_too_long', { length: text.length, limit: QUESTION_LIMIT }, locale)
            : undefined
      if (problem || !command) {
        const given = forClient(problem ?? renderHelp({ locale, ids: facts.ids() }))
        await interaction.reply({ ...given, flags: [...given.flags, MessageFlags.Ephemeral] })
        return
      }
      const how = { locale, private: await isPrivate(interaction, undefined), stage: stage(), asked: text } as const
      await (command === 'check'
        ? respond(interaction, { ...how, check: true }, (given) => desk.check(text, given), signal)
        : respond(interaction, how, (given) => desk.ask(text, given), signal))
    },

    /** Titles that hold what was typed, those that begin with it first. */
    async autocomplete(interaction: AutocompleteInteraction): Promise<void> {
      const typed = interaction.options.getFocused().toLowerCase().trim()
      const found = library
        .articles()
        .filter(({ head }) => `${head.title} ${head.id} ${head.source ?? ''}`.toLowerCase().includes(typed))
        .sort(
          (a, b) =>
            Number(b.head.title.toLowerCase().startsWith(typed)) - Number(a.head.title.toLowerCase().startsWith(typed)),
        )
      await interaction.respond(
        found.slice(0, MAXIMUM_CHOICES).map(({ head }) => ({
          name: plainTitle(head, MAXIMUM_CHOICE),
          value: articleKey(head.id),
        })),
      )
    },

    readerLocale,
  }
}

export type Commanding = ReturnType<typeof createCommanding>
