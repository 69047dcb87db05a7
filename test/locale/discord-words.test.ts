import { describe, expect, test } from 'vitest'
import type { Failures } from '../../src/failures.ts'
import type { DiscordProblem, DiscordProblems, RewordedFailure } from '../../src/locale/discord-problems.ts'
import { discordWords } from '../../src/locale/discord-words.ts'

/** Facts for every problem and reworded failure: a new one without a sample is a type error. */
const facts: { readonly [P in DiscordProblem]: DiscordProblems[P] } & {
  readonly [C in RewordedFailure]: Failures[C]
} = {
  cannot_write: {},
  thread_closed: {},
  threads_full: {},
  role_mentioned: {},
  message_deleted: {},
  interaction_expired: {},
  button_expired: {},
  member_limit: { limit: 20, minutes: 7 },
  server_limit: { limit: 20, minutes: 7 },
  channel_not_allowed: {},
  role_not_allowed: {},
  manage_server_only: {},
  admin_only: {},
  curators_only: {},
  url_or_file: {},
  reading_already: { limit: 3 },
  not_undone: {},
  server_only: {},
  no_amount: { given: 'some amount' },
  above_ceiling: { cap: 'dailyTokens', ceiling: 12_345 },
  above_hourly_ceiling: { ceiling: 20 },
  no_text: {},
  nothing_pasted: {},
  no_title: {},
  text_too_long: { length: 2_345, limit: 2_000 },
  check_needs_model: {},
  interrupted: {},
  no_articles: {},
  unknown_article: { id: 'some-id', known: ['first'] },
  several_articles: { known: ['first', 'second'] },
  model_unauthorized: {},
  model_unavailable: { reason: 'timeout' },
  aborted: {},
}

const kept = { answers: 2, feedback: 1 }
const spent = { tokens: 12_345, micros: 1_500_000 }
const cap = { tokens: 20_000, micros: 2_000_000 }

/** What the other functions are called with, in turn. */
const samples: { readonly [path: string]: readonly (readonly unknown[])[] } = {
  'answer.moreEvidence': [[2, 3]],
  'answer.spent': (['server', 'member', 'total'] as const).flatMap((whose) =>
    (['day', 'month'] as const).map((period) => [{ whose, period }]),
  ),
  'answer.waiting': [[1], [12]],
  'pages.page': [[1, 3]],
  'paragraph.part': [[1, 3]],
  'articles.heading': [[0], [1], [2]],
  'notices.threadOpened': [[true], [false]],
  'notices.forgotten': [[kept]],
  'about.version': [['1.2.3']],
  'about.articles': [[0], [1], [2]],
  'about.withModel': [['some-model']],
  'about.keptOfYou': [[kept]],
  'about.retention': [[1], [30]],
  'about.leaving': [[1], [30]],
  'forget.question': [[kept]],
  'intake.renamed': [['Le phare']],
  'intake.question': [['Le phare']],
  'intake.removed': [['Le phare']],
  'intake.undone': [['Le phare']],
  'intake.used': [['Le phare']],
  'settings.erased': [[{ answers: 0, articles: 1 }], [{ answers: 2, articles: 3 }]],
  'settings.limit': [[0], [1], [20]],
  'settings.limitOfOperator': [[20]],
  'limits.today': [
    [spent, cap],
    [spent, {}],
  ],
  'limits.month': [[spent, cap]],
  'limits.unpriced': [['some-model']],
  'limits.ceiling': [
    [cap, {}],
    [{ tokens: 20_000 }, { micros: 2_000_000 }],
  ],
  'limits.atMost': [['20,000']],
  'stats.about': [[30, '2026-11-25']],
  'stats.questions': [[0], [1], [20]],
  'stats.answered': [[3, 4]],
  'stats.summaries': [[3]],
  'stats.checks': [[3]],
  'stats.notFound': [[3]],
  'stats.verdicts': [[3, 4]],
  'stats.calls': [[3, spent]],
  'stats.unpriced': [[1], [3]],
  'stats.day': [['2026-11-25', 3, 1, spent]],
  'stats.unanswered': [[0], [1], [3]],
  reference: [['A1B2']],
}

