import { describe, expect, test } from 'vitest'
import { explain, type Problem } from '../../src/answer/problem.ts'
import { answered, type Evidence, judge, notFound, restore, salvage, store, summary } from '../../src/answer/verify.ts'
import { type Answer, type Claim, isQuotation, noUsage, quotation } from '../../src/types.ts'
import { bakery, lighthouse } from '../fakes/articles.ts'
import fc from '../generated.ts'

const evidence: Evidence = new Map(lighthouse.paragraphs.map((paragraph, index) => [`P${index + 1}`, paragraph]))
const p2 = 'Construit en 1879, il mesure 28 mètres'
const p3 = 'l’État en paiera 60 %'
const p4 = 'a quitté la tour le 14 juillet 1973'

type Cited = readonly [label: string, quote: string]
const judged = (text: string, cited: readonly Cited[], language = 'fr') =>
  judge({ text, citations: cited.map(([paragraph, quote]) => ({ paragraph, quote })) }, language, evidence)
const codes = (text: string, cited: readonly Cited[], language = 'fr'): readonly string[] => {
  const judgement = judged(text, cited, language)
  return judgement.kind === 'stands' ? [] : judgement.problems.map((problem) => problem.code)
}
const standing = (text: string, cited: readonly Cited[]): Claim => {
  const judgement = judged(text, cited)
  if (judgement.kind === 'fails') throw new Error(JSON.stringify(judgement.problems))
  return judgement.claim
}

describe('a claim stands', () => {
  test.each<[string, string, readonly Cited[], string?]>([
    ['with its quotation', 'Le phare mesure 28 mètres.', [['P2', p2]]],
    [
      'with two quotations',
      'Haut de 28 mètres, il perdit son gardien en 1973.',
      [
        ['P2', p2],
        ['P4', p4],
      ],
    ],
    ['with a number regrouped', 'Il guide 1 200 bateaux.', [['P2', 'guide encore 1.200 bateaux de pêche']]],
    ['with a number spelled out', 'Il mesure vingt-huit mètres.', [['P2', p2]]],
    ['with a spelled number as digits', 'Il a servi 32 ans.', [['P4', 'après trente-deux ans de service']]],
    ['with a percentage spelled', 'L’État paiera soixante pour cent.', [['P3', p3]]],
    ['with a scale written out', 'Coût : 3 400 000 euros.', [['P3', 'Les travaux coûteront 3,4 millions d’euros']]],
    ['in another language', 'The last keeper left on July 14, 1973.', [['P4', p4]], 'en'],
    [
      'in another language, with a scale',
      'It will cost 3.4 million euros.',
      [['P3', 'coûteront 3,4 millions d’euros']],
      'en',
    ],
    ['that is its quotation', p2, [['P2', p2]]],
  ])('%s', (_, text, cited, language) => {
    expect(codes(text, cited, language)).toEqual([])
  })

  test('and its citations are places in our own text', () => {
    const claim = standing('Le phare est haut.', [['P2', 'construit en 1879, il mesure 28 metres.']])
    const [citation] = claim.citations
    expect(quotation(citation)).toBe(p2)
    expect(citation.paragraph).toBe(lighthouse.paragraphs[1])
    expect(lighthouse.paragraphs[1]?.text.slice(citation.start, citation.end)).toBe(p2)
  })

  test('a citation given twice counts once', () => {
    expect(
      standing('Le phare est haut.', [
        ['P2', p2],
        ['P2', `« ${p2} »`],
      ]).citations,
    ).toHaveLength(1)
  })
})

