import { describe, expect, test } from 'vitest'
import { AppError, type FailureCode, type Failures } from '../../src/failures.ts'
import type { Catalogue } from '../../src/locale/catalogue.ts'
import { failureWords, localeOf, words } from '../../src/locale/words.ts'
import type { Locale } from '../../src/types.ts'

/** Facts for every failure: a new code without a sample is a type error. */
const facts: { readonly [C in FailureCode]: readonly Failures[C][] } = {
  wrong_node: [{ found: '20.1.0', needed: '26' }],
  wrong_usage: [
    { detail: 'missing_question', given: '' },
    { detail: 'unknown_command', given: 'frobnicate' },
    { detail: 'unknown_command', given: '' },
    { detail: 'unknown_option', given: '--frobnicate' },
    { detail: 'bad_value', given: '--locale xx' },
  ],
  bad_config: [{ variable: 'SOME_VARIABLE', expected: 'fr | en' }],
  missing_folder: [{ folder: 'some-folder' }],
  empty_file: [{ file: 'some-file.txt' }],
  binary_file: [{ file: 'some-file.txt' }],
  unreadable_file: [{ file: 'some-file.txt' }],
  unknown_encoding: [{ file: 'some-file.txt' }],
  unsupported_file: [{ file: 'some-file.xyz', supported: ['.txt', '.md'] }],
  too_many_files: [{ folder: 'some-folder', limit: 1_000 }],
  file_too_large: [{ file: 'some-file.txt', megabytes: 52, limit: 10 }],
  bad_line: [
    { file: 'some-file.jsonl', line: 3, fields: [] },
    { file: 'some-file.jsonl', line: 4, fields: ['id', 'text'] },
  ],
  bad_front_matter: [{ file: 'some-file.md', line: 3 }],
  no_paragraphs: [{ file: 'some-file.txt' }],
  too_many_paragraphs: [{ file: 'some-file.txt', limit: 5_000 }],
  duplicate_article: [{ file: 'some-file.txt', id: 'some-id', other: 'other-file.md' }],
  bad_url: (['malformed', 'scheme', 'credentials'] as const).map((reason) => ({ url: 'some-page', reason })),
  private_address: [{ url: 'http://127.0.0.1/' }],
  page_unavailable: (['network', 'timeout', 'missing', 'refused', 'server', 'redirects', 'response'] as const).map(
    (reason) => ({ url: 'https://some.page/', reason }),
  ),
  page_too_large: [{ url: 'https://some.page/', limit: 10 }],
  unsupported_page: [
    { url: 'https://some.page/', mediaType: 'image/png', supported: ['.txt', '.md'] },
    { url: 'https://some.page/', mediaType: '', supported: ['.txt', '.md'] },
  ],
  no_article: [{ file: 'some-file.html' }],
  paywall: [{ file: 'some-file.html' }],
  too_complex: [{ file: 'some-file.html' }],
  scanned_file: [{ file: 'some-file.pdf' }],
  locked_file: [{ file: 'some-file.pdf' }],
  damaged_file: [{ file: 'some-file.pdf' }],
  too_many_pages: [{ file: 'some-file.pdf', limit: 1_000 }],
  no_articles: [{}],
  unknown_article: [
    { id: 'some-id', known: ['first', 'second'] },
    { id: 'some-id', known: [] },
  ],
  unknown_paragraph: [{ article: 'some-id', number: 99, count: 13 }],
  several_articles: [{ known: ['first', 'second'] }],
  question_too_long: [{ length: 123_456, limit: 2_000 }],
  bad_prompt: [
    { file: 'some-file.md', variable: 'some_variable', problem: 'unknown' },
    { file: 'some-file.md', variable: 'some_variable', problem: 'missing' },
  ],
  several_models: [{ known: ['first', 'second'] }],
  no_models: [{ url: 'http://127.0.0.1:1/v1' }],
  model_unauthorized: [{}],
  model_unavailable: [
    ...(['timeout', 'rate_limit', 'server', 'network', 'response', 'crowded'] as const).map((reason) => ({ reason })),
    ...(['day', 'month'] as const).map((period) => ({ reason: 'budget', whose: 'server', period }) as const),
  ],
  discord_unauthorized: [{}],
  discord_intents: [{}],
  discord_unavailable: [{}],
  newer_database: [{ file: 'some-file.db', found: 3, known: 2 }],
  unusable_database: (['damaged', 'foreign', 'denied', 'full', 'busy', 'failed'] as const).map((reason) => ({
    file: 'some-file.db',
    reason,
  })),
  storage_failed: (['damaged', 'denied', 'full', 'busy', 'failed'] as const).map((reason) => ({ reason })),
  damaged_record: [{ id: 'some-id' }],
  library_full: (['articles', 'paragraphs', 'characters'] as const).map((of) => ({ of, limit: 1_200 })),
  shared_article: [{ title: 'Some title' }],
  folder_article: [{ title: 'Some title', path: 'some-file.txt' }],
  not_refreshable: [{ title: 'Some title' }],
  file_exists: [{ file: 'some-file.db' }],
  unwritable_file: [{ file: 'some-file.db' }],
  missing_database: [{ file: 'some-file.db' }],
  bad_export: [{ file: 'some-file.jsonl', line: 3 }],
  aborted: [{}],
}