/** Every text under its path, functions called with their samples. */
const texts = (value: unknown, path = ''): readonly (readonly [path: string, text: string])[] => {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const name = path.split('.').at(-1) ?? ''
    const given = samples[path] ?? [[facts[name as keyof typeof facts]]]
    return given.map((each, index) => [`${path}(${index})`, String(value(...each))])
  }
  return Object.entries(value as object).flatMap(([key, each]) => texts(each, path === '' ? key : `${path}.${key}`))
}

const french = texts(discordWords('fr'))
const english = texts(discordWords('en'))

describe('the Discord catalogues', () => {
  test('have the same keys', () => {
    expect(french.map(([path]) => path)).toEqual(english.map(([path]) => path))
    expect(french.length).toBeGreaterThan(120)
  })

  test('leave nothing empty or unfilled', () => {
    for (const [path, text] of [...french, ...english])
      expect(text, path).toMatch(/^(?!.*(?:undefined|\[object|NaN)).*\S/su)
  })

  test('hold no control character, no double space and no markdown', () => {
    for (const [path, text] of [...french, ...english])
      expect(text, path).not.toMatch(/[\p{Cc}*`~|\\]|[ \u00a0]{2}|_(?!MESSAGE|CONTENT)/u)
  })

  test('leave no English in French', () => {
    const same =
      /^(?:commands\..*\.name|commands\.lengths\.long|answer\.question|pages\.page|about\.version|commands\.articles\.name)/u
    const other = new Map(english)
    const left = french.filter(([path, text]) => other.get(path) === text && !same.test(path)).map(([path]) => path)
    expect(left).toEqual([])
  })

  test('name every fact', () => {
    for (const [path, text] of [...french, ...english]) {
      if (/^problems\.(?:member|server)_limit/u.test(path)) expect(text).toMatch(/20.*7/u)
      if (path.startsWith('problems.text_too_long')) expect(text).toMatch(/2.345.*2.000/u)
      if (path.startsWith('failures.unknown_article')) expect(text).toContain('some-id')
      if (path.startsWith('failures.several_articles')) expect(text).toContain('first, second')
      if (path.startsWith('notices.forgotten')) expect(text).toMatch(/2.*1/u)
    }
  })

  test('say what went wrong in sentences', () => {
    for (const [path, text] of [...french, ...english])
      if (/^(?:problems|failures|notices|unexpected)/u.test(path)) expect(text, path).toMatch(/[.?!]$/u)
  })

  test('name no file, variable or key to a member, but in the settings', () => {
    for (const [path, text] of [...french, ...english])
      if (!path.startsWith('settings')) expect(text, path).not.toMatch(/[A-Z]{2,}_[A-Z]+|\.txt|\.env/u)
  })
})

describe('French typography on Discord', () => {
  test('has a no-break space before ; : ! ? » and after «', () => {
    for (const [path, text] of french) {
      expect(text, path).not.toMatch(/ [;:!?»]|« |[\p{L}\p{N})][;!?»]|«[^\u00a0]/u)
    }
    expect(french.filter(([, text]) => /\u00a0[;:!?»]/u.test(text)).length).toBeGreaterThan(15)
  })

  test('has curly apostrophes', () => {
    for (const [path, text] of [...french, ...english]) expect(text, path).not.toMatch(/\p{L}'\p{L}/u)
  })
})

test('plurals follow each language', () => {
  const counts = (locale: 'fr' | 'en') => [0, 1, 2].map((count) => discordWords(locale).articles.heading(count))
  expect(counts('fr')).toEqual(['0 article connu', '1 article connu', '2 articles connus'])
  expect(counts('en')).toEqual(['0 articles', '1 article', '2 articles'])
})
