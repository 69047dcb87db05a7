import { test } from 'vitest'
import { startModel } from './bot.ts'
import { answered, asked, claim, height, replies, replyTo, startScene, written } from './scene.ts'

const cost = claim('L’État paiera 60 % des travaux.', ['P3', 'l’État en paiera 60 %'])
test('a', async () => {
  const mock = await startModel()
  replies(mock, [answered(height), answered(cost), answered(height)])
  const { discord, channel, ada, ben, me, log } = await startScene({ mock })
  const first = await replyTo(discord, ada.says(channel, `${me} Quelle est la hauteur du phare ?`))
  console.log(first.text)
  const second = await replyTo(discord, ben.says(channel, 'Et qui paie ?', { replyTo: first }))
  console.log(second.text)
  console.log(asked(mock).map((r) => /<earlier>.*<\/question>/.exec(r)?.[0]))
  console.log(log)
})
test('b', async () => {
  const mock = await startModel()
  replies(mock, [answered(height)])
  const { discord, channel, ada, me, log } = await startScene({ mock, messageContent: true })
  const first = await replyTo(discord, ada.says(channel, `${me} Quelle est la hauteur du phare ?`))
  const thread = ada.startsThread(channel, 'La suite', first)
  ada.says(thread, 'Et son coût ?')
  await new Promise((r) => setTimeout(r, 500))
  console.log(
    first.id,
    thread.id,
    written(discord, thread),
    log,
    discord
      .events()
      .slice(-3)
      .map((e) => JSON.stringify(e)),
  )
})
