import { describe, expect, test } from 'vitest'
import { renderArticles } from '../../src/discord/render/articles.ts'
import { renderFailure, renderForget, renderNotice, renderProblem } from '../../src/discord/render/notice.ts'
import { renderAbout, renderHelp } from '../../src/discord/render/pages.ts'
import { AppError } from '../../src/failures.ts'
import { article, bakery, lighthouse } from '../fakes/articles.ts'
import fc from '../generated.ts'
import { buttonsOf, idsOf, labelsOf, marksIn, wordsOf } from './checked.ts'
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
      { numRuns: 100 },
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
            '/statistiques',
            '/à-propos',
            '/oubliez-moi',
          ]
        : [
            '/ask',
            '/summary',
            '/articles list',
            '/paragraph',
            '/check',
            '/help',
            '/settings',
            '/stats',
            '/about',
            '/forget-me',
          ]
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
    const text = wordsOf(renderAbout({ ...facts, model: 'gpt' }))
    expect(text).toMatch(/What is promised[\s\S]*Not promised/u)
    const quoting = wordsOf(renderAbout({ ...facts, model: 'gpt', quotationsOnly: true, locale: 'fr' }))
    expect(quoting).toContain('ses propres mots ne sont pas montrés')
    expect(text).not.toContain('its own words are not shown')
    expect(wordsOf(renderAbout(facts))).toMatch(/No model[\s\S]*kept until you delete them/u)
    expect(wordsOf(renderAbout({ ...facts, locale: 'fr' }))).toMatch(/Aucun modèle\u00a0:[\s\S]*\/oubliez-moi$/u)
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
      { numRuns: 50 },
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
    const link = { label: 'Open', url: 'https://discord.com/channels/1/2' }
    expect(buttonsOf(renderNotice('There.', 'quiet', link))).toEqual([expect.objectContaining(link)])
  })
})
