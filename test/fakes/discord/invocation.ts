/** What a person set off, as a test follows it: was it acknowledged, what came of it. */
import type { Fields } from './form/field.ts'
import type { Modal } from './form/modal.ts'
import { isLate, messagesOf } from './interaction.ts'
import { type SeenMessage, see } from './seen.ts'
import type { Waiting, WaitOptions } from './waiting.ts'
import type { Interaction, World } from './world.ts'

export type Invocation = {
  readonly id: string
  readonly token: string
  /** Type of the first answer, e.g. 5 for "thinking…"; undefined while there is none. */
  readonly answerType: number | undefined
  /** Milliseconds from the act to the first answer; undefined while there is none. */
  readonly acknowledgedWithin: number | undefined
  /** "This interaction failed": no answer came in time. */
  readonly hasFailed: boolean
  /** Whether the answer is for the person alone; undefined while there is none. */
  readonly isEphemeral: boolean | undefined
  /** Waits for the first answer: its type. */
  readonly acknowledged: (options?: WaitOptions) => Promise<number>
  /** Waits until the answer is a message with words: the reply, or the message that was updated. */
  readonly response: (options?: WaitOptions) => Promise<SeenMessage>
  /** The answer and its follow-ups now, also those that only the person sees; deleted ones are gone. */
  readonly messages: () => readonly SeenMessage[]
  /** Waits for the suggestions that answer what is being typed. */
  readonly choices: (options?: WaitOptions) => Promise<readonly Fields[]>
  /** Waits for the modal that was opened. */
  readonly modal: (options?: WaitOptions) => Promise<Modal>
}

const interactions = new WeakMap<Invocation, Interaction>()

/** The record behind an invocation. */
export const interactionOf = (invocation: Invocation): Interaction => {
  const found = interactions.get(invocation)
  if (!found) throw new Error('This is no invocation that the fake gave out')
  return found
}

export const follow = (world: World, waiting: Waiting, interaction: Interaction): Invocation => {
  const wait = <T>(what: string, probe: () => T, options: WaitOptions = {}) =>
    waiting.waitFor(probe, { what, ...options })
  const isUpdate = () => interaction.acknowledged?.type === 6
  const revisionsBefore = interaction.on?.revisions.length ?? 0
  const invocation: Invocation = {
    id: interaction.id,
    token: interaction.token,
    get answerType() {
      return interaction.acknowledged?.type
    },
    get acknowledgedWithin() {
      return interaction.acknowledged && interaction.acknowledged.at - interaction.at
    },
    get hasFailed() {
      return isLate(world, interaction)
    },
    get isEphemeral() {
      return interaction.original && interaction.original.onlyFor !== undefined
    },
    acknowledged: (options) => wait('an acknowledgement', () => interaction.acknowledged?.type, options),
    response: (options) =>
      wait(
        'a response',
        () => {
          const { original } = interaction
          if (!original || !interaction.acknowledged) return undefined
          const isFinished = isUpdate() ? original.revisions.length > revisionsBefore : original.revisions.length > 0
          return isFinished && see(original)
        },
        options,
      ),
    messages: () =>
      messagesOf(interaction)
        .filter(({ isDeleted }) => !isDeleted)
        .map(see),
    choices: (options) => wait('choices', () => interaction.choices, options),
    modal: (options) => wait('a modal', () => interaction.modal, options),
  }
  interactions.set(invocation, interaction)
  return invocation
}
