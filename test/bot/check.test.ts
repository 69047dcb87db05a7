/** Whether the articles support a statement: `/check`, with a model and without. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { lighthouse } from '../fakes/articles.ts'
import { answerTo, buttonOf } from './answer-to.ts'
import { type Setting, startModel } from './bot.ts'
import { asked, claim, cost, height, replies, startScene } from './scene.ts'

/** Only the statement says 38, which is exempt; what is said of it is not. */
const statement = 'Le phare mesure 38 mètres et la mairie le vendra.'
const wrongFigure = claim('Le phare mesure 38 mètres.', ['P2', 'il mesure 28 mètres'])
const wrongQuote = claim('Le phare mesure 28 mètres.', ['P2', 'il mesure environ 28 mètres'])

type Stance = 'supports' | 'contradicts'
const verdict = (reading: string, stance: Stance = 'supports', ...claims: readonly object[]): string =>
  JSON.stringify({ verdict: reading, claims: claims.map((each) => ({ stance, ...each })) })

const check = async (list: readonly string[], setting: Setting = {}, stated = statement) => {
  const mock = await startModel()
  replies(mock, list)
  const { discord, channel, ada, log } = await startScene({ mock, articles: [lighthouse], ...setting })
  onTestFinished(() => expect(discord.refused).toEqual([]))
  const used = ada.slash(channel, 'check', { statement: stated })
  const answer = await answerTo(discord, used)
  return { answer, requests: asked(mock), discord, ada, log, used }
}

describe('with a model', () => {
  test.each([
    ['supported', 'supports', 'The articles say so', 'Le phare est haut de 28 mètres.'],
    ['contradicted', 'contradicts', 'The articles say otherwise', statement],
    ['partly', 'supports', 'The articles say so in part', statement],
  ] as const)('%s, as the model reads it, with the quotations', async (reading, stance, words, stated) => {
    const { answer, requests, discord, ada, used } = await check([verdict(reading, stance, height)], {}, stated)
    expect(answer.text).toContain(`Statement · ${stated}`)
    expect(answer.text).toContain(`**${words}**\n-# the model’s reading`)
    expect(answer.text).toContain('Le phare mesure 28 mètres.')
    expect(answer.text).toContain('> “il mesure 28 mètres”')
    const opened = await ada.press(answer, buttonOf(answer, '¶2')).response()
    expect(opened.text).toContain('**il mesure 28 mètres**')
    expect(requests).toHaveLength(1)
    expect(requests[0]).toContain(`<question>\\n${stated}\\n</question>`)
    expect(used.messages()).toHaveLength(1)
    expect(discord.message(answer).isEphemeral).toBe(false)
  })

  test('not covered: said with its label, without evidence, with the nearest passages', async () => {
    const { answer, ada } = await check([verdict('not_covered')])
    expect(answer.text).toContain('**The articles do not speak of it**\n-# the model’s reading')
    expect(answer.text).not.toContain('Where it says so')
    const near = await ada.press(answer, buttonOf(answer, '¶')).response()
    expect(near).toMatchObject({ isEphemeral: true, text: expect.stringContaining('Un phare remis à neuf') })
    expect(near.text).not.toContain('The quotation is in bold')
  })

  test.each([
    ['a figure of the statement’s that the article does not have', wrongFigure],
    ['a quotation that is none', wrongQuote],
  ])('%s: mended by one retry, and never shown', async (_, bad) => {
    const { answer, requests } = await check([
      verdict('contradicted', 'contradicts', bad),
      verdict('contradicted', 'contradicts', height),
    ])
    expect(requests).toHaveLength(2)
    expect(answer.text).toContain('The articles say otherwise')
    expect(answer.text).not.toContain('Partial')
    for (const { text } of answer.revisions) {
      expect(text.replace(statement, '')).not.toContain('38')
      expect(text).not.toContain('environ')
    }
  })

  test('bad twice: what stands is shown, and a verdict that lost a part of its evidence is not "supported"', async () => {
    const { answer, requests } = await check([verdict('supported', 'supports', wrongQuote, cost)])
    expect(requests).toHaveLength(2)
    expect(answer.text).toContain('The articles say so in part')
    expect(answer.text).toContain('3,4 millions d’euros')
    expect(answer.text).toContain('Partial')
    expect(answer.text).not.toContain('environ')
  })

  test('bad twice and nothing stands: no verdict at all', async () => {
    const { answer } = await check([verdict('supported', 'supports', wrongQuote)])
    expect(answer.text).toContain('could not be verified, so it is not shown')
    expect(answer.text).not.toMatch(/The articles say so|the model’s reading|environ/)
    expect(buttonOf(answer, '¶')).toBeTruthy()
  })

  test('over one article where one is named', async () => {
    const mock = await startModel()
    replies(mock, [verdict('not_covered')])
    const { discord, channel, ada } = await startScene({ mock, articles: [lighthouse] })
    await answerTo(discord, ada.slash(channel, 'check', { statement, article: 'phare' }))
    const unknown = await ada.slash(channel, 'check', { statement, article: 'Titanic' }).response()
    expect(unknown).toMatchObject({ isEphemeral: true, text: expect.stringContaining('“Titanic”') })
    expect(asked(mock)).toHaveLength(1)
  })
})

describe('without a model that reads', () => {
  const withoutModel = /Checking a statement needs a model, and none is at work\.[\s\S]*Perhaps worth reading/

  test('none is set: the nearest passages, and that a check needs a model', async () => {
    const { discord, channel, ada, guild } = await startScene({ articles: [lighthouse] })
    const answer = await answerTo(discord, ada.slash(channel, 'check', { statement }))
    expect(answer.text).toMatch(withoutModel)
    expect(answer.text).not.toContain('the model’s reading')
    const near = await ada.press(answer, buttonOf(answer, '¶')).response()
    expect(near.text).toContain('Un phare remis à neuf')
    const french = guild.member({ locale: 'fr' }).slash(channel, 'check', { statement })
    expect((await answerTo(discord, french)).text).toContain('demande un modèle, et aucun n’est en service')
  })

  test('it is down: the same', async () => {
    const mock = await startModel()
    mock.on({ userMessage: /./ }, { error: { message: 'overloaded' }, status: 503 })
    const { discord, channel, ada, log } = await startScene({ mock, articles: [lighthouse] })
    const answer = await answerTo(discord, ada.slash(channel, 'check', { statement }))
    expect(answer.text).toMatch(withoutModel)
    expect(log.map(({ event }) => event)).toContain('answered without the model')
  })
})
