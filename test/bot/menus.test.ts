/** The two commands in the menu of a message: Apps, after a right click. */
import { expect, onTestFinished, test } from 'vitest'
import { lighthouse } from '../fakes/articles.ts'
import { answerTo } from './answer-to.ts'
import { type Setting, startModel } from './bot.ts'
import { answered, asked, height, replies, startScene as start } from './scene.ts'

const CHECK = 'Check against the articles'
const ANSWER = 'Answer from the articles'
const question = 'Qui était le dernier gardien du phare ?'

const startScene = async (setting: Setting = {}) => {
  const scene = await start({ articles: [lighthouse], ...setting })
  onTestFinished(() => expect(scene.discord.refused).toEqual([]))
  return scene
}

test('a message is checked: its words are sent and stand above the verdict, whoever looks', async () => {
  const mock = await startModel()
  replies(mock, [JSON.stringify({ verdict: 'contradicted', claims: [{ stance: 'contradicts', ...height }] })])
  const { discord, channel, ada, ben } = await startScene({ mock })
  const said = ben.says(channel, 'Le phare mesure 38 mètres. <@1> [voir](https://example.org) @everyone')
  const answer = await answerTo(discord, ada.messageMenu(channel, CHECK, said))
  expect(answer).toMatchObject({ repliesTo: said.id, isEphemeral: false })
  expect(answer.text).toContain('Statement · Le phare mesure 38 mètres.')
  expect(answer.text).toContain('\\[voir]')
  expect(answer.text).toContain('The articles say otherwise')
  expect(answer.pings).toEqual({ everyone: false, users: [], roles: [] })
  expect(asked(mock)[0]).toContain('<question>\\nLe phare mesure 38 mètres.')
})

test('a message is answered, without the intent to read messages; in the reader’s words and its own language', async () => {
  const mock = await startModel()
  replies(mock, [answered(height)])
  const { discord, guild, channel, ben } = await startScene({ mock })
  const reader = guild.member({ locale: 'fr' })
  const said = ben.says(channel, 'How tall is the lighthouse?')
  const answer = await answerTo(discord, reader.messageMenu(channel, ANSWER, said))
  expect(answer.text).toContain('Question · How tall is the lighthouse?')
  expect(answer.text).toContain('Où c’est écrit')
  expect(asked(mock)[0]).toContain('Write the claims in English')
})

test('without a model, the check shows the nearest passages, and the answer quotes', async () => {
  const { discord, channel, ada, ben } = await startScene()
  const said = ben.says(channel, question)
  const checked = await answerTo(discord, ada.messageMenu(channel, CHECK, said))
  expect(checked.text).toContain('needs a model')
  const quoted = await answerTo(discord, ada.messageMenu(channel, ANSWER, said))
  expect(quoted.text).toContain('Yann Le Goff')
  expect(quoted.text).toContain('Quotations only')
})

test('a message without text, and our own answer, have nothing to read', async () => {
  const { discord, channel, ada, ben } = await startScene()
  const file = { filename: 'cat.png', type: 'image/png', data: new Uint8Array(8) }
  const answer = await answerTo(discord, ada.slash(channel, 'ask', { question }))
  for (const said of [ben.says(channel, '', { files: [file] }), answer])
    for (const menu of [CHECK, ANSWER])
      expect(await ada.messageMenu(channel, menu, said).response()).toMatchObject({
        isEphemeral: true,
        text: 'This message has no text to read.',
      })
})

test('a message that is too long is refused in words, before the model gets it', async () => {
  const mock = await startModel()
  const { channel, ada, ben } = await startScene({ mock })
  const said = ben.says(channel, 'Le phare. '.repeat(250))
  const refused = await ada.messageMenu(channel, CHECK, said).response()
  expect(refused.isEphemeral).toBe(true)
  expect(refused.text).toMatch(/too long: 2,499 characters, and 2,000 is the limit/)
  expect(asked(mock)).toEqual([])
})

test('what a bot or a webhook wrote can be checked as well', async () => {
  const mock = await startModel()
  replies(mock, [JSON.stringify({ verdict: 'not_covered', claims: [] })])
  const { discord, guild, channel, ada } = await startScene({ mock })
  const robot = guild.member({ name: 'Robot', isBot: true })
  for (const said of [robot.says(channel, 'Le phare est vendu.'), channel.webhook('Feed').says('Le phare est vendu.')])
    expect((await answerTo(discord, ada.messageMenu(channel, CHECK, said))).text).toContain('do not speak of it')
})

test('as private, and as limited, as the server has it', async () => {
  const { discord, guild, channel, ada, ben, store } = await startScene()
  const said = ben.says(channel, question)
  await store.changeSettings(guild.id, (present) => ({ ...present, privateByDefault: true, hourlyLimit: 1 }))
  expect((await answerTo(discord, ada.messageMenu(channel, ANSWER, said))).isEphemeral).toBe(true)
  expect(await ada.messageMenu(channel, ANSWER, said).response()).toMatchObject({
    isEphemeral: true,
    text: expect.stringContaining('1 question within an hour'),
  })
  const role = guild.role()
  await store.changeSettings(guild.id, (present) => ({ ...present, roles: [role.id] }))
  expect((await ben.messageMenu(channel, CHECK, said).response()).text).toContain('certain roles')
})
