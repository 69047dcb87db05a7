/** What tests of commands and buttons share: the answer as it stays, the buttons under it, and those nobody drew. */
import { MessageFlags } from 'discord.js'
import type { Invocation } from '../fakes/discord/invocation.ts'
import type { Place } from '../fakes/discord/person.ts'
import type { SeenMessage } from '../fakes/discord/seen.ts'
import type { FakeDiscord } from '../fakes/discord/server.ts'
import { written } from './scene.ts'

/** Milliseconds; the machine may be busy with other tests. */
const WITHIN = 15_000

/** Waits for what comes of a command, after "thinking…" and what was shown meanwhile. */
export const answerTo = (discord: FakeDiscord, used: Invocation): Promise<SeenMessage> =>
  discord.waitFor(
    () => {
      const [first] = used.messages()
      return first && !first.isLoading && first.text !== '' && !first.text.includes('⏳') && first
    },
    { what: 'an answer', within: WITHIN },
  )

/** The custom id of the button with this label, or whose label begins so. */
export const buttonOf = (message: SeenMessage, label: string): string => {
  const found = message.buttons.find((button) => button.label?.startsWith(label))
  if (found?.customId === undefined)
    throw new Error(`No button ${label} among ${message.buttons.map((each) => each.label).join(', ')}`)
  return found.customId
}

/** A message of the bot's with a button that it never drew there. */
export const forge = async (discord: FakeDiscord, place: Place, id: string): Promise<SeenMessage> => {
  const channel = typeof place === 'string' ? place : place.id
  const row = { type: 1, components: [{ type: 2, style: 2, label: 'forged', custom_id: id }] }
  const flags = MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds
  await fetch(`${discord.api}/v10/channels/${channel}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ flags, components: [row], allowed_mentions: { parse: [], replied_user: false } }),
  })
  const forged = written(discord, place).find(({ buttons }) => buttons[0]?.customId === id && buttons.length === 1)
  if (!forged) throw new Error('nothing was forged')
  return forged
}
