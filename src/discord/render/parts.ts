/** The parts our messages are made of, so that each says what it is and none can ping or preview. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js'
import { limits, type MessageBody } from '../budget.ts'
import { type CustomId, customId } from '../custom-id.ts'
import { literal, oneLine } from '../escape.ts'

/** The bar at the side of a message. */
export const accents = { answer: 0x2f_85_5a, partial: 0xb7_79_1f, quiet: 0x71_80_96, failure: 0xc5_30_30 } as const
export type Accent = keyof typeof accents

export const message = (accent: Accent, ...parts: readonly APIComponentInContainer[]): MessageBody => ({
  flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
  components: [{ type: ComponentType.Container, accent_color: accents[accent], components: [...parts] }],
  allowed_mentions: { parse: [], replied_user: false },
})

/** The same as discord.js takes it; it leaves out fields that it does not know, `allowed_mentions` among them. */
export const forClient = ({
  components,
  allowed_mentions,
}: MessageBody): {
  readonly flags: readonly [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds]
  readonly components: readonly APIMessageTopLevelComponent[]
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false }
} => ({
  flags: [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds],
  components,
  allowedMentions: { parse: allowed_mentions.parse, repliedUser: allowed_mentions.replied_user },
})

/** Markdown that is ours: what comes from outside is `literal` by then. */
export const text = (...lines: readonly string[]): APIComponentInContainer => ({
  type: ComponentType.TextDisplay,
  content: lines.join('\n'),
})

export const divider: APIComponentInContainer = { type: ComponentType.Separator }

export const heading = (words: string): string => `**${literal(words)}**`
/** Small and grey. */
export const quiet = (words: string): string => `-# ${literal(words)}`

/** The first words of a text on one line, of at most `limit` UTF-16 units, with an ellipsis where something follows. */
export const shortened = (words: string, limit: number): string => {
  const line = oneLine(words)
  if (line.length <= limit) return line
  const whole = line.slice(0, limit - 1).toWellFormed()
  const space = whole.lastIndexOf(' ')
  return `${(space > limit / 2 ? whole.slice(0, space) : whole).replace(/[\s,;:\ufffd]+$/u, '')}…`
}

type Look = 'primary' | 'secondary' | 'success' | 'danger'
const styles = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const

export const button = (label: string, id: CustomId, look: Look = 'secondary'): APIButtonComponent => ({
  type: ComponentType.Button,
  style: styles[look],
  label: shortened(label, limits.label),
  custom_id: customId(id),
})

export const feedbackButtons = (answer: string): readonly APIButtonComponent[] =>
  (['up', 'down'] as const).map((verdict) => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    emoji: { name: verdict === 'up' ? '👍' : '👎' },
    custom_id: customId({ kind: 'feedback', answer, verdict }),
  }))

/** A button that opens an address, in a list that is empty where there is none. */
export const linkButton = (label: string, url: string | undefined): readonly APIButtonComponent[] =>
  url === undefined ? [] : [{ type: ComponentType.Button, style: ButtonStyle.Link, label, url }]

/** One row of buttons, or none where there are no buttons. */
export const buttons = (
  list: readonly APIButtonComponent[],
): readonly APIActionRowComponent<APIComponentInMessageActionRow>[] =>
  list.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: [...list] }]

export const menu = (
  select: Exclude<APIComponentInMessageActionRow, APIButtonComponent>,
): APIActionRowComponent<APIComponentInMessageActionRow> => ({ type: ComponentType.ActionRow, components: [select] })
