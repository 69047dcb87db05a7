/** Reads messages as a reader meets them, once our own budget and the fake Discord's form have let them through. */
import { type APIButtonComponent, type APIMessageComponent, ComponentType } from 'discord.js'
import { assertWithinLimits, type MessageBody } from '../../src/discord/budget.ts'
import { type CustomId, parseCustomId } from '../../src/discord/custom-id.ts'
import { messageForm } from '../fakes/discord/form/message.ts'
import { newForm } from '../fakes/discord/refusal.ts'
import { type Mark, read } from './markdown.ts'

/** The body as it goes over the wire. Throws where Discord would refuse it. */
export const checked = (body: MessageBody): MessageBody => {
  assertWithinLimits(body)
  const sent = JSON.parse(JSON.stringify(body))
  const form = newForm()
  messageForm(form, sent, { flags: 0xff_ff_ff, uploads: [] })
  form.check()
  return sent
}

const inside = (component: APIMessageComponent): readonly APIMessageComponent[] => [
  component,
  ...('components' in component ? component.components : []).flatMap(inside),
]
export const componentsOf = (body: MessageBody): readonly APIMessageComponent[] => body.components.flatMap(inside)

/** The markdown of each text display. */
export const textsOf = (body: MessageBody): readonly string[] =>
  componentsOf(checked(body)).flatMap((each) => (each.type === ComponentType.TextDisplay ? [each.content] : []))

/** What is read in it. */
export const wordsOf = (body: MessageBody): string =>
  textsOf(body)
    .map((text) => read(text).text)
    .join('\n')
export const marksIn = (body: MessageBody): readonly Mark[] => textsOf(body).flatMap((text) => read(text).marks)

export const buttonsOf = (body: MessageBody): readonly APIButtonComponent[] =>
  componentsOf(checked(body)).flatMap((each) => (each.type === ComponentType.Button ? [each] : []))

export const labelsOf = (body: MessageBody): readonly string[] =>
  buttonsOf(body).map((each) =>
    'label' in each && each.label !== undefined ? each.label : ('emoji' in each && each.emoji?.name) || '',
  )

/** What every button and menu means. */
export const idsOf = (body: MessageBody): readonly CustomId[] =>
  componentsOf(checked(body)).flatMap((each) => {
    if (!('custom_id' in each)) return []
    const id = parseCustomId(each.custom_id)
    if (!id) throw new Error(`no custom id of ours: ${each.custom_id}`)
    return [id]
  })
