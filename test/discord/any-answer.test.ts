import { describe, expect, test } from 'vitest'
import type { MessageBody } from '../../src/discord/budget.ts'
import { unmarked, visible } from '../../src/discord/escape.ts'
import { originalLink } from '../../src/discord/links.ts'
import { renderAnswer } from '../../src/discord/render/answer.ts'
import { renderEvidence } from '../../src/discord/render/evidence.ts'
import { quotationMarks } from '../../src/discord/render/sources.ts'
import { type Answer, type Citation, isQuotation, type Paragraph, quotation } from '../../src/types.ts'
import { article } from '../fakes/articles.ts'
import fc from '../generated.ts'
import { idsOf, labelsOf, marksIn, textsOf, wordsOf } from './checked.ts'
import { hostileText } from './hostile.ts'
import { read } from './markdown.ts'
import { answerFrom, answerId } from './samples.ts'

/** Short, or very long. */
const sized = (parts: number, most: number): fc.Arbitrary<string> =>
  fc.oneof(
    hostileText(parts),
    fc.tuple(hostileText(parts), fc.integer({ min: 1, max: most })).map(([text, times]) => text.repeat(times)),
  )

/** Of up to three articles, each paragraph with a number of its own. */
const paragraphs: fc.Arbitrary<readonly Paragraph[]> = fc
  .array(
    fc.record({
      text: sized(10, 400),
      title: hostileText(),
      source: hostileText(),
      path: fc.option(hostileText(4)),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) =>
    list.flatMap(({ text, title, source, path }, index) =>
      article(`a${index % 3}`, [text], {
        title,
        source,
        ...(path !== null && { url: `https://press.example/${path}` }),
      }).paragraphs.map((paragraph) => ({ ...paragraph, number: index + 1 })),
    ),
  )

type Cut = { readonly at: number; readonly from: number; readonly length: number }
const cuts = fc.array(fc.record({ at: fc.nat(4), from: fc.nat(), length: fc.oneof(fc.nat(200), fc.nat()) }), {
  minLength: 1,
  maxLength: 4,
})
const drafts = fc.array(fc.record({ text: sized(6, 200), isQuotation: fc.boolean(), cited: cuts }), {
  minLength: 1,
  maxLength: 12,
})

/** What the verifier restores from any claims and any places in the paragraphs. */
const answers: fc.Arbitrary<Answer> = fc
  .tuple(paragraphs, drafts, fc.constantFrom('answered' as const, 'summary' as const))
  .map(([from, claims, kind]) => {
    const place = ({ at, from: first, length }: Cut) => {
      const paragraph = at % from.length
      const size = from[paragraph]?.text.length ?? 1
      const start = first % size
      return { at: paragraph, start, end: start + 1 + (length % (size - start)) }
    }
    const made = claims.map(({ text, isQuotation: isOne, cited }) => {
      const citations = cited.map(place)
      const [first] = citations
      const words = first && from[first.at]?.text.slice(first.start, first.end)
      return isOne && words !== undefined ? { text: words, citations: citations.slice(0, 1) } : { text, citations }
    })
    return answerFrom(from, made, kind)
  })

/** Without white space, which cuts and lines change, and what stands for an empty line. */
const dense = (text: string): string => text.replace(/[\s\u200b]+/gu, '')
const marked = (quoted: string): string => {
  const [open, close] = quotationMarks(quoted, 'fr')
  return open + visible(quoted) + close
}

const same = (one: Citation, other: Citation): boolean =>
  one.paragraph === other.paragraph && one.start === other.start && one.end === other.end

/** The places cited, in reading order: a place's marker is its number in this list, from 1. */
const placesOf = (answer: Answer): readonly Citation[] => {
  const places: Citation[] = []
  for (const citation of answer.claims.flatMap((claim) => claim.citations))
    if (!places.some((place) => same(place, citation))) places.push(citation)
  return places
}

/** All pages of evidence, turned by their own buttons. */
const pagesOf = (answer: Answer): readonly MessageBody[] => {
  const pages = [renderEvidence(answer, { id: answerId, locale: 'fr', page: 1 })]
  for (;;) {
    const page = pages.at(-1)
    const next = page && idsOf(page)[labelsOf(page).findIndex((label) => label.startsWith('Suivant'))]
    if (next?.kind !== 'evidence') return pages
    pages.push(renderEvidence(answer, { id: answerId, locale: 'fr', page: next.page }))
  }
}

describe('any answer', () => {
  test('is shown within Discord’s limits, with all of its words and markers, and no markup but ours', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const messages = renderAnswer(answer, { locale: 'fr', id: answerId, thread: true })
        const places = placesOf(answer)
        const expected = answer.claims.map((claim) => {
          const words = isQuotation(claim) ? marked(claim.text) : unmarked(claim.text)
          const markers = claim.citations.map((citation) => places.findIndex((place) => same(place, citation)) + 1)
          return dense(words) + [...new Set(markers)].map((marker) => `[${marker}]`).join('')
        })
        const words = dense(messages.map(wordsOf).join('\n'))
        if (answer.kind === 'answered') expect(words.startsWith(expected.join(''))).toBe(true)
        else expect(words).toContain(expected.join(''))

        const links = new Set(places.map(originalLink))
        for (const mark of messages.flatMap(marksIn)) {
          expect(['bold', 'quote', 'list', 'subtext', 'link']).toContain(mark.kind)
          if (mark.kind === 'link') expect(links).toContain(mark.target)
        }
        for (const id of messages.flatMap(idsOf))
          if (id.kind === 'cited')
            expect(answer.claims[id.claim]?.citations[id.citation]?.paragraph.number).toBe(id.paragraph)
      }),
      { numRuns: 60 },
    )
  })

  test('has every quotation in its pages of evidence, cut from its paragraph, and a button for each paragraph', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const pages = pagesOf(answer)
        // A marker in bold begins an entry, or goes on with it on the next page; what is quoted is the entry's.
        const quoted = new Map<number, string>()
        let current = 0
        for (const mark of pages.flatMap((page) => read(textsOf(page)[0] ?? '').marks)) {
          if (mark.kind === 'bold') current = Number(/^\[(\d+)\]$/u.exec(mark.text)?.[1] ?? 0)
          if (current !== 0) quoted.set(current, (quoted.get(current) ?? '') + (mark.kind === 'quote' ? mark.text : ''))
        }
        const places = placesOf(answer)
        expect([...quoted.keys()]).toEqual(places.map((_, index) => index + 1))
        const claims = answer.claims.filter(isQuotation).map((claim) => claim.citations[0])
        for (const [index, place] of places.entries()) {
          const isClaim = claims.some((citation) => same(citation, place))
          const words = dense(quoted.get(index + 1) ?? '')
          expect(words).toBe(isClaim ? '' : dense(marked(quotation(place))))
        }
        const buttons = new Set(pages.flatMap(idsOf).flatMap((id) => (id.kind === 'cited' ? [id.paragraph] : [])))
        expect(buttons).toEqual(new Set(places.map(({ paragraph }) => paragraph.number)))
      }),
      { numRuns: 60 },
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
      { numRuns: 50 },
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
