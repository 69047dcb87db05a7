import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/failures.ts'
import { chat } from '../../src/terminal/chat.ts'
import { type Answer, QUESTION_LIMIT } from '../../src/types.ts'
import {
  answered,
  cite,
  claim,
  ioOf,
  libraryOf,
  lighthouse,
  notFound,
  paragraphOf,
  scriptedEngine,
  sessionOf,
  tea,
} from './samples.ts'

const both = { library: libraryOf(lighthouse, tea) }

describe('with a pipe', () => {
  const run = async (input: string, session = sessionOf(scriptedEngine())) => {
    const io = ioOf(input)
    const code = await chat(session, io)
    return { code, said: io.said(), answers: io.said().split('\n\n'), complained: io.complained() }
  }

  test('answers each line, one blank line between answers, no prompt, no colour', async () => {
    const { code, answers, said, complained } = await run('Combien de marches ?\n\n  \nEt la portée ?\n')
    expect(code).toBe(0)
    expect(answers).toHaveLength(2)
    expect(answers[0]).toMatch(/^«\u00a0214 marches/u)
    expect(said).toMatch(/[^\n]\n$/u)
    expect(said).not.toMatch(/\u001b|›|Pilcrow/u)
    expect(complained).toBe('')
  })

  test('answers a last line that has no end, and Windows line ends', async () => {
    const engine = scriptedEngine()
    await run('Combien ?\r\nOù ?', sessionOf(engine))
    expect(engine.questions.map(({ text }) => text)).toEqual(['Combien ?', 'Où ?'])
  })

  test('ends well on no input at all', async () => {
    expect(await run('')).toMatchObject({ code: 0, said: '' })
  })

  test('holds no blank line within an answer, whatever is shown', async () => {
    const engine = scriptedEngine({ ask: async () => notFound([paragraphOf(lighthouse, 1)], { partial: true }) })
    const { answers } = await run('Qui ?\n/aide\n/articles\n/paragraph 1\n/summary\n/zut\n', sessionOf(engine))
    expect(answers).toHaveLength(6)
    expect(answers[0]).toMatch(/^Les articles ne le disent pas\.\n/u)
    expect(answers[1]).toContain('/résumé')
    expect(answers[2]).toContain('phare-des-brumes')
    expect(answers[3]).toContain('onze années passées dans le noir.')
    expect(answers[4]).toMatch(/^Résumé · /u)
    expect(answers[5]).toMatch(/\/zut/u)
  })

  test('speaks the language of each question', async () => {
    const { answers } = await run('how many steps?\n/help\nCombien ?\n/help\n')
    expect(answers[0]).toContain('Quotations only')
    expect(answers[1]).toContain('Ask a question')
    expect(answers[2]).toContain('Citations seules')
    expect(answers[3]).toContain('Posez une question')
  })

  test('goes on after a question that fails, and exits with 0', async () => {
    const noted: unknown[] = []
    const bug = new TypeError('bug')
    const engine = scriptedEngine({
      ask: async ({ text }) => {
        if (text === 'un') throw new AppError('model_unavailable', { reason: 'timeout' })
        if (text === 'deux') throw bug
        return notFound([])
      },
    })
    const session = sessionOf(engine, { unexpected: (error) => noted.push(error) })
    const { code, answers } = await run('un\ndeux\ntrois\n', session)
    expect(code).toBe(0)
    expect(answers[0]).toMatch(/^Le modèle n’a pas répondu à temps\./u)
    expect(answers[1]).toMatch(/^Quelque chose a échoué/u)
    expect(answers[2]).toBe('Les articles ne le disent pas.\n')
    expect(noted).toEqual([bug])
  })

  test('refuses a line of 10 MB in words and goes on', async () => {
    const engine = scriptedEngine()
    const { answers } = await run(`${'x'.repeat(10_000_000)}\nCombien ?\n`, sessionOf(engine))
    expect(answers[0]).toMatch(/10,000,000 characters, and 2,000 is the limit/u)
    expect(engine.questions.map(({ text }) => text)).toEqual(['Combien ?'])
    expect((await run(`${' '.repeat(QUESTION_LIMIT + 1)}\n`)).said).toContain('2,001')
    expect((await run('x'.repeat(QUESTION_LIMIT))).said).not.toContain('limit')
  })

  test('gives a follow-up the last four exchanges, cut to size, and nothing of failures', async () => {
    const long = claim('mot '.repeat(1_000), cite(lighthouse, 1, 'mardi soir'))
    const engine = scriptedEngine({
      ask: async ({ text }): Promise<Answer> => {
        if (text === 'q2') throw new AppError('model_unavailable', { reason: 'timeout' })
        return text === 'q1' ? answered([long]) : notFound([])
      },
    })
    await run('q1\nq2\nq3\nq4\nq5\nq6\n', sessionOf(engine))
    const [first, , third, , , sixth] = engine.questions.map(({ history }) => history)
    expect(first).toEqual([])
    expect(third?.map(({ question }) => question)).toEqual(['q1'])
    expect(third?.[0]?.answer).toHaveLength(1_000)
    expect(sixth?.map(({ question }) => question)).toEqual(['q1', 'q3', 'q4', 'q5'])
    expect(sixth?.[3]?.answer).toBe('Les articles ne le disent pas.')
    await run('a\nb\nc\nd\ne\nf\n', sessionOf(engine))
    expect(engine.questions.at(-1)?.history.map(({ question }) => question)).toEqual(['b', 'c', 'd', 'e'])
  })

  test('/paragraph is of the article last spoken of, else of the one named', async () => {
    const script = '/paragraph 2\nCombien ?\n/paragraph 2\n/paragraph tea 2\n/paragraph 1\n/paragraph 99\n/paragraph\n'
    const { answers } = await run(script, sessionOf(scriptedEngine(), both))
    expect(answers[0]).toBe('Which article? Name one of these: phare-des-brumes, tea-trade.')
    expect(answers[2]).toContain('Sa lanterne')
    expect(answers[3]).toContain('A railway')
    expect(answers[4]).toContain('by mule')
    expect(answers[5]).toBe('Il n’y a pas de ¶99 dans «\u00a0tea-trade\u00a0», qui a 2 paragraphes.')
    expect(answers[6]).toMatch(/^Quel paragraphe/u)
  })

  test('/summary takes an article and a length', async () => {
    const engine = scriptedEngine()
    await run('/résumé tea long\n/summary\n', sessionOf(engine, both))
    expect(engine.summaries).toEqual([
      { article: tea, length: 'long', locale: 'fr' },
      { article: tea, length: 'medium', locale: 'fr' },
    ])
  })

  test('/quit ends it, in both languages', async () => {
    for (const quit of ['/quit', '/quitter']) {
      const engine = scriptedEngine()
      expect(await run(`${quit}\nCombien ?\n`, sessionOf(engine))).toMatchObject({ code: 0, said: '' })
      expect(engine.questions).toEqual([])
    }
  })

  test('says what to do when nothing is known yet', async () => {
    const engine = scriptedEngine({ ask: async () => notFound([]) })
    const { answers } = await run('Qui ?\n/articles\n', sessionOf(engine, { library: libraryOf() }))
    for (const answer of answers) expect(answer).toMatch(/^Aucun article n’est encore connu/u)
  })

  test('shows a hostile command escaped', async () => {
    expect((await run('/\u001b[2Jzut\n')).said).toContain('/\\u{1b}[2Jzut')
  })

  test('ends with 130 when interrupted while waiting for a line', async () => {
    const controller = new AbortController()
    const io = ioOf('', { columns: 80 })
    const piped = { ...io, input: Object.assign(io.typed, { isTTY: false }) }
    const code = chat(sessionOf(scriptedEngine(), { signal: controller.signal }), piped)
    setImmediate(() => controller.abort())
    expect(await code).toBe(130)
    expect(io.typed.destroyed).toBe(true)
  })

  test('ends with 130 when interrupted while answering, without waiting for the model', async () => {
    const controller = new AbortController()
    const engine = scriptedEngine({
      ask: () => {
        setImmediate(() => controller.abort())
        return new Promise(() => {})
      },
    })
    expect(await run('Qui ?\nQuoi ?\n', sessionOf(engine, { signal: controller.signal }))).toMatchObject({
      code: 130,
      said: '',
    })
    expect(engine.questions).toHaveLength(1)
  })
})
