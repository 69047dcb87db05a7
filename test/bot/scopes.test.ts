/** Each server's own articles: nobody elsewhere reads, cites or is offered them, whatever they type or press. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { articleKey, customId } from '../../src/discord/custom-id.ts'
import { article } from '../fakes/articles.ts'
import { answerTo, buttonOf, forge } from './answer-to.ts'
import { answers, startScene } from './scene.ts'

const GONE = 'This button no longer works'
const SECRET = 'Grandval'
const question = 'Qui dirige la fonderie secrète de Grandval ?'
const texts = [
  'La fonderie secrète de Grandval est dirigée par Odile Marchetti depuis 1998.',
  'Elle coule douze cloches par an, toutes destinées à l’étranger.',
]

const start = async () => {
  const scene = await startScene()
  const { discord, store, mirror, guild } = scene
  onTestFinished(() => expect(discord.refused).toEqual([]))
  const own = article(`${guild.id}/fonderie`, texts, { title: 'La fonderie de Grandval' })
  const roomy = { articles: 9, paragraphs: 99, characters: 9_999 }
  const record = { origin: { kind: 'text' as const }, by: '1', addedAt: 1, changedAt: 1 }
  await store.addArticle({ article: own, ...record }, roomy)
  await mirror.follow()
  const elsewhere = discord.guild({ name: 'Elsewhere' })
  const there = elsewhere.channel({ name: 'general' })
  const eve = elsewhere.member({ name: 'Eve', permissions: ['ManageGuild'] })
  return { ...scene, own, roomy, elsewhere, there, eve }
}

test('its own members are answered from it, in the server alone', async () => {
  const { discord, channel, ada } = await start()
  const answer = await answerTo(discord, ada.slash(channel, 'ask', { question }))
  expect(answer.text).toContain('Odile Marchetti')
  expect((await ada.press(answer, buttonOf(answer, '¶1')).response()).text).toContain(SECRET)
})

describe('elsewhere', () => {
  const named = ['fonderie', 'La fonderie de Grandval', 'grandval', 'fonderie de'] as const

  test('a question, a mention and a direct message find nothing of it', async () => {
    const { discord, there, eve, me } = await start()
    const asked = await answerTo(discord, eve.slash(there, 'ask', { question }))
    expect(asked.text).not.toMatch(/Marchetti|cloches/)
    eve.says(there, `${me} ${question}`)
    const direct = eve.dm(question)
    for (const place of [there, direct.channelId])
      for (const each of await answers(discord, place)) {
        expect(each.text).not.toMatch(/Marchetti|cloches/)
        for (const { label } of each.buttons) expect(label ?? '').not.toContain(SECRET)
      }
  })

  test('autocompletion does not offer it', async () => {
    const { discord, there, eve, channel, ada } = await start()
    const direct = eve.dm('Hello?').channelId
    for (const command of ['ask', 'summary', 'paragraph', 'check'] as const)
      for (const typed of ['', 'fond', 'grand']) {
        const offered = await eve.autocomplete(there, command, { option: 'article', typed }).choices()
        expect(JSON.stringify(offered)).not.toContain(SECRET)
        const alone = await eve.autocomplete(direct, command, { option: 'article', typed }).choices()
        expect(JSON.stringify(alone)).not.toContain(SECRET)
      }
    const own = await ada.autocomplete(channel, 'ask', { option: 'article', typed: 'fond' }).choices()
    expect(JSON.stringify(own)).toContain(SECRET)
    expect(discord.refused).toEqual([])
  })

  test('no command takes it by its title, its id or its key', async () => {
    const { there, eve, own, guild } = await start()
    for (const given of [...named, own.head.id, `${guild.id}/`, articleKey(own.head.id)])
      for (const [command, values] of [
        ['ask', { question }],
        ['check', { statement: question }],
        ['summary', {}],
        ['paragraph', { number: 1 }],
      ] as const) {
        const told = await eve.slash(there, command, { ...values, article: given }).response()
        expect(told.text, `${command} ${given}`).toContain('No article is called')
        expect(told.text).not.toMatch(/Odile|cloches|Known: .*Grandval/)
      }
  })

  test('the list of articles and the settings do not show it', async () => {
    const { there, eve, own } = await start()
    expect((await eve.slash(there, 'articles list').response()).text).not.toContain(SECRET)
    const panel = await eve.slash(there, 'settings').response()
    expect(JSON.stringify(panel)).not.toContain(SECRET)
    expect((await eve.slash(there, 'about').response()).text).not.toContain(own.head.title)
  })

  test('a forged button opens nothing of it: not by its key, not by the answer that cites it', async () => {
    const { discord, store, channel, ada, there, eve, own } = await start()
    const answer = await answerTo(discord, ada.slash(channel, 'ask', { question }))
    const cited = buttonOf(answer, '¶1')
    const kept = await store.latestInChannel(channel.id)
    if (!kept) throw new Error('no answer kept')
    const ids = [
      cited,
      customId({ kind: 'read', article: articleKey(own.head.id), paragraph: 1, part: 1 }),
      customId({ kind: 'context', answer: kept.id, page: 1 }),
      customId({ kind: 'evidence', answer: kept.id, page: 1 }),
    ]
    for (const place of [there, eve.dm('Hello?').channelId])
      for (const id of ids) {
        const forged = await forge(discord, place, id)
        expect((await eve.press(forged, id).response()).text).toContain(GONE)
      }
    // Where it belongs it opens.
    const read = ids[1] ?? ''
    expect((await ada.press(await forge(discord, channel, read), read).response()).text).toContain(SECRET)
  })

  test('a default article of another server’s is as good as none', async () => {
    const { discord, store, elsewhere, there, eve, own } = await start()
    await store.changeSettings(elsewhere.id, (present) => ({
      ...present,
      defaultArticles: { [there.id]: own.head.id },
    }))
    const asked = await answerTo(discord, eve.slash(there, 'ask', { question: 'When did the Hollis bakery open?' }))
    expect(asked.text).not.toMatch(/Marchetti|cloches/)
    expect(JSON.stringify(await eve.slash(there, 'settings').response())).not.toContain(SECRET)
  })
})

describe('what was cited and is no longer so', () => {
  const answered = async () => {
    const scene = await start()
    const answer = await answerTo(scene.discord, scene.ada.slash(scene.channel, 'ask', { question }))
    return { ...scene, answer, button: buttonOf(answer, '¶1') }
  }

  test('an older version still opens from its answer, while new answers use the new one', async () => {
    const { discord, store, mirror, channel, ada, own, roomy, answer, button } = await answered()
    const changed = article(own.head.id, ['Préface.', 'La fonderie secrète de Grandval est dirigée par Paul Ney.'], {
      title: own.head.title,
    })
    await store.replaceArticle(changed, 9, roomy)
    await store.pruneVersions()
    await mirror.follow()
    expect((await ada.press(answer, button).response()).text).toContain('Odile Marchetti')
    expect((await answerTo(discord, ada.slash(channel, 'ask', { question }))).text).toContain('Paul Ney')
    expect((await ada.slash(channel, 'paragraph', { number: 1, article: 'fonderie' }).response()).text).toContain(
      'Préface',
    )
  })

  test.each([
    ['a removed article', 'removeArticle'],
    ['an answer kept for its time', 'deleteBefore'],
    ['a server whose data was erased', 'deleteServer'],
  ] as const)('%s: its buttons say so politely', async (_, way) => {
    const { store, mirror, ada, guild, own, answer, button } = await answered()
    if (way === 'removeArticle') await store.removeArticle(own.head.id)
    else if (way === 'deleteBefore') await store.deleteBefore(Date.now() + 1_000)
    else await store.deleteServer(guild.id)
    await mirror.follow()
    expect((await ada.press(answer, button).response()).text).toContain(GONE)
  })
})
