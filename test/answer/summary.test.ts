/** Summaries: how many bullets, in which order, none twice, a long article part by part, and not paid for twice. */
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/answer/engine.ts'
import type { Model, ModelRequest } from '../../src/answer/model-request.ts'
import { inReadingOrder, MAX_PARTS, partsOf } from '../../src/answer/parts.ts'
import { PASSAGE_BUDGET } from '../../src/answer/passages.ts'
import { repeats } from '../../src/answer/repeat.ts'
import { judge } from '../../src/answer/verify.ts'
import { createLibrary } from '../../src/knowledge/library.ts'
import type { Summaries } from '../../src/ports.ts'
import { createPassageIndex } from '../../src/search/passage-index.ts'
import { type Answer, type Article, type Claim, isQuotation, quotation, type StoredAnswer } from '../../src/types.ts'
import { article, lighthouse } from '../fakes/articles.ts'
import { claim, createScene, never, prompts, texts } from './scene.ts'

const consulted = { article: lighthouse.head, number: 9, text: 'Les habitants ont été consultés deux fois.' }
const evidence = new Map([...lighthouse.paragraphs, consulted].map((each) => [`P${each.number}`, each] as const))
const standing = (text: string, ...citations: readonly (readonly [string, string])[]): Claim => {
  const judgement = judge(claim(text, ...citations), 'fr', evidence)
  if (judgement.kind === 'fails') throw new Error(JSON.stringify(judgement.problems))
  return judgement.claim
}

const town = (name: string, n: number): string =>
  `À ${name}, la mairie numéro ${n} a voté ${n + 20} arbres le long du canal, et ${'les riverains en parlent encore beaucoup, '.repeat(5)}dit-on.`
const names = [
  'Arles',
  'Brest',
  'Caen',
  'Dijon',
  'Évian',
  'Foix',
  'Gap',
  'Hyères',
  'Issoire',
  'Joigny',
  'Kerlann',
  'Lens',
]
const long = article(
  'long',
  Array.from({ length: 120 }, (_, n) => town(names[n % names.length] ?? '', n)),
)

/** Writes a bullet for as many of its passages as it is asked for, from the last to the first. */
const writer = () => {
  const asked: ModelRequest[] = []
  const model: Model = {
    name: 'writer',
    async complete(request) {
      asked.push(request)
      const prompt = request.messages.map(({ text }) => text).join('\n')
      const count = Number(/Write (\d+) claims/.exec(prompt)?.[1])
      const passages = [...prompt.matchAll(/<(P\d+)>(.*?)<\/\1>/g)].reverse().slice(0, count)
      const claims = passages.map(([, label = '', text = '']) => {
        const quote = /^À \p{Lu}\p{L}+, la mairie numéro \d+ a voté \d+ arbres/u.exec(text)?.[0] ?? ''
        return claim(`${quote} le long du canal.`, [label, quote])
      })
      const value = { claims }
      const usage = { inputTokens: 10, outputTokens: 1, cachedTokens: 0, calls: 1 }
      return { kind: 'json', value, text: JSON.stringify(value), usage }
    },
  }
  return { model, asked }
}

const engineOf = (model: Model | undefined, of: readonly Article[], summaries?: Summaries) => {
  const library = createLibrary(createPassageIndex())
  for (const each of of) library.add(each)
  return createEngine({
    library,
    ...(model && { author: { model, prompts } }),
    ...(summaries && { summaries }),
    onModelFailure: () => {},
  })
}

const numbers = (answer: Answer): readonly number[] => answer.claims.map((each) => each.citations[0].paragraph.number)

