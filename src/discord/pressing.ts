/** Handles the buttons under answers. They outlive restarts: the answer is found again, or its loss is said politely. */
import { type ButtonInteraction, MessageFlags } from 'discord.js'
import { discordWords } from '../locale/discord-words.ts'
import type { Asked, Library } from '../ports.ts'
import type { Answer, Citation, Locale, Paragraph } from '../types.ts'
import type { MessageBody } from './budget.ts'
import type { CuratingId } from './curating.ts'
import { articleKey, type CustomId, customId } from './custom-id.ts'
import type { Desk } from './desk.ts'
import { interactionPlace } from './interaction-place.ts'
import { refusalBody } from './messages.ts'
import type { PanelId } from './panel.ts'
import type { BotPorts } from './ports.ts'
import { renderArticles } from './render/articles.ts'
import { renderEvidence } from './render/evidence.ts'
import { renderNotice, renderProblem } from './render/notice.ts'
import { renderContext, renderParagraph } from './render/paragraph.ts'
import { forClient } from './render/parts.ts'
import type { StatisticsId } from './statistics.ts'
import { createThreadOpening } from './thread.ts'

type Press = ButtonInteraction
type ButtonId = Exclude<CustomId, PanelId | StatisticsId | CuratingId | { readonly kind: 'caps' | 'paste' }>
type AnswerId = Extract<ButtonId, { readonly answer: string }>

/** An answer that is still kept. */
type Found = Asked & { readonly answer: Answer }

/** Whether the button stands under the answer itself, where it can be rated, and not on a page that opened from it. */
const isOnAnswer = ({ message }: Press, { answer }: AnswerId): boolean =>
  message.resolveComponent(customId({ kind: 'feedback', answer, verdict: 'up' })) !== null

const citationsOf = (answer: Answer): readonly Citation[] => answer.claims.flatMap((claim) => claim.citations)

