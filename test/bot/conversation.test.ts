/** Follow-ups along reply chains, in threads and in direct messages: which earlier turns they are read with. */
import { describe, expect, test } from 'vitest'
import { startBot, startModel } from './bot.ts'
import { answered, answers, answerTo, asked, claim, height, replies, silence, startScene, written } from './scene.ts'

const who = 'Qui était le dernier gardien du phare ?'

describe('follow-ups', () => {
  const cost = claim('L’État paiera 60 % des travaux.', ['P3', 'l’État en paiera 60 %'])

  test('along a reply chain the model gets the earlier turns, oldest first, and no others', async () => {
    const mock = await startModel()
    replies(mock, [answered(height), answered(cost), answered(height)])
    const scene = await startScene({ mock })
    const { channel, ada, ben, me } = scene
    const first = await answerTo(scene, ada.says(channel, `${me} Quelle est la hauteur du phare ?`))
    const second = await answerTo(scene, ben.says(channel, 'Et qui paie ?', { replyTo: first }))
    await answerTo(scene, ada.says(channel, 'Et la région ?', { replyTo: second }))
    await answerTo(scene, ada.says(channel, `${me} Et la région ?`))
    const [alone = '', followed = '', chained = '', anew = ''] = asked(mock)
    for (const request of [alone, anew]) expect(request).toContain('<earlier>\\n\\n</earlier>')
    expect(followed).toMatch(/<earlier>.*Quelle est la hauteur du phare \?.*Le phare mesure 28 mètres.*<\/earlier>/)
    expect(chained).toMatch(/<earlier>.*hauteur du phare \?.*28 mètres.*Et qui paie \?.*60 %.*<\/earlier>/)
    expect(chained).toMatch(/<question>\\nEt la région \?/)
  })

  test('without a model, a follow-up is searched for with the question before it', async () => {
    const scene = await startScene()
    const { channel, ada, me } = scene
    const first = await answerTo(scene, ada.says(channel, `${me} Combien l’État paiera-t-il pour le phare ?`))
    const second = await answerTo(scene, ada.says(channel, 'Et la région ?', { replyTo: first }))
    expect(second.text).toContain('la région le reste')
  })

  test('an earlier answer is no evidence: words that only it has are no quotation', async () => {
    const mock = await startModel()
    const borrowed = claim('Le phare est haut.', ['P2', 'Le phare mesure 28 mètres'])
    replies(mock, [answered(height), answered(borrowed)])
    const scene = await startScene({ mock })
    const { channel, ada, me } = scene
    const first = await answerTo(scene, ada.says(channel, `${me} Quelle est la hauteur du phare ?`))
    const second = await answerTo(scene, ada.says(channel, 'Et le phare est-il haut ?', { replyTo: first }))
    expect(second.revisions.map(({ text }) => text).join()).not.toContain('Le phare est haut')
    expect(asked(mock)).toHaveLength(3)
  })

  test('a direct message follows up the one before it, within the hour', async () => {
    const mock = await startModel()
    replies(mock, [answered(height)])
    const scene = await startScene({ mock })
    const { discord, ada, ben } = scene
    await answerTo(scene, ada.dm('Quelle est la hauteur du phare ?'))
    await answerTo(scene, ada.dm('Et son coût ?'))
    await answerTo(scene, ben.dm('Et son coût ?'))
    discord.advance(3_700_000)
    await answerTo(scene, ada.dm('Et son âge ?'))
    const [, followed = '', stranger = '', later = ''] = asked(mock)
    expect(followed).toMatch(/<earlier>.*Quelle est la hauteur du phare \?/)
    for (const request of [stranger, later]) expect(request).toContain('<earlier>\\n\\n</earlier>')
  })

  test('nobody follows up a private answer', async () => {
    const mock = await startModel()
    replies(mock, [answered(height)])
    const scene = await startScene({ mock })
    const { discord, channel, ada, ben, me } = scene
    const thread = ada.startsThread(channel, 'Le phare')
    await ada.slash(thread, 'ask', { question: 'Quelle est la hauteur du phare ?', private: true }).response()
    await discord.waitFor(() => asked(mock).length === 1)
    await answerTo(scene, ben.says(thread, `${me} Et son coût ?`))
    expect(asked(mock)[1]).toContain('<earlier>\\n\\n</earlier>')
  })
})

