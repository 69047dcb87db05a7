import { describe, expect, test } from 'vitest'
import type { MessageBody } from '../../src/discord/budget.ts'
import { articleKey, type CustomId } from '../../src/discord/custom-id.ts'
import { visible } from '../../src/discord/escape.ts'
import { renderContext, renderParagraph } from '../../src/discord/render/paragraph.ts'
import type { Citation, Paragraph } from '../../src/types.ts'
import { article, lighthouse } from '../fakes/articles.ts'
import fc from '../generated.ts'
import { buttonsOf, idsOf, labelsOf, marksIn, textsOf, wordsOf } from './checked.ts'
import { hostileText } from './hostile.ts'
import { read } from './markdown.ts'
import { answerId, citationOf, paragraphOf } from './samples.ts'

const at = (part: number): CustomId => ({ kind: 'cited', answer: answerId, claim: 0, citation: 0, paragraph: 2, part })
const options = { locale: 'fr', citations: [], count: 5, part: 0, at } as const
const cite = (paragraph: Paragraph, quote: string): Citation => {
  const start = paragraph.text.indexOf(quote)
  return citationOf(paragraph, start, start + quote.length)
}
const bolds = (body: MessageBody): readonly string[] =>
  marksIn(body).flatMap(({ kind, text }) => (kind === 'bold' ? [text] : []))

