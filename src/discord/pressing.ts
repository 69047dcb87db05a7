/** Handles the buttons under answers. They outlive restarts: the answer is found again, or its loss is said politely. */
import { type ButtonInteraction, MessageFlags, RESTJSONErrorCodes } from 'discord.js'
import { discordWords } from '../locale/discord-words.ts'
import type { Asked } from '../ports.ts'
import type { Answer, Citation, Locale, Paragraph } from '../types.ts'
import type { MessageBody } from './budget.ts'
import { interactionPlace } from './commanding.ts'
import { articleKey, type CustomId } from './custom-id.ts'
import type { Desk } from './desk.ts'
import { oneLine } from './escape.ts'
import { channelLink } from './links.ts'
import { refusalBody } from './messages.ts'
import type { PanelId } from './panel.ts'
import type { BotPorts } from './ports.ts'
import { renderArticles } from './render/articles.ts'
import { renderEvidence } from './render/evidence.ts'
import { renderNotice, renderProblem } from './render/notice.ts'
import { renderContext, renderParagraph } from './render/paragraph.ts'
import { forClient, shortened } from './render/parts.ts'
import { hasCode, isForbidden } from './surface.ts'

/** Discord's limit on a thread's name. */
const THREAD_NAME = 100
/** Minutes without a message after which Discord hides a thread. */
const THREAD_ARCHIVES = 1_440

type AnswerId = Exclude<CustomId, PanelId>
type Press = ButtonInteraction

const citationsOf = (answer: Answer): readonly Citation[] => answer.claims.flatMap((claim) => claim.citations)