describe('bullets', () => {
  test.each([
    ['short', 3],
    ['medium', 6],
    ['long', 10],
  ] as const)('%s: %i of them, with a model and without', async (length, count) => {
    const part = article(
      'part',
      long.paragraphs.slice(0, 30).map(({ text }) => text),
    )
    for (const model of [writer().model, undefined]) {
      const answer = await engineOf(model, [part]).summarise({ article: part, length, locale: 'fr' }, never)
      expect(answer).toMatchObject({ kind: 'summary', length, partial: false, by: model ? 'model' : 'extract' })
      expect(answer.claims).toHaveLength(count)
    }
  })

  test('the first says most; the others follow as the article has them', async () => {
    const part = article(
      'part',
      long.paragraphs.slice(0, 20).map(({ text }) => text),
    )
    const answer = await engineOf(writer().model, [part]).summarise(
      { article: part, length: 'medium', locale: 'fr' },
      never,
    )
    expect(numbers(answer)).toEqual([20, 15, 16, 17, 18, 19])
    expect(inReadingOrder([])).toEqual([])
  })

  test('without a model, quotations alone, of as many paragraphs as there are bullets', async () => {
    const answer = await engineOf(undefined, [long]).summarise({ article: long, length: 'long', locale: 'en' }, never)
    expect(answer).toMatchObject({ by: 'extract', language: 'fr', locale: 'en' })
    expect(answer.claims.every(isQuotation)).toBe(true)
    expect(new Set(numbers(answer)).size).toBe(10)
    expect(numbers(answer).slice(1)).toEqual(
      numbers(answer)
        .slice(1)
        .toSorted((a, b) => a - b),
    )
  })
})

describe('no point twice', () => {
  const high = standing('Le phare mesure 28 mètres.', ['P2', 'il mesure 28 mètres'])
  test.each<[string, Claim]>([
    ['the same words', standing('Le phare mesure 28 mètres.', ['P2', 'Construit en 1879, il mesure 28 mètres'])],
    ['fewer words', standing('Il mesure 28 mètres.', ['P2', 'il mesure 28 mètres'])],
    ['nearly the same words in the same place', standing('Ce phare mesure bien 28 mètres.', ['P2', 'il mesure 28'])],
  ])('%s', (_, other) => expect(repeats(other, high, 'fr')).toBe(true))

  const built = standing('Le phare a été construit en 1879.', ['P2', 'Construit en 1879, il mesure 28 mètres'])
  test.each<[string, Claim, Claim]>([
    [
      'another thing from the same place',
      standing('Il mesure 28 mètres.', ['P2', 'Construit en 1879, il mesure 28 mètres']),
      built,
    ],
    [
      'another figure',
      standing('L’État paiera 60 %.', ['P3', 'l’État en paiera 60 %']),
      standing('L’État paiera 3,4 millions.', ['P3', 'Les travaux coûteront 3,4 millions d’euros']),
    ],
    [
      'a denial',
      standing('Les habitants n’ont pas été consultés.', ['P5', 'Les habitants n’ont pas été consultés']),
      standing('Les habitants ont été consultés.', ['P9', 'Les habitants ont été consultés']),
    ],
    [
      'another name',
      standing('Yann Le Goff a quitté la tour.', ['P4', 'Yann Le Goff, a quitté la tour']),
      standing('Le dernier gardien a quitté la tour.', ['P4', 'Yann Le Goff, a quitté la tour']),
    ],
  ])('is not: %s', (_, one, other) => expect(repeats(one, other, 'fr')).toBe(false))

  test('in a model’s summary', async () => {
    const { engineOver, replies } = createRepeating
    replies([
      {
        claims: [
          claim('Le phare mesure 28 mètres.', ['P2', 'il mesure 28 mètres']),
          claim('Il mesure 28 mètres.', ['P2', 'il mesure 28 mètres']),
          claim('L’État paiera 60 % des travaux.', ['P3', 'l’État en paiera 60 %']),
        ],
      },
    ])
    const answer = await engineOver([lighthouse]).summarise(
      { article: lighthouse, length: 'short', locale: 'fr' },
      never,
    )
    expect(texts(answer)).toEqual(['Le phare mesure 28 mètres.', 'L’État paiera 60 % des travaux.'])
  })
})
const createRepeating = createScene()

