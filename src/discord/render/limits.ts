/** The page of a server's limits and costs, and the form for its caps. Shown to admins alone. */
import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js'
import { type Caps, type Ceilings, capsUnder, MICROS_PER_DOLLAR, type OwnCaps } from '../../limits.ts'
import { discordWords } from '../../locale/discord-words.ts'
import { words } from '../../locale/words.ts'
import type { ServerSettings, Spent } from '../../ports.ts'
import type { Locale } from '../../types.ts'
import type { MessageBody } from '../budget.ts'
import { customId } from '../custom-id.ts'
import { literal } from '../escape.ts'
import { button, buttons, heading, message, quiet, shortened, text } from './parts.ts'
import { hourlyOptions, labelled, stringMenu } from './settings.ts'

/** UTF-16 units of a model's name. */
const MODEL = 60

export type LimitsOptions = {
  readonly locale: Locale
  readonly ceilings: Ceilings
  readonly spent: Spent
  /** Absent: no model is at work. `priced`: whether its price is known. */
  readonly model?: { readonly name: string; readonly priced: boolean }
  /** What takes the last change back, once there was one. */
  readonly undo?: string
}

const hasCaps = ({ day, month }: Caps): boolean => [day, month].some((cap) => Object.keys(cap).length > 0)

export const renderLimits = (settings: ServerSettings, options: LimitsOptions): MessageBody => {
  const { locale, ceilings, spent, model, undo } = options
  const said = discordWords(locale).limits
  const panel = discordWords(locale).settings
  const caps = capsUnder(settings, ceilings.server)
  return message(
    'quiet',
    text(heading(said.heading), ...(undo === undefined ? [] : [literal(panel.saved)])),
    ...labelled(
      said.serverHourlyLimit,
      stringMenu(
        { kind: 'settings', control: 'server_limit' },
        hourlyOptions(settings.serverHourlyLimit, ceilings.hourly.server, locale),
      ),
    ),
    text(
      heading(said.budget),
      ...(model === undefined
        ? [literal(said.withoutModel)]
        : [literal(said.today(spent.day, caps.day)), literal(said.month(spent.month, caps.month))]),
      ...(hasCaps(ceilings.server) ? [quiet(said.ceiling(ceilings.server.day, ceilings.server.month))] : []),
      ...(model && !model.priced ? [quiet(said.unpriced(shortened(model.name, MODEL)))] : []),
      quiet(said.about),
    ),
    ...buttons([button(said.change, { kind: 'settings', control: 'caps' })]),
    text(heading(said.unanswered), literal(settings.keepUnanswered ? said.unansweredOn : said.unansweredOff)),
    ...buttons([
      settings.keepUnanswered
        ? button(said.dropUnanswered, { kind: 'settings', control: 'drop' })
        : button(said.keepUnanswered, { kind: 'settings', control: 'keep' }),
    ]),
    ...buttons([
      button(panel.back, { kind: 'settings', control: 'home' }),
      ...(undo === undefined ? [] : [button(panel.undo, { kind: 'undo', token: undo })]),
    ]),
  )
}

/** The fields of the form, in its order; each is the custom id of its text. */
export const capFields = [
  'dailyTokens',
  'monthlyTokens',
  'dailyMicros',
  'monthlyMicros',
] as const satisfies readonly (keyof OwnCaps)[]

/** What the operator allows of a cap at most. */
export const ceilingOf = (cap: keyof OwnCaps, { day, month }: Caps): number | undefined =>
  (cap.startsWith('daily') ? day : month)[cap.endsWith('Micros') ? 'micros' : 'tokens']

/** As it may be typed again: `2.5`, without a sign. */
const typed = (cap: keyof OwnCaps, value: number): string => {
  if (value === 0) return ''
  if (!cap.endsWith('Micros')) return String(value)
  const rest = value % MICROS_PER_DOLLAR
  const fraction = String(rest)
    .padStart(6, '0')
    .replace(/0{1,4}$/u, '')
  return `${(value - rest) / MICROS_PER_DOLLAR}.${fraction}`
}

export const capsForm = (
  settings: OwnCaps,
  { locale, ceiling }: { readonly locale: Locale; readonly ceiling: Caps },
): APIModalInteractionResponseCallbackData => {
  const said = discordWords(locale).limits
  const { number, dollars } = words(locale)
  return {
    custom_id: customId({ kind: 'caps' }),
    title: said.title,
    components: capFields.map((cap) => {
      const most = ceilingOf(cap, ceiling)
      const shown = most === undefined ? undefined : cap.endsWith('Micros') ? dollars(most) : number(most)
      return {
        type: ComponentType.Label,
        label: said.caps[cap],
        description: shown === undefined ? said.none : said.atMost(shown),
        component: {
          type: ComponentType.TextInput,
          custom_id: cap,
          style: TextInputStyle.Short,
          required: false,
          max_length: 20,
          value: typed(cap, settings[cap]),
        },
      }
    }),
  }
}
