/** The app answers interactions. Source: Discord's documentation, "Receiving and Responding to Interactions". */
import { InteractionResponseType as Answer, InteractionType, MessageFlags, MessageType } from 'discord.js'
import { choiceForm } from '../form/command.ts'
import { choice, type Fields, fields, isFields, list } from '../form/field.ts'
import { messageForm } from '../form/message.ts'
import { modalForm } from '../form/modal.ts'
import { FOLLOW_UP_LIMIT, isForcedEphemeral, isLate, messagesOf, tokenProblem } from '../interaction.ts'
import { WEBHOOK_DEFAULT } from '../mention.ts'
import { messagePayload } from '../payload.ts'
import { edit, post, remove } from '../posting.ts'
import { type Field, newForm, refuse } from '../refusal.ts'
import type { Interaction, Message, World } from '../world.ts'
import { type Call, done, ok, type Reply, type Routes } from './call.ts'

const ANSWER_FLAGS =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2
const EDIT_FLAGS = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2

/** Which answers each kind of interaction takes. */
const answersTo = ({ type, on }: Interaction): readonly number[] => {
  const updates = on ? [Answer.DeferredMessageUpdate, Answer.UpdateMessage] : []
  const messages = [Answer.ChannelMessageWithSource, Answer.DeferredChannelMessageWithSource]
  switch (type) {
    case InteractionType.ApplicationCommand:
      return [...messages, Answer.Modal]
    case InteractionType.MessageComponent:
      return [...messages, ...updates, Answer.Modal]
    case InteractionType.ModalSubmit:
      return [...messages, ...updates]
    default:
      return [Answer.ApplicationCommandAutocompleteResult]
  }
}

/** The kind of message an interaction's answer is: of a command, or a reply to the message with the component. */
const typeOf = ({ command }: Interaction): MessageType => {
  if (!command) return MessageType.Reply
  return command.isMenu ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand
}

