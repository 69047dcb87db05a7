/** Every way in which a model can fail to answer, each with its own path, over real HTTP. */
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/answer/engine.ts'
import type { Model } from '../../src/answer/model-request.ts'
import { createLibrary } from '../../src/knowledge/library.ts'
import { createPassageIndex } from '../../src/search/passage-index.ts'
import { isQuotation } from '../../src/types.ts'
import { bakery, lighthouse } from '../fakes/articles.ts'
import { answeredWith, claim, createScene, never, notInArticle, prompts, question, texts } from './scene.ts'

const { mock, failures, engineOver, replies, requests } = createScene()

const asked = 'Combien de mètres mesure le phare, et combien coûtent les travaux ?'
const ask = (options = {}) => engineOver([lighthouse], options).ask(question(asked), never)
const high = claim('Le phare mesure 28 mètres.', ['P2', 'il mesure 28 mètres'])
const cost = claim('La rénovation coûtera 3,4 millions d’euros.', ['P3', 'Les travaux coûteront 3,4 millions d’euros'])
const draft = JSON.stringify(answeredWith(high, cost))

describe('refused', () => {
  test('is not asked again, and extraction answers', async () => {
    // The mock has no refusals; how the client reads one is in model.test.ts.
    let calls = 0
    const usage = { inputTokens: 1, outputTokens: 1, cachedTokens: 0, calls: 1 }
    const complete: Model['complete'] = async () => {
      calls++
      return { kind: 'refusal', usage }
    }
    const library = createLibrary(createPassageIndex())
    library.add(lighthouse)
    const told: unknown[] = []
    const author = { model: { name: 'shy', complete }, prompts }
    const engine = createEngine({ library, author, onModelFailure: (failure) => told.push(failure) })
    expect(await engine.ask(question(asked, { scope: [lighthouse] }), never)).toMatchObject({
      kind: 'answered',
      by: 'extract',
      usage,
    })
    expect(calls).toBe(1)
    expect(told).toEqual(['refusal'])
  })
})

describe('filtered', () => {
  test('is not asked again, and extraction answers', async () => {
    replies([{ content: draft.slice(0, 80), finishReason: 'content_filter' }])
    expect(await ask()).toMatchObject({ kind: 'answered', by: 'extract' })
    expect(requests()).toHaveLength(1)
    expect(failures).toEqual(['filtered'])
  })

  test('in the middle of a reply: what was shown of it stays', async () => {
    const cut = draft.slice(0, draft.indexOf('coûtera'))
    mock.on({ userMessage: /./ }, { content: cut, finishReason: 'content_filter' }, { chunkSize: 9 })
    const shown: string[] = []
    const answer = await engineOver([lighthouse]).ask(question(asked), never, ({ text }) => shown.push(text))
    expect(shown).toEqual([high.text])
    expect(answer).toMatchObject({ by: 'model', partial: true, claims: [{ text: high.text }] })
    expect(requests()).toHaveLength(1)
  })
})

describe('empty', () => {
  test('may be chance: asked once more, the very same', async () => {
    replies([{ content: ' ' }, answeredWith(high)])
    expect(await ask()).toMatchObject({ kind: 'answered', by: 'model', partial: false, usage: { calls: 2 } })
    const [first, second] = requests()
    expect(second).toBe(first)
  })

  test('twice: extraction answers', async () => {
    replies([{ content: ' ' }])
    expect(await ask()).toMatchObject({ kind: 'answered', by: 'extract', usage: { calls: 2 } })
    expect(requests()).toHaveLength(2)
    expect(failures).toEqual(['empty'])
  })
})

describe('cut off', () => {
  const cut = { content: draft.slice(0, draft.indexOf('coûtera')), finishReason: 'length' }

  test('asked again, shorter, for what is missing; what was complete is kept', async () => {
    replies([cut, answeredWith(cost)])
    const answer = await ask()
    expect(answer).toMatchObject({ by: 'model', partial: false })
    expect(texts(answer)).toEqual([high.text, cost.text])
    const [first = '', second = ''] = requests()
    expect(second).toContain('Give fewer and shorter claims')
    const room = (body: string): number => Number(/"max_tokens":(\d+)/.exec(body)?.[1])
    expect(room(second)).toBeLessThan(room(first))
  })

  test('nothing was missing: the answer is whole', async () => {
    replies([cut, notInArticle])
    expect(await ask()).toMatchObject({ by: 'model', partial: false, claims: [{ text: high.text }] })
  })

  test('twice: what was complete, and it says that it is partial', async () => {
    replies([cut])
    expect(await ask()).toMatchObject({ by: 'model', partial: true, claims: [{ text: high.text }] })
    expect(requests()).toHaveLength(2)
  })

  test('before any claim, twice: extraction answers', async () => {
    replies([{ content: draft.slice(0, 40), finishReason: 'length' }])
    expect(await ask()).toMatchObject({ by: 'extract' })
    expect(requests()).toHaveLength(2)
    expect(failures).toEqual(['truncated'])
  })
})

