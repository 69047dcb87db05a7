import { ComponentType } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { renderAnswer, renderProgress } from '../../src/discord/render/answer.ts'
import { renderEvidence } from '../../src/discord/render/evidence.ts'
import type { Answer } from '../../src/types.ts'
import { article, bakery, lighthouse } from '../fakes/articles.ts'
import { componentsOf, idsOf, labelsOf, marksIn, wordsOf } from './checked.ts'
import { answerId, answerOf, checkOf, claimOf, notFoundOf, paragraphOf, quoted, summaryOf, worded } from './samples.ts'

const height = quoted(2, 'il mesure 28 mètres')
const works = worded('La rénovation est prévue en 2027.', 1, 'sera rénové en 2027')
const cost = worded('L’État paie 60 %.', 3, 'l’État en paiera 60 %')

const shown = (answer: Answer, options: Partial<Parameters<typeof renderAnswer>[1]> = {}) => {
  const [reply, ...others] = renderAnswer(answer, { locale: 'fr', ...options })
  return { reply, others, text: wordsOf(reply) }
}

describe('an answer', () => {
  test('has its claims with markers in reading order, then where it says so', () => {
    const { text, others } = shown(answerOf([works, cost, works]))
    expect(others).toEqual([])
    expect(text).toBe(
      [
        'La rénovation est prévue en 2027.\u00a0[1]',
        'L’État paie 60 %.\u00a0[2]',
        'La rénovation est prévue en 2027.\u00a0[1]',
        'Où c’est écrit',
        'Un phare remis à neuf · Le Courrier de Kerlann',
        '[1] ¶1',
        '«\u00a0sera rénové en 2027\u00a0»',
        '[2] ¶3',
        '«\u00a0l’État en paiera 60 %\u00a0»',
      ].join('\n'),
    )
  })

  test('names the page where the source has pages, but not on a button', () => {
    const paragraph = { ...paragraphOf(lighthouse, 1), page: 12 }
    const { reply, text } = shown(
      answerOf([claimOf('La rénovation est prévue en 2027.', [paragraph, 'sera rénové en 2027'])]),
      { id: answerId },
    )
    expect(text).toContain('[1] ¶1,\u00a0p.\u00a012\n')
    expect(labelsOf(reply).filter((label) => label.includes('¶'))).toEqual(['¶1'])
  })

  test('in the article’s own words says it once, as a quotation, and that it is quotations only', () => {
    const { text } = shown(answerOf([height], { by: 'extract' }), { locale: 'en' })
    expect(text).toBe(
      [
        '“il mesure 28 mètres”\u00a0[1]',
        'Where it says so',
        'Un phare remis à neuf · Le Courrier de Kerlann',
        '[1] ¶2',
        'Quotations only, in the article’s own words.',
      ].join('\n'),
    )
    expect(text.split('il mesure 28 mètres')).toHaveLength(2)
  })

  test('says when it is partial, and when the model did not answer', () => {
    expect(shown(answerOf([works], { partial: true })).text).toMatch(/Réponse partielle/u)
    const down = shown(answerOf([height], { by: 'extract' }), { without: 'down' }).text
    expect(down).toMatch(/Le modèle n’a pas répondu/u)
    expect(down).not.toMatch(/Citations seules/u)
    expect(shown(answerOf([works])).text).not.toMatch(/partielle|Citations seules|modèle/u)
  })

  test('has a button for each cited paragraph, more context, ratings and a thread', () => {
    const { reply } = shown(answerOf([works, cost, works, height]), { id: answerId, thread: true })
    expect(labelsOf(reply)).toEqual(['¶1', '¶3', '¶2', 'Voir autour', '👍', '👎', 'Continuer dans un fil'])
    expect(idsOf(reply)).toEqual([
      { kind: 'cited', answer: answerId, claim: 0, citation: 0, paragraph: 1, part: 0 },
      { kind: 'cited', answer: answerId, claim: 1, citation: 0, paragraph: 3, part: 0 },
      { kind: 'cited', answer: answerId, claim: 3, citation: 0, paragraph: 2, part: 0 },
      { kind: 'context', answer: answerId, page: 1 },
      { kind: 'feedback', answer: answerId, verdict: 'up' },
      { kind: 'feedback', answer: answerId, verdict: 'down' },
      { kind: 'thread', answer: answerId },
    ])
    expect(labelsOf(shown(answerOf([works]), { id: answerId }).reply)).not.toContain('Continuer dans un fil')
    expect(labelsOf(shown(answerOf([works]), { thread: true }).reply)).toEqual([])
  })

  test('names the article on its buttons where it cites several', () => {
    const bread = claimOf('It sells about 900 loaves a day.', [paragraphOf(bakery, 2), 'sells about 900 loaves a day'])
    const { reply, text } = shown(answerOf([works, bread]), { id: answerId })
    expect(labelsOf(reply).slice(0, 2)).toEqual(['¶1 · Un phare remis à neuf', '¶2 · A second Hollis bakery'])
    expect(text).toMatch(/A second Hollis bakery\n\[2\] ¶2\n/u)
  })

  test('links each quotation to the page it was published on', () => {
    const page = article('p', ['Le port compte douze quais et trois grues.'], { url: 'https://press.example/port' })
    const claim = claimOf('Il y a douze quais.', [paragraphOf(page, 1), 'Le port compte douze quais'])
    const links = marksIn(shown(answerOf([claim])).reply).filter(({ kind }) => kind === 'link')
    expect(links).toEqual([
      {
        kind: 'link',
        text: 'page d’origine',
        target: 'https://press.example/port#:~:text=Le%20port%20compte%20douze%20quais',
      },
    ])
  })

  test('shows five cited paragraphs, and the others on further pages', () => {
    const numbers = Array.from({ length: 12 }, (_, index) => index + 1)
    const long = article(
      'long',
      numbers.map((number) => `Le quai ${number} compte trois grues.`),
    )
    const answer = answerOf(
      numbers.map((number) =>
        claimOf(`Le quai ${number} a des grues.`, [paragraphOf(long, number), `Le quai ${number} compte trois grues`]),
      ),
    )
    const { reply } = shown(answer, { id: answerId })
    expect(labelsOf(reply)).toEqual([
      '¶1',
      '¶2',
      '¶3',
      '¶4',
      '¶5',
      'Voir autour',
      'Autres citations (2 sur 3)',
      '👍',
      '👎',
    ])
    const page = (number: number) => renderEvidence(answer, { id: answerId, locale: 'fr', page: number })
    expect(labelsOf(page(2))).toEqual(['¶6', '¶7', '¶8', '¶9', '¶10', '◀ Précédent', 'Suivant ▶'])
    expect(labelsOf(page(3))).toEqual(['¶11', '¶12', '◀ Précédent'])
    expect(wordsOf(page(3))).toMatch(/\[12\] ¶12\n«\u00a0Le quai 12 compte trois grues\u00a0»\nPage 3 sur 3$/u)
    expect(wordsOf(page(99))).toBe(wordsOf(page(3)))
  })

  test('repeats the question where others cannot see it', () => {
    expect(shown(answerOf([works]), { asked: 'Quand **sera**-t-il\nrénové ?' }).text.split('\n')[0]).toBe(
      'Question · Quand **sera**-t-il rénové ?',
    )
  })

  test('pings nobody and shows no preview', () => {
    const { reply } = shown(answerOf([works]))
    expect(reply.allowed_mentions).toEqual({ parse: [], replied_user: false })
    expect(reply.flags).toBe((1 << 15) | (1 << 2))
  })
})

