import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CustomId } from '../../src/discord/custom-id.ts'
import { unmarked, visible } from '../../src/discord/escape.ts'
import { originalLink } from '../../src/discord/links.ts'
import { renderAnswer, renderProgress } from '../../src/discord/render/answer.ts'
import { renderEvidence } from '../../src/discord/render/evidence.ts'
import { quotationMarks } from '../../src/discord/render/sources.ts'
import { type Answer, isQuotation, type Paragraph, quotation } from '../../src/types.ts'
import { article, bakery, lighthouse } from '../fakes/articles.ts'
import { idsOf, labelsOf, marksIn, textsOf, wordsOf } from './checked.ts'
import { hostileText } from './hostile.ts'
import { read } from './markdown.ts'
import {
  answerFrom,
  answerId,
  answerOf,
  checkOf,
  claimOf,
  notFoundOf,
  paragraphOf,
  quoted,
  summaryOf,
  worded,
} from './samples.ts'

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
        '[1] ¶1 · Un phare remis à neuf (Le Courrier de Kerlann)',
        '«\u00a0sera rénové en 2027\u00a0»',
        '[2] ¶3',
        '«\u00a0l’État en paiera 60 %\u00a0»',
      ].join('\n'),
    )
  })

  test('in the article’s own words says it once, as a quotation, and that it is quotations only', () => {
    const { text } = shown(answerOf([height], { by: 'extract' }), { locale: 'en' })
    expect(text).toBe(
      [
        '“il mesure 28 mètres”\u00a0[1]',
        'Where it says so',
        '[1] ¶2 · Un phare remis à neuf (Le Courrier de Kerlann)',
        'Quotations only, in the article’s own words.',
      ].join('\n'),
    )
    expect(text.split('il mesure 28 mètres')).toHaveLength(2)
  })

  test('says when it is partial, and when the model did not answer', () => {
    expect(shown(answerOf([works], { partial: true })).text).toMatch(/Réponse partielle/u)
    const down = shown(answerOf([height], { by: 'extract' }), { modelDown: true }).text
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
    const bread = claimOf('It sells 900 loaves a day.', [paragraphOf(bakery, 2), 'sells about 900 loaves a day'])
    const { reply, text } = shown(answerOf([works, bread]), { id: answerId })
    expect(labelsOf(reply).slice(0, 2)).toEqual(['¶1 · Un phare remis à neuf', '¶2 · A second Hollis bakery'])
    expect(text).toMatch(/\[2\] ¶2 · A second Hollis bakery/u)
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
  expect(wordsOf(reply).split('\n')[0]).toBe('Short summary · Un phare remis à neuf (Le Courrier de Kerlann)')
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
    expect(text).toBe('Les articles ne le disent pas.\nÀ lire peut-être (ce n’est pas une réponse)\u00a0:')
    expect(labelsOf(reply)).toEqual([
      '¶2 · Construit en 1879, il mesure…',
      '¶5 · Les habitants n’ont pas été…',
      '👍',
      '👎',
    ])
    expect(marksIn(reply)).toEqual([])
  })

  test('names them in words where nothing can be pressed', () => {
    const { reply, text } = shown(notFoundOf(nearest))
    expect(labelsOf(reply)).toEqual([])
    expect(text).toMatch(/¶2 · Un phare remis à neuf/u)
  })

  test('says when what was drafted did not stand, and when the model was down', () => {
    expect(shown(notFoundOf([], { by: 'model', partial: true })).text).toMatch(/n’a pas pu être vérifié/u)
    expect(shown(notFoundOf([]), { modelDown: true }).text).toMatch(/parcourus sans lui/u)
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
    expect(wordsOf(reply)).toBe('Long summary · Un phare remis à neuf (Le Courrier de Kerlann)\n⏳ Summarising…')
  })
})