describe('an article that is longer than a prompt', () => {
  test('is read part by part, every paragraph once', () => {
    const parts = partsOf(long)
    expect(parts.flat()).toEqual(long.paragraphs)
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts)
      expect(part.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(PASSAGE_BUDGET)
    const sizes = parts.map((part) => part.reduce((sum, { text }) => sum + text.length, 0))
    expect(Math.min(...sizes)).toBeGreaterThan(Math.max(...sizes) / 2)
  })

  test('never in more parts than the bound, whatever its paragraphs', () => {
    for (const size of [1, 90, 4_001, 6_001, 11_999, 12_001, 30_000]) {
      const book = article(
        'livre',
        Array.from({ length: 400 }, (_, n) => `Ligne ${n} ${'a'.repeat(size)}.`),
      )
      const parts = partsOf(book)
      expect(parts.length).toBeLessThanOrEqual(MAX_PARTS + 1)
      expect(parts.flat().map(({ number }) => number)).toEqual(
        parts
          .flat()
          .map(({ number }) => number)
          .toSorted((a, b) => a - b),
      )
    }
  })

  test('joined: every bullet cites a paragraph of the article, and all parts were read', async () => {
    const { model, asked } = writer()
    const answer = await engineOf(model, [long]).summarise({ article: long, length: 'medium', locale: 'fr' }, never)
    expect(answer).toMatchObject({ kind: 'summary', by: 'model', partial: false })
    expect(answer.claims).toHaveLength(6)
    for (const { citations } of answer.claims)
      for (const each of citations) expect(long.paragraphs[each.paragraph.number - 1]?.text).toContain(quotation(each))
    const parts = partsOf(long)
    expect(asked).toHaveLength(parts.length + 1)
    expect(answer.usage).toMatchObject({ calls: parts.length + 1, inputTokens: 10 * (parts.length + 1) })
    // The last call saw what the parts had chosen, from all over the article.
    const last =
      asked
        .at(-1)
        ?.messages.map(({ text }) => text)
        .join('\n') ?? ''
    const seen = [...last.matchAll(/numéro (\d+)/g)].map(([, n]) => Number(n))
    for (const part of parts) expect(part.some(({ number }) => seen.includes(number - 1))).toBe(true)
  })

  test('a joining that fails leaves what was written of the parts, from each of them', async () => {
    const { model, asked } = writer()
    const failing: Model = {
      name: 'failing',
      async complete(request, signal) {
        if (asked.length === partsOf(long).length)
          return { kind: 'refusal', usage: { inputTokens: 1, outputTokens: 0, cachedTokens: 0, calls: 1 } }
        return model.complete(request, signal)
      },
    }
    const answer = await engineOf(failing, [long]).summarise({ article: long, length: 'short', locale: 'fr' }, never)
    expect(answer).toMatchObject({ kind: 'summary', by: 'model', partial: true })
    expect(answer.claims).toHaveLength(3)
  })

  test('no part written: extraction', async () => {
    const model: Model = {
      name: 'mute',
      complete: async () => ({
        kind: 'refusal',
        usage: { inputTokens: 1, outputTokens: 0, cachedTokens: 0, calls: 1 },
      }),
    }
    const answer = await engineOf(model, [long]).summarise({ article: long, length: 'short', locale: 'fr' }, never)
    expect(answer).toMatchObject({ kind: 'summary', by: 'extract', usage: { calls: partsOf(long).length } })
  })
})

describe('what opens a summary without a model', () => {
  const body = [
    'The ferry carries bread, letters and schoolchildren to the island of Sark Mor twice a day.',
    'Islanders say that without the ferry the school of Sark Mor would have to close.',
    'The council wants to sell the ferry, whose engine broke down three times last winter.',
    'A meeting about the ferry is to be held on the island on Friday.',
  ]
  const first = async (opening: string) => {
    const about = article('ferry', [opening, ...body], { title: 'The ferry of Sark Mor may be sold', language: 'en' })
    const answer = await engineOf(undefined, [about]).summarise(
      { article: about, length: 'short', locale: 'en' },
      never,
    )
    const [citation] = answer.claims[0]?.citations ?? []
    return citation && quotation(citation)
  }
  test('the lead', async () => {
    const lead = 'The ferry to Sark Mor, which has sailed since 1911, may be sold before the summer.'
    expect(await first(`${lead} Nobody is happy.`)).toBe(lead)
  })
  test.each([
    'What would life be without it?',
    'It begins with a whistle in the fog…',
    'Rain drums on a tin roof while an old man fills his pipe.',
  ])('no teaser: %s', async (teaser) => {
    expect(await first(teaser)).not.toBe(teaser)
  })
})