export const interactionRoutes = (world: World) => {
  const { bot } = world.application

  const readForm = (field: Field, call: Call, body: unknown, flags: number, before?: Message) =>
    messageForm(field, isFields(body) ? body : {}, {
      flags,
      uploads: call.uploads,
      ...(before && {
        before: {
          flags: before.flags,
          content: before.content,
          embeds: before.embeds.length,
          files: before.attachments,
        },
      }),
    })

  const checkPlace = (interaction: Interaction): void => {
    if (interaction.channel.thread?.isArchived) throw refuse('thread_archived')
    if (!world.channels.has(interaction.channel.id)) throw refuse('unknown_channel')
  }

  const send = (
    call: Call,
    interaction: Interaction,
    form: ReturnType<typeof messageForm>,
    options: { readonly type: MessageType; readonly repliesTo?: Message | undefined; readonly extraFlags?: number },
  ): Message => {
    const isEphemeral = ((form.flags ?? 0) & MessageFlags.Ephemeral) !== 0 || isForcedEphemeral(interaction)
    return post(world, {
      ...form,
      channel: interaction.channel,
      author: bot,
      type: options.type,
      repliesTo: options.repliesTo,
      flags: (form.flags ?? 0) | (options.extraFlags ?? 0) | (isEphemeral ? MessageFlags.Ephemeral : 0),
      uploads: call.uploads,
      allowed: form.allowedMentions ?? WEBHOOK_DEFAULT,
      interaction,
      onlyFor: isEphemeral ? interaction.by : undefined,
      isWebhook: true,
    })
  }

  const sendOriginal = (
    call: Call,
    interaction: Interaction,
    form: ReturnType<typeof messageForm>,
    extraFlags = 0,
  ): void => {
    const draft = { type: typeOf(interaction), repliesTo: interaction.on ?? interaction.target, extraFlags }
    interaction.original = send(call, interaction, form, draft)
  }

  const choices = (field: Field, data: Fields | undefined, type: number): readonly Fields[] =>
    list(field.at('choices'), data?.choices, { max: 25 }).flatMap((each, index) => {
      const given = fields(field.at('choices', index), each, { required: true })
      if (given) choiceForm(field.at('choices', index), given, type)
      return given ? [given] : []
    })

  /** Does what the answer says; throws, changing nothing, if it may not be. */
  const answer = (call: Call, interaction: Interaction): number => {
    const form = newForm()
    const body = fields(form, call.body, { required: true }) ?? {}
    const type = choice(form.at('type'), body.type, answersTo(interaction), { required: true })
    form.check()
    const data = fields(form.at('data'), body.data)
    const at = form.at('data')
    switch (type) {
      case Answer.ChannelMessageWithSource: {
        const message = readForm(at, call, data, ANSWER_FLAGS)
        form.check()
        sendOriginal(call, interaction, message)
        break
      }
      case Answer.DeferredChannelMessageWithSource: {
        const flags = Number(data?.flags ?? 0)
        if (flags & ~MessageFlags.Ephemeral)
          at.at('flags').fail('FAKE_DEFER_FLAGS', 'Documented: a deferred answer takes the flag EPHEMERAL alone')
        form.check()
        sendOriginal(call, interaction, readForm(at, call, { flags }, ANSWER_FLAGS), MessageFlags.Loading)
        break
      }
      case Answer.DeferredMessageUpdate:
        if (interaction.on) interaction.original = interaction.on
        break
      case Answer.UpdateMessage: {
        if (!interaction.on || interaction.on.isDeleted) throw refuse('unknown_message')
        const message = readForm(at, call, data, EDIT_FLAGS, interaction.on)
        form.check()
        edit(world, interaction.on, message, { uploads: call.uploads, fallback: WEBHOOK_DEFAULT })
        interaction.original = interaction.on
        break
      }
      case Answer.Modal: {
        const modal = modalForm(at, data)
        form.check()
        interaction.modal = modal
        break
      }
      default: {
        const found = choices(at, data, interaction.focused ?? 0)
        form.check()
        interaction.choices = found
      }
    }
    return type ?? 0
  }

  const callbackPayload = (interaction: Interaction, type: number) => {
    const { original } = interaction
    const showsMessage = type === Answer.ChannelMessageWithSource || type === Answer.UpdateMessage
    return {
      interaction: {
        id: interaction.id,
        type: interaction.type,
        ...(original && {
          response_message_id: original.id,
          response_message_loading: (original.flags & MessageFlags.Loading) !== 0,
          response_message_ephemeral: original.onlyFor !== undefined,
        }),
      },
      resource: { type, ...(original && showsMessage && { message: messagePayload(world, original) }) },
    }
  }

  const respond = (call: Call): Reply => {
    const interaction = world.interactions.get(call.params.token ?? '')
    if (!interaction || interaction.id !== call.params.interaction || isLate(world, interaction))
      throw refuse('unknown_interaction')
    if (interaction.acknowledged) throw refuse('already_acknowledged')
    checkPlace(interaction)
    const type = answer(call, interaction)
    interaction.acknowledged = { type, at: world.clock.now() }
    world.changed()
    return call.query.get('with_response') === 'true' ? ok(callbackPayload(interaction, type)) : done
  }

  const interactionOf = (call: Call): Interaction => {
    if (call.params.application !== world.application.id) throw refuse('unknown_webhook')
    const interaction = world.interactions.get(call.params.token ?? '')
    const problem = tokenProblem(world, interaction)
    if (problem || !interaction) throw problem ?? refuse('bad_webhook_token')
    return interaction
  }

  const messageOf = (interaction: Interaction, call: Call): Message => {
    const id = call.params.message
    const message = id === '@original' ? interaction.original : messagesOf(interaction).find((each) => each.id === id)
    if (!message || message.isDeleted) throw refuse('unknown_message')
    return message
  }

  const change = (call: Call, interaction: Interaction, message: Message): Reply => {
    checkPlace(interaction)
    const form = newForm()
    const found = readForm(form, call, call.body, EDIT_FLAGS, message)
    form.check()
    edit(world, message, found, { uploads: call.uploads, fallback: WEBHOOK_DEFAULT })
    return ok(messagePayload(world, message))
  }

  const followUp = (call: Call): Reply => {
    const interaction = interactionOf(call)
    const { original } = interaction
    // Straight after a deferred answer this edits the placeholder, whose being ephemeral stays as it was.
    if (original && original.flags & MessageFlags.Loading) return change(call, interaction, original)
    if (!('0' in interaction.owners) && interaction.followUpCount >= FOLLOW_UP_LIMIT)
      throw refuse('too_many_follow_ups')
    checkPlace(interaction)
    const form = newForm()
    const found = readForm(form, call, call.body, ANSWER_FLAGS)
    form.check()
    interaction.followUpCount += 1
    const repliesTo = original && !original.isDeleted ? original : undefined
    const message = send(call, interaction, found, { type: MessageType.Reply, repliesTo })
    interaction.followUps.push(message)
    world.changed()
    return ok(messagePayload(world, message))
  }

  return {
    'POST /interactions/:interaction/:token/callback': respond,
    'POST /webhooks/:application/:token': followUp,
    'GET /webhooks/:application/:token/messages/:message': (call) => {
      const interaction = interactionOf(call)
      return ok(messagePayload(world, messageOf(interaction, call)))
    },
    'PATCH /webhooks/:application/:token/messages/:message': (call) => {
      const interaction = interactionOf(call)
      return change(call, interaction, messageOf(interaction, call))
    },
    'DELETE /webhooks/:application/:token/messages/:message': (call) => {
      const interaction = interactionOf(call)
      remove(world, messageOf(interaction, call))
      return done
    },
  } satisfies Routes
}