export const createPressing = (desk: Desk, ports: BotPorts, options: { readonly messageContent: boolean }) => {
  const { archive, library, feedback, privacy } = ports

  const show = async (press: Press, body: MessageBody): Promise<void> => {
    const given = forClient(body)
    await press.reply({ ...given, flags: [...given.flags, MessageFlags.Ephemeral] })
  }
  /** Turns a page: on a message for the presser alone in its place, elsewhere as a message of their own. */
  const turn = async (press: Press, body: MessageBody): Promise<void> =>
    press.message.flags.has(MessageFlags.Ephemeral) ? void (await press.update(forClient(body))) : show(press, body)

  /** The answer, where it is kept and the presser may see it. */
  const askedOf = async (press: Press, id: string): Promise<(Asked & { readonly answer: Answer }) | undefined> => {
    const asked = await archive.find(id)
    const { server, member } = interactionPlace(press)
    if (!asked?.answer || asked.server !== server || (asked.private && asked.asker !== member)) return undefined
    return { ...asked, answer: asked.answer }
  }

  const paragraphBody = (
    paragraph: Paragraph,
    citations: readonly Citation[],
    locale: Locale,
    part: number,
    at: (part: number) => CustomId,
  ): MessageBody => {
    const own = library.article(paragraph.article.id)
    const count = own?.head.hash === paragraph.article.hash ? own.paragraphs.length : paragraph.number
    return renderParagraph(paragraph, { locale, citations, count, part, at })
  }

  /** A page for each cited paragraph, with what stands before and after it. */
  const contextBody = (answer: Answer, id: string, page: number, locale: Locale): MessageBody | undefined => {
    const cited = [...new Set(citationsOf(answer).map((citation) => citation.paragraph))]
    const at = Math.max(1, Math.min(page, cited.length))
    const paragraph = cited[at - 1]
    if (!paragraph) return undefined
    const own = library.article(paragraph.article.id)?.paragraphs
    const before = own?.[paragraph.number - 2]
    const after = own?.[paragraph.number]
    const citations = citationsOf(answer).filter((citation) => citation.paragraph === paragraph)
    return renderContext(
      { paragraph, citations, ...(before && { before }), ...(after && { after }) },
      { locale, id, page: at, pages: cited.length },
    )
  }

  const openThread = async (press: Press, asked: Asked, locale: Locale): Promise<MessageBody> => {
    const said = discordWords(locale).notices
    const { message } = press
    if (!press.inCachedGuild() || message.thread) {
      const existing = message.thread
      return existing
        ? renderNotice(channelLink(press.guildId ?? undefined, existing.id))
        : renderProblem('server_only', {}, locale)
    }
    try {
      const name = shortened(oneLine(asked.question) || '¶', THREAD_NAME)
      const thread = await press.message.startThread({ name, autoArchiveDuration: THREAD_ARCHIVES })
      const notice = await thread.send(forClient(renderNotice(said.threadOpened(!options.messageContent))))
      // What is asked there follows up this answer.
      await archive.link({ answer: asked.id, channel: thread.id, message: notice.id })
      return renderNotice(said.threadOpened(!options.messageContent))
    } catch (error) {
      if (isForbidden(error)) return renderProblem('cannot_write', {}, locale)
      if (hasCode(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage))
        return renderNotice(said.threadOpened(!options.messageContent))
      throw error
    }
  }

  return async (press: Press, id: AnswerId, locale: Locale): Promise<void> => {
    const said = discordWords(locale)
    const gone = () => show(press, renderProblem('button_expired', {}, locale))
    const refusal = await desk.admits(interactionPlace(press))
    if (refusal) return show(press, refusalBody(refusal, locale))
    switch (id.kind) {
      case 'articles':
        return turn(press, renderArticles(library.articles(), { locale, page: id.page }))
      case 'read': {
        const article = library.articles().find(({ head }) => articleKey(head.id) === id.article)
        const paragraph = article?.paragraphs[id.paragraph - 1]
        if (!paragraph) return gone()
        return turn(
          press,
          paragraphBody(paragraph, [], locale, id.part, (part) => ({ ...id, part })),
        )
      }
      case 'forget': {
        const kept = id.sure === 'yes' ? await privacy.forget(press.user.id) : undefined
        const notice = kept ? said.notices.forgotten(kept) : said.notices.kept
        return void (await press.update(forClient(renderNotice(notice))))
      }
      default:
    }
    const asked = await askedOf(press, id.answer)
    if (!asked) return gone()
    const { answer } = asked
    switch (id.kind) {
      case 'cited': {
        const citation = answer.claims[id.claim]?.citations[id.citation]
        if (citation?.paragraph.number !== id.paragraph) return gone()
        const { paragraph } = citation
        const citations = citationsOf(answer).filter((other) => other.paragraph === paragraph)
        return turnOrShow(
          press,
          paragraphBody(paragraph, citations, locale, id.part, (part) => ({ ...id, part })),
          id.part,
        )
      }
      case 'nearest': {
        const paragraph = 'nearest' in answer ? answer.nearest[id.place] : undefined
        if (paragraph?.number !== id.paragraph) return gone()
        return turnOrShow(
          press,
          paragraphBody(paragraph, [], locale, id.part, (part) => ({ ...id, part })),
          id.part,
        )
      }
      case 'context': {
        const body = contextBody(answer, id.answer, id.page, locale)
        return body ? turn(press, body) : gone()
      }
      case 'evidence':
        return turn(press, renderEvidence(answer, { id: id.answer, locale, page: id.page }))
      case 'feedback': {
        const { verdict } = id
        await feedback.saveFeedback({ answer: id.answer, member: press.user.id, verdict, at: ports.now() })
        return show(press, renderNotice(verdict === 'up' ? said.notices.thanks : said.notices.thanksDown))
      }
      case 'thread':
        // Opening one takes several requests, which may be more than three seconds.
        await press.deferReply({ flags: MessageFlags.Ephemeral })
        return void (await press.editReply(forClient(await openThread(press, asked, locale))))
    }
  }

  /** The first view of a paragraph opens beside the answer; its further parts turn in place. */
  function turnOrShow(press: Press, body: MessageBody, part: number): Promise<void> {
    return part === 0 ? show(press, body) : turn(press, body)
  }
}

export type Pressing = ReturnType<typeof createPressing>