describe('threads', () => {
  const openThread = async (scene: Awaited<ReturnType<typeof startScene>>) => {
    const { discord, channel, ada, me } = scene
    const first = await answerTo(scene, ada.says(channel, `${me} Quelle est la hauteur du phare ?`))
    const button = first.buttons.find(({ label }) => label === 'Continuer dans un fil')
    const opened = ada.press(first, button?.customId ?? '')
    await opened.response()
    const thread = discord.message(first).threadId ?? ''
    await answers(discord, thread)
    return { thread, first }
  }

  test('opened by the button: a mention follows up the answer, and what is said next the one before it', async () => {
    const mock = await startModel()
    replies(mock, [answered(height)])
    const scene = await startScene({ mock })
    const { ada, ben, me } = scene
    const { thread } = await openThread(scene)
    ada.says(thread, 'Et son coût ?')
    const reply = await answerTo(scene, ben.says(thread, `${me} Et son coût ?`))
    expect(reply.buttons.map(({ label }) => label)).not.toContain('Continuer dans un fil')
    await answerTo(scene, ada.says(thread, `${me} Et son âge ?`))
    const [, second = '', third = ''] = asked(mock)
    expect(second).toMatch(/<earlier>.*Quelle est la hauteur du phare \?/)
    expect(third).toMatch(/<earlier>.*Quelle est la hauteur du phare \?.*Et son coût \?/)
    await silence(scene)
    expect(asked(mock)).toHaveLength(4)
  })

  test('with the content of messages no mention is needed there, unless it is for somebody else', async () => {
    const mock = await startModel()
    replies(mock, [answered(height)])
    const scene = await startScene({ mock, messageContent: true })
    const { discord, ada, ben } = scene
    const { thread } = await openThread(scene)
    const question = ada.says(thread, 'Et son coût ?')
    await answerTo(scene, question)
    expect(asked(mock)[1]).toMatch(/<earlier>.*Quelle est la hauteur du phare \?/)
    const before = written(discord, thread)
    ben.says(thread, `${ada.mention} tu le savais ?`)
    ben.says(thread, 'Tu le savais ?', { replyTo: question })
    await silence(scene)
    expect(written(discord, thread)).toHaveLength(before.length)
  })

  test('opened on an answer by a member: it counts as ours, also after it was archived and the bot began anew', async () => {
    const mock = await startModel()
    replies(mock, [answered(height)])
    const scene = await startScene({ mock, messageContent: true })
    const { discord, channel, ada, me, store, bot } = scene
    const first = await answerTo(scene, ada.says(channel, `${me} Quelle est la hauteur du phare ?`))
    const thread = ada.startsThread(channel, 'La suite', first)
    await answerTo(scene, ada.says(thread, 'Et son coût ?'))
    await bot.stop()
    discord.channel(thread).archive()
    await startBot({ mock, messageContent: true, discord, store })
    await answerTo(scene, ada.says(thread, 'Et son âge ?'))
    expect(asked(mock)[1]).toMatch(/<earlier>.*Quelle est la hauteur du phare \?/)
    expect(asked(mock)[2]).toMatch(/<earlier>.*hauteur du phare \?.*Et son coût \?/)
  })

  test('of members, where it was mentioned once, it does not join in', async () => {
    const scene = await startScene({ messageContent: true })
    const { discord, channel, ada, me } = scene
    const thread = ada.startsThread(channel, 'Le phare')
    await answerTo(scene, ada.says(thread, `${me} ${who}`))
    ada.says(thread, 'Quelle est la hauteur du phare ?')
    await silence(scene)
    expect(written(discord, thread)).toHaveLength(1)
  })
})