test('a summary is headed by its length and article, which its evidence does not repeat', () => {
  const [reply] = renderAnswer(summaryOf(lighthouse, [works, cost]), { locale: 'en' })
  expect(wordsOf(reply)).toMatch(/^Short summary · Un phare remis à neuf\nLe Courrier de Kerlann\n/u)
  expect(wordsOf(reply).match(/Un phare remis à neuf/gu)).toHaveLength(1)
})

describe('a check', () => {
  test('is headed by its verdict, which is the model’s reading', () => {
    const { text } = shown(checkOf('contradicted', [works]), { asked: 'Le phare sera rénové en 2030.', locale: 'en' })
    expect(text.split('\n').slice(0, 4)).toEqual([
      'Statement · Le phare sera rénové en 2030.',
      'The articles say otherwise',
      'the model’s reading',
      'La rénovation est prévue en 2027.\u00a0[1]',
    ])
  })

  test('of several parts says of each whether the articles bear it out', () => {
    const contradicted = shown(checkOf('contradicted', [works, cost, quoted(2, 'il mesure 28 mètres')])).text
    expect(contradicted.match(/✗/gu)).toHaveLength(3)
    expect(contradicted).toMatch(/✗ «\sil mesure 28 mètres\s»/u)
    expect(shown(checkOf('supported', [works, cost])).text.match(/✓/gu)).toHaveLength(2)
    expect(shown(checkOf('supported', [works])).text).not.toMatch(/✓/u)
  })

  test('of what the articles do not cover shows places worth reading and no evidence', () => {
    const { reply, text } = shown(checkOf('not_covered', [], [paragraphOf(lighthouse, 4)]), { id: answerId })
    expect(text).toMatch(/Les articles n’en parlent pas\nlecture du modèle/u)
    expect(text).not.toMatch(/Où c’est écrit|\[1\]/u)
    expect(idsOf(reply)[0]).toEqual({ kind: 'nearest', answer: answerId, place: 0, paragraph: 4, part: 0 })
  })

  test('without a model says so, and shows the nearest passages', () => {
    const { text, reply } = shown(notFoundOf([paragraphOf(lighthouse, 4)]), { check: true, id: answerId })
    expect(text).toMatch(/demande un modèle/u)
    expect(labelsOf(reply)[0]).toMatch(/^¶4 · Le dernier gardien/u)
  })
})

