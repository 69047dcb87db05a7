import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'
import { crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { INDEX_VERSION, pack, unpack } from '../../src/knowledge/index-format.ts'
import { createPassageIndex, type SavableIndex } from '../../src/search/passage-index.ts'
import { analyse } from '../../src/text/analyse.ts'
import type { Article } from '../../src/types.ts'
import fc from '../generated.ts'
import { article, clock, lighthouse } from '../search/articles.ts'
import { sourceOf } from './source.ts'

const indexOf = (...articles: readonly Article[]): SavableIndex => {
  const index = createPassageIndex()
  for (const each of articles) index.add(each)
  return index
}

const fileOf = (index: SavableIndex): Buffer => Buffer.concat(pack(index.saved()))
const file = fileOf(indexOf(lighthouse, clock))

/** Why it cannot be used, in whichever way that is told; nothing where it can. */
const fault = (bytes: Uint8Array): string | undefined => {
  try {
    const saved = unpack(sourceOf(bytes))
    return typeof saved === 'string' ? saved : undefined
  } catch {
    return 'damaged'
  }
}

const loaded = (bytes: Uint8Array, ...articles: readonly Article[]): SavableIndex => {
  const saved = unpack(sourceOf(bytes))
  if (typeof saved === 'string') throw new Error(saved)
  const index = createPassageIndex(saved)
  for (const each of articles) index.add(each)
  return index
}

const questions = [
  'Qui a rallumé le phare ?',
  'nafrage',
  'the tower of the clock',
  'Solène Abgrall',
  'réfugiés',
  '1874',
]
const expectSame = (index: SavableIndex, expected: SavableIndex): void => {
  for (const text of questions)
    for (const language of ['fr', 'en', undefined])
      for (const scope of ['all', ['clock'], ['phare']] as const) {
        const query = { text, language, scope, limit: 30 }
        expect(index.search(query)).toEqual(expected.search(query))
      }
}

describe('a saved index', () => {
  test('finds what the index found that was saved', () => {
    expectSame(loaded(file, lighthouse, clock), indexOf(lighthouse, clock))
    expectSame(loaded(file, clock, lighthouse), indexOf(lighthouse, clock))
  })

  test('has nothing of articles that are not there any more, or are others now', () => {
    expectSame(loaded(file, clock), indexOf(clock))
    const changed = article({
      id: 'phare',
      title: 'Le phare',
      language: 'fr',
      texts: ['Le phare de Kervoal est vendu.'],
    })
    const other = { ...changed, head: { ...changed.head, hash: 'other' } }
    expectSame(loaded(file, other, clock), indexOf(other, clock))
    expectSame(loaded(file), indexOf())
  })

  test('is saved again with what came and went', () => {
    const index = loaded(file, lighthouse, clock)
    index.remove('phare')
    index.add(article({ id: 'new', title: '', language: 'en', texts: ['A tower of refugees.'] }))
    const saved = index.saved()
    expect(saved.entries.map(({ id }) => id)).toEqual(['clock', 'new'])
    expect(fileOf(index)).toEqual(Buffer.concat(pack(saved)))
  })

  test('of nothing is one', () => expectSame(loaded(fileOf(indexOf())), indexOf()))
})

describe('a file that cannot be used says so', () => {
  test('cut off anywhere', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), (length) => {
        expect(fault(file.subarray(0, length))).toMatch(/^(foreign|damaged)$/)
      }),
    )
  })

  test('altered in any one byte', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const altered = Uint8Array.from(file)
        altered[at] = (altered[at] ?? 0) ^ change
        expect(fault(altered)).toMatch(/^(foreign|version|damaged)$/)
      }),
    )
  })

  test('made by another version', () => {
    const older = Buffer.from(file)
    older.writeUInt32LE(INDEX_VERSION - 1, 8)
    expect(fault(older)).toBe('version')
  })

  test('with something behind it', () => expect(fault(Buffer.concat([file, file]))).toBe('damaged'))

  test('with something else in it', () => {
    for (const body of [serialize({ entries: 'none' }), Buffer.from('no value of V8')]) {
      const head = Buffer.from(file.subarray(0, 20))
      head.writeUInt32LE(0, 12)
      head.writeUInt32LE(body.length, 16)
      head.writeUInt32LE(crc32(body, crc32(head)), 12)
      expect(fault(Buffer.concat([head, body]))).toBe('damaged')
    }
  })

  test('of another kind, or empty', () => {
    expect(fault(new Uint8Array())).toBe('foreign')
    expect(fault(Buffer.from('PK\u0003\u0004'.repeat(40)))).toBe('foreign')
  })
})

/**
 * What files hold depends on how texts are analysed. Where this fails, the analysis has changed: raise INDEX_VERSION,
 * and put the new digest here, so that files of the older version are made again.
 */
test('a change of the analysis is a new version', () => {
  const samples: readonly (readonly [string, string])[] = [
    ['fr', 'Les chasseurs-bombardiers de l’armée ont été déployés le 14 juillet 1973 ; 250 000 réfugiés, vu et pris.'],
    ['en', "Emily Roebling's bridge was built in 1883; 2.50 million people took the US trains, it said."],
    ['de', 'Die Häuser der Bundesregierung wurden im Zweiten Weltkrieg zerstört.'],
    ['es', 'La información de la nación habría sido conocida por los aviones.'],
    ['it', 'L’informazione dell’università per gli abitanti della città.'],
    ['pt', 'A informação das nações possíveis e as eleições municipais.'],
    ['nl', 'De inwoners van de steden hebben de bruggen gebouwd.'],
    ['ru', 'Сколько человек живут в городах России и строят мосты?'],
    ['sv', 'Invånarna i städerna har byggt broarna.'],
    ['ro', 'Locuitorii orașelor au construit podurile și stațiile.'],
    ['zh', '灯塔建于一八七四年。'],
    ['ko', '장관은 누구입니까?'],
  ]
  const digest = createHash('sha256')
  for (const [language, text] of samples)
    digest.update(JSON.stringify(analyse(text, language).map(({ stem, stop }) => [stem, stop])))
  expect([INDEX_VERSION, digest.digest('hex').slice(0, 16)]).toEqual([6, '73465b907518ba0f'])
})