export const createPressing = (desk: Desk, ports: BotPorts, options: { readonly messageContent: boolean }) => {
  const { archive, feedback, privacy } = ports
  const openThread = createThreadOpening(archive, options)

  const show = async (press: Press, body: MessageBody): Promise<void> => {
    const given = forClient(body)
    await press.reply({ ...given, flags: [...given.flags, MessageFlags.Ephemeral] })
  }

  /** Turns a page: on a page that the presser alone sees in its place, elsewhere beside it. */
  const turn = async (press: Press, body: MessageBody): Promise<void> =>
    press.message.flags.has(MessageFlags.Ephemeral) ? void (await press.update(forClient(body))) : show(press, body)

  /** The answer, where it is kept and the presser may see it. */
  const found = async (press: Press, id: string): Promise<Found | undefined> => {
    const asked = await archive.find(id)
    const { server, member } = interactionPlace(press)
    if (!asked?.answer || asked.server !== server || (asked.private && asked.asker !== member)) return undefined
    return { ...asked, answer: asked.answer }
  }

  const libraryAt = (press: Press): Library => desk.libraryOf(interactionPlace(press))

  /** Whether the article has another text by now. */
  const isOlder = (press: Press, { article: { id, hash } }: Paragraph): boolean =>
    libraryAt(press).article(id)?.head.hash !== hash

  /** The paragraph, in the version of its article that it was cited from. */
  const paragraphBody = async (
    press: Press,
    paragraph: Paragraph,
    citations: readonly Citation[],
    id: Extract<CustomId, { readonly part: number }>,
    locale: Locale,
  ): Promise<MessageBody> => {
    const own = await libraryAt(press).version(paragraph.article.id, paragraph.article.hash)
    const count = own?.paragraphs.length ?? paragraph.number
    const at = (part: number): CustomId => ({ ...id, part })
    const older = isOlder(press, paragraph)
    return renderParagraph(paragraph, { locale, citations, count, part: id.part, at, older })
  }

  /** A page for each cited paragraph, with what stands before and after it. */
  const contextBody = async (
    press: Press,
    answer: Answer,
    id: string,
    page: number,
    locale: Locale,
  ): Promise<MessageBody | undefined> => {
    const cited = [...new Set(citationsOf(answer).map((citation) => citation.paragraph))]
    const at = Math.min(page, cited.length)
    const paragraph = cited[at - 1]
    if (!paragraph) return undefined
    const own = await libraryAt(press).version(paragraph.article.id, paragraph.article.hash)
    const before = own?.paragraphs[paragraph.number - 2]
    const after = own?.paragraphs[paragraph.number]
    const citations = citationsOf(answer).filter((citation) => citation.paragraph === paragraph)
    return renderContext(
      { paragraph, citations, ...(before && { before }), ...(after && { after }) },
      { locale, id, page: at, pages: cited.length, older: isOlder(press, paragraph) },
    )
  }

  const gone = (press: Press, locale: Locale): Promise<void> => show(press, renderProblem('button_expired', {}, locale))

  const pressedAnswer = async (press: Press, id: AnswerId, asked: Found, locale: Locale): Promise<void> => {
    const { answer } = asked
    // What opens from an answer must not take its place, also where the answer is the presser's alone.
    const open = isOnAnswer(press, id) ? show : turn
    switch (id.kind) {
      case 'cited': {
        const citation = answer.claims[id.claim]?.citations[id.citation]
        if (citation?.paragraph.number !== id.paragraph) return gone(press, locale)
        const citations = citationsOf(answer).filter((other) => other.paragraph === citation.paragraph)
        return (id.part === 0 ? show : turn)(
          press,
          await paragraphBody(press, citation.paragraph, citations, id, locale),
        )
      }
      case 'nearest': {
        const near = 'nearest' in answer ? answer.nearest[id.place] : undefined
        if (near?.number !== id.paragraph) return gone(press, locale)
        return (id.part === 0 ? show : turn)(press, await paragraphBody(press, near, [], id, locale))
      }
      case 'context': {
        const body = await contextBody(press, answer, id.answer, id.page, locale)
        return body ? open(press, body) : gone(press, locale)
      }
      case 'evidence':
        return open(press, renderEvidence(answer, { id: id.answer, locale, page: id.page }))
      case 'feedback': {
        const { verdict } = id
        const given = { answer: id.answer, member: press.user.id, verdict, at: ports.now() }
        if (!(await feedback.saveFeedback(given))) return gone(press, locale)
        const { thanks, thanksDown } = discordWords(locale).notices
        return show(press, renderNotice(verdict === 'up' ? thanks : thanksDown))
      }
      case 'thread':
        // The question would be the thread's name.
        if (asked.private) return gone(press, locale)
        // Opening one takes several requests, which may be more than three seconds.
        await press.deferReply({ flags: MessageFlags.Ephemeral })
        return void (await press.editReply(forClient(await openThread(press, asked, locale))))
    }
  }

  return async (press: Press, id: ButtonId, locale: Locale): Promise<void> => {
    // What is kept about somebody is theirs to delete wherever they are.
    if (id.kind === 'forget') {
      const { forgotten, kept } = discordWords(locale).notices
      const words = id.sure === 'yes' ? forgotten(await privacy.forget(press.user.id)) : kept
      return void (await press.update(forClient(renderNotice(words))))
    }
    const refusal = await desk.admits(interactionPlace(press))
    if (refusal) return show(press, refusalBody(refusal, locale))
    switch (id.kind) {
      case 'articles':
        return turn(press, renderArticles(libraryAt(press).articles(), { locale, page: id.page }))
      case 'read': {
        const article = libraryAt(press)
          .articles()
          .find(({ head }) => articleKey(head.id) === id.article)
        const read = article?.paragraphs[id.paragraph - 1]
        return read ? turn(press, await paragraphBody(press, read, [], id, locale)) : gone(press, locale)
      }
      case 'older': {
        const library = libraryAt(press)
        const present = library.articles().find(({ head }) => articleKey(head.id) === id.article)
        const version = present && (await library.version(present.head.id, id.hash))
        const read = version?.paragraphs[id.paragraph - 1]
        return read ? turn(press, await paragraphBody(press, read, [], id, locale)) : gone(press, locale)
      }
      default: {
        const asked = await found(press, id.answer)
        return asked ? pressedAnswer(press, id, asked, locale) : gone(press, locale)
      }
    }
  }
}

export type Pressing = ReturnType<typeof createPressing>
