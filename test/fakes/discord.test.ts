import { Events, GatewayIntentBits, type Message } from 'discord.js'
import { expect, test } from 'vitest'
import { logIn, STANDARD_INTENTS, startFake } from './discord-client.ts'

test('the client logs in and sees its servers', async () => {
  const discord = await startFake()
  const guild = discord.guild({ name: 'Readers', locale: 'fr' })
  guild.channel({ name: 'questions', deny: ['SendMessages'] })
  const client = await logIn(discord)
  expect(client.user.id).toBe(discord.bot.id)
  expect(client.guilds.cache.get(guild.id)).toMatchObject({ name: 'Readers', preferredLocale: 'fr', available: true })
  expect(discord.unknown).toEqual([])
})

test('mention and reply', async () => {
  const discord = await startFake()
  const guild = discord.guild()
  const channel = guild.channel()
  const ada = guild.member({ name: 'Ada' })
  const client = await logIn(discord)
  client.on(Events.MessageCreate, async (message: Message) => {
    if (message.author.bot || !message.mentions.has(client.user)) return
    await message.reply({ content: `You said: ${message.content}` })
  })
  const asked = ada.says(channel, `${discord.bot.mention} hello`)
  const answer = await discord.waitFor(() => discord.messages(channel)[1])
  expect(answer).toMatchObject({ text: `You said: ${discord.bot.mention} hello`, repliesTo: asked.id })
  expect(GatewayIntentBits.MessageContent & STANDARD_INTENTS.reduce<number>((sum, bit) => sum | bit, 0)).toBe(0)
})
