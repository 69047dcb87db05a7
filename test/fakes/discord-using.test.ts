import {
  type ButtonInteraction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { describe, expect, test } from 'vitest'
import { button, callback, command, errorsOf, row, startApp as start, webhook } from './discord-client.ts'

const V2 = MessageFlags.IsComponentsV2

describe('components', () => {
  const withButton = async (on: (interaction: ButtonInteraction) => unknown) => {
    const setting = await start((interaction) => {
      if (interaction.isButton()) return on(interaction)
      if (interaction.isChatInputCommand())
        return interaction.reply({
          flags: V2,
          components: [
            {
              type: 17,
              components: [{ type: 10, content: 'Pick' }, row(button('go'), { ...button('off'), disabled: true })],
            },
            row({ type: 2, style: 5, label: 'Away', url: 'https://example.org' }),
          ] as never,
        })
      return undefined
    })
    const question = setting.ada.slash(setting.channel, 'ask', { question: 'a' })
    return { ...setting, message: await question.response() }
  }

  test('a button updates its message', async () => {
    const { ada, message, discord } = await withButton((interaction) =>
      interaction.update({ components: [{ type: 10, content: 'Picked' }] as never }),
    )
    expect(message.buttons).toMatchObject([
      { customId: 'go' },
      { customId: 'off', isDisabled: true },
      { url: 'https://example.org' },
    ])
    const pressed = ada.press(message, 'go')
    expect(await pressed.response()).toMatchObject({ id: message.id, text: 'Picked', isComponentsV2: true })
    expect(discord.message(message).revisions.map(({ text }) => text)).toEqual(['Pick', 'Picked'])
    expect(() => ada.press(message, 'go')).toThrow('no component go')
  })

  test('a button defers, edits later and answers on the side', async () => {
    const { ada, message, discord, channel } = await withButton(async (interaction) => {
      await interaction.deferUpdate()
      await interaction.followUp({ content: 'only you', flags: MessageFlags.Ephemeral })
      await interaction.editReply({ components: [{ type: 10, content: 'later' }] as never })
    })
    const pressed = ada.press(message, 'go')
    expect(await pressed.response()).toMatchObject({ id: message.id, text: 'later' })
    expect(pressed.messages()).toMatchObject([
      { id: message.id },
      { text: 'only you', isEphemeral: true, repliesTo: message.id },
    ])
    expect(discord.messages(channel)).toHaveLength(1)
  })

  test('what cannot be pressed', async () => {
    const { ada, message, discord } = await withButton(() => undefined)
    expect(() => ada.press(message, 'off')).toThrow('off is disabled')
    expect(() => ada.press(message, 'none')).toThrow('no component none')
    discord.deleteMessage(message)
    expect(() => ada.press(message, 'go')).toThrow('no message')
  })

  test('a message deleted while its button is answered', async () => {
    const { ada, message, discord } = await withButton(() => undefined)
    const pressed = ada.press(message, 'go')
    discord.deleteMessage(message)
    expect(await callback(discord, pressed, { type: 7, data: { components: [] } })).toMatchObject({
      status: 404,
      body: { code: 10008 },
    })
    await callback(discord, pressed, { type: 6 })
    expect(await webhook(discord, pressed.token, 'PATCH', '/messages/@original', {})).toMatchObject({ status: 404 })
  })

  test('a select menu', async () => {
    const options = ['a', 'b'].map((value) => ({ label: value, value }))
    const { ada, channel } = await start((interaction) => {
      if (interaction.isStringSelectMenu()) return interaction.reply({ content: interaction.values.join() })
      return command((each) =>
        each.reply({ content: 'Pick', components: [row({ type: 3, custom_id: 'pick', max_values: 2, options })] }),
      )(interaction)
    })
    const message = await ada.slash(channel, 'ask', { question: 'a' }).response()
    expect(message.selects).toMatchObject([{ customId: 'pick', options }])
    expect((await ada.select(message, 'pick', ['b', 'a']).response()).text).toBe('b,a')
    expect(() => ada.select(message, 'pick', ['c'])).toThrow('c is no option')
    expect(() => ada.select(message, 'pick', [])).toThrow('0 values chosen')
  })
})

test('a modal is opened and sent', async () => {
  const { ada, channel } = await start(async (interaction) => {
    if (interaction.isModalSubmit()) await interaction.reply({ content: interaction.fields.getTextInputValue('why') })
    if (!interaction.isChatInputCommand()) return
    const input = new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Paragraph).setMaxLength(10)
    const label = new LabelBuilder().setLabel('Why?').setTextInputComponent(input)
    await interaction.showModal(new ModalBuilder().setCustomId('reason').setTitle('Reason').addLabelComponents(label))
  })
  const asked = ada.slash(channel, 'ask', { question: 'a' })
  expect(await asked.modal()).toMatchObject({ customId: 'reason', title: 'Reason' })
  expect(() => ada.submitModal(asked, { why: 'a'.repeat(11) })).toThrow('11 characters in why')
  expect(() => ada.submitModal(asked, { why: '' })).toThrow('left empty')
  expect((await ada.submitModal(asked, { why: 'because' }).response()).text).toBe('because')
})