/** What the other functions of a catalogue are called with. */
const samples: { readonly [path: string]: readonly unknown[] } = {
  quote: ['mot'],
  number: [1_234],
  dollars: [1_234_560_000],
  'article.paragraphs': [0, 1, 2],
  'chat.greeting': [0, 1, 2],
  'chat.withModel': ['m'],
  'chat.unknownCommand': ['/zut'],
  'help.usage': ['npm'],
  // Those with more than one argument take the same for each.
  'keeping.added': ['1'],
  'keeping.already': ['1'],
  'keeping.removed': ['titre'],
  'keeping.refreshed': ['1'],
  'keeping.unchanged': ['titre'],
  'keeping.exported': [2],
  'keeping.imported': [2],
  'keeping.backedUp': ['a.db'],
}

/** Every text of a catalogue under its path, functions called with their samples. */
const texts = (value: unknown, path = ''): readonly (readonly [path: string, text: string])[] => {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const given = samples[path] ?? facts[path.replace('failures.', '') as FailureCode]
    return given.map((each, index) => [`${path}(${index})`, String(value(each, each, each))])
  }
  return Object.entries(value as object).flatMap(([key, each]) => texts(each, path === '' ? key : `${path}.${key}`))
}

const french = texts(words('fr'))
const english = texts(words('en'))

