import { describe, expect, test } from 'vitest'
import { chat } from '../../src/terminal/chat.ts'
import type { Answer } from '../../src/types.ts'
import { ioOf, libraryOf, lighthouse, notFound, paragraphOf, scriptedEngine, sessionOf, tea } from './samples.ts'

const both = { library: libraryOf(lighthouse, tea) }

describe('on a terminal', () => {
  const start = (session = sessionOf(scriptedEngine()), columns = 80) => {
    const io = ioOf('', { columns })
    const code = chat(session, io)
    /** Resolves once the screen has had this text since the last call. */
    let seen = 0
    const shows = async (text: string): Promise<string> => {
      while (!io.said().slice(seen).includes(text)) await new Promise(setImmediate)
      const since = io.said().slice(seen)
      seen = io.said().length
      return since
    }
    return { ...io, code, shows, type: (keys: string) => void io.typed.write(keys) }
  }

  test('greets with what is known and who answers, and prompts', async () => {
    const { shows, type, code } = start(sessionOf(scriptedEngine(), { ...both, model: 'tiny-model' }))
    expect(await shows('› ')).toContain('¶ Pilcrow · 2 articles · model tiny-model\nAsk a question.')
    type('\u0004')
    expect(await code).toBe(0)
  })

  test('says at once when nothing is known yet', async () => {
    const { shows, type, code } = start(sessionOf(scriptedEngine(), { library: libraryOf() }))
    expect(await shows('› ')).toMatch(/no article yet · no model.*\nNo article is known yet\. Put/u)
    type('\u0004')
    await code
  })

  test('answers, then prompts again', async () => {
    const { shows, type, code } = start()
    await shows('› ')
    type('Combien de marches ?\r')
    expect(await shows('› ')).toContain('\n\n«\u00a0214 marches mènent à la galerie\u00a0»')
    type('\r')
    await shows('› ')
    type('/quit\r')
    expect(await code).toBe(0)
  })

  test('completes commands and ids with the Tab key', async () => {
    const engine = scriptedEngine()
    const { shows, type, code } = start(sessionOf(engine, both))
    await shows('› ')
    for (const key of '/sum\t tea\t') type(key)
    type('\r')
    await shows('Summary · ')
    type('\u0004')
    await code
    expect(engine.summaries).toMatchObject([{ article: { head: { id: 'tea-trade' } } }])
  })

  test('Ctrl-C ends at once with 130 and aborts the model', async () => {
    let heard: AbortSignal | undefined
    const engine = scriptedEngine({
      ask: (_, signal) => {
        heard = signal
        return new Promise(() => {})
      },
    })
    const { type, shows, code } = start(sessionOf(engine))
    await shows('› ')
    type('Qui ?\r')
    while (engine.questions.length === 0) await new Promise(setImmediate)
    type('\u0003')
    expect(await code).toBe(130)
    expect(heard?.aborted).toBe(true)
  })

  test('Ctrl-C at the prompt, and a signal from outside, end with 130', async () => {
    const typed = start()
    await typed.shows('› ')
    typed.type('half a quest\u0003')
    expect(await typed.code).toBe(130)

    const controller = new AbortController()
    const signalled = start(sessionOf(scriptedEngine(), { signal: controller.signal }))
    await signalled.shows('› ')
    controller.abort()
    expect(await signalled.code).toBe(130)
    expect(await start(sessionOf(scriptedEngine(), { signal: controller.signal })).code).toBe(130)
  })

  test('a line typed while it works is not mixed into the answer, and is shown and answered after', async () => {
    const first = Promise.withResolvers<Answer>()
    const engine = scriptedEngine({
      ask: ({ text }) => (text === 'un' ? first.promise : Promise.resolve(notFound([]))),
    })
    const { type, shows, code } = start(sessionOf(engine))
    await shows('› ')
    type('un\r')
    while (engine.questions.length === 0) await new Promise(setImmediate)
    await shows('')
    type('deux\r')
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
    first.resolve(notFound([paragraphOf(lighthouse, 1)]))
    const after = await shows('› deux\n\nLes articles ne le disent pas.')
    expect(after.split('deux')).toHaveLength(2)
    type('\u0004')
    await code
    expect(engine.questions.map(({ text }) => text)).toEqual(['un', 'deux'])
  })

  test('lines pasted at once are answered one after the other, each under its own', async () => {
    const engine = scriptedEngine({ ask: async () => notFound([]) })
    const { type, shows, code } = start(sessionOf(engine))
    await shows('› ')
    type('un\rdeux\rtrois\r')
    await shows('› trois\n\nLes articles ne le disent pas.')
    type('\u0004')
    expect(await code).toBe(0)
    expect(engine.questions.map(({ text }) => text)).toEqual(['un', 'deux', 'trois'])
  })

  test('Ctrl-D while it works ends it after the answer', async () => {
    const first = Promise.withResolvers<Answer>()
    const engine = scriptedEngine({ ask: () => first.promise })
    const { type, shows, code } = start(sessionOf(engine))
    await shows('› ')
    type('un\r')
    while (engine.questions.length === 0) await new Promise(setImmediate)
    type('\u0004')
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
    first.resolve(notFound([]))
    await shows('Les articles ne le disent pas.')
    expect(await code).toBe(0)
  })

  test('keeps to the width of the window', async () => {
    const { type, shows, code } = start(sessionOf(scriptedEngine()), 40)
    await shows('› ')
    type('/aide\r')
    await shows('terminer')
    type('\u0004')
    expect(await code).toBe(0)
  })
})
