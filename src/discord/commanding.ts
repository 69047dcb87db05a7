/** Handles slash commands, message menu commands and autocompletion. */
import type { AutocompleteInteraction } from 'discord.js'
import { AppError } from '../failures.ts'
import { type Article, QUESTION_LIMIT, serverOf } from '../types.ts'
import { administered } from './admin.ts'
import { type Call, createAnswering, type Menu, type Slash, showTo } from './answering.ts'
import { type ArticleChoice, createArticleChoice } from './article-choice.ts'
import { type CommandName, isCommandName, menuCommandOf } from './commands.ts'
import type { Curating } from './curating.ts'
import { articleKey } from './custom-id.ts'
import type { Desk, Place } from './desk.ts'
import { isBlank } from './escape.ts'
import { interactionPlace } from './interaction-place.ts'
import { refusalBody } from './messages.ts'
import { type OptionsOf, readOptions } from './options.ts'
import type { Panel } from './panel.ts'
import type { BotPorts } from './ports.ts'
import { renderArticles } from './render/articles.ts'
import { renderFailure, renderForget, renderProblem } from './render/notice.ts'
import { type CommandIds, renderAbout, renderHelp } from './render/pages.ts'
import { renderParagraph } from './render/paragraph.ts'
import type { StatisticsPages } from './statistics.ts'

type Handlers = {
  readonly [N in CommandName]: (options: OptionsOf<N>, call: Call<Slash>) => Promise<void>
}

/** Commands that anybody may use anywhere: they show nothing of the articles. */
const open: ReadonlySet<CommandName> = new Set(['help', 'settings', 'stats', 'about', 'forget-me'] as const)

