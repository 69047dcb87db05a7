import { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/failures.ts'
import { runArticles, runAsk, runSummary } from '../../src/terminal/commands.ts'
import { answerJson } from '../../src/terminal/json.ts'
import { QUESTION_LIMIT } from '../../src/types.ts'
import { answered, ioOf, libraryOf, lighthouse, notFound, quoted, scriptedEngine, sessionOf, tea } from './samples.ts'

const ask = { command: 'ask', question: 'Combien de marches ?', json: false } as const
const both = { library: libraryOf(lighthouse, tea) }

describe('ask', () => {
  test('prints the answer alone, in the locale of the question, and exits with 0', async () => {
    const io = ioOf()
    const engine = scriptedEngine()
    expect(await runAsk(ask, sessionOf(engine), io)).toBe(0)
    expect(io.said()).toMatch(
      /^«\u00a0214 marches mènent à la galerie\u00a0»\u00a0\[1\]\n\[1\] ¶2 · .*\nCitations seules.*\n$/u,
    )
    expect(io.complained()).toBe('')
    expect(engine.questions).toEqual([{ text: 'Combien de marches ?', locale: 'fr', scope: [lighthouse], history: [] }])
  })

  test('exits with 3 when the articles do not say', async () => {
    const io = ioOf()
    const engine = scriptedEngine({ ask: async () => notFound([]) })
    expect(await runAsk(ask, sessionOf(engine), io)).toBe(3)
    expect(io.said()).toBe('Les articles ne le disent pas.\n')
  })

  test('prints exactly one JSON value', async () => {
    const io = ioOf()
    expect(await runAsk({ ...ask, json: true }, sessionOf(scriptedEngine()), io)).toBe(0)
    const quote = quoted(lighthouse, 2, '214 marches mènent à la galerie')
    expect(io.said()).toBe(`${JSON.stringify(answerJson(answered([quote], { by: 'extract' })))}\n`)
    expect(io.complained()).toBe('')
  })

  test('takes the locale that was asked for', async () => {
    const engine = scriptedEngine()
    await runAsk({ ...ask, locale: 'en' }, sessionOf(engine), ioOf())
    expect(engine.questions[0]?.locale).toBe('en')
  })

  test('keeps to the article named, by the beginning of its id too', async () => {
    const engine = scriptedEngine()
    await runAsk({ ...ask, article: 'tea' }, sessionOf(engine, both), ioOf())
    expect(engine.questions[0]?.scope).toEqual([tea])
  })

  test('exits with 2 for an article that is not known, naming those that are', async () => {
    const io = ioOf()
    expect(await runAsk({ ...ask, article: 'coffee' }, sessionOf(scriptedEngine(), both), io)).toBe(2)
    expect(io.complained()).toContain('phare-des-brumes, tea-trade')
    expect(io.said()).toBe('')
  })

  test('reads the question on standard input for -', async () => {
    const engine = scriptedEngine()
    const io = ioOf('Combien\nde marches ?\n')
    expect(await runAsk({ ...ask, question: '-' }, sessionOf(engine), io)).toBe(0)
    expect(engine.questions[0]?.text).toBe('Combien de marches ?')
  })

  test('exits with 2 when standard input is empty', async () => {
    expect(await runAsk({ ...ask, question: '-' }, sessionOf(scriptedEngine()), ioOf(' \n'))).toBe(2)
  })

  test.each(['argument', '-'])('refuses a question that is too long, given as %s', async (how) => {
    const long = 'x'.repeat(QUESTION_LIMIT + 1)
    const engine = scriptedEngine()
    const io = ioOf(`${long}\n`)
    expect(await runAsk({ ...ask, question: how === '-' ? '-' : long }, sessionOf(engine), io)).toBe(2)
    expect(io.complained()).toBe(
      'This question is too long: 2,001 characters, and 2,000 is the limit. Make it shorter.\n',
    )
    expect(engine.questions).toEqual([])
  })

  test('tells a failure of the model in words, or as one JSON value', async () => {
    const engine = scriptedEngine({
      ask: () => Promise.reject(new AppError('model_unavailable', { reason: 'server' })),
    })
    const io = ioOf()
    expect(await runAsk(ask, sessionOf(engine), io)).toBe(1)
    expect(io.complained()).toBe('Le serveur du modèle a échoué. Réessayez dans un moment.\n')
    const json = ioOf()
    expect(await runAsk({ ...ask, json: true }, sessionOf(engine), json)).toBe(1)
    expect(JSON.parse(json.said())).toMatchObject({ kind: 'error', code: 'model_unavailable' })
    expect(json.complained()).toBe('')
  })

  test('leaves what nobody expected to the caller', async () => {
    const engine = scriptedEngine({ ask: () => Promise.reject(new TypeError('bug')) })
    await expect(runAsk(ask, sessionOf(engine), ioOf())).rejects.toThrow('bug')
  })

  test('ends at once with 130 when interrupted, and aborts the model', async () => {
    const controller = new AbortController()
    let heard: AbortSignal | undefined
    const engine = scriptedEngine({
      ask: (_, signal) => {
        heard = signal
        setImmediate(() => controller.abort())
        return new Promise(() => {})
      },
    })
    expect(await runAsk(ask, sessionOf(engine, { signal: controller.signal }), ioOf())).toBe(130)
    expect(heard?.aborted).toBe(true)
  })

  test('says what to do when nothing is known yet', async () => {
    const io = ioOf()
    const engine = scriptedEngine({ ask: async () => notFound([]) })
    expect(await runAsk(ask, sessionOf(engine, { library: libraryOf() }), io)).toBe(3)
    expect(io.said()).toMatch(/^Aucun article n’est encore connu\./u)
  })

  test('is quiet when nobody reads its output', async () => {
    const output = new Writable({ write: (_c, _e, done) => done(Object.assign(new Error(), { code: 'EPIPE' })) })
    expect(await runAsk(ask, sessionOf(scriptedEngine()), { ...ioOf(), output })).toBe(0)
  })
})

describe('summary', () => {
  const options = { command: 'summary', length: 'long', json: false } as const

  test('is of the only article when none is named', async () => {
    const io = ioOf()
    const engine = scriptedEngine()
    expect(await runSummary(options, sessionOf(engine), io)).toBe(0)
    expect(engine.summaries).toEqual([{ article: lighthouse, length: 'long', locale: 'en' }])
    expect(io.said()).toMatch(/^Long summary · Le phare des Brumes/u)
  })

  test('wants a name when several are known: 2, and their ids', async () => {
    const io = ioOf()
    expect(await runSummary(options, sessionOf(scriptedEngine(), both), io)).toBe(2)
    expect(io.complained()).toContain('phare-des-brumes, tea-trade')
  })

  test('exits with 2 when none is known', async () => {
    expect(await runSummary(options, sessionOf(scriptedEngine(), { library: libraryOf() }), ioOf())).toBe(2)
  })

  test('wants more of a name that fits several', async () => {
    const twins = libraryOf(lighthouse, { ...lighthouse, head: { ...lighthouse.head, id: 'phare-du-nord' } })
    const io = ioOf()
    expect(
      await runSummary({ ...options, article: 'phare' }, sessionOf(scriptedEngine(), { library: twins }), io),
    ).toBe(2)
    expect(io.complained()).toContain('phare-des-brumes, phare-du-nord')
  })

  test('in JSON begins with its kind, article and length', async () => {
    const io = ioOf()
    await runSummary({ ...options, json: true, locale: 'fr' }, sessionOf(scriptedEngine()), io)
    expect(io.said()).toMatch(/^\{"kind":"summary","article":"phare-des-brumes","length":"long","by":/u)
    expect(JSON.parse(io.said()).locale).toBe('fr')
  })
})

describe('articles', () => {
  const list = { command: 'articles', action: 'list', json: false } as const

  test('list', async () => {
    const io = ioOf()
    expect(await runArticles(list, sessionOf(scriptedEngine(), both), io)).toBe(0)
    expect(io.said()).toContain('  tea-trade · en · 2 paragraphs\n')
    const json = ioOf()
    await runArticles({ ...list, json: true }, sessionOf(scriptedEngine(), both), json)
    expect(JSON.parse(json.said()).map(({ id }: { id: string }) => id)).toEqual(['phare-des-brumes', 'tea-trade'])
  })

  test('of nothing is no failure', async () => {
    const io = ioOf()
    expect(await runArticles({ ...list, json: true }, sessionOf(scriptedEngine(), { library: libraryOf() }), io)).toBe(
      0,
    )
    expect(io.said()).toBe('[]\n')
  })

  test('show', async () => {
    const io = ioOf()
    const show = { command: 'articles', action: 'show', id: 'tea', json: false } as const
    expect(await runArticles(show, sessionOf(scriptedEngine(), both), io)).toBe(0)
    expect(io.said()).toContain('\n¶2 A railway opened twenty years later')
    const json = ioOf()
    await runArticles({ ...show, json: true }, sessionOf(scriptedEngine(), both), json)
    expect(JSON.parse(json.said())).toMatchObject({ id: 'tea-trade', paragraphs: [{ number: 1 }, { number: 2 }] })
    expect(await runArticles({ ...show, id: 'coffee' }, sessionOf(scriptedEngine(), both), ioOf())).toBe(2)
  })
})