describe('the catalogues', () => {
  test('have the same keys', () => {
    expect(french.map(([path]) => path)).toEqual(english.map(([path]) => path))
    expect(french.length).toBeGreaterThan(90)
  })

  test('leave nothing empty or unfilled', () => {
    for (const [path, text] of [...french, ...english])
      expect(text, path).toMatch(/^(?!.*(?:undefined|\[object|NaN)).*\S/su)
  })

  test('hold no control character and no double space', () => {
    for (const [path, text] of [...french, ...english]) expect(text, path).not.toMatch(/[\p{Cc}]|[ \u00a0]{2}/u)
  })

  test('leave no English in French', () => {
    const same =
      /^(?:article\.source|chat\.greeting\([12]\)|chat\.commands\.1\.0|help\.options|help\.command\.stats\.usage|help\.option\.(?:json|explain|article|length|server|locale|help)\.0)$/u
    const original = new Map(english)
    const left = french.filter(([path, text]) => original.get(path) === text && !same.test(path)).map(([path]) => path)
    expect(left).toEqual([])
  })
})

describe('French typography', () => {
  test('has a no-break space before ; : ! ? » and after «', () => {
    for (const [path, text] of french) {
      expect(text, path).not.toMatch(/ [;:!?»]|« |[\p{L}\p{N})][;!?»]|«[^\u00a0]/u)
    }
    expect(french.filter(([, text]) => /\u00a0[;:!?»]/u.test(text)).length).toBeGreaterThan(20)
  })

  test('has curly apostrophes', () => {
    for (const [path, text] of french) expect(text, path).not.toMatch(/\p{L}'\p{L}/u)
  })

  test('leaves what was put in as it is', () => {
    const failure = new AppError('empty_file', { file: 'a :b « c ».txt' })
    expect(failureWords(failure, 'fr')).toContain('a :b « c ».txt')
  })
})

describe('each failure', () => {
  const cases = Object.keys(facts).flatMap((code) =>
    (['fr', 'en'] as const).map((locale) => [code as FailureCode, locale] as const),
  )

  test.each(cases)('%s in %s names its facts and is a sentence', (code, locale) => {
    for (const each of facts[code]) {
      const text = failureWords(new AppError(code, each), locale)
      expect(text).toMatch(/[.?!]$|: .+\.$/u)
      expect(text).not.toContain(code)
      for (const [key, fact] of Object.entries(each)) {
        const shown = ['of', 'detail', 'problem', 'reason', 'whose', 'period'].includes(key)
          ? ''
          : key === 'number'
            ? String(fact)
            : typeof fact === 'number'
              ? words(locale).number(fact)
              : Array.isArray(fact)
                ? fact.join(', ')
                : String(fact)
        expect(text).toContain(shown)
      }
    }
  })

  test('lists twenty names and counts the rest', () => {
    const known = Array.from({ length: 25 }, (_, index) => `article-${index + 1}`)
    const failure = new AppError('several_articles', { known })
    expect(failureWords(failure, 'en')).toMatch(/article-20 and 5 more\.$/u)
    expect(failureWords(failure, 'fr')).toMatch(/article-20 et 5 de plus\.$/u)
    expect(failureWords(failure, 'fr')).not.toContain('article-21')
  })
})

test('plurals follow each language: none is singular in French, plural in English', () => {
  const count = (locale: Locale, value: number) => words(locale).article.paragraphs(value)
  expect([0, 1, 2].map((value) => count('fr', value))).toEqual(['0 paragraphe', '1 paragraphe', '2 paragraphes'])
  expect([0, 1, 2].map((value) => count('en', value))).toEqual(['0 paragraphs', '1 paragraph', '2 paragraphs'])
})

test('numbers and quotation marks follow each language', () => {
  const shown = ({ number, quote }: Catalogue) => quote(number(1_234_567))
  expect(shown(words('fr'))).toBe('«\u00a01\u00a0234\u00a0567\u00a0»')
  expect(shown(words('en'))).toBe('“1,234,567”')
})

test('words that have the marks themselves are set between others', () => {
  expect(words('fr').quote('« Bon », dit-il.')).toBe('“« Bon », dit-il.”')
  expect(words('fr').quote('Il dit “bon”.')).toBe('«\u00a0Il dit “bon”.\u00a0»')
  expect(words('en').quote('“Good,” he said.')).toBe('‘“Good,” he said.’')
  expect(words('en').quote('Il dit « bon ».')).toBe('“Il dit « bon ».”')
})

test.each([
  ['fr_FR.UTF-8', 'fr'],
  ['fr-CA', 'fr'],
  ['fr', 'fr'],
  ['FR@euro', 'fr'],
  ['en-US', 'en'],
  ['en_GB', 'en'],
  ['en.UTF-8', 'en'],
  ['C', undefined],
  ['C.UTF-8', undefined],
  ['POSIX', undefined],
  ['', undefined],
  ['fro', undefined],
  ['de_DE.UTF-8', undefined],
  ['constructor', undefined],
  [undefined, undefined],
])('the locale of %s is %s', (tag, locale) => {
  expect(localeOf(tag)).toBe(locale)
})
