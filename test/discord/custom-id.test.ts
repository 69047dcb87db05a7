import { describe, expect, test } from 'vitest'
import { articleKey, type CustomId, customId, parseCustomId } from '../../src/discord/custom-id.ts'
import fc from '../generated.ts'

const answer = 'AZaz09-_AZaz09-_'
const channel = '12345678901234567890'
const hash = '0123456789abcdef'.repeat(4)

/** One of every kind; a new kind without a sample is a type error. */
const samples: { readonly [K in CustomId['kind']]: readonly (CustomId & { readonly kind: K })[] } = {
  cited: [
    { kind: 'cited', answer, claim: 0, citation: 0, paragraph: 1, part: 0 },
    { kind: 'cited', answer, claim: 11, citation: 3, paragraph: 9999, part: 120 },
  ],
  nearest: [{ kind: 'nearest', answer, place: 2, paragraph: 3, part: 0 }],
  read: [{ kind: 'read', article: articleKey('phare'), paragraph: 12, part: 1 }],
  older: [{ kind: 'older', article: articleKey('phare'), hash, paragraph: 9999, part: 9999 }],
  context: [{ kind: 'context', answer, page: 1 }],
  evidence: [{ kind: 'evidence', answer, page: 2 }],
  feedback: [
    { kind: 'feedback', answer, verdict: 'up' },
    { kind: 'feedback', answer, verdict: 'down' },
  ],
  thread: [{ kind: 'thread', answer }],
  articles: [{ kind: 'articles', page: 3 }],
  settings: (
    [
      ...([
        'channels',
        'roles',
        'curators',
        'questions',
        'language',
        'limit',
        'private',
        'public',
        'home',
        'defaults',
        'channel',
      ] as const),
      ...(['admins', 'limits', 'server_limit', 'caps', 'keep', 'drop'] as const),
    ] as const
  ).map((control) => ({ kind: 'settings', control })),
  default_article: [{ kind: 'default_article', channel }],
  default_page: [{ kind: 'default_page', channel, page: 2 }],
  default_none: [{ kind: 'default_none', channel }],
  undo: [{ kind: 'undo', token: answer }],
  caps: [{ kind: 'caps' }],
  stats: (['overview', 'days', 'unanswered'] as const).map((view) => ({ kind: 'stats', view, page: 2 })),
  forget: [
    { kind: 'forget', sure: 'yes' },
    { kind: 'forget', sure: 'no' },
  ],
  added: [{ kind: 'added', article: articleKey('phare'), hash }],
  use: [{ kind: 'use', article: articleKey('phare') }],
  remove: [{ kind: 'remove', article: articleKey('phare') }],
  keep: [{ kind: 'keep' }],
  paste: [{ kind: 'paste' }],
  erase: (['ask', 'yes', 'no'] as const).map((sure) => ({ kind: 'erase', sure })),
}
const all: readonly CustomId[] = Object.values(samples).flat()

describe('custom ids', () => {
  test.each(all)('$kind comes back as it went', (id) => {
    const text = customId(id)
    expect(text.length).toBeLessThanOrEqual(100)
    expect(parseCustomId(text)).toEqual(id)
  })

  test('of different meanings differ', () => {
    expect(new Set(all.map(customId)).size).toBe(all.length)
  })

  test('of hostile strings mean nothing', () => {
    const valid = all.map(customId)
    const mutated = fc
      .tuple(fc.constantFrom(...valid), fc.nat(), fc.string({ unit: 'binary', maxLength: 2 }), fc.nat(2))
      .map(
        ([text, at, put, drop]) =>
          text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + drop),
      )
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), mutated), (text) => {
        const parsed = parseCustomId(text)
        // Whatever is read back is what would be written again: two strings never mean the same.
        if (parsed) expect(customId(parsed)).toBe(text)
      }),
      { numRuns: 2_000 },
    )
  })

  test.each([
    '',
    'cited',
    `cited.${answer}`,
    `cited.${answer}.0.0.0.0`,
    `cited.${answer}.00.0.1.0`,
    `cited.${answer}.-1.0.1.0`,
    `cited.${answer}.1e3.0.1.0`,
    `cited.${answer}.0.0.1.0.0`,
    `cited.${answer}.0.0.10000.0`,
    `thread.${answer}x`,
    `thread.${answer}\n`,
    'thread.AZaz09-_AZaz09-é',
    'feedback.AZaz09-_AZaz09-_.sideways',
    'constructor.x',
    '__proto__.x',
    'toString',
    'settings.constructor',
    'default_none.123',
    `forget.yes.${'x'.repeat(200)}`,
  ])('%j means nothing', (text) => {
    expect(parseCustomId(text)).toBeUndefined()
  })

  test('that could not be read back are not made', () => {
    expect(() => customId({ kind: 'thread', answer: 'short' })).toThrow(RangeError)
    expect(() => customId({ kind: 'articles', page: 0 })).toThrow(RangeError)
    expect(() => customId({ kind: 'read', article: answer, paragraph: 1.5, part: 1 })).toThrow(RangeError)
    expect(() => customId({ kind: 'articles', page: 10_000 })).toThrow(RangeError)
  })
})

test('an article’s key is short, whatever its id, and differs with it', () => {
  expect(articleKey('x'.repeat(1_000))).toMatch(/^[\w-]{16}$/u)
  expect(articleKey('phare')).toBe(articleKey('phare'))
  expect(articleKey('phare')).not.toBe(articleKey('phares'))
})