describe('a paragraph in full', () => {
  const second = paragraphOf(lighthouse, 2)

  test('has its number, its article, its words, and the quotation in bold', () => {
    const body = renderParagraph(second, { ...options, citations: [cite(second, 'il mesure 28 mètres')] })
    expect(wordsOf(body)).toBe(
      `¶2 · Un phare remis à neuf\nLe Courrier de Kerlann\n${second.text}\nLa citation est en gras.`,
    )
    expect(bolds(body)).toEqual(['¶2', 'il mesure 28 mètres'])
  })

  test('marks quotations that touch or overlap as one', () => {
    const citations = ['Construit en 1879', ', il mesure', 'mesure 28 mètres', 'pêche chaque année.'].map((quote) =>
      cite(second, quote),
    )
    expect(bolds(renderParagraph(second, { ...options, citations }))).toEqual([
      '¶2',
      'Construit en 1879, il mesure 28 mètres',
      'pêche chaque année.',
    ])
  })

  test('leads to the paragraphs before and after, where there are any', () => {
    const read = (paragraph: number) => ({ kind: 'read', article: articleKey('phare'), paragraph, part: 1 })
    expect(idsOf(renderParagraph(second, options))).toEqual([read(1), read(3)])
    expect(labelsOf(renderParagraph(second, options))).toEqual(['◀ ¶1', '¶3 ▶'])
    expect(idsOf(renderParagraph(paragraphOf(lighthouse, 1), options))).toEqual([read(2)])
    expect(idsOf(renderParagraph(paragraphOf(lighthouse, 5), options))).toEqual([read(4)])
  })

  test('has the heading, author, date and page of its article', () => {
    const [first] = article('p', ['Le port compte douze quais.'], {
      url: 'https://press.example/port',
      author: 'Ana *Ruiz*',
      published: '2026-03-01',
    }).paragraphs
    if (!first) throw new Error('no paragraph')
    const paragraph = { ...first, heading: '# Les quais' }
    const body = renderParagraph(paragraph, { ...options, count: 1, citations: [cite(paragraph, 'douze quais')] })
    expect(wordsOf(body).split('\n').slice(0, 3)).toEqual(['¶1 · p', 'Ana *Ruiz* · 2026-03-01', '# Les quais'])
    expect(buttonsOf(body)).toEqual([
      expect.objectContaining({ label: 'page d’origine', url: 'https://press.example/port#:~:text=douze%20quais' }),
    ])
    const [link] = buttonsOf(renderParagraph(paragraph, { ...options, count: 1 }))
    expect(link).toEqual(expect.objectContaining({ url: 'https://press.example/port' }))
  })

  test('that is long comes in parts, the one with the quotation first', () => {
    const [long] = article('p', [`${'Le phare éclaire la baie. '.repeat(200)}Voici la fin.`]).paragraphs
    if (!long) throw new Error('no paragraph')
    const body = renderParagraph(long, { ...options, count: 1, citations: [cite(long, 'Voici la fin')] })
    expect(bolds(body)).toEqual(['¶1', 'Voici la fin'])
    expect(wordsOf(body)).toMatch(/Partie 3 sur 3/u)
    expect(idsOf(body)).toEqual([at(2)])
    expect(labelsOf(renderParagraph(long, { ...options, count: 1, part: 2 }))).toEqual(['◀ Précédent', 'Suivant ▶'])
    expect(wordsOf(renderParagraph(long, { ...options, count: 1, part: 99 }))).toMatch(/Partie 3 sur 3/u)
  })

  test('is whole in its parts, the very quotations in bold, whatever the text', () => {
    const long = fc.tuple(hostileText(30), fc.integer({ min: 1, max: 100 })).map(([text, times]) => text.repeat(times))
    const places = fc.array(fc.tuple(fc.nat(), fc.nat(300)), { minLength: 1, maxLength: 4 })
    // No quotation begins or ends inside a surrogate pair.
    const edge = (text: string, at: number): number => (/^[\udc00-\udfff]/.test(text.slice(at)) ? at - 1 : at)
    fc.assert(
      fc.property(long, places, hostileText(), (given, cited, title) => {
        const text = given.toWellFormed()
        const [paragraph] = article('p', [text], { title, url: 'https://press.example/p' }).paragraphs
        if (!paragraph) throw new Error('no paragraph')
        const citations = cited.map(([a, length]) => {
          const start = edge(text, a % text.length)
          const end = edge(text, Math.min(text.length, start + 2 + length))
          return citationOf(paragraph, start, end)
        })
        const isQuoted = (at: number) => citations.some(({ start, end }) => start <= at && at < end)
        const bold = [...visible(text).matchAll(/[\s\S]/g)].flatMap(({ 0: unit, index }) =>
          isQuoted(index) ? [unit] : [],
        )

        const part = (number: number) => renderParagraph(paragraph, { ...options, count: 1, citations, part: number })
        const count = Number(/Partie \d+ sur (\d+)$/u.exec(wordsOf(part(1)))?.[1] ?? 1)
        // The first line names the paragraph, the last ones say what the part is.
        const bodies = Array.from({ length: count }, (_, index) => {
          const markdown = textsOf(part(index + 1)).join('\n')
          const own = /(?:\n-# (?:La citation est en gras\.|Partie \d+ sur \d+))+$/u
          return read(markdown.slice(markdown.indexOf('\n') + 1).replace(own, ''))
        })
        expect(bodies.map((body) => body.text).join('')).toBe(visible(text))
        const marks = bodies.flatMap((body) => body.marks)
        expect(marks.map((mark) => mark.text).join('')).toBe(bold.join(''))
        expect(marks.every(({ kind }) => kind === 'bold')).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

describe('the context of a citation', () => {
  const [before, paragraph, after] = [1, 2, 3].map((number) => paragraphOf(lighthouse, number))
  if (!before || !paragraph || !after) throw new Error('no paragraphs')
  const citations = [cite(paragraph, 'il mesure 28 mètres')]
  const shown = { locale: 'fr', id: answerId, page: 1, pages: 2 } as const

  test('shows the paragraphs before and after it', () => {
    const body = renderContext({ before, paragraph, after, citations }, shown)
    expect(wordsOf(body)).toBe(
      [
        'Avant et après',
        'Un phare remis à neuf · Le Courrier de Kerlann',
        ...['¶1', before.text, '¶2', paragraph.text, '¶3', after.text],
        'La citation est en gras.',
        'Page 1 sur 2',
      ].join('\n'),
    )
    expect(bolds(body)[1]).toBe('il mesure 28 mètres')
    expect(idsOf(body)).toEqual([{ kind: 'context', answer: answerId, page: 2 }])
  })

  test('is there without neighbours, and on one page', () => {
    const body = renderContext({ paragraph, citations }, { ...shown, pages: 1 })
    expect(wordsOf(body)).not.toMatch(/¶1|¶3|Page/u)
    expect(idsOf(body)).toEqual([])
  })

  test('fits whatever the texts', () => {
    const texts = fc.tuple(hostileText(30), fc.integer({ min: 1, max: 100 })).map(([text, times]) => text.repeat(times))
    fc.assert(
      fc.property(texts, texts, texts, fc.nat(), (a, b, c, place) => {
        const [first, second, third] = article('p', [a, b, c]).paragraphs
        if (!first || !second || !third) throw new Error('no paragraphs')
        const start = place % b.length
        const body = renderContext(
          {
            before: first,
            paragraph: second,
            after: third,
            citations: [citationOf(second, start, Math.min(b.length, start + 50))],
          },
          shown,
        )
        expect(marksIn(body).every(({ kind }) => kind === 'bold' || kind === 'subtext')).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