describe('a claim fails', () => {
  test.each<[string, string, readonly Cited[], readonly string[]]>([
    ['without a citation', 'Le phare est haut.', [], ['no_citation']],
    ['citing a paragraph that was not sent', 'Le phare est haut.', [['P9', p2]], ['unknown_paragraph']],
    ['citing a label in another form', 'Le phare est haut.', [['¶2', p2]], ['unknown_paragraph']],
    ['citing a prototype property', 'Le phare est haut.', [['constructor', p2]], ['unknown_paragraph']],
    ['quoting another paragraph’s words', 'Le phare est haut.', [['P3', p2]], ['quote_not_found']],
    [
      'quoting words that nobody wrote',
      'Le phare est haut.',
      [['P2', 'il mesure 38 mètres et guide']],
      ['quote_not_found'],
    ],
    ['quoting too little', 'Le phare est haut.', [['P2', '28 mètres']], ['quote_too_short']],
    ['quoting half a word', 'Le phare est haut.', [['P2', 'Construit en 1879, il mes']], ['quote_cuts_word']],
    [
      'with one false citation among true ones',
      'Le phare est haut.',
      [
        ['P2', p2],
        ['P3', p2],
      ],
      ['quote_not_found'],
    ],
    ['with a number that stands nowhere', 'Le phare mesure 29 mètres.', [['P2', p2]], ['figure_unsupported']],
    ['with a number of another paragraph', 'Le phare de 28 mètres coûte.', [['P3', p3]], ['figure_unsupported']],
    [
      'with another scale',
      'Coût : 3,4 milliards d’euros.',
      [['P3', 'coûteront 3,4 millions d’euros']],
      ['figure_unsupported'],
    ],
    ['with a percentage for a number', 'Il en paiera 60.', [['P3', p3]], ['figure_unsupported']],
    ['with another date', 'Il partit le 14 juin 1973.', [['P4', p4]], ['figure_unsupported']],
    ['with another year', 'Il partit le 14 juillet 1974.', [['P4', p4]], ['figure_unsupported']],
    [
      'with another weekday',
      'La mairie l’a annoncé jeudi.',
      [['P1', 'a annoncé mardi la mairie']],
      ['figure_unsupported'],
    ],
    ['empty', ' ', [['P2', p2]], ['invalid_claim']],
    ['with a direction override', 'Le phare est \u202ehaut.', [['P2', p2]], ['unsafe_text']],
    ['with an escape sequence', 'Le phare est \u001b[31mhaut.', [['P2', p2]], ['unsafe_text']],
  ])('%s', (_, text, cited, expected) => {
    expect(codes(text, cited)).toEqual(expected)
  })

  test('the retry is told where misplaced words stand', () => {
    const judgement = judged('Le phare est haut.', [['P3', p2]])
    expect(judgement.kind === 'fails' && judgement.problems.map(explain).join()).toContain('P2, not in P3')
  })

  test('every problem says something of its own', () => {
    const problems: readonly Problem[] = [
      { code: 'invalid_draft', detail: 'x' },
      { code: 'invalid_claim', detail: 'x' },
      { code: 'verdict_contradicts', verdict: 'answered' },
      { code: 'verdict_contradicts', verdict: 'not_in_article' },
      { code: 'truncated' },
      { code: 'unsafe_text' },
      { code: 'no_citation' },
      { code: 'unknown_paragraph', paragraph: 'P9' },
      { code: 'quote_not_found', paragraph: 'P1', quote: 'x' },
      { code: 'quote_not_found', paragraph: 'P1', quote: 'x', elsewhere: 'P2' },
      { code: 'quote_cuts_word', paragraph: 'P1', quote: 'x' },
      { code: 'quote_too_short', paragraph: 'P1', quote: 'x' },
      { code: 'figure_unsupported', figure: '29' },
      { code: 'mixed_alphabets', word: 'x' },
      { code: 'mention', words: '@x' },
      { code: 'foreign_link', link: 'x.org' },
      { code: 'quote_is_order', paragraph: 'P1', quote: 'x' },
      { code: 'name_unsupported', name: 'X' },
      { code: 'words_not_quoted', words: 'x' },
      { code: 'nothing_in_common' },
      { code: 'name_doubtful', name: 'X' },
      { code: 'negation_differs', words: 'not' },
      { code: 'opposite_word', word: 'more', source: 'less' },
      { code: 'hedge_differs', words: 'alleged' },
      { code: 'names_exchanged', names: ['A', 'B'] },
      { code: 'quote_cut_after_negation', paragraph: 'P1', quote: 'x' },
      { code: 'invented_tail', words: 'x' },
      { code: 'low_overlap' },
    ]
    const said = problems.map(explain)
    expect(new Set(said).size).toBe(problems.length)
    for (const sentence of said) expect(sentence).toMatch(/^[A-Z"].{15,}[.]$/)
  })
})

describe('what remains of a claim that failed for good', () => {
  const remains = (text: string, cited: readonly Cited[]): readonly Claim[] => {
    const judgement = judged(text, cited)
    return judgement.kind === 'fails' ? salvage(judgement, 'fr') : []
  }

  test('its quotations, each by itself, where its words do not hold', () => {
    const claims = remains('Il mesure 29 mètres et date de 1973.', [
      ['P2', p2],
      ['P4', p4],
    ])
    expect(claims.map((claim) => claim.text)).toEqual([p2, p4])
    expect(claims.every(isQuotation)).toBe(true)
  })

  test('its words with the citations that stand, where they hold by these', () => {
    const [claim] = remains('Le phare mesure 28 mètres.', [
      ['P2', p2],
      ['P3', 'mesure 28 mètres'],
    ])
    expect(claim?.text).toBe('Le phare mesure 28 mètres.')
    expect(claim?.citations.map(quotation)).toEqual([p2])
  })

  test('nothing where no quotation stands', () => {
    expect(remains('Le phare est haut.', [['P3', p2]])).toEqual([])
    expect(remains('Le phare est haut.', [])).toEqual([])
  })
})

describe('answers', () => {
  const rest = { by: 'model', partial: false, language: 'fr', locale: 'fr', passages: [], usage: noUsage } as const

  test('there is none without a claim', () => {
    expect(answered([], rest)).toBeUndefined()
    expect(summary([], { ...rest, article: lighthouse.head, length: 'short' })).toBeUndefined()
  })

  const one = standing('Le phare mesure 28 mètres.', [
    ['P2', p2],
    ['P4', p4],
  ])
  const two = standing('L’État paie 60 %.', [['P3', p3]])
  const passages = lighthouse.paragraphs.map((paragraph) => ({ paragraph, score: paragraph.number }))
  const answers: readonly (Answer | undefined)[] = [
    answered([one, two], { ...rest, passages }),
    summary([one], { ...rest, passages, article: lighthouse.head, length: 'medium' }),
    notFound({ ...rest, passages, nearest: lighthouse.paragraphs.slice(0, 2) }),
  ]
  const find = ({ article, hash, paragraph }: { article: string; hash: string; paragraph: number }) =>
    article === lighthouse.head.id && hash === lighthouse.head.hash ? lighthouse.paragraphs[paragraph - 1] : undefined

  test.each(
    answers.map((answer) => [answer?.kind, answer] as const),
  )('%s: stored and restored it is the same', (_, answer) => {
    if (!answer) throw new Error('no answer')
    const stored = JSON.parse(JSON.stringify(store(answer)))
    expect(restore(stored, find)).toEqual(answer)
    expect(JSON.stringify(stored)).not.toContain('mesure 28 mètres et guide')
  })

  test('a citation that can no longer be found is left out, and said', () => {
    const [answer] = answers
    if (!answer) throw new Error('no answer')
    const without = (number: number) =>
      restore(store(answer), (place) => (place.paragraph === number ? undefined : find(place)))
    const left = without(4)
    expect(left?.partial).toBe(true)
    expect(left?.claims.map((claim) => claim.citations.map(quotation))).toEqual([[p2], [p3]])
    expect(restore(store(answer), () => undefined)).toBeUndefined()
    expect(restore(store(answer), () => bakery.paragraphs[1])?.claims.length ?? 0).toBeLessThanOrEqual(2)
  })
})

test('any draft whatever: never throws, never a citation that is not a slice of what was sent', () => {
  const label = fc.oneof(fc.constantFrom('P1', 'P2', 'P3', 'P4', 'P5'), fc.string())
  const source = lighthouse.paragraphs.map((paragraph) => paragraph.text).join(' ')
  const near = fc
    .tuple(fc.nat(source.length), fc.nat(80), fc.string({ unit: 'binary', maxLength: 2 }))
    .map(([start, length, noise]) => source.slice(start, start + length) + noise)
  const quote = fc.oneof(near, fc.string({ unit: 'binary' }), fc.constantFrom(p2, p3, p4))
  const claim = fc.record({
    text: fc.oneof(quote, fc.string({ unit: 'binary' })),
    citations: fc.array(fc.record({ paragraph: label, quote }), { maxLength: 4 }),
  })
  let stood = 0
  fc.assert(
    fc.property(claim, fc.constantFrom('fr', 'en', 'und', ''), (draft, language) => {
      const judgement = judge(draft, language, evidence)
      const claims = judgement.kind === 'stands' ? [judgement.claim] : salvage(judgement, language)
      stood += claims.length
      for (const { citations } of claims)
        for (const { paragraph, start, end } of citations) {
          expect(lighthouse.paragraphs).toContain(paragraph)
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(paragraph.text.length)
        }
    }),
    { numRuns: 2_000 },
  )
  expect(stood).toBeGreaterThan(50)
})
