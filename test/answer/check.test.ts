/** Whether the articles support a statement: the verdict is what its parts bear out, whatever the model calls it. */
import { describe, expect, test } from 'vitest'
import { check, judge, restore, store } from '../../src/answer/verify.ts'
import { type CheckVerdict, type Claim, noUsage, quotation, type Stance } from '../../src/types.ts'
import { lighthouse } from '../fakes/articles.ts'
import { claim, createScene, never, texts } from './scene.ts'

const { engineOver, replies, requests } = createScene()

const part = (stance: Stance, text: string, ...citations: readonly (readonly [string, string])[]) => ({
  stance,
  ...claim(text, ...citations),
})
const height = (stance: Stance) => part(stance, 'Le phare mesure 28 mètres.', ['P2', 'il mesure 28 mètres'])
const keeper = part('supports', 'Yann Le Goff a été le dernier gardien.', ['P4', 'Le dernier gardien, Yann Le Goff'])
const said = (verdict: CheckVerdict, ...claims: readonly object[]) => ({ verdict, claims })

const checked = async (statement: string, reply: object, again = reply) => {
  replies([reply, again])
  return engineOver([lighthouse]).check({ statement, locale: 'fr', scope: [lighthouse] }, never)
}

describe('a statement', () => {
  test('supported: every part, each with its quotation', async () => {
    const answer = await checked('Le phare mesure 28 mètres.', said('supported', height('supports')))
    expect(answer).toMatchObject({
      kind: 'check',
      verdict: 'supported',
      partial: false,
      claims: [{ stance: 'supports' }],
    })
  })

  test('contradicted: the contradicting words first, whatever order they came in', async () => {
    const answer = await checked(
      'Le phare, gardé jusqu’à la fin par Yann Le Goff, mesure 38 mètres.',
      said('contradicted', keeper, height('contradicts')),
    )
    expect(answer).toMatchObject({ kind: 'check', verdict: 'contradicted', partial: false })
    expect(answer.claims.map(({ stance }) => stance)).toEqual(['contradicts', 'supports'])
    expect(answer.claims[0] && quotation(answer.claims[0].citations[0])).toBe('il mesure 28 mètres')
  })

  test('partly: what they say of it, silent on the rest', async () => {
    const answer = await checked('Le phare mesure 28 mètres et sera vendu.', said('partly', height('supports')))
    expect(answer).toMatchObject({ verdict: 'partly', partial: false })
  })

  test('not covered', async () => {
    const answer = await checked('Le phare sera vendu à un Américain.', said('not_covered'))
    expect(answer).toMatchObject({ kind: 'check', verdict: 'not_covered', claims: [] })
  })
})

describe('a verdict that its parts do not bear out', () => {
  test('"contradicted" without contradicting words is none', async () => {
    const answer = await checked('Le phare mesure 38 mètres.', said('contradicted', height('supports')))
    expect(answer).toMatchObject({ kind: 'not_found' })
  })

  test('"contradicted" whose words say nothing but what the statement says is none', async () => {
    const answer = await checked('Le phare mesure bien 28 mètres.', said('contradicted', height('contradicts')))
    expect(answer).toMatchObject({ kind: 'not_found' })
  })

  test('but a denial more or less can contradict', async () => {
    const denied = part('contradicts', 'Ils n’ont pas été consultés.', ['P5', 'Les habitants n’ont pas été consultés'])
    const answer = await checked('Les habitants ont été consultés.', said('contradicted', denied))
    expect(answer).toMatchObject({ verdict: 'contradicted', partial: false })
  })

  test('"contradicted" whose quotation is invented is asked for again, and then is none', async () => {
    const invented = part('contradicts', 'Il est petit.', ['P2', 'il mesure à peine 28 mètres'])
    const answer = await checked('Le phare mesure 38 mètres.', said('contradicted', invented))
    expect(answer).toMatchObject({ kind: 'not_found', partial: true })
    expect(requests()).toHaveLength(2)
  })

  test('"supported" with a part that contradicts is contradicted', async () => {
    const answer = await checked(
      'Le Goff gardait un phare de 38 mètres.',
      said('supported', keeper, height('contradicts')),
    )
    expect(answer).toMatchObject({ verdict: 'contradicted' })
  })

  test('"supported" of a statement whose figure stands in no cited paragraph is only partly so', async () => {
    const answer = await checked('Le phare mesure 38 mètres.', said('supported', height('supports')))
    expect(answer).toMatchObject({ verdict: 'partly' })
  })

  test('"supported" that lost a part is only partly so', async () => {
    const invented = part('supports', 'Il est vieux.', ['P2', 'bâti en 1879'])
    const answer = await checked('Le phare, vieux, mesure 28 mètres.', said('supported', height('supports'), invented))
    expect(answer).toMatchObject({ verdict: 'partly', partial: true })
  })

  test('a part without a stance is one problem, told and mended', async () => {
    const bare = claim('Le phare mesure 28 mètres.', ['P2', 'il mesure 28 mètres'])
    const answer = await checked(
      'Le phare mesure 28 mètres.',
      said('supported', bare),
      said('supported', height('supports')),
    )
    expect(answer).toMatchObject({ verdict: 'supported', partial: false })
    expect(requests()[1]).toContain('stance')
  })

  test('a wording that fails for good leaves its quotation, with its stance', async () => {
    const wrong = part('contradicts', 'Le phare mesure 38 mètres.', ['P2', 'il mesure 28 mètres'])
    const answer = await checked('Le phare mesure 30 mètres.', said('contradicted', wrong))
    expect(answer).toMatchObject({ verdict: 'contradicted', partial: true, claims: [{ stance: 'contradicts' }] })
    expect(texts(answer)).toEqual(['il mesure 28 mètres'])
  })

  test('in another language the contradicting words may be any', async () => {
    replies([said('contradicted', part('contradicts', 'It is 28 metres high.', ['P2', 'il mesure 28 mètres']))])
    const request = { statement: 'The lighthouse is 38 metres high.', locale: 'en', scope: [lighthouse] } as const
    expect(await engineOver([lighthouse]).check(request, never)).toMatchObject({ verdict: 'contradicted' })
  })
})

describe('kept and given back', () => {
  const evidence = new Map(lighthouse.paragraphs.map((each) => [`P${each.number}`, each] as const))
  const judged = (stance: Stance): Claim => {
    const judgement = judge(height(stance), 'fr', evidence)
    if (judgement.kind === 'fails') throw new Error('fails')
    return judgement.claim
  }
  const rest = {
    by: 'model',
    partial: false,
    language: 'fr',
    locale: 'fr',
    passages: [],
    usage: noUsage,
    nearest: [],
  } as const
  const statement = { text: 'Le phare mesure 38 mètres.', language: 'fr' }
  const find = ({ paragraph }: { readonly paragraph: number }) => lighthouse.paragraphs[paragraph - 1]

  test('with its stances', () => {
    const made = check([judged('contradicts')], 'contradicted', statement, rest)
    expect(made && restore(store(made), find)).toEqual(made)
  })

  test('one from before there were stances has those of its verdict', () => {
    const made = check([judged('contradicts')], 'contradicted', statement, rest)
    const old = made && JSON.parse(JSON.stringify(store(made)).replace(/,"stance":"contradicts"/, ''))
    expect(old.claims[0]).not.toHaveProperty('stance')
    expect(restore(old, find)).toEqual(made)
  })

  test('one whose contradicting words are gone is none', () => {
    const made = check([judged('contradicts')], 'contradicted', statement, rest)
    expect(made && restore(store(made), () => undefined)).toBeUndefined()
  })
})
