/** What is said when the articles do not answer: places worth reading, and nothing that looks like evidence. */
import type { APIComponentInContainer } from 'discord.js'
import { discordWords } from '../../locale/discord-words.ts'
import { pilcrow } from '../../locale/pilcrow.ts'
import { words } from '../../locale/words.ts'
import type { WithoutModel } from '../../ports.ts'
import type { Check, Locale, NotFound, Paragraph } from '../../types.ts'
import { limits, type MessageBody } from '../budget.ts'
import { literal } from '../escape.ts'
import type { AnswerOptions } from './answer.ts'
import { button, buttons, feedbackButtons, heading, message, quiet, shortened, text } from './parts.ts'
import { articleLine, plainTitle, sign } from './sources.ts'

/** UTF-16 units of a paragraph's first words on its button. */
const FIRST_WORDS = 28
/** UTF-16 units of a question above its answer. */
const ASKED = 300
/** UTF-16 units of an article's title in a list. */
const TITLE = 60

/** What was asked, where others cannot see it. */
export const askedLine = ({
  asked,
  check,
  locale,
}: Pick<AnswerOptions, 'asked' | 'check' | 'locale'>): readonly string[] => {
  if (asked === undefined || asked.trim() === '') return []
  const said = discordWords(locale).answer
  return [quiet(`${check === true ? said.statement : said.question} · ${shortened(asked, ASKED)}`)]
}

const placesWorthReading = (
  nearest: readonly Paragraph[],
  { id, locale }: AnswerOptions,
): readonly APIComponentInContainer[] => {
  const shown = nearest.slice(0, limits.rowButtons)
  if (shown.length === 0) return id === undefined ? [] : buttons(feedbackButtons(id))
  const label = literal(words(locale).answer.nearest)
  if (id === undefined)
    return [text(label, ...shown.map((each) => `- ${pilcrow(each)} · ${literal(plainTitle(each.article, TITLE))}`))]
  const places = shown.map((paragraph, place) => ({
    paragraph,
    button: button(`${sign(paragraph)} · ${shortened(paragraph.text, FIRST_WORDS)}`, {
      kind: 'nearest',
      answer: id,
      place,
      paragraph: paragraph.number,
      part: 0,
    }),
  }))
  // A label has room for the first words alone: the article is named above the buttons of its paragraphs.
  const articles = Map.groupBy(places, ({ paragraph }) => paragraph.article.id)
  const rows = [...articles.values()].flatMap((group) =>
    group
      .slice(0, 1)
      .flatMap(({ paragraph }) => [
        text(articleLine(paragraph.article)),
        ...buttons(group.map((place) => place.button)),
      ]),
  )
  return [text(label), ...rows, ...buttons(feedbackButtons(id))]
}

/** Why a model that works did not answer. */
export const withoutWords = (without: Exclude<WithoutModel, 'down'>, locale: Locale): string => {
  const said = discordWords(locale).answer
  return without === 'crowded' ? said.crowded : said.spent(without)
}

export const renderNotFound = (
  { nearest, partial, by }: Pick<NotFound, 'nearest' | 'partial' | 'by'>,
  options: AnswerOptions,
): MessageBody => {
  const { locale, check, without } = options
  const said = words(locale).answer
  const own = discordWords(locale).answer
  const unchecked = check === true && by === 'extract'
  const isTold = without !== undefined && without !== 'down'
  return message(
    'quiet',
    text(
      ...askedLine(options),
      literal(unchecked ? (isTold ? own.checkNeedsModel : own.checkWithoutModel) : said.notFound),
      ...(without === 'down' && !unchecked ? [quiet(own.modelDownNotFound)] : []),
      ...(isTold ? [quiet(withoutWords(without, locale))] : []),
      ...(partial ? [quiet(said.nothingStood)] : []),
    ),
    ...placesWorthReading(nearest, options),
  )
}

/** A statement that the articles do not speak of, as the model reads them. */
export const renderNotCovered = (
  { nearest, verdict, partial }: Pick<Check, 'nearest' | 'verdict' | 'partial'>,
  options: AnswerOptions,
): MessageBody => {
  const said = words(options.locale).answer
  return message(
    'quiet',
    text(
      ...askedLine({ ...options, check: true }),
      heading(said.check[verdict]),
      quiet(said.modelReading),
      ...(partial ? [quiet(said.partial)] : []),
    ),
    ...placesWorthReading(nearest, options),
  )
}
