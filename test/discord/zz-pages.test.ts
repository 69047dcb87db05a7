import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleKey, type CustomId } from '../../src/discord/custom-id.ts'
import { renderArticles } from '../../src/discord/render/articles.ts'
import { renderFailure, renderForget, renderNotice, renderProblem } from '../../src/discord/render/notice.ts'
import { renderAbout, renderHelp } from '../../src/discord/render/pages.ts'
import { READERS_LANGUAGE, renderDefaultArticle, renderSettings } from '../../src/discord/render/settings.ts'
import type { ServerSettings } from '../../src/ports.ts'
import { AppError } from '../../src/types.ts'
import { article, bakery, lighthouse } from '../fakes/articles.ts'
import { checked, componentsOf, idsOf, labelsOf, marksIn, wordsOf } from './checked.ts'
import { hostileText } from './hostile.ts'

const locales = ['fr', 'en'] as const

describe('the list of articles', () => {
  const many = Array.from({ length: 23 }, (_, index) => article(`a${index}`, ['x', 'y'], { title: `Title ${index}` }))

  test('has title, source, count and language of each', () => {
    expect(wordsOf(renderArticles([lighthouse, bakery], { locale: 'en', page: 1 }))).toBe(
      [
        '2 articles',
        'Un phare remis à neuf',
        'Le Courrier de Kerlann · 5 paragraphs · fr',
        'A second Hollis bakery',
        '3 paragraphs · en',
      ].join('\n'),
    )
  })

  test('shows ten a page', () => {
    const page = (number: number) => renderArticles(many, { locale: 'en', page: number })
    expect(idsOf(page(1))).toEqual([{ kind: 'articles', page: 2 }])
    expect(labelsOf(page(2))).toEqual(['◀ Previous', 'Next ▶'])
    expect(wordsOf(page(3))).toMatch(/Title 20\n[\s\S]*Title 22\n[\s\S]*Page 3 of 3$/u)
    expect(wordsOf(page(9))).toBe(wordsOf(page(3)))
    expect(wordsOf(page(1)).match(/Title/gu)).toHaveLength(10)
  })

  test('says when nothing is known', () => {
    expect(wordsOf(renderArticles([], { locale: 'en', page: 1 }))).toMatch(/^No article is known yet/u)
  })

  test('fits, whatever the titles', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostileText(60), hostileText(60)), { minLength: 1, maxLength: 12 }), (heads) => {
        const articles = heads.map(([title, source], index) =>
          article(`a${index}`, ['x'], { title, source, language: source }),
        )
        const body = renderArticles(articles, { locale: 'fr', page: 1 })
        expect(marksIn(body).every(({ kind }) => kind === 'bold' || kind === 'subtext')).toBe(true)
      }),
      { numRuns: 20 * 100 },
    )
  })
})

describe('the help page', () => {
  test.each(locales)('names every command in %s, and what the answers promise', (locale) => {
    const text = wordsOf(renderHelp({ locale }))
    const names =
      locale === 'fr'
        ? [
            '/demander',
            '/résumé',
            '/articles liste',
            '/paragraphe',
            '/vérifier',
            '/aide',
            '/réglages',
            '/à-propos',
            '/oubliez-moi',
          ]
        : ['/ask', '/summary', '/articles list', '/paragraph', '/check', '/help', '/settings', '/about', '/forget-me']
    for (const name of names) expect(text).toContain(`${name} · `)
    expect(text).toMatch(
      locale === 'fr'
        ? /Confronter aux articles[\s\S]*pas que l’article a raison/u
        : /Answer from the articles[\s\S]*not that the article is right/u,
    )
  })

  test('lets commands be pressed where their ids are known', () => {
    const body = renderHelp({
      locale: 'fr',
      ids: { ask: '123456789012345678', articles: '223456789012345678', help: 'no id' },
    })
    const pressed = marksIn(body).flatMap(({ kind, text }) => (kind === 'angle' ? [text] : []))
    expect(pressed).toEqual(['</ask:123456789012345678>', '</articles list:223456789012345678>'])
  })
})

describe('the page about the bot', () => {
  const facts = {
    locale: 'en',
    version: '1.2.3',
    startedAt: 1_700_000_000_999,
    articles: 2,
    kept: { answers: 3, feedback: 1 },
  } as const

  test('has version, start, model and what is kept', () => {
    const text = wordsOf(renderAbout({ ...facts, model: 'gpt *x*', retentionDays: 30 }))
    expect(text).toMatch(/Version 1\.2\.3\nRunning since <t:1700000000:R>\n2 articles known\nModel: gpt \*x\*\./u)
    expect(text).toMatch(/At present: 3 answers and 1 rating\.\nAnswers are deleted after 30 days\.\n.*\/forget-me$/u)
  })

  test('says when there is no model, and when answers stay', () => {
    expect(wordsOf(renderAbout(facts))).toMatch(/No model[\s\S]*kept until you delete them/u)
    expect(wordsOf(renderAbout({ ...facts, locale: 'fr' }))).toMatch(/Aucun modèle\u00a0:[\s\S]*\/oubliez-moi$/u)
  })
})

