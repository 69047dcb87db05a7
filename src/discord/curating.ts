/** Changes a server's articles: adds, refreshes, renames, removes them, and gives a channel its own. Who may is checked each time. */
import {
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js'
import { AppError } from '../failures.ts'
import { discordWords } from '../locale/discord-words.ts'
import type { Handed, IntakeStage, Shelf } from '../ports.ts'
import type { Article, Locale } from '../types.ts'
import { createArticleChoice } from './article-choice.ts'
import type { MessageBody } from './budget.ts'
import { articleKey, type CustomId } from './custom-id.ts'
import { tellFailure } from './deliver.ts'
import type { Desk, Place } from './desk.ts'
import { isBlank } from './escape.ts'
import { interactionPlace } from './interaction-place.ts'
import type { OptionsOf } from './options.ts'
import type { BotPorts } from './ports.ts'
import { createProgress } from './progress.ts'
import { formFields, renderForm, renderIntake, renderRemoval } from './render/intake.ts'
import { renderFailure, renderNotice, renderProblem } from './render/notice.ts'
import { forClient, message, quiet, text } from './render/parts.ts'
import { plainTitle } from './render/sources.ts'
import { interactionSurface } from './surface.ts'

/** Articles that are read for one server at the same time: each may be ten megabytes. */
const MAXIMUM_READING = 3
/** UTF-16 units of a title in a sentence. */
const TITLE = 200

export type Change = Exclude<OptionsOf<'articles'>, { readonly subcommand: 'list' }>
export type CuratingId = Extract<CustomId, { kind: 'added' | 'use' | 'remove' | 'keep' }>

type Slash = ChatInputCommandInteraction
type Working = Slash | ModalSubmitInteraction
type Replying = Slash | ButtonInteraction | ModalSubmitInteraction

/** A server's shelf, in the hands of somebody who may change it. */
type Own = Shelf & { readonly server: string }

export const createCurating = (desk: Desk, ports: BotPorts) => {
  const { intake, settings, log } = ports
  const reading = new Map<string, number>()

  const show = async (interaction: Replying, body: MessageBody): Promise<void> => {
    const given = forClient(body)
    await interaction.reply({ ...given, flags: [...given.flags, MessageFlags.Ephemeral] })
  }

  /** Discord gates whole commands only, and the list is everybody's. */
  const mayCurate = async (
    { memberPermissions }: Pick<BaseInteraction, 'memberPermissions'>,
    place: Place,
  ): Promise<boolean> => {
    // Whoever manages a server that the bot is not in has nothing here to look after.
    if (place.server === undefined) return false
    if (memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true) return true
    const { curators = [] } = (await desk.settingsOf(place)) ?? {}
    return curators.some((role) => place.roles.includes(role))
  }

  /** Undefined once the member was told why not. */
  const shelfOf = async (interaction: Replying, locale: Locale): Promise<Own | undefined> => {
    const place = interactionPlace(interaction)
    const { server, member } = place
    const allowed = server !== undefined && (await mayCurate(interaction, place))
    if (allowed) return { server, by: member }
    await show(interaction, renderProblem(server === undefined ? 'server_only' : 'curators_only', {}, locale))
    return undefined
  }

  /** Acknowledges, shows how far it is, and then what came of it or why nothing did. */
  const takeIn = async (
    interaction: Working,
    { server }: Own,
    locale: Locale,
    work: (onStage: (stage: IntakeStage) => void) => Promise<MessageBody>,
  ): Promise<void> => {
    const now = reading.get(server) ?? 0
    if (now >= MAXIMUM_READING)
      return show(interaction, renderProblem('reading_already', { limit: MAXIMUM_READING }, locale))
    reading.set(server, now + 1)
    const done = (): void => {
      const left = (reading.get(server) ?? 1) - 1
      if (left > 0) reading.set(server, left)
      else reading.delete(server)
    }
    await interaction.deferReply({ flags: MessageFlags.Ephemeral }).catch((error: unknown) => {
      done()
      throw error
    })
    const surface = interactionSurface(interaction, true)
    const said = discordWords(locale).intake.stages
    const progress = createProgress<IntakeStage>(
      async (stages) =>
        void (await surface.put(message('quiet', text(quiet(`⏳ ${said[stages.at(-1) ?? 'reading']}`))))),
      (error) => log.info('could not show progress', { error }),
    )
    try {
      const body = await work(progress.onClaim).finally(done).finally(progress.stop)
      await progress.due()
      await surface.put(body)
    } catch (error) {
      await progress.due()
      await tellFailure(error, { surface, locale, shown: false }, ports)
    }
  }

  const add = (interaction: Working, shelf: Own, from: Handed, locale: Locale, signal: AbortSignal): Promise<void> =>
    takeIn(interaction, shelf, locale, async (onStage) => {
      const { article, already } = await intake.add(shelf, from, signal, onStage)
      return renderIntake(article, already ? 'already' : 'added', locale)
    })

  const setDefault = (server: string, channel: string, article: string | undefined) =>
    settings.changeSettings(server, ({ defaultArticles, ...present }) => {
      const { [channel]: _, ...others } = defaultArticles
      return { ...present, defaultArticles: article === undefined ? others : { ...others, [channel]: article } }
    })

  const name = ({ head }: Article): string => plainTitle(head, TITLE)

  /** What was attached, by the option's name; the address of the file is good for a while only. */
  const attached = (interaction: Slash): Handed | undefined => {
    const file = interaction.options.getAttachment('file')
    return file ? { kind: 'attachment', url: file.url, name: file.name } : undefined
  }

  const runOn = async (
    shelf: Own,
    change: Change,
    interaction: Slash,
    locale: Locale,
    signal: AbortSignal,
  ): Promise<void> => {
    const said = discordWords(locale).intake
    const place = interactionPlace(interaction)
    const named = (given: string): Article => createArticleChoice(desk.libraryOf(place)).named(given)
    switch (change.subcommand) {
      case 'add': {
        const file = attached(interaction)
        // As a client copies it: in angle brackets it shows no preview.
        const url = change.url?.trim().replace(/^<(.*)>$/u, '$1')
        if (file && url !== undefined) return show(interaction, renderProblem('url_or_file', {}, locale))
        if (file) return add(interaction, shelf, file, locale, signal)
        if (url !== undefined) return add(interaction, shelf, { kind: 'url', url }, locale, signal)
        return void (await interaction.showModal(renderForm(locale)))
      }
      case 'refresh': {
        const { head } = named(change.article)
        const from = attached(interaction)
        return takeIn(interaction, shelf, locale, async (onStage) => {
          const how = { onStage, ...(from && { from }) }
          const { article, changed } = await intake.refresh(shelf, head.id, signal, how)
          return renderIntake(article, changed ? 'refreshed' : 'unchanged', locale)
        })
      }
      case 'rename': {
        if (isBlank(change.title)) return show(interaction, renderProblem('no_title', {}, locale))
        const renamed = await intake.rename(shelf, named(change.article).head.id, change.title)
        return show(interaction, renderNotice(said.renamed(name(renamed))))
      }
      case 'remove':
        return show(interaction, renderRemoval(named(change.article).head, locale))
      case 'use': {
        const article = change.article === undefined ? undefined : named(change.article)
        await setDefault(shelf.server, place.channel, article?.head.id)
        return show(interaction, renderNotice(article ? said.used(name(article)) : said.allUsed))
      }
    }
  }

  return {
    mayCurate,

    /** Rejects with `AppError` for an article that is not known, before anything was answered. */
    async run(change: Change, interaction: Slash, locale: Locale, signal: AbortSignal): Promise<void> {
      const shelf = await shelfOf(interaction, locale)
      if (shelf) await runOn(shelf, change, interaction, locale, signal)
    },

    /** A text that was pasted into the form. */
    async submit(interaction: ModalSubmitInteraction, locale: Locale, signal: AbortSignal): Promise<void> {
      const shelf = await shelfOf(interaction, locale)
      if (!shelf) return
      const title = interaction.fields.getTextInputValue(formFields.title).trim()
      const pasted = interaction.fields.getTextInputValue(formFields.text)
      if (isBlank(pasted)) return show(interaction, renderProblem('nothing_pasted', {}, locale))
      const from = { kind: 'text', text: pasted, ...(!isBlank(title) && { title }) } as const
      await add(interaction, shelf, from, locale, signal)
    },

    async press(press: ButtonInteraction, id: CuratingId, locale: Locale): Promise<void> {
      const shelf = await shelfOf(press, locale)
      if (!shelf) return
      const said = discordWords(locale).intake
      const place = interactionPlace(press)
      const change = (body: MessageBody) => press.update(forClient(body)).then(() => {})
      if (id.kind === 'keep') return change(renderNotice(said.kept))
      const article = desk
        .libraryOf(place)
        .articles()
        .find(({ head }) => articleKey(head.id) === id.article)
      const goneAlready = () => change(renderNotice(said.removedAlready))
      // Its key is all that the button knows; whose it was, it cannot say.
      if (!article && id.kind === 'remove') return goneAlready()
      if (!article) return show(press, renderProblem(id.kind === 'added' ? 'not_undone' : 'button_expired', {}, locale))
      try {
        switch (id.kind) {
          case 'added':
            return (await intake.undo(shelf, article.head.id, id.hash))
              ? change(renderNotice(said.undone(name(article))))
              : show(press, renderProblem('not_undone', {}, locale))
          case 'use':
            await setDefault(shelf.server, place.channel, article.head.id)
            return show(press, renderNotice(said.used(name(article))))
          case 'remove':
            return change(renderNotice(said.removed(name(await intake.remove(shelf, article.head.id)))))
        }
      } catch (error) {
        if (!(error instanceof AppError) || press.replied || press.deferred) throw error
        if (id.kind === 'remove' && error.code === 'unknown_article') return goneAlready()
        await show(press, renderFailure(error, { locale }))
      }
    },
  }
}

export type Curating = ReturnType<typeof createCurating>
