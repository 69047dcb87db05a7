import { expect, test } from 'vitest'
import { startBot } from './bot.ts'

const height = 'Quand le dernier gardien a-t-il quitté la tour ?'

test('a mention is answered, with its quotation and its buttons', async () => {
  const { discord } = await startBot()
  const guild = discord.guild({ name: 'Readers' })
  const channel = guild.channel({ name: 'questions' })
  const ada = guild.member({ name: 'Ada' })
  const question = ada.says(channel, `${discord.bot.mention} ${height}`)
  await discord.waitFor(() => discord.messages(channel).length === 2)
  const [, reply] = discord.messages(channel)
  expect(reply).toMatchObject({ repliesTo: question.id, isComponentsV2: true, suppressesEmbeds: true })
  expect(reply?.text).toContain('14 juillet 1973')
  expect(reply?.text).toContain('¶4')
  expect(reply?.buttons.map((button) => button.label)).toContain('¶4')
  expect(discord.unknown).toEqual([])
  expect(discord.refused).toEqual([])
})

test('/ask answers on the deferred response; the buttons open the paragraph', async () => {
  const { discord, log } = await startBot()
  const guild = discord.guild({ name: 'Readers' })
  const channel = guild.channel({ name: 'questions' })
  const ada = guild.member({ name: 'Ada', locale: 'fr' })
  const asked = ada.slash(channel, 'ask', { question: height })
  const reply = await asked.response()
  expect(reply.text).toContain('14 juillet 1973')
  const button = reply.buttons.find(({ label }) => label === '¶4')
  const opened = ada.press(reply, button?.customId ?? '')
  expect(await opened.response()).toMatchObject({ isEphemeral: true, text: expect.stringContaining('Yann Le Goff') })
  expect(log.filter(({ level }) => level !== 'info')).toEqual([])
  expect(asked.acknowledgedWithin).toBeLessThan(3_000)
})