describe('nothing found', () => {
  const nearest = [paragraphOf(lighthouse, 2), paragraphOf(lighthouse, 5)]

  test('is said plainly, with the nearest passages as buttons and nothing that looks like evidence', () => {
    const { reply, text } = shown(notFoundOf(nearest), { id: answerId })
    expect(text).toBe(
      [
        'Les articles ne le disent pas.',
        'À lire peut-être (ce n’est pas une réponse)\u00a0:',
        'Un phare remis à neuf · Le Courrier de Kerlann',
      ].join('\n'),
    )
    expect(labelsOf(reply)).toEqual(['¶2 · Construit en 1879, il…', '¶5 · Les habitants n’ont pas…', '👍', '👎'])
    expect(marksIn(reply).every(({ kind }) => kind === 'subtext')).toBe(true)
  })

  test('names the article of each above the buttons of its paragraphs', () => {
    const among = [paragraphOf(lighthouse, 2), paragraphOf(bakery, 1), paragraphOf(lighthouse, 5)]
    const { reply } = shown(notFoundOf(among), { id: answerId })
    const order = componentsOf(reply).flatMap((each) => {
      if (each.type === ComponentType.TextDisplay) return [each.content]
      return each.type === ComponentType.Button && 'label' in each && each.label ? [each.label.slice(0, 2)] : []
    })
    expect(order.slice(2)).toEqual([
      '-# Un phare remis à neuf · Le Courrier de Kerlann',
      '¶2',
      '¶5',
      '-# A second Hollis bakery',
      '¶1',
    ])
    expect(idsOf(reply).slice(0, 3)).toMatchObject([
      { kind: 'nearest', place: 0, paragraph: 2 },
      { kind: 'nearest', place: 2, paragraph: 5 },
      { kind: 'nearest', place: 1, paragraph: 1 },
    ])
  })

  test('names them in words where nothing can be pressed', () => {
    const { reply, text } = shown(notFoundOf(nearest))
    expect(labelsOf(reply)).toEqual([])
    expect(text).toMatch(/¶2 · Un phare remis à neuf/u)
  })

  test('says when what was drafted did not stand, and when the model was down', () => {
    expect(shown(notFoundOf([], { by: 'model', partial: true })).text).toMatch(/n’a pas pu être vérifié/u)
    expect(shown(notFoundOf([]), { without: 'down' }).text).toMatch(/parcourus sans lui/u)
    expect(shown(notFoundOf([])).text).toBe('Les articles ne le disent pas.')
  })
})

describe('a growing answer', () => {
  const progress = (claims: Parameters<typeof renderProgress>[0]) =>
    renderProgress(claims, { locale: 'fr', stage: 'modelReading' })

  test('says what is going on, then shows the claims that stand, in the frame of the finished one', () => {
    expect(wordsOf(progress([])[0])).toBe('⏳ Le modèle lit les passages…')
    const one = wordsOf(progress([works])[0])
    expect(one).toMatch(/^La rénovation est prévue en 2027\.\u00a0\[1\]\nOù c’est écrit\n/u)
    expect(one).toMatch(/⏳ Lecture en cours…$/u)
    expect(labelsOf(progress([works])[0])).toEqual([])
  })

  test('only grows: a claim that was shown stays where it was', () => {
    const two = wordsOf(progress([works, cost])[0])
    const whole = wordsOf(renderAnswer(answerOf([works, cost, height]), { locale: 'fr' })[0])
    const claimsOf = (text: string) => text.slice(0, text.indexOf('\nOù c’est écrit'))
    expect(claimsOf(whole).startsWith(claimsOf(two))).toBe(true)
  })

  test('is headed as the summary it will be', () => {
    const heading = { article: lighthouse.head, length: 'long' } as const
    const [reply] = renderProgress([], { locale: 'en', stage: 'summarising', summary: heading })
    expect(wordsOf(reply)).toBe('Long summary · Un phare remis à neuf\nLe Courrier de Kerlann\n⏳ Summarising…')
  })
})