const settings: ServerSettings = {
  channels: ['100000000000000001', '100000000000000002'],
  roles: ['200000000000000001'],
  questionChannels: [],
  defaultArticles: { '100000000000000001': 'phare' },
  locale: 'fr',
  privateByDefault: true,
  hourlyLimit: 15,
}
const untouched: ServerSettings = {
  channels: [],
  roles: [],
  questionChannels: [],
  defaultArticles: {},
  privateByDefault: false,
  hourlyLimit: 0,
}
const panel = {
  locale: 'en',
  contentIntent: true,
  titleOf: (id: string) => (id === 'phare' ? 'A *lighthouse*' : undefined),
} as const

/** Menus by what they are for. */
const menus = (body: Parameters<typeof componentsOf>[0]) =>
  new Map(
    componentsOf(checked(body)).flatMap((each) =>
      'custom_id' in each && 'min_values' in each
        ? [[each.custom_id, each as unknown as Record<string, unknown>]]
        : 'options' in each
          ? [[each.custom_id, each as unknown as Record<string, unknown>]]
          : [],
    ),
  )

describe('the settings', () => {
  test('show what is set, each under its name', () => {
    const body = renderSettings(settings, panel)
    const shown = menus(body)
    expect(shown.get('settings.channels')).toMatchObject({
      default_values: [
        { id: '100000000000000001', type: 'channel' },
        { id: '100000000000000002', type: 'channel' },
      ],
      min_values: 0,
      max_values: 25,
    })
    expect(shown.get('settings.roles')).toMatchObject({ default_values: [{ id: '200000000000000001', type: 'role' }] })
    expect(shown.get('settings.questions')).not.toHaveProperty('default_values')
    expect(shown.get('settings.language')?.options).toContainEqual({ label: 'French', value: 'fr', default: true })
    expect(shown.get('settings.limit')?.options).toContainEqual({
      label: '15 questions an hour',
      value: '15',
      default: true,
    })
    expect(wordsOf(body)).toMatch(/Answers to slash commands · Only the asker sees them\n/u)
    expect(wordsOf(body)).toContain('<#100000000000000001> · A *lighthouse*')
    expect(labelsOf(body)).toEqual(['Answer publicly', 'Article of a channel'])
  })

  test('show what is not set', () => {
    const body = renderSettings(untouched, panel)
    const shown = menus(body)
    expect(shown.get('settings.channels')).toMatchObject({ placeholder: 'Every channel' })
    expect(shown.get('settings.roles')).toMatchObject({ placeholder: 'Everybody' })
    expect(shown.get('settings.language')?.options).toContainEqual({
      label: 'Each reader’s own',
      value: READERS_LANGUAGE,
      default: true,
    })
    expect(wordsOf(body)).toMatch(/None: all articles are searched/u)
    expect(labelsOf(body)).toContain('Answer privately')
  })

  test('say when question channels need an intent, and offer to undo', () => {
    expect(wordsOf(renderSettings(untouched, { ...panel, contentIntent: false }))).toMatch(
      /DISCORD_MESSAGE_CONTENT=true/u,
    )
    expect(wordsOf(renderSettings(untouched, panel))).not.toMatch(/DISCORD_MESSAGE_CONTENT/u)
    const undo = renderSettings(untouched, { ...panel, undo: 'AZaz09-_AZaz09-_' })
    expect(idsOf(undo)).toContainEqual({ kind: 'undo', token: 'AZaz09-_AZaz09-_' })
    expect(wordsOf(undo)).toMatch(/Saved\./u)
  })

  test.each(locales)('fit in %s, however many there are', (locale) => {
    const ids = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => `${from}${String(index).padStart(17, '0')}`)
    const full: ServerSettings = {
      ...settings,
      channels: ids(1, 40),
      roles: ids(2, 40),
      questionChannels: ids(3, 40),
      defaultArticles: Object.fromEntries(ids(4, 200).map((id) => [id, `_*${'x'.repeat(300)}`])),
      hourlyLimit: 9_999,
    }
    const body = renderSettings(full, {
      locale,
      contentIntent: false,
      titleOf: () => undefined,
      undo: 'AZaz09-_AZaz09-_',
    })
    expect(() => checked(body)).not.toThrow()
    expect(wordsOf(body)).toContain('(200)')
  })
})

