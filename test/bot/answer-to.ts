/** Waits for what comes of a command: its answer as it stays, after "thinking…" and what was shown meanwhile. */
import type { Invocation } from '../fakes/discord/invocation.ts'
import type { SeenMessage } from '../fakes/discord/seen.ts'
import type { FakeDiscord } from '../fakes/discord/server.ts'

/** Milliseconds; the machine may be busy with other tests. */
const WITHIN = 15_000

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