test.each([
  ['a title of 46', { title: 'a'.repeat(46) }, ['data.title: BASE_TYPE_BAD_LENGTH']],
  [
    'six inputs',
    {
      components: Array.from({ length: 6 }, (_, i) => ({
        type: 18,
        label: 'a',
        component: { type: 4, style: 1, custom_id: `${i}` },
      })),
    },
    ['data.components: BASE_TYPE_BAD_LENGTH'],
  ],
  ['no inputs', { components: [] }, ['data.components: BASE_TYPE_BAD_LENGTH']],
  [
    'a button',
    { components: [{ type: 18, label: 'a', component: { type: 2 } }] },
    ['data.components.0.component: UNION_TYPE_CHOICES'],
  ],
  [
    'a label of 46',
    { components: [{ type: 18, label: 'a'.repeat(46), component: { type: 4, style: 1, custom_id: 'a' } }] },
    ['data.components.0.label: BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a value that is too long',
    {
      components: [
        { type: 1, components: [{ type: 4, label: 'a', style: 1, custom_id: 'a', max_length: 1, value: 'ab' }] },
      ],
    },
    ['data.components.0.components.0.value: BASE_TYPE_MAX_LENGTH'],
  ],
])('a modal with %s', async (_, extra, errors) => {
  const { discord, ada, channel } = await start()
  const modal = {
    custom_id: 'm',
    title: 'a',
    components: [{ type: 18, label: 'a', component: { type: 4, style: 1, custom_id: 'a' } }],
  }
  const asked = ada.slash(channel, 'ask', { question: 'a' })
  expect(errorsOf(await callback(discord, asked, { type: 9, data: { ...modal, ...extra } }))).toEqual(errors)
})

test('autocomplete', async () => {
  const { ada, channel } = await start((interaction) => {
    if (!interaction.isAutocomplete()) return undefined
    const { name, value } = interaction.options.getFocused(true)
    return interaction.respond([{ name: `${name} ${value}`, value: 'found' }])
  })
  const typed = ada.autocomplete(channel, 'ask', { option: 'article', typed: 'mos' })
  expect(await typed.choices()).toEqual([{ name: 'article mos', value: 'found' }])
  expect(() => ada.autocomplete(channel, 'ask', { option: 'question', typed: '' })).toThrow('not autocompleted')
})

test('too many or too long suggestions', async () => {
  const { discord, ada, channel } = await start()
  const typed = ada.autocomplete(channel, 'ask', { option: 'article', typed: '' })
  const offer = (choices: readonly object[]) => callback(discord, typed, { type: 8, data: { choices } })
  const many = Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` }))
  expect(errorsOf(await offer(many))).toEqual(['data.choices: BASE_TYPE_MAX_LENGTH'])
  expect(errorsOf(await offer([{ name: 'a'.repeat(101), value: 'a' }]))).toEqual([
    'data.choices.0.name: BASE_TYPE_BAD_LENGTH',
  ])
  expect(await offer(many.slice(1))).toMatchObject({ status: 204 })
})

test('the menu of a message shows its words without the intent', async () => {
  const { ada, guild, channel } = await start((interaction) =>
    interaction.isMessageContextMenuCommand()
      ? interaction.reply({ content: interaction.targetMessage.content })
      : undefined,
  )
  const said = guild.member().says(channel, 'The bridge opened in 1883.')
  const checked = ada.messageMenu(channel, 'Check this', said)
  expect(await checked.response()).toMatchObject({ text: 'The bridge opened in 1883.', type: 23, repliesTo: said.id })
})

test('a file given to a command can be downloaded', async () => {
  const { discord, ada, channel } = await start(
    command(async (interaction) => {
      const file = interaction.options.getAttachment('file', true)
      await interaction.reply({
        content: await (await fetch(file.url)).text(),
        files: [{ attachment: Buffer.from('out'), name: 'out.txt' }],
      })
    }),
  )
  const asked = ada.slash(channel, 'ask', { question: 'a', file: { filename: 'in.txt', data: 'in' } })
  expect(await asked.response()).toMatchObject({
    text: 'in',
    attachments: [{ filename: 'out.txt', bytes: new TextEncoder().encode('out') }],
  })
  expect(discord.requests.at(-1)?.files).toEqual([{ filename: 'out.txt', size: 3 }])
})
