/** Every pair of four languages: the claim in the question's, the quotation in the article's, the figures of both the same. */
import { describe, expect, test } from 'vitest'
import { quotation } from '../../src/types.ts'
import { article } from '../fakes/articles.ts'
import { answeredWith, claim, createScene, never, question, texts } from './scene.ts'

const { engineOver, replies, requests } = createScene()

type Said = {
  /** A paragraph, the part of it that is quoted, and a question that it answers. */
  readonly text: string
  readonly quote: string
  readonly question: string
  /** The same statement, and with another figure. */
  readonly right: string
  readonly wrong: string
}

const languages = {
  fr: {
    text: 'Le viaduc de Garabit, ouvert le 10 novembre 1888, mesure 565 mètres et a coûté 3,1 millions de francs.',
    quote: 'ouvert le 10 novembre 1888, mesure 565 mètres et a coûté 3,1 millions de francs',
    question: 'Quand le viaduc de Garabit a-t-il été ouvert, et combien a-t-il coûté ?',
    right: 'Ce viaduc a été ouvert le 10 novembre 1888 et il a coûté 3,1 millions de francs.',
    wrong: 'Ce viaduc a été ouvert le 10 décembre 1888 et il a coûté 3,1 millions de francs.',
  },
  en: {
    text: 'The Garabit viaduct, opened on 10 November 1888, is 565 metres long and cost 3.1 million francs.',
    quote: 'opened on 10 November 1888, is 565 metres long and cost 3.1 million francs',
    question: 'When was the Garabit viaduct opened, and how much did it cost?',
    right: 'This viaduct was opened on November 10, 1888 and it cost 3.1 million francs.',
    wrong: 'This viaduct was opened on November 10, 1888 and it cost 3.1 billion francs.',
  },
  es: {
    text: 'El viaducto de Garabit, abierto el 10 de noviembre de 1888, mide 565 metros y costó 3,1 millones de francos.',
    quote: 'abierto el 10 de noviembre de 1888, mide 565 metros y costó 3,1 millones de francos',
    question: '¿Cuándo se abrió el viaducto de Garabit y cuánto costó?',
    right: 'Este viaducto se abrió el 10 de noviembre de 1888 y costó 3,1 millones de francos.',
    wrong: 'Este viaducto se abrió el 10 de noviembre de 1898 y costó 3,1 millones de francos.',
  },
  de: {
    text: 'Das Viadukt von Garabit, eröffnet am 10. November 1888, ist 565 Meter lang und kostete 3,1 Millionen Franken.',
    quote: 'eröffnet am 10. November 1888, ist 565 Meter lang und kostete 3,1 Millionen Franken',
    question: 'Wann wurde das Viadukt von Garabit eröffnet, und wie viel hat es gekostet?',
    right: 'Dieses Viadukt wurde am 10. November 1888 eröffnet und kostete 3,1 Millionen Franken.',
    wrong: 'Dieses Viadukt wurde am 12. November 1888 eröffnet und kostete 3,1 Millionen Franken.',
  },
} satisfies Readonly<Record<string, Said>>

type Name = keyof typeof languages
const names = Object.keys(languages) as Name[]
const pairs = names.flatMap((asked) => names.map((written) => [asked, written] as const))

const ask = (asked: Name, written: Name) => {
  const of = article(`garabit-${written}`, [languages[written].text], { language: written, title: 'Garabit' })
  return engineOver([of]).ask(question(languages[asked].question, { locale: 'en', scope: [of] }), never)
}

describe.each(pairs)('asked in %s of an article in %s', (asked, written) => {
  const { right, wrong } = languages[asked]
  const { quote } = languages[written]

  test('the claim in the one, the quotation in the other, without a second call', async () => {
    replies([answeredWith(claim(right, ['P1', quote]))])
    const answer = await ask(asked, written)
    expect(answer).toMatchObject({ kind: 'answered', by: 'model', language: asked, partial: false })
    expect(texts(answer)).toEqual([right])
    expect(answer.claims.flatMap(({ citations }) => citations).map(quotation)).toEqual([quote])
    expect(requests()).toHaveLength(1)
    const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(asked)
    expect(requests()[0]).toContain(`Write the claims in ${name} (${asked})`)
  })

  test('another figure is told and, twice, leaves the quotation alone', async () => {
    replies([answeredWith(claim(wrong, ['P1', quote]))])
    const answer = await ask(asked, written)
    expect(answer).toMatchObject({ kind: 'answered', partial: true })
    expect(texts(answer)).toEqual([quote])
    expect(requests()[1]).toContain('does not stand in the cited passages')
  })

  test.runIf(asked !== written)('a translation is no quotation', async () => {
    replies([answeredWith(claim(right, ['P1', languages[asked].quote]))])
    expect(await ask(asked, written)).toMatchObject({ kind: 'not_found', partial: true })
  })

  test.runIf(asked !== written)('a claim in the article’s language is told so', async () => {
    replies([answeredWith(claim(languages[written].right, ['P1', quote])), answeredWith(claim(right, ['P1', quote]))])
    const answer = await ask(asked, written)
    expect(texts(answer)).toEqual([right])
    expect(requests()[1]).toContain('The claim is in')
  })
})