describe('any answer', () => {
  const paragraphs: fc.Arbitrary<readonly Paragraph[]> = fc
    .array(
      fc.record({
        text: fc.oneof(
          hostileText(30),
          fc.tuple(hostileText(10), fc.integer({ min: 1, max: 400 })).map(([text, times]) => text.repeat(times)),
        ),
        title: hostileText(),
        source: fc.option(hostileText(), { nil: undefined }),
        url: fc.option(
          hostileText(4).map((path) => `https://press.example/${path}`),
          { nil: undefined },
        ),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((list) =>
      list.flatMap(({ text, title, source, url }, index) =>
        article(`a${index % 3}`, [text], {
          title,
          ...(source !== undefined && { source }),
          ...(url !== undefined && { url }),
        }).paragraphs.map((paragraph) => ({ ...paragraph, number: index + 1 })),
      ),
    )

  const answers: fc.Arbitrary<Answer> = fc
    .tuple(
      paragraphs,
      fc.array(
        fc.record({
          text: fc.oneof(
            hostileText(),
            fc.tuple(hostileText(6), fc.integer({ min: 1, max: 200 })).map(([text, times]) => text.repeat(times)),
          ),
          isQuotation: fc.boolean(),
          citations: fc.array(fc.record({ at: fc.nat(4), a: fc.nat(), b: fc.nat(), isShort: fc.boolean() }), {
            minLength: 1,
            maxLength: 4,
          }),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      fc.constantFrom('answered' as const, 'summary' as const),
    )
    .map(([from, claims, kind]) =>
      answerFrom(
        from,
        claims.map(({ text, isQuotation: isOne, citations }) => {
          const cut = citations.map(({ at, a, b, isShort }) => {
            const place = at % from.length
            const length = from[place]?.text.length ?? 0
            const start = a % length
            return { at: place, start, end: start + 1 + (b % Math.min(length - start, isShort ? 200 : length)) }
          })
          const [first] = cut
          const words = first && from[first.at]?.text.slice(first.start, first.end)
          return isOne && words !== undefined ? { text: words, citations: cut.slice(0, 1) } : { text, citations: cut }
        }),
        kind,
      ),
    )

  const dense = (text: string): string => text.replace(/[\s\u200b]+/gu, '')
  const [open, close] = quotationMarks('fr')

  /** The places cited, in reading order. */
  const places = (answer: Answer) => {
    const seen = new Map<string, (typeof answer.claims)[number]['citations'][number]>()
    for (const citation of answer.claims.flatMap((claim) => claim.citations))
      seen.set(
        `${citation.paragraph.article.id} ${citation.paragraph.number} ${citation.start} ${citation.end}`,
        citation,
      )
    return [...seen.values()]
  }

  const pagesOf = (answer: Answer) => {
    const first = renderEvidence(answer, { id: answerId, locale: 'fr', page: 1 })
    const pages = [first]
    for (
      let next: CustomId | undefined = nextOf(first);
      next?.kind === 'evidence';
      next = nextOf(pages.at(-1) ?? first)
    )
      pages.push(renderEvidence(answer, { id: answerId, locale: 'fr', page: next.page }))
    return pages
  }
  const nextOf = (body: Parameters<typeof idsOf>[0]) => {
    const at = labelsOf(body).findIndex((label) => label.startsWith('Suivant'))
    return at === -1 ? undefined : idsOf(body)[at]
  }

  test('is shown within Discord’s limits, with all of its words and markers, and no markup but ours', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const messages = renderAnswer(answer, { locale: 'fr', id: answerId, thread: true })
        const cited = places(answer)
        const expected = answer.claims.map((claim) => {
          const words = isQuotation(claim) ? open + visible(claim.text) + close : unmarked(claim.text)
          const markers = new Set(
            claim.citations.map(
              (one) =>
                cited.findIndex(
                  (other) => other.paragraph === one.paragraph && other.start === one.start && other.end === one.end,
                ) + 1,
            ),
          )
          return words + [...markers].map((number) => `[${number}]`).join('')
        })
        const all = dense(messages.map(wordsOf).join('\n'))
        const from = answer.kind === 'summary' ? all.indexOf(dense(expected.join(''))) : 0
        expect(from).toBeGreaterThanOrEqual(0)
        expect(all.slice(from, from + dense(expected.join('')).length)).toBe(dense(expected.join('')))
        const links = new Set(cited.map(originalLink))
        for (const mark of messages.flatMap(marksIn)) {
          expect(['bold', 'quote', 'list', 'subtext', 'link']).toContain(mark.kind)
          if (mark.kind === 'link') expect(links).toContain(mark.target)
        }
        for (const id of messages.flatMap(idsOf))
          if (id.kind === 'cited')
            expect(answer.claims[id.claim]?.citations[id.citation]?.paragraph.number).toBe(id.paragraph)
      }),
      { numRuns: 20 * 60 },
    )
  })

  test('has every quotation in its pages of evidence, cut from its paragraph, and a button for each paragraph', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const pages = pagesOf(answer)
        const found = new Map<number, string>()
        for (const mark of pages.flatMap((page) => read(textsOf(page)[0] ?? '').marks)) {
          const number = mark.kind === 'bold' ? /^\[(\d+)\]$/u.exec(mark.text)?.[1] : undefined
          if (number !== undefined && !found.has(Number(number))) found.set(Number(number), '')
          const [last] = [...found.keys()].slice(-1)
          if (mark.kind === 'quote' && last !== undefined) found.set(last, found.get(last) + mark.text)
        }
        const cited = places(answer)
        expect([...found.keys()]).toEqual(cited.map((_, index) => index + 1))
        const claims = new Set(answer.claims.filter(isQuotation).map((claim) => claim.citations[0]))
        for (const [index, citation] of cited.entries()) {
          const isClaim = [...claims].some(
            (one) => one.paragraph === citation.paragraph && one.start === citation.start && one.end === citation.end,
          )
          const words = found.get(index + 1) ?? ''
          expect(dense(words)).toBe(isClaim ? '' : dense(open + visible(quotation(citation)) + close))
        }
        const buttons = pages.flatMap(idsOf).filter((id) => id.kind === 'cited')
        const numbers = (list: readonly number[]) => [...new Set(list)].sort((a, b) => a - b)
        expect(numbers(buttons.map(({ paragraph }) => paragraph))).toEqual(
          numbers(cited.map(({ paragraph }) => paragraph.number)),
        )
      }),
      { numRuns: 20 * 60 },
    )
  })

  test('has the same pages of evidence in every language', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 9 }), (answer, page) => {
        const [fr, en] = (['fr', 'en'] as const).map((locale) =>
          idsOf(renderEvidence(answer, { id: answerId, locale, page })),
        )
        expect(fr).toEqual(en)
      }),
      { numRuns: 20 * 50 },
    )
  })

  test('of 10,000 characters loses no source', () => {
    const [paragraph] = article('long', ['Le phare éclaire la baie. '.repeat(500)]).paragraphs
    if (!paragraph) throw new Error('no paragraph')
    const claims = Array.from({ length: 25 }, (_, index) => ({
      text: `Le phare ${index} éclaire la baie, et la mer le sait. `.repeat(9).trim(),
      citations: [{ at: 0, start: index * 26, end: index * 26 + 25 }],
    }))
    const answer = answerFrom([paragraph], claims)
    expect(answer.claims.map((claim) => claim.text).join('').length).toBeGreaterThan(10_000)
    const messages = renderAnswer(answer, { locale: 'fr', id: answerId })
    const words = messages.map(wordsOf).join('\n')
    for (let marker = 1; marker <= 25; marker++) expect(words).toContain(`sait.\u00a0[${marker}]`)
    expect(messages.length).toBeGreaterThan(3)
  })
})