describe('another language than the reader’s', () => {
  const inEnglish = claim('The lighthouse was built in 1879 and is 28 metres high.', [
    'P2',
    'Construit en 1879, il mesure 28 mètres',
  ])
  const inFrench = claim('Le phare date de 1879 et mesure 28 mètres.', ['P2', 'Construit en 1879, il mesure 28 mètres'])

  test('is told so, and mended', async () => {
    replies([answeredWith(inEnglish), answeredWith(inFrench)])
    const answer = await ask()
    expect(answer).toMatchObject({ partial: false, language: 'fr' })
    expect(texts(answer)).toEqual([inFrench.text])
    expect(requests()[1]).toContain('The claim is in English (en). Write it in French (fr).')
  })

  test('twice: its quotations in place of its words', async () => {
    replies([answeredWith(inEnglish)])
    const answer = await ask()
    expect(answer).toMatchObject({ by: 'model', partial: true })
    expect(texts(answer)).toEqual(['Construit en 1879, il mesure 28 mètres'])
  })

  test('is not shown while it is written either', async () => {
    mock.on({ userMessage: /./, sequenceIndex: 0 }, { content: JSON.stringify(answeredWith(inEnglish, cost)) })
    mock.on({ userMessage: /./ }, { content: JSON.stringify(answeredWith(inFrench)) })
    const shown: string[] = []
    await engineOver([lighthouse]).ask(question(asked), never, ({ text }) => shown.push(text))
    expect(shown).toEqual([cost.text, inFrench.text])
  })

  test.each([
    ['en', 'Yann Le Goff left the tower in 1973.', ['P4', 'Yann Le Goff, a quitté la tour']],
    ['en', 'The town of Kerlann and the State pay for it.', ['P3', 'l’État en paiera 60 %']],
    ['es', 'El faro mide 28 metros y fue construido en 1879.', ['P2', 'Construit en 1879, il mesure 28 mètres']],
    ['es', 'El último guardián, Yann Le Goff, dejó la torre en 1973.', ['P4', 'Yann Le Goff, a quitté la tour']],
    ['de', 'Der Leuchtturm ist 28 Meter hoch und stammt aus dem Jahr 1879.', ['P2', 'Construit en 1879, il mesure 28']],
    ['fr', 'Yann Le Goff.', ['P4', 'Yann Le Goff, a quitté la tour']],
  ] as const)('%s asked and given: %s', async (language, text, citation) => {
    replies([answeredWith(claim(text, citation))])
    const questions = { en: 'What does it say about the lighthouse?', es: '¿Qué dice del faro y de la torre?' }
    const words = { ...questions, de: 'Was steht über den Leuchtturm und den Turm?', fr: 'Qui gardait le phare ?' }
    await engineOver([lighthouse]).ask(question(words[language]), never)
    expect(requests()).not.toContainEqual(expect.stringContaining('The claim is in'))
  })
})

describe('quotations alone', () => {
  test('a model’s words are dropped, its quotations shown, and nothing is asked again for a wording', async () => {
    const wrongFigure = claim('Le phare mesure 38 mètres.', ['P2', 'il mesure 28 mètres'])
    replies([answeredWith(wrongFigure, cost)])
    const shown: string[] = []
    const engine = engineOver([lighthouse], { quotationsOnly: true })
    const answer = await engine.ask(question(asked), never, ({ text }) => shown.push(text))
    expect(answer).toMatchObject({ kind: 'answered', by: 'model', partial: false })
    expect(texts(answer)).toEqual(['il mesure 28 mètres', 'Les travaux coûteront 3,4 millions d’euros'])
    expect(answer.claims.every(isQuotation)).toBe(true)
    expect(shown).toEqual(texts(answer))
    expect(requests()).toHaveLength(1)
  })

  test('the words are the article’s own, not the model’s copy of them', async () => {
    replies([answeredWith(claim('Trente-huit.', ['P2', '"Il  mesure 28 metres"']))])
    expect(texts(await ask({ quotationsOnly: true }))).toEqual(['il mesure 28 mètres'])
  })

  test('a quotation that does not stand is asked for again, and then goes', async () => {
    replies([answeredWith(claim('Le phare est haut.', ['P2', 'il mesure environ 28 mètres']), cost)])
    const answer = await ask({ quotationsOnly: true })
    expect(answer).toMatchObject({ partial: true })
    expect(texts(answer)).toEqual(['Les travaux coûteront 3,4 millions d’euros'])
    expect(requests()).toHaveLength(2)
  })

  test('two quotations are two claims, each once', async () => {
    const both = claim('A.', ['P2', 'il mesure 28 mètres'], ['P3', 'l’État en paiera 60 %'])
    replies([answeredWith(both, high)])
    expect(texts(await ask({ quotationsOnly: true }))).toEqual(['il mesure 28 mètres', 'l’État en paiera 60 %'])
  })

  test('a summary and a check likewise', async () => {
    const engine = engineOver([lighthouse, bakery], { quotationsOnly: true })
    replies([{ claims: [claim('Le phare est très haut.', ['P2', 'il mesure 28 mètres'])] }])
    const summary = await engine.summarise({ article: lighthouse, length: 'short', locale: 'fr' }, never)
    expect(texts(summary)).toEqual(['il mesure 28 mètres'])
  })
})