export const createCommanding = (
  desk: Desk,
  pages: { readonly panel: Panel; readonly statistics: StatisticsPages; readonly curating: Curating },
  ports: BotPorts,
  facts: { readonly ids: () => CommandIds; readonly startedAt: number },
) => {
  const { privacy } = ports
  const { callOf, answer } = createAnswering(desk, ports)
  const stage = ports.model === undefined ? 'searching' : 'modelReading'

  const help = ({ interaction, locale }: Call): Promise<void> =>
    showTo(interaction, renderHelp({ locale, ids: facts.ids() }))

  const choiceAt = (place: Place): ArticleChoice => createArticleChoice(desk.libraryOf(place))

  /** As part of what the desk is given. Throws `AppError`, which is told before anything is counted or public. */
  const named = (article: string | undefined, { place }: Call): { readonly article?: Article } =>
    article === undefined ? {} : { article: choiceAt(place).named(article) }

  const articleFor = async (article: string | undefined, { place }: Call): Promise<Article> =>
    article === undefined ? choiceAt(place).only(await desk.scopeOf(place)) : choiceAt(place).named(article)

  const handlers: Handlers = {
    async ask({ question, article, private: hidden }, call) {
      const scope = named(article, call)
      const how = { stage, asked: question, private: hidden } as const
      await answer(call, how, (given) => desk.ask(question, { ...given, ...scope }))
    },
    async summary({ article, length = 'medium', language, private: hidden }, call) {
      const of = await articleFor(article, call)
      await answer(call, { stage: 'summarising', private: hidden }, (given) =>
        desk.summarise(of, length, { ...given, locale: language ?? given.locale }),
      )
    },
    async check({ statement, article, private: hidden }, call) {
      const scope = named(article, call)
      const how = { stage, asked: statement, check: true, private: hidden } as const
      await answer(call, how, (given) => desk.check(statement, { ...given, ...scope }))
    },
    async articles(options, { interaction, place, locale, signal }) {
      if (options.subcommand !== 'list') return pages.curating.run(options, interaction, locale, signal)
      await showTo(interaction, renderArticles(desk.libraryOf(place).articles(), { locale, page: 1 }))
    },
    async paragraph({ number, article }, call) {
      const { head, paragraphs } = await articleFor(article, call)
      const paragraph = paragraphs[number - 1]
      const count = paragraphs.length
      if (!paragraph) throw new AppError('unknown_paragraph', { article: head.title, number, count })
      const at = (part: number) => ({ kind: 'read', article: articleKey(head.id), paragraph: number, part }) as const
      const { interaction, locale } = call
      await showTo(interaction, renderParagraph(paragraph, { locale, citations: [], count, part: 1, at }))
    },
    help: (_, call) => help(call),
    async settings(_, { interaction, locale }) {
      const may = administered(interaction)
      const body = 'problem' in may ? renderProblem(may.problem, {}, locale) : pages.panel.home(may.server, locale)
      await showTo(interaction, await body)
    },
    async stats(_, { interaction, locale }) {
      await showTo(interaction, await pages.statistics.home(interaction, locale))
    },
    async about(_, { interaction, place, locale }) {
      const { version, model, retentionDays, leavingDays } = ports
      const kept = await privacy.kept(interaction.user.id)
      const { startedAt } = facts
      const articles = desk.libraryOf(place).articles().length
      const { quotationsOnly = false } = ports
      const known = { articles, kept, retentionDays, leavingDays, quotationsOnly }
      const about = { locale, version, startedAt, ...known, ids: facts.ids() }
      await showTo(interaction, renderAbout({ ...about, ...(model !== undefined && { model }) }))
    },
    async 'forget-me'(_, { interaction, locale }) {
      await showTo(interaction, renderForget(await privacy.kept(interaction.user.id), locale))
    },
  }

  const run = async <N extends CommandName>(name: N, call: Call<Slash>): Promise<void> => {
    const { interaction, place, locale } = call
    const options = readOptions(name, interaction.options.data)
    // An older version's command that a client still shows.
    if (!options) return help(call)
    // Who looks after articles may do so anywhere.
    const isChange = name === 'articles' && (options as OptionsOf<'articles'>).subcommand !== 'list'
    const isOpen = open.has(name) || isChange
    const refusal = isOpen ? undefined : await desk.admits(place)
    if (refusal) return showTo(interaction, refusalBody(refusal, locale))
    try {
      await handlers[name](options, call)
    } catch (error) {
      if (!(error instanceof AppError) || interaction.deferred || interaction.replied) throw error
      await showTo(interaction, renderFailure(error, { locale }))
    }
  }

  return {
    async slash(interaction: Slash, signal: AbortSignal): Promise<void> {
      const call = await callOf(interaction, signal)
      const { commandName } = interaction
      await (isCommandName(commandName) ? run(commandName, call) : help(call))
    },

    async menu(interaction: Menu, signal: AbortSignal): Promise<void> {
      const call = await callOf(interaction, signal)
      const { place, locale } = call
      const command = menuCommandOf(interaction.commandName)
      if (!command) return help(call)
      const refusal = await desk.admits(place)
      if (refusal) return showTo(interaction, refusalBody(refusal, locale))
      const text = interaction.targetMessage.content.trim()
      const { length } = text
      if (isBlank(text)) return showTo(interaction, renderProblem('no_text', {}, locale))
      if (length > QUESTION_LIMIT)
        return showTo(interaction, renderProblem('text_too_long', { length, limit: QUESTION_LIMIT }, locale))
      const how = { stage, asked: text } as const
      await (command === 'check'
        ? answer(call, { ...how, check: true }, (given) => desk.check(text, given))
        : answer(call, how, (given) => desk.ask(text, given)))
    },

    /** Nothing is offered where the member may not ask: titles are the articles' too. */
    async autocomplete(interaction: AutocompleteInteraction): Promise<void> {
      const place = interactionPlace(interaction)
      const typed = interaction.options.getFocused()
      const change = interaction.commandName === 'articles'
      const allowed = change
        ? await pages.curating.mayCurate(interaction, place)
        : (await desk.admits(place)) === undefined
      if (!allowed) return interaction.respond([])
      const library = desk.libraryOf(place)
      // Everybody's articles can be used, and not changed.
      const changed = change && interaction.options.getSubcommand() !== 'use'
      const articles = () => library.articles().filter(({ head }) => !changed || serverOf(head.id) === place.server)
      await interaction.respond(createArticleChoice({ ...library, articles }).offered(typed))
    },
  }
}

export type Commanding = ReturnType<typeof createCommanding>
