import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/answer/engine.ts'
import { createLibrary } from '../../src/knowledge/library.ts'
import { readArticle } from '../../src/knowledge/read.ts'
import { fileSource } from '../../src/knowledge/source.ts'
import { createPassageIndex } from '../../src/search/passage-index.ts'
import type { Article } from '../../src/types.ts'
import { never, question } from './scene.ts'

describe('a follow-up without a model', async () => {
  const root = join(import.meta.dirname, '..', '..', 'knowledge')
  const articles: readonly Article[] = await Promise.all(
    ['brooklyn-bridge.md', 'visite-moscou.md'].map(async (file) =>
      readArticle(fileSource(await readFile(join(root, file)), file), never),
    ),
  )
  const library = createLibrary(createPassageIndex())
  for (const each of articles) library.add(each)
  const engine = createEngine({ library, onModelFailure: () => {} })

  // The words carried from the turn before find its paragraph again, whatever is asked next.
  test.each([
    ['fr', 'Combien de chasseurs-bombardiers embarque le Charles de Gaulle ?', 'Quelle est sa couleur ?'],
    ['fr', 'Combien de chasseurs-bombardiers embarque le Charles de Gaulle ?', 'Et le prix du carburant ?'],
    ['en', 'Combien de chasseurs-bombardiers embarque le Charles de Gaulle ?', 'What is it made of?'],
    ['en', 'When did the Brooklyn Bridge open?', 'Who painted it?'],
    ['en', 'When did the Brooklyn Bridge open?', 'How many lamps does it have?'],
    ['en', 'Who was Emily Roebling?', 'What did she eat?'],
  ] as const)('%s: after %s, nothing answers %s', async (locale, before, text) => {
    const first = await engine.ask(question(before, { scope: articles }), never)
    expect(first.kind).toBe('answered')
    const history = [{ question: before, answer: first.claims.map((each) => each.text).join(' ') }]
    expect(await engine.ask(question(text, { locale, scope: articles, history }), never)).toMatchObject({
      kind: 'not_found',
      claims: [],
    })
  })

  test.each([
    ['fr', 'Combien d’avions embarque le Charles de Gaulle ?', 'Et où se trouve-t-il ?', 'dans le Golfe'],
    ['en', 'How high are the towers of the Brooklyn Bridge?', 'What are they made of?', 'limestone and granite'],
    ['en', 'How high are the towers of the Brooklyn Bridge?', 'When were they finished?', '1875 and 1876'],
  ] as const)('%s: after %s, what the article says answers %s', async (locale, before, text, words) => {
    const first = await engine.ask(question(before, { locale, scope: articles }), never)
    const history = [{ question: before, answer: first.claims.map((each) => each.text).join(' ') }]
    const answer = await engine.ask(question(text, { locale, scope: articles, history }), never)
    expect(answer.claims.map((each) => each.text).join('\n')).toContain(words)
  })

  test('leans over a turn in another language on the one before that', async () => {
    const history = [
      { question: 'Combien d’avions embarque le Charles de Gaulle ?', answer: '26 chasseurs-bombardiers.' },
      { question: 'What is it made of?', answer: 'The articles do not say.' },
    ]
    const answer = await engine.ask(question('Et où se trouve-t-il ?', { scope: articles, history }), never)
    expect(answer.claims.map((each) => each.text).join('\n')).toContain('dans le Golfe')
  })

  // Built, in the title above every paragraph, is no engineer of the one that says when it opened.
  test('the paragraph before is not quoted for a word of the title', async () => {
    const before = 'When did the Brooklyn Bridge open?'
    const first = await engine.ask(question(before, { scope: articles }), never)
    const history = [{ question: before, answer: first.claims.map((each) => each.text).join(' ') }]
    const text = 'And who was the engineer?'
    const answer = await engine.ask(question(text, { locale: 'en', scope: articles, history }), never)
    const cited = answer.claims.flatMap(({ citations }) => citations.map(({ paragraph }) => paragraph.number))
    expect(cited).not.toContain(1)
  })
})
