import { describe, expect, test } from 'vitest'
import type { Told } from '../../src/locale/doctor-catalogue.ts'
import { doctorWords } from '../../src/locale/doctor-words.ts'

const permission = { name: 'Send', purpose: 'to answer' }

/** What functions are called with, in turn: one without a sample is told by its `undefined`. */
const samples: { readonly [path: string]: readonly (readonly unknown[])[] } = {
  node: [['26.1.0']],
  'token.works': [['bot', 'app']],
  'trouble.timeout': [[1], [10]],
  'trouble.network': [[undefined], ['ENOTFOUND']],
  'trouble.failing': [[503]],
  'trouble.limited': [[1], [7]],
  'trouble.refused': [[403]],
  'connection.works': [[1, 1_000]],
  'connection.closed': [['gateway.example']],
  'connection.noStartLeft': [[1], [5]],
  'servers.joined': [
    [1, 1],
    [7, 5],
  ],
  'servers.notIn': [['123']],
  'servers.unreadable': [['Readers']],
  'servers.good': [
    ['Readers', 1],
    ['Readers', 9],
  ],
  'servers.noChannel': [['Readers']],
  'servers.silent': [['Readers']],
  'servers.limited': [
    ['Readers', 1, 2],
    ['Readers', 0, 1],
  ],
  'servers.lacks': [[permission]],
  'servers.inChannel': [['news', ['One', 'Two']]],
  'servers.more': [[1], [5]],
  'commands.good': [
    [11, undefined],
    [11, '123'],
  ],
  'commands.twice': [[['Readers', 'Others']]],
  'model.writer.works': [['small', 460, 38]],
  'model.writer.unable': [['small', 1, 1]],
  'model.judge.works': [['strict', 460, 38]],
  'model.judge.unable': [['strict', 1, 1]],
  'model.judge.failed': [['Why.']],
  'model.priced': [['small', '$0.20', '$1.20', '2026-11-25']],
  'model.unpriced': [
    ['small', false],
    ['small', true],
  ],
  'knowledge.good': [
    [1, 1, '/k'],
    [2, 27, '/k'],
  ],
  'knowledge.problems': [[12]],
  data: [['/d']],
  'end.bad': [[1], [3]],
}

const isTold = (value: unknown): value is Told => typeof value === 'object' && value !== null && 'details' in value

const texts = (value: unknown, path = ''): readonly (readonly [path: string, text: string])[] => {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function')
    return (samples[path] ?? [[]]).flatMap((given, index) => texts(value(...given), `${path}(${index})`))
  if (isTold(value)) return [value.text, ...value.details].map((text, index) => [`${path}.${index}`, text] as const)
  return Object.entries(value as object).flatMap(([name, each]) => texts(each, path === '' ? name : `${path}.${name}`))
}

const french = texts(doctorWords('fr'))
const english = texts(doctorWords('en'))

describe('the doctor’s words', () => {
  test('are the same in number and place', () => {
    expect(french.map(([path]) => path)).toEqual(english.map(([path]) => path))
    expect(french.length).toBeGreaterThan(80)
  })

  test('leave nothing empty or unfilled, no control character, no double space', () => {
    for (const [path, text] of [...french, ...english]) {
      expect(text, path).toMatch(/^(?!.*(?:undefined|\[object|NaN)).*\S/su)
      expect(text, path).not.toMatch(/\p{Cc}|[ \u00a0]{2}/u)
    }
  })

  test('leave no English in French', () => {
    const other = new Map(english)
    const left = french.filter(([path, text]) => other.get(path) === text).map(([path]) => path)
    expect(left).toEqual(['node(0)', 'servers.lacks(0)'])
  })

  test('have French typography in French, and curly apostrophes in both', () => {
    for (const [path, text] of french) expect(text, path).not.toMatch(/ [;:!?»]|« |[\p{L}\p{N})][;!?»]|«[^\u00a0]/u)
    for (const [path, text] of [...french, ...english]) expect(text, path).not.toMatch(/\p{L}'\p{L}/u)
  })
})