describe('the article of a channel', () => {
  const articles = Array.from({ length: 60 }, (_, index) => article(`a${index}`, ['x'], { title: `Title ${index}` }))
  const channel = '100000000000000001'

  test('is chosen after the channel', () => {
    const body = renderDefaultArticle(untouched, { locale: 'en', articles, page: 1 })
    expect(idsOf(body)).toEqual([
      { kind: 'settings', control: 'channel' },
      { kind: 'settings', control: 'home' },
    ])
  })

  test('is chosen from a menu of 25, in pages, by keys that fit whatever the ids', () => {
    const long = article('x'.repeat(500), ['x'], { title: 'y'.repeat(500) })
    const body = renderDefaultArticle(
      { defaultArticles: { [channel]: 'a1' } },
      { locale: 'en', articles: [long, ...articles], channel, page: 1 },
    )
    const options = menus(body).get(`default_article.${channel}`)?.options
    expect(options).toHaveLength(25)
    expect(options).toContainEqual({ label: 'Title 1', value: articleKey('a1'), default: true })
    expect(idsOf(body).slice(2)).toEqual([
      { kind: 'default_page', channel, page: 2 },
      { kind: 'default_none', channel },
      { kind: 'settings', control: 'home' },
    ] satisfies CustomId[])
    const last = renderDefaultArticle(untouched, { locale: 'en', articles, channel, page: 9 })
    expect(menus(last).get(`default_article.${channel}`)?.options).toHaveLength(10)
  })

  test('cannot be chosen where there is no article', () => {
    expect(labelsOf(renderDefaultArticle(untouched, { locale: 'fr', articles: [], channel, page: 1 }))).toEqual([
      'Retour',
    ])
  })
})

describe('short messages', () => {
  test('say what went wrong in words for a member', () => {
    const known = renderFailure(new AppError('unknown_article', { id: '**x** @everyone', known: [] }), { locale: 'en' })
    expect(wordsOf(known)).toBe('No article is called “**x** @everyone”. Choose one from the list while you type.')
    expect(marksIn(known)).toEqual([])
    const paragraph = new AppError('unknown_paragraph', { article: 'phare', number: 99, count: 5 })
    expect(wordsOf(renderFailure(paragraph, { locale: 'fr' }))).toMatch(/¶99/u)
    expect(
      wordsOf(renderFailure(new AppError('model_unavailable', { reason: 'timeout' }), { locale: 'en' })),
    ).not.toMatch(/OPENAI/u)
  })

  test('keep what is the operator’s to know', () => {
    const failure = new AppError('missing_folder', { folder: '/home/someone/secret' })
    expect(wordsOf(renderFailure(failure, { locale: 'en', reference: 'A1B2' }))).toBe(
      'Something went wrong that should not have. Try again; if it stays, tell whoever runs the bot.\nReference: A1B2',
    )
    expect(wordsOf(renderFailure(undefined, { locale: 'fr', reference: 'A1B2' }))).toMatch(/Référence\u00a0: A1B2$/u)
  })

  test('fit, whatever the names in them', () => {
    fc.assert(
      fc.property(hostileText(2_000), (id) => {
        const body = renderFailure(new AppError('unknown_article', { id, known: [] }), {
          locale: 'fr',
          reference: 'A1B2',
        })
        expect(marksIn(body).every(({ kind }) => kind === 'subtext')).toBe(true)
      }),
      { numRuns: 20 * 50 },
    )
  })

  test('say what is wrong on Discord, with its facts', () => {
    expect(wordsOf(renderProblem('member_limit', { limit: 20, minutes: 7 }, 'en'))).toMatch(/20 questions.*7 minutes/u)
    expect(wordsOf(renderProblem('button_expired', {}, 'fr'))).toMatch(/^Ce bouton ne marche plus/u)
  })

  test('ask before anything is deleted', () => {
    const body = renderForget({ answers: 2, feedback: 0 }, 'en')
    expect(wordsOf(body)).toMatch(/2 answers and 0 ratings/u)
    expect(idsOf(body)).toEqual([
      { kind: 'forget', sure: 'yes' },
      { kind: 'forget', sure: 'no' },
    ])
    expect(wordsOf(renderForget({ answers: 0, feedback: 0 }, 'en'))).toBe('Nothing is kept about you.')
    expect(wordsOf(renderNotice('Thank *you*.'))).toBe('Thank *you*.')
  })
})