describe('a summary that is kept', () => {
  const keeping = () => {
    const rows = new Map<string, StoredAnswer>()
    const summaries: Summaries = {
      summary: async (key) => rows.get(JSON.stringify(key)),
      saveSummary: async (key, answer) => void rows.set(JSON.stringify(key), answer),
    }
    return { rows, summaries }
  }
  const part = article(
    'part',
    long.paragraphs.slice(0, 20).map(({ text }) => text),
  )
  const request = { article: part, length: 'short', locale: 'fr' } as const

  test('is not paid for again', async () => {
    const { summaries } = keeping()
    const { model, asked } = writer()
    const engine = engineOf(model, [part], summaries)
    const first = await engine.summarise(request, never)
    const again = await engine.summarise(request, never)
    expect(asked).toHaveLength(1)
    expect(first.usage.calls).toBe(1)
    expect(again).toEqual({ ...first, usage: { inputTokens: 0, outputTokens: 0, cachedTokens: 0, calls: 0 } })
  })

  test.each<[string, (engine: ReturnType<typeof engineOf>) => Promise<Answer>]>([
    ['another length', (engine) => engine.summarise({ ...request, length: 'long' }, never)],
    ['another language', (engine) => engine.summarise({ ...request, locale: 'en' }, never)],
    [
      'another text',
      (engine) =>
        engine.summarise(
          {
            ...request,
            article: article(
              'part',
              long.paragraphs.slice(1, 20).map(({ text }) => text),
            ),
          },
          never,
        ),
    ],
  ])('%s is another summary', async (_, other) => {
    const { summaries } = keeping()
    const { model, asked } = writer()
    const engine = engineOf(model, [part], summaries)
    await engine.summarise(request, never)
    const before = asked.length
    await other(engine)
    expect(asked.length).toBeGreaterThan(before)
  })

  test('so is another model’s, and one by other prompts', async () => {
    const { summaries, rows } = keeping()
    const { model } = writer()
    await engineOf(model, [part], summaries).summarise(request, never)
    await engineOf({ ...model, name: 'other' }, [part], summaries).summarise(request, never)
    expect(rows.size).toBe(2)
    const library = createLibrary(createPassageIndex())
    library.add(part)
    const author = { model, prompts: { ...prompts, hash: 'other' } }
    await createEngine({ library, author, summaries, onModelFailure: () => {} }).summarise(request, never)
    expect(rows.size).toBe(3)
  })

  test('none is kept that no model wrote, or of which not all stood, or whose model has no name yet', async () => {
    const { summaries, rows } = keeping()
    await engineOf(undefined, [part], summaries).summarise(request, never)
    const { model } = writer()
    await engineOf({ ...model, name: 'unknown' }, [part], summaries).summarise(request, never)
    const wrong: Model = {
      ...model,
      complete: async (asked, signal) => {
        const reply = await model.complete(asked, signal)
        const value = {
          claims: [
            claim('Rien de tel.', ['P1', 'rien de tel du tout']),
            claim('La mairie numéro 0.', ['P1', 'la mairie numéro 0']),
          ],
        }
        return { ...reply, kind: 'json', value, text: JSON.stringify(value) }
      },
    }
    expect(await engineOf(wrong, [part], summaries).summarise(request, never)).toMatchObject({ partial: true })
    expect(rows.size).toBe(0)
  })

  test('one that no longer cites what is there is written anew', async () => {
    const { summaries, rows } = keeping()
    const { model, asked } = writer()
    const engine = engineOf(model, [part], summaries)
    await engine.summarise(request, never)
    for (const [key, row] of rows)
      if (row.kind === 'summary')
        rows.set(key, {
          ...row,
          claims: row.claims.map((each) => ({
            ...each,
            citations: each.citations.map((at) => ({ ...at, end: 99_999 })),
          })),
        })
    expect(await engine.summarise(request, never)).toMatchObject({ kind: 'summary', partial: false })
    expect(asked).toHaveLength(2)
  })
})
