/** What an article looks like once it was read, for whoever added it to judge, and the form for a pasted text. */
import {
  type APIComponentInContainer,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js'
import { discordWords } from '../../locale/discord-words.ts'
import { words } from '../../locale/words.ts'
import type { Article, ArticleHead, Locale, Paragraph } from '../../types.ts'
import type { MessageBody } from '../budget.ts'
import { articleKey, customId } from '../custom-id.ts'
import { literal } from '../escape.ts'
import { pageLink } from '../links.ts'
import { button, buttons, divider, heading, linkButton, message, quiet, shortened, text } from './parts.ts'
import { plainTitle, quoteBlock, sign } from './sources.ts'

/** UTF-16 units of a title, and of each fact beside it. */
const TITLE = 200
const FACT = 60
/** UTF-16 units of the first and of the last paragraph. */
const GLIMPSE = 200
/** Discord's limit on a text that is typed or pasted into a form, and the intake's on a title. */
export const PASTE_LIMIT = 4_000
const NAME_LIMIT = 200

/** In the reader's language; what is no language tag stands as it is, and an unknown language not at all. */
const languageName = (tag: string, locale: Locale): string => {
  if (tag === 'und') return ''
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

const factsOf = ({ head, paragraphs }: Article, locale: Locale): readonly string[] => {
  const lines = [
    [head.source, head.author, head.published],
    [languageName(head.language, locale), words(locale).article.paragraphs(paragraphs.length)],
  ]
  return lines
    .map((line) => line.map((fact) => shortened(fact ?? '', FACT)).filter((fact) => fact !== ''))
    .flatMap((line) => (line.length === 0 ? [] : [quiet(line.join(' · '))]))
}

const glimpse = (name: string, paragraph: Paragraph): APIComponentInContainer =>
  text(quiet(`${name} · ${sign(paragraph)}`), quoteBlock(shortened(paragraph.text, GLIMPSE)))

export type Came = 'added' | 'already' | 'refreshed' | 'unchanged'

/** What came of adding or refreshing an article, with what it was read as. */
export const renderIntake = (article: Article, came: Came, locale: Locale): MessageBody => {
  const { head, paragraphs } = article
  const said = discordWords(locale)
  const key = articleKey(head.id)
  const [first] = paragraphs
  const last = paragraphs.length > 1 ? paragraphs.at(-1) : undefined
  return message(
    came === 'added' || came === 'refreshed' ? 'answer' : 'quiet',
    text(heading(said.intake[came])),
    text(`**${literal(plainTitle(head, TITLE))}**`, ...factsOf(article, locale)),
    ...(first ? [divider, glimpse(said.intake.beginning, first)] : []),
    ...(last ? [glimpse(said.intake.end, last)] : []),
    ...buttons([
      ...(came === 'added' ? [button(said.intake.undo, { kind: 'added', article: key, hash: head.hash })] : []),
      button(said.intake.use, { kind: 'use', article: key }),
      ...(first ? [button(sign(first), { kind: 'read', article: key, paragraph: 1, part: 1 })] : []),
      ...linkButton(said.answer.original, pageLink(head.url)),
    ]),
  )
}

/** Asks before an article is removed, as that cannot be taken back. */
export const renderRemoval = (head: ArticleHead, locale: Locale): MessageBody => {
  const said = discordWords(locale).intake
  return message(
    'partial',
    text(literal(said.question(plainTitle(head, TITLE)))),
    ...buttons([
      button(said.remove, { kind: 'remove', article: articleKey(head.id) }, 'danger'),
      button(said.keep, { kind: 'keep' }),
    ]),
  )
}

/** The ids of the form's fields. */
export const formFields = { text: 'text', title: 'title' } as const

export const renderForm = (locale: Locale): APIModalInteractionResponseCallbackData => {
  const said = discordWords(locale).intake.form
  return {
    custom_id: customId({ kind: 'paste' }),
    title: said.title,
    components: [
      {
        type: ComponentType.Label,
        label: said.text,
        description: said.textHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: formFields.text,
          style: TextInputStyle.Paragraph,
          max_length: PASTE_LIMIT,
          required: true,
        },
      },
      {
        type: ComponentType.Label,
        label: said.name,
        description: said.nameHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: formFields.title,
          style: TextInputStyle.Short,
          max_length: NAME_LIMIT,
          required: false,
        },
      },
    ],
  }
}
